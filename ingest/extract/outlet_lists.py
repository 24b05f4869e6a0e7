"""Lists of outlets named without marks, which one word at the end says the kind of.

旗下有甲日报、乙晚报、写作参考3种报刊               as many names as the number says
运维甲新闻、乙视频等25个新闻客户端和甲网、丙在线等网站   some of them, after a verb of having
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.alternation import one_of
from ingest.extract.ownership import PlatformSpan
from ingest.lexicon import MAGAZINE_INSIDE
from ingest.numerals import chinese_number
from ingest.report import PlatformKind
from ingest.sentences import Span

_KINDS: tuple[tuple[str, PlatformKind, str], ...] = (
    ("报刊", PlatformKind.NEWSPAPER, ""),
    ("报纸", PlatformKind.NEWSPAPER, ""),
    ("子报", PlatformKind.NEWSPAPER, ""),
    ("期刊", PlatformKind.MAGAZINE, ""),
    ("杂志", PlatformKind.MAGAZINE, ""),
    ("刊物", PlatformKind.MAGAZINE, ""),
    ("网站", PlatformKind.WEBSITE, ""),
    ("客户端", PlatformKind.APP, "客户端"),
    ("APP", PlatformKind.APP, "APP"),
    ("App", PlatformKind.APP, "App"),
    ("微信公众号", PlatformKind.WECHAT, "微信公众号"),
    ("公众号", PlatformKind.WECHAT, "公众号"),
    ("视频号", PlatformKind.VIDEO_ACCOUNT, "视频号"),
    ("抖音号", PlatformKind.DOUYIN, "抖音号"),
    ("快手号", PlatformKind.KUAISHOU, "快手号"),
    ("电视频道", PlatformKind.TV, "频道"),
    ("频道", PlatformKind.TV, "频道"),
    ("广播频率", PlatformKind.RADIO, "频率"),
    ("频率", PlatformKind.RADIO, "频率"),
)
"""The word for what is listed, its kind, and what completes a name that lacks it (云上江南 → 云上江南客户端)."""
_KIND = {word: (kind, ending) for word, kind, ending in _KINDS}
_WORDS = one_of(_KIND)
_TAIL = re.compile(
    rf"(?:(?P<more>等)?(?P<number>\d{{1,3}}|[一二两三四五六七八九十]+)\s?(?:个|种|家|份|款|张|本|大|套)|等)"
    rf"(?:官方|新闻|主流|移动|新媒体|手机|政务|融媒体?|媒体|自办|知名)*(?P<word>{_WORDS})"
)
_WORD = re.compile(_WORDS)
_ITEM = r"[一-龥A-Za-z0-9+·]"
_RUN = re.compile(rf"{_ITEM}{{2,}}(?:、{_ITEM}{{2,}})*$")
# 旗下有|甲日报, 2个客户端和|甲网: what stands before the first name of a list.
_LEAD = re.compile(
    rf".*(?:拥有|现有|设有|办有|建有|开办有|开办|开设|开通|主办|主管|承办|出版|发行|运营|运维|运行|管理|包括|涵盖|包含|旗下|下设|下辖|所属|打造|推出|入驻|(?:{_WORDS})[和及与]|有|为|即|含|由|了|以及|还有|另有)(?:有|了)?(?=..)"
)
_REST_OF_MARKED = re.compile(r"[^、]{0,8}?(?:以及|[和及与、])(?=..)")
_HAVING = re.compile(
    r"(?:拥有|现有|设有|办有|建有|有|开办|开设|开通|主办|承办|出版|运营|运维|运行|管理|包括|涵盖|包含|旗下|下设|下辖|打造|推出|形成|建成)[^。；]*$"
)
# 微信、抖音等客户端, 中央、省级等网站, 国内外主流网站: kinds and ranks of outlets, and no names.
_NO_NAME = re.compile(
    r"(?:微信|微博|抖音|快手|今日头条|头条|百度|腾讯|新浪|网易|搜狐|小红书|视频号|B站|中央|省[级市]?|市级?|县级?|国[家内际外]级?|电视|广播|报纸|报刊|杂志|网站|网络|新媒体|自媒体|客户端|手机|户外|安卓|苹果|华为|人民日报|新华社|央视)(?:[端网号版报平台类]{0,2})|.*(?:\d[个种家份款]|用户|粉丝|转载|报道|推送|[的在被向]).*"
)
_JOIN = re.compile(r"[、和及与，]|以及")
_CUT = re.compile(r"[和与及]|以及")
_CHANNEL_LIKE = re.compile(r"(?:频道|频率|广播|之声|卫视|电台|调频|经视|影视|公共)$")


def outlet_lists(text: str, start: int, end: int) -> Iterator[tuple[Span, list[PlatformSpan]]]:
    """Yield each list in ``text[start:end]`` with its outlets; offsets are code points, a name without its marks."""
    before = start
    """Where the list before ends, whose verb goes on: 办有甲、乙2个客户端和|丙、丁等网站."""
    listed = False
    for tail in _TAIL.finditer(text, start, end) if _WORD.search(text, start, end) else ():
        joined = _JOIN.match(text, before, tail.start())
        low = max(joined.end() if joined else before, tail.start() - 120)
        goes_on, listed, before = listed and joined is not None, False, tail.end()
        run = _RUN.search(text, low, tail.start())
        if run is None:
            continue
        first_end = text.find("、", *run.span())
        lead = _LEAD.match(text, run.start(), tail.start() if first_end < 0 else first_end)
        if lead is None and text[run.start() - 1] in "”》":
            # “江南发布”微博和|江南新闻、江南交广等微信公众号
            lead = _REST_OF_MARKED.match(text, run.start(), tail.start())
        begin = lead.end() if lead else run.start()
        items = _items(text, begin, tail.start(), _number(tail))
        counted = len(items) == _number(tail) and not tail["more"]
        having = (
            goes_on or lead is not None or _HAVING.search(text, max(start, begin - 240), begin) is not None
        )
        if len(items) < 2 or not (counted or having):
            continue
        if any(_NO_NAME.fullmatch(text[slice(*item)]) or not 2 <= item[1] - item[0] <= 12 for item in items):
            continue
        kind, ending = _KIND[tail["word"]]
        listed = True
        yield (
            (begin, tail.end()),
            [
                PlatformSpan(*item, *_named(text[slice(*item)], kind, ending, tail["word"] == "报刊"))
                for item in items
            ],
        )


# 微信公众号：|江南发布、江南融媒|；抖音号：…
_ACCOUNTS = "微信公众号|公众号|视频号|抖音号|快手号|头条号|客户端"
_AFTER_COLON = re.compile(
    rf"(?P<word>{_ACCOUNTS})(?:（\d+个）)?[：:](?P<names>{_ITEM}{{3,12}}(?:、{_ITEM}{{3,12}})*)(?=[；;，。\n]|等|$)"
)


def after_colon(text: str, start: int, end: int) -> Iterator[tuple[Span, list[PlatformSpan]]]:
    """Yield each run of names that stands behind the word for their kind: 微信公众号：江南发布、江南融媒."""
    for match in _AFTER_COLON.finditer(text, start, end):
        kind, ending = _KIND[match["word"]]
        items = _items(text, *match.span("names"), match["names"].count("、") + 1)
        yield (
            match.span(),
            [PlatformSpan(*item, *_named(text[slice(*item)], kind, ending, False)) for item in items],
        )


def _number(tail: re.Match[str]) -> int | None:
    return chinese_number(tail["number"]) if tail["number"] else None


def _items(text: str, start: int, end: int, number: int | None) -> list[Span]:
    """The names of a list, cut at 、 alone where that gives `number` of them (写作与出版), else at 和 and 与 too."""
    whole: list[Span] = []
    at = start
    for part in text[start:end].split("、"):
        whole.append((at, at + len(part)))
        at += len(part) + 1
    if len(whole) == number:
        return whole
    cut: list[Span] = []
    for low, high in whole:
        begin = low
        for join in _CUT.finditer(text, low, high):
            cut.append((begin, join.start()))
            begin = join.end()
        cut.append((begin, high))
    return cut


def _named(name: str, kind: PlatformKind, ending: str, mixed: bool) -> tuple[str, PlatformKind]:
    """新闻参考 among 报刊 is a magazine, 甲晚报 a paper; 云上江南 among 客户端 is 云上江南客户端."""
    if mixed and (MAGAZINE_INSIDE.search(name) or name.endswith("画报") or not re.search(r"[报讯]", name)):
        return name, PlatformKind.MAGAZINE
    complete = not ending or name.endswith(("客户端", "APP", "App", "号", ending)) or (
        kind in {PlatformKind.TV, PlatformKind.RADIO} and _CHANNEL_LIKE.search(name)
    )  # fmt: skip
    return (name if complete else name + ending), kind
