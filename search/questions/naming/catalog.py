"""What the reports of one media speak of: years, entities under all their names, figures with their words."""

from __future__ import annotations

import bisect
import re
import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final
from weakref import WeakKeyDictionary

from ingest.report import Commitment, Evidence, Metric, PlatformKind, Qualifier, Report
from ingest.sentences import sentences
from kg.entities import EntityKind
from kg.nodes import fact_iri, report_graph_iri
from kg.queries import iri as iri_term
from kg.queries import run
from kg.renamings import renamed_outlets
from kg.store import GraphStore, Row
from kg.vocabulary import ENTITY_CLASSES, notation
from search.questions import sparql
from search.questions.naming.described import descriptions
from search.questions.naming.entity import Entity
from search.questions.naming.names import other_names, proper_part
from search.questions.naming.renames import renames
from search.questions.source import Texts
from search.questions.wording.respective import told_of_others
from search.questions.wording.words import key

ACCOUNTS: Final = frozenset(
    {
        PlatformKind.WECHAT,
        PlatformKind.WEIBO,
        PlatformKind.DOUYIN,
        PlatformKind.KUAISHOU,
        PlatformKind.TOUTIAO,
        PlatformKind.VIDEO_ACCOUNT,
    }
)
LINKED: Final[tuple[EntityKind, ...]] = ("work", "column", "platform", "award", "referent")
"""Kinds of entities that a question calls by name; events are found by what their sentences say."""
_MARKS = "，。；！？,;、"
_DIGIT = re.compile(r"\d")
_ELLIPTIC = frozenset(
    map(
        key,
        "刊播 播出 播发 刊发 刊登 发布 推出 制作 播放 更新 完成 同比 同比增长 比上年增长 增长 下降 同比下降 比上年".split(),
    )
)


@dataclass(frozen=True)
class Figure:
    """One figure, with the words around it in one spelling."""

    fact: str
    year: int
    measure: str
    subject: str
    subject_name: str | None
    name: str
    value: int | float
    unit: str | None
    qualifier: Qualifier
    text: str
    evidence: Evidence
    around: str
    """The sentence of the report that holds it, up to the figure's own clause."""
    led_by: str
    """The figure's quote with the clause before it, in one spelling."""
    paragraph: str
    """The headings over it and its paragraph up to the end of its clause, in one spelling."""
    promised: bool = False
    """Whether it is part of a commitment: what is meant to be reached, not what was."""
    about: frozenset[str] = field(default=frozenset())
    """IRIs of all entities that the fact speaks of."""
    of_others: tuple[str, ...] = ()
    """What the other figures of its list are told of (see `respective`)."""

    @cached_property
    def clause(self) -> str:
        """The quote up to the end of the figure's own part of it, in one spelling: 广播 is not said of 播出电视节目6570小时、广播节目5840小时."""
        quote = self.evidence.quote
        place = quote.find(self.text)
        ends = [
            end for mark in _MARKS if place >= 0 and (end := quote.find(mark, place + len(self.text))) >= 0
        ]
        return key(quote[: min(ends, default=len(quote))])

    @cached_property
    def until(self) -> str:
        """The sentence up to the end of the figure's own part of its quote, in one spelling."""
        return self.around.removesuffix(key(self.evidence.quote)) + self.clause

    @cached_property
    def before(self) -> str:
        """What stands before the figure in its quote, in one spelling."""
        return key(self.evidence.quote.partition(self.text)[0])

    @cached_property
    def called(self) -> str:
        """The name, in one spelling."""
        return key(self.name)

    @cached_property
    def near(self) -> str:
        """The part of the clause in which the figure stands, in one spelling."""
        quote = self.evidence.quote
        place = quote.find(self.text)
        if place < 0:
            return self.clause
        start = max(quote.rfind(mark, 0, place) for mark in _MARKS) + 1
        if self.called in _ELLIPTIC:
            # 制作公益广告54件，刊播1310条次: the verb alone goes on about what the clause before named.
            return self.led_by
        ends = [end for mark in _MARKS if (end := quote.find(mark, place + len(self.text))) >= 0]
        end = min(ends, default=len(quote))
        # 中央媒体43条（央视11条: what a bracket counts is not what the figure before it counts.
        if (inner := quote.rfind("（", start, place)) >= 0 and "）" not in quote[inner:place]:
            start = inner + 1
        elif (inner := quote.find("（", place + len(self.text), end)) >= 0 and _DIGIT.search(
            quote, inner, end
        ):
            end = inner
        return key(quote[start:end])


class Catalog:
    """Read once a media and snapshot; it never changes afterwards, and holds on to neither store nor library."""

    def __init__(self, source: Texts, media: str) -> None:
        """Read what is needed of the graph and of the texts."""
        self.media = media
        self.proper = proper_part(media)
        stored = (report for report in source.reports if report.media == media)
        held = {report.id: report.year for report in sorted(stored, key=lambda report: report.year)}
        self.graphs = sparql.iris("?g", (str(report_graph_iri(report)) for report in held))
        """A VALUES clause for ``?g``: the graphs of its reports."""
        self.years: list[int] = sorted(set(held.values()))
        self.entities = {entity.iri: entity for entity in self._entities(source.graph, held)}
        self.named: dict[str, list[Entity]] = defaultdict(list)
        own = {self.proper, key(media)}
        for entity in self.entities.values():
            for name in entity.names - own:
                self.named[name].append(entity)
        self.house = frozenset(
            e.iri for e in self.entities.values() if key(media) in (key(e.label), f"{key(e.label)}社")
        )
        """The paper after which its house is called: what the report tells of neither is told of both."""
        reports = [(year, source.report(report)) for report, year in held.items()]
        texts = [(year, report.text) for year, report in reports]
        self.renamed = renames(renamed_outlets(source.graph, self.graphs), self.entities, texts, self.named)
        """Names that one outlet or column bore one after the other."""
        for renamed in self.renamed:
            if not renamed.before:
                self.named[key(renamed.was)] += [self.entities[iri] for iri in sorted(renamed.after)]
        self.said = key("\n".join(text for _, text in texts))
        """All reports, in one spelling."""
        self.quoted = frozenset(key(term) for _, text in texts for term in _QUOTED.findall(text)) - set(
            self.named
        )
        """What the reports put between marks without being a name of something known, in one spelling."""
        self.described = descriptions(text for _, text in texts)
        """What they say that something with a name is (电视问政节目《百姓问政》), in one spelling."""
        self.figures = _own_first(self._figures(source.graph, reports))
        """All figures, by year and place in the text."""
        self.units = frozenset(figure.unit for figure in self.figures if figure.unit not in (None, "%", "元"))
        """In what its figures count."""
        words = (figure.called for figure in self.figures)
        self.figure_words = frozenset(word for word in words if len(word) > 1)
        """The names of all measures, in one spelling: words that a question is cut into."""

    def is_account(self, iri: str) -> bool:
        """Tell whether an entity is an account on a social platform, whose users are its followers."""
        entity = self.entities.get(iri)
        return entity is not None and entity.outlet in ACCOUNTS

    def platforms(self, kinds: Iterable[PlatformKind]) -> list[Entity]:
        """Return the platforms of some kinds."""
        wanted = set(kinds)
        return [entity for entity in self.entities.values() if entity.outlet in wanted]

    def _entities(self, store: GraphStore, held: Mapping[str, int]) -> Iterable[Entity]:
        # Of the graphs of these reports alone, and what not every entity has apart: five times as fast as one query
        # with OPTIONAL over the graphs of all media.
        years = {str(report_graph_iri(report)): year for report, year in held.items()}

        def within(*patterns: str) -> list[Row]:
            found = [
                row
                for pattern in patterns
                for row in run(store, f"SELECT * WHERE {{ {self.graphs} GRAPH ?g {{ ?entity {pattern} }} }}")
            ]
            return sorted(found, key=lambda row: (years[str(row["g"])], str(row.get("label"))))

        # Class by class, as nine of ten labels are of measures; a VALUES clause of the classes would be joined first, over the
        # graphs of all media: 12 s among 7,200 reports.
        classes = {str(ENTITY_CLASSES[kind]): kind for kind in LINKED}
        preferred = within(
            *(f"a {term} ; a ?class ; skos:prefLabel ?label" for term in map(iri_term, classes))
        )
        last = {str(row["entity"]): row for row in preferred if str(row["class"]) in classes}
        labels: dict[str, set[str]] = defaultdict(set)
        for row in (*preferred, *within("skos:altLabel ?label")):
            labels[str(row["entity"])].add(str(row["label"]))
        outlets = {str(row["entity"]): str(row["kind"]) for row in within("yz:kind ?kind")}
        for iri, row in last.items():
            kind = classes[str(row["class"])]
            names = {name for label in labels[iri] for name in other_names(kind, label, self.proper)}
            # What is the media itself by another name is no entity beside it; its own outlet is called so in the text alone.
            names -= {self.proper, key(self.media)} - (
                {key(label) for label in labels[iri]} if kind == "platform" else set()
            )
            outlet = PlatformKind(notation(outlets[iri])) if iri in outlets else None
            yield Entity(iri, kind, str(row["label"]), outlet, frozenset(names))

    def _figures(self, store: GraphStore, reports: Collection[tuple[int, Report]]) -> Iterator[Figure]:
        # Of the graph only what people may have decided: the rest stands in the report, which is ten times as fast to read.
        tied = {
            str(row["fact"]): (str(row["measure"]), str(row["subject"]))
            for row in run(
                store,
                f"SELECT ?fact ?measure ?subject WHERE {{ {self.graphs} GRAPH ?g {{ ?fact yz:measure ?measure ; yz:subject ?subject }} }}",
            )
        }
        about: dict[str, set[str]] = defaultdict(set)
        metrics = f"SELECT ?fact ?entity WHERE {{ {self.graphs} GRAPH ?g {{ ?fact a yz:MetricFact ; yz:about ?entity }} }}"
        for row in run(store, metrics):
            about[str(row["fact"])].add(str(row["entity"]))
        for reported, report in reports:
            promises = [fact.evidence for fact in report.facts if isinstance(fact, Commitment)]
            told = [fact for fact in report.facts if isinstance(fact, Metric)]
            starts = [start for start, _ in sentences(report.text)]
            for fact in sorted(told, key=lambda fact: (fact.evidence.start, fact.id)):
                iri, evidence = str(fact_iri(fact.id)), fact.evidence
                measure, subject = tied[iri]
                sentence = _sentence(report.text, evidence, starts)
                yield Figure(
                    fact=iri,
                    year=fact.year or reported,
                    measure=measure,
                    subject=subject,
                    subject_name=fact.subject,
                    name=fact.name,
                    value=int(fact.value) if fact.value == int(fact.value) else fact.value,
                    unit=fact.unit,
                    qualifier=fact.qualifier,
                    text=fact.text,
                    evidence=evidence,
                    around=key(sentence),
                    led_by=key(_led_by(sentence, evidence.quote)),
                    paragraph=key("".join((*evidence.section[1:], _paragraph(report.text, evidence)))),
                    promised=any(
                        each.start < evidence.end and evidence.start < each.end for each in promises
                    ),
                    about=frozenset(about[iri]),
                    of_others=_of_others(sentence, evidence.quote, fact.text),
                )


def _own_first(figures: Iterable[Figure]) -> list[Figure]:
    """Leave out what the table of a later report retells of a year whose own report tells it."""
    found = list(figures)
    own = {(f.year, f.measure, f.subject) for f in found if f.evidence.year == f.year}
    return [f for f in found if f.evidence.year == f.year or (f.year, f.measure, f.subject) not in own]


def _of_others(sentence: str, quote: str, figure: str) -> tuple[str, ...]:
    """Return what the other figures of a list are told of; `sentence` ends with the quote that holds the figure."""
    place = quote.find(figure)
    return told_of_others(sentence, len(sentence) - len(quote) + place) if place >= 0 else ()


def _led_by(sentence: str, quote: str) -> str:
    before = sentence.removesuffix(quote).rstrip("，,")
    return before[max(before.rfind(mark) for mark in "，,；;、") + 1 :] + quote


def _sentence(text: str, evidence: Evidence, starts: Sequence[int]) -> str:
    """Return the sentence around a quote, up to its end; `starts` are where the sentences of the text begin."""
    at = bisect.bisect_right(starts, evidence.start) - 1
    return text[max(starts[at] if at >= 0 else 0, evidence.start - _CONTEXT) : evidence.end]


def _paragraph(text: str, evidence: Evidence) -> str:
    start = max(0, evidence.start - _CONTEXT)
    return text[max(start, text.rfind("\n", start, evidence.start) + 1) : evidence.end]


_QUOTED = re.compile(r"[“\"「《]([^“”\"「」《》\n]{2,12})[”\"」》]")
_CONTEXT = 240
"""Code points before a figure in which the start of its sentence is looked for."""
_CATALOGS: WeakKeyDictionary[GraphStore, dict[str, Catalog]] = WeakKeyDictionary()
_KEPT = 16
"""Catalogs of one graph; with all that is worked out beside it one takes half a megabyte or more."""
_GUARD = threading.Lock()
"""Readers that come together wait for one of them to read a catalog instead of each reading it."""


def catalog(source: Texts, media: str) -> Catalog:
    """Return the catalog of a media, read once for each graph that is open."""
    with _GUARD:
        held = _CATALOGS.setdefault(source.graph, {})
        found = held.pop(media) if media in held else Catalog(source, media)
        # The one asked about last stands last.
        held[media] = found
        if len(held) > _KEPT:
            held.pop(next(iter(held)))
        return found
