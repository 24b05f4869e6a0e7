"""How a later sentence looks beside an earlier promise: one figure for each signal, for all pairs of a media at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.tracing.material import Candidate, Promise
from search.tracing.phrases import plain, synonyms, topics
from search.tracing.wording import concreteness, tells_deed
from search.tracing.wording import names as marked

if TYPE_CHECKING:
    from search.encoder import Encoder

Matrix = NDArray[np.float32]

SIGNALS = ("meaning", "letters", "synonyms", "topics", "topic_weight", "lead", "concrete", "deed", "routine")
"""In the order of the last axis of `signals`:

meaning: cosine of the encoder's vectors. letters: how much of the promise's pairs of characters and names the
candidate has, by their rarity, 0 to 1. synonyms, topics: the same for the synonyms' groups and the topics that it shows.
topic_weight: how rare the shared topics are, 0 to about 2. lead: meaning, letters and topics together, as a share of
what the promise's best later candidate of the same kind has, 0 to 1. concrete: the candidate's figures, dates and
names, 0 to 1. deed: 1 where it has a deed's word. routine: how near it comes to what the reports up to the promise's
year told already, 0 to 1. The last three are 0 for all but actions.
"""


def signals(
    promises: Sequence[Promise],
    candidates: Sequence[Candidate],
    encoder: Encoder,
    named: Iterable[str] = (),
) -> Matrix:
    """Return the signals of all pairs of one media, shape (promises, candidates, len(SIGNALS)).

    `named` are the names of the media's columns, works and platforms. Pairs whose candidate is not from a later year
    have figures too, and mean nothing.
    """
    shape = len(promises), len(candidates), len(SIGNALS)
    if not promises or not candidates:
        return np.zeros(shape, dtype=np.float32)
    said = [plain(promise.text) for promise in promises]
    told = [plain(candidate.text) for candidate in candidates]
    vectors = encoder.encode_passages(told)
    known = {plain(name) for name in named if len(plain(name)) > 2}

    def parts(text: str) -> set[str]:
        # A name counts beside its letters: sharing 《主播下乡记》 says more than sharing as many common words.
        pairs = {one + other for one, other in pairwise(text) if one.isalnum() and other.isalnum()}
        return pairs | {plain(name) for name in marked(text)} | {name for name in known if name in text}

    topic, weight = _shares(said, told, topics().found)
    meaning = encoder.encode_passages(said) @ vectors.T
    letters = _shares(said, told, parts)[0]
    kinds = np.array([candidate.kind for candidate in candidates])
    acts = kinds == "action"
    found = {
        "meaning": meaning,
        "letters": letters,
        "synonyms": _shares(said, told, synonyms().found)[0],
        "topics": topic,
        "topic_weight": weight,
        "lead": _lead((meaning + letters + topic) * later(promises, candidates), kinds),
        "concrete": np.broadcast_to([concreteness(text) for text in told] * acts, shape[:2]),
        "deed": np.broadcast_to([tells_deed(text) for text in told] * acts, shape[:2]),
        "routine": _routine(promises, candidates, vectors) * acts,
    }
    return np.stack([found[each] for each in SIGNALS], axis=-1).astype(np.float32)


def later(promises: Sequence[Promise], candidates: Sequence[Candidate]) -> NDArray[np.bool_]:
    """Return which candidates are of a later year than which promises, shape (promises, candidates)."""
    since = np.array([promise.evidence.year for promise in promises])
    return np.array([candidate.evidence.year for candidate in candidates])[None, :] > since[:, None]


def _shares(
    said: Sequence[str], told: Sequence[str], parts: Callable[[str], Iterable[str]]
) -> tuple[Matrix, Matrix]:
    """Return which share of a promise's parts a candidate has, and how rare these are together, each (promises, candidates).

    Parts weigh by rarity among the candidates: 0 for what all have, 1 for what one alone has.
    """
    wanted = [set(parts(text)) for text in said]
    had = [set(parts(text)) for text in told]
    column = {part: at for at, part in enumerate(sorted(set().union(*wanted)))}
    rows = np.zeros((len(said), len(column)), dtype=np.float32)
    others = np.zeros((len(told), len(column)), dtype=np.float32)
    for table, texts in ((rows, wanted), (others, had)):
        for row, text in enumerate(texts):
            table[row, [column[part] for part in text if part in column]] = 1
    count = len(told)
    rarity = np.log((count + 1) / (others.sum(axis=0) + 1)) / np.log(count + 1)
    weight = (rows * rarity) @ others.T
    whole = (rows * rarity).sum(axis=1, keepdims=True)
    return np.divide(weight, whole, out=np.zeros_like(weight), where=whole > 0), weight


def _routine(promises: Sequence[Promise], candidates: Sequence[Candidate], vectors: Matrix) -> Matrix:
    """Return how near each candidate comes to the nearest deed told up to the promise's year; shape (promises, candidates)."""
    years = np.array([candidate.evidence.year for candidate in candidates])
    deeds = np.array([candidate.kind == "action" for candidate in candidates])
    by_year = {}
    for year in {promise.evidence.year for promise in promises}:
        before = vectors[deeds & (years <= year)]
        by_year[year] = (
            (vectors @ before.T).max(axis=1) if len(before) else np.zeros(len(vectors), np.float32)
        )
    found = np.stack([by_year[promise.evidence.year] for promise in promises])
    return np.asarray(np.clip(found, 0, 1), dtype=np.float32)


def _lead(fit: Matrix, kinds: NDArray[np.str_]) -> Matrix:
    """Return `fit` (promises, candidates) as a share of the promise's best of each kind; below 0 counts as 0."""
    share = np.zeros_like(fit)
    for kind in np.unique(kinds):
        held = np.maximum(fit[:, kinds == kind], 0)
        best = held.max(axis=1, keepdims=True)
        share[:, kinds == kind] = np.divide(held, best, out=np.zeros_like(held), where=best > 0)
    return share
