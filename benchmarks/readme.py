"""Writes the accuracy table into the READMEs: ``python -m benchmarks.readme``.

The table stands between two marks and is made from `accuracy.json` alone, so that no figure is typed by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ACCURACY = Path(__file__).parent / "accuracy.json"
READMES = ("README.md", "README.zh.md")
BETWEEN = re.compile(r"(?<=<!-- accuracy -->\n).*?(?=<!-- /accuracy -->)", re.DOTALL)

Part = dict[str, Any]
"""The figures of one part of the corpora."""
Cell = Callable[[Part], str]


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _share(part: Part) -> str:
    return f"{_percent(part['rate'])} ({part['right']}/{part['of']})"


def _poorest(part: Part) -> str:
    """Return the fact type that is read worst, and its F1."""
    types = {name: found["f1"] for name, found in part["facts"].items() if "by other rules" in str(found)}
    name = min(types, key=lambda each: types[each])
    return f"{_percent(types[name])} ({name})"


def _links(part: Part) -> str:
    return " / ".join(_percent(found["f1"]) for found in part["trace"]["links"].values())


def _alarms(part: Part) -> str:
    found = part["check"]
    return " / ".join(
        f"{found[name]['a page']:.2f}" for name in ("false alarms", "false alarms in true reports")
    )


def _ranged(found: Part, name: str) -> str:
    return f"{found[name]:.3f} ({found[f'{name} from']:.2f}–{found[f'{name} to']:.2f})"


def _search(name: str) -> Cell:
    return lambda part: " / ".join(_ranged(part["search"][name], of) for of in ("recall@5", "mrr@10"))


def _reworded(name: str) -> Cell:
    """The same of the needs that share few words with their passages."""
    return lambda part: " / ".join(
        _ranged(part["search"]["few shared words"][name], of) for of in ("recall@5", "mrr@10")
    )


def _arms(part: Part) -> str:
    found = part["search"]["few shared words"]
    return " / ".join(
        f"{found[name]['recall@5']:.2f}" for name in ("BM25 words", "BM25 bigrams", "LSA", "dense")
    )


ROWS: tuple[tuple[str, str, Cell], ...] = (
    ("reports", "报告份数", lambda part: str(part["reports"])),
    (
        "facts, F1 over all of them",
        "事实，全部类型的 F1",
        lambda part: _percent(part["facts"]["all"]["f1"]),
    ),
    ("the type of fact read worst, F1", "读得最差的一类事实，F1", _poorest),
    (
        "headings with level and duty, F1",
        "标题（连同层级与责任），F1",
        lambda part: _percent(part["headings"]["title+duty+level"]["f1"]),
    ),
    ("media named right", "认对媒体", lambda part: _share(part["identity"]["media"])),
    ("year right", "认对年度", lambda part: _share(part["identity"]["year"])),
    (
        "`search` in one media, Recall@5 / MRR@10 (95% intervals)",
        "`search` 查一家媒体，Recall@5 / MRR@10（95% 区间）",
        _search("search"),
    ),
    (
        "the same, needs that share few words with the passage",
        "同上，只算与原文少有共同词语的需求",
        _reworded("search"),
    ),
    (
        "beside it on those needs, Recall@5 of BM25 words / BM25 bigrams / LSA / dense alone",
        "这些需求的 Recall@5 对照：BM25 词／BM25 二字组／LSA／只用向量",
        _arms,
    ),
    (
        "`search` over all media, Recall@5 / MRR@10",
        "`search` 查全部媒体，Recall@5 / MRR@10",
        _search("search, all media"),
    ),
    ("`ask`, right", "`ask` 答对", lambda part: _share(part["ask"]["right"])),
    (
        "`ask`, right where it gave an answer",
        "`ask` 给出答案的题中答对",
        lambda part: _share(part["ask"]["of answers not null: right"]),
    ),
    (
        "`ask`, unanswerable questions told so",
        "`ask` 报告没说的，直说没有答案",
        lambda part: _share(part["ask"]["unanswerable answered null"]),
    ),
    ("`trace`, status right", "`trace` 状态判对", lambda part: _share(part["trace"]["status"])),
    (
        "`trace`, links: responses / actions / recurrences, F1",
        "`trace` 找到的回应／行动／又提，F1",
        _links,
    ),
)
CHECK_ROWS: tuple[tuple[str, str, Cell], ...] = (
    (
        "`check`, planted errors found",
        "`check` 找出埋下的错误",
        lambda part: _share(part["check"]["errors found"]),
    ),
    (
        "`check`, false alarms a page: in these drafts / in true reports",
        "`check` 每页误报：这些草稿／真报告",
        _alarms,
    ),
)
"""Rows that are left out where `accuracy.json` was written before drafts were measured."""
HEADS = (("", "tuning part", "aside part"), ("", "调试部分", "旁测部分"))


def table(figures: dict[str, Part], *, chinese: bool) -> str:
    """Return the table in Markdown; `figures` is what `accuracy.json` holds."""
    parts = [figures["tuning"], figures["aside"]]
    lines: list[tuple[str, ...]] = [HEADS[chinese], ("---", "---:", "---:")]
    rows = ROWS + (CHECK_ROWS if all("check" in part for part in parts) else ())
    lines += [(zh if chinese else en, *map(cell, parts)) for en, zh, cell in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def written(text: str, figures: dict[str, Part], *, chinese: bool) -> str:
    """Return a README's text with the table put between its marks. Raises ValueError where it has none."""
    new, count = BETWEEN.subn(lambda _: table(figures, chinese=chinese), text)
    if count != 1:
        raise ValueError("the marks <!-- accuracy --> and <!-- /accuracy --> must stand there once")
    return new


def main() -> None:
    """Bring both READMEs up to `accuracy.json`."""
    figures = json.loads(ACCURACY.read_text(encoding="utf-8"))
    for name in READMES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        path.write_text(written(text, figures, chinese=name.endswith(".zh.md")), encoding="utf-8")


if __name__ == "__main__":
    main()
