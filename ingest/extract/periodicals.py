"""What kind of outlet a name in marks is that no word for a kind follows: a paper, a magazine or a site, by the words beside any of its places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.outlet_words import (
    AFTER_QUOTE,
    COUNTED_BEFORE,
    COUNTED_KINDS,
    KIND_OF,
    MAGAZINE_AFTER,
    MAGAZINE_BEFORE,
    MAGAZINES_COUNTED,
    NEWSPAPER_AFTER,
    NEWSPAPER_BEFORE,
    PAPERS_AND_MAGAZINES,
)
from ingest.lexicon import MAGAZINE_INSIDE, NEWSPAPER_INSIDE
from ingest.numerals import chinese_number
from ingest.reading import Reading
from ingest.report import PlatformKind
from ingest.titles import Quoted, Titles

PERIODICALS = frozenset({PlatformKind.MAGAZINE, PlatformKind.NEWSPAPER})
_ELECTRONIC = ("手机报", "数字报")
# 《纺织导报》《服装》|两本刊物
_SO_MANY_MAGAZINES = re.compile(r"(?P<number>\d+|[一二两三四五六七八九])[本种份](?:刊物|期刊|杂志)")
_BY_PAPER = re.compile(r"[^播预专简通战海喜捷读]报$|[周旬]讯$")


class Periodicals:
    """Tells the kinds of names of one report. All offsets are code points of its text."""

    def __init__(self, reading: Reading, titles: Titles) -> None:
        """Look at the prose of `reading`, whose quoted names `titles` has judged."""
        self._reading = reading
        self._titles = titles
        self._text = reading.text

    def kind_of(self, bare: Sequence[Quoted], places: Sequence[Quoted]) -> tuple[PlatformKind | None, bool]:
        """Return the kind of a name, None where nothing tells it, and whether words do and not its ending alone.

        `places` are all its places, `bare` those that no word for a kind follows.
        """
        told = self._told(places)
        if bare[0].name.endswith(_ELECTRONIC):
            # 《江南日报》《江南手机报》等三份报纸
            told = PlatformKind.OTHER
        kind = told or self._counted(bare) or by_ending(bare[0].name)
        if kind is None and any(place.book_marks for place in bare):
            kind = self._of_run(bare)
        return kind, told is not None

    def _told(self, places: Sequence[Quoted]) -> PlatformKind | None:
        """What the words beside any of the places say: 《A》报, 《A》《B》等4种期刊, 《A》由季刊改为双月刊."""
        for place in places:
            counted = COUNTED_BEFORE.search(self._text[max(0, place.group_start - 5) : place.group_start])
            if counted and not place.name.endswith(_ELECTRONIC):
                # “五报”（《A》《B》）、“两刊”（《C》《D》）
                return COUNTED_KINDS[counted["word"]]
            suffix = AFTER_QUOTE.match(self._text, place.end)
            if suffix and place.book_marks and KIND_OF[suffix["suffix"]] in PERIODICALS:
                return KIND_OF[suffix["suffix"]]
            after, run_after = self._text[place.end :][:12], self._text[place.group_end :][:12]
            before = self._text[max(0, place.start - 6) : place.start]
            paper = place.name.endswith("报") and not place.name.endswith("画报")
            if PAPERS_AND_MAGAZINES.match(run_after):
                # 《甲晚报》《乙》《丙》一报两刊
                return (
                    PlatformKind.NEWSPAPER
                    if paper or place.name.startswith("今日") or place.name.endswith("讯")
                    else PlatformKind.MAGAZINE
                )
            if self._all_magazines(place) or (
                not paper
                and (
                    MAGAZINE_AFTER.match(run_after)
                    or MAGAZINE_AFTER.match(after)
                    or MAGAZINE_BEFORE.search(before)
                )
            ):
                return PlatformKind.MAGAZINE
            if (
                NEWSPAPER_AFTER.match(run_after)
                or NEWSPAPER_AFTER.match(after)
                or NEWSPAPER_BEFORE.search(before)
            ):
                return PlatformKind.NEWSPAPER
        return None

    def _all_magazines(self, place: Quoted) -> bool:
        """《江南导报》《服饰》两本刊物: as many names as are counted, whatever their last character says."""
        counted = _SO_MANY_MAGAZINES.match(self._text, place.group_end)
        names = self._titles.between(place.group_start, place.group_end)
        return counted is not None and chinese_number(counted["number"]) == len(names)

    def _counted(self, places: Sequence[Quoted]) -> PlatformKind | None:
        """“5报4刊”，即《A报》《B报》，《今日C》《D》: of the second run, whatever 今日 tells elsewhere."""
        for place in places:
            low, high = self._reading.sentence_at(place.start)
            run = [other.name for other in self._titles.between(place.group_start, place.group_end)]
            if (
                len(run) > 1
                and not any(name.endswith("报") for name in run)
                and MAGAZINES_COUNTED.search(self._text, low, high)
                and "报》" in self._text[low:high]
            ):
                return PlatformKind.MAGAZINE
        return None

    def _of_run(self, places: Sequence[Quoted]) -> PlatformKind | None:
        """主办《A画刊》（半月刊）、《B》: what has no word of its own is what the names beside it are."""
        for place in places:
            low, high = self._reading.sentence_at(place.start)
            if MAGAZINES_COUNTED.search(self._text, low, high) and not place.name.endswith("报"):
                # “1报2刊1网1端”：《A报》《B》《C》, 出版8种期刊、1份报纸，包括《A》《B报》
                return PlatformKind.MAGAZINE
            beside = self._titles.between(place.group_start, place.group_end)
            if kind := next(
                (kind for other in beside if other.book_marks and (kind := self._told([other]))), None
            ):
                return kind
            if re.search(r"期刊|杂志", self._reading.media):
                return PlatformKind.MAGAZINE
            for other in beside:
                if other.book_marks and (kind := by_ending(other.name)):
                    return kind
        return None


def by_ending(name: str) -> PlatformKind | None:
    """What the last word of a paper's, a magazine's or a site's name says."""
    if name.endswith("手机报"):
        return KIND_OF["手机报"]
    if MAGAZINE_INSIDE.search(name):
        return PlatformKind.MAGAZINE
    if NEWSPAPER_INSIDE.search(name) or _BY_PAPER.search(name) or name.startswith("今日"):
        return PlatformKind.NEWSPAPER
    return PlatformKind.WEBSITE if name.endswith("网") else None
