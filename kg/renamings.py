"""Outlets that reports say go on under another name."""

from __future__ import annotations

from ingest.report import Evidence, Frozen
from kg.queries import evidence_of, evidence_pattern, evidence_variables, run
from kg.store import GraphStore


class RenamedOutlet(Frozen):
    """One renaming as one report tells it."""

    before: str
    """IRI of the outlet by the name that it had."""
    after: str
    """IRI of the outlet by its new name."""
    was: str
    now: str
    """The two names as that report spells them."""
    year: int
    evidence: Evidence


def renamings_query(graphs: str) -> str:
    """Return the query for the renamings that the reports tell whose graphs a VALUES clause for ``?g`` holds."""
    # An outlet has a label in every report that names it; the renaming's own report says how it spells the two.
    return f"""SELECT ?before ?after ?was ?now ?year {evidence_variables()} WHERE {{
  {graphs}
  GRAPH ?g {{ ?renaming a yz:Renaming ; yz:year ?year ; yz:before ?before ; yz:after ?after .
    ?before skos:prefLabel ?was . ?after skos:prefLabel ?now .
    {evidence_pattern("?renaming")} }} }}
ORDER BY ?year ?e_start"""


def renamed_outlets(store: GraphStore, graphs: str) -> list[RenamedOutlet]:
    """Return what the reports of a media (`kg.queries.graphs_of`) say was renamed, by year and place in the text."""
    return [
        RenamedOutlet(
            before=str(row["before"]),
            after=str(row["after"]),
            was=str(row["was"]),
            now=str(row["now"]),
            year=int(str(row["year"])),
            evidence=evidence_of(row),
        )
        for row in run(store, renamings_query(graphs))
    ]
