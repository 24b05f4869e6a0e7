"""Training by multiple-negatives ranking: each text must find its partner among all partners of its batch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from search.training.latent import Ids

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Plan:
    """How to train. The defaults are those of the model that ships."""

    batch: int = 1024
    rate: float = 0.15
    warm_up: int = 20
    scale: float = 20.0
    seed: int = 13


@dataclass(frozen=True)
class Coded:
    """A source's pairs as piece ids: `left[i]` and `right[i]` belong together, `repeats[i]` times an epoch."""

    name: str
    left: list[Ids]
    right: list[Ids]
    repeats: list[int]


def batches(sources: Sequence[Coded], plan: Plan) -> list[tuple[Coded, list[int]]]:
    """Return one epoch's batches in random order: each of one source, and no pair twice in a batch."""
    chance = random.Random(plan.seed)
    result = []
    for source in sources:
        for turn in range(max(source.repeats, default=0)):
            members = [i for i, repeats in enumerate(source.repeats) if repeats > turn]
            chance.shuffle(members)
            for first in range(0, len(members), plan.batch):
                part = members[first : first + plan.batch]
                if len(part) >= 16:
                    result.append((source, part))
    chance.shuffle(result)
    return result


def train(rows: torch.Tensor, sources: Sequence[Coded], plan: Plan) -> Iterator[tuple[int, int, float]]:
    """Train `rows` (pieces, dimension) in place for one epoch; yield (step, steps, loss) after each step.

    Row 0 (the unknown piece) is left out of every sum.
    """
    import torch

    table = torch.nn.EmbeddingBag.from_pretrained(rows, freeze=False, mode="sum", padding_idx=0)
    optimiser = torch.optim.AdamW(table.parameters(), lr=plan.rate, weight_decay=0.0, fused=True)
    steps = batches(sources, plan)

    def share(step: int) -> float:
        return min((step + 1) / plan.warm_up, (len(steps) - step) / max(len(steps) - plan.warm_up, 1))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, share)
    for step, (source, members) in enumerate(steps, 1):
        left, right = ([side[i] for i in members] for side in (source.left, source.right))
        scores = _unit(table, left) @ _unit(table, right).T * plan.scale
        loss = torch.nn.functional.cross_entropy(
            scores.masked_fill(_twins(left, right), float("-inf")), torch.arange(len(members))
        )
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
        yield step, len(steps), float(loss.detach())


def _unit(table: torch.nn.EmbeddingBag, texts: Sequence[Ids]) -> torch.Tensor:
    import torch

    offsets = np.cumsum([0, *(len(ids) for ids in texts[:-1])])
    vectors: torch.Tensor = table(
        torch.from_numpy(np.concatenate(texts)), torch.from_numpy(offsets.astype(np.int32))
    )
    return torch.nn.functional.normalize(vectors, dim=1)


def _twins(left: Sequence[Ids], right: Sequence[Ids]) -> torch.Tensor:
    """Return where another pair of the batch has the same left or right side: such a partner is no wrong answer."""
    import torch

    twins = np.zeros((len(left), len(right)), dtype=bool)
    for side in (left, right):
        names: dict[bytes, int] = {}
        numbers = np.array([names.setdefault(ids.tobytes(), len(names)) for ids in side])
        twins |= numbers[:, None] == numbers[None, :]
    np.fill_diagonal(twins, False)
    return torch.from_numpy(twins)
