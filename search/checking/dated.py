"""Dates that cannot be, weekdays that are others, and anniversaries of other years."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from ingest.dates import years
from ingest.numerals import chinese_number
from ingest.report import Commitment, Duty, Evidence, Report
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, MARKED, SENTENCE, around
from search.checking.case import Case, quoted

_DAY = re.compile(
    r"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号](?:(?:上午|下午|晚)?[（(]?(?:星期|周)(?P<week>[一二三四五六日天])(?![年刊报末边期])[）)]?)?"
)
_WEEK = "一二三四五六日"
_SPAN = re.compile(
    r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日?(?:至|到|—|－|-|~|～)(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日"
)
_KNOWN = (
    (re.compile("中国共产党(?:成立)?|建党|党的生日"), 1921),
    (re.compile("新中国成立|中华人民共和国成立|建国|国庆"), 1949),
    (re.compile("改革开放"), 1978),
    (re.compile("建军|解放军(?:建军|成立)"), 1927),
    (re.compile("(?:抗日战争|抗战)(?:暨[一-龥]{2,14})?(?:胜利)"), 1945),
    (re.compile("红军长征胜利|长征胜利"), 1936),
    (re.compile("五四运动"), 1919),
    (re.compile("共青团(?:成立|建团)?|建团"), 1922),
    (re.compile("香港回归"), 1997),
    (re.compile("澳门回归"), 1999),
    (re.compile("抗美援朝(?:出国作战)?"), 1950),
    (re.compile("汶川(?:特大)?地震"), 2008),
)
"""What whole years of many a report are devoted to, and the year that its anniversaries are counted from."""
_TAIL = re.compile("(?:成立|胜利|出国作战|运动|回归)?[”》]?")
_ROUND = re.compile(r"(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,4})(?:周年|周?岁(?=生日|华诞))")
_AHEAD = re.compile("迎接|喜迎|将|倒计时|预热|筹备|筹划|前夕|即将|下一年|明年|迎来")
_PLANNED = re.compile("提前|谋划|策划|筹备|启动")
_PAST = re.compile("去年|上年|前年|曾")
_BIRTH = re.compile(
    "(?P<verb>创刊|建台|建社|建网|开播|成立|创办|创建|建报|办报|组建|挂牌|上线|开馆|出刊)(?:以来)?[“”《》]?$"
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each date that no calendar has, each weekday and each anniversary that is another's.

    Made for: 2月30日; 6月18日（星期二）; 3月18日至12日; 庆祝新中国成立74周年 in 2022; 创刊70周年 a year after 创刊68周年. A month and
    day without a year are of the draft's.
    """
    text = case.draft.text
    for match in _DAY.finditer(text):
        yield from _day(case, match)
    for match in _SPAN.finditer(text):
        month, day = int(match["month"]), int(match["day"])
        until = (int(match["month2"] or month), int(match["day2"]))
        if until < (month, day) and not (month >= 10 and until[0] <= 4):
            message = f"日期先后颠倒：“{match[0]}”。请核对起止日期。"
            yield case.finding("number-conflict", Severity.ERROR, message, match.span())
    for match in _ROUND.finditer(text):
        yield from _anniversary(case, match)


def _day(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    year, month, day = int(match["year"] or case.year), int(match["month"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        message = f"没有这一天：“{match[0]}”（{year}年）。请核对日期。"
        yield case.finding("number-conflict", Severity.ERROR, message, match.span())
        return
    if match["week"]:
        real = _WEEK[datetime.date(year, month, day).weekday()]
        said = match["week"].replace("天", "日")
        if real != said:
            message = f"星期与日期不符：{year}年{month}月{day}日是星期{real}，文中写“{match[0]}”。请核对。"
            yield case.finding("number-conflict", Severity.ERROR, message, match.span())


def _anniversary(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    text = case.draft.text
    left, right = around(text, *match.span(), CLAUSE)
    clause, before = text[left:right], text[left : match.start()]
    number = chinese_number(match["number"])
    others = [year for year, _, _ in years(clause) if year != case.year]
    if number is None or others or _PAST.search(before):
        return
    # A plan for the next year speaks of that year's: 围绕新中国成立75周年，提前谋划重大选题.
    closing = any(
        section.duty is Duty.AFTERWORD and section.start <= match.start() < section.end
        for section in case.draft.sections
    )
    ahead = 1 if closing or _AHEAD.search(before) or _PLANNED.search(text[match.end() : right + 16]) else 0
    for known, since in _KNOWN:
        told = known.search(before[-24:])
        if told is not None and _TAIL.fullmatch(before[-24:][told.end() :]):
            due = case.year - since
            if number not in (due, due + ahead):
                message = f"周年数不符：{case.year}年是{told[0]}{due}周年，文中写“{match[0]}”。请核对。"
                yield case.finding("number-conflict", Severity.ERROR, message, match.span())
            return
    yield from _own(case, match, before, number, ahead)


def _own(case: Case, match: re.Match[str], before: str, number: int, ahead: int) -> Iterator[Finding]:
    """The anniversary of the house or of an outlet, held against the one an earlier report keeps, and its founding."""
    birth = _BIRTH.search(before)
    # 挂牌成立六周年: either word may tell of the founding elsewhere.
    earlier = _BIRTH.search(before[: birth.start()]) if birth is not None else None
    if birth is None:
        if "岁" in match[0]:
            yield from _aged(case, match, number)
        return
    names = [name[name.lastindex or 0] for name in MARKED.finditer(before)]
    for report in reversed(case.earlier):
        year = report.report_year or 0
        for held in _ROUND.finditer(report.text):
            left, right = around(report.text, *held.span(), CLAUSE)
            past = report.text[left : held.start()]
            verb = _BIRTH.search(past)
            if verb is None or verb["verb"] != birth["verb"] or _AHEAD.search(past) or _PAST.search(past):
                continue
            if any(plan.start < held.end() and held.start() < plan.end for plan in _plans(report)):
                # 以建台75周年为契机，办好系列活动: a plan speaks of the next year's.
                continue
            theirs = [name[name.lastindex or 0] for name in MARKED.finditer(past)]
            if names[-1:] != theirs[-1:] and names and theirs:
                continue
            then = chinese_number(held["number"])
            if then is None or (not names and not theirs and past[:4] != before[:4] and len(past) > 8):
                continue
            due = then + case.year - year
            if number not in (due, due + ahead):
                place = quoted(report, left, right)
                message = f"周年数与往年接不上：{year}年度报告是“{held[0]}”，按年推算今年应是{due}周年，这里是“{match[0]}”。请核对。"
                yield case.finding("number-conflict", Severity.ERROR, message, match.span(), [place])
            return
    if any(name not in (case.draft.media or "") for name in names):
        return
    for each in filter(None, (birth, earlier)):
        found = list(_since(case, match, number, ahead, each["verb"]))
        yield from found
        if found:
            return


def _plans(report: Report) -> list[Evidence]:
    return [fact.evidence for fact in report.facts if isinstance(fact, Commitment)]


def _aged(case: Case, match: re.Match[str], number: int) -> Iterator[Finding]:
    """How old the house is in years told as a person's: 今年喜迎26岁生日."""
    for verb in ("创刊", "建台", "成立", "开播", "组建"):
        if any(
            _founded(each.text, verb, (case.draft.media or "")[:4]) for each in (case.draft, *case.earlier)
        ):
            yield from _since(case, match, number, 0, verb)
            return


def _since(case: Case, match: re.Match[str], number: int, ahead: int, verb: str) -> Iterator[Finding]:
    """Hold an anniversary against the year in which the house was founded, as the draft or a report tells it."""
    for report in (case.draft, *reversed(case.earlier)):
        founded = _founded(report.text, verb, (case.draft.media or "")[:4])
        if founded is not None:
            since, span = founded
            due = case.year - since
            if number not in (due, due + ahead):
                place = quoted(report, *span)
                evidence = [place] if report is not case.draft else []
                message = f"周年数与成立年份不符：{since}年{verb}，到{case.year}年是{due}周年，这里是“{match[0]}”。请核对。"
                yield case.finding("number-conflict", Severity.ERROR, message, match.span(), evidence)
            return


def _founded(text: str, verb: str, media: str) -> tuple[int, tuple[int, int]] | None:
    """Return when the house began by this word, where one clause alone in its first thousand characters says so, with its place."""
    found: dict[int, tuple[int, int]] = {}
    for match in re.finditer(verb, text[:1000]):
        left, right = around(text, *match.span(), CLAUSE)
        sentence = text[around(text, *match.span(), SENTENCE)[0] : right]
        told = [year for year, _, _ in years(text[left:right])]
        others = {name[name.lastindex or 0][:4] for name in MARKED.finditer(sentence)} - {media}
        if len(told) == 1 and media and sentence.lstrip("《“ \n　").startswith(media) and not others:
            found.setdefault(told[0], (left, right))
    return next(iter(found.items())) if len(found) == 1 else None
