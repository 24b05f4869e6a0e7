"""Which medium's report of which year a text is."""

from __future__ import annotations

import pytest

from ingest.identity import identify
from tests.ingest.writing import document

Named = tuple[str | None, int | None]
TEXT = ("一、前言", "报社坚持正确导向。")


def named(head: list[str]) -> Named:
    """Media and year of a report that begins with the lines of `head`."""
    found = identify(document([*head, *TEXT]))
    return found.media, found.year


HEADS = [
    # the year on the title line
    (["江南日报社社会责任报告（2024年度）"], ("江南日报社", 2024)),
    (["江南日报社2024年度社会责任报告"], ("江南日报社", 2024)),
    (["2024年度江南日报社社会责任报告"], ("江南日报社", 2024)),
    (["江南日报社媒体社会责任报告（2024年度）"], ("江南日报社", 2024)),
    (["江南日报社2024年媒体社会责任报告"], ("江南日报社", 2024)),
    (["江南日报社履行社会责任报告（2016年度）"], ("江南日报社", 2016)),
    (["江南广播电视台社会责任报告（2019）"], ("江南广播电视台", 2019)),
    (["江南日报社（2024年度）社会责任报告"], ("江南日报社", 2024)),
    (["江南日报社社会责任报告2024年度"], ("江南日报社", 2024)),
    (["江南日报社二〇二一年度社会责任报告"], ("江南日报社", 2021)),
    (["江南日报社社会责任报告（二〇二一年度）"], ("江南日报社", 2021)),
    (["江南日报社社会责任报告（２０２１年度）"], ("江南日报社", 2021)),
    (["江南日报社　2021　年度　社会责任报告"], ("江南日报社", 2021)),
    (["江南县融媒体中心社会责任报告书（2021年度）"], ("江南县融媒体中心", 2021)),
    # the year on a line of its own
    (["江南日报社社会责任报告", "（2024年度）"], ("江南日报社", 2024)),
    (["江南日报社社会责任报告", "2024年度"], ("江南日报社", 2024)),
    (["江南日报社社会责任报告", "", "（2024 年度）"], ("江南日报社", 2024)),
    (["2024年度", "江南日报社社会责任报告"], ("江南日报社", 2024)),
    (["江南日报社社会责任报告", "（二〇二一年度）"], ("江南日报社", 2021)),
    (["江南日报社社会责任报告", "[2021年度]"], ("江南日报社", 2021)),
    # the date of publication is another year
    (["江南日报社社会责任报告（2021年度）", "2022年5月"], ("江南日报社", 2021)),
    (["江南日报社社会责任报告", "（2021年度）", "发布时间：2022年5月31日"], ("江南日报社", 2021)),
    (["2022-05-31 来源：江南新闻网", "江南日报社社会责任报告（2021年度）"], ("江南日报社", 2021)),
    (["发布时间：2022年5月31日", "江南日报社社会责任报告", "（2021年度）"], ("江南日报社", 2021)),
    # the media on another line
    (["江南日报社", "媒体社会责任报告", "（2021年度）"], ("江南日报社", 2021)),
    (["媒体社会责任报告", "（2021年度）", "江南日报社"], ("江南日报社", 2021)),
    (["江南日报社", "社会责任报告（2021年度）"], ("江南日报社", 2021)),
    (["江南日报社", "2021年度社会责任报告"], ("江南日报社", 2021)),
    (["江南日报社2021年度", "社会责任报告"], ("江南日报社", 2021)),
    (["社会责任报告（2021年度）", "江南广播电视台"], ("江南广播电视台", 2021)),
    # the media in marks, or by another kind of name
    (["《江南日报》社会责任报告（2021年度）"], ("江南日报", 2021)),
    (["江南新闻网社会责任报告（2021年度）"], ("江南新闻网", 2021)),
    (["江南日报报业集团社会责任报告（2021年度）"], ("江南日报报业集团", 2021)),
    (["江南广播电视总台社会责任报告（2021年度）"], ("江南广播电视总台", 2021)),
    (["新江南客户端社会责任报告（2021年度）"], ("新江南客户端", 2021)),
    (["江南日报社社会责任履行情况报告（2021年度）"], ("江南日报社", 2021)),
    # a breadcrumb names it too
    (["首页 > 社会责任 > 江南日报社社会责任报告", "江南日报社社会责任报告（2021年度）"], ("江南日报社", 2021)),
    # a sentence that names last year's report is no title
    (["江南日报社社会责任报告", "（2021年度）", *TEXT, "报社切实改进2020年度社会责任报告中查摆的不足。"], ("江南日报社", 2021)),
    (["江南日报社社会责任报告", "（2021年度）", *TEXT, "九、对2020年度社会责任报告的回顾与改进"], ("江南日报社", 2021)),
    # the year in running text only
    (["江南日报社社会责任报告", "2021年，报社坚持党性原则。2021年度，报社获奖多项。2019年，报社成立。"], ("江南日报社", 2021)),
    (["江岸妇女报社2019年度履责报告"], ("江岸妇女报社", 2019)),
    (["江岸妇女报社2019社会责任报告"], ("江岸妇女报社", 2019)),
    (["江岸妇女报社社会责任报告", "——2019年度"], ("江岸妇女报社", 2019)),
    # nothing says either
    (["一篇别的文章", "说的是别的事。"], (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_media_and_year(head: list[str], expected: Named) -> None:
    assert named(head) == expected


def test_the_title_keeps_its_year_line_and_ends_after_it() -> None:
    lines = ["江南日报社社会责任报告", "（2021年度）", *TEXT]
    found = identify(document(lines))
    assert found.title == "江南日报社社会责任报告（2021年度）"
    assert found.title_end == len("江南日报社社会责任报告\n（2021年度）")


def test_a_title_below_a_motto_leaves_its_dash_out() -> None:
    found = identify(document(["与姐妹同行", "——江岸妇女报社社会责任报告（2019）", *TEXT]))
    assert found.title == "江岸妇女报社社会责任报告（2019）"


def test_the_title_of_the_format_helps_where_the_text_has_none() -> None:
    found = identify(document([*TEXT], title="江南日报社社会责任报告（2021年度）"))
    assert (found.media, found.year) == ("江南日报社", 2021)


def test_a_page_without_its_title_is_named_by_its_overview_and_by_the_year_of_its_awards() -> None:
    found = identify(
        document(
            [
                "一、前言",
                "1.媒体概况",
                "江南通讯社，是以对外报道为主的通讯社，成立于1952年10月1日。",
                "2.媒体社会责任理念",
                "江南社坚持正确导向。",
                "3.2021年度获奖情况",
                "江南社获江南新闻奖一等奖1件。",
            ]
        )
    )
    assert (found.media, found.year) == ("江南通讯社", 2021)


def test_a_title_inside_the_line_that_holds_the_whole_report_counts_more_than_the_news_of_it() -> None:
    found = identify(
        document(
            [
                "推进媒体融合，江南广电发2019年度社会责任报告",
                "近日，江南广电发布了报告。以下为全文： 江南广播电视台社会责任报告（2019年度） 一、前言 1.媒体概况 江南台成立于2010年。",
            ]
        )
    )
    assert (found.media, found.year) == ("江南广播电视台", 2019)


def test_the_file_name_gives_the_year_as_a_last_resort() -> None:
    lines = ["江南日报社社会责任报告", *TEXT]
    assert identify(document(lines), "江南日报社2021.docx").year == 2021
    assert identify(document(lines), "12021345.docx").year is None
