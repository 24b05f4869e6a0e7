"""Whether a question asks for several things, how many, and of what kind: 哪几块新业务, 三支小队分别叫什么, 都有谁, 什么功能."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.numerals import chinese_number
from search.tokens import tagged

_BY = "个家项档支份部篇件种类款座条门位名大张本台辆所处块组套期场幅首集样方对俩"
_WHICH = re.compile(
    rf"哪些|哪几[{_BY}]?|哪(?P<number>[两俩2-9])[{_BY}]?|(?<!为)(?<![叫姓是])(?:什么|什么样的?)(?!时[候间]|原因|缘故|意思|地步|程度|水平|年份|日子|日期|名[字称堂]|(?:进展|效果|作用|影响|反响|反应|结果|变化|意义|用处|后果|下文|结局|下场)$|情况$|事$)(?=[\u4e00-\u9fffa-z])"
)
_NAMED = re.compile(
    rf"(?P<number>[两俩2-9]|1\d)?[{_BY}]?(?P<kind>[\u4e00-\u9fffa-z□]{{1,10}}?)(?:的?(?:名字|名称|名单|标题|题目))?(?:分别|都|各|各自)(?:是|叫|指)(?:做|了)?(?:什么|哪|谁)"
)
# 那两个新节目叫什么名字, 国庆时开的专栏叫什么名字
_CALLED = re.compile(
    rf"(?P<number>[两俩2-9])[{_BY}][^，,]{{1,14}}?(?:(?:都|各)?叫(?:做)?(?:什么|啥)|分别(?:是|叫)$)|(?<!这个)(?<!那个)(?<!1个)(?:专栏|栏目|专题|节目|系列|作品|稿子|活动|产品|工作室|团队|小组)(?:叫|名字是|名称是)(?:什么|啥)"
)
# 要守的三条规矩是什么
_SO_MANY_ARE = re.compile(
    rf"(?P<number>[两俩2-9])[{_BY}](?P<kind>[\u4e00-\u9fff]{{1,8}}?)(?:到底|究竟)?(?:是|叫)(?:些)?(?:什么|啥)[？?]?$"
)
_LISTS = re.compile("哪[些几]")
_TITLES = re.compile(r"(?<!什么)(?<!哪个)的?(?:名字|名称|名单|标题|题目|清单)(?:是|有|都)*(?:哪些|什么)?$")
_ALL = re.compile(
    r"(?:都|先后|陆续|分别|还|各)(?:曾|有|是|叫|干|做|讲|写|登|播|办|聊|卖|搞|查|管|去|到|跑|在|给|拿|请|用|上|发|会|能|放|摆|录|过|了)*(?:谁|什么|哪)"
)
_WHAT_END = re.compile(r"(?<![叫姓是因])(?:些|点|过|了|着)?(?:什么|啥)(?:的)?$")
_ONE = re.compile(r"哪1[个家项档支份部篇件种类款座条门位名张本]|是谁$|叫什么名?字?$")


@dataclass(frozen=True)
class Several:
    """What is asked for where several things are."""

    number: int | None
    """How many, where the question says so: 哪两家."""
    persons: bool = False
    """Whether they are persons: 哪几位主播, 都有谁."""


def asks_several(masked: str) -> Several | None:
    """Return what a question asks for where it may be several things; None where it asks for one, for how many or when.

    `masked` is the question in one spelling, its names and years blanked out.
    """
    which = _WHICH.search(masked)
    # 让几个地方被问责的稿子有哪些: what is counted before is only spoken of.
    if _COUNTED.search(masked, which.end() if which and _LISTS.match(which[0]) else 0) or _WHAT_IT_IS.search(
        masked
    ):
        return None
    if named := _NAMED.search(masked) or _CALLED.search(masked) or _SO_MANY_ARE.search(masked):
        return Several(_number(named["number"]), _of_persons(masked))
    if which:
        return Several(_number(which["number"]), _of_persons(masked))
    if _TITLES.search(masked):
        return Several(_number_before(masked), _of_persons(masked))
    if _ONE.search(masked) and not _ALL.search(masked):
        return None
    return Several(None, _of_persons(masked)) if _ALL.search(masked) or _WHAT_END.search(masked) else None


_WHAT_IT_IS = re.compile(
    r"是(?:做|干|搞|管)什么的$|(?<!分别)(?<!都)(?<!各)是什么(?:人|[\u4e00-\u9fff]{1,4})?$"
)
_COUNTED = re.compile(
    r"多少|(?<![哪这那好])几(?!乎|度|经)|百分之|什么时[候间]|何时|哪1?年|哪1?[天日月]|为什么|为何"
)


def _number(said: str | None) -> int | None:
    return None if said is None else 2 if said in "两俩" else chinese_number(said)


def _number_before(masked: str) -> int | None:
    found = re.search(rf"(?<!哪)([两俩2-9])[{_BY}]", masked)
    return _number(found[1]) if found else None


_PERSON = r"(?:人(?!大|民|才|文|气|工)|员|师|者|[作专画企]家|主播|主持|嘉宾|明星|歌手|选手|队长|院士|教授|外教|股东|同志|同事|领导|演员|学生|孩子|老人|[^部]长)"
_PERSONS = re.compile(
    rf"谁|(?:哪些|哪几[个位名类种]?|哪[两俩2-9][个位名]|什么样?的?)[\u4e00-\u9fff]{{0,4}}?{_PERSON}(?!的)|{_PERSON}(?:的?(?:名字|姓名))?(?:分别|都|各)?(?:是|叫|有)(?:什么|哪些|哪几|谁)|哪几位|(?:什么样?的?|哪些|哪几?类)人"
)
_ENDS_PERSON = re.compile(rf"{_PERSON}$|工$|民$|户$|手$|生$|警$|官$|属$|友$|农$|兵$|嫂$|娃$")


def _of_persons(masked: str) -> bool:
    return _PERSONS.search(masked) is not None


def suits_persons(labels: Sequence[str]) -> bool:
    """Tell whether all of some things (in one spelling) may be persons, by their names or by what they do."""
    return all(_ENDS_PERSON.search(label) or any(tag == "nr" for _, tag in tagged(label)) for label in labels)
