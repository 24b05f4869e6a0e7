"""Outlets that the draft calls by a name they gave up in an earlier year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Platform, PlatformKind, Renaming
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.around import SENTENCE, around
from search.checking.case import Case

_PAST = re.compile("更名|改名|易名|改称|改为|升级为|原名|原|前身|曾用|由")
"""What tells that a sentence speaks of the old name as such."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each outlet that is called by its old name after an earlier report told of its new one.

    Made for: “无线岚屿”客户端更名为“岚视”客户端 in 2021, “无线岚屿”客户端注册用户21.3万人 in 2022.
    """
    given_up: dict[tuple[str, PlatformKind], Renaming] = {}
    for report in case.earlier:
        for renaming in report.renamings:
            given_up[normalised(renaming.before), renaming.before_kind] = renaming
            given_up.pop((normalised(renaming.after), renaming.after_kind), None)
    for fact in case.draft.facts:
        if not isinstance(fact, Platform):
            continue
        told = given_up.pop((normalised(fact.name), fact.kind), None)
        if told is None:
            continue
        place = fact.evidence
        left, right = around(case.draft.text, place.start, place.end, SENTENCE)
        if told.after in case.draft.text[left:right] or _PAST.search(case.draft.text[left:right]):
            continue
        message = (
            f"平台用了旧名：这里写“{fact.name}”，{told.evidence.year}年度报告说它已更名为“{told.after}”。"
            "请改用现名，或写明原委。"
        )
        span = place.start, place.end
        yield case.finding("name-variant", Severity.WARNING, message, span, [told.evidence])
