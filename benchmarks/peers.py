"""Others' hybrid search and graph stores over the same data: ``python -m benchmarks.peers`` (needs the extra ``peers``).

txtai and Haystack are given the passages of the sample reports and our encoder's vectors. How much they find is
measured media by media, as an editor asks; time and memory over the passages of generated reports, each system in a
process of its own. rdflib's own store and rdflib-endpoint answer the year-over-year join over one media's graphs.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from benchmarks.finding import DEPTH, collected, rate
from benchmarks.gold import CORPORA, PARTS
from benchmarks.growth import NEEDS, resident
from benchmarks.national import reports
from benchmarks.results import put
from benchmarks.speed import Row, load, setting, spent, spread, timed
from benchmarks.stored import Shelf, shelf
from search.encoder import Encoder, open_encoder
from search.library import Library
from search.passages import Passage

MISSING = "python -m pip install -e '.[peers]'"


class Peer(Protocol):
    """A system that keeps passages and finds some of them again."""

    def index(self, texts: Sequence[str], vectors: np.ndarray) -> None:
        """Take all texts with their vectors, shape (texts, dimension)."""

    def find(self, query: str, vector: np.ndarray) -> list[int]:
        """Return the indexes of the DEPTH best texts, best first; `vector` is the query's, shape (dimension,)."""


class Txtai:
    """txtai's embeddings with keyword and vector search joined as it does by itself.

    Its tokenizer knows no Chinese, so texts and queries come cut into jieba's words.
    """

    def __init__(self) -> None:
        self._vectors: dict[str, np.ndarray] = {}
        self._inner: Any = _peer("txtai").Embeddings(
            method="external",
            transform=lambda texts: np.stack([self._vectors[text] for text in texts]),
            hybrid=True,
        )

    def index(self, texts: Sequence[str], vectors: np.ndarray) -> None:
        """See Peer."""
        spaced = [_spaced(text) for text in texts]
        self._vectors = dict(zip(spaced, vectors, strict=True))
        self._inner.index(list(enumerate(spaced)))

    def find(self, query: str, vector: np.ndarray) -> list[int]:
        """See Peer."""
        spaced = _spaced(query)
        self._vectors = {spaced: vector}
        return [int(found) for found, _ in self._inner.search(spaced, DEPTH)]


class Haystack:
    """Haystack's in-memory store, BM25 over single characters (its own way with Chinese) and vectors, ranks fused."""

    def __init__(self) -> None:
        os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")
        self._document = _peer("haystack").Document
        self._store: Any = _peer("haystack.document_stores.in_memory").InMemoryDocumentStore(shared=False)
        self._joiner: Any = _peer("haystack.components.joiners").DocumentJoiner(
            join_mode="reciprocal_rank_fusion", top_k=DEPTH
        )

    def index(self, texts: Sequence[str], vectors: np.ndarray) -> None:
        """See Peer."""
        rows = zip(texts, vectors, strict=True)
        self._store.write_documents(
            [
                self._document(id=str(at), content=text, embedding=vector.tolist())
                for at, (text, vector) in enumerate(rows)
            ]
        )

    def find(self, query: str, vector: np.ndarray) -> list[int]:
        """See Peer."""
        lexical = self._store.bm25_retrieval(query, top_k=2 * DEPTH)
        dense = self._store.embedding_retrieval(vector.tolist(), top_k=2 * DEPTH)
        return [int(found.id) for found in self._joiner.run([lexical, dense])["documents"]]


def _peer(module: str) -> Any:
    """Return a peer's module. Raises ImportError where the extra is not installed."""
    return importlib.import_module(module)


def _spaced(text: str) -> str:
    from search.tokens import words

    return " ".join(words(text))


PEERS: dict[str, Callable[[], Peer]] = {"txtai": Txtai, "Haystack": Haystack}


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and put the chapter into `RESULTS.md`; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--reports", type=int, default=240, help="generated reports that time is measured on")
    parser.add_argument("--load", nargs=2, metavar=("SYSTEM", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.load:
        print(json.dumps(loaded(options.load[0], Path(options.load[1]))))
        return 0
    command = " ".join(["python -m benchmarks.peers", *(sys.argv[1:] if arguments is None else arguments)])
    before = load()
    try:
        found = finding()
    except ImportError as error:
        print(f"{error.name} is not installed: {MISSING}", file=sys.stderr)
        return 1
    text = written(found, weighing(options.reports), joining(), setting(command, before))
    put(text)
    print(text)
    return 0


def finding() -> dict[str, tuple[float, float]]:
    """Return (Recall@5, MRR@10) over all needs of the gold by system, each kept to the passages of one media."""
    with shelf() as held:
        needs = [need for part in PARTS for need in collected(held, part)]
        passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in held.library.passages():
            passages[passage.media].append(passage)
        systems: dict[str, Callable[[str, str], list[Any]]] = {
            "Yinzheng": lambda query, media: [
                hit.evidence for hit in held.library.search(query, media=media, limit=DEPTH).hits
            ]
        }
        for name, make in PEERS.items():
            systems[name] = _by_media(make, passages, held.library.encoder)
        return {name: _rated(held, needs, system) for name, system in systems.items()}


def _by_media(
    make: Callable[[], Peer], passages: dict[str, list[Passage]], encoder: Encoder
) -> Callable[[str, str], list[Any]]:
    held: dict[str, Peer] = {}

    def find(query: str, media: str) -> list[Any]:
        if media not in held:
            texts = [passage.text for passage in passages[media]]
            held[media] = make()
            held[media].index(texts, encoder.encode_passages(texts))
        found = held[media].find(query, encoder.encode_queries([query])[0])
        return [passages[media][at].evidence() for at in found]

    return find


def _rated(held: Shelf, needs: Sequence[Any], system: Callable[[str, str], list[Any]]) -> tuple[float, float]:
    rankings = [
        rate([held.of(evidence) for evidence in system(need.query, need.media)], need.relevant)
        for need in needs
    ]
    return (
        statistics.mean(each.recall for each in rankings),
        statistics.mean(each.reciprocal for each in rankings),
    )


def weighing(count: int) -> dict[str, dict[str, Any]]:
    """Return what `loaded` measures, by system, over the passages of `count` generated reports."""
    from search.ingest import ingest

    with tempfile.TemporaryDirectory(prefix="yinzheng-") as home:
        texts = Path(home, "texts")
        texts.mkdir()
        for name, text in sorted(reports(media=-(-count // 12)))[:count]:
            (texts / f"{name}.txt").write_text(text, encoding="utf-8")
        ingest([texts], Path(home, "data"))
        with Library.open(Path(home, "data")) as library:
            told = [passage.text for passage in library.passages()]
        Path(home, "passages.json").write_text(json.dumps(told), encoding="utf-8")
        return {
            name: json.loads(
                subprocess.run(
                    [sys.executable, "-m", "benchmarks.peers", "--load", name, home],
                    check=True,
                    capture_output=True,
                    text=True,
                ).stdout.splitlines()[-1]
            )
            for name in ("Yinzheng", *PEERS)
        }


def loaded(system: str, home: Path) -> dict[str, Any]:
    """Return what one system takes in this process: seconds to index, milliseconds of each query, bytes held.

    Peers are given vectors, so that embedding does not count; ours opens what was stored.
    """
    encoder = open_encoder()
    find: Callable[[str], object]
    seconds: float | None = None
    count = 0
    if system == "Yinzheng":
        library = Library.open(home / "data", encoder=encoder)
        count = sum(1 for _ in library.passages())
        library.close()
        library = Library.open(home / "data", encoder=encoder)
        find = library.search
    else:
        texts = json.loads((home / "passages.json").read_text(encoding="utf-8"))
        count = len(texts)
        vectors = encoder.encode_passages(texts)
        peer = PEERS[system]()
        begun = time.perf_counter()
        peer.index(texts, vectors)
        seconds = time.perf_counter() - begun

        def found(query: str) -> object:
            return peer.find(query, encoder.encode_queries([query])[0])

        find = found
    for need in NEEDS:
        find(need)
    taken = [spent(find, need)[1:] for _ in range(3) for need in NEEDS]
    return {
        "passages": count,
        "index": seconds,
        "queries": [wall for wall, _ in taken],
        "cpu": [used for _, used in taken],
        "memory": resident(),
    }


def joining() -> list[Row]:
    """Return how long the year-over-year join takes by store, over the graphs of one media of the samples."""
    from fastapi.testclient import TestClient
    from rdflib import Dataset, Graph

    from benchmarks.sparql import JOIN
    from kg.store import n_quads
    from kg.vocabulary import PREFIXES
    from search.ingest import ingest

    with tempfile.TemporaryDirectory(prefix="yinzheng-") as home:
        ingest([CORPORA / "reports" / "lanxi"], home, workers=0)
        with Library.open(home) as library:
            ours = [timed(library.graph.rows, JOIN)[1] for _ in range(5)]
            rows = len(library.graph.rows(JOIN))
            quads = Dataset(default_union=True)
            for stored in library.reports:
                quads.parse(data=n_quads(library.graph.graph(stored.id)), format="nquads")
    flat = Graph()
    for subject, predicate, value, _ in quads.quads():
        flat.add((subject, predicate, value))

    def alone(query: str) -> list[Any]:
        return list(flat.query(query, initNs=PREFIXES))

    found, own = timed(alone, JOIN)
    # rdflib lets ?u of one sub-select bind that of the other and so joins 24期 with 9场; its rows hold ours.
    if len(found) < rows:
        raise RuntimeError(f"rdflib gives {len(found)} rows, ours {rows}")
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    client = TestClient(_peer("rdflib_endpoint").SparqlEndpoint(graph=flat))
    answer, served = timed(
        lambda query: client.post("/", data={"query": declared + query}, headers={"Accept": "text/csv"}), JOIN
    )
    if answer.status_code != 200:
        raise RuntimeError(f"rdflib-endpoint answers {answer.status_code}: {answer.text[:200]}")
    median = statistics.median(ours)
    return [
        ("triples, rows of the join, rows that rdflib gives", f"{len(flat):,}, {rows}, {len(found)}"),
        ("our store, ms", f"{median:.1f}"),
        ("rdflib's own store, ms (÷ ours)", f"{own:.0f} ({own / median:.0f})"),
        ("rdflib-endpoint, ms (÷ ours)", f"{served:.0f} ({served / median:.0f})"),
    ]


def written(
    found: dict[str, tuple[float, float]],
    weighed: dict[str, dict[str, Any]],
    joined: Sequence[Row],
    setting: str,
) -> str:
    """Return the figures as a chapter in Markdown."""
    return "\n".join(_lines(found, weighed, joined, setting))


def _lines(
    found: dict[str, tuple[float, float]],
    weighed: dict[str, dict[str, Any]],
    joined: Sequence[Row],
    setting: str,
) -> Iterator[str]:
    names = list(weighed)
    yield "# Peers"
    yield ""
    yield setting
    yield f"The same encoder for all; time and memory over {weighed[names[0]]['passages']:,} passages, a process each."
    yield ""
    yield "| | " + " | ".join(names) + " |"
    yield "| --- |" + " ---: |" * len(names)
    yield (
        "| Recall@5 / MRR@10 in one media | "
        + " | ".join("{:.3f} / {:.3f}".format(*found[name]) for name in names)
        + " |"
    )
    yield (
        "| seconds to index, vectors given | "
        + " | ".join(
            "–" if weighed[name]["index"] is None else f"{weighed[name]['index']:.1f}" for name in names
        )
        + " |"
    )
    yield (
        "| query, median / p95 ms | " + " | ".join(spread(weighed[name]["queries"]) for name in names) + " |"
    )
    yield "| the same, CPU time | " + " | ".join(spread(weighed[name]["cpu"]) for name in names) + " |"
    yield (
        "| memory of the process, MB | "
        + " | ".join(f"{weighed[name]['memory'] / 1e6:.0f}" for name in names)
        + " |"
    )
    yield ""
    yield "The year-over-year join of `/sparql`'s examples:"
    yield ""
    yield "| | |"
    yield "| --- | ---: |"
    yield from (f"| {label} | {value} |" for label, value in joined)


if __name__ == "__main__":
    sys.exit(main())
