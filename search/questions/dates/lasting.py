"""How long something took, told in words that are no figure of the report: 千年窑火拍了多久, 历时两年拍摄完成."""

from __future__ import annotations

import re

from search.answers import Answer, Item
from search.questions.likely.text_figures import names_told
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.nearest import LEAST, asked_terms
from search.questions.sentences.passages import all_sentences, places_meant, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent

_HOW_LONG = re.compile(r"多久|多长时间|多长(?=$)|几(?:个?[年月天]|个?多?小时|个?礼拜|周)[？?]?$")
_ASKED = re.compile(r"多|久|长|时间|几|[年月天周]|小时|礼拜|用|花|耗")
# In one spelling, that is with numbers in digits and without marks.
_LASTED = re.compile(
    r"(?:历时|耗时|用时|费时|为期|长达|持续|连续|前后|花了?|用了?|仅用|经过|历经)[近约整超达了]*(?:\d+|两|半|数|几)(?:余|多)?(?:个)?半?(?:年|月|天|日|小时|分钟|周|星期)"
)


def answer_lasting(source: Source, question: Question) -> Answer | None:
    """Answer with the sentence that tells how long all that is asked about took; None where none or more than one does."""
    if not _HOW_LONG.search(question.masked):
        return None
    years = question.years.within(question.known.years)
    terms = [
        term for term in asked_terms(source, question) if term.word is None or not _ASKED.fullmatch(term.word)
    ]
    if not any(not term.act for term in terms):
        return None
    meant = places_meant(source, question)
    found = [
        each
        for each in all_sentences(source, question)
        if each.year in years
        and not each.within(meant)
        and _LASTED.search(each.said)
        and names_told(each.said, question)
        and all(term.worth(each.said) >= LEAST for term in terms if not term.act)
    ]
    if len(found) != 1:
        return None
    proof = proof_of(source, found[0])
    item = Item(year=proof.year, label=proof.quote, evidence=[proof])
    text = f"{item.year}年报告写到：{phrasing.ended(item.label)}。"
    return given(question.asked, Intent.PASSAGE, text, items=[item])
