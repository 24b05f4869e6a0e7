"""Fitting how questions are weighed on the tuning gold: ``python -m benchmarks.weights lists|sentences|dates [--library FOLDER]``.

For every question of the tuning part it takes what may answer it (lists that sentences count out, sentences, dates), with what `WEIGHTS` weigh of each and which
are right by the gold. `WEIGHTS` are fitted by conditional logistic regression: among all that may answer a question the right one is to come first. `SURE` and
`BIAS` are fitted by logistic regression over the best one of each question, over the same without what is right, over the same asked of two other media, and over
the unanswerable questions of that form. Printed are the weights, and of media left out of the fit what is found, wrong, and answered though nothing answers it,
for several bars.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.gold import Record, media_folders, series_gold
from benchmarks.places import overlap
from benchmarks.ranking import coming_first
from benchmarks.stored import Shelf, shelf
from ingest.plain import simplified
from search.encoder import open_encoder
from search.library import Library
from search.questions.dates import likely_dates
from search.questions.likely import likely_sentences
from search.questions.lists import likely_lists
from search.questions.naming.catalog import Catalog, catalog
from search.questions.reading.media import choose
from search.questions.reading.reading import Question, read
from search.questions.reading.settling import settled
from search.questions.sentences.passages import Sentence
from search.questions.wording.framing import framed

ELSEWHERE = 2
"""Other media that each question is asked of."""
FOLDS = 10
PULL = 0.02
"""How far the weights of ranking are pulled to nothing (L2, in units of the columns' spread)."""
BARS = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
Table = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One question with all that may answer it."""

    media: str
    question: str
    table: Table
    """What `WEIGHTS` weigh of each, shape (candidates, weights)."""
    right: NDArray[np.bool_]
    groups: NDArray[np.int64]
    """What stands in one place: how far the best is ahead is told against those of other groups."""
    asked: tuple[float, ...]
    """What `SURE` weighs of the question itself."""

    def without_right(self) -> Case:
        """Return the same where the reports do not tell it."""
        gone = np.isin(self.groups, self.groups[self.right])
        return replace(self, table=self.table[~gone], right=self.right[~gone], groups=self.groups[~gone])


Gather = Callable[[Shelf, Question, Record | None, str], Case | None]


def _spots(held: Shelf, media: str, gold: Record) -> list[tuple[str, Any]]:
    return [held.spot(media, quote) for quote in gold["evidence"]]


def _meets(held: Shelf, sentence: Sentence, spots: Sequence[tuple[str, Any]]) -> bool:
    place = held.at(sentence.report, sentence.start, sentence.end)
    return any(report == sentence.report and overlap((place,), places) for report, places in spots)


def _squeezed(text: str) -> str:
    return "".join(text.split()).strip("《》“”「」\"'")


def of_lists(held: Shelf, question: Question, gold: Record | None, media: str) -> Case | None:
    """Return the lists that may answer a question; the right ones hold most of the gold's items, in the gold's sentence."""
    found, table, asked = likely_lists.to_weigh(held.library, question)
    if not found:
        return None
    right = np.zeros(len(found), dtype=np.bool_)
    if gold is not None:
        items, spots = [_squeezed(item) for item in gold["answer"]["items"]], _spots(held, media, gold)
        shares = np.array(
            [
                _meets(held, each.sentence, spots) * _like([m.label for m in each.found.members], items)
                for each in found
            ]
        )
        right = (shares >= 0.5) & (shares >= shares.max())
    groups = np.array([each.sentence.start + 10**7 * each.sentence.year for each in found])
    return Case(media, question.asked, table, right, groups, asked)


def _like(labels: Sequence[str], items: Sequence[str]) -> float:
    """Return how many of the gold's items a list holds, of all of both."""
    told = [_squeezed(label) for label in labels]
    held = sum(
        any(item in label or (label in item and 2 * len(label) > len(item)) for label in told)
        for item in items
    )
    return held / max(len(items), len(told), 1)


def of_sentences(held: Shelf, question: Question, gold: Record | None, media: str) -> Case | None:
    """Return the sentences that may answer a question; the right ones are those of the gold."""
    found, table, asked = likely_sentences.to_weigh(held.library, question)
    if not found:
        return None
    right = np.zeros(len(found), dtype=np.bool_)
    if gold is not None:
        spots = _spots(held, media, gold)
        right = np.array([_meets(held, each, spots) for each in found])
    return Case(media, question.asked, table, right, np.arange(len(found)), asked)


def of_dates(held: Shelf, question: Question, gold: Record | None, media: str) -> Case | None:
    """Return the dates that may answer a question; the right ones are as exact as the gold's."""
    terms = likely_dates.terms_asked(held.library, question)
    told = list(likely_dates.told_dates(held.library, question))
    if not terms or not told:
        return None
    table = likely_dates.features_of(held.library, question, terms, told)
    right = np.zeros(len(told), dtype=np.bool_)
    if gold is not None:
        spots = _spots(held, media, gold)
        right = np.array(
            [each.iso == gold["answer"]["text"] and _meets(held, each.sentence, spots) for each in told]
        )
    groups = np.array([each.sentence.start + 10**7 * each.sentence.year + each.run for each in told])
    asked = tuple(likely_dates.asked_of(held.library, question, terms))
    return Case(media, question.asked, table, right, groups, asked)


KINDS: dict[str, tuple[Gather, frozenset[str]]] = {
    "lists": (of_lists, frozenset({"list"})),
    "sentences": (of_sentences, frozenset({"lookup", "list"})),
    "dates": (of_dates, frozenset({"when"})),
}


def gathered(held: Shelf, kind: str) -> tuple[list[Case], list[Case]]:
    """Return the questions that the gold answers, and those that nothing answers."""
    gather, kinds = KINDS[kind]
    known = {folder.name: gold for folder in media_folders("tuning", None) if (gold := series_gold(folder))}
    catalogs = {slug: _catalog(held, gold["media"]) for slug, gold in known.items()}
    chance = random.Random(1)
    told: list[Case] = []
    nothing: list[Case] = []
    for slug, gold in known.items():
        for asked in gold["questions"]:
            if asked["kind"] not in kinds and asked["answer"] is not None:
                continue
            question = _read(asked["question"], catalogs[slug])
            case = gather(held, question, asked if asked["answer"] else None, gold["media"])
            if asked["answer"] is None:
                nothing += [case] if case and asked["kind"] == "unanswerable" else []
                continue
            if case is not None and case.right.any():
                told.append(case)
                nothing += [left] if len((left := case.without_right()).table) else []
            others = [other for other in known if other != slug]
            for other in chance.sample(others, ELSEWHERE):
                of_other = _read(asked["question"], catalogs[other])
                strange = gather(held, of_other, None, gold["media"])
                nothing += [strange] if strange else []
    return told, nothing


def _catalog(held: Shelf, media: str) -> Catalog:
    chosen = choose(held.library.graph, "", media).media
    assert chosen is not None
    return catalog(held.library, chosen)


def _read(asked: str, known: Catalog) -> Question:
    return settled(read(framed(simplified(asked)), known))


def ranked(cases: Sequence[Case]) -> Table:
    """Return the weights by which the right one of each question comes first most likely."""
    return coming_first([(case.table, case.right) for case in cases], PULL * len(cases))


def best_of(case: Case, weights: Table, farthest: float) -> tuple[int, float, float]:
    """Return the place of the best, its fit, and how far it is ahead of any of another group."""
    fits = case.table @ weights
    at = int(np.argmax(fits))
    others = fits[case.groups != case.groups[at]]
    return at, float(fits[at]), min(farthest, float(fits[at] - others.max())) if len(others) else farthest


def sure_row(case: Case, weights: Table, farthest: float) -> list[float]:
    """Return what `SURE` weighs: the fit, how far it is ahead, the best one's own columns, and what is told of the question."""
    at, fit, ahead = best_of(case, weights, farthest)
    return [fit, ahead, *case.table[at].tolist(), *case.asked]


@dataclass(frozen=True)
class Fitted:
    """Weights of one fit."""

    rank: Table
    sure: Table
    bias: float

    def chance(self, case: Case, farthest: float) -> tuple[bool, float]:
        """Return whether the best one is right and how likely it is held to be."""
        at, *_ = best_of(case, self.rank, farthest)
        row = np.array(sure_row(case, self.rank, farthest))
        return bool(case.right[at]), float(1 / (1 + np.exp(-(row @ self.sure + self.bias))))


def fitted(told: Sequence[Case], nothing: Sequence[Case], farthest: float) -> Fitted:
    """Fit both."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    rank = ranked(told)
    rows = np.array([sure_row(case, rank, farthest) for case in [*told, *nothing]])
    right = np.array([bool(case.right[best_of(case, rank, farthest)[0]]) for case in [*told, *nothing]])
    scaler = StandardScaler().fit(rows)
    model: Any = LogisticRegression(C=0.1, max_iter=4000).fit(scaler.transform(rows), right)
    slopes = model.coef_[0] / scaler.scale_
    return Fitted(rank, slopes, float(model.intercept_[0] - slopes @ scaler.mean_))


def left_out(
    told: Sequence[Case], nothing: Sequence[Case], farthest: float
) -> Iterator[tuple[Case, bool, float]]:
    """Yield every question with whether its best is right and how likely that is held, by weights fitted without its media."""
    media = sorted({case.media for case in told} | {case.media for case in nothing})
    for fold in range(FOLDS):
        out = set(media[fold::FOLDS])
        fit = fitted(
            [c for c in told if c.media not in out], [c for c in nothing if c.media not in out], farthest
        )
        for case in [*told, *nothing]:
            if case.media in out:
                yield case, *fit.chance(case, farthest)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, measure and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weights", description=__doc__)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--library", type=Path, help="a library of all sample reports, where there is one")
    options = parser.parse_args(arguments)
    if options.library is None:
        with shelf() as held:
            report(held, options.kind)
    else:
        with Library.open(options.library, encoder=open_encoder()) as library:
            report(Shelf(library), options.kind)
    return 0


def report(held: Shelf, kind: str) -> None:
    """Print the weights and what they do on media left out."""
    farthest = {"lists": likely_lists, "sentences": likely_sentences, "dates": likely_dates}[kind].FARTHEST
    told, nothing = gathered(held, kind)
    fit = fitted(told, nothing, farthest)
    print(f"WEIGHTS = {tuple(np.round(fit.rank, 2).tolist())}")
    print(f"SURE = {tuple(np.round(fit.sure, 2).tolist())}")
    print(f"BIAS = {fit.bias:.2f}")
    seen = list(left_out(told, nothing, farthest))
    asked = [(right, chance) for case, right, chance in seen if case.right.any()]
    idle = [chance for case, _, chance in seen if not case.right.any()]
    print(
        f"{len(asked)} questions, the best one right for {sum(right for right, _ in asked)}; {len(idle)} that nothing answers"
    )
    for bar in BARS:
        found = sum(right and chance >= bar for right, chance in asked)
        wrong = sum(not right and chance >= bar for right, chance in asked)
        print(
            f"{bar:.2f}: {found} found, {wrong} wrong, {sum(c >= bar for c in idle)} answered though nothing answers"
        )


if __name__ == "__main__":
    raise SystemExit(main())
