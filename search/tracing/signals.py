"""How a later sentence looks beside an earlier promise: one figure for each signal, for all pairs of a media at once."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.tracing.before import told_before
from search.tracing.core import by_length
from search.tracing.going_on import News
from search.tracing.kin import kin
from search.tracing.likeness import Likeness
from search.tracing.material import Candidate, Promise
from search.tracing.once import each
from search.tracing.phrases import plain
from search.tracing.remedies import remedied
from search.tracing.retold import echo, named_too, retold, titled
from search.tracing.shares import Matrix
from search.tracing.wording import concreteness, tells_again, tells_deed, tells_effort

if TYPE_CHECKING:
    from search.encoder import Encoder

LEAST = 0.5
"""A fit below this is none, though nothing fits better."""
MIDDLING = 40
"""Characters of a clause of middling length."""
FEW_DEEDS = 20
"""Deeds of a short report."""
MARKS = 2
"""Characters that may stand between two clauses of one paragraph: 。 and a quotation mark."""

SIGNALS = (
    "meaning",
    "letters",
    "topic",
    "matter",
    "remedy",
    "titled",
    "lead",
    "owner",
    "order",
    "next",
    "concrete",
    "deed",
    "stale",
    "again",
    "preface",
    "named",
    "echo",
    "beside",
    "length",
    "crowd",
    "effort",
)
"""In the order of the last axis of `signals`:

meaning: cosine of the encoder's vectors. letters: how much of the promise's pairs of characters and names the candidate has, by
their rarity, 0 to 1. topic: how rare the topics are that both show, 0 to about 2. matter: how far both are about the same, as
`matters` learns it, 0 to 1. remedy: how rare the remedies are that the promise asks for and a deed is, as `remedies` has them, 0 to 2.
titled: 1 where a deed has a name that the promise gives to what is to come. lead: meaning, letters, topics and matter together, as a share of what the promise's best later
candidate of the same kind has, 0 to 1. owner: the same, with the meaning of what is left without figures, outlets and words of any
topic, as a share of what the promise of that year which the candidate fits best has. order: how near the place of a response among
those of the next report is to the place of the shortcoming among its own, 0 to 1. next: 1 where the candidate stands in the next
report. concrete: the candidate's figures, dates and names, 0 to 1. deed: 1 where it has a deed's word. stale: how near it comes
to what the reports before its own told already, 0 to 1. These three are 0 for all but actions. again: 1 where a shortcoming has a word that owns it is one still, 0 for all but recurrences.
preface: 1 where the preface tells it without a deed's word, as it mostly says what the media is. named: how well a response of the same
report fits the promise that names something new which the deed names too, 0 to 1. echo: how well a response of the same report fits
the promise that says again what the deed tells, 0 to 1. beside: how well the clause before or after a deed fits the promise, 0 to 1.
length: of a deed, how long its clause is against MIDDLING characters, -2 to 2; crowd: by how much its report tells more than FEW_DEEDS deeds,
since of the many clauses of a long report fewer answer anything, 0 to 2 (both as natural logarithms). effort: 1 where a deed has a
word of resolve, or of what is always done.
"""


@dataclass(frozen=True)
class Seen:
    """What is seen of all pairs of one media before anything is weighed."""

    promises: Sequence[Promise]
    candidates: Sequence[Candidate]
    signals: Matrix
    """Shape (promises, candidates, len(SIGNALS))."""
    kin: Matrix
    """How far two promises of one year and of either kind belong together, as `search.tracing.kin` says; shape (promises, promises)."""
    retold: Matrix
    """How near a deed (second axis) comes to what a response (first) of its report sums up, 0 to 1; shape (candidates, candidates)."""
    news: News


def signals(
    promises: Sequence[Promise],
    candidates: Sequence[Candidate],
    encoder: Encoder,
    named: Iterable[str] = (),
    outlets: Iterable[str] = (),
) -> Seen:
    """Return the signals of all pairs of one media.

    `named` are the names of the media's columns, works and platforms, `outlets` those of its platforms and its own. Pairs whose
    candidate is not from a later year have figures too, and mean nothing. A response is seen by that of its parts, or the whole,
    which fits the promise best.
    """
    shape = len(promises), len(candidates)
    if not promises or not candidates:
        among, beside = (np.zeros((len(of), len(of)), np.float32) for of in (promises, candidates))
        table = np.zeros((*shape, len(SIGNALS)), np.float32)
        return Seen(promises, candidates, table, among, beside, News.of((), (), ()))
    said = [plain(promise.text) for promise in promises]
    told = each(plain, [candidate.text for candidate in candidates])
    parted = [(at, plain(part)) for at, candidate in enumerate(candidates) for part in candidate.parts]
    of = np.array([*range(len(told)), *(at for at, _ in parted)])
    known = {plain(name) for name in named if len(plain(name)) > 2}
    own = by_length(plain(name) for name in outlets if len(plain(name)) > 1)
    like = Likeness.of(said, [*told, *(part for _, part in parted)], encoder, known, own)
    after = later(promises, candidates)
    owners = _owner(
        promises, like.fit * after[:, of], np.array([candidate.room for candidate in candidates])[of]
    )
    best = _best(like.fit * owners, of, len(told))
    meaning, letters, topic, rarity, matter, owner = (
        np.take_along_axis(each, best, axis=1)
        for each in (like.meaning, like.letters, like.topic, like.rarity, like.matter, owners)
    )
    vectors, cores = (each[: len(told)] for each in (like.vectors, like.cores))
    kinds = np.array([candidate.kind for candidate in candidates])
    acts = kinds == "action"
    deed = np.array(each(tells_deed, told)) * acts
    lead = _lead((meaning + letters + topic + matter) * after, kinds)
    again = retold(candidates, told, cores, like.held[: len(told)])
    near = Likeness.of(said, said, encoder, known, own)
    found = {
        "meaning": meaning,
        "letters": letters,
        "topic": rarity,
        "matter": matter,
        "remedy": remedied(said, told) * acts,
        "titled": titled(promises, candidates, told, own),
        "lead": lead,
        "owner": owner,
        "order": _order(promises, candidates),
        "next": _next(promises, candidates),
        "concrete": np.array(each(concreteness, told)) * acts,
        "deed": deed,
        "stale": told_before(candidates, told, vectors) * acts,
        "preface": np.array([candidate.preface for candidate in candidates]) * ~deed,
        "named": named_too(promises, candidates, told, lead * owner, own),
        "echo": echo(candidates, again, lead * owner),
        "beside": _beside(candidates, lead * owner),
        "length": np.log(np.array([len(text) for text in told]) / MIDDLING) * acts,
        "crowd": _crowd(candidates) * acts,
        "effort": np.array(each(tells_effort, told)) * acts,
        "again": np.array(each(tells_again, told)) * (kinds == "recurrence"),
    }
    # Each signal lies together in memory: what weighs them takes one after the other.
    table = np.empty((len(SIGNALS), *shape), dtype=np.float32)
    for at, name in enumerate(SIGNALS):
        table[at] = found[name]
    news = News.of(candidates, like.held[: len(told)], own)
    return Seen(promises, candidates, np.moveaxis(table, 0, -1), kin(promises, near), again, news)


def _best(fit: Matrix, of: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return which view of each candidate fits each promise best, shape (promises, candidates).

    `fit` is of all views; `of` says whose each is, and the first `count` are the candidates themselves.
    """
    best = np.tile(np.arange(count), (len(fit), 1))
    for at in sorted(set(of[count:].tolist())):
        views = np.flatnonzero(of == at)
        best[:, at] = views[fit[:, views].argmax(axis=1)]
    return best


def later(promises: Sequence[Promise], candidates: Sequence[Candidate]) -> NDArray[np.bool_]:
    """Return which candidates are of a later year than which promises, shape (promises, candidates)."""
    since = np.array([promise.evidence.year for promise in promises])
    return np.array([candidate.evidence.year for candidate in candidates])[None, :] > since[:, None]


def _lead(fit: Matrix, kinds: NDArray[np.str_]) -> Matrix:
    """Return `fit` (promises, candidates) as a share of the promise's best of each kind, or of LEAST; below 0 counts as 0."""
    share = np.zeros_like(fit)
    for kind in np.unique(kinds):
        held = np.maximum(fit[:, kinds == kind], 0)
        best = np.maximum(held.max(axis=1, keepdims=True), LEAST)
        share[:, kinds == kind] = held / best
    return share


def _owner(promises: Sequence[Promise], fit: Matrix, room: NDArray[np.int64]) -> Matrix:
    """Return `fit` as a share of what the candidate's best promise of the same year and kind has, or of LEAST; at most 1.

    Of a candidate with `room` for several promises it is the last of so many best that counts.
    """
    share = np.zeros_like(fit)
    groups = [(promise.evidence.year, promise.kind) for promise in promises]
    for group in set(groups):
        rows = [at for at, each in enumerate(groups) if each == group]
        ranked = -np.sort(-fit[rows], axis=0)
        best = np.take_along_axis(ranked, np.minimum(room, len(rows))[None, :] - 1, axis=0)
        share[rows] = np.minimum(fit[rows] / np.maximum(best, LEAST), 1)
    return share


def _next(promises: Sequence[Promise], candidates: Sequence[Candidate]) -> Matrix:
    """Return 1 where a candidate stands in the first report after the promise's, else 0."""
    since = np.array([promise.evidence.year for promise in promises])
    years = np.array([candidate.evidence.year for candidate in candidates])
    stored = sorted({*since.tolist(), *years.tolist()})
    following = {year: next((later for later in stored if later > year), 0) for year in stored}
    return np.asarray(
        years[None, :] == np.array([following[year] for year in since.tolist()])[:, None], np.float32
    )


def _order(promises: Sequence[Promise], candidates: Sequence[Candidate]) -> Matrix:
    """Return how alike the places are of a shortcoming among its report's and of a response among the next report's."""
    made = _places([(p.evidence.year, p.kind == "shortcoming", p.evidence.start) for p in promises])
    answers = _places([(c.evidence.year, c.kind == "response", c.evidence.start) for c in candidates])
    alike = np.clip(1 - np.abs(made[:, None] - answers[None, :]), 0, 1)
    asked = np.array([promise.kind == "shortcoming" for promise in promises])
    replies = np.array([candidate.kind == "response" for candidate in candidates])
    return np.asarray(alike * asked[:, None] * replies[None, :] * _next(promises, candidates), np.float32)


def _places(found: Sequence[tuple[int, bool, int]]) -> NDArray[np.float64]:
    """Return for (year, counts, start) the rank among those of the year that count, 0 to 1."""
    ranks = np.zeros(len(found))
    for year in {year for year, _, _ in found}:
        those = sorted((start, at) for at, (of, counts, start) in enumerate(found) if of == year and counts)
        for rank, (_, at) in enumerate(those):
            ranks[at] = rank / max(len(those) - 1, 1)
    return ranks


def _crowd(candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return for each candidate how many deeds its report tells, as the signal `crowd` has it."""
    told = Counter(each.evidence.report for each in candidates if each.kind == "action")
    # A report shorter than a short one is no more likely to answer.
    return np.log(np.maximum([told[each.evidence.report] for each in candidates], FEW_DEEDS) / FEW_DEEDS)


def _beside(candidates: Sequence[Candidate], fit: Matrix) -> Matrix:
    """Return the `fit` of the better of the deeds before and after each deed in its sentence or paragraph, 0 where there is none.

    A deed often goes on into the next clause: 组建国际传播中心，引进…18名；海外账号粉丝增至132万.
    """
    found = np.zeros_like(fit)
    for at, (one, other) in enumerate(itertools.pairwise(candidates)):
        adjoin = 0 <= other.evidence.start - one.evidence.end <= MARKS
        if adjoin and one.kind == other.kind == "action" and one.evidence.report == other.evidence.report:
            found[:, at] = np.maximum(found[:, at], fit[:, at + 1])
            found[:, at + 1] = np.maximum(found[:, at + 1], fit[:, at])
    return found
