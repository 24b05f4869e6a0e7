"""A person's verdict on a link between a shortcoming or commitment and a later sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from api.errors import InvalidError, UnknownError
from ingest.report import Commitment, Evidence, Report, Shortcoming
from search.answers import LinkKind, TraceItem
from search.decisions import Anchor, Decision, Decisions, Verdict
from search.library import Library
from search.tracing.overlay import Verdicts


@dataclass(frozen=True)
class Standing:
    """What a person said last of a link, and where its sentence stands in the reports held now."""

    decision: Decision
    evidence: Evidence

    def on(self, kind: LinkKind, evidence: Evidence) -> bool:
        """Tell whether it is about a link of this kind to this evidence."""
        here = self.evidence
        same = here.report == evidence.report and here.start < evidence.end and evidence.start < here.end
        return self.decision.kind == kind and same


def decide(
    library: Library,
    item: str,
    kind: LinkKind,
    verdict: Verdict,
    place: tuple[str, int, int],
    *,
    by: str,
    note: str,
) -> TraceItem:
    """Keep the verdict and return the item as it now stands. `place` is (report id, start, end).

    Raises UnknownError for an item or report that is not held, InvalidError for a place that can't speak to the
    item: outside the text, of another media or of no later year.
    """
    from search.trace import trace

    fact = library.fact(item)
    if not isinstance(fact, Shortcoming | Commitment):
        raise UnknownError(f"资料库中没有不足或承诺 {item}")
    report_id, start, end = place
    stored = next((held for held in library.reports if held.id == report_id), None)
    if stored is None:
        raise UnknownError(f"资料库中没有报告 {report_id}")
    report = library.report(report_id)
    if not 0 <= start < end <= len(report.text):
        raise InvalidError(f"起止位置 {start}–{end} 不在报告正文（{len(report.text)} 字）之内")
    about = fact.evidence
    if stored.media != about.media or stored.year <= about.year:
        raise InvalidError(f"依据须出自{about.media} {about.year} 年度之后的报告")
    if not by.strip():
        raise InvalidError("请说明是谁作的决定（by）")
    evidence = evidence_at(report, stored.media, stored.year, start, end)
    Decisions(library.data_dir).record(
        item,
        Anchor.of(about, library.report(about.report).text),
        kind,
        verdict,
        Anchor.of(evidence, report.text),
        by=by.strip(),
        note=note,
    )
    for each in trace(library, media=about.media, year=about.year).items:
        if each.id == item:
            return each
    raise UnknownError(f"资料库中没有不足或承诺 {item}")


def standing(library: Library, items: Iterable[TraceItem]) -> dict[str, list[Standing]]:
    """Return by id of the item what holds of its links, oldest first; what was withdrawn is left out.

    A decision whose sentence stands in no report held any more is left out: it has no effect.
    """
    verdicts = Verdicts(Decisions(library.data_dir).all())
    held = {(stored.media, stored.year): stored.id for stored in library.reports}
    found: dict[str, list[Standing]] = {}
    for item in items:
        for decision in verdicts.on(item.id, item.evidence):
            where = decision.evidence
            report = held.get((where.media, where.year))
            place = where.find(library.report(report).text) if report is not None else None
            if report is not None and place is not None:
                evidence = evidence_at(library.report(report), where.media, where.year, *place)
                found.setdefault(item.id, []).append(Standing(decision, evidence))
    return found


def evidence_at(report: Report, media: str, year: int, start: int, end: int) -> Evidence:
    """Return the evidence that ``report.text[start:end]`` is."""
    path = [section.title for section in report.sections if section.start <= start < section.end]
    return Evidence(
        media=media,
        year=year,
        report=report.id,
        section=tuple(path),
        quote=report.text[start:end],
        start=start,
        end=end,
        page=bisect_right(report.pages, start) or None,
    )
