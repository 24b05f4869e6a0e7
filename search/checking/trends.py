"""What the draft says of how a figure went over the years, in whatever words: 年年攀升, 实现四连增, 为近三年最多, 从未低于49期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.numbers import quantities
from ingest.numerals import number_of
from ingest.report import Commitment, Evidence
from search.answers import Finding, Severity
from search.checking import ranges
from search.checking.around import CLAUSE, SENTENCE, around
from search.checking.called import pairs
from search.checking.case import Case, quoted
from search.checking.counterparts import COUNTS, Aligned, counterpart
from search.checking.figures import Figure, family
from search.checking.meant import FAR, meant
from search.checking.parts import parts
from search.checking.saying import short
from search.checking.spell import LAST

_N = r"[两二三四五六七八九十\d]{1,2}"
_UP = "增长|增加|增多|增大|上升|上涨|上扬|攀升|提高|提升|递增|走高|扩大|壮大|见涨|看涨|升高|变多|走强|上台阶|爬升|抬升|延长|拉长|加大|加长"
_DOWN = "下降|减少|降低|递减|压减|缩减|走低|下滑|下跌|变少|缩短|萎缩"
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_STEP = rf"(?:(?P<rose>增|升|涨|{_UP})|(?P<fell>降|跌|减|{_DOWN}))"
_YEARLY = "逐年|连年|年年|每年(?:都|均)|历年(?:都|均|来)?|[逐届][届季]|一[年届]比一[年届]|(?:持续|连续)多年|节节|一直(?:都?在)?|多年(?:来|间)?(?:持续|连续|不断|一路)"
_SINCE = (
    rf"(?:自|从)?(?P<since>20\d\d)年(?:以来|起|至今)|(?:近|这|过去)?(?P<years>{_N})年(?:以?来|间|里|之间)"
)
_BEGUN = r"[一-龥]{2,10}?(?:以来|至今)"
_EVER = rf"(?:{_SINCE}|近(?P<near>{_N})年(?:内|之?中)?|历[年届次季史][上来]?|史上|有(?:史|统计|记录)以来|以往|往[年届]|多年来?|{_BEGUN})"
_MARKS = "不低于|不少于|超过|超出|突破|高于|多于|达到?|有"

_TRENDS: Final = (
    # 受理办结量年年攀升; 场次逐年增多; 一年比一年多
    re.compile(rf"(?P<each>{_YEARLY})[^，。；\d]{{0,8}}?{_WAY}"),
    re.compile(
        r"一[年届]比一[年届](?:(?P<up>多|高|大|好)|(?P<down>少|低|小))|一[年届](?:(?P<more>[多高大好])|(?P<less>[少低小]))[过于似]一[年届]"
    ),
    # 募款额实现四连增; 差错率三连降
    re.compile(rf"(?P<years>{_N})年?连{_STEP}"),
    # 2019年以来一路走高; 五年间不断增加
    re.compile(
        rf"(?:{_SINCE})[^，。；\d]{{0,8}}?(?:一路|持续|不断|逐[年届]|连年|年年|稳步|一直|始终|节节){_WAY}"
    ),
    # 比上年又降一截; 同比略有上升; 略高于上年
    re.compile(
        rf"(?:同比|[比较](?:{LAST})(?:同期)?)(?P<last>[^，。；\d]{{0,5}}?)(?:(?P<up>{_UP}|更?[多高]|[增升涨])|(?P<down>{_DOWN}|更?[少低]|[降减跌]))"
        r"(?:了|出?一截|一些|不少|许多|明显|较[大多快])*(?=[，。；、）\n])"
    ),
    re.compile(
        rf"(?P<last>略|稍|远|明显|大幅)?(?:(?P<up>高于|多于|超过|超出)|(?P<down>低于|少于|不及))(?:{LAST})(?:同期|水平)?(?=[，。；、）\n])"
    ),
    # 只增不减
    re.compile(
        rf"(?:(?:{_SINCE})[^，。；\d]{{0,8}}?)?(?P<up>只[增升涨]不[减降跌]|有增无减|(?:从未|从没|未曾|从来没有?)(?:减少|下降|下滑|回落|缩减|缩水)过?)"
    ),
)
_TURNED = re.compile(
    rf"(?:扭转|止住|遏制|结束|告别|摆脱|打破|刹住)了?(?:(?:连续|{_SINCE}的?)(?P<run>{_N})?个?年?|多年来?|历年|近年来?)?[^，。；\d]{{0,12}}?(?:持续|逐年|连续|不断|一路|连年|一再)的?"
    r"(?:下滑|下降|走低|负增长|下行|减少|萎缩|下跌|回落)"
)
_RECORD = re.compile(
    rf"{_EVER}[^，。；\d]{{0,8}}?(?:(?:之|的)?最(?:(?P<most>[多高大旺])|(?P<best>[好佳优])|(?P<least>[少低小短]))|(?:新(?:(?P<high>高)|(?P<low>低))|的?(?:高[位点]|(?P<low2>低[位点]|谷底)))|(?P<top>之[最冠]|峰值|顶峰|顶点|[纪记]录))"
    rf"|(?:刷新|打破|改写|创下?)了?(?P<mark>[^，。；\d]{{0,10}}?[纪记]录|历史(?=[，。；]))"
    rf"|(?P<least2>最[少低小短])的一[年届次]|(?P<most2>最[多高大旺])的一[年届次]"
    rf"|(?:超过|高于|多于|比)(?:了)?(?:以往|历年|往年|过去)(?P<all>任何一[年届]|哪一[年届]|各年|所有年份|每一[年届])"
)
_NEVER = re.compile(
    rf"(?:(?:{_SINCE}|历年|多年来?)[^，。；\d]{{0,6}}?)?(?:从未|从没有?|未曾|从来没有?|不曾|没有一[年届])(?:[一-龥]{{0,3}}?)(?:(?P<under>低于|少于|不足|不到|跌破|掉到|跌到|[少低]过)|(?P<over>超过|高于|多于|突破|[多高]过))(?:了|过)?"
)
_ALWAYS = re.compile(
    rf"(?:(?:{_SINCE})[^，。；\d]{{0,8}}?(?:都|均|始终|一直|持续|稳定|保持)|每一?[年届]|年年|历年|[届次]届|一直|始终|一贯)[^，。；\d]{{0,10}}?(?:(?P<level>保持在|稳定在|维持在)|在|(?P<atleast>{_MARKS})|(?P<atmost>低于|少于|不超过|控制在|不高于))"
)
_BEYOND = re.compile(
    "^(?:[余多]?[一-龥]{0,2})(?:(?P<atleast>以上|之上|开外|往上)|(?P<atmost>以内|以下|之内|之下))"
)
PASSED = re.compile(
    r"(?:首次|第一次|首度|历史性地?|头一[回次遭]|首(?=[破超突]))(?:成功|实现|双双|一举)*(?:(?P<falls>跌破|跌至|降到|降至|低于|回落到|跌)|突破|超过|超出|超越|超|达到?|逼近|接近|跨[过上入]|[迈站登跃]上|迈[过入]|越过|冲[上破]|破)了?"
)
_FIRST = re.compile("^(?:首次|第一次|首度|历史性地?|头一[回次遭]|首)(?:成功|实现|双双|一举)*")
_OUTLET = re.compile("抖音|快手|视频号|公众号|微信|微博|客户端|头条|[《“][^》”]+[》”]")
_NOT_YET = re.compile("未|没有|力争|有望|即将|距|目标")
_TENS = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)?(?P<ten>[十百千]?[万亿]|百|千)(?=[级人次户份元条件篇大期场，。；]|关口)"
)
_SIZES = {
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "十亿": 1e9,
    "百亿": 1e10,
}
"""首次突破百万: a mark without digits."""
_BAD = re.compile("差错|错误|停播|投诉|事故|违规|故障|离职|流失")
BEYOND = 3
"""How many times a mark what has just passed it may be."""
STEADY = 0.05
"""The share by which a figure that is said to have stayed where it is may differ."""
SURE = 0.7


class _Claim(NamedTuple):
    """What is said of a figure: `way` is rises, falls, fell (until last year), highest, lowest, above or below a mark, over or under one for the first time; from which year on, and the mark."""

    way: str
    since: int
    span: tuple[int, int]
    mark: float | None = None
    unit: str | None = None
    strict: bool = False


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each claim about a figure over the years that the figures of the stored years contradict.

    Made for: 受理1352起，受理量年年攀升 (one year fell); 募款额实现四连增; 扭转了自2018年以来逐年下滑的局面 (a year rose);
    帮办1486件，创栏目历年最高纪录 (one year had more); 为近三年最多; 每年出版都在52期以上 (a year had 50); 多年来从未低于49期.
    """
    if not case.earlier:
        return
    for claim in _claims(case):
        if claim.way in ("over", "under") and (passed := _passed_before(case, claim)) is not None:
            said = short(case.draft.text[slice(*claim.span)], 24)
            message = f"“{said}”与{passed.year}年度报告不符：那一年已写“{short(passed.quote, 30)}”。请核对。"
            yield case.finding("unsupported-claim", Severity.WARNING, message, claim.span, [passed])
            continue
        told = meant(case, claim.span, claim.unit, marked=claim.mark is not None) or _passing(case, claim)
        if told is None:
            continue
        pairs = [(year, counterpart(case, told, year)) for year in sorted(case.earlier_figures)]
        held = [pair for year, pair in pairs if pair is not None and year >= claim.since]
        against = _against(claim, told, held)
        if against:
            yield _contradicted(case, claim, told, against)


def _passed_before(case: Case, claim: _Claim) -> Evidence | None:
    """Return the clause in which an earlier report passes the very mark in the same words, of the same measure and outlet:
    发行17.6万份，首次跌破20万份 after 纸质发行量跌破20万份."""
    text = case.draft.text
    mark = _FIRST.sub("", text[slice(*claim.span)])
    begin = around(text, *claim.span, SENTENCE)[0]
    own = re.split("[，,]", text[begin : claim.span[0]].rstrip("，,"))[-1]
    for report in case.earlier:
        meant_to = [fact.evidence for fact in report.facts if isinstance(fact, Commitment)]
        for match in re.finditer(re.escape(mark), report.text):
            left, right = around(report.text, *match.span(), CLAUSE)
            before = report.text[left : match.start()]
            alike = pairs(own) & pairs(before) and _OUTLET.findall(own) == _OUTLET.findall(before)
            if (
                alike
                and not _NOT_YET.search(before)
                and not any(place.start <= match.start() < place.end for place in meant_to)
            ):
                return quoted(report, left, right)
    return None


def _claims(case: Case) -> Iterator[_Claim]:
    text, first = case.draft.text, case.earlier[0].report_year or 0
    for pattern in _TRENDS:
        for match in pattern.finditer(text):
            said = match.groupdict()
            down = said.get("down") or said.get("fell") or said.get("less")
            since = int(said["since"]) if said.get("since") else first
            if "last" in said:
                since = case.year - 1
            if said.get("years"):
                # 四连增 counts four steps; of 三年来 the first year may be the one it is counted from.
                since = (
                    case.year
                    - int(number_of(said["years"]) or 0)
                    + (0 if "连" in match[0] and pattern is _TRENDS[2] else 1)
                )
            yield _Claim(
                "falls" if down else "rises",
                since,
                match.span(),
                strict=pattern in _TRENDS[:3] or "last" in said,
            )
    for match in _TURNED.finditer(text):
        count = match["run"] or match["years"]
        since = (
            int(match["since"])
            if match["since"]
            else case.year - int(number_of(count) or 0) - 1
            if count
            else first
        )
        yield _Claim("fell", since, match.span())
    for match in _RECORD.finditer(text):
        said = match.groupdict()
        low = said["least"] or said["low"] or said["low2"] or said["least2"]
        count = said["years"] or said["near"]
        since = (
            int(said["since"])
            if said["since"]
            else case.year - int(number_of(count) or 0) + 1
            if count
            else first
        )
        yield _Claim(
            "lowest" if low else "top" if said["top"] or said["mark"] or said["best"] else "highest",
            since,
            match.span(),
        )
    for match in PASSED.finditer(text):
        way = "under" if match["falls"] else "over"
        if (
            mark := next(iter(quantities(text, match.end(), min(len(text), match.end() + 14))), None)
        ) and mark.start <= match.end() + 1:
            yield _Claim(way, first, (match.start(), mark.end), mark.value, mark.unit)
        elif half := next(parts(text, match.end(), min(len(text), match.end() + 8)), None):
            if half.start <= match.end() + 1:
                yield _Claim(way, first, (match.start(), half.end), half.value, half.unit)
        elif ten := _TENS.match(text, match.end()):
            yield _Claim(
                way, first, (match.start(), ten.end()), float(ten["number"] or 1) * _SIZES[ten["ten"]]
            )
    for pattern in (_NEVER, _ALWAYS):
        for match in pattern.finditer(text):
            mark = next(iter(quantities(text, match.end(), min(len(text), match.end() + 14))), None)
            if mark is None or mark.start > match.end() + 2:
                continue
            behind = _BEYOND.match(text[mark.end : mark.end + 8]) or re.search(_BEYOND.pattern[1:], mark.text)
            said = match.groupdict()
            above = said.get("under") or said.get("atleast") or (behind and behind["atleast"])
            below = said.get("over") or said.get("atmost") or (behind and behind["atmost"])
            level = said.get("level") and not above and not below
            if not above and not below and not level:
                continue
            count = said.get("years")
            since = (
                int(said["since"])
                if said.get("since")
                else case.year - int(number_of(count) or 0) + 1
                if count
                else first
            )
            yield _Claim(
                "level" if level else "below" if below else "above",
                since,
                (match.start(), mark.end),
                mark.value,
                mark.unit,
            )


def _passing(case: Case, claim: _Claim) -> Figure | None:
    """Return the figure before a mark passed for the first time, of its unit and beyond it: 发稿183条，中央级媒体用稿首次突破百条."""
    if claim.mark is None or claim.way not in ("over", "under"):
        return None
    left = around(case.draft.text, *claim.span, SENTENCE)[0]
    before = [f for f in case.figures if left <= f.start and f.end <= claim.span[0] and f.role in COUNTS]
    if not before or claim.span[0] - before[-1].end > FAR:
        return None
    last, mark = before[-1], claim.mark
    beyond = mark <= last.value < BEYOND * mark if claim.way == "over" else 0 < last.value <= mark
    return last if beyond and (claim.unit is None or family(claim.unit) == family(last.metric.unit)) else None


def _against(claim: _Claim, told: Figure, held: list[Aligned]) -> list[Aligned]:
    """Return the figures of earlier years that contradict a claim, none where they bear it out."""
    now = _range(told)
    bad = _BAD.search(told.evidence.quote) is not None
    if claim.way in ("highest", "lowest", "top"):
        low = claim.way == "lowest" or (claim.way == "top" and bad)
        return [
            pair
            for pair in held
            if (now[0] > _range(pair.before)[1] if low else now[1] < _range(pair.before)[0])
        ]
    if claim.mark is not None:
        value = claim.mark
        if claim.way == "level":
            return [pair for pair in held if abs(pair.before.value - value) > STEADY * value]
        if claim.way in ("over", "under"):
            return [
                pair
                for pair in held
                if (pair.before.value >= value if claim.way == "over" else pair.before.value <= value)
            ]
        return [
            pair
            for pair in held
            if (_range(pair.before)[0] > value if claim.way == "below" else _range(pair.before)[1] < value)
        ]
    chain = [*held] if claim.way == "fell" else [*held, Aligned(told, told, 1.0)]
    rises = claim.way == "rises"
    for one, other in pairwise(chain):
        was, then = _range(one.before), _range(other.before)
        level = (
            claim.strict
            and one.before.exact
            and other.before.exact
            and one.before.value == other.before.value
        )
        if level or (then[1] < was[0] if rises else then[0] > was[1]):
            return held
    return []


def _range(told: Figure) -> ranges.Range:
    """Return between what values a figure lies; one without a hedge is what is written: 0.65 is more than 0.6."""
    return (told.value, told.value) if told.exact else ranges.passed(told)


def _contradicted(case: Case, claim: _Claim, told: Figure, against: list[Aligned]) -> Finding:
    history = "，".join(f"{pair.before.evidence.year}年{pair.before.text}" for pair in against)
    start, end = claim.span
    message = f"“{short(case.draft.text[start:end], 24)}”与往年报告不符：{history}，这一年是{told.text}。请核对数字，或改掉这一说法。"
    severity = Severity.ERROR if min(pair.fit for pair in against) >= SURE else Severity.WARNING
    return case.finding(
        "unsupported-claim",
        severity,
        message,
        claim.span,
        [pair.before.evidence for pair in against],
    )
