"""What is understood of one file."""

from __future__ import annotations

from api.duties import NAMES
from api.show.page import line
from api.words import FACT_TYPES, fact_words
from ingest.report import FACT_TYPES as TYPES
from ingest.report import Report

SAMPLES = 3
HEADINGS = 80
"""Reports have fewer; a text that is none may have thousands."""
ALL = ("response", "shortcoming", "commitment")
"""Types that are written out whole: there are few, and each counts."""


def show(report: Report) -> None:
    """Write media, year, headings, facts by type and warnings."""
    line(f"媒体：{report.media or '认不出'}")
    line(f"年度：{report.report_year if report.report_year is not None else '认不出'}")
    line(f"标题：{report.title or '认不出'}")
    line(f"正文：{len(report.text):,} 字" + (f"，{len(report.pages)} 页" if report.pages else ""))
    for warning in report.warnings:
        line(f"注意：{warning.message}", "yellow")
    if report.sections:
        line()
        line(f"章节（{len(report.sections)}）", "bold")
        for section in report.sections[:HEADINGS]:
            duty = f"  〔{NAMES[section.duty]}〕" if section.duty is not None and section.level == 1 else ""
            line(f"{section.number or ''}{section.title}{duty}", indent=2 * section.level)
        if len(report.sections) > HEADINGS:
            line(f"……另有 {len(report.sections) - HEADINGS} 个，加 --json 可全部看到", "dim", indent=2)
    line()
    line(f"事实（{len(report.facts)}）", "bold")
    for kind in TYPES:
        facts = [fact for fact in report.facts if fact.type == kind]
        if not facts:
            continue
        line(f"{FACT_TYPES[kind]} {len(facts)}", "bold", indent=2)
        shown = facts if kind in ALL else facts[:SAMPLES]
        for fact in shown:
            line(fact_words(fact), indent=4)
        if len(shown) < len(facts):
            line(f"……另有 {len(facts) - len(shown)} 条，加 --json 可全部看到", "dim", indent=4)
