"""Learn by how much figures change from year to year: ``python -m search.checking.fit`` makes `changes.json`.

The pairs are those that checking itself finds between reports of the tuning part of the sample corpora that follow each other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from ingest.pipeline import understand
from ingest.report import Report
from search.checking.case import Case
from search.checking.counterparts import pairs
from search.checking.jumps import CHANGES, kind_of
from search.encoder import open_encoder

CORPORA = Path(__file__).parents[2] / "corpora"
USUAL = 0.98
"""The share of known changes that lies below the upper limit before the margin, and above the lower one."""
MARGIN = 2.0
"""How many times farther than that a figure may go: the media are few."""
LEAST = 2.5
"""A limit below this factor would flag what is merely a good year."""


def main() -> None:
    """Read the tuning series, and write the limits by kind of figure."""
    ratios: dict[str, list[float]] = defaultdict(list)
    for folder in sorted((CORPORA / "gold" / "tuning").iterdir()):
        files = sorted((CORPORA / "reports" / folder.name).iterdir())
        reports = [understand(path.read_bytes(), path.name) for path in files if path.is_file()]
        for kind, ratio in changes(sorted(reports, key=lambda report: report.report_year or 0)):
            ratios[kind].append(ratio)
    limits = {kind: limit(found) for kind, found in sorted(ratios.items())}
    CHANGES.write_text(json.dumps(limits, indent=2) + "\n", encoding="utf-8")
    for kind, found in sorted(ratios.items()):
        print(f"{kind}: {len(found)} pairs, ×{min(found):.2f} to ×{max(found):.2f}, limits {limits[kind]}")


def changes(reports: Sequence[Report]) -> Iterator[tuple[str, float]]:
    """Yield the kind of each figure that two reports in a row give, and its factor of change a year."""
    for before, now in pairwise(reports):
        if before.report_year is None or now.report_year is None:
            continue
        years = now.report_year - before.report_year
        case = Case(now, now.report_year, (before,), open_encoder())
        for pair in pairs(case, before.report_year):
            if pair.before.value > 0 and pair.now.value > 0:
                yield kind_of(pair.now), (pair.now.value / pair.before.value) ** (1 / years)


def limit(ratios: Sequence[float]) -> dict[str, float]:
    """Return the limits that known changes a year give."""
    # All but the outermost: a pair that is none must not set the limit.
    up, down = MARGIN * float(np.quantile(ratios, USUAL)), float(np.quantile(ratios, 1 - USUAL)) / MARGIN
    return {"up": round(max(LEAST, up), 2), "down": round(min(1 / LEAST, down), 2)}


if __name__ == "__main__":
    main()
