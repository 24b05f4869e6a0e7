"""How entries lie in Milvus: two collections, the file that stands for them in a snapshot, and the connection.

A row belongs to one version of a report and never changes. It says since which snapshot it is there; a snapshot
lists the versions that are there too but no longer count. So readers of one snapshot see it whole while another is written.
"""

from __future__ import annotations

import importlib
import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from search.entries import Entry
from search.errors import LibraryError
from search.files import write
from search.tokens import FIELDS, tokens

FILE: Final = "milvus.json"
ALIAS: Final = "yinzheng"
"""Names the live collection to whoever looks at Milvus by other means."""
SCHEMES: Final = ("milvus://", "milvus+https://")
LONGEST: Final = 65_535
"""Bytes of a text field; a passage of 300 characters takes 4,200 as bigrams."""
PARTITIONS: Final = 64
"""Parts by media, so that questions of one media read one part; shards hold several."""


@dataclass(frozen=True)
class Listed:
    """What stands for the index in a snapshot's folder."""

    collection: str
    number: int
    """Rows of later snapshots do not count."""
    live: dict[str, int]
    """By report, the snapshot since which it is there."""
    dead: tuple[str, ...]
    """Versions that may still be there and do not count."""

    @property
    def versions(self) -> set[str]:
        """The versions that count."""
        return {version(report, since) for report, since in self.live.items()}

    def save(self, folder: Path) -> None:
        """Write the file."""
        write(folder / FILE, json.dumps(asdict(self), indent=1).encode())

    @classmethod
    def read(cls, folder: Path) -> Listed:
        """Return what the file says. Raises ValueError or OSError where it is missing or damaged."""
        try:
            content = json.loads((folder / FILE).read_bytes())
            return cls(content["collection"], content["number"], content["live"], tuple(content["dead"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"damaged {FILE}: {error}") from error


def version(report: str, since: int) -> str:
    """Return what names a report's rows of one snapshot."""
    return f"{report}-{since}"


def clauses_of(collection: str) -> str:
    """Return the collection that holds the vectors of a collection's clauses."""
    return f"{collection}_clauses"


@lru_cache(maxsize=8)
def connected(setting: str) -> Any:
    """Return a client of the Milvus that `setting` states: ``milvus://user:password@host:19530/database`` or a file.

    Raises LibraryError where the client library is missing or nobody answers.
    """
    library = importlib_milvus()
    # What goes wrong is told once, by us.
    logging.getLogger("pymilvus").setLevel(logging.CRITICAL)
    if setting.startswith(SCHEMES):
        parts = urlsplit(setting)
        scheme = "https" if setting.startswith("milvus+https") else "http"
        where = {
            "uri": f"{scheme}://{parts.hostname}:{parts.port or 19530}",
            "user": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "db_name": parts.path.strip("/") or "default",
        }
    elif setting.endswith(".db"):
        where = {"uri": str(Path(setting).absolute())}
        # Its server logs a fault for each call that it does not know; the client gets along without.
        logging.getLogger("grpc._server").setLevel(logging.CRITICAL)
    else:
        raise LibraryError(
            f"--search {setting}：应为 milvus://主机:19530，或以 .db 结尾的文件（Milvus Lite）"
        )
    with speaking():
        return library.MilvusClient(**where)


def importlib_milvus() -> Any:
    """Return the library `pymilvus`. Raises LibraryError where it is missing."""
    try:
        return importlib.import_module("pymilvus")
    except ImportError as error:
        raise LibraryError("用 Milvus 检索要先安装：pip install 'yinzheng[milvus]'") from error


@contextmanager
def speaking() -> Iterator[None]:
    """Tell what goes wrong with Milvus in one line."""
    exceptions: Any = importlib.import_module("pymilvus.exceptions")
    try:
        yield
    except (exceptions.MilvusException, ConnectionError) as error:
        line = " ".join(str(error).split())[:200]
        raise LibraryError(f"Milvus 不能照办：{line}") from error


def create(client: Any, collection: str, dimension: int, *, lite: bool) -> None:
    """Make the two collections of a library, in Milvus or in Milvus Lite."""
    milvus = importlib_milvus()
    kinds = milvus.DataType
    for name, texts in ((collection, FIELDS), (clauses_of(collection), ())):
        schema = client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field("id", kinds.VARCHAR, is_primary=True, max_length=64)
        for field in ("report", "entry", "passage"):
            schema.add_field(field, kinds.VARCHAR, max_length=16)
        schema.add_field("version", kinds.VARCHAR, max_length=32)
        schema.add_field("media", kinds.VARCHAR, max_length=1024, is_partition_key=True)
        schema.add_field("duty", kinds.VARCHAR, max_length=16)
        schema.add_field("kind", kinds.VARCHAR, max_length=16)
        schema.add_field("year", kinds.INT16)
        schema.add_field("since", kinds.INT64)
        schema.add_field("standing", kinds.BOOL)
        schema.add_field("vector", kinds.FLOAT_VECTOR, dim=dimension)
        if texts:
            schema.add_field("plain", kinds.VARCHAR, max_length=LONGEST)
        indexes = client.prepare_index_params()
        indexes.add_index("vector", index_type="AUTOINDEX", metric_type="IP")
        for field in texts:
            analyzer = {"tokenizer": "jieba"} if field == "words" else {"tokenizer": "standard"}
            schema.add_field(
                field, kinds.VARCHAR, max_length=LONGEST, enable_analyzer=True, analyzer_params=analyzer
            )
            schema.add_field(f"{field}_bm25", kinds.SPARSE_FLOAT_VECTOR)
            schema.add_function(
                milvus.Function(
                    name=f"{field}_bm25",
                    function_type=milvus.FunctionType.BM25,
                    input_field_names=[field],
                    output_field_names=[f"{field}_bm25"],
                )
            )
            indexes.add_index(f"{field}_bm25", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25")
        client.create_collection(
            name,
            schema=schema,
            index_params=indexes,
            num_partitions=PARTITIONS,
            # Lite is one process, always sees what it wrote, and has no clock to ask for more.
            consistency_level="Eventually" if lite else "Strong",
        )


def row(entry: Entry, vector: Any, number: int, since: int) -> dict[str, Any]:
    """Return an entry as a row; `number` tells it from the report's others."""
    found: dict[str, Any] = {
        "id": f"{version(entry.report, since)}-{number}",
        "report": entry.report,
        "entry": entry.id,
        "passage": entry.passage,
        "version": version(entry.report, since),
        "media": entry.media,
        "duty": entry.duty.value if entry.duty else "none",
        "kind": entry.kind,
        "year": entry.year,
        "since": since,
        "standing": entry.kind == "passage" or not entry.passage.strip("0"),
        "vector": vector,
    }
    if entry.kind == "clause":
        return found
    return {**found, **texts(entry.text)}


def texts(text: str) -> dict[str, str]:
    """Return a text by field, as it is indexed and as it is asked for.

    Words are Milvus's to find (jieba). Characters and bigrams are ours, each written in ASCII: the standard analyzer,
    which cuts Chinese otherwise in Milvus than in Milvus Lite, then leaves them whole.
    """
    found = tokens(text)
    fields = {field: " ".join(map(_ascii, found[field])) for field in ("chars", "bigrams")}
    fields["words"] = text
    fields["plain"] = f" {' '.join(found['chars'])} "
    return {field: _cut(value) or "-" for field, value in fields.items()}


def _ascii(token: str) -> str:
    return token if token.isascii() and token.isalnum() else "z" + "".join(f"{ord(char):x}" for char in token)


def _cut(text: str) -> str:
    return text.encode()[:LONGEST].decode(errors="ignore")


def quoted(value: str) -> str:
    """Return a string as it stands in an expression."""
    return json.dumps(value, ensure_ascii=False)


def named(rows: Mapping[str, Any]) -> str:
    """Return what names a row's version."""
    return str(rows["version"])
