"""What people decided of links."""

from __future__ import annotations

from rich.text import Text

from api.objects import Decided
from api.show.page import line
from api.words import FACT_TYPES, LINKS

VERDICTS = {"confirm": "认可", "reject": "否定", "add": "补上", "withdraw": "撤回"}


def show(found: Decided) -> None:
    """Write each decision with the two sentences that it is about, those without effect marked."""
    if not found.decisions:
        line("没有决定。")
        return
    for each in found.decisions:
        head = Text().append(f"{each.decided_at[:10]} {each.by} ", style="bold")
        head.append(f"{VERDICTS[each.verdict]}{LINKS[each.kind]}")
        if each.lost:
            head.append("（原文已不在，暂不起作用）", style="red")
        elif not each.standing:
            head.append("（已被后来的决定取代）", style="dim")
        line(head)
        kind = FACT_TYPES.get(each.about_kind or "", "原条目")
        line(f"{each.about_media} {each.about_year} 年度{kind}：“{each.about}”", indent=4)
        line(f"{each.year} 年度：“{each.quote}”", indent=4)
        if each.note:
            line(f"说明：{each.note}", "dim", indent=4)
    gone = sum(each.lost for each in found.decisions)
    line(f"共 {len(found.decisions)} 项决定" + (f"，其中 {gone} 项的原文已不在" if gone else ""), "dim")
