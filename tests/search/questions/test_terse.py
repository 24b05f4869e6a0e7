"""Questions as an editorial office types them into a search box: in nouns, by what things are, without a word of asking."""

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """汀屿市融媒体中心媒体社会责任报告（2022年度）
一、服务责任
热线8765432全年接听来电10840个。“圆梦行动”办到第六届，资助贫困大学新生186名，发放助学金93万元。
与市人社局办“云招聘”15场，提供岗位8800个，签约2130人。
记者孟小渔在哨所住了20天，写下的《我守哨所的日子》被全网转载，阅读量超过3000万。
二、阵地建设
《汀屿报》期发行5.2万份。
三、合法经营责任
全年总收入2860万元。
"""
_SECOND = """汀屿市融媒体中心媒体社会责任报告（2023年度）
一、服务责任
热线8765432接听来电7915个，其中六成由留言分流而来。《凌晨四点的鱼市》刊出后，带来客商电话400多个。
“圆梦行动”资助新生240名。云招聘18场，提供岗位1.15万个，签约2680人。
二、阵地建设
《汀屿报》期发行4.6万份。手语新闻《指尖》3月3日开播，由每周一期改为每周两期，全年88期。“汀屿视界”有线频道12月31日24时停止播出。
4月2日，《渔声》停办，与市督查室联办的《渔声督办》接棒，每周一期。
三、文化责任
《渔家手艺》专版结集成书，印行3000册，送进中小学图书馆。
投资760万元的演播厅启用，气象、海事、渔政三家数据接进演播厅。就危旧渔港改造、船检、垃圾上岸等话题请专家和渔民围坐一张桌子。
数据片《潮位》播放量890万次。
员工辞职12人，高于上年的7人。
四、合法经营责任
全年总收入3140万元。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "汀屿市融媒体中心"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2022), (_SECOND, 2023))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2023年收入较上年增加额", [28_600_000, 31_400_000]),
        ("汀屿报期发数2023年较2022年减少量", [52_000, 46_000]),
        ("圆梦行动2023年比2022年多帮了几个学生", [186, 240]),
        ("8765432这个号2023年接了多少电话", [7915]),
        ("8765432这个号2023年比2022年少接了多少电话", [10_840, 7915]),
        ("云招聘历年签约人数", [2130, 2680]),
        ("2023年云招聘签约人数较上年增减", [2130, 2680]),
        ("手语新闻做了多少期", [88]),
        ("手语新闻一周几期", [2]),
        ("How many views did the data film 《潮位》 get?", [8_900_000]),
        ("中心一年进账多少，几年连起来看", [28_600_000, 31_400_000]),
        ("记者守哨所写的那篇有多少人看", [30_000_000]),
    ],
)
def test_a_figure_is_told(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("手语节目最早在哪年报告里出现", "2023"),
        ("有线频道是哪天关掉的", "2023年12月31日"),
        ("与督查室联办的栏目什么时候接棒的", "2023年4月2日"),
    ],
)
def test_a_time_is_told(shelf: Shelf, question: str, told: str) -> None:
    assert told in (ask(shelf, question).answer or "")


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("围着一张桌子聊过哪些话题", ["危旧渔港改造", "船检", "垃圾上岸"]),
        ("接入演播厅数据的部门", ["气象", "海事", "渔政"]),
    ],
)
def test_a_list_is_told_whole(shelf: Shelf, question: str, labels: list[str]) -> None:
    assert [item.label for item in ask(shelf, question).items] == labels


@pytest.mark.parametrize(
    "question",
    [
        "2023年末员工人数",
        "《渔家手艺》这本书卖出去多少册",
        "How much did the switch to plant-based ink cost?",
        "8765999这个号2023年接了多少电话",
        "2023年利润较上年增加额",
    ],
)
def test_what_no_report_says_is_not_answered(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    assert answer.answer is None
    assert answer.reason
