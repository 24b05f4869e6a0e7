from __future__ import annotations

import pytest

from ingest.readers import ReadingError, read
from ingest.readers.base import Document
from ingest.readers.html import declared_encoding

PROSE = "本台全年推出报道300余篇，覆盖用户120万人次，得到群众好评。"


def blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def page(article: str, *, charset: str = "utf-8", title: str = "某台社会责任报告_某网") -> bytes:
    text = f"""<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>
<script>var 脚本 = "不该出现，绝不。";</script><style>p {{}}</style></head><body>
<div class="topbar"><a href="/">首页</a><a href="/a">要闻</a><a href="/b">视频</a><a href="/c">专题</a></div>
<div class="crumb">您现在的位置：<a href="/">首页</a> &gt; <a href="/g">公告</a> &gt; 正文</div>
<div class="main"><h1>某台社会责任报告</h1><div class="info">2024-05-30 10:20 来源：某网 <a>分享到微信</a></div>
<div class="content">{article}</div><div class="editor">责任编辑：张三　校对：李四</div></div>
<div class="related"><h3>相关阅读</h3><ul><li><a>甲地办活动，群众来了</a></li><li><a>乙地</a></li><li><a>丙地</a></li></ul></div>
<div class="footer">某网 版权所有，未经授权不得转载。某ICP备123号</div></body></html>"""
    return text.encode("gb18030" if charset.startswith("gb") else charset)


def test_only_the_article_is_read() -> None:
    document = read(page(f"<p>　　{PROSE}</p><p>　　第二段，也要在。</p><p>短句</p>"), "a.html")
    assert blocks(document) == ["某台社会责任报告", PROSE, "第二段，也要在。", "短句"]
    assert document.blocks[0].kind == "heading"
    assert document.blocks[0].level == 1
    assert document.title == "某台社会责任报告_某网"


def test_gb2312_is_read_as_gb18030() -> None:
    assert (
        declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=GB2312">')
        == "gb18030"
    )
    document = read(page(f"<p>{PROSE}记者李喆、王䶮。</p>", charset="gb2312"), "a.html")
    assert "记者李喆、王䶮。" in document.text


def test_a_wrong_declaration_does_not_win() -> None:
    content = page(f"<p>{PROSE}</p>").replace(b'charset="utf-8"', b'charset="gb2312"')
    assert PROSE in read(content, "a.html").text


def test_headings_bold_breaks_and_captions() -> None:
    article = (
        f"<h2>一、前言</h2><p><strong>（一）概况</strong></p><p>{PROSE}<b>重点</b></p><p>第一行，有字。<br>第二行，有字。</p>"
        '<p style="font-weight:bold">加粗的样式</p><figure><img src="x.jpg" alt="采访现场"><figcaption>图为采访</figcaption></figure>'
        '<img src="y.jpg" alt="IMG_2031.jpg">'
    )
    document = read(page(article), "a.html")
    found = {document.text[b.start : b.end]: b for b in document.blocks}
    assert (found["一、前言"].kind, found["一、前言"].level) == ("heading", 2)
    assert found["（一）概况"].bold
    assert not found[f"{PROSE}重点"].bold
    assert found["加粗的样式"].bold
    assert {"第一行，有字。", "第二行，有字。"} <= set(found)
    assert found["采访现场"].kind == found["图为采访"].kind == "caption"
    assert "IMG_2031" not in document.text


def test_table_rows_keep_their_columns() -> None:
    article = (
        f"<p>{PROSE}</p><table><tr><th>奖项</th><th>作品</th><th>等级</th></tr>"
        '<tr><td rowspan="2">某新闻奖</td><td>《甲》</td><td>一等奖</td></tr><tr><td><p>《乙》</p></td><td>二等奖</td></tr></table>'
    )
    document = read(page(article), "a.html")
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind == "row"]
    assert rows == ["奖项\t作品\t等级", "某新闻奖\t《甲》\t一等奖", "\t《乙》\t二等奖"]


def test_cells_that_span_columns_leave_empty_ones() -> None:
    article = (
        f"<p>{PROSE}</p><table><tr><td colspan='3'>获奖情况</td></tr><tr><th rowspan='2'>平台</th><th colspan='2'>用户</th></tr>"
        "<tr><th>2022年</th><th>2023年</th></tr><tr><td>微博</td><td>1</td><td>2</td></tr></table>"
    )
    document = read(page(article), "a.html")
    rows = [(document.text[b.start : b.end], b.continued) for b in document.blocks if b.kind == "row"]
    assert rows == [
        ("获奖情况", ()),
        ("平台\t用户\t", ()),
        ("\t2022年\t2023年", (0,)),
        ("微博\t1\t2", ()),
    ]


def test_hidden_parts_comments_and_scripts_are_dropped() -> None:
    article = (
        f"<p>{PROSE}</p><p style='display: none'>藏一，看不见。</p><p hidden>藏二，看不见。</p><!-- 藏三，看不见。 -->"
        "<script>藏四，看不见。</script><div style='visibility:hidden'><p>藏五，看不见。</p></div>"
    )
    assert "藏" not in read(page(article), "a.html").text


def test_sections_beside_each_other_are_all_kept() -> None:
    parts = "".join(f"<div><h2>{n}、部分</h2><p>{PROSE}</p><p>{PROSE}</p></div>" for n in "一二三四五")
    document = read(page(parts), "a.html")
    assert document.text.count(PROSE) == 10
    assert document.text.count("、部分") == 5


def test_old_pages_set_in_tables_are_read() -> None:
    layout = (
        "<html><body><table><tr><td><a>首页</a></td><td><a>新闻</a></td></tr></table><table><tr><td width=20></td><td>"
        + "".join(f"<p>{n}、{PROSE}{PROSE}</p>" for n in "一二三四五六七八")
        + "</td></tr></table></body></html>"
    )
    document = read(layout.encode("gb18030"), "a.htm")
    assert len(document.blocks) == 8
    assert all(block.kind == "text" for block in document.blocks)


def test_line_ends_of_the_source_are_no_spaces_between_chinese() -> None:
    document = read(page(f"<p>{PROSE}全年\n   报道 AI\n作品  多</p>"), "a.html")
    assert document.text.endswith("全年报道 AI 作品 多")


def test_signature_date_stays_and_entities_are_not_fetched() -> None:
    document = read(page(f"<p>{PROSE}</p><p>某台</p><p>2024年5月30日</p>"), "a.html")
    assert blocks(document)[-2:] == ["某台", "2024年5月30日"]
    secret = (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>a&x;b</p></body></html>'
    )
    assert "hostname" not in read(secret, "a.html").text.replace("&x;", "")


def test_a_page_without_text_is_refused_and_deep_pages_are_read() -> None:
    with pytest.raises(ReadingError, match="正文"):
        read(b"<html><body><script>x</script><img src=a></body></html>", "a.html")
    deep = "<html><body>" + "<div>" * 1000 + f"<p>{PROSE}</p>" + "</div>" * 1000 + "</body></html>"
    assert PROSE in read(deep.encode(), "a.html").text


@pytest.mark.parametrize(
    "said",
    [
        "4.聘请常年法律顾问，所有广告合同先审后签。",
        "公布举报电话0351-2023456，全年受理投诉37件。",
        "新办网络视听节目许可证一张，旧证依规注销。",
        "为12家县级融媒体中心提供技术支持，培训编辑记者230人次。",
    ],
)
def test_a_last_paragraph_in_the_words_of_a_sites_foot_is_the_articles(said: str) -> None:
    assert blocks(read(page(f"<p>{PROSE}</p><p>{said}</p>"), "a.html"))[-1] == said


@pytest.mark.parametrize(
    "said",
    [
        "常年法律顾问：某律师事务所",
        "互联网新闻信息服务许可证 33120170001",
        "关于我们 联系我们 广告服务",
        "技术支持：某公司",
    ],
)
def test_a_sites_foot_is_left_off(said: str) -> None:
    assert said not in read(page(f"<p>{PROSE}</p><p>{said}</p>"), "a.html").text
