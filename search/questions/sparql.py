"""The queries of answers: each runs as it is on the store, and brings the evidence of every row along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.queries import EVIDENCE, EVIDENCE_VARIABLES, declared, evidence_pattern, iri, literal


def values(variable: str, terms: Iterable[str]) -> str:
    """Return a VALUES clause of terms that are written as they stand in a query; empty for no terms."""
    written = " ".join(terms)
    return f"VALUES {variable} {{ {written} }} " if written else ""


def iris(variable: str, found: Iterable[str]) -> str:
    """Return a VALUES clause of IRIs, sorted."""
    return values(variable, (iri(each) for each in sorted(set(found))))


def years(found: Sequence[int]) -> str:
    """Return a FILTER that keeps years; empty for none.

    A VALUES clause would be joined first, with the facts of these years of all media: 33 ms of 58 among 30 media,
    and more with each.
    """
    written = ", ".join(literal(year) for year in found)
    return f"FILTER(?year IN ({written})) " if written else ""


def facts(
    graphs: str,
    cls: str,
    pattern: str,
    variables: str,
    narrow: str = "",
    *,
    asked: bool = True,
    everywhere: bool = False,
) -> str:
    """Return the query of the facts of a class (its local name) with evidence, by year and place in the text.

    `graphs` is a VALUES clause for ``?g``, the graphs of a media's reports (`kg.queries.graphs_of`, `Catalog.graphs`). `pattern` binds `variables`; `narrow` holds FILTER and VALUES clauses. `asked`: with PREFIX lines, to be shown. `everywhere`: a row
    for each place that tells the fact, not for the fullest alone.
    """
    evidence = evidence_pattern(path="(prov:wasDerivedFrom|yz:mentionedIn)") if everywhere else EVIDENCE
    query = (
        f"SELECT DISTINCT ?fact ?year {variables} {EVIDENCE_VARIABLES}\n"
        # Within its graphs: asked for by its media, the store looks through what that media and what all others have of the class.
        f"WHERE {{\n  {graphs}\n  {narrow}\n  GRAPH ?g {{\n  ?fact a yz:{cls} ; yz:year ?year .\n"
        # Evidence before OPTIONAL: the other way round the store joins it for all facts of all media.
        f"  {evidence}\n  {pattern}\n  }}\n}}\nORDER BY ?year ?e_start ?fact"
    )
    return declared(query) if asked else query


def told(found: Iterable[str]) -> str:
    """Return the query, to be shown, of some facts of whatever class and media, with what they count and their evidence."""
    query = (
        f"SELECT DISTINCT ?fact ?year ?name ?text ?value ?count ?unit {EVIDENCE_VARIABLES}\n"
        f"WHERE {{\n  {iris('?fact', found)}\n  ?fact yz:year ?year .\n  {EVIDENCE}\n"
        # A statement has a text and no name.
        "  OPTIONAL { ?fact yz:name ?name } OPTIONAL { ?fact yz:text ?text }\n"
        "  OPTIONAL { ?fact yz:value ?value } OPTIONAL { ?fact yz:count ?count } OPTIONAL { ?fact yz:unit ?unit }\n"
        "}\nORDER BY ?year ?e_start ?fact"
    )
    return declared(query)


METRIC = (
    "?fact yz:measure ?measure ; yz:subject ?subject ; yz:name ?name ; yz:value ?value ; "
    "yz:qualifier ?qualifier ; yz:text ?text . "
    "OPTIONAL { ?fact yz:subjectName ?subjectName } OPTIONAL { ?fact yz:unit ?unit }"
)
METRIC_VARIABLES = "?measure ?subject ?name ?subjectName ?value ?unit ?qualifier ?text"
AWARD = (
    "?fact yz:award ?award ; yz:name ?name ; yz:count ?count . "
    "OPTIONAL { ?fact yz:edition ?edition } OPTIONAL { ?fact yz:awardLevel ?level } "
    "OPTIONAL { ?fact yz:awardYear ?awardYear } OPTIONAL { ?fact yz:workTitles ?works } "
    "OPTIONAL { ?fact yz:recipientName ?recipient }"
)
AWARD_VARIABLES = "?award ?name ?count ?edition ?level ?awardYear ?works ?recipient"
NAMED = "?fact yz:about ?entity ; yz:name ?name . OPTIONAL { ?fact yz:platformName ?platform } OPTIONAL { ?fact yz:genre ?genre }"
NAMED_VARIABLES = "?entity ?name ?platform ?genre"
EVENT = "?fact yz:name ?name . OPTIONAL { ?fact yz:date ?date }"
EVENT_VARIABLES = "?name ?date"
STATEMENT = "?fact yz:text ?text ; yz:ordinal ?ordinal ."
STATEMENT_VARIABLES = "?text ?ordinal"
ABOUT = "?fact yz:about ?entity ."
ABOUT_VARIABLES = "?entity"
