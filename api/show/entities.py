"""Entities, their spellings and what people decided of them."""

from __future__ import annotations

from api.merging import EntityListing
from api.show.page import line

_TYPES = {"work": "作品", "award": "奖项", "column": "栏目", "platform": "平台", "event": "活动"}


def show_listing(found: EntityListing) -> None:
    """Write the entities, each with its spellings, then what may be one, then the decisions."""
    for one in found.entities:
        years = "、".join(str(each.year) for each in one.years)
        line(f"{one.id}  {_TYPES[one.type]}  {one.label}（{'、'.join(one.media)}，{years}）")
        for each in one.merges:
            by = f"，{each.decided_by}" if each.decided_by else ""
            line(f"又作“{each.label}”：{each.reason}（{each.score:.2f}{by}）", indent=4)
    if found.total > len(found.entities):
        line(f"……共 {found.total} 个，--limit 可多列")
    if not found.total:
        line("没有这样的实体。")
    if found.likely:
        line("可能是同一个，请人判断后用 entity merge 合并：")
        for pair in found.likely:
            line(
                f"{pair.entity} {pair.other}  “{pair.label}”与“{pair.other_label}”（{pair.reason}）", indent=2
            )
    if found.decisions:
        line("人作的决定：")
        for said in found.decisions:
            act = "并入" if said.verdict == "merge" else "从中拆出："
            gone = f"；报告中已没有“{'”“'.join(said.missing)}”" if said.missing else ""
            what = (
                f"“{said.other_label}”{act}“{said.entity_label}”"
                if said.verdict == "merge"
                else f"“{said.entity_label}”{act}“{said.other_label}”"
            )
            note = f"，{said.note}" if said.note else ""
            line(f"{what}（{said.decided_by}，{said.decided_at[:10]}{note}{gone}）", indent=2)
