"""Hold everything the program answers against the gold: ``python -m benchmarks.evaluate``.

A full run (no option) also writes `accuracy.json` beside this file.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from benchmarks.errors import show_asked, show_checked, show_errors, show_followed
from benchmarks.gold import PARTS, media_folders
from benchmarks.tables import show_tables

if TYPE_CHECKING:
    from benchmarks.stored import Shelf

ACCURACY = Path(__file__).parent / "accuracy.json"
SECTIONS = ("facts", "headings", "search", "ask", "trace", "check")

Figures = dict[str, dict[str, Any]]
"""part → section → figures."""


def main(arguments: list[str] | None = None) -> int:
    """Measure what was asked for, print it, and return the exit status: 0 done, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluate", description=__doc__)
    parser.add_argument("--part", choices=(*PARTS, "all"), help="all where not given")
    parser.add_argument("--only", choices=SECTIONS, help="measure this alone")
    parser.add_argument("--media", metavar="SLUG", help="measure this media folder alone")
    parser.add_argument("--show", choices=("errors",), help="print every miss and false alarm (tuning only)")
    options = parser.parse_args(arguments)
    if options.show and options.part not in (None, "tuning"):
        parser.error("nobody looks at the errors of the aside part: use --show errors with --part tuning")
    part = options.part or ("tuning" if options.show else "all")
    parts = [name for name in PARTS if part in (name, "all") and any(media_folders(name, options.media))]
    if not parts:
        parser.error(f"no gold of the media {options.media} in the part {part}")
    wide = max(Console().width, 118)
    console = Console(width=wide)
    figures: Figures = {name: {} for name in parts}
    for name in parts:
        figures[name] = _measure(name, options.only, options.media, bool(options.show), console)
    if options.only not in ("facts", "headings"):
        from benchmarks.stored import shelf

        with shelf() as opened:
            for name in parts:
                shown = console if options.show else None
                figures[name].update(_measure_stored(name, options.only, options.media, opened, shown))
    show_tables(console, figures)
    if options.only is None and options.media is None and part == "all":
        ACCURACY.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    else:
        console.print(f"A part of the figures only: {ACCURACY.name} stays as it was.")
    return 0


def _measure(
    part: str, only: str | None, media: str | None, errors: bool, console: Console
) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    if only in (None, "facts", "headings"):
        from benchmarks import understanding

        counted = understanding.measure(part, media)
        measured = understanding.as_json(counted)
        if only is None:
            figures.update(measured)
        else:
            figures[only] = measured[only]
            figures["reports"] = measured["reports"]
        if errors:
            show_errors(
                console, [error for error in counted.errors if only != "headings" or error.kind == "heading"]
            )
    return figures


def _measure_stored(
    part: str, only: str | None, media: str | None, shelf: Shelf, console: Console | None
) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    if only in (None, "search"):
        from benchmarks import finding

        figures["search"] = finding.measure(shelf, part, media)
    if only in (None, "ask") and (ask := _wired("search.questions.asking", "ask")):
        from benchmarks import asking

        if asked := asking.measure(
            shelf, part, media, lambda library, question, whose: ask(library, question, media=whose)
        ):
            figures["ask"] = asking.as_json(asked)
            if console is not None:
                show_asked(console, asked.asked)
    if only in (None, "trace") and (trace := _wired("search.trace", "trace")):
        from benchmarks import following

        if followed := following.measure(
            shelf, part, media, lambda library, whose: trace(library, media=whose)
        ):
            figures["trace"] = following.as_json(followed)
            if console is not None:
                show_followed(console, followed.followed)
    if only in (None, "check"):
        from benchmarks import checking
        from search.check import check

        if checked := checking.measure(shelf, part, media, check):
            figures["check"] = checking.as_json(checked)
            if console is not None:
                show_checked(console, checked)
    return {section: found for section, found in figures.items() if found is not None}


def _wired(module: str, function: str) -> Callable[..., Any] | None:
    """Return a function that may not be written yet. A module that is there and fails to import raises."""
    if importlib.util.find_spec(module) is None:
        return None
    found: Callable[..., Any] | None = getattr(importlib.import_module(module), function, None)
    return found


if __name__ == "__main__":
    sys.exit(main())
