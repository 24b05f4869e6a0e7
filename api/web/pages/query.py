"""`/query`: SPARQL for those who know it: an editor, worked examples, the result as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.sparql.endpoint import Endpoint
from api.sparql.examples import examples
from api.sparql.pool import BusyError, CostlyError, DeadlineError
from api.sparql.worker import Question, Refused
from api.web.view import Page, Viewing
from kg.vocabulary import DATA

router = APIRouter(route_class=Page, include_in_schema=False)
LONGEST = 20_000
"""Characters of a query that an address can hold; programs send longer ones to /sparql."""
SHOWN = 500
"""Rows shown; /sparql gives more."""
ENTITIES = ("work-", "award-", "column-", "platform-", "event-")


class Cell(NamedTuple):
    """A value of a row, and the page that tells of it."""

    text: str
    to: str | None


class Table(NamedTuple):
    """The rows of an answer."""

    names: Sequence[str]
    rows: list[list[Cell]]
    total: int
    truncated: bool


@router.get("/query")
def query(
    view: Viewing,
    query: Annotated[str, Query(max_length=LONGEST)] = "",
    example: Annotated[str, Query(max_length=100)] = "",
) -> HTMLResponse:
    """Return the editor and, where there is a query, its answer."""
    if not view.held.reports:
        return view.page("empty.html")
    chosen = next((each for each in examples() if each.name == example), None)
    text = query.replace("\r\n", "\n").strip() or (chosen.sparql if chosen is not None else "")
    table: Table | None = None
    written = message = ""
    if text:
        endpoint: Endpoint = view.request.app.state.sparql
        try:
            answer = endpoint.ask(Question(text, "JSON", "TURTLE")).answer
        except (BusyError, CostlyError, DeadlineError) as error:
            message = str(error)
        else:
            if isinstance(answer, Refused):
                message = answer.message
            elif answer.is_graph:
                written = answer.body.decode()
            else:
                table = table_of(answer.body, answer.truncated)
    return view.page(
        "query.html",
        examples=examples(),
        chosen=chosen,
        text=text,
        table=table,
        written=written,
        message=message,
    )


def table_of(body: bytes, truncated: bool) -> Table:
    """Return an answer in SPARQL's JSON as rows; of ASK as one cell."""
    found = json.loads(body)
    if "boolean" in found:
        return Table(["ASK"], [[Cell("true" if found["boolean"] else "false", None)]], 1, False)
    names = found["head"]["vars"]
    rows = found["results"]["bindings"]
    shown = [[_cell(row.get(name)) for name in names] for row in rows[:SHOWN]]
    return Table(names, shown, len(rows), truncated or len(rows) > SHOWN)


def _cell(value: dict[str, str] | None) -> Cell:
    if value is None:
        return Cell("", None)
    text = value["value"]
    if value["type"] != "uri" or not text.startswith(DATA):
        return Cell(text, None)
    name = text.removeprefix(DATA)
    if name.startswith(ENTITIES):
        return Cell(name, f"/entities/{name}")
    if name.startswith("report-"):
        return Cell(name, f"/reports/{name.removeprefix('report-')}")
    return Cell(name, None)
