"""Word styles: what a paragraph inherits along the chain of styles that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Style:
    """What a style gives its text, along the chain of styles that it is based on; None where none of them says."""

    name: str = ""
    """As Word shows it, empty where unknown."""
    level: int | None = None
    """Level of heading, from 1; None for body."""
    bold: bool | None = None
    face: str | None = None
    """The East Asian font."""
    number: str | None = None
    """Id of the list that its paragraphs are items of."""
    depth: str | None = None
    """Their level in it."""


class Styles:
    """The styles part. Every paragraph and run asks for its style, so each is worked out once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self._known: dict[str | None, Style] = {None: Style()}
        self.default_paragraph: str | None = None
        self.default_bold = False
        if root is None:
            return
        self.default_bold = bool(is_on(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}b")))
        for style in root.iter(f"{W}style"):
            key = style.get(f"{W}styleId")
            if key is None:
                continue
            self._by_id[key] = style
            if style.get(f"{W}type") == "paragraph" and is_on_attribute(style.get(f"{W}default")):
                self.default_paragraph = key

    def of(self, key: str | None) -> Style:
        """Return the style of id `key`; one that says nothing where there is none."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(key)
        return known

    def heading_level(self, key: str | None, own: str | None) -> int | None:
        """Return the 1-based heading level of a paragraph of style `key` with outline level `own`, None for body."""
        level = whole_number(own)
        return self.of(key).level if level is None else _heading(level)

    def _read(self, key: str | None) -> Style:
        chain = self._chain(key)
        if not chain:
            return Style()

        def first(path: str, name: str = "val") -> str | None:
            return next((found for style in chain if (found := attribute(style, path, name))), None)

        bold = (is_on(style.find(f"{W}rPr/{W}b")) for style in chain)
        return Style(
            name=(attribute(chain[0], "name") or "").strip(),
            level=_level(chain),
            bold=next((on for on in bold if on is not None), None),
            face=first("rPr/rFonts", "eastAsia"),
            number=first("pPr/numPr/numId"),
            depth=first("pPr/numPr/ilvl"),
        )

    def _chain(self, key: str | None) -> list[etree._Element]:
        """Return the style and those it is based on, nearest first."""
        found: list[etree._Element] = []
        while key is not None and (style := self._by_id.get(key)) is not None and style not in found:
            found.append(style)
            key = attribute(style, "basedOn")
        return found


def _level(chain: list[etree._Element]) -> int | None:
    """The level of heading that the first outline level of a chain gives, or the first name that is a heading's."""
    outline = (whole_number(attribute(style, "pPr/outlineLvl")) for style in chain)
    level = next((found for found in outline if found is not None), None)
    if level is not None:
        return _heading(level)
    names = (_HEADING_NAME.match((attribute(style, "name") or "").strip()) for style in chain)
    return next((int(named[2]) for named in names if named), None)


def _heading(outline: int) -> int | None:
    """Outline level 0 is heading 1; 9 is body."""
    return outline + 1 if 0 <= outline < 9 else None


def is_on_attribute(value: str | None) -> bool:
    """Return whether an on/off attribute is there and on."""
    return value is not None and value.lower() not in _OFF
