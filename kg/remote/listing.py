"""The file that stands for a graph kept on a server: which graphs make it up."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import StoreError
from kg.nodes import report_graph_iri

NAME: Final = "graphs.json"
_FORMAT: Final = 1


class Held(NamedTuple):
    """A report's graph as it is on the server."""

    version: str
    """16 hex digits of its content; a report understood anew is another graph."""
    triples: int

    def iri(self, report: str) -> str:
        """Return its name on the server."""
        return f"{report_graph_iri(report)}-{self.version}"


def is_remote(folder: Path) -> bool:
    """Tell whether a folder stands for a graph that is kept on a server."""
    return (folder / NAME).is_file()


def read(folder: Path) -> dict[str, Held]:
    """Return the graphs by report. Raises StoreError where the file is missing or damaged."""
    try:
        content = json.loads((folder / NAME).read_bytes())
        if content["format"] != _FORMAT:
            raise ValueError(f"format {content['format']}")
        return {report: Held(*held) for report, held in content["graphs"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"无法打开图数据库：{folder / NAME} 缺失或已损坏（{error}）") from error


def write(folder: Path, graphs: Mapping[str, Held]) -> None:
    """Write the file."""
    content = {"format": _FORMAT, "graphs": dict(sorted(graphs.items()))}
    (folder / NAME).write_text(json.dumps(content, indent=1), encoding="utf-8")


def digest(graphs: Mapping[str, Held]) -> str:
    """Return what names this set of graphs: 16 hex digits."""
    names = "\n".join(sorted(held.iri(report) for report, held in graphs.items()))
    return hashlib.sha256(names.encode()).hexdigest()[:16]
