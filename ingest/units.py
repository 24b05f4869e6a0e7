"""Units that count alike: 112名, 112人 and 112位 are as many people."""

from __future__ import annotations

_FAMILIES = {
    "名": "人",
    "位": "人",
    "条次": "条",
    "场次": "场",
    "件次": "件",
    "篇次": "篇",
    "版次": "版",
    "个整版": "整版",
    "个小时": "小时",
}


def units_alike(unit: str) -> frozenset[str]:
    """Return the units that count alike, `unit` among them: 人, 名 and 位 for any of the three."""
    family = unit_family(unit) or unit
    return frozenset({unit, family, *(each for each, of in _FAMILIES.items() if of == family)})


def unit_family(unit: str | None) -> str | None:
    """Return the unit that stands for those that count alike: 名 and 位 are 人, 条次 and 条（次） are 条; 人次 stays what it is."""
    if not unit:
        return unit
    unit = unit.split("（")[0]
    return _FAMILIES.get(unit, unit)
