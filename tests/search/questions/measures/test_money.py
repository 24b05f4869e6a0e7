import pytest

from search.questions.measures.money import other_money


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("夜校收了多少学费", "月津贴1800元"),
        ("夜班补贴给多少", "上缴税金310万元"),
        ("罚款交了多少", "发放助学金80万元"),
        ("文化馆门票多少钱", "总投资4600万元"),
    ],
)
def test_money_for_something_else(asked: str, told: str) -> None:
    assert other_money(asked, told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("夜班补助多少钱", "每班补贴90元"),
        ("夜校收了多少学费", "学费全免，月津贴1800元"),
        ("演播厅花了多少钱", "总投资4600万元"),
        ("募了多少钱", "善款37万元"),
        ("缴了多少税", "全年320万元"),
    ],
)
def test_the_same_money_or_any(asked: str, told: str) -> None:
    assert not other_money(asked, told)
