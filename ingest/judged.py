"""What a quoted name is, by what all its places say together: the cues of each, and the weights of the words around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.genres import VAGUE_GENRES
from ingest.quoted_words import Kind, Words
from ingest.title_words import common, weighed

CALLED_COLUMN = 2.0
"""The least worth with which a place calls a name a column: “帮办”栏目."""
_UNNAMED = 0.4
"""What speaks for a name being none, whatever is said."""
_SHARE = 0.7
"""What odds of 1 count against a cue of worth 1: cues are fewer, and surer."""
_WEIGHED = (Kind.NONE, Kind.WORK, Kind.COLUMN)


class Quoted(NamedTuple):
    """One quoted span. `start`/`end` include the marks, `inner_*` do not; code points."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    name: str
    book_marks: bool
    """《》 and their like, the usual marks of a title; “” are used for slogans too."""
    group_start: int
    group_end: int
    """The run of quoted spans, joined by 、和 or nothing, that this one stands in."""
    run_end: int = 0
    """Where the enumeration ends that goes on over words for genres: 广播《A》、电视《B》、H5《C》."""


@dataclass(frozen=True)
class Judged:
    """A name with all its places and what they make it."""

    key: str
    kind: Kind
    score: float
    places: tuple[Quoted, ...]
    genre: str | None
    won: bool
    """Some place says that it won an honour."""


class Told(NamedTuple):
    """One place of a name, the words around it, what they vote for and whether a single form decided it."""

    place: Quoted
    words: Words
    votes: dict[Kind, float]
    decided: bool


def judge(key: str, told: Sequence[Told], weights: Mapping[str, tuple[float, float]] | None = None) -> Judged:
    """Return what the places of a name make it. `weights` stand for the kept ones of `ingest.title_words`.

    Cues alone tell outlets and documents. A work, a column and what is neither are told by the worth of the cues and
    the odds of the words together; a place that a single form decides has no need of odds.
    """
    votes: dict[Kind, float] = defaultdict(float)
    genres: list[str] = []
    counted: list[str] = []
    won = called = False
    for one in told:
        said = one.votes
        called = called or said.get(Kind.COLUMN, 0.0) >= max(CALLED_COLUMN, said.get(Kind.NONE, 0.0))
        for kind, worth in said.items():
            votes[kind] += worth
        if not one.decided:
            won = won or one.words.won
            genre = one.words.told_genre
            if genre and genre not in VAGUE_GENRES:
                (genres if one.words.genre else counted).append(genre)
    # “格桑花”文学奖, “格桑花”采风活动: what bears the name of the 副刊“格桑花” makes no less of a column of it.
    votes[Kind.NONE] = _UNNAMED if called else votes[Kind.NONE] + _UNNAMED
    kind = max(votes, key=votes.__getitem__)
    score = votes[kind]
    if kind in _WEIGHED:
        # Where some place calls it a column, those that only bring it up again weigh nothing.
        odds = [
            weighed(one.words, weights)
            for one in told
            if not one.decided and not (called and one.votes.keys() == {Kind.NONE})
        ]
        # How common works and columns are counts once, however often the name is told.
        work, column = common(weights)
        again = max(len(odds) - 1, 0)
        votes[Kind.WORK] += _SHARE * (sum(one for one, _ in odds) - again * work)
        votes[Kind.COLUMN] += _SHARE * (sum(one for _, one in odds) - again * column)
        kind = max(_WEIGHED, key=votes.__getitem__)
    return Judged(key, kind, score, tuple(one.place for one in told), next(iter(genres + counted), None), won)
