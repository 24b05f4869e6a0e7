"""The graph store: one small interface, and the embedded store behind it (Oxigraph under rdflib's API).

A store holds one named graph a report version. Queries see the union of all of them, so they need no GRAPH
clause. What is stored is put and dropped a whole graph at a time; nothing finer is ever changed.
"""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pyoxigraph as ox
from rdflib import Graph, URIRef

from kg import written
from kg.errors import StoreError
from kg.guard import ForbiddenQueryError, QueryError, names_graphs, refuse_foreign
from kg.nodes import report_graph_iri
from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.query import Result

__all__ = [
    "ForbiddenQueryError",
    "GraphStore",
    "QueryError",
    "Row",
    "StoreError",
    "Value",
    "n_quads",
    "open_embedded",
    "open_graph",
    "python_value",
    "triples",
]

Value = str | int | float | bool | None
"""What a query's cell becomes in Python: an IRI or any other literal is its text, an unbound variable None."""
Row = dict[str, Value]

_GRAPHS = str(report_graph_iri(""))
_INTEGERS = frozenset(
    f"{PREFIXES['xsd']}{name}" for name in ("integer", "int", "long", "short", "nonNegativeInteger")
)
_REALS = frozenset(f"{PREFIXES['xsd']}{name}" for name in ("decimal", "double", "float"))
_BOOLEAN = f"{PREFIXES['xsd']}boolean"
_LOAD = 192 * 1024 * 1024
"""Bytes of N-Quads in one bulk load, some 900,000 quads, which then take 1 GB of memory. Of 3 million quads a third as much took a
twelfth more CPU time and left half as much more on disk; no limit, twice the memory, saved nothing more."""
_PIECE = 1 << 20
"""Bytes asked for at a time, of which the store then takes a kilobyte at a time."""
_BARE_LOG = 43
"""Bytes of a write-ahead log that holds nothing but the store's format number; the least change takes 67."""


class GraphStore(Protocol):
    """What the floors above may ask of a store, embedded or remote."""

    def put(self, graph: Graph) -> None:
        """Store a report's graph in place of the one with the same identifier, if there is one."""

    def put_all(self, graphs: Iterable[Graph]) -> None:
        """Store many graphs; the same as `put` for each, but faster in bulk."""

    def drop(self, report: str) -> bool:
        """Remove the graph of the report with this id; False where there was none."""

    def reports(self) -> list[str]:
        """Return the ids of the reports that have a graph, sorted."""

    def graph(self, report: str) -> Graph:
        """Return the graph of one report (empty where there is none), a view that reads from the store."""

    def query(self, sparql: str) -> Result:
        """Answer a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE) over the union of all graphs.

        The project's prefixes (`vocabulary.PREFIXES`) need not be declared. Raises QueryError for what is no
        query and for FROM (use GRAPH), ForbiddenQueryError for one that would reach outside the store.
        """

    def rows(self, sparql: str) -> list[Row]:
        """Answer a SELECT query as dicts of plain Python values; the quick way for the project's own queries.

        FROM narrows it to graphs of the store. Raises QueryError for what is no SELECT query, ForbiddenQueryError
        for one that would reach outside the store.
        """

    def size(self) -> int:
        """Return the number of quads."""

    def checkpoint(self, path: Path) -> None:
        """Write a store of its own with the same content to a folder that does not exist yet."""

    def settle(self) -> None:
        """Give up all that is not in this store; called when it is the one that readers open from now on."""

    def close(self) -> None:
        """Give back what the store holds; it cannot be used afterwards."""


def open_embedded(path: Path | None, *, read_only: bool = False) -> GraphStore:
    """Open the embedded store in a folder; None is a store in memory.

    Opened for writing, the folder is made if need be, and locked against other writers. Opened read-only, no file
    of the folder is changed, and any number of processes may do so at once, as long as none writes.
    Raises StoreError where the folder is missing (read-only), locked or holds something else.
    """
    try:
        if path is None:
            return EmbeddedStore(ox.Store())
        if read_only:
            return EmbeddedStore(ox.Store.read_only(str(path)), read_from=path)
        return EmbeddedStore(ox.Store(path))
    except (OSError, ValueError) as error:
        raise StoreError(f"无法打开图数据库：{error}") from error


def open_graph(
    folder: Path, server: str | None, *, read_only: bool = False, kin: Iterable[Path] = ()
) -> GraphStore:
    """Open the graph in a folder: embedded, or on the SPARQL server that `server` states (``sparql+https://…``).

    `kin`: see `kg.remote.store.open_remote`. Raises StoreError as `open_embedded` does, and where the graph is kept
    the other way than `server` says.
    """
    listed = (folder / "graphs.json").exists()
    if server is None:
        if listed:
            raise StoreError("图谱在 SPARQL 服务器上，请用 --graph 或环境变量 YINZHENG_GRAPH 指明服务器")
        return open_embedded(folder, read_only=read_only)
    if not listed and folder.exists() and any(folder.iterdir()):
        raise StoreError(
            "图谱在资料库的文件夹里，不在 SPARQL 服务器上；要移过去请运行 yinzheng rebuild --graph"
        )
    from kg.remote.store import open_remote

    return open_remote(server, folder, read_only=read_only, kin=kin)


class EmbeddedStore:
    """Oxigraph in this process: a RocksDB folder, or memory."""

    def __init__(self, inner: ox.Store, read_from: Path | None = None) -> None:
        """Hold an opened store; `read_from` is its folder where it was opened read-only."""
        self._inner: ox.Store | None = inner
        self._read_from = read_from
        self._guard = threading.Lock()
        self._dataset: Dataset | None = None

    def _rdflib(self) -> Dataset:
        """Return the store under rdflib's API, which answering does not need: it brings a parser of 7 MB along."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        with self._guard:
            if self._dataset is None:
                self._dataset = Dataset(store=OxigraphStore(store=self._open()), default_union=True)
            return self._dataset

    def _open(self) -> ox.Store:
        if self._inner is None:
            raise StoreError("图数据库已关闭")
        return self._inner

    def put(self, graph: Graph) -> None:
        """See GraphStore. Measured: 4,000 triples take about 50 ms, 40 ms more where they replace as many."""
        name = ox.NamedNode(graph.identifier)
        with _writing():
            self._open().remove_graph(name)
            self._open().load(triples(graph), format=ox.RdfFormat.N_TRIPLES, to_graph=name)

    def put_all(self, graphs: Iterable[Graph]) -> None:
        """See GraphStore. N-Quads go straight to sorted files, and are asked for as these are written."""
        waiting = iter(graphs)
        while (first := next(waiting, None)) is not None:
            stream = _Stream(self._open(), first, waiting)
            try:
                with _writing():
                    # Lenient: IRIs are not parsed once more, as all are made by `kg.entities` and its like.
                    self._open().bulk_load(
                        io.BufferedReader(stream, _PIECE), format=ox.RdfFormat.N_QUADS, lenient=True
                    )
            except StoreError:
                if stream.failed is not None:
                    raise stream.failed from None
                raise
            if stream.last is not None:
                waiting = chain([stream.last], waiting)

    def drop(self, report: str) -> bool:
        """See GraphStore."""
        name = ox.NamedNode(report_graph_iri(report))
        if not self._open().contains_named_graph(name):
            return False
        with _writing():
            self._open().remove_graph(name)
        return True

    def reports(self) -> list[str]:
        """See GraphStore."""
        names = (graph.value for graph in self._open().named_graphs())
        return sorted(name.removeprefix(_GRAPHS) for name in names if name.startswith(_GRAPHS))

    def graph(self, report: str) -> Graph:
        """See GraphStore."""
        graph = Graph(store=self._rdflib().store, identifier=report_graph_iri(report), bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, URIRef(namespace))
        return graph

    def query(self, sparql: str) -> Result:
        """See GraphStore."""
        dataset = self._rdflib()
        refuse_foreign(sparql)
        if names_graphs(sparql):
            # rdflib's Dataset would ask all graphs as one all the same.
            raise QueryError("此处不接受 FROM，请用 GRAPH 子句")
        try:
            return dataset.query(sparql, initNs=PREFIXES)
        except SyntaxError as error:
            raise QueryError(f"SPARQL 语法错误：{error}") from error

    def rows(self, sparql: str) -> list[Row]:
        """See GraphStore. Past rdflib, whose terms cost half as much again (150 ms against 220 for 3,600 rows)."""
        refuse_foreign(sparql)
        try:
            found = self._open().query(
                sparql, prefixes=PREFIXES, use_default_graph_as_union=not names_graphs(sparql)
            )
        except SyntaxError as error:
            raise QueryError(f"SPARQL 语法错误：{error}") from error
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("此处只接受 SELECT 查询")
        names = [variable.value for variable in found.variables]
        return [dict(zip(names, map(python_value, solution), strict=True)) for solution in found]

    def size(self) -> int:
        """See GraphStore."""
        return len(self._open())

    def checkpoint(self, path: Path) -> None:
        """See GraphStore. Hard links where the folder is on the same file system, copies elsewhere.

        What only the log of a store opened read-only holds, as its writer was killed, is written out in full.
        """
        store = self._open()
        try:
            if self._read_from is None:
                store.flush()
                store.backup(path)
            elif any(log.stat().st_size > _BARE_LOG for log in self._read_from.glob("*.log")):
                # A read-only store can't flush, and a backup takes only what is in its tables.
                _copy(store, path)
            else:
                store.backup(path)
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(f"无法复制图数据库：{error}") from error

    def settle(self) -> None:
        """See GraphStore. Folders are taken away by who keeps snapshots; there is nothing else to give up."""

    def close(self) -> None:
        """See GraphStore. A second call does nothing. What was written lies in the store's tables afterwards."""
        if self._inner is None:
            return
        try:
            if self._read_from is None:
                self._inner.flush()
        except (OSError, RuntimeError) as error:
            raise StoreError(f"无法写入图数据库：{error}") from error
        finally:
            if self._dataset is not None:
                self._dataset.store.close()
            self._inner = None


def _copy(store: ox.Store, path: Path) -> None:
    """Write all that a store holds into a new one, quad by quad."""
    path.mkdir()
    dumped = path.with_name(f"{path.name}.nq")
    try:
        store.dump(dumped, format=ox.RdfFormat.N_QUADS)
        copy = ox.Store(path)
        copy.bulk_load(path=dumped, format=ox.RdfFormat.N_QUADS)
        copy.flush()
    finally:
        dumped.unlink(missing_ok=True)


class _Stream(io.RawIOBase):
    """Graphs as N-Quads for one bulk load; what is stored under their names is removed as they come.

    It ends with the graphs, after so many bytes, or before a second graph of one name: of two the later counts.
    """

    def __init__(self, store: ox.Store, first: Graph, graphs: Iterator[Graph]) -> None:
        super().__init__()
        self._store, self._graphs = store, chain([first], graphs)
        self._names: set[str] = set()
        self._piece = memoryview(b"")
        self._left = _LOAD
        self.last: Graph | None = None
        """A graph that was taken and not read."""
        self.failed: Exception | None = None
        """What making the graphs raised."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._piece:
            try:
                self._piece = memoryview(self._next())
            except Exception as error:
                self.failed = error
                raise
        count = min(len(buffer), len(self._piece))
        buffer[:count] = self._piece[:count]
        self._piece = self._piece[count:]
        return count

    def _next(self) -> bytes:
        graph = next(self._graphs, None) if self._left > 0 and self.last is None else None
        if graph is None:
            return b""
        name = str(graph.identifier)
        if name in self._names:
            self.last = graph
            return b""
        self._names.add(name)
        if self._store.contains_named_graph(ox.NamedNode(name)):
            self._store.remove_graph(ox.NamedNode(name))
        content = n_quads(graph)
        self._left -= len(content)
        return content


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    # RuntimeError is what a store opened read-only answers.
    except (OSError, RuntimeError, SyntaxError) as error:
        raise StoreError(f"无法写入图数据库：{error}") from error


def n_quads(graph: Graph) -> bytes:
    """Return a named graph as N-Quads in UTF-8, a line a quad, in no order."""
    return _lines(graph, f" {written.iri(str(graph.identifier))} .")


def triples(graph: Graph) -> bytes:
    """Return a graph as N-Triples in UTF-8, a line a triple, in no order."""
    return _lines(graph, " .")


def _lines(graph: Graph, end: str) -> bytes:
    end += "\n"
    told = end.join(written.lines(graph))
    return f"{told}{end}".encode() if told else b""


def python_value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    """Return what a cell of a query's answer is in Python."""
    if term is None:
        return None
    if isinstance(term, ox.Triple):
        return str(term)
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        if datatype in _INTEGERS:
            return int(term.value)
        if datatype in _REALS:
            return float(term.value)
        if datatype == _BOOLEAN:
            return term.value in ("true", "1")
        return term.value
    # What is read again and again names the same things: one string for each of them.
    return sys.intern(term.value)
