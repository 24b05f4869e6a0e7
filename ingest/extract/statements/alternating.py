"""Responses in a paragraph whose sentences alternate: each fault before what was done about it, each group's name before its answers."""

from __future__ import annotations

import itertools
import re

from ingest.extract.statements.cues import SAID
from ingest.extract.statements.enumeration import GROUP
from ingest.extract.statements.retelling import is_frame, only_tells_fault
from ingest.sentences import Span, clauses, sentences

# 我们在报告里说，“残障朋友看不到我们的报纸”。
_CITES_FAULT = re.compile(
    rf"^[^；\d《]*(?:20\d{{2}}年)?[^；\d《]*(?:{SAID}|说|写道|坦言)过?[：:，]?“[^”]+”。?$"
)


# 留言操作繁琐。: so short a sentence, without a figure or a clause, only names what the next one answers.
_NAMED = re.compile(r"[^，,、；;：:\d《]{3,12}。")


def fault_by_fault(text: str, parts: list[Span]) -> list[Span]:
    """Return the answers where sentences that tell a fault and sentences that answer it take turns; none where they do not.

    2018年，融合不深。2019年，组建融媒体中心。2018年，人才培养存在不足。2019年，与高校签订协议。
    留言操作繁琐。“一键留言”把三步并成一步。频道冷热不匀。分片包干，5个频道达标。
    """
    told = [text[slice(*part)] for part in parts]
    named = [_NAMED.fullmatch(part) is not None for part in told]
    if len(parts) >= 4 and len(parts) % 2 == 0 and all(named[::2]) and not any(named[1::2]):
        return [(low, high) for (low, _), (_, high) in zip(parts[::2], parts[1::2], strict=True)]
    faults = [i for i, part in enumerate(told) if only_tells_fault(part) or _CITES_FAULT.match(part)]
    if (
        len(faults) < 2
        or faults[-1] + 1 == len(parts)
        or any(b - a == 1 for a, b in itertools.pairwise(faults))
    ):
        return []
    if not all(is_frame(part) for part in told[: faults[0]]):
        return []
    return [(parts[a][0], parts[b - 1][1]) for a, b in itertools.pairwise([*faults, len(parts)])]


_GROUP_LABEL = re.compile(rf"{GROUP.pattern}(?<=[：:])")


def group_by_group(text: str, start: int, end: int) -> list[Span]:
    """Return the answers in sentences that each open with the name of a group: 已完成的：A；B。正在推进的：C。"""
    parts = sentences(text, start, end)
    while parts and is_frame(text[slice(*parts[0])]):
        parts.pop(0)
    labels = [_GROUP_LABEL.match(text, *part) for part in parts]
    if len(parts) < 2 or not all(label and label.end() > label.start() + 2 for label in labels):
        return []
    return [
        span
        for label, (_, high) in zip(labels, parts, strict=True)
        if label
        for span in clauses(text, label.end(), high, "；;。")
    ]
