"""Figures read off the sentences, in words of the asking that are not those of the report."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """溪口县融媒体中心社会责任报告（2021年度）
一、阵地建设责任
投入860万元对老旧机房进行改造。耗资1260万元建成全媒体演播厅。应急广播并网，覆盖行政村198个。译制播出影视剧1100集。
二、服务责任
舆论监督栏目《亮剑》曝光脏乱差、慢作为等现象64起。葡萄滞销时主播帮果农吆喝，卖出鲜果76万斤。播出节目差错率0.02‰。
三、后记
（一）不足
一是记者站管理松散。
（二）改进
一是对记者站实行末位淘汰。
"""
_SECOND = """溪口县融媒体中心社会责任报告（2022年度）
一、阵地建设责任
“溪口融媒”抖音号、“溪口发布”微信公众号协同发力，矩阵用户42万。添置转播车1辆。译制播出影视剧1530集。
二、服务责任
《亮剑》曝光问题71起。热线接听来电9.8万个，日均268个。全年总收入5100万元，其中广告收入900万元。职工食堂每人每餐补贴8元。播出节目差错率0.01‰。消息《九旬老人的三次搬家》获海东新闻奖二等奖。为1.8万名农民工追回欠薪9200万元。
三、后记
（一）不足
一是经营造血能力弱。
（二）改进
一是组建文旅公司。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "溪口县融媒体中心"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("盖演播厅花了多少", [12_600_000]),
        ("老机房改造投了多少", [8_600_000]),
        ("应急广播联到了多少个村", [198]),
        ("葡萄帮着卖了多少斤", [760_000]),
        ("亮剑各年曝光多少", [64, 71]),
        ("译制剧两年差多少集", [1100, 1530]),
        ("差错率逐年", [0.02, 0.01]),
        ("欠薪追回多少", [92_000_000]),
        ("影视剧翻译了多少集", [1530]),
        ("葡萄卖了几斤", [760_000]),
        ("全年收入多少", [51_000_000]),
        ("一天来几个电话", [268]),
    ],
)
def test_a_figure_is_known_by_what_its_sentence_speaks_of(
    shelf: Shelf, question: str, values: list[float]
) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "抖音号粉丝有多少",
        "2022年演播厅花了多少",
        "亮剑收视率多少",
        "葡萄2022年卖了多少斤",
        "机房有多少人",
        "亮剑花了多少钱",
        "食堂花了多少钱",
        "亮剑第三季曝光多少问题",
    ],
)
def test_what_no_sentence_tells_is_withheld(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None


@pytest.mark.parametrize(
    ("question", "label"),
    [("九旬老人那条消息得的什么奖", "海东新闻奖"), ("记者站管得松，说要怎么办", "末位淘汰")],
)
def test_a_part_of_a_title_and_an_earlier_year_are_found(shelf: Shelf, question: str, label: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert any(label in item.label for item in answer.items)
