"""`/sparql`: the SPARQL 1.1 Protocol, query only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import parse_qsl

import anyio
import anyio.to_thread
from fastapi import APIRouter, Depends, Query, Request, Response

from api.http.parts import WRITING, errors
from api.http.problems import ProblemError
from api.sparql.description import describe
from api.sparql.endpoint import Endpoint, Told
from api.sparql.formats import GRAPHS, RESULTS, Format, choose
from api.sparql.pool import BusyError, CostlyError, DeadlineError
from api.sparql.worker import Answered, Question

router = APIRouter(tags=["SPARQL"])

FORM, DIRECT, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
REFUSALS = {
    "malformed": (400, "malformed-query"),
    "forbidden": (403, "forbidden-query"),
    "unacceptable": (406, "not-acceptable"),
    "too-large": (503, "too-costly"),
    "broken": (503, "library"),
}
TABLE = {
    "type": "object",
    "description": "SPARQL 1.1 Query Results JSON Format：SELECT 有 results，ASK 有 boolean",
    "required": ["head"],
    "properties": {
        "head": {
            "type": "object",
            "properties": {"vars": {"type": "array", "items": {"type": "string"}}},
        },
        "results": {
            "type": "object",
            "required": ["bindings"],
            "properties": {"bindings": {"type": "array", "items": {"type": "object"}}},
        },
        "boolean": {"type": "boolean"},
    },
}
SHAPES: dict[str, dict[str, Any]] = {"JSON": TABLE, "JSON_LD": {}}
"""Schemas of the formats that are JSON; all others are text."""
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "结果，格式按 Accept；没有 query 时是服务描述（RDF）",
        "content": {
            each.media_type: {"schema": SHAPES.get(each.name, {"type": "string"})}
            for each in (*RESULTS, *GRAPHS)
        },
    },
    **errors(403, 406, 409, 503, 504),
}
Graphs = Annotated[
    list[str] | None,
    Query(alias="default-graph-uri", description="只查这些图（库内的图，如某一份报告），可重复"),
]
NamedGraphs = Annotated[
    list[str] | None,
    Query(alias="named-graph-uri", description="GRAPH 子句可见的图，可重复"),
]
BODY = {
    "requestBody": {
        "required": True,
        "content": {
            DIRECT: {
                "schema": {"type": "string"},
                "example": "SELECT ?name { ?f a yz:WorkFact ; yz:name ?name } LIMIT 5",
            },
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "properties": {
                        "query": {"type": "string", "description": "SPARQL 1.1 查询"},
                        "default-graph-uri": {"type": "array", "items": {"type": "string"}},
                        "named-graph-uri": {"type": "array", "items": {"type": "string"}},
                    },
                },
                "example": {"query": "ASK { ?f a yz:Shortcoming ; yz:year 2023 }"},
            },
        },
    }
}


def _endpoint(request: Request) -> Endpoint:
    endpoint: Endpoint = request.app.state.sparql
    return endpoint


Asked = Annotated[Endpoint, Depends(_endpoint)]


@router.get("/sparql", summary="SPARQL 查询，或服务描述", response_class=Response, responses=ANSWERS)
async def get(
    request: Request,
    endpoint: Asked,
    query: Annotated[
        str | None,
        Query(
            description="SPARQL 1.1 查询；项目的前缀不必声明。不给则回答服务描述",
            examples=["SELECT ?year ?text { ?f a yz:Shortcoming ; yz:year ?year ; yz:text ?text } LIMIT 5"],
        ),
    ] = None,
    default_graphs: Graphs = None,
    named_graphs: NamedGraphs = None,
) -> Response:
    """Answer a query, or say what this service is."""
    if query is None:
        form = choose(request.headers.get("accept"), GRAPHS)
        if form is None:
            raise ProblemError(
                406, "not-acceptable", "服务描述只有 RDF 格式：Turtle、N-Triples、JSON-LD、RDF/XML"
            )
        manifest = await anyio.to_thread.run_sync(endpoint.service.manifest)
        described = describe(str(request.url.replace(query="", fragment="")), manifest, form)
        return Response(described, media_type=form.content_type, headers={"Vary": "Accept"})
    if len(request.query_params.getlist("query")) > 1:
        raise ProblemError(400, "malformed-query", "一次只能有一条 query")
    return await _answer(request, query, default_graphs or (), named_graphs or ())


@router.post(
    "/sparql",
    summary="SPARQL 查询",
    response_class=Response,
    responses={**ANSWERS, 413: WRITING[413], **errors(415)},
    openapi_extra=BODY,
)
async def post(
    request: Request, endpoint: Asked, default_graphs: Graphs = None, named_graphs: NamedGraphs = None
) -> Response:
    """Answer a query sent as a form or as it is."""
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().casefold()
    if kind not in (FORM, DIRECT):
        what = "只能查询，不能更新；" if kind == UPDATE else ""
        raise ProblemError(415, "unsupported-type", f"{what}请求体须是 {DIRECT} 或 {FORM}")
    text = await _body(request, parameters, 8 * endpoint.limits.query_chars)
    if kind == DIRECT:
        return await _answer(request, text, default_graphs or (), named_graphs or ())
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise ProblemError(400, "malformed-query", "表单无法解读，须是 UTF-8 的 urlencoded 表单") from error
    sent = {name: [value for key, value in pairs if key == name] for name, _ in pairs}
    if "update" in sent:
        raise ProblemError(403, "forbidden-query", "只能查询，不能更新")
    if len(sent.get("query", ())) != 1:
        raise ProblemError(400, "malformed-query", "表单中须有且只有一条 query")
    return await _answer(
        request, sent["query"][0], sent.get("default-graph-uri", ()), sent.get("named-graph-uri", ())
    )


async def _body(request: Request, parameters: str, most: int) -> str:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise ProblemError(413, "too-long-query", f"请求体不得超过 {most >> 10} KB")
    charset = parameters.casefold().partition("charset=")[2].strip(' "')
    if charset not in ("", "utf-8", "utf8"):
        raise ProblemError(415, "unsupported-type", "请求体须用 UTF-8 编码")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise ProblemError(400, "malformed-query", "请求体不是 UTF-8 编码") from error


async def _answer(request: Request, sparql: str, default: Sequence[str], named: Sequence[str]) -> Response:
    endpoint, accept = _endpoint(request), request.headers.get("accept")
    limits = endpoint.limits
    if len(sparql) > limits.query_chars:
        raise ProblemError(413, "too-long-query", f"查询不得超过 {limits.query_chars >> 10} K 字")
    results, graph = choose(accept, RESULTS), choose(accept, GRAPHS)
    if results is None and graph is None:
        offered = "、".join(each.media_type for each in (*RESULTS, *GRAPHS))
        raise ProblemError(406, "not-acceptable", f"没有 Accept 所要的格式，可选：{offered}")
    question = Question(
        sparql,
        results.name if results else None,
        graph.name if graph else None,
        tuple(default),
        tuple(named),
    )
    try:
        told = await endpoint.answer(question)
    except BusyError as error:
        raise _busy(str(error)) from error
    except DeadlineError as error:
        raise ProblemError(504, "deadline", str(error)) from error
    except CostlyError as error:
        raise ProblemError(503, "too-costly", str(error)) from error
    return _response(told, results, graph, limits.rows)


def _response(told: Told, results: Format | None, graph: Format | None, rows: int) -> Response:
    answer = told.answer
    if not isinstance(answer, Answered):
        status, kind = REFUSALS[answer.kind]
        raise ProblemError(status, kind, answer.message)
    form = graph if answer.is_graph else results
    assert form is not None
    headers = {
        "Vary": "Accept",
        "Yinzheng-Snapshot": told.snapshot.id,
        "Yinzheng-Row-Limit": str(rows),
        "Yinzheng-Truncated": "true" if answer.truncated else "false",
    }
    return Response(answer.body, media_type=form.content_type, headers=headers)


def _busy(detail: str) -> ProblemError:
    return ProblemError(503, "busy", detail, headers={"Retry-After": "5"})
