"""From a question to its answer."""

from __future__ import annotations

from ingest.plain import simplified
from search.answers import Answer, Named, Reading
from search.questions.by_intent import by_intent
from search.questions.closing.afterwards import in_one
from search.questions.closing.becoming import answer_became, answer_why, done_next
from search.questions.closing.statements import gist, topic_of
from search.questions.closing.wanting import meant
from search.questions.dates.editions import answer_edition
from search.questions.dates.numbers_beside import number_beside
from search.questions.dates.successors import answer_successor_began
from search.questions.figures.causes import answer_why_changed
from search.questions.figures.paired import apart_in_one_unit, pair_told
from search.questions.figures.ranking import answer_ranked
from search.questions.figures.remainders import answer_left, told_of_others
from search.questions.figures.shares import answer_share, of_another_part
from search.questions.figures.together import joined
from search.questions.figures.told_against import answer_after, answer_against, answer_level
from search.questions.likely.likely_sentences import (
    answer_likely_sentence,
)
from search.questions.lists.contacts import answer_contact
from search.questions.lists.fates import answer_successor
from search.questions.lists.fields import answer_field
from search.questions.lists.likely_lists import answer_counted_out
from search.questions.lists.placing import answer_placed
from search.questions.lists.stopped import answer_stopped
from search.questions.naming.catalog import Catalog, catalog
from search.questions.naming.excepting import beside, excepted
from search.questions.naming.renames import Renamed
from search.questions.reading.media import between, choose
from search.questions.reading.reading import Question, entities, read
from search.questions.reading.settling import settled
from search.questions.reading.sides import Sides, Way, sides
from search.questions.replies import withheld
from search.questions.sentences.terms import spoken_of
from search.questions.source import Source
from search.questions.unlinked import nothing, unlinked
from search.questions.wording.framing import framed, occasion
from search.questions.wording.intents import FIGURES, Intent
from search.questions.wording.reaching import judged, mark_asked
from search.questions.wording.words import key

LONGEST = 300
"""Characters of the longest question that is read: every word of it is held against every figure."""


def ask(library: Source, question: str, media: str | None = None) -> Answer:
    """Return the answer to a question in Chinese, computed from the graph, with the sentences it rests on.

    `media` names the media whose reports are asked, in any spelling; None leaves it to the question, or to the
    only media stored. What the reports do not say is answered None with a reason in Chinese and the nearest
    passages. `answer.sparql`, where there is one, runs as it is on the library's store.
    """
    if not question.strip():
        return withheld(library, question, Intent.UNKNOWN, "问题是空的")
    if len(question) > LONGEST:
        return withheld(
            library, question[:LONGEST], Intent.UNKNOWN, f"问题超过{LONGEST}字，请写短一些"
        ).model_copy(update={"question": question})
    if (found := between(library.graph, simplified(question))) is not None:
        whose, several = found
        asked_of = [
            _within(library, text, catalog(library, each))
            for each, text in zip(whose, several.texts, strict=True)
        ]
        if (answer := joined(library, question, whose, asked_of, several.way)) is not None:
            return answer
    chosen = choose(library.graph, question, media)
    if chosen.media is None:
        return withheld(library, question, Intent.UNKNOWN, chosen.reason or "")
    return _within(library, question, catalog(library, chosen.media))


def _within(library: Source, question: str, known: Catalog) -> Answer:
    """Answer a question about the one media that `known` is of."""
    if (mark := mark_asked(simplified(question))) is not None:
        told = judged(_within(library, mark.question, known), mark)
        if told.answer is not None:
            return told.model_copy(update={"question": question})
    if (left := excepted(simplified(question))) is not None:
        told = _within(library, left.question, known)
        if told.answer is not None and told.items and told.intent is not Intent.PASSAGE:
            told = beside(told, left)
            return told.model_copy(update={"question": question})
    asked = read(framed(simplified(question)), known)
    if (ranked := answer_ranked(asked)) is not None:
        return ranked.model_copy(update={"question": question, "reading": _reading(asked)})
    if (whole := in_one(asked)) is not None:
        told = _alone(library, settled(read(whole, known)))
        if told.answer is not None and told.intent == Intent.OUTCOME:
            return told.model_copy(update={"question": question, "reading": _reading(asked)})
    if (began := answer_successor_began(library, asked)) is not None:
        return began.model_copy(update={"question": question, "reading": _reading(asked)})
    several = sides(asked)
    answer = _of_sides(library, asked, several) if several and several.certain else None
    if answer is None:
        answer = _alone(library, settled(asked))
        if answer.answer is None and several and not several.certain:
            answer = _of_sides(library, asked, several) or answer
    if (
        answer.answer is None
        and (after := occasion(asked.asked)) is not None
        and spoken_of(after.said, known, library.encoder)
    ):
        told = _within(library, after.question, known)
        if told.intent == Intent.DIFFERENCE and told.answer is not None:
            remark = f"没有另按“{after.said}”区分"
            answer = told.model_copy(update={"reason": "；".join(filter(None, [told.reason, remark]))})
    return answer.model_copy(update={"question": question, "reading": _reading(asked)})


def _alone(library: Source, asked: Question) -> Answer:
    told = answer_field(library, asked) or answer_contact(library, asked) or answer_stopped(library, asked)
    if told is not None:
        return _remarked(told, asked)
    counted = answer_counted_out(library, asked)
    first = meant(asked, library.encoder) if asked.intent is Intent.UNKNOWN and not counted else None
    if first is not None and not topic_of(first) and not asked.mentions:
        # 哪些地方读者觉得不好: nothing is named, so that no sentence can be meant rather.
        asked = first
    told = (
        (answer_became(library, asked) if done_next(asked) else None)
        or answer_why_changed(library, asked)
        or answer_successor(library, asked)
        or answer_edition(library, asked)
        or answer_placed(library, asked)
        or unlinked(library, asked)
        or counted
        or answer_left(library, asked)
        or by_intent(library, asked)
        or nothing(library, asked)
    )
    if not told.values and (number := number_beside(library, asked, told)) is not None:
        # When did the account start, and how many followers did it have: both are told.
        told = told.model_copy(update={"values": number.values})
    told = answer_share(library, asked, told) or told
    if told_of_others(asked, told) or of_another_part(library, asked, told):
        told = nothing(library, asked)
    if told.answer is None:
        told = (
            answer_became(library, asked)
            or answer_against(library, asked)
            or answer_after(library, asked)
            or answer_level(library, asked)
            or told
        )
    if told.answer is None and (otherwise := meant(asked, library.encoder)) is not None:
        # 社里自己觉得差在哪儿 has none of the words that ask for shortcomings.
        statements = unlinked(library, otherwise) or by_intent(library, otherwise) or told
        # 报纸没法印怎么办的: of what is said all must be asked for, or some of it be named.
        all_of_it = topic_of(otherwise) or not gist(otherwise)
        if asked.intent is Intent.OUTCOME:
            # What became of a plan is not told by the plan itself: 电商搞成了吗.
            all_of_it = not topic_of(otherwise)
        told = statements if statements.answer is not None and all_of_it else told
    if told.answer is None:
        told = answer_why(library, asked) or answer_likely_sentence(library, asked) or told
    return _remarked(told, asked)


def _of_sides(library: Source, asked: Question, several: Sides) -> Answer | None:
    """Answer a question that asks the same of several things, each by itself; None where the reports tell it of none."""
    each = [settled(read(text, asked.known)) for text in several.texts]
    answers = [_alone(library, side) for side in each]
    for day in answers:
        # 晚报哪天停的，出到多少期: the sentence that tells the day tells the number.
        answers = [
            (number_beside(library, side, day) if answer is not day else None) or answer
            for side, answer in zip(each, answers, strict=True)
        ]
    if several.way in (Way.APART, Way.TIMES) and not apart_in_one_unit(answers):
        answers = pair_told(library, each) or answers
    if not several.certain and not all(answer.values or answer.items for answer in answers):
        return None
    return joined(library, asked.asked, several.names, answers, several.way)


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
