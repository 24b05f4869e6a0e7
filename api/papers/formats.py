"""The formats of evidence packs, and answers written in them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from api.papers import PackFormat
from api.papers.contents import Packed, pack
from api.papers.pack import Pack


def packed(found: Packed, form: PackFormat, made_on: datetime.date | None = None) -> bytes:
    """Return an answer with its evidence as a file; `made_on` None is today."""
    return _writer(form)(pack(found), made_on or datetime.date.today())


def file_name(found: Packed, form: PackFormat) -> str:
    """Return what such a file is called."""
    title = re.sub(r'[\\/:*?"<>|\s]+', " ", pack(found).title).strip(" .")[:60]
    return f"{title or '印证'}.{form.value}"


def _writer(form: PackFormat) -> Callable[[Pack, datetime.date], bytes]:
    # Each library is loaded only when its format is asked for.
    match form:
        case PackFormat.DOCX:
            from api.papers.word import write
        case PackFormat.XLSX:
            from api.papers.excel import write
        case PackFormat.MD:
            from api.papers.markdown import write
    return write
