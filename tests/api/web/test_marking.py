"""Marked pieces, citations, and addresses that lead nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.web.addresses import address, local, whole
from api.web.citing import cited
from api.web.marking import number, pieces, places
from ingest.report import Evidence


@settings(deadline=None)
@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_pieces_are_the_text_and_mark_the_spans(text: str, spans: list[tuple[int, int]]) -> None:
    found = pieces(text, spans)
    assert "".join(piece.text for piece in found) == text
    marked = [piece.marked for piece in found for _ in piece.text]
    inside = [any(start <= at < end for start, end in spans) for at in range(len(text))]
    assert marked == inside


@settings(deadline=None)
@given(st.text(), st.lists(st.text(min_size=1, max_size=3), max_size=3))
def test_places_stay_inside_the_text(text: str, words: list[str]) -> None:
    assert all(0 <= start < end <= len(text) for start, end in places(text, words))


def test_case_and_width_do_not_matter() -> None:
    text = "İ上线ＡＰＰ，app改版"
    assert [text[start:end] for start, end in places(text, ["App"])] == ["ＡＰＰ", "app"]


def test_a_citation_has_words_report_year_chapter_and_page() -> None:
    evidence = Evidence(
        media="甲报",
        year=2023,
        report="0" * 16,
        section=("后记", "不足"),
        quote="人才\n短缺",
        start=0,
        end=5,
        page=6,
    )
    assert (
        cited(evidence, "甲报社会责任报告")
        == "“人才 短缺”（《甲报社会责任报告》，2023 年度，后记·不足，第 6 页）"
    )
    bare = evidence.model_copy(update={"section": (), "page": None})
    assert cited(bare, None) == "“人才 短缺”（甲报《社会责任报告》，2023 年度）"


@pytest.mark.parametrize(
    "to", ["//evil.example", "/\\evil.example", "https://evil.example", "", None, "/a\nb", "x"]
)
def test_nobody_is_sent_elsewhere(to: str | None) -> None:
    assert local(to) == "/"


def test_addresses_leave_out_what_is_not_asked_for() -> None:
    assert local("/trace?media=甲") == "/trace?media=甲"
    assert (
        address("/search", q="甲 乙", year=(2021, 2023), media=None, type="")
        == "/search?q=%E7%94%B2+%E4%B9%99&year=2021&year=2023"
    )
    assert [whole(each) for each in (" 2021 ", "二〇二一", "", None, "٢", "1" * 30)] == [
        2021,
        None,
        None,
        None,
        None,
        None,
    ]


def test_figures_are_read_as_people_write_them() -> None:
    assert [number(each) for each in (163000, 38.40, 1.0, 0.12345)] == ["163,000", "38.4", "1", "0.1235"]
