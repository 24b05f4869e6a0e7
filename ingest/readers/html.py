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
from ingest.readers.html_article import article, heading_before
from ingest.readers.html_edges import without_site_lines
from ingest.readers.html_flow import Piece, flow
from ingest.readers.html_parts import page_count, parts

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_\-]+)""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOTHING = "网页里没有可读的正文，请在浏览器里打开后另存为完整网页，或把正文复制到 .docx 文件"
_INCOMPLETE = "网页写明全文分为 {count} 页，这里只有 {held} 页；请把各页存进同一个文件夹，文件名以页码结尾（如 报告_1.html、报告_2.html），一起收入"
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
    """Return the article of the page in `content`, or of the pages that `html_parts.join` put together.

    Headings, table rows, bold paragraphs and captions (image texts, figcaption) are told apart; the nearest <h1>
    before the article comes first. Raises ReadingError where a page holds no readable text.
    """
    builder = Builder()
    title: str | None = None
    pages = parts(content)
    count = 1
    for number, page in enumerate(pages):
        decoded, note = decode(page, declared_encoding(page))
        root = parse(normalise(decoded))
        if root is None:
            raise ReadingError(_NOTHING)
        title = title or _title(root)
        count = max(count, page_count(root))
        pieces = _article(root)
        if number:
            # Each page names the article again.
            pieces = [piece for piece in pieces[:3] if not _names(piece.text, title)] + pieces[3:]
        for piece in pieces:
            builder.add(piece.text, piece.kind, level=piece.level, bold=piece.bold, continued=piece.continued)
        if note:
            builder.notes.append(note)
    if builder.empty:
        raise ReadingError(_NOTHING)
    document = builder.document(title)
    if count > len(pages):
        return document.model_copy(update={"incomplete": _INCOMPLETE.format(count=count, held=len(pages))})
    return document


def told_pages(content: bytes) -> int:
    """Return into how many pages the pager of a saved page says that its article is cut; 1 where it says nothing."""
    try:
        root = parse(normalise(decode(content, declared_encoding(content))[0]))
    except ReadingError:
        return 1
    return 1 if root is None else page_count(root)


def _article(root: HtmlElement) -> list[Piece]:
    title = _title(root)
    body = article(root)
    pieces = without_site_lines(flow(body), title)
    head = heading_before(root, body)
    if head and not any(_bare(head) == _bare(piece.text) for piece in pieces[:3]):
        return [Piece(head, "heading", 1), *pieces]
    return pieces


def _names(text: str, title: str | None) -> bool:
    """Tell whether a line of a later page is but the article's name, or that with the page's number."""
    bare = re.sub(r"[（(【\[]\d{1,2}[）)】\]]$", "", _bare(text))
    return len(bare) > 5 and _bare(title or "").startswith(bare)


def _title(root: HtmlElement) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//head/title/text()", "//title/text()"):
        for value in root.xpath(path):
            if str(value).strip():
                return str(value)
    return None


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
