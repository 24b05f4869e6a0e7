"""How the Word files that we make look: fonts that Chinese offices have, measures in centimetres."""

from __future__ import annotations

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

BODY, HEAD = "宋体", "黑体"
LATIN = "Times New Roman"
GREY = RGBColor(0x59, 0x59, 0x59)
INK = RGBColor(0x1A, 0x1A, 0x1A)
_SIZES = {"Normal": 10.5, "Title": 18, "Heading 1": 14, "Heading 2": 12, "Heading 3": 10.5}


def paper(*, wide: bool = False) -> Paper:
    """Return an empty A4 document, on its side where it is to be `wide`."""
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in _SIZES.items():
        style = made.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size = Pt(size)
        style.font.name = LATIN
        style.font.color.rgb = INK
        # 黑体 is heavy enough; bold would darken the Latin letters beside it alone.
        style.font.bold = False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        # Theme fonts would overrule the names.
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), BODY if name == "Normal" else HEAD)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.space_before = Pt(0 if name in ("Normal", "Title") else 8)
    border = made.styles["Title"].element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    return made
