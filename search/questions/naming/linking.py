"""The entities that a question names: the longest names first, homonyms told apart by the word beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from ingest.report import PlatformKind
from search.questions.naming.catalog import ACCOUNTS, Catalog
from search.questions.naming.described import described
from search.questions.naming.entity import Entity
from search.questions.naming.guessing import Mention, misspelt, organs, pointed_at, shortened
from search.questions.naming.names import DEED_END, KIND_END
from search.questions.wording.words import key, measure_words, stop_words, topic_words

_OUTLETS: dict[PlatformKind, str] = {
    PlatformKind.VIDEO_ACCOUNT: r"(?:微信)?视频号",
    PlatformKind.WECHAT: r"(?:官方)?微信公众号|微信公众平台|微信公号|公号|微信订阅号|微信服务号|微信号|微信平台|(?:官方)?公众号|订阅号|(?:官方)?微信",
    PlatformKind.WEIBO: r"(?:新浪)?(?:官方)?微博(?:账号|号)?|官微",
    PlatformKind.DOUYIN: r"(?:官方)?抖音(?:账号|号)?",
    PlatformKind.KUAISHOU: r"(?:官方)?快手(?:账号|号)?",
    PlatformKind.TOUTIAO: r"(?:今日)?头条(?:账号|号)",
    PlatformKind.APP: r"(?:新闻|手机|移动)*(?:客户端|app)(?:app)?|手机端",
    PlatformKind.WEBSITE: r"官方网站|官网|网站",
    PlatformKind.NEWSPAPER: r"报纸",
    PlatformKind.TV: r"电视台",
    PlatformKind.RADIO: r"人民广播电台|广播电台|电台",
    PlatformKind.MAGAZINE: r"杂志",
}
_OUTLET_WORD = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _OUTLETS.items()))
# Where else a media may have an account; the reports tell of few of them, and another account's figures are not theirs.
_BRAND = re.compile(
    r"(?:b站|哔哩哔哩|小红书|知乎|百家号|企鹅号|网易号|搜狐号|大鱼号|人民号|强国号|央视频号?|西瓜视频|喜马拉雅|蜻蜓fm|"
    r"facebook|脸书|twitter|推特|youtube|油管|instagram|tiktok|海外)(?:账号|帐号|号)"
    r"|b站|哔哩哔哩|小红书|知乎|百家号|西瓜视频|喜马拉雅|facebook|脸书|twitter|推特|youtube|油管|instagram"
)
_KIND_WORDS: dict[str, tuple[str, ...]] = {
    "column": ("栏目", "专栏", "专题", "专版", "副刊", "节目", "话题", "总栏", "版块", "板块"),
    "work": (
        *(
            "作品",
            "报道",
            "通讯",
            "消息",
            "评论",
            "短视频",
            "微视频",
            "视频",
            "纪录片",
            "微纪录片",
            "广播剧",
            "短剧",
            "微短剧",
        ),
        *(
            "歌曲",
            "直播",
            "h5",
            "宣传片",
            "专题片",
            "微电影",
            "图书",
            "特刊",
            "长图",
            "mv",
            "晚会",
            "有声书",
            "连环画",
            "文章",
        ),
    ),
    "award": ("奖", "奖项"),
}
_NAMED_WITHOUT = frozenset({PlatformKind.APP, PlatformKind.WEBSITE})
_JOINT = re.compile(r"的?(?:官方)?")
_QUOTED = re.compile(
    r"[《〈<]([^《》〈〉<>]{1,60})[》〉>]|[“”\"＂‘’']([^“”\"＂‘’']{1,60})[“”\"＂‘’']|[「『【]([^「」『』【】]{1,60})[」』】]"
)
_PLACED_PRIZE = re.compile(r"(?<!全)([省市州县区旗])([^的了过获得拿些几个届有多少什么哪]{1,10}?奖)")


def link(question: str, known: Catalog, claimed: Iterable[tuple[int, int]] = ()) -> list[Mention]:
    """Return the mentions of a question, in its order. `claimed` are places in its one spelling to be passed over."""
    text = key(question)
    free = [True] * len(text)
    for start, end in claimed:
        free[start:end] = [False] * (end - start)
    quoted = dict.fromkeys(
        key(next(part for part in match.groups() if part)) for match in _QUOTED.finditer(question)
    )
    found: list[Mention] = []
    for start, end, candidates in _names(text, known, quoted):
        if all(free[start:end]):
            mention = _told_apart(text, start, end, candidates)
            free[mention.start : mention.end] = [False] * (mention.end - mention.start)
            found.append(mention)
    for guess in [
        *misspelt(text, quoted, known),
        *_placed(text, known),
        *shortened(text, known),
        *pointed_at(text, known),
        *organs(text, known),
        *(
            Mention(text[start:end], start, end, tuple(each), each[0].label)
            for start, end, each in described(text, known.described, known.named)
        ),
    ]:
        if all(free[guess.start : guess.end]):
            free[guess.start : guess.end] = [False] * (guess.end - guess.start)
            found.append(guess)
    found = [_with_place(mention, text, free) for mention in found]
    for match in _another_paper(text, known):
        if all(free[match.start() : match.end()]):
            free[match.start() : match.end()] = [False] * (match.end() - match.start())
            found.append(Mention(match[0], *match.span(), ()))
    for name in quoted:
        place = (
            text.find(name) if name not in known.quoted else -1
        )  # “啄木鸟团”, which reports write so, is a word.
        # 批“躺平”干部的那篇评论: what a name that is found holds was named by that.
        within = any(name in key(e.label) for mention in found for e in mention.candidates)
        if place >= 0 and all(free[place : place + len(name)]) and not within and not _common(name, known):
            found.append(Mention(name, place, place + len(name), ()))
            free[place : place + len(name)] = [False] * len(name)
    for match in _OUTLET_WORD.finditer(text):
        if any(
            word in known.said and text.startswith(word, match.start())
            for word in _MEASURED.get(match[0], ())
        ):
            continue  # 报纸广告收入 is what is measured, not something of the paper.
        if all(free[match.start() : match.end()]):
            if (other := _of_another(text[: match.start()], free, known)) is not None:
                found.append(Mention(text[other : match.end()], other, match.end(), ()))
                continue
            kind = PlatformKind[str(match.lastgroup)]
            meant = (*known.platforms([kind]), *_bare(kind, known)) or _only_site(kind, known)
            if meant or match[0] not in known.said:
                # What the reports speak of without its being understood as an outlet is left to the words.
                found.append(Mention(match[0], *match.span(), meant))
    for match in _BRAND.finditer(text):
        # What the reports do speak of is left to the words: 海外账号, B站、小红书账号.
        brand = re.sub(r"(?:账号|帐号|(?<!百家|企鹅|网易|搜狐|大鱼|人民|强国)号)$", "", match[0])
        if all(free[match.start() : match.end()]) and brand not in known.said:
            found.append(Mention(match[0], *match.span(), ()))
            free[match.start() : match.end()] = [False] * (match.end() - match.start())
    return [
        _with_bare(_with_namesakes(mention, known), known)
        for mention in sorted(found, key=lambda mention: mention.start)
    ]


def brands_in(text: str) -> list[str]:
    """Return the places elsewhere at which a text (in one spelling) asks for an account: B站 of B站账号."""
    return [re.sub(r"[账帐]?号$", "", match[0]) for match in _BRAND.finditer(text) if "海外" not in match[0]]


def _with_place(mention: Mention, text: str, free: list[bool]) -> Mention:
    """Take into the name of a prize what of it stands before: 省 of 省优秀网络工作者, where it is that of 云岫省."""
    start = mention.start
    labels = [key(entity.label) for entity in mention.candidates if entity.kind == "award"]
    while start and free[start - 1] and any(text[start - 1 : mention.end] in label for label in labels):
        start -= 1
        free[start] = False
    return replace(mention, name=text[start : mention.end], start=start) if start < mention.start else mention


def _another_paper(text: str, known: Catalog) -> Iterator[re.Match[str]]:
    """Yield the names of papers and stations of the same place that no report knows: 昙州日报, where there is only 昙州晚报."""
    if len(known.proper) < 2:
        return
    for match in re.finditer(rf"{re.escape(known.proper)}(?:{_PAPERS})(?!社|报业|传媒|集团|总台)", text):
        # What became of 岭江电视台, of which the 广播电视台 was made, the reports tell.
        site = (match[0].endswith("网") or _DATED.search(text) is not None) and match[0] in known.said
        if match[0] not in known.named and match[0] not in key(known.media) and not site:
            yield match


_DATED = re.compile(r"哪1?[年天日]|什么时[候间]|何时|几月|几号|日期|时间")
_PAPERS = (
    "(?:新闻|广电|日报|晚报)?网(?![络民站点上友红])|日报|晚报|晨报|都市报|商报|时报|早报|快报|电视台|广播电台"
)
_CALLED = re.compile(r"(?:发布|融媒|日报|晚报|晨报|都市报|新闻|观察|在线|播报)的?(?:官方)?$")


def _of_another(before: str, free: list[bool], known: Catalog) -> int | None:
    """Return where the name of an account starts that no report knows: 沧宁发布 before 微信, where there is only 沧宁日报微信."""
    called = _CALLED.search(before)
    start = before.rfind(known.proper) if called and len(known.proper) > 1 else -1
    if (
        called is None
        or start < 0
        or start + len(known.proper) != called.start()
        or not all(free[start : len(before)])
    ):
        return None
    return start if before[start:].removesuffix("的") not in known.said else None


def outlet_at(text: str, position: int) -> PlatformKind | None:
    """Return the kind of outlet whose word stands in a text (in one spelling) at a position, None for none."""
    match = _OUTLET_WORD.match(text, position)
    return PlatformKind[str(match.lastgroup)] if match else None


def outlets_in(text: str) -> set[PlatformKind]:
    """Return the kinds of outlets whose words stand in a text (in one spelling)."""
    return {PlatformKind[str(match.lastgroup)] for match in _OUTLET_WORD.finditer(text)}


def last_outlet(text: str) -> tuple[PlatformKind, int] | None:
    """Return the kind of outlet whose word stands last in a text (in one spelling) and where it ends, None for none."""
    found = list(_OUTLET_WORD.finditer(text))
    return (PlatformKind[str(found[-1].lastgroup)], found[-1].end()) if found else None


def kind_alone(name: str) -> PlatformKind | None:
    """Return the kind of outlet that a name (in one spelling) is the word for, None where it says more: 客户端, not 今浔客户端."""
    match = _OUTLET_WORD.fullmatch(name)
    return PlatformKind[str(match.lastgroup)] if match else None


_OF_PEOPLE = re.compile("工作室|编辑部|团队|项目组|栏目组|有限公司|公司|集团|实验室|研究院|志愿")
"""What makes another name of a name that it follows: 昙晚视频工作室 is no 昙晚视频."""


_HOUSE_END = re.compile(r"[报台网刊]$|杂志$|频[道率]$|广播$")


def tells(entity: Entity, text: str) -> bool:
    """Tell whether a text (in one spelling) names an entity: no account of another kind, and no team that is called after it."""
    kinds = outlets_in(text) if entity.outlet is not None else set()
    if kinds and entity.outlet not in kinds and key(entity.label) not in text:
        return False
    account = entity.outlet is not None and entity.outlet not in kinds and entity.outlet in ACCOUNTS
    return any(
        not _OF_PEOPLE.match(text, start + len(name))
        for name in entity.names
        # 绵禾晚报 alone is the paper, and not the account that is called after it.
        if not (account and _HOUSE_END.search(name))
        for start in _places(name, text)
    )


def _with_bare(mention: Mention, known: Catalog) -> Mention:
    """Where a media has one account of a kind, a sentence that says no more than 视频号 means that one."""
    kinds = {entity.outlet for entity in mention.candidates if entity.outlet is not None}
    more = [
        entity
        for kind in kinds
        if len(known.platforms([kind])) == 1
        for entity in _bare(kind, known)
        if entity not in mention.candidates
    ]
    return replace(mention, candidates=(*mention.candidates, *more)) if more else mention


def _with_namesakes(mention: Mention, known: Catalog) -> Mention:
    """Add what other reports call with other words for its kind, or without: 麻溪问政平台 of one is 麻溪问政 of the next."""
    stems = {_stem(e) for e in mention.candidates if e.kind == "referent"} - {""}
    same = [
        e
        for e in (known.entities.values() if stems else ())
        if e.kind in ("column", "referent") and e not in mention.candidates and _stem(e) in stems
    ]
    return replace(mention, candidates=(*mention.candidates, *same)) if same else mention


def _stem(entity: Entity) -> str:
    """Return the name of what is kept up without the word for its kind; empty where an everyday word is left (直播平台)."""
    stem = KIND_END.sub("", key(entity.label))
    common = stem in topic_words() or stem in measure_words() or stem in stop_words()
    return "" if common else stem


def _bare(kind: PlatformKind, known: Catalog) -> list[Entity]:
    """Return what reports call by nothing but the word for a kind of account."""
    if (pattern := _OUTLETS.get(kind)) is None:
        return []
    word = re.compile(pattern)
    return [e for e in known.entities.values() if e.kind == "referent" and word.fullmatch(key(e.label))]


def _only_site(kind: PlatformKind, known: Catalog) -> tuple[Entity, ...]:
    """Return what is called a 网 (“华机网”PV 4180万次), where the reports speak of one alone and of no website besides."""
    sites = [e for e in known.entities.values() if e.kind == "referent" and key(e.label).endswith("网")]
    return tuple(sites) if kind is PlatformKind.WEBSITE and len(sites) == 1 else ()


def _names(text: str, known: Catalog, quoted: Collection[str]) -> Iterator[tuple[int, int, list[Entity]]]:
    """Yield the places of known names, the longest first."""
    places = [
        (start, name)
        for name in known.named
        for start in _places(name, text)
        if (name in quoted or not _common(name, known) or _kind_beside(text, start, start + len(name)))
        and not _begins_another(text, start, start + len(name), known)
        and not _within_quoted(name, text, start, known)
    ]
    for start, name in sorted(places, key=lambda place: (-len(place[1]), place[0])):
        yield start, start + len(name), known.named[name]


def _begins_another(text: str, start: int, end: int, known: Catalog) -> bool:
    """Tell whether a name is the first part of another that the reports have: 昙晚视频工作室, 报纸广告收入."""
    team = _OF_PEOPLE.match(text, end)
    return team is not None and text[start : team.end()] in known.said


def _within_quoted(name: str, text: str, start: int, known: Catalog) -> bool:
    """Tell whether a name is part of what the reports quote as another: 晚报 of “晚报帮你忙”."""
    end = start + len(name)
    return any(
        name in term and 0 <= (place := text.find(term)) <= start and end <= place + len(term)
        for term in known.quoted
        if len(term) > len(name)
    )


def _placed(text: str, known: Catalog) -> Iterator[Mention]:
    """Yield 省政府奖, where one prize alone is that of a province and called so."""
    for match in _PLACED_PRIZE.finditer(text):
        prizes = [
            entity
            for entity in known.entities.values()
            if entity.kind == "award" and re.fullmatch(f".+{match[1]}.*{match[2]}", key(entity.label))
        ]
        if len(prizes) == 1:
            yield Mention(match[0], *match.span(), tuple(prizes), prizes[0].label)


def _places(name: str, text: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + 1)


_MEASURED = {"报纸": ("报纸广告", "报纸发行", "报纸收入", "报纸版面"), "网站": ("网站收入", "网站访问")}
"""Words for outlets that are part of the name of a measure."""


def _common(name: str, known: Catalog) -> bool:
    """Tell whether a name is an everyday word too: a column called 公益广告 is not meant by every 公益广告."""
    if name.endswith("报") and any(entity.kind == "platform" for entity in known.named.get(name, ())):
        return False
    if len(name) > 3 and name.endswith("奖") and any(e.kind == "award" for e in known.named.get(name, ())):
        # 中国新闻奖 stands among the words of the genre, and is the name of one prize.
        return False
    if all(e.kind == "referent" and key(e.label) == known.proper + name for e in known.named.get(name, ())):
        return (
            name in measure_words() or name in known.figure_words
        )  # 问政平台, where 麻溪问政平台 is the only one
    return (
        name in measure_words() or name in topic_words() or name in stop_words() or name in known.figure_words
    )


def _kind_beside(text: str, start: int, end: int) -> str | None:
    """Return the kind that the word before or after a name tells."""
    for kind, words in _KIND_WORDS.items():
        if text.startswith(words, end) or text[:start].endswith(words):
            return kind
    return None


def _told_apart(text: str, start: int, end: int, candidates: list[Entity]) -> Mention:
    """Take the word for an outlet that follows into the name, and keep those candidates that it allows."""
    joint = _JOINT.match(text, end)
    after = joint.end() if joint else end
    if (match := _OUTLET_WORD.match(text, after)) and not is_outlet(text[start:end]):
        kind = PlatformKind[str(match.lastgroup)]
        fitting = tuple(entity for entity in candidates if entity.outlet == kind)
        # 溪问直播, 某栏目的微信: a work or column keeps its name, and the outlet is a mention of its own.
        if fitting or any(entity.kind == "platform" for entity in candidates):
            return Mention(text[start : match.end()], start, match.end(), fitting)
    # 昌吉日报 by itself is the paper, not the account that is called after it.
    whole = [entity for entity in candidates if key(entity.label) == text[start:end]]
    outlets = [entity for entity in candidates if entity.kind == "platform"]
    if len(outlets) == 1 and outlets[0].outlet in _NAMED_WITHOUT and outlets[0] not in whole:
        # “云上清禾” is the app that is elsewhere called “云上清禾”APP.
        whole += outlets
    # 春芽圆梦行动 of one report is 春芽圆梦 of another.
    deeds = [
        e for e in candidates if e.kind == "referent" and DEED_END.sub("", key(e.label)) == text[start:end]
    ]
    candidates = [*whole, *(e for e in deeds if e not in whole)] if whole else candidates
    kind_told = _kind_beside(text, start, end)
    told = tuple(entity for entity in candidates if entity.kind == kind_told)
    return Mention(text[start:end], start, end, told or tuple(candidates))


def is_outlet(name: str) -> bool:
    """Tell whether a name (in one spelling) ends with the word for a kind of outlet."""
    return any(match.end() == len(name) for match in _OUTLET_WORD.finditer(name))
