"""Chinese numerals and quantities with hedge and unit.

A quantity is a small language: ``hedge? number hedge? magnitude* hedge? unit?``, as in 超100万, 近3万人次, 1300多万,
十余场, 百万＋, 38.4%, 5.2亿元. The tables below are its vocabulary; `quantities` is its recogniser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.alternation import one_of
from ingest.number_words import (
    BARE_RATE_BEFORE,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    IMPLIED_UNIT,
    LIST_NUMBER_AFTER,
    NOT_A_FIGURE_AFTER,
    NOT_A_FIGURE_BEFORE,
    SET_PHRASE,
    UNITS,
)
from ingest.numerals import DIGITS, LARGE_MAGNITUDES, magnitude_of, number_of, scaled
from ingest.report import Qualifier

_NOT_FOLLOWED = {
    "分": "(?![之公社局别钟批类期期组工享析布行解队店开成为到散段支厂属赴管层头散校秒])",
    "节": "(?![日目约能省气假点奏前后水])",
    "面": "(?![对向积临积临部貌试条的])",
    "堂": "(?![口])",
    # 指挥中心二|期投用: a phase of building
    "期": "(?!工程|建设|投用|投入|启用|建成|竣工|落成|改造)",
    "国": "(?![家际内产防庆策土语际务企标籍门营民债])",
}
"""What would make another word of a unit: 5分|钟, 2节|日."""
_WITH_MEASURE_WORD = frozenset("个百分点 个万分点 个整版 个版 个月 个小时".split())
_DIGITS_ONLY = frozenset("分 节 面 副 顶 堂 国".split())
"""Units that only Arabic figures are read before: 两面, 三分, 一副 are mostly words."""
# 100个版面 counts 版面, 两个版块 counts 版块, 19个版本 counts 版本, not 个版.
_UNIT = one_of(UNITS, lambda unit: "(?![面块本])" if unit.endswith("版") else _NOT_FOLLOWED.get(unit, ""))

_ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
_CN_DIGITS = "零〇○一二两三四五六七八九十百千"
# 六万二千 keeps its inner 万; a 万 at the end is the magnitude of the quantity.
_CHINESE = rf"[{_CN_DIGITS}]+(?:[万亿][{_CN_DIGITS}]+)*(?:点[零〇一二三四五六七八九]+)?"
_BEFORE = one_of(HEDGES_BEFORE)
# 百万加作品12件
_AFTER = "以上|左右|上下|以内|以下|(?<=[%％])[强弱](?![一-龥])|余|多|＋|\\+|加(?=(?:融媒)?(?:作品|稿件|产品|爆款|报道|文章|短?视频))"
_QUANTITY = re.compile(
    rf"(?P<before>{_BEFORE})?\s?"
    rf"(?P<number>{_ARABIC}|{_CHINESE}|(?=[万亿]))\s?"
    rf"(?P<mid>余|多|来|几)?\s?(?P<magnitude>[百千]?万亿|[十百千]?[万亿]|[wW](?=[+＋]|余|多)|[百千](?=[余多＋+]|{_UNIT}))?\s?"
    rf"(?P<after>{_AFTER})?\s?"
    rf"(?P<unit>{_UNIT})?(?P<unit2>[（(](?:{_UNIT})(?:[、/](?:{_UNIT}))*[)）]|[/、](?:篇|件|条|次|人)(?![一-龥]))?"
    # 比上年的48条多14条: the 多 is of the difference.
    rf"(?P<late>(?!多\s?\d)(?:{_AFTER}))?"
)


class Quantity(NamedTuple):
    """A figure in running text. `start`/`end` are code-point offsets of `text` (hedge and unit included)."""

    start: int
    end: int
    number_start: int
    number_end: int
    """Where the digits (with their magnitude) stand, without hedge and unit."""
    value: int | float
    """In single units: 1602.3万 → 16023000. Percent as written: 38.4% → 38.4."""
    unit: str | None
    qualifier: Qualifier
    text: str


_NUMERAL = re.compile(rf"[\d{_CN_DIGITS}万亿]")
_LONGEST_HEDGE = max(map(len, HEDGES_BEFORE))
_HEDGE_ENDS = frozenset(hedge[-1] for hedge in HEDGES_BEFORE)


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Yield the quantities in ``text[start:end]``, left to right; offsets are into `text`.

    A number counts as a quantity when it carries a unit, a magnitude (万, 亿), or a hedge; bare numbers, dates,
    ordinals, editions, levels, phone numbers and set phrases (三审三校) do not.
    """
    stop = len(text) if end is None else end
    position = start
    signed = _SPECIAL_SIGN.search(text, start, stop) is not None
    for match in _SPECIAL.finditer(text, start, stop) if signed else ():
        special = _range(match) if match["low"] else (_share(match),)
        if special:
            yield from _plain(text, position, match.start())
            yield from special
            position = match.end()
    yield from _plain(text, position, stop)


def _plain(text: str, start: int, stop: int) -> Iterator[Quantity]:
    """The quantities in a stretch without shares and ranges; a hedge goes on over 、和 (分别超过3万、2万和1万)."""
    last: Quantity | None = None
    for quantity in _durations(_alone(text, start, stop)):
        if (
            last is not None
            and quantity.qualifier is Qualifier.EXACT
            and last.qualifier is not Qualifier.EXACT
            and last.start < last.number_start
            and _AND.fullmatch(text, last.end, quantity.start)
            and "分别" in text[max(start, last.start - 4) : last.start]
        ):
            quantity = quantity._replace(qualifier=last.qualifier)
            # The next one is held against this one, whose hedge stands before the first.
            last = last._replace(end=quantity.end)
        else:
            last = quantity
        yield quantity


def _durations(found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Put together what is one length of time: 4分20秒 are 260 秒, 1小时30分钟 are 90 分钟."""
    held: Quantity | None = None
    for quantity in found:
        if held is not None:
            if quantity.start == held.end and (held.unit, quantity.unit) in _SIXTY_OF:
                quantity = quantity._replace(
                    start=held.start,
                    number_start=held.number_start,
                    value=held.value * 60 + quantity.value,
                    unit="分钟" if quantity.unit == "分" else quantity.unit,
                    qualifier=held.qualifier,
                    text=held.text + quantity.text,
                )
            else:
                yield held
            held = None
        if quantity.unit in _LONGER:
            held = quantity
        else:
            yield quantity
    if held is not None:
        yield held


_PERSONS = re.compile(
    r"人(?![员才民事家体文脸选均次物格工质间]|信息|隐私|数据|账|所得|奖|先进|荣誉|称号|表彰|[和、与及]\d*个?(?:集体|单位|团体))"
)
_HALF = re.compile(r"半(?P<unit>月|小时)")
_SIXTY_OF = frozenset({("小时", "分钟"), ("小时", "分"), ("分钟", "秒"), ("分", "秒")})
_LONGER = frozenset(longer for longer, _ in _SIXTY_OF)


def _alone(text: str, start: int, stop: int) -> Iterator[Quantity]:
    blocked: list[tuple[int, int]] | None = None
    position = start
    while numeral := _NUMERAL.search(text, position, stop):
        number = numeral.start()
        before = text[number - 1] if number > position else ""
        if before in _HEDGE_ENDS or before.isspace():
            # A hedge and a space at most stand before the number; what lies further back need not be tried.
            match = _QUANTITY.search(text, max(position, number - _LONGEST_HEDGE - 1), stop)
        else:
            match = _QUANTITY.match(text, number, stop)
        if match is None:
            return
        if blocked is None and not match["number"][:1].isdecimal():
            blocked = [phrase.span() for phrase in SET_PHRASE.finditer(text, start, stop)]
        quantity = _quantity(text, match, blocked or [])
        if quantity is None:
            # Skip the whole number, so that the 10 of an excluded 2010年 is not tried again.
            position = max(match.end("number"), match.start() + 1)
            continue
        if quantity.unit == "个" and (half := _HALF.match(text, quantity.end, stop)):
            # 两个半月, 3个半小时
            quantity = quantity._replace(
                end=half.end(),
                value=quantity.value + 0.5,
                unit="个月" if half["unit"] == "月" else half["unit"],
                text=text[quantity.start : half.end()],
            )
        yield quantity
        position = quantity.end


# 停播率为|零, 重大差错降为|零
_IS_NONE = re.compile(r"[为是到至]零(?=[，,。；;、！）)\n]|$)")
# 历时|三个月采访
_LASTS_BEFORE = re.compile("(?:历时|持续|耗时|为期|历经|长达)$")
_AND = re.compile(r"(?:[、和及与]|以及)")
# 百分之六点三, 万分之零点五 · 两成五 · 3—5万条: quantities that are no single number with its unit.
_SPECIAL = re.compile(
    rf"(?P<before>{_BEFORE})?(?:(?P<of>十万|[百千万])分之(?P<number>{_CHINESE}|{_ARABIC})|(?P<parts>(?<![\d./])\d+(?:\.\d+)?)[/／](?:1?万(?!元)|10000)|(?P<tenths>[一二两三四五六七八九])成(?P<more>[一二三四五六七八九半])(?![一-龥]?[立为了]))(?P<after>{_AFTER})?"
    rf"|(?<![\d第.\-—－/年月日:：])(?P<low>{_ARABIC})(?P<lowscale>[百千]?[万亿]?)(?:至|到|[-－~～—]{{1,2}})(?P<high>{_ARABIC})(?P<scale>[百千]?[万亿]?)(?P<unit>{_UNIT})(?![一-龥]?版)(?P<late>{_AFTER})?"
)
_SPECIAL_SIGN = re.compile(
    r"[之成至到/／\-－~～—](?:(?<=[\d][/／])(?=1?万|10000)|(?<=[百千万]分之)|(?<=[一二两三四五六七八九]成)|(?<=[\d百千万亿][至到\-－~～—]))"
)
"""Quickly found, and in all of these."""
_PER = {"百": 1, "千": 10, "万": 100, "十万": 1000}


def _share(match: re.Match[str]) -> Quantity:
    """百分之六点三 → 6.3%, 万分之五 → 0.05%, 0.8/万 → 0.008%, 两成五 → 25%."""
    qualifier = HEDGES_AFTER.get(match["after"] or "", Qualifier.EXACT)
    qualifier = HEDGES_BEFORE.get(match["before"] or "", qualifier)
    return Quantity(
        start=match.start(),
        end=match.end(),
        number_start=match.start("number" if match["of"] else "parts" if match["parts"] else "tenths"),
        number_end=match.end("number" if match["of"] else "parts" if match["parts"] else "more"),
        value=_share_value(match),
        unit="%",
        qualifier=qualifier,
        text=match.group(),
    )


def _share_value(match: re.Match[str]) -> float | int:
    if match["of"]:
        return scaled((number_of(match["number"]) or 0) / _PER[match["of"]], 1)
    if match["parts"]:
        return scaled((number_of(match["parts"]) or 0) / _PER["万"], 1)
    return DIGITS[match["tenths"]] * 10 + (5 if match["more"] == "半" else DIGITS[match["more"]])


def _range(match: re.Match[str]) -> tuple[Quantity, ...]:
    """3—5万条 → 30,000 and 50,000; () for what only looks like a range (3-5版, 2020-2021级, 8-2)."""
    low, high = number_of(match["low"]), number_of(match["high"])
    scale = magnitude_of(match["scale"])
    unit = match["unit"]
    if low is None or high is None or unit in {"版", "天", "点", "季"}:
        return ()
    lows = low * (magnitude_of(match["lowscale"]) if match["lowscale"] else scale)
    if lows >= high * scale:
        return ()
    factor = 1
    if unit in {"万元", "亿元", "万字"}:
        factor, unit = LARGE_MAGNITUDES[unit[0]], unit[1:]
    unit = {"％": "%", "百分点": "个百分点"}.get(unit, unit)
    made = []
    for value, group, end in ((lows, "low", match.start("high")), (high * scale, "high", match.end())):
        made.append(
            Quantity(
                start=match.start() if group == "low" else match.start("high"),
                end=end,
                number_start=match.start(group),
                number_end=match.end(group),
                value=scaled(value, factor),
                unit=unit,
                qualifier=Qualifier.EXACT,
                text=match.group(),
            )
        )
    return tuple(made)


def _quantity(text: str, match: re.Match[str], blocked: list[tuple[int, int]]) -> Quantity | None:
    number_start, number_end = match.span("number")
    written = match["number"]
    digits = written[:1].isdecimal()
    if not digits and any(s <= number_start < e for s, e in blocked):
        return None
    before_text = text[max(0, number_start - 8) : number_start]
    if NOT_A_FIGURE_BEFORE.match(text, number_start) or (not digits and before_text.endswith("数")):
        # 数十场 is no figure; 人数91万 is one.
        return None
    magnitude, unit = match["magnitude"], match["unit"]
    if before_text.endswith("央视") and unit in {None, "套", "台"}:
        # 央视13套 is a channel; 央视11条 are so many pieces.
        return None
    if not written and match["before"] is None and match["after"] is None:
        return None
    hedged = match["before"] or match["mid"] or match["after"] or match["late"]
    if unit is None and NOT_A_FIGURE_AFTER.match(text, match.end("magnitude") if magnitude else number_end):
        return None
    if unit is None and NOT_A_FIGURE_AFTER.match(text, match.end()):
        return None
    none_at_all = written == "零" and _IS_NONE.match(text, number_start - 1) is not None
    if unit is None and not magnitude and not none_at_all:
        if LIST_NUMBER_AFTER.match(text, match.end()):
            return None
        implied = IMPLIED_UNIT.search(text, max(0, number_start - 14), number_start) if digits else None
        bare_rate = "." in written and BARE_RATE_BEFORE.search(before_text) is not None
        if not (hedged and digits) and not match["before"] and not (implied or bare_rate):
            return None
        if implied:
            unit = next((u for u in ("人次", "人") if u in (implied["measure"] or "")), None)
    if unit in _DIGITS_ONLY and not digits:
        return None
    if unit == "版" and ("." in written or (not digits and (number_of(written) or 0) < 8)):
        # 2.0版, 二版 and 要闻四版 name an edition or a page.
        return None
    if not digits and not magnitude and written == "一" and match["before"] is None and match["mid"] is None:
        # 一处, 一类: the article, not a count.
        return None
    spelt_out = unit in {"天", "个月", "小时", "分钟", "个小时", "季", "路"} and not hedged and not digits
    if spelt_out and not _LASTS_BEFORE.search(before_text):
        return None
    if not digits and not magnitude and unit is None and not none_at_all:
        return None
    number = number_of(written) if written else 1
    if number is None:
        return None
    if magnitude is None and unit is None and re.search(r"(?:热线|电话)[:：]?$", before_text):
        return None
    if digits and magnitude is None and unit is None and len(written) >= 7:
        return None
    before = match["before"]
    # 过 hedges only after a verb-like measure (粉丝过百万); 通过3次 is not "over 3".
    start = match.start("before") if before else number_start
    if before == "过" and text[max(0, start - 1) : start] not in set(
        "量数次值丝户众额赞读均已也都将早总元率比占"
    ):
        before, start = None, number_start
    if before in {"近"} and text[max(0, start - 1) : start] in {"最", "附", "贴", "靠"}:
        before, start = None, number_start
    if before == "上" and written[:1] not in {"百", "千", ""}:
        before, start = None, number_start
    if before in {"约", "超", "破"} and text[max(0, start - 1) : start] in set(
        "签预节集制违公合条邀相履赶高突爆侦打"
    ):
        before, start = None, number_start
    if before == "近" and unit in {"年", None} and not magnitude:
        return None
    qualifier = Qualifier.EXACT
    for hedge in (match["mid"], match["after"], match["late"]):
        if hedge:
            qualifier = HEDGES_AFTER.get(hedge, Qualifier.OVER)
    if before:
        qualifier = HEDGES_BEFORE[before]
    if unit == "%" and not before and before_text.endswith("约占"):
        # 广告收入4,720万元，约占|59%
        start, qualifier = number_start - len("约占"), Qualifier.ABOUT
    end = match.end()
    late = match["late"]
    if late == "多" and text[end : end + 1] in {"种", "个", "样", "元", "方", "媒"}:
        # 10期多样: the 多 belongs to the next word.
        end = match.start("late")
        qualifier = Qualifier.EXACT if not before else qualifier
    tail = text[match.end("unit") if match["unit"] else match.end() : end]
    if tail and not tail.strip():
        end -= len(tail)
    factor = magnitude_of(magnitude)
    if unit in {"万元", "亿元", "万字"}:
        factor *= LARGE_MAGNITUDES[unit[0]]
        unit = unit[1:]
    if unit in {"个多小时", "个多月"}:
        # 2个多小时
        qualifier = qualifier if qualifier is not Qualifier.EXACT else Qualifier.OVER
        unit = "个" + unit[2:]
    if unit and unit.startswith("个") and len(unit) > 1:
        unit = unit if unit in _WITH_MEASURE_WORD else unit[1:]
    if unit == "个" and late is None and _PERSONS.match(text, end):
        # 7个人平均年龄不到27岁; but 个人先进, 3个人物
        unit, end = "人", end + 1
    if unit == "百分点":
        unit = "个百分点"
    if unit == "％":
        unit = "%"
    if unit == "成":
        # 近两成 is nearly 20%.
        factor, unit = 10, "%"
    if unit and match["unit2"]:
        # 3260篇（条）, 1.6万封（个）: pieces of either sort, as it is written.
        unit += match["unit2"].replace("(", "（").replace(")", "）")
    value = scaled(number, factor)
    raw = text[start:end]
    stripped = raw.rstrip()
    return Quantity(
        start=start,
        end=start + len(stripped),
        number_start=number_start,
        number_end=match.end("magnitude") if magnitude else number_end,
        value=value,
        unit=unit,
        qualifier=qualifier,
        text=stripped,
    )
