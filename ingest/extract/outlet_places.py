"""Where a report names outlets, its own and others': every candidate, with the kind that its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extract.channel_lists import channel_lists
from ingest.extract.outlet_lists import after_colon, outlet_lists
from ingest.extract.outlet_rows import row_outlets
from ingest.extract.outlet_words import (
    ACCOUNT_KINDS,
    ACCOUNT_LIKE,
    AFTER_QUOTE,
    APP_NAMED_AFTER,
    APP_USED_AFTER,
    BARE_OUTLETS,
    BOUNDARY,
    BRACKETED,
    BRACKETED_SEVERAL,
    COUNT_OR_SORT,
    COUNT_THAT_ARE,
    COUNTED_BEFORE,
    COUNTED_IN_BRACKETS,
    COUNTED_KINDS,
    COUNTED_LEAD,
    COUNTED_OUTLETS,
    FOREIGN_ACCOUNT_BEFORE,
    GENERIC,
    HANDLE,
    HANDLE_BEFORE,
    KIND_BEFORE,
    KIND_OF,
    LONGER_NAME,
    MAGAZINE_AFTER,
    MAGAZINE_BEFORE,
    MAGAZINES_COUNTED,
    NEVER_INSIDE,
    NEWSPAPER_AFTER,
    NEWSPAPER_BEFORE,
    NO_OUTLET_AFTER,
    OF_THE_HOUSE,
    PAPERS_AND_MAGAZINES,
    SECTION_NAME,
    SIBLING,
    SITE_BEFORE,
    SITE_NAME,
    SUFFIX_RE,
    WAVES,
    WHAT_IT_IS,
    is_site,
)
from ingest.extract.ownership import CHANNEL, PlatformSpan
from ingest.lexicon import COLUMN_AFTER, MAGAZINE_INSIDE, NEWSPAPER_INSIDE
from ingest.reading import Reading
from ingest.report import PlatformKind
from ingest.sentences import Span
from ingest.titles import Judged, Kind, Quoted, Titles

_SITES_AND_CHANNELS = frozenset({PlatformKind.WEBSITE, PlatformKind.TV, PlatformKind.RADIO})
_PERIODICALS = frozenset({PlatformKind.MAGAZINE, PlatformKind.NEWSPAPER})


_PAPER_END = re.compile(r"..(?:报|周刊|画刊)$")
_SHARED_END = re.compile(r"(?:手机报|客户端|APP|App|号)$")
_NO_NAME_END = re.compile(
    r"(?:互联|因特|[委府]党|局域|万维|物联|广电|通讯|[入上联全组触织断护路法电]|宽带|[省县]|(?<![都城])市)$"
)
_EDITION = re.compile(r"第[一二三四五六七八九十百\d]+届")
_COUNTED_WORDS = re.compile(r"(?:[一两二三四五六七八九十\d][报台刊网端微号屏站]){2,}")
_DIGIT_FIRST = re.compile(r"^\d")


class OutletPlaces:
    """Collects the candidates of one report. All offsets are code points of its text."""

    def __init__(self, reading: Reading, titles: Titles, core: str) -> None:
        """Look at the prose of `reading`, whose quoted names `titles` has judged; `core` is what its outlets are called after."""
        self._reading = reading
        self._titles = titles
        self._text = reading.text
        self._core = core
        self._taken: list[Span] = []

    def candidates(self) -> Iterator[PlatformSpan]:
        """Yield every place that names an outlet: quoted names first, then lists, then names without marks."""
        self._taken = []
        for told in row_outlets(self._reading):
            self._taken.append((told.start, told.end))
            yield told
        for judged in self._titles.judged.values():
            yield from self._quoted(judged)
        for block in self._reading.prose:
            yield from self._listed(block.start, block.end)
            yield from self._own_name(block.start, block.end)
            for match in SUFFIX_RE.finditer(self._text, block.start, block.end):
                span = self._unquoted(block.start, match)
                if span is not None:
                    yield span
                if span is not None and span.kind in ACCOUNT_KINDS | {PlatformKind.OTHER}:
                    yield from self._siblings(span.name[: -len(match["suffix"])], match.end())

    def _own_name(self, start: int, end: int) -> Iterator[PlatformSpan]:
        """江朔青年报创刊于1951年: a paper or magazine that the media itself is called after."""
        name = self._reading.media.removesuffix("社")
        if not _PAPER_END.search(name):
            return
        for match in re.finditer(re.escape(name), self._text[start:end]):
            span = (start + match.start(), start + match.end())
            alone = not LONGER_NAME.match(self._text, span[1]) and not OF_THE_HOUSE.match(self._text, span[1])
            if alone and not any(low <= span[0] < high for low, high in self._taken):
                self._taken.append(span)
                yield PlatformSpan(*span, name, _by_ending(name) or PlatformKind.NEWSPAPER)

    def _quoted(self, judged: Judged) -> Iterator[PlatformSpan]:
        bare: list[Quoted] = []
        accounts = False
        for place in judged.places:
            self._taken.append((place.inner_start, place.inner_end))
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
                if FOREIGN_ACCOUNT_BEFORE.search(self._text[max(0, place.start - 12) : place.start]):
                    yield PlatformSpan(place.start, place.end, place.name, PlatformKind.OTHER)
            elif suffix:
                self._taken.append((place.start, suffix.end()))
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
            told = self._told(judged.places)
            if bare[0].name.endswith(("手机报", "数字报")):
                # 《江南日报》《江南手机报》等三份报纸
                told = PlatformKind.OTHER
            kind_of_all = told or self._counted(bare) or _by_ending(bare[0].name)
            if kind_of_all is None and any(place.book_marks for place in bare):
                kind_of_all = self._of_run(bare)
            if kind_of_all is not None:
                for place in bare:
                    yield PlatformSpan(place.start, place.end, place.name, kind_of_all, told is not None)

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
        start = low + before.start("suffix")
        lead = self._text[self._begin(max(0, start - 16), start) : start]
        house = lead and lead.endswith((self._reading.media, "融媒体中心", "报社", "电视台", "集团"))
        if self._text[start - 1] in "”》" or (self._core and self._core in lead and not house):
            # “江南”客户端“A”“B”, 江南发布微信号“粉丝”: the word belongs to the name before it.
            return None
        self._taken.append((low + before.start(), place.group_start))
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

    def _told(self, places: Sequence[Quoted]) -> PlatformKind | None:
        """What the words beside any of the places say: 《A》报, 《A》《B》等4种期刊, 《A》由季刊改为双月刊."""
        for place in places:
            counted = COUNTED_BEFORE.search(self._text[max(0, place.group_start - 5) : place.group_start])
            if counted and not place.name.endswith(("手机报", "数字报")):
                # “五报”（《A》《B》）、“两刊”（《C》《D》）
                return COUNTED_KINDS[counted["word"]]
            suffix = AFTER_QUOTE.match(self._text, place.end)
            if suffix and place.book_marks and KIND_OF[suffix["suffix"]] in _PERIODICALS:
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
            if not paper and (
                MAGAZINE_AFTER.match(run_after)
                or MAGAZINE_AFTER.match(after)
                or MAGAZINE_BEFORE.search(before)
            ):
                return PlatformKind.MAGAZINE
            if (
                NEWSPAPER_AFTER.match(run_after)
                or NEWSPAPER_AFTER.match(after)
                or NEWSPAPER_BEFORE.search(before)
            ):
                return PlatformKind.NEWSPAPER
        return None

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
                if other.book_marks and (kind := _by_ending(other.name)):
                    return kind
        return None

    def _listed(self, start: int, end: int) -> Iterator[PlatformSpan]:
        """Channels that share a word, and outlets whose kind stands before their name in brackets or before an @."""
        site = is_site(self._reading.media)
        for listed, channels in () if site else channel_lists(self._text, start, end):
            self._taken.append(listed)
            yield from channels
        for listed, outlets in outlet_lists(self._text, start, end):
            if site and outlets[0].kind in {PlatformKind.TV, PlatformKind.RADIO}:
                # 新闻、问政、视频等28个频道 of a site
                continue
            if not any(low < listed[1] and listed[0] < high for low, high in self._taken):
                self._taken.append(listed)
                yield from outlets
        for listed, outlets in after_colon(self._text, start, end) if "号：" in self._text[start:end] else ():
            self._taken.append(listed)
            yield from outlets
        if self._core and f"今日{self._core}报" in self._text[start:end]:
            for paper in re.finditer(f"今日{self._core}报(?![社道》])", self._text[start:end]):
                low, high = start + paper.start(), start + paper.end()
                self._taken.append((low, high))
                yield PlatformSpan(low, high, paper.group(), PlatformKind.NEWSPAPER)
        has_app = self._text.find("客户端", start, end) >= 0
        for app in APP_NAMED_AFTER.finditer(self._text, start, end) if has_app else ():
            if self._core and app["name"].startswith(self._core):
                self._taken.append((app.start(), app.end()))
                yield PlatformSpan(*app.span("name"), app["name"], PlatformKind.APP)
        for bracketed in BRACKETED.finditer(self._text, start, end):
            self._taken.append(bracketed.span())
            kind = KIND_OF[bracketed["suffix"]]
            ending = "" if kind is PlatformKind.WEBSITE else bracketed["suffix"]
            yield PlatformSpan(*bracketed.span(), bracketed["name"] + ending, kind)
        for several in BRACKETED_SEVERAL.finditer(self._text, start, end):
            names = list(re.finditer(r"[^、]+", several["names"]))
            if any(name.group() in KIND_OF or GENERIC.match(name.group()) for name in names):
                continue
            self._taken.append(several.span())
            for name in names:
                low, high = (several.start("names") + at for at in name.span())
                suffix = several["suffix"].removeprefix("官方")
                yield PlatformSpan(low, high, name.group() + suffix, KIND_OF[several["suffix"]])
        for counted in COUNTED_IN_BRACKETS.finditer(self._text, start, end):
            # 一报（江南晚报）、一网（江南热线）
            at = counted.start("names")
            for name in re.finditer(r"[^、]+", counted["names"]):
                self._taken.append((at + name.start(), at + name.end()))
                yield PlatformSpan(
                    at + name.start(),
                    at + name.end(),
                    name.group(),
                    PlatformKind.OTHER
                    if name.group().endswith(("手机报", "数字报"))
                    else COUNTED_KINDS[counted["word"]],
                )
        at_signs = self._text.find("@", start, end) >= 0
        for handle in (
            (*HANDLE.finditer(self._text, start, end), *HANDLE_BEFORE.finditer(self._text, start, end))
            if at_signs
            else ()
        ):
            self._taken.append(handle.span())
            yield PlatformSpan(*handle.span(), handle["name"] + handle["suffix"], KIND_OF[handle["suffix"]])

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
        while (joined := SIBLING.match(self._text, position)) is not None:
            suffix = joined["suffix"]
            self._taken.append(joined.span("suffix"))
            yield PlatformSpan(*joined.span("suffix"), base + suffix, KIND_OF[suffix])
            position = joined.end()

    def _unquoted(self, low: int, match: re.Match[str]) -> PlatformSpan | None:
        """The outlet whose name ends in the word of `match`, None where the word is none or belongs to another."""
        text, suffix = self._text, match["suffix"]
        if any(start <= match.start() < end for start, end in self._taken):
            return None
        if text.startswith("“@", match.end()):
            # 晚报官方微博“@江城晚报”: the name follows.
            return None
        longer = LONGER_NAME.match(text, match.end())
        if longer and not (suffix in {"网", "网站", "客户端"} and longer.group().endswith(("频道", "频率"))):
            # 江南日报移动客户端, 江南电视台新闻综合频道: the start of another outlet's name.
            return None
        if any(suffix in words and after.match(text, match.end()) for words, after in NO_OUTLET_AFTER):
            return None
        if suffix == "电视台" and text[match.start() - 2 : match.start()] == "广播":
            return None
        begin = self._begin(low, match.start())
        lead = text[begin : match.start()]
        waves = WAVES.match(lead)
        if waves:
            # FM97.3岚江新闻广播
            begin += waves.end()
            lead = lead[waves.end() :]
        counted = COUNTED_LEAD.match(lead)
        if counted and self._core and lead.startswith(self._core, counted.end()):
            # 1个江南|网络广播电视台
            begin += counted.end()
            lead = lead[counted.end() :]
        described = WHAT_IT_IS.match(lead) if KIND_OF[suffix] in _SITES_AND_CHANNELS else None
        if described:
            begin += described.end()
            lead = lead[described.end() :]
        if COUNT_THAT_ARE.search(text[max(low, begin - 14) : begin]):
            # 其中9个为|国际频道
            return None
        lead = lead.strip("·")
        if self._is_no_name(lead, suffix):
            return None
        paren = match["paren"] and re.search("App|APP|app", match["paren"])
        end = match.end() if paren else match.end("suffix")
        return PlatformSpan(begin, end, lead + suffix, KIND_OF[suffix])

    def _begin(self, low: int, stop: int) -> int:
        """Where the name begins that ends at `stop`: after a mark, a word that ends phrases, or what stands before the core."""
        begin = stop
        while begin > low and stop - begin < 16 and not NEVER_INSIDE.match(self._text[begin - 1]):
            if self._text[begin - 1] in ".．" and not self._text[begin].isdigit():
                # 1.|江南网做强专题, but FM101.2
                break
            begin -= 1
        lead = self._text[begin:stop]
        if self._reading.media and lead.endswith(self._reading.media):
            # 星沙在线|APP
            return stop - len(self._reading.media)
        boundary = BOUNDARY.match(lead)
        # 融媒体中心 ends in no boundary, yet 中心所属 … does; a boundary inside the media's own name is none.
        at = lead.rfind(self._core) if self._core else -1
        if boundary and at >= 0 and at < boundary.end() <= at + len(self._core):
            boundary = BOUNDARY.match(lead[: at + 1])
        if boundary and not (at >= 0 and at < boundary.end() <= at + len(self._core)):
            # 旗下的新江南客户端 is called 新江南; 全新江南客户端 is new.
            named_new = boundary.end() == at and re.search(r"(?<!全)(?<!更)新$", lead[:at])
            return begin + boundary.end() - (1 if named_new else 0)
        if at > 0 and lead[at - 1] == "·":
            # 慈善总会·江南日报
            return begin + at
        if at >= 0 and len(lead) > 8:
            return begin + at - (2 if lead[max(0, at - 2) : at] == "中国" else 0)
        return begin

    def _is_no_name(self, lead: str, suffix: str) -> bool:
        if suffix == "网" and _NO_NAME_END.search(lead):
            return True
        if suffix in {"在线", "网", "广播", "频道"} and re.search(r"邀请|医生|专家|群众|记者|居民", lead):
            return True
        ends = BOUNDARY.match(lead + "　")
        in_core = bool(self._core) and lead.endswith(self._core)
        if ends and ends.end() == len(lead) and not in_core and not re.fullmatch(r"[一-龥]{2,6}发布", lead):
            # 确保头条号 is no name; 云川发布微信公众号 is one of the commonest.
            return True
        if suffix == "频道" and re.search(r"..网", lead):
            # 江南网理论|频道: a part of the site
            return True
        if suffix == "网" and "网" in lead[1:]:
            # 江南网坚持党|网姓党
            return True
        if suffix == "大喇叭" and not in_core:
            # 村村响大喇叭, 农村大喇叭: what villages have.
            return True
        if suffix in {"频率", "广播"} and lead.endswith(("频道", "频率")):
            # 推进频道|频率精简精办
            return True
        if _COUNTED_WORDS.match(lead + suffix):
            # 一报一刊一网
            return True
        if COUNT_OR_SORT.search(lead) or (
            suffix.endswith("网站")
            and lead.endswith(
                ("综合", "互联", "文明", "优秀", "十佳", "示范", "政府", "部门", "单位", "企业")
            )
        ):
            return True
        if ACCOUNT_LIKE.search(lead) or (suffix == "频道" and is_site(self._reading.media)):
            # X微信公众号稳居全国|晚报; 石岭网开通|英文频道.
            return True
        if lead.endswith(("版后", "升级后", "更名后", "后的")):
            # 改版后|网站
            return True
        if _EDITION.match(lead):
            return True
        channel = suffix in {"频道", "频率", "广播", "之声"} and CHANNEL.match(lead)
        return not channel and bool(len(lead) < 2 or GENERIC.match(lead) or _DIGIT_FIRST.search(lead))


_BY_PAPER = re.compile(r"[^播预专简通战海喜捷读]报$|[周旬]讯$")


def _by_ending(name: str) -> PlatformKind | None:
    """What the last word of a paper's, a magazine's or a site's name says."""
    if name.endswith("手机报"):
        return KIND_OF["手机报"]
    if MAGAZINE_INSIDE.search(name):
        return PlatformKind.MAGAZINE
    if NEWSPAPER_INSIDE.search(name) or _BY_PAPER.search(name) or name.startswith("今日"):
        return PlatformKind.NEWSPAPER
    return PlatformKind.WEBSITE if name.endswith("网") else None
