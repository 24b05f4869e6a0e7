"""The process that answers queries: it opens a snapshot's graph read only, and may be killed at any moment.

It imports little, so that a killed one is soon replaced: no rdflib, no FastAPI.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import pyoxigraph as ox

from kg.errors import StoreError
from kg.guard import ForbiddenQueryError, QueryError, names_graphs, refuse_foreign, refuse_unreasonable

if TYPE_CHECKING:
    from kg.remote.store import RemoteStore

Failure = Literal["malformed", "forbidden", "unacceptable", "too-large", "broken"]

Source: TypeAlias = "ox.Store | RemoteStore"


@dataclass(frozen=True)
class Question:
    """A query, and how its answer is wanted. Formats are names of pyoxigraph's, None where none is acceptable."""

    sparql: str
    results: str | None
    graph: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    """Graphs that the request names (SPARQL Protocol, 2.1.4); where it names any, FROM of the query is overruled."""


@dataclass(frozen=True)
class Job:
    """A question, and the store that it is put to."""

    store: Path
    server: str | None
    """The SPARQL server that keeps the graph (`search.engines`), None where it lies in the folder."""
    stamp: str
    """Tells a store from another one that lay in the same folder before."""
    question: Question
    rows: int
    answer_bytes: int
    seconds: float


@dataclass(frozen=True)
class Answered:
    """The answer as it is sent. `is_graph`: triples, by the question's `graph` format, not rows."""

    body: bytes
    is_graph: bool
    truncated: bool


@dataclass(frozen=True)
class Refused:
    """Why there is no answer. The message is one line in Chinese."""

    kind: Failure
    message: str


def serve(pipe: Connection, prefixes: Mapping[str, str], memory: int) -> None:
    """Answer jobs until the other end of the pipe is closed; runs in a process of its own."""
    # Ctrl+C is the service's to handle; it closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Where the service was killed and nobody is left to do it, the alarm ends a query in the midst of native code.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _limit(memory)
    # What native code says as it runs out of memory or stack; the service tells that in its own words.
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a path object would be the longer way
        os.dup2(nowhere.fileno(), 2)
    stamp, store = "", None
    pipe.send(None)
    while True:
        try:
            job: Job = pipe.recv()
        except (EOFError, OSError):
            return
        signal.alarm(math.ceil(job.seconds) + 5)
        if store is None or stamp != job.stamp:
            store = None
            try:
                store, stamp = _opened(job), job.stamp
            except (OSError, ValueError, StoreError) as error:
                pipe.send(Refused("broken", f"无法打开图数据库：{error}"))
                continue
        answer = _answer(store, prefixes, job)
        signal.alarm(0)
        try:
            pipe.send(answer)
        except OSError:
            return


def _opened(job: Job) -> Source:
    if job.server is None:
        return ox.Store.read_only(str(job.store))
    from kg.remote.store import open_remote

    return open_remote(job.server, job.store, read_only=True)


def _answer(store: Source, prefixes: Mapping[str, str], job: Job) -> Answered | Refused:
    try:
        answer = ask(store, prefixes, job.question, job.rows)
    except ForbiddenQueryError as error:
        return Refused("forbidden", str(error))
    except QueryError as error:
        return Refused("malformed", str(error))
    except MemoryError:
        return Refused("too-large", "查询所需内存过大")
    except (OSError, RuntimeError, StoreError) as error:
        return Refused("broken", f"图数据库无法读取：{error}")
    if isinstance(answer, Answered) and len(answer.body) > job.answer_bytes:
        return Refused("too-large", f"结果超过 {job.answer_bytes >> 20} MB，请用 LIMIT 分次取，或少取几列")
    return answer


def ask(store: Source, prefixes: Mapping[str, str], question: Question, rows: int) -> Answered | Refused:
    """Answer a question with at most `rows` rows or triples. Raises QueryError, ForbiddenQueryError."""
    refuse_unreasonable(question.sparql)
    refuse_foreign(question.sparql)
    found = _found(store, prefixes, question)
    if isinstance(found, ox.QueryTriples):
        if question.graph is None:
            return Refused(
                "unacceptable", "CONSTRUCT 与 DESCRIBE 的结果是三元组，请在 Accept 中接受 RDF 格式"
            )
        triples = list(islice(found, rows + 1))
        form = getattr(ox.RdfFormat, question.graph)
        body = ox.serialize(triples[:rows], format=form, prefixes=dict(prefixes))
        return Answered(body or b"", True, len(triples) > rows)
    if question.results is None:
        return Refused("unacceptable", "SELECT 与 ASK 的结果是表格，请在 Accept 中接受 SPARQL 结果格式")
    form = getattr(ox.QueryResultsFormat, question.results)
    if isinstance(found, ox.QueryBoolean):
        return Answered(found.serialize(format=form) or b"", False, False)
    return _table(found, form, rows)


def _found(
    store: Source, prefixes: Mapping[str, str], question: Question
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    try:
        named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(name) for name in question.named_graphs]
        default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [
            ox.NamedNode(name) for name in question.default_graphs
        ]
    except ValueError as error:
        raise QueryError(f"default-graph-uri 或 named-graph-uri 不是 IRI：{error}") from error
    if not isinstance(store, ox.Store):
        return store.answer(question.sparql, question.default_graphs, question.named_graphs)
    try:
        # A request that names named graphs alone asks for an empty default graph (SPARQL 1.1, 13.2).
        if named or default:
            return store.query(
                question.sparql, prefixes=dict(prefixes), default_graph=default, named_graphs=named
            )
        union = not names_graphs(question.sparql)
        return store.query(question.sparql, prefixes=dict(prefixes), use_default_graph_as_union=union)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"SPARQL 语法错误：{' '.join(str(error).split())}") from error
    except RuntimeError as error:
        # A function that Oxigraph does not know.
        raise QueryError(f"无法执行的查询：{error}") from error


def _table(found: ox.QuerySolutions, form: ox.QueryResultsFormat, rows: int) -> Answered:
    # As TSV first, which lets rows be counted, then by Oxigraph's own writer: a fifth slower than that writer alone,
    # which can't be stopped at a row (measured: 3,700 rows of four terms, 0.17 s against 0.14).
    lines = ["\t".join(str(variable) for variable in found.variables)]
    lines += ["\t".join(map(_cell, row)) for row in islice(found, rows + 1)]
    truncated = len(lines) > rows + 1
    table = "\n".join(lines[: rows + 1]) + "\n"
    if form == ox.QueryResultsFormat.TSV:
        return Answered(table.encode(), False, truncated)
    parsed = ox.parse_query_results(table, ox.QueryResultsFormat.TSV)
    return Answered(parsed.serialize(format=form) or b"", False, truncated)


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if term is None:
        return ""
    return f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    bounds = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0))
    for what, most in bounds:
        # Some systems refuse a limit; the deadline holds all the same.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))
