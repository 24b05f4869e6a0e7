"""Claims that the earlier reports contradict or cannot carry: the first time, so many years running, a record, growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.numbers import chinese_number
from ingest.report import Evidence, Report
from ingest.sentences import clauses
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.case import Case, quoted
from search.checking.counterparts import counterpart
from search.checking.figures import Aligned, Figure
from search.checking.names import MARKED
from search.checking.prizes import prize
from search.checking.saying import short

_FIRST_FIGURE = re.compile(
    r"(?:首次|第一次|首度|历史性地?)(?:突破|超过|超|达到|达|跨过|迈上|站上|越过|迈过)*$"
)
_RECORD = re.compile(
    r"(?:再|又|均|双双)?创(?:下|出|造)?(?:了)?(?:历史|历年)?新高|(?:历史|历年|有史以来|建台以来|创刊以来)(?:最高|最多|最好|之最)"
)
_GREW = re.compile(
    r"(?:大幅|明显|显著|稳步|持续|快速|逐年|较快|大大)(?:增长|增加|上升|提升|提高|扩大|攀升)|稳中有[进升增]|再上新?台阶|更上一层楼|不降反升"
)
_FELL = re.compile(r"(?:大幅|明显|显著|持续|逐年|进一步)(?:下降|减少|降低|压减|缩减)")
_FIRST = re.compile(r"(?:首次|第一次|首度|率先|首创)(?P<what>[^，。；,;、\n]{3,40})")
_NEW = re.compile(r"(?:首个|首档|首部|首家|首支|第一[个档部家支])(?P<what>[^，。；,;、\n]{3,30})")
_YEARS = re.compile(
    r"连续(?P<count>[一二三四五六七八九十两\d]{1,3})(?:个)?(?P<unit>年|年度|届)(?P<what>[^，。；,;\n]{0,40})"
)
_GROWING = re.compile(r"(?:保持|实现|持续)?(?:两位数)?(?P<way>增长|上升|递增|增加|提升|提高|下降|减少|递减)")
_ONLY = re.compile(
    r"(?:全国|全省|全市|全州|全区|省内|国内|行业|业内|全系统)(?:范围内)?(?:唯一|第一家|首家|首个|首创|率先|排名第一|位居第一|第一名)|唯一(?:一[家个]|的|获|入选|入围)"
)
LIKE = 0.72
"""The share of a first deed's pairs of characters that one earlier clause must have for the deed to be told there."""
FEWEST = 4
"""Pairs of characters below which a deed says too little to be looked for."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each claim that the earlier reports contradict (error), or cannot carry (warning or remark).

    Made for: 参训人次首次突破1000人次; 首次举办“云招聘”; 连续三年获东岭新闻奖; 连续三年增长; 64件，再创新高;
    稿件数量稳步增长; 全省唯一.
    """
    if not case.earlier:
        return
    for told in case.figures:
        yield from _figure(case, told)
    text = case.draft.text
    for pattern in (_FIRST, _NEW):
        for match in pattern.finditer(text):
            yield from _first(case, match)
    for match in _YEARS.finditer(text):
        yield from _running(case, match)
    for match in _ONLY.finditer(text):
        message = (
            f"“{match[0]}”这样的说法需要出处：历年报告里没有可以支持它的话。请附依据，或改用平实的说法。"
        )
        yield case.finding("unsupported-claim", Severity.INFO, message, match.span())


def _history(case: Case, told: Figure) -> list[Aligned]:
    """Return what the earlier reports give for the same measure, by year."""
    found = (counterpart(case, told, year) for year in sorted(case.earlier_figures))
    return [pair for pair in found if pair is not None]


def _figure(case: Case, told: Figure) -> Iterator[Finding]:
    first = _FIRST_FIGURE.search(told.before)
    clause_after = re.split(r"[。；;\n]", told.after)[0][:16]
    clause_before = re.split(r"[，,；;。]", told.before)[-1]
    record = _RECORD.search(clause_after) or _RECORD.search(clause_before)
    grew = _GREW.search(clause_before) or _GREW.search(clause_after)
    fell = _FELL.search(clause_before) or _FELL.search(clause_after)
    if not (first or record or grew or fell) or told.role not in ("level", "part", "total"):
        return
    start = told.start - (len(first[0]) if first else 0)
    history = _history(case, told)
    if first:
        passed = [pair for pair in history if pair.before.value >= told.value]
        if passed:
            yield _contradicted(case, first[0], told, passed[0], (start, told.end))
    elif record:
        higher = [pair for pair in history if pair.before.value > told.value]
        if higher:
            end = told.end + (record.end() if _RECORD.search(clause_after) else 0)
            yield _contradicted(
                case, record[0], told, max(higher, key=lambda pair: pair.before.value), (start, end)
            )
    elif history and history[-1].before.evidence.year == (case.last.report_year if case.last else 0):
        last = history[-1]
        way = grew or fell
        assert way is not None
        against = last.before.value > told.value if grew else last.before.value < told.value
        if against and last.fit >= 0.75:
            yield _contradicted(case, way[0], told, last, (told.start, told.end))


def _contradicted(case: Case, claim: str, told: Figure, pair: Aligned, span: tuple[int, int]) -> Finding:
    before = pair.before
    message = (
        f"“{claim}”与往年报告不符：{before.evidence.year}年度是{before.text}，这里是{told.text}。"
        "请核对数字，或改掉这一说法。"
    )
    return case.finding("unsupported-claim", Severity.ERROR, message, span, [before.evidence])


def _first(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A first deed: an earlier report that names the same thing, or tells the same deed, contradicts it."""
    what = match["what"]
    if re.match(r"(?:突破|超过|超|达)", what) and re.search(r"\d", what):
        return
    if re.match(r"(?:获|荣获|夺|摘|斩获|捧|问鼎|入选|拿|赢|登上)", what):
        yield from _first_prize(case, match)
        return
    for report in case.earlier:
        held = _named(report, what) or _told(report, what)
        if held is not None:
            sure = _named(report, what) is not None
            message = (
                f"“{short(match[0], 24)}”与{report.report_year}年度报告不符：那一年已有“{short(held.quote, 36)}”。"
                "请核对，若是新的范围或形式请写明。"
            )
            severity = Severity.ERROR if sure else Severity.WARNING
            yield case.finding("unsupported-claim", severity, message, match.span(), [held])
            return


def _first_prize(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A prize won for the first time: an earlier report that tells of it, of this level, contradicts that."""
    won = prize(case, *_clause(case, match))
    for report in case.earlier if won is not None else ():
        assert won is not None
        held = won.places(report)
        if held:
            message = (
                f"“{short(match[0], 24)}”与{report.report_year}年度报告不符：那一年已获{won.name}{won.level or ''}。"
                "请核对，或改掉“首次”。"
            )
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), held[:2])
            return


def _named(report: Report, what: str) -> Evidence | None:
    """Return where a report has the name between marks that `what` makes the object of the first deed."""
    for match in MARKED.finditer(what):
        name = match[match.lastindex or 0]
        before = what[: match.start()]
        if len(name) < 3 or not re.search(
            r"(?:举办|开展|推出|开设|开办|承办|发起|组织|启动|举行|播出|开播|上线|创办|参与|主办|获|入选|设立|打造)",
            before,
        ):
            continue
        at = report.text.find(name)
        # 首次在《今日澜溪》开设: the place of a deed may be old, the deed new.
        if at >= 0 and not re.search(r"[在于从向对把为]$|[在于从向对把为]《?$", before):
            return quoted(report, at, at + len(name))
    return None


def _told(report: Report, what: str) -> Evidence | None:
    """Return the clause of a report that tells the same deed in nearly the same words."""
    wanted = _pairs(what)
    if len(wanted) < FEWEST:
        return None
    best: tuple[float, int, int] | None = None
    for start, end in clauses(report.text, 0, len(report.text), "，,；;。！？\n"):
        held = _pairs(report.text[start:end])
        share = len(wanted & held) / len(wanted)
        if share >= LIKE and (best is None or share > best[0]):
            best = share, start, end
    return quoted(report, best[1], best[2]) if best else None


def _pairs(text: str) -> set[str]:
    plain = "".join(char for char in normalised(text) if not char.isdigit() and char not in "的了")
    return {one + other for one, other in pairwise(plain)}


def _running(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """So many years running: every stored report of those years must carry it."""
    count = chinese_number(match["count"]) or 0
    since = case.year - count + 1
    reports = [report for report in case.earlier if since <= (report.report_year or 0) < case.year]
    if count < 2 or not reports:
        return
    way = _GROWING.match(match["what"])
    if way:
        yield from _growing(case, match, way["way"], since)
        return
    clause, before = _clause(case, match)
    won = prize(case, clause, before)
    name = won.name if won is not None else _name(re.split("[、的]", match["what"])[0]) or _name(before)
    if name is None:
        return
    held = {
        report.id: won.places(report) if won is not None else _mentions(report, name) for report in reports
    }
    without = [report.report_year for report in reports if not held[report.id]]
    if without:
        missing = "、".join(map(str, without))
        what = f"{name}{won.level or ''}" if won is not None else name
        message = f"“{short(match[0], 24)}”缺少支持：{missing}年度报告没有“{what}”。请核对年数，或补上依据。"
        if won is not None and not any(held.values()):
            evidence = [place for report in reports for place in won.others(report)]
        else:
            evidence = [place for report in reports for place in held[report.id][:1]]
        severity = Severity.ERROR if len(without) == len(reports) > 1 else Severity.WARNING
        yield case.finding("unsupported-claim", severity, message, match.span(), evidence[:4])


def _clause(case: Case, match: re.Match[str]) -> tuple[str, str]:
    """Return the clause that a claim is in, and the sentence before that clause."""
    text = case.draft.text
    left = max(text.rfind(mark, 0, match.start()) for mark in "。；;，,\n") + 1
    begin = max(text.rfind(mark, 0, left - 1) for mark in "。；;\n") + 1
    end = min((at for mark in "。；;，,\n" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    return text[left:end], text[begin:left]


def _name(what: str) -> str | None:
    marked = [match[match.lastindex or 0] for match in MARKED.finditer(what)]
    return marked[-1] if marked else None


def _mentions(report: Report, name: str) -> list[Evidence]:
    if normalised(name) not in normalised(report.text):
        return []
    at = report.text.find(name)
    return [quoted(report, at, at + len(name))] if at >= 0 else [quoted(report, 0, 1)]


def _growing(case: Case, match: re.Match[str], way: str, since: int) -> Iterator[Finding]:
    """So many years of growth: the figures of the stored years must rise (or fall) from one to the next."""
    text = case.draft.text
    left = max(text.rfind(mark, 0, match.start()) for mark in "。；;\n") + 1
    right = min((at for mark in "。；;\n" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    near = [f for f in case.figures if left <= f.start < right and f.role in ("level", "other year")]
    if not near:
        return
    told = min(near, key=lambda f: min(abs(f.start - match.end()), abs(match.start() - f.end)))
    rises = not re.search("下降|减少|递减", way)
    steps = [(pair.before.evidence.year, pair.before) for pair in _history(case, told)]
    steps = [(year, before) for year, before in steps if year >= since - 1]
    chain = [*steps, (case.year, told)]
    for (_, one), (year, other) in pairwise(chain):
        wrong = other.value < one.value if rises else other.value > one.value
        if wrong:
            message = (
                f"“{short(match[0], 24)}”与历年数字不符："
                + "，".join(f"{each}年{figure.text}" for each, figure in chain)
                + f"，{year}年并非{way}。请核对。"
            )
            evidence = [figure.evidence for _, figure in steps]
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), evidence)
            return
