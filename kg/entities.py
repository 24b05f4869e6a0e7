"""One entity under many spellings and years: normalised names, and the IRIs made from them.

An IRI depends on the kind, the media and the normalised name alone, so the same work of two years (or of two
spellings) is one node without any look-up, and a rebuild gives the same graph.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

from rdflib import URIRef

from ingest.numerals import chinese_number
from ingest.plain import simplified
from ingest.report import PlatformKind
from kg.vocabulary import DATA

EntityKind = Literal["media", "award", "work", "column", "platform", "event", "measure", "referent"]
"""`referent`: someone or something that a report names without saying what it is (a person, a department)."""

SHARED_KINDS: Final[frozenset[str]] = frozenset({"media", "award", "measure"})
"""Kinds that are the same for every media: 新疆新闻奖 is one award whoever wins it. All others are per media."""

_DIGIT = "[一二三四五六七八九]"
# Well-formed numbers only: 十四五 is 十四 and 五, a bare 百 or 千 (百姓, 千里) is a word.
_NUMERAL = re.compile(
    rf"(?={_DIGIT}?十|{_DIGIT}[百千])(?:{_DIGIT}千)?(?:零?{_DIGIT}百)?(?:零?{_DIGIT}?十)?(?:零?{_DIGIT})?"
    "|[零〇○一二三四五六七八九]+"
)

# How the names of accounts and apps end, by kind; seen in reports since 2013, both templates. The first kind
# whose pattern fits is taken: 微信视频号 is a video account, not a WeChat account.
_OUTLET_ENDINGS: Final[dict[PlatformKind, re.Pattern[str]]] = {
    PlatformKind.VIDEO_ACCOUNT: re.compile(r"(?:官方)?(?:微信)?视频号$"),
    PlatformKind.WECHAT: re.compile(
        r"(?:官方)?(?:微信(?:公众(?:平台|账号|帐号|号)|订阅号|服务号|平台|号)?|公众号|订阅号)$"
    ),
    PlatformKind.WEIBO: re.compile(r"(?:官方)?(?:新浪)?(?:官方)?微博(?:账号|帐号|号)?$"),
    PlatformKind.DOUYIN: re.compile(r"(?:官方)?抖音(?:账号|帐号|号)?$"),
    PlatformKind.KUAISHOU: re.compile(r"(?:官方)?快手(?:账号|帐号|号)?$"),
    PlatformKind.TOUTIAO: re.compile(r"(?:官方)?(?:今日)?头条(?:账号|帐号|号)?$"),
    PlatformKind.APP: re.compile(r"(?:官方)?(?:新闻|手机|移动)*(?:客户端|app)$"),
    PlatformKind.WEBSITE: re.compile(r"(?:官方网站|官网|网站)$"),
}
# Of a platform known to be a website, 网 alone is an ending too (中国昌吉网 = 中国昌吉网站); of any name it is not (人民网).
_KEY_ENDINGS: Final = _OUTLET_ENDINGS | {PlatformKind.WEBSITE: re.compile(r"(?:官方网站|官网|网站|网)$")}
_SERIES_ENDING = re.compile(r"系列$")
# 粉丝数 and 粉丝数量 count what 粉丝 counts; 人数, 次数, 指数, 分数 are words of their own.
_NUMBER_ENDING = re.compile(r"(?:总数|数量|(?<![人次件篇期条场分指参基系倍])数)$")


class _Visible(dict[int, int | None]):
    """What `str.translate` makes of characters: punctuation, white space and controls go, by their Unicode category."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code))[0] in "PZC" else code
        return self[code]


_VISIBLE: Final = _Visible()


@lru_cache(maxsize=4096)
def normalised(name: str) -> str:
    """Return the key under which spellings of one name meet; never empty for a name with a visible character.

    NFKC, case-folded, simplified; quotation marks, punctuation, interpuncts and white space dropped; Chinese numerals in
    Arabic digits (社科十二时辰 → 社科12时辰). For people it is only readable, not a spelling.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    # NFKC of casefold output may need a second pass (ẞ and the like).
    folded = simplified(unicodedata.normalize("NFKC", folded))
    key = folded.translate(_VISIBLE) or folded.strip()
    return _NUMERAL.sub(lambda match: _digits(match.group()), key)


def _digits(numeral: str) -> str:
    if set(numeral) & set("十百千"):
        return str(chinese_number(numeral))
    return numeral.translate(_POSITIONAL)


_POSITIONAL: Final = str.maketrans("零〇○一二三四五六七八九", "000123456789")


def _without(ending: re.Pattern[str], key: str) -> str:
    """Drop an ending as often as it stands there (客户端App → ""), but never the whole name."""
    while (match := ending.search(key)) and match.start() > 0:
        key = key[: match.start()]
    return key


def outlet_of(name: str) -> tuple[PlatformKind, str] | None:
    """Return the kind that a name's own ending tells and the key without it: 昌吉日报微信公众号 → wechat, 昌吉日报.

    None where the name tells no kind (昌吉日报) or is nothing but the ending (微信公众号).
    """
    key = normalised(name)
    for kind, ending in _OUTLET_ENDINGS.items():
        stem = _without(ending, key)
        if stem != key:
            return kind, stem
    return None


def entity_key(kind: EntityKind, name: str, outlet: PlatformKind | None = None) -> str:
    """Return the normalised name of an entity of this kind; `outlet` is the platform's kind, else None."""
    key = normalised(name)
    if kind == "platform" and outlet in _KEY_ENDINGS:
        return _without(_KEY_ENDINGS[outlet], key)
    if kind in ("work", "column"):
        return _without(_SERIES_ENDING, key)
    if kind == "measure":
        return _without(_NUMBER_ENDING, key)
    return key


@lru_cache(maxsize=4096)
def entity_iri(kind: EntityKind, media: str | None, name: str, outlet: PlatformKind | None = None) -> URIRef:
    """Return the IRI of an entity: ``…/id/work-0123456789abcdef``; what follows ``/id/`` is its id everywhere.

    `media` is the media's name as any report spells it; it is ignored for the kinds in `SHARED_KINDS` and
    must be given for all others. `outlet` is needed for platforms: 昌吉日报 the paper and 昌吉日报 the WeChat
    account are two. Raises ValueError where one of the two is missing.
    """
    if kind in SHARED_KINDS:
        scope = ""
    elif media is None:
        raise ValueError(f"an entity of kind {kind} belongs to a media")
    else:
        scope = normalised(media)
    if (kind == "platform") != (outlet is not None):
        raise ValueError("a platform has a kind, and nothing else has one")
    parts = (kind, outlet or "", scope, entity_key(kind, name, outlet))
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
    return URIRef(f"{DATA}{kind}-{digest}")


def media_iri(name: str) -> URIRef:
    """Return the IRI of a media."""
    return entity_iri("media", None, name)


def referent(media: str, name: str | None) -> tuple[EntityKind, PlatformKind | None, URIRef]:
    """Return what a name in a report of `media` refers to, by the name alone: kind, platform kind and IRI.

    No name, or the media's own, is the media; a name whose ending tells its kind (丝路昌吉APP) is that platform;
    anything else is a `referent`. It never depends on what else a report says, so years join.
    """
    if name is None or normalised(name) == normalised(media):
        return "media", None, media_iri(media)
    if told := outlet_of(name):
        return "platform", told[0], entity_iri("platform", media, name, told[0])
    return "referent", None, entity_iri("referent", media, name)
