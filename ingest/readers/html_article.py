"""Where on a page the article is.

A news page holds one long text among menus, link lists and notices. Prose is what tells it apart: sentences with
their punctuation, outside links. From <body> we go down into the child that holds the prose for as long as nothing
of worth (prose, a table, a heading with text under it) stays behind.
"""

from __future__ import annotations

import re
from collections import defaultdict

from lxml.html import HtmlElement

from ingest.readers.html_edges import is_edge_line, is_notice
from ingest.readers.html_flow import collapse, dropped, flow, is_data_table

_SENTENCE = re.compile(r"[，。；！？]")
_NAMED_AROUND = re.compile(
    r"(^|[\s_\-])(bread-?crumbs?|crumbs?|nav|navbar|menu|sidebar|share|sharing|related|relate|recommend|hot-?news|"
    r"comments?|footer|foot|copyright|toolbar|pager|pagination|prev-?next|editor-?info|ad|ads|advert|qrcode|login|"
    r"search|weizhi|position|location|fenxiang|bdshare\w*|bdsharebuttonbox)($|[\s_\-\d])",
    re.I,
)
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"})
_PRUNED_TAGS = frozenset({"nav", "footer", "aside"})
_SMALL = 150
"""Prose (code points) up to which a part that is named after what stands around articles is believed to be that."""
_LINKED = 0.6
"""Share of linked characters from which a list or division is a menu."""


class Weights:
    """How much of what each element holds, its descendants included; computed once, in one pass."""

    def __init__(self, root: HtmlElement) -> None:
        self.prose: defaultdict[HtmlElement, int] = defaultdict(int)
        self.length: defaultdict[HtmlElement, int] = defaultdict(int)
        self.linked: defaultdict[HtmlElement, int] = defaultdict(int)
        self.links: defaultdict[HtmlElement, int] = defaultdict(int)
        self.solid: defaultdict[HtmlElement, bool] = defaultdict(bool)
        """Whether there is a main heading or a table in it."""
        elements = list(root.iter())
        inside_link: set[HtmlElement] = set()
        for element in elements:
            if element.tag == "a" or element.getparent() in inside_link:
                inside_link.add(element)
        for element in reversed(elements):
            own = (element.text or "") + "".join(child.tail or "" for child in element)
            length = len("".join(own.split()))
            self.length[element] += length
            if element in inside_link:
                self.linked[element] += length
            elif length:
                text = collapse(own).strip()
                if _SENTENCE.search(text) and not is_notice(text):
                    self.prose[element] += len(text)
            self.links[element] += element.tag == "a"
            self.solid[element] |= element.tag in {"h1", "table"}
            parent = element.getparent()
            if parent is not None and element is not root:
                for sums in (self.prose, self.length, self.linked, self.links):
                    sums[parent] += sums[element]
                self.solid[parent] |= self.solid[element]

    def linked_share(self, element: HtmlElement) -> float:
        """Return the share (0 to 1) of the element's visible characters that stand in links."""
        length = self.length[element]
        return self.linked[element] / length if length else 0.0


def article(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the page's article; parts around it are removed from the tree."""
    body: HtmlElement = next(iter(root.iter("body")), root)
    _remove([element for element in body.iterdescendants() if dropped(element)])
    weights = Weights(body)
    _remove([element for element in body.iterdescendants() if _around(element, weights, weights.prose[body])])
    weights = Weights(body)
    current = body
    while True:
        best = max(current, key=lambda child: weights.prose[child], default=None)
        if best is None or not weights.prose[best] or best.tag in {"p", "br", "span", "td", "th", "tr", "li"}:
            return _whole(current)
        if (current.text or "").strip() or any((child.tail or "").strip() for child in current):
            return current
        if any(_of_worth(child, weights) for child in current if child is not best):
            return _whole(current)
        current = best


def _whole(element: HtmlElement) -> HtmlElement:
    """Return the data table that `element` is a part of, else the element itself."""
    for table in [element, *element.iterancestors()]:
        if table.tag == "table" and is_data_table(table):
            return table
    return element


def heading_before(root: HtmlElement, body: HtmlElement) -> str | None:
    """Return the text of the last <h1> that stands before `body` on the page, None where there is none."""
    text = None
    around = {body, *body.iterancestors()}
    for element in root.iter():
        if element is body:
            break
        if element.tag == "h1" and element not in around:
            text = " ".join(piece.text.strip() for piece in flow(element)) or text
    return text


def _remove(elements: list[HtmlElement]) -> None:
    """Take elements out of the tree; text after them stays."""
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def _around(element: HtmlElement, weights: Weights, total: int) -> bool:
    """Return whether the element is one of the parts that stand around articles."""
    tag = str(element.tag).lower()
    prose = weights.prose[element]
    if tag in {"html", "body", "main", "article"} or prose > max(_SMALL, total // 5):
        return False
    if tag in _PRUNED_TAGS or (element.get("role") or "").lower() in _ROLES:
        return prose <= _SMALL or weights.linked_share(element) > _LINKED
    if tag == "header":
        return not weights.solid[element] and next(element.iterancestors("article", "main"), None) is None
    if tag not in {"div", "ul", "ol", "section", "dl", "p", "span", "table", "form", "td"} or prose > _SMALL:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _NAMED_AROUND.search(names) and not weights.solid[element]:
        return True
    return weights.links[element] >= 3 and weights.linked_share(element) > _LINKED


def _of_worth(element: HtmlElement, weights: Weights) -> bool:
    """Return whether leaving this element behind would lose a part of the article."""
    if weights.linked_share(element) > _LINKED or not weights.length[element]:
        return False
    if weights.prose[element] and not all(is_edge_line(piece.text) for piece in flow(element)):
        return True
    if element.tag in {"h2", "h3", "h4", "h5", "h6", "p", "figure"}:
        return not is_edge_line("".join(element.itertext()).strip())
    return any(is_data_table(table) for table in element.iter("table"))
