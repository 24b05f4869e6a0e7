"""Things that have reached a mark: 哪些作品播放量过千万."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.wording.reaching import least_asked, mark_asked
from tests.search.questions.gold import Shelf

REPORT = """云岚日报社社会责任报告（2021年度）
一、阵地建设责任
短视频《崖壁上的信使》《渡口十二时辰》在央视频等平台播出，总播放量均破千万。利用图生视频技术推出融媒产品《山城色卡》，浏览量百万＋。
动画短片《一张老船票》播放量320万次，微纪录片《灯塔守夜人》播放量1460万次。广播剧《石桥记》共12集。
访谈特别节目《廊桥四十年》播出18期，采写稿件1200篇。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(REPORT.encode(), "a.txt", "云岚日报社", 2021)])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("哪些作品播放量过千万", {"崖壁上的信使", "渡口十二时辰", "灯塔守夜人"}),
        ("播放量1000万以上的作品有哪些", {"崖壁上的信使", "渡口十二时辰", "灯塔守夜人"}),
        (
            "哪些作品播放量超过100万次",
            {"崖壁上的信使", "渡口十二时辰", "山城色卡", "灯塔守夜人", "一张老船票"},
        ),
    ],
)
def test_only_what_has_reached_the_mark_is_listed(shelf: Shelf, question: str, names: set[str]) -> None:
    assert {item.label for item in ask(shelf, question).items} == names


def test_instalments_may_be_counted_otherwise(shelf: Shelf) -> None:
    assert [value.value for value in ask(shelf, "廊桥四十年播了几集").values] == [18]


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("哪些作品播放量过千万", 10_000_000),
        ("阅读量10万+的稿件有哪些", 100_000),
        ("不低于3000万的是哪几部", 30_000_000),
        ("走过了哪些地方", None),
        ("2021年有哪些作品", None),
    ],
)
def test_a_mark_is_read_off_the_question(question: str, least: float | None) -> None:
    assert least_asked(question) == least


@pytest.mark.parametrize(
    "question", ["粉丝破2000万实现了吗", "粉丝有没有突破2000万", "粉丝突破2000万的目标完成了没有"]
)
def test_what_is_asked_of_a_mark_is_no_part_of_it(question: str) -> None:
    mark = mark_asked(question)
    assert mark is not None
    assert (mark.text, mark.value) == ("2000万", 20_000_000)
