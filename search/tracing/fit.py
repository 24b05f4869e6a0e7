"""Fitting the weights of tracing on the tuning gold: ``python -m search.tracing.fit CORPORA [--write]``.

A logistic model with few columns and strong regularisation, measured by fitting on all media but one and tracing that one.
The tables of topics and synonyms were written by people who know the genre; another media will have words that they
lack. So the model also sees each pair with the topics, and with the synonyms, hidden.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.answers import LinkKind, Status
from search.encoder import open_encoder
from search.tracing.chain import Chain, names, outlets, status
from search.tracing.gold import Series, read
from search.tracing.scoring import COLUMNS, KINDS, WEIGHTS, Weights, columns
from search.tracing.signals import later, signals

REGULARISATION = 0.25
HIDDEN: tuple[tuple[tuple[str, ...], float], ...] = (
    ((), 1.0),
    (("topic_weight",), 0.3),
    (("synonyms",), 0.3),
)
"""What is hidden in each copy of the pairs, and how much the copy weighs."""
THRESHOLDS = np.arange(0.1, 0.8, 0.04)
AROUND = 2
"""How many neighbours on each side a threshold is judged with."""
NO_WORSE = 0.004
"""By how little a sum of F1 and accuracy may fall behind the best one to be as good."""
PRECISION = 0.8
"""What links of a kind must reach, where any threshold lets them: an editor follows each one that is shown."""


@dataclass(frozen=True)
class Media:
    """A series of the gold as arrays of shape (promises, candidates) or (promises, candidates, columns)."""

    series: Series
    table: NDArray[np.float32]
    linked: NDArray[np.bool_]
    later: NDArray[np.bool_]

    @classmethod
    def of(cls, series: Series) -> Media:
        """Weigh a series."""
        found = signals(
            series.promises, series.candidates, open_encoder(), names(series.reports), outlets(series.reports)
        )
        linked = [[series.linked(made, one) for one in series.candidates] for made in series.promises]
        return cls(
            series,
            columns(series.promises, series.candidates, found),
            np.array(linked),
            later(series.promises, series.candidates),
        )

    def without(self, hidden: Sequence[str]) -> Media:
        """Return the same with some signals hidden."""
        table = self.table.copy()
        table[..., [at for at, name in enumerate(COLUMNS) if name.removesuffix("_recurs") in hidden]] = 0
        return replace(self, table=table)


def fit(media: Sequence[Media]) -> Weights:
    """Fit the weights; the thresholds are left at a half."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    rows, labels, weights = [], [], []
    for each in media:
        for hidden, weight in HIDDEN:
            rows.append(each.without(hidden).table[each.later])
            labels.append(each.linked[each.later])
            weights.append(np.full(int(each.later.sum()), weight))
    table, share = np.concatenate(rows), np.concatenate(weights)
    scaler = StandardScaler().fit(table)
    model: Any = LogisticRegression(C=REGULARISATION, max_iter=2000)
    # The copies together weigh as much as the pairs themselves, so that they don't weaken the regularisation.
    share = share / sum(weight for _, weight in HIDDEN)
    model.fit(scaler.transform(table), np.concatenate(labels), sample_weight=share)
    slopes = model.coef_[0] / scaler.scale_
    return Weights(
        columns={name: round(float(slope), 3) for name, slope in zip(COLUMNS, slopes, strict=True)},
        intercept=round(float(model.intercept_[0] - slopes @ scaler.mean_), 3),
        thresholds=dict.fromkeys(KINDS, 0.5),
    )


def best_thresholds(fitted: Sequence[tuple[Media, Weights]]) -> dict[LinkKind, float]:
    """Return the thresholds around which the sum of link F1 and status accuracy is highest, each media with its weights.

    A few dozen links make single thresholds good or bad by chance, so each counts with its neighbours. And all media count with
    signals hidden too: where the tables lack a report's words, what is a link scores lower. Of those that are
    as good as the best and precise enough it is the middle one. Twice over the kinds, as what one shows decides how much another may.
    """
    seen = [
        ([(media.without(hidden), weights) for media, weights in fitted], weight) for hidden, weight in HIDDEN
    ]
    found: dict[LinkKind, float] = dict.fromkeys(KINDS, 0.42)
    for kind in (*KINDS, *KINDS):
        values = np.zeros(len(THRESHOLDS))
        for at, threshold in enumerate(THRESHOLDS):
            for those, weight in seen:
                figures = together(those, {**found, kind: float(threshold)})
                values[at] += weight * (figures["f1"] + figures["status"])
        near = np.ones(2 * AROUND + 1) / (2 * AROUND + 1)
        smooth = np.convolve(np.pad(values, AROUND, mode="edge"), near, mode="valid")
        precise = np.array(
            [
                together(fitted, {**found, kind: float(threshold)})[f"{kind} precision"] >= PRECISION
                for threshold in THRESHOLDS
            ]
        )
        if precise.any():
            smooth[~precise] = -np.inf
        good = np.flatnonzero(smooth >= smooth.max() - NO_WORSE)
        found[kind] = round(float(THRESHOLDS[good[len(good) // 2]]), 2)
    return found


def together(
    fitted: Sequence[tuple[Media, Weights]], thresholds: Mapping[LinkKind, float]
) -> dict[str, float]:
    """Return precision, recall and F1 of all links of these media and the accuracy of all statuses, 0 to 1."""
    return rates(np.sum([counted(media, weights, thresholds) for media, weights in fitted], axis=0))


def measure(
    media: Media, weights: Weights, thresholds: Mapping[LinkKind, float] | None = None
) -> dict[str, float]:
    """Return precision, recall and F1 of one media's links and the accuracy of its statuses, 0 to 1."""
    return rates(counted(media, weights, thresholds or weights.thresholds))


def rates(counts: NDArray[np.int64]) -> dict[str, float]:
    """Return precision, recall, F1, also of each kind, and accuracy from what `counted` gives."""
    found: dict[str, float] = {}
    for name, (right, shown, wanted) in [
        ("", counts[: len(KINDS)].sum(axis=0)),
        *zip(KINDS, counts, strict=False),
    ]:
        mark = f"{name} " if name else ""
        found[f"{mark}precision"] = float(right / max(shown, 1))
        found[f"{mark}recall"] = float(right / max(wanted, 1))
        found[f"{mark}f1"] = float(2 * right / max(shown + wanted, 1))
    found["status"] = float(counts[-1, 0] / max(counts[-1, 1], 1))
    return found


def counted(media: Media, weights: Weights, thresholds: Mapping[LinkKind, float]) -> NDArray[np.int64]:
    """Return a row (right, shown, wanted) for the links of each kind and one (right, all, 0) for statuses."""
    series = media.series
    scores = weights.probabilities(media.table) * media.later
    chain = Chain(series.promises, series.candidates, scores, max(r.report_year or 0 for r in series.reports))
    counts = np.zeros((len(KINDS) + 1, 3), dtype=np.int64)
    for index, promise in enumerate(series.promises):
        links = chain.links(index, thresholds)
        for at, kind in enumerate(KINDS):
            gold = series.links(promise, kind)
            right = sum(series.matches(link.evidence, gold) for link in links[kind])
            counts[at] += right, len(links[kind]), len(gold)
        counts[-1] += status(links, pending=False) is Status(series.status(promise)), 1, 0
    return counts


def main() -> None:
    """Print how well it goes across media and on all; with ``--write`` store the weights fitted on all."""
    parser = argparse.ArgumentParser(description="Fit the weights of tracing on the tuning gold.")
    parser.add_argument("corpora", type=Path, nargs="?", default=Path("corpora"))
    parser.add_argument("--write", action="store_true", help="store the weights")
    options = parser.parse_args()
    folders = sorted((options.corpora / "gold" / "tuning").iterdir())
    series = [read(options.corpora, folder.name) for folder in folders if (folder / "series.json").exists()]
    # A media of one year has nothing to follow.
    media = [Media.of(each) for each in series if each.promises]
    apart = [(each, fit([other for other in media if other is not each])) for each in media]
    # Thresholds that suit media which the weights were not fitted on: such media they will meet.
    thresholds = best_thresholds([pair for pair in apart if not pair[0].series.reread])
    for each, weights in apart:
        _print(f"fitted on the others, measured on {each.series.name}", measure(each, weights, thresholds))
    _print("fitted on the others, all media", together(apart, thresholds))
    weights = fit(media).model_copy(update={"thresholds": thresholds})
    _print("fitted on all, all media", together([(each, weights) for each in media], thresholds))
    print(json.dumps(weights.model_dump()))
    if options.write:
        WEIGHTS.write_text(weights.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _print(what: str, figures: dict[str, float]) -> None:
    print(f"{what}: " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
