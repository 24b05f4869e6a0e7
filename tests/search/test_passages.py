"""Passages: exact, whole sentences, in order, and nothing of the page's furniture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.report import Duty, Report, Section
from ingest.sentences import sentences
from search.passages import LONGEST, passages

HEAD = "某县融媒体中心社会责任报告\n（2021年度）\n目  录\n1.前言……………2\n2.安全责任………3\n"
BODY = (
    "一、前言\n中心有员工88人。全年发稿三千篇！\n[image: 标识]\n中心大楼外景\n\n"
    "二、安全责任\n（一）制度\n1.三审三校。建立制度，落实到人。\n"
    "推出《看！我们的山》和《问？》两部短片，\n"
    "全年播出安全无事故。\n《甲》\t一等奖\n《乙》\t二等奖\n融媒体平台截图\n"
)


def section(text: str, number: str, title: str, level: int, duty: Duty | None, end: str | None) -> Section:
    start = text.index(number + title)
    return Section(
        number=number,
        title=title,
        level=level,
        duty=duty,
        start=start,
        end=text.index(end) if end else len(text),
    )


def sample(text: str = HEAD + BODY) -> Report:
    return Report(
        id="0123456789abcdef",
        media="某县融媒体中心",
        report_year=2021,
        title=None,
        text=text,
        sections=(
            section(text, "一、", "前言", 1, Duty.PREFACE, "二、安全"),
            section(text, "二、", "安全责任", 1, Duty.SAFETY, None),
            section(text, "（一）", "制度", 2, None, None),
            section(text, "1.", "三审三校", 3, None, None),
        ),
    )


def test_passages_leave_out_contents_headings_pictures_and_captions() -> None:
    found = passages(sample())
    joined = "\n".join(passage.text for passage in found)
    for missing in ("目", "……", "image", "外景", "截图", "一、前言", "（一）制度", "社会责任报告"):
        assert missing not in joined
    assert "中心有员工88人。全年发稿三千篇！" in joined
    assert "1.三审三校。建立制度" in joined, "a run-in heading is running text"
    assert "《甲》\t一等奖" in joined, "a table row has no full stop and yet stays"


def test_passages_know_heading_path_duty_and_place() -> None:
    report = sample()
    last = passages(report)[-1]
    assert last.section == ("安全责任", "制度", "三审三校")
    assert last.duty is Duty.SAFETY
    assert passages(report)[0].duty is Duty.PREFACE
    assert last.page is None
    evidence = last.evidence()
    assert report.text[evidence.start : evidence.end] == evidence.quote == last.text


def test_passages_need_media_and_year() -> None:
    with pytest.raises(ValueError, match="media and year"):
        passages(sample().model_copy(update={"media": None}))


def test_lines_broken_by_the_page_are_one_sentence() -> None:
    first = "本中心全年围绕全县重点工作开展了多场主题宣传活动并在各个平台同"
    text = f"{first}\n步推出专题报道累计阅读量突破一百万次受到社会各界的广泛好评与关\n注。\n第二段话说的是另外一件事情也就是安全播出没有发生任何责任事故的\n情况。"
    report = Report(
        id="0" * 16, media="某报", report_year=2020, title=None, text=text, pages=(0, text.index("第二段"))
    )
    found = passages(report)
    assert found[0].text.startswith(first)
    assert found[0].text.endswith("情况。") or found[0].text.endswith("注。")
    assert found[0].page == 1
    assert all("注。" in p.text or "情况。" in p.text for p in found), "no passage ends in mid-sentence"


PIECES = st.sampled_from(
    [
        "甲报全年发稿",
        "3200篇",
        "，",
        "。",
        "！",
        "？",
        "《看！》",
        "“好。”",
        "”",
        "《",
        "\n",
        "\n\n",
        " ",
        "\t",
        "；",
        "（一）",
        "APP",
    ]
)


@given(st.lists(PIECES, max_size=120).map("".join), st.integers(0, 60))
def test_a_sentence_is_never_cut(text: str, cut: int) -> None:
    start = min(cut, len(text))
    section = Section(number=None, title="甲", level=1, duty=None, start=start, end=len(text))
    report = Report(
        id="f" * 16,
        media="某报",
        report_year=2020,
        title=None,
        text=text,
        sections=(section,) if text else (),
    )
    bounds = sentences(text)
    starts, ends = {a for a, _ in bounds}, {b for _, b in bounds}
    before = 0
    for passage in passages(report):
        assert passage.text == text[passage.start : passage.end]
        assert before <= passage.start < passage.end
        assert passage.start in starts
        assert passage.end in ends
        whole = [b - a for a, b in bounds if passage.start <= a and b <= passage.end]
        assert len(passage.text) <= max(LONGEST, max(whole) + 60), "only a long sentence makes a long passage"
        before = passage.end


@given(st.lists(st.integers(3, 120), min_size=1, max_size=25))
def test_every_sentence_is_in_a_passage(lengths: list[int]) -> None:
    text = "".join("报" * length + "。" + ("\n" if length % 3 == 0 else "") for length in lengths)
    report = Report(id="f" * 16, media="某报", report_year=2020, title=None, text=text)
    covered = {place for passage in passages(report) for place in range(passage.start, passage.end)}
    assert covered >= {place for place, character in enumerate(text) if character != "\n"}
