"""What a server says of itself: which sets of graphs are whole there, and whether one of them is all there is.

One triple holds it, ``<…/id/live> yz:holds "SET SET +"``, and is changed by one small update, which readers see
done or not begun. A set is named by a digest of the names of its graphs. ``+`` says that there may be more than the
sets named: graphs are being loaded, or dropped. A set alone, without ``+``, is exactly what the server holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.remote.server import ROWS, Server
from kg.vocabulary import DATA, PREFIXES

LIVE: Final = f"{DATA}live"
_HOLDS: Final = f"{PREFIXES['yz']}holds"
_UNSURE: Final = "+"


@dataclass(frozen=True)
class State:
    """The sets that are whole on the server, and whether there may be graphs of none of them."""

    sets: tuple[str, ...] = ()
    changing: bool = False

    def whole(self, name: str) -> bool:
        """Tell whether all graphs of this set are there."""
        return name in self.sets

    def exactly(self, name: str) -> bool:
        """Tell whether the graphs of this set are there and no others."""
        return self.sets == (name,) and not self.changing


def read(server: Server) -> State | None:
    """Return the server's state, None where it has none."""
    found = json.loads(server.ask(f"SELECT ?o {{ GRAPH <{LIVE}> {{ <{LIVE}> <{_HOLDS}> ?o }} }}", ROWS))
    values = [row["o"]["value"] for row in found["results"]["bindings"]]
    if not values:
        return None
    words = values[0].split()
    return State(tuple(word for word in words if word != _UNSURE), _UNSURE in words)


def write(server: Server, sets: Iterable[str], *, changing: bool) -> None:
    """Let the server's state be this."""
    new = " ".join([*dict.fromkeys(sets), *([_UNSURE] if changing else [])])
    if read(server) is None:
        server.update(f'INSERT DATA {{ GRAPH <{LIVE}> {{ <{LIVE}> <{_HOLDS}> "{new}" }} }}')
        return
    # One operation, not two: Virtuoso shows what lies between the operations of a request.
    pattern = f"GRAPH <{LIVE}> {{ <{LIVE}> <{_HOLDS}> ?old }}"
    server.update(
        f"DELETE {{ {pattern} }} INSERT {{ GRAPH <{LIVE}> {{ <{LIVE}> <{_HOLDS}> "
        f'"{new}" }} }} WHERE {{ {pattern} }}'
    )
