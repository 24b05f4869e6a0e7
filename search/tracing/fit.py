"""Fitting the weights of tracing on the tuning gold: ``python -m search.tracing.fit CORPORA [--write]``.

A logistic model with few columns and strong regularisation, measured by fitting on all media but one and tracing that one.
The tables of topics and synonyms were written by people who know the genre; another media will have words that they
lack. So the model also sees each pair with the topics, and with the synonyms, hidden.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.answers import Status
from search.encoder import open_encoder
from search.tracing.chain import Chain, names, outlets, status
from search.tracing.gold import Series, read
from search.tracing.scoring import COLUMNS, KINDS, WEIGHTS, Weights, columns
from search.tracing.signals import SIGNALS, later, signals

REGULARISATION = 0.25
HIDDEN: tuple[tuple[tuple[str, ...], float], ...] = (
    ((), 1.0),
    (("topic_weight",), 0.3),
    (("synonyms",), 0.3),
)
"""What is hidden in each copy of the pairs, and how much the copy weighs."""
THRESHOLDS = np.arange(0.06, 0.8, 0.02)
AROUND = 4
"""How many neighbours on each side a threshold is judged with."""


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
        table[..., [SIGNALS.index(name) for name in hidden]] = 0
        return replace(self, table=table)


def fit(media: Sequence[Media]) -> Weights:
    """Fit the weights; the threshold is the one that suits these media best."""
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
    found = Weights(
        columns={name: round(float(slope), 3) for name, slope in zip(COLUMNS, slopes, strict=True)},
        intercept=round(float(model.intercept_[0] - slopes @ scaler.mean_), 3),
        threshold=0.5,
    )
    return found.model_copy(update={"threshold": best_threshold([(each, found) for each in media])})


def best_threshold(fitted: Sequence[tuple[Media, Weights]]) -> float:
    """Return the threshold around which the sum of link F1 and status accuracy is highest, each media with its weights.

    A few dozen links make single thresholds good or bad by chance, so each counts with its neighbours. And each media counts
    with signals hidden too: where the tables lack a report's words, what is a link scores lower.
    """
    values = np.zeros(len(THRESHOLDS))
    seen = [
        (media.without(hidden), weights, weight) for media, weights in fitted for hidden, weight in HIDDEN
    ]
    for at, threshold in enumerate(THRESHOLDS):
        for media, weights, weight in seen:
            figures = measure(media, weights.model_copy(update={"threshold": float(threshold)}))
            values[at] += weight * (figures["f1"] + figures["status"])
    smooth = np.convolve(np.pad(values, AROUND, mode="edge"), np.ones(2 * AROUND + 1), mode="valid")
    return round(float(THRESHOLDS[int(smooth.argmax())]), 2)


def measure(media: Media, weights: Weights) -> dict[str, float]:
    """Return precision, recall and F1 of links and the accuracy of statuses, 0 to 1."""
    series = media.series
    scores = weights.probabilities(media.table) * media.later
    chain = Chain(series.promises, series.candidates, scores, max(r.report_year or 0 for r in series.reports))
    right = shown = wanted = statuses = 0
    for index, promise in enumerate(series.promises):
        links = chain.links(index, weights.threshold)
        gold = {kind: series.links(promise, kind) for kind in KINDS}
        for kind in KINDS:
            shown += len(links[kind])
            wanted += len(gold[kind])
            right += sum(series.matches(link.evidence, gold[kind]) for link in links[kind])
        statuses += status(links, pending=False) is Status(series.status(promise))
    precision, recall = right / max(shown, 1), right / max(wanted, 1)
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
        "status": statuses / len(series.promises),
    }


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
    for each, weights in apart:
        _print(f"fitted on the others, measured on {each.series.name}", measure(each, weights), weights)
    # One threshold that suits media which the weights were not fitted on: that is what it will meet.
    weights = fit(media).model_copy(update={"threshold": best_threshold(apart)})
    across = [(each, found.model_copy(update={"threshold": weights.threshold})) for each, found in apart]
    _print("fitted on the others, all media", _together(across), weights)
    for each in media:
        _print(f"fitted on all, measured on {each.series.name}", measure(each, weights), weights)
    print(json.dumps(weights.columns))
    if options.write:
        WEIGHTS.write_text(weights.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _together(fitted: Sequence[tuple[Media, Weights]]) -> dict[str, float]:
    """Return the mean of what is measured, each media weighing its promises."""
    figures = [(len(media.series.promises), measure(media, weights)) for media, weights in fitted]
    count = sum(promises for promises, _ in figures)
    return {name: sum(n * found[name] for n, found in figures) / count for name in figures[0][1]}


def _print(what: str, figures: dict[str, float], weights: Weights) -> None:
    told = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
    print(f"{what}: {told}  (threshold {weights.threshold})")


if __name__ == "__main__":
    main()
