"""PDF files: the text layer as paragraphs and table rows, each with the page on which it starts."""

from __future__ import annotations

from threading import Lock

import pypdfium2 as pdfium

from ingest.readers.base import Document, ReadingError
from ingest.readers.builder import Builder
from ingest.readers.faces import BODY_SHARE
from ingest.readers.pdf_fonts import use_boxes
from ingest.readers.pdf_lines import Line, lines_of, without_running_lines
from ingest.readers.pdf_page import Page, read_page
from ingest.readers.pdf_paragraphs import paragraphs

MAX_PAGES = 2_000
"""Pages read of one file; a report has 5 to 100."""
_UNMAPPED_SHARE = 0.3
"""Share of characters of unknown meaning from which a text layer is useless."""

# The library may not be entered by two threads of one process at once.
_LIBRARY = Lock()
use_boxes()

_SCANNED = "这份 PDF 没有文字层（多为扫描件），请先做文字识别（OCR）再试，或改用报告的 Word 文件"
_BROKEN = "这份 PDF 不完整或已损坏，请重新取得文件，或改用报告的 Word 文件"


def read(content: bytes) -> Document:
    """Return the document in `content`.

    Raises ReadingError where the file is damaged or locked, or holds no text that can be read. A single page that
    cannot be read is noted, and the others are returned.
    """
    notes: list[str] = []
    with _LIBRARY:
        pages, title = _pages(content, notes)
    if not pages:
        raise ReadingError(_BROKEN)
    _check_text(pages, notes)
    without_running_lines(pages)
    return _document([line for page in pages for line in lines_of(page)], len(pages), notes, title)


def _pages(content: bytes, notes: list[str]) -> tuple[list[Page], str | None]:
    """Return what each page shows, and the title in the file's properties."""
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadingError("这份 PDF 加了密码，请用阅读器打开，另存为不加密的 PDF 后再试") from error
        raise ReadingError(_BROKEN) from error
    try:
        count = len(pdf)
        if count > MAX_PAGES:
            notes.append(f"共 {count} 页，只读了前 {MAX_PAGES} 页")
        return [_page(pdf, index, notes) for index in range(min(count, MAX_PAGES))], _title(pdf)
    finally:
        pdf.close()


def _title(pdf: pdfium.PdfDocument) -> str | None:
    try:
        return str(pdf.get_metadata_dict().get("Title") or "") or None
    except (pdfium.PdfiumError, ValueError):
        return None


def _page(pdf: pdfium.PdfDocument, index: int, notes: list[str]) -> Page:
    """Return a page, an empty one with a note where it cannot be read."""
    try:
        page = pdf[index]
        try:
            return read_page(page, index + 1)
        finally:
            page.close()
    except (pdfium.PdfiumError, ValueError, OSError):
        notes.append(f"第 {index + 1} 页无法读取，已跳过")
        return Page(index + 1, 0, 0, [], [])


def _check_text(pages: list[Page], notes: list[str]) -> None:
    """Raise ReadingError where the pages hold no usable text; note single pages that hold none."""
    chars = sum(len(segment.chars) for page in pages for segment in page.segments)
    if chars == 0:
        raise ReadingError(_BROKEN if len(notes) == len(pages) else _SCANNED)
    if sum(page.unmapped for page in pages) > _UNMAPPED_SHARE * chars:
        raise ReadingError(
            "这份 PDF 的文字无法还原（字体没有对应关系），请先做文字识别（OCR），或改用 Word 文件"
        )
    empty = [page.number for page in pages if not page.segments and page.height]
    if empty:
        shown = "、".join(map(str, empty[:10])) + ("等" if len(empty) > 10 else "")
        notes.append(f"第 {shown} 页没有文字层，若是扫描图片，请先做文字识别（OCR）")


def _document(lines: list[Line], count: int, notes: list[str], title: str | None) -> Document:
    heavy = sum(len(line.text) for line in lines if line.heavy)
    heavy_counts = heavy < BODY_SHARE * max(1, sum(len(line.text) for line in lines))
    builder = Builder()
    builder.notes = notes
    starts: dict[int, int] = {}
    for paragraph in paragraphs(lines):
        first = paragraph.lines[0]
        start = builder.add(
            paragraph.text,
            "row" if first.row else "text",
            bold=paragraph.bold(heavy_counts),
            page=first.page,
            continued=first.continued,
        )
        if start is not None:
            starts.setdefault(first.page, start)
            for page, offset in paragraph.pages.items():
                starts.setdefault(page, start + offset)
    if builder.empty:
        raise ReadingError(_SCANNED)
    document = builder.document(title)
    pages: list[int] = []
    following = len(document.text)
    for number in range(count, 0, -1):
        following = min(following, starts.get(number, following))
        pages.append(following)
    return document.model_copy(update={"pages": tuple(reversed(pages))})
