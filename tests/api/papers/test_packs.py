"""Evidence packs: every answer in every format, whole, and nothing in it taken for markup or formula."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from api.papers import PackFormat, excel, markdown, word
from api.papers.contents import Packed, pack
from api.papers.formats import file_name, packed
from api.papers.pack import Pack, Table
from api.service import Service
from ingest.report import Evidence
from search.answers import Link, SearchResult, Status, Trace, TraceItem
from tests.api.conftest import MEDIA, Run

DAY = datetime.date(2026, 3, 5)
ODD = Pack(
    "标题|*<b>",
    ("=1+1",),
    (
        Table(
            "甲[1]/乙",
            ("序号", "原文"),
            (("1", '=HYPERLINK("http://x")'), ("2", "一|二\n#三 \x01`四`")),
            (1, 4),
        ),
        Table("甲[1]/乙", ("年度",), (("2023",),), (1,)),
    ),
    ("注",),
)


def words_of_docx(content: bytes) -> str:
    made = Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in made.paragraphs]
    lines += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def words_of_xlsx(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


READERS: dict[PackFormat, Callable[[bytes], str]] = {
    PackFormat.DOCX: words_of_docx,
    PackFormat.XLSX: words_of_xlsx,
    PackFormat.MD: lambda content: content.decode().replace("\\", ""),
}


@pytest.fixture(scope="module")
def answers(built: Path) -> list[Packed]:
    service = Service(built)
    found: list[Packed] = [
        service.search("新闻热线办结率", limit=3),
        service.ask("微信公众号粉丝历年变化", media=MEDIA),
        service.ask("2023年有哪些不足", media=MEDIA),
        service.ask("2023年买了几架直升机", media=MEDIA),
        service.trace(media=MEDIA, year=2021),
        service.compare(MEDIA, (2021, 2023)),
    ]
    service.close()
    return found


@pytest.mark.parametrize("form", list(PackFormat))
def test_every_word_of_a_pack_stands_in_the_file(answers: list[Packed], form: PackFormat) -> None:
    for answer in answers:
        told = "".join(READERS[form](packed(answer, form, DAY)).replace("<br>", "").split())
        wanted = pack(answer)
        cells = [cell for table in wanted.tables for row in (table.columns, *table.rows) for cell in row]
        for text in (wanted.title, *wanted.said, *wanted.notes, *cells):
            for part in text.split("\n"):
                assert "".join(part.split()) in told
        assert file_name(answer, form).endswith(f".{form}")


def test_the_table_for_the_next_report_has_all_items_and_room_for_an_answer(answers: list[Packed]) -> None:
    traced = next(each for each in answers if isinstance(each, Trace))
    (table,) = pack(traced).tables
    assert table.title == f"{MEDIA} 2021年度"
    assert table.columns[-1] == "回应要点（待填写）"
    assert [row[2] for row in table.rows] == [item.text for item in traced.items]
    for row, item in zip(table.rows, traced.items, strict=True):
        for link in (*item.responses, *item.actions, *item.recurrences):
            assert " ".join(link.evidence.quote.split()) in row[4]


def test_what_a_person_confirmed_is_told() -> None:
    said = Evidence(media="望溪报", year=2021, report="r", quote="人手不足", start=0, end=4)
    item = TraceItem(
        id="i",
        kind="shortcoming",
        media="望溪报",
        year=2021,
        text="人手不足",
        evidence=said,
        status=Status.FIXED,
        actions=[Link(score=1, evidence=said.model_copy(update={"year": 2022, "quote": "招聘6人"}))],
        decided_by="person",
    )
    (row,) = pack(Trace(items=[item])).tables[0].rows
    assert row[3] == "有行动\n（经人确认）"
    assert row[4] == "行动（2022年度）：招聘6人"


def test_nothing_is_taken_for_a_formula_or_markup() -> None:
    book = load_workbook(io.BytesIO(excel.write(ODD, DAY)))
    assert book.sheetnames == ["说明", "甲1乙", "甲1乙（2）"]
    cell = book["甲1乙"]["B2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")
    assert book["说明"]["A2"].data_type == "s"
    assert book["甲1乙（2）"]["A2"].value == 2023
    text = markdown.write(ODD, DAY).decode()
    assert r"| 2 | 一\|二<br>\#三 \`四\` |" in text
    assert r"# 标题\|\*\<b\>" in text
    assert "一|二" in words_of_docx(word.write(ODD, DAY))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_written(text: str) -> None:
    odd = Pack(text, (text,), (Table(text, (text, "乙"), ((text, "1"),), (1, 1)),), (text,))
    for writer in (word, excel, markdown):
        assert writer.write(odd, DAY)


def test_an_empty_answer_is_a_pack_too() -> None:
    empty = SearchResult(query="没有的", hits=[], took_ms=1)
    for form in PackFormat:
        assert "没有找到" in READERS[form](packed(empty, form, DAY))
    assert pack(Trace(items=[])).tables == ()


def test_the_commands_write_files(run: Run, built: Path, tmp_path: Path) -> None:
    out = tmp_path / "去年.docx"
    done = run("trace", "--media", "澜溪", "--year", "2021", "--out", out, data=built)
    assert done.exit_code == 0
    assert "不足与承诺追踪" in words_of_docx(out.read_bytes())
    assert f"已写入 {out}" in done.stderr
    piped = run("ask", "2023年有哪些不足", "--format", "md", data=built)
    assert piped.stdout.startswith("# 问：2023年有哪些不足")
    table = tmp_path / "比.xlsx"
    assert (
        run("compare", "--media", "澜溪", "--years", "2021", "2023", "--out", table, data=built).exit_code
        == 0
    )
    assert "数字变化" in load_workbook(table).sheetnames
    assert run("search", "新闻热线", "--format", "md", data=built).stdout.startswith("# 原文摘录")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--format", "docx"), "请写入文件"),
        (("--out", "a.pdf"), "--format 指明格式"),
        (("--format", "pdf"), "可用"),
    ],
)
def test_wrong_use_is_told(run: Run, built: Path, words: tuple[str, ...], why: str) -> None:
    done = run("ask", "2023年有哪些不足", *words, data=built)
    assert (done.exit_code, why in done.stderr) == (2, True), done.stderr


def test_http_answers_packs(client: TestClient) -> None:
    asked = {
        "/v1/search": {"q": "新闻热线"},
        "/v1/ask": {"q": "2023年有哪些不足"},
        "/v1/trace": {"year": 2021},
        "/v1/compare": {"media": MEDIA, "years": [2021, 2023]},
    }
    for path, params in asked.items():
        for form in PackFormat:
            answer = client.get(path, params={**params, "format": form.value})
            assert answer.status_code == 200, answer.text
            assert f".{form}" in answer.headers["content-disposition"]
            assert READERS[form](answer.content)
    assert client.get("/v1/ask", params={"q": "不足", "format": "pdf"}).status_code == 422
    types = client.get("/openapi.json").json()["paths"]["/v1/trace"]["get"]["responses"]["200"]["content"]
    assert set(types) >= {"application/json", "text/markdown"}
