"""A small language of reports, so that what is tested here does not hang on what is read from real ones.

First line `MEDIA YEAR`; `# TITLE` a section of a duty named as its value; `- TEXT` a shortcoming;
`NAME=NUMBER` on a line of its own a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from ingest.readers.base import ReadingError
from ingest.report import Duty, Evidence, Fact, Metric, Report, Section, Shortcoming, fact_id, report_id
from search.encoders.base import Vectors, normalised
from search.understanding import Code


def understand(content: bytes, name: str, media: str | None = None, year: int | None = None) -> Report:
    text = content.decode()
    if text.startswith("broken"):
        raise ReadingError("文件已损坏")
    if text.startswith("fault"):
        raise KeyError("a fault of ours")
    report = report_id(content)
    head = re.match(r"(\S+) (\d{4})\n", text)
    media = media or (head[1] if head else None)
    year = year or (int(head[2]) if head else None)
    heads = list(re.finditer(r"(?m)^# (\w+)$", text))
    sections = [
        Section(
            number="# ",
            title=found[1],
            level=1,
            duty=Duty(found[1]),
            start=found.start(),
            end=heads[index + 1].start() if index + 1 < len(heads) else len(text),
        )
        for index, found in enumerate(heads)
    ]
    facts: list[Fact] = []
    for ordinal, found in enumerate(re.finditer(r"(?m)^- (.+)$|^(\S+)=(\d+)$", text), start=1):
        group = 1 if found[1] else 0
        title = next((at.title for at in sections if at.start <= found.start() < at.end), "")
        evidence = Evidence(
            media=media or "",
            year=year or 0,
            report=report,
            section=(title,),
            quote=found[group],
            start=found.start(group),
            end=found.end(group),
        )
        identity = fact_id(report, "fact", found.start(group), found.end(group), found[0])
        if found[1]:
            facts.append(Shortcoming(id=identity, evidence=evidence, text=found[1], ordinal=ordinal))
        else:
            facts.append(
                Metric(
                    id=identity,
                    evidence=evidence,
                    subject=None,
                    name=found[2],
                    value=int(found[3]),
                    unit="人",
                    text=found[3],
                )
            )
    return Report(
        id=report,
        media=media,
        report_year=year,
        title=None,
        text=text,
        sections=tuple(sections),
        facts=tuple(facts),
    )


class CharacterEncoder:
    """Counts characters in a few buckets: texts that share characters are near."""

    dimension = 32

    def __init__(self, model_id: str = "characters") -> None:
        self.model_id = model_id
        self.calls = 0

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for character in text:
                row[ord(character) % self.dimension] += 1
        return normalised(rows)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_passages(texts)


@pytest.fixture
def code() -> Code:
    return Code(understand, "test1")


@pytest.fixture
def encoder() -> CharacterEncoder:
    return CharacterEncoder()


@pytest.fixture
def other_encoder() -> CharacterEncoder:
    return CharacterEncoder("another")


@pytest.fixture
def reports(tmp_path: Path) -> Callable[..., list[Path]]:
    """Return a function that writes files into a folder: reports(a="…", b="…") → their paths."""
    folder = tmp_path / "files"
    folder.mkdir()

    def write(**texts: str) -> list[Path]:
        paths = []
        for name, text in texts.items():
            path = folder / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        return paths

    return write
