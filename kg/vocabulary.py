"""The names of the graph in code: namespaces, classes, properties, concepts, and the IRIs of the data.

`ontology.ttl` defines what they mean; a test holds the two against each other, both ways.
"""

# The graph names its properties as RDF does, in mixed case.
# ruff: noqa: N815

from __future__ import annotations

from typing import Final

from rdflib import DCTERMS, OWL, PROV, QB, RDF, RDFS, SDO, SKOS, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from ingest.report import Duty, PlatformKind, Qualifier

OA: Final = Namespace("http://www.w3.org/ns/oa#")
"""Web Annotation, which rdflib has no namespace of its own for."""
DATA: Final = Namespace("https://w3id.org/yinzheng/id/")
"""Under which everything stands that is made from reports."""


class YZ(DefinedNamespace):
    """The project's own terms. An unknown name raises AttributeError."""

    _NS = Namespace("https://w3id.org/yinzheng/ns#")
    _fail = True

    # What a report is and how it came here
    Report: URIRef
    Section: URIRef
    Ingest: URIRef
    yinzheng: URIRef
    # What a report says
    Fact: URIRef
    AwardFact: URIRef
    WorkFact: URIRef
    ColumnFact: URIRef
    PlatformFact: URIRef
    MetricFact: URIRef
    EventFact: URIRef
    Statement: URIRef
    Response: URIRef
    Shortcoming: URIRef
    Commitment: URIRef
    # What it speaks of
    Entity: URIRef
    Media: URIRef
    Award: URIRef
    Work: URIRef
    Column: URIRef
    Platform: URIRef
    Event: URIRef
    Measure: URIRef
    Referent: URIRef
    Renaming: URIRef
    # Where and when
    media: URIRef
    mediaName: URIRef
    year: URIRef
    report: URIRef
    section: URIRef
    number: URIRef
    level: URIRef
    ordinal: URIRef
    start: URIRef
    end: URIRef
    duty: URIRef
    textSha256: URIRef
    mentionedIn: URIRef
    headings: URIRef
    page: URIRef
    # Fact to entity
    about: URIRef
    award: URIRef
    work: URIRef
    column: URIRef
    platform: URIRef
    event: URIRef
    measure: URIRef
    subject: URIRef
    recipient: URIRef
    kind: URIRef
    before: URIRef
    after: URIRef
    # What a fact says, as written
    name: URIRef
    text: URIRef
    edition: URIRef
    awardLevel: URIRef
    awardYear: URIRef
    figureYear: URIRef
    count: URIRef
    workTitles: URIRef
    recipientName: URIRef
    genre: URIRef
    platformName: URIRef
    subjectName: URIRef
    value: URIRef
    unit: URIRef
    unitless: URIRef
    qualifier: URIRef
    date: URIRef
    # Figures as a data cube
    figures: URIRef
    figureStructure: URIRef
    # Concept schemes; the concepts themselves are `concept(...)`
    duties: URIRef
    qualifiers: URIRef
    platformKinds: URIRef
    statuses: URIRef


for _name in YZ.__annotations__:
    # As attributes of their own: rdflib looks each one up anew, which took a tenth of the time of building a graph.
    if not _name.startswith("_"):
        setattr(YZ, _name, YZ._NS[_name])

STATUSES: Final = ("fixed", "partly", "recurring", "untraced", "pending")
"""What became of a statement; the floor above decides it, the concept is named here."""

PREFIXES: Final[dict[str, str]] = {
    "yz": str(YZ._NS),
    "prov": str(PROV),
    "oa": str(OA),
    "schema": str(SDO),
    "skos": str(SKOS),
    "dcterms": str(DCTERMS),
    "qb": str(QB),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "owl": str(OWL),
    "xsd": str(XSD),
}

FACT_CLASSES: Final[dict[str, URIRef]] = {
    "award": YZ.AwardFact,
    "work": YZ.WorkFact,
    "column": YZ.ColumnFact,
    "platform": YZ.PlatformFact,
    "metric": YZ.MetricFact,
    "event": YZ.EventFact,
    "response": YZ.Response,
    "shortcoming": YZ.Shortcoming,
    "commitment": YZ.Commitment,
}
"""The contract's fact types and the classes they have in the graph."""

ENTITY_CLASSES: Final[dict[str, URIRef]] = {
    "media": YZ.Media,
    "award": YZ.Award,
    "work": YZ.Work,
    "column": YZ.Column,
    "platform": YZ.Platform,
    "event": YZ.Event,
    "measure": YZ.Measure,
    "referent": YZ.Referent,
}


def concept(scheme: str, notation: str) -> URIRef:
    """Return the IRI of a concept; `scheme` is duty, qualifier, kind or status: ``yz:duty-political``."""
    return URIRef(f"{YZ._NS}{scheme}-{notation}")


def notation(iri: str) -> str:
    """Return what `concept` made an IRI from: ``…ns#qualifier-over`` → ``over``."""
    return iri.rpartition("#")[2].partition("-")[2]


DUTIES: Final = {duty: concept("duty", duty) for duty in Duty}
QUALIFIERS: Final = {qualifier: concept("qualifier", qualifier) for qualifier in Qualifier}
KINDS: Final = {kind: concept("kind", kind) for kind in PlatformKind}


def names() -> frozenset[str]:
    """Return the local names of all terms and concepts of the project's namespace that the code knows."""
    schemes = {"duty": Duty, "qualifier": Qualifier, "kind": PlatformKind, "status": STATUSES}
    concepts = {f"{scheme}-{member}" for scheme, members in schemes.items() for member in members}
    return frozenset(concepts | {name for name in YZ.__annotations__ if not name.startswith("_")})
