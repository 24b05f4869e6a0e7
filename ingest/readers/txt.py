"""Plain text: the decoded file itself, one block a line that is not empty."""

from __future__ import annotations

from ingest.readers.base import Block, Document, ReadingError, normalise
from ingest.readers.encoding import decode


def read(content: bytes) -> Document:
    """Return the document in `content`; its text is the decoded file, blocks leave out white space at line ends.

    Raises ReadingError where the bytes are not text or hold nothing but white space.
    """
    decoded, note = decode(content)
    text = normalise(decoded)
    blocks = []
    start = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            left = start + len(line) - len(line.lstrip())
            blocks.append(Block(start=left, end=left + len(inner)))
        start += len(line) + 1
    if not blocks:
        raise ReadingError("文件里没有文字，请检查是否选错了文件")
    return Document(text=text, blocks=tuple(blocks), notes=(note,) if note else ())
