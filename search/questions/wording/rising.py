"""Words that say that something grew or shrank: one table for all that reads changes."""

from __future__ import annotations

UP = "涨|升|增加|增长|提高|提升|上升|上涨|增|多|高|扩大|扩充|扩|上去"
DOWN = "下降|下滑|下跌|减少|降低|缩减|压缩|缩短|缩水|萎缩|滑坡|回落|下来|下去|缩|掉|降|减|跌|少|低"
