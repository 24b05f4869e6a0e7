"""What an editor should look at in a draft."""

from __future__ import annotations

import re

from rich.text import Text

from api.show.page import line, place, quoted
from api.words import FINDINGS, SEVERITIES
from search.answers import Finding, Findings, Severity

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
QUOTED = 60
"""Characters of the draft shown at a finding; JSON has them all."""
BARE, AROUND = 16, 20
"""A quote of no more characters than the first is shown with so many before and behind it in its sentence."""
_ENDS = "。！？；\n"


def show(found: Findings) -> None:
    """Write the findings in the order of the draft, each with its place and what the earlier reports say."""
    years = "、".join(map(str, found.against)) or "无"
    line(f"{found.media} {found.year} 年度稿，对照已存年度：{years}", "bold")
    if not found.against:
        line("库中没有更早的报告，只查稿件自身。", "yellow")
    line()
    for finding in found.findings:
        _show(finding, found.text)
    counts = [
        f"{word} {count}"
        for severity, word in SEVERITIES.items()
        if (count := sum(each.severity is severity for each in found.findings))
    ]
    line(f"共 {len(found.findings)} 处：{'，'.join(counts)}" if counts else "没有发现需要处理的地方。", "dim")


def _show(finding: Finding, text: str) -> None:
    head = Text().append(f"[{SEVERITIES[finding.severity]}]", style=STYLES[finding.severity])
    head.append(f" {FINDINGS[finding.kind]}：").append(finding.message)
    line(head, indent=2)
    where = " › ".join(finding.draft.section) or "稿首"
    page = f"，第 {finding.draft.page} 页" if finding.draft.page is not None else ""
    shown = _shown(finding, text)
    line(Text().append(f"稿中 {where}{page}：", style="cyan").append(f"“{shown}”"), indent=6)
    for evidence in finding.evidence:
        line(
            Text().append(f"{place(evidence, media=False)}：", style="cyan").append(f"“{quoted(evidence)}”"),
            indent=6,
        )
    line()


def _shown(finding: Finding, text: str) -> str:
    """Return the words of the draft that a finding is about, a few alone (56.8万, 舒闽) with what stands around them."""
    place = finding.draft
    quote = " ".join(place.quote.split())
    if len(quote) > BARE:
        return quote if len(quote) <= QUOTED else f"{quote[: QUOTED - 1]}…"
    before = re.split(f"[{_ENDS}]", text[: place.start])[-1].lstrip()
    behind = re.split(f"[{_ENDS}]", text[place.end :], maxsplit=1)[0].rstrip()
    if not before and not behind:
        return quote
    before = before if len(before) <= AROUND else f"…{before[-AROUND:]}"
    behind = behind if len(behind) <= AROUND else f"{behind[:AROUND]}…"
    return f"{before}【{quote}】{behind}"
