"""Figures of an audience that lost their 万: 粉丝近15, where the years before have 11万."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.case import Case

_BARE = re.compile(
    r"(?P<what>粉丝|用户|关注人数|订阅|播放量|阅读量|浏览量|观看量|点击量|下载量)(?:总数|总量|数量|数|量)?"
    r"(?:已|达到?|为|近|超过?|突破|约|逾|由[^，。；]{1,12}增(?:至|长到|加到))*(?P<number>\d{1,3}(?:\.\d+)?)(?=[，,。；;、和）)])"
)
_UNITLESS = re.compile(
    r"(?:粉丝|用户|关注人数|订阅|播放量|阅读量|浏览量|观看量|点击量|下载量)[^，。；]{0,10}?\d[\d.]*[余多]?(?:万|亿)"
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each audience told in a bare number below a thousand, where earlier reports tell such in 万."""
    source = next((each for each in reversed(case.earlier) if _UNITLESS.search(each.text)), None)
    if source is None:
        return
    for match in _BARE.finditer(case.draft.text):
        message = f"“{match[0]}”像是漏了“万”：往年同类数字都以“万”计。请核对并补上单位。"
        yield case.finding("number-jump", Severity.WARNING, message, match.span("number"))
