"""From signals to scores: later reports only, weights as data, fitting that transfers from one media to another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from search.encoder import open_encoder
from search.tracing.chain import Chain
from search.tracing.fit import Media, fit, measure
from search.tracing.gold import read
from search.tracing.material import candidates, promises
from search.tracing.scoring import COLUMNS, columns, fitted, scores
from search.tracing.signals import SIGNALS, signals
from tests.search.tracing.series import report

CORPORA = Path(__file__).parents[3] / "corpora"
SERIES = ("cangning", "lanxi", "lanyu", "xiyuan", "tangxi")
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
    scored = scores(made, found, columns(made, found, table), fitted())
    assert (scored[:, 0] == 0).all()
    assert scored[0, 1] == scored.max() > fitted().thresholds["action"]
    assert signals([], found, open_encoder()).shape == (0, 3, len(SIGNALS))


def test_the_stored_weights_fit_the_code() -> None:
    assert set(fitted().columns) == set(COLUMNS)
    assert all(0 < threshold < 1 for threshold in fitted().thresholds.values())
    for evidence_for in (
        "meaning",
        "letters",
        "matter",
        "synonyms",
        "topic_weight",
        "lead",
        "owner",
        "sibling",
        "order",
        "concrete",
        "deed",
    ):
        assert fitted().columns[evidence_for] > 0
    assert fitted().columns["routine"] < 0


def test_what_is_fitted_on_some_media_holds_for_another() -> None:
    pytest.importorskip("sklearn")
    media = [Media.of(read(CORPORA, name)) for name in SERIES]
    for each in media:
        figures = measure(each, fit([other for other in media if other is not each]))
        assert figures["status"] >= 0.7, each.series.name
        assert figures["f1"] >= 0.75, each.series.name


def test_each_score_tells_what_it_is_made_of() -> None:
    chain = Chain.of(REPORTS, open_encoder(), fitted())
    [link] = chain.links(0, fitted().thresholds)["action"]
    assert link.because
    assert set(link.because) <= set(COLUMNS)
    logit = sum(link.because.values()) + fitted().intercept
    assert link.score == pytest.approx(1 / (1 + np.exp(-logit)), abs=0.02)


def test_a_deed_that_a_response_names_is_near_to_what_the_response_answers() -> None:
    reports = [
        report(2019, "新闻热线受理群众来电430件。", shortcomings=["评论声音偏弱", "直播场次少"]),
        report(2020, "《鹤立言》每期三分钟，全年112期。", responses=["针对评论声音偏弱，“鹤立言”已成品牌"]),
    ]
    made = [promise for each in reports for promise in promises(each)]
    found = [candidate for each in reports for candidate in candidates(each)]
    named = signals(made, found, open_encoder())[:, :, SIGNALS.index("named")]
    deed = next(at for at, each in enumerate(found) if each.text.startswith("《鹤立言》"))
    assert named[0, deed] > named[1, deed]
    assert (np.delete(named, deed, axis=1) == 0).all()
