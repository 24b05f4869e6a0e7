"""One file that holds a whole library, and a library made of it on another machine.

The file is a zip: `backup.json` lists every member with size and SHA-256; below `data/` lies the live snapshot,
what belongs to its reports, and what people decided. Derived files are in it too, so that a restored
library answers at once and is the same to the byte.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from ingest.report import Frozen
from search.artifacts import Artifacts
from search.databases import reading
from search.errors import LibraryError, reason
from search.files import digest, sync
from search.snapshots import Digest, Manifest, Snapshots

FORMAT = 1
LISTING = "backup.json"
DATA = "data"
BLOCK = 1 << 20

Progress = Callable[[int, int, str], None]


class Listing(Frozen):
    """`backup.json`: what the file holds."""

    format: int
    made_at: str
    """ISO 8601 with offset."""
    snapshot: str
    reports: int
    files: dict[str, Digest]
    """By path inside the library's folder."""


def backup(data_dir: Path | str, target: Path, *, progress: Progress | None = None) -> Listing:
    """Write the library in `data_dir` to the file `target`, which is whole or not there; return what it holds.

    The library may be read and written meanwhile: what is live when this starts is what is kept.
    Raises LibraryError where nothing is stored, or a file of the library is not as the library says.
    """
    home = Path(data_dir)
    manifest, held = Snapshots(home).open()
    half = target.with_name(f".{target.name}.part")
    with held, tempfile.TemporaryDirectory() as folder:
        try:
            members = list(_members(home, manifest, Path(folder)))
            listed = {}
            with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
                for done, (name, path) in enumerate(members, start=1):
                    listed[name] = _packed(packed, name, path, _stated(manifest, name))
                    if progress is not None:
                        progress(done, len(members), "备份")
                listing = Listing(
                    format=FORMAT,
                    made_at=datetime.now().astimezone().isoformat(timespec="seconds"),
                    snapshot=manifest.id,
                    reports=len(manifest.reports),
                    files=listed,
                )
                packed.writestr(LISTING, listing.model_dump_json(indent=1))
            sync(half)
            half.replace(target)
            sync(target.parent)
        finally:
            half.unlink(missing_ok=True)
    return listing


def restore(source: Path, data_dir: Path | str, *, progress: Progress | None = None) -> Listing:
    """Make the library that `source` holds in `data_dir`, which must be empty or not there; return what it holds.

    Everything is unpacked beside it and held against its digest first: a damaged file leaves nothing behind.
    Raises LibraryError, which names the place, where the file is damaged or no backup, or the folder is in use.
    """
    home = Path(data_dir).absolute()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise LibraryError(f"{data_dir} 不是空文件夹，恢复不覆盖已有的资料，请用 --data 另指一个")
    try:
        packed = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise LibraryError(f"{source} 不是完整的备份文件：文件尾缺失或不是 yinzheng backup 所写") from error
    home.parent.mkdir(parents=True, exist_ok=True)
    with packed, tempfile.TemporaryDirectory(dir=home.parent, prefix=".restoring-") as folder:
        listing = _listing(packed, source)
        new = Path(folder) / "data"
        for done, (name, stated) in enumerate(listing.files.items(), start=1):
            _unpacked(packed, source, name, new / name, stated)
            if progress is not None:
                progress(done, len(listing.files), "恢复")
        for path in [new, *(path for path in new.rglob("*") if path.is_dir())]:
            sync(path)
        if home.exists():
            home.rmdir()
        new.rename(home)
    sync(home.parent)
    return listing


def _members(home: Path, manifest: Manifest, folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (path inside the library's folder, path) of all that belongs to the snapshot and to people."""
    artifacts = Artifacts(home / "artifacts")
    live = Snapshots(home).path(manifest.id)
    paths = [live / "manifest.json", *(live / name for name in manifest.files)]
    for stored in (*manifest.reports, *manifest.versions):
        paths.append(artifacts.original(stored.sha256))
        paths.append(artifacts.understood(stored.sha256, stored.code))
        vectors = artifacts.embedded(stored.sha256, stored.code, manifest.model_id)
        # Those of an earlier version may be gone: nothing answers from them.
        paths += [vectors] if vectors.exists() else []
    for path in dict.fromkeys(paths):
        yield path.relative_to(home).as_posix(), path
    for path in sorted(home.glob("*.sqlite")):
        copy = folder / path.name
        _copied(path, copy)
        yield path.name, copy
    pointer = folder / "CURRENT"
    pointer.write_text(f"{manifest.id}\n", encoding="ascii")
    yield "CURRENT", pointer


def _copied(path: Path, copy: Path) -> None:
    """Copy a database as it stands between two writings."""
    try:
        with reading(path) as held, closing(sqlite3.connect(copy)) as new:
            held.backup(new)
        shutil.copymode(path, copy)
    except sqlite3.Error as error:
        raise LibraryError(f"{path.name} 无法读取：{reason(error)}") from error


def _stated(manifest: Manifest, name: str) -> Digest | None:
    """Return what the snapshot says that a file is, None for files that it says nothing of."""
    return manifest.files.get(name.removeprefix(f"snapshots/{manifest.id}/"))


def _packed(packed: zipfile.ZipFile, name: str, path: Path, stated: Digest | None) -> Digest:
    """Put a file in and return its digest. A damaged library must not become a backup that looks sound."""
    try:
        found = Digest(sha256=digest(path), size=path.stat().st_size)
        packed.write(path, f"{DATA}/{name}")
    except FileNotFoundError as error:
        raise LibraryError(f"资料库缺少 {name}，未作备份，请先运行 yinzheng rebuild") from error
    if stated is not None and stated != found:
        raise LibraryError(f"资料库中的 {name} 已损坏，未作备份，请先运行 yinzheng rebuild")
    return found


def _listing(packed: zipfile.ZipFile, source: Path) -> Listing:
    try:
        listing = Listing.model_validate_json(packed.read(LISTING))
    except (KeyError, ValidationError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise LibraryError(f"{source} 的清单 {LISTING} 缺失或已损坏，不能恢复") from error
    if listing.format != FORMAT:
        raise LibraryError(f"{source} 的备份格式为 {listing.format}，本程序只读 {FORMAT}")
    for name in listing.files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise LibraryError(f"{source} 中的路径 {name} 不在资料库之内，不能恢复")
    return listing


def _unpacked(packed: zipfile.ZipFile, source: Path, name: str, path: Path, stated: Digest) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    found, size = hashlib.sha256(), 0
    try:
        with packed.open(f"{DATA}/{name}") as member, path.open("wb") as file:
            # Never more than was stated: a small member may unpack to what no disk holds.
            while size <= stated.size and (block := member.read(BLOCK)):
                found.update(block)
                size += len(block)
                file.write(block)
            file.flush()
            sync(path)
        # Who may read a file is as it was: keys are their owner's alone.
        path.chmod(0o600 | (packed.getinfo(f"{DATA}/{name}").external_attr >> 16) & 0o666)
    except (KeyError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise LibraryError(f"{source} 已损坏：{name} 缺失或读不出，没有恢复任何内容") from error
    if (found.hexdigest(), size) != (stated.sha256, stated.size):
        raise LibraryError(f"{source} 已损坏：{name} 与清单不符，没有恢复任何内容")


__all__ = ["Listing", "backup", "restore"]
