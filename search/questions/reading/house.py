"""What in a question is the media itself: its name, what kind of house it is, and the paper of a house that is one."""

from __future__ import annotations

import re

from search.questions.naming.catalog import Catalog
from search.questions.naming.guessing import Mention
from search.questions.wording.words import key

_PAPER_HOUSE = re.compile("报社?$")
_HOUSE = re.compile(r"融媒体中心$|(?:广播)?电视台$|[日晚晨早]报社$|报业(?:传媒)?集团$|传媒集团$")


def own_places(text: str, known: Catalog) -> list[tuple[int, int]]:
    """Return the places of the media's name, save where an outlet is named that is called after it."""
    name = key(known.media)
    # 融媒体中心有多少人: the house by what kind of house it is.
    kind = _HOUSE.search(name)
    told = re.escape(name) if kind is None else f"{re.escape(name)}|(?:[县市区]级?)?{kind[0]}"
    if kind is not None and kind[0] == "广播电视台" and not re.search("(?<!广)电台", text):
        told += "|广电台|电视台"  # For short, save where its 电台 stands beside.
    longer = [other for other in known.named if other != name and other in text]
    return [
        match.span()
        for match in re.finditer(told, text)
        if not any(
            other.start() <= match.start() and match.end() <= other.end() and other.group() != match.group()
            for each in longer
            for other in re.finditer(re.escape(each), text)
        )
    ]


def paper_itself(mention: Mention, known: Catalog) -> bool:
    """报纸还有多少人订: tell whether the house is meant, which is a paper and has no other."""
    return (
        mention.name == "报纸"
        and not mention.candidates
        and _PAPER_HOUSE.search(key(known.media)) is not None
    )
