"""The tuning gold read for fitting: reports whose closing chapters are the annotators', and the links they saw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.pipeline import understand
from ingest.report import Commitment, Evidence, Report, Response, Shortcoming, StatementBase, fact_id
from search.answers import Status
from search.tracing.material import Candidate, Promise, candidates, evidence, promises

KINDS = {"response": Response, "shortcoming": Shortcoming, "commitment": Commitment}
LINKS = {"response": "responses", "action": "actions", "recurrence": "recurrences"}


@dataclass(frozen=True)
class Series:
    """One media of the gold with what is known of its promises."""

    name: str
    reports: tuple[Report, ...]
    promises: tuple[Promise, ...]
    candidates: tuple[Candidate, ...]
    gold: dict[str, dict[str, Any]]
    """By id of the promise: its entry of `series.json`, for those that are not pending."""
    reread: bool
    """Whether links were added after the program had found them: then it looks more precise than it is."""

    def links(self, promise: Promise, kind: str) -> list[tuple[int, str]]:
        """Return year and words (white space left out) of the links that the annotators saw."""
        return [(link["year"], bare(link["quote"])) for link in self.gold[promise.id][LINKS[kind]]]

    def linked(self, promise: Promise, candidate: Candidate) -> bool:
        """Tell whether the annotators saw this link."""
        return self.matches(candidate.evidence, self.links(promise, candidate.kind))

    def matches(self, found: Evidence, links: list[tuple[int, str]]) -> bool:
        """Tell whether evidence is the words of one of the links."""
        said = bare(found.quote)
        return any(year == found.year and same(quote, said) for year, quote in links)

    def status(self, promise: Promise) -> Status:
        """Return what the annotators say became of a promise."""
        return Status(self.gold[promise.id]["status"])


def bare(text: str) -> str:
    """Return `text` without white space."""
    return "".join(text.split())


def same(one: str, other: str) -> bool:
    """Tell whether two runs of characters of one report are the same place: one holds the other."""
    return one in other or other in one


def read(corpora: Path, name: str) -> Series:
    """Read a media of the tuning part. Raises ValueError where a quote is not in its report."""
    folder = corpora / "gold" / "tuning" / name
    entries = json.loads((folder / "series.json").read_text(encoding="utf-8"))
    reports = []
    for year in entries["years"]:
        report = json.loads((folder / f"{year}.json").read_text(encoding="utf-8"))
        path = corpora / report["file"]
        known = understand(path.read_bytes(), path.name, media=entries["media"], year=year)
        reports.append(known.model_copy(update={"facts": tuple(_facts(known, report["facts"]))}))
    followed = [promise for report in reports for promise in promises(report)]
    gold = {
        promise.id: entry
        for promise in followed
        for entry in entries["trace"]
        if entry["status"] != "pending"
        and (entry["kind"], entry["year"]) == (promise.kind, promise.evidence.year)
        and same(bare(entry["quote"]), bare(promise.evidence.quote))
    }
    return Series(
        name=name,
        reports=tuple(reports),
        promises=tuple(promise for promise in followed if promise.id in gold),
        candidates=tuple(found for report in reports for found in candidates(report)),
        gold=gold,
        reread=entries.get("reread", False),
    )


def _facts(report: Report, gold: list[dict[str, Any]]) -> Iterator[Any]:
    """Yield the facts that the program found, with the annotators' statements in place of its own."""
    yield from (fact for fact in report.facts if not isinstance(fact, StatementBase))
    for entry in gold:
        if entry["type"] in KINDS:
            start, end = _place(report.text, entry["quote"])
            yield KINDS[entry["type"]](
                id=fact_id(report.id, entry["type"], start, end, entry["text"]),
                evidence=evidence(report, start, end),
                text=entry["text"],
                ordinal=entry["ordinal"],
            )


def _place(text: str, quote: str) -> tuple[int, int]:
    kept = [offset for offset, char in enumerate(text) if not char.isspace()]
    wanted = bare(quote)
    at = "".join(text[offset] for offset in kept).find(wanted)
    if at < 0:
        raise ValueError(f"not in its report: {quote}")
    return kept[at], kept[at + len(wanted) - 1] + 1
