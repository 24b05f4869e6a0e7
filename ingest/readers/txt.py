"""Plain text: the decoded file itself, one block a line that is not empty, typed tables as rows."""

from __future__ import annotations

import re

from ingest.readers.base import Block, Document, ReadingError, cells_of, normalise
from ingest.readers.encoding import decode
from ingest.readers.txt_lines import unwrapped

# 一、前言    3: a line of the 目录, its page number set apart like a cell.
_PAGE_CELL = re.compile(r"\s*[.…·]*\s*\d{0,3}\s*")
# 1.    媒体概况: a heading after its number.
_NUMBER_CELL = re.compile(r"[（(]?[\d一二三四五六七八九十]{0,3}[）)]?[、.．]?")
# ## 三、服务责任: Markdown, as drafting tools write it.
_MARKDOWN_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<title>\S.*?)\s*#*\s*$")
_PROSE = re.compile(r"[。；！？]")


def read(content: bytes) -> Document:
    """Return the document in `content`; its text is the decoded file, blocks leave out white space at line ends.

    Line ends at which paragraphs were only cut to a width are left out of the text.

    Raises ReadingError where the bytes are not text or hold nothing but white space.
    """
    decoded, note = decode(content)
    text = unwrapped(normalise(decoded))
    blocks = []
    start = tabs = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            left = start + len(line) - len(line.lstrip())
            titled = _MARKDOWN_HEADING.match(line)
            if tabs > 1 and line.startswith("\t") and line.count("\t") == tabs:
                # A row whose first cell is empty, below rows of as many cells.
                left = start
            if titled:
                end = start + titled.end("title")
                depth = len(titled["marks"])
                blocks.append(
                    Block(start=start + titled.start("title"), end=end, kind="heading", level=depth)
                )
            else:
                blocks.append(Block(start=left, end=start + len(line.rstrip())))
            tabs = line.count("\t")
        start += len(line) + 1
    if not blocks:
        raise ReadingError("文件里没有文字，请检查是否选错了文件")
    return Document(text=text, blocks=_with_tables(text, blocks), notes=(note,) if note else ())


def _with_tables(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Mark as rows the lines of typed tables: two lines or more, one below the other, cut into equally many cells.

    奖项        作品        等级
    南岭新闻奖  《夜访》    二等奖

    Where tabs or bars part the cells, a row may hold sentences if what heads the columns holds none.
    """
    found: list[Block] = []
    run: list[Block] = []
    columns = parts = 1

    def close() -> None:
        row = len(run) >= 2
        found.extend(block.model_copy(update={"kind": "row"}) if row else block for block in run)
        run.clear()

    for block in blocks:
        own = _columns(text, block)
        line = text[block.start : block.end]
        marks = _sure_parts(line)
        if run and (own == columns or (marks and marks == parts)):
            run.append(block)
            continue
        close()
        if own >= 2:
            run.append(block)
            columns, parts = own, marks
        else:
            found.append(block)
            columns, parts = 1, 0
    close()
    return tuple(found)


def _sure_parts(line: str) -> int:
    """How many tabs or bars a line has; 0 where it has none."""
    return line.count("\t") or line.count("|") + line.count("｜")


_COLUMN_GAP = re.compile(r"[\t|｜ \u3000\xa0](?:(?<=[\t|｜])|[ \u3000\xa0])")


def _columns(text: str, block: Block) -> int:
    """How many cells the line is cut into; 1 for prose, for a single gap of spaces and for lines of the 目录."""
    line = text[block.start : block.end]
    if not _COLUMN_GAP.search(line) or _PROSE.search(line):
        return 1
    cells = cells_of(text, block)
    filled = [text[slice(*cell)] for cell in cells]
    if len(cells) == 2 and (
        "\t" not in line or _PAGE_CELL.fullmatch(filled[1]) or _NUMBER_CELL.fullmatch(filled[0])
    ):
        return 1
    return len(cells)
