"""Answers withheld before anything is looked for, and after nothing was found."""

from __future__ import annotations

from search.answers import Answer
from search.questions.figures.choosing import told_years
from search.questions.naming.linking import kind_alone
from search.questions.reading.reading import Question
from search.questions.replies import withheld
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import FIGURES, Intent

_OTHER_YEARS = frozenset({Intent.WHEN, Intent.AWARDS, Intent.AWARD_COUNT, Intent.COMMITMENTS})
"""What a report may tell of years that are not its own: dates, prizes of the year before, plans."""


def unlinked(library: Source, question: Question) -> Answer | None:
    """Withhold an answer where a name means nothing, or no year asked for is stored."""
    mention = question.missing
    # 那个app啥时候改叫铁路客的: what kind of thing is meant is no name that the reports must tell.
    kind = mention is not None and kind_alone(mention.name) and any(m.candidates for m in question.mentions)
    if mention is not None and not kind and question.intent is not Intent.REPORTS:
        reason = f"{question.media}的报告中没有提到“{mention.name}”"
        return withheld(library, question.asked, question.intent, reason, media=question.media)
    named, stored = question.years.named, question.known.years
    # The answer to 去年的不足 stands in the latest report, whether or not that of 去年 is stored; to 2018年的问题 in that of 2019.
    answers_last = question.intent is Intent.RESPONSES
    if question.intent in _OTHER_YEARS:
        return None
    if question.intent in FIGURES and set(named) & set(told_years(question)):
        return None
    if named and not set(named) & set(stored) and not answers_last:
        reason = f"没有{phrasing.years(named)}的报告；已入库的年度：{phrasing.years(stored)}"
        return withheld(library, question.asked, question.intent, reason, media=question.media)
    return None


def nothing(library: Source, question: Question) -> Answer:
    """Withhold an answer where no way of answering found one, and say what was looked for."""
    years = question.years.within(question.known.years) if question.years.named else ()
    if question.intent in FIGURES:
        what = "".join(dict.fromkeys([*(m.name for m in question.mentions), *question.words]))
        reason = f"报告没有给出“{what}”这项数据" if what else "没有看出问的是哪一项数据"
    elif question.intent is Intent.UNKNOWN:
        reason = "没有看懂问题问的是什么，下面是意思最接近的段落"
    else:
        reason = "报告中没有找到问题所问的内容"
    return withheld(library, question.asked, question.intent, reason, media=question.media, years=years)
