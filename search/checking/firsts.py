"""Deeds told as the first, which earlier reports tell of already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.report import Commitment, Evidence, Report, Shortcoming
from ingest.sentences import clauses
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.aired import NARROW
from search.checking.around import CLAUSE, MARKED, SENTENCE, around, clause_and_before
from search.checking.case import Case, quoted
from search.checking.deeds import content
from search.checking.prizes import prize
from search.checking.running import RANK
from search.checking.saying import short
from search.tokens import words

_FIRST = re.compile(
    r"(?:首次|第一[次回]|头一[回次遭]|首度|首(?=[获夺捧登摘揽])|率先|首创|首开|首[个档部家支场款项本张座套]|第一[个档部家支场款项本张座套](?!分))"
    r"(?P<what>[^，。；,;、\n]{3,40})"
)
_SAID_FIRST = re.compile(r"(?:首次|第一[次回]|头一[回次遭]|首度|率先|首创|首开)(?P<what>.+)")
"""What was done for the first time is told behind, and the earlier report must tell of that, not of who did it alone."""
_ZERO = re.compile(r"(?P<what>[^，。；,;、\n]{4,40}?)(?:上|方面)?(?:实现|取得)?了?(?:“?零”?的?突破|从无到有)")
"""入选全国优秀的作品实现零的突破: a first told behind the deed."""
_STEP = re.compile(
    r"(?P<what>[^，。；,;、\n]{4,40}?)(?:上|方面)?(?:的)?(?:迈出|跨出|踏出)了?[^，。；\n]{0,4}?第一步"
)
"""迈出公司化经营的第一步 and 公司化运营迈出第一步."""
_PIONEER = re.compile(
    r"(?:开启?|首开|开创|填补)了?(?P<what>[^，。；;\n]{2,24}?)(?:上|方面)?的?(?:先河|先例|空白)"
)
"""开启了直播助农的先河, 填补报社服务青年的空白."""
_HALF = re.compile(
    r"(?:首次|第一次|首度|头一[回次遭]|历史性地?)(?:实现)?(?:过半|[超反]超?过?了?(?:一半|五成|50[%％]|半数)|(?:超过|反超|高于|超越)了?[^，。；\d\n]{0,10}(?:收入|广告|报纸|发行|财政|纸媒))"
)
"""非报收入第一次超过报纸收入, and 占比首次过半: what has more than half was so once for the first time."""
_GAP = re.compile(r"填补了?(?P<what>[^，。；\n]{0,20}奖[^，。；\n]{0,4}?)(?:上|方面)?的?空白")
"""填补了画报在该展金奖上的空白."""
_BEHIND = re.compile(
    r"(?P<what>[^，。；;、\n]{4,40})[，,](?:这(?:样做|么做|种做法|一做法|样的事)?|此[次举]|该奖|均|也|还|都|今年|在[^，。；、\n]{2,10}?)*(?:还|尚|都|均|实)?(?:是|为|系|属)[^，。；、\n]{0,14}?(?:首次|第一[次回]|头一[回次遭]|首例|破天荒)(?=[，。；;！\n])"
    r"|(?P<never>[^，。；;、\n]{4,40})[，,](?:这)?(?:在)?[^，。；、\n]{0,10}?(?:从未有过|前所未有|从来没有过|史无前例|还?没有过|未曾有过|开了先河|[尚还]?[无没]有?先例|[尚还]属空白)(?=[，。；;！\n])"
)
"""捧回中国新闻奖，是报社历史上的第一次: the same told in a clause of its own."""
_WON = re.compile(
    r"(?:有[^，。；]{1,6}?)?(?:获|荣获|夺|摘|斩获|捧|问鼎|入选|拿|赢|[登站走踏]上|登(?=[^，。；]{2,12}奖))"
)
_WON_THERE = re.compile(
    r"在[^，。；]{2,20}?(?:奖|赛|评选|评比)[^，。；]{0,6}?(?:[获摘夺捧拿赢]|折桂|问鼎|有斩获)"
)
"""首次在中国新闻奖评选中获奖."""
_AT_PRIZE = re.compile(
    r"^(?!举办|评选|设立|承办|颁发|颁|开评|推荐|申报|参评|参加|入围)[^，。；]{2,20}?奖(?:的|$)"
)
"""第一次敲开中国新闻奖的大门."""
_BEFORE = re.compile(r"(?:继|自|从)(?:上年度?|去年|前年|20\d\d年)[^，。；]{0,8}$")
"""继上年实现中国新闻奖零的突破: a first of that year, not of this."""
_OWN = re.compile(r"[《“](?P<name>[^》”]+)[》”][^，。；]{0,3}$")
"""《海礁》首次在央视播出: the first time of that work alone."""
_GOT = r"[获夺摘捧赢]|斩获|问鼎|入选|拿[到下回]|领奖台|(?:奖|赛|评选)[^，。；]{0,4}榜上有名"
_MARK_PASSED = re.compile(r"(?:突破|超过|超|达|迈上|站上)[^，。]{0,6}\d")
_DOES = "举办|开展|推出|组织|实现|承办|启动|举行|开设|开通|开办|建立|设立|引入|采用|尝试|推行|实施|主办|参与|发布|制作|策划|发起|播出|开播|上线|创办|打造|建成|组建|成立|试水|拍摄|摄制|创作|有"
_VERB = re.compile(
    rf"^(?:成功|面向[^，。]{{1,6}}|在全[县市省州区]|在[^，。]{{2,12}}?[中内里])?(?:{_DOES})了?"
)
_PLACE = re.compile(r"[在于从向对把为]《?$")
_THING = re.compile(r"(?:类|系列)?(?:作品|产品|节目|活动|项目|栏目|报道|业务)$")
_KINDS = ("客户端", "微信公众号", "公众号", "抖音号", "视频号", "快手号", "网站", "APP")
"""客户端上线读屏功能 tells of “新潮”客户端."""
_EVENT = re.compile(
    "[一-龥]{0,8}?(?P<event>[一-龥]{0,2}(?:大赛|比赛|联赛|展|论坛|晚会|训练营|夏令营|课堂|讲座|研讨|发布会|音乐会|培训|评选|征文|节))(?![一-龥]*活动)"
)
"""What is held by a name that something else may have: “铁锅炖”短视频大赛."""
SAME = 0.6
"""The share of pairs of characters of the shorter of two subjects that the other must have."""
NAMED = 3
"""Characters of a thing that a first deed names; a shorter one says too little."""
LIKE = 0.7
"""The share of a first deed's pairs of characters that one earlier clause must have for the deed to be told there."""
WORDS = 3
"""Words of a first deed that tell it in whatever order they come."""
_GENERAL = re.compile(
    f"(?:{_DOES})|面向|针对|围绕|通过|进行|走[进上入]|聚焦|关注|登[上陆]|亮相|进入|参加|试水|联合|携手|跨界|线上|线下|全新|正式|[\\d.]+.?"
)
"""Words that tell how, not what."""
OWN_WORDS = 2
"""The same of what one titled work or column did."""
LONG = 10
"""Characters of a clause; a shorter one is told together with the one before."""
_OUTDOES = re.compile(
    r"[实达]?现?(?:跌|降|跨|越过|迈[过上入]|站上|冲[上破过]|逼近|扭亏|转[正盈]|盈利|过[半百千万亿\d])|超[过越]|突破|达到|接近|高于|位[居列]|居|跻身|进入|实现盈"
)
FEWEST = 4
"""Pairs of characters below which a deed says too little to be looked for."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each first deed that an earlier report tells of.

    Made for: 首次举办“云招聘”; 首次推出电视问政直播; 首次获得该奖项一等奖.
    """
    if not case.earlier:
        return
    text = case.draft.text
    for match in _FIRST.finditer(text):
        if _WON.match(match["what"]) or _WON_THERE.match(match["what"]) or _AT_PRIZE.search(match["what"]):
            yield from _prize(case, match) if _won(case, match) else _deed(case, match)
        elif not _MARK_PASSED.match(match["what"]):
            yield from _deed(case, match)
    for match in _ZERO.finditer(text):
        left = around(text, *match.span(), CLAUSE)[0]
        if _BEFORE.search(text[left : match.start()] + match["what"]):
            continue
        if not _FIRST.search(match[0]):
            # 在该奖项一等奖上零的突破: the sentence has the prize's name before.
            won = prize(case, match["what"], clause_and_before(text, *match.span())[1])
            yield from _deed(case, match) if won is None else _prize(case, match)
    for pattern in (_STEP, _PIONEER):
        for match in pattern.finditer(text):
            if not re.search("奖", match["what"]):
                yield from _deed(case, match)
    for match in _HALF.finditer(text):
        yield from _half(case, match)
    for match in _GAP.finditer(text):
        yield from _prize(case, match)
    for match in _BEHIND.finditer(text):
        what = match["what"] or match["never"]
        yield from _prize(case, match) if re.search(_GOT, what) else _deed(case, match)


def _won(case: Case, match: re.Match[str]) -> bool:
    """Tell whether a first is of a prize: 第一次走上领奖台, not 第一次走上音乐节的舞台."""
    said = clause_and_before(case.draft.text, *match.span())
    return re.search(_GOT, match["what"]) is not None or prize(case, *said) is not None


def _prize(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A prize won for the first time: an earlier report that tells of it, of this level, contradicts that."""
    won = prize(case, *clause_and_before(case.draft.text, *match.span()))
    if won is None:
        return
    left = around(case.draft.text, *match.span(), CLAUSE)[0]
    narrow = set(NARROW.findall(MARKED.sub("", case.draft.text[left : match.end()])))
    for report in case.earlier:
        # 短视频作品首次获此奖: what was won before with other sorts of work is no contradiction.
        held = [place for place in won.places(report) if all(word in place.quote for word in narrow)]
        if held:
            message = (
                f"“{short(match[0], 24)}”与{report.report_year}年度报告不符：那一年已获{won.name}{won.level or ''}。"
                "请核对，或改掉“首次”。"
            )
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), held[:2])
            return


def _deed(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A first deed: an earlier report that names the same thing, or tells the same deed, contradicts it."""
    group = "what" if match["what"] else "never"
    what = match[group]
    titled = _OWN.search(case.draft.text[around(case.draft.text, *match.span(), CLAUSE)[0] : match.start()])
    own = titled["name"] if titled else None
    # 首次请人大代表、律师组成评估团: the deed goes on behind the list.
    whole = what + re.split("[，。；,;\n]", case.draft.text[match.end(group) :], maxsplit=1)[0]
    for report in case.earlier:
        named = _named(report, what)
        if named is not None and _has(report, own, named.start, named.end):
            yield _contradicted(case, match, named, Severity.ERROR)
            return
        held = _told(report, what, own) or (_told(report, whole, own) if whole != what else None)
        if held is not None:
            yield _contradicted(case, match, held, Severity.WARNING)
            return
    near = _elsewise(case, match, own)
    if near is not None:
        yield _contradicted(case, match, near, Severity.WARNING)


def _half(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A part that is told to be more than half for the first time: an earlier report that tells the same first of it contradicts that."""
    ours = _pairs(_subject(case.draft, match))
    for report in case.earlier:
        for other in _HALF.finditer(report.text):
            theirs = _pairs(_subject(report, other))
            if len(ours & theirs) >= SAME * max(1, min(len(ours), len(theirs))):
                yield _contradicted(
                    case, match, quoted(report, *around(report.text, *other.span(), CLAUSE)), Severity.ERROR
                )
                return


def _subject(report: Report, match: re.Match[str]) -> str:
    """Return what a first is told of: its clause up to it, with the clause before where that says little."""
    left, _ = around(report.text, *match.span(), CLAUSE)
    own = report.text[left : match.start()]
    if len(own) < NAMED + 1 and left and report.text[left - 1] in "，,":
        own = report.text[around(report.text, left - 1, left - 1, CLAUSE)[0] : match.start()]
    return own


def _contradicted(case: Case, match: re.Match[str], held: Evidence, severity: Severity) -> Finding:
    message = (
        f"“{short(match[0], 24)}”与{held.year}年度报告不符：那一年已有“{short(held.quote, 36)}”。"
        "请核对，若是新的范围或形式请写明。"
    )
    return case.finding("unsupported-claim", severity, message, match.span(), [held])


def _named(report: Report, what: str) -> Evidence | None:
    """Return where a report has the name between marks that `what` makes the object of the first deed."""
    for match in MARKED.finditer(what):
        name = match[match.lastindex or 0]
        before = what[: match.start()]
        # 首次在《今日澜溪》开设: the place of a deed may be old, the deed new.
        if _PLACE.search(before) or (before and not re.search(_DOES, before)):
            continue
        if match.end() < len(what) and re.match(
            r"[^，。]*(?:走进|登上|推出|开设|增设|获|入选)", what[match.end() :]
        ):
            continue
        # A short name says enough between its marks alone: “青听”.
        said = name if len(name) >= NAMED else match[0]
        # 首次举办“铁锅炖”短视频大赛: the first is of the contest, not of the name alone.
        event = _EVENT.match(what, match.end())
        behind = f"[》”][^，。；\n]{{0,12}}?{event['event']}" if event else ""
        held = re.search(re.escape(said) + behind, report.text)
        if held is not None:
            return quoted(report, held.start(), held.start() + len(said))
    return None


def _told(report: Report, what: str, own: str | None) -> Evidence | None:
    """Return the clause of a report that tells the same deed in nearly the same words, in a sentence that names `own`."""
    # 首次推出微短剧《江火》: the first is of the sort, whose name is new.
    core = _core(MARKED.sub(lambda name: name[0] if name[name.lastindex or 0] in report.text else "", what))
    again = re.match(f"[一-龥]{{{FEWEST}}}", core)
    if again and (first := re.search(rf"(?:首次|第一次|首度)(?:{_DOES})?了?{again[0]}", report.text)):
        # 首次走进外轮慰问 after 首次走进外轮: two firsts of one thing.
        return quoted(report, *first.span())
    wanted, said = _pairs(core), _words(core)
    if len(wanted) < FEWEST and len(core) < NAMED:
        return None
    best: tuple[float, int, int] | None = None
    for start, end in _deeds(report):
        clause = report.text[start:end]
        if RANK.findall(clause) != RANK.findall(core):
            # 首次位居全省第一 after 居全省第三: the rank is what is new.
            continue
        # A short name of a thing must stand there whole: 微短剧.
        share = len(wanted & _pairs(clause)) / len(wanted) if len(wanted) >= FEWEST else float(core in clause)
        if len(said) >= (WORDS if own is None else OWN_WORDS) and all(word in clause for word in said):
            # 首次面向中小学生招募主播 after 招募中小学生主播: the same in another order.
            share = 1.0
        if share >= LIKE and (best is None or share > best[0]) and _has(report, own, start, end):
            best = share, start, end
    return quoted(report, best[1], best[2]) if best else None


def _elsewise(case: Case, match: re.Match[str], own: str | None) -> Evidence | None:
    """Return the sentence of an earlier report that tells the deed in other words: that of its clause, with the one before where the clause says little."""
    text = case.draft.text
    left, right = around(text, *match.span(), CLAUSE)
    deed = text[left:right]
    if prize(case, deed, "") is not None:
        # 第一次承办新闻奖评选 is not told where the prize is won.
        return None
    if RANK.search(deed) or _OUTDOES.match(match.groupdict().get("what") or ""):
        return None
    what = _SAID_FIRST.match(match[0])
    of = MARKED.sub(lambda name: name[0] if _known(case, name) else " ", what["what"]) if what else ""
    if what is not None and not content(of):
        # 首次发布《温度榜》: what is new by its name alone, and what did it, tell of no earlier deed.
        return None
    if len(deed) < LONG and left and text[left - 1] in "，,":
        deed = text[around(text, left - 1, left - 1, CLAUSE)[0] : right]
    for told in case.past.find(deed):
        said = told.report.text[told.start : told.end]
        same = what is None or bool(content(of) & content(said) or _pairs(of) & _pairs(said))
        if same and _has(told.report, own, told.start, told.end):
            return quoted(told.report, told.start, told.end)
    return None


def _known(case: Case, name: re.Match[str]) -> bool:
    return any(name[name.lastindex or 0] in report.text for report in case.earlier)


def _core(what: str) -> str:
    """Return what a deed is about: 开设账号 of 首次在海外社交平台成功开设账号, its verb aside."""
    return _THING.sub("", _VERB.sub("", what))


def _words(core: str) -> set[str]:
    return {word for word in words(core) if len(word) > 1 and not _GENERAL.fullmatch(word)}


def _deeds(report: Report) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a report, but for what was only meant or lacking."""
    meant = [fact.evidence for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
    for start, end in clauses(report.text, 0, len(report.text), "，,；;。！？\n"):
        if not any(place.start < end and start < place.end for place in meant):
            yield start, end


def _has(report: Report, own: str | None, start: int, end: int) -> bool:
    """Tell whether the sentence around a clause has the name whose first time is told, where one is, or the kind of outlet that it is of."""
    sentence = report.text[slice(*around(report.text, start, end, SENTENCE))]
    kinds = {kind for kind in _KINDS if own is not None and f"{own}”{kind}" in report.text}
    return own is None or own in sentence or any(kind in sentence for kind in kinds)


def _pairs(text: str) -> set[str]:
    plain = "".join(char for char in normalised(text) if not char.isdigit() and char not in "的了")
    return {one + other for one, other in pairwise(plain)}
