"""Word's automatic numbers: shown before a paragraph, yet not in its text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from ingest.readers.docx_numerals import numeral
from ingest.readers.docx_package import W
from ingest.readers.docx_styles import attribute, is_on, whole_number


@dataclass
class _Level:
    """One level of a list: how its number is counted and written."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


def _level(element: etree._Element) -> _Level:
    start = whole_number(attribute(element, "start"))
    return _Level(
        start=1 if start is None else start,
        form=next((form.get(f"{W}val") or "" for form in element.iter(f"{W}numFmt")), "") or "decimal",
        text=attribute(element, "lvlText") or "",
        suffix=attribute(element, "suff") or "tab",
        restart=whole_number(attribute(element, "lvlRestart")),
        legal=bool(is_on(element.find(f"{W}isLgl"))),
        style=attribute(element, "pStyle"),
    )


class Numbering:
    """The numbering part, with a running count: ask once a numbered paragraph, in document order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        style_links: dict[str, str] = {}
        aliases: dict[str, str] = {}
        for element in root.iter(f"{W}abstractNum"):
            key = element.get(f"{W}abstractNumId") or ""
            self._levels[key] = _levels(element)
            if link := attribute(element, "styleLink"):
                style_links[link] = key
            if link := attribute(element, "numStyleLink"):
                aliases[key] = link
        for key, link in aliases.items():
            if link in style_links:
                self._levels[key] = self._levels[style_links[link]]
        for element in root.iter(f"{W}num"):
            key = element.get(f"{W}numId") or ""
            abstract = attribute(element, "abstractNumId") or ""
            replaced = {}
            for override in element.iter(f"{W}lvlOverride"):
                index = whole_number(override.get(f"{W}ilvl"))
                if index is None:
                    continue
                start = whole_number(attribute(override, "startOverride"))
                if start is not None:
                    self._overrides.setdefault(key, {})[index] = start
                if (own := override.find(f"{W}lvl")) is not None:
                    replaced[index] = _level(own)
            if replaced:
                # A list with levels of its own counts for itself.
                self._levels[f"{abstract}/{key}"] = {**self._levels.get(abstract, {}), **replaced}
                abstract = f"{abstract}/{key}"
            self._abstract[key] = abstract

    def level_of_style(self, number: str, style: str | None) -> int | None:
        """Return the level of list `number` that is tied to a paragraph style."""
        for index, level in self._levels.get(self._abstract.get(number, ""), {}).items():
            if style is not None and level.style == style:
                return index
        return None

    def label(self, number: str, index: int) -> str:
        """Count one paragraph of list `number` at level `index` (0-based); return its number as shown, or ''."""
        abstract = self._abstract.get(number)
        levels = self._levels.get(abstract or "", {})
        level = levels.get(index)
        if abstract is None or level is None:
            return ""
        counts = self._counts[abstract]
        override = self._overrides.get(number, {}).get(index)
        if override is not None and (number, index) not in self._begun:
            counts[index] = override
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = level.start
        self._begun.add((number, index))
        for deeper in [key for key in counts if key > index]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and index < restart):
                del counts[deeper]
        if level.form in {"bullet", "none"}:
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = levels.get(place, _Level())
            return numeral(counts.get(place, other.start), "decimal" if level.legal else other.form)

        text = re.sub(r"%([1-9])", shown, level.text).strip()
        if not text:
            return ""
        return text if level.suffix == "nothing" or text[-1] in "、）．。】》：" else text + " "


def _levels(element: etree._Element) -> dict[int, _Level]:
    found = {}
    for level in element.iter(f"{W}lvl"):
        index = whole_number(level.get(f"{W}ilvl"))
        if index is not None:
            found[index] = _level(level)
    return found
