"""Questions put as a noun, with no word of asking: 收入较上年增加额, 来电较上年增减, 《热线》更名后的名称."""

from __future__ import annotations

import re

_END = r"(?:情况)?(?=[？?。]?$)"
_THAN = r"(?P<than>[较比][^，,。？?]{2,14}?)的?"
_NOUNS = (
    (
        re.compile(rf"{_THAN}(?P<went>增[加长]|减少|下降|上升|降低|提高)(?:额度?|数?量|数额?|值){_END}"),
        r"\g<than>\g<went>多少",
    ),
    (re.compile(rf"{_THAN}(?P<went>[增减])(?:量|数){_END}"), r"\g<than>\g<went>了多少"),
    (re.compile(rf"{_THAN}(?:增减|变化|变动|升降|涨跌)(?:额度?|数?量|数额?|值)?{_END}"), r"\g<than>增加多少"),
    (re.compile(rf"[更改换]名(?:以?后|之后)的?新?(?:名称|名字|名){_END}"), "后来改叫什么"),
)
# 采用条数较2022年增加
_WENT = re.compile(rf"(?P<all>{_THAN}(?:增[加长]|减少|下降|上升|降低|提高))$")
# 抖音号短视频发布条数: how many were published.
_COUNT_OF = re.compile(
    r"(?P<did>发布|播出|刊播|刊发|推出|制作|采写|举办|开展|受理|接听|办结|回复)(?P<unit>[条篇件期场次部集个])数$"
)
_ASKS = re.compile("多少|几|哪|什么|啥|谁|吗|何|怎|列[出举一]|罗列|是否|有没有|[?？]")
# 接入导播间数据的部门: which they are.
_OF_KIND = re.compile(
    r"(?<=的)(?P<kind>部门|单位|机构|高校|学校|企业|国家|地区|城市|县区|乡镇|词|话题|业务|项目|活动|产品|功能|平台|专栏|栏目|节目)$"
)


def asked_outright(text: str) -> str:
    """Return a question that a noun puts as one that asks: 期发数2024年较2022年减少量 as 期发数2024年较2022年减少多少."""
    if not _ASKS.search(text):
        text = _WENT.sub(r"\g<all>多少", text)
        text = _COUNT_OF.sub(r"\g<did>多少\g<unit>", _OF_KIND.sub(r"是哪些\g<kind>", text))
    for noun, put in _NOUNS:
        text = noun.sub(put, text)
    return text
