"""Deeds told as the first or as new, which earlier reports tell of already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.numerals import chinese_number
from ingest.report import Commitment, Evidence, Report, Shortcoming
from ingest.sentences import clauses
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.aired import NARROW
from search.checking.around import CLAUSE, MARKED, SENTENCE, around, clause_and_before
from search.checking.case import Case, quoted
from search.checking.prizes import prize
from search.checking.running import RANK
from search.checking.saying import short
from search.tokens import words

_FIRST = re.compile(
    r"(?:首次|第一[次回]|头一[回次遭]|首度|首(?=[获夺捧登摘揽])|率先|首创|首开|首[个档部家支场款项本张座套]|第一[个档部家支场款项本张座套](?!分))"
    r"(?P<what>[^，。；,;、\n]{3,40})"
)
_NEW = re.compile(
    r"(?:新(?:近)?|全新|(?:今年|本年度?|年内)(?:[，,]?[^，。；、\d\n《“]{0,6}?))(?:开[办设辟播]|创[办立设建]|首[创办推]|推出|上线|设立|增设|发起|启动|策划|打造|成立|组建|创[排作演]|编排|排演|拍摄|摄制|制作|出版)(?:了|的)?[^，。；,;、\n《“]{0,10}(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[^，。；、\n]{0,6}"
)
_BEGUN_THEN = re.compile(
    r"(?:(?:今年|本年度?|年内)(?:\d{1,2}月(?:\d{1,2}日)?)?|(?<![年\d])\d{1,2}月(?:\d{1,2}日)?)[，,]?[^，。；、\d\n《“在于从和与及]{0,14}?(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[一-龥]{0,6}?(?P<begun>(?:正式|全新)?(?:开播|创刊|首播|面世|问世|亮相|揭牌|挂牌|成立|诞生|上线|开通|创办|设立))(?=[，。；;\n])"
)
"""今年9月，面向老年读者的《银发周刊》创刊."""
_BEGUN_SINCE = re.compile(
    r"(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[^。；\n《“]{0,20}?(?:今年|本年度?)(?P<begun>(?:开[办设播]|创办|创刊|上线|推出|成立|设立)(?:以来|至今))"
)
"""“水上人家”专版出版48期，今年开设以来好评如潮."""
_FOUNDED = re.compile(
    r"(?P<mark>(?P<name>[一-龥]{4,24}(?:公司|集团|中心|研究院|学院|工作室|基金会|陈列馆|展览馆|博物馆|体验馆|书屋|报告厅|演播厅|实验室|联盟|基地|平台|专线|热线)))(?:于|在)?(?:今年|年内|\d{1,2}月(?:\d{1,2}日)?)?(?P<begun>(?:正式)?(?:挂牌|揭牌|成立|开业|开馆|建成开馆|上线|开通)(?:运[营行作])?)(?=[，。；;\n])"
)
_FOUNDS = re.compile(
    r"(?:成立|组建|设立|建起)了?(?P<mark>(?P<name>[一-龥]{4,20}(?:公司|集团|研究院|工作室|基金会|陈列馆|博物馆|实验室|演播厅|联盟|热线)))(?=[，。；;\n])"
)
"""海隅晚报慈善基金会正式挂牌 after 海隅晚报慈善基金会挂牌运作; 成立短视频工作室 after 短视频工作室挂牌."""
_BEGUN_AT = re.compile(
    r"(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[一-龥]{0,6}?\d{1,2}月(?:\d{1,2}日)?(?P<begun>(?:正式|全新)?(?:开播|创刊|首播|面世|问世|揭牌|挂牌|成立|诞生|上线|开通|创办|设立|与[^，。；\n]{1,6}见面))(?=[，。；;\n])"
)
"""“林草百科”9月正式与公众见面."""
_BEGUN = re.compile(
    r"(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[一-龥]{0,6}?(?:于|在)?(?:今年|本年度?|年内)(?:\d{1,2}月(?:\d{1,2}日)?)?(?P<begun>(?:正式|全新)?(?:开[办设辟播]|创[办立刊设建]|推出|上线|设立|发起|启动|成立|诞生|问世))"
)
"""《潮头观察》栏目今年创办."""
_OTHER = re.compile("第.{1,3}[季届期]|特别|子栏|[版号]|频道|专区|板块|单元|系列|账号|服务|功能")
"""What tells that something of the same name is new only in a form of it."""
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
_AGAIN = re.compile(
    r"(?P<how>蝉联|再次|再度|又一次|继[^，。]{2,12}(?:之后|后)[，,]?(?:再次|再度|又))(?:荣?获|获得|摘得|捧回|夺得|斩获|问鼎|被评为|获评|入选)?"
    r"(?P<what>[^，。；,;\n]{3,30})"
)
"""A prize won again, which some report must have: 蝉联 says that the last one has it."""
_APART = re.compile(
    r"时隔(?P<years>[一二三四五六七八九十两\d]{1,3})年(?:之?后)?[，,]?(?:再次|再度|重新|重又|又)?(?:荣?获得?|摘得|捧[回得]|夺得|斩获|问鼎|拿下|入选)(?P<what>[^，。；,;\n]{3,30})"
)
"""时隔十年再次问鼎海东新闻奖一等奖: no report of the years between has it."""
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
BESIDE = 3
"""Characters behind a shorter name that must follow it in the earlier report too."""
SAME = 0.6
"""The share of pairs of characters of the shorter of two subjects that the other must have."""
FOUNDED = 6
"""One less than the characters of the name of a house that is founded."""
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
_OUTDOES = re.compile("跌|降|超[过越]|突破|达到|接近|高于|位[居列]|居|跻身|进入|实现盈")
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
    for match in _AGAIN.finditer(text):
        yield from _again(case, match)
    for match in _APART.finditer(text):
        yield from _apart(case, match)
    for pattern in (_NEW, _BEGUN, _BEGUN_THEN, _BEGUN_AT, _BEGUN_SINCE, _FOUNDED, _FOUNDS):
        for match in pattern.finditer(text):
            yield from _new(case, match)


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


def _again(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A prize won again: where no stored report has it, of this level, nothing bears that out."""
    won = prize(case, *clause_and_before(case.draft.text, *match.span()))
    if won is None:
        return
    reports = case.earlier[-1:] if match["how"] == "蝉联" else case.earlier
    if any(won.places(report) for report in reports):
        return
    others = [place for report in reports for place in won.others(report)]
    # Two years at least must be stored, of a prize that is known, before its silence says something.
    if len(case.earlier) < 2 or not any(won.others(report) for report in case.earlier):
        return
    years = "、".join(str(report.report_year) for report in reports)
    message = f"“{short(match[0], 24)}”缺少支持：{years}年度报告没有{won.name}{won.level or ''}。请核对。"
    yield case.finding("unsupported-claim", Severity.WARNING, message, match.span(), others[-2:])


def _apart(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A prize won again after so many years: a report of the years between that has it contradicts that."""
    won = prize(case, *clause_and_before(case.draft.text, *match.span()))
    count = chinese_number(match["years"])
    if won is None or count is None:
        return
    for report in case.earlier:
        held = won.places(report) if (report.report_year or 0) > case.year - count else []
        if held:
            message = (
                f"“{short(match[0], 24)}”与{report.report_year}年度报告不符：那一年已获{won.name}{won.level or ''}。"
                "请核对年数。"
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


def _new(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """What is told as begun this year and has a name that an earlier report has already."""
    name, mark = match["name"], match["mark"]
    if len(name) < NAMED and mark[0] != "《":
        # “春晖”助学行动: a short name with what follows it.
        mark = case.draft.text[match.start("mark") : match.end("mark") + BESIDE]
    tail = case.draft.text[match.end("mark") : match.end()]
    if other := _OTHER.match(tail):
        # “农民诗选”版: new in that form, unless the earlier report has it so.
        mark = case.draft.text[match.start("mark") : match.end("mark") + other.end()]
    elif match.re is not _BEGUN_SINCE and _OTHER.search(match[0]):
        return
    if match.re in (_FOUNDED, _FOUNDS):
        # 经省民政厅核准海隅晚报慈善基金会: of what stands before a verb the name is the end.
        mark = next(
            (
                mark[at:]
                for at in range(len(mark) - FOUNDED)
                if any(mark[at:] in each.text for each in case.earlier)
            ),
            "",
        )
        name = mark
        if not mark or (case.draft.media or "").endswith(mark):
            return
    end = max(match.end("mark"), match.end("begun") if "begun" in match.re.groupindex else 0)
    said = case.draft.text[match.start() : end]
    for report in case.earlier:
        meant = [fact.evidence for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
        places = [found.start() for found in re.finditer(re.escape(mark), report.text)]
        # What was only promised began later.
        places = [at for at in places if not any(place.start <= at < place.end for place in meant)]
        if places:
            held = quoted(report, places[0], places[0] + len(mark))
            message = (
                f"“{short(said, 24)}”与{report.report_year}年度报告不符：那一年已有“{name}”。"
                "请核对，若是新的版式或形式请写明。"
            )
            yield case.finding("unsupported-claim", Severity.WARNING, message, (match.start(), end), [held])
            return


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
    if len(deed) < LONG and left and text[left - 1] in "，,":
        deed = text[around(text, left - 1, left - 1, CLAUSE)[0] : right]
    for told in case.past.find(deed):
        if _has(told.report, own, told.start, told.end):
            return quoted(told.report, told.start, told.end)
    return None


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
