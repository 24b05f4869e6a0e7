"""What is handed on as a file: evidence packs (Word, Excel, Markdown) and reviewed drafts."""

from __future__ import annotations

from enum import StrEnum


class PackFormat(StrEnum):
    """What an evidence pack may be written as; the value is the file's suffix too."""

    DOCX = "docx"
    XLSX = "xlsx"
    MD = "md"
