"""A person's verdict on a link between a shortcoming or commitment and a later sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from api.access.scope import visible
from api.errors import InvalidError, UnknownError
from api.objects import Decided, DecidedLink, DecisionList, DecisionRecord
from ingest.report import Commitment, Evidence, Report, Shortcoming
from search.answers import LinkKind, TraceItem
from search.decisions import Anchor, Decision, Decisions, Verdict
from search.library import Library
from search.tracing.overlay import Verdicts, lost


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
    item (outside the text, of another media or of no later year) and for a withdrawal where nothing was decided.
    """
    from search.trace import trace

    fact = statement(library, item)
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
    evidence = Anchor.of(evidence_at(report, stored.media, stored.year, start, end), report.text)
    said = Anchor.of(about, library.report(about.report).text)
    decisions = Decisions(library.data_dir)
    if verdict == "withdraw" and not any(
        held.kind == kind and held.evidence.same_place(evidence) for held in decisions.current(item, said)
    ):
        raise InvalidError("这条联系没有可撤回的决定")
    decisions.record(item, said, kind, verdict, evidence, by=by.strip(), note=note)
    for each in trace(library, media=about.media, year=about.year).items:
        if each.id == item:
            return each
    raise UnknownError(f"资料库中没有不足或承诺 {item}")


def standing(library: Library, items: Iterable[TraceItem]) -> dict[str, list[Standing]]:
    """Return by id of the item what holds of its links, oldest first; what was withdrawn is left out.

    A decision whose sentence stands in no report held any more is left out: it has no effect.
    """
    verdicts = Verdicts(Decisions(library.data_dir).all())
    found: dict[str, list[Standing]] = {}
    for item in items:
        for decision in verdicts.on(item.id, item.evidence):
            evidence = _now(library, decision.evidence)
            if evidence is not None:
                found.setdefault(item.id, []).append(Standing(decision, evidence))
    return found


def decided(library: Library, item: str) -> DecisionList:
    """Return every decision ever made on an item, oldest first. Raises UnknownError for an item that is not held."""
    about = statement(library, item).evidence
    decisions = Decisions(library.data_dir)
    said = Anchor.of(about, library.report(about.report).text)
    holding = {decision.number for decision in decisions.current(item, said)}
    return DecisionList(
        decisions=[
            DecisionRecord(
                number=decision.number,
                decided_at=decision.decided_at,
                by=decision.decided_by,
                note=decision.note,
                kind=decision.kind,
                verdict=decision.verdict,
                standing=decision.number in holding,
                quote=decision.evidence.quote,
                evidence=_now(library, decision.evidence),
            )
            for decision in decisions.history(item, said)
        ]
    )


def every(library: Library, media: str | None, *, only_lost: bool) -> Decided:
    """Return all decisions of the library (of one media), oldest first; `only_lost`: those whose sentences are gone."""
    made = Decisions(library.data_dir).all()
    reports = {(held.media, held.year): library.report(held.id) for held in library.reports}
    gone = {decision.number for decision in lost(made, reports)}
    last: dict[tuple[str, int, str, str, int, str], int] = {}
    for each in made:
        about, where = each.about, each.evidence
        last[about.media, about.year, about.quote, each.kind, where.year, where.quote] = each.number
    holding = set(last.values())
    return Decided(
        decisions=[
            DecidedLink(
                number=each.number,
                decided_at=each.decided_at,
                by=each.decided_by,
                note=each.note,
                item=each.item,
                about_media=each.about.media,
                about_year=each.about.year,
                about=each.about.quote,
                about_kind=_kind(library, each.item),
                kind=each.kind,
                verdict=each.verdict,
                year=each.evidence.year,
                quote=each.evidence.quote,
                standing=each.number in holding and each.verdict != "withdraw",
                lost=each.number in gone,
            )
            for each in made
            if media in (None, each.about.media) and (not only_lost or each.number in gone)
        ]
    )


def _kind(library: Library, item: str) -> str | None:
    try:
        return statement(library, item).type
    except UnknownError:
        return None


def statement(library: Library, item: str) -> Shortcoming | Commitment:
    """Return the shortcoming or commitment with this id. Raises UnknownError where no report held has it."""
    fact = library.fact(item)
    if not isinstance(fact, Shortcoming | Commitment) or not visible(fact.evidence.media):
        raise UnknownError(f"资料库中没有不足或承诺 {item}")
    return fact


def _now(library: Library, anchor: Anchor) -> Evidence | None:
    """Return where an anchored quote stands in the report that is held now, None where it does not."""
    stored = next(
        (each for each in library.reports if (each.media, each.year) == (anchor.media, anchor.year)), None
    )
    if stored is None:
        return None
    report = library.report(stored.id)
    place = anchor.find(report.text)
    return None if place is None else evidence_at(report, stored.media, stored.year, *place)


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
