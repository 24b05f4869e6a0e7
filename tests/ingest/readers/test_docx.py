from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx as python_docx
import pytest

from ingest.readers import ReadingError, docx_package, read
from ingest.readers.base import Document
from ingest.readers.docx_numerals import numeral

Make = Callable[..., bytes]

STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="我的样式"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    "</w:num>"
)


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def listed(level: int, number: int = 7) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_headings_by_style_chain_chinese_name_and_outline_level(docx_of: Make) -> None:
    body = (
        paragraph("总标题", style("t"))
        + paragraph("甲", style("mine"))
        + paragraph("乙", style("b2"))
        + paragraph("丙", '<w:outlineLvl w:val="2"/>')
        + paragraph("丁", style("1") + '<w:outlineLvl w:val="9"/>')
        + paragraph("图注", style("cap"))
    )
    document = read(docx_of(body, styles=STYLES), "a.docx")
    assert [(b.kind, b.level) for b in document.blocks] == [
        ("text", None),
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("text", None),
        ("caption", None),
    ]
    assert [b.bold for b in document.blocks] == [False, True, False, False, True, False]
    assert document.title == "总标题"


def test_automatic_numbers_are_written_out(docx_of: Make) -> None:
    levels = [(0, "前言"), (1, "概况"), (1, "荣誉"), (0, "责任"), (1, "导向"), (2, "小项"), (2, "小项")]
    body = "".join(paragraph(text, listed(level)) for level, text in levels)
    body += paragraph("另起", listed(0, 8)) + paragraph("再来", listed(0, 8)) + paragraph("无", listed(0, 0))
    document = read(docx_of(body, numbering=NUMBERING), "a.docx")
    assert blocks(document) == [
        "一、前言",
        "（一）概况",
        "（二）荣誉",
        "二、责任",
        "（一）导向",
        "2.1. 小项",
        "2.2. 小项",
        "五、另起",
        "六、再来",
        "无",
    ]


def test_numerals_as_word_writes_them() -> None:
    assert [numeral(n, "chineseCounting") for n in (9, 10, 11, 20, 21, 105, 110, 1001)] == (
        ["九", "十", "十一", "二十", "二十一", "一百零五", "一百一十", "一千零一"]
    )
    assert numeral(3, "decimalEnclosedCircleChinese") == "③"
    assert numeral(4, "lowerRoman") == "iv"
    assert numeral(27, "upperLetter") == "AA"
    assert numeral(7, "unknown") == "7"


def test_bold_is_the_whole_block_only(docx_of: Make) -> None:
    half = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r><w:r><w:t>细</w:t></w:r></w:p>"
    black = '<w:rFonts w:eastAsia="黑体"/>'
    body = half + paragraph("全粗", run="<w:b/>") + paragraph("不粗", run='<w:b w:val="0"/>')
    body += paragraph("一、黑体标题", run=black) + paragraph("正文是宋体，占去大部分。" * 3)
    assert [b.bold for b in read(docx_of(body), "a.docx").blocks] == [False, True, False, True, False]
    all_black = paragraph("通篇黑体", run=black) * 3
    assert not any(b.bold for b in read(docx_of(all_black), "a.docx").blocks)


def test_tables_stand_where_they_stand(docx_of: Make) -> None:
    def cell(*texts: str, merged: str = "") -> str:
        return f"<w:tc><w:tcPr>{merged}</w:tcPr>{''.join(paragraph(text) for text in texts)}</w:tc>"

    restart = '<w:vMerge w:val="restart"/>'
    rows = (
        f"<w:tr>{cell('奖项', merged=restart)}{cell('作品', '副题')}</w:tr>"
        f"<w:tr>{cell('', merged='<w:vMerge/>')}<w:sdt><w:sdtContent>{cell('《乙》')}</w:sdtContent></w:sdt></w:tr>"
    )
    frame = f"<w:tbl><w:tr>{cell('框里第一段', '框里第二段')}</w:tr></w:tbl>"
    document = read(docx_of(paragraph("前") + f"<w:tbl>{rows}</w:tbl>" + frame + paragraph("后")), "a.docx")
    assert blocks(document) == ["前", "奖项\t作品 副题", "\t《乙》", "框里第一段", "框里第二段", "后"]
    assert [b.kind for b in document.blocks] == ["text", "row", "row", "text", "text", "text"]
    assert [b.continued for b in document.blocks][1:3] == [(), (0,)]


def test_rows_are_laid_on_the_grid_of_the_row_with_most_cells(docx_of: Make) -> None:
    def cell(text: str, wide: int = 1) -> str:
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>{paragraph(text)}</w:tc>'

    rows = (
        f"<w:tr>{cell('获奖情况', 4)}</w:tr>"
        f"<w:tr>{cell('平台')}{cell('用户', 3)}</w:tr>"
        # The edges of these two rows were dragged apart.
        f"<w:tr>{cell('')}{cell('2022年', 2)}{cell('2023年')}</w:tr>"
        f"<w:tr>{cell('微博', 2)}{cell('1')}{cell('2')}</w:tr>"
    )
    document = read(docx_of(f"<w:tbl>{rows}</w:tbl>"), "a.docx")
    assert blocks(document) == ["获奖情况", "平台\t用户\t", "\t2022年\t2023年", "微博\t1\t2"]


def test_text_boxes_notes_breaks_and_changes(docx_of: Make) -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('框内文字')}</w:txbxContent></wps:txbx>"
    body = (
        "<w:p><w:r><w:t>上半句</w:t></w:r><w:del><w:r><w:delText>删掉的</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>加上的</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:br/><w:t>下一行</w:t></w:r>'
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ) + f"<w:sdt><w:sdtContent>{paragraph('控件里的段落')}</w:sdtContent></w:sdt>"
    notes = f'<w:footnote w:id="2">{paragraph("脚注文字")}</w:footnote>'
    document = read(docx_of(body, footnotes=notes), "a.docx")
    assert blocks(document) == ["上半句加上的链接", "下一行", "脚注文字", "框内文字", "控件里的段落"]


def test_what_python_docx_writes_is_read() -> None:
    made = python_docx.Document()
    made.core_properties.title = "核心标题"
    made.add_heading("一、前言", 1)
    made.add_paragraph("正文").add_run("与粗体").bold = True
    made.sections[0].header.paragraphs[0].text = "页眉不要"
    table = made.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "甲", "乙"
    out = io.BytesIO()
    made.save(out)
    document = read(out.getvalue(), "a.docx")
    assert blocks(document) == ["一、前言", "正文与粗体", "甲\t乙"]
    assert document.blocks[0].level == 1
    assert document.title == "核心标题"


def test_dangling_relationships_do_not_matter(docx_of: Make) -> None:
    out = io.BytesIO(docx_of(paragraph("正文")))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships><Relationship Id="r1" Type="x/image" Target="NULL"/></Relationships>',
        )
    assert blocks(read(out.getvalue(), "a.docx")) == ["正文"]


def test_bombs_and_dtds_are_refused(docx_of: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadingError, match="解压后"):
        read(docx_of(paragraph("零" * 3_000_000)), "a.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"))
    with pytest.raises(ReadingError, match="DTD"):
        read(out.getvalue(), "a.docx")
    monkeypatch.setattr(docx_package, "MAX_MEMBERS", 1)
    with pytest.raises(ReadingError, match="解压后"):
        read(docx_of(paragraph("正文")), "a.docx")


@pytest.mark.parametrize(
    ("member", "says"), [("xl/workbook.xml", "Excel"), ("ppt/a.xml", "演示"), ("a.txt", "压缩包")]
)
def test_other_zips_are_named(member: str, says: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(member, "x")
    with pytest.raises(ReadingError, match=says):
        read(out.getvalue(), "a.docx")


def test_strict_files_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        inner = f'<w:document xmlns:w="{strict}"><w:body>{paragraph("正文")}</w:body></w:document>'
        package.writestr("word/document.xml", inner)
    assert blocks(read(out.getvalue(), "a.docx")) == ["正文"]
