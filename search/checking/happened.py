"""When what happens once happened: two dates of one year for one founding, merger, renaming or opening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.report import Commitment, Evidence, Report, Shortcoming
from ingest.sentences import clauses
from search.answers import Finding, Severity
from search.checking.around import MARKED
from search.checking.called import pairs
from search.checking.case import Case, quoted
from search.checking.saying import short

_KINDS = (
    "投入使用|投入运[行营]|启用|投用|投运|落成|建成|竣工",
    "上线|开通|开播|首播|推出|面世|问世|首发|首期",
    "创刊|创办|开办|创立|诞生",
    "成立|组建|挂牌|揭牌",
    "更名|改名|易名|改称",
    "合并|整合|并入|合而为一",
    "改为|改成|改出|转为|改[日周半月双旬]",
    "停刊|休刊|停播|停更|停办|停止|关停|关闭|撤销|下线|注销|谢幕|告别",
    "搬[入进]|迁[入至往]|乔迁|搬迁",
)
"""What is done once, in words that stand for one another."""
_VERBS = tuple(map(re.compile, _KINDS))
_BECOMES = frozenset((4, 5, 6))
"""Kinds of which what stands behind the verb is what came of it: 更名为“江上云”."""
_BEHIND = re.compile(
    rf"(?:{'|'.join(_KINDS)})(?:了|并)?(?P<what>(?!的|后|以来|之|起|至今|仪式|时)[^，,。；;\n]{{2,30}})"
)
_AGAIN = re.compile("重新|恢复|复[刊播]|试[运播刊行]|周年|计划|拟|将(?=[于在])|原定")
"""What tells of another time, or of what is only meant."""
_FORM = re.compile("第[二三四五六七八九十\\d]+[季届期批部轮]|新版|升级|改版|特别|[\\d.]+版")
"""What tells which form of a thing began: 客户端新版上线."""
_DATE = re.compile(
    r"(?:(?P<year>20\d\d)年|(?P<last>去年|上年)|(?P<now>今年|本年|当年))?(?<![\d.])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?(?![\d至到—-]|份?[至到])"
)
LIKE = 0.6
"""The share of the pairs of characters of the shorter of two things that the other must have to be the same."""
NAME = 4
"""Characters, all of one thing's name, that two clauses without a shared name between marks must have alike."""
_FILL = re.compile('[的了于在由起自从，,、。；：:“”"《》（）()\\s\\d]|年|月|日|正式|全新|总投资|万元|平方米')
_GENERAL = re.compile(
    "微信公众号|公众号|客户端|融媒体中心|电视频道|广播频率|抖音号|视频号|新媒体|报社|栏目|专栏|专版|节目|活动|平台|系统|中心$|投入(?:使用|运行|运营)"
)
"""Sorts of things, of which a house has many."""


@dataclass(frozen=True)
class _Told:
    """One event as one place tells it. `kinds` index `_KINDS`; `when` is year, month, and day where it is told."""

    when: tuple[int, int, int | None]
    kinds: frozenset[int]
    names: frozenset[str]
    forms: frozenset[str]
    house: bool
    plain: str
    what: str
    start: int
    end: int
    clause: tuple[int, int]


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each date of such an event that another place of the draft, or an earlier report, tells otherwise.

    Made for: 《江城晚报》2020年10月1日改为周报 after 自7月1日起，《江城晚报》由日报改为周报; “中央厨房”9月投入使用后 beside 5月18日，
    “中央厨房”投入使用. Both must name the same thing, between marks or in four characters and more; other years are for `origins`.
    """
    own = list(_events(case.draft, case.year))
    held = [(report, each) for report in case.earlier for each in _events(report, report.report_year or 0)]
    for at, now in enumerate(own):
        theirs = [(report, each) for report, each in held if _same(now, each)]
        if theirs:
            if not any(_agree(now, each) for _, each in theirs):
                report, each = theirs[-1]
                place = quoted(report, *each.clause)
                yield _otherwise(case, now, place)
            continue
        before = [each for each in own[:at] if _same(now, each)]
        if before and not any(_agree(now, each) for each in before):
            yield _otherwise(case, now, None, case.draft.text[slice(*before[-1].clause)])


def _otherwise(case: Case, now: _Told, place: Evidence | None, said: str = "") -> Finding:
    if place is not None:
        against, evidence = f"{place.year}年度报告写的是“{short(place.quote)}”", [place]
    else:
        against, evidence = f"稿中前面写的是“{short(said)}”", []
    message = f"同一件事的日期前后不一：这里写“{short(case.draft.text[now.start : now.end])}”，{against}。请核对日期。"
    return case.finding("number-conflict", Severity.ERROR, message, (now.start, now.end), evidence)


def _agree(one: _Told, other: _Told) -> bool:
    (_, month, day), (_, month2, day2) = one.when, other.when
    return month == month2 and (day is None or day2 is None or day == day2)


def _same(one: _Told, other: _Told) -> bool:
    if one.when[0] != other.when[0] or not one.kinds & other.kinds or one.forms != other.forms:
        return False
    if one.house or other.house:
        return one.house and other.house and not one.names | other.names
    if not one.kinds & other.kinds & _BECOMES and not _one_thing(one, other):
        return False
    if one.names and other.names:
        return bool(one.names & other.names)
    return _common(one.plain, other.plain)


def _one_thing(one: _Told, other: _Told) -> bool:
    """Tell whether what stands behind the verbs is one thing: “江眼”推出长者版 and “江眼”推出英文版 are two."""
    if one.what and other.what:
        ours, theirs = pairs(one.what), pairs(other.what)
        return len(ours & theirs) >= LIKE * min(len(ours), len(theirs))
    if one.what or other.what:
        what, plain = (one.what, other.plain) if one.what else (other.what, one.plain)
        return what in plain or _common(what, plain)
    return True


def _common(one: str, other: str) -> bool:
    """Tell whether two texts have a run of characters alike that names one thing."""
    for at in range(len(one) - NAME + 1):
        for length in range(len(one) - at, NAME - 1, -1):
            run = one[at : at + length]
            if run in other:
                if len(_GENERAL.sub("", _verbless(run))) >= NAME:
                    return True
                break
    return False


def _verbless(run: str) -> str:
    for verb in _VERBS:
        run = verb.sub("", run)
    return run


def _events(report: Report, year: int) -> Iterator[_Told]:
    """Yield the dated events of a report: a clause with one date, with the clause before where it lacks a name, and the one behind where it lacks a verb."""
    text = report.text
    meant = [fact.evidence for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
    cut = list(clauses(text, 0, len(text), "，,；;：:。！？\n"))
    for at, (start, end) in enumerate(cut):
        dates = list(_DATE.finditer(text, start, end))
        if len(dates) != 1 or any(place.start < end and start < place.end for place in meant):
            continue
        left, right = start, end
        if not _kinds(text[left:right]) and at + 1 < len(cut) and _joined(text, end, cut[at + 1][0]):
            right = cut[at + 1][1]
        if (
            not MARKED.search(text[left:right])
            and at
            and _joined(text, cut[at - 1][1], start)
            and not _DATE.search(text, *cut[at - 1])
        ):
            left = cut[at - 1][0]
        said = text[left:right]
        kinds = _kinds(said)
        if not kinds or _AGAIN.search(said) or len(_DATE.findall(said)) != 1:
            continue
        date = dates[0]
        when = int(date["year"]) if date["year"] else year - (1 if date["last"] else 0)
        day = int(date["day"]) if date["day"] else None
        house = re.sub("(?:报社|社|集团|报业集团)$", "", report.media or "\n")
        names = {found[found.lastindex or 0] for found in MARKED.finditer(said)} - {report.media, house}
        plain = _FILL.sub("", said.replace(report.media or "\n", "").replace(house, ""))
        behind = _BEHIND.search(said)
        what = _verbless(_FILL.sub("", _DATE.sub("", behind["what"]))) if behind else ""
        yield _Told(
            (when, int(date["month"]), day),
            kinds,
            frozenset(names),
            frozenset(_FORM.findall(said)),
            _of_house(said, report.media or "\n"),
            plain,
            what if len(what) > 1 else "",
            *date.span(),
            (left, right),
        )


def _of_house(said: str, media: str) -> bool:
    """Tell whether a clause tells of the house itself: 江海网2001年6月1日上线运行."""
    return re.match(rf"[\s　《“]*{re.escape(media)}[》”]?(?=[是由于在自为，,（(\d始创成])", said) is not None


def _kinds(said: str) -> frozenset[int]:
    return frozenset(at for at, verb in enumerate(_VERBS) if verb.search(MARKED.sub("", said)))


def _joined(text: str, end: int, start: int) -> bool:
    """Tell whether two clauses belong to one sentence: nothing but a comma parts them."""
    return set(text[end - 1 : start + 1]) & set("，,") != set() and not set(text[end - 1 : start]) & set(
        "。；;！？\n：:"
    )
