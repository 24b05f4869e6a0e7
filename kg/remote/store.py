"""The graph store behind a SPARQL 1.1 server: one named graph a report version, never changed once it is there.

The folder that the embedded store would fill holds a list of graphs instead (`listing`). Loading puts graphs beside
those that readers see; a snapshot that goes live brings its list along, and `settle` then drops the rest. Readers see
one list whole at any moment, the old or the new:

- While the server holds exactly the graphs of their list, they ask all graphs as one. As the server is asked for its
  state before and after, an answer that came in between a change is thrown away.
- Otherwise, and where there are few graphs anyway, FROM clauses name them. Measured on Virtuoso 7.2 with 7,200 graphs
  of 600 triples: the figures of one media take 30 ms over all graphs, 80 with 100 FROM clauses, 500 with 1,000, 800
  with 3,000, and 7,200 are refused.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.query import Result

from kg.errors import StoreError
from kg.guard import QueryError, names_graphs, refuse_foreign
from kg.nodes import report_graph_iri
from kg.remote import listing, state
from kg.remote.asking import Form, as_asked, for_server, form_of, on_server
from kg.remote.listing import Held
from kg.remote.server import ROWS, TRIPLES, Address, Dataset, RefusedError, Server
from kg.store import Row, python_value, triples
from kg.vocabulary import PREFIXES

FEW: Final = 24
"""Graphs up to which FROM clauses cost less than asking for the state twice (8 ms)."""
_LOADING: Final = 4
"""Graphs that are sent at a time."""
_ATTEMPTS: Final = 3
_GRAPHS: Final = str(report_graph_iri(""))


def open_remote(
    setting: str, folder: Path, *, read_only: bool = False, kin: Iterable[Path] = (), few: int = FEW
) -> RemoteStore:
    """Open the graph that the list in `folder` names on the server that `setting` states (`Address.of`).

    Opened for writing, the folder is made if need be. `kin`: folders of other lists of the same library, which may
    take over what the server holds of them. `few` is for tests. Raises StoreError where the list is missing
    (read-only) or damaged, or the address is none.
    """
    server = Server(Address.of(setting))
    if read_only or listing.is_remote(folder):
        held = listing.read(folder)
    else:
        held = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"无法打开图数据库：{error}") from error
    return RemoteStore(
        server, folder, held, read_only, [each for each in kin if listing.is_remote(each)], few
    )


class RemoteStore:
    """See GraphStore. Safe to read from many threads."""

    def __init__(
        self, server: Server, folder: Path, held: dict[str, Held], read_only: bool, kin: list[Path], few: int
    ) -> None:
        """Hold an opened list; use `open_remote`."""
        self._server = server
        self._folder = folder
        self._held = held
        self._read_only = read_only
        self._kin = kin
        self._few = few
        self._began = False
        self._closed = False

    def put(self, graph: Graph) -> None:
        """See GraphStore."""
        self.put_all([graph])

    def put_all(self, graphs: Iterable[Graph]) -> None:
        """See GraphStore. Some graphs are on their way at a time, so the server's cores are used."""
        self._begin()
        with ThreadPoolExecutor(_LOADING) as threads:
            waiting = iter(graphs)
            while some := list(islice(waiting, _LOADING)):
                self._held.update(dict(threads.map(self._load, some)))

    def _load(self, graph: Graph) -> tuple[str, Held]:
        report = str(graph.identifier).removeprefix(_GRAPHS)
        content = triples(graph)
        version = hashlib.sha256(b"\n".join(sorted(content.splitlines()))).hexdigest()[:16]
        held = Held(version, len(graph))
        if self._held.get(report) != held:
            self._server.put(held.iri(report), content)
        return report, held

    def drop(self, report: str) -> bool:
        """See GraphStore. The server keeps the graph until `settle`, for those who read an older list."""
        if report not in self._open():
            return False
        self._begin()
        del self._held[report]
        return True

    def reports(self) -> list[str]:
        """See GraphStore."""
        return sorted(self._open())

    def graph(self, report: str) -> Graph:
        """See GraphStore. What it returns is a copy."""
        graph = Graph(identifier=report_graph_iri(report), bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, URIRef(namespace))
        held = self._open().get(report)
        if held is not None:
            content = self._server.get(held.iri(report))
            if content is None:
                raise StoreError(f"SPARQL 服务器上没有报告 {report} 的图，请运行 yinzheng rebuild")
            graph.parse(data=as_asked(content.decode()), format="nt")
        return graph

    def query(self, sparql: str) -> Result:
        """See GraphStore."""
        self._open()
        refuse_foreign(sparql)
        if names_graphs(sparql):
            raise QueryError("此处不接受 FROM，请用 GRAPH 子句")
        form = form_of(sparql)
        answer = self._answer(sparql, form)
        if form == "triples":
            result = Result("CONSTRUCT")
            result.graph = Graph().parse(data=answer, format="nt")
            return result
        if form == "boolean":
            result = Result("ASK")
            result.askAnswer = _boolean(answer)
            return result
        return Result.parse(io.BytesIO(answer.encode()), format="json")

    def rows(self, sparql: str) -> list[Row]:
        """See GraphStore."""
        self._open()
        refuse_foreign(sparql)
        if form_of(sparql) != "rows":
            raise QueryError("此处只接受 SELECT 查询")
        answer = self._answer(sparql, "rows")
        found = cast(ox.QuerySolutions, ox.parse_query_results(answer, ox.QueryResultsFormat.JSON))
        names = [variable.value for variable in found.variables]
        return [dict(zip(names, map(python_value, solution), strict=True)) for solution in found]

    def answer(
        self, sparql: str, default: Sequence[str] = (), named: Sequence[str] = ()
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Answer any form of query, from the graphs that are named where there are any, in Oxigraph's own objects."""
        self._open()
        refuse_foreign(sparql)
        form = form_of(sparql)
        answer = self._answer(sparql, form, (default, named))
        if form == "boolean":
            answer = json.dumps({"head": {}, "boolean": _boolean(answer)})
        if form != "triples":
            return ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
        held = ox.Store()
        held.load(answer, format=ox.RdfFormat.N_TRIPLES)
        return cast(ox.QueryTriples, held.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))

    def size(self) -> int:
        """See GraphStore."""
        return sum(held.triples for held in self._open().values())

    def checkpoint(self, path: Path) -> None:
        """See GraphStore. Only the list is copied: the graphs that it names never change."""
        held = self._open()
        try:
            path.mkdir()
            listing.write(path, held)
        except OSError as error:
            raise StoreError(f"无法复制图数据库：{error}") from error
        if self._began:
            # All its graphs have arrived: who reads the new list may do so.
            now = self._state()
            state.write(self._server, [*now.sets, listing.digest(held)], changing=True)

    def settle(self) -> None:
        """Drop from the server whatever is not in this list; to be called when it is the live one."""
        held = self._open()
        own = listing.digest(held)
        now = self._state()
        if now.exactly(own):
            return
        if not now.whole(own):
            raise StoreError("SPARQL 服务器上的图谱与资料库不符，请运行 yinzheng rebuild")
        state.write(self._server, [own], changing=True)
        kept = {each.iri(report) for report, each in held.items()}
        gone = sorted(set(graphs_on(self._server)) - kept)
        for start in range(0, len(gone), 100):
            self._server.update(";\n".join(f"DROP SILENT GRAPH <{name}>" for name in gone[start:][:100]))
        state.write(self._server, [own], changing=False)

    def close(self) -> None:
        """See GraphStore."""
        if self._closed:
            return
        self._closed = True
        self._server.close()
        if not self._read_only:
            listing.write(self._folder, self._held)

    def _open(self) -> dict[str, Held]:
        if self._closed:
            raise StoreError("图数据库已关闭")
        return self._held

    def _begin(self) -> None:
        """Tell readers that there are about to be more graphs than they know of."""
        self._open()
        if self._read_only:
            raise StoreError("无法写入图数据库：以只读方式打开")
        if self._began:
            return
        now = self._state()
        own = [listing.digest(self._held), *(listing.digest(listing.read(each)) for each in self._kin)]
        sets = [name for name in now.sets if name in own]
        if now.sets and not sets:
            raise StoreError(
                "SPARQL 服务器上已有另一个资料库的图谱，每个资料库要有自己的库（repository）；"
                f"确要让位，请先在服务器上清空图 <{state.LIVE}>"
            )
        if self._held and not sets:
            raise StoreError("SPARQL 服务器上的图谱与资料库不符，请运行 yinzheng rebuild")
        state.write(self._server, sets, changing=True)
        self._began = True

    def _answer(self, sparql: str, form: Form, dataset: Dataset = ((), ())) -> str:
        """Return the server's answer from exactly the graphs of this list, or those of them that `dataset` names.

        Raises StoreError where they are gone.
        """
        held = self._open()
        own = listing.digest(held)
        states_own = names_graphs(sparql) or dataset != ((), ())
        asked_of = on_server(dataset[0], held), on_server(dataset[1], held)
        for _ in range(_ATTEMPTS):
            at_once = not states_own and len(held) > self._few and self._state().exactly(own)
            asked = for_server(sparql, held, narrowed=not (states_own or at_once))
            try:
                answer = self._server.ask(asked, TRIPLES if form == "triples" else ROWS, asked_of)
            except RefusedError as error:
                if at_once or len(held) <= self._few:
                    raise
                raise StoreError(
                    f"图谱正在更新，SPARQL 服务器不能逐一分辨 {len(held)} 份报告，请稍后再试"
                ) from error
            # Who writes sees what was put before anyone else may.
            if self._began or not held:
                return as_asked(answer.decode())
            after = self._state()
            if after.exactly(own) or (not at_once and after.whole(own)):
                return as_asked(answer.decode())
        raise StoreError("这一快照的图谱已由新的取代，请重新打开资料库")

    def _state(self) -> state.State:
        return state.read(self._server) or state.State()


def graphs_on(server: Server) -> list[str]:
    """Return the names of all graphs of reports on the server, whoever put them there."""
    report = f"{PREFIXES['yz']}Report"
    found = json.loads(server.ask(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?r a <{report}> }} }}", ROWS))
    names = (row["g"]["value"] for row in found["results"]["bindings"])
    return [name for name in names if name.startswith(_GRAPHS)]


def _boolean(answer: str) -> bool:
    content = json.loads(answer)
    if "boolean" in content:
        return bool(content["boolean"])
    # Virtuoso 7 answers ASK with a table of one cell.
    [row] = content["results"]["bindings"]
    return next(iter(row.values()))["value"] in ("1", "true")
