"""Numerals, quantities with hedge and unit, editions, years and dates."""

from __future__ import annotations

import pytest

from ingest.dates import dates, edition, years
from ingest.numbers import quantities
from ingest.numerals import chinese_number

Read = list[tuple[int | float, str | None, str, str]]


def read(text: str) -> Read:
    """The quantities of a text: value, unit, qualifier, as written."""
    return [(q.value, q.unit, str(q.qualifier), q.text) for q in quantities(text)]


NUMERALS = [
    ("三十四", 34),
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("一百零二", 102),
    ("一百", 100),
    ("两千三百", 2300),
    ("一万两千", 12000),
    ("六万二千", 62000),
    ("三百五十万", 3500000),
    ("一亿二千万", 120000000),
    ("二〇二四", 2024),
    ("二○二一", 2021),
    ("一九四九", 1949),
    ("壹", 1),
    ("零", 0),
    ("九", 9),
    ("１２", 12),
    ("2021", 2021),
    (" 7 ", 7),
    ("千", 1000),
    ("十万", 100000),
    ("", None),
    ("多", None),
    ("三点五", None),
    ("3.5", None),
    ("第三", None),
]
HEDGES: list[tuple[str, Read]] = [
    ("员工212人", [(212, "人", "exact", "212人")]),
    ("超100万人", [(1000000, "人", "over", "超100万人")]),
    ("超过100万人", [(1000000, "人", "over", "超过100万人")]),
    ("逾3000人", [(3000, "人", "over", "逾3000人")]),
    ("突破12.8万人", [(128000, "人", "over", "突破12.8万人")]),
    ("浏览量破千万", [(10000000, None, "over", "破千万")]),
    ("不少于40小时", [(40, "小时", "over", "不少于40小时")]),
    ("不低于30%", [(30, "%", "over", "不低于30%")]),
    ("至少5场", [(5, "场", "over", "至少5场")]),
    ("粉丝过百万", [(1000000, None, "over", "过百万")]),
    ("上百场活动", [(100, "场", "over", "上百场")]),
    ("上万人参加", [(10000, "人", "over", "上万人")]),
    ("近百场", [(100, "场", "nearly", "近百场")]),
    ("近3万人次", [(30000, "人次", "nearly", "近3万人次")]),
    ("接近200万次", [(2000000, "次", "nearly", "接近200万次")]),
    ("将近500人", [(500, "人", "nearly", "将近500人")]),
    ("约40人", [(40, "人", "about", "约40人")]),
    ("大约3000份", [(3000, "份", "about", "大约3000份")]),
    ("300余篇", [(300, "篇", "over", "300余篇")]),
    ("3万多人", [(30000, "人", "over", "3万多人")]),
    ("3万余人次", [(30000, "人次", "over", "3万余人次")]),
    ("1300多万次", [(13000000, "次", "over", "1300多万次")]),
    ("阅读量10万+", [(100000, None, "over", "10万+")]),
    ("浏览量百万＋", [(1000000, None, "over", "百万＋")]),
    ("300人以上", [(300, "人", "over", "300人以上")]),
    ("50篇左右", [(50, "篇", "about", "50篇左右")]),
    ("200人上下", [(200, "人", "about", "200人上下")]),
    ("十余场", [(10, "场", "over", "十余场")]),
    ("百余件", [(100, "件", "over", "百余件")]),
    ("千余人", [(1000, "人", "over", "千余人")]),
    ("数十场活动", []),
    ("超20多万人", [(200000, "人", "over", "超20多万人")]),
    ("达30余万人", [(300000, "人", "over", "30余万人")]),
    ("共计1.2亿元", [(120000000, "元", "exact", "1.2亿元")]),
]
UNITS: list[tuple[str, Read]] = [
    ("1602.3万次", [(16023000, "次", "exact", "1602.3万次")]),
    ("5.2亿元", [(520000000, "元", "exact", "5.2亿元")]),
    ("1830万元", [(18300000, "元", "exact", "1830万元")]),
    ("420元", [(420, "元", "exact", "420元")]),
    ("38.4%", [(38.4, "%", "exact", "38.4%")]),
    ("38.4％", [(38.4, "%", "exact", "38.4％")]),
    ("5个百分点", [(5, "个百分点", "exact", "5个百分点")]),
    ("47个整版", [(47, "个整版", "exact", "47个整版")]),
    ("42场次", [(42, "场次", "exact", "42场次")]),
    ("2.9万条次", [(29000, "条次", "exact", "2.9万条次")]),
    ("9万余篇（件）", [(90000, "篇", "over", "9万余篇（件）")]),
    ("86件（次）", [(86, "件", "exact", "86件（次）")]),
    ("320平方米", [(320, "平方米", "exact", "320平方米")]),
    ("2600多公里", [(2600, "公里", "over", "2600多公里")]),
    ("2,860条", [(2860, "条", "exact", "2,860条")]),
    ("1，046条", [(1046, "条", "exact", "1，046条")]),
    ("1,234,567次", [(1234567, "次", "exact", "1,234,567次")]),
    ("６２人", [(62, "人", "exact", "６２人")]),
    ("一百零三个", [(103, "个", "exact", "一百零三个")]),
    ("六万二千余份", [(62000, "份", "over", "六万二千余份")]),
    ("九十四人", [(94, "人", "exact", "九十四人")]),
    ("一万两千条", [(12000, "条", "exact", "一万两千条")]),
    ("10260小时", [(10260, "小时", "exact", "10260小时")]),
    ("40个小时", [(40, "小时", "exact", "40个小时")]),
    ("6个月", [(6, "个月", "exact", "6个月")]),
    ("20 万人", [(200000, "人", "exact", "20 万人")]),
    ("2 860 条", [(860, "条", "exact", "860 条")]),
    ("粉丝91万", [(910000, None, "exact", "91万")]),
    ("3.5万亿元", [(3500000000000, "元", "exact", "3.5万亿元")]),
    ("12万字", [(120000, "字", "exact", "12万字")]),
    ("4分20秒", [(260, "秒", "exact", "4分20秒")]),
    ("近2小时15分", [(135, "分钟", "nearly", "近2小时15分")]),
    ("3小时、12分钟", [(3, "小时", "exact", "3小时"), (12, "分钟", "exact", "12分钟")]),
    ("两个半月", [(2.5, "个月", "exact", "两个半月")]),
    ("3个半小时", [(3.5, "小时", "exact", "3个半小时")]),
    ("央视11条", [(11, "条", "exact", "11条")]),
    ("5期共44版", [(5, "期", "exact", "5期"), (44, "版", "exact", "44版")]),
    ("300多人次、26场", [(300, "人次", "over", "300多人次"), (26, "场", "exact", "26场")]),
    ("由2万人增至3.5万人", [(20000, "人", "exact", "2万人"), (35000, "人", "exact", "3.5万人")]),
]
NO_FIGURE: list[tuple[str, Read]] = [
    ("2021年", []),
    ("2021年度", []),
    ("7月26日", []),
    ("2021-06-12", []),
    ("9:30", []),
    ("第34届", []),
    ("第三季度", []),
    ("第5期", []),
    ("一等奖", []),
    ("70周年", []),
    ("二十大", []),
    ("两会", []),
    ("三审三校", []),
    ("一带一路", []),
    ("十四五", []),
    ("四力", []),
    ("三农", []),
    ("五四精神", []),
    ("热线2881100", []),
    ("CCTV-13", []),
    ("FM98.5", []),
    ("4K超高清", []),
    ("5G网络", []),
    ("一流媒体", []),
    ("一系列", []),
    ("进一步", []),
    ("统一", []),
    ("千家万户", []),
    ("百花齐放", []),
    ("千人千面的推送", []),
    ("走访千村万户", []),
    ("万众一心", []),
    ("周三", []),
    ("央视17套", []),
    ("“八一”建军节", []),
    ("一是坚持", []),
    ("零差错", []),
    ("1.前言", []),
    ("2021", []),
    ("十八大以来", []),
    ("两手抓", []),
    ("半年来", []),
    ("万家灯火", []),
    ("一心一意", []),
    ("经过三年努力", []),
    ("第一书记", []),
    ("五个认同", []),
    ("四史教育", []),
]
YEARS: list[tuple[str, list[int]]] = [
    ("2023年度", [2023]),
    ("2023年", [2023]),
    ("二〇二一年", [2021]),
    ("二○二一年度", [2021]),
    ("二零二一年", [2021]),
    ("２０２１年", [2021]),
    ("2019—2020年度", [2019, 2020]),
    ("2021", []),
    ("12021年", []),
    ("2881100", []),
    ("从2019年到2021年", [2019, 2021]),
]
EDITIONS = [
    ("第三十四届", 34),
    ("第34届", 34),
    ("第 34 届", 34),
    ("第３４届", 34),
    ("第一百零二届", 102),
    ("首届", 1),
    ("第二季", 2),
    ("第一季度", None),
    ("三十四", None),
    ("第三批", None),
]
DATES: list[tuple[str, list[str]]] = [
    ("2024年6月12日", ["2024-06-12"]),
    ("2024年6月", ["2024-06"]),
    ("2024年", ["2024"]),
    ("2024 年 6 月 12 日", ["2024-06-12"]),
    ("6月12日", ["2021-06-12"]),
    ("6月", ["2021-06"]),
    ("6月份", ["2021-06"]),
    ("二〇二一年七月一日", ["2021-07-01"]),
    ("二〇〇六年十月", ["2006-10"]),
    ("十二月三日", ["2021-12-03"]),
    ("7月1日至9月30日", ["2021-07-01", "2021-09-30"]),
    ("2019年12月31日", ["2019-12-31"]),
    ("6个月", []),
    ("月刊", []),
    ("2021年13月", ["2021"]),
]


@pytest.mark.parametrize(("text", "number"), NUMERALS)
def test_numerals(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(("text", "expected"), HEDGES)
def test_hedges(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_and_magnitudes(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), NO_FIGURE)
def test_what_is_no_figure(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_years(text: str, expected: list[int]) -> None:
    found = years(text)
    assert [year for year, _, _ in found] == expected
    assert all(chinese_number(text[start:end].strip()) == year for year, start, end in found)


@pytest.mark.parametrize(("text", "expected"), EDITIONS)
def test_editions(text: str, expected: int | None) -> None:
    found = edition(f"江南新闻奖{text}评选")
    assert (found and found[0]) == expected


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[str]) -> None:
    assert [date.iso for date in dates(text, 2021)] == expected


def test_a_day_without_year_is_left_out_where_none_is_known() -> None:
    assert dates("6月12日", None) == []
    assert [date.iso for date in dates("2020年6月12日", None)] == ["2020-06-12"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "员工12人，党员5人，共17人。"
    (found,) = quantities(text, 6, 10)
    assert (text[found.start : found.end], found.text) == ("5人", "5人")
    (date,) = dates("前言：2021年6月开播", None, 3)
    assert (date.start, date.end) == (3, 10)


def test_digits_without_end_count_nothing() -> None:
    assert list(quantities(f"粉丝{'9' * 6000}万人")) == []
    assert chinese_number("九" * 6000) is None
