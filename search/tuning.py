"""The embedded encoder fitted to one library's own reports, kept only where a check on reports it did not see improves.

What belongs together in the reports themselves are the pairs: a heading and its passage, a sentence and those beside
it, what two years say of one entity. Every fifth report is held out of training and only asked.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from ingest.report import Award, Column, Event, Fact, Frozen, Metric, Platform, Work
from ingest.sentences import sentences
from kg.entities import normalised
from search.encoder import EMBEDDED, TUNED, Encoder, open_encoder
from search.errors import LibraryError
from search.library import Library
from search.passages import Passage
from search.reembed import reembed
from search.training import folder, genre, sources
from search.training.ranking import Plan, train

LEAST = 5
"""Reports below which there is nothing to hold out."""
HELD = 5
"""Every how many-th report is held out."""
TURNS = 3
"""Times that training goes over the library's pairs."""
PLAN = Plan(batch=256, rate=0.5, warm_up=5)
COMMON = 3
"""Headings that stand more often than this tell one passage from another no more (安全刊播责任)."""
SHORTEST, LONGEST = 8, 80
"""Characters of a sentence that is asked for by."""
GAIN, LOSS = 0.002, 0.01
"""How much the check must gain for the tuned encoder to be kept, and how much everyday questions may lose."""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class OwnPair:
    """Two texts of the library that belong together: `kind` is heading, neighbours or entity."""

    kind: str
    reports: tuple[str, ...]
    """Ids of the reports they are of."""
    a: str
    b: str


class Tuned(Frozen):
    """What tuning came to. Figures are mean reciprocal ranks, 0 to 1, before and after."""

    kept: bool
    """Whether the library uses the tuned encoder now."""
    pairs: int
    """Pairs that were trained on."""
    held: int
    """Pairs of held-out reports that were asked."""
    check: tuple[float, float]
    """Of held-out pairs: each text must find its partner among all partners of its kind."""
    everyday: tuple[float, float]
    """Of everyday questions that ship with the program: what was known must not be lost."""
    seconds: float


def tune(
    data_dir: Path | str,
    *,
    progress: Progress = lambda done, total, what: None,
    patience: float = 0.0,
    plan: Plan = PLAN,
) -> Tuned:
    """Fit the embedded encoder to the library's reports, and let the library use it where that is better.

    Starts from the embedded encoder, whatever the library uses; answers go on with that meanwhile. Takes minutes and
    imports torch. Raises LibraryError where fewer than LEAST reports are stored.
    """
    begun = time.perf_counter()
    with Library.open(data_dir) as library:
        if len(library.reports) < LEAST:
            raise LibraryError(
                f"库中只有 {len(library.reports)} 份报告，调校至少要 {LEAST} 份，请先收入更多报告"
            )
        held = {stored.id for stored in library.reports[HELD - 1 :: HELD]}
        pairs = list(own_pairs(library))
    asked = [pair for pair in pairs if held.intersection(pair.reports)]
    known = [pair for pair in pairs if not held.intersection(pair.reports)]
    with tempfile.TemporaryDirectory(prefix="yinzheng-") as home:
        trained = _trained(known, plan, Path(home, "model"), progress)
        before, after = open_encoder(), open_encoder(str(trained))
        check = check_of(before, asked), check_of(after, asked)
        everyday = everyday_of(before), everyday_of(after)
        kept = check[1] - check[0] >= GAIN and everyday[0] - everyday[1] <= LOSS
        if kept:
            reembed(data_dir, TUNED, tuned=trained, progress=progress, patience=patience)
    return Tuned(
        kept=kept,
        pairs=len(known),
        held=len(asked),
        check=(round(check[0], 4), round(check[1], 4)),
        everyday=(round(everyday[0], 4), round(everyday[1], 4)),
        seconds=round(time.perf_counter() - begun, 1),
    )


def own_pairs(library: Library) -> Iterator[OwnPair]:
    """Yield the pairs of all reports held, the same every time."""
    passages = list(library.passages())
    titles: dict[str, int] = defaultdict(int)
    for title in {(passage.report, passage.section[-1]) for passage in passages if passage.section}:
        titles[title[1]] += 1
    chance = random.Random(PLAN.seed)
    for passage in passages:
        if passage.section and titles[passage.section[-1]] <= COMMON:
            yield OwnPair("heading", (passage.report,), passage.section[-1], passage.text)
        yield from _neighbours(passage, chance)
    named: dict[tuple[str, str, str], dict[int, tuple[str, str]]] = defaultdict(dict)
    for stored in library.reports:
        for fact in library.report(stored.id).facts:
            for name in _names(fact):
                told = stored.id, fact.evidence.quote
                named[type(fact).__name__, stored.media, normalised(name)].setdefault(stored.year, told)
    for years in named.values():
        for (first, one), (second, other) in pairwise(years[year] for year in sorted(years)):
            if one != other:
                yield OwnPair("entity", (first, second), one, other)


def _neighbours(passage: Passage, chance: random.Random) -> Iterator[OwnPair]:
    spans = [(start, end) for start, end in sentences(passage.text)]
    fit = [(start, end) for start, end in spans if SHORTEST <= end - start <= LONGEST]
    if len(spans) > 1 and fit:
        start, end = chance.choice(fit)
        rest = passage.text[:start] + passage.text[end:]
        yield OwnPair("neighbours", (passage.report,), passage.text[start:end], rest)


def _names(fact: Fact) -> list[str]:
    match fact:
        case Award():
            return [fact.award]
        case Work() | Column():
            return [fact.title]
        case Platform() | Event():
            return [fact.name]
        case Metric():
            return [f"{fact.subject or ''} {fact.name}"]
        case _:
            return []


def check_of(encoder: Encoder, pairs: Sequence[OwnPair]) -> float:
    """Return the mean over the kinds of pairs of the reciprocal rank at which `a` finds its `b` among all of its kind."""
    kinds = sorted({pair.kind for pair in pairs})
    found = []
    for kind in kinds:
        some = [pair for pair in pairs if pair.kind == kind]
        found.append(reciprocal([pair.a for pair in some], [pair.b for pair in some], encoder))
    return float(np.mean(found)) if found else 0.0


def everyday_of(encoder: Encoder) -> float:
    """Return the mean reciprocal rank at which the everyday questions that ship find their statements."""
    questions = sources.read_questions(sources.QUESTIONS)
    return reciprocal([question for question, _ in questions], [said for _, said in questions], encoder)


def reciprocal(asked: Sequence[str], said: Sequence[str], encoder: Encoder) -> float:
    """Return the mean of 1 ÷ the rank of each text's partner among the different partners of all."""
    different = list(dict.fromkeys(said))
    at = {text: number for number, text in enumerate(different)}
    scores = encoder.encode_queries(asked) @ encoder.encode_passages(different).T
    own = scores[np.arange(len(asked)), [at[text] for text in said]]
    return float((1.0 / (1 + (scores > own[:, None]).sum(axis=1))).mean())


def _trained(pairs: Sequence[OwnPair], plan: Plan, target: Path, progress: Progress) -> Path:
    """Train from the embedded encoder's rows and write the model folder `target`; return it."""
    import torch

    tokenizer, table = genre.read_table(EMBEDDED)
    rows = torch.from_numpy(table)
    kinds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        kinds[pair.kind].append((pair.a, pair.b))
    # What the embedded encoder learned of the genre is told again, so that it is not forgotten. The questions of
    # `everyday_of` are not among it: they tell whether it was.
    kinds["report questions"] = sources.read_report_questions(sources.REPORT_QUESTIONS)
    given = [genre.coded(kind, tokenizer, each, TURNS) for kind, each in kinds.items()]
    for step, steps, _ in train(rows, given, plan):
        progress(step, steps, "训练")
    final = rows.numpy()
    final[0] = 0.0
    folder.save(target, tokenizer, final)
    return target


__all__ = ["OwnPair", "Tuned", "own_pairs", "tune"]
