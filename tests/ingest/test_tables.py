"""How rows become tables: heads, captions, groups, cells that reach down, and where one table ends."""

from __future__ import annotations

import pytest

from ingest.tables import Table
from tests.ingest.writing import report


def tables(*lines: str) -> tuple[Table, ...]:
    return report("\n".join(lines)).tables


def cells(table: Table) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row.cells] for row in table.rows]


def test_a_prize_reaches_down_and_heads_come_again_on_the_next_page() -> None:
    (table,) = tables(
        "序号\t奖项\t作品\t等级",
        "1\t第34届江南新闻奖\t《夜访》\t一等奖",
        "2\t\t《渡口》\t二等奖",
        "序号\t奖项\t作品\t等级",
        "3\t第2届江南短视频大赛\t《潮》\t",
    )
    assert table.heads == ("序号", "奖项", "作品", "等级")
    assert cells(table) == [
        ["1", "第34届江南新闻奖", "《夜访》", "一等奖"],
        ["2", "第34届江南新闻奖", "《渡口》", "二等奖"],
        ["3", "第2届江南短视频大赛", "《潮》", None],
    ]
    assert [row.cells[1].inherited for row in table.rows if row.cells[1]] == [False, True, False]


def test_a_row_of_one_cell_names_a_group_and_a_first_one_the_table() -> None:
    (table,) = tables(
        "2022年获奖情况\t\t",
        "等级\t体裁\t题目",
        "第33届江南新闻奖\t\t",
        "一等奖\t消息\t《夜访》",
        "其他奖项\t\t",
        "优秀奖\t通讯\t《渡口》",
        "注：以上均为省级以上奖项\t\t",
    )
    assert [row.group.text if row.group else None for row in table.rows] == ["第33届江南新闻奖", "其他奖项"]
    assert table.heads == ("等级", "体裁", "题目")
    assert len(table.captions) >= 1


def test_heads_in_two_rows_are_joined_column_by_column() -> None:
    (table,) = tables(
        "平台\t用户数（万）\t\t发稿量（篇）\t",
        "\t2022年\t2023年\t2022年\t2023年",
        "江南网\t1\t2\t3\t4",
    )
    assert table.heads == ("平台", "2022年", "2023年", "2022年", "2023年")
    assert table.above == ("", "用户数（万）", "用户数（万）", "发稿量（篇）", "发稿量（篇）")


def test_other_heads_begin_the_next_table() -> None:
    first, second = tables(
        "奖项\t作品\t等级", "江南新闻奖\t《夜访》\t一等奖", "平台\t账号名称\t粉丝数", "微博\t江南日报\t20万"
    )
    assert first.heads == ("奖项", "作品", "等级")
    assert second.heads == ("平台", "账号名称", "粉丝数")


@pytest.mark.parametrize(
    ("between", "number"),
    [("续表1", 1), ("第2届江南短视频大赛", 1), ("各平台用户如下：", 2), ("（二）努力方向", 2)],
)
def test_a_line_between_rows_goes_on_or_ends_the_table(between: str, number: int) -> None:
    found = tables("作品\t等级\t作者", "《夜访》\t一等奖\t张三", between, "《渡口》\t二等奖\t李四")
    assert len(found) == number


def test_a_first_row_of_things_heads_nothing() -> None:
    (table,) = tables("第34届江南新闻奖\t《夜访》\t一等奖", "第2届江南短视频大赛\t《潮》\t金奖")
    assert table.heads == ("", "", "")
    assert len(table.rows) == 2
