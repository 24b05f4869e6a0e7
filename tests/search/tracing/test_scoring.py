"""From signals to scores: later reports only, weights as data, fitting that transfers from one media to another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.report import Report
from search.encoder import open_encoder
from search.tracing.chain import Chain
from search.tracing.fit import Media, fit, measure
from search.tracing.gold import read
from search.tracing.material import Candidate, Promise, candidates, promises
from search.tracing.scoring import COLUMNS, columns, fitted, scores
from search.tracing.settling import settled
from search.tracing.signals import SIGNALS, Seen, signals
from tests.search.tracing.series import report

CORPORA = Path(__file__).parents[3] / "corpora"
SERIES = ("cangning", "lanxi", "lanyu", "lingdong", "luting", "meihe", "tangxi", "xiyuan")
BESIDES = ("fengchuan", "hefeng", "shuochuan", "songyuan", "wangchuan", "xiaoling", "yuchuan")
"""Media that are fitted on too, but not measured."""
REPORTS = [
    report(2019, "新闻热线受理群众来电430件。", commitments=["建设演播室", "开办少儿广播节目"]),
    report(2020, "4K演播室建成启用，面积300平方米。新闻热线受理群众来电455件。"),
]


def test_signals_are_small_figures_for_every_pair() -> None:
    made = [promise for each in REPORTS for promise in promises(each)]
    found = [candidate for each in REPORTS for candidate in candidates(each)]
    table = signals(made, found, open_encoder()).signals
    assert table.shape == (2, 3, len(SIGNALS))
    assert np.isfinite(table).all()
    assert np.abs(table).max() <= 3
    stale = table[0, :, SIGNALS.index("stale")]
    assert stale[2] > 0.8 > stale[1]
    seen = signals(made, found, open_encoder())
    scored = scores(made, found, settled(seen, columns(made, found, table), fitted().first), fitted())
    assert (scored[:, 0] == 0).all()
    assert scored[0, 1] == scored.max() > fitted().thresholds["action"]
    assert signals([], found, open_encoder()).signals.shape == (0, 3, len(SIGNALS))


def test_the_stored_weights_fit_the_code() -> None:
    models = fitted()
    first, met, again = models.first.met.columns, models.second.met.columns, models.second.again.columns
    assert set(first) == set(met) == set(again) == set(COLUMNS)
    assert all(0 < threshold < 1 for threshold in models.thresholds.values())
    for evidence_for in ("meaning", "letters", "matter", "topic", "lead", "owner"):
        assert first[evidence_for] > 0
        assert again[evidence_for] > 0
    for evidence_for in ("order", "concrete", "deed", "named", "echo", "beside"):
        assert first[evidence_for] > 0
        assert again[evidence_for] == 0
    for evidence_for in ("partner", "through"):
        assert first[evidence_for] == 0 < min(met[evidence_for], again[evidence_for])
    for evidence_for in ("retold", "follow"):
        assert first[evidence_for] == again[evidence_for] == 0 < met[evidence_for]
    for model in (first, met):
        assert max(model["stale"], model["crowd"], model["effort"], model["preface"]) < 0 < model["length"]
    assert max(met["rival"], again["rival"]) < 0
    assert again["again"] > 0
    assert again["together"] > 0
    assert again["kept"] < 0


def test_what_is_fitted_on_some_media_holds_for_another() -> None:
    pytest.importorskip("sklearn")
    media = [Media.of(read(CORPORA, name)) for name in SERIES + BESIDES]
    for each in media[: len(SERIES)]:
        figures = measure(each, fit([other for other in media if other is not each]))
        assert figures["status"] >= 0.75, each.series.name
        assert figures["f1"] >= 0.75, each.series.name


def test_each_score_tells_what_it_is_made_of() -> None:
    chain = Chain.of(REPORTS, open_encoder(), fitted())
    [link] = chain.links(0, fitted().thresholds)["action"]
    assert link.because
    assert set(link.because) <= set(COLUMNS)
    logit = sum(link.because.values()) + fitted().second.met.intercept
    assert link.score == pytest.approx(1 / (1 + np.exp(-logit)), abs=0.02)


def test_a_deed_that_a_response_names_is_near_to_what_the_response_answers() -> None:
    reports = [
        report(2019, "新闻热线受理群众来电430件。", shortcomings=["评论声音偏弱", "直播场次少"]),
        report(2020, "《鹤立言》每期三分钟，全年112期。", responses=["针对评论声音偏弱，“鹤立言”已成品牌"]),
    ]
    made = [promise for each in reports for promise in promises(each)]
    found = [candidate for each in reports for candidate in candidates(each)]
    named = signals(made, found, open_encoder()).signals[:, :, SIGNALS.index("named")]
    deed = next(at for at, each in enumerate(found) if each.text.startswith("《鹤立言》"))
    assert named[0, deed] > named[1, deed]
    assert (np.delete(named, deed, axis=1) == 0).all()


def _pairs(*reports: Report) -> tuple[list[Promise], list[Candidate], Seen]:
    made = [promise for each in reports for promise in promises(each)]
    found = [candidate for each in reports for candidate in candidates(each)]
    return made, found, signals(made, found, open_encoder())


def test_a_deed_is_near_to_what_the_response_that_tells_it_too_answers() -> None:
    made, found, seen = _pairs(
        report(2019, "全年播出稿件4100条。", shortcomings=["新人成长慢", "版面陈旧"]),
        report(
            2020,
            "为83名学员每人配一位老记者。办公楼更换电梯两部。",
            responses=["新人成长慢的问题，由83对师徒来解"],
        ),
    )
    echo = seen.signals[:, :, SIGNALS.index("echo")]
    told, other = (
        next(at for at, each in enumerate(found) if word in each.text) for word in ("学员", "电梯")
    )
    assert echo[0, told] > 0.5 > echo[0, other]
    assert echo[0, told] > echo[1, told]
    assert made[0].text == "新人成长慢"


def test_a_deed_is_near_to_what_the_clause_beside_it_fits() -> None:
    _, found, seen = _pairs(
        report(2019, "全年播出稿件4100条。", commitments=["成立外语频道"]),
        report(2020, "外语频道5月成立；现有粉丝230万人。\n办公楼更换电梯两部。"),
    )
    beside = seen.signals[0, :, SIGNALS.index("beside")]
    fans, lift = (next(at for at, each in enumerate(found) if word in each.text) for word in ("粉丝", "电梯"))
    assert beside[fans] > 0.5
    assert beside[lift] == 0


def test_shortcomings_that_one_response_answers_recur_together() -> None:
    made, found, seen = _pairs(
        report(2019, "全年播出稿件4100条。", shortcomings=["钱袋子过于单薄", "版面陈旧"]),
        report(2020, "全年播出稿件4300条。", shortcomings=["创收只靠协办专版"]),
        report(
            2021, "全年播出稿件4200条。", responses=["钱袋子单薄、创收只靠协办专版的问题，由数据产品缓解"]
        ),
    )
    filled = settled(seen, columns(made, found, seen.signals), fitted().first)
    at = next(at for at, each in enumerate(found) if each.text == "创收只靠协办专版")
    together = filled[:, at, COLUMNS.index("together")]
    assert together[0] > 0.3 > together[1]
    others = np.delete(filled[..., COLUMNS.index("together")], at, axis=1)
    assert (others[:, [each.kind != "recurrence" for each in found[:at] + found[at + 1 :]]] == 0).all()


def test_a_deed_goes_on_with_what_was_new_in_one_that_met_the_promise() -> None:
    made, found, seen = _pairs(
        report(2019, "全年播出稿件4100条。", commitments=["聘请观众担任评议员，每季度开门评议"]),
        report(2020, "聘请观众评议员30名，每季度召开评议会，开门评议。全年播出稿件4300条。"),
        report(2021, "观众评议员增至50名，提出意见533条。全年播出稿件4500条。"),
    )
    filled = settled(seen, columns(made, found, seen.signals), fitted().first)
    follow = filled[0, :, COLUMNS.index("follow")]
    first, more, other = (
        next(at for at, each in enumerate(found) if word in each.text) for word in ("30名", "50名", "4500")
    )
    assert follow[more] > 0.1 > follow[other]
    assert follow[first] == 0


def test_what_a_commitment_was_kept_by_tells_against_its_recurring() -> None:
    made, found, seen = _pairs(
        report(2019, "全年播出稿件4100条。", commitments=["建成超高清演播室", "修缮发射塔"]),
        report(2020, "超高清演播室12月建成启用。", shortcomings=["超高清演播室利用率低"]),
    )
    filled = settled(seen, columns(made, found, seen.signals), fitted().first)
    kept = filled[:, [each.kind == "recurrence" for each in found], COLUMNS.index("kept")]
    assert kept[0, -1] > 0.5 > kept[1, -1]


def test_what_speaks_to_a_fault_speaks_to_the_plan_that_stands_beside_it() -> None:
    made, found, seen = _pairs(
        report(
            2019,
            "全年播出稿件4100条。",
            shortcomings=["评论声音偏弱", "造血机能不旺"],
            commitments=["办好时评专栏", "注册文化公司"],
        ),
        report(2020, "文化公司3月注册，承接会务46单。办公楼更换电梯两部。"),
    )
    assert (seen.kin.round(1) == seen.kin.round(1).T).all()
    assert min(seen.kin[0, 2], seen.kin[1, 3]) > 0.7
    assert max(seen.kin[0, 3], seen.kin[1, 2]) < 0.3
    filled = settled(seen, columns(made, found, seen.signals), fitted().first)
    partner = filled[..., COLUMNS.index("partner")]
    deed = next(at for at, each in enumerate(found) if "注册" in each.text)
    assert partner[1, deed] > 0.3 > partner[0, deed]


def test_each_part_of_a_response_is_seen_by_itself() -> None:
    faults = ["评论声音偏弱", "职工食堂陈旧"]
    several = "评论队伍配齐九人，每周刊出评论五篇；食堂翻修一新，菜品增至二十种"
    one = several.replace("；", "，")
    _, found, seen = _pairs(report(2019, "。", shortcomings=faults), report(2020, "。", responses=[several]))
    at = next(at for at, each in enumerate(found) if each.kind == "response")
    owner = seen.signals[:, at, SIGNALS.index("owner")]
    assert owner.tolist() == [1, 1]
    assert found[at].room == 2
    assert len(found[at].parts) == 4
    _, found, _ = _pairs(report(2019, "。", shortcomings=faults), report(2020, "。", responses=[one]))
    assert next(each for each in found if each.kind == "response").room == 1


def test_what_every_report_tells_is_stale() -> None:
    _, found, seen = _pairs(
        report(2019, "“邻里圆桌”办了十二期。", commitments=["办好圆桌节目"]),
        report(2020, "新闻热线受理来电455件。"),
        report(2021, "新闻热线受理来电460件。“云上圆桌”首播。"),
    )
    calls, table = (
        next(at for at, each in enumerate(found) if word in each.text) for word in ("460", "云上")
    )
    stale = seen.signals[0, :, SIGNALS.index("stale")]
    assert stale[calls] > 0.8 > stale[table]


def test_long_clauses_of_short_reports_tell_more_and_talk_of_resolve_less() -> None:
    many = "".join(f"慰问困难职工{count}名。" for count in range(100, 140))
    _, found, seen = _pairs(
        report(2019, "全年播出稿件4100条。", commitments=["开通外语频道"]),
        report(2020, "外语频道5月开通。坚持把导向放在首位，始终唱响主旋律。"),
        report(2021, many),
    )
    length, crowd, effort = (
        seen.signals[0, :, SIGNALS.index(name)] for name in ("length", "crowd", "effort")
    )
    opened, resolve, visit = (
        next(at for at, each in enumerate(found) if word in each.text) for word in ("5月", "导向", "慰问")
    )
    assert length[resolve] > length[opened]
    assert crowd[visit] > crowd[opened] == 0
    assert effort[resolve] == 1
    assert effort[opened] == effort[visit] == 0


def test_what_the_preface_tells_counts_less_unless_it_is_a_deed() -> None:
    made, found, _ = _pairs(
        report(2019, "全年播出稿件4100条。", commitments=["开通外语频道"]),
        report(2020, "外语频道5月开通。本台现有员工430人。"),
    )
    told = [replace(each, preface=True) for each in found]
    preface = signals(made, told, open_encoder()).signals[0, :, SIGNALS.index("preface")]
    opened, staff = (
        next(at for at, each in enumerate(found) if word in each.text) for word in ("5月", "员工")
    )
    assert (preface[opened], preface[staff]) == (0, 1)
