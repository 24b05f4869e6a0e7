"""What became of promises, on reports made by hand and on the tuning part of the sample corpora."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.report import Report
from search.answers import Status, TraceItem
from search.decisions import Anchor, Decision, Decisions
from search.trace import trace
from search.tracing.gold import read
from search.tracing.overlay import lost
from tests.search.tracing.series import MEDIA, Shelf, report

CORPORA = Path(__file__).parents[2] / "corpora"
PROMISED = report(
    2019,
    "全年刊播公益广告1.2万条次。广播电视安全播出8760小时。新闻热线受理群众来电430件。",
    shortcomings=[
        "外语传播力量薄弱，海外账号尚属空白",
        "通讯员队伍年龄偏大，来稿不多",
        "广告收入下滑，经营收入来源单一",
    ],
    commitments=["筹建融媒体指挥中心，打通采编流程", "开办少儿广播节目"],
)
# 2020 is not stored: a gap in the years must not break the chain.
MET = report(
    2021,
    "2021年5月8日，融媒体指挥中心建成启用，采编流程全线打通，稿件首发时间缩短一半。"
    "全年刊播公益广告1.5万条次。广播电视安全播出8760小时。新闻热线受理群众来电455件。"
    "举办读者开放日12场。报道团走进9个乡镇。",
    responses=[
        "开通海外账号3个，招聘外语编辑5人，补上外语传播的空白",
        "对其他问题认真加以改进，取得明显成效",
    ],
    shortcomings=["通讯员队伍依然老化，基层来稿数量下滑"],
)


def items(*reports: Report, **narrowed: object) -> dict[str, TraceItem]:
    return {item.text: item for item in trace(Shelf(*reports), **narrowed).items}  # type: ignore[arg-type]


def test_each_promise_gets_the_status_that_later_reports_show() -> None:
    found = items(PROMISED, MET)
    abroad, writers, income = (found[fact.text] for fact in PROMISED.facts if fact.type == "shortcoming")
    centre, children = (found[fact.text] for fact in PROMISED.facts if fact.type == "commitment")
    assert (abroad.status, [link.evidence.quote[:8] for link in abroad.responses]) == (
        Status.FIXED,
        ["开通海外账号3个"],
    )
    assert (writers.status, len(writers.recurrences), writers.responses) == (Status.RECURRING, 1, [])
    assert (centre.status, centre.actions[0].evidence.quote[:9]) == (Status.FIXED, "2021年5月8日")
    assert income.status is children.status is Status.UNTRACED
    assert found["通讯员队伍依然老化，基层来稿数量下滑"].status is Status.PENDING


def test_links_carry_a_score_and_the_exact_words_of_a_later_report() -> None:
    for item in trace(Shelf(PROMISED, MET)).items:
        for link in (*item.responses, *item.actions, *item.recurrences):
            assert 0 < link.score <= 1
            assert link.evidence.year > item.year
            assert MET.text[link.evidence.start : link.evidence.end] == link.evidence.quote
            assert link.evidence.section


def test_a_generic_response_answers_nothing() -> None:
    vague = report(2020, "全年刊播公益广告1.5万条次。", responses=["针对存在的问题，认真整改，取得明显成效"])
    assert {item.status for item in trace(Shelf(PROMISED, vague)).items} == {Status.UNTRACED}


def test_another_media_and_earlier_reports_answer_nothing() -> None:
    other = report(2021, "融媒体指挥中心建成启用，采编流程全线打通。", media="远山县融媒体中心")
    assert {item.status for item in trace(Shelf(PROMISED, other), media=MEDIA).items} == {Status.PENDING}
    assert (
        trace(Shelf(MET, report(2022, "无。", commitments=["筹建融媒体指挥中心，打通采编流程"])))
        .items[-1]
        .actions
        == []
    )


def test_narrowing_changes_no_item() -> None:
    whole = items(PROMISED, MET)
    assert items(PROMISED, MET, media=MEDIA, year=2019) == {
        text: item for text, item in whole.items() if item.year == 2019
    }
    assert items(PROMISED, MET, media="无此媒体") == items(PROMISED, MET, year=1999) == {}
    assert trace(Shelf()).items == []


def decide(
    folder: Path, item: TraceItem, kind: str, verdict: str, quote: str, later: Report = MET
) -> list[Decision]:
    said = later.text.index(quote)
    evidence = item.evidence.model_copy(
        update={
            "year": later.report_year,
            "report": later.id,
            "quote": quote,
            "start": said,
            "end": said + len(quote),
        }
    )
    Decisions(folder).record(
        item.id,
        Anchor.of(item.evidence, PROMISED.text),
        kind,  # type: ignore[arg-type]
        verdict,  # type: ignore[arg-type]
        Anchor.of(evidence, later.text),
        by="李编辑",
    )
    return Decisions(folder).all()


def test_a_rejected_link_is_gone_and_an_added_one_stays(tmp_path: Path) -> None:
    found = items(PROMISED, MET)
    abroad, income = found["外语传播力量薄弱，海外账号尚属空白"], found["广告收入下滑，经营收入来源单一"]
    decide(tmp_path, abroad, "response", "reject", abroad.responses[0].evidence.quote)
    decisions = decide(tmp_path, income, "action", "add", "全年刊播公益广告1.5万条次")
    after = items(PROMISED, MET, decisions=decisions)
    assert (after[abroad.text].status, after[abroad.text].decided_by) == (Status.UNTRACED, "person")
    assert (after[income.text].status, after[income.text].actions[0].score) == (Status.FIXED, 1.0)
    assert [text for text, item in after.items() if item.decided_by == "person"] == [abroad.text, income.text]


def test_the_library_s_own_decisions_count_unless_others_are_given(tmp_path: Path) -> None:
    text = "广告收入下滑，经营收入来源单一"
    decide(tmp_path, items(PROMISED, MET)[text], "action", "add", "全年刊播公益广告1.5万条次")
    shelf = Shelf(PROMISED, MET)
    shelf.data_dir = tmp_path
    assert [item.text for item in trace(shelf).items if item.decided_by == "person"] == [text]
    assert {item.decided_by for item in trace(shelf, decisions=()).items} == {"system"}


def test_decisions_outlast_new_bytes_of_both_reports(tmp_path: Path) -> None:
    item = items(PROMISED, MET)["广告收入下滑，经营收入来源单一"]
    decisions = decide(tmp_path, item, "action", "confirm", "全年刊播公益广告1.5万条次")
    shortcomings = [fact.text for fact in PROMISED.facts if fact.type == "shortcoming"]
    again = report(2019, "新加的一句话。", shortcomings=shortcomings)
    later = report(2021, "新加的另一句话。全年刊播公益广告1.5万条次。")
    moved = items(again, later, decisions=decisions)[item.text]
    assert moved.id != item.id
    assert [later.text[link.evidence.start : link.evidence.end] for link in moved.actions] == [
        "全年刊播公益广告1.5万条次"
    ]
    gone = items(again, report(2021, "只有别的话，没有那一句。"), decisions=decisions)[item.text]
    assert (gone.actions, gone.decided_by) == ([], "system")
    assert lost(decisions, {(MEDIA, 2019): again, (MEDIA, 2021): later}) == []
    assert lost(decisions, {(MEDIA, 2019): again}) == lost(decisions, {(MEDIA, 2021): later}) == decisions


@pytest.mark.parametrize("name", ["lanxi", "cangning", "lanyu", "xiyuan", "tangxi"])
def test_the_tuning_corpora_are_traced_as_their_annotators_did(name: str) -> None:
    series = read(CORPORA, name)
    found = {item.id: item for item in trace(Shelf(*series.reports)).items}
    right = [found[promise.id].status is series.status(promise) for promise in series.promises]
    # A series has some twenty promises: one of them is .05.
    assert sum(right) / len(right) >= 0.7
    shown = wanted = hits = 0
    for promise in series.promises:
        item = found[promise.id]
        for kind, links in (
            ("response", item.responses),
            ("action", item.actions),
            ("recurrence", item.recurrences),
        ):
            gold = series.links(promise, kind)
            shown, wanted = shown + len(links), wanted + len(gold)
            hits += sum(series.matches(link.evidence, gold) for link in links)
    assert hits / shown >= 0.7
    assert hits / wanted >= 0.75
