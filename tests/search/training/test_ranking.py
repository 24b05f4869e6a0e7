import numpy as np
import torch

from search.training.latent import latent_rows
from search.training.ranking import Coded, Plan, batches, train


def ids(*numbers):
    return np.array(numbers, dtype=np.int32)


def toy(size=64, repeats=1):
    """Pairs (i, size + i): no row in common, so only training can bring them together."""
    numbers = range(1, size + 1)
    return Coded("toy", [ids(n) for n in numbers], [ids(size + n) for n in numbers], [repeats] * size)


def test_batches_hold_each_pair_as_often_as_said_and_never_twice():
    source = toy(size=64, repeats=3)
    found = batches([source], Plan(batch=32))
    assert len(found) == 6
    assert all(len(set(members)) == len(members) == 32 for _, members in found)
    assert np.bincount([i for _, members in found for i in members]).tolist() == [3] * 64
    assert batches([source], Plan(batch=32)) == found


def test_training_brings_partners_together_and_is_reproducible():
    def trained():
        rows = torch.randn(129, 16, generator=torch.Generator().manual_seed(1))
        losses = [loss for *_, loss in train(rows, [toy(repeats=60)], Plan(batch=64, warm_up=2))]
        return rows, losses

    rows, losses = trained()
    assert losses[-1] < losses[0] / 4
    unit = torch.nn.functional.normalize(rows, dim=1)
    assert (unit[1:65] @ unit[65:].T).argmax(dim=1).tolist() == list(range(64))
    again, _ = trained()
    assert torch.equal(rows, again)


def test_equal_sides_are_no_wrong_answers():
    """All right sides are one text: every partner is right, nothing is left to push away, the loss is nil."""
    source = Coded("same", [ids(n) for n in range(1, 33)], [ids(40)] * 32, [1] * 32)
    rows = torch.randn(41, 8, generator=torch.Generator().manual_seed(1))
    assert [loss for *_, loss in train(rows, [source], Plan(batch=32))] == [0.0]


def test_start_values_put_words_of_one_passage_together():
    chance = np.random.default_rng(5)
    documents = [
        chance.integers(1, 20, size=12).astype(np.int32) + (20 if number % 2 else 0) for number in range(400)
    ]
    rows = latent_rows(documents, 42, 4, seed=1)
    assert rows.shape == (42, 4)
    unit = torch.nn.functional.normalize(rows[1:40], dim=1)
    near = unit @ unit.T
    assert near[:19, :19].mean() > near[:19, 20:].mean() + 0.3
    assert torch.isfinite(rows).all()
    assert rows[41].norm() > 0  # in no document
