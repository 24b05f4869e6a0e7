"""The first or the last figure of a series that reports tell: 热线线索数最后一次公布是在哪年，是多少."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer, Value
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import answer_likely
from search.questions.naming.around import around
from search.questions.naming.linking import tells
from search.questions.reading.reading import Question, read
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.ends import without_asking
from search.questions.wording.intents import Intent
from search.questions.wording.words import SYNONYM, cover, measure_words, topic_words

_MUCH = re.compile(r"多少|(?<!哪)几(?=[个条件篇次人名位万亿元期场家项]|$|[？?])")
_END = r"(?:最[后近早先初晚]|首|第一|头一|末)(?:[1一]?[次回年]|出现)?"
_TOLD = r"(?:公布|公开|报告?|披露|写(?:进|到|入)?|提(?:到|起|及)?|出现|见于|统计|说)"
_WHEN = r"(?:是|在|于|到|从)*(?:哪[1一]?个?年(?:度|份)?|什么时[候间])(?:的)?(?:年度)?(?:社会责任)?(?:报告)?(?:里面?|中|上)?"
# 最后一次公布是在哪年，是多少; 最近一次是哪一年报的，几个
_ASKED = re.compile(
    rf"[，,]?{_END}(?:{_TOLD})?(?:的)?{_WHEN}(?:{_TOLD})?(?:的|过|了)*[，,]?(?:当时|那时|那年)?(?:是|有|为|共)*(?P<much>多少|几)"
)


# 微博粉丝数最后一次出现在哪年的报告, 离职人数最早是哪年给出的: what is looked for is itself a figure.
_MEASURE = re.compile(
    r"(?:(?<!多)数[量额]?|人数|人次|总[数量额]|(?<![质容])量|(?<![余名])额|(?<![频效])率|收入)(?:的?(?:数字|数据|数值))?$"
)


def answer_at_an_end(library: Source, question: Question) -> Answer | None:
    """Answer with the figure of the first (else the last) year that tells one; None where no figure is asked for, or none is told.

    Made for 热线线索数最后一次公布是在哪年，是多少, and for 微博粉丝数最后一次出现在哪年的报告.
    """
    if (text := _as_figure(question)) is None:
        return None
    over_years = replace(read(text, question.known), intent=Intent.TREND)
    told = answer_figures(library, over_years)
    if told is None or not told.values:
        told = answer_likely(library, replace(over_years, intent=Intent.VALUE))
    if told is None or not told.values:
        return None
    first = question.intent is Intent.FIRST
    # 晚报发行量 of the years in which it is the paper's that is told, not another's.
    named = [each for each in told.values if _names_all(library, over_years, each)]
    value = (min if first else max)(named or told.values, key=lambda each: each.year)
    which = "最早" if first else "最后"
    said = f"在已入库的报告中，{which}写到这项数据的是{value.year}年的报告，{phrasing.number(value.value, value.unit, value.qualifier)}。"
    return given(
        question.asked, question.intent, said, values=[value], sparql=told.sparql, reason=told.reason
    )


def _names_all(library: Source, question: Question, value: Value) -> bool:
    """Tell whether the sentences of a figure name all that the question names, and the things whose figure it is."""
    said = "".join(around(library, proof).sentence for proof in value.evidence)
    things = [word for word in question.words if word not in measure_words() and not _MEASURE.search(word)]
    return all(
        m.name in said or any(tells(e, said) for e in m.candidates) for m in question.mentions
    ) and all(cover(word, said, topic_words()) >= SYNONYM for word in things)


def _as_figure(question: Question) -> str | None:
    """Return what is looked for as a question for a figure; None where it is none."""
    if _MUCH.search(question.masked) and (asked := _ASKED.search(question.asked)) is not None:
        return f"{question.asked[: asked.start()]}有{asked['much']}{question.asked[asked.end() :]}"
    what = "".join(without_asking(question.text))
    return f"{what}有多少" if _MEASURE.search(what) and len(what) > _SHORTEST else None


_SHORTEST = 3
"""Characters of the shortest that says which figure is looked for: 粉丝数 alone may be of any outlet."""
