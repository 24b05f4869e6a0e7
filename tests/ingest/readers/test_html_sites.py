"""What stands around an article on four kinds of sites is not read, what the article says is, cut into pages or not."""

from __future__ import annotations

import time

import pytest

from ingest.pipeline import understand
from ingest.readers import read
from ingest.readers.html import told_pages
from ingest.readers.html_edges import is_edge_line, is_pager
from ingest.readers.html_parts import join
from tests.ingest.readers.sites import SITES, Site, portal, tables

TITLE = "兰陵日报社社会责任报告（2031年度）"
LINES = (
    "兰陵日报社2031年坚持守正创新，现将履行社会责任情况报告如下。",
    "一、政治责任",
    "坚持正确导向，全年刊发报道4160篇，开设“春潮”专栏，推出评论38篇。",
    "二、服务责任",
    "做好信息服务，“兰陵云”客户端注册用户达12.6万。来源：后台统计。",
    "三、文化责任",
    "传承优秀文化，拍摄纪录片《古城》，播放量突破300万次。",
    "四、后记",
    "（一）不足",
    "全媒体人才短缺。短视频精品不多。",
    "（二）改进",
    "加强培训，引进人才。",
)
NUMBERS = '【1】 <a href="a_2.htm">【2】</a> <a href="a_3.htm">【3】</a>'
ARROWS = '<a href="a.htm">上一页</a> <a href="a.htm">1</a> <b>2</b> <a href="a_3.htm">3</a> <a href="a_3.htm">下一页</a>'


@pytest.mark.parametrize("site", SITES)
def test_the_article_is_all_that_is_read(site: Site) -> None:
    document = read(site(TITLE, LINES, ""), "a.html")
    assert document.text.split("\n") == [TITLE, *LINES]
    assert document.incomplete is None


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("pager", [NUMBERS, ARROWS])
def test_pages_of_one_article_are_read_as_one(site: Site, pager: str) -> None:
    pages = [site(TITLE, LINES[start : start + 4], pager) for start in (0, 4, 8)]
    assert [told_pages(page) for page in pages] == [3, 3, 3]
    document = read(join(pages), "a.html")
    assert document.text.split("\n") == [TITLE, *LINES]
    assert document.incomplete is None


def test_pages_keep_their_own_encodings() -> None:
    document = read(join([portal(TITLE, LINES[:6], ARROWS), tables(TITLE, LINES[6:], NUMBERS)]), "a.html")
    assert document.text.split("\n") == [TITLE, *LINES]
    assert "3 页，这里只有 2 页" in (document.incomplete or "")


def test_a_page_alone_says_that_it_is_a_part() -> None:
    report = understand(portal(TITLE, LINES[:6], NUMBERS), "a.html")
    told = {warning.code: warning.message for warning in report.warnings}
    assert "全文分为 3 页，这里只有 1 页" in told["incomplete"]


def test_links_to_other_articles_and_footnotes_are_no_pager() -> None:
    others = (
        '<a href="b.htm">上一篇</a> <a href="c.htm">下一篇</a> <a href="#n1">[1]</a><a href="#n9">[9]</a>'
    )
    assert told_pages(portal(TITLE, LINES, others)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "(责编：王芳)", "【责任编辑:李明】", "来源丨兰陵发布", "—END—", "兰陵网>>地方>>社会责任", "打印 网摘 纠错 分享 字号 大 小",
        "上一页 1 2 3 下一页", "共4页 1 2 3 4", "版 权 所 有", "相关阅读", "扫一扫分享", "阅读下一篇：开工",
    ],
)  # fmt: skip
def test_lines_of_sites(line: str) -> None:
    assert is_edge_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "一、政治责任",
        "编辑部全年培训12次",
        "推荐作品38件",
        "2031年",
        "1.媒体概况",
        "下一步，将加强培训",
        "分享会举办6场，反响很好",
    ],
)
def test_lines_of_reports(line: str) -> None:
    assert not is_edge_line(line, at_end=True)
    assert not is_pager(line)


@pytest.mark.parametrize("unit", [".", "|", "1 ", "…·", "A", "A+", "大 ", "— ", "【1】"])
def test_long_lines_of_such_signs_take_no_time(unit: str) -> None:
    begun = time.process_time()
    for length in (30, 150, 20_000):
        line = (unit * length)[:length] + "好"
        assert not is_pager(line)
        is_edge_line(line)
    assert time.process_time() - begun < 1
