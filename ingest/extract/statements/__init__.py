"""Responses, shortcomings and commitments: the statements of the closing chapter.

Where (`places`): sections whose heading announces them (回应, 存在的不足, 今后努力方向 …), wherever they stand; what no
heading announces, in the rest of the closing chapter or else the last paragraphs.
Which (`wording`, `telling`): each passage, an enumeration (`enumeration`), a list without numbers (`running`) or a paragraph, is of the kind that its heading, its
lead-in and its own words say; a passage that goes from a fault to what will be done about it is cut in two.
How much (`points`, `answers`; `leading` and `retelling` tell leads from answers): one item of an enumeration is one statement; running text makes one a paragraph or
answered fault (responses), one a point (shortcomings), one a sentence (commitments).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.duties import StatementKind
from ingest.extract.statements.cues import ITEM_MARK, NO_ANSWER
from ingest.extract.statements.places import regions
from ingest.extract.statements.retelling import is_concrete
from ingest.extract.statements.wording import statements_of
from ingest.reading import Reading
from ingest.report import Commitment, Response, Shortcoming, Statement, fact_id
from ingest.sentences import Span, strip_marks


def extract_statements(reading: Reading) -> Iterator[Statement]:
    """Yield the closing statements, each kind numbered from 1 in the order of the text.

    Example: ``一是重大主题宣传系统谋划能力有待进一步提升；`` → shortcoming 重大主题宣传系统谋划能力有待进一步提升.
    """
    counts = {"response": 0, "shortcoming": 0, "commitment": 0}
    seen: set[Span] = set()
    found = [item for region in regions(reading) for item in statements_of(reading, region)]
    for kind, (start, end) in sorted(found, key=lambda item: item[1]):
        mark = ITEM_MARK.match(reading.text, start, end)
        start = strip_marks(reading.text, mark.end(), end)[0] if mark else start
        therefore = _THEREFORE[kind].match(reading.text, start, end)
        start = therefore.end() if therefore else start
        numbered = _NUMBERED.search(reading.text, max(0, start - _LONGEST_NUMBER), start)
        mended = _MENDED.match(reading.text, start, end) if kind == "response" and not numbered else None
        start = mended.end() if mended else start
        if kind == "response" and _nothing_to_answer(reading.text[start:end]):
            continue
        if end - start < 3 or reading.text[start:end] == reading.media:
            continue
        if any(start < e and s < end for s, e in seen):
            continue
        seen.add((start, end))
        counts[kind] += 1
        yield _statement(reading, kind, start, end, counts[kind])


# 对此，本报取消头版广告; 对此，我们将办好一个专栏: what is answered stands before.
_THEREFORE = {
    "response": re.compile(r"(?:对此|为此)[，,]"),
    "shortcoming": re.compile(r"(?!)"),
    "commitment": re.compile(
        r"(?:对此|为此)[，,](?:(?:我们|本[报台社网刊]|我[台社报]|报社|集团|中心)?(?:将|拟|计划))?"
    ),
}
# 评论声音弱。⏎整改：|组建评论部…: a fault in a line of its own, and in the next what was done about it.
_MENDED = re.compile(
    r"[^\n]{2,80}\n\s*(?:【|\[)?(?:整改|改进|落实|回应|完成|解决)(?:措施|举措|情况|结果|成效)?(?:之?[一二三四五六七八九十\d])?(?:[：:]|[】\]][：:]?)\s*"
)
# ⏎1.|上年提出的“策划少”问题⏎整改成效：… is one item, with the fault that it names.
_NUMBERED = re.compile(
    r"(?:^|\n)[\s　]*(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]、|[①-⑳])[\s　]*$"
)
_LONGEST_NUMBER = 12


def _nothing_to_answer(text: str) -> bool:
    """Tell whether the year before left nothing to answer; 退掉广告430万元，没有接到投诉 tells a deed first."""
    said = NO_ANSWER.search(text)
    return said is not None and not is_concrete(text[: said.start()])


def _statement(reading: Reading, kind: StatementKind, start: int, end: int, ordinal: int) -> Statement:
    text = reading.text[start:end]
    evidence = reading.evidence(start, end)
    identity = fact_id(reading.report, kind, start, end, text)
    if kind == "response":
        return Response(id=identity, evidence=evidence, text=text, ordinal=ordinal)
    if kind == "shortcoming":
        return Shortcoming(id=identity, evidence=evidence, text=text, ordinal=ordinal)
    return Commitment(id=identity, evidence=evidence, text=text, ordinal=ordinal)
