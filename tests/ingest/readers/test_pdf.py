from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.readers import ReadingError, read
from ingest.readers.base import Document

Make = Callable[..., bytes]
SENTENCE = "媒体中心全年刊发报道两千余篇，走进乡村社区，把镜头对准普通人的日子，推出专栏十二个。"
LEFT, SIZE, COLUMNS = 72.0, 12.0, 36


def blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def set_lines(
    text: str, top: float, indent: int = 2, step: float = 20
) -> list[tuple[float, float, float, str]]:
    """Break text into full lines, the first one indented, as a word processor does."""
    pieces = [(LEFT + indent * SIZE, top, SIZE, text[: COLUMNS - indent])]
    for number, start in enumerate(range(COLUMNS - indent, len(text), COLUMNS), 1):
        pieces.append((LEFT, top - number * step, SIZE, text[start : start + COLUMNS]))
    return pieces


def test_a_made_file_gives_back_its_paragraphs(files: Path) -> None:
    document = read((files / "plain.pdf").read_bytes(), "plain.pdf")
    assert blocks(document) == (files / "plain.txt").read_text("utf-8").split("\n")[:-1]
    assert [b.kind for b in document.blocks].count("row") == 3
    assert [b.page for b in document.blocks][:1] == [1]
    assert len(document.pages) == 4
    # The paragraph over the first page's end is whole, and the second page starts inside it.
    over = next(b for b in document.blocks if b.start < document.pages[1] < b.end)
    assert document.text[document.pages[1] :].startswith("网上活动9次，Live Show一次来了")
    assert document.text[over.start : over.end].startswith("全年办文化活动24次")


def test_lines_are_joined_and_headings_are_not(pdf_of: Make) -> None:
    long = SENTENCE * 3
    page = [(LEFT, 780, 16, "一、前言"), (LEFT + 24, 750, 14, "（一）媒体概况"), *set_lines(long, 725)]
    page += [*set_lines(SENTENCE, 625), *set_lines("短句到此为止。", 585), *set_lines(SENTENCE, 565)]
    document = read(pdf_of([page], bold=16), "a.pdf")
    assert blocks(document) == ["一、前言", "（一）媒体概况", long, SENTENCE, "短句到此为止。", SENTENCE]
    assert [b.bold for b in document.blocks] == [True] + [False] * 5


def test_paragraphs_go_on_over_pages_without_heads_and_feet(pdf_of: Make) -> None:
    text = SENTENCE * 30
    rest = set_lines(text, 760)
    pages = []
    for number in range(1, 4):
        lines, rest = rest[:14], rest[14:]
        placed = [(x, 760 - 20 * i, size, piece) for i, (x, _, size, piece) in enumerate(lines)]
        running = [(200, 810, 9, "某台社会责任报告"), (290, 40, 9, f"— {number} —")]
        pages.append(running + placed)
    document = read(pdf_of(pages), "a.pdf")
    assert blocks(document) == ["".join(piece for page in pages for x, y, _, piece in page if 50 < y < 800)]
    assert len(document.pages) == 3
    assert document.pages[1] == 14 * COLUMNS - 2


def test_a_number_of_the_text_is_no_page_number(pdf_of: Make) -> None:
    pages = [[*set_lines(SENTENCE, 700), (290, 40, 9, str(n))] for n in (1, 2)]
    pages.append([*set_lines(SENTENCE, 700), (290, 40, 9, "212")])
    assert blocks(read(pdf_of(pages), "a.pdf")) == [SENTENCE, SENTENCE, SENTENCE, "212"]


def test_latin_words_get_a_space_and_chinese_none(pdf_of: Make) -> None:
    first = "全年开设栏目和专题节目共计五十多个并且还在海外平台开设账号名叫做 Night"
    page = [
        (LEFT, 700, SIZE, first),
        (LEFT, 680, SIZE, "Talk 和 2024 年的 Live 节目，办得很好。" + "办" * 12),
    ]
    page += [(LEFT, 660 - 20 * i, SIZE, "办" * COLUMNS) for i in range(4)]
    document = read(pdf_of([page]), "a.pdf")
    assert "名叫做 Night Talk 和 2024 年的 Live 节目" in document.text


def test_paragraphs_without_indent_end_at_gaps_and_numbers(pdf_of: Make) -> None:
    full = SENTENCE[:-1].ljust(COLUMNS, "好")[: COLUMNS - 1] + "。"
    lines = [full, "（一）" + full[3:], full[:-1] + "好", full]
    page = [(LEFT, 700 - 20 * i, SIZE, line) for i, line in enumerate(lines)]
    page += [(LEFT, 590 - 20 * i, SIZE, line) for i, line in enumerate([full[:-1] + "好", full])]
    assert blocks(read(pdf_of([page]), "a.pdf")) == [
        lines[0],
        lines[1] + lines[2] + lines[3],
        full[:-1] + "好" + full,
    ]


@pytest.mark.parametrize("marks_first", [True, False])
def test_marks_from_another_font_stand_where_they_are_seen(pdf_of: Make, marks_first: bool) -> None:
    # “爱澜溪”客户端用户多: the run without its marks, then the marks, or the other way round; then what follows.
    line = "本台开设“爱澜溪”和“乡音”两个客户端用户很多"
    marks = [(LEFT + SIZE * i, 700, SIZE, char) for i, char in enumerate(line) if char in "“”"]
    runs = [(LEFT + SIZE * match.start(), 700, SIZE, match.group()) for match in re.finditer("[^“”]+", line)]
    page = [*marks, *runs] if marks_first else [*runs, *marks]
    page += [(LEFT, 680, SIZE, "，日活跃用户近两万，办得好。")]
    assert blocks(read(pdf_of([page]), "a.pdf"))[0].startswith(line)


def test_a_title_in_larger_type_over_two_lines_is_one(pdf_of: Make) -> None:
    title = "某某某某市广播电视总台（集团）社会责任报告（2031年度）"
    size = 22
    first, second = title[:20], title[20:]
    page = [(77.5, 780, size, first), (297.5 - size * (0.5 * len(second) - 1), 748, size, second)]
    page += set_lines(SENTENCE * 2, 700)
    assert blocks(read(pdf_of([page]), "a.pdf"))[0] == title


def test_the_last_column_may_be_short(pdf_of: Make) -> None:
    left = [(72, 700 - 20 * i, 12, "左栏的文字一直写到这里为止") for i in range(12)]
    right = [
        (320, 700, 12, "右栏只有三行文字，写到这里"),
        (320, 680, 12, "第二行在这里，还没有写完吗"),
        (320, 660, 12, "写完。"),
    ]
    text = "".join(blocks(read(pdf_of([[*left, *right]]), "a.pdf")))
    assert text.endswith("右栏只有三行文字，写到这里第二行在这里，还没有写完吗写完。")


def test_ruled_tables_become_rows(pdf_of: Make) -> None:
    xs, ys = (72, 192, 392, 492), (700, 660, 600)
    rules = [(72, y, 420, 0.5) for y in ys] + [(x, 600, 0.5, 100) for x in xs]
    cells = [(80, 675, 12, "奖项"), (200, 675, 12, "作品"), (400, 675, 12, "等级")]
    cells += [
        (80, 640, 12, "某新闻奖"),
        (200, 645, 12, "《一个很长的作品"),
        (200, 625, 12, "名称》"),
        (400, 635, 12, "一等奖"),
    ]
    document = read(pdf_of([[*set_lines(SENTENCE, 780), *cells]], rules), "a.pdf")
    assert blocks(document) == [SENTENCE, "奖项\t作品\t等级", "某新闻奖\t《一个很长的作品名称》\t一等奖"]
    assert [b.kind for b in document.blocks] == ["text", "row", "row"]


def test_radicals_are_the_characters_that_they_look_like(pdf_of: Make) -> None:
    document = read(pdf_of([[(LEFT, 700, SIZE, "一、工作"), (LEFT, 650, SIZE, "正文")]]), "a.pdf")
    assert document.text == "一、工作\n正文"
    from ingest.readers.pdf_chars import _character

    assert [_character(code) for code in (0x2F00, 0x2F2F, 0x2EA0, 0x4E00)] == ["一", "工", "民", "一"]


def test_columns_are_read_one_after_the_other(pdf_of: Make) -> None:
    def column(x: float, text: str) -> list[tuple[float, float, float, str]]:
        return [(x, 700 - 20 * i, SIZE, text[18 * i : 18 * i + 18]) for i in range((len(text) + 17) // 18)]

    one, two = SENTENCE * 4, SENTENCE.replace("媒体", "报业") * 4
    document = read(pdf_of([[*column(60, one), *column(320, two)]]), "a.pdf")
    assert re.sub(r"\n", "", document.text) == one + two


def test_files_without_text_locked_and_broken(pdf_of: Make, files: Path) -> None:
    with pytest.raises(ReadingError, match="OCR"):
        read(pdf_of([[], []], [(100, 100, 200, 200)]), "a.pdf")
    with pytest.raises(ReadingError, match="密码"):
        read((files / "locked.pdf").read_bytes(), "a.pdf")
    with pytest.raises(ReadingError, match="损坏"):
        read((files / "plain.pdf").read_bytes()[:3000], "a.pdf")


def test_a_page_without_text_is_noted(pdf_of: Make) -> None:
    document = read(pdf_of([set_lines(SENTENCE, 700), [], set_lines(SENTENCE, 700)]), "a.pdf")
    assert len(document.blocks) == 2
    assert any("第 2 页" in note for note in document.notes)
    assert document.pages == (0, len(SENTENCE) + 1, len(SENTENCE) + 1)


@pytest.mark.parametrize(("degrees", "matrix"), [(90, b"0 1 -1 0 %d %d"), (270, b"0 -1 1 0 %d %d")])
def test_turned_pages_are_read_as_shown(pdf_of: Make, degrees: int, matrix: bytes) -> None:
    lines = [(100, 700 - 20 * i, SIZE, SENTENCE[i * 20 : i * 20 + 20]) for i in range(3)]

    def turned(match: re.Match[bytes]) -> bytes:
        x, y = int(match[1]), int(match[2])
        return matrix % ((800 - y, x) if degrees == 90 else (y - 400, 842 - x)) + b" Tm"

    content = re.sub(rb"1 0 0 1 (\d+) (\d+) Tm", turned, pdf_of([lines]))
    content = content.replace(b"/MediaBox", b"/Rotate %d /MediaBox" % degrees)
    assert blocks(read(content, "a.pdf")) == [SENTENCE]
