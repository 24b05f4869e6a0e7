"""What the words around a quoted name say of it besides the cues: a linear model over short runs of characters.

The cues (`ingest.judging`) state forms that decide; most names stand in none of them (《老街坊》走近快递小哥, 《一路有我》全年播报路况).
There the characters beside the name, those of its clause and the ends of the name itself are weighed. `title_words.json` holds for
each run of characters how much it speaks for a work and how much for a column, against being neither;
`python -m benchmarks.title_words` fits it on the tuning reports and tells how often a name is judged right in media that were not fitted on.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import pairwise

from ingest.quoted_words import Words

_NAME = re.compile("《[^《》]*》|“[^“”]*”")
_FIGURE = re.compile(
    # One class of characters begins either kind: nothing else of a text is looked at.
    r"[\d一二两三四五六七八九十百](?:(?<=\d)[\d,.]*|(?<!\d)[一二两三四五六七八九十百]*(?=[个档期集条件篇部]))"
)
# Where the words begin or end within another name.
_CUT_LEFT = re.compile("[^《“]*[》”]")
_CUT_RIGHT = re.compile("[《“][^》”]*$")
_CLAUSE = re.compile("[，,。；;！？!?\n：:]")
_SENTENCE = re.compile("[。；\n]")
_LONGEST = 4
"""Characters of the longest run that is weighed."""
_REACH = 16
"""Characters of the clause on each side of the name whose pairs are weighed."""


def runs(words: Words) -> set[str]:
    """Return the runs of characters that are weighed, each with a letter or mark that tells where it stands."""
    mark = "《" if words.book else "“"
    name = words.name
    before, after = words.before, words.after
    if "》" in before or "”" in before:
        before = _NAME.sub("◆", _CUT_LEFT.sub("◆", before, count=1))
    if "《" in after or "“" in after:
        after = _CUT_RIGHT.sub("◆", _NAME.sub("◆", after))
    before, after = _FIGURE.sub("0", before), _FIGURE.sub("0", after)
    found = {mark, f"{mark}{min(len(name) // 2, 8)}", f"{mark}r{min(len(words.run), 3)}"}
    house = "报" if "报" in words.media else "台" if "台" in words.media or "广" in words.media else ""
    found.add(f"{mark}h{house}")
    found.update((f"s{name[-1:]}", f"s{name[-2:]}", f"s{name[-3:]}", f"p{name[:1]}", f"p{name[:2]}"))
    found.update(["n" + one + other for one, other in pairwise(name)])
    padded = before if len(before) >= _LONGEST else "^" + before
    for length in range(1, _LONGEST + 1):
        left, right = padded[-length:], after[:length]
        found.update((f"<{left}", f">{right}"))
        if length <= 2:
            found.update((f"{mark}<{left}", f"{mark}>{right}"))
    clause = _CLAUSE.split(before)[-1][-_REACH:]
    found.update(["l" + one + other for one, other in pairwise(clause)])
    clause = _SENTENCE.split(after, maxsplit=1)[0][:_REACH]
    found.update(["r" + one + other for one, other in pairwise(clause)])
    if words.opens:
        found.add(mark + "o")
        found.update(["o" + one + other for one, other in pairwise(clause)])
    for said, holds in (
        ("genre", words.genre),
        ("own", words.own_genre),
        ("told", words.told_genre),
        ("won", words.won),
        ("column", words.column_word),
        ("programme", words.programme_word),
        ("piece", words.piece),
        ("named", words.programme_name),
        ("campaign", words.campaign),
        ("prize", words.prize_for_columns),
    ):
        if holds:
            found.update((f"={said}", f"{mark}={said}"))
    return found


@cache
def _weights() -> Mapping[str, tuple[float, float]]:
    kept = json.loads(resources.files("ingest").joinpath("title_words.json").read_text(encoding="utf-8"))
    return {run: (work, column) for run, (work, column) in kept.items()}


def common(weights: Mapping[str, tuple[float, float]] | None = None) -> tuple[float, float]:
    """Return what all names have: the part of the odds of `weighed` that no words of their place make."""
    return (_weights() if weights is None else weights)[""]


def weighed(words: Words, weights: Mapping[str, tuple[float, float]] | None = None) -> tuple[float, float]:
    """Return the odds (natural logarithms) that the name is a work and that it is a column, each against being neither.

    `weights` stand for the kept ones: run of characters → what it adds to both; "" has what all names have.
    """
    weights = _weights() if weights is None else weights
    told = [weights[""], *(weights[run] for run in weights.keys() & runs(words))]
    # Exact sums: the order of a set is not the same in every process.
    work, column = map(math.fsum, zip(*told, strict=True))
    return work, column
