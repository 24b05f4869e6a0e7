"""Chapters that the draft lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.duties import StatementKind, closing_kinds, duties_named
from ingest.report import Duty, Evidence, Report, Section, Shortcoming
from search.answers import Finding, Severity
from search.checking.case import WHOLE, Case, main_chapters, quoted

NAMES = {
    Duty.PREFACE: "前言（媒体概况、责任理念、获奖情况）",
    Duty.POLITICAL: "政治责任",
    Duty.POSITIONS: "阵地建设责任",
    Duty.SERVICE: "服务责任",
    Duty.HUMANISTIC: "人文关怀责任",
    Duty.CULTURE: "文化责任",
    Duty.SAFETY: "安全责任",
    Duty.ETHICS: "道德责任",
    Duty.RIGHTS: "保障权益责任",
    Duty.LAWFUL: "合法经营责任",
    Duty.AFTERWORD: "后记（回应、不足、改进）",
}
"""What the present template calls its chapters, in its order."""
OFTEN = 2
"""Earlier reports that must lack a chapter for it to be the media's way."""
OPENING = 80
"""Characters before the first chapter, the title's with them, from which on they are a preface."""
_CLOSING: dict[StatementKind, str] = {"response": "回应", "shortcoming": "不足", "commitment": "改进"}
_OLD = "正确引导 提供服务 繁荣发展文化 安全刊播 遵守职业规范".split()


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each duty without a chapter, and for each part of the closing chapter that is not there.

    Demanded are the chapters of the template that the draft follows and those that the last report has; one of the template that
    none of two earlier reports or more has either is a remark (a paper without 安全刊播). A draft of a few
    chapters only is not judged: it is a part of a report.
    """
    if not case.whole:
        return
    had = _chapters(case.last) if case.last is not None else {}
    template = set(NAMES) - ({Duty.POSITIONS} if _is_old(case.draft) else set())
    has = {section.duty for section in case.draft.sections}
    has |= {duty for section in main_chapters(case.draft) for duty in duties_named(section.title)}
    if _opens(case.draft):
        has.add(Duty.PREFACE)
    for duty in NAMES:
        if duty not in has and (duty in template or duty in had):
            yield _missing(case, duty, had.get(duty), _never(case, duty))
    if Duty.AFTERWORD in has:
        yield from _closing(case)


def _opens(report: Report) -> bool:
    """Tell whether a text of some length stands before the first chapter: a preface without a heading."""
    first = min((section.start for section in report.sections if section.duty is not None), default=0)
    return len("".join(report.text[:first].split())) >= OPENING


def _never(case: Case, duty: Duty) -> bool:
    """Tell whether none of two earlier reports or more has a chapter on a duty, though the last follows the draft's template."""
    whole = [report for report in case.earlier if len(_chapters(report)) >= WHOLE]
    if len(whole) < OFTEN or _is_old(whole[-1]) != _is_old(case.draft):
        return False
    return all(duty not in {section.duty for section in report.sections} for report in whole)


def _missing(case: Case, duty: Duty, before: Section | None, never: bool) -> Finding:
    year = case.last.report_year if case.last is not None else None
    held = f"{year}年度报告有“{before.title}”" if before is not None else "模板要求有这一章"
    message = f"缺少“{NAMES[duty]}”：{held}，稿中没有这一责任的章节。请补写，或确认是否并入了别的章节。"
    severity = Severity.INFO if never else Severity.ERROR
    return case.finding(
        "missing-section", severity, message, _after(case, duty), _heading(case.last, before)
    ).model_copy(update={"duty": duty})


def _after(case: Case, duty: Duty) -> tuple[int, int]:
    """Return the heading behind whose chapter the missing one belongs, the title's line where it is the first."""
    order = list(NAMES)
    before = [section for section in main_chapters(case.draft) if section.duty in order[: order.index(duty)]]
    if before:
        return heading(case.draft, before[-1])
    return first_line(case.draft)


def _closing(case: Case) -> Iterator[Finding]:
    """Yield what the closing chapter lacks of 回应, 不足 and 改进."""
    draft = case.draft
    told = {name for section in draft.sections for name in closing_kinds(section.title)}
    facts = {fact.type for fact in draft.facts}
    last = next(s for s in reversed(draft.sections) if s.duty is Duty.AFTERWORD)
    closing = [s for s in draft.sections if s.duty is Duty.AFTERWORD and s.level == 1] or [last]
    said = "".join(draft.text[section.start : section.end] for section in closing)
    for name, title in _CLOSING.items():
        if (
            name in told
            or name in facts
            or _SAID[name].search(said)
            or (name == "response" and not _owes(case))
        ):
            continue
        message = f"后记里没有“{title}”：{_WHY[name]}请补写这一部分。"
        yield case.finding("missing-section", Severity.WARNING, message, heading(draft, closing[0]))


_SAID = {
    "response": re.compile(
        "上年|上一年|去年|整改|回应|针对|怎么办|答复|问[：:][^\n]{4,60}答[：:]|答(?:读者|观众|听众|网友|用户)问"
    ),
    "shortcoming": re.compile(
        "不足|差距|短板|短处|薄弱|欠缺|弱项|问题|遗憾|不如意|软肋|不够|困难|还?欠着|自我批评|不[好高深足细]|偏[长短少低弱慢老]|没(?:能|有|跟|做|赶)"
    ),
    "commitment": re.compile("下一步|今后|将|改进|努力|明年|展望"),
}
"""Words by which a closing chapter may say it without a heading of its own."""
_WHY = {
    "response": "上一年度报告列了不足，读者会看今年如何回应。",
    "shortcoming": "报告须写明履责中的不足。",
    "commitment": "报告须写明下一步如何改进。",
}


def _owes(case: Case) -> bool:
    return case.follows and any(
        isinstance(fact, Shortcoming) for fact in (case.last.facts if case.last is not None else ())
    )


def _is_old(report: Report) -> bool:
    titles = [section.title for section in main_chapters(report)]
    return sum(any(word in title for title in titles) for word in _OLD) >= 2


def _chapters(report: Report) -> dict[Duty, Section]:
    found: dict[Duty, Section] = {}
    for section in main_chapters(report):
        if section.duty is not None:
            found.setdefault(section.duty, section)
    return found


def _heading(report: Report | None, section: Section | None) -> list[Evidence]:
    if report is None or section is None:
        return []
    return [quoted(report, *heading(report, section))]


def heading(report: Report, section: Section) -> tuple[int, int]:
    """Return where a section's heading stands, number included (code points, end exclusive)."""
    end = report.text.find(section.title, section.start, section.end)
    if end < 0:
        line = report.text.find("\n", section.start)
        return section.start, line if line >= 0 else len(report.text)
    return section.start, end + len(section.title)


def first_line(report: Report) -> tuple[int, int]:
    """Return where the first line with a visible character stands."""
    text = report.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return start, len(text[: end if end >= 0 else len(text)].rstrip())
