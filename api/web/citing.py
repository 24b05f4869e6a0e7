"""Evidence as it is cited in a document: the words, the report, the chapter and the page."""

from __future__ import annotations

from ingest.report import Evidence


def cited(evidence: Evidence, title: str | None) -> str:
    """Return a citation in one line: “…”（《title》，media 2023 年度，后记·回应，第 6 页）.

    Lines inside the quote are put together: it goes into a sentence.
    """
    words = " ".join(evidence.quote.split())
    parts = [f"《{title}》"] if title else [f"{evidence.media}《社会责任报告》"]
    parts.append(f"{evidence.year} 年度")
    if evidence.section:
        parts.append("·".join(evidence.section))
    if evidence.page is not None:
        parts.append(f"第 {evidence.page} 页")
    return f"“{words}”（{'，'.join(parts)}）"


def place(evidence: Evidence) -> str:
    """Return the path of headings that leads to the evidence."""
    return " › ".join(evidence.section)
