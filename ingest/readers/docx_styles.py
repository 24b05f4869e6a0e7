"""Word styles: what a paragraph inherits along the chain of styles that it is based on."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from ingest.readers.docx_package import W

_HEADING_NAME = re.compile(r"^(heading|标题)\s*([1-9])$", re.I)
_OFF = frozenset({"0", "false", "off", "none"})


def is_on(element: etree._Element | None) -> bool | None:
    """Return a Word on/off property's value, None where the property is absent."""
    return None if element is None else (element.get(f"{W}val") or "1").lower() not in _OFF


def attribute(parent: etree._Element | None, path: str, name: str = "val") -> str | None:
    """Return the attribute w:`name` of the element at `path` (w: names joined by /) below `parent`."""
    if parent is None:
        return None
    found = parent.find(_qualified(path))
    return None if found is None else found.get(W + name)


@cache
def _qualified(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


def whole_number(text: str | None) -> int | None:
    """Return `text` as an int, None where it is none."""
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,9}", text) else None


class Styles:
    """The styles part; every question follows the basedOn chain."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self.default_paragraph: str | None = None
        self._defaults: etree._Element | None = None
        if root is None:
            return
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iter(f"{W}style"):
            key = style.get(f"{W}styleId")
            if key is None:
                continue
            self._by_id[key] = style
            if style.get(f"{W}type") == "paragraph" and is_on_attribute(style.get(f"{W}default")):
                self.default_paragraph = key

    def chain(self, key: str | None) -> list[etree._Element]:
        """Return the style and those it is based on, nearest first."""
        found: list[etree._Element] = []
        while key is not None and (style := self._by_id.get(key)) is not None and style not in found:
            found.append(style)
            key = attribute(style, "basedOn")
        return found

    def name(self, key: str | None) -> str:
        """Return the style's name as Word shows it, empty where unknown."""
        style = self._by_id.get(key) if key else None
        return (attribute(style, "name") or "").strip() if style is not None else ""

    def heading_level(self, key: str | None, own: str | None) -> int | None:
        """Return the 1-based heading level of a paragraph of style `key` with outline level `own`, None for body."""
        for value in [own, *(attribute(style, "pPr/outlineLvl") for style in self.chain(key))]:
            level = whole_number(value)
            if level is not None:
                return level + 1 if 0 <= level < 9 else None
        for style in self.chain(key):
            named = _HEADING_NAME.match((attribute(style, "name") or "").strip())
            if named:
                return int(named[2])
        return None

    def bold(self, key: str | None) -> bool | None:
        """Return whether the style sets its text bold; None where the chain says nothing."""
        for style in self.chain(key):
            value = is_on(style.find(f"{W}rPr/{W}b"))
            if value is not None:
                return value
        return None

    def default_bold(self) -> bool:
        """Return whether the document's defaults are bold."""
        return self._defaults is not None and bool(is_on(self._defaults.find(f"{W}b")))

    def face(self, key: str | None) -> str | None:
        """Return the East Asian font that the style names; None where the chain names none."""
        for style in self.chain(key):
            name = attribute(style, "rPr/rFonts", "eastAsia")
            if name:
                return name
        return None

    def numbering(self, key: str | None) -> tuple[str | None, str | None]:
        """Return the list id and level that the style chain gives its paragraphs."""
        number = level = None
        for style in self.chain(key):
            number = number or attribute(style, "pPr/numPr/numId")
            level = level or attribute(style, "pPr/numPr/ilvl")
        return number, level


def is_on_attribute(value: str | None) -> bool:
    """Return whether an on/off attribute is there and on."""
    return value is not None and value.lower() not in _OFF
