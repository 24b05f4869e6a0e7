"""The one service layer: what the command line and HTTP both call, with one library behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from api.access.scope import visible
from api.errors import InvalidError, UnknownError
from api.keeping import Keeping, summary_of
from api.naming import known_media

if TYPE_CHECKING:
    from api.catalogue import Neighbour
    from api.deciding import Standing
    from api.merging import EntityDecided, EntityListing
    from api.objects import (
        Decided,
        DecisionList,
        EntityList,
        EntityType,
        MetricList,
        ReportList,
        StoredReport,
    )
    from api.objects import Entity as EntityObject
    from ingest.report import Commitment, Duty, Evidence, Report, Shortcoming
    from search.answers import (
        Answer,
        Comparison,
        Findings,
        LinkKind,
        SearchResult,
        Trace,
        TraceItem,
    )
    from search.decisions import Verdict


class Service(Keeping):
    """All that users can do with one library. Safe to use from many threads.

    Every method may raise LibraryError (and its EmptyLibraryError), EncoderError, UnknownError and
    InvalidError; each holds one line in Chinese.
    """

    def search(
        self,
        query: str,
        *,
        media: str | None = None,
        years: Iterable[int] = (),
        duties: Iterable[Duty] = (),
        kind: Literal["passage", "fact"] | None = None,
        limit: int = 10,
    ) -> SearchResult:
        """Return what fits `query` best."""
        _required(query, "请给出要找的内容")
        with self.shelf.reading() as library:
            return library.search(query, known_media(library, media), years, list(duties), kind, limit)

    def ask(self, question: str, *, media: str | None = None) -> Answer:
        """Answer a question from the reports, or say that they do not."""
        from search.questions.asking import ask

        _required(question, "请给出问题")
        with self.shelf.reading() as library:
            return ask(library, question, media=known_media(library, media))

    def trace(self, *, media: str | None = None, year: int | None = None) -> Trace:
        """Return what became of each shortcoming and commitment."""
        from search.trace import trace

        with self.shelf.reading() as library:
            return trace(library, media=known_media(library, media), year=year)

    def compare(self, media: str, years: Sequence[int]) -> Comparison:
        """Return what differs between two years of one media."""
        from search.compare import compare

        if len(years) != 2 or years[0] == years[1]:
            raise InvalidError("对比需要两个不同的年度")
        with self.shelf.reading() as library:
            name = known_media(library, _required(media, "请指明要对比的媒体"))
            assert name is not None
            held = sorted(stored.year for stored in library.reports if stored.media == name)
            for year in years:
                if year not in held:
                    listed = "、".join(map(str, held))
                    raise UnknownError(f"资料库中没有{name} {year} 年度的报告，现有：{listed}")
            return compare(library, name, (years[0], years[1]))

    def decide(
        self,
        item: str,
        kind: LinkKind,
        verdict: Verdict,
        place: tuple[str, int, int],
        *,
        by: str,
        note: str = "",
    ) -> TraceItem:
        """Keep a person's verdict on a link of a trace item and return the item as it now stands.

        `place` is (report id, start, end) of the sentence that speaks to it.
        """
        from api.deciding import decide

        with self.shelf.reading() as library:
            decided = decide(library, item, kind, verdict, place, by=by, note=note)
        self._done("decide", f"{item} {kind} {verdict}")
        return decided

    def check(
        self,
        content: bytes,
        name: str,
        *,
        media: str | None = None,
        year: int | None = None,
        apart: bool = False,
    ) -> Findings:
        """Return what an editor should look at in a draft, held against the earlier reports of its media.

        `content` is the draft's file, `name` its name. `media` None takes the one that the draft names. `apart` reads
        it in a limited process of its own, for files of which nothing is known. Nothing is stored. Raises InvalidError
        where the draft can't be read or its media is not clear.
        """
        return self._checked(content, name, media, year, apart)[1]

    def review(
        self,
        content: bytes,
        name: str,
        *,
        media: str | None = None,
        year: int | None = None,
        apart: bool = False,
    ) -> tuple[Findings, bytes]:
        """Return what `check` does, and the draft as a Word file with each finding as a comment at its words."""
        from api.papers.review import reviewed

        draft, found = self._checked(content, name, media, year, apart)
        return found, reviewed(content, name, draft, found)

    def _checked(
        self, content: bytes, name: str, media: str | None, year: int | None, apart: bool
    ) -> tuple[Report, Findings]:
        from api.drafts import media_of, understood
        from search.check import check

        with self.shelf.reading() as library:
            stated = known_media(library, media)
            draft = understood(content, name, stated, year, apart=apart)
            return draft, check(library, draft, stated or media_of(library, draft, name))

    def decisions(self, items: Iterable[TraceItem]) -> dict[str, list[Standing]]:
        """Return by id of the item what people said of its links that still holds, oldest first."""
        from api.deciding import standing

        with self.shelf.reading() as library:
            return standing(library, items)

    def statement(self, item: str) -> Shortcoming | Commitment:
        """Return the shortcoming or commitment with this id."""
        from api.deciding import statement

        with self.shelf.reading() as library:
            return statement(library, item)

    def duty(self, evidence: Evidence) -> Duty | None:
        """Return the duty of the innermost heading with one that the evidence stands under."""
        from search.passages import duty_of

        with self.shelf.reading() as library:
            sections = library.report(evidence.report).sections
        return duty_of([each for each in sections if each.start <= evidence.start < each.end])

    def history(self, item: str) -> DecisionList:
        """Return every decision ever made on a trace item, oldest first."""
        from api.deciding import decided

        with self.shelf.reading() as library:
            return decided(library, item)

    def decided(self, *, media: str | None = None, lost: bool = False) -> Decided:
        """Return what people decided, oldest first; `lost`: only what stands in no report held any more."""
        from api.deciding import every

        with self.shelf.reading() as library:
            return every(library, known_media(library, media), only_lost=lost)

    def inspect(self, path: Path, *, media: str | None = None, year: int | None = None) -> Report:
        """Return what is understood of one file; nothing is stored. Raises InvalidError where it can't be read."""
        from api.files import content_of
        from ingest.pipeline import understand
        from ingest.readers.base import ReadingError

        try:
            return understand(content_of(path), path.name, media, year)
        except ReadingError as error:
            raise InvalidError(f"{path}：{error}") from error

    def reports(self, *, media: str | None = None) -> ReportList:
        """Return the reports held; none where nothing was ever stored."""
        from api.objects import ReportList

        if self.shelf.snapshot() is None:
            return ReportList(reports=[])
        with self.shelf.reading() as library:
            name = known_media(library, media)
            held = [stored for stored in library.reports if name in (None, stored.media)]
            return ReportList(reports=[summary_of(stored) for stored in held])

    def report(self, report: str) -> StoredReport:
        """Return one report, an earlier version too."""
        from api.objects import StoredReport

        with self.shelf.reading() as library:
            stored = library.manifest.stored(report)
            if stored is None or not visible(stored.media):
                raise UnknownError(f"资料库中没有报告 {report}")
            known = library.report(report)
            return StoredReport(
                **{name: getattr(known, name) for name in type(known).model_fields},
                stored=summary_of(stored),
                current=any(held.id == report for held in library.reports),
            )

    def entities(
        self,
        kind: EntityType | None = None,
        text: str | None = None,
        media: str | None = None,
        limit: int = 100,
    ) -> EntityList:
        """Return the entities of a type whose name holds `text` in any spelling."""
        from api.catalogue import entities

        with self.shelf.reading() as library:
            return entities(library, kind, text, known_media(library, media), limit)

    def entity(self, entity: str) -> EntityObject:
        """Return one entity."""
        from api.catalogue import entity as find

        with self.shelf.reading() as library:
            return find(library, entity)

    def neighbours(self, entity: str) -> list[Neighbour]:
        """Return the entities that stand in one fact with this one, the most frequent first."""
        from api.catalogue import neighbours

        with self.shelf.reading() as library:
            return neighbours(library, entity)

    def entity_listing(
        self,
        kind: EntityType | None = None,
        text: str | None = None,
        media: str | None = None,
        limit: int = 100,
    ) -> EntityListing:
        """Return entities with the reasons of their spellings, and what people decided of them."""
        from api.merging import listing

        with self.shelf.reading() as library:
            return listing(library, kind, text, known_media(library, media), limit)

    def merge_entities(self, entity: str, other: str, *, by: str, note: str = "") -> EntityDecided:
        """Keep that `other` is `entity`, and let all that is stored follow."""
        from api.merging import EntityDecided, verdict
        from search.merging import Standing, merge

        self._filled()
        made = merge(self.data_dir, entity, other, by=_required(by, "请说明是谁作的决定（--by）"), note=note)
        return EntityDecided(decisions=[verdict(Standing(made, ()))])

    def split_entity(
        self, entity: str, spellings: Sequence[str] = (), *, by: str, note: str = ""
    ) -> EntityDecided:
        """Keep that spellings of an entity are others, or that what was merged into it is not it."""
        from api.merging import EntityDecided, verdict
        from search.merging import Standing, split

        self._filled()
        made = split(
            self.data_dir, entity, spellings, by=_required(by, "请说明是谁作的决定（--by）"), note=note
        )
        return EntityDecided(decisions=[verdict(Standing(each, ())) for each in made])

    def metrics(
        self, *, media: str | None = None, name: str | None = None, subject: str | None = None
    ) -> MetricList:
        """Return figures as yearly series."""
        from api.catalogue import metrics

        with self.shelf.reading() as library:
            return metrics(library, known_media(library, media), name or None, subject or None)

    def export(self, form: Literal["ttl", "nq", "jsonld", "csv"]) -> Iterator[bytes]:
        """Yield everything stored in a format that others read."""
        from kg.export import export

        with self.shelf.reading() as library:
            yield from export(library.graph, form)


def _required(text: str, message: str) -> str:
    if not text.strip():
        raise InvalidError(message)
    return text
