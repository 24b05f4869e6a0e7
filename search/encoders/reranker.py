"""A cross-encoder that reads question and passage together: slower than vectors, and often better for the first few."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from search.encoders.base import EncoderError
from search.encoders.transformer import reachable, without_bars

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class Reranker(Protocol):
    """Says how well texts answer a query."""

    def scores(self, query: str, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return a number for each text, shape (len(texts),): the higher, the better."""


class CrossReranker:
    """A sentence-transformers cross-encoder with one output."""

    def __init__(self, model: CrossEncoder) -> None:
        self._model = model

    def scores(self, query: str, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return a number for each text, shape (len(texts),): the higher, the better."""
        if not texts:
            return np.zeros(0)
        pairs = [(query, text) for text in texts]
        return np.asarray(self._model.predict(pairs, show_progress_bar=False), dtype=np.float64)


@cache
def open_reranker(model: str) -> Reranker:
    """Open the cross-encoder `model`, a folder or a hub name, once. Imports torch: seconds.

    Raises EncoderError, one Chinese line, where it is missing, out of reach or no model that scores pairs.
    """
    folder = Path(model).expanduser()
    local = folder.is_dir()
    cached = local or reachable(model, "--rerank")
    try:
        from sentence_transformers import CrossEncoder

        without_bars()
        opened = CrossEncoder(str(folder) if local else model, local_files_only=cached)
    except Exception as error:  # the library raises OSError, ValueError, KeyError and more for a bad model
        reason = " ".join(str(error).split())[:200]
        raise EncoderError(f"重排模型 {model} 打不开，请检查 --rerank 所指是否完整：{reason}") from error
    if opened.num_labels != 1:
        raise EncoderError(f"{model} 不是给“问题和段落”打一个分的重排模型，请换一个")
    return CrossReranker(opened)
