"""What an earlier report tells as done in its year and the draft tells as this year's: 今年，三个电视频道精简为两个 in two reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import years
from ingest.report import Commitment, Evidence, Report, Shortcoming
from ingest.sentences import clauses
from search.answers import Finding, Severity
from search.checking.around import SENTENCE, around
from search.checking.case import Case, quoted
from search.checking.saying import short

_NOW = re.compile(
    r"(?:今年以来|今年|本年度|年内|(?<!\d)\d{1,2}月(?:\d{1,2}日|初|底|中旬|上旬|下旬)?|[上下]半年)[，,]?"
)
_ONCE = re.compile(
    "建成|共建|建立|设立|成立|启用|精简|更名|改名|改版|上线|开通|揭牌|挂牌|组建|迁入|搬入|投入使用|投用|整合|合并|撤销|停刊|停办|落成|完成改造|通过验收|升级|换装|首播|首发|问世|"
    "创办|创刊|开播|签约|获批"
)
"""What is done once: of such a deed no two years can tell in the same words."""
_LEAST = 8
"""Characters of a clause, the time aside."""
TAKEN = 36
"""Characters of a sentence that is told as repeated text."""
_LEAD = 14
"""Characters before a clause in which its date may stand."""
_IDLE = re.compile("[的了，,、\\s]")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each deed that is done once and that the draft dates to its own year, where an earlier report has
    told it in the very same words. What that report only meant to do, or lacked, is no deed."""
    text = case.draft.text
    told: set[str] = set()
    for start, end in clauses(text, 0, len(text), "，,；;。！？\n"):
        clause = text[start:end].strip("，,；;。！？\n 　")
        lead = text[max(0, start - _LEAD) : start]
        # 2023年6月1日，客户端更名: an earlier year's deed, told as such.
        past = any(year != case.year for year, _, _ in years(re.split("[。；\n]", lead)[-1] + clause))
        dated = _NOW.search(clause) or re.search(rf"(?:{_NOW.pattern})$", lead)
        deed = _IDLE.sub("", _NOW.sub("", clause))
        if dated is None or past or len(deed) < _LEAST or not _ONCE.search(deed) or deed in told:
            continue
        held = next((place for report in case.earlier if (place := _done(report, deed))), None)
        sentence = text[slice(*around(text, start, end, SENTENCE))].strip()
        if (
            held is not None
            and len(sentence) >= TAKEN
            and any(sentence in each.text for each in case.earlier)
        ):
            # The whole sentence is taken over, which is told as such.
            continue
        if held is not None:
            told.add(deed)
            message = (
                f"“{short(clause, 24)}”像是往年的事：{held.year}年度报告已写“{short(held.quote, 36)}”。"
                "请核对是否今年所做。"
            )
            at = text.index(clause, start)
            span = at, at + len(clause)
            yield case.finding("unsupported-claim", Severity.WARNING, message, span, [held])


def _done(report: Report, deed: str) -> Evidence | None:
    meant = [fact.evidence for fact in report.facts if isinstance(fact, Commitment | Shortcoming)]
    for start, end in clauses(report.text, 0, len(report.text), "，,；;。！？\n"):
        if deed in _IDLE.sub("", report.text[start:end]) and not any(
            place.start < end and start < place.end for place in meant
        ):
            return quoted(report, start, end)
    return None
