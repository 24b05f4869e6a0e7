"""Columns: 栏目, 专栏, 专题, 专版, 话题 and regular programmes, by their quoted titles."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extract.platforms import PlatformNames
from ingest.reading import Reading
from ingest.report import Column, fact_id
from ingest.titles import Judged, Kind, Titles


def extract_columns(reading: Reading, titles: Titles, platforms: PlatformNames) -> Iterator[Column]:
    """Yield each column once, with the outlet it runs on where its sentence names one before it.

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
        start, _ = reading.sentence_at(place.start)
        before = [span for span in platforms.spans if start <= span.start]
        nested = [span for span in before if place.group_start <= span.start and span.end == place.start]
        if nested:
            # 《江南晚报》“民声直通”栏目: the paper stands right before.
            return nested[-1].name
        found = [span for span in before if span.end <= place.group_start]
        # 《昌吉日报》、抖音上开设…: several outlets at once are none in particular.
        if len(found) == 1 and place.group_start - found[0].end <= 40:
            return found[0].name
    return None
