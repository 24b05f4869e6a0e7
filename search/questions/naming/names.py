"""The further names under which a question may call what a report names: shortened, without its title or place."""

from __future__ import annotations

import re

from kg.entities import EntityKind, outlet_of
from search.questions.wording.words import key
from search.tokens import in_dictionary

_ORGANISATION = re.compile(
    r"(?:新闻传媒|文化传媒|传媒|融媒体|广播电视|广播影视|日报|晚报|晨报|都市报|商报|时报|报业|广电|新闻|人民)"
    r"?(?:融媒体中心|传媒中心|新闻中心|报业传媒集团|传媒集团|报业集团|广播电视总台|广播电视台|电视台|广播电台|总台|集团|报社|日报社|晚报社|社|台|中心)$"
)
_ADMINISTRATIVE = re.compile(r"(?<=..)(?:自治区|自治州|自治县|自治旗|地区|省|市|州|盟|县|区|旗)$")
_PAPER = re.compile(r"(?<=..)(?:日报|晚报|晨报|都市报|商报|时报|早报|快报)$")
_OCCUPATION = re.compile(
    r"^(?:集团|中心|本台|本报)?(?:党委书记|社长|台长|总编辑|副总编辑|主任|副主任)?、?(?:总编辑|社长|台长)?"
    r"(?:首席|摄影|文字|视频|评论|资深|青年|记者站)?(?:记者|编辑|主持人|播音员|评论员|主播|摄像|编导)(?=..)"
)
_OUTLET_END = re.compile(r"(?:报|台|网|刊|之声|频道|频率|广播|杂志|周刊)$")
_AWARD_PLACE = re.compile(r"^(?:首届|全国|中国|全省|全市|全区|自治区|.{2,3}?(?:省|市|自治区))(?=.{4})")
_AWARD_END = re.compile(r"(?:评选|评比|大赛|比赛|活动|称号|名单)$")
# 一盏灯助学行动 is 一盏灯 for short, 走进大山大型全媒体行动 is 走进大山.
DEED_END = re.compile(
    r"(?:助学|助农|助残|助老|公益|帮扶|爱心|志愿服务|惠民|文化|主题|品牌|系列|大型|全媒体|融媒体?|新闻|采访|报道|宣传|宣讲)*"
    r"(?:行动|计划|活动|工程|项目|公益品牌|志愿服务队|演出|采访|寻访|采风|调研|直播|展播|征集|募捐|义卖)$"
)
# 麻溪问政平台 is 麻溪问政.
KIND_END = re.compile(
    r"(?<=..)(?:融媒体?|全媒体|网络|公益|服务|互动)*(?:平台|系统|栏目|专栏|节目|热线|直播间|活动)$"
)
_QUOTED = re.compile(r"[“\"「](.{3,}?)[”\"」]")
_PARTS = re.compile(r"——|--|：|:")
SHORTEST = 2
"""Characters of the shortest name that a question is searched for."""
SHORTEST_EVENT = 3
"""Characters of the shortest name that is left of an event's without its place."""
SHORTEST_AWARD = 5
"""Characters of the shortest part of an award's name that still tells it from others (城市党报新闻奖)."""
SHORTEST_PRIZE = 4
"""Characters of the shortest name of a prize without its 新闻 (赵超构奖)."""
LEVEL = re.compile(r"(?:[1-9特]等|[金银铜]|优秀|优胜|提名|特别|优秀作品|好作品|精品|入围|组织|鼓励)奖")
"""A level of an award, in one spelling."""


def proper_part(media: str) -> str:
    """Return the name of the place or house in a media's name: 昌吉州融媒体中心 → 昌吉; in one spelling (`key`)."""
    name = key(media)
    stem = _ORGANISATION.sub("", name) or name
    # 昙州晚报 is the paper of 昙州, as 昙州晚报社 is.
    stem = _PAPER.sub("", stem)
    return _ADMINISTRATIVE.sub("", stem)


def other_names(kind: EntityKind, label: str, proper: str) -> set[str]:
    """Return the keys of all names, the label's own among them. `proper` is the media's `proper_part`."""
    own = key(label)
    if kind == "award" and LEVEL.fullmatch(own):
        return set()
    found = {own}
    if kind in ("platform", "referent"):
        told = outlet_of(label)
        stem = own if told is None else told[1]
        found.add(stem)
        # 广电报 is 芦洲广播电视报 for short.
        if (short := stem.replace("广播电视", "广电")) != stem:
            found |= {short, short.removeprefix(proper)}
        # 晚报微信公众号 is that of the house's own evening paper: the place goes without saying.
        if proper and stem.startswith(proper) and _OUTLET_END.search(stem):
            found |= {own.removeprefix(proper), stem.removeprefix(proper)}
        # 读书节 is 沧宁读书节: what is left must say more than a kind of thing does.
        elif kind == "referent" and stem.startswith(proper) and len(stem) - len(proper) >= SHORTEST_EVENT:
            found.add(stem.removeprefix(proper))
    if kind == "referent":
        if len(bare := DEED_END.sub("", own)) >= SHORTEST_EVENT:
            found.add(bare)
        found.add(_OCCUPATION.sub("", label.strip()))
    if kind == "award":
        for name in [own, *(key(inner) for inner in _QUOTED.findall(label))]:
            if len(short := name.replace("新闻奖", "奖")) >= SHORTEST_PRIZE:
                found.add(short)
            bare = _AWARD_PLACE.sub("", name)
            shorter = {bare, _AWARD_END.sub("", name), _AWARD_END.sub("", bare)}
            found |= {name, *(each for each in shorter if len(each) >= SHORTEST_AWARD)}
    # 湖岭锐评 is 锐评 for short; what is left must be no everyday word (湖岭新闻).
    if kind == "column" and proper and own.startswith(proper) and not in_dictionary(own.removeprefix(proper)):
        found.add(own.removeprefix(proper))
    if kind in ("work", "column") and (head := _PARTS.split(label)[0].strip()) != label and len(head) >= 3:
        found.add(head)
    return {name for name in map(key, found) if len(name) >= SHORTEST}
