"""Which figure of the draft a claim in words is about."""

from __future__ import annotations

import re

from search.checking.around import CLAUSE, SENTENCE, around
from search.checking.called import core
from search.checking.case import Case
from search.checking.counterparts import COUNTS
from search.checking.figures import Figure, family

_IDLE = re.compile(
    "[降升增减][到至为]|再度|再次|又一次|一举|双双|处于|位于|也|均|都|更|再|又|还|已|继续|实现了?|呈现?出?|保持|取得|做到|为|是|系|属|创下?|达到?|栏目|节目|专栏|品牌|平台|其中|总体|整体|全年|今年|本年|这一?|该|其|数字|均为|首次|连续|稳居|共|则|而|的|了|上|中|台里|社里|全台|全社|我台|本台|本报|报社|中心|集团|来看|情况|势头|态势|并"
)
_COUNT = re.compile(
    r"(?:总|数)?(?:(?P<occasions>次数|场次|期数|频次|届次|场数|刊期|班次)|(?P<people>人数|人次|人员)|(?P<money>金额|收入|营收|款额|销售额|成交额|交易额|资金)|(?P<share>率|比例|占比|比重)|(?P<hours>时长|小时数)|(?P<way>里程)|(?P<pieces>篇数|件数|条数|部数)|(?P<any>数量|总量|总数|总额|数额|规模|数目|体量|(?<![质流能力声音])量|额|数))$"
)
_AUDIENCE = re.compile(
    "传播|阅读|播放|点击|浏览|关注|转发|互动|收视|收听|点赞|订阅|粉丝|用户|下载|曝光|发行|流量|观看"
)
"""What is another measure than the work it is of."""
_KINDS = {
    "occasions": ("场",),
    "people": ("人", "人次"),
    "money": ("元",),
    "share": ("%",),
    "hours": ("小时", "分钟"),
    "way": ("公里", "里"),
    "pieces": ("条", "部", "人"),
}
FAR = 40
"""Characters of a sentence between a figure and what is said of it."""


def meant(
    case: Case, span: tuple[int, int], unit: str | None = None, *, marked: bool = False
) -> Figure | None:
    """Return the figure of the draft that a claim at `span` is about: that of its clause, else what its words name, else the one before.

    Where the claim holds it against a mark (`marked`), it has the unit of that, unless that has none. Made for: 受理1352起，受理量年年攀升; 差错率为万分之0.65，实现三连降;
    None where its words name something else: 发稿300条，传播量逐年攀升.
    """
    text = case.draft.text
    left, right = around(text, *span, SENTENCE)
    clause_left, clause_right = around(text, *span, CLAUSE)
    told = [
        f
        for f in case.figures
        if left <= f.start < right and f.role in COUNTS and f.metric.unit not in ("年", "个百分点", "倍")
    ]
    within = [f for f in told if clause_left <= f.start and f.end <= span[0]]
    if within:
        return within[-1] if unit is None or family(within[-1].metric.unit) == family(unit) else None
    own = text[clause_left : span[0]]
    what = _IDLE.sub("", own)
    before = [f for f in told if f.end <= clause_left and clause_left - f.end <= FAR]
    if marked:
        alike = [f for f in told if (family(f.metric.unit) == family(unit) if unit else f.metric.unit != "%")]
        before = [f for f in before if f in alike] or [
            f for f in alike if f.start < span[1] and f.end > span[0]
        ]
    behind = [f for f in told if span[1] <= f.start < clause_right + 16]
    if not what:
        if before:
            return before[-1]
        return behind[0] if behind and behind[0].start < clause_right else None
    named = [f for f in (*reversed(before), *behind[:1]) if _names(what, f)]
    if named:
        return named[0]
    count = _COUNT.search(what)
    if not before and not behind and _COUNT.search(what):
        # 发行收入占比降到44%。发行收入占比第一次降到一半以下: the figure stands in another sentence.
        elsewhere = [f for f in case.figures if f.role == "level" and core(f.name) == what]
        return elsewhere[0] if len({f.value for f in elsewhere}) == 1 else None
    if count is None or not before:
        return None
    kind = count.lastgroup or "any"
    fitting = [f for f in before if kind == "any" or family(f.metric.unit) in _KINDS[kind]]
    if kind == "share" or not fitting:
        return None
    other = _AUDIENCE.search(what)
    last = fitting[-1]
    if marked and other is None and unit is not None and _COUNT.sub("", what) and kind != "any":
        # 总收入2.7亿元，活动收入首次突破5000万元: another sum of money.
        return None
    return None if other and other[0] not in last.before else last


def _names(what: str, told: Figure) -> bool:
    """Tell whether words before a claim name what a figure counts: 募款额, of 募款92万元; 差错率."""
    name = core(told.name)
    stem = _COUNT.sub("", what)
    if len(name) > 1 and (name in what or (len(stem) > 1 and stem in name)):
        # 总收入2.7亿元，活动收入首次突破5000万元: of a sort of its own.
        sort = what.removesuffix(name)
        return len(name) > 2 or not what.endswith(name) or len(sort) < 2 or sort in told.before
    return (len(stem) > 1 and stem in told.evidence.quote) or (len(what) > 1 and told.name.endswith(what))
