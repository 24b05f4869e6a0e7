"""What `check` finds in drafts: errors planted by hand, errors planted by chance, and true reports that must stay quiet."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median

from benchmarks.figures import Share
from benchmarks.gold import CORPORA, Record, drafts_gold, media_folders, report_golds, series_gold
from benchmarks.places import Squeezed, overlap
from benchmarks.planting import Planted, plant
from benchmarks.stored import Shelf
from ingest.pipeline import understand
from ingest.report import Report
from search.answers import Finding, Findings, Severity
from search.library import Library

Check = Callable[[Library, Report, str], Findings]
"""library, draft, media → findings."""
_Key = tuple[str, str, tuple[str, ...]]
PAGE = 1000
"""Characters of a page, as false alarms are counted by."""
ONE_KIND = {"number-jump": "number-conflict"}
"""A slip of a digit is both."""


@dataclass(frozen=True)
class Missed:
    """An error that was not found, or (`false`) a finding where there is none, for a person who mends it."""

    draft: str
    kind: str
    quote: str
    note: str
    false: bool = False


@dataclass
class Checking:
    """What was counted over the drafts of one part."""

    written: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    """Errors planted by hand, by kind."""
    chanced: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    """Errors planted by chance, by how they were planted."""
    false: Counter[str] = field(default_factory=Counter)
    """False errors and warnings in the drafts written by hand, by kind ..."""
    pages: float = 0.0
    plausible: Share = field(default_factory=Share)
    """Passages of those drafts that are right, and how many of them stayed unflagged."""
    false_of_reports: Counter[str] = field(default_factory=Counter)
    """... and in true reports held against their own past."""
    pages_of_reports: float = 0.0
    seconds: list[float] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)


def measure(shelf: Shelf, part: str, media: str | None, check: Check) -> Checking | None:
    """Check every draft of `part`; None where it has no drafts and no media with several years."""
    counted = Checking()
    for folder in media_folders(part, media):
        for gold in drafts_gold(folder):
            path = CORPORA / gold["file"]
            _written(counted, shelf, gold, understand(path.read_bytes(), path.name, part=True), check)
        series = series_gold(folder)
        if series is not None and len(series["years"]) > 1:
            headed = {
                gold["report_year"]: {section["duty"] for section in gold["sections"]}
                for gold in report_golds(folder)
            }
            _true(counted, shelf, series, headed, check)
    return counted if counted.seconds else None


def _timed(counted: Checking, shelf: Shelf, draft: Report, media: str, check: Check) -> list[Finding]:
    begun = time.perf_counter()
    found = check(shelf.library, draft, media)
    counted.seconds.append(time.perf_counter() - begun)
    return [finding for finding in found.findings if finding.severity is not Severity.INFO]


def _written(counted: Checking, shelf: Shelf, gold: Record, draft: Report, check: Check) -> None:
    """Count one draft with errors planted by hand."""
    text = Squeezed(draft.text)
    found = _timed(counted, shelf, draft, gold["media"], check)
    right: set[int] = set()
    for error in gold["findings"]:
        kind = error["kind"]
        hits = [at for at, finding in enumerate(found) if _same(finding, error, text)]
        counted.written[kind] += Share(int(bool(hits)), 1)
        right |= set(hits)
        if not hits:
            counted.missed.append(Missed(gold["file"], kind, error["quote"] or "", error["note"]))
    for at, finding in enumerate(found):
        if at not in right:
            counted.false[finding.kind] += 1
            counted.missed.append(_false(gold["file"], finding))
    counted.pages += len(text.squeezed) / PAGE
    for passage in gold["plausible"]:
        places = text.find(passage["quote"])
        flagged = any(
            overlap(places, (text.place(finding.draft.start, finding.draft.end),))
            for at, finding in enumerate(found)
            if at not in right
        )
        counted.plausible += Share(int(not flagged), 1)


def _same(finding: Finding, error: Record, text: Squeezed) -> bool:
    """Tell whether a finding is a gold error: of its kind, at its words, or, where it has none, about the same thing."""
    if ONE_KIND.get(finding.kind, finding.kind) != ONE_KIND.get(error["kind"], error["kind"]):
        return False
    if error["quote"] is None:
        if error["kind"] == "missing-section":
            return bool(finding.duty == error["duty"])
        return any(
            _alike(each.quote, other["quote"]) for each in finding.evidence for other in error["evidence"]
        )
    place = (text.place(finding.draft.start, finding.draft.end),)
    return any(overlap(text.find(quote), place) for quote in (error["quote"], *error.get("also", ())))


def _alike(one: str, other: str) -> bool:
    ours, theirs = "".join(one.split()), "".join(other.split())
    return ours in theirs or theirs in ours


def _true(
    counted: Checking, shelf: Shelf, series: Record, headed: dict[int, set[str | None]], check: Check
) -> None:
    """Count a media's own reports held against their past, as they are and with errors planted by chance.

    `headed` has the duties that the report of each year has a heading of.
    """
    media = series["media"]
    held = sorted((s for s in shelf.library.reports if s.media == media), key=lambda s: s.year)
    for at, stored in enumerate(held[1:], start=1):
        report = shelf.library.report(stored.id)
        past = [shelf.library.report(each.id) for each in held[:at]]
        name = f"{media} {stored.year}"
        quiet = _timed(counted, shelf, report, media, check)
        for finding in quiet:
            lacks = finding.kind == "missing-section" and finding.duty not in headed[stored.year]
            if not lacks and not _owed(series, finding, stored.year):
                counted.false_of_reports[finding.kind] += 1
                counted.missed.append(_false(name, finding))
        counted.pages_of_reports += len("".join(report.text.split())) / PAGE
        known = {_key(finding) for finding in quiet}
        for planted in plant(report, past, series):
            _chanced(counted, shelf, planted, (media, name), known, check)


def _owed(series: Record, finding: Finding, year: int) -> bool:
    """Tell whether the gold too knows no answer of `year` to the shortcoming that a finding calls unanswered."""
    if finding.kind != "unanswered-shortcoming":
        return False
    for item in series["trace"]:
        if item["kind"] == "shortcoming" and any(
            _alike(item["quote"], each.quote) for each in finding.evidence
        ):
            return not any(link["year"] == year for kind in ("responses", "actions") for link in item[kind])
    return False


def _chanced(
    counted: Checking,
    shelf: Shelf,
    planted: Planted,
    whose: tuple[str, str],
    known: set[_Key],
    check: Check,
) -> None:
    draft = understand(planted.text.encode(), "稿件.txt", part=True)
    text = Squeezed(draft.text)
    record = planted.as_record()
    found = _timed(counted, shelf, draft, whose[0], check)
    new = [each for each in found if _key(each) not in known]
    hit = any(_same(finding, record, text) for finding in new)
    counted.chanced[planted.way] += Share(int(hit), 1)
    if not hit:
        counted.missed.append(Missed(whose[1], planted.way, planted.quote or planted.note, planted.note))


def _key(finding: Finding) -> _Key:
    return finding.kind, finding.draft.quote, tuple(each.quote for each in finding.evidence)


def _false(draft: str, finding: Finding) -> Missed:
    return Missed(draft, finding.kind, " ".join(finding.draft.quote.split()), finding.message, false=True)


def as_json(counted: Checking) -> Record:
    """Return the figures under fixed keys; seconds are of one check on the machine that ran this."""
    by_kind = {kind: counted.written[kind].as_json() for kind in sorted(counted.written)}
    by_way = {way: counted.chanced[way].as_json() for way in sorted(counted.chanced)}
    times = sorted(counted.seconds)
    return {
        "errors found": sum(counted.written.values(), Share()).as_json(),
        "errors found by kind": by_kind,
        "false alarms": _per_page(counted.false, counted.pages),
        "right passages left alone": counted.plausible.as_json(),
        "planted by chance found": sum(counted.chanced.values(), Share()).as_json(),
        "planted by chance found by way": by_way,
        "false alarms in true reports": _per_page(counted.false_of_reports, counted.pages_of_reports),
        "seconds": {"median": round(median(times), 3), "p95": round(times[int(0.95 * (len(times) - 1))], 3)},
    }


def _per_page(kinds: Counter[str], pages: float) -> Record:
    count = kinds.total()
    share = round(count / pages, 3) if pages else None
    return {"a page": share, "count": count, "pages": round(pages, 1), "by kind": dict(sorted(kinds.items()))}


def lines(counted: Checking) -> Iterator[str]:
    """Yield each miss (-) and false alarm (+) as lines for a person who mends them."""
    for each in counted.missed:
        yield f"{'+' if each.false else '-'} {each.draft} [{each.kind}] {each.quote}\n    {each.note}"
