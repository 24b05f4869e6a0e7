"""Files that users name."""

from __future__ import annotations

from pathlib import Path

from api.errors import InvalidError
from ingest.readers import MAX_BYTES
from search.errors import reason


def written(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises InvalidError, which names the file, where it can't be written."""
    if path.is_dir():
        raise InvalidError(f"{path}：这是文件夹，请给出文件名")
    half = path.with_name(f".{path.name}.part")
    try:
        half.write_bytes(content)
        half.replace(path)
    except OSError as error:
        raise InvalidError(f"{path}：写不了（{reason(error)}）") from error
    finally:
        half.unlink(missing_ok=True)


def content_of(path: Path) -> bytes:
    """Return a file's bytes. Raises InvalidError, which names the file, where it can't be read or is too large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InvalidError(f"{path}：文件超过 {MAX_BYTES // 1_000_000} MB，不像一份报告")
        return path.read_bytes()
    except OSError as error:
        raise InvalidError(f"{path}：{reason(error)}") from error
