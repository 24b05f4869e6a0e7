"""Any other sentence-transformers model, from a folder or by its hub name. Imports torch: seconds, once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from search.encoders.base import (
    HUB_NAME,
    EncoderError,
    Vectors,
    document_prompt,
    folder_id,
    normalised,
)

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

HUB_SECONDS = 5.0
"""How long the hub may take to answer before it counts as out of reach."""


class TransformerEncoder:
    """A sentence-transformers model with its own pooling, dimension and prompts."""

    def __init__(self, model: SentenceTransformer, model_id: str) -> None:
        dimension = model.get_embedding_dimension()
        if dimension is None:
            raise EncoderError(f"模型 {model_id} 没有说明向量维数，不能用于检索，请换一个模型")
        self._model = model
        self._document_prompt = document_prompt(model.prompts)
        self.model_id = model_id
        self.dimension = int(dimension)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return unit rows, shape (len(texts), dimension), with the model's prompt for documents."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return normalised(
            self._model.encode_document(list(texts), prompt=self._document_prompt, show_progress_bar=False)
        )

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return unit rows, shape (len(texts), dimension), with the model's prompt for queries."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return normalised(self._model.encode_query(list(texts), show_progress_bar=False))


def open_folder(folder: Path) -> TransformerEncoder:
    """Open the model in `folder` without asking the network. Raises EncoderError where it cannot be read."""
    if not any((folder / name).is_file() for name in ("modules.json", "config.json")):
        raise EncoderError(
            f"{folder} 不是模型文件夹（没有 modules.json 或 config.json），请检查 --model 或 YINZHENG_MODEL"
        )
    return TransformerEncoder(_load(str(folder), local=True), folder_id(folder))


def open_hub(name: str) -> TransformerEncoder:
    """Open the hub model `name`: from the local cache where it is there, else by download.

    Raises EncoderError at once where it is not cached and the network is switched off or out of reach.
    """
    return TransformerEncoder(_load(name, local=reachable(name)), name)


def reachable(name: str, option: str = "--model") -> bool:
    """Return whether the hub model `name` is in the local cache (True) or must be downloaded (False).

    Raises EncoderError at once where it is neither cached nor within reach; `option` is how the user named it.
    """
    if not HUB_NAME.fullmatch(name):
        raise EncoderError(f"模型文件夹 {name} 不存在，请检查 {option} 的路径")
    if _cached(name):
        return True
    mend = f"请先在能联网的机器上下载，再用 {option} 指定其文件夹，或去掉 {option}"
    if _offline():
        raise EncoderError(f"模型 {name} 不在本机，且已设为离线（HF_HUB_OFFLINE）：{mend}")
    from huggingface_hub import HfApi
    from huggingface_hub.errors import RepositoryNotFoundError

    try:
        HfApi().model_info(name, timeout=HUB_SECONDS)
    except RepositoryNotFoundError as error:
        raise EncoderError(f"模型库中没有 {name}，请检查名称；若是本机文件夹，请写完整路径") from error
    except Exception as error:  # whatever the connection fails with, the answer to the user is the same
        raise EncoderError(f"模型 {name} 不在本机，且连不上模型库：{mend}") from error
    return False


def without_bars() -> None:
    """Let no bars for loading weights stand between the lines of an answer."""
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]


def _offline() -> bool:
    values = (os.environ.get(name, "") for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"))
    return any(value.strip().upper() in {"1", "ON", "YES", "TRUE"} for value in values)


def _cached(name: str) -> bool:
    from huggingface_hub import try_to_load_from_cache

    cache = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
    files = ("modules.json", "config.json")
    return any(isinstance(try_to_load_from_cache(name, file, cache_dir=cache), str) for file in files)


def _load(model: str, *, local: bool) -> SentenceTransformer:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderError(
            "此模型需要 sentence-transformers 和 torch，请先安装：pip install sentence-transformers"
        ) from error
    without_bars()
    try:
        return SentenceTransformer(model, local_files_only=local)
    except Exception as error:  # the library raises OSError, ValueError, KeyError and more for a bad model
        reason = " ".join(str(error).split())[:200]
        raise EncoderError(f"模型 {model} 打不开，请检查是否完整（权重、分词器、配置）：{reason}") from error
