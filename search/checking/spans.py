"""Growth and sums over several years: 两年间翻了一番, 比2020年增长五成, 三年累计超3000个."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import number_of
from search.answers import Finding, Severity
from search.checking import ranges
from search.checking.around import CLAUSE, SENTENCE, around
from search.checking.case import Case
from search.checking.counterparts import Aligned, counterpart, speaks_of
from search.checking.figures import Figure, family
from search.checking.growth import SURE
from search.checking.saying import figure, percent
from search.checking.spell import LAST

_NUMBER = r"[一二两三四五六七八九十]|\d+(?:\.\d+)?"
_GREW = re.compile(
    r"(?:(?:近)?(?P<years>[一两二三四五六七八九]|[2-9])年(?P<loose>以?来)?(?:间|内|时间)?"
    rf"|(?:比|较|与|同)(?:(?P<since>20\d\d)年|(?P<ago>[两二三四五六七八九]|[2-9])年前|(?P<first>首届|首年)|(?P<last>{LAST}))(?:度|底|末)?(?:同期)?(?:的[^，。；\d]{{0,8}}?)?(?:相比)?[，,]?|(?P<yoy>同比)|(?<=[，,]))"
    r"(?P<gap>[^，。；\d年]{0,10}?)"
    rf"(?P<near>接近|近|将近|几乎|约|超过?)?(?:翻了?(?P<hedge>近|将近|约)?(?P<times>[一两二])番(?P<more>多)?|翻番|翻了?(?P<single>近|约)?一倍"
    rf"|(?P<way>增长|增加|提高|提升|扩大|上升|下降|减少|降低|多|少)了?(?P<by>近|将近|约|超过|超|逾)?(?:(?P<share>\d+(?:\.\d+)?)[%％]|(?P<fold>{_NUMBER})倍(?P<over>多)?|(?P<tenths>[一二两三四五六七八九])成(?P<five>[半五])?|(?P<of>[二三四五])分之(?P<many>[一二三四])|(?P<half>一半|半数)))"
)
_FIRST = re.compile("首届|第一届|首次|首场")
_TOGETHER = re.compile(
    r"(?:近|这|过去)?(?P<years>[两二三四五六七八九]|[2-9])[年季届](?:间|来)?[，,]?(?:累计|共计|总计|合计|共|总共)(?:[^\d，。；]{0,12}\d[\d.]*[万亿]?[一-龥]{1,2}[、和])?[^\d，。；]{0,14}$"
)
_FILLER = re.compile(
    "(?:已经?|均|都|也|又|就|共|整体|实现|累计|足足|整整|几乎|总体|再|首次|成功|还|更|便|一举)"
)
_SIZE = re.compile("(?:总?(?:规模|数量|总量|体量|人数|人次|场次|条数|期数|篇数|件数|总数))$")
"""What repeats that a thing is counted: 场次两年间翻了一番."""
_CONTINUING = re.compile("粉丝|用户|下载|注册|订阅|关注")
"""What is a stock: it sums up over no years."""
NEAR = 0.15
"""How far, as a share, a multiple in words may lie from the figures: 翻了一番 of 1.86 times is one."""
SLACK = 1.0
"""Percentage points by which a growth in percent may."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each growth or sum over several years that the stored reports of those years contradict.

    Made for: 直播158场，场次两年间翻了一番 (126场 two years ago); 三年来增长了50%; 比2017年减少两成; 圆梦985个，三年累计超3000个; 由46万增至130万，翻了两番;
    第三季10集，三季共36集. Of 三年来 both readings, from three years ago or two, are tried.
    """
    text = case.draft.text
    for match in _GREW.finditer(text):
        if match["yoy"] and match["share"]:
            # 同比增长5%: weighed by `growth`.
            continue
        told = _meant(case, match)
        if told is not None:
            yield from _grown(case, match, told)
    for told in case.figures:
        clause = told.before[max(0, len(told.before) - 40) :]
        together = _TOGETHER.search(clause)
        if together is not None and told.metric.unit != "%":
            yield from _summed(case, told, together)


def _meant(case: Case, match: re.Match[str]) -> Figure | None:
    """Return the figure of the draft that a growth is told of: what its clause names, else the figure before it."""
    text = case.draft.text
    left, right = around(text, *match.span(), SENTENCE)
    clause = text[around(text, *match.span(), CLAUSE)[0] : match.start()]
    near = [f for f in case.figures if left <= f.start < right and f.role in ("level", "total", "part")]
    near = [f for f in near if f.metric.unit != "%" and not match.start() <= f.start < match.end()]
    before = [f for f in near if f.end <= match.start()]
    what = _SIZE.sub("", _FILLER.sub("", clause + match["gap"]))
    if what and not re.search(r"\d", what):
        named = [f for f in near if speaks_of(what, f)]
        if not named and before and what in text[left : match.start() - len(clause)]:
            # 小学生4600人参加，参加人数比2017年减少了两成
            named = before[-1:]
        return named[0] if len({f.value for f in named}) == 1 else None
    return before[-1] if before and match.start() - before[-1].end < 16 else None


def _bases(case: Case, told: Figure, years: int, loose: bool) -> list[Aligned]:
    if case.year - years not in case.earlier_figures:
        return []
    wanted = [case.year - years, *([case.year - years + 1] if loose and years > 2 else [])]
    found = [counterpart(case, told, year) for year in wanted if year in case.earlier_figures]
    return [pair for pair in found if pair is not None and pair.before.value > 0]


def _grown(case: Case, match: re.Match[str], told: Figure) -> Iterator[Finding]:
    start = _start(case, told)
    years = _years(case, match, told)
    # 由46万增至130万，翻了两番: what it came from is told.
    bases = [Aligned(told, start, 1.0)] if start else _bases(case, told, years, match["loose"] is not None)
    claimed = _claimed(match)
    if not bases or claimed is None:
        return
    now = ranges.of_figure(told)
    for pair in bases:
        was = ranges.of_figure(pair.before)
        if ranges.meet(claimed, (now[0] / max(was[1], 1e-9), now[1] / max(was[0], 1e-9))):
            return
    base = bases[0].before
    ratio = told.value / base.value
    real = percent(100 * (ratio - 1)) if ratio < 3 else f"为其{ratio:.2g}倍"
    against, when = ("数字", "原来") if start else ("往年报告", f"{base.evidence.year}年")
    message = (
        f"“{match[0]}”与{against}不符：{when}是{base.text}，这一年是{told.text}，{real}。"
        "请核对数字，或改掉这一说法。"
    )
    severity = Severity.ERROR if bases[0].fit >= SURE else Severity.WARNING
    yield case.finding("number-conflict", severity, message, match.span(), [] if start else [base.evidence])


def _start(case: Case, told: Figure) -> Figure | None:
    """Return the figure from which one came, in the same clause: 由46万增至130万."""
    before = [f for f in case.figures if f.role == "start" and f.end <= told.start]
    if not before or before[-1].metric.unit != told.metric.unit:
        return None
    between = told.report.text[before[-1].end : told.start]
    return before[-1] if len(between) < 14 and not re.search(r"[，。；,;\n]", between) else None


def _years(case: Case, match: re.Match[str], told: Figure) -> int:
    """Return from how many years ago a growth is counted, 0 where nothing tells."""
    if match["first"]:
        for report in case.earlier:
            year = report.report_year or 0
            held = counterpart(case, told, year)
            if held is not None and _FIRST.search(held.before.before[-60:]):
                return case.year - year
        return 0
    if match["since"]:
        return case.year - int(match["since"])
    if match["last"] or match["yoy"]:
        return 1
    return int(number_of(match["years"] or match["ago"] or "") or 0)


def _claimed(match: re.Match[str]) -> ranges.Range | None:
    """Return by what factor the words say that something grew (below 1 where it fell)."""
    hedged = match["hedge"] or match["near"] or match["by"] or match["single"] or ""
    down = match["way"] in ("下降", "减少", "降低", "少")
    if match["share"] or match["tenths"] or match["of"] or match["half"]:
        share = _share(match)
        slack = SLACK if match["share"] else 5
        least, most = share - slack, share + slack
        if hedged:
            least, most = share * 0.85 - slack, share * 1.15 + slack
        return (1 - most / 100, 1 - least / 100) if down else (1 + least / 100, 1 + most / 100)
    if match["fold"]:
        fold = float(number_of(match["fold"]) or 0)
        # 增长了3倍 is said of what is four times as much, and of what is three times.
        return (
            None
            if down or not fold
            else (max(fold, 1.5) * (1 - NEAR), (fold + 1) * (1 + NEAR) + bool(match["over"]))
        )
    times = 4.0 if match["times"] in ("两", "二") else 2.0
    most = times * 1.5 if match["more"] or "超" in hedged else times * (1 + 2 * NEAR)
    return times * (1 - NEAR) - (0.1 if hedged and "超" not in hedged else 0), most


def _share(match: re.Match[str]) -> float:
    """Return by how many percent: 三成, 一成五, 三分之一, 一半."""
    if match["share"]:
        return float(match["share"])
    if match["half"]:
        return 50.0
    if match["of"]:
        return 100 * float(number_of(match["many"]) or 0) / float(number_of(match["of"]) or 1)
    return 10 * float(number_of(match["tenths"]) or 0) + (5 if match["five"] else 0)


def _summed(case: Case, told: Figure, match: re.Match[str]) -> Iterator[Finding]:
    """So much in so many years together, beside this year's figure of the same."""
    years = int(number_of(match["years"]) or 0)
    wanted = range(case.year - years + 1, case.year)
    if not years or any(year not in case.earlier_figures for year in wanted):
        return
    begin = told.start - len(told.before)
    until = told.start - len(match[0])
    own = [
        f
        for f in case.figures
        if begin <= f.start < until
        and f.role in ("level", "part")
        and family(f.metric.unit) == family(told.metric.unit)
        and not _CONTINUING.search(f.name)
    ]
    if not own:
        return
    chain: list[Aligned] = []
    for year in wanted:
        pair = counterpart(case, own[-1], year)
        if pair is None:
            return
        chain.append(pair)
    parts = [ranges.of_figure(own[-1]), *(ranges.of_figure(pair.before) for pair in chain)]
    together = sum(low for low, _ in parts), sum(high for _, high in parts)
    if ranges.meet(ranges.of_figure(told), (together[0] * 0.995, together[1] * 1.005)):
        return
    shown = "＋".join([*(pair.before.text for pair in chain), own[-1].text])
    message = (
        f"几年合计与历年报告不符：{shown}＝{figure((together[0] + together[1]) / 2, told.metric.unit)}，这里写“{told.text}”。"
        "请核对合计和各年数字。"
    )
    evidence = [pair.before.evidence for pair in chain]
    yield case.finding("number-conflict", Severity.WARNING, message, (told.start, told.end), evidence)
