"""Of which year a sentence tells a figure."""

import pytest

from ingest.extract.years_told import year_told
from ingest.pipeline import understand


@pytest.mark.parametrize(
    ("clause", "year"),
    [
        ("较2020年的|61篇增长1.6倍", 2020),
        ("比上年的|95场增加12场", 2022),
        ("用户由2021年底的近|98万增至153万", 2021),
        ("由前一年的|7家扩大到11家", 2022),
        ("而2021年为|20万", 2021),
        ("去年离职记者|9人", 2022),
        ("2019年发稿|20篇", 2019),
        ("较2021年增长|61篇", None),
        ("比上年多|8场", None),
        ("2023年发稿|20篇", None),
        ("2024年的|3个项目", None),
        ("社保参保率2022年均为|98%", 2022),
        ("与去年同期的|52件相比明显减少", 2022),
        ("2019年成立的工作室有|5人", None),
        ("2018年以来资助学生|312人", None),
        ("2022年度江州新闻奖|15件", None),
        ("全年发稿|156篇", None),
    ],
)
def test_an_earlier_year_is_told(clause: str, year: int | None) -> None:
    before, figure = clause.split("|")
    lead = "全中心共有记者81人，"
    text = f"{lead}{before}{figure}"
    assert year_told(text, len(lead), len(lead) + len(before), 2023) == year


def test_a_report_without_a_year_tells_none() -> None:
    assert year_told("较2020年的61篇增加", 0, 8, None) is None


def test_the_figures_of_two_years_in_one_sentence_are_told_apart() -> None:
    text = "某县融媒体中心社会责任报告（2023年度）\n一、政治责任\n在央媒发稿156篇，较2021年的61篇增长1.6倍。短视频产量是上年的2.3倍。\n"
    report = understand(text.encode(), "report.txt")
    told = {fact.text: fact.year for fact in report.facts if fact.type == "metric"}
    assert told == {"156篇": None, "61篇": 2021, "1.6倍": None, "2.3倍": None}


@pytest.mark.parametrize(
    "sentence",
    ["应急广播由2019年的30个村扩大到118个村。", "应急广播铺到118个村，与2019年的30个相比翻了几番。"],
)
def test_what_a_figure_came_from_counts_the_same(sentence: str) -> None:
    text = f"某县融媒体中心社会责任报告（2023年度）\n一、服务责任\n{sentence}\n"
    told = [fact for fact in understand(text.encode(), "report.txt").facts if fact.type == "metric"]
    assert {(fact.text, fact.year) for fact in told} == {("30个", 2019), ("118个", None)}
    assert len({fact.name for fact in told}) == 1
