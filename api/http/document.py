"""The OpenAPI document as it is published: fields described, examples, headers, errors under their own type."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from api.http.problems import MEDIA_TYPE

Schema = dict[str, Any]
SNAPSHOT = {"description": "回答所依据的快照", "schema": {"type": "string"}, "example": "00000012"}
VALIDATORS = {
    "ETag": {"description": "配合 If-None-Match：没有变化时回答 304", "schema": {"type": "string"}},
    "Last-Modified": {"description": "配合 If-Modified-Since", "schema": {"type": "string"}},
}


@cache
def fields() -> dict[str, str]:
    """Return what the fields mean, in Chinese, by `Schema.field` or, for all schemas, `field`."""
    text = resources.files(__package__).joinpath("fields.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found


@cache
def examples() -> dict[str, Schema]:
    """Return what was asked and answered as an example, by method and path: see `benchmarks.examples`."""
    text = resources.files(__package__).joinpath("examples.json").read_text(encoding="utf-8")
    found: dict[str, Schema] = json.loads(text)
    return found


def complete(document: Schema) -> None:
    """Add to FastAPI's document what it does not know, in place."""
    for name, schema in document["components"]["schemas"].items():
        _describe(name, schema)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            _answers(method, path, operation["responses"])
            example = examples().get(f"{method} {path}")
            if example is not None:
                _illustrate(operation, example)


def _describe(name: str, schema: Schema) -> None:
    for field, held in schema.get("properties", {}).items():
        told = fields().get(f"{name}.{field}") or fields().get(field)
        if told and "description" not in held:
            held["description"] = told


def _answers(method: str, path: str, answers: Schema) -> None:
    for status, answer in answers.items():
        if status >= "4":
            (content,) = answer["content"].values()
            answer["content"] = {MEDIA_TYPE: content}
    if not path.startswith("/v1/") and path != "/sparql":
        return
    for status in [each for each in answers if each < "4"]:
        answers[status].setdefault("headers", {})["Yinzheng-Snapshot"] = SNAPSHOT
    if method == "get" and not path.startswith("/v1/jobs"):
        answers["200"]["headers"].update(VALIDATORS)
        answers["304"] = {
            "description": "没有变化（If-None-Match、If-Modified-Since）",
            "headers": VALIDATORS,
        }


def _illustrate(operation: Schema, example: Schema) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in example["parameters"]:
            parameter.pop("examples", None)
            parameter["example"] = example["parameters"][parameter["name"]]
    if "body" in example:
        operation["requestBody"]["content"]["application/json"]["example"] = example["body"]
    if "answer" in example:
        operation["responses"][example["status"]]["content"]["application/json"]["example"] = example[
            "answer"
        ]
