"""Where a report names outlets, its own and others': every candidate, with the kind that its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.channel_lists import channel_lists
from ingest.extract.outlet_lists import after_colon, outlet_lists
from ingest.extract.outlet_names import BareNames
from ingest.extract.outlet_rows import row_outlets
from ingest.extract.outlet_words import (
    ACCOUNT_KINDS,
    AFTER_QUOTE,
    ALIKE_IN_BRACKETS,
    APP_NAMED_AFTER,
    APP_USED_AFTER,
    BARE_OUTLETS,
    BRACKETED,
    BRACKETED_SEVERAL,
    COUNTED_IN_BRACKETS,
    COUNTED_KINDS,
    COUNTED_OUTLETS,
    FOREIGN_ACCOUNT_BEFORE,
    GENERIC,
    HANDLE,
    HANDLE_BEFORE,
    KIND_BEFORE,
    KIND_OF,
    LATIN_ACCOUNT,
    LATIN_ACCOUNT_AFTER,
    LATIN_NAME,
    LONGER_NAME,
    OF_THE_HOUSE,
    SECTION_NAME,
    SIBLING,
    SITE_BEFORE,
    SITE_NAME,
    SUFFIX_RE,
    is_site,
)
from ingest.extract.ownership import PlatformSpan
from ingest.extract.periodicals import Periodicals, by_ending
from ingest.lexicon import COLUMN_AFTER
from ingest.reading import Reading
from ingest.report import PlatformKind
from ingest.titles import Judged, Kind, Quoted, Titles

_PAPER_END = re.compile(r"..(?:报|周刊|画刊)$")
_BRACKET = re.compile("[（(]")
# 海外账号|“有粉丝、缺互动”: what is said of it
_SAYING = re.compile(r"[、，；]")
_SHARED_END = re.compile(r"(?:手机报|客户端|APP|App|号)$")


class OutletPlaces:
    """Collects the candidates of one report. All offsets are code points of its text."""

    def __init__(self, reading: Reading, titles: Titles, core: str) -> None:
        """Look at the prose of `reading`, whose quoted names `titles` has judged; `core` is what its outlets are called after."""
        self._reading = reading
        self._titles = titles
        self._text = reading.text
        self._core = core
        self._names = BareNames(reading.text, reading.media, core)
        self._periodicals = Periodicals(reading, titles)
        self._taken: set[int] = set()
        """The offsets at which an outlet that is known already stands."""

    def candidates(self) -> Iterator[PlatformSpan]:
        """Yield every place that names an outlet: quoted names first, then lists, then names without marks."""
        self._taken = set()
        for told in row_outlets(self._reading):
            self._taken.update(range(told.start, told.end))
            yield told
        for judged in self._titles.judged.values():
            yield from self._quoted(judged)
        for block in self._reading.prose:
            yield from self._listed(block.start, block.end)
            yield from self._own_name(block.start, block.end)
            for match in SUFFIX_RE.finditer(self._text, block.start, block.end):
                span = self._names.outlet(block.start, match, self._taken)
                if span is not None:
                    yield span
                if span is not None and span.kind in ACCOUNT_KINDS | {PlatformKind.OTHER}:
                    yield from self._siblings(span.name[: -len(match["suffix"])], match.end())

    def _own_name(self, start: int, end: int) -> Iterator[PlatformSpan]:
        """江朔青年报创刊于1951年: a paper or magazine that the media itself is called after."""
        name = self._reading.media.removesuffix("社")
        if not _PAPER_END.search(name):
            return
        at = start
        while (at := self._text.find(name, at, end)) >= 0:
            span = (at, at + len(name))
            at = span[1]
            alone = not LONGER_NAME.match(self._text, span[1]) and not OF_THE_HOUSE.match(self._text, span[1])
            if alone and span[0] not in self._taken:
                self._taken.update(range(*span))
                yield PlatformSpan(*span, name, by_ending(name) or PlatformKind.NEWSPAPER)

    def _quoted(self, judged: Judged) -> Iterator[PlatformSpan]:
        bare: list[Quoted] = []
        accounts = False
        for place in judged.places:
            self._taken.update(range(place.inner_start, place.inner_end))
            named = self._named_by_kind(place)
            shared = self._shared_suffix(place)
            suffix = AFTER_QUOTE.match(self._text, place.end)
            if suffix and self._text.startswith("矩阵", suffix.end()):
                # “江南发布”微信矩阵（公众号、视频号）
                suffix = None
            if suffix and suffix["suffix"] == "大喇叭" and GENERIC.match(place.name):
                # “村村响”大喇叭: what villages have
                suffix = None
            if named is not None:
                yield named
            elif self._named_site(place):
                yield PlatformSpan(place.start, place.end, place.name, PlatformKind.WEBSITE)
            elif shared is not None and judged.kind is not Kind.DOCUMENT:
                # “青山日报”“青山晚报”微信公众号: the word after the last serves each.
                yield PlatformSpan(place.start, place.end, place.name + shared, KIND_OF[shared])
            elif (
                judged.kind is Kind.NONE
                and self._core
                and self._core in place.name
                and APP_USED_AFTER.match(self._text, place.end)
            ):
                yield PlatformSpan(place.start, place.end, place.name, PlatformKind.APP)
            elif judged.kind is not Kind.PLATFORM:
                abroad = FOREIGN_ACCOUNT_BEFORE.search(self._text[max(0, place.start - 12) : place.start])
                latin = LATIN_NAME.fullmatch(place.name) and LATIN_ACCOUNT_AFTER.match(self._text, place.end)
                if latin or (abroad and not _SAYING.search(place.name)):
                    yield PlatformSpan(place.start, place.end, place.name, PlatformKind.OTHER)
            elif suffix:
                self._taken.update(range(place.start, suffix.end()))
                name = place.name.lstrip("@") + (suffix["script"] or "") + suffix["suffix"]
                kind = KIND_OF[suffix["suffix"]]
                accounts = accounts or kind in ACCOUNT_KINDS
                if kind in {PlatformKind.MAGAZINE, PlatformKind.NEWSPAPER} and place.book_marks:
                    name = place.name
                yield PlatformSpan(place.start, suffix.end("suffix"), name, kind)
                yield from self._siblings(place.name, suffix.end())
            elif not place.name.startswith("@"):
                bare.append(place)
        if accounts:
            # “快报”下载量达… beside “快报”客户端: the app, and no paper.
            bare = [place for place in bare if place.book_marks]
        if bare:
            kind_of_all, told = self._periodicals.kind_of(bare, judged.places)
            if kind_of_all is not None:
                for place in bare:
                    yield PlatformSpan(place.start, place.end, place.name, kind_of_all, told)

    def _named_by_kind(self, place: Quoted) -> PlatformSpan | None:
        """抖音号“江南新闻”“谷子姐”: the kind stands before the name or before the run of names."""
        if AFTER_QUOTE.match(self._text, place.end):
            return None
        if place.book_marks and not self._text.endswith("手机报", 0, place.start):
            # 手机报《江南早读》
            return None
        run = self._text[place.group_start : place.start]
        if run and (
            not re.fullmatch(r"(?:“[^”]{2,12}”[、和及]?)+", run)
            or AFTER_QUOTE.match(self._text, place.group_end)
            or COUNTED_OUTLETS.match(self._text, place.group_end)
        ):
            return None
        if SECTION_NAME.search(place.name) or COLUMN_AFTER.match(self._text[place.group_end :][:24]):
            # 微信公众号“考研加油站”“实习在线”板块: what it carries.
            return None
        low = max(0, place.group_start - 12)
        before = KIND_BEFORE.search(self._text[low : place.group_start])
        if before is None:
            return None
        counted = COUNTED_OUTLETS.match(self._text, place.group_end) if place.group_end > place.end else None
        shared = SUFFIX_RE.match(self._text, counted.end()) if counted else None
        if shared and KIND_OF[shared["suffix"]] is KIND_OF[before["suffix"]]:
            # 微信矩阵包括“甲”“乙”“丙”等12个公众号: the word behind them serves each.
            return None
        start = low + before.start("suffix")
        lead = self._text[self._names.begin(max(0, start - 16), start) : start]
        house = lead and lead.endswith((self._reading.media, "融媒体中心", "报社", "电视台", "集团"))
        if self._text[start - 1] in "”》" or (self._core and self._core in lead and not house):
            # “江南”客户端“A”“B”, 江南发布微信号“粉丝”: the word belongs to the name before it.
            return None
        self._taken.update(range(low + before.start(), place.group_start))
        start = place.start if run else start
        return PlatformSpan(
            start, place.end, place.name.lstrip("@") + before["suffix"], KIND_OF[before["suffix"]]
        )

    def _named_site(self, place: Quoted) -> bool:
        """电台网站“江南在线”: a site by its name, after the word for it."""
        before = self._text[max(0, place.start - 6) : place.start]
        return (
            not place.book_marks
            and SITE_BEFORE.search(before) is not None
            and SITE_NAME.search(place.name) is not None
            and not COLUMN_AFTER.match(self._text[place.end :][:24])
        )

    def _listed(self, start: int, end: int) -> Iterator[PlatformSpan]:
        """Channels that share a word, and outlets whose kind stands before their name in brackets or before an @."""
        site = is_site(self._reading.media)
        for listed, channels in () if site else channel_lists(self._text, start, end):
            self._taken.update(range(*listed))
            yield from channels
        for listed, outlets in outlet_lists(self._text, start, end):
            if site and outlets[0].kind in {PlatformKind.TV, PlatformKind.RADIO}:
                # 新闻、问政、视频等28个频道 of a site
                continue
            if self._taken.isdisjoint(range(*listed)):
                self._taken.update(range(*listed))
                yield from outlets
        for listed, outlets in after_colon(self._text, start, end) if "号：" in self._text[start:end] else ():
            self._taken.update(range(*listed))
            yield from outlets
        if self._core and f"今日{self._core}报" in self._text[start:end]:
            for paper in re.finditer(f"今日{self._core}报(?![社道》])", self._text[start:end]):
                low, high = start + paper.start(), start + paper.end()
                self._taken.update(range(low, high))
                yield PlatformSpan(low, high, paper.group(), PlatformKind.NEWSPAPER)
        has_app = self._text.find("客户端", start, end) >= 0
        for app in APP_NAMED_AFTER.finditer(self._text, start, end) if has_app else ():
            if self._core and app["name"].startswith(self._core):
                self._taken.update(range(app.start(), app.end()))
                yield PlatformSpan(*app.span("name"), app["name"], PlatformKind.APP)
        if _BRACKET.search(self._text, start, end):
            yield from self._bracketed(start, end)
        abroad = "账号" in self._text[start:end] or "主页" in self._text[start:end]
        for latin in LATIN_ACCOUNT.finditer(self._text, start, end) if abroad else ():
            self._taken.update(range(*latin.span()))
            yield PlatformSpan(*latin.span("name"), latin["name"], PlatformKind.OTHER)
        at_signs = self._text.find("@", start, end) >= 0
        for handle in (
            (*HANDLE.finditer(self._text, start, end), *HANDLE_BEFORE.finditer(self._text, start, end))
            if at_signs
            else ()
        ):
            self._taken.update(range(*handle.span()))
            yield PlatformSpan(*handle.span(), handle["name"] + handle["suffix"], KIND_OF[handle["suffix"]])

    def _bracketed(self, start: int, end: int) -> Iterator[PlatformSpan]:
        """网站（江南在线）, 官方微信矩阵（江南日报、江南发布）, 一报（江南晚报）: names in brackets behind the word for their kind."""
        for bracketed in BRACKETED.finditer(self._text, start, end):
            self._taken.update(range(*bracketed.span()))
            kind = KIND_OF[bracketed["suffix"]]
            ending = "" if kind is PlatformKind.WEBSITE else bracketed["suffix"]
            yield PlatformSpan(*bracketed.span(), bracketed["name"] + ending, kind)
        for several in BRACKETED_SEVERAL.finditer(self._text, start, end):
            names = list(re.finditer(r"[^、]+", several["names"]))
            if any(name.group() in KIND_OF or GENERIC.match(name.group()) for name in names):
                continue
            self._taken.update(range(*several.span()))
            for name in names:
                low, high = (several.start("names") + at for at in name.span())
                suffix = several["suffix"].removeprefix("官方")
                yield PlatformSpan(low, high, name.group() + suffix, KIND_OF[several["suffix"]])
        for counted in COUNTED_IN_BRACKETS.finditer(self._text, start, end):
            # 一报（江南晚报）、一网（江南热线）
            at = counted.start("names")
            for name in re.finditer(r"[^、]+", counted["names"]):
                self._taken.update(range(at + name.start(), at + name.end()))
                yield PlatformSpan(
                    at + name.start(),
                    at + name.end(),
                    name.group(),
                    PlatformKind.OTHER
                    if name.group().endswith(("手机报", "数字报"))
                    else COUNTED_KINDS[counted["word"]],
                )

    def _shared_suffix(self, place: Quoted) -> str | None:
        """The account word that follows a run of names in “” of which `place` is not the last."""
        if place.book_marks or _SHARED_END.search(place.name):
            return None
        counted = COUNTED_OUTLETS.match(self._text, place.group_end)
        if place.end == place.group_end and not counted:
            return None
        if not re.fullmatch(r"(?:[、和及]?“[^”]{2,12}”)*", self._text[place.end : place.group_end]):
            return None
        suffix = SUFFIX_RE.match(self._text, counted.end() if counted else place.group_end)
        return suffix["suffix"] if suffix and KIND_OF[suffix["suffix"]] in ACCOUNT_KINDS else None

    def _siblings(self, base: str, position: int) -> Iterator[PlatformSpan]:
        """“澜溪融媒”抖音号、快手号、视频号: further accounts that share the name before the first."""
        app = self._text[:position].endswith(("客户端", "APP", "App"))
        if app and BARE_OUTLETS.match(self._text, position):
            # “澜溪”客户端以及微信、微博、抖音等账号: kinds of accounts, and no names.
            return
        if alike := ALIKE_IN_BRACKETS.match(self._text, position):
            # “江南融媒”抖音号（视频号同名）
            yield PlatformSpan(*alike.span("suffix"), base + alike["suffix"], KIND_OF[alike["suffix"]])
        while (joined := SIBLING.match(self._text, position)) is not None:
            suffix = joined["suffix"]
            self._taken.update(range(*joined.span("suffix")))
            yield PlatformSpan(*joined.span("suffix"), base + suffix, KIND_OF[suffix])
            position = joined.end()
