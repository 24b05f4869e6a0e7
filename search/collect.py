"""Which files a command means: paths and folders become files that are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from search.answers import IngestFailure

SUFFIXES = (".txt", ".html", ".htm", ".docx", ".doc", ".pdf")
"""What is taken from folders. A file that is named itself is tried whatever its suffix."""
LARGEST = 200 << 20
"""Bytes. Reports are a few megabytes with their pictures."""


@dataclass(frozen=True)
class Found:
    """A file to be read. `name` is what ids of failures and versions call it."""

    path: Path
    name: str


def collect(paths: Iterable[Path]) -> tuple[list[Found], list[IngestFailure]]:
    """Return the files meant by `paths`, each once, ordered by path, and the paths that mean none."""
    found: dict[Path, Found] = {}
    failures = []
    for path in paths:
        if path.is_dir():
            for inside in _walk(path):
                found.setdefault(inside.resolve(), Found(inside, inside.name))
        elif path.is_file():
            found.setdefault(path.resolve(), Found(path, path.name))
        else:
            failures.append(IngestFailure(path=str(path), error="找不到文件或文件夹，或者不是普通文件"))
    return sorted(found.values(), key=lambda file: str(file.path)), failures


def read(file: Found) -> bytes:
    """Return a file's bytes. Raises OSError; ValueError (one Chinese line) where it is too large."""
    if file.path.stat().st_size > LARGEST:
        raise ValueError(f"文件超过 {LARGEST >> 20} MB，不像一份报告")
    return file.path.read_bytes()


def _walk(folder: Path) -> Iterable[Path]:
    for path in sorted(folder.iterdir()):
        # ~$x.docx is Word's own lock file beside an open document.
        if path.name.startswith((".", "~$")):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _walk(path)
        elif path.suffix.lower() in SUFFIXES and path.is_file():
            yield path
