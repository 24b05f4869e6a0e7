"""What the project itself shows of SPARQL runs as it is at `/sparql`, over the sample reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.sparql.examples import Example, examples
from tests.api.conftest import ROOT, opened

GOLD = ROOT / "corpora" / "gold" / "tuning"
# The media that the examples name, and every third of the others: asking all of them takes minutes.
MEDIA = sorted({"lanxi", *sorted(folder.name for folder in GOLD.iterdir())[::3]})


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service of a library of a third of the tuning reports."""
    from search.ingest import ingest

    data = tmp_path_factory.mktemp("sample") / "data"
    ingest([ROOT / "corpora" / "reports" / name for name in MEDIA], data, workers=2)
    with opened(data) as client:
        yield client


def rows(client: TestClient, sparql: str) -> list[Any]:
    answer = client.post("/sparql", data={"query": sparql})
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"].startswith("text/turtle"):
        return [line for line in answer.text.splitlines() if line and not line.startswith("@")]
    found: list[Any] = answer.json()["results"]["bindings"]
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_every_example_finds_something(sample: TestClient, example: Example) -> None:
    found = rows(sample, example.sparql)
    assert found
    if isinstance(found[0], dict):
        # A column that is always empty would show that the query names what the graph does not have.
        answer = sample.post("/sparql", data={"query": example.sparql}).json()
        assert {name for row in found for name in row} == set(answer["head"]["vars"])


def test_there_are_enough_examples_each_told_apart() -> None:
    assert len(examples()) >= 20
    for of in ("name", "title", "sparql"):
        assert len({getattr(each, of) for each in examples()}) == len(examples())
    for each in examples():
        assert any("一" <= char <= "鿿" for char in each.title)
        assert any("一" <= char <= "鿿" for char in each.note)
        assert "\n" not in each.title + each.note


def test_every_query_that_an_answer_names_runs_as_it_is(sample: TestClient) -> None:
    ran: set[str] = set()
    for name in MEDIA:
        file = GOLD / name / "series.json"
        if not file.exists():
            continue
        gold = json.loads(file.read_text(encoding="utf-8"))
        # Every eighth: questions of one kind are asked of the graph in the same words.
        for question in gold["questions"][::8]:
            answer = sample.get("/v1/ask", params={"q": question["question"], "media": gold["media"]}).json()
            if answer["sparql"] and answer["sparql"] not in ran:
                ran.add(answer["sparql"])
                found = rows(sample, answer["sparql"])
                if answer["answer"] is not None:
                    assert found, (question["question"], answer["sparql"])
    assert len(ran) > 40
