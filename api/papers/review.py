"""A reviewed draft: the draft as a Word file, each finding a comment at its exact words."""

from __future__ import annotations

import io
import re
import zipfile

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.run import Run
from lxml import etree

from api.errors import InvalidError
from api.papers.anchoring import Anchors
from api.papers.look import paper
from api.words import FINDINGS, SEVERITIES
from ingest.report import Evidence, Report
from search.answers import Finding, Findings

AUTHOR, INITIALS = "印证", "印"
WORD = (b"PK\x03\x04", b"PK\x05\x06")
LONGEST = 160
"""Characters of evidence quoted in a comment."""


def reviewed(content: bytes, name: str, draft: Report, found: Findings) -> bytes:
    """Return the draft as .docx with a comment for each finding.

    A .docx draft stays as it is otherwise: runs are only split. Of a draft in another format a .docx of its text is
    made. `draft` is what was understood of it. Raises InvalidError where a Word file can't be opened to be written.
    """
    made = _opened(content, name) if content.startswith(WORD) else _typed(draft)
    _comment(made, found)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _comment(made: Paper, found: Findings) -> None:
    anchors = Anchors(made.element.body, found.text)
    spans = [(finding.draft.start, finding.draft.end) for finding in found.findings]
    for finding, ends in zip(found.findings, anchors.runs(spans), strict=True):
        # A document without any letters of its body (all in notes): the findings stand at its end.
        runs = (
            [Run(run, made) for run in ends] if ends else [made.add_paragraph().add_run("（批注针对全文）")]
        )
        made.add_comment(runs, words(finding), AUTHOR, INITIALS)


def words(finding: Finding) -> str:
    """Return what a comment says: kind, message, and the earlier reports' words as its grounds."""
    lines = [f"【{SEVERITIES[finding.severity]}·{FINDINGS[finding.kind]}】{finding.message}"]
    lines += [f"依据：{_source(each)}" for each in finding.evidence]
    return "\n".join(lines)


def _source(evidence: Evidence) -> str:
    quote = " ".join(evidence.quote.split())
    shown = quote if len(quote) <= LONGEST else f"{quote[: LONGEST - 1]}…"
    page = f"，第{evidence.page}页" if evidence.page is not None else ""
    return f"{evidence.year}年度报告 › {' › '.join(evidence.section) or '正文'}{page}：“{shown}”"


def _typed(draft: Report) -> Paper:
    """Return the text of a draft as a document, its headings as headings."""
    made = paper()
    levels = {section.start: section.level for section in draft.sections}
    start = 0
    for line in draft.text.splitlines(keepends=True):
        said = line.strip()
        if said:
            at = start + line.index(said)
            level = levels.get(at)
            if not made.paragraphs and "报告" in said and len(said) < 60:
                made.add_paragraph(said, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
            elif level is not None and len(said) < 60:
                made.add_paragraph(said, style=f"Heading {min(level, 3)}")
            else:
                made.add_paragraph(said)
        start += len(line)
    return made


def _opened(content: bytes, name: str) -> Paper:
    try:
        return Document(io.BytesIO(content))
    except (KeyError, ValueError, etree.LxmlError, zipfile.BadZipFile):
        pass
    try:
        return Document(io.BytesIO(_mended(content)))
    except (KeyError, ValueError, etree.LxmlError, zipfile.BadZipFile) as error:
        raise InvalidError(f"{name}：写不了批注，请用 Word 或 WPS 打开并另存为 .docx 后再试") from error


_RELATION = re.compile(rb'<Relationship\b[^>]*?\bTarget="(?P<target>[^"]*)"[^>]*?(?:/>|>\s*</Relationship>)')


def _mended(content: bytes) -> bytes:
    """Return the file without relationships to members that it does not hold, which WPS writes and python-docx refuses."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = {info.filename.rsplit("/", 1)[-1] for info in old.infolist()}
        for info in old.infolist():
            data = old.read(info)
            if info.filename.endswith(".rels"):
                data = _RELATION.sub(
                    lambda match: (
                        match[0]
                        if b"External" in match[0] or match["target"].decode().rsplit("/", 1)[-1] in names
                        else b""
                    ),
                    data,
                )
            new.writestr(info, data)
    return buffer.getvalue()
