"""What may answer a promise: clauses of the body, statements of the closing chapter."""

from __future__ import annotations

import pytest

from ingest.report import Award, Duty, Section, Shortcoming, fact_id
from search.tracing.material import candidates, evidence, promises
from tests.search.tracing.series import report

BODY = (
    "开通手机客户端，注册用户2万人；改版夜间节目，收听率上升3%。\n"
    "客户端启动仪式现场\n"
    "下一步，将着力建设新的演播室。\n"
    "短视频《渡口》获江州新闻奖一等奖。"
)


def test_promises_are_shortcomings_and_commitments_with_their_ids() -> None:
    found = report(2020, BODY, ["增加记者5人"], ["人手不足"], ["办好广播"])
    assert [(each.kind, each.text) for each in promises(found)] == [
        ("shortcoming", "人手不足"),
        ("commitment", "办好广播"),
    ]
    assert {each.id for each in promises(found)} < {fact.id for fact in found.facts}


def test_the_fault_that_the_line_before_names_tells_what_a_response_answers() -> None:
    bare = report(2020, BODY, ["问题一：评论声音弱。\n整改：组建评论小组"])
    start = bare.text.index("组建评论小组")
    [told] = bare.facts
    mended = told.model_copy(update={"text": "组建评论小组", "evidence": evidence(bare, start, start + 6)})
    [found] = [
        each for each in candidates(bare.model_copy(update={"facts": (mended,)})) if each.kind == "response"
    ]
    assert (found.text, found.evidence.quote) == ("评论声音弱。组建评论小组", "组建评论小组")


def test_deeds_are_clauses_without_captions_intentions_and_the_closing_chapter() -> None:
    bare = report(2020, BODY, ["增加记者5人", "对问题认真整改"], ["人手不足"], ["办好广播"])
    said = "短视频《渡口》获江州新闻奖一等奖"
    place = evidence(bare, bare.text.index(said), bare.text.index(said) + len(said))
    won = Award(id=fact_id(bare.id, "award", 0, 1, ""), evidence=place, award="江州新闻奖")
    found = candidates(bare.model_copy(update={"facts": (*bare.facts, won)}))
    assert [each.text for each in found if each.kind == "action"] == [
        "开通手机客户端，注册用户2万人",
        "改版夜间节目，收听率上升3%",
        said,
    ]
    assert [each.text for each in found if each.kind == "response"] == ["增加记者5人"]
    assert [each.text for each in found if each.kind == "recurrence"] == ["人手不足"]
    for each in found:
        assert bare.text[each.evidence.start : each.evidence.end] == each.evidence.quote


def test_a_deed_told_beside_an_honour_is_a_deed() -> None:
    bare = report(2020, "《田埂课堂》走过三年，下村140次，获评全省优秀节目。")
    said = "获评全省优秀节目"
    place = evidence(bare, bare.text.index(said), bare.text.index(said) + len(said))
    won = Award(id=fact_id(bare.id, "award", 0, 1, ""), evidence=place, award="全省优秀节目")
    [found] = candidates(bare.model_copy(update={"facts": (won,)}))
    assert found.text == "《田埂课堂》走过三年，下村140次，获评全省优秀节目"


@pytest.mark.parametrize(
    ("response", "room"),
    [
        ("组建评论部，引进六人，全年刊发评论260篇", 1),
        ("综艺瘦身、融合提速、产业转型三个方面见效快", 3),
        ("记者往下沉了，老年读者也有了自己的版面", 2),
        ("评论部组建起来。差错率降了下来。食堂翻修一新", 3),
        ("针对评论偏弱，组建评论部。引进六人。刊发评论260篇", 1),
        ("针对评论偏弱、差错偏多的问题，组建评论部，更换审校系统", 2),
        ("二是三个月内换下旧设备", 1),
    ],
)
def test_a_response_has_room_for_as_many_promises_as_it_sums_up(response: str, room: int) -> None:
    [found] = [each for each in candidates(report(2020, BODY, [response])) if each.kind == "response"]
    assert found.room == room


def test_a_heading_that_its_text_runs_on_from_is_no_deed() -> None:
    bare = report(2020, "2.问政节目敢碰硬。《阳光热线》交办难题64个。")
    start = bare.text.index("2.问政")
    heading = Section(
        number="2.", title="问政节目敢碰硬", level=2, duty=None, start=start, end=bare.sections[0].end
    )
    found = candidates(bare.model_copy(update={"sections": (*bare.sections, heading)}))
    assert [each.text for each in found] == ["《阳光热线》交办难题64个"]


def test_evidence_knows_section_and_page() -> None:
    found = report(2020, BODY, shortcomings=["人手不足"]).model_copy(update={"pages": (0, 12, 10_000)})
    shortcoming = next(fact for fact in found.facts if isinstance(fact, Shortcoming))
    place = evidence(found, shortcoming.evidence.start, shortcoming.evidence.end)
    assert (place.section, place.page, place.quote) == (("后记",), 2, "人手不足")


def test_deeds_of_the_preface_are_marked() -> None:
    told = report(2020, BODY)
    first = told.sections[0].model_copy(update={"duty": Duty.PREFACE})
    found = candidates(told.model_copy(update={"sections": (first, *told.sections[1:])}))
    assert all(each.preface for each in found)
    assert not any(each.preface for each in candidates(told))
