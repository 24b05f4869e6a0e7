"""Which files a command means: paths and folders become files that are read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    more: tuple[Path, ...] = ()
    """Further pages of the same article, in order."""


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
    return _put_together(sorted(found.values(), key=lambda file: str(file.path))), failures


def read(file: Found) -> bytes:
    """Return a file's bytes. Raises OSError; ValueError (one Chinese line) where it is too large."""
    paths = (file.path, *file.more)
    if sum(path.stat().st_size for path in paths) > LARGEST:
        raise ValueError(f"文件超过 {LARGEST >> 20} MB，不像一份报告")
    if not file.more:
        return file.path.read_bytes()
    from ingest.readers.html_parts import join

    return join([path.read_bytes() for path in paths])


_PAGES = frozenset({".html", ".htm", ".shtml"})
# 报告_2.html, t2022_8.htm, 报告(3).html, 报告第2页.html
_NUMBERED = re.compile(r"(?P<base>.*?)(?:[\s_\-]*第?|[（(])(?P<number>\d{1,2})(?:页|[)）])?")


def _put_together(files: list[Found]) -> list[Found]:
    """Make one file of those that are the pages of one article.

    That they are takes both: names in one folder that differ in a page number alone, without a gap from the first on
    (报告.html, 报告_2.html … or 报告_1.html, 报告_2.html …), and a pager in each of them.
    """
    series: defaultdict[tuple[Path, str], dict[int, Found]] = defaultdict(dict)
    plain = {(file.path.parent, file.path.stem): file for file in files if file.path.suffix.lower() in _PAGES}
    for (folder, stem), file in plain.items():
        match = _NUMBERED.fullmatch(stem)
        if match:
            series[folder, match["base"]][int(match["number"])] = file
    later: dict[Path, Found | None] = {}
    for (folder, base), numbered in series.items():
        first = plain.get((folder, base))
        pages = [numbered[number] for number in sorted(numbered)]
        numbers = sorted(numbered)
        if first is not None and numbers[0] in {1, 2}:
            pages = [first, *pages]
        elif numbers[0] not in {0, 1}:
            continue
        gapless = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        if len(pages) < 2 or not gapless or not all(map(_is_cut, pages)):
            continue
        later |= {page.path: None for page in pages[1:]}
        later[pages[0].path] = replace(pages[0], more=tuple(page.path for page in pages[1:]))
    together = (later.get(file.path, file) for file in files)
    return [file for file in together if file is not None]


def _is_cut(file: Found) -> bool:
    """Return whether a saved page has a pager; a file that can't be read has none."""
    from ingest.readers.html import told_pages

    try:
        return told_pages(read(file)) > 1
    except (OSError, ValueError):
        return False


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
