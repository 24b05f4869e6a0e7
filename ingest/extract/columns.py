"""Columns: 栏目, 专栏, 专题, 专版, 话题 and regular programmes, by their quoted titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ingest.extract.carried_rows import carried_in_row, row_at
from ingest.extract.carriers import Carriers
from ingest.extract.ownership import is_planned
from ingest.extract.platforms import PlatformNames
from ingest.lexicon import PROGRAMME_NAME
from ingest.reading import Reading
from ingest.report import Column, fact_id
from ingest.sentences import Span
from ingest.titles import Judged, Kind, Quoted, Titles


def extract_columns(
    reading: Reading, titles: Titles, platforms: PlatformNames, promised: Sequence[Span] = ()
) -> Iterator[Column]:
    """Yield each column once, with the outlet it runs on where some sentence about it tells one.

    Example: ``中国昌吉网常设《庭州e评》专栏`` → title 庭州e评, platform 中国昌吉网. A programme of the radio and one of
    the television that are called alike are two. `promised` is where commitments stand (code points).
    """
    carriers = Carriers(reading, platforms, titles)
    outlets = {(span.start, span.end) for span in platforms.mentions}

    def outlet_of(place: Quoted) -> str | None:
        within = row_at(reading, place.start)
        return carried_in_row(*within, platforms.mentions) if within else carriers.of(place)

    for judged in titles.of_kind(Kind.COLUMN):
        if all((place.start, place.end) in outlets for place in judged.places):
            # “看江南”推出…: an app by its bare name.
            continue
        if all(is_planned(reading, place.start, promised) for place in judged.places):
            # 明年将开设《街坊说事》专栏
            continue
        for platform, places in _by_outlet(judged, carriers, outlet_of):
            first = places[0]
            key = f"{judged.key}|{platform}" if len(places) < len(judged.places) else judged.key
            yield Column(
                id=fact_id(reading.report, "column", first.start, first.end, key),
                evidence=reading.evidence(first.start, first.end),
                mentions=tuple(reading.evidence(place.start, place.end) for place in places[1:]),
                title=first.name,
                platform=platform,
            )


def _by_outlet(
    judged: Judged, carriers: Carriers, outlet_of: Callable[[Quoted], str | None]
) -> list[tuple[str | None, Sequence[Quoted]]]:
    """The places of each column that bears the name: one, or two where outlets of two kinds each have a programme so called."""
    told = [(outlet_of(place), place) for place in judged.places]
    outlets = dict.fromkeys(name for name, _ in told if name is not None)
    kinds = {carriers.kind(name) for name in outlets}
    if len(outlets) != 2 or len(kinds) != 2 or not PROGRAMME_NAME.search(judged.places[0].name):
        return [(next(iter(outlets), None), judged.places)]
    groups: dict[str | None, list[Quoted]] = defaultdict(list)
    for name, place in told:
        groups[name or next(iter(outlets))].append(place)
    return list(groups.items())
