"""What counts as said, however an answer writes it."""

import pytest

from benchmarks import wording
from search.answers import Answer, Item


def answer(text: str | None, *items: tuple[int, str, str | None]) -> Answer:
    listed = [Item(year=year, label=label, detail=detail, evidence=[]) for year, label, detail in items]
    return Answer(question="?", intent="list", answer=text, items=listed)


def test_dates_are_read_as_exact_as_written() -> None:
    assert wording.dates("2018年9月1日，2019-03，2020年，第20210期") == ["2018-09-01", "2019-03", "2020"]
    assert wording.dates("于９月１日") == []


def test_figures_are_read_in_single_units() -> None:
    assert wording.figures("从1.1万到2亿，共1,320件") == [11000, 200_000_000, 1320]


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("减少1.1万份", "2018年比2016年减少11000份", True),
        ("少了1830万元", "由1.07亿元降至8870万元，减少1830万元", True),
        ("14000", "增加1.4万条次", True),
        ("6", "2021年24期，2020年18期，多6期", True),
        ("6", "增加16期", False),
        ("减少1.1万份", "增加1.1万份", False),
        ("减少33篇", "减少34篇", False),
        ("没有变化", "没有变化", False),
    ],
)
def test_differences(wanted: str, given: str, right: bool) -> None:
    assert wording.says_difference(wanted, given) is right


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("2018年9月1日", "抖音号于2018-09-01开通", True),
        ("2021-09-16", "2021年9月16日改名", True),
        ("2023-01", "2023年1月起停更", True),
        ("2023-01", "2023年1月5日停更", False),
        ("2021-09-16", "2021年9月改名", False),
    ],
)
def test_dates_must_be_as_exact_as_the_gold(wanted: str, given: str, right: bool) -> None:
    assert wording.says_date(wanted, answer(given)) is right


def test_a_date_may_stand_in_an_item() -> None:
    assert wording.says_date("2018-12-27", answer("见下", (2018, "城事周刊休刊", "2018-12-27")))
    assert wording.names("2018-12-27", answer("见下", (2018, "城事周刊休刊", "2018年12月27日")))
    assert not wording.names("2018-12-27", answer("见下", (2018, "城事周刊休刊", "2018年12月")))


@pytest.mark.parametrize(
    ("text", "first", "right"),
    [
        ("最早见于2020年的报告。", True, True),
        ("2020年首次出现，2021年、2023年也有。", True, True),
        ("见于2018年、2020年。", True, False),
        ("最后见于2020年，之后（2021年）没有。", False, True),
        ("见于2018年、2020年。", False, True),
        ("2019年出现。", False, False),
        ("没有提到。", True, False),
    ],
)
def test_first_and_last_years(text: str, first: bool, right: bool) -> None:
    assert wording.says_end("2020年", answer(text), first) is right


def test_labels_stand_in_items_or_answer() -> None:
    assert wording.names("楚南新闻奖", answer("获奖2项", (2021, "第35届楚南新闻奖一等奖", None)))
    assert wording.names("寻找第101位烈士", answer("《寻找第一百零一位烈士》等"))
    assert wording.names("启航", answer("见下", (2018, "某奖", "《启航》")))
    assert not wording.names("启航", answer("见下", (2018, "某奖", None)))
    assert not wording.names("启航", answer(None))


def test_an_item_may_lack_a_little_of_a_statement_only() -> None:
    statement = "懂数据、会编程的采编人员依然偏少"
    assert not wording.names(statement, answer("见下", (2020, "采编人员依然偏少", None)))
    assert wording.names(statement, answer("见下", (2020, "数据、会编程的采编人员依然偏少", None)))


def test_texts_stand_in_the_answer_or_are_made_up_in_one_item() -> None:
    wanted = "第35届楚南新闻奖一等奖；2020年度全国晚报新闻奖特等奖"
    one = (2021, "楚南新闻奖", "第三十五届，一等奖")
    other = (2020, "全国晚报新闻奖", "年度特等奖")
    assert wording.says_text(wanted, answer("见下", one, other))
    assert not wording.says_text(wanted, answer("见下", one))
    assert not wording.says_text("一等奖", answer("见下", (2021, "楚南新闻奖", "二等奖")))


def test_units_count_only_where_the_gold_has_one() -> None:
    gold = {"year": 2021, "value": 91, "unit": "人", "qualifier": "exact"}
    assert wording.same_value(gold, 91.0, 2021, "人")
    assert not wording.same_value(gold, 91, 2021, None)
    assert wording.same_value(gold | {"unit": None}, 91, 2021, "人")
    assert not wording.same_value(gold, 91, 2020, "人")
    assert not wording.same_value(gold, 92, 2021, "人")
