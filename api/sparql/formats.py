"""The formats of answers, and which of them a client would rather have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """One way to write an answer."""

    name: str
    """Name of pyoxigraph's `QueryResultsFormat` or `RdfFormat`."""
    media_type: str
    also: tuple[str, ...] = ()
    """Further media types that ask for it."""

    @property
    def content_type(self) -> str:
        """The `Content-Type` of an answer."""
        text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if text else self.media_type


RESULTS = (
    Format("JSON", "application/sparql-results+json", ("application/json",)),
    Format("XML", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Format("CSV", "text/csv"),
    Format("TSV", "text/tab-separated-values"),
)
"""For SELECT and ASK; the first where a client does not mind."""
GRAPHS = (
    Format("TURTLE", "text/turtle", ("application/x-turtle",)),
    Format("N_TRIPLES", "application/n-triples", ("text/plain",)),
    Format("JSON_LD", "application/ld+json", ("application/json",)),
    Format("RDF_XML", "application/rdf+xml", ("application/xml", "text/xml")),
)
"""For CONSTRUCT, DESCRIBE and the service description."""


def choose(accept: str | None, offered: Sequence[Format]) -> Format | None:
    """Return the format that an `Accept` header (RFC 9110, 12.5.1) likes best, None where it likes none.

    Of formats that it likes as well the one offered first. No header, or an empty one, likes all.
    """
    if not accept or not accept.strip():
        return offered[0]
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    liked = [(_quality(each, ranges), each) for each in offered]
    quality, best = max(liked, key=lambda pair: pair[0])
    return best if quality > 0 else None


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().casefold() == "q":
            try:
                quality = min(1.0, max(0.0, float(value)))
            except ValueError:
                quality = 0.0
    return name.casefold(), quality


def _quality(form: Format, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the quality that the most specific range gives a format, 0 where none speaks of it."""
    name = form.media_type
    # Further names count where they are named, never by a wildcard: it means what the format is first called.
    for wanted in ((name, *form.also), (f"{name.partition('/')[0]}/*",), ("*/*",)):
        said = [quality for each, quality in ranges if each in wanted]
        if said:
            return max(said)
    return 0.0
