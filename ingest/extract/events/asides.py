"""Dates in brackets and of forerunners, which date what stands right beside them and no more."""

from __future__ import annotations

import re

from ingest.dates import Date

_ASIDE_BEFORE = re.compile(
    r"(?P<of>[^，,。；;、：:！？\s（()）]{2,24}?)(?P<figure>[\d.,]+[万亿]?[余多]?[人户份次]?)?[（(](?P<act>(?:正式)?(?:创刊|创办|成立|组建|创建|开播|开通|上线|建台|始建)于)?$"
)
_ASIDE_AFTER = re.compile(
    r"(?P<act>(?:正式|全新|试)?(?:创刊|创办|成立|组建|创建|开播|播出|试播|开通|上线|建台|建成|始建|开办|停刊|停播|停办|停更|关停|更名|改版|启用|投用|入驻|挂牌|揭牌))?[)）]"
)
# 前身为|1952年|设立的江南有线广播站
_FORERUNNER = re.compile(
    r"(?P<act>创刊|创办|设立|成立|开办|开播|创建|组建)的(?P<of>[《“]?[一-龥A-Za-z0-9]{2,20}[》”]?)(?=[，,。；;、（(]|$)"
)
_FORERUNNER_BEFORE = re.compile(r"(?:前身(?:是|为)|源于|源自|始于|脱胎于)(?:原)?$")
_ASIDE_LEAD = re.compile(r"^.*(?:由原|其中|包括|拥有|办有|开办|设有|现有|目前|由|原|和|与|及|有)(?=..)")
_BRACKET = re.compile(r"[（(][^（()）\d]{1,12}[)）]")


def aside(text: str, date: Date, sentence: tuple[int, int]) -> tuple[int, int, str] | None:
    """Return start, end and name of what the `date` in a bracket dates: 由原江南人民广播电台（|1949年|建台）、江南电视台合并."""
    if _FORERUNNER_BEFORE.search(text, max(sentence[0], date.start - 6), date.start) and (
        was := _FORERUNNER.match(text, date.end, sentence[1])
    ):
        return date.start, was.end(), was["of"] + was["act"]
    if text[date.start - 1] not in "（(" and text[date.start - 1] != "于":
        return None
    before = _ASIDE_BEFORE.search(text, max(sentence[0], date.start - 48), date.start)
    after = _ASIDE_AFTER.match(text, date.end)
    if before is None or after is None or not (before["act"] or after["act"]):
        return None
    of = _ASIDE_LEAD.sub("", before["of"])
    act = (before["act"] or "").removesuffix("于") or str(after["act"])
    return before.end("of") - len(of), after.end(), f"{of}{act}"


def with_bracket(text: str, date: Date) -> Date:
    """1月26日（大年初二）: what brackets add to the date belongs to it."""
    bracket = _BRACKET.match(text, date.end)
    return date._replace(end=bracket.end()) if bracket else date
