"""What is made of one file's bytes, kept once under what it was made of and never changed.

``artifacts/originals/ab/SHA`` the bytes; ``understood/ab/SHA.CODE.json.gz`` the report and its passages (`search.kept`);
``vectors/ab/SHA.CODE.MODEL.npy`` one row a passage, then one a fact, then one a clause of the passages.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ingest.report import Report
from search.files import write
from search.kept import Glance, kept, whole
from search.passages import Passage

if TYPE_CHECKING:
    from search.encoder import Vectors


def share_alike(*values: BaseModel) -> None:
    """Let all values within frozen ones keep together what is the same of them, which takes half the memory.

    That is the sets of fields that were given, 728 bytes for each of thousands of values, and the paths of headings.
    """
    same: dict[Any, Any] = {}
    waiting: list[Any] = [*values]
    while waiting:
        each = waiting.pop()
        if isinstance(each, BaseModel):
            given = each.model_fields_set
            # Frozen values have no other way; nobody changes what they hold in place.
            object.__setattr__(each, "__pydantic_fields_set__", same.setdefault(frozenset(given), given))
            for name, held in each.__dict__.items():
                if isinstance(held, tuple):
                    if held and isinstance(held[0], str):
                        each.__dict__[name] = same.setdefault(held, held)
                    else:
                        waiting += held
                elif isinstance(held, BaseModel):
                    waiting.append(held)


class Artifacts:
    """The artifacts under one folder. All methods may be used by several processes at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def original(self, sha256: str) -> Path:
        """Return where the bytes with this SHA-256 (64 hex digits) are or would be."""
        return self.folder / "originals" / sha256[:2] / sha256

    def understood(self, sha256: str, code: str) -> Path:
        """Return where the report made of these bytes by `code` (see `code_key`) is or would be."""
        return self.folder / "understood" / sha256[:2] / f"{sha256}.{_safe(code)}.json.gz"

    def embedded(self, sha256: str, code: str, model_id: str) -> Path:
        """Return where the vectors of that report under the model are or would be."""
        return self.folder / "vectors" / sha256[:2] / f"{sha256}.{_safe(code)}.{_safe(model_id)}.npy"

    def keep(self, content: bytes) -> str:
        """Keep a file's bytes and return their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self.original(sha256).exists():
            write(self.original(sha256), content)
        return sha256

    def write_report(self, sha256: str, code: str, report: Report, passages: list[Passage]) -> None:
        """Keep what was understood of the bytes."""
        content = gzip.compress(kept(report, passages), compresslevel=1, mtime=0)
        write(self.understood(sha256, code), content)

    def read_report(self, sha256: str, code: str) -> tuple[Report, tuple[Passage, ...]]:
        """Return the report and its passages. Raises OSError or ValueError where missing or damaged."""
        return whole(self._kept(sha256, code))

    def glance(self, sha256: str, code: str) -> Glance:
        """Return the report to be read in part. Raises OSError or ValueError where missing or damaged."""
        return Glance(self._kept(sha256, code))

    def _kept(self, sha256: str, code: str) -> bytes:
        try:
            return gzip.decompress(self.understood(sha256, code).read_bytes())
        except (EOFError, gzip.BadGzipFile) as error:
            raise ValueError(f"damaged artifact: {error}") from error

    def write_vectors(self, sha256: str, code: str, model_id: str, vectors: Vectors) -> None:
        """Keep the vectors, shape (passages + facts + clauses, dimension), of one report."""
        import numpy as np

        from search.npy import data, header

        kept = np.ascontiguousarray(vectors, dtype=np.float32)
        write(self.embedded(sha256, code, model_id), header(kept), data(kept))

    def read_vectors(self, sha256: str, code: str, model_id: str) -> Vectors:
        """Return the vectors of one report. Raises OSError or ValueError where missing or damaged."""
        import numpy as np

        vectors: Vectors = np.load(self.embedded(sha256, code, model_id), allow_pickle=False)
        return vectors

    def files(self) -> Iterator[Path]:
        """Yield every kept file, and what an interrupted writing left behind."""
        for part in ("originals", "understood", "vectors"):
            yield from (path for path in (self.folder / part).glob("*/*") if path.is_file())


def code_key(code: str, media: str | None = None, year: int | None = None) -> str:
    """Return the key of what `code` makes of bytes when the caller states media and year (None: found in it)."""
    if media is None and year is None:
        return code
    stated = hashlib.sha256(f"{media or ''}\x1f{year or ''}".encode()).hexdigest()[:8]
    return f"{code}-{stated}"


def _safe(name: str) -> str:
    """Return `name` as part of a file name; names that had to be changed stay apart by their hash."""
    if re.fullmatch(r"[A-Za-z0-9_+-]{1,80}", name):
        return name
    plain = re.sub(r"[^A-Za-z0-9_+-]", "-", name)[:60]
    return f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
