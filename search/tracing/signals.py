"""How a later sentence looks beside an earlier promise: one figure for each signal, for all pairs of a media at once."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.tracing import matters
from search.tracing.core import by_length, core
from search.tracing.material import Candidate, Promise
from search.tracing.once import each, encoded, together
from search.tracing.phrases import plain, synonyms, topics
from search.tracing.wording import concreteness, tells_again, tells_deed
from search.tracing.wording import names as marked

if TYPE_CHECKING:
    from search.encoder import Encoder

Matrix = NDArray[np.float32]
LEAST = 0.5
"""A fit below this is none, though nothing fits better."""
MARKS = 2
"""Characters that may stand between two clauses of one paragraph: 。 and a quotation mark."""
_FIGURE = re.compile(r"\d[\d.,]*\d")

SIGNALS = (
    "meaning",
    "letters",
    "synonyms",
    "topic",
    "topic_weight",
    "matter",
    "lead",
    "owner",
    "sibling",
    "order",
    "next",
    "concrete",
    "deed",
    "routine",
    "familiar",
    "again",
    "preface",
    "named",
    "echo",
    "beside",
)
"""In the order of the last axis of `signals`:

meaning: cosine of the encoder's vectors. letters: how
much of the promise's pairs of characters and names the candidate has, by their rarity, 0 to 1. synonyms: the same for the
synonyms' groups that it shows. topic: 1 where both show a topic. topic_weight: how rare the topics are that both show, 0 to about 2. matter: how far both are
about the same, as `matters` learns it, 0 to 1. lead: meaning, letters, topics and matter together, as a share of what the
promise's best later candidate of the same kind has, 0 to 1. owner: the same, with the meaning of what is left without figures,
outlets and words of any topic, as a share of what the promise of that year which the candidate fits best has. sibling: how well it fits the promise of the same year that lies nearest,
weighed by how near that one is, 0 to 1 (a shortcoming and the commitment to mend it). order: how near the place of a response among those of
the next report is to the place of the shortcoming among its own, 0 to 1. next: 1 where the candidate stands in the next report.
concrete: the candidate's figures, dates and names, 0 to 1. deed: 1 where it has a deed's word. routine: how near it comes to what
the reports up to the promise's year told already, 0 to 1. familiar: how much of what both share was told by then, 0 to 1. These
four are 0 for all but actions. again: 1 where a shortcoming has a word that owns it is one still, 0 for all but recurrences.
preface: 1 where a deed is told in the preface, which mostly says what the media is. named: how well a response of the same
report fits the promise that names something new which the deed names too, 0 to 1. echo: how well a response of the same report fits
the promise that says again what the deed tells, 0 to 1. beside: how well the clause before or after a deed fits the promise, 0 to 1.
"""


def signals(
    promises: Sequence[Promise],
    candidates: Sequence[Candidate],
    encoder: Encoder,
    named: Iterable[str] = (),
    outlets: Iterable[str] = (),
) -> Matrix:
    """Return the signals of all pairs of one media, shape (promises, candidates, len(SIGNALS)).

    `named` are the names of the media's columns, works and platforms, `outlets` those of its platforms and its own. Pairs whose
    candidate is not from a later year have figures too, and mean nothing.
    """
    shape = len(promises), len(candidates), len(SIGNALS)
    if not promises or not candidates:
        return np.zeros(shape, dtype=np.float32)
    said = [plain(promise.text) for promise in promises]
    told = each(plain, [candidate.text for candidate in candidates])
    vectors = encoded(encoder, told)
    known = {plain(name) for name in named if len(plain(name)) > 2}
    own = by_length(plain(name) for name in outlets if len(plain(name)) > 1)

    topic, weight = _shares(*_tables(topics().shown(said), together(topics().shown, told)))
    synonymous = _shares(*_tables(synonyms().shown(said), together(synonyms().shown, told)))[0]
    parts = [_parts(text, known) for text in said]
    held = each(lambda text: _parts(text, known), told)
    tables = _tables(parts, held)
    meaning = encoder.encode_passages(said) @ vectors.T
    bare = encoder.encode_passages([core(text, own) for text in said])
    shorn = encoded(encoder, each(lambda text: core(text, own), told))
    essence = bare @ shorn.T
    letters = _shares(*tables)[0]
    matter = matters.alike(said, told, encoder, own)
    kinds = np.array([candidate.kind for candidate in candidates])
    acts = kinds == "action"
    fit = np.maximum(essence + letters + topic + matter, 0) * later(promises, candidates)
    lead = _lead((meaning + letters + topic + matter) * later(promises, candidates), kinds)
    owner = _owner(promises, fit)
    found = {
        "meaning": meaning,
        "letters": letters,
        "synonyms": synonymous,
        "topic": weight > 0,
        "topic_weight": weight,
        "matter": matter,
        "lead": lead,
        "owner": owner,
        "sibling": _sibling(promises, bare, fit),
        "order": _order(promises, candidates),
        "next": _next(promises, candidates),
        "concrete": np.broadcast_to(np.array(each(concreteness, told)) * acts, shape[:2]),
        "deed": np.broadcast_to(np.array(each(tells_deed, told)) * acts, shape[:2]),
        "routine": _routine(promises, candidates, told, vectors) * acts,
        "familiar": _familiar(promises, candidates, *tables) * acts,
        "preface": np.broadcast_to([candidate.preface for candidate in candidates], shape[:2]),
        "named": _named(promises, candidates, told, lead * owner, own),
        "echo": _echo(candidates, told, lead * owner, shorn, held),
        "beside": _beside(candidates, lead * owner),
        "again": np.broadcast_to(np.array(each(tells_again, told)) * (kinds == "recurrence"), shape[:2]),
    }
    # Each signal lies together in memory: what weighs them takes one after the other.
    table = np.empty((len(SIGNALS), *shape[:2]), dtype=np.float32)
    for at, name in enumerate(SIGNALS):
        table[at] = found[name]
    return np.moveaxis(table, 0, -1)


def later(promises: Sequence[Promise], candidates: Sequence[Candidate]) -> NDArray[np.bool_]:
    """Return which candidates are of a later year than which promises, shape (promises, candidates)."""
    since = np.array([promise.evidence.year for promise in promises])
    return np.array([candidate.evidence.year for candidate in candidates])[None, :] > since[:, None]


def _parts(text: str, named: Iterable[str]) -> set[str]:
    """Return the pairs of characters of a text, what stands between marks in it, and those of `named` that it has."""
    # A name counts beside its letters: sharing 《主播下乡记》 says more than sharing as many common words.
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    return (
        {pair for pair in pairs if pair.isalnum()}
        | {plain(name) for name in marked(text)}
        | {name for name in named if name in text}
    )


def _all(parts: Iterable[Iterable[str]]) -> set[str]:
    return set().union(*parts)


def _tables(said: Sequence[AbstractSet[str]], told: Sequence[AbstractSet[str]]) -> tuple[Matrix, Matrix]:
    """Return which parts of any promise each promise and each candidate has, 0 or 1: (promises, parts), (candidates, parts)."""
    column = {part: at for at, part in enumerate(sorted(_all(said)))}
    tables = []
    for texts in (said, told):
        table = np.zeros((len(texts), len(column)), dtype=np.float32)
        for row, parts in enumerate(texts):
            table[row, [column[part] for part in parts if part in column]] = 1
        tables.append(table)
    return tables[0], tables[1]


def _shares(rows: Matrix, others: Matrix) -> tuple[Matrix, Matrix]:
    """Return which share of a promise's parts a candidate has, and how rare these are together, each (promises, candidates).

    `rows` and `others` are what `_tables` gives. Parts weigh by rarity among the candidates: 0 for what all have, 1 for what one alone has.
    """
    count = len(others)
    rarity = np.log((count + 1) / (others.sum(axis=0) + 1)) / np.log(count + 1)
    weight = (rows * rarity) @ others.T
    whole = (rows * rarity).sum(axis=1, keepdims=True)
    return np.divide(weight, whole, out=np.zeros_like(weight), where=whole > 0), weight


def _routine(
    promises: Sequence[Promise], candidates: Sequence[Candidate], told: Sequence[str], vectors: Matrix
) -> Matrix:
    """Return how near each candidate comes to the nearest deed told up to the promise's year; shape (promises, candidates)."""
    years = np.array([candidate.evidence.year for candidate in candidates])
    # By text: the first year that tells it as a deed, the last that says it at all, where its vector stands.
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    place: dict[str, int] = {}
    for at, (text, candidate) in enumerate(zip(told, candidates, strict=True)):
        year = candidate.evidence.year
        last[text] = max(last.get(text, year), year)
        place.setdefault(text, at)
        if candidate.kind == "action":
            first[text] = min(first.get(text, year), year)
    row = {text: at for at, text in enumerate(place)}
    distinct = vectors[list(place.values())]
    since = np.array([first.get(text, 0) for text in place])
    until = np.array([last[text] for text in place])
    nearest = np.zeros(len(distinct), np.float32)
    by_year, before = {}, 0
    for year in sorted({promise.evidence.year for promise in promises}):
        # What is nearest up to a year grows from what was nearest up to the year before. Earlier candidates are none of its promises.
        new, after = (since > before) & (since <= year), until > year
        if new.any():
            nearest = nearest.copy()
            near = (distinct[after] @ distinct[new].T).max(axis=1, initial=0)
            nearest[after] = np.maximum(nearest[after], near)
        by_year[year], before = nearest, year
    rows = [row[text] for text in told]
    found = np.stack([by_year[promise.evidence.year][rows] for promise in promises])
    found *= years[None, :] > np.array([promise.evidence.year for promise in promises])[:, None]
    return np.asarray(np.clip(found, 0, 1), dtype=np.float32)


def _lead(fit: Matrix, kinds: NDArray[np.str_]) -> Matrix:
    """Return `fit` (promises, candidates) as a share of the promise's best of each kind, or of LEAST; below 0 counts as 0."""
    share = np.zeros_like(fit)
    for kind in np.unique(kinds):
        held = np.maximum(fit[:, kinds == kind], 0)
        best = np.maximum(held.max(axis=1, keepdims=True), LEAST)
        share[:, kinds == kind] = held / best
    return share


def _owner(promises: Sequence[Promise], fit: Matrix) -> Matrix:
    """Return `fit` as a share of what the candidate's best promise of the same year and kind has, or of LEAST."""
    share = np.zeros_like(fit)
    groups = [(promise.evidence.year, promise.kind) for promise in promises]
    for group in set(groups):
        rows = [at for at, each in enumerate(groups) if each == group]
        best = np.maximum(fit[rows].max(axis=0, keepdims=True), LEAST)
        share[rows] = fit[rows] / best
    return share


def _sibling(promises: Sequence[Promise], vectors: Matrix, fit: Matrix) -> Matrix:
    """Return how well each candidate fits the nearest promise of the same year, weighed by how near that is; shares of the best fit."""
    years = np.array([promise.evidence.year for promise in promises])
    near = np.clip(vectors @ vectors.T, 0, 1) * (years[:, None] == years[None, :])
    np.fill_diagonal(near, 0)
    closest = near.argmax(axis=1)
    best = fit.max(axis=1, keepdims=True)
    lead = np.divide(fit, best, out=np.zeros_like(fit), where=best > 0)
    return np.asarray(near.max(axis=1, keepdims=True) * lead[closest], dtype=np.float32)


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


def _familiar(
    promises: Sequence[Promise], candidates: Sequence[Candidate], rows: Matrix, others: Matrix
) -> Matrix:
    """Return which share of what promise and candidate have in common stood in deeds up to the promise's year."""
    deeds = np.array([candidate.kind == "action" for candidate in candidates])
    years = np.array([candidate.evidence.year for candidate in candidates])
    told = {year: others[deeds & (years <= year)].any(axis=0) for year in {p.evidence.year for p in promises}}
    known = np.stack([told[promise.evidence.year] for promise in promises])
    common = rows @ others.T
    share: Matrix = np.divide((rows * known) @ others.T, common, out=np.zeros_like(common), where=common > 0)
    return share


def _named(
    promises: Sequence[Promise],
    candidates: Sequence[Candidate],
    told: Sequence[str],
    fit: Matrix,
    outlets: Sequence[str],
) -> Matrix:
    """Return the `fit` of the best response that names what a deed of its report names too: 推出“鹤立言”, told in its chapter as 《鹤立言》.

    The name must be new since the promise, and be no outlet's: of those much else is told.
    """
    years = np.array([candidate.evidence.year for candidate in candidates])
    first: dict[str, int] = {}
    naming = []
    for at, candidate in enumerate(candidates):
        if candidate.kind == "response":
            for name in {plain(name) for name in marked(candidate.text)}:
                if not any(name in outlet or outlet in name for outlet in outlets):
                    first[name] = min(
                        year for year, text in zip(years.tolist(), told, strict=True) if name in text
                    )
                    naming.append((at, name))
    found = np.zeros_like(fit)
    since = np.array([promise.evidence.year for promise in promises])
    for at, name in naming:
        deeds = [
            other
            for other in np.flatnonzero(years == years[at]).tolist()
            if candidates[other].kind == "action" and name in told[other]
        ]
        shown = fit[:, at] * (since < first[name])
        found[:, deeds] = np.maximum(found[:, deeds], shown[:, None])
    return found


def _echo(
    candidates: Sequence[Candidate],
    told: Sequence[str],
    fit: Matrix,
    vectors: Matrix,
    parts: Sequence[AbstractSet[str]],
) -> Matrix:
    """Return the `fit` of the best response that a deed of its report says too, by how near the deed comes to being its nearest.

    What a response sums up (为112名新人配备导师) is mostly told once more where its duty is told: by meaning, letters and figures
    the two are near, though the deed may have no word of the promise.
    """
    years = np.array([candidate.evidence.year for candidate in candidates])
    acts = np.array([candidate.kind == "action" for candidate in candidates])
    found = np.zeros_like(fit)
    replies = [at for at, candidate in enumerate(candidates) if candidate.kind == "response"]
    if not replies:
        return found
    letters = _shares(*_tables([parts[at] for at in replies], parts))[0]
    near = np.maximum(vectors[replies] @ vectors.T, 0) + letters + _figures(candidates, told, replies)
    near *= acts[None, :] & (years[replies][:, None] == years[None, :])
    near /= np.maximum(near.max(axis=1, keepdims=True), LEAST)
    for at, nearness in zip(replies, near, strict=True):
        deeds = np.flatnonzero(nearness)
        found[:, deeds] = np.maximum(found[:, deeds], fit[:, [at]] * nearness[deeds])
    return found


def _figures(candidates: Sequence[Candidate], told: Sequence[str], replies: Sequence[int]) -> Matrix:
    """Return for each of `replies` and each candidate 1 where both tell a figure of two digits and more, less where others tell it too."""
    figures = each(lambda text: frozenset(_FIGURE.findall(text)), told)
    telling: dict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(figures):
        for figure in some:
            telling[figure].append(at)
    of = Counter(
        (candidate.evidence.year, figure)
        for candidate, some in zip(candidates, figures, strict=True)
        for figure in some
    )
    shared = np.zeros((len(replies), len(candidates)), np.float32)
    for row, at in enumerate(replies):
        for figure in sorted(figures[at]):
            shared[row, telling[figure]] += 1 / max(of[candidates[at].evidence.year, figure] - 1, 1)
    return np.minimum(shared, 1)


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
