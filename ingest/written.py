"""A report understood in the plain view of its text, put back into the author's own characters."""

from __future__ import annotations

import re

from ingest.report import (
    Award,
    Column,
    Event,
    Evidence,
    Fact,
    Metric,
    Platform,
    Renaming,
    Report,
    Section,
    StatementBase,
    Work,
)

_NAMES: dict[type, tuple[str, ...]] = {
    Award: ("award", "recipient"),
    Work: ("title",),
    Column: ("title", "platform"),
    Platform: ("name",),
    Metric: ("subject", "name", "text"),
    Event: ("name",),
    StatementBase: ("text",),
}
"""Fields that hold the author's words. Levels, genres and units are classes and keep one spelling for all reports."""


def as_written(report: Report, written: str, media: str | None = None) -> Report:
    """Return `report`, understood in ``report.text``, as a report of `written`, whose plain view that text is.

    Offsets stay. Quotes, titles, names and statements become what stands at their place in `written`; a name that
    was put together from several places is put back piece by piece. `media` is the name
    that the user stated, None where it was read.
    """
    if report.text == written:
        return report
    return _Author(report, written, media).report()


class _Author:
    def __init__(self, report: Report, written: str, media: str | None) -> None:
        self._report = report
        self._plain = report.text
        self._written = written
        self._media = media or self._words(report.media, 0, len(written))
        self._headings: dict[str, str] = {}

    def report(self) -> Report:
        sections = tuple(self._section(section) for section in self._report.sections)
        return self._report.model_copy(
            update={
                "media": self._media,
                "title": self._words(self._report.title, 0, len(self._written)),
                "text": self._written,
                "sections": sections,
                "facts": tuple(self._fact(fact) for fact in self._report.facts),
                "renamings": tuple(map(self._renaming, self._report.renamings)),
            }
        )

    def _section(self, section: Section) -> Section:
        title = self._words(section.title, section.start, section.end)
        number = self._words(section.number, section.start, section.end)
        self._headings[section.title] = title or section.title
        return section.model_copy(update={"title": title, "number": number})

    def _fact(self, fact: Fact) -> Fact:
        place = fact.evidence
        found: dict[str, object] = {
            "evidence": self._evidence(place),
            "mentions": tuple(map(self._evidence, fact.mentions)),
        }
        for kind, fields in _NAMES.items():
            if isinstance(fact, kind):
                found |= {name: self._words(getattr(fact, name), place.start, place.end) for name in fields}
        if isinstance(fact, Award):
            found["works"] = tuple(self._words(work, place.start, place.end) for work in fact.works)
        return fact.model_copy(update=found)

    def _renaming(self, told: Renaming) -> Renaming:
        place = told.evidence
        return told.model_copy(
            update={
                "before": self._words(told.before, place.start, place.end),
                "after": self._words(told.after, place.start, place.end),
                "evidence": self._evidence(place),
            }
        )

    def _evidence(self, evidence: Evidence) -> Evidence:
        path = tuple(self._headings.get(title, title) for title in evidence.section)
        quote = self._written[evidence.start : evidence.end]
        return evidence.model_copy(update={"media": self._media or "", "section": path, "quote": quote})

    def _words(self, value: str | None, start: int, end: int) -> str | None:
        """Return the characters that `value` was read from: those within the place, else the first in the text."""
        if not value:
            return value
        at = self._plain.find(value, start, end)
        at = at if at >= 0 else self._plain.find(value)
        if at >= 0:
            return self._written[at : at + len(value)]
        # Titles are read across white space.
        loose = re.compile(r"\s*".join(map(re.escape, value)))
        match = loose.search(self._plain, start, end) or loose.search(self._plain)
        if match:
            return re.sub(r"\s", "", self._written[match.start() : match.end()])
        return self._pieces(value, start, end)

    def _pieces(self, value: str, start: int, end: int) -> str:
        """《江南日報》微信 was read as 江南日报微信: each longest piece of two characters or more that the place holds."""
        found, at = "", 0
        while at < len(value):
            lengths = range(len(value) - at, 1, -1)
            places = ((n, self._plain.find(value[at : at + n], start, end)) for n in lengths)
            length, where = next((place for place in places if place[1] >= 0), (1, -1))
            found += self._written[where : where + length] if where >= 0 else value[at]
            at += length
        return found
