"""The names that the earlier reports of a media use: of works, columns, outlets, prizes and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.report import Award, Column, Evidence, Platform, Report, Work
from kg.entities import normalised, outlet_of
from search.checking.around import MARKED
from search.checking.case import Case, quoted
from search.checking.persons import persons
from search.checking.slips import SOUNDING
from search.checking.sounds import agreeing


@dataclass(frozen=True)
class Name:
    """A name that a report uses. `kind` is in Chinese, as messages say it; `marked` where it stands between marks."""

    text: str
    kind: str
    evidence: Evidence
    marked: bool

    @property
    def placed(self) -> bool:
        """Whether it may be known by what stands beside it: “支航微报”微信公众号."""
        return self.marked or self.kind == "平台"


def known_names(case: Case) -> list[Name]:
    """Return the names of the earlier reports, the latest spelling first, each once."""
    found: dict[str, Name] = {}
    for report in reversed(case.earlier):
        for name in _names(report):
            found.setdefault(name.text, name)
    return list(found.values())


def _names(report: Report) -> Iterator[Name]:
    """Yield the names that a report uses: of works, columns, platforms, prizes, people, and what stands between marks."""
    text = report.text
    for fact in report.facts:
        where = fact.evidence
        if isinstance(fact, Work | Column):
            kind = "作品" if isinstance(fact, Work) else "栏目"
            yield Name(fact.title, kind, where, any(f"{mark}{fact.title}" in text for mark in '《“"「【'))
        elif isinstance(fact, Platform):
            outlet = outlet_of(fact.name)
            spelt = stem(fact.name, outlet[1]) if outlet else fact.name
            for spelling in dict.fromkeys((spelt, fact.name)):
                yield Name(spelling, "平台", where, False)
            for spelling in _without_place(fact.name, report.media or ""):
                yield Name(spelling, "频道", where, False)
        elif isinstance(fact, Award):
            yield Name(fact.award, "奖项", where, False)
    for match in MARKED.finditer(text):
        group = match.lastindex or 0
        yield Name(match[group], "作品" if group == 1 else "专有", quoted(report, *match.span(group)), True)
    for person, start, end in persons(report):
        yield Name(person, "人员", quoted(report, start, end), False)
    if report.media:
        at = text.find(report.media)
        if at >= 0:
            yield Name(report.media, "媒体", quoted(report, at, at + len(report.media)), False)


def _without_place(name: str, media: str) -> list[str]:
    """Return what a channel is called without the place that it shares with its house: 东岭交通广播 → 交通广播."""
    place = agreeing(name, media)
    return [name[place:]] if place > 1 and len(name) - place > SOUNDING else []


def stem(name: str, key: str) -> str:
    """Return the head of a platform's name that its normalised stem stands for: 澜溪发布微信公众号 → 澜溪发布."""
    for length in range(1, len(name) + 1):
        if normalised(name[:length]) == key:
            return name[:length].strip('“”"《》「」')
    return name
