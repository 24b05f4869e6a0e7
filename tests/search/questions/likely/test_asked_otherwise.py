"""Figures asked for in everyday words, of which their sentence has few or none, and what is told of something else."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """岬湾广播电视台社会责任报告（2021年度）
一、正确引导责任
大型系列报道“溯江行”启动，采访组乘船行进1960公里，刊发报道48篇。纪录片《灯塔以西》全网播放量2300万。
二、服务责任
“岬湾优鲜”助农专场82场，卖出海产品970万元。台风期间循环播报避险信息，协助转移群众2600人。“岬湾发布”微信公众号年底开通，聚拢了1.4万名“铁粉”。
三、安全刊播责任
投资640万元引进的新转播车10月交付使用。建成360平方米融合演播室。
四、保障权益责任
职工年休假休假率达93%。聘用人员月均增收900元。全年总收入1.9亿元。
"""
_SECOND = """岬湾广播电视台社会责任报告（2022年度）
一、正确引导责任
抽出28人组成“潮声”“渔讯”“海图”三支小队。四集片《守礁人》跟拍五名护礁员，观众评分8.9。
二、服务责任
“听民声”信箱收到意见57条。点击量百万以上的6件。“岬湾优鲜”助农专场64场。都市频道为山区学校筹款52万元。
三、保障权益责任
现有在职职工268人，经营收入8600万元，其中新媒体收入900万元。微信公众号、抖音号粉丝分别达4.1万和33万。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "岬湾广播电视台"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("溯江行的记者坐船走了多远", [1960]),
        ("《灯塔以西》那部片子播放量有多高", [23_000_000]),
        ("替渔民卖海鲜卖了多少钱", [9_700_000]),
        ("台风来的时候转移了多少老百姓", [2600]),
        ("那台新转播车花了多少钱", [6_400_000]),
        ("融合演播室有几个平方", [360]),
        ("职工真正休上年假的比率", [93]),
        ("2021年全台挣了多少钱", [190_000_000]),
        ("《守礁人》观众给打了几分", [8.9]),
        ("抖音号2022年有多少粉丝", [330_000]),
    ],
)
def test_a_figure_is_found_in_other_words(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "2022年溯江行的记者坐船走了多远",
        "“渔讯”小队单独有几个人",
        "信箱里的意见办结了几条",
        "2022年台里捐款多少钱",
        "2022年在职党员有多少名",
        "2022年的广告收入有多少",
        "带薪休假多少天",
        "岬湾早报发行多少份",
        "2022年融合演播室有几个平方",
        "转播车有多少观众",
    ],
)
def test_what_is_told_of_another_thing_stays_no_answer(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer


_OLD = """岬湾广播电视台社会责任报告（2021年度）
一、前言
岬湾广播电视台由两台合并组建，现有在岗人员317人，其中聘用制人员126人，开办3个电视频道，拥有客户端（注册用户28.6万）。
"""
_NEW = """岬湾广播电视台社会责任报告（2022年度）
一、前言
岬湾广播电视台现有在岗人员309人，其中聘用制人员131人，开办2个电视频道。客户端日活由1.1万升至2.6万。
"""


def test_the_latest_year_tells_it_where_it_is_nearly_as_likely_as_another() -> None:
    media = "岬湾广播电视台"
    both = Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_OLD, 2021), (_NEW, 2022))
    )
    answer = ask(both, "台里有多少合同工")
    assert [(value.year, value.value) for value in answer.values] == [(2022, 131)]
    grown = ask(both, "日活翻了几倍").answer
    assert grown is not None
    assert "是原来的2.36倍" in grown
