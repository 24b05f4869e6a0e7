"""Which ways of answering are tried for what a question wants, and in what order."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer
from search.questions.closing.becoming import answer_since
from search.questions.closing.following import again, answer_again, answer_all, unsettled
from search.questions.closing.mending import answer_mended
from search.questions.closing.outcomes import (
    OF_FAULTS,
    answer_outcome,
    pinpointed,
    tells_fault,
)
from search.questions.closing.statements import answer_statements, answer_years, topic_of
from search.questions.dates.beginnings import answer_began, answer_founded_in
from search.questions.dates.dates import answer_date, asks_day
from search.questions.dates.lasting import answer_lasting
from search.questions.dates.telling_years import asks_year, in_which_year
from search.questions.dates.timing import FROM_WHEN, answer_when, told_date
from search.questions.figures.at_an_end import answer_at_an_end
from search.questions.figures.changes import answer_change, answer_within
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import answer_likely
from search.questions.likely.likely_sentences import (
    answer_likely_end,
    answer_likely_year,
)
from search.questions.lists.awards import answer_awards, no_award
from search.questions.lists.deed_ends import answer_deed_end
from search.questions.lists.fates import answer_fate
from search.questions.lists.launches import answer_founded, answer_launches
from search.questions.lists.likely_lists import answer_fuller
from search.questions.lists.listing import answer_list
from search.questions.lists.renaming import answer_renamed
from search.questions.lists.spans import answer_span, asked_about
from search.questions.reading.reading import Question
from search.questions.reading.settling import all_said, of_figures, whether
from search.questions.reading.suiting import MADE_OF, PUNISHED, WHERE, WHO, WHO_MADE
from search.questions.sentences.mentioning import answer_mentioning
from search.questions.sentences.nearest import answer_nearest
from search.questions.sentences.passages import answer_passage
from search.questions.source import Source
from search.questions.wording.intents import Intent
from search.questions.wording.kinds import tells_person
from search.questions.wording.light import content
from search.questions.wording.words import act_words, key


def by_intent(library: Source, question: Question) -> Answer | None:
    """Return the answer to a question that is about one thing, None where none of the ways that its intent has finds one."""
    match question.intent:
        case Intent.FIRST | Intent.LAST if MADE_OF.search(question.masked):
            # 晚报社最早是哪两家并的
            return answer_nearest(library, replace(question, intent=Intent.UNKNOWN))
        case Intent.FIRST | Intent.LAST:
            if question.intent is Intent.FIRST and (
                began := answer_began(library, question) or answer_founded_in(library, question)
            ):
                return began
            if (figure := answer_at_an_end(library, question)) is not None:
                return figure
            # 从什么时候起, 头一回直播是几号: a day is told rather than a report.
            of_a_day = FROM_WHEN.search(question.masked) or (
                question.intent is Intent.FIRST and asks_day(question)
            )
            if of_a_day and (dated := told_date(library, question)) is not None:
                return dated
            if (
                told_in_words := answer_fate(library, question) or answer_deed_end(library, question)
            ) is not None:
                return told_in_words
            told = answer_span(library, question)
            if told.answer is None and asks_day(question):
                # 最后一期是几号
                told = told_date(library, question) or told
            if told.answer is not None or WHERE.search(question.masked):
                return told
            return (
                in_which_year(library, question)
                or answer_likely_end(library, question, asked_about(question))
                or answer_since(library, question)
                or told
            )
        case Intent.WHEN:
            return answer_when(library, question)
        case Intent.SHORTCOMINGS | Intent.TREND | Intent.REPORTS | Intent.OUTCOME if again(question):
            return answer_again(library, question)
        case Intent.RESPONSES if not question.years.named and (
            topic_of(question) or pinpointed(library, question)
        ):
            # Which report answers it is not said: what became of the shortcoming, in all years.
            told = answer_outcome(library, question)
            return told if told.answer is not None else answer_statements(library, question)
        case Intent.SHORTCOMINGS | Intent.COMMITMENTS | Intent.RESPONSES | Intent.VALUE if unsettled(
            question
        ):
            return answer_all(library, question) or answer_statements(library, question)
        case Intent.SHORTCOMINGS | Intent.COMMITMENTS | Intent.RESPONSES:
            return answer_statements(library, question)
        case Intent.RENAMED:
            return answer_renamed(library, question)
        case Intent.OUTCOME:
            if (fate := answer_fate(library, question)) is not None:
                return fate
            of_fault = OF_FAULTS.search(question.masked) or tells_fault(library, question)
            if of_fault and pinpointed(library, question):
                return answer_mended(library, question)
            every = None if topic_of(question) else answer_all(library, question)
            if every is not None:
                return every
            if not of_fault or PUNISHED.search(question.masked):
                return answer_passage(library, question) or answer_nearest(library, question)
            told = answer_mended(library, question)
            return told if told.answer is not None else answer_passage(library, question) or told
        case Intent.PASSAGE:
            return (
                answer_fate(library, question)
                or answer_passage(library, question)
                or answer_nearest(library, question)
            )
        case Intent.UNKNOWN if asks_year(question):
            dated = answer_date(library, question)
            if dated is not None and len(dated.items) == 1:
                return dated
            return told_date(library, question) or in_which_year(library, question)
        case Intent.UNKNOWN:
            return (
                (answer_figures(library, question) if of_figures(question) else None)
                or answer_founded(library, question)
                or _honoured(library, question)
                or answer_passage(library, question)
                or answer_nearest(library, question)
                or (
                    answer_figures(library, question)
                    if whether(question.masked) and all_said(question)
                    else None
                )
            )
        case Intent.REPORTS:
            told = answer_years(library, question) or answer_mentioning(library, question)
            return told if told.answer is not None else answer_likely_year(library, question) or told
        case Intent.AWARDS if WHO_MADE.search(question.masked):
            made = replace(question, intent=Intent.UNKNOWN)
            return answer_passage(library, made) or answer_nearest(library, made)
        case Intent.AWARDS if WHO.search(question.masked) and (named := _by_name(library, question)):
            return named
        case Intent.AWARDS:
            return (
                answer_awards(library, question)
                or (
                    None
                    if question.mentions or "奖" in "".join(question.words)
                    else answer_nearest(library, question)
                )
                or no_award(library, question)
            )
        case Intent.AWARD_COUNT if question.named("award"):
            return answer_awards(library, question) or no_award(library, question)
        case Intent.AWARD_COUNT:
            # 61件作品获奖 is a figure of the report; awards by level are counted.
            figure = answer_figures(library, replace(question, intent=Intent.VALUE))
            return figure or answer_awards(library, question)
        case Intent.COLUMNS | Intent.WORKS | Intent.PLATFORMS:
            listed = answer_list(library, question) or answer_launches(library, question)
            return answer_fuller(library, question, listed) or answer_nearest(library, question)
        case _:
            if _NAMED_TOO.search(question.masked) and (named := _counted(library, question)):
                return named
            figures = answer_figures(library, question)
            within = None
            if figures is None or figures.sparql is None:
                # 漏投的投诉一年里少了多少: two figures that one sentence tells go before those of two years that no fact does.
                within = answer_within(library, question)
            if within is None and figures is not None and figures.answer is not None:
                return figures
            return (
                _counted(library, question)
                or within
                or answer_likely(library, question)
                or (answer_nearest(library, question) if _asks_which(question) else None)
                or (answer_passage(library, question) if _TURNED.search(question.masked) else None)
                or answer_lasting(library, question)
                or answer_change(library, question)
                or figures
            )


def _by_name(library: Source, question: Question) -> Answer | None:
    """Answer who won with the sentence that names them, where the prize is known and its winners are not: 两名记者获奖，分别是…."""
    told = answer_awards(library, question)
    if told is None or tells_person(key(told.answer or ""), question.text):
        return told
    asked = replace(question, intent=Intent.UNKNOWN)
    return answer_passage(library, asked) or answer_nearest(library, asked) or told


def _asks_which(question: Question) -> bool:
    """Tell whether a sentence may answer where no figure does; how a measure went over the years, or when it was highest, no sentence tells."""
    over_years = question.intent in (Intent.TREND, Intent.MAXIMUM, Intent.MINIMUM) and question.measured
    return not over_years and _WHICH.search(question.masked) is not None


def _honoured(library: Source, question: Question) -> Answer | None:
    """谁当过先进个人: an honour asked for by what it is called, without a word that says it is one."""
    if WHO_MADE.search(question.masked) or not _HONOUR_WON.search(question.masked):
        return None
    who = re.search(r"谁|哪些人|哪几个人|哪几位|哪些(?:同事|记者|编辑|部门|集体)", question.masked)
    told = any(content(word) and key(word) in question.known.said for word in question.words)
    return answer_awards(library, replace(question, intent=Intent.AWARDS)) if who and told else None


def _counted(library: Source, question: Question) -> Answer | None:
    """有几个平台, where no figure says so: the platforms themselves, told one by one."""
    if question.intent is not Intent.VALUE:
        return None
    intent, kind = next(((i, word) for i, word in _COUNTED if word in question.masked), (None, ""))
    if any(word not in act_words() and not content(word) and kind not in word for word in question.words):
        return None  # 封停了多少账号: those that it has are not asked for.
    return answer_list(library, replace(question, intent=intent)) if intent else None


_HONOUR_WON = re.compile(
    r"当过|当上|当选|[评拿得获捧选][上过了]|上过|上榜|入选|标兵|劳模|先进|能手|英才|模范|十佳|最美|名家|人才|骨干|文明"
)
_NAMED_TOO = re.compile(r"叫(?:什么|啥|哪些)|(?:分别|都|各)是(?:什么|哪)|是哪[几些两\d]|名字|名称")
_TURNED = re.compile(r"[改变]成|[改变]为")
"""改成一周几期: what something was turned into is told in a sentence, and is no figure."""
_WHICH = re.compile(r"哪|谁|什么|怎|如何")
_COUNTED = (
    (Intent.PLATFORMS, "平台"),
    (Intent.PLATFORMS, "账号"),
    (Intent.COLUMNS, "栏目"),
    (Intent.COLUMNS, "专栏"),
    (Intent.PLATFORMS, "频道"),
    (Intent.PLATFORMS, "频率"),
    (Intent.PLATFORMS, "报纸"),
)
