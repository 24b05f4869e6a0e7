"""The tuning reports as their gold says they are: what asking is measured on apart from extraction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from ingest.pipeline import understand
from ingest.report import Evidence, Fact, Report, fact_id
from kg.build import report_triples
from kg.store import GraphStore, open_embedded
from search.answers import Hit, SearchResult
from search.encoder import Encoder, open_encoder

CORPORA = Path(__file__).parents[3] / "corpora"
_FACT: TypeAdapter[Fact] = TypeAdapter(Fact)


class Held(NamedTuple):
    id: str
    media: str
    year: int


class Shelf:
    """A library in memory: a graph, the reports it was built from, and a search that finds sentences by characters."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {report.id: report for report in reports}
        self.data_dir = Path("no decisions")
        self._graph = open_embedded(None)
        self._graph.put_all(report_triples(report) for report in self._reports.values())

    @property
    def reports(self) -> list[Held]:
        return [Held(r.id, r.media or "", r.report_year or 0) for r in self._reports.values()]

    @property
    def encoder(self) -> Encoder:
        return _encoder()

    @property
    def graph(self) -> GraphStore:
        return self._graph

    def report(self, report: str) -> Report:
        return self._reports[report]

    def search(
        self, query: str, media: str | None = None, years: Iterable[int] = (), *, limit: int = 10
    ) -> SearchResult:
        wanted = set(years)
        hits = []
        for report in self._reports.values():
            if (media and report.media != media) or (wanted and report.report_year not in wanted):
                continue
            start = 0
            for line in report.text.splitlines(keepends=True):
                score = float(len(set(query) & set(line)))
                if quote := line.strip():
                    begin = start + line.index(quote)
                    evidence = evidence_of(report, begin, begin + len(quote))
                    hits.append(Hit(score=score, text=quote, evidence=evidence))
                start += len(line)
        hits.sort(key=lambda hit: -hit.score)
        return SearchResult(query=query, hits=hits[:limit], took_ms=0.0)


@cache
def _encoder() -> Encoder:
    """The encoder, opened once: every question asks for it."""
    return open_encoder()


def evidence_of(report: Report, start: int, end: int) -> Evidence:
    path = tuple(section.title for section in report.sections if section.start <= start < section.end)
    return Evidence(
        media=report.media or "",
        year=report.report_year or 0,
        report=report.id,
        section=path,
        quote=report.text[start:end],
        start=start,
        end=end,
    )


def place(text: str, quote: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, white space aside."""
    solid = [index for index, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[index] for index in solid)
    wanted = "".join(quote.split())
    start = bare.find(wanted)
    return (solid[start], solid[start + len(wanted) - 1] + 1) if start >= 0 else None


def gold_report(path: Path) -> Report:
    """A report's text and sections as they are read, its facts as its gold has them."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    file = CORPORA / gold["file"]
    read = understand(file.read_bytes(), file.name, gold["media"], gold["report_year"])
    facts = []
    for number, fact in enumerate(gold["facts"]):
        spot = place(read.text, fact["quote"])
        if spot is None:
            continue
        fields = {name: value for name, value in fact.items() if name != "quote"}
        name = fact_id(read.id, fact["type"], *spot, f"{number}{sorted(fields.items())!r}")
        facts.append(_FACT.validate_python({**fields, "id": name, "evidence": evidence_of(read, *spot)}))
    # What the gold does not annotate is as it is read.
    annotated = gold.get("types")
    rest = [fact for fact in read.facts if annotated is not None and fact.type not in annotated]
    return read.model_copy(update={"facts": (*facts, *rest)})


@cache
def gold_shelf(media: str) -> Shelf:
    folder = CORPORA / "gold" / "tuning" / media
    return Shelf(gold_report(path) for path in sorted(folder.glob("2*.json")))


@cache
def gold_shelves(*media: str) -> Shelf:
    """The reports of several media in one library."""
    folders = [CORPORA / "gold" / "tuning" / each for each in media]
    return Shelf(gold_report(path) for folder in folders for path in sorted(folder.glob("2*.json")))


@cache
def read_shelf(media: str) -> Shelf:
    """The reports as the extractors read them."""
    files = sorted((CORPORA / "reports" / media).iterdir())
    return Shelf(understand(file.read_bytes(), file.name) for file in files)


def questions(media: str) -> list[dict[str, Any]]:
    path = CORPORA / "gold" / "tuning" / media / "series.json"
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["questions"]
    return found
