"""The files that pages load: style, scripts, the seal."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"


@cache
def digest() -> str:
    """Return what tells this set of files from every other: it stands in their addresses, so that none goes stale."""
    content = b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()))
    return hashlib.sha256(content).hexdigest()[:12]
