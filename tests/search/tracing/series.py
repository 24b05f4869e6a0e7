"""Reports made by hand for the tests of tracing, and a library that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ingest.report import (
    Commitment,
    Duty,
    Fact,
    Report,
    Response,
    Section,
    Shortcoming,
    fact_id,
    report_id,
)
from search.encoder import Encoder, open_encoder
from search.tracing.material import evidence

MEDIA = "临江市融媒体中心"
TYPES: dict[str, Any] = {"response": Response, "shortcoming": Shortcoming, "commitment": Commitment}


def report(
    year: int,
    body: str,
    responses: Sequence[str] = (),
    shortcomings: Sequence[str] = (),
    commitments: Sequence[str] = (),
    media: str = MEDIA,
) -> Report:
    """A report with one chapter of deeds and a closing chapter of these statements."""
    statements = {"response": responses, "shortcoming": shortcomings, "commitment": commitments}
    text = f"一、服务责任\n{body}\n二、后记\n"
    closing = text.index("二、后记")
    text += "".join(f"{said}。\n" for found in statements.values() for said in found)
    bare = Report(
        id=report_id(f"{media}{year}{text}".encode()),
        media=media,
        report_year=year,
        title=f"{media}社会责任报告（{year}年度）",
        text=text,
        sections=(
            Section(number="一、", title="服务责任", level=1, duty=Duty.SERVICE, start=0, end=closing),
            Section(number="二、", title="后记", level=1, duty=Duty.AFTERWORD, start=closing, end=len(text)),
        ),
    )
    return bare.model_copy(update={"facts": tuple(_facts(bare, statements))})


def _facts(bare: Report, statements: dict[str, Sequence[str]]) -> Iterable[Fact]:
    for kind, found in statements.items():
        for ordinal, said in enumerate(found, start=1):
            start = bare.text.rindex(said)
            yield TYPES[kind](
                id=fact_id(bare.id, kind, start, start + len(said), said),
                evidence=evidence(bare, start, start + len(said)),
                text=said,
                ordinal=ordinal,
            )


class Held(NamedTuple):
    id: str
    media: str
    year: int


class Shelf:
    """Reports held in memory, as a library holds them."""

    def __init__(self, *reports: Report) -> None:
        self._by_id = {each.id: each for each in reports}
        self.data_dir = Path("no such folder")
        self.encoder: Encoder = open_encoder()

    @property
    def reports(self) -> list[Held]:
        return [Held(each.id, each.media or "", each.report_year or 0) for each in self._by_id.values()]

    def report(self, report: str) -> Report:
        return self._by_id[report]
