"""Count anew which words the chapters of each duty have, and how well they tell it: ``python -m benchmarks.chapter_words``.

Writes `ingest/chapter_words.json` from the tuning reports, and prints in how many chapters the duty is told right, wrong and not
at all when the media that they are of was not counted.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.bare import cutter
from benchmarks.gold import content_of, media_folders, report_golds
from ingest import chapter_contents
from ingest.chapter_contents import Words
from ingest.pipeline import understand
from ingest.report import Report

KEPT = Path(chapter_contents.__file__).with_name("chapter_words.json")
LEAST_MEDIA = 8
"""In the chapters of so many media a word must stand: what only a few say is a name."""
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")


class Chapter(NamedTuple):
    """A chapter whose duty its title names."""

    media: str
    duty: str
    text: str
    words: frozenset[str]


def main(arguments: list[str] | None = None) -> int:
    """Count, write and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chapter_words", description=__doc__)
    parser.add_argument("--out", type=Path, default=KEPT, help="the file to write (default: the kept one)")
    options = parser.parse_args(arguments)
    found = list(chapters())
    told: Counter[str] = Counter()
    for media in sorted({chapter.media for chapter in found}):
        words = Words.counted(*counts([chapter for chapter in found if chapter.media != media]))
        for chapter in found:
            if chapter.media == media:
                duty = words.duty(chapter.text)
                told["none" if duty is None else "right" if duty == chapter.duty else "wrong"] += 1
    print(", ".join(f"{told[outcome]} {outcome}" for outcome in ("right", "wrong", "none")))
    by_duty, by_word = counts(found)
    lines = [
        f"{json.dumps(word, ensure_ascii=False)}: {json.dumps(by_word[word])}" for word in sorted(by_word)
    ]
    options.out.write_text(
        f'{{"chapters": {json.dumps(by_duty)},\n"words": {{\n' + ",\n".join(lines) + "\n}}\n",
        encoding="utf-8",
    )
    return 0


def chapters() -> Iterable[Chapter]:
    """Yield the chapters of the tuning reports whose duty is known, titles left out."""
    cut = cutter()
    for folder in media_folders("tuning"):
        for gold in report_golds(folder):
            report = understand(*content_of(gold))
            for section in report.sections:
                if section.level == 1 and section.duty is not None:
                    text = without_titles(report, section.start, section.end)
                    words = frozenset(word for word in cut(text) if _WORD.fullmatch(word))
                    yield Chapter(folder.name, section.duty, text, words)


def without_titles(report: Report, start: int, end: int) -> str:
    """Return a part of a report's text without the titles in it."""
    text = report.text[start:end]
    for section in report.sections:
        if start <= section.start < end:
            text = text.replace(section.title, "", 1)
    return text


def counts(found: Iterable[Chapter]) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Return chapters by duty, and of each word that enough media use in how many of them it stands, by duty."""
    found = list(found)
    media: Mapping[str, set[str]] = defaultdict(set)
    for chapter in found:
        for word in chapter.words:
            media[word].add(chapter.media)
    kept = sorted(word for word, known in media.items() if len(known) >= LEAST_MEDIA)
    by_word: dict[str, dict[str, int]] = {}
    for word in kept:
        told = Counter(chapter.duty for chapter in found if word in chapter.text)
        by_word[word] = dict(sorted(told.items()))
    return dict(sorted(Counter(chapter.duty for chapter in found).items())), by_word


if __name__ == "__main__":
    raise SystemExit(main())
