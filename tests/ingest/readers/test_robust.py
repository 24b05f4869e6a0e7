"""Whatever the bytes: a Document whose blocks fit its text, or a ReadingError of one line; and in seconds."""

from __future__ import annotations

import contextlib
import random
import shutil
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers import ReadingError, office, read
from ingest.readers.base import Document

FILES = Path(__file__).parent / "files"
SUFFIXES = ("txt", "html", "docx", "doc", "pdf", "xyz", "")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


def check(content: bytes, name: str) -> Document | None:
    begun = time.process_time()  # other work on the machine counts for nothing
    try:
        document, message = read(content, name), None
    except ReadingError as error:
        document, message = None, str(error)
    assert time.process_time() - begun < 10
    if document is None:
        assert message
        assert "\n" not in message
        assert any("\u4e00" <= char <= "\u9fff" for char in message)
        return None
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        assert "\n" not in document.text[block.start : block.end]
        last = block.end
    assert list(document.pages) == sorted(document.pages)
    return document


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_noise_and_pictures(suffix: str) -> None:
    name = f"a.{suffix}"
    assert check(b"", name) is None
    assert check(b" \r\n\x00", name) is None
    assert check(PNG + b"\x00" * 500, name) is None
    noise = random.Random(suffix)
    for size in (1, 20, 3000, 100_000):
        check(noise.randbytes(size), name)
    for magic in (b"PK\x03\x04", b"%PDF-1.7\n", office.OLE_MAGIC, b"<html>", b"\xff\xfe"):
        check(magic + noise.randbytes(2000), name)


def test_messages_name_what_the_file_is() -> None:
    for content, says in (
        (b"", "空"),
        (PNG, "图片"),
        (b"{\\rtf1 a}", "RTF"),
        (b"Rar!\x1a\x07\x00aaaa", "压缩包"),
        (office.OLE_MAGIC + "Workbook".encode("utf-16-le"), "不是 Word"),
        (office.OLE_MAGIC + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"MIME-Version: 1.0\r\n", "mht"),
    ):
        with pytest.raises(ReadingError, match=says):
            read(content, "a.docx")
    with pytest.raises(ReadingError, match="不是 Word"):
        read("只是文字".encode(), "a.docx")


def test_the_format_is_told_by_content_first() -> None:
    pdf = (FILES / "plain.pdf").read_bytes()
    assert read(pdf, "a.docx").pages
    assert (
        read("<html><body><p>正文，在此。</p></body></html>".encode("utf-16"), "a.doc").text == "正文，在此。"
    )
    assert read("<p>不是网页，只是文字</p>".encode(), "a.txt").text.startswith("<p>")
    assert read("没有后缀".encode(), "report").text == "没有后缀"


@pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)
def test_an_image_that_a_doc_links_to_is_not_fetched() -> None:
    content, asked = (FILES / "linked.doc").read_bytes(), []
    with socket.create_server(("127.0.0.1", 0)) as server:
        old, new = "45678", str(server.getsockname()[1])
        assert len(new) == len(old)
        for form in ("ascii", "utf-16-le"):
            assert old.encode(form) in content
            content = content.replace(old.encode(form), new.encode(form))

        def listen() -> None:
            with contextlib.suppress(OSError):
                asked.append(server.accept())

        listening = threading.Thread(target=listen, daemon=True)
        listening.start()
        document = read(content, "linked.doc")
        server.shutdown(socket.SHUT_RDWR)
        listening.join(10)
    assert "全年播出安全无事故。" in document.text
    assert asked == []


@pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)
def test_old_word_files_are_converted() -> None:
    document = check((FILES / "plain.doc").read_bytes(), "plain.doc")
    assert document is not None
    assert document.text.split("\n") == (FILES / "plain.txt").read_text("utf-8").split("\n")[:-1]


def test_old_word_files_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ReadingError, match="旧版"):
        read((FILES / "plain.doc").read_bytes(), "plain.doc")


def test_large_files_are_quick(docx_of: Callable[..., bytes]) -> None:
    line = "全年刊发报道2100篇，其中社会新闻700篇；客户端用户达到38万。\n"
    text = line * (5_000_000 // len(line.encode()))
    assert check(text.encode("gb18030"), "a.txt") is not None
    assert check(text.encode(), "a.pdf") is None
    html = "<html><body><div>" + "".join(f"<p>{row}</p>" for row in text.split("\n")) + "</div></body></html>"
    assert check(html.encode(), "a.html") is not None
    check(("<div>" * 200_000 + text[:1000]).encode(), "a.html")
    check(("<html><table>" * 100_000 + text[:1000]).encode(), "a.html")
    body = "".join(f"<w:p><w:r><w:t>{i}{row}</w:t></w:r></w:p>" for i, row in enumerate(text.split("\n")))
    assert check(docx_of(body), "a.docx") is not None


def _mutate(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, new in changes:
        at = place % max(1, len(content))
        content = content[:at] + new + content[at + length :]
    return content


CHANGES = st.lists(
    st.tuples(st.integers(0, 2**20), st.integers(0, 300), st.binary(max_size=8)), min_size=1, max_size=6
)
QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@QUICK
@given(CHANGES)
def test_mutated_text(changes: list[tuple[int, int, bytes]]) -> None:
    check(_mutate((FILES / "plain.txt").read_bytes(), changes), "a.txt")


@QUICK
@given(CHANGES)
def test_mutated_pages(changes: list[tuple[int, int, bytes]]) -> None:
    rows = "".join(f"<tr><td rowspan=2>{n}<td>作品，好。</tr>" for n in range(5))
    page = f"<html><body><nav><a>甲</a></nav><div><h1>题</h1><p><b>一，二。</b><br>三，四。</p><table>{rows}</table></div>"
    check(_mutate(page.encode(), changes), "a.html")


@QUICK
@given(CHANGES)
def test_mutated_pdf(changes: list[tuple[int, int, bytes]]) -> None:
    check(_mutate((FILES / "plain.pdf").read_bytes(), changes), "a.pdf")


@pytest.fixture(scope="module")
def docx_bytes() -> bytes:
    import io

    import docx

    made = docx.Document()
    made.add_heading("一、前言", 1)
    made.add_paragraph("正文", style="List Number")
    made.add_table(2, 2)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@QUICK
@given(changes=CHANGES)
def test_mutated_docx(docx_bytes: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    check(_mutate(docx_bytes, changes), "a.docx")


@QUICK
@given(changes=CHANGES)
def test_mutated_word_markup(changes: list[tuple[int, int, bytes]]) -> None:
    import io
    import zipfile

    inner = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr>'
        b'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t><w:br/></w:r></w:p>'
        b"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", _mutate(inner, changes))
    check(out.getvalue(), "a.docx")


def test_every_cut_of_a_file_is_survived(docx_bytes: bytes) -> None:
    for content, name in ((docx_bytes, "a.docx"), ((FILES / "plain.pdf").read_bytes(), "a.pdf")):
        for part in range(1, 20):
            check(content[: len(content) * part // 20], name)
