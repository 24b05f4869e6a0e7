"""What `/sparql` costs beside Oxigraph alone, as a ratio: ``python -m benchmarks.sparql``.

The same query, the join of two years' figures, is put to the same store by pyoxigraph in this process and over HTTP,
turn about. Both give the W3C's JSON.
"""

from __future__ import annotations

import http.client
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import uvicorn

from api.http.app import create_app
from api.http.listening import listen
from api.sparql.examples import examples
from kg.vocabulary import PREFIXES
from search.ingest import ingest
from search.snapshots import Snapshots

ROOT = Path(__file__).parents[1]
ROUNDS = 50
JOIN = next(each.sparql for each in examples() if each.name == "year-over-year")
SIMPLE = "SELECT ?report ?year { ?report a yz:Report ; yz:year ?year } LIMIT 1"


def ratio(data: Path, query: str, rounds: int) -> tuple[float, float, float]:
    """Return the medians over `rounds`, alone and over HTTP in seconds, and their ratio.

    Raises AssertionError where the two answer differently.
    """
    store = ox.Store.read_only(str(Snapshots(data).path(Snapshots(data).current() or "") / "graph"))

    def alone() -> bytes:
        found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)
        return found.serialize(format=ox.QueryResultsFormat.JSON) or b""

    with _asking(data, query) as over_http:
        assert sorted(over_http()) == sorted(alone())
        times: dict[Callable[[], bytes], list[float]] = {alone: [], over_http: []}
        for _ in range(rounds):
            for way, taken in times.items():
                begun = time.perf_counter()
                way()
                taken.append(time.perf_counter() - begun)
        first, second = (statistics.median(taken) for taken in times.values())
    return first, second, second / first


@contextmanager
def _asking(data: Path, query: str) -> Iterator[Callable[[], bytes]]:
    body = urlencode({"query": query})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    with listen("127.0.0.1", 0) as socket:
        server = uvicorn.Server(uvicorn.Config(create_app(data), log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        connection = http.client.HTTPConnection(*socket.getsockname()[:2])

        def ask() -> bytes:
            connection.request("POST", "/sparql", body, headers)
            answer = connection.getresponse()
            assert answer.status == 200
            return answer.read()

        try:
            yield ask
        finally:
            connection.close()
            server.should_exit = True
            thread.join()


def main() -> None:
    """Print the ratios on the sample reports."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        ingest([ROOT / "corpora" / "reports"], data)
        for name, query in (("year-over-year join", JOIN), ("one row", SIMPLE)):
            alone, over_http, times = ratio(data, query, ROUNDS)
            print(
                f"{name}: alone {alone * 1000:.2f} ms, over HTTP {over_http * 1000:.2f} ms, ratio {times:.2f}"
            )


if __name__ == "__main__":
    main()
