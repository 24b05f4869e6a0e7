"""Reviewed drafts: comments at the exact words, the rest of the draft as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from api.errors import InvalidError
from api.papers.anchoring import Anchors
from api.papers.review import reviewed
from ingest.pipeline import understand
from search.answers import DraftPlace, Finding, Findings, Severity

BOX = (
    "<w:r {ns}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>全年慰问困难职工190人次</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def drafted() -> Paper:
    """A draft with runs of several looks, a table, a list number, a tab, a text box."""
    made = Document()
    made.add_heading("一、服务责任", 1)
    line = made.add_paragraph("新闻热线全年受理")
    line.add_run("群众诉求15").bold = True
    red = line.add_run("070件，")
    red.font.color.rgb = RGBColor(0xFF, 0, 0)
    line.add_run("办结率\t97.8%。")
    made.add_paragraph("开展活动9场。", style="List Number")
    table = made.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("奖项", "等级", "东领新闻奖", "一等奖"), strict=True
    ):
        cell.text = text
    boxed = made.add_paragraph("工会工作扎实。")
    boxed._p.append(parse_xml(BOX.format(ns=nsdecls("w"))))
    return made


def saved(made: Paper) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def found_in(text: str, *quotes: str) -> Findings:
    findings = [
        Finding(
            kind="number-jump",
            severity=Severity.WARNING,
            message=f"请核对{quote}。",
            draft=DraftPlace(quote=quote, start=text.index(quote), end=text.index(quote) + len(quote)),
        )
        for quote in quotes
    ]
    return Findings(media="望溪报", year=2023, against=[], findings=findings, text=text)


def commented(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield what each comment says and the text between its marks."""
    made = Document(io.BytesIO(content))
    for comment in made.comments:
        inside, words = False, ""
        for element in made.element.body.iter():
            if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == str(
                comment.comment_id
            ):
                inside = True
            elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == str(
                comment.comment_id
            ):
                inside = False
            elif inside and element.tag == qn("w:t"):
                words += element.text or ""
        yield comment.text, words


def looks(content: bytes) -> list[tuple[str, bool | None, object]]:
    """Return every letter of the body with its look."""
    made = Document(io.BytesIO(content))
    return [
        (char, run.bold, run.font.color.rgb)
        for paragraph in made.paragraphs
        for run in paragraph.runs
        for char in run.text
    ]


def test_comments_stand_at_the_exact_words_and_nothing_else_changes() -> None:
    content = saved(drafted())
    draft = understand(content, "稿.docx", part=True)
    quotes = ["15070件", "97.8%", "活动9场", "东领新闻奖", "190人次", "诉求15070"]
    done = reviewed(content, "稿.docx", draft, found_in(draft.text, *quotes))
    assert [words for _, words in commented(done)] == quotes
    assert next(commented(done))[0] == "【请核对·数字异常】请核对15070件。"
    assert looks(done) == looks(content)
    # Read again it is the same text: what was added is no part of it.
    assert understand(done, "稿.docx", part=True).text == draft.text
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(done)) as new:
        assert set(old.namelist()) <= set(new.namelist())
        assert old.read("word/styles.xml") == new.read("word/styles.xml")


def test_other_formats_become_a_word_file_of_their_text() -> None:
    text = "一、服务责任\n新闻热线受理诉求15070件。\n"
    draft = understand(text.encode(), "稿.txt", part=True)
    done = reviewed(text.encode(), "稿.txt", draft, found_in(draft.text, "15070件"))
    assert list(commented(done)) == [("【请核对·数字异常】请核对15070件。", "15070件")]
    assert understand(done, "稿.docx", part=True).text.strip() == draft.text.strip()


def test_a_dangling_relationship_as_wps_writes_it_is_no_obstacle() -> None:
    content = saved(drafted())
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(broken, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "word/_rels/document.xml.rels":
                kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
                lost = b'<Relationship Id="rId99" Type="' + kind + b'" Target="NULL"/></Relationships>'
                data = data.replace(b"</Relationships>", lost)
            new.writestr(info, data)
    draft = understand(broken.getvalue(), "稿.docx", part=True)
    done = reviewed(broken.getvalue(), "稿.docx", draft, found_in(draft.text, "15070件"))
    assert [words for _, words in commented(done)] == ["15070件"]


def test_what_is_no_word_file_inside_is_told() -> None:
    draft = understand("新闻热线受理15070件。".encode(), "稿.txt", part=True)
    with pytest.raises(InvalidError, match=r"稿\.docx：写不了批注"):
        reviewed(b"PK\x03\x04 broken", "稿.docx", draft, found_in(draft.text, "15070件"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("甲乙丙 12、", min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_any_spans_of_any_runs_are_cut_out_exactly(parts: list[str], data: st.DataObject) -> None:
    body = OxmlElement("w:body")
    paragraph = OxmlElement("w:p")
    body.append(paragraph)
    for part in parts:
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = part
        run.append(text)
        paragraph.append(run)
    text = "".join(parts)
    starts = [at for at, char in enumerate(text) if not char.isspace()]
    if not starts:
        assert Anchors(body, text).runs([(0, 1)]) == [None]
        return
    spans = []
    for _ in range(data.draw(st.integers(1, 4))):
        first, last = sorted((data.draw(st.sampled_from(starts)), data.draw(st.sampled_from(starts))))
        spans.append((first, last + 1))
    ends = Anchors(body, text).runs(spans)
    assert "".join(each.text or "" for each in paragraph.iter(qn("w:t"))) == text
    runs = list(paragraph)
    for (start, end), found in zip(spans, ends, strict=True):
        assert found is not None
        inside = runs[runs.index(found[0]) : runs.index(found[1]) + 1]
        said = "".join(each.text or "" for run in inside for each in run.iter(qn("w:t")))
        assert said.strip() == text[start:end].strip()
