"""Font names: which faces mark headings the way bold does."""

from __future__ import annotations

import re

# Faces that Chinese office style sets headings in where others use bold.
_HEAVY_FACE = re.compile(r"黑体|SimHei|Heiti|小标宋|大标宋|粗宋|粗黑|Heavy|Black|Bold", re.I)

BODY_SHARE = 0.4
"""A heavy face that sets more of the text than this is the body's, so it marks nothing."""


def heavy_face(name: str | None) -> bool:
    """Return whether a font's name says that it is a heavy one (黑体 and its like)."""
    return bool(name and _HEAVY_FACE.search(name))
