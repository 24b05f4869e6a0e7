"""Effects on a whole place that the draft takes credit for: 带动全县农民人均增收1200元, 报道后全市交通事故下降三成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, SENTENCE, around
from search.checking.case import Case
from search.checking.saying import short

_PLACE = "全[国省市县州区镇]|我[省市县州区]|本[地省市县州区]|当地|辖区|城区|城乡|人均|户均"
_AMOUNT = r"(?:\d[\d.,]*|[一二三四五六七八九两]+)(?:[万亿]?元|[%％]|个?百分点|成(?!效|果|立|为|员|功)|倍)|翻了?[一两]番"
_CAUSED = re.compile(
    rf"(?:带动|拉动|助推|推动|促使|撬动|助力|使得?|促成|帮助|带来)[^，。；\n]{{0,14}}?(?:{_PLACE})[^，。；\n]{{0,20}}?"
    rf"(?:增收|增长|上升|提高|提升|下降|减少|降低|增加|回升|下滑)[^，。；\n]{{0,6}}?(?:{_AMOUNT})"
)
"""带动全县农民人均增收1200元."""
_CHANGED = re.compile(
    rf"(?:{_PLACE})[^，。；\n]{{2,16}}?(?:同比|比上年|较上年|由此|随之|因此|大幅|明显)*(?:增收|增长|上升|提高|提升|下降|减少|降低|增加|回升)[^，。；\n]{{0,4}}?(?:{_AMOUNT})"
)
_CREDIT = re.compile(
    "(?:得益于|归功于|由于|因为|正是|正因|直接|在[^，。；]{2,20}(?:推动|带动|监督|促进|影响|助力|宣传|引导)下|(?:报道|节目|栏目|专栏|直播|曝光|监督|宣传|推介|短视频|作品)"
    "[^，。；]{0,8}(?:之?后|以来|播出|见报|刊发|推动|带动|促使|促成|使得?|让))"
)
"""What makes a change of the place the work of the house: 在我台持续监督下，全市…; 报道刊发后，全市…."""
_OWN = re.compile(
    "媒体|稿|粉丝|用户|发行|收视|收听|阅读|播放|点击|广告|订阅|报名|参赛|参与|客户端|公众号|读者|观众|听众|职工|员工"
)
"""What the house itself counts."""
_SOURCE = re.compile(
    "据[^，。；]{2,16}(?:统计|测算|通报|数据|介绍|反馈)|统计局|(?:部门|单位|局)(?:统计|测算|数据|通报)|统计(?:数据)?显示|数据显示"
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each change of a whole place, in figures, that the draft ascribes to the house's work and gives no source for.

    Silent where an earlier report has the claim with another figure: it is the house's way of counting then.
    """
    text = case.draft.text
    told = [normalised(report.text) for report in case.earlier]
    seen: list[tuple[int, int]] = []
    for pattern in (_CAUSED, _CHANGED):
        for match in pattern.finditer(text):
            left, right = around(text, *match.span(), SENTENCE)
            sentence = text[left:right]
            if pattern is _CHANGED and not _CREDIT.search(text[left : match.end()]):
                continue
            clause = text[slice(*around(text, *match.span(), CLAUSE))]
            if (
                _OWN.search(clause)
                or _SOURCE.search(sentence)
                or any(a < match.end() and match.start() < b for a, b in seen)
            ):
                continue
            words = normalised(re.split(r"[\d一二三四五六七八九两翻]", match[0])[0])
            if any(words in report for report in told):
                continue
            seen.append(match.span())
            message = f"“{short(match[0], 30)}”是一地的变化，稿中没有出处，也看不出与履责工作的关系。请附数据来源，或改为写本单位做了什么。"
            yield case.finding("unsupported-claim", Severity.WARNING, message, match.span())
