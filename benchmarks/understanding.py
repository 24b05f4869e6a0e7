"""Facts, headings and identity of every report, held against its gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.figures import Count, Share
from benchmarks.gold import Record, content_of, media_folders, report_golds
from benchmarks.matching import OTHER_RULES, RULES, Said, match
from benchmarks.names import plain
from benchmarks.places import Squeezed, overlap, squeeze
from ingest.pipeline import understand
from ingest.report import FACT_TYPES, Report

FAULTS = ("missed", "false", "differing")
"""A gold fact that was not found; a found one that is not gold; a pair that agrees by the rule that counts only."""


@dataclass(frozen=True)
class Error:
    """One fault, with what a person needs to see why."""

    report: str
    kind: str
    fault: str
    fact: Said
    sentence: str
    nearest: Said | None
    """The unmatched fact of the other side and the same type that shares characters with it."""


@dataclass
class Understanding:
    """What was counted over all reports of one part."""

    reports: int = 0
    facts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    others: defaultdict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    headings: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    identity: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    unlocated: int = 0
    """Gold quotes that the text of the report, as read, does not have."""
    errors: list[Error] = field(default_factory=list)


def measure(part: str, media: str | None = None) -> Understanding:
    """Understand every report of `part` (or of the one media folder) and count what its gold has."""
    counted = Understanding()
    for folder in media_folders(part, media):
        for gold in report_golds(folder):
            content, name = content_of(gold)
            add(counted, gold, understand(content, name))
    return counted


def add(counted: Understanding, gold: Record, report: Report) -> None:
    """Count one report into `counted`."""
    counted.reports += 1
    text = Squeezed(report.text)
    golden = [gold_fact(fact, text, gold["media"]) for fact in gold["facts"]]
    found = list(found_facts(report, text, gold["media"]))
    counted.unlocated += sum(not fact.places for fact in golden)
    for kind in gold.get("types", FACT_TYPES):
        wanted = [fact for fact in golden if fact.kind == kind]
        given = [fact for fact in found if fact.kind == kind]
        pairs = match(wanted, given, RULES[kind])
        counted.facts[kind] += Count(len(wanted), len(given), len(pairs))
        for label, rule in OTHER_RULES[kind].items():
            counted.others[kind, label] += Count(len(wanted), len(given), len(match(wanted, given, rule)))
        misses = [fact for i, fact in enumerate(wanted) if i not in {i for i, _ in pairs}]
        alarms = [fact for j, fact in enumerate(given) if j not in {j for _, j in pairs}]
        counted.errors.extend(_errors(gold["file"], kind, "missed", misses, alarms, text))
        counted.errors.extend(_errors(gold["file"], kind, "false", alarms, misses, text))
        counted.errors.extend(_differing(gold["file"], kind, wanted, given, text))
    _add_headings(counted, gold, report)
    for key, mine, other in (
        ("media", gold["media"], report.media),
        ("year", str(gold["report_year"]), str(report.report_year)),
        ("title", gold["title"], report.title),
    ):
        counted.identity[key] += Share(int(other is not None and squeeze(mine) == squeeze(other)), 1)


def gold_fact(fact: Record, text: Squeezed, media: str) -> Said:
    """Return a gold fact of a report of `media` with the places of its quote in `text`."""
    return Said(fact["type"], fact, text.find(fact["quote"]), media)


def found_facts(report: Report, text: Squeezed, media: str) -> Iterator[Said]:
    """Yield the facts that the program found, with all their places in `text`."""
    for fact in report.facts:
        places = tuple(text.place(place.start, place.end) for place in (fact.evidence, *fact.mentions))
        fields = fact.model_dump(mode="json", exclude={"id", "mentions", "evidence"})
        yield Said(fact.type, fields | {"quote": fact.evidence.quote}, places, media)


def _errors(
    report: str, kind: str, fault: str, facts: list[Said], others: list[Said], text: Squeezed
) -> Iterator[Error]:
    loose = OTHER_RULES[kind].get("value") or OTHER_RULES[kind].get("award+edition")
    for fact in facts:
        near = [other for other in others if overlap(fact.places, other.places)]
        if loose is not None:
            near.sort(key=lambda other: not loose(fact, other))
        sentence = text.sentence(fact.places[0]) if fact.places else "(quote not in the text as read)"
        yield Error(report, kind, fault, fact, sentence, near[0] if near else None)


def _differing(
    report: str, kind: str, wanted: list[Said], given: list[Said], text: Squeezed
) -> Iterator[Error]:
    for label, rule in OTHER_RULES[kind].items():
        if label.startswith("with "):
            pairs = match(wanted, given, rule)
            fine, used = {i for i, _ in pairs}, {j for _, j in pairs}
            rest = [fact for i, fact in enumerate(wanted) if i not in fine]
            others = [fact for j, fact in enumerate(given) if j not in used]
            for i, j in match(rest, others, RULES[kind]):
                sentence = text.sentence(others[j].places[0])
                yield Error(report, kind, "differing", rest[i], sentence, others[j])


def _add_headings(counted: Understanding, gold: Record, report: Report) -> None:
    wanted = gold["sections"]
    given = [section.model_dump(mode="json") for section in report.sections]
    for label, keys in (("title", ()), ("title+duty", ("duty",)), ("title+duty+level", ("duty", "level"))):

        def same(one: Record, other: Record, keys: tuple[str, ...] = keys) -> bool:
            return plain(one["title"]) == plain(other["title"]) and all(one[k] == other[k] for k in keys)

        counted.headings[label] += Count(len(wanted), len(given), len(match(wanted, given, same)))
    pairs = match(
        wanted,
        given,
        lambda one, other: plain(one["title"]) == plain(other["title"]) and one["duty"] == other["duty"],
    )
    text = Squeezed(report.text)
    lost = set(range(len(wanted))) - {i for i, _ in pairs}
    extra = set(range(len(given))) - {j for _, j in pairs}
    for fault, sections, rest in (("missed", wanted, lost), ("false", given, extra)):
        for index in sorted(rest):
            section = sections[index]
            places = text.find((section["number"] or "") + section["title"])
            said = Said("heading", section, places)
            sentence = text.sentence(places[0]) if places else "(heading not in the text as read)"
            counted.errors.append(Error(gold["file"], "heading", fault, said, sentence, None))


def as_json(counted: Understanding) -> Record:
    """Return the figures under fixed keys: reports, unlocated quotes, facts by type, headings, identity."""
    facts: Record = {}
    total = Count()
    for kind in FACT_TYPES:
        total += counted.facts[kind]
        facts[kind] = counted.facts[kind].as_json() | {
            "by other rules": {label: counted.others[kind, label].as_json() for label in OTHER_RULES[kind]}
        }
    mean = sum(counted.facts[kind].f1 for kind in FACT_TYPES) / len(FACT_TYPES)
    return {
        "reports": counted.reports,
        "unlocated quotes": counted.unlocated,
        "facts": facts | {"all": total.as_json(), "mean f1 of types": round(mean, 4)},
        "headings": {label: count.as_json() for label, count in counted.headings.items()},
        "identity": {key: share.as_json() for key, share in counted.identity.items()},
    }
