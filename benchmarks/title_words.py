"""Fit anew what the words around a quoted name say of it, and how well they tell it: ``python -m benchmarks.title_words``.

Writes `ingest/title_words.json` from the tuning reports and the short annotated ones, and prints how well works and columns are told from other names
in media that were not fitted on, by the cues alone and with these weights.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import named
from benchmarks.figures import Count
from benchmarks.gold import Record, content_of, media_folders, report_golds
from ingest import title_words
from ingest.judged import Judged, Told, judge
from ingest.plain import plain_document
from ingest.quoted_words import Kind
from ingest.readers import read
from ingest.reading import Reading
from ingest.report import report_id
from ingest.title_words import runs
from ingest.titles import Titles, title_key

KEPT = Path(title_words.__file__).with_name("title_words.json")
LEAST_MEDIA = 5
"""In so many media a run of characters must stand: what only a few write is a name."""
FOLDS = 8
REGULARISATION = 0.4
KINDS = (Kind.NONE, Kind.WORK, Kind.COLUMN)
_Weights = dict[str, tuple[float, float]]


class Name(NamedTuple):
    """A quoted name of one report with its places and what the gold says it is."""

    media: str
    key: str
    kind: Kind
    told: Sequence[Told]


def main(arguments: list[str] | None = None) -> int:
    """Fit, write and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.title_words", description=__doc__)
    parser.add_argument("--out", type=Path, default=KEPT, help="the file to write (default: the kept one)")
    options = parser.parse_args(arguments)
    names, short = list(gold_names()), list(short_names())
    media = sorted({name.media for name in names})
    alone: list[tuple[Name, Judged]] = []
    both: list[tuple[Name, Judged]] = []
    for fold in range(FOLDS):
        away = set(media[fold::FOLDS])
        weights = fit([*(name for name in names if name.media not in away), *short])
        for name in names:
            if name.media in away:
                alone.append((name, judge(name.key, name.told, {"": (0.0, 0.0)})))
                both.append((name, judge(name.key, name.told, weights)))
    for label, judged in (("cues alone", alone), ("with weights", both)):
        print(label, ", ".join(f"{kind} F1 {f1(judged, kind):.3f}" for kind in KINDS[1:]))
    weights = fit([*names, *short])
    lines = [f"{json.dumps(run, ensure_ascii=False)}: {json.dumps(weights[run])}" for run in sorted(weights)]
    options.out.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return 0


def f1(judged: Sequence[tuple[Name, Judged]], kind: Kind) -> float:
    """Return the F1 with which names of `kind` are told."""
    right = sum(name.kind is kind and one.kind is kind for name, one in judged)
    return Count(
        sum(name.kind is kind for name, _ in judged), sum(one.kind is kind for _, one in judged), right
    ).f1


def gold_names() -> Iterator[Name]:
    """Yield the quoted names of the tuning reports whose gold has works and columns."""
    for folder in media_folders("tuning"):
        for gold in report_golds(folder):
            if {"work", "column"} <= set(gold.get("types", ("work", "column"))):
                content, name = content_of(gold)
                reading = Reading.of(plain_document(read(content, name)), report_id(content), name)
                yield from _names(folder.name, reading, gold["facts"])


def short_names() -> Iterator[Name]:
    """Yield the quoted names of the short annotated reports, without those that may be seen either way."""
    for path in named.FILES:
        if {"work", "column"} <= set(named.annotated(path)):
            text, wanted, free = named.read(path)
            content = text.encode()
            document = plain_document(read(content, path.name))
            reading = Reading.of(document, report_id(content), path.name, *named.head(path))
            unsure = {title_key(fact["title"]) for fact in free if fact["type"] in {"work", "column"}}
            for name in _names(path.name, reading, wanted):
                if name.kind is not Kind.NONE or title_key(name.told[0].place.name) not in unsure:
                    yield name


def _names(media: str, reading: Reading, facts: Sequence[Record]) -> Iterator[Name]:
    kinds = {
        title_key(fact["title"]): Kind(fact["type"]) for fact in facts if fact["type"] in {"work", "column"}
    }
    for key, told in Titles(reading).told.items():
        yield Name(media, key, kinds.get(title_key(told[0].place.name), Kind.NONE), told)


def fit(names: Sequence[Name]) -> _Weights:
    """Return the weights of the runs of characters that enough media write; "" has what all names have."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    places = [(name, runs(told.words)) for name in names for told in name.told if not told.decided]
    media: Mapping[str, set[str]] = defaultdict(set)
    for name, found in places:
        for run in found:
            media[run].add(name.media)
    kept = {run for run, known in media.items() if len(known) >= LEAST_MEDIA}
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(found & kept, 1.0) for _, found in places])
    model: Any = LogisticRegression(C=REGULARISATION, max_iter=2000)
    model.fit(table, [KINDS.index(name.kind) for name, _ in places])
    slopes = model.coef_ - model.coef_[0]
    offsets = model.intercept_ - model.intercept_[0]
    weights = {
        run: (round(float(slopes[1, at]), 2), round(float(slopes[2, at]), 2))
        for at, run in enumerate(vectors.get_feature_names_out())
    }
    told = {run: pair for run, pair in weights.items() if pair != (0.0, 0.0)}
    return {"": (round(float(offsets[1]), 2), round(float(offsets[2]), 2)), **told}


if __name__ == "__main__":
    raise SystemExit(main())
