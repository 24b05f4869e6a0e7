"""The same thing told twice in the draft, with two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ingest.report import Commitment, Response
from search.answers import Finding, Severity
from search.checking import ranges
from search.checking.around import MARKED
from search.checking.called import core, same_name, same_subject
from search.checking.case import Case
from search.checking.counterparts import before as earlier
from search.checking.counterparts import fit
from search.checking.figures import Figure
from search.questions.wording.words import measure_words

HOUSE = 0.72
"""Fit from which on two figures of the house itself are one, where a word of the measure tables names them."""
OWN = 0.85
"""Fit from which on two figures of one outlet, column or work are one."""
TELLING, PEOPLE, TOLD = 4, 3, 0.66
"""A name of so many characters or more that both figures have says by itself what is counted (信息员 does too, of people);
their least fit then."""
PEOPLE_FEW = 20
"""People up to which two groups may be as many by chance."""
REACH = 300
"""Characters before a figure in which its subject must be named."""
CLAUSE_PAIRS, FEWER, RETOLD = 7, 5, 0.8
"""Pairs of characters of the shorter of two clauses, fewer where both name what they count, and the share that the other must have, for both to tell one thing."""
RETOLD_NAME = 4
"""Characters that a name must end with to be known where they stand behind a figure."""
RETELLS = 5
"""Characters of a name that an answer and a chapter must share."""
_HIRED = re.compile("^新?(?:招[聘录考]?|聘[请用]?|录用|引进|选聘)")
MOST_OF_ALL = 0.6
"""The share of a house's people that those of one of its outlets are at most."""
SWAPPED = 0.6
"""The same of two figures that have the same digits in another order."""
_PERIOD = re.compile(
    r"日均|月均|单日|单条|每[期日月年周次]|人均|半年|季度|首[日月期场]|当[日晚天]|\d+月|期间|最高"
)
"""What tells that a figure is of another span than the year."""
_OCCASION = re.compile(r"\d+月|期间|当[日天晚]|[“《][^”》]*[”》]|节|洪|台风|暴雨|会议")
"""What tells that two like clauses are of two occasions: 洪灾期间派出8路记者, 台风期间派出5路记者."""
_WHOLE = re.compile("总|全[台年社部]|合计|整体")
_HAS = re.compile("(?:有|共|计|含|包括|设|配备|达)[一-龥]{0,3}$")
_ALL = re.compile("全部|全体|全员|所有")
_HOUSE_WIDE = re.compile("全(?:社|台|中心|报社|集团|网|院|媒体)(?:上下)?(?:共有?|的)?$")
_THERE_ARE = re.compile("(?:现有|共有|在册|在岗|在职|拥有|实有)(?:[一-龥]{0,4})$")
_TEAM = re.compile("(?:队伍|人手|团队|员工|职工|在职人员)(?:总数|人数)?[由从][^，。；]{0,14}(?:到|至|为)$")
_STAFF = re.compile("(?:在职|在岗|在册)?(?:干部)?(?:职工|员工|人员|工作人员)|干部")
"""All who work in a house: 全社124名干部职工 beside 现有员工142人."""
_FOLLOWERS = re.compile("粉丝|用户|关注")
_PLANNED = re.compile("明年|来年|下一?年|计划(?=[录制办开播建培推举])|拟|力争|将(?=[增扩办开推达])")
_STANDING = frozenset(
    "职工 员工 采编人员 经营收入 纳税 用户总量 粉丝 注册用户 发行量 期发行量 获奖作品 办结率 下载量".split()
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each pair of exact figures that tell one measure of one subject otherwise.

    Made for: 粉丝16.3万 in the preface and 粉丝13.6万 in a chapter. Parts, totals since a beginning, figures of other years
    or of a part of the year, and steps of one clause (由…增至…) are other things.
    """
    told = [figure for figure in case.figures if figure.role in ("level", "part") and not _planned(figure)]
    yield from _tied(case, told)
    seen: set[tuple[int, int]] = set()
    for one, other in combinations(told, 2):
        if not _one_unit(one, other) or other.start - one.end < 12 or not _same(one, other):
            continue
        if _summed_up(one) != _summed_up(other):
            continue
        spans = [ranges.of_figure(each) for each in (one, other)]
        key = (one.start, other.start)
        if ranges.meet(*spans) or key in seen:
            continue
        seen.add(key)
        message = f"同一件事前后两个数：前面“{_near(one)}”，这里“{_near(other)}”。请核对后统一；若口径不同，请写明。"
        sure = one.exact and other.exact
        severity = Severity.ERROR if sure else Severity.WARNING
        odd = _odd(one, other, told)
        yield case.finding("number-conflict", severity, message, (odd.start, odd.end))


def _summed_up(figure: Figure) -> bool:
    """Tell whether a figure sums up what its sentence told before: 承办车展和丰收节，合计收入738万元 is not all that came in."""
    return _SUMMED.search(figure.before) is not None


_SUMMED = re.compile(r"[，,](?:两者|二者|[两三几各]项)?合计[一-龥]{0,4}$")


def _planned(figure: Figure) -> bool:
    """Tell whether a figure is of what is meant to come: 明年计划录制36期."""
    clause = re.split(r"[，,；;]", figure.before)[-1]
    return _PLANNED.search(clause) is not None or any(
        fact.evidence.start <= figure.start < fact.evidence.end
        for fact in figure.report.facts
        if isinstance(fact, Commitment)
    )


def _tied(case: Case, told: list[Figure]) -> Iterator[Finding]:
    """Two counts of one group of people that were one figure in the last report: 117名从业人员签订劳动合同 of 117人."""
    report = case.last
    if report is None:
        return
    before = case.earlier_figures[report.report_year or 0]
    for one, other in combinations(told, 2):
        people = {one.metric.unit, other.metric.unit} <= {"人", "名", "位"}
        # 《口述史》录满80人 and 采编人员80人 of the house were as many by chance.
        of_one = one.metric.subject == other.metric.subject
        if not (people and of_one) or one.value == other.value or not (one.exact and other.exact):
            continue
        held = [
            next((each for each in before if each.letters == figure.letters and each.letters), None)
            or earlier(case, figure, report.report_year or 0)
            for figure in (one, other)
        ]
        if held[0] is None or held[1] is None or held[0].start == held[1].start:
            continue
        if held[0].value == held[1].value and held[0].value > PEOPLE_FEW:
            message = (
                f"两处应是同一个数：{report.report_year}年度报告两处都是{held[0].text}，"
                f"这里前面“{_near(one)}”，后面“{_near(other)}”。请核对后统一；若口径不同，请写明。"
            )
            odd = _odd(one, other, told)
            span = odd.start, odd.end
            yield case.finding("number-conflict", Severity.WARNING, message, span, [held[1].evidence])


def _odd(one: Figure, other: Figure, told: list[Figure]) -> Figure:
    """Return which of two figures stands alone where a third has the value of the other: 472人, 482人, 472人; else the later."""
    as_one, as_other = (
        sum(f.value == each.value and f.name == each.name for f in told) for each in (one, other)
    )
    return one if as_one < as_other else other


def _whole_group(one: Figure, other: Figure) -> bool:
    """Tell whether two figures, of which one is a part (其中采编人员185人), count one group of the house's people."""
    names = {core(each.name) for each in (one, other)}
    people = {one.metric.unit, other.metric.unit} <= {"人", "名", "位"}
    return people and len(names) == 1 and len(next(iter(names))) > PEOPLE and one.role != other.role


def _all_of_them(one: Figure, other: Figure) -> bool:
    """Tell whether one of two figures of the same people counts all of them: 职工91人 and 为全体98名职工办理保险."""
    people = {one.metric.unit, other.metric.unit} <= {"人", "名", "位"}
    return (
        people
        and core(one.name) == core(other.name)
        and {one.metric.subject, other.metric.subject} == {None}
        and sum(_ALL.search(each.before[-2:]) is not None for each in (one, other)) == 1
        and not (one.acted_on or other.acted_on or one.role != other.role)
    )


def _at_work(figure: Figure) -> bool:
    """Tell whether people are counted that did something, not all there are: 200余名采编人员实现“一次采集”."""
    text = figure.report.text
    ahead = figure.metric.unit in ("人", "名", "位") and text.startswith(figure.name, figure.end)
    return (
        ahead
        and not figure.acted_on
        and not _HAS.search(figure.before)
        and not _ALL.search(figure.evidence.quote)
    )


def _swapped(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have the same digits in another order: 398人 and 389名."""
    digits = [[char for char in each.text if char.isdigit()] for each in (one, other)]
    return len(digits[0]) > 2 and sorted(digits[0]) == sorted(digits[1])


def _retold(one: Figure, other: Figure) -> bool:
    """Tell whether two clauses are one but for a word or two: 与5家平台签订内容授权协议 and, in 回应, 与6家平台签订授权协议."""
    short, long = sorted((one.letters, other.letters), key=len)
    return (
        one.metric.unit == other.metric.unit
        and one.evidence.end <= other.evidence.start
        and _occasion(one) == _occasion(other)
        and (one.after[:2] == other.after[:2] or _one_name(one, other))
        and len(short)
        >= (FEWER if _one_name(one, other) and len(core(other.name)) >= TELLING else CLAUSE_PAIRS)
        and len(short & long) >= RETOLD * len(short)
    )


def _occasion(told: Figure) -> list[str]:
    return _OCCASION.findall(re.split("[；;]", told.before)[-1])


def _one_name(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have one name, or one the end of the other's: 节目研发基金 and 研发基金."""
    short, long = sorted((core(one.name), core(other.name)), key=len)
    return short == long or (len(short) >= TELLING and long.endswith(short))


def _answered(one: Figure, other: Figure) -> bool:
    """Tell whether an answer in 回应 retells a figure of a chapter under a name that says enough: 派驻技术员32名, 新招双语编辑6名."""
    answers = [fact.evidence for fact in other.report.facts if isinstance(fact, Response)]
    inside = [any(each.start <= f.start < each.end for each in answers) for f in (one, other)]
    subjects = {one.metric.subject, other.metric.subject} - {None}
    names = [_HIRED.sub("", core(each.name)) for each in (one, other)]
    hired = all("hire" in each.acts for each in (one, other))
    same = names[0] == names[1] and one.metric.unit == other.metric.unit
    enough = TELLING if hired else RETELLS
    return inside == [False, True] and same and len(names[0]) >= enough and len(subjects) < 2


def _called(one: Figure, other: Figure) -> bool:
    """Tell whether the name of one figure begins as the other's: 信息员增至312名 and 321名信息员水平参差不齐."""
    short, long = sorted((core(one.name), core(other.name)), key=len)
    return len(short) >= PEOPLE and long.startswith(short) and one.metric.unit == other.metric.unit


def _mixed(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of two digits have them in another order, in sentences about one thing: 投入19万元 and 投入91万元."""
    digits = [[char for char in each.text if char.isdigit()] for each in (one, other)]
    if len(digits[0]) != 2 or digits[0] != digits[1][::-1] or one.metric.unit != other.metric.unit:
        return False
    return one.metric.unit == "元" and len((one.around & other.around) - one.letters) >= 2


def _owned(figure: Figure) -> bool:
    """Tell whether the text before a figure names the subject that it is said to be of."""
    subject = figure.metric.subject
    return (
        subject is not None and subject[:3] in figure.report.text[max(0, figure.start - REACH) : figure.start]
    )


def _whole_of(one: Figure, other: Figure) -> bool:
    """Tell whether a figure counts all of what the other does: 63期培训中有22期专讲数据分析 beside 组织培训61期."""
    whole = any(
        re.match(rf"{re.escape(core(part.name))}[当之]?中[，,有一]", each.after)
        for each, part in ((one, other), (other, one))
    )
    return whole and one.metric.subject == other.metric.subject and one.role == other.role == "level"


def _of_one_outlet(one: Figure, other: Figure) -> bool:
    """Tell whether the fewer of two groups of people are those of one outlet, which their sentence names and the other's does not:
    采编人员184人 and 《淮陵晚报》休刊，62名采编人员转岗."""
    few, many = sorted((one, other), key=lambda each: each.value)
    if few.metric.unit not in ("人", "名", "位") or few.value > MOST_OF_ALL * many.value:
        return False
    named, others = (set(MARKED.findall(each.before)) for each in (few, many))
    return bool(named - others)


def _one_unit(one: Figure, other: Figure) -> bool:
    """Tell whether both count in one unit; people are counted in 人, 名 and 位 alike."""
    units = {one.metric.unit, other.metric.unit}
    # 粉丝58万人 and 85万粉丝.
    followers = all(_FOLLOWERS.search(each.name) for each in (one, other))
    return len(units) == 1 or units <= {"人", "名", "位", *((None,) if followers else ())}


def _near(figure: Figure) -> str:
    return re.split(r"[，,；;。]", figure.before)[-1].strip()[-18:] + figure.text


def _one_brand(one: Figure, other: Figure) -> bool:
    """Tell whether both tell one measure of one name between marks: “江选”全年销售额2.5亿元 and “江选”直播电商销售额5.2亿元."""
    subjects = [(each.metric.subject or "").strip("“”《》") for each in (one, other)]
    short, long = sorted(subjects, key=len)
    return (
        core(one.name) == core(other.name)
        and len(core(one.name)) >= PEOPLE
        and one.metric.unit == other.metric.unit == "元"
        and len(short) > 1
        and long.startswith(short)
        and any(f"“{short}”" in each.report.text for each in (one, other))
    )


def _named_behind(one: Figure, other: Figure) -> bool:
    """Tell whether what stands behind one figure is what the other's name ends with: 原创视频412条 and 421条原创视频里."""
    return any(
        len(tail := core(named.name)[-RETOLD_NAME:]) == RETOLD_NAME and bare.after.startswith(tail)
        for named, bare in ((one, other), (other, one))
    )


def _end_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one subject have names that end alike: 《安全哨》点出隐患211条 and 《安全哨》112条隐患."""
    short, long = sorted((core(one.name), core(other.name)), key=len)
    return one.metric.subject == other.metric.subject is not None and len(short) > 1 and long.endswith(short)


def _of_two(one: Figure, other: Figure) -> bool:
    """Tell whether each of two figures names its own subject, and these are two: 《江城晚报》（期均4.8万份）、《江城老年报》（期均2.9万份）."""
    subjects = one.metric.subject, other.metric.subject
    return None not in subjects and same_subject(*subjects) is None


def _whole_staff(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count all of the house's people: 现有在职人员70名 and 全中心76名干部职工."""
    people = {one.metric.unit, other.metric.unit} <= {"人", "名", "位"}
    pair = [(one, other), (other, one)]
    return (
        people
        and {one.metric.subject, other.metric.subject} == {None}
        and not (one.acted_on or other.acted_on)
        and one.role == other.role == "level"
        and any(
            _HOUSE_WIDE.search(each.before)
            and _STAFF.fullmatch(core(each.name))
            and (
                (_THERE_ARE.search(rest.before) and _STAFF.fullmatch(core(rest.name)))
                or _TEAM.search(rest.before)
            )
            for each, rest in pair
        )
    )


def _same(one: Figure, other: Figure) -> bool:
    clauses = [re.split(r"[，,；;]", each.before)[-1] + each.text for each in (one, other)]
    periods = [set(_PERIOD.findall(clause)) for clause in clauses]
    if "part" in (one.role, other.role) and not _whole_group(one, other):
        return False
    if _of_two(one, other):
        return False
    if _whole_staff(one, other):
        return True
    if (
        _swapped(one, other)
        and (
            _called(one, other)
            or _one_name(one, other)
            or _end_alike(one, other)
            or _named_behind(one, other)
        )
        and {one.role, other.role} == {"level"}
    ):
        return True
    if _whole_of(one, other) and periods[0] == periods[1]:
        return True
    if _all_of_them(one, other):
        return True
    if _at_work(one) != _at_work(other):
        return False
    if periods[0] == periods[1] and one.role == other.role:
        if _mixed(one, other):
            return True
        if fit(one, other) and (_retold(one, other) or _answered(one, other)):
            return True
    if periods[0] != periods[1] or same_name(one.name, other.name) < 0.85:
        return False
    if _of_one_outlet(one, other):
        return False
    score = fit(one, other)
    if _one_brand(one, other) and score:
        return True
    if one.marks != other.marks and not (_owned(one) and _owned(other)):
        # 抖音号粉丝247万 and 彝语抖音号“阿依说”粉丝50万.
        return False
    if one.metric.subject is not None and other.metric.subject is not None:
        return score >= OWN
    if _swapped(one, other) and one.metric.subject == other.metric.subject:
        return score >= SWAPPED
    names = {core(one.name), core(other.name)}
    standing = any(name in _STANDING or _STANDING & measure_words().get(name, frozenset()) for name in names)
    enough = PEOPLE if one.metric.unit in ("人", "名", "位") else TELLING
    if any(
        _WHOLE.match(x.name) and not _WHOLE.match(y.name) and y.value < x.value
        for x, y in ((one, other), (other, one))
    ):
        # 全年总收入1.27亿元 and, of one of its houses, 收入860万元.
        return False
    nameless = one.metric.subject is other.metric.subject is None
    if nameless and len(names) == 1 and len(next(iter(names))) >= enough:
        return score >= TOLD
    return one.metric.subject == other.metric.subject and standing and score >= HOUSE
