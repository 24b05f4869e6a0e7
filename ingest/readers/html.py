"""Saved web pages: the article of a page as blocks, without what stands around it.

Nothing is ever fetched: links, images, style sheets and external entities are left alone. trafilatura and
readability-lxml were tried on a real report set as a news page: both keep its paragraphs, but the first rewrites
white space inside lines and the second drops tables, and evidence must be the page's own characters.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from ingest.readers.base import Document, ReadingError, normalise
from ingest.readers.builder import Builder
from ingest.readers.encoding import decode
from ingest.readers.html_article import article, heading_before, is_edge_line
from ingest.readers.html_flow import Piece, flow

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_\-]+)""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD_BYTES = 4096
"""A charset declaration must stand in the first kilobyte by the standard; some sites are late."""


def declared_encoding(content: bytes) -> str | None:
    """Return the encoding that the page names, widened as browsers do (gb2312 → gb18030), None if unknown."""
    head = content[:_HEAD_BYTES]
    found = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    if name in {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"}:
        return "gb18030"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def parse(text: str) -> HtmlElement | None:
    """Return the root of the page, None where it holds no element at all."""
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    text = _XML_DECLARATION.sub("", text)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None
    return root if isinstance(root, HtmlElement) else None


def read(content: bytes) -> Document:
    """Return the article of the page in `content`.

    Headings, table rows, bold paragraphs and captions (image texts, figcaption) are told apart; the nearest <h1>
    before the article comes first. Raises ReadingError where the page holds no readable text.
    """
    decoded, note = decode(content, declared_encoding(content))
    root = parse(normalise(decoded))
    if root is None:
        raise ReadingError(
            "网页里没有可读的正文，请在浏览器里打开后另存为完整网页，或把正文复制到 .docx 文件"
        )
    title = _title(root)
    body = article(root)
    pieces = _without_edges(flow(body))
    head = heading_before(root, body)
    builder = Builder()
    if head and not any(_bare(head) == _bare(piece.text) for piece in pieces[:3]):
        builder.add(head, "heading", level=1)
    for piece in pieces:
        builder.add(piece.text, piece.kind, level=piece.level, bold=piece.bold)
    if builder.empty:
        raise ReadingError(
            "网页里没有可读的正文，请在浏览器里打开后另存为完整网页，或把正文复制到 .docx 文件"
        )
    if note:
        builder.notes.append(note)
    return builder.document(title)


def _title(root: HtmlElement) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//head/title/text()", "//title/text()"):
        for value in root.xpath(path):
            if str(value).strip():
                return str(value)
    return None


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _without_edges(pieces: list[Piece]) -> list[Piece]:
    """Leave off lines of the site before and after the article: source, editor, share and pager lines."""
    first, last = 0, len(pieces)
    # A title often stands before the source line, so each line before the first sentence is looked at.
    while first < last and is_edge_line(pieces[first].text):
        first += 1
    while last > first and is_edge_line(pieces[last - 1].text, at_end=True):
        last -= 1
    kept = pieces[first:last]
    prose = next((i for i, piece in enumerate(kept) if len(piece.text) > 30 and "。" in piece.text), 0)
    return [piece for piece in kept[:prose] if not is_edge_line(piece.text)] + kept[prose:]
