"""One figure asked for in everyday words, which a sentence tells in passing, and figures of the same sentence that tell something else."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_TEXT = """溪口县融媒体中心社会责任报告（2022年度）
一、阵地建设责任
视频事业部下设摄制、动画两个工作室，47人的团队全年自产视频4300条。现有在编人员58人、聘用人员41人。
二、服务责任
“扫码赶集”活动走完19个乡镇，送出雨伞、扇子1.2万把。“新苗”大赛选出的16名小主播走上节目。《器物有灵》第二季播出12期。
依法经营，照章纳税，全年营业收入1.26亿元。同岗位绩效差距最大达3200元。
网络留言回复慢，个别留言超过十天没有答复。
三、后记
（一）不足
一是经营造血能力弱。
（二）改进
一是组建文旅公司。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(_TEXT.encode(), "a.txt", "溪口县融媒体中心", 2022)])


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("自己做视频的那个部门有多少号人", 47, "人"),
        ("吃编制的有几个人", 58, "人"),
        ("扫码赶集一共送掉多少把伞和扇子", 12_000, "把"),
        ("同一个岗位绩效最多能差多少钱", 3200, "元"),
        ("Number of followers", None, None),
    ],
    ids=["a team and what it made", "heard otherwise", "a rare unit", "one figure for a difference", "none"],
)
def test_a_figure_told_in_passing(shelf: Shelf, question: str, value: float | None, unit: str | None) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [(each.value, each.unit) for each in answer.values] == ([(value, unit)] if value else [])


@pytest.mark.parametrize(
    "question",
    [
        "新苗大赛有多少人报名参赛",
        "《器物有灵》第一季总共播了几期",
        "2022年给国家交了多少税",
        "留言答复平均要几天",
    ],
    ids=["those who were chosen", "another season", "another sum", "a single case"],
)
def test_a_figure_of_something_else_is_no_answer(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None
