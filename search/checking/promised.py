"""What the draft says was promised or lacking last year, which last year's report does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from ingest.report import Commitment, Report, Shortcoming
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.saying import short

_PROMISED = re.compile(
    r"(?:去年|上年度?|上一年度?)(?:的?报告)?(?:中|里)?(?:，)?(?:我们|集团|中心|本报|我台|本台|报社)?(?:曾)?"
    r"(?:承诺|许诺|提出要|计划|表示要)(?:要|将)?(?P<what>[^，。；,;\n]{4,30})"
)
LETTERS, MEANING = 0.34, 0.5
"""Below this share of pairs of characters and this cosine to every statement of the report, nothing there says it."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each promise that the draft ascribes to last year's report and that does not stand there.

    Made for: 去年我们承诺开办社区食堂. Only where the report of the year before is stored and has promises.
    """
    last = case.last
    if last is None or not case.follows:
        return
    statements = [fact for fact in last.facts if isinstance(fact, Commitment | Shortcoming)]
    if not any(isinstance(fact, Commitment) for fact in statements):
        return
    for match in _PROMISED.finditer(case.draft.text):
        if not _said(case, last, statements, match["what"]):
            message = (
                f"{last.report_year}年度报告里没有这样的承诺：“{short(match['what'], 30)}”。"
                "请对照上年的改进部分核对。"
            )
            evidence = [fact.evidence for fact in statements if isinstance(fact, Commitment)][:4]
            yield case.finding("unsupported-claim", Severity.WARNING, message, match.span(), evidence)


def _said(case: Case, last: Report, statements: list[Commitment | Shortcoming], what: str) -> bool:
    wanted = _pairs(what)
    if not wanted or normalised(what) in normalised(last.text):
        return True
    if any(len(wanted & _pairs(fact.text)) / len(wanted) >= LETTERS for fact in statements):
        return True
    vectors = case.encoder.encode_passages([what, *(fact.text for fact in statements)])
    return bool(np.max(vectors[1:] @ vectors[0]) >= MEANING)


def _pairs(text: str) -> set[str]:
    return {one + other for one, other in pairwise(normalised(text))}
