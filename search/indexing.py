"""Words and vectors of the next snapshot, written into its folder or into Milvus: one report after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from search import lexical, segments
from search.engines import engines
from search.entries import Entry
from search.files import link
from search.snapshots import BUILDING

if TYPE_CHECKING:
    from search.segments import Vectors


class Indexing(Protocol):
    """An index that is being written. Reports that are gone have been taken out already."""

    def put_words(self, entries: Sequence[Entry]) -> None:
        """Make the words of a report findable."""

    def put_vectors(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Make a report's entries and clauses findable by their vectors, shape (entries, dimension)."""

    def finish(self) -> tuple[int, int]:
        """Write what is left to write, and return how many entries the vectors and the words hold."""


def indexing(
    folder: Path, vectors_of: Path | None, words_of: Path | None, gone: Sequence[str], dimension: int
) -> Indexing:
    """Begin the indexes of the snapshot in `folder`, which follow those of the snapshots `vectors_of` and `words_of`.

    None of either begins empty. `gone` are ids of reports to take out.
    """
    if engines().search is not None:
        return _InMilvus(folder, vectors_of, gone, dimension)
    return _InFolder(folder, vectors_of, words_of, gone, dimension)


class _InFolder:
    def __init__(
        self,
        folder: Path,
        vectors_of: Path | None,
        words_of: Path | None,
        gone: Sequence[str],
        dimension: int,
    ) -> None:
        for name, source in (("vectors", vectors_of), ("words", words_of)):
            if source is not None:
                link(source / name, folder / name)
        self._vectors = segments.Writing(folder / "vectors", gone, dimension)
        self._words = lexical.Writing(folder / "words", gone)

    def put_words(self, entries: Sequence[Entry]) -> None:
        self._words.put(entries)

    def put_vectors(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        self._vectors.put(entries, vectors)

    def finish(self) -> tuple[int, int]:
        return self._vectors.finish(), self._words.finish()


class _InMilvus:
    """Words and vectors are one there."""

    def __init__(self, folder: Path, vectors_of: Path | None, gone: Sequence[str], dimension: int) -> None:
        from search.milvus.writing import Writing

        self._folder, self._setting = folder, engines().search or ""
        kin = [each / "index" for each in folder.parent.iterdir()]
        last = vectors_of / "index" if vectors_of is not None else None
        number = int(folder.name.removeprefix(BUILDING))
        self._writing = Writing(self._setting, number, dimension, last, kin)
        self._writing.drop(gone)

    def put_words(self, entries: Sequence[Entry]) -> None:
        """Do nothing: rows have both."""

    def put_vectors(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        self._writing.put([(entries, vectors)])

    def finish(self) -> tuple[int, int]:
        count = self._writing.finish(self._folder / "index", self._setting)
        return count, count
