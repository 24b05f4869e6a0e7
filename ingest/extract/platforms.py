"""Platforms: the media's own papers, channels, sites, apps and accounts.

A platform is a proper name followed by a word that names a kind of outlet (昌吉日报微信公众号, 丝路昌吉客户端,
昌吉人民广播电台), or a quoted name of a paper or magazine. The same words name other people's outlets
(人民日报客户端); what is the media's own is decided by all the places that name it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from ingest.alternation import one_of
from ingest.extract.outlet_places import OutletPlaces
from ingest.extract.outlet_words import (
    ACCOUNT_LIKE,
    IN_BRACKETS,
    KIND_OF,
    LONGER_NAME,
    OF_THE_HOUSE,
    RENAMED,
    SAME_NAME,
    SAME_NAME_SIGN,
    SUFFIX_END,
    bare_name,
    media_core,
    platform_key,
)
from ingest.extract.ownership import PlatformSpan, is_own, witness
from ingest.lexicon import COLUMN_AFTER, OTHERS_OUTLETS
from ingest.reading import Reading
from ingest.report import Platform, PlatformKind, fact_id
from ingest.sentences import Span
from ingest.titles import Titles, title_key

_ACTS = re.compile(
    "[“《]|的[“《]|等(?=[开推上刊发])|(?:全年|共|持续|常态化|全新|重磅|每[天日周月])?(?:推出|推送|开设|开辟|设|发布|上线|刊发|播发|累计|打造|策划|首页|首屏)"
)
"""What an outlet does, right after its name."""
_WITHIN = re.compile("[一-龥A-Za-z“《]")
# 《A》|、|《B》（周刊）|、|C网: what stands between two names of one list.
_LISTED = re.compile(r"(?:（[^（）]{1,12}）)?(?:[、，]|[和及与]|以及)")
_SATELLITE = "卫视频道"
_ALIKE = "同名"
_COLUMN_ALIKE = re.compile(r"(?:该)?(?:栏目|节目|专栏)的?同名")
_PERIODICALS = frozenset({PlatformKind.NEWSPAPER, PlatformKind.MAGAZINE})
_SHORT_PAPER = re.compile(
    r"(?P<paper>日报|晚报|晨报|早报|都市报|商报)(?:官方)?(?=微信|公众号|微博|抖音|视频号|快手|头条号|客户端|APP|数字报)"
)
_CHANNELS = frozenset({PlatformKind.TV, PlatformKind.RADIO})


class PlatformNames:
    """Every place of a report that names an own platform."""

    def __init__(self, reading: Reading, titles: Titles) -> None:
        """Look for platforms in the prose of `reading`, whose quoted names `titles` has judged."""
        self._reading = reading
        self._titles = titles
        self._text = reading.text
        self._core = media_core(reading.media)

    @cached_property
    def spans(self) -> tuple[PlatformSpan, ...]:
        """The places, in order; only platforms judged to be the media's own."""
        groups: dict[str, list[PlatformSpan]] = defaultdict(list)
        for span in self._candidates():
            groups[platform_key(span.name)].append(span)
        own: list[PlatformSpan] = []
        rest: list[PlatformSpan] = []
        for spans in map(_of_one_kind, groups.values()):
            (own if is_own(self._reading, self._core, spans) else rest).extend(spans)
        beside = self._beside(own, rest)
        own.extend(span for span in rest if span.name in beside)
        own = self._in_full(self._called_alike(own))
        own = self._of_papers(own)
        own.extend(self._renamed(own))
        own.extend(self._same_name(own))
        return tuple(sorted(set(own), key=lambda span: (span.start, span.end)))

    def _candidates(self) -> Iterator[PlatformSpan]:
        """The places that may name an outlet; 频道/频率⇥播出时长 over a table is none."""
        heads = [span for table in self._reading.tables for span in table.head_rows]
        for span in OutletPlaces(self._reading, self._titles, self._core).candidates():
            if not any(low <= span.start < high for low, high in heads):
                yield span

    def _beside(self, own: list[PlatformSpan], rest: list[PlatformSpan]) -> set[str]:
        """《江南日报》、《21财经报》、N视频客户端、江南网等平台: what stands in one list with several of the media's own."""
        if not self._core or not rest:
            return set()
        found: set[str] = set()
        chain: list[PlatformSpan] = []
        sure = {span.name for span in own if self._core in span.name}
        for span in [*sorted({*own, *rest}, key=lambda span: span.start), None]:
            if span is not None and (
                not chain or _LISTED.fullmatch(self._text, chain[-1].end, max(span.start, chain[-1].end))
            ):
                chain.append(span)
                continue
            if len({item.name for item in chain} & sure) > 1:
                found.update(
                    item.name
                    for item in chain
                    if item.kind not in _CHANNELS
                    and not OTHERS_OUTLETS.match(item.name)
                    and witness(self._reading, item) >= 0
                )
            chain = [span] if span is not None else []
        return found

    @cached_property
    def mentions(self) -> tuple[PlatformSpan, ...]:
        """The places, and those that call an outlet by its bare name (“看江南”推出…), in order and none inside another."""
        named = [*self.spans, *self._bare()]
        named.sort(key=lambda span: (span.start, -span.end))
        found: list[PlatformSpan] = []
        for span in named:
            if not found or span.start >= found[-1].end:
                found.append(span)
        return tuple(found)

    def _bare(self) -> Iterator[PlatformSpan]:
        """“云上澧溪”开设…: an own app or account by its bare name, where only one is called so, apps before accounts."""
        full: dict[str, dict[str, PlatformKind]] = defaultdict(dict)
        for span in self.spans:
            for bare in {bare_name(span.name), re.sub(r"(?:客户端|APP|App)$", "", span.name)}:
                if bare != span.name:
                    full[bare][span.name] = span.kind
        papers = {span.name: span for span in self.spans if span.kind in _PERIODICALS}
        columns: dict[str, bool] = {}
        """By name whether the words behind any of its places make it a column."""
        for quoted in self._titles.quoted:
            if quoted.book_marks and quoted.name in papers:
                # 旗下有江南新刊等5种报刊。《江南新刊》推出…
                yield papers[quoted.name]._replace(start=quoted.start, end=quoted.end)
                continue
            one = _the_one(full.get(quoted.name, {}))
            if one is None or quoted.book_marks:
                continue
            if quoted.name not in columns:
                judged = self._titles.judged.get(title_key(quoted.name))
                columns[quoted.name] = judged is not None and any(
                    COLUMN_AFTER.match(self._text[place.end : place.end + 8]) for place in judged.places
                )
            # “看江南”推出… alone makes no programme of it.
            if not columns[quoted.name]:
                yield PlatformSpan(quoted.start, quoted.end, *one)
        yield from self._at_work(full)
        yield from self._stations()
        yield from self._unmarked(papers)

    def _unmarked(self, papers: dict[str, PlatformSpan]) -> Iterator[PlatformSpan]:
        """江南交通报头版开设…: a paper or a magazine of 《》 by its name alone, wherever it is no part of a longer name."""
        names = [name for name in papers if len(name) >= 4 and name[-1] in "报刊"]
        if not names:
            return
        for match in re.finditer(one_of(names), self._text):
            low, high = match.span()
            if self._text[low - 1] in "《“" or LONGER_NAME.match(self._text, high):
                continue
            if not OF_THE_HOUSE.match(self._text, high):
                yield papers[match.group()]._replace(start=low, end=high)

    def _stations(self) -> Iterator[PlatformSpan]:
        """楚江交通台《一路同行》: a channel without a word for its kind in its name, wherever it is named again."""
        named = {
            span.name: span
            for span in self.spans
            if span.kind in _CHANNELS and len(span.name) > 3 and not SUFFIX_END.search(span.name)
        }
        for name, span in named.items():
            for match in re.finditer(
                rf"{re.escape(name)}(?![一-龥]{{0,4}}(?:客户端|公众号|微博|抖音号|视频号))", self._text
            ):
                yield span._replace(start=match.start(), end=match.end())

    def _at_work(self, full: dict[str, dict[str, PlatformKind]]) -> Iterator[PlatformSpan]:
        """彩练新闻“彩练帮”栏目…, 绿林之窗推送…: the bare name without marks, where it opens a clause and acts."""
        named = {span.name for span in self.spans} | {self._reading.media, self._core}
        known = {bare: one for bare, called in full.items() if (one := _the_one(called)) is not None}
        words = [bare for bare in known if len(bare) >= 3 and bare not in named]
        if not words:
            return
        for block in self._reading.prose:
            for bare in words:
                at = self._text.find(bare, block.start, block.end)
                while at >= 0:
                    end = at + len(bare)
                    # The end of a longer word is no clause's opening.
                    opens = at == 0 or _WITHIN.match(self._text, at - 1) is None
                    if opens and _ACTS.match(self._text, end, block.end):
                        yield PlatformSpan(at, end, *known[bare])
                    at = self._text.find(bare, end, block.end)

    def _in_full(self, own: list[PlatformSpan]) -> list[PlatformSpan]:
        """东江网 of 东江新闻网, 综合频道 of 岚谷综合频道, 《晚报》 of 江南晚报: a short form of another own outlet is that outlet."""
        names = list(dict.fromkeys((span.name, span.kind) for span in own))
        beside: dict[Span, set[str]] = defaultdict(set)
        for span in own:
            beside[self._reading.sentence_at(span.start)].add(span.name)
        full = {(name, kind): self._full(name, kind, names) for name, kind in names}
        for (name, kind), longer in full.items():
            if name != _SATELLITE and any({name, longer} <= together for together in beside.values()):
                # 北岭网、北岭英文网: told side by side they are two.
                full[name, kind] = name
        return [span._replace(name=full[span.name, span.kind]) for span in own]

    def _full(self, name: str, kind: PlatformKind, names: Sequence[tuple[str, PlatformKind]]) -> str:
        bare = name.removeprefix("电视").removeprefix("广播")
        if kind in _CHANNELS and bare != name and (bare, kind) in names:
            # 电视新闻频道 of 新闻频道
            return bare
        for other, of in names:
            if of is not kind or (len(other) <= len(name) and name != _SATELLITE):
                continue
            letters = iter(other)
            site = (
                kind is PlatformKind.WEBSITE
                and (other[:2], other[-1]) == (name[:2], name[-1])
                and all(letter in letters for letter in name)
            )
            channel = (
                kind in _CHANNELS
                and other.endswith(name)
                and self._core
                and other.startswith(self._core)
                and other[len(self._core) : -len(name)]
                in {"", "省", "市", "县", "广播电视台", "电视台", "人民广播电台", "电台", "台"}
            )
            satellite = name == _SATELLITE and other.endswith("卫视")
            paper = kind is PlatformKind.NEWSPAPER and len(name) <= 3 and other.endswith(name)
            if site or channel or satellite or paper:
                return other
        return name

    def _called_alike(self, own: list[PlatformSpan]) -> list[PlatformSpan]:
        """“桑洲之声”App、同名微信公众号: called as the outlet before it in its sentence; 栏目同名抖音号 as the column."""
        told: list[PlatformSpan] = []
        for span in sorted(own, key=lambda span: span.start):
            alike = span.name.startswith(_ALIKE)
            sentence = self._reading.sentence_at(span.start)
            before = [each for each in told if each.start >= sentence[0]]
            of_column = _COLUMN_ALIKE.match(span.name)
            columns = self._titles.between(sentence[0], span.start) if of_column else ()
            if of_column and columns:
                span = span._replace(name=columns[-1].name + span.name[of_column.end() :])
            elif alike and before:
                span = span._replace(name=bare_name(before[-1].name) + span.name.removeprefix(_ALIKE))
            told.append(span)
        return told

    def _same_name(self, own: list[PlatformSpan]) -> Iterator[PlatformSpan]:
        """在微博、抖音、快手开设“东江网”同名账号: one account on each outlet of the list."""
        same = SAME_NAME.finditer(self._text) if SAME_NAME_SIGN.search(self._text) else ()
        for match in (*same, *IN_BRACKETS.finditer(self._text)):
            listed, called = ("under", "called") if match.groupdict().get("under") else ("list", "name")
            for suffix in re.finditer(ACCOUNT_LIKE, match[listed]):
                kind = KIND_OF[suffix.group()]
                full = {"抖音": "抖音号", "快手": "快手号", "B站": "B站账号", "小红书": "小红书账号"}
                name = match[called] + full.get(suffix.group(), suffix.group())
                if not any(platform_key(span.name) == platform_key(name) for span in own):
                    start = match.start(listed) + suffix.start()
                    yield PlatformSpan(start, match.start(listed) + suffix.end(), name, kind)

    def _of_papers(self, own: list[PlatformSpan]) -> list[PlatformSpan]:
        """晚报官方抖音号 of 江南晚报: an account that is named after a paper called for short."""
        papers = [span.name for span in own if span.kind is PlatformKind.NEWSPAPER]
        told: list[PlatformSpan] = []
        for span in own:
            short = _SHORT_PAPER.match(span.name)
            full = {paper for paper in papers if short and len(paper) > 2 and paper.endswith(short["paper"])}
            if short and len(full) == 1:
                span = span._replace(name=full.pop() + span.name[short.end() :])
            told.append(span)
        return told

    def _renamed(self, own: list[PlatformSpan]) -> Iterator[PlatformSpan]:
        """“岭上新闻”客户端更名为“岭东云”: the new name is a platform of the old one's kind, wherever it stands."""
        names: dict[str, PlatformKind] = {}
        for old in own:
            start, end = self._reading.sentence_at(old.start)
            for match in RENAMED.finditer(self._text, old.end, max(end, old.end)):
                if re.search(r"[；。《“]", self._text[old.end : match.start()]):
                    continue
                if not any(
                    other.start < match.start() and other.start > old.start
                    for other in own
                    if start <= other.start
                ):
                    ending = SUFFIX_END.search(match["name"])
                    kind = KIND_OF.get(
                        match["suffix"]
                        or (ending["suffix"] if ending and ending["suffix"] not in {"在线", "之声"} else ""),
                        old.kind,
                    )
                    if not match["suffix"]:
                        names[match["name"]] = kind
        known = {(span.start, span.end) for span in own}
        for name, kind in names.items():
            if any(span.name != name and span.name.startswith(name) and span.kind is kind for span in own):
                # “看海州”客户端 stands elsewhere: the full name is the platform.
                continue
            for quoted in self._titles.quoted:
                inside = any(s <= quoted.start < e for s, e in known)
                if quoted.name == name and not inside:
                    yield PlatformSpan(quoted.start, quoted.end, name, kind)


def _the_one(called: dict[str, PlatformKind]) -> tuple[str, PlatformKind] | None:
    """Of the outlets with one bare name the app, else the only one: 看江南 is 看江南新闻客户端 before 看江南视频号."""
    apps = [each for each in called.items() if each[1] is PlatformKind.APP]
    ones = apps or list(called.items())
    return ones[0] if len({platform_key(name) for name, _ in ones}) == 1 else None


def _of_one_kind(spans: Iterable[PlatformSpan]) -> list[PlatformSpan]:
    """One name is one outlet: of the kind that words beside it tell most often, else that its ending tells."""
    found = list(spans)
    kinds = Counter(span.kind for span in found if span.told) or Counter(span.kind for span in found)
    kind = kinds.most_common(1)[0][0]
    return [span._replace(kind=kind) for span in found]


def extract_platforms(reading: Reading, names: PlatformNames) -> Iterator[Platform]:
    """Yield each own platform once, with every place that names it.

    Example: ``昌吉日报微信公众号订阅用户超100万`` → name 昌吉日报微信公众号, kind wechat.
    """
    groups: dict[tuple[str, PlatformKind], list[PlatformSpan]] = defaultdict(list)
    for span in names.spans:
        groups[(platform_key(span.name), span.kind)].append(span)
    for (key, kind), spans in groups.items():
        first = spans[0]
        yield Platform(
            id=fact_id(reading.report, "platform", first.start, first.end, key),
            evidence=reading.evidence(first.start, first.end),
            mentions=tuple(reading.evidence(span.start, span.end) for span in spans[1:]),
            name=first.name,
            kind=kind,
        )
