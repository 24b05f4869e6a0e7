"""Columns: 栏目, 专栏, 专题, 专版, 话题 and regular programmes, by their quoted titles."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extract.carriers import Carriers
from ingest.extract.platforms import PlatformNames
from ingest.reading import Reading
from ingest.report import Column, fact_id
from ingest.titles import Kind, Titles


def extract_columns(reading: Reading, titles: Titles, platforms: PlatformNames) -> Iterator[Column]:
    """Yield each column once, with the outlet it runs on where some sentence about it tells one.

    Example: ``中国昌吉网常设《庭州e评》专栏`` → title 庭州e评, platform 中国昌吉网.
    """
    carriers = Carriers(reading, platforms)
    for judged in titles.of_kind(Kind.COLUMN):
        first = judged.places[0]
        yield Column(
            id=fact_id(reading.report, "column", first.start, first.end, judged.key),
            evidence=reading.evidence(first.start, first.end),
            mentions=tuple(reading.evidence(place.start, place.end) for place in judged.places[1:]),
            title=first.name,
            platform=next((name for place in judged.places if (name := carriers.of(place))), None),
        )
