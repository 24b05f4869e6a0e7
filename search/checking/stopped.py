"""What an earlier report tells of the end of, and the draft has going on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.report import Column, Evidence, Platform, Report
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, MARKED, SENTENCE, around
from search.checking.case import Case, quoted
from search.checking.saying import short

_STOPPED = re.compile(
    "(?<![零未无不防])(?<!没有)停[办刊播更](?![率时秒错]|事[故件]|安全|故障|差错|广告|违规|违法|[了过约近]?[0-9]|[了过约近]?[一两二三四五六七八九十半]+(?:个?(?:月|星期|礼拜|小时)|天|周|分钟|期))|休刊|关停|收官|停止更新"
)
"""Words for the end of something; not 全年零停播, 停播率0.4秒, 停播事故, 停播违规广告11条, 停播一个月."""
_AGAIN = re.compile(
    "连续|恢复|复[刊播办更]|重[启新]|回归|再度|第.季|停[办刊播更]|休刊|关停|原|曾|并入|合并|更名|前身"
)
"""What tells that something began anew, or that its past is spoken of (连续六年 is `running`'s)."""
_PART = re.compile("[版号网端刊]|频道|频率|手机报|第.{1,3}[季期届]")
"""Between a name and its end: what ended is an outlet or a page that has the name in its own, as 《沧宁晚报》社区版停刊."""
_DOES = re.compile(
    r"(?:全年|共|日均|期均)*(?:播出|出版|出报|刊发|刊出|出刊|发行|更新|推出|播发)[^，。；《]{0,6}\d"
)
_DATED = re.compile(
    r"(?:自|从|于)?(?:20\d\d年|次年|当年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|初)?(?:起|出版[^，。]{0,8}后|后|已|正式|全面|宣布)*"
)
"""What a clause has before the end of what the clause before it names: no other thing that ended."""
NAMED = 3
"""Characters of a name; a shorter one may be many things."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each column or outlet that an earlier report ended and the draft has at work.

    Made for: “民声直通”栏目停办 in 2020, “民声直通”栏目刊发监督报道92篇 in 2021. Silent where a later report has it at work
    again, or where the draft says that it came back.
    """
    seen: set[str] = set()
    for name, start, stop in _at_work(case):
        if name in seen or len(name) < NAMED or name in (case.draft.media or ""):
            continue
        seen.add(name)
        left, right = around(case.draft.text, start, stop, SENTENCE)
        end = (
            None
            if _AGAIN.search(case.draft.text[left:right].replace(name, ""))
            else ended(case.earlier, name)
        )
        if end is None or any(name in report.text for report in case.earlier if _after(report, end)):
            continue
        at = case.draft.text.find(name, start, stop)
        message = (
            f"“{name}”在{end.year}年度报告里已写“{short(end.quote)}”，这里又写它在办。"
            "请核对；若已恢复，请写明。"
        )
        span = (at, at + len(name)) if at >= 0 else (start, stop)
        yield case.finding("unsupported-claim", Severity.WARNING, message, span, [end])


def _at_work(case: Case) -> Iterator[tuple[str, int, int]]:
    """Yield the columns and outlets of the draft, and what stands between marks before what it does: 《晨报》全年出版302期."""
    for fact in case.draft.facts:
        if isinstance(fact, Column | Platform):
            name = fact.title if isinstance(fact, Column) else fact.name
            yield name, fact.evidence.start, fact.evidence.end
    for match in MARKED.finditer(case.draft.text):
        if _DOES.match(case.draft.text, match.end()):
            yield match[match.lastindex or 0], *match.span()


def ended(earlier: Sequence[Report], name: str) -> Evidence | None:
    """Return the clause of the latest report that tells of the end of something, None where none does."""
    for report in reversed(earlier):
        for at in re.finditer(re.escape(name), report.text):
            left, right = around(report.text, *at.span(), CLAUSE)
            # 《晨刊》因成本攀升，2022年12月31日出版最后一期后停刊: the end may stand in the clause behind, where nothing else is named.
            end = around(report.text, *at.span(), SENTENCE)[1]
            stop = _STOPPED.search(report.text[at.end() : end])
            between = report.text[at.end() : at.end() + stop.start()] if stop else ""
            far = len(between) > right - at.end()
            if stop is None or (far and not _DATED.fullmatch(re.split("[，,、：:]", between)[-1])):
                continue
            if not _PART.search(between[: right - at.end()].replace("出版", "")):
                return quoted(report, left, max(right, at.end() + stop.end()))
    return None


def _after(report: Report, end: Evidence) -> bool:
    return (report.report_year or 0) > end.year
