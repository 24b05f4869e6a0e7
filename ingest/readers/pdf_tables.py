"""Ruled tables of a PDF page: drawn lines that meet form cells, and text belongs to the cell it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.pdf_page import Page, Rule, Segment

_NEAR = 3.0
"""Points within which two lines meet or are the same line."""
MAX_RULES = 3_000
"""A page with more lines than this is a drawing; its tables are not looked for."""


@dataclass
class Table:
    """Lines that meet, at least two across and three upright."""

    across: list[Rule]
    upright: list[Rule]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        return (
            min(rule.at for rule in self.upright),
            min(rule.at for rule in self.across),
            max(rule.at for rule in self.upright),
            max(rule.at for rule in self.across),
        )

    def holds(self, segment: Segment) -> bool:
        """Return whether the middle of a segment is inside."""
        left, bottom, right, top = self.box
        x = (segment.left + segment.right) / 2
        return left <= x <= right and bottom <= segment.middle <= top

    def rows(self, segments: list[Segment]) -> list[tuple[list[list[Segment]], tuple[int, ...]]]:
        """Return the rows from the top: a list of cells from the left, each the segments in it, in order; and
        the columns in which the cell above reaches down.

        Empty cells are there as empty lists; a cell that spans columns or rows leaves empty ones in the further
        ones, and one that fills its row stands alone.
        """
        cells: dict[tuple[float, float], list[Segment]] = {}
        for segment in segments:
            x = segment.left + 1
            top = min(
                (
                    r.at
                    for r in self.across
                    if r.at >= segment.middle and r.low - _NEAR <= x <= r.high + _NEAR
                ),
                default=self.box[3],
            )
            left = max(
                (
                    r.at
                    for r in self.upright
                    if r.at <= x + _NEAR and r.low - 1 <= segment.middle <= r.high + 1
                ),
                default=self.box[0],
            )
            cells.setdefault((_snap(top, self._heights), _snap(left, self._columns)), []).append(segment)
        rows = []
        for top in sorted({top for top, _ in cells}, reverse=True):
            lefts = self._columns[:-1]
            row = [
                sorted(cells.get((top, left), []), key=lambda s: (-round(s.middle), s.left)) for left in lefts
            ]
            continued = tuple(
                column
                for column, left in enumerate(lefts)
                if not row[column] and self._edge_at(left, top) and not self._closed_at(column, top)
            )
            if len([left for left in lefts if self._edge_at(left, top)]) < 2 and any(row):
                row, continued = [next(filter(None, row))], ()
            rows.append((row, continued))
        return rows

    def _closed_at(self, column: int, top: float) -> bool:
        """Return whether a line across stands at `top` over the middle of a column: there a cell begins."""
        middle = sum(self._columns[column : column + 2]) / 2
        return any(abs(r.at - top) <= _NEAR and r.low <= middle <= r.high for r in self.across)

    @property
    def _columns(self) -> list[float]:
        return _distinct([rule.at for rule in self.upright])

    @property
    def _heights(self) -> list[float]:
        return _distinct([rule.at for rule in self.across])

    def _edge_at(self, left: float, top: float) -> bool:
        """Return whether an upright line stands at `left` just below `top`: there a cell begins."""
        below = top - 2 * _NEAR
        return any(abs(r.at - left) <= _NEAR and r.low <= below <= r.high for r in self.upright)


def _distinct(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _snap(value: float, to: list[float]) -> float:
    return min(to, key=lambda other: abs(other - value))


def tables(page: Page) -> list[Table]:
    """Return the ruled tables of a page. A frame around text (one column) is none."""
    rules = page.rules
    if not rules or len(rules) > MAX_RULES:
        return []
    groups: list[list[Rule]] = []
    boxes: list[list[float]] = []
    for rule in rules:
        box = _box(rule)
        joined = [i for i, other in enumerate(boxes) if _meet(box, other)]
        group, extent = [rule], box
        for i in reversed(joined):
            group += groups.pop(i)
            other = boxes.pop(i)
            extent = [
                min(extent[0], other[0]),
                min(extent[1], other[1]),
                max(extent[2], other[2]),
                max(extent[3], other[3]),
            ]
        groups.append(group)
        boxes.append(extent)
    found = []
    for group in groups:
        across = [rule for rule in group if not rule.upright]
        upright = [rule for rule in group if rule.upright]
        if len(_distinct([r.at for r in across])) >= 2 and len(_distinct([r.at for r in upright])) >= 3:
            found.append(Table(across, upright))
    return found


def _box(rule: Rule) -> list[float]:
    if rule.upright:
        return [rule.at, rule.low, rule.at, rule.high]
    return [rule.low, rule.at, rule.high, rule.at]


def _meet(one: list[float], other: list[float]) -> bool:
    return (
        one[0] <= other[2] + _NEAR
        and other[0] <= one[2] + _NEAR
        and one[1] <= other[3] + _NEAR
        and other[1] <= one[3] + _NEAR
    )
