"""What the form of a question leaves open, settled by what it names and by the words that it asks with."""

from __future__ import annotations

import re
from dataclasses import replace

from search.questions.naming.names import LEVEL
from search.questions.reading.reading import Question
from search.questions.reading.suiting import WHERE, WHETHER, WHO
from search.questions.wording.intents import FIGURES, Intent, listed
from search.questions.wording.several import asks_several
from search.questions.wording.words import measure_words


def settled(question: Question) -> Question:
    """Settle what the form of a question leaves open by what it names: a prize is counted, a measure told."""
    unstored = question.years.named and not set(question.years.named) & set(question.known.years)
    if (
        question.intent is Intent.OUTCOME
        and unstored
        and question.years.named[-1] - 1 in question.known.years
    ):
        # 2022年打算办数字报，办成了吗: what was meant to be done in a year stands in the report before.
        return replace(
            question, years=replace(question.years, named=(question.years.named[-1] - 1,), ranged=False)
        )
    if question.intent is Intent.VALUE and _LISTS.search(question.asked) and asks_several(question.masked):
        # 让几个地方被问责的稿子有哪些: what is counted is only spoken of.
        question = replace(question, intent=Intent.UNKNOWN)
    prize, open_form = question.named("award"), question.intent is Intent.UNKNOWN
    figure = question.measured or question.rate
    plans = (open_form and not figure) or _SO_MANY_THINGS.search(question.masked) is not None
    if plans and not question.mentions and question.years.named == (question.known.years[-1] + 1,):
        # 2024年的4道题是什么, where the latest report is that of 2023: the year to come is told by its plans.
        return replace(question, intent=Intent.COMMITMENTS)
    if (open_form or question.intent is Intent.AWARDS) and _BARE_MEASURE.search(question.masked):
        return replace(question, intent=Intent.VALUE)
    if question.intent is Intent.AWARDS and not prize and _REWARDED.search(question.masked):
        return replace(question, intent=Intent.UNKNOWN)
    if prize and (open_form or question.intent is Intent.WORKS):
        return replace(question, intent=Intent.AWARDS)
    won = question.intent in (Intent.TREND, Intent.UNKNOWN) and _WON.search(question.masked)
    which_years = _WHICH_YEARS.search(question.masked) and _HONOURED.search(question.masked)
    if which_years or (won and (prize or LEVEL.search(question.masked))):
        return replace(question, intent=Intent.AWARDS)
    several = len(question.years.within(question.known.years)) > 1
    total = Intent.SUM if several and question.years.named and _TOTAL.search(question.masked) else None
    counted = all(word in _OF_PRIZES for word in question.words)
    if prize and question.intent in FIGURES and (counted or not question.measured):
        return replace(
            question,
            intent=Intent.AWARD_COUNT,
            of=question.intent if question.intent is not Intent.VALUE else total,
        )
    if prize and total and question.intent is Intent.AWARD_COUNT:
        return replace(question, of=Intent.SUM)
    if total and question.intent in (Intent.VALUE, Intent.TREND, Intent.UNKNOWN, Intent.AWARD_COUNT):
        return replace(question, intent=Intent.SUM)
    if (
        several
        and _OF_YEARS.search(question.text)
        and question.intent is Intent.VALUE
        and not _STOCK.search(question.masked)
        and not question.rate
    ):
        # 三年帮多少人找到工作: each year is told, and all of them together.
        return replace(question, intent=Intent.SUM)
    several = question.years.ranged and several
    if several and open_form and (question.measured or question.rate):
        return replace(question, intent=Intent.TREND)
    outlets = {e.outlet for m in question.named("platform") for e in m.candidates}
    of_all = listed(question.masked) and not WHO.search(question.masked)
    if open_form and len(outlets) == 1 and not question.words and of_all:
        # 有哪些报纸: the word for a kind of outlet is a name for all of that kind; 客户端是谁开发的 asks for none.
        return replace(question, intent=Intent.PLATFORMS)
    if open_form and (question.measured or question.rate) and of_figures(question):
        return replace(question, intent=Intent.VALUE)
    return question


# 获奖金额, 直播时长: what is measured is all that is said.
_BARE_MEASURE = re.compile(
    r"[\u4e00-\u9fff□](?:(?<=..)(?:[额量]|(?<!频)率)|时长|投资额?|造价|金额|票数|次数|期数|场次|总?里程)$"
)
# 去武汉的记者给了什么奖励: what the house gives is no prize that it won.
_LISTS = re.compile(r"几[^，,多少]*[被的][^，,]*哪些")
_REWARDED = re.compile(r"[给发](?:了|过)?(?:什么|哪些|啥)奖|怎么奖|如何奖|奖了")
_OF_PRIZES = frozenset({"获奖件数", "获奖作品", "作品", "新闻作品", "获奖", "奖项"})
_SO_MANY_THINGS = re.compile(r"(?:\d|几|哪些|哪几)[件道项个](?:大|实|好|要)?[事题](?:情|目)?")
_TOTAL = re.compile(r"1共|总共|共计|合计|累计|总计|共(?=有|得|获|拿|卖|募|筹|帮|播|发|办)|加起来|两年共")
_OF_YEARS = re.compile(r"(?<![\d第近用花期])(?:[2-9]|10)年(?!来|的|各|都|有|每|分)")
_STOCK = re.compile(
    r"粉丝|用户|关注|员工|职工|采编|人员|下载|发行|日活|党员|覆盖|多少人(?!次|找|参|来|看)|各|每|分别"
)
"""What is counted at a year's end and never added up over years."""
_WHICH_YEARS = re.compile(r"哪几年|哪些年|哪1?年")
_HONOURED = re.compile(r"(?:得|获|拿|评)(?:过|了|到|上)+.{2,}(?:奖|称号|荣誉|先进)|获评|被评为|荣获")
_WON = re.compile(r"(?<!多少)(?<!几件)(?:获奖)?(?:作品|名单)(?!数|件|有多少)|哪些|是谁|有谁")


def of_figures(question: Question) -> bool:
    """Tell whether a figure may be asked for: none is by who, where or which."""
    asked = question.masked
    told_by_words = (WHO, WHERE, _IN_WHAT_WAY)
    return not (listed(asked) or whether(asked) or any(form.search(asked) for form in told_by_words))


def all_said(question: Question) -> bool:
    """Tell whether the reports have every word of a question: 记者站有没有配车 is not answered by how many there are."""
    return all(word in question.known.said or word in measure_words() for word in question.words)


def whether(masked: str) -> bool:
    """Tell whether a question is answered by yes or no: no figure is asked for by 是否给采访的人上了保险."""
    return WHETHER.search(masked) is not None and not _MUCH.search(masked)


_IN_WHAT_WAY = re.compile(r"(?:怎么|怎样|如何)(?!样|了|变)[\u4e00-\u9fff]")
_MUCH = re.compile(r"多少|几|百分之|多[大长久高远]")
