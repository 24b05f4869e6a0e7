"""Works: pieces the media made, by their quoted titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extract.ownership import is_planned
from ingest.reading import Reading
from ingest.report import Work, fact_id
from ingest.sentences import Span
from ingest.titles import Kind, Titles

# 纪录片《瓦屋之下》|第二季10集播出: a season of a film is one of its own, of short videos it goes on; but 第一季、第二季 are told of one work.
_SEASON = re.compile(r"[（(]?(?P<which>第[二三四五六七八九十\d]{1,2}[季部辑])(?![、和与])[）)]?")


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
        season = _SEASON.match(reading.text, first.end)
        yield Work(
            id=fact_id(reading.report, "work", first.start, first.end, judged.key),
            evidence=reading.evidence(first.start, first.end),
            mentions=tuple(reading.evidence(place.start, place.end) for place in judged.places[1:]),
            title=first.name + (season["which"] if season and (judged.genre or "").endswith("片") else ""),
            genre=judged.genre,
        )
