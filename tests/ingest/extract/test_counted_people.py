"""Figures of people and of what was done, whose they are, and numbers that count nothing."""

from __future__ import annotations

import pytest

from tests.ingest.writing import metrics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("竖屏工作室挂牌，7个人平均年龄不到27岁。", [(7, "人"), (27, "岁")]),
        ("表彰先进集体2个、先进个人3名。", [(2, "个"), (3, "名")]),
        ("《帮办》上线，22期办成了19件事。", [(22, "期"), (19, "件")]),
        ("重点抓好4件事。", []),
        ("同一件大事，要让这三种人都看得进去。", []),
        ("4月，谣言四起。", []),
        ("收到意见412条，采纳率过八成。", [(412, "条"), (80, "%")]),
    ],
)
def test_what_is_counted_and_in_which_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in metrics(text)] == expected


@pytest.mark.parametrize(
    ("text", "subject", "name"),
    [
        ("6路记者跟随列车完成报道。", None, "记者"),
        ("31名记者分守14个险段。", None, "记者"),
        ("37名女孩回到了教室。", None, "女孩"),
        ("审读小组挑出差错291处，比上年少46处。", "审读小组", "挑出差错"),
        ("视频部新组建，一年生产短视频1300余条。", "视频部", "短视频"),
        ("报社智库发布研究报告31份。", "报社智库", "研究报告"),
        ("电视频道由7个变成6个。", None, "电视频道"),
    ],
)
def test_whose_a_figure_is_and_what_it_counts(text: str, subject: str | None, name: str) -> None:
    first = metrics(text)[0]
    assert (first.subject, first.name) == (subject, name)
