"""Works: pieces the media made, by their quoted titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.extract.ownership import is_planned
from ingest.reading import Reading
from ingest.report import Work, fact_id
from ingest.sentences import Span
from ingest.titles import Kind, Titles


def extract_works(reading: Reading, titles: Titles, promised: Sequence[Span] = ()) -> Iterator[Work]:
    """Yield each work once, with every place that names it.

    `promised` is where commitments stand (code points): what they make is still to come.

    Example: ``系列短视频《大地之歌》`` → title 大地之歌, genre 系列短视频.
    """
    for judged in titles.of_kind(Kind.WORK):
        if all(is_planned(reading, place.start, promised) for place in judged.places):
            # 明年将推出系列微视频《A》
            continue
        first = judged.places[0]
        yield Work(
            id=fact_id(reading.report, "work", first.start, first.end, judged.key),
            evidence=reading.evidence(first.start, first.end),
            mentions=tuple(reading.evidence(place.start, place.end) for place in judged.places[1:]),
            title=first.name,
            genre=judged.genre,
        )
