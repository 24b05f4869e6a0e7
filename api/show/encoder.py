"""What became of tuning the encoder."""

from __future__ import annotations

from api.show.page import line
from search.tuning import Tuned


def show_tuned(tuned: Tuned) -> None:
    """Write whether the tuned encoder is used now, and by which figures."""
    line("已采用调校后的模型。" if tuned.kept else "调校没有带来改进，资料库照旧用原来的模型。", "bold")
    line(f"训练用 {tuned.pairs} 对文字，留出检验 {tuned.held} 对，用时 {tuned.seconds:.0f} 秒", indent=2)
    before, after = tuned.check
    line(f"留出的报告，平均倒数排名：{before:.3f} → {after:.3f}（{after - before:+.3f}）", indent=2)
    before, after = tuned.everyday
    line(f"日常说法的问题，平均倒数排名：{before:.3f} → {after:.3f}（{after - before:+.3f}）", indent=2)
    if tuned.kept:
        line("要换回原来的：yinzheng encoder use 内置", "dim", indent=2)
