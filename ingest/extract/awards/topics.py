"""Of whom or what a sentence tells, where the clause that says what was won leaves it out or calls it 该报道, 后者, 该平台.

版面《A》引起强烈共鸣，年末|夺得X奖金奖            the title of the clause before
推出《A》《B》，后者阅读量过亿，|被评为X             what that clause is about
记者鹿鸣继去年夺冠之后，今年又|捧回X奖银奖           the person that opens it
江潮小记者团成立十周年，|被评为X                   the part of the house that opens it
“云智”系统获专利2项，该项目|入选X                   the name told last
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.extract.awards.winners import is_generic, is_work, of_the_two
from ingest.sentences import strip_marks
from ingest.titles import Kind, Quoted

if TYPE_CHECKING:
    from ingest.extract.awards.state import State

Winners = tuple[list[str], str | None]
"""The works, or else the recipient."""
_NOBODY: Winners = ([], None)

_PIECE = r"(?:(?:长篇)?通讯|消息|(?:系列|深度|组合)?报道|专题|作品|稿件?|评论|[微短]?视频|纪录片|专题片|电视剧|广播剧|微电影|宣传片|公益广告|歌曲|论文|照片|漫画|文章|产品|片子?|剧目?|文|歌|版面)"
_COLUMN = r"(?:节目|栏目|专栏|专版|副刊)"
_OTHER = r"(?:项目|平台|系统|案例|客户端|账号|公众号|机制|品牌|工作室|团队)"
THIS_ONE = re.compile(
    rf"(?:该|此|这|同一?|上述|前述)一?(?:[篇部条组幅件档首支个项]?(?:(?P<piece>{_PIECE}|(?<=[篇部条组幅首])[一-龥]{{2,4}})|(?P<column>{_COLUMN})|{_OTHER}))"
)
_ONE_OF_TWO = re.compile(r"前者|后者")
_LONGEST_LEAD = 14
"""Characters before the quoted name that a clause is about."""
_PERSON = re.compile(
    r"(?:[一-龥]{0,8}(?:记者|编辑|主持人|播音员|主播|摄像|导演|编导|主任|社长|台长|总编辑|制片人|设计师|评论员|职工|员工))(?P<name>[一-龥]{2,3}?)(?=继|在|因|凭|从|被|经|作为|连续|多次|先后|曾|蹲点|深入|扎根|历时|$)"
)
_PART = re.compile(
    r"(?:(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?[，,]?)?(?P<name>[一-龥A-Za-z+“”]{2,16}?(?:团|社|队|中心|部|室|组|集团|平台|客户端|公众号|抖音号|视频号|频道|频率|栏目|系统|项目|热线))(?=成立|上线|开播|开办|全年|累计|先后|通过|已|共|在(?!线)|运行|坚持|连续|历时|推出|服务)"
)
_OPENS_HOUSE = re.compile(
    r"(?:[^，；“《]{0,10}方面，?)?(?P<who>(?:全|我|本)?(?:报社|杂志社|编辑部|中心|集团|总?台|社|报|网))(?=[一二三\d]|全年|先后|共|已|累计|通过|坚持|积极|严格|在|自|从|连续|继续|安全|不断|始终|认真|持续|高度)"
)


def _quoted_at(state: State, start: int, end: int) -> Quoted | None:
    """The name in marks that opens a clause: 方言广播剧《A》…, “点亮小书桌”…"""
    here = [q for q in state.quoted if start <= q.start < end]
    if (
        len(here) > 1
        and here[1].start - here[0].end <= 4
        and state.titles.kind_of(here[0].name) is Kind.PLATFORM
    ):
        # 《江南日报》“第一书记手记”专栏…: not the paper, but what it carries.
        here = here[1:]
    first = next(iter(here), None)
    if first is None or first.start - start > _LONGEST_LEAD:
        return None
    lead = state.text[start : first.start]
    return None if re.search(r"[在与和被向对于获]$|[，；]", lead) else first


def _as_winner(state: State, quoted: Quoted) -> Winners:
    if is_work(state.text, quoted, state.titles):
        return [quoted.name], None
    outlet = re.match(r"(?:客户端|APP|App|公众号|微信公众号|抖音号|视频号)", state.text[quoted.end :][:6])
    return [], quoted.name + (outlet.group() if outlet else "")


def this_one(state: State, at: int, this: re.Match[str]) -> Winners:
    """Return what 该报道, 该栏目, 该项目 before the offset `at` means: the name of such a kind that was told last in the paragraph."""
    if this["piece"] and state.told_before and not state.works(state.span[0], at):
        return list(state.told_before), None
    kinds = {Kind.WORK} if this["piece"] else {Kind.COLUMN, Kind.WORK} if this["column"] else set(Kind)
    before = state.reading.sentences_before(state.span[0])
    begin = before[0][0] if before else state.span[0]
    told = [q for q in state.titles.between(begin, at) if state.titles.kind_of(q.name) in kinds]
    if this["piece"]:
        return ([told[-1].name], None) if told else _NOBODY
    return ([], told[-1].name) if told else _NOBODY


def topic(state: State, start: int, since: int) -> Winners:
    """Return what the clauses between the offsets `since` and `start` tell of, the nearest first; ([], None) where they tell of nothing."""
    high = start
    while high > since:
        low = max([since, *(state.text.rfind(mark, since, high - 1) + 1 for mark in "，；。：")])
        begin, end = strip_marks(state.text, low, high, "，,；;。：: \n　")
        found = _of_clause(state, begin, end)
        if found != _NOBODY:
            return found
        if state.text[low - 1 : low] in {"；", "。"}:
            break
        high = low if low < high else since
    return _NOBODY


def _of_clause(state: State, start: int, end: int) -> Winners:
    text = state.text
    if one := _ONE_OF_TWO.match(text, start, end):
        named, recipient = of_the_two(
            [q for q in state.quoted if q.end <= start], one.group(), text, state.titles
        )
        return named, recipient
    if this := THIS_ONE.match(text, start, end):
        return this_one(state, start, this)
    if person := _PERSON.match(text, start, end):
        return [], person["name"]
    opening = _quoted_at(state, start, end)
    if opening is not None and opening.group_start == opening.start and opening.group_end == opening.end:
        return _as_winner(state, opening)
    works = [q for q in state.works(start, end) if q.book_marks]
    if opening is None and len(works) == 1 and not text.startswith(("在", "与", "除", "继"), start):
        # 写成万字通讯《A》, 某工作室打造的互动产品《A》参与人数过百万
        return [works[0].name], None
    if part := _PART.match(text, start, end):
        return [], re.sub("[“”]", "", part["name"])
    if house := _OPENS_HOUSE.match(text, start, end):
        return [], state.media if is_generic(house["who"]) and state.media else house["who"]
    return _NOBODY
