"""Writes a trained model as a sentence-transformers folder: StaticEmbedding with int8 rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding",
    }
]
SETTINGS = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def save(folder: Path, tokenizer: Tokenizer, rows: NDArray[np.float32]) -> None:
    """Write `tokenizer` and `rows` (pieces, dimension) to `folder`, which is made where it is missing.

    Rows are stored as int8 with one float32 scale each, under the names (`embeddings`, `weights`) that
    StaticEmbedding multiplies out when it loads a folder.
    """
    from safetensors.numpy import save as to_bytes

    folder.mkdir(parents=True, exist_ok=True)
    scales = np.maximum(np.abs(rows).max(axis=1) / 127.0, 1e-12).astype(np.float32)
    table = np.ascontiguousarray(np.rint(rows / scales[:, None]).astype(np.int8))
    weights = to_bytes({"embeddings": table, "weights": scales}, metadata={"format": "pt"})
    (folder / "model.safetensors").write_bytes(weights)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=False) + "\n", encoding="utf-8")
    for name, content in (("modules.json", MODULES), ("config_sentence_transformers.json", SETTINGS)):
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
