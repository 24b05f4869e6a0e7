"""From signals to scores: later reports only, weights as data, fitting that transfers from one media to another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from search.encoder import open_encoder
from search.tracing.fit import Media, fit, measure
from search.tracing.gold import read
from search.tracing.material import candidates, promises
from search.tracing.scoring import COLUMNS, fitted, scores
from search.tracing.signals import SIGNALS, signals
from tests.search.tracing.series import report

CORPORA = Path(__file__).parents[3] / "corpora"
REPORTS = [
    report(2019, "新闻热线受理群众来电430件。", commitments=["建设演播室", "开办少儿广播节目"]),
    report(2020, "4K演播室建成启用，面积300平方米。新闻热线受理群众来电455件。"),
]


def test_signals_are_figures_between_0_and_2_for_every_pair() -> None:
    made = [promise for each in REPORTS for promise in promises(each)]
    found = [candidate for each in REPORTS for candidate in candidates(each)]
    table = signals(made, found, open_encoder())
    assert table.shape == (2, 3, len(SIGNALS))
    assert np.isfinite(table).all()
    assert table.max() <= 2
    routine = table[0, :, SIGNALS.index("routine")]
    assert routine[2] > 0.8 > routine[1]
    scored = scores(made, found, table, fitted())
    assert (scored[:, 0] == 0).all()
    assert scored[0, 1] == scored.max() > fitted().threshold
    assert signals([], found, open_encoder()).shape == (0, 3, len(SIGNALS))


def test_the_stored_weights_fit_the_code() -> None:
    assert set(fitted().columns) == set(COLUMNS)
    assert 0 < fitted().threshold < 1
    for evidence_for in (
        "meaning",
        "letters",
        "synonyms",
        "topics",
        "topic_weight",
        "lead",
        "concrete",
        "deed",
    ):
        assert fitted().columns[evidence_for] > 0
    assert fitted().columns["routine"] < 0


@pytest.mark.parametrize(("fitted_on", "measured_on"), [("lanxi", "cangning"), ("cangning", "lanxi")])
def test_what_is_fitted_on_one_media_holds_for_another(fitted_on: str, measured_on: str) -> None:
    pytest.importorskip("sklearn")
    weights = fit([Media.of(read(CORPORA, fitted_on))])
    figures = measure(Media.of(read(CORPORA, measured_on)), weights)
    assert figures["status"] >= 0.75
    assert figures["f1"] >= 0.65
