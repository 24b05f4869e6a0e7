"""So many years running: a claim that every stored report of those years must carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.numerals import chinese_number
from ingest.report import Evidence, Report, Shortcoming
from ingest.sentences import clauses
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, MARKED, SENTENCE, around, clause_and_before
from search.checking.around import counted as quantities_in
from search.checking.called import core
from search.checking.case import Case, quoted
from search.checking.counterparts import counterpart, speaks_of, told_of
from search.checking.meant import meant
from search.checking.origins import began
from search.checking.prizes import Prize, prize
from search.checking.ranges import of_figure as ranges_of
from search.checking.saying import short
from search.checking.stopped import ended

_YEARS = re.compile(
    r"(?:已|已经)?连续第?(?P<count>[一二三四五六七八九十两\d]{1,3})个?(?:年度?|届)(?P<what>[^，。；,;\n]{0,40})"
)
_GROWING = re.compile(
    r"(?:都|均)?(?:保持|实现|持续|稳步)*[^，。；的获评]{0,6}?(?:两位数|正)?的?(?P<way>增长|上升|递增|增加|提升|提高|下降|减少|递减|攀升)"
)


_TURNED = re.compile(
    r"(?:扭转|止住|遏制|结束|告别|摆脱)了?[^，。；\n]{0,14}?连续(?P<count>[二三四五六七八九十两\d]{1,3})个?年(?:度)?(?:持续|的)?(?:下滑|下降|走低|负增长|下行|减少|萎缩|下跌)"
)
_MEASURES = tuple(
    "发行量 发行 收视率 收听率 收视 收入 营收 广告 粉丝 用户 阅读量 来稿 订数 点击量 活跃度".split()
)
_DECLINE = re.compile("下滑|下降|下行|流失|减少|萎缩|缩水|走低|不高|偏低")
_TITLE = re.compile(
    r"(?:被评为|获评|被授予|荣膺|荣获|获得|获|入选|捧回|摘得)(?P<name>[^，。；、（(]{4,24}?)(?:称号|荣誉|名单|$)"
)
RANK = re.compile(r"第[一二三四五六七八九十\d]{1,2}(?![届季期次个批])|首位|榜首")
_HOLDS = re.compile("保持|蝉联|位居|名列|位列|排名|稳居|持续|居|列")
_TO = r"[到至为](?:了|约|近)?\d"
_THAN = r"\d[^，。；]{0,6}[，,（(](?:同比|比上一?年|较上一?年|比20\d\d年)[^，。；\d]{0,3}"
_FELL = re.compile(f"(?:回落|下降|下滑|减少|降|跌|缩减|减){_TO}|{_THAN}(?:减少|少了?|下降|下滑|回落|降|减)")
_ROSE = re.compile(f"(?:上升|增加|增长|提高|升|增|涨){_TO}|{_THAN}(?:增加|增长|多了?|上升|提高|增|升)")
"""How a report itself tells that a figure went against the year before."""
TWO_DIGITS = 1.095
"""The least factor of a year in which something grew by two digits of percent."""
TELLING, MOST_OF_IT = 4, 6
"""Characters of a deed that tell it, and how many of them the report that has it as the first must have."""
RANKED = 0.6
"""The share of a claim's pairs of characters that the clause with another rank must have."""
_BELOW = re.compile(
    r"(?:都|均)?(?:低于|少于|不超过|不到|不足|控制在[^，。；]{1,10}(?:以内|以下|之内)|保持在[^，。；]{1,10}(?:以内|以下|之内))"
)
_AS_MANY = re.compile(r"^[^，。；\d第]{1,10}\d[\d.]*[万亿]?[一-龥%]")
"""连续五年播出46期以上, 连续五年播出46期."""
_MEASURE = re.compile("[一-龥]{1,3}(?:[率度比]|指数|次数|人数|总量|总额)(?=(?:已|均|都|也)?$)")
"""What a rate or a total before the claim is called: 网民满意度连续三年保持在98%以上."""
_ABOVE = re.compile(r"(?:都|均)?(?:超过|超|突破|保持在|稳定在|达到?|不低于|高于|逾)")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each run of years that the stored reports of those years do not bear out.

    Made for: 连续三年捧回东岭新闻奖一等奖 (every stored year must have it); 收入连续三年增长 (the figures must rise);
    《溪问》连续五年开办 (it must have begun by then).
    """
    for match in _TURNED.finditer(case.draft.text):
        yield from _turned(case, match)
    for match in _YEARS.finditer(case.draft.text):
        count = chinese_number(match["count"]) or 0
        since = case.year - count + 1
        reports = [report for report in case.earlier if since <= (report.report_year or 0) < case.year]
        if count < 2 or not reports:
            continue
        if "第" in match[0][: match.start("count") - match.start()] and not _GROWING.match(match["what"]):
            # 连续第二年获评先进: what was won the year before is often told with the year's own alone.
            continue
        ranked = RANK.search(match["what"])
        if ranked and (other := _outranked(case, match, ranked, reports)) is not None:
            message = f"“{short(match[0], 24)}”与{other.year}年度报告不符：那一年是“{short(other.quote, 30)}”。请核对。"
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [other])
            continue
        if (begun := _first(match["what"], reports, since)) is not None:
            message = f"“{short(match[0], 24)}”与{begun.year}年度报告不符：那一年才是“{short(begun.quote, 30)}”。请核对年数。"
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [begun])
            continue
        way = _GROWING.match(match["what"])
        if way:
            yield from _growing(case, match, way["way"], since)
            continue
        found = _ABOVE.match(match["what"]) is not None or _BELOW.match(match["what"]) is not None
        if found or _AS_MANY.match(match["what"]):
            for finding in _above(case, match, since):
                found = True
                yield finding
        if not found:
            yield from _carried(case, match, reports, since)


def _first(what: str, reports: list[Report], since: int) -> Evidence | None:
    """Return where a report of a later year than the first of the run tells of the very thing as the first: 首次超过广告收入."""
    deed = re.match(f"[一-龥]{{{TELLING},}}", what)
    for report in reports if deed else ():
        said = deed[0][:MOST_OF_IT] if deed else ""
        held = re.search(rf"(?:首次|第一次|首度)(?:成功|实现)?{said}", report.text)
        if held is not None and (report.report_year or 0) > since:
            return quoted(report, *held.span())
    return None


def _outranked(
    case: Case, match: re.Match[str], ranked: re.Match[str], reports: list[Report]
) -> Evidence | None:
    """Return the clause of an earlier report that gives the same thing another rank: 对上供稿量居全省地市台第二."""
    text = case.draft.text
    left, _ = around(text, *match.span(), CLAUSE)
    wanted = _pairs(text[left : match.start()]) | _pairs(_HOLDS.sub("", match["what"][: ranked.start()]))
    for report in reports:
        for start, end in clauses(report.text, 0, len(report.text), "，,；;。！？\n"):
            clause = report.text[start:end]
            rank = RANK.search(clause)
            if rank is None or rank[0] == ranked[0] or not wanted:
                continue
            if len(wanted & _pairs(clause)) / len(wanted) >= RANKED:
                return quoted(report, start, end)
    return None


def _pairs(text: str) -> set[str]:
    return {one + other for one, other in pairwise(text)}


def _carried(case: Case, match: re.Match[str], reports: list[Report], since: int) -> Iterator[Finding]:
    clause, before = clause_and_before(case.draft.text, *match.span())
    won = prize(case, clause, before)
    # 连续28年守护水库的钓鱼人、摆“爱心粥摊”的夫妻: what stands behind 的 or 、 is not what went on.
    object_of = re.split("[、的]", match["what"])[0]
    own = clause.partition(match[0])[0]
    name = won.name if won is not None else name_in(object_of) or name_in(own)
    if name is None and _THIS.match(own.strip()):
        # 《溪问》播出26期，该栏目已连续五年播出.
        name = name_in(before)
    if name is None:
        title = _TITLE.search(match["what"])
        name = title["name"].strip('“”"') if title else None
    if name is None:
        return
    start = began(case.earlier, name) if won is None else None
    if start is not None and start[0] > since:
        message = f"“{short(match[0], 24)}”与往年报告不符：“{name}”{start[0]}年才开始。请核对年数。"
        yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [start[1]])
        return
    stopped = ended(case.earlier, name) if won is None else None
    if stopped is not None:
        message = f"“{short(match[0], 24)}”与{stopped.year}年度报告不符：那一年写着“{short(stopped.quote)}”。请核对。"
        yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [stopped])
        return
    held = {
        report.id: won.places(report) if won is not None else _mentions(report, name) for report in reports
    }
    if any(_counts_up(report, name, (report.report_year or 0) - since + 1) for report in reports):
        return
    without = [report.report_year for report in reports if not held[report.id]]
    if not without:
        # Every earlier year has it; but does this one?
        if won is not None and (now := _otherwise(case, match, won)) is not None:
            message = (
                f"“{short(match[0], 24)}”与稿中另一处不符：这一年写的是“{short(now, 30)}”。请核对年数或等级。"
            )
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span())
        return
    missing = "、".join(map(str, without))
    what = f"{name}{won.level or ''}" if won is not None else name
    message = f"“{short(match[0], 24)}”缺少支持：{missing}年度报告没有“{what}”。请核对年数，或补上依据。"
    places = [place for report in reports for place in held[report.id][:1]]
    if won is not None:
        places += [place for report in reports if not held[report.id] for place in won.others(report)]
    severity = Severity.ERROR if len(without) == len(reports) > 1 else Severity.WARNING
    told = any(won.others(report) if won is not None else _mentions(report, name) for report in case.earlier)
    if not told and len(reports) == 1 < case.year - since:
        # Of the years that are claimed one alone is stored, and no report ever tells of it: that silence tells little.
        severity = Severity.INFO
    yield case.finding("unsupported-claim", severity, message, match.span(), places[:4])


def _otherwise(case: Case, match: re.Match[str], won: Prize) -> str | None:
    """Return what the draft tells of the prize of this year where that is of another level than the claim's:
    获南岭新闻奖二等奖，连续三年捧得南岭新闻奖一等奖."""
    left, right = around(case.draft.text, *match.span(), CLAUSE)
    told = [place for place in won.others(case.draft) if place.end <= left or place.start >= right]
    if won.level is None or not told or any(won.level in place.quote for place in told):
        return None
    return told[0].quote if any(re.search("等奖|[金银铜]奖", place.quote) for place in told) else None


_THIS = re.compile(
    "[该这此][一档个项]?(?:栏目|节目|专栏|活动|行动|品牌|赛事|直播|专题|系列)|(?:栏目|节目|专栏|活动|行动)(?:已|现已|至今)?$"
)
"""What goes on about the name that the sentence has before."""


def name_in(what: str) -> str | None:
    """Return the last name between marks that words have, None where they have none."""
    marked = [match[match.lastindex or 0] for match in MARKED.finditer(what)]
    return marked[-1] if marked else None


def _mentions(report: Report, name: str) -> list[Evidence]:
    if normalised(name) not in normalised(report.text):
        return []
    at = report.text.find(name)
    return [quoted(report, at, at + len(name))] if at >= 0 else [quoted(report, 0, 1)]


def _counts_up(report: Report, name: str, count: int) -> bool:
    """Tell whether an earlier report itself says that something went on for so many years: 连续3年 a year before 连续4年."""
    for match in _YEARS.finditer(report.text):
        if chinese_number(match["count"]) == count:
            left, right = around(report.text, *match.span(), CLAUSE)
            if name in report.text[left:right]:
                return True
    return False


def _lamented(case: Case, match: re.Match[str], way: str, since: int) -> Iterator[Finding]:
    """Growth without any figure: a report of those years that names the very decline as a shortcoming contradicts it."""
    if re.search("下降|减少|递减", way):
        return
    left, _ = around(case.draft.text, *match.span(), SENTENCE)
    before = re.split(r"[，,]", case.draft.text[left : match.start()])[-1]
    about = [word for word in _MEASURES if word in before]
    subject = name_in(before)
    for report in case.earlier:
        for fact in report.facts:
            if not isinstance(fact, Shortcoming) or not since - 1 <= fact.evidence.year:
                continue
            same = subject is None or subject in fact.text
            if same and any(word in fact.text for word in about) and _DECLINE.search(fact.text):
                message = (
                    f"“{short(match[0], 24)}”与{report.report_year}年度报告不符："
                    f"那一年的不足写着“{short(fact.text)}”。请核对。"
                )
                yield case.finding(
                    "unsupported-claim", Severity.ERROR, message, match.span(), [fact.evidence]
                )
                return


def _above(case: Case, match: re.Match[str], since: int) -> Iterator[Finding]:
    """So many years above a mark, or below one: the figure of no stored year may lie on the other side of it."""
    below = _BELOW.match(match["what"]) is not None
    span = match.start("what"), min(match.start("what") + 16, match.end())
    mark = next(iter(quantities_in(case.draft.text, *span)), None)
    if mark is None:
        return
    own = [f for f in case.figures if span[0] <= f.start < span[1]]
    # 在省台发稿1402条，连续两年超过1400条: what is counted is told with the figure before.
    left = around(case.draft.text, *match.span(), SENTENCE)[0]
    before = [f for f in case.figures if left <= f.start < match.start() and f.metric.unit == mark.unit]
    counted = [*own[:1], *before[-1:]]
    clause, sentence = clause_and_before(case.draft.text, *match.span())
    silent: list[int] = []
    for year in range(since, case.year):
        found = [held for each in counted if (held := told_of(case, each, year)) is not None]
        # 整改率连续三年超过90%: the name may stand before the claim alone.
        found += [
            figure
            for figure in case.earlier_figures.get(year, ())
            if figure.metric.unit == mark.unit == "%"
            and len(core(figure.name)) > 1
            and clause.startswith(core(figure.name))
            and (figure.metric.subject or "") in sentence
        ]
        silent += [year] if not found and year in case.earlier_figures else []
        low, high = ranges_of(found[0]) if found else (mark.value, mark.value)
        if low > mark.value if below else high < mark.value:
            message = (
                f"“{short(match[0], 24)}”与{year}年度报告不符：那一年是{found[0].text}。请核对年数或数字。"
            )
            place = [found[0].evidence]
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), place)
            return
    what = _MEASURE.search(clause.partition(match[0])[0])
    of = [report for report in case.earlier if since <= (report.report_year or 0)]
    if what and len(silent) == len(of) > 1 and not any(what[0] in report.text for report in of):
        years = "、".join(map(str, silent))
        message = (
            f"“{short(match[0], 24)}”缺少支持：{years}年度报告都没有“{what[0]}”。请核对年数，或补上依据。"
        )
        yield case.finding("unsupported-claim", Severity.WARNING, message, match.span())


def _turned(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A fall of so many years that is said to have ended: the figures of no two years of it may rise.

    Made for: 采用129条，扭转了采用量连续两年下滑的局面, after 97条 and 118条. What it is of is counted in its sentence, before it.
    """
    left = around(case.draft.text, *match.span(), SENTENCE)[0]
    count = chinese_number(match["count"]) or 0
    told = [figure for figure in case.figures if left <= figure.start and figure.end <= match.start()]
    if not told or count < 2:
        return
    years = [year for year in sorted(case.earlier_figures) if case.year - count - 1 <= year < case.year]
    held = [pair.before for year in years if (pair := counterpart(case, told[-1], year)) is not None]
    for one, other in pairwise(held):
        if one.evidence.year + 1 == other.evidence.year and one.value < other.value:
            message = (
                f"“{short(match[0], 24)}”与往年报告不符：{one.evidence.year}年是{one.text}，"
                f"{other.evidence.year}年是{other.text}，并未下降。请核对。"
            )
            places = [one.evidence, other.evidence]
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), places)
            return


def _growing(case: Case, match: re.Match[str], way: str, since: int) -> Iterator[Finding]:
    """So many years of growth: the figures of the stored years must rise (or fall) from one to the next."""
    left, right = around(case.draft.text, *match.span(), SENTENCE)
    near = [f for f in case.figures if left <= f.start < right and f.role in ("level", "part", "other year")]
    if not near:
        # 差错数连续三年增长: the figure stands in another sentence.
        clause = case.draft.text[slice(*around(case.draft.text, *match.span(), CLAUSE))]
        near = [
            f for f in case.figures if f.role == "level" and f.metric.unit != "%" and speaks_of(clause, f)
        ]
        near = near if len({f.value for f in near}) == 1 else []
    if not near:
        yield from _lamented(case, match, way, since)
        return
    told = meant(case, match.span()) or min(
        near, key=lambda f: min(abs(f.start - match.end()), abs(match.start() - f.end))
    )
    pairs = [pair for year in sorted(case.earlier_figures) if (pair := counterpart(case, told, year))]
    steps = [(pair.before.evidence.year, pair.before) for pair in pairs]
    if not steps:
        # 修复漏洞数连续三年上升，达103个: what the figure counts is told before the claim.
        what = re.split(r"[，,；;。\n]", case.draft.text[left : match.start()])[-1]
        for year, held in sorted(case.earlier_figures.items()):
            named = [
                f
                for f in held
                if f.role == "level" and f.metric.unit == told.metric.unit and speaks_of(what, f)
            ]
            steps += [(year, named[0])] if len({f.value for f in named}) == 1 else []
    steps = [(year, before) for year, before in steps if year >= since - 1]
    chain = [*steps, (case.year, told)]
    rises = not re.search("下降|减少|递减", way)
    # 连续三年保持两位数增长: each year by a tenth, roundings aside.
    least = TWO_DIGITS if rises and "两位数" in match["what"] else 1.0
    for year, step in steps:
        fell = (_FELL if rises else _ROSE).search(f"{step.before[-8:]}{step.text}{step.after[:14]}")
        if fell is not None and since <= year:
            # 期均发行量回落到11.8万份: that report itself tells how it went, though none before it has the figure.
            message = f"“{short(match[0], 24)}”与{year}年度报告不符：那一年写着“{short(step.evidence.quote, 30)}”。请核对。"
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [step.evidence])
            return
    for (before, one), (year, other) in pairwise(chain):
        if (
            other.value < one.value * (least if year == before + 1 else 1)
            if rises
            else other.value > one.value
        ):
            history = "，".join(f"{each}年{figure.text}" for each, figure in chain)
            message = f"“{short(match[0], 24)}”与历年数字不符：{history}，{year}年并非{'两位数' if least > 1 else ''}{way}。请核对。"
            evidence = [figure.evidence for _, figure in steps]
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), evidence)
            return
