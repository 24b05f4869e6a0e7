"""What is read for training: pair files with their repeats, plain texts, and the project's own word groups."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from search.training.frames import framed

SYNONYMS = Path(__file__).parent.parent / "questions" / "synonyms.txt"
QUESTIONS = Path(__file__).parent / "questions.txt"
"""Questions to statements that were made up, too."""
REPORT_QUESTIONS = Path(__file__).parent / "pairs"
"""Questions to sentences of the sample reports' tuning part, a file a media."""
EVERYDAY = Path(__file__).parent / "everyday"
"""Needs in everyday words and made-up sentences that meet them, a file a topic."""
EVERYDAY_WORDS = Path(__file__).parent / "everyday_words.txt"
"""Everyday words, and what reports say for them."""


@dataclass(frozen=True)
class Source:
    """One pair file. Each epoch takes its pairs `repeats` times; `kinds` names other repeats by pair kind."""

    name: str
    repeats: int = 1
    kinds: dict[str, int] = field(default_factory=dict)
    limit: int | None = None
    """At most so many pairs, drawn at random; None for all."""
    bridge: bool = False
    """One side is English: it only pulls Chinese near-synonyms together, and is cut off after training."""


SOURCES = (
    Source("gov-work-reports-city", kinds={"head": 3, "item": 3, "ict": 2, "clause": 2}),
    Source("gov-work-reports-national"),
    Source("state-council-policy", kinds={"head": 2, "ict": 2}),
    Source("laws", limit=30_000),
    Source("cc-cedict-synonyms"),
    Source("cc-cedict-glosses-zh-en", bridge=True),
    Source("chinese-open-wordnet"),
    Source("omw-wiktionary-mixed"),
    Source("tatoeba-zh-en", bridge=True),
    Source("tatoeba-zh", repeats=5),
    Source("ntrex-zh", repeats=4),
    Source("ntrex-zh-en", bridge=True),
    Source("cmrc2018-trial", kinds={"qa": 3}),
    Source("drcd-dev", kinds={"qa": 3}),
    Source("own-genre-synonyms", repeats=4),
    Source("own-genre-queries", repeats=10),
)
TEXTS = (
    "gov-work-reports-city",
    "gov-work-reports-national",
    "state-council-policy",
    "laws",
    "cmrc2018-trial",
    "drcd-dev",
    "ntrex-zh",
    "tatoeba-zh",
)
TEXT_LIMITS = {"laws": 45_000}
"""Laws would else outweigh all other text."""


@dataclass(frozen=True)
class Pair:
    """Two texts that should lie near each other: `a` the short side, `b` the passage or the other word."""

    a: str
    b: str
    repeats: int = 1


@dataclass(frozen=True)
class PairSet:
    """The pairs of one source."""

    name: str
    pairs: list[Pair]
    bridge: bool = False


def read_pairs(data: Path, seed: int) -> list[PairSet]:
    """Return the pairs of all sources under `data` and the project's own. Raises OSError where a file is missing."""
    sets = [_read_source(data, source, random.Random(f"{seed} {source.name}")) for source in SOURCES]
    groups = read_groups(SYNONYMS)
    bare = [Pair(a, b, 4) for group in groups for a, b in combinations(group, 2)]
    questions = [Pair(question, statement, 10) for question, statement in read_questions(QUESTIONS)]
    return [
        *sets,
        PairSet("genre-synonyms", bare),
        PairSet("genre-synonyms-framed", [Pair(a, b, 2) for a, b in framed(groups, seed)]),
        PairSet("genre-questions", questions),
    ]


def _read_source(data: Path, source: Source, chance: random.Random) -> PairSet:
    pairs = []
    for line in _lines(data / f"pairs-{source.name}.jsonl.gz"):
        record = json.loads(line)
        pairs.append(Pair(record["a"], record["b"], source.kinds.get(record.get("k", ""), source.repeats)))
    if source.limit is not None and len(pairs) > source.limit:
        pairs = chance.sample(pairs, source.limit)
    return PairSet(source.name, pairs, source.bridge)


def read_texts(data: Path, seed: int) -> list[str]:
    """Return the lines of running text under `data`, for counting words."""
    texts: list[str] = []
    for name in TEXTS:
        lines = list(_lines(data / f"text-{name}.txt.gz"))
        limit = TEXT_LIMITS.get(name, len(lines))
        texts += random.Random(f"{seed} {name}").sample(lines, limit) if limit < len(lines) else lines
    return texts


def read_headwords(data: Path) -> list[str]:
    """Return the headwords of the dictionaries and wordnets."""
    return list(_lines(data / "text-lexicon-headwords.txt.gz"))


def read_own_words(data: Path) -> list[str]:
    """Return the members of all genre word groups, each once, in order."""
    groups = [line.split() for line in _lines(data / "text-own-genre-synonym-groups.txt.gz")]
    return list(dict.fromkeys(word for group in [*groups, *read_groups(SYNONYMS)] for word in group))


def read_groups(path: Path) -> list[list[str]]:
    """Return the word groups of a thesaurus file: one group a line, members between spaces, # starts a comment.

    All kinds of group: a ~ before words that only belong together and a > between what is asked and what tells it are left out.
    """
    lines = (line.split("#", 1)[0].split() for line in path.read_text(encoding="utf-8").splitlines())
    return [[word for word in members if word not in ("~", ">")] for members in lines if members]


def read_questions(path: Path) -> list[tuple[str, str]]:
    """Return (question, statement) pairs of a file with one pair a line, sides between a tab."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            question, statement = line.split("\t")
            pairs.append((question.strip(), statement.strip()))
    return pairs


def read_report_questions(folder: Path) -> list[tuple[str, str]]:
    """Return the (question, sentence) pairs of all .txt files of `folder`, in the order of their names."""
    return [pair for path in sorted(folder.glob("*.txt")) for pair in read_questions(path)]


def read_needs(path: Path) -> list[tuple[str, list[str]]]:
    """Return (passage, needs) of a file: a passage a line, and below it, each behind `? `, the needs that it meets.

    Lines that start with # are remarks. Raises ValueError for a need before any passage.
    """
    found: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("? "):
            if not found:
                raise ValueError(f"{path.name} has a need before any passage: {line}")
            found[-1][1].append(line.removeprefix("? ").strip())
        elif line.strip() and not line.startswith("#"):
            found.append((line.strip(), []))
    return found


def read_said(path: Path) -> list[tuple[str, str]]:
    """Return (everyday word, the reports' word) for each two of a line `everyday words > the reports' words`."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            asked, said = line.split(">")
            pairs += [(one, other) for one in asked.split() for other in said.split()]
    return pairs


def read_everyday(folder: Path) -> list[tuple[str, str]]:
    """Return the (need, passage) pairs of all .txt files of `folder`, in the order of their names."""
    return [
        (need, passage)
        for path in sorted(folder.glob("*.txt"))
        for passage, needs in read_needs(path)
        for need in needs
    ]


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield line.rstrip("\n")
