"""What a question speaks of, one by one: what it names, the words that name something, and what is said to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from search.encoders.base import Encoder
from search.questions.naming.catalog import Catalog
from search.questions.naming.guessing import Mention
from search.questions.naming.word_vectors import word_vectors
from search.questions.reading.reading import Question
from search.questions.sentences.passages import without_kind
from search.questions.wording.light import content
from search.questions.wording.words import (
    SYNONYM,
    act_words,
    cover,
    key,
    measure_words,
    stop_words,
    topic_words,
)
from search.tokens import in_dictionary, tagged
from search.tokens import words as cut

ALIKE = 0.62
"""Cosine from which on two words of the genre mean the same; below it lie those that only go together."""
NEAR = 0.75
"""What a word is worth for which another that lies near it in the encoder's space stands in a text."""
SHORTENED = 0.8
"""What a word is worth that is short for what a text says: 译制剧 for 译制播出影视剧."""
ALIKE_ACT = 0.5
"""Cosine from which on two words say that the same is done."""
SHARED = 0.1
"""How much nearer a word must lie that has a character of the other: 编辑 lies near 编造 for that alone."""
OTHERWISE = 0.6
"""What a word is worth that the reports have, and for which another stands in a text."""
_NAME = 4
"""Characters of the longest name of a person."""
_GAP = 6
"""Characters between the two parts of what is shortened."""


def shares(one: str, other: str) -> bool:
    """Tell whether two words share a character, and neither holds the other."""
    return bool(set(one) & set(other)) and one not in other and other not in one


@dataclass(frozen=True)
class Term:
    """One thing that a question speaks of; `names` are all that it may be called, where it is named."""

    names: frozenset[str]
    word: str | None
    act: bool
    near: frozenset[str] = frozenset()
    """Words of the reports that mean the same, where they do not have this one."""
    whole: bool = False
    """Whether the reports call something so that is put together of several words: no part of it is told by one of them."""
    unsaid: bool = False
    """Whether the reports have no such word."""
    itself: bool = False
    """Whether the reports call something just so: no synonym stands for it."""

    @cached_property
    def _short(self) -> re.Pattern[str] | None:
        """Matches what the word is short for: all but its last character, and that a little further on.

        Of two characters only what the reports do not say: 出报 for 出版报纸.
        """
        if self.word is None or self.act or not (3 if not self.unsaid else 2) <= len(self.word) <= 4:
            return None
        head, last = map(re.escape, (self.word[:-1], self.word[-1]))
        return re.compile(f"{head}[\u4e00-\u9fff]{{1,{_GAP if len(self.word) > 2 else 1}}}{last}")

    @cached_property
    def _known(self) -> dict[str, float]:
        return {}

    def worth(self, said: str) -> float:
        """Return how much of it a text in one spelling holds, 0 to 1."""
        if said not in self._known:
            self._known[said] = self._worth(said)
        return self._known[said]

    def _worth(self, said: str) -> float:
        if self.word is None:
            return float(any(name in said for name in self.names))
        said = said.replace(f"副{self.word}", "副")  # 副主任 is no 主任.
        if not self.word.endswith("率"):
            said = said.replace(f"{self.word}率", "率")  # 办结率 tells not how many were 办结.
        tables = [measure_words(), *([act_words()] if self.act else [])]
        best = max(cover(self.word, said, table) for table in tables)
        if self.word.endswith("人员") and len(self.word) > len("人员") + 1:
            best = max(best, SYNONYM * (self.word.removesuffix("人员") in said))  # 其中台聘211名
        if (doer := _DOER.fullmatch(self.word)) and doer[1] in said:
            best = max(best, SYNONYM)  # 担任手语主持: who does it is its 主持人.
        # 卫星车 is no 转播车 by itself, but 学生 may be 新生 where all else is told.
        best = max(best, min(cover(self.word, said, topic_words()), OTHERWISE if self.itself else 1.0))
        if self.whole and best < SYNONYM:
            best = 0.0
        if best < SHORTENED and self._short is not None and self._short.search(said):
            best = SHORTENED
        return NEAR if best < NEAR and any(word in said for word in self.near) else best


@lru_cache(maxsize=32)
def _is_thing(word: str, said: str) -> bool:
    """Tell whether a word is a thing that the reports call just so: 卫星车 is no 转播车, while 找到工作 is told in many ways."""
    return word in said and not any(tag.startswith("v") for _, tag in tagged(word))


class Vocabulary:
    """The words of all reports of a media with their vectors."""

    def __init__(self, known: Catalog, encoder: Encoder) -> None:
        """Cut them, and encode those that no other media's reports have told."""
        found = {word for word in cut(known.said) if len(word) > 1 and not any(map(str.isdigit, word))}
        self._words = sorted(found)
        self._vectors = word_vectors(encoder)
        self._rows = self._vectors.rows(self._words)

    def near(self, word: str, least: float) -> frozenset[str]:
        """Return the words that mean the same as another which the reports do not have."""
        fits = self._vectors.fits(self._rows, word)
        return frozenset(
            each
            for each, fit in zip(self._words, fits, strict=True)
            if fit >= least + SHARED * shares(each, word)
        )


_HELD: WeakKeyDictionary[Catalog, Vocabulary] = WeakKeyDictionary()


def near_words(word: str, known: Catalog, encoder: Encoder) -> frozenset[str]:
    """Return the words of the reports that mean the same as `word`; none for what they say themselves, for measures and misspelt ones."""
    if word in known.said or word in measure_words() or not in_dictionary(word):
        return frozenset()
    if known not in _HELD:
        _HELD[known] = Vocabulary(known, encoder)
    # 翻译成 is told by 译成: what is done is said in more ways than what there is.
    return _HELD[known].near(word, ALIKE_ACT if tagged(word)[0][1].startswith("v") else ALIKE)


def spoken_of(said: str, known: Catalog, encoder: Encoder) -> bool:
    """Tell whether the reports speak of something, by some of its words, or by words that mean the same or stand for it."""
    told = [word for word, _ in tagged(key(said)) if len(word) > 1]
    return any(
        cover(word, known.said, topic_words()) >= SYNONYM or near_words(word, known, encoder) for word in told
    )


def names_of(mention: Mention) -> frozenset[str]:
    """Return all that what a question names may be called."""
    return frozenset(name for entity in mention.candidates for name in entity.names)


def terms_of(question: Question, encoder: Encoder) -> list[Term]:
    """Return all terms of a question: names first, then words in their order."""
    terms = [Term(names_of(mention), None, act=False) for mention in question.mentions]
    for word in _joined(question):
        tabled = word in topic_words() and word not in act_words() and len(word) > 1
        # A name that no dictionary knows is told by no part of it: 荆可望.
        named = (
            word in question.known.said
            and len(word) <= _NAME
            and not content(word)
            and not in_dictionary(word)
        )
        whole = (
            word in question.known.quoted
            or tabled
            or _DEPUTY.match(word) is not None
            or (named and any(t[0] == "n" for _, t in tagged(word)))
        )
        for part, act in [(word, False)] if whole else _parts(word):
            said = question.known.said
            near = frozenset() if _DEPUTY.match(part) else near_words(part, question.known, encoder)
            light = act or part in GENERAL
            one = len(part) > 2 and part in said and part == word and part not in measure_words()
            one = one or _DEPUTY.match(part) is not None
            terms.append(Term(frozenset(), part, light, near, one, part not in said, _is_thing(part, said)))
    return terms


def _joined(question: Question) -> list[str]:
    """Return the words, those put together that the reports have as one: 旅游节 is not 旅游 and 节, 房展会 not 房 and 展会."""
    words: list[str] = []
    for word in without_kind(question):
        together = (words[-1] if words else "") + word
        deputy = words and words[-1] == "副"  # 副总编辑 is no 总编辑, whether or not the reports have one.
        if (
            words
            and 1 in (len(word), len(words[-1]))
            and together in question.text
            and (together in question.known.said or deputy)
        ):
            words[-1] = together
        else:
            words.append(word)
    return words


_DOER = re.compile(
    r"(主持|负责|创办|创始|发起|撰稿|主讲|召集|代言|朗读|讲述|策划|翻译|设计|指挥|执笔|捐赠)[人者]"
)
_DEPUTY = re.compile(r"副(?=[主台社局部组队处科总院校市县书秘团编])[\u4e00-\u9fff]{2,4}$")
GENERAL = frozenset("片子 稿子 东西 内容 产品 作品 稿件 节目 群众 百姓 老百姓 大家 人们 问题".split())
"""Words for what may be called in many ways; they weigh no more than what is done."""


def _parts(word: str) -> Sequence[tuple[str, bool]]:
    if word in act_words():
        return [(word, True)]
    if len(word) == 1:
        # 多少个村, 卖到几个国家: a single character may stand in many words; 联 alone says nothing.
        tabled = word in topic_words() or word in measure_words()
        return [(word, True)] if tabled or tagged(word)[0][1].startswith("n") else []
    things = content(word)
    if things == (word,) or (len(word) > 2 and word[-1] in "率量额"):
        return [(word, False)]
    verbs = [
        part
        for part, tag in tagged(word)
        if tag.startswith("v") and len(part) > 1 and part not in things and part not in stop_words()
    ]
    # What no dictionary knows is left out by no one: 目报.
    return [*((part, False) for part in things), *((part, True) for part in verbs)] or [(word, False)]
