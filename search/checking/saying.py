"""Figures and years as the messages of findings write them."""

from __future__ import annotations


def figure(value: float, unit: str | None) -> str:
    """Return a figure as people write it: in 万 or 亿 where that leaves at most two decimals."""
    if unit == "%":
        return f"{value:.4g}%"
    for size, name in ((100_000_000, "亿"), (10_000, "万")):
        if abs(value) >= size and round(value * 100) % size == 0:
            return f"{value / size:.10g}{name}{unit or ''}"
    return f"{value:.10g}{unit or ''}"


def percent(value: float) -> str:
    """Return a change in percent with one decimal: 增长15.0%, 下降3.2%."""
    return f"{'增长' if value >= 0 else '下降'}{abs(value):.1f}%"


_INNER = str.maketrans("“”", "‘’")


def short(text: str, most: int = 40) -> str:
    """Return `text` on one line as it stands between “ and ”: its own marks ‘ and ’, cut after `most` characters, no comma at its end."""
    line = " ".join(text.split()).translate(_INNER).rstrip("，,、；;：")
    return line if len(line) <= most else f"{line[: most - 1]}…"
