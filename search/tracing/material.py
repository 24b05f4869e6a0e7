"""What tracing works on: the promises of a report, and what later reports say that may answer them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.report import Commitment, Duty, Evidence, Report, Response, Shortcoming
from ingest.sentences import clauses, strip_marks
from search.answers import LinkKind
from search.paragraphs import SENTENCE_END, paragraphs
from search.tracing.generic import is_generic
from search.tracing.wording import FIGURE, intends

CLOSING = re.compile("不足|改进|回应|整改|努力方向|今后|打算|展望|存在.{0,4}问题|下一步")
"""What the headings of the closing chapter say, in both templates."""
SHORTEST = 8
"""Characters: a shorter clause shows no deed."""
LABEL = 40
"""Characters: a line up to this long that ends without a mark labels a picture or table."""


@dataclass(frozen=True)
class Promise:
    """A shortcoming or commitment to be followed."""

    id: str
    kind: Literal["shortcoming", "commitment"]
    text: str
    evidence: Evidence


@dataclass(frozen=True)
class Candidate:
    """What a report says that may speak to an earlier promise. `evidence.quote` is the whole of it."""

    kind: LinkKind
    text: str
    evidence: Evidence
    preface: bool = False
    """Whether it is a deed that the preface tells."""
    parts: tuple[str, ...] = ()
    """What a response of several sentences or clauses is made of, each of which may answer a promise of its own."""
    room: int = 1
    """How many promises of one year and kind it may speak to: several for a response that sums up several answers."""


def promises(report: Report) -> list[Promise]:
    """Return the shortcomings and commitments of a report in the order of its text."""
    return [
        Promise(fact.id, fact.type, fact.text, fact.evidence)
        for fact in report.facts
        if isinstance(fact, Shortcoming | Commitment)
    ]


def candidates(report: Report) -> list[Candidate]:
    """Return a report's responses, its deeds, and its shortcomings (each a possible recurrence).

    Deeds are the clauses of the body: what stands outside the closing chapter and is no mere intention. Generic responses are left out: they answer nothing. Raises ValueError where media or year of the
    report is not known.
    """
    found = [
        Candidate(
            "response",
            _answered(report, fact) + fact.text,
            fact.evidence,
            parts=_response_parts(fact.text),
            room=_room(fact.text),
        )
        for fact in report.facts
        if isinstance(fact, Response) and not is_generic(fact.text)
    ]
    found += [
        Candidate("recurrence", fact.text, fact.evidence)
        for fact in report.facts
        if isinstance(fact, Shortcoming)
    ]
    prefaces = [(at.start, at.end) for at in report.sections if at.duty is Duty.PREFACE]
    headings = _Headings(report)
    for start, end in body(report):
        text = report.text[start:end]
        if not intends(text):
            told = any(at <= start < to for at, to in prefaces)
            said = _evidence(report, start, end, headings.above(start))
            found.append(Candidate("action", text, said, told))
    return found


# 问题一：评论声音弱。⏎整改一：|组建评论部…: the fault stands in the line before, under its label.
_FAULT_LINE = re.compile(
    r"(?:^|\n)[^\n]{0,6}(?:问题|不足|短板)[一二三四五六七八九十\d]*[：:](?P<fault>[^\n]{2,80})\n[^\n]{1,12}$"
)
_PART = 6
"""Characters: a shorter part of a response answers nothing by itself."""
_BEFORE = 110
"""Characters before a response in which that line stands."""


def _answered(report: Report, response: Response) -> str:
    """Return the fault that the line before a response names, which tells what it answers; "" where none does."""
    start = response.evidence.start
    line = _FAULT_LINE.search(report.text[max(0, start - _BEFORE) : start])
    return line["fault"] if line else ""


# 针对|体制不活、人才不足|的问题，…  关于评论偏弱。…  去年报告里讲的|重播多、自办少|，…
_FAULT_LED = re.compile(
    r"(?:针对|对于?|关于|围绕|就|[^，。；：]{0,12}(?:提[到及出]|指出|列[出举]?|讲|反映|谈到|查找|存在)的)(?P<faults>[^，。；：]{2,60})[，。；：]"
)
_SEVERAL = re.compile(r"(?P<count>[两二三四五六])(?:个(?!月)|项|条|点|方面|大(?:问题|短板)|类)")
_ALSO = re.compile("也|均|都|双双|分别|一手.+一手")
ROOM = 6
"""The most promises of one year and kind that one response is taken to answer."""


def _room(response: str) -> int:
    """Return how many promises of a kind a response may answer: as many as it counts or names, or as it has sentences.

    综艺瘦身、产业转型两个方面见效快 and 记者往下沉了，老年读者也有了版面 answer two; what opens on one fault answers that one, and
    a response with figures tells by its lists what was done about one.
    """
    led = _FAULT_LED.match(response)
    told = led["faults"] if led else response
    several = _SEVERAL.search(told)
    counted = "一二三四五六".find(several["count"].replace("两", "二")) + 1 if several else 1
    room = counted
    if led or not FIGURE.search(response):
        room = max(
            room, *(1 + len(re.findall("[、和与及]", clause)) for clause in re.split("[，。；]", told))
        )
    if not led:
        room = max(room, 1 + len(re.findall("[。；;]", response.rstrip("。；;"))))
        room += not FIGURE.search(response) and _ALSO.search(response) is not None
    return min(room, ROOM)


def _response_parts(text: str) -> tuple[str, ...]:
    """Return the sentences and clauses of a response that say something by themselves, none where there is one alone."""
    parts = [text[slice(*strip_marks(text, *span))] for span in clauses(text, 0, len(text), "。！；;，,：")]
    parts = [part for part in parts if len(part) >= _PART and not is_generic(part)]
    return tuple(parts) if len(parts) > 1 else ()


def body(report: Report) -> Iterator[tuple[int, int]]:
    """Yield the clauses that may show a deed, without their closing marks: offsets, end exclusive."""
    closed = _within(report, _closing(report))
    headings = {section.start: section.title for section in report.sections}
    for paragraph in paragraphs(report):
        if len(paragraph.text) <= LABEL and paragraph.text[-1] not in SENTENCE_END:
            continue
        for found in clauses(report.text, paragraph.start, paragraph.end):
            start, end = strip_marks(report.text, *found)
            # 3.监督报道有力度。“民声直通”刊发…: a heading that its text runs on from says what follows, not what was done.
            if start in headings and report.text[start:end].endswith(headings[start]):
                continue
            if end - start >= SHORTEST and not any(closed[start:end]):
                yield start, end


def evidence(report: Report, start: int, end: int) -> Evidence:
    """Return the evidence that ``report.text[start:end]`` is. Raises ValueError where media or year of the report is not known."""
    return _evidence(report, start, end, _Headings(report).above(start))


class _Headings:
    """The headings that lead to each place of a report: those of one place lead to all up to where the next section begins or ends."""

    def __init__(self, report: Report) -> None:
        self._sections = report.sections
        self._bounds = sorted({at for section in report.sections for at in (section.start, section.end)})
        self._above: dict[int, tuple[str, ...]] = {}

    def above(self, start: int) -> tuple[str, ...]:
        stretch = bisect_right(self._bounds, start)
        if stretch not in self._above:
            self._above[stretch] = tuple(at.title for at in self._sections if at.start <= start < at.end)
        return self._above[stretch]


def _evidence(report: Report, start: int, end: int, section: tuple[str, ...]) -> Evidence:
    if report.media is None or report.report_year is None:
        raise ValueError("evidence needs a report of known media and year")
    return Evidence(
        media=report.media,
        year=report.report_year,
        report=report.id,
        section=section,
        quote=report.text[start:end],
        start=start,
        end=end,
        page=bisect_right(report.pages, start) or None,
    )


def _within(report: Report, spans: Iterable[tuple[int, int]]) -> bytearray:
    """Return for each character of the report 1 where it lies in any of the spans, else 0."""
    within = bytearray(len(report.text))
    for start, end in spans:
        within[start:end] = b"\1" * (min(end, len(within)) - start)
    return within


def _closing(report: Report) -> Iterator[tuple[int, int]]:
    statements = [
        fact.evidence for fact in report.facts if isinstance(fact, Response | Shortcoming | Commitment)
    ]
    for statement in statements:
        yield statement.start, statement.end
    for section in report.sections:
        told = any(section.start <= statement.start < section.end for statement in statements)
        if section.duty is Duty.AFTERWORD or (told and CLOSING.search(section.title)):
            yield section.start, section.end
