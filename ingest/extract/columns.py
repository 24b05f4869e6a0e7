"""Columns: 栏目, 专栏, 专题, 专版, 话题 and regular programmes, by their quoted titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.ownership import PlatformSpan
from ingest.extract.platforms import PlatformNames
from ingest.reading import Reading
from ingest.report import Column, fact_id
from ingest.sentences import Span
from ingest.titles import Judged, Kind, Quoted, Titles

_CLAUSE_MARKS = "，,；;。！？\n"
# What may stand between an outlet and the column it carries, without another actor coming between.
_CARRIES = re.compile(r"[^《》“”]{0,30}(?:[《“][^《》“”]{1,30}[》”][、和及]?(?:等)?(?:[一-龥]{0,6})?){0,6}")
# A、B等平台开设…: several outlets at once are none in particular.
_JOINED = re.compile(r"(?:[、和及与]|以及|等|及其)+")
# 《A》每晚在B播出, “C”推出第三季，在D播出: the outlet follows.
_RUNS_ON = re.compile(r"[^。；《“]{0,24}?(?:在|于|登陆|登录)$")
_AIRED = re.compile(r"[^，。；]{0,10}?(?:播出|刊出|推出|更新|首播|上线|连载|发布|播放|开播|同步)")
# …，新开《A》《B》，停办《C》: the outlet of the clause before goes on.
_GOES_ON = re.compile(
    r"(?:，|,|；)?(?:并|还|同时|先后|另|也|又|再)?(?:开设|新开|新设|增设|开办|开辟|停办|停播|推出|打造|办好|改版|新增)(?:了)?[^，。；《“]{0,10}$"
)


def extract_columns(reading: Reading, titles: Titles, platforms: PlatformNames) -> Iterator[Column]:
    """Yield each column once, with the outlet it runs on where its sentence tells one.

    Example: ``中国昌吉网常设《庭州e评》专栏`` → title 庭州e评, platform 中国昌吉网.
    """
    for judged in titles.of_kind(Kind.COLUMN):
        first = judged.places[0]
        yield Column(
            id=fact_id(reading.report, "column", first.start, first.end, judged.key),
            evidence=reading.evidence(first.start, first.end),
            mentions=tuple(reading.evidence(place.start, place.end) for place in judged.places[1:]),
            title=first.name,
            platform=_platform(reading, judged, platforms),
        )


def _platform(reading: Reading, judged: Judged, platforms: PlatformNames) -> str | None:
    for place in judged.places:
        sentence = reading.sentence_at(place.start)
        spans = [
            s for s in platforms.spans if sentence[0] <= s.start and s.end <= max(sentence[1], place.end)
        ]
        if spans and (found := _carrier(reading.text, place, sentence, spans)):
            return found
    return None


def _carrier(text: str, place: Quoted, sentence: Span, spans: list[PlatformSpan]) -> str | None:
    """The outlet that one sentence gives a column: in its clause before it, after it with 在, or in the clause before."""
    start = place.group_start
    while start > sentence[0] and text[start - 1] not in _CLAUSE_MARKS:
        start -= 1
    before = [span for span in spans if start <= span.start and span.end <= place.start]
    if before:
        last = before[-1]
        joined = len(before) > 1 and _JOINED.fullmatch(text, before[-2].end, last.start)
        return None if joined or not _CARRIES.fullmatch(text, last.end, place.start) else last.name
    after = [span for span in spans if span.start >= place.end]
    if after and _RUNS_ON.fullmatch(text, place.end, after[0].start) and _AIRED.match(text, after[0].end):
        return after[0].name
    if _GOES_ON.fullmatch(text, max(start - 1, sentence[0]), place.group_start):
        earlier = [span for span in spans if span.end <= start]
        if earlier and not re.search(r"[；;]", text[earlier[-1].end : start]):
            return earlier[-1].name
    return None
