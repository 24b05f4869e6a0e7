"""Figures that count something else than a question asks for, whatever words stand at them: another edition, another unit, a part of the staff."""

from __future__ import annotations

import re

from search.questions.measures.quantities import (
    ALL_YEARS,
    asks_single_years,
    asks_taken_on,
    chose,
    counted_noun,
    negated,
    of_another_issue,
    of_several_years,
    of_some_staff,
    opposed,
    papers_of,
    people_of,
    tells_taken_on,
)
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.wording.intents import Intent
from search.questions.wording.words import key, measure_units

PAGES = re.compile(r"(?:多少|几)个?整?版")
_THING = re.compile(r"多少[^钱款金费税元万亿项笔用费]$")
_OVER_YEARS = re.compile(r"(?<![\d第])\d{1,2}年(?:多)?(?:来|间)|(?:设立|成立|开办|启动|创办|实施)以来")
SO_FAR = re.compile(r"累计|总计|\d年来|至今")
# 央视发稿, 省级稿件: whose they were or of what level must be said of a figure.
CARRIER = re.compile(
    r"央视|央广|央媒|总台|新华社|人民日报|学习强国|省[台报]|市[台报]|海外|境外|国外|(?:中央|国家|省|市|县|区)(?:级媒体|级以上|级|媒体)"
)
ABROAD = frozenset({"海外", "境外", "国外"})


def carrier(name: str) -> str:
    """Return the name of a carrier without the words that say no more than that it is one: 中央级媒体, 中央级 and 中央媒体 are one."""
    return re.sub(r"级?媒体$|级$", "", name)


_IN_MONEY = ("收入", "利润", "支出", "营收")
"""With what the names of measures end that are counted in money."""
EDITION = re.compile(r"第\d+[届季批]")
_COUNTABLE = re.compile(
    r"多少(?!钱|资金|收入|税|元|万)(?![\u4e00-\u9fff]{0,3}[款金费钱额])[\u4e00-\u9fff]{2,}$"
)


def _of_another_edition(figure: Figure, question: Question) -> bool:
    """Tell whether a season, edition or version is asked for of which nothing before the figure speaks: 第三季, 4.0版."""
    said = f"{figure.paragraph}{figure.around}{figure.clause}"
    asked = EDITION.findall(question.text)
    if (
        len(asked) == 1
        and "首届" not in question.text
        and asked[0] not in (*FIRST_EDITION, *EDITION.findall(said))
    ):
        return True
    return any(version.replace(".", "") not in said for version in VERSION.findall(question.asked))


_SPENT = re.compile(r"花了?(?:多少|几)|耗资|造价|成本")
EACH = re.compile(r"每[人名位餐户篇条件次天]|人均")
FIRST_EDITION = ("第1届", "第1季", "第1批")
VERSION = re.compile(r"(?<![\d.])\d{1,2}\.\d(?![\d%％万亿元个倍])")


_CALLED = re.compile(r"(?<![\d.])\d{5,12}(?![\d万亿元人次件条个])")


def numbers_called(question: Question) -> list[str]:
    """Return the numbers that a question names something by: a hotline's, as 12345."""
    return _CALLED.findall(question.asked)


def _of_another_thing(figure: Figure, question: Question) -> bool:
    """Tell whether what the question names stands in a list for another figure (房展会、车展分别吸引5.2万人、6.8万人), or is a number that goes unsaid."""
    if any(number not in f"{figure.around}{figure.clause}" for number in numbers_called(question)):
        return True
    named = (*question.words, *(mention.name for mention in question.mentions))
    return any(word in other for word in named for other in figure.of_others)


def asks_most(question: Question) -> bool:
    """Tell whether the most or least of several is asked for, and not in which year there was most."""
    return question.intent is Intent.VALUE and _ASKS_MOST.search(question.masked) is not None


_ASKS_MOST = re.compile(
    r"最[多高大长低少小](?:的)?(?:1?[人个篇条场次期部件名位])?[^，。哪届年]{0,6}(?:多少|几)"
)
MOST = re.compile(r"最|峰值|单[篇条场件期部]|破|超")


_WHOLE_INCOME = re.compile("总收入|总营收|收入总[额量]|全部收入")
_PART_OF_INCOME = re.compile(
    "(?!.*(?:总|全[年部]|经营|营业|合计|累计|事业|业务|各项|年度|集团|报社|中心|[电两]台|公司))[\u4e00-\u9fff]{2,}(?:收入|营收)"
)
_ISSUES = frozenset({"期", "集", "档", "场"})
_OFTEN = re.compile(r"每1?个?(?:周|星期|月|天|日)$")
_OFTEN_ASKED = re.compile(r"[每1]个?(?:周|星期|礼拜|月|天|日)|多久|频次|[周月日]均")
_LEVELS = re.compile(r"中央|央[视媒]|国家级|[省市县](?=级|[内外]?媒体|[内外]?台)")


def asks_how_often(question: Question) -> bool:
    """Tell whether a question asks how many there are in each week, month or day: 一周几期, 每天播几次."""
    return _OFTEN_ASKED.search(question.text) is not None


def _levels(text: str) -> frozenset[str]:
    """Return the levels of government that a text tells, each by one character."""
    return frozenset({"央": "中"}.get(found[0], found[0]) for found in _LEVELS.findall(text))


def counts_otherwise(figure: Figure, question: Question) -> bool:
    """Tell whether a figure counts something else than the last word of the question says: 员工慰问金 is money."""
    if _of_another_edition(figure, question) or _of_another_thing(figure, question):
        return True
    if PAGES.search(question.masked) and "版" not in f"{figure.name}{figure.near}{figure.unit}":
        return True  # 几个整版 is not answered with 两个.
    if any(other not in f"{figure.clause}{key(figure.subject_name or '')}" for other in papers_of(question)):
        return True
    if opposed(question.masked, figure.near) or of_another_issue(
        question.text, f"{figure.around}{figure.clause}"
    ):
        return True
    if figure.unit in _ISSUES and _OFTEN.search(figure.before) and not asks_how_often(question):
        return True  # 改为每周|两期，全年102期: one year has more of them.
    if asks_most(question) and not MOST.search(figure.clause):
        return True  # 绩效最多的拿了多少 is not answered with all of it.
    if question.years.named and _OVER_YEARS.search(figure.until) and not ALL_YEARS.search(question.text):
        return True  # 十一年来资助学生1600多名 is not what one year gave.
    before, _, after = figure.evidence.quote.partition(figure.text)
    if chose(before, figure.text, after, figure.unit):
        return True  # 过百万播放的23条 are no million.
    if asks_single_years(question) and of_several_years(figure.before):
        return True
    if not question.words:
        return False
    told = set(EDITION.findall(figure.around))
    if told and not told >= set(EDITION.findall(question.text)):
        return True  # 第7届 is not answered with the 第6届.
    if _levels("".join(question.words)) - _levels(f"{figure.name}{figure.until}。"):
        return True  # What the central media took is no part of what is told of the province's.
    if negated(figure.name + figure.near) ^ negated(question.masked):
        return True  # 非广告收入 is all but 广告收入.
    if figure.unit == "元" and _THING.search(question.masked):
        return True  # 募捐了多少书 is not answered with money.
    if figure.unit == "元" and _SPENT.search(question.masked) and EACH.search(figure.near):
        return True  # What 食堂 cost is not told by 每人每餐补贴八元.
    head = question.words[-1]
    if head.endswith(_IN_MONEY) and figure.unit not in (None, "元", "美元", "%"):
        return True  # 广告收入 is not told by 公益广告352个整版.
    if len(head) == 1 and counted_noun(question) and head not in f"{figure.called}{figure.near}":
        return True  # 几个省 is not answered with 采访组3个.
    if _WHOLE_INCOME.fullmatch(head) and _PART_OF_INCOME.fullmatch(figure.called):
        return True  # 总收入 is not told by 广告收入.
    own = measure_units().get(head, frozenset())
    # 募捐的有多少人 asks for no money.
    units = None if question.units is None else question.units - {"%"}
    fits = not own or (bool(units) and units is not None and own.isdisjoint(units))
    # 处理采编人员9人次: so many times it was done to them.
    done = figure.unit == "人次" and any(figure.before.endswith(f"{verb}{head}") for verb in question.done)
    if not fits and not done and figure.unit not in (None, "%", *own):
        return True
    if asks_taken_on(question) and not tells_taken_on(figure.near):
        return True
    if people_of(question, figure.name):
        return True
    if of_some_staff(question, f"{figure.called}，{figure.evidence.quote}"):
        return True
    # 资助了多少学生 is not answered by what was collected for them.
    countable = _COUNTABLE.search(question.masked) is not None and head not in measure_units()
    return figure.unit == "元" and countable and question.units != frozenset("元")
