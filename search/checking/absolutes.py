"""Words without any exception that no house can vouch for: 群众满意率100%, 篇篇推动整改, 无一反弹."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.saying import short

_ALL = re.compile(
    r"满意[率度](?:均|都|双双|同时)?(?:达到?|为|保持|高达|稳定在)*(?:100[%％]|百分之百)|百分之百满意|人人满意|零差评|零缺陷"
    r"|(?:篇篇|期期|场场|条条|件件|个个)(?:都|均)?(?:推动|促成|促使|引发|带来|解决|整改|办结|叫好|获奖|爆款|成为|是精品|过[百千]?万)"
    r"|无一(?:例|起|件|家|篇|条|期|处|次)?(?:反复|反弹|落空|返工|差评|失手|退回|超期|遗漏|离异)|没有一(?:例|起|件|家|篇|条|期|处|次)(?:反复|反弹|落空|返工|差评)"
    r"|(?:创刊|建台|建社|建网|开办|成立|组建)(?:[^，。；\n]{0,6}年)?(?:以来|来)[^，。；\n]{0,4}从未[^，。；\n]{2,12}"
)
"""Of readers, those served, or all that was made. What a house can count is none (合同签订率100%, 投诉件件答复, 无一伤亡)."""
_MEANT = re.compile("力争|争取|确保|做到|努力|目标|将|力求|要[求让使]|实现.{0,4}目标")
"""Words by which it is only meant."""
_ASKED = re.compile("问卷|抽样|抽查|回访|测评|调查|测评|第三方")
"""Who was asked tells where it comes from."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each claim without exception that names no source and that no earlier report makes in the same words."""
    text = case.draft.text
    for match in _ALL.finditer(text):
        left = max(text.rfind(mark, 0, match.start()) for mark in "。；;\n") + 1
        before = text[left : match.start()]
        if _MEANT.search(before[-12:]) or _ASKED.search(before):
            continue
        if any(match[0] in report.text for report in case.earlier):
            continue
        message = f"“{short(match[0], 24)}”没有例外，需要依据：请附调查或统计的来源，或改用有数字的说法。"
        yield case.finding("unsupported-claim", Severity.WARNING, message, match.span())
