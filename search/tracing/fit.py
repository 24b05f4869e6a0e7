"""Fitting the weights of tracing on the tuning gold: ``python -m search.tracing.fit CORPORA [--write]``.

Logistic models with few columns and strong regularisation, measured by fitting on all media but one and tracing that one.
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

from search.answers import Link, LinkKind, Status
from search.encoder import open_encoder
from search.tracing.chain import Chain, names, outlets, status
from search.tracing.gold import Series, read
from search.tracing.scoring import COLUMNS, KINDS, WEIGHTS, Model, Models, Weights, columns, recurring
from search.tracing.settling import settled
from search.tracing.signals import Seen, later, signals
from search.tracing.testable import vagueness

REGULARISATION = 0.25
THRESHOLDS = np.arange(0.1, 0.8, 0.02)
FULL = 40
"""Deeds a report, from which on a series is as long as published reports are: thresholds are chosen on such, and pairs of shorter ones count
less in fitting, as in them far more of the deeds answer something."""
CLOSE = 0.005
"""How much of F1 another threshold may cost: less than what chance makes of it on so few series."""
PRECISION = 0.8
"""What the links of a kind must reach at least on media that were not fitted on: an editor follows each one that is shown, and what is
not shown is thought not done."""


@dataclass(frozen=True)
class Media:
    """A series of the gold as arrays of shape (promises, candidates) or (promises, candidates, columns)."""

    series: Series
    seen: Seen
    table: NDArray[np.float32]
    linked: NDArray[np.bool_]
    later: NDArray[np.bool_]
    """Which pairs may be links."""

    @property
    def deeds(self) -> float:
        """How many deeds its reports tell, on average."""
        told = sum(candidate.kind == "action" for candidate in self.series.candidates)
        return told / len(self.series.reports)

    @property
    def weight(self) -> float:
        """How much each of its pairs counts in fitting, 0 to 1."""
        return min(1.0, self.deeds / FULL) ** 2

    @classmethod
    def of(cls, series: Series) -> Media:
        """Weigh a series."""
        made, found = series.promises, series.candidates
        seen = signals(made, found, open_encoder(), names(series.reports), outlets(series.reports))
        linked = [[series.linked(promise, one) for one in found] for promise in made]
        table = columns(made, found, seen.signals)
        # As `search.trace` shows them: nothing answers a commitment that is no more than a vow.
        vague = np.array([each.kind == "commitment" and vagueness(each.text) is not None for each in made])
        told = later(made, found) & ~(vague[:, None] & ~recurring(table))
        return cls(series, seen, table, np.array(linked), told)


def fit(media: Sequence[Media]) -> Weights:
    """Fit the models; the thresholds are left at a half."""
    first = _models(media)
    second = _models([replace(each, table=settled(each.seen, each.table, first)) for each in media])
    return Weights(first=first, second=second, thresholds=dict.fromkeys(KINDS, 0.5))


def _models(media: Sequence[Media]) -> Models:
    return Models(met=_model(media, again=False), again=_model(media, again=True))


def _model(media: Sequence[Media], again: bool) -> Model:
    """Fit the model of recurrences, or that of responses and actions."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    told = [each.later & (recurring(each.table) == again) for each in media]
    table = np.concatenate([each.table[pairs] for each, pairs in zip(media, told, strict=True)])
    linked = np.concatenate([each.linked[pairs] for each, pairs in zip(media, told, strict=True)])
    weight = np.concatenate(
        [np.full(pairs.sum(), each.weight) for each, pairs in zip(media, told, strict=True)]
    )
    scaler = StandardScaler().fit(table)
    model: Any = LogisticRegression(C=REGULARISATION, max_iter=2000)
    model.fit(scaler.transform(table), linked, sample_weight=weight)
    # A column that is the same for all (a deed's, where there are only shortcomings) gets the weight 0.
    slopes = model.coef_[0] / scaler.scale_
    return Model(
        columns={name: round(float(slope), 3) for name, slope in zip(COLUMNS, slopes, strict=True)},
        intercept=round(float(model.intercept_[0] - slopes @ scaler.mean_), 3),
    )


def weighed(media: Media, weights: Weights) -> Chain:
    """Return a media's chain, its pairs weighed by `weights`."""
    table = settled(media.seen, media.table, weights.first)
    series, scores = media.series, weights.probabilities(table) * media.later
    last = max(report.report_year or 0 for report in series.reports)
    return Chain(series.promises, series.candidates, scores, last, table)


def best_thresholds(fitted: Sequence[tuple[Media, Chain]]) -> dict[LinkKind, float]:
    """Return of each kind the lowest of the thresholds whose links are precise enough and whose F1 is `CLOSE` to the best such.

    Each media comes with its chain.
    """
    every = [together(fitted, dict.fromkeys(KINDS, float(threshold))) for threshold in THRESHOLDS]
    found: dict[LinkKind, float] = {}
    for kind in KINDS:
        precise = [at for at, each in enumerate(every) if each[f"{kind} precision"] >= PRECISION]
        # The highest one where none is: a kind without links has no precision.
        best = max((every[at][f"{kind} f1"] for at in precise), default=0.0)
        close = [at for at in precise if every[at][f"{kind} f1"] >= best - CLOSE]
        found[kind] = round(float(THRESHOLDS[close[0] if close else -1]), 2)
    return found


def together(fitted: Sequence[tuple[Media, Chain]], thresholds: Mapping[LinkKind, float]) -> dict[str, float]:
    """Return precision, recall and F1 of all links of these media and the accuracy of all statuses, 0 to 1."""
    return rates(np.sum([counted(media, chain, thresholds) for media, chain in fitted], axis=0))


def measure(
    media: Media, weights: Weights, thresholds: Mapping[LinkKind, float] | None = None
) -> dict[str, float]:
    """Return precision, recall and F1 of one media's links and the accuracy of its statuses, 0 to 1."""
    return together([(media, weighed(media, weights))], thresholds or weights.thresholds)


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


def counted(media: Media, chain: Chain, thresholds: Mapping[LinkKind, float]) -> NDArray[np.int64]:
    """Return a row (right, shown, wanted) for the links of each kind and one (right, all, 0) for statuses."""
    series = media.series
    counts = np.zeros((len(KINDS) + 1, 3), dtype=np.int64)
    for index, promise in enumerate(series.promises):
        links = chain.links(index, thresholds)
        for at, kind in enumerate(KINDS):
            gold = series.links(promise, kind)
            counts[at] += _right(series, links[kind], gold), len(links[kind]), len(gold)
        counts[-1] += status(links, pending=False) is Status(series.status(promise)), 1, 0
    return counts


def _right(series: Series, links: Sequence[Link], gold: Sequence[tuple[int, str]]) -> int:
    """Return how many links are right; two that show one place of the gold are one right and one wrong."""
    left = list(gold)
    for link in links:
        met = next((place for place in left if series.matches(link.evidence, [place])), None)
        if met is not None:
            left.remove(met)
    return len(gold) - len(left)


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
    apart = [(each, weighed(each, fit([other for other in media if other is not each]))) for each in media]
    # Thresholds that suit media which the weights were not fitted on: such media they will meet.
    long = [pair for pair in apart if pair[0].deeds >= FULL]
    thresholds = best_thresholds(long)
    for pair in apart:
        _print(f"fitted on the others, measured on {pair[0].series.name}", together([pair], thresholds))
    _print("fitted on the others, all media", together(apart, thresholds))
    _print(f"fitted on the others, the {len(long)} as long as published ones", together(long, thresholds))
    weights = fit(media).model_copy(update={"thresholds": thresholds})
    _print(
        "fitted on all, all media", together([(each, weighed(each, weights)) for each in media], thresholds)
    )
    print(json.dumps(weights.model_dump()))
    if options.write:
        WEIGHTS.write_text(weights.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _print(what: str, figures: dict[str, float]) -> None:
    print(f"{what}: " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
