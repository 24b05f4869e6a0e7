"""Platforms: the media's own papers, channels, sites, apps and accounts.

A platform is a proper name followed by a word that names a kind of outlet (昌吉日报微信公众号, 丝路昌吉客户端,
昌吉人民广播电台), or a quoted name of a paper or magazine. The same words name other people's outlets
(人民日报客户端); what is the media's own is decided by its name, its place in the text and the words around it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from ingest.extract.channel_lists import channel_lists
from ingest.extract.ownership import CHANNEL, PlatformSpan, is_own
from ingest.lexicon import MAGAZINE_INSIDE, NEWSPAPER_INSIDE, PLATFORM_SUFFIXES
from ingest.reading import Reading
from ingest.report import Platform, PlatformKind, fact_id
from ingest.titles import Kind, Quoted, Titles

_KIND_OF = dict(PLATFORM_SUFFIXES)
_SUFFIX = "|".join(sorted(map(re.escape, _KIND_OF), key=len, reverse=True))
_NAME = re.compile(
    rf"[《“]?[一-龥A-Za-z0-9·]{{1,14}}?[》”]?[（(]?(?:{_SUFFIX})(?:[（(](?:{_SUFFIX}|[一-龥]{{2,6}}文?版?)[)）])?(?:[一-龥]{{0,4}}频[道率])?"
)
_SUFFIX_RE = re.compile(rf"(?P<suffix>{_SUFFIX})(?P<paren>[（(](?:App|APP|app|[一-龥]{{2,6}})[)）])?")
_ACCOUNTS = {
    PlatformKind.WECHAT,
    PlatformKind.WEIBO,
    PlatformKind.DOUYIN,
    PlatformKind.KUAISHOU,
    PlatformKind.TOUTIAO,
    PlatformKind.VIDEO_ACCOUNT,
    PlatformKind.APP,
}
_ACCOUNT_SUFFIX = "|".join(
    sorted(
        (re.escape(suffix) for suffix, kind in PLATFORM_SUFFIXES if kind in _ACCOUNTS), key=len, reverse=True
    )
)
_SIBLING = re.compile(
    rf"(?:[、和及与]|以及)(?P<suffix>{_ACCOUNT_SUFFIX}|(?:百家|人民|新华|学习强国|强国|企鹅|小红书|网易|搜狐|澎湃|大鱼|一点|今日头条)号)(?![一-龥]{{0,2}}(?:平台|客户端))"
)
_ACCOUNT_LIKE = re.compile(
    "|".join(
        sorted(
            (
                re.escape(s)
                for s, k in PLATFORM_SUFFIXES
                if k in _ACCOUNTS or (k is PlatformKind.OTHER and s != "小程序")
            ),
            key=len,
            reverse=True,
        )
    )
)
_SAME_NAME = re.compile(
    rf"在(?P<list>(?:(?:{_ACCOUNT_LIKE.pattern})[、和及]?){{2,}})(?:等)?(?:平台)?(?:均|都|分别)?(?:开设|开通|设有|建有|注册)(?:了)?[“《](?P<name>[^”》]{{2,12}})[”》](?:同名|官方)?账?号"
)
# Words at which a name begins anew when they stand to the left of it.
_BOUNDARY = re.compile(
    r".*(?:所属|下属|旗下|现有|拥有|开设|开通|开办|运营|建成|建有|建立|推出|上线|包括|包含|涵盖|入驻|登录|登陆|打造|形成|构建|创办|承办|主办|主管|出版|办有|设有|以及|通过|依托|利用|借助|联合|其中|分别|同步|"
    r"更名为|改名为|升级为|整合|原有|关注|下载|确保|登上|撤销|新增|改造|推出|下设|下辖|管辖|举办|设有|刊发|播发|发布|转载|推送|搭建|做强|做优|做大|办好|统筹|聚合|集|我市|我省|我县|全市|全省|全县|本市|"
    r"在|于|与|和|及|或|的|了|将|把|由|被|向|对|从|到|等|如|各|以|为|是|并|新(?!闻|媒)|原|有|含|其|该|即|还|也|又|让|使|用|经(?!济|典|贸)|自|随)(?=.)"
)
_NEVER_INSIDE = re.compile(r"[\s，。；：、！？“”《》（）()\[\]…—|#＃【】@]")
_GENERIC = re.compile(
    r"^(?:唯一|综合性|专业性?|机关|行业|地方|重点|新闻|官方|政务|手机|移动|新媒体|融媒体?|全媒体|主流|商业|社会|门户|各类|媒体|新闻|电视|广播|移动端|自有|第三方|县级|市级|省级|中央|地方|多个|原|两个|三个|四个|\d+个?|本地|所有|全部|综合|外宣|海外|境外|国内|知名|重点|短视频|视频|音频|直播|自主|公共|微|报纸|传统|数字|智能|互联|因特|联|上|官|全|入|触|组|织|并|断|护|建|主|专|路|局域|宽带|外|内|万维|物联|法|电|通讯|党)+$"
)
_RENAMED = re.compile(
    r"(?:更名|改名|改版升级|升级改版|升级|改版|转型|改刊|整合|合并|改)(?:为|成)(?:新的|全新的|内部资料性出版物)?[“\"《](?P<name>[^“”\"《》]{2,12})[”\"》](?P<suffix>(?:新闻|手机|移动)?(?:客户端|APP|App|微信公众号|公众号|视频号|抖音号|微博))?"
)
_ORGANISATION = re.compile(
    r"(?:广播电视总台|广播电视集团|广播电视台|融媒体中心|融媒体集团|全媒体中心|报业传媒集团|传媒集团|报业集团|日报社|晚报社|报社|杂志社|电视台|广播电台|新闻网)$"
)
_PLACE_END = re.compile(r"(?:自治区|自治州|自治县|地区|省|市|州|县|区|旗)$")


def _shortens(span: PlatformSpan, own: list[PlatformSpan]) -> bool:
    """东江网 beside 东江新闻网: a short form of another own outlet, not one more."""
    for other in own:
        rest = iter(other.name)
        if (
            other.kind is span.kind
            and len(other.name) > len(span.name)
            and other.name[:2] == span.name[:2]
            and other.name[-1] == span.name[-1]
            and span.kind is PlatformKind.WEBSITE
            and all(char in rest for char in span.name)
        ):
            return True
    return False


_LONGER_NAME = re.compile(
    rf"(?:官方|移动|手机|新闻|法人|学习|今日|融媒|新媒体|海外版?)?(?:{_ACCOUNT_SUFFIX}|电子版|海外版|手机报|数字报|强国号|人民号|百家号|B站号?|小红书)|[一-龥]{{2,5}}(?:频道|频率)"
)
_WAVES = re.compile(r"(?:FM|AM|调频|调幅)?\d{2,4}(?:\.\d)?(?:兆赫|千赫)?")
# 网站（江南在线）、客户端（看江南）: the kind, then the name in brackets.
_BRACKETED = re.compile(rf"(?P<suffix>{_ACCOUNT_SUFFIX}|网站)[（(](?P<name>[一-龥A-Za-z+]{{2,10}})[)）]")
# 新浪微博@江南日报
_HANDLE = re.compile(rf"(?P<suffix>{_ACCOUNT_SUFFIX})[:：]?\s?@(?P<name>[一-龥A-Za-z0-9]{{2,12}})")
# “浦原+”“晚报视界”2个新闻|客户端
_COUNTED_OUTLETS = re.compile(
    r"(?:等)?(?:[\d一二两三四五六七八九十]+(?:个|款|大)|(?<=”等))(?:新闻|移动|手机)?(?=客户端|APP|App|微信公众号|公众号|视频号|抖音号)"
)
# 抖音号“江南新闻”: the kind stands before the name.
_KIND_BEFORE = re.compile(rf"(?:官方)?(?P<suffix>{_ACCOUNT_SUFFIX})$")
_SUFFIX_END = re.compile(rf"(?P<suffix>{_SUFFIX})$")
_AFTER_QUOTE = re.compile(rf"(?P<script>[一-龥]{{2}}[语文])?(?:{_SUFFIX_RE.pattern})")


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
        groups: dict[tuple[str, PlatformKind], list[PlatformSpan]] = defaultdict(list)
        for span in self._candidates():
            groups[(platform_key(span.name), span.kind)].append(span)
        own = [
            span for spans in groups.values() if is_own(self._reading, self._core, spans) for span in spans
        ]
        own = [span for span in own if not _shortens(span, own)]
        own.extend(self._renamed(own))
        own.extend(self._same_name(own))
        return tuple(sorted(set(own), key=lambda span: (span.start, span.end)))

    def _same_name(self, own: list[PlatformSpan]) -> Iterator[PlatformSpan]:
        """在微博、抖音、快手开设“东江网”同名账号: one account on each outlet of the list."""
        for match in _SAME_NAME.finditer(self._text):
            for suffix in re.finditer(_ACCOUNT_LIKE, match["list"]):
                kind = _KIND_OF[suffix.group()]
                full = {"抖音": "抖音号", "快手": "快手号", "B站": "B站账号", "小红书": "小红书账号"}
                name = match["name"] + full.get(suffix.group(), suffix.group())
                if not any(platform_key(span.name) == platform_key(name) for span in own):
                    start = match.start("list") + suffix.start()
                    yield PlatformSpan(start, match.start("list") + suffix.end(), name, kind)

    def _renamed(self, own: list[PlatformSpan]) -> Iterator[PlatformSpan]:
        """“岭上新闻”客户端更名为“岭东云”: the new name is a platform of the old one's kind, wherever it stands."""
        names: dict[str, PlatformKind] = {}
        for old in own:
            start, end = self._reading.sentence_at(old.start)
            for match in _RENAMED.finditer(self._text, old.end, max(end, old.end)):
                if re.search(r"[；。]", self._text[old.end : match.start()]):
                    continue
                if not any(
                    other.start < match.start() and other.start > old.start
                    for other in own
                    if start <= other.start
                ):
                    ending = _SUFFIX_END.search(match["name"])
                    kind = _KIND_OF.get(
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

    def _candidates(self) -> Iterator[PlatformSpan]:
        taken: list[tuple[int, int]] = []
        for judged in self._titles.judged.values():
            for place in judged.places:
                taken.append((place.inner_start, place.inner_end))
                before = _KIND_BEFORE.search(self._text[max(0, place.start - 8) : place.start])
                if before and not place.book_marks and not _AFTER_QUOTE.match(self._text, place.end):
                    suffix_start = place.start - len(before["suffix"])
                    taken.append((suffix_start, place.start))
                    yield PlatformSpan(
                        suffix_start, place.end, place.name + before["suffix"], _KIND_OF[before["suffix"]]
                    )
                    continue
                shared = self._shared_suffix(place)
                if shared is not None and judged.kind is not Kind.DOCUMENT:
                    # “青山日报”“青山晚报”微信公众号: the word after the last serves each.
                    yield PlatformSpan(place.start, place.end, place.name + shared, _KIND_OF[shared])
                    continue
                if judged.kind is not Kind.PLATFORM:
                    if re.search(
                        r"(?:海外|国际传播|对外传播|外宣|多语种|社交|双语|外文|英文|境外)[一-龥]{0,4}(?:账号|平台|品牌)$",
                        self._text[max(0, place.start - 12) : place.start],
                    ):
                        yield PlatformSpan(place.start, place.end, place.name, PlatformKind.OTHER)
                    continue
                suffix = _AFTER_QUOTE.match(self._text, place.end)
                if suffix:
                    taken.append((place.start, suffix.end()))
                    name = place.name + (suffix["script"] or "") + suffix["suffix"]
                    kind = _KIND_OF[suffix["suffix"]]
                    if kind in {PlatformKind.MAGAZINE, PlatformKind.NEWSPAPER} and place.book_marks:
                        name = place.name
                    yield PlatformSpan(place.start, suffix.end("suffix"), name, kind)
                    yield from self._siblings(place.name, suffix.end(), taken)
                elif not re.search(r"(?<!画)报$", place.name) and re.match(
                    r"(?:等)?\d*[种份本家]?(?:期刊|杂志|双?月刊|半月刊|季刊|旬刊)",
                    self._text[place.group_end : place.group_end + 8],
                ):
                    yield PlatformSpan(place.start, place.end, place.name, PlatformKind.MAGAZINE)
                elif place.name.endswith("手机报"):
                    yield PlatformSpan(place.start, place.end, place.name, _KIND_OF["手机报"])
                elif (
                    NEWSPAPER_INSIDE.search(place.name)
                    or re.match(r"报纸?", self._text[place.end : place.end + 2])
                    or (place.name.endswith("报") and not place.name.endswith("手机报"))
                ):
                    yield PlatformSpan(place.start, place.end, place.name, PlatformKind.NEWSPAPER)
                elif re.search(r"(?:网|手机报)$", place.name):
                    ending = "手机报" if place.name.endswith("手机报") else "网"
                    yield PlatformSpan(place.start, place.end, place.name, _KIND_OF[ending])
                elif MAGAZINE_INSIDE.search(place.name) or re.match(
                    r"[^。，]{0,4}期刊", self._text[place.end : place.end + 6]
                ):
                    yield PlatformSpan(place.start, place.end, place.name, PlatformKind.MAGAZINE)
        for block in self._reading.prose:
            for listed, channels in channel_lists(self._text, block.start, block.end):
                taken.append(listed)
                yield from channels
            for bracketed in _BRACKETED.finditer(self._text, block.start, block.end):
                taken.append(bracketed.span())
                kind = _KIND_OF[bracketed["suffix"]]
                ending = "" if kind is PlatformKind.WEBSITE else bracketed["suffix"]
                yield PlatformSpan(bracketed.start(), bracketed.end(), bracketed["name"] + ending, kind)
            for handle in _HANDLE.finditer(self._text, block.start, block.end):
                taken.append(handle.span())
                yield PlatformSpan(
                    handle.start(),
                    handle.end(),
                    handle["name"] + handle["suffix"],
                    _KIND_OF[handle["suffix"]],
                )
            for match in _SUFFIX_RE.finditer(self._text, block.start, block.end):
                span = self._unquoted(block.start, match, taken)
                if span is not None:
                    yield span
                    base = span.name[: -len(match["suffix"])]
                    yield from self._siblings(base, match.end(), taken)

    def _shared_suffix(self, place: Quoted) -> str | None:
        """The account word that follows a run of names in “” of which `place` is not the last."""
        if place.book_marks or re.search(r"(?:手机报|客户端|APP|App|号)$", place.name):
            return None
        counted = _COUNTED_OUTLETS.match(self._text, place.group_end)
        if place.end == place.group_end and not counted:
            return None
        if not re.fullmatch(r"(?:[、和及]?“[^”]{2,12}”)*", self._text[place.end : place.group_end]):
            return None
        suffix = _SUFFIX_RE.match(self._text, counted.end() if counted else place.group_end)
        return suffix["suffix"] if suffix and _KIND_OF[suffix["suffix"]] in _ACCOUNTS else None

    def _siblings(self, base: str, position: int, taken: list[tuple[int, int]]) -> Iterator[PlatformSpan]:
        """“澜溪融媒”抖音号、快手号、视频号: further accounts that share the name before the first."""
        while (joined := _SIBLING.match(self._text, position)) is not None:
            taken.append((joined.start("suffix"), joined.end("suffix")))
            suffix = joined["suffix"]
            yield PlatformSpan(joined.start("suffix"), joined.end("suffix"), base + suffix, _KIND_OF[suffix])
            position = joined.end()

    def _unquoted(self, low: int, match: re.Match[str], taken: list[tuple[int, int]]) -> PlatformSpan | None:
        if any(s <= match.start() < e for s, e in taken):
            return None
        suffix = match["suffix"]
        longer = _LONGER_NAME.match(self._text, match.end())
        if longer and not (suffix in {"网", "网站", "客户端"} and longer.group().endswith(("频道", "频率"))):
            # 江南日报移动客户端, 江南电视台新闻综合频道: the start of another outlet's name.
            return None
        if suffix == "广播" and re.match(
            r"[文剧节评新专消访公影]|作品|电", self._text[match.end() : match.end() + 2]
        ):
            return None
        if suffix == "电视台" and self._text[match.start() - 2 : match.start()] == "广播":
            return None
        following = self._text[match.end() : match.end() + 2]
        if suffix == "网" and re.match(r"[络友民站红上格点速购课页址办端]|信|安|宣|媒", following):
            return None
        if suffix in {"广播", "频道", "频率", "在线", "微信", "微博", "抖音", "快手", "之声"} and re.match(
            r"[电电体体化学号群圈]|影视|站|电视", following
        ):
            return None
        if suffix in {"日报", "晚报", "商报", "晨报", "早报"} and re.match(
            r"社|业|[集微抖视客快头官数人百B小今海英]|》", following
        ):
            return None
        begin = match.start()
        while begin > low and match.start() - begin < 16 and not _NEVER_INSIDE.match(self._text[begin - 1]):
            begin -= 1
        lead = self._text[begin : match.start()]
        boundary = _BOUNDARY.match(lead)
        # 融媒体中心 ends in no boundary, yet 中心所属 … does; a boundary inside the media's own name is none.
        at = lead.rfind(self._core) if self._core else -1
        if boundary and not (at >= 0 and at < boundary.end() <= at + len(self._core)):
            begin += boundary.end()
            lead = self._text[begin : match.start()]
        elif self._core and self._core in lead and len(lead) > 8:
            shift = lead.rfind(self._core)
            prefix = lead[max(0, shift - 2) : shift]
            begin += shift - (2 if prefix == "中国" else 0)
            lead = self._text[begin : match.start()]
        if suffix == "网" and re.search(r"(?:互联|因特|局域|万维|物联|广电|通讯|入|上|联|全|组|触)$", lead):
            return None
        if suffix in {"在线", "网", "广播", "频道"} and re.search(r"邀请|医生|专家|群众|记者|居民", lead):
            return None
        if suffix == "在线" and re.match(r"[观收听看阅学答咨询办直教购问培授参]", following):
            # 文艺晚会在线观看量
            return None
        ends = _BOUNDARY.match(lead + "　")
        in_core = bool(self._core) and lead.endswith(self._core)
        if ends and ends.end() == len(lead) and not in_core and not re.fullmatch(r"[一-龥]{2,6}发布", lead):
            # 确保头条号 is no name; 云川发布微信公众号 is one of the commonest.
            return None
        if re.search(r"\d+(?:个|套|档|份|种)|共\d", lead):
            # 影视文艺3个电视频道: a count of outlets.
            return None
        waves = _WAVES.match(lead)
        if waves:
            # FM97.3岚江新闻广播
            begin += waves.end()
            lead = lead[waves.end() :]
        lead = lead.strip("·")
        if _ACCOUNT_LIKE.search(lead) or (suffix == "频道" and self._reading.media.endswith("网")):
            # X微信公众号稳居全国|晚报; 石岭网开通|英文频道.
            return None
        if re.match(r"第[一二三四五六七八九十百\d]+届", lead) or re.match(r"读书|杯|奖", following):
            return None
        channel = suffix in {"频道", "频率", "广播", "之声"} and CHANNEL.match(lead)
        if not channel and (len(lead) < 2 or _GENERIC.match(lead) or re.search(r"^\d", lead)):
            return None
        end = (
            match.end()
            if match["paren"] and re.search("App|APP|app", match["paren"])
            else match.end("suffix")
        )
        return PlatformSpan(begin, end, lead + suffix, _KIND_OF[suffix])


def media_core(media: str) -> str:
    """Return the proper part of a media's name: 昌吉州融媒体中心 → 昌吉, 岭东广播电视台 → 岭东, 沧宁日报报业集团 → 沧宁."""
    core = _ORGANISATION.sub("", media)
    core = re.sub(r"(?:日报|晚报|晨报|早报|都市报|新报|时报|快报|导报|商报|周报|报)$", "", core) or core
    core = re.sub(r"(?:人民|新闻)$", "", core)
    short = _PLACE_END.sub("", core)
    return short if len(short) >= 2 else core


@lru_cache(maxsize=4096)
def platform_key(name: str) -> str:
    """Return the form under which two spellings of a platform in one report are the same."""
    key = re.sub(r"[\s《》“”（）()·]", "", name).lower()
    key = re.sub(r"网站$", "网", key)
    key = re.sub(r"(?:手机|新闻|移动)?(?:客户端|app)(?:app)?$", "app", key)
    key = re.sub(
        r"(?:官方|政务|法人)?微信(?:公众号|公众平台|公众账号|订阅号|服务号|号)?$|公众号$", "微信", key
    )
    return re.sub(r"(?:官方|政务|法人|新浪)?(微博|抖音|快手)(?:账号|号)?$", r"\1", key)


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
