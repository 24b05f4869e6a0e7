"""Long lists come a page at a time, and pages put together are the list."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import REPORTS
from tests.api.http.test_problems import problem


def pages(client: TestClient, path: str, name: str, limit: int, **params: Any) -> list[list[Any]]:
    found, cursor = [], None
    while True:
        asked = {**params, "limit": limit} | ({"cursor": cursor} if cursor else {})
        answer = client.get(path, params=asked)
        assert answer.status_code == 200, answer.text
        found.append(answer.json()[name])
        cursor = answer.json()["next"]
        if cursor is None:
            return found


@pytest.mark.parametrize(
    ("path", "name", "limit", "params"),
    [
        ("/v1/reports", "reports", 1, {}),
        ("/v1/reports", "reports", 2, {"media": "澜溪"}),
        ("/v1/entities", "entities", 30, {}),
        ("/v1/entities", "entities", 7, {"type": "work"}),
        ("/v1/metrics", "series", 25, {}),
        ("/v1/search", "hits", 8, {"q": "记者", "year": [2021, 2023]}),
    ],
)
def test_pages_put_together_are_the_list(
    client: TestClient, path: str, name: str, limit: int, params: dict[str, Any]
) -> None:
    whole = client.get(path, params={**params, "limit": 1000}).json()
    assert whole["next"] is None
    found = pages(client, path, name, limit, **params)
    assert len(found) > 1
    assert all(len(page) == limit for page in found[:-1])
    assert [each for page in found for each in page] == whole[name]


def test_a_cursor_is_good_for_its_own_list_only(client: TestClient) -> None:
    cursor = client.get("/v1/entities", params={"limit": 5}).json()["next"]
    assert client.get("/v1/entities", params={"limit": 9, "cursor": cursor}).status_code == 200
    for path, params in (
        ("/v1/entities", {"type": "work", "cursor": cursor}),
        ("/v1/reports", {"cursor": cursor}),
        ("/v1/entities", {"cursor": cursor[:-3]}),
        ("/v1/entities", {"cursor": "页"}),
        ("/v1/entities", {"cursor": ""}),
        ("/v1/entities", {"cursor": "W10"}),
    ):
        problem(client.get(path, params=params), 422, "urn:yinzheng:invalid-request")


def test_a_cursor_ends_with_its_snapshot(own_client: TestClient) -> None:
    cursor = own_client.get("/v1/entities", params={"limit": 5}).json()["next"]
    file = ("files", ("2024.pdf", (REPORTS / "2024.pdf").read_bytes()))
    assert own_client.post("/v1/reports", files=[file]).status_code == 201
    stale = own_client.get("/v1/entities", params={"limit": 5, "cursor": cursor})
    problem(stale, 410, "urn:yinzheng:stale-cursor")
