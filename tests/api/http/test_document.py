"""The OpenAPI document says what is so, and says it whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from api.http.document import examples, fields
from tests.api.conftest import Run

METHODS = {"get", "post", "delete", "put", "patch"}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    from api.http.app import create_app

    found: dict[str, Any] = create_app(Path()).openapi()
    return found


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, held in document["paths"].items():
        for method, operation in held.items():
            assert method in METHODS
            yield f"{method} {path}", operation


def assert_fits(document: dict[str, Any], schema: dict[str, Any], value: Any) -> None:
    Draft202012Validator({**schema, "components": document["components"]}).validate(value)


def test_it_is_served_written_and_shown(client: TestClient, run: Run, tmp_path: Path) -> None:
    served = client.get("/openapi.json").json()
    assert served["openapi"].startswith("3.1")
    assert json.loads(run("openapi").stdout) == served
    assert run("openapi", "--out", tmp_path / "openapi.json").exit_code == 0
    assert json.loads((tmp_path / "openapi.json").read_text(encoding="utf-8")) == served
    assert run("openapi", "--out", tmp_path / "none" / "x").exit_code == 2
    page = client.get("/docs").text
    for path in served["paths"]:
        assert path in page
    assert "<script" not in page


def test_every_field_and_parameter_is_described_in_chinese(document: dict[str, Any]) -> None:
    missing = []
    for name, schema in document["components"]["schemas"].items():
        for field, held in schema.get("properties", {}).items():
            if not held.get("description"):
                missing.append(f"{name}.{field}")
    for name, operation in operations(document):
        for parameter in operation.get("parameters", ()):
            if not parameter.get("description"):
                missing.append(f"{name} {parameter['name']}")
        assert operation["summary"]
        assert operation["description"]
    assert not missing, "say what they are in api/http/fields.json"


def test_every_description_is_of_a_field(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    held = {f"{name}.{field}" for name, schema in schemas.items() for field in schema.get("properties", ())}
    held |= {name.partition(".")[2] for name in held}
    assert set(fields()) <= held


def test_errors_have_one_shape(document: dict[str, Any]) -> None:
    assert "HTTPValidationError" not in document["components"]["schemas"]
    for name, operation in operations(document):
        assert any(status < "4" for status in operation["responses"]), name
        for status, answer in operation["responses"].items():
            assert answer["description"]
            if status >= "4":
                shape = {"schema": {"$ref": "#/components/schemas/Problem"}}
                assert answer["content"] == {"application/problem+json": shape}, (name, status)


def test_answers_name_their_snapshot(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        method, _, path = name.partition(" ")
        if path.startswith("/v1/") or path == "/sparql":
            done = [answer for status, answer in operation["responses"].items() if status < "3"]
            assert all("Yinzheng-Snapshot" in answer["headers"] for answer in done), name
            if method == "get" and not path.startswith("/v1/jobs"):
                assert "ETag" in operation["responses"]["200"]["headers"]
                assert "304" in operation["responses"]


def test_examples_are_what_the_schemas_say(document: dict[str, Any]) -> None:
    known = dict(operations(document))
    assert set(examples()) <= set(known), "run: python -m benchmarks.examples"
    for name, operation in known.items():
        if " /v1/" not in name:
            continue
        done = [answer for status, answer in operation["responses"].items() if status in ("200", "201")]
        content = [
            answer["content"]["application/json"]
            for answer in done
            if "content" in answer and "application/json" in answer["content"]
        ]
        if name not in examples():
            assert name in {"post /v1/reports", "get /v1/jobs/{job}", "get /v1/jobs/{job}/events"}, name
            continue
        if content:
            assert any("example" in each for each in content), name
        for each in content:
            if "example" in each:
                assert_fits(document, each["schema"], each["example"])
        for parameter in operation.get("parameters", ()):
            if "example" in parameter:
                assert_fits(document, parameter["schema"], parameter["example"])
        body = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if body:
            assert_fits(document, body["schema"], body["example"])


def test_examples_hold_evidence_as_it_stands(client: TestClient) -> None:
    """The reports of the examples are the sample's: their quotes are found in them."""
    texts = {
        each["id"]: client.get(f"/v1/reports/{each['id']}").json()["text"]
        for each in client.get("/v1/reports").json()["reports"]
    }
    checked = 0

    def check(value: Any) -> None:
        nonlocal checked
        if isinstance(value, list):
            for each in value:
                check(each)
        elif isinstance(value, dict):
            if value.keys() >= {"report", "quote", "start", "end"} and value["report"] in texts:
                assert texts[value["report"]][value["start"] : value["end"]] == value["quote"]
                checked += 1
            for each in value.values():
                check(each)

    check(examples())
    assert checked > 10
