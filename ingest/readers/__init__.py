"""Files of every format → `Document`: the format told by content first and by the name's suffix second."""

from __future__ import annotations

import re
from pathlib import PurePath

from ingest.readers.base import Document, ReadingError

__all__ = ["MAX_BYTES", "ReadingError", "read"]

MAX_BYTES = 200_000_000
"""Largest file that is read at all."""

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00")
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|meta|title|div|table|p|h[1-6])[\s>/]", re.I)
_PAGE = re.compile(
    rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_PDF_WITHIN = 1024
"""Bytes at a file's start within which readers accept the PDF header."""


def read(content: bytes, name: str) -> Document:
    """Return the document in `content`; `name` is the file's name, of which only the suffix counts.

    Raises ReadingError, and nothing else, where the file cannot be read.
    """
    if not content.strip(b"\x00 \t\r\n"):
        raise ReadingError("文件是空的，请检查是否传错了文件或没有保存完整")
    if len(content) > MAX_BYTES:
        raise ReadingError(f"文件超过 {MAX_BYTES // 1_000_000} MB，请压缩其中的图片或另存为只含文字的文件")
    try:
        return _read(content, PurePath(name).suffix.lower())
    except ReadingError:
        raise
    except (MemoryError, RecursionError) as error:
        raise ReadingError("文件结构异常，无法读取，请用原来的软件打开并另存一份再试") from error
    except Exception as error:
        # The parsers below are other people's and meet other people's files: whatever they raise is "unreadable".
        raise ReadingError(
            f"文件已损坏或格式异常（{type(error).__name__}），请用原来的软件打开并另存一份再试"
        ) from error


def _read(content: bytes, suffix: str) -> Document:
    # Each parser is loaded only when a file needs it.
    head = content.lstrip()[:_PDF_WITHIN]
    if b"%PDF-" in content[:_PDF_WITHIN]:
        from ingest.readers import pdf

        return pdf.read(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        from ingest.readers import docx

        return docx.read(content)
    from ingest.readers import office

    if content.startswith(office.OLE_MAGIC):
        return office.read_ole(content)
    _refuse_foreign(content)
    if suffix in {".docx", ".pdf", ".docm", ".dotx"} and not _PAGE.match(head):
        kind = "PDF" if suffix == ".pdf" else "Word"
        raise ReadingError(f"文件名是 {suffix}，内容却不是 {kind} 文件，可能已损坏，请重新取得或另存后再试")
    if _PAGE.match(_plain(content)) or (
        suffix in {".html", ".htm", ".xhtml", ".shtml", ".doc"} and _MARKUP.search(_plain(content, 100_000))
    ):
        from ingest.readers import html

        return html.read(content)
    from ingest.readers import txt

    return txt.read(content)


def _plain(content: bytes, length: int = 4096) -> bytes:
    """Return the start of `content` without marks and NULs, so that UTF-16 markup looks like any other."""
    head = content[: 2 * length]
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"")[:length]


def _refuse_foreign(content: bytes) -> None:
    if content.startswith(_IMAGES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        raise ReadingError(
            "这是图片，不是文档，请先做文字识别（OCR）并存为 .docx 或 .txt，或换成报告的原文件"
        )
    if content.startswith(_ARCHIVES):
        raise ReadingError("这是压缩包，请先解压，再逐个提交其中的文件")
    if content.startswith(b"{\\rtf"):
        raise ReadingError("这是 RTF 文件，请用 Word 或 WPS 另存为 .docx 后再试")
    if re.match(rb"(MIME-Version:|From:.{0,200}\r?\n.*MIME-Version:)", content[:2000], re.I | re.S):
        raise ReadingError("这是单一文件网页（.mht），请在浏览器里另存为 .html，或把正文复制到 .docx")
