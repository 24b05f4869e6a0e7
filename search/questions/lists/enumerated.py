"""Outlets that one sentence counts out by their names: 现有新闻综合、经济生活、公共三个电视频道."""

from __future__ import annotations

import re

from ingest.numerals import chinese_number
from search.answers import Answer, Item
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing

_KIND = re.compile(
    r"(?:哪些|哪?几[个套份家种张]|什么)(?:自办|自己)?的?(?:电视|广播)?(频道|频率|报纸|子报|报刊|刊物|期刊|杂志)"
)
_COUNTED = re.compile(
    r"(?P<names>[^，,。；;：:（）()]{2,60}?)(?:等|这)?(?P<number>[两二三四五六七八九十]{1,2}|\d{1,2})[个套份家张种](?:电视|广播|专业|自办)*(?P<kind>频道|频率|报纸|子报|报刊|刊物|期刊|杂志)"
)
_LEAD = re.compile(r".*(?:[有办辖含]|开设|[包]括|分为|分别是|[套个份]频[道率]和|即)")
_JOINT = re.compile(r"、|和|与|及|以及")


def answer_enumerated(source: Source, question: Question, least: int) -> Answer | None:
    """Answer with the channels, frequencies or papers that a sentence names and counts; None where none names more than `least`.

    Of the years named; of the latest that has such a sentence where none is. The number must be that of the names.
    """
    asked = _KIND.search(question.masked)
    if asked is None or question.mentions:
        return None
    years = question.years.within(question.known.years)
    for each in reversed(all_sentences(source, question)):
        if each.year not in years or asked[1] not in each.said:
            continue
        text = source.report(each.report).text[each.start : each.end]
        for match in _COUNTED.finditer(text):
            names = [
                name.strip("“”《》 ")
                for name in _JOINT.split(_LEAD.sub("", match["names"]).lstrip("和与及、"))
            ]
            counted = match["kind"] == asked[1] and chinese_number(
                match["number"].replace("两", "二")
            ) == len(names)
            if counted and len(names) > least and all(names):
                proof = proof_of(source, each)
                items = [
                    Item(year=each.year, label=name, detail=asked[1], evidence=[proof]) for name in names
                ]
                said = f"{each.year}年{len(names)}个：{phrasing.listed(names)}"
                return given(question.asked, question.intent, f"{said}。", items=items)
    return None
