"""Which figures a question means where it uses other words than the report: by the meaning of single words.

`matching` asks every word of the question of the report's own words and tables. Where that finds nothing in any year,
words that only tell what was done are passed over here (拍了多少集), names may have one wrong character, what narrows may stand
anywhere in the paragraph, and a word may be meant by one that lies near it in the encoder's space (职员 by 员工).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from search.encoders.base import Encoder
from search.questions.catalog import Catalog, Figure
from search.questions.light import content
from search.questions.reading import Question
from search.questions.word_vectors import word_vectors
from search.questions.words import act_words, cover, key, measure_units, measure_words, topic_words
from search.tokens import in_dictionary, tagged
from search.tokens import words as cut

ALIKE = 0.62
"""Cosine from which on two words of the genre mean the same; below it lie those that only go together."""
LEAST_WORD = 0.6
"""What must be covered of every word that names something."""
LEAST_MEAN = 0.72
"""What must be covered of them together, each weighing its characters."""
LEAST_NEAR = 0.62
"""What must be covered at the figure itself of one of them."""
NEAR, CLAUSE, SENTENCE, PARAGRAPH = 0.97, 0.85, 0.8, 0.68
"""What a word is worth by how far from the figure it stands."""
DONE = 0.5
"""Cosine from which on a word at a figure says that the same was done."""
NEAR_TOPIC = 0.8
"""What a word is worth for which another of its topic stands at the figure (找到工作: 1430名求职者就业)."""
MISSPELT = 0.85
"""What a name of four characters and more is worth with one of them wrong."""


@dataclass(frozen=True)
class Understood:
    """How a question's words meet a figure: the score, and words of the report taken for words of the question."""

    score: float
    taken: tuple[tuple[str, str], ...] = ()


class Meanings:
    """The words at each figure of a catalog with their vectors. Safe to use from several threads.

    They are cut and encoded where a figure is first asked about: most questions are of one year.
    """

    def __init__(self, encoder: Encoder) -> None:
        """Hold no word yet."""
        self._vectors = word_vectors(encoder)
        self._at: dict[str, tuple[tuple[str, ...], NDArray[np.int64]]] = {}

    def nearest(self, word: str, figure: Figure) -> tuple[float, str]:
        """Return the cosine of the word at a figure that lies nearest to `word`, and that word; 0 and "" for none.

        Of two measures of the tables neither is taken for the other (日活用户 are not all 用户), nor of what is of two levels
        (中央媒体, 省级媒体).
        """
        measures = measure_words() if word in measure_words() else {}
        if word in measure_units():
            # 粉丝 are no 账号: what is counted in units of its own has all its other names in the table.
            return 0.0, ""
        if _OFFICE.fullmatch(word):
            return 0.0, ""  # 主任 are no 职工.
        wanted = levels(word)
        words, rows = self._words_of(figure)
        found = [
            at
            for at, each in enumerate(words)
            if (each not in measures or each in measures[word]) and levels(each) == wanted
        ]
        if not found:
            return 0.0, ""
        fits = self._vectors.fits(rows[found], word)
        best = int(np.argmax(fits))
        return float(fits[best]), words[found[best]]

    def _words_of(self, figure: Figure) -> tuple[tuple[str, ...], NDArray[np.int64]]:
        """Return the words at a figure and the rows of their vectors."""
        if (held := self._at.get(figure.fact)) is None:
            words = _words_at(figure)
            held = self._at[figure.fact] = words, self._vectors.rows(words)
        return held


_HELD: WeakKeyDictionary[Catalog, Meanings] = WeakKeyDictionary()


def meanings(known: Catalog, encoder: Encoder) -> Meanings:
    """Return the meanings of a catalog, kept as long as it is."""
    if known not in _HELD:
        _HELD[known] = Meanings(encoder)
    return _HELD[known]


def understood(figure: Figure, question: Question, encoder: Encoder) -> Understood | None:
    """Return how well a figure is what a question means, None where a word that names something is not met."""
    words = [part for word in question.words for part in _content(word, question)]
    if not words:
        # 《三婶进城》拍了多少集: the name and the unit are all that is asked by.
        named = question.named("platform", "column", "work", "referent") and figure.subject_name is not None
        return Understood(LEAST_MEAN) if named and question.units and figure.unit in question.units else None
    held = meanings(question.known, encoder)
    worth, weight, nearest = 0.0, 0, 0.0
    taken: list[tuple[str, str]] = []
    for at, asked in enumerate(words):
        word = counted(asked, figure)
        here = _here(word, figure, question.known.said)
        # 送戏下乡有多少观众 is not told by 沅宁讲坛听众, though both stand in one paragraph.
        covered = max(here, _around(word, figure, far=bool(question.mentions) or not figure.subject_name))
        # What the reports themselves speak of is no other thing: 卫星车 is no 转播车.
        if covered < ALIKE and not _is_said(asked, question.known.said):
            alike, other = held.nearest(word, figure)
            if alike >= ALIKE and alike > covered:
                here = covered = alike
                taken.append((word, other))
        if covered < LEAST_WORD:
            return None
        if at == len(words) - 1 and here < LEAST_WORD:
            covered *= 0.9
        nearest = max(nearest, here)
        worth += covered * len(word)
        weight += len(word)
    passed_over = [word for word in question.words if not _content(word, question)]
    if any(_of_another_deed(word, figure) for word in passed_over):
        return None
    # 找回多少头牲畜: 寻回走失牲畜5100头 rather than 转移牲畜4.6万头.
    done = sum(len(word) > 1 and held.nearest(word, figure)[0] >= DONE for word in passed_over)
    score = worth / weight - 0.02 * (len(passed_over) - done)
    if nearest < LEAST_NEAR or score < LEAST_MEAN:
        return None
    return Understood(score, tuple(taken))


def _content(word: str, question: Question) -> tuple[str, ...]:
    """Return the parts of a word that name something; what the reports put between marks names something, whatever it is."""
    # 村晚: what no dictionary has, and the reports do.
    own = (
        len(word) > 1 and word in question.known.said and not in_dictionary(word) and word not in act_words()
    )
    names = own or word in question.known.quoted or _OFFICE.fullmatch(word) is not None
    return content(word) or ((word,) if names else ())


def _of_another_deed(act: str, figure: Figure) -> bool:
    """Tell whether what happened is told of no figure in its sentence: 帮职工要回多少钱 is not what 职工平均月薪 tells."""
    return act in act_words() and cover(act, figure.around + figure.clause, act_words()) < DONE


def _here(word: str, figure: Figure, said: str) -> float:
    name, near = figure.called, figure.near
    others = () if is_thing(word, said) else _topics(word)[word]
    return max(
        cover(word, name, measure_words()),
        NEAR * cover(word, near, measure_words()),
        NEAR_TOPIC * any(other in near for other in others),
    )


_OFFICE = re.compile(r"(?:副)?(?:主任|台长|社长|总编辑?|主编|书记|董事长|总经理|老总|领导|院长|局长)")
_LEVELS = re.compile(r"中央|央[视媒]|国家级|[省市县](?=级|[内外]?媒体|[内外]?台)")


def levels(text: str) -> frozenset[str]:
    """Return the levels of government that a text tells, each by one character."""
    return frozenset({"央": "中"}.get(found[0], found[0]) for found in _LEVELS.findall(text))


def counted(word: str, figure: Figure) -> str:
    """Return a word as it stands at a figure: 临聘人员 at 临聘40人, 广告收入 at 总收入1.3亿元，其中广告5400万元."""
    if figure.unit in ("人", "名", "位") and word.endswith("人员") and len(word) > len("人员") + 1:
        return word.removesuffix("人员")
    part = word.removesuffix("收入")
    of_income = (
        figure.unit == "元" and figure.called == part != word and _INCOME.search(figure.around) is not None
    )
    return part if of_income else word


_INCOME = re.compile("收入|营收|创收")


@lru_cache(maxsize=32)
def _is_said(word: str, said: str) -> bool:
    """Tell whether the reports have a word; every figure is asked for it."""
    return word in said


@lru_cache(maxsize=32)
def is_thing(word: str, said: str) -> bool:
    """Tell whether a word is a thing that the reports call just so: 卫星车 is no 转播车, while 找到工作 is told in many ways."""
    return word in said and not any(tag.startswith("v") for _, tag in tagged(word))


@lru_cache(maxsize=1024)
def _topics(word: str) -> dict[str, frozenset[str]]:
    """Return the synonyms of a word: for a measure those of its own group alone, as 粉丝 are no 用户."""
    measures = measure_words()
    others = topic_words().get(word, frozenset())
    if word in measures:
        of_tables = measures.keys() | frozenset().union(*measures.values())
        others = (others - of_tables) | (others & measures[word])
    return {word: others}


def _around(word: str, figure: Figure, *, far: bool) -> float:
    topics = _topics(word)
    return max(
        cover(word, key(figure.subject_name or ""), topics),
        CLAUSE * cover(word, figure.clause, topics),
        SENTENCE * max(cover(word, figure.until, topics), cover(word, figure.until, measure_words())),
        PARAGRAPH * cover(word, figure.paragraph, {}) if far else 0.0,
        MISSPELT * _misspelt(word, figure.paragraph),
    )


def _misspelt(word: str, text: str) -> bool:
    """Tell whether a text holds a word of four characters and more but for one of them."""
    if len(word) < 4:
        return False
    return any(
        sum(one != other for one, other in zip(word, text[at : at + len(word)], strict=False)) == 1
        for at in range(len(text) - len(word) + 1)
    )


def _words_at(figure: Figure) -> tuple[str, ...]:
    """Return the words at a figure, and each with the next (月 and 收入 as 月收入)."""
    single = [word for word in cut(f"{figure.called} {figure.near}") if len(word) > 1]
    return tuple(dict.fromkeys(word for word in single if not any(char.isdigit() for char in word)))
