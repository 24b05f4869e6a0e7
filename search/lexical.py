"""The word index: BM25 by tantivy over words, bigrams and characters, each a field of its own.

A folder of immutable segments; the next snapshot takes them over as hard links and adds its own.
"""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.entries import NOWHERE, Entry, Filters, Key
from search.tokens import FIELDS, spaced, tokens

if TYPE_CHECKING:
    import tantivy

HEAP = 32_000_000
"""Bytes that one writer may hold before it writes a segment; tantivy asks for at least 15 million a thread."""


HELD = "held_"
"""What the fields of facts that a passage holds begin with. They are searched only where facts are asked for; that all others
have fields of their own lets tantivy pass over most entries, which it does not where a condition must hold besides."""
NUMBERS = ("report_number", "entry_number", "passage_number")
"""The columns that hold a key's ids as numbers, in its order."""


class LexicalIndex:
    """One word index, opened for reading. Scores are BM25, comparable only within one field and query."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`. Raises ValueError where there is none or it is damaged."""
        import tantivy

        self._tantivy = tantivy
        with _lockable(folder) as opened:
            self._index = _unwatched(tantivy.Index.open(str(opened)))
            self._searcher = self._index.searcher()
        self._parted = self._has(HELD + FIELDS[0])

    def __len__(self) -> int:
        return self._searcher.num_docs

    def search(self, query: str, filters: Filters, limit: int) -> dict[str, list[tuple[Key, float]]]:
        """Return, by field, the best `limit` entries with their scores, best first."""
        wanted = tokens(query)
        return {field: self._field(field, wanted[field], filters, limit) for field in FIELDS}

    def best(
        self, query: str, boosts: Mapping[str, float], filters: Filters, limit: int
    ) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
        """Return ids and scores of the best `limit` entries, best first.

        A score is the sum of the fields' scores, each times its boost; fields without one are not searched.
        """
        terms = [
            (name, boosts[field], token)
            for field, wanted in tokens(query).items()
            if boosts.get(field)
            for name in self._named(field, filters)
            for token in dict.fromkeys(wanted)
        ]
        hits = self._search(self._any(terms), filters, limit) if terms else []
        return self._numbers(hits), np.array([score for score, _ in hits], dtype=np.float64)

    def covered(self, query: str, filters: Filters) -> float:
        """Return how much of what the query's words tell stands in the one entry that has most of it, 0 to 1.

        Its BM25 score over words, as a share of what an entry of middling length scores that has each word once.
        """
        wanted = list(dict.fromkeys(tokens(query)["words"]))
        counts = [self._searcher.doc_freq("words", word) for word in wanted]
        most = sum(math.log(1 + (len(self) - count + 0.5) / (count + 0.5)) for count in counts)
        named = self._named("words", filters)
        terms = [(name, 1.0, word) for name in named for word in wanted]
        hits = self._search(self._any(terms), filters, 1) if terms else []
        return min(1.0, hits[0][0] / most) if hits and most > 0 else 0.0

    def exact(self, name: str, filters: Filters, limit: int) -> NDArray[np.uint64]:
        """Return the ids of entries that hold the characters of `name` one behind the other, punctuation aside."""
        characters: list[str | tuple[int, str]] = list(tokens(name)["chars"])
        if not characters:
            return np.zeros(0, dtype=np.uint64)
        query, schema, should = self._tantivy.Query, self._index.schema, self._tantivy.Occur.Should
        named = self._named("chars", filters)
        # A phrase of one word is refused.
        phrases = [
            query.phrase_query(schema, name, characters)
            if len(characters) > 1
            else query.term_query(schema, name, characters[0])
            for name in named
        ]
        phrase = query.boolean_query([(should, each) for each in phrases]) if len(phrases) > 1 else phrases[0]
        return self._numbers(self._search(phrase, filters, limit))

    def report_of(self, entry: str) -> str | None:
        """Return the id of the report that the entry with this id belongs to, None for an unknown id."""
        query = self._tantivy.Query.term_query(self._index.schema, "entry", entry)
        found = self._keys([address for _, address in self._searcher.search(query, 1, count=False).hits])
        return found[0].report if found else None

    def _field(
        self, field: str, wanted: Sequence[str], filters: Filters, limit: int
    ) -> list[tuple[Key, float]]:
        if not wanted:
            return []
        named = self._named(field, filters)
        terms = [(name, 1.0, token) for name in named for token in dict.fromkeys(wanted)]
        hits = self._search(self._any(terms), filters, limit)
        keys = self._keys([address for _, address in hits])
        # Equal scores come in the order of segments, which a rebuild may change; ids settle it.
        found = [(key, score) for key, (score, _) in zip(keys, hits, strict=True)]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def _has(self, field: str) -> bool:
        """Tell whether the index has a field; those of libraries of format 2 have none for facts that a passage holds."""
        try:
            self._tantivy.Query.term_query(self._index.schema, field, "")
        except ValueError:
            return False
        return True

    def _named(self, field: str, filters: Filters) -> tuple[str, ...]:
        """Return the fields in which tokens are looked for."""
        standing = filters.kind in ("passage", "standing")
        return (field,) if standing or not self._parted else (field, HELD + field)

    def _any(self, terms: Iterable[tuple[str, float, str]]) -> tantivy.Query:
        """Return the query for (field, boost, token)s of which an entry must hold one."""
        query, schema, should = self._tantivy.Query, self._index.schema, self._tantivy.Occur.Should
        wanted = [(query.term_query(schema, field, token), boost) for field, boost, token in terms]
        return query.boolean_query(
            [(should, query.boost_query(term, boost) if boost != 1 else term) for term, boost in wanted]
        )

    def _search(
        self, text: tantivy.Query, filters: Filters, limit: int
    ) -> list[tuple[float, tantivy.DocAddress]]:
        must = self._tantivy.Occur.Must
        conditions = [(must, condition) for condition in self._conditions(filters)]
        asked = self._tantivy.Query.boolean_query([(must, text), *conditions]) if conditions else text
        hits = self._searcher.search(asked, limit, count=False).hits
        return [(float(score), address) for score, address in hits]

    def _numbers(self, hits: Sequence[tuple[float, tantivy.DocAddress]]) -> NDArray[np.uint64]:
        found = self._searcher.fast_field_values("entry_number", [address for _, address in hits])
        return np.array(found, dtype=np.uint64)

    def _keys(self, addresses: list[tantivy.DocAddress]) -> list[Key]:
        columns = [self._searcher.fast_field_values(name, addresses) for name in NUMBERS]
        return [Key(*(f"{int(number or 0):016x}" for number in row)) for row in zip(*columns, strict=True)]

    def _conditions(self, filters: Filters) -> Iterable[tantivy.Query]:
        query, schema = self._tantivy.Query, self._index.schema
        # Where they have fields of their own, nothing else is found.
        standing = self._parted and filters.kind == "standing"
        wanted: list[tuple[str, Sequence[str | int]]] = [
            ("media", [filters.media] if filters.media is not None else []),
            ("year", filters.years),
            ("duty", [duty.value for duty in filters.duties]),
            ("kind", [] if filters.kind is None or standing else [filters.kind]),
        ]
        for field, values in wanted:
            if values:
                # A set is first made into a list of all that pass; a single term is not.
                passing = (
                    query.term_query(schema, field, values[0], index_option="basic")
                    if len(values) == 1
                    else query.term_set_query(schema, field, list(values))
                )
                # Conditions let through or not and say nothing of fitness.
                yield query.const_score_query(passing, 0.0)


@contextmanager
def _lockable(folder: Path) -> Iterator[Path]:
    """Give a folder of the same files in which tantivy can make its lock: it needs one to open, not to search."""
    if os.access(folder, os.W_OK):
        yield folder
        return
    with tempfile.TemporaryDirectory() as mirror:
        for path in folder.iterdir():
            if path.suffix != ".lock":
                (Path(mirror) / path.name).symlink_to(path.absolute())
        yield Path(mirror)


class Writing:
    """The word index of the next snapshot being written into a folder that holds that of the last one, or nothing yet.

    Whoever has the index open keeps what they opened.
    """

    def __init__(self, folder: Path, gone: Iterable[str]) -> None:
        """Take the reports with the ids `gone` out."""
        import tantivy

        folder.mkdir(parents=True, exist_ok=True)
        self._index = _unwatched(tantivy.Index(_schema(), path=str(folder), reuse=True))
        self._writer = self._index.writer(heap_size=HEAP, num_threads=1)
        self._document = tantivy.Document
        for report in gone:
            self._writer.delete_documents_by_term("report", report)

    def put(self, entries: Iterable[Entry]) -> None:
        """Put entries in."""
        for entry in entries:
            document = self._document()
            for name, number in zip(NUMBERS, (entry.report, entry.id, entry.passage), strict=True):
                document.add_unsigned(name, int(number, 16))
            document.add_text("entry", entry.id)
            document.add_text("report", entry.report)
            document.add_text("media", entry.media)
            document.add_integer("year", entry.year)
            document.add_text("duty", entry.duty.value if entry.duty else "none")
            document.add_text("kind", entry.kind)
            standing = entry.kind == "passage" or entry.passage == NOWHERE
            if standing:
                document.add_text("kind", "standing")
            for field, found in spaced(entry.text).items():
                document.add_text(field if standing else HELD + field, found)
            self._writer.add_document(document)

    def finish(self) -> int:
        """Make what was put in part of the index, and return how many entries it holds."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._index.reload()
        return int(self._index.searcher().num_docs)


def update(folder: Path, gone: Iterable[str], entries: Iterable[Entry]) -> int:
    """Take the reports `gone` out of the index in `folder`, put `entries` in, and return its size; see `Writing`."""
    writing = Writing(folder, gone)
    writing.put(entries)
    return writing.finish()


def _unwatched(index: tantivy.Index) -> tantivy.Index:
    """Let an index be read anew only where it is asked to: its thread that looks for commits locks folders that are being removed."""
    index.config_reader(reload_policy="manual")
    return index


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    # Numbers in columns are read back a hundred times faster than stored documents.
    for name in NUMBERS:
        builder.add_unsigned_field(name, fast=True)
    for name in ("entry", "report", "media", "duty", "kind"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("year", indexed=True)
    for name in FIELDS:
        # Only characters are searched as phrases, and only phrases need positions.
        option = "position" if name == "chars" else "freq"
        for field in (name, HELD + name):
            builder.add_text_field(field, tokenizer_name="whitespace", index_option=option)
    return builder.build()
