"""The gate: a report's graph is held against `shapes.ttl`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import pyshacl
from rdflib import SH, Graph

from ingest.report import Frozen


class Violation(Frozen):
    """One rule that a graph breaks."""

    node: str
    """IRI of the node that breaks it."""
    path: str | None
    """IRI of the property concerned; None where the rule is about the node, or the path is no plain property."""
    value: str | None
    """The value that offends, where there is one."""
    message: str
    """What is wrong: Chinese where the shape says it, else the validator's own English."""


@lru_cache(maxsize=1)
def shapes() -> Graph:
    """Return the shapes, parsed once a process. Not to be changed by the caller."""
    return Graph().parse(data=files("kg").joinpath("shapes.ttl").read_bytes(), format="turtle")


def validate(graph: Graph) -> list[Violation]:
    """Return what is wrong with one report's graph, sorted; an empty list is a sound graph.

    Takes about 2 ms a fact: it is for tests and `verify`, not for every ingest.
    """
    # A copy, because pyshacl takes context-aware stores only, and reads memory faster than a store on disk.
    copy = Graph()
    for triple in graph:
        copy.add(triple)
    conforms, found, _ = pyshacl.validate(copy, shacl_graph=shapes(), inference="none", inplace=True)
    if conforms:
        return []
    if not isinstance(found, Graph):
        raise RuntimeError(f"the validator failed: {found}")
    violations = []
    for result in found.subjects(SH.resultSeverity):
        path, value = found.value(result, SH.resultPath), found.value(result, SH.value)
        messages = sorted(str(message) for message in found.objects(result, SH.resultMessage))
        violations.append(
            Violation(
                node=str(found.value(result, SH.focusNode)),
                path=None if path is None else str(path),
                value=None if value is None else str(value),
                message="; ".join(messages),
            )
        )
    return sorted(violations, key=lambda v: (v.node, v.path or "", v.message, v.value or ""))
