"""English questions in the words that Chinese ones use, by a table; the names in them stay as they are."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from search.questions.wording.romanised import in_characters

_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’\- ]*[A-Za-z]|[A-Za-z]")
_ASKING = re.compile(
    r"\b(?:how|what|which|when|where|why|who|whom|whose|list|show|did|does|do|is|was|are|were|has|have|had|can)\b",
    re.IGNORECASE,
)
# the documentary about the lake, 一湖三十年: what a thing is about, where its name follows, asks for nothing more.
_APPOSITION = re.compile(r"\s(?:about|on|of|called|named|titled)\s[A-Za-z '’-]+,\s*([“\"《]?[\u4e00-\u9fff])")
# What did the group do for its employees: all that was done in a field of work; what was done about a fault is asked of its mending.
_DONE_FOR = re.compile(
    r"\bwhat (?:did|does|has|have|was|were|is|are) (?:[a-z]+ ){0,4}?(?:do|done|doing) (?P<of>for|on|in|with|during) (?!(?:19|20)\d\d)(?P<what>[a-z' -]+?)(?= in (?:19|20)\d\d|\?|$)",
    re.IGNORECASE,
)
# Did the group have any accidents: whether.
_PERFECT = re.compile(r"^\s*(?:has|have)\b(?P<rest>.*?)[?.]?\s*$", re.IGNORECASE)
_WHETHER = re.compile(r"^\s*(?:did|does|do|has|have|had|was|were|is|are)\b", re.IGNORECASE)
# Number of stories picked up in 2022: asked without a word of asking.
_NOUN_FIRST = re.compile(
    r"^\s*(?:(?:the )?(?:total )?number of (?P<of>)|(?=(?:hours|minutes|tonnes|tons) of ))(?=[a-z])",
    re.IGNORECASE,
)
# What did the studio cost: how much.
_AMOUNT = re.compile(
    r"\bwhat (?=(?:did|does|do) [^?]+? (?:cost|earn|raise|spend|pay|charge|gross)\b)|\bwhat (?:was|is) (?:the )?(?=(?:total )?(?:cost|price|budget)\b)",
    re.IGNORECASE,
)
# the Douyin account 掌上坪洛, how many Douyin followers did 掌上坪洛 have: Chinese has the name first.
_KIND_FIRST = re.compile(
    r"(?P<kind>(?:微信公众号|抖音号|快手号|视频号|头条号|微博|客户端)(?:粉丝数?|用户数?)?)\s+(?P<name>[《“\"]?[\u4e00-\u9fff]{2,10}[》”\"]?)(?=\s|[?？.]|$)"
)
# the data story 《六百架飞机停在哪》: what kind of thing it is says nothing more of what has a name.
_KIND_OF_NAMED = re.compile(r"\bthe (?:[a-z-]+ ){1,4}(?=[《“])", re.IGNORECASE)
# How much did the studio cost, how much did it cost to build it: Chinese asks for the money last.
_COST = re.compile(r"^多少(?:(?P<what>[^，,？?]+?)花费|花费到?(?P<deed>[^，,？?\d]+))")
_SINCE = re.compile(r"以来\s*(\d{4})")
# share of income came from new media: what is a part of what, in the order in which Chinese has it.
_PART_OF = re.compile(
    r"\b(?P<part>(?:what |which )?(?:share|percentage|proportion|part|percent)) of (?:the )?(?P<whole>[a-z ]+?),? "
    r"(?:(?:is|was|were|are|did|does) )?(?:(?:came|come|comes|derived|earned|made|generated) )?(?:from|by) (?:the )?(?P<of>[a-z -]+?)(?= in \d|\?|$)",
    re.IGNORECASE,
)
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
_STEM = 3
"""Letters of the shortest word that is left where an ending is taken off."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d年])")


@cache
def _table() -> dict[str, str]:
    text = resources.files("search.questions").joinpath("english.txt").read_text(encoding="utf-8")
    lines = (line.partition(">") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {english.strip(): chinese.strip() for english, _, chinese in lines}


def _looked_up(words: list[str]) -> str | None:
    """Return the Chinese of a phrase; its last word may be in the plural, the past, or with 's. None for what the table lacks."""
    *first, last = (re.sub(r"['’]s?$", "", word.lower()) for word in words)
    stems = [
        last.removesuffix(end) + put
        for end, put in _ENDINGS
        if last.endswith(end) and len(last) - len(end) >= _STEM
    ]
    # planned: the consonant is doubled.
    stems += [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]
    phrases = (" ".join([*first, each]) for each in (last, *stems, f"{last}s"))
    return next((_table()[phrase] for phrase in phrases if phrase in _table()), None)


def _parted(word: str) -> list[str]:
    """Return the parts of a word with a hyphen that the table lacks as one: public-opinion."""
    return word.split("-") if "-" in word.strip("-") and _looked_up([word]) is None else [word]


def _own_name(words: list[str], told: str) -> bool:
    """Tell whether the reports have a name in Latin letters themselves: Meihe Today."""
    named = len(words) > 1 and all(word[:1].isupper() for word in words)
    return named and "".join(words).lower() in told


def in_chinese(question: str, told: str = "") -> str:
    """Return an English question with the words of `english.txt` in Chinese; any other question as it is.

    English is a question that asks in English words; APP and H5 in a Chinese one are names. Words that the table
    lacks are kept, so that nothing is answered that leaves them out, save for names that the reports (`told`) have in Chinese.
    Of several words for one the first is taken that the reports have.
    """
    question = _NOUN_FIRST.sub(r"how many \g<of>", question)
    if not _ASKING.search(question):
        return question
    question = _KIND_OF_NAMED.sub("", question)
    question = _AMOUNT.sub("how much ", _APPOSITION.sub(r"\1", question))
    question = _DONE_FOR.sub(r"\g<what>方面做了什么", question)
    done = _PERFECT.match(question)
    whether = "是否" if not done and _WHETHER.search(question) else ""
    question = _PART_OF.sub(r"\g<of> \g<whole> \g<part>", question)

    def put(match: re.Match[str]) -> str:
        words = [part for word in match[0].split() for part in _parted(word)]
        said: list[str] = []
        while words:
            for length in range(min(4, len(words)), 0, -1):
                if _own_name(words[:length], told):
                    said.append(" ".join(words[:length]))
                    break
                if (chinese := _looked_up(words[:length])) is not None:
                    ways = chinese.split("|")
                    said.append(next((way for way in ways if way in told), ways[0]))
                    break
                capital = told and all(word[:1].isupper() for word in words[:length])
                if capital and (name := in_characters(words[:length], told)):
                    said.append(name)
                    break
            else:
                length = 1
                said.append(words[0])
            words = words[length:]
        return "".join(said)

    # How many episodes: what is counted so says itself that it is.
    chinese = _ENGLISH.sub(put, question).replace("多少多少", "多少")
    chinese = _KIND_FIRST.sub(r"\g<name>\g<kind>", chinese)
    chinese = _COST.sub(lambda found: f"{found['what'] or found['deed']}花费多少钱", chinese)
    chinese = _SINCE.sub(r"\1年以来", chinese)
    chinese = _YEAR.sub(r"\1年", chinese)
    return re.sub(r"[?.\s]*$", "了吗", chinese) if done else whether + chinese
