"""The whole OpenAPI document tried by machine: no fault of ours, no answer that it does not announce."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema

from api.http.app import create_app
from api.sparql.limits import Limits
from tests.api.conftest import served

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
TRIES = {"POST /v1/reports": 3}
"""Requests of each kind for an operation, where not 10: each upload starts processes."""
OPERATIONS = [
    f"{method.upper()} {path}"
    for path, held in create_app(Path()).openapi()["paths"].items()
    for method in held
]


@pytest.fixture(scope="module")
def document(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiSchema]:
    # A library of its own: what is tried here also removes and decides.
    data = Path(shutil.copytree(built, tmp_path_factory.mktemp("tried") / "data"))
    with served(data, Limits(seconds=3.0)) as address:
        yield schemathesis.openapi.from_url(f"{address}/openapi.json")


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["sound", "broken"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_answers_as_it_says(document: OpenApiSchema, name: str, mode: GenerationMode) -> None:
    method, _, path = name.partition(" ")
    operation = document[path][method]
    if mode.is_negative and not (operation.query or operation.path_parameters or operation.body):
        return  # Nothing can be wrong with a request that says nothing.

    @seed(20261125)
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=TRIES.get(name, 10),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def tried(case: Case) -> None:
        case.validate_response(case.call(timeout=120), checks=CHECKS)

    tried()
