import pytest

from search.questions.reading.doers import counted_people


@pytest.mark.parametrize(
    ("asked", "counted"),
    [
        ("晚报如今还有多少人订", "晚报如今还有订报多少"),
        ("有多少人在买这份周刊", "有周刊订报多少"),
        ("下载了这个客户端的人有多少", "这个客户端下载量有多少"),
        ("台里走了的记者有几个", "台里离职记者有几个"),
        ("几个人自己掏腰包订报纸", "自费订户有多少"),
        ("自个儿花钱订报的有多少", "自费订户有多少"),
        ("台里养着多少个人", "有多少个人"),
        ("评上首席编辑以后每月补贴多少", "首席编辑每月补贴多少"),
    ],
)
def test_who_does_something_is_counted_by_a_name(asked: str, counted: str) -> None:
    assert counted_people(asked) == counted


@pytest.mark.parametrize(
    "asked",
    ["订了多少份合同", "离开县城的路修好了吗", "谁当上了首席记者", "报社买了多少台电脑", "下载量有多少"],
)
def test_other_questions_stay(asked: str) -> None:
    assert counted_people(asked) == asked
