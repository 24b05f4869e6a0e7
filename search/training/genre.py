"""The last step of training: a trained table is taught how people ask for what reports say.

It is short (some thirty steps), so that little of the general language is forgotten, and it comes last: mixed into the
general pairs, the genre's few would be drowned. Words share a row a character here too, which starts at nothing: so
what is learnt of 讨薪 also moves 欠薪, which no pair may hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.training import sources
from search.training.frames import framed_answers
from search.training.latent import Ids
from search.training.ranking import Coded, Plan, train
from search.training.vocabulary import character_rows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PLAN = Plan(rate=0.2, warm_up=5)
"""Rows are some 140 long; at this rate each is moved by a few of that."""
REPEATS = 4
"""More take a batch's other sentences, many of which would answer too, for wrong ones too often."""
FRAMED = 2
"""How often a pair of words, one in a question and the other in a statement, is taken."""
LONGEST = 200
"""Pieces of a text that are read."""


def read_table(model: Path) -> tuple[Tokenizer, NDArray[np.float32]]:
    """Return tokenizer and rows (pieces, dimension) of a model folder that `folder.save` wrote."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    tensors = load_file(model / "model.safetensors")
    rows = tensors["embeddings"].astype(np.float32) * tensors["weights"].astype(np.float32)[:, None]
    return Tokenizer.from_file(str(model / "tokenizer.json")), rows


def coded(name: str, tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]], repeats: int = REPEATS) -> Coded:
    """Return pairs of texts as pieces; those with a side of no known piece are left out."""
    left, right = (
        [
            np.asarray(encoding.ids[:LONGEST], dtype=np.int32)
            for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False)
        ]
        for texts in (zip(*pairs, strict=True) if pairs else ([], []))
    )
    useful = [at for at in range(len(pairs)) if left[at].any() and right[at].any()]
    return Coded(name, [left[at] for at in useful], [right[at] for at in useful], [repeats] * len(useful))


def teach(
    tokenizer: Tokenizer,
    rows: NDArray[np.float32],
    given: Sequence[Coded],
    say: Callable[[str], None],
    plan: Plan = PLAN,
) -> NDArray[np.float32]:
    """Return `rows` (pieces, dimension) taught by the pairs `given`, for which see `lessons`."""
    import torch

    parts, total = character_rows(_pieces(tokenizer))
    parts[0] = [0]
    given = [_in_parts(source, parts) for source in given]
    # Only rows that occur can move, and a table of these alone is trained several times faster.
    used = np.unique(
        np.concatenate([np.zeros(1, np.int32), *(ids for each in given for ids in _sides(each))])
    )
    place = np.zeros(total, dtype=np.int32)
    place[used] = np.arange(len(used), dtype=np.int32)
    whole = np.zeros((total, rows.shape[1]), dtype=np.float32)
    whole[: len(rows)] = rows
    table = torch.from_numpy(whole[used])
    placed = [
        Coded(each.name, [place[ids] for ids in each.left], [place[ids] for ids in each.right], each.repeats)
        for each in given
    ]
    for step, steps, loss in train(table, placed, plan):
        if step == steps:
            say(f"{sum(len(each.left) for each in given)} pairs of the genre, {steps} steps, loss {loss:.3f}")
    whole[used] = table.numpy()
    taught: NDArray[np.float32] = np.stack([whole[part].sum(axis=0) for part in parts])
    taught[0] = 0.0
    return taught


def lessons(tokenizer: Tokenizer, seed: int = PLAN.seed) -> list[Coded]:
    """Return what is taught: questions to the tuning reports' sentences, everyday needs, everyday words in frames."""
    return [
        coded("report-questions", tokenizer, sources.read_report_questions(sources.REPORT_QUESTIONS)),
        coded("everyday", tokenizer, sources.read_everyday(sources.EVERYDAY)),
        coded(
            "everyday-words",
            tokenizer,
            framed_answers(sources.read_said(sources.EVERYDAY_WORDS), seed),
            FRAMED,
        ),
    ]


def _pieces(tokenizer: Tokenizer) -> list[str]:
    numbers: dict[str, int] = tokenizer.get_vocab()
    return sorted(numbers, key=numbers.__getitem__)


def _in_parts(source: Coded, parts: Sequence[Sequence[int]]) -> Coded:
    """Return a source whose pieces are the rows that make them up (`vocabulary.character_rows`)."""
    left, right = (
        [np.asarray([row for piece in ids for row in parts[piece]], dtype=np.int32) for ids in side]
        for side in (source.left, source.right)
    )
    return Coded(source.name, left, right, source.repeats)


def _sides(source: Coded) -> list[Ids]:
    return [*source.left, *source.right]
