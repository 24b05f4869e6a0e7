"""What an editor should look at in a draft."""

from __future__ import annotations

from rich.text import Text

from api.show.page import line, place, quoted
from api.words import FINDINGS, SEVERITIES
from search.answers import Finding, Findings, Severity

STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
QUOTED = 60
"""Characters of the draft shown at a finding; JSON has them all."""


def show(found: Findings) -> None:
    """Write the findings in the order of the draft, each with its place and what the earlier reports say."""
    years = "、".join(map(str, found.against)) or "无"
    line(f"{found.media} {found.year} 年度稿，对照已存年度：{years}", "bold")
    if not found.against:
        line("库中没有更早的报告，只查稿件自身。", "yellow")
    line()
    for finding in found.findings:
        _show(finding)
    counts = [
        f"{word} {count}"
        for severity, word in SEVERITIES.items()
        if (count := sum(each.severity is severity for each in found.findings))
    ]
    line(f"共 {len(found.findings)} 处：{'，'.join(counts)}" if counts else "没有发现需要处理的地方。", "dim")


def _show(finding: Finding) -> None:
    head = Text().append(f"[{SEVERITIES[finding.severity]}]", style=STYLES[finding.severity])
    head.append(f" {FINDINGS[finding.kind]}：").append(finding.message)
    line(head, indent=2)
    where = " › ".join(finding.draft.section) or "稿首"
    page = f"，第 {finding.draft.page} 页" if finding.draft.page is not None else ""
    quote = " ".join(finding.draft.quote.split())
    shown = quote if len(quote) <= QUOTED else f"{quote[: QUOTED - 1]}…"
    line(Text().append(f"稿中 {where}{page}：", style="cyan").append(f"“{shown}”"), indent=6)
    for evidence in finding.evidence:
        line(
            Text().append(f"{place(evidence, media=False)}：", style="cyan").append(f"“{quoted(evidence)}”"),
            indent=6,
        )
    line()
