"""Start values by latent semantic analysis: words that stand in the same passages start near each other."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import torch

Ids = NDArray[np.int32]


def latent_rows(documents: Sequence[Ids], pieces: int, dimension: int, seed: int) -> torch.Tensor:
    """Return start rows of shape (pieces, dimension) for documents given as piece ids.

    A row is the piece's direction in the space of the strongest `dimension` factors, as long as its squared idf:
    rare pieces say more of a text's meaning. Pieces in no document get a short random row.
    """
    import torch

    generator = torch.Generator().manual_seed(seed)
    counts = np.zeros(pieces, dtype=np.int64)
    rows, columns, values = [], [], []
    for number, document in enumerate(documents):
        found, times = np.unique(document[document > 0], return_counts=True)
        counts[found] += 1
        rows.append(np.full(len(found), number, dtype=np.int64))
        columns.append(found.astype(np.int64))
        values.append(1.0 + np.log(times))
    idf = np.log((1.0 + len(documents)) / (1.0 + counts)).astype(np.float32)
    row, column = np.concatenate(rows), np.concatenate(columns)
    value = np.concatenate(values).astype(np.float32) * idf[column]
    lengths = np.sqrt(np.bincount(row, weights=value.astype(np.float64) ** 2, minlength=len(documents)))
    value /= np.maximum(lengths, 1e-9)[row].astype(np.float32)
    shape = (len(documents), pieces)
    matrix = torch.sparse_coo_tensor(
        torch.from_numpy(np.stack([row, column])), torch.from_numpy(value), shape, check_invariants=False
    ).coalesce()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Sparse CSR tensor support is in beta")
        forward, backward = matrix.to_sparse_csr(), matrix.t().coalesce().to_sparse_csr()
    basis = torch.randn(pieces, dimension + 16, generator=generator)
    for _ in range(3):
        basis, _ = torch.linalg.qr(backward @ (forward @ basis))
    _, strengths, factors = torch.linalg.svd((forward @ basis).T @ (forward @ basis))
    directions = basis @ factors.T[:, :dimension]
    directions = directions * strengths[:dimension].clamp_min(1e-9).pow(-0.125)  # of the squares: S^-0.25
    noise = torch.randn(pieces, dimension, generator=generator)
    unknown = torch.from_numpy(counts == 0)
    directions = torch.where(unknown[:, None], noise, directions)
    directions = torch.nn.functional.normalize(directions, dim=1)
    weight = torch.where(unknown, torch.tensor(1.0), torch.from_numpy(idf) ** 2)
    return (directions * weight[:, None]).contiguous()
