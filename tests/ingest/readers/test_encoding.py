from __future__ import annotations

import codecs
import itertools

import pytest

from ingest.readers import ReadingError, read
from ingest.readers.encoding import decode, score

SIMPLIFIED = "一、前言\r\n全中心员工212人，《昌吉日报》发行量稳定。\r\n　　二是持续提升服务水平。"
TRADITIONAL = "本報全年刊發報導二百篇，讀者來信回覆率達到百分之九十，員工培訓三次。"


PLAIN = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
UNMARKED = ("utf-16-le", "utf-16-be")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *itertools.product([SIMPLIFIED, SIMPLIFIED * 400, "员工212人"], [*PLAIN, *UNMARKED]),
        # Two characters of UTF-16 without a mark may be anything.
        *itertools.product(["培训"], PLAIN),
    ],
)
def test_simplified_text_is_read_in_every_encoding(text: str, encoding: str) -> None:
    decoded, note = decode(text.encode(encoding))
    assert decoded.lstrip("\ufeff") == text
    assert note is None


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_a_mark_decides_the_byte_order(mark: bytes) -> None:
    order = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"
    assert decode(mark + SIMPLIFIED.encode(order))[0] == SIMPLIFIED


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 300, "員工培訓三次"])
def test_big5_is_told_from_gb18030(text: str) -> None:
    assert decode(text.encode("big5"))[0] == text


def test_rare_characters_of_gb18030_are_kept() -> None:
    text = "记者李喆、王䶮在㵲阳河采访，𠮷字不是吉字。"
    assert decode(text.encode("gb18030"))[0] == text


def test_few_broken_bytes_are_replaced_and_noted() -> None:
    content = (SIMPLIFIED * 100).encode()
    text, note = decode(content[:1000] + b"\xff" + content[1000:])
    assert text.count("\ufffd") <= 4
    assert note is not None
    assert "无法解码" in note


def test_wrong_readings_score_low() -> None:
    assert score(SIMPLIFIED) > 0.9
    assert score(SIMPLIFIED.encode("gb18030").decode("big5", "replace")) < 0.5
    assert score(SIMPLIFIED.encode("utf-8").decode("gb18030", "replace")) < 0.5


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"\x7fELF\x02\x01\x01" + b"\x00" * 90]
)
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(ReadingError):
        read(content, "a.txt")


def test_blocks_are_the_lines_of_the_file() -> None:
    document = read(SIMPLIFIED.encode("gb18030"), "a.txt")
    assert document.text == SIMPLIFIED.replace("\r\n", "\n")
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "一、前言",
        "全中心员工212人，《昌吉日报》发行量稳定。",
        "二是持续提升服务水平。",
    ]
    assert {block.kind for block in document.blocks} == {"text"}
