"""What reports say of the names of outlets, as the graph has it."""

from __future__ import annotations

import pytest
from rdflib import RDF, URIRef

from ingest.pipeline import understand
from kg.build import report_triples
from kg.queries import graphs_of
from kg.renamings import renamed_outlets
from kg.store import open_embedded
from kg.validate import validate
from kg.vocabulary import YZ

TEXT = """临江融媒体中心社会责任报告（2022年度）
一、前言
2022年，“掌上临江”客户端更名为“江岸云”客户端。
二、服务责任
“江岸云”客户端注册用户8万人。
"""


def test_a_renaming_is_a_node_between_two_platforms_with_its_words() -> None:
    report = understand(TEXT.encode(), "a.txt")
    [told] = report.renamings
    assert (told.before, told.after) == ("掌上临江客户端", "江岸云客户端")
    graph = report_triples(report)
    assert validate(graph) == []
    store = open_embedded(None)
    store.put(graph)
    [found] = renamed_outlets(store, graphs_of(store, "临江融媒体中心"))
    assert (found.was, found.now, found.year) == ("掌上临江客户端", "江岸云客户端", 2022)
    assert found.evidence == told.evidence
    assert found.before != found.after


@pytest.mark.parametrize("predicate", [YZ.before, YZ.after, YZ.media, YZ.year, YZ.report])
def test_a_renaming_that_lacks_anything_is_refused(predicate: URIRef) -> None:
    graph = report_triples(understand(TEXT.encode(), "a.txt"))
    node = next(graph.subjects(RDF.type, YZ.Renaming))
    graph.remove((node, predicate, None))
    assert validate(graph)
