"""Typed tables in plain text: which lines are rows, and where their cells stand."""

from __future__ import annotations

import pytest

from ingest.readers.base import cells_of
from ingest.readers.txt import read


def _rows(text: str) -> list[list[str]]:
    document = read(text.encode())
    rows = [block for block in document.blocks if block.kind == "row"]
    return [[document.text[slice(*cell)] for cell in cells_of(document.text, block)] for block in rows]


TABLES = [
    ("奖项\t作品\n江南新闻奖\t《渡口》", [["奖项", "作品"], ["江南新闻奖", "《渡口》"]]),
    ("奖项\t作品\t等级\n江南新闻奖\t\t一等奖", [["奖项", "作品", "等级"], ["江南新闻奖", "", "一等奖"]]),
    ("序号  作品    等级\n 1    《渡口》  一等奖", [["序号", "作品", "等级"], ["1", "《渡口》", "一等奖"]]),
    ("平台　　粉丝　　发稿量\n微博　　54万　　3408条", [["平台", "粉丝", "发稿量"], ["微博", "54万", "3408条"]]),
    ("奖项 | 作品 | 等级\n江南新闻奖 | 《渡口》 | 一等奖", [["奖项", "作品", "等级"], ["江南新闻奖", "《渡口》", "一等奖"]]),
]  # fmt: skip
PROSE = [
    "目录\n一、前言\t1\n二、政治责任\t2\n三、后记\t9",
    "一、前言          1\n二、政治责任      2",
    "江 南 日 报 社  社会责任报告\n（2021年度）",
    "这一段  中间有空格，也有句号。\n下一段  中间有空格，也有句号。",
    "单独一行\t有制表符",
    "1.\t媒体概况\n2.\t获奖情况",
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_lines_of_typed_tables_are_rows(text: str, expected: list[list[str]]) -> None:
    assert _rows(text) == expected


@pytest.mark.parametrize("text", PROSE)
def test_other_lines_are_none(text: str) -> None:
    assert _rows(text) == []


CUT = """　　2023年，江南日报社坚持移动优先，全年推出融媒体产品
三千余件，“江南云”客户端用户突破一百二十万，比上年增长
两成。
　　一是深入基层。全年派出记者四千多人次，写出了一批有温
度、有深度的报道；二是打造精品，《渡口》等作品受到广大读
者好评。
二、服务责任
　　热线电话全年接听群众来电三万一千个，帮助解决了不少急
难愁盼问题。"""


def test_lines_cut_at_a_width_are_put_together() -> None:
    whole = read(CUT.encode()).text.split("\n")
    assert [line.strip()[:6] for line in whole] == [
        "2023年，",
        "一是深入基层",
        "二、服务责任",
        "热线电话全年",
    ]
    assert "有温度、有深度" in whole[1]
    assert read(CUT.replace("　", "").encode()).text == "\n".join(line.strip() for line in whole)


@pytest.mark.parametrize("text", [CUT.replace("\n", "\n\n"), "\n".join(CUT.replace("\n", "").split("。"))])
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    assert read(text.encode()).text == text


MARKDOWN = """# 江南日报社社会责任报告（2021年度）

## 一、前言 ##

全年 #社会责任# 话题阅读120万次。

### 获奖情况
#话题不是标题
"""


def test_headings_of_markdown_are_headings_without_their_marks() -> None:
    document = read(MARKDOWN.encode())
    assert document.text == MARKDOWN
    told = [(MARKDOWN[b.start : b.end], b.kind, b.level) for b in document.blocks]
    assert told == [
        ("江南日报社社会责任报告（2021年度）", "heading", 1),
        ("一、前言", "heading", 2),
        ("全年 #社会责任# 话题阅读120万次。", "text", None),
        ("获奖情况", "heading", 3),
        ("#话题不是标题", "text", None),
    ]
