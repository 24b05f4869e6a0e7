"""From a question to its answer."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.plain import simplified
from search.answers import Answer, Named, Reading
from search.questions import phrasing
from search.questions.awards import answer_awards, no_award
from search.questions.catalog import catalog
from search.questions.choosing import told_years
from search.questions.dates import answer_date
from search.questions.figures import answer_figures
from search.questions.intents import FIGURES, Intent, listed
from search.questions.listing import answer_list
from search.questions.media import choose
from search.questions.mentioning import answer_mentioning
from search.questions.outcomes import answer_outcome
from search.questions.passages import answer_passage
from search.questions.reading import Question, entities, read
from search.questions.reading_off import answer_off_text
from search.questions.renames import Renamed
from search.questions.renaming import answer_renamed
from search.questions.replies import withheld
from search.questions.source import Source
from search.questions.spans import answer_span
from search.questions.statements import answer_statements, topic_of
from search.questions.words import key


def ask(library: Source, question: str, media: str | None = None) -> Answer:
    """Return the answer to a question in Chinese, computed from the graph, with the sentences it rests on.

    `media` names the media whose reports are asked, in any spelling; None leaves it to the question, or to the
    only media stored. What the reports do not say is answered None with a reason in Chinese and the nearest
    passages. `answer.sparql`, where there is one, runs as it is on the library's store.
    """
    if not question.strip():
        return withheld(library, question, Intent.UNKNOWN, "问题是空的")
    chosen = choose(library.graph, question, media)
    if chosen.media is None:
        return withheld(library, question, Intent.UNKNOWN, chosen.reason or "")
    asked = read(simplified(question), catalog(library, chosen.media))
    asked = _settled(asked)
    answer = _unlinked(library, asked) or _answer(library, asked) or _nothing(library, asked)
    return _remarked(answer, asked).model_copy(update={"question": question, "reading": _reading(asked)})


def _reading(question: Question) -> Reading:
    return Reading(
        media=question.media,
        years=list(question.years.named),
        names=[
            Named(said=m.name, means=list(dict.fromkeys(e.label for e in m.candidates)))
            for m in question.mentions
        ],
        words=list(question.words),
    )


def _remarked(answer: Answer, question: Question) -> Answer:
    """Say in the reason where a name was taken for another, or has since been given up."""
    guessed = [f"“{said}”按报告中的“{meant}”理解" for said, meant in question.respelt]
    guessed += [f"“{m.name}”按报告中的“{m.guessed}”理解" for m in question.mentions if m.guessed]
    if question.intent in FIGURES and answer.answer is not None:
        guessed += [f"“{r.was}”后来更名为“{r.now}”" for r in question.known.renamed if _former(r, question)]
    reasons = [*guessed, *([answer.reason] if answer.reason else [])]
    return answer.model_copy(update={"reason": "；".join(reasons)}) if guessed else answer


def _former(renamed: Renamed, question: Question) -> bool:
    """Tell whether a question names something by what it was called before."""
    iris = {entity.iri for entity in entities(question.mentions)}
    return bool(iris & renamed.before) or any(m.name == key(renamed.was) for m in question.mentions)


def _settled(question: Question) -> Question:
    """Settle what the form of a question leaves open by what it names: a prize is counted, a measure told."""
    prize, open_form = question.named("award"), question.intent is Intent.UNKNOWN
    plans = open_form or _SO_MANY_THINGS.search(question.masked) is not None
    if plans and not question.mentions and question.years.named == (question.known.years[-1] + 1,):
        # 2024年的4道题是什么, where the latest report is that of 2023: the year to come is told by its plans.
        return replace(question, intent=Intent.COMMITMENTS)
    if prize and (open_form or question.intent is Intent.WORKS):
        return replace(question, intent=Intent.AWARDS)
    if prize and question.intent is Intent.TREND and _WON.search(question.masked):
        return replace(question, intent=Intent.AWARDS)
    counted = all(word in _OF_PRIZES for word in question.words)
    if prize and question.intent in FIGURES and (counted or not question.measured):
        return replace(
            question,
            intent=Intent.AWARD_COUNT,
            of=None if question.intent is Intent.VALUE else question.intent,
        )
    several = question.years.ranged and len(question.years.within(question.known.years)) > 1
    if (
        several
        and question.intent in (Intent.VALUE, Intent.TREND, Intent.UNKNOWN)
        and _TOTAL.search(question.masked)
    ):
        return replace(question, intent=Intent.SUM)
    if several and open_form and (question.measured or question.rate):
        return replace(question, intent=Intent.TREND)
    outlets = {e.outlet for m in question.named("platform") for e in m.candidates}
    if open_form and len(outlets) == 1 and not question.words and listed(question.masked):
        # 有哪些报纸: the word for a kind of outlet is a name for all of that kind.
        return replace(question, intent=Intent.PLATFORMS)
    if open_form and (question.measured or question.rate):
        return replace(question, intent=Intent.VALUE)
    return question


_OF_PRIZES = frozenset({"获奖件数", "获奖作品", "作品", "新闻作品", "获奖", "奖项"})
_SO_MANY_THINGS = re.compile(r"(?:\d|几|哪些|哪几)[件道项个](?:大|实|好|要)?[事题](?:情|目)?")
_TOTAL = re.compile(r"1共|总共|共计|合计|累计|总计")
_WON = re.compile(r"(?<!多少)(?<!几件)(?:获奖)?(?:作品|名单)(?!数|件|有多少)|哪些|是谁|有谁")


def _answer(library: Source, question: Question) -> Answer | None:
    match question.intent:
        case Intent.FIRST | Intent.LAST:
            return answer_span(library, question)
        case Intent.WHEN:
            return answer_date(library, question)
        case Intent.RESPONSES if not question.years.named and topic_of(question):
            # Which report answers it is not said: what became of the shortcoming, in all years.
            told = answer_outcome(library, question)
            return told if told.answer is not None else answer_statements(library, question)
        case Intent.SHORTCOMINGS | Intent.COMMITMENTS | Intent.RESPONSES:
            return answer_statements(library, question)
        case Intent.RENAMED:
            return answer_renamed(library, question)
        case Intent.OUTCOME:
            told = answer_outcome(library, question)
            return told if told.answer is not None else answer_passage(library, question) or told
        case Intent.PASSAGE:
            return answer_passage(library, question)
        case Intent.UNKNOWN:
            return (
                answer_figures(library, question)
                or _honoured(library, question)
                or answer_passage(library, question)
            )
        case Intent.REPORTS:
            return answer_mentioning(library, question)
        case Intent.AWARDS:
            return answer_awards(library, question) or no_award(library, question)
        case Intent.AWARD_COUNT if question.named("award"):
            return answer_awards(library, question) or no_award(library, question)
        case Intent.AWARD_COUNT:
            # 61件作品获奖 is a figure of the report; awards by level are counted.
            figure = answer_figures(library, replace(question, intent=Intent.VALUE))
            return figure or answer_awards(library, question)
        case Intent.COLUMNS | Intent.WORKS | Intent.PLATFORMS:
            return answer_list(library, question)
        case _:
            figures = answer_figures(library, question)
            if figures is not None and figures.answer is not None:
                return figures
            return _counted(library, question) or answer_off_text(library, question) or figures


def _honoured(library: Source, question: Question) -> Answer | None:
    """谁当过先进个人: an honour asked for by what it is called, without a word that says it is one."""
    who = re.search(r"谁|哪些人|哪几个人|哪几位|哪些(?:同事|记者|编辑|部门|集体)", question.masked)
    return answer_awards(library, replace(question, intent=Intent.AWARDS)) if who else None


def _counted(library: Source, question: Question) -> Answer | None:
    """有几个平台, where no figure says so: the platforms themselves, told one by one."""
    if question.intent is not Intent.VALUE:
        return None
    intent = next((intent for intent, word in _COUNTED if word in question.masked), None)
    return answer_list(library, replace(question, intent=intent)) if intent else None


_OTHER_YEARS = frozenset({Intent.WHEN, Intent.AWARDS, Intent.AWARD_COUNT, Intent.COMMITMENTS})
"""What a report may tell of years that are not its own: dates, prizes of the year before, plans."""
_COUNTED = (
    (Intent.PLATFORMS, "平台"),
    (Intent.PLATFORMS, "账号"),
    (Intent.COLUMNS, "栏目"),
    (Intent.COLUMNS, "专栏"),
)


def _unlinked(library: Source, question: Question) -> Answer | None:
    """Withhold an answer where a name means nothing, or no year asked for is stored."""
    if (mention := question.missing) is not None and question.intent is not Intent.REPORTS:
        reason = f"{question.media}的报告中没有提到“{mention.name}”"
        return withheld(library, question.asked, question.intent, reason, media=question.media)
    named, stored = question.years.named, question.known.years
    # The answer to 去年的不足 stands in the latest report, whether or not that of 去年 is stored.
    answers_last = question.intent is Intent.RESPONSES and question.years.relative
    if question.intent in _OTHER_YEARS:
        return None
    if question.intent in FIGURES and set(named) & set(told_years(question)):
        return None
    if named and not set(named) & set(stored) and not answers_last:
        reason = f"没有{phrasing.years(named)}的报告；已入库的年度：{phrasing.years(stored)}"
        return withheld(library, question.asked, question.intent, reason, media=question.media)
    return None


def _nothing(library: Source, question: Question) -> Answer:
    years = question.years.within(question.known.years) if question.years.named else ()
    if question.intent in FIGURES:
        what = "".join(dict.fromkeys([*(m.name for m in question.mentions), *question.words]))
        reason = f"报告没有给出“{what}”这项数据" if what else "没有看出问的是哪一项数据"
    elif question.intent is Intent.UNKNOWN:
        reason = "没有看懂问题问的是什么，下面是意思最接近的段落"
    else:
        reason = "报告中没有找到问题所问的内容"
    return withheld(library, question.asked, question.intent, reason, media=question.media, years=years)
