import pytest

from search.questions.wording.words import key
from search.questions.wording.years import read_years

STORED = [2016, 2017, 2018, 2020]


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2018年有多少员工", (2018,)),
        ("二〇一八年有多少员工", (2018,)),
        ("2018年度的员工", (2018,)),
        ("18年的员工", (2018,)),
        ("2020年比2018年多多少", (2020, 2018)),
        ("2016到2018年", (2016, 2017, 2018)),
        ("2016年至2018年", (2016, 2017, 2018)),
        ("2016—2018年", (2016, 2017, 2018)),
        ("2017年以来", (2017, 2018, 2020)),
        ("2018年以前", (2016, 2017)),
        ("近三年", (2018, 2019, 2020)),
        ("三年来", (2018, 2019, 2020)),
        ("这2年", (2018, 2020)),
        ("近2年", (2019, 2020)),
        ("去年", (2019,)),
        ("今年", (2020,)),
        ("前年", (2018,)),
        ("这几年", ()),
        ("历年", ()),
        ("第十八届", ()),
        ("十年前", ()),
        ("2016年拿了第18届的奖", (2016,)),
        ("2020年怎么回应上年的不足", (2020,)),
        ("四份报告合计资助多少人", (2016, 2017, 2018, 2020)),
        ("18年315曝光的比17年少了几件", (2018, 2017)),
    ],
)
def test_years_of_a_question(question: str, years: tuple[int, ...]) -> None:
    assert read_years(key(question), STORED).named == years


def test_relative_years_need_a_stored_one() -> None:
    assert read_years("去年", []).named == ()
    assert read_years("近3年", []).named == ()


def test_what_names_a_year_is_passed_over_later() -> None:
    text = key("2016年至2018年去年的员工")
    years = read_years(text, STORED)
    assert [text[start:end] for start, end in years.spans] == ["2016年至2018年", "去年"]


def test_within_keeps_what_is_stored() -> None:
    assert read_years("近3年", STORED).within(STORED) == [2018, 2020]
    assert read_years("历年", STORED).within(STORED) == STORED
