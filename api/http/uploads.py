"""Uploaded files as files on disk, for as long as they are read."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from fastapi import UploadFile


@contextlib.contextmanager
def kept(files: Sequence[UploadFile]) -> Iterator[tuple[list[Path], dict[str, str]]]:
    """Give the paths of the files, and the name that each path's file was sent under."""
    with tempfile.TemporaryDirectory(prefix="yinzheng-") as folder:
        paths, names = put(files, Path(folder))
        yield paths, dict(zip(map(str, paths), names, strict=True))


def put(files: Sequence[UploadFile], folder: Path) -> tuple[list[Path], list[str]]:
    """Lay the files into a folder, and return their paths and the names that they were sent under."""
    paths: list[Path] = []
    for number, file in enumerate(files):
        # One folder, for the pages of one report belong together; another only where a name comes twice, since
        # the name itself says of what year a report is.
        name = plain_name(file.filename)
        path = folder / "0000" / name
        if path.exists():
            path = folder / f"{number:04d}" / name
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as out:
            shutil.copyfileobj(file.file, out)
        paths.append(path)
    return paths, [path.name for path in paths]


def plain_name(sent: str | None) -> str:
    """Return the last part of a file's name as a browser sent it, fit to be a file's name here."""
    name = PureWindowsPath(PurePosixPath(sent or "").name).name
    name = "".join(char for char in name if char.isprintable() and char not in '/\\:*?"<>|').strip(" .")
    # A file system's limit is 255 bytes; the suffix at the end is what matters.
    while len(name.encode()) > 200:
        name = name[1:]
    return name or "upload"
