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
"""
_SECOND = """溪口县融媒体中心社会责任报告（2022年度）
一、阵地建设责任
“溪口融媒”抖音号、“溪口发布”微信公众号协同发力，矩阵用户42万。添置转播车1辆。译制播出影视剧1530集。
二、服务责任
《亮剑》曝光问题71起。播出节目差错率0.01‰。
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
    ],
)
def test_what_no_sentence_tells_is_withheld(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None
