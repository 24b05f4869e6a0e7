"""What a question is led by that says why it is asked: 写经营一章要用：…, 领导问起，…, 准备写文艺板块，想查…; it is no part of what is sought.

Such a lead stands first, before a colon or a comma. It holds no year, no number, nothing between marks and no word of asking: what does says of what
or of when is asked (发行量：2019年是多少, 疫情一来，大活动少了几场).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_LEAD = re.compile(r"^(?P<said>[^，,：:；;。？?！!]{1,24})(?P<mark>——|[，,：:。！!；;])\s*(?=.{4,})")
_OF_CONTENT = re.compile(
    r"\d|[《》“”\"「」]|多少|几|哪|什么|啥|谁|怎|咋|吗|呢|何|[今去前每这那后近历]年|年[来间]"
)
_WHO = r"(?:我们?|咱们?|这边|小编|本人|[社台]里|单位|部门)?(?:这边|这里|那边)?"
_ABOUT_TO = r"(?:正在?|要|想要?|在|得|打算|准备|着手|现在|需要?|马上|快|这[几两]天|这会儿|眼下|手头|赶着|急着|为了?|帮忙?|请|麻烦|开始)*"
_THERE = r"(?:里面?|中|上|的|时候?|这[块里]|那[块里])*"
# 领导问：, 写经营一章要用：, 请核一下：: what such a verb means follows the colon.
_VERB_END = re.compile(
    r"(?:问|用|要|查|核|写|填|报|看|说|讲|知道|确认|了解|参考|核对|核实|引用|请教|打听|帮忙|列|需要?)(?:了|起|到|的|着|道|一?[下个]|的是|个[数事]儿?)*$"
)
# 想查《器物有灵》第一季播了几期: a wish to know is no part of it either, nor is what it is for (年鉴里要写, 写稿用).
_WISH = re.compile(
    r"^(?:我们?|咱们?)?(?:就|只|也|还|再)?(?:想要?|需要|麻烦|劳驾)(?:再)?(?:请教|[查核问](?![责处办封扣])|核对|核实|了解|知道|确认|打听|咨询|[弄搞]清楚?)(?:一?下|一?[查核问]|清楚|的是)?[，,：:]?(?=.{4,})"
)
_PLEASE = re.compile(r"^(?:请问|敢问|请教)(?:一?下)?[，,：:]?(?=.{4,})")
# 报纸越来越薄了，2016年每天比2013年少出几个版: what was seen to happen; of what it happened is left.
_SEEN = re.compile(
    r"^(?P<what>[^，,：:；;。？?！!\d]{0,12}?)(?:现在|如今|这[几些]年|近[几些]?年|是)?(?:越来越|一年比一年|一年不如一年|一直在?|不断|逐年|年年)"
    r"(?:(?!多少|几|还)[\u4e00-\u9fff]){0,4}(?:了|的|啊|呀)?[，,。；;](?=.{6,})"
)
_COMPARED = re.compile(r"[比较].*(?:多少|几)|(?:19|20)\d\d.*(?:19|20)\d\d.*(?:多少|几|百分之)")


@cache
def _leads() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a lead before a comma, and what one before a colon is."""
    text = resources.files("search.questions").joinpath("frames.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line.startswith("[")]
    held = {line[0].strip("[]"): f"(?:{'|'.join(sorted(line[1:], key=len, reverse=True))})" for line in lines}
    paper, writing, using = held["paper"], held["writing"], held["using"]
    asked = rf"[\u4e00-\u9fff]{{0,6}}{held['asker']}(?:们|那边)?(?:的|让|叫|在|也|又|都|老|总)*{held['wanting']}(?:的|到|一?下|起|这个|这[块事]|了)*"
    know = r"(?:了解|知道|请教|打听|咨询|确认|请?问|查|核对?|核实)(?:一?下|个[事数]儿?|一?[查核问])?(?:数[字据])?"
    comma = "|".join(
        (
            rf"{_WHO}{_ABOUT_TO}{writing}着?[\w]{{0,10}}?{paper}{_THERE}{using}?",
            rf"[\w]{{0,8}}?{paper}{_THERE}{using}",
            asked,
            rf"{_WHO}{_ABOUT_TO}{know}",
            held["aside"],
        )
    )
    return re.compile(comma), re.compile(rf"{comma}|[\w]{{0,8}}?{paper}{_THERE}")


def unled(question: str) -> str:
    """Return a question without what it is led by."""
    rest = question.strip()
    while lead := _LEAD.match(rest):
        said = lead["said"].strip()
        before_comma, before_colon = _leads()
        colon = lead["mark"] in ("：", ":", "——")
        if _OF_CONTENT.search(said) or not (
            (before_colon if colon else before_comma).fullmatch(said) or (colon and _VERB_END.search(said))
        ):
            break
        rest = rest[lead.end() :]
    if (seen := _SEEN.match(rest)) and _COMPARED.search(rest[seen.end() :]):
        rest = f"{seen['what']}{rest[seen.end() :]}"
    return _WISH.sub("", _PLEASE.sub("", rest))
