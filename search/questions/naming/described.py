"""What has a name, called by what the reports say it is: 电视问政 is 《百姓问政》, where 电视问政节目《百姓问政》 stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from search.questions.naming.entity import Entity
from search.questions.wording.words import key, measure_words, stop_words

_KIND = "节目|栏目|专栏|专版|活动|行动|平台|热线|项目|品牌|工程"
_BEFORE = re.compile(rf"([\u4e00-\u9fff]{{4,10}})(?:{_KIND})[《“\"]([^《》“”\"\n]{{2,16}})[》”\"]")
_BEHIND = re.compile(rf"[《“\"]([^《》“”\"\n]{{2,16}})[》”\"]([\u4e00-\u9fff]{{4,8}}?)(?:{_KIND})")
_SHORTEST, _LONGEST = 4, 8
"""Characters of what something is said to be."""
_GOES_ON = re.compile(
    rf"{_KIND}|[播办演搞](?:了|过|出)*|[\u4e00-\u9fff]{{2}}了(?:多少|几)|开播|上线|(?:1?共|全年|总共)*有?(?:多少|几)个?(?:[期集场季]|观众|选手|人)|哪|什么时|何时|$"
)
"""What follows such a description that stands for a name: 电视问政播了几期, but not 舆论监督报道."""


def descriptions(texts: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return what reports say before or behind names that these are, each with the names, all in one spelling."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _BEFORE.finditer(text):
            run = key(match[1])
            for length in range(_SHORTEST, min(_LONGEST, len(run)) + 1):
                found[run[-length:]].add(key(match[2]))
        for match in _BEHIND.finditer(text):
            found[key(match[2])].add(key(match[1]))
    common = (measure_words(), stop_words())
    return {
        said: frozenset(names) for said, names in found.items() if not any(said in words for words in common)
    }


def described(
    text: str, said: Mapping[str, frozenset[str]], named: Mapping[str, list[Entity]]
) -> Iterator[tuple[int, int, list[Entity]]]:
    """Yield where a text (in one spelling) has a description that the reports give of one name alone, the longest first, and what has the name."""
    for description in sorted(said, key=lambda each: (-len(each), each)):
        start = text.find(description)
        if start < 0 or len(said[description]) != 1:
            continue
        (name,) = said[description]
        end = start + len(description)
        if name in text or name not in named or not _GOES_ON.match(text, end):
            continue
        yield start, end, named[name]
