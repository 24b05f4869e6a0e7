"""Totals beside the two or more sorts that they fall into, told without 其中: 演练15次，上半年7次、下半年9次."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.numbers import Quantity
from ingest.numerals import chinese_number
from ingest.report import Qualifier
from ingest.sentences import sentences
from search.answers import Finding, Severity
from search.checking.around import counted
from search.checking.case import Case
from search.checking.ranges import grain
from search.checking.saying import figure
from search.checking.sums import ATTRIBUTE, unit_of

_SORTS = (
    ("上半年", "下半年"),
    ("线上", "线下"),
    ("网上", "网下"),
    ("男", "女"),
    ("在编", "编外"),
    ("在编", "聘用"),
    ("专职", "兼职"),
    ("原创", "转载"),
    ("境内", "境外"),
    ("国内", "国外"),
    ("城区", "农村"),
    ("室内", "室外"),
    ("长视频", "短视频"),
    ("内宣", "外宣"),
    ("内训", "外训"),
    ("第一季度", "第二季度", "第三季度", "第四季度"),
    ("一季度", "二季度", "三季度", "四季度"),
)
"""Sorts that leave nothing out: what falls into them adds up to the total."""
_RANKS = (
    "国家级",
    "中央级",
    "央媒",
    "部级",
    "省部级",
    "省级",
    "地市级",
    "市州级",
    "市级",
    "州级",
    "县级",
    "区级",
)
"""Ranks from high to low; one thing has one of them."""
_MEDIUM = re.compile(
    "(?:报纸|日报|晚报|纸媒|刊物|杂志|电视|广播|电台|网站|网络|新媒体|微信|微博|抖音|快手|视频号|客户端|APP|公众号|头条号?)(?:端|类|平台|方面|渠道|侧)?$"
)
_TURN = re.compile("(?:第(?P<number>[一二三四五六七八九十])[批组期轮季场站阶段路队类次档]|首批)")
_LABEL = re.compile(
    r"[，,、；;：:（(\s]*(?:其中|包括|分别为)?[，,：:]?(?:和|及|与|以及)?(?P<label>[一-龥A-Za-z“”《》]{1,12}?)"
    r"(?:的)?(?:共?有|为|共|达|占|各)?(?:开展|组织|举办|举行|播发|刊发|播出|推出|完成|发布)?(?:了)?$"
)
_LEAST = re.compile(rf"(?P<rank>{'|'.join(_RANKS)})(?:及|或)?以上")
_OPENED = re.compile(r"[（(][一-龥A-Za-z“”《》]{1,12}$")
_RESPECTIVELY = re.compile(
    r"(?P<labels>[一-龥]{1,8}(?:、[一-龥]{1,8})*[、和及与][一-龥]{1,10})分别(?:为|是|有|达到?|播发|举办|开展)?$"
)
_AND = re.compile("[、，,和及与]")
_WHOLE = re.compile(r"(?:全年|合计|共计|总计|一共|总共|共)[一-龥]{0,6}$")
_OPEN = re.compile(r"等(?!奖|级|次)|余|另有|还有|以及其他|除|左右")
_AMONG = re.compile(
    "其中|(?:全部|所有|这些|上述|上面|总数|[一-龥]{2,8})(?:当中|之中|里面|(?<!其)中|里)[，,：:]"
)
_OF = re.compile("的(?:有|为|是|达)?$")
_IS = re.compile("[是为](?![止了])")
_OTHERS = re.compile(
    "(?:^|[，,、；;])(?:另有?|另外|其余|其他|其它|剩下|余下)|(?:其他|其它|其余)[^，。；]{0,8}$"
)
_MORE = re.compile("另有?|另外")
_SUBJECT = re.compile(r"^[^，,：:\d]{4,}$")
_AGE = re.compile(r"岁(?:及|或)?以[上下]")
"""Ages leave nobody in two parts."""
_BY = re.compile("[比较]|(?:[增减]|增加|减少|[多少])$")
"""受理1340件，比上年多132件: what tells of a change is no part."""
_NEXT = re.compile(r"[一-龥A-Za-z“”《》]{0,10}[，,、；;和及][一-龥A-Za-z“”《》]{0,12}$")
"""How parts told in clauses of their own are known for what they are."""
BEFORE = 40
"""Characters between a total and its parts in clauses of their own."""
NEARLY_ALL = 0.1
"""Media or sorts whose sum misses the total by no more than this share are taken for all of them."""
FAR = 24
"""Characters between a total and its first sort."""


@dataclass(frozen=True)
class _Part:
    quantity: Quantity
    label: str


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each total that the sorts beside it do not add up to.

    Made for: 演练15次，上半年7次、下半年9次; 53件作品获市级以上奖项，省级以上的21件，市级的34件; 报道1870条，电视端820条、
    广播端430条、新媒体端600条; 线上12场、线下9场，全年共举办20场.
    """
    text = case.draft.text
    for start, end in sentences(text):
        told = [q for q in counted(text, start, end) if q.unit not in ("%", "岁")]
        last = [q for q in counted(text, max(0, start - BEFORE), start) if q.unit != "%"]
        yield from _named_parts(case, last, told, start)
        at = 0
        while at < len(told) - 1:
            parts = _respective(text, told, at, start) or _run(text, told, at, start)
            if len(parts) < 2:
                at += 1
                continue
            total = _total(text, told, at, len(parts))
            if total is not None:
                yield from _judged(case, total, parts)
            at += len(parts)


def _named_parts(
    case: Case, last: Sequence[Quantity], told: Sequence[Quantity], start: int
) -> Iterator[Finding]:
    """Parts told in clauses, or a sentence, of their own after their total: 善款361万元。全部善款中，企业捐赠220万元，读者捐款112万元;
    追回欠薪920万元，为农民工讨回的610万元，为其他职工讨回的390万元; 口述影像24部。15部是院线电影，另有6部为电视剧.

    They must be told as parts: 其中 or 当中 at their head, the last as the others, or each with 的 before it or 是 behind.
    """
    text = case.draft.text
    for at, first in enumerate(told):
        run = [first]
        for one, other in pairwise(told[at:]):
            if unit_of(other) != unit_of(first) or not _NEXT.match(text[one.end : other.start]):
                break
            run.append(other)
        before = told[at - 1] if at else last[-1] if last else None
        if len(run) < 2 or before is None or unit_of(before) != unit_of(first):
            continue
        begin = max(before.end, start) if at == 0 else before.end
        between = text[before.end : first.start]
        if len(between) > BEFORE or between.count("。") + between.count("；") > 1:
            continue
        gaps = [text[begin : first.start], *(text[one.end : other.start] for one, other in pairwise(run))]
        behind = [text[q.end : q.end + 3] for q in run]
        named = sum(bool(_OF.search(gap) or _IS.match(tail)) for gap, tail in zip(gaps, behind, strict=True))
        # 采编101人。研究院专职研究员20人，另有博士后2人: a sentence that names something else tells no parts by 另有 alone.
        others = _OTHERS.search(gaps[-1]) is not None and not (
            at == 0 and _MORE.search(gaps[-1]) and _SUBJECT.search(gaps[0])
        )
        # In the sentence of the total itself 其中 is for `sums`.
        among = at == 0 and _AMONG.search(gaps[0]) is not None
        # A figure that goes on a list itself is no total: 其中漫画收入226万元，音频收入129万元，课件收入92万元，版税支出44万元.
        head = (
            all(unit_of(q) != unit_of(first) for q in told[: at - 1])
            and "其中" not in text[start : first.start]
        )
        near = at > 0 and head and _listed(gaps, before, run)
        if not (among or others or named == len(run) or near):
            continue
        exact = all(q.qualifier is Qualifier.EXACT for q in (before, *run))
        if (
            not exact
            or max(q.value for q in run) >= before.value
            or (ATTRIBUTE.search(_AGE.sub("", "".join(gaps))) and not others)
        ):
            continue
        together = sum(q.value for q in run)
        slack = (sum(grain(q.text) for q in run) + grain(before.text)) / 2
        over = together - before.value > slack
        # What is short may be told in part; not where the last are the others.
        short = (
            before.value - together > slack and others and not _OPEN.search(_OTHERS.sub("", "".join(gaps)))
        )
        if (
            over
            or short
            or (
                among
                and 0 < before.value - together <= NEARLY_ALL * before.value
                and before.value - together > slack
            )
        ):
            yield _missed(case, before, [_Part(q, "") for q in run], together)
        return


def _listed(gaps: Sequence[str], total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether short labels list what a total is made of, of which they miss little: 销售1980万元，大米1120万元、木耳940万元."""
    labels = [gap.strip("，,、和及") for gap in gaps]
    over = sum(part.value for part in parts) / total.value - 1 if total.value else 1.0
    named = all(re.fullmatch("[一-龥]{2,6}", label) and not _BY.search(label) for label in labels)
    return named and 0 < over <= NEARLY_ALL


def _run(text: str, told: Sequence[Quantity], at: int, start: int) -> list[_Part]:
    """Return the figures of one unit from `at` on that follow one another with a label each."""
    found: list[_Part] = []
    for index in range(at, len(told)):
        quantity = told[index]
        begin = told[index - 1].end if index else start
        # Before the first of all a whole clause may stand: 今年线上12场、线下9场.
        gap = (
            text[begin : quantity.start]
            if found
            else re.split(r"[，,：:；;（(]", text[begin : quantity.start])[-1]
        )
        label = _LABEL.fullmatch(gap)
        same = unit_of(quantity) == unit_of(told[at]) and quantity.qualifier is Qualifier.EXACT
        if label is None or not same:
            break
        found.append(_Part(quantity, label["label"]))
    while found and not _sorted(found) and not _bracketed(text, found):
        found.pop()
    return found


def _respective(text: str, told: Sequence[Quantity], at: int, start: int) -> list[_Part]:
    """Return the figures from `at` on that a list of sorts before them has: 国家级、省级奖项分别为14件和121件."""
    named = _RESPECTIVELY.search(text[told[at - 1].end if at else start : told[at].start])
    labels = re.split("[、和及与]", named["labels"]) if named else []
    parts = told[at : at + len(labels)]
    if len(labels) < 2 or len(parts) < len(labels):
        return []
    joined = all(_AND.fullmatch(text[one.end : other.start]) for one, other in pairwise(parts))
    units = {part.unit for part in parts}
    found = [_Part(part, label) for part, label in zip(parts, labels, strict=True)]
    return found if joined and len(units) == 1 and (len(found) > 2 or _sorted(found)) else []


def _total(text: str, told: Sequence[Quantity], at: int, many: int) -> Quantity | None:
    first, last = told[at], told[at + many - 1]
    if at:
        before = told[at - 1]
        between = text[before.end : first.start]
        if unit_of(before) == unit_of(first) and len(between) <= FAR and not re.search(r"[；;。\n]", between):
            return before if before.qualifier is Qualifier.EXACT else None
    if at + many < len(told):
        behind = told[at + many]
        between = text[last.end : behind.start]
        if unit_of(behind) == unit_of(first) and len(between) <= FAR and _WHOLE.search(between):
            return behind if behind.qualifier is Qualifier.EXACT else None
    return None


def _sorted(parts: Sequence[_Part]) -> bool:
    """Tell whether the labels are sorts of one thing: a closed set, ranks, or three media and more."""
    return _closed(parts) or _ranked(parts) or _media(parts)


def _bracketed(text: str, parts: Sequence[_Part]) -> bool:
    """Tell whether parts fill a bracket: 11个部门（采访部门6个、后台部门5个）."""
    first, last = parts[0].quantity, parts[-1].quantity
    opened = _OPENED.search(text[max(0, first.start - 14) : first.start])
    named = not any(ATTRIBUTE.search(part.label) for part in parts)
    return len(parts) > 1 and opened is not None and named and text[last.end : last.end + 1] in ("）", ")")


def _closed(parts: Sequence[_Part]) -> bool:
    labels = [part.label for part in parts]
    return (
        _in_turn(labels)
        or _complement(labels)
        or any(
            len(sorts) == len(labels)
            and all(sum(sort in label for label in labels) == 1 for sort in sorts)
            and len({next(label.replace(sort, "") for label in labels if sort in label) for sort in sorts})
            == 1
            for sorts in _SORTS
        )
    )


def _in_turn(labels: Sequence[str]) -> bool:
    """Tell whether labels count up from the first: 第一批22人、第二批20人、第三批24人."""
    turns = [_TURN.match(label) for label in labels]
    return len(labels) > 1 and all(
        turn is not None and chinese_number(turn["number"] or "一") == at
        for at, turn in enumerate(turns, start=1)
    )


def _complement(labels: Sequence[str]) -> bool:
    """Tell whether one of two labels denies the other: 采用320条，未采用的200条."""
    if len(labels) != 2:
        return False
    short, long = sorted(labels, key=len)
    return long in (f"未{short}", f"没{short}", f"没有{short}", f"尚未{short}", f"不{short}")


def _rank(label: str) -> int | None:
    return next((at for at, rank in enumerate(_RANKS) if label.startswith(rank)), None)


def _ranked(parts: Sequence[_Part]) -> bool:
    ranks = [_rank(part.label) for part in parts]
    known = [rank for rank in ranks if rank is not None]
    # 省级以上21件，国家级5件: the one holds the other.
    nested = any("以上" in part.label for part in parts[1:])
    return len(parts) > 1 and len(known) == len(parts) and len(set(known)) == len(known) and not nested


def _media(parts: Sequence[_Part]) -> bool:
    return len(parts) > 2 and all(_MEDIUM.search(part.label) for part in parts)


def _judged(case: Case, total: Quantity, parts: Sequence[_Part]) -> Iterator[Finding]:
    text = case.draft.text
    values = [part.quantity.value for part in parts]
    together = sum(values)
    slack = sum(grain(part.quantity.text) for part in parts) / 2 + grain(total.text) / 2
    off = abs(together - total.value)
    span = min(total.start, parts[0].quantity.start), max(total.end, parts[-1].quantity.end)
    if off <= slack or _OPEN.search(text[span[0] : span[1] + 2]) or max(values) > total.value * 1.5:
        return
    if _ranked(parts):
        # 61件作品获市级以上奖项，国家级9件、省级20件: those of the city are not told.
        said = _LEAST.search(text[max(0, total.start - 24) : total.end + 24])
        whole = said is not None and said["rank"] == _RANKS[max(_rank(part.label) or 0 for part in parts)]
        if not whole and together < total.value:
            return
    elif not _closed(parts) and not _bracketed(text, parts) and off > NEARLY_ALL * total.value:
        return
    yield _missed(case, total, parts, together)


def _missed(case: Case, total: Quantity, parts: Sequence[_Part], together: float) -> Finding:
    shown = "＋".join(figure(part.quantity.value, None) for part in parts)
    message = (
        f"分项合计与总数不符：总数是{total.text}，分项{shown}＝{figure(together, total.unit)}，"
        f"{'多' if together > total.value else '少'}{figure(abs(together - total.value), total.unit)}。请核对总数和各分项。"
    )
    span = min(total.start, parts[0].quantity.start), max(total.end, parts[-1].quantity.end)
    return case.finding("number-conflict", Severity.ERROR, message, span)
