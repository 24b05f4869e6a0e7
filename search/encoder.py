"""The way to an encoder: the embedded model, another folder, or a hub name.

The embedded model and every other StaticEmbedding folder are read without torch.
"""

from __future__ import annotations

from pathlib import Path

from search.encoders.base import HUB_NAME, Encoder, EncoderError, Vectors
from search.encoders.static import StaticEncoder, static_module

__all__ = ["EMBEDDED", "TUNED", "Encoder", "EncoderError", "Vectors", "open_encoder"]

EMBEDDED = Path(__file__).parent / "model"
"""Folder of the model that ships with the package."""
TUNED = "library:tuned"
"""The model that a library's own snapshot holds (`search.tuning`)."""


def open_encoder(model: str | None = None, tuned: Path | None = None) -> Encoder:
    """Open `model`: None for the embedded one, TUNED for the one in the folder `tuned`, else a folder or a hub name.

    Raises EncoderError, one Chinese line that says the mend, where the folder does not exist or is not a
    model, and where a hub model is neither cached nor within reach.
    """
    if model is not None and not model.strip():
        raise EncoderError("模型名为空：请给 --model 或 YINZHENG_MODEL 一个文件夹或模型名，或者去掉这项设置")
    if model == TUNED:
        if tuned is None or not tuned.is_dir():
            raise EncoderError("资料库里没有调校过的模型，请运行 yinzheng encoder use 内置，或重新调校")
        return StaticEncoder(tuned)
    folder = EMBEDDED if model is None else Path(model).expanduser()
    if folder.is_dir():
        if static_module(folder) is not None:
            return StaticEncoder(folder)
        if model is None:
            raise EncoderError("内置模型缺失或已损坏，请重新安装 yinzheng")
        from search.encoders.transformer import open_folder

        return open_folder(folder)
    if model is None:
        raise EncoderError("内置模型缺失，请重新安装 yinzheng")
    if not HUB_NAME.fullmatch(model):
        raise EncoderError(f"模型文件夹 {model} 不存在，请检查 --model 或 YINZHENG_MODEL 的路径")
    from search.encoders.transformer import open_hub

    return open_hub(model)
