"""The libraries below ours, asked directly: what our own code is measured beside."""

from __future__ import annotations

import importlib
import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from search.approximate import search_one
from search.segments import CLAUSE, read_segments
from search.tokens import tokens
from search.vectors import Vectors

DEPTH = 10


def cutter() -> Callable[[str], list[str]]:
    """Return jieba's own cut, its dictionary loaded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba: Any = importlib.import_module("jieba")
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    cut: Callable[[str], list[str]] = jieba.lcut
    return cut


def bare_words(query: str) -> list[tuple[str, str]]:
    """Return (field, token) of all that the word index is asked for."""
    return [(field, token) for field, found in tokens(query).items() for token in dict.fromkeys(found)]


def open_bare(folder: Path) -> tuple[Callable[[Vectors], Any], Callable[[list[tuple[str, str]]], Any]]:
    """Return FAISS over the vectors of all entries of the snapshot in `folder`, and tantivy over its word index.

    The first takes query vectors of shape (1, dimension), the second pairs of field and token; both look for
    the best ten of everything and read nothing of what they find.
    """
    import tantivy

    faiss: Any = importlib.import_module("faiss")
    flat = None
    for segment in read_segments(folder / "vectors"):
        # Read where they lie: the clauses, most of a large library's vectors, never come into memory.
        vectors, rows = (
            np.load(folder / "vectors" / f"{segment.name}{end}", mmap_mode="r")
            for end in (".npy", ".rows.npy")
        )
        flat = flat or faiss.IndexFlatIP(vectors.shape[1])
        flat.add(np.ascontiguousarray(vectors[rows["kind"] != CLAUSE], dtype=np.float32))
    index = tantivy.Index.open(str(folder / "words"))
    searcher = index.searcher()

    def matching(words: list[tuple[str, str]]) -> Any:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, field, token))
            for field, token in words
        ]
        return searcher.search(tantivy.Query.boolean_query(terms), DEPTH, count=False).hits

    return (lambda vector: search_one(flat, vector, DEPTH, None)), matching
