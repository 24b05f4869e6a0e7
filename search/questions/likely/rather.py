"""Which figure of a sentence is meant rather than the one that fits best: the one of the deed asked for, or the total of which that is a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.questions.likely.text_figures import LEAST
from search.questions.likely.told_figures import Told
from search.questions.measures.otherwise import asks_how_often
from search.questions.reading.reading import Question
from search.questions.sentences.terms import Term
from search.questions.wording.words import act_words


def rather_told(question: Question, best: Told, found: Sequence[Told], terms: Sequence[Term]) -> Told:
    """Return the figure meant; `found` are those of its year, `terms` what the question speaks of."""
    alike = [
        told for told in found if told.sentence is best.sentence and told.quantity.unit == best.quantity.unit
    ]
    meant = _of_deed(question, best, alike)
    return _of_the_year(question, _total_of(question, meant, alike, terms), alike)


def _of_deed(question: Question, best: Told, alike: Sequence[Told]) -> Told:
    """Return the figure right before which what was done stands: 收到求助6237条，协调解决5904条; 已销号49件 for 办掉."""
    said = question.done.difference(question.words)
    verbs = (*said, *(other for verb in question.done for other in act_words().get(verb, ())))
    if not verbs or best.left.endswith(verbs):
        return best
    return next((told for told in alike if told.left.endswith(verbs)), best)


def _total_of(question: Question, best: Told, alike: Sequence[Told], terms: Sequence[Term]) -> Told:
    """Return the total, where nothing that is asked for narrows it to the part that the sentence tells as well: 牧区64个点位通了电，终端总数617个."""
    narrowed = sum(not term.act and term.worth(best.clause) >= LEAST for term in terms) > 1
    if narrowed or _PART_ASKED.search(question.text) or _TOTAL.search(best.left):
        return best
    larger = (told for told in alike if told.quantity.value > best.quantity.value)
    return next((told for told in larger if _TOTAL.search(told.left)), best)


def _of_the_year(question: Question, best: Told, alike: Sequence[Told]) -> Told:
    """Return the figure of all the year rather than one of each week, where none of a week is asked for: 改为每周两期，全年102期."""
    if not _EACH.search(best.left[-_BESIDE:]) or asks_how_often(question):
        return best
    return next((told for told in alike if _ALL_YEAR.search(told.left)), best)


_EACH = re.compile(r"每(?:1?个?)(?:周|星期|天|日|月|季度?|期|次|逢)|[日周月]均|单[期场次]")
_ALL_YEAR = re.compile(r"^(?:全年|1年|年内|共|累计|总计|合计)")
_BESIDE = 8
"""Characters before a figure within which it is said to be one of each week."""
_TOTAL = re.compile(r"^[^，,]{0,4}(?:总数|总量|总计|合计|共计|总共|累计)(?:已|达|为|有|增至|升至|突破|到)*$")
_PART_ASKED = re.compile(r"新|增|添|其中")
