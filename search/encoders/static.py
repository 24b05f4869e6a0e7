"""Reads a StaticEmbedding model folder with tokenizers and numpy alone; torch is never imported.

The vectors are those of ``SentenceTransformer(folder)``: the mean of one stored row a token.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ingest.plain import simplified
from search.encoders.base import EncoderError, Vectors, document_prompt, folder_id, normalised
from search.encoders.unigram import Unigram, open_unigram

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BATCH = 1024
"""Texts tokenised at a time: bounds the memory that token lists take."""
_MARKS = "，。；：、！？“”《》（）,;:!?() \n"
_PIECE = re.compile(f"[^{_MARKS}]+")


def static_module(folder: Path) -> Path | None:
    """Return the folder that holds tokenizer and weights, or None where the model is of another kind.

    A static model is one StaticEmbedding module, at most followed by Normalize (which changes nothing here,
    as vectors are normalised anyway).
    """
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        kinds = [str(module["type"]).rsplit(".", 1)[-1] for module in modules]
        if kinds not in (["StaticEmbedding"], ["StaticEmbedding", "Normalize"]):
            return None
        return folder / str(modules[0]["path"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


class StaticEncoder:
    """An encoder whose text vector is the mean of its tokens' rows.

    `folder` is a sentence-transformers folder for which `static_module` gives a path. Weights may be float32,
    float16, or int8 with one scale a row (tensors `embeddings`, `weights` and, where rows are shared, `mapping`).
    Raises EncoderError where files are missing or broken.
    """

    def __init__(self, folder: Path) -> None:
        module = static_module(folder)
        if module is None:
            raise EncoderError(f"{folder} 不是静态词向量模型文件夹，请换一个模型文件夹")
        try:
            self._tokenizer, tensors = _read(module)
        except (OSError, EncoderError):
            raise
        except Exception as error:  # tokenizers and safetensors raise bare Exception subclasses
            raise EncoderError(f"模型文件夹 {folder} 已损坏，请重新取得该模型：{_one_line(error)}") from error
        self._table, self._scales, self._mapping = tensors
        self._by_piece = isinstance(self._tokenizer, Unigram) or _drops_marks(self._tokenizer)
        self._prompts = _prompts(folder)
        self.model_id = folder_id(folder)
        self.dimension = int(self._table.shape[1])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return unit rows, shape (len(texts), dimension)."""
        return self._encode(texts, self._prompts["document"])

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return unit rows, shape (len(texts), dimension)."""
        return self._encode(texts, self._prompts["query"])

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for first in range(0, len(texts), BATCH):
            # The tables were made of simplified text.
            batch = [prompt + simplified(text) for text in texts[first : first + BATCH]]
            sums[first : first + BATCH] = self._sums(batch)
        return normalised(sums)

    def _sums(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return for each text the sum of its tokens' rows: it points where the mean points.

        What passages, their clauses and their facts share is tokenised and added up once.
        """
        cut = [_PIECE.findall(text) if self._by_piece else [text] for text in texts]
        pieces: dict[str, int] = {}
        of = [pieces.setdefault(piece, len(pieces)) for some in cut for piece in some]
        ids = self._ids(list(pieces))
        tokens = np.concatenate([np.zeros(0, dtype=np.int64), *ids])
        rows = self._table[tokens if self._mapping is None else self._mapping[tokens]].astype(np.float32)
        if self._scales is not None:
            rows *= self._scales[tokens][:, np.newaxis]
        sums = _added(rows, np.arange(len(tokens)), [len(each) for each in ids])
        return _added(sums, np.array(of, dtype=np.int64), [len(some) for some in cut])

    def _ids(self, pieces: list[str]) -> list[NDArray[np.int64]]:
        """Return the tokens of each piece."""
        if isinstance(self._tokenizer, Unigram):
            return [self._tokenizer.ids(piece) for piece in pieces]
        encodings = self._tokenizer.encode_batch_fast(pieces, add_special_tokens=False)
        return [np.asarray(each.ids, dtype=np.int64) for each in encodings]


def _added(rows: NDArray[np.float32], of: NDArray[np.int64], lengths: Sequence[int]) -> NDArray[np.float32]:
    """Return, for each length, the sum of so many rows; `of` tells which, one sum's after the other's.

    All sums of one length are taken at once, row by row: the same whatever stands beside them.
    """
    counts = np.array(lengths, dtype=np.int64)
    starts = np.cumsum(counts) - counts
    sums = np.zeros((len(counts), rows.shape[1]), dtype=np.float32)
    for count in set(lengths) - {0}:
        at = np.flatnonzero(counts == count)
        sums[at] = rows[of[starts[at][:, np.newaxis] + np.arange(count)]].sum(axis=1)
    return sums


Tensors = tuple[NDArray[Any], NDArray[np.float32] | None, NDArray[np.int64] | None]


def _drops_marks(tokenizer: Tokenizer) -> bool:
    """Return whether a tokenizer cuts at every mark and leaves it out: then a text's tokens are those of its pieces."""
    cutter = tokenizer.pre_tokenizer
    if cutter is None:
        return False
    return [piece for piece, _ in cutter.pre_tokenize_str("字".join(_MARKS))] == ["字"] * (len(_MARKS) - 1)


def _read(module: Path) -> tuple[Unigram | Tokenizer, Tensors]:
    from safetensors.numpy import load_file

    weights, vocabulary = module / "model.safetensors", module / "tokenizer.json"
    for path in (weights, vocabulary):
        if not path.is_file():
            raise EncoderError(f"模型文件夹 {module} 缺少 {path.name}，请重新取得该模型")
    tokenizer = open_unigram(vocabulary) or _tokenizer(vocabulary)
    tensors = load_file(weights)
    if "embedding.weight" in tensors:
        return tokenizer, (tensors["embedding.weight"], None, None)
    scales, mapping = tensors.get("weights"), tensors.get("mapping")
    return tokenizer, (
        tensors["embeddings"],
        None if scales is None else scales.astype(np.float32),
        None if mapping is None else mapping.astype(np.int64),
    )


def _tokenizer(vocabulary: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_padding()
    return tokenizer


def _prompts(folder: Path) -> dict[str, str]:
    """Return the prompts that the model wants before queries and documents."""
    try:
        settings = json.loads((folder / "config_sentence_transformers.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        settings = {}
    prompts: dict[str, str] = settings.get("prompts") or {}
    return {"query": prompts.get("query", ""), "document": document_prompt(prompts)}


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
