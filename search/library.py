"""Everything stored, as one snapshot, opened for reading; each part is loaded when it is first asked for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self, TypeVar

from ingest.report import Duty, Fact, Report
from search.answers import SearchResult
from search.artifacts import Artifacts, share_alike
from search.engines import engines
from search.entries import Filters, Kind
from search.errors import LibraryError
from search.passages import Passage
from search.snapshots import Manifest, Snapshots, Stored

if TYPE_CHECKING:
    from kg.store import GraphStore
    from search.encoder import Encoder
    from search.indexes import Meanings, Words
    from search.milvus.index import MilvusIndex
    from search.results import Ranked

FIRST = 50
"""How many entries a cross-encoder reads, where one is asked for."""
REMEMBERED = 96
"""Reports kept in memory at a time; one takes about half a megabyte."""
GLANCED = 96
"""Reports kept to be read in part, by searches; one takes a tenth to a fifth of a megabyte."""

Part = TypeVar("Part")

__all__ = ["Library", "LibraryError"]


class Library:
    """One snapshot of a library. It stays as it is while others ingest; safe to use from many threads."""

    def __init__(
        self,
        data_dir: Path,
        manifest: Manifest,
        held: IO[bytes],
        model: str | None,
        encoder: Encoder | None,
        rerank: str | None = None,
    ) -> None:
        """Hold an opened snapshot; use `open`."""
        self.data_dir = data_dir
        self.manifest = manifest
        self._held = held
        self._model = model if model is not None else manifest.model
        self._rerank = rerank
        self._folder = Snapshots(data_dir).path(manifest.id)
        self._artifacts = Artifacts(data_dir / "artifacts")
        self._by_id = {stored.id: stored for stored in (*manifest.versions, *manifest.reports)}
        self._guard = threading.RLock()
        self._parts: dict[str, object] = {}
        if encoder is not None:
            self._parts["encoder"] = encoder
        self._read = lru_cache(maxsize=REMEMBERED)(self._read_artifact)
        self._glance = lru_cache(maxsize=GLANCED)(partial(self._kept, Artifacts.glance))

    @classmethod
    def open(
        cls,
        data_dir: Path | str,
        model: str | None = None,
        *,
        encoder: Encoder | None = None,
        rerank: str | None = None,
    ) -> Library:
        """Open the live snapshot. `model` None takes the one that the library was built with.

        `rerank` names a cross-encoder, a folder or a hub name, that puts the first hits in its order; None: none does.

        Raises LibraryError where nothing is stored or the manifest is damaged.
        """
        manifest, held = Snapshots(Path(data_dir)).open()
        return cls(Path(data_dir), manifest, held, model, encoder, rerank)

    def close(self) -> None:
        """Give back what is held; the library can't be used afterwards. A second call does nothing."""
        with self._guard:
            graph = self._parts.pop("graph", None)
            if graph is not None:
                graph.close()  # type: ignore[attr-defined]
            self._parts.clear()
            self._read.cache_clear()
            self._glance.cache_clear()
            self._held.close()

    def take_over(self, before: Library) -> None:
        """Use the encoder that another snapshot has loaded, where this one was built with the same.

        What was worked out with it (the words met so far, what questions want) goes on with it.
        """
        if "encoder" in before._parts and before.encoder.model_id == self.manifest.model_id:
            with self._guard:
                self._parts.setdefault("encoder", before.encoder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_current(self) -> bool:
        """Whether no newer snapshot has gone live since this one was opened."""
        return Snapshots(self.data_dir).current() == self.manifest.id

    @property
    def reports(self) -> tuple[Stored, ...]:
        """The reports held, by media and year, without earlier versions."""
        return self.manifest.reports

    @property
    def media(self) -> tuple[str, ...]:
        """The names of the media, sorted."""
        return tuple(sorted({stored.media for stored in self.reports}))

    def report(self, report: str) -> Report:
        """Return a report, an earlier version too. Raises LibraryError for an unknown id."""
        return self._read(report)[0]

    def missing(self) -> Stored | None:
        """Return a report whose text is no longer on the disk, None where all are there: what answering reads late."""
        return next(
            (
                stored
                for stored in self.reports
                if not self._artifacts.understood(stored.sha256, stored.code).is_file()
            ),
            None,
        )

    def passages(self, report: str | None = None) -> Iterator[Passage]:
        """Yield the passages of one report, or of all that are held, in the order of the text."""
        for each in [report] if report is not None else [stored.id for stored in self.reports]:
            yield from self._read(each)[1]

    def fact(self, fact: str) -> Fact | None:
        """Return the fact with this id, None where no report held has it."""
        report = self.lexical.report_of(fact)
        if report is None:
            return None
        return next((each for each in self.report(report).facts if each.id == fact), None)

    @property
    def graph(self) -> GraphStore:
        """The graph, read only. Raises kg.store.StoreError where it is damaged."""

        def opened() -> GraphStore:
            from kg.store import open_graph

            return open_graph(self._folder / "graph", engines().graph, read_only=True)

        return self._part("graph", opened)

    @property
    def lexical(self) -> Words:
        """The word index. Raises LibraryError where it is damaged."""

        if engines().search is not None:
            return self._milvus

        def opened() -> Words:
            from search.lexical import LexicalIndex

            self._refuse_elsewhere()
            try:
                return LexicalIndex(self._folder / "words")
            except (OSError, ValueError) as error:
                raise LibraryError("词索引已损坏，请运行 yinzheng rebuild") from error

        return self._part("lexical", opened)

    @property
    def vectors(self) -> Meanings:
        """The vectors. Raises LibraryError where they are damaged."""

        if engines().search is not None:
            return self._milvus

        def opened() -> Meanings:
            from search.vectors import VectorIndex

            self._refuse_elsewhere()
            try:
                return VectorIndex(self._folder / "vectors")
            except (OSError, RuntimeError, ValueError) as error:
                raise LibraryError("向量文件已损坏，请运行 yinzheng rebuild") from error

        return self._part("vectors", opened)

    @property
    def _milvus(self) -> MilvusIndex:
        def opened() -> MilvusIndex:
            from search.milvus.index import MilvusIndex

            try:
                return MilvusIndex(self._folder / "index", engines().search or "")
            except FileNotFoundError as error:
                raise LibraryError(
                    "检索索引在资料库的文件夹里，不在 Milvus 里；要移过去请运行 yinzheng rebuild --search"
                ) from error
            except (OSError, ValueError) as error:
                raise LibraryError("检索索引的清单已损坏，请运行 yinzheng rebuild") from error

        return self._part("milvus", opened)

    @property
    def encoder(self) -> Encoder:
        """The encoder. Raises LibraryError where it is another one than the library was built with."""

        def opened() -> Encoder:
            from search.encoder import open_encoder

            encoder = open_encoder(self._model, self._folder / "model")
            if encoder.model_id != self.manifest.model_id:
                raise LibraryError(
                    f"资料库的向量出自模型 {self.manifest.model_id}，现用的是 {encoder.model_id}，"
                    "请用 --model 改回原模型，或运行 yinzheng encoder use 内置（或所要的模型）"
                )
            return encoder

        return self._part("encoder", opened)

    def search(
        self,
        query: str,
        media: str | None = None,
        years: Iterable[int] = (),
        duty: Duty | str | Iterable[Duty | str] | None = None,
        kind: Kind | None = None,
        limit: int = 10,
    ) -> SearchResult:
        """Return the `limit` hits that fit `query` best, of the media, years and duties asked for.

        Asked for no kind, hits are passages, each with the fact that tells most of it where one fits well.
        Raises ValueError for an unknown duty or a limit below 1, EncoderError where the cross-encoder can't be opened.
        """
        from search.hybrid import fitted_weights, rank
        from search.reasons import explained
        from search.results import ENOUGH, page, with_facts

        begun = time.perf_counter()
        if limit < 1:
            raise ValueError("limit must be at least 1")
        duties = [duty] if isinstance(duty, str) else list(duty or ())
        filters = Filters(media, tuple(years), tuple(Duty(each) for each in duties), kind or "standing")
        hits = []
        if query.strip():
            vector, vectors = self.encoder.encode_queries([query])[0], self.vectors
            many = max(ENOUGH * limit, FIRST if self._rerank is not None else 0)
            ranked = rank(query, vector, filters, self.lexical, vectors, fitted_weights(), many)
            hits = page(self._reranked(query, ranked), limit, self._glance)
            if kind is None:
                hits = with_facts(hits, vector, self._glance, vectors)
            hits = explained(hits, query, vector, self._glance, vectors)
        return SearchResult(query=query, hits=hits, took_ms=round((time.perf_counter() - begun) * 1000, 3))

    def _reranked(self, query: str, ranked: Ranked) -> Ranked:
        if self._rerank is None:
            return ranked
        from search.encoders.reranker import open_reranker
        from search.reranking import reranked

        return reranked(query, ranked, self._glance, open_reranker(self._rerank))

    def _refuse_elsewhere(self) -> None:
        if (self._folder / "index").exists():
            raise LibraryError("检索索引在 Milvus 里，请用 --search 或环境变量 YINZHENG_SEARCH 指明它在哪里")

    def _part(self, name: str, opened: Callable[[], Part]) -> Part:
        with self._guard:
            if self._held.closed:
                raise LibraryError("资料库已关闭")
            if name not in self._parts:
                self._parts[name] = opened()
            return self._parts[name]  # type: ignore[return-value]

    def _read_artifact(self, report: str) -> tuple[Report, tuple[Passage, ...]]:
        found, passages = self._kept(Artifacts.read_report, report)
        # For what is remembered; an ingest, which reads each report once, has no use for it.
        share_alike(found, *passages)
        return found, passages

    def _kept(self, read: Callable[[Artifacts, str, str], Part], report: str) -> Part:
        stored = self._by_id.get(report)
        if stored is None:
            raise LibraryError(f"资料库中没有报告 {report}")
        try:
            return read(self._artifacts, stored.sha256, stored.code)
        except (OSError, ValueError) as error:
            raise LibraryError(f"《{stored.file}》的解析结果缺失或已损坏，请运行 yinzheng rebuild") from error
