"""Writing the next snapshot into Milvus, beside the one that readers see."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from search.entries import Entry
from search.errors import LibraryError
from search.milvus.index import MilvusIndex
from search.milvus.layout import (
    ALIAS,
    FILE,
    SCHEMES,
    Listed,
    clauses_of,
    connected,
    create,
    quoted,
    row,
    speaking,
    version,
)
from search.segments import Vectors

ROWS: Final = 1_000
"""Rows that go in one message; Milvus takes 64 MB, of which these are some 3."""


class Writing:
    """The index of a snapshot that is being made."""

    def __init__(
        self, setting: str, number: int, dimension: int, last: Path | None, kin: Sequence[Path]
    ) -> None:
        """Follow the index in the folder `last`, or begin a new one.

        `kin`: folders of the library's other snapshots. Raises LibraryError where Milvus holds another library.
        """
        self._client = connected(setting)
        self._number = number
        kept = [Listed.read(folder) for folder in kin if (folder / FILE).exists()]
        self._known = {listed.collection for listed in kept}
        _refuse_others(self._client, self._known)
        if last is not None:
            if not (last / FILE).exists():
                raise LibraryError(
                    "检索索引在资料库的文件夹里，不在 Milvus 里；要移过去请运行 yinzheng rebuild --search"
                )
            before = Listed.read(last)
            self._collection, self._live, self._dead = before.collection, dict(before.live), set(before.dead)
            # Of a writer that was killed, and of snapshots that are gone.
            self._delete(f"since > {before.number}")
            gone = self._dead - set().union(*(listed.versions for listed in kept))
            if gone:
                self._delete(f"version in [{', '.join(map(quoted, sorted(gone)))}]")
                self._dead -= gone
        else:
            self._collection, self._live, self._dead = f"yinzheng_{secrets.token_hex(6)}", {}, set()
            with speaking():
                create(self._client, self._collection, dimension, lite=not setting.startswith(SCHEMES))

    def drop(self, reports: Iterable[str]) -> None:
        """Let reports no longer count."""
        for report in reports:
            if report in self._live:
                self._dead.add(version(report, self._live.pop(report)))

    def put(self, reports: Iterable[tuple[Sequence[Entry], Vectors]]) -> None:
        """Put reports in: their entries with clauses, and the vectors of them."""
        for entries, vectors in reports:
            rows = [
                row(entry, vector.tolist(), at, self._number)
                for at, (entry, vector) in enumerate(zip(entries, vectors, strict=True))
            ]
            for name, wanted in ((self._collection, False), (clauses_of(self._collection), True)):
                some = [each for each in rows if (each["kind"] == "clause") == wanted]
                for start in range(0, len(some), ROWS):
                    with speaking():
                        self._client.insert(name, some[start : start + ROWS])
            if rows:
                self._live[rows[0]["report"]] = self._number

    def finish(self, folder: Path, setting: str) -> int:
        """Write the file that stands for the index, and return how many entries count."""
        Listed(self._collection, self._number, self._live, tuple(sorted(self._dead))).save(folder)
        return len(MilvusIndex(folder, setting))

    def _delete(self, expression: str) -> None:
        with speaking():
            for name in (self._collection, clauses_of(self._collection)):
                self._client.delete(name, filter=expression)


def settle(setting: str, live: Path, kept: Sequence[Path]) -> None:
    """Let the alias name the live collection, and remove what none of the snapshots `kept` holds."""
    client = connected(setting)
    listed = Listed.read(live)
    others = [Listed.read(folder) for folder in kept if (folder / FILE).exists()]
    with speaking():
        target = _aliased(client)
        if target is None:
            client.create_alias(listed.collection, ALIAS)
        elif target != listed.collection:
            client.alter_alias(listed.collection, ALIAS)
        needed = {each.collection for each in (listed, *others)}
        for name in client.list_collections():
            if name.startswith("yinzheng_") and name.removesuffix("_clauses") not in needed:
                client.drop_collection(name)


def _aliased(client: Any) -> str | None:
    for name in client.list_collections():
        if ALIAS in client.list_aliases(collection_name=name).get("aliases", []):
            return str(name)
    return None


def _refuse_others(client: Any, known: set[str]) -> None:
    with speaking():
        target = _aliased(client)
    if target is not None and target not in known:
        raise LibraryError(
            "Milvus 里已有另一个资料库的索引，每个资料库要有自己的 database（milvus://主机:19530/名称）；"
            f"确要让位，请先在 Milvus 里删去别名 {ALIAS}"
        )
