"""Questions that are put as nouns."""

import pytest

from search.questions.wording.nominal import asked_outright


@pytest.mark.parametrize(
    ("put", "asked"),
    [
        ("2023年收入较上年增加额", "2023年收入较上年增加多少"),
        ("期发数2024年较2022年减少量", "期发数2024年较2022年减少多少"),
        ("采用条数较2022年增加", "采用条数较2022年增加多少"),
        ("来电较上年增减情况", "来电较上年增加多少"),
        ("输出时长较2018年增量", "输出时长较2018年增了多少"),
        ("《民声热线》更名后的名称", "《民声热线》后来改叫什么"),
        ("接入演播厅数据的部门", "接入演播厅数据的是哪些部门"),
        ("抖音号短视频发布条数", "抖音号短视频发布多少条"),
        ("为残障人士开办的系列节目", "为残障人士开办的系列节目"),
        ("为残障人士开办的节目", "为残障人士开办的是哪些节目"),
    ],
)
def test_a_noun_is_asked_for(put: str, asked: str) -> None:
    assert asked_outright(put) == asked


@pytest.mark.parametrize(
    "asked",
    [
        "2023年收入比上年增加多少",
        "哪些部门接入了数据",
        "收入比上年增加了吗",
        "发行量",
        "热线较上年多接了几个电话",
    ],
)
def test_what_asks_already_stays(asked: str) -> None:
    assert asked_outright(asked) == asked
