"""The last step of training: a trained table is taught how people ask for what reports say.

It is short (some ten steps), so that little of the general language is forgotten, and it comes last: mixed into the
general pairs, the genre's few would be drowned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.training import sources
from search.training.ranking import Coded, Plan, train

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PLAN = Plan(rate=0.6, warm_up=5)
"""Rows are some 140 long; at this rate each is moved by a few of that."""
REPEATS = 4
"""More take a batch's other sentences, many of which would answer too, for wrong ones too often."""
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
    tokenizer: Tokenizer, rows: NDArray[np.float32], say: Callable[[str], None], plan: Plan = PLAN
) -> NDArray[np.float32]:
    """Return `rows` (pieces, dimension) taught by the questions to report sentences."""
    import torch

    table = torch.from_numpy(rows.copy())
    pairs = sources.read_report_questions(sources.REPORT_QUESTIONS)
    for step, steps, loss in train(table, [coded("report-questions", tokenizer, pairs)], plan):
        if step == steps:
            say(f"{len(pairs)} questions to report sentences, {steps} steps, loss {loss:.3f}")
    taught: NDArray[np.float32] = table.numpy()
    taught[0] = 0.0
    return taught
