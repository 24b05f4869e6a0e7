"""What a figure counts: the name of a metric.

The *name* stands before the number (员工212人, 订阅用户超100万, 刊发公益广告47个整版) or right after the unit
(采写700多件…新闻报道, 112名记者). Whose the figure is, `ingest.extract.subjects` tells.
"""

from __future__ import annotations

import re

from ingest.alternation import by_letter
from ingest.extract.counted_nouns import after_title, noun_left, noun_right
from ingest.extract.extents import extent_of, passed_mark
from ingest.extract.subject_forms import ACCOUNT_RIGHT_BEFORE, FORMER_OR_LATTER
from ingest.extract.told_before import (
    ACCOUNT_CALLED,
    FEWEST_FOLLOWERS,
    ISSUED,
    LIST_NUMBER,
    LISTED_BEFORE,
    OF_APPS,
    OF_OUTLETS,
    OWN_WORDS,
    SORT_OF_STAFF,
    done_to,
    standing_of,
)
from ingest.extract.wording import (
    CHANGE,
    CHANGED,
    FILLER_END,
    MEASURE,
    MEASURE_END,
    MEDIA_MEASURE,
    NAME_TRIM,
    NOUN_TOO,
    TIME_LEAD,
    VERB,
)
from ingest.numbers import Quantity
from ingest.sentences import Span

OF_ACCOUNTS = frozenset({None, "人", "户"})
"""Units in which followers and users are counted."""
_BRACKET_CLOSED = re.compile(r"[）)]")
_ASIDE = re.compile(r"(?<=[一-龥])[（(][^（）()《》“”\d]{1,12}[)）]")
_FORMAT = re.compile(r"(?:[对四]开(?:彩色?|大报|小报)?|每[期日天]|日均)$")
_SHARES = frozenset({"占比", "比例", "比重"})
# 停播率为每百小时|0.39秒
_PER = by_letter(
    r"(?:平均)?每[百千万]{0,2}(?:小时|分钟|字|条|人次)$|^平均每[百千万]{0,2}(?:小时|分钟|字|条|人次)"
)
_RATE = re.compile(r"[一-龥]{2,8}(?:率|度|(?<![同环])比)$")
_LISTED = re.compile(r"\d[^，。；]*[和及与]$")
_IN_QUOTES = re.compile(r"[“\"](?P<what>[^“”\"]{2,20})[”\"]$")
_SHARE_OF = re.compile(
    r"(?:^|(?P<of>[^，]{2,14}))占(?:到|据)?(?:(?:同期|全年|全部|全[台社报院])?[总全]?[一-龥]{0,6}的)?$"
)
_HEDGED = re.compile(r"(?:约|近|超过?|逾|达到?)+$")
_HEDGE_LEAD = re.compile(r"^(?:约|近|大约|大概)(?=占)")
_COMPARED = re.compile(r"(?:比|较)[^，]{1,6}(?P<sign>多|少)了?$")
_COMPARING = re.compile(r"较|比|同")
_CLOSING = frozenset('”"」》')
_SEASON = re.compile(r"^第[一二三四五六七八九十\d]+[季部辑]|[（(]")


def name_of(text: str, sentence: Span, quantity: Quantity, previous: str | None) -> tuple[str | None, int]:
    """Return what `quantity` counts and the offset at which the words that say so begin.

    `previous` is the name of the sentence's figure before, which goes on where no other is named
    (抖音91万、微博35万).
    """
    begin = quantity.start
    while begin > sentence[0] and text[begin - 1] not in "，,。；;！？!?\n：:、":
        begin -= 1
    left = text[begin : quantity.start].replace(" ", "").replace("\u3000", "")
    bracket = max(left.rfind("（"), left.rfind("("))
    if bracket >= 0 and not _BRACKET_CLOSED.search(left[bracket:]) and len(left) - bracket > 2:
        # 高级职称294人（正高|48人）
        left = left[bracket + 1 :]
    # 在岗员工（含聘用）|210人, 国（境）外记者站|26个: an aside names nothing that is counted.
    left = _ASIDE.sub("", left) if bracket >= 0 else left
    left = _before_range(left)
    left = _PER.sub("", left) if "每" in left else left
    if quantity.unit in {"版", "个版"} and _FORMAT.search(left):
        # 对开|八版, 每期|八版
        return "版数", begin
    bare = FILLER_END.sub("", left)
    if quantity.unit in {"元", "次"} and (each := _EACH.search(left)):
        # 资助学子420名，人均|4000元
        return each.group(), begin
    if passed := passed_mark(left, previous):
        return passed, begin
    if extent := extent_of(text, sentence, quantity):
        return extent, begin
    inside = after_title(bare)
    if quantity.unit == "倍" and previous and (than := _TIMES.search(left)):
        # 全网粉丝139万，是户籍人口的|2.6倍
        return f"{previous}与{than['than']}之比", begin
    sent = quantity.unit in _PEOPLE_UNITS and _SENT.search(left)
    if sent and (what := _SENT_FOR.match(text, quantity.end, sentence[1])):
        # 选派|34人|赴高校进修
        return what["what"], begin
    share = (
        _SHARE_OF.search(_HEDGE_LEAD.sub("", TIME_LEAD.sub("", _HEDGED.sub("", left))))
        if quantity.unit == "%" and "占" in left
        else None
    )
    if share and (of := share["of"] or previous):
        # 35岁以下占|46%; 非报收入4180万元，占总收入的|39.5%
        return of.removesuffix("占比") + "占比", begin
    # Quickly found, and in all of these.
    measure = MEASURE_END.match(inside) if MEASURE.search(inside) else None
    if measure:
        of = _shared(measure["subject"]) or previous or "" if measure["measure"] in _SHARES else ""
        if MEDIA_MEASURE.fullmatch(measure["measure"]) and (sort := SORT_OF_STAFF.search(measure["subject"])):
            of = sort.group()  # 新进|员工38人 are not the 员工.
        return of.removesuffix("占比") + measure["measure"], begin
    rate = _RATE.search(TIME_LEAD.sub("", inside)) if quantity.unit in {"%", "个百分点"} else None
    if rate:
        # 问题整改率达|89%: a share is its own measure.
        return rate.group(), begin
    if previous is not None and _LISTED.search(left) and not _immediate(text, quantity):
        # 分别达104万人和|36.5万人; but 10个频道和|48座发射台
        return previous, begin
    if quantity.unit in OF_ACCOUNTS and bare[-1:] in _CLOSING and (called := ACCOUNT_CALLED.search(left)):
        # 公众号“在线”粉丝16.9万，抖音号“融媒”|38.7万: the same of an account whose name stands behind its kind.
        goes_on = previous is not None and OF_OUTLETS.fullmatch(previous)
        return str(previous) if goes_on else "用户" if called["app"] else "粉丝", begin
    quoted = _IN_QUOTES.search(bare)
    if quoted and quantity.unit not in {"期", "集"} and not _immediate(text, quantity):
        # 评选“最美庭院”|120户
        return quoted["what"], begin
    more = _COMPARED.search(left)
    if more and previous:
        # 获奖63个，比上年多|9个
        return previous + {"多": "增加", "少": "减少"}[more["sign"]], begin
    untitled = after_title(left)
    change = CHANGE.fullmatch(TIME_LEAD.sub("", untitled)) if CHANGED.search(untitled) else None
    if change:
        # 见报差错率同比下降40% → 见报差错率下降; 比年初净增1.9万人 → the measure before, 净增.
        noun = change["noun"] if change["noun"] and not _COMPARING.match(change["noun"]) else None
        return (noun or previous or "") + change["change"], begin
    if quantity.unit in OF_ACCOUNTS and (account := ACCOUNT_RIGHT_BEFORE.fullmatch(untitled)):
        # 公众号粉丝13万、抖音号|20.4万: what is counted of the account before is counted of this one, but for what only an app has.
        if (
            previous
            and MEASURE.search(previous)
            and (account["suffix"] == "客户端" or not OF_APPS.search(previous))
        ):
            return previous, begin
        if quantity.value >= FEWEST_FOLLOWERS:
            return "用户" if account["suffix"] == "客户端" else "粉丝", begin
    if previous and FORMER_OR_LATTER.fullmatch(left):
        # 前者刊发报道132篇，后者|47篇
        return previous, begin
    served = _served(text, left, quantity, sentence)
    if served:
        return served, begin
    right = noun_right(text, quantity, sentence)
    left_noun = noun_left(bare)
    spent = _SPENT.search(bare)
    if spent and quantity.unit == "元" and _SPENT_ON.match(text, quantity.end, sentence[1]):
        # 投入|60万元|新建发射塔: the money, not what it went into.
        return spent.group(), begin
    lasted = _LASTED.search(bare)
    if lasted and quantity.unit in {"天", "个月", "小时", "分钟", "月"}:
        # 历时|8个月|走访70个村庄
        return lasted.group(), begin
    if quantity.unit is None and (users := _MEASURE_AFTER.match(text, quantity.end, sentence[1])):
        # 拥有320多万|下载用户, 聚拢超1.8亿|粉丝
        return users.group(), begin
    if right and quantity.unit in {"期", "集"} and VERB.match(text, quantity.end):
        # 全年52期采访残障人士70多名: the issues themselves are counted.
        return f"{quantity.unit}数", begin
    if right and quantity.unit in {"场", "场次"} and not left_noun:
        acts = VERB.match(right)
        if acts and acts.group() not in NOUN_TOO:
            # “村晚”9场|吸引线上观众47万人次
            return by_unit(quantity), begin
    if right and quantity.unit in {"人", "名", "位", "人次"}:
        # 报道组8人采写稿件, 派出记者60余人次深入…: those who act are counted.
        people = _PEOPLE.search(bare)
        if VERB.match(right) and (left_noun or people):
            return left_noun or (people.group() if people else ""), begin
        if people and not left_noun and not _PEOPLE_AFTER.match(right):
            return people.group(), begin
    if right and (left_noun is None or _immediate(text, quantity)):
        return right, begin
    if left_noun:
        return left_noun, begin
    if stated := standing_of(text, sentence, begin, left):
        of = TIME_LEAD.sub("", after_title(stated))
        measured = MEASURE.search(of)
        noun = measured.group() if measured and measured.end() == len(of) else noun_left(of)
        if noun:
            return noun, begin
    verbs = [match.group() for match in VERB.finditer(inside) if len(match.group()) > 1]
    if verbs:
        # “问政”平台受理|32件: whose name is told, the verb alone says the rest.
        named = (
            "”" in left
            or "》" in left
            or (text[begin - 1 : begin] == "、" and LISTED_BEFORE.search(text, sentence[0], begin))
        )
        if quantity.unit in _EXTENTS and verbs[-1] != "出版":
            # 特刊《B》推出|32个版
            return by_unit(quantity), begin
        done = None if named or quantity.unit in ISSUED else done_to(inside, verbs[-1])
        return done or verbs[-1], begin
    if quantity.unit in ISSUED and "》" in bare:
        # 《A》受疫情影响缩减为|3期, 《A》改版后每月|两期
        return by_unit(quantity), begin
    own = LIST_NUMBER.sub("", NAME_TRIM.sub("", TIME_LEAD.sub("", inside)))
    if previous is not None and OWN_WORDS.fullmatch(own):
        # 用户41家；全年|发稿210篇, 电视新闻1930条、|新媒体1280条: its own words, and not what was counted before.
        return own, begin
    if previous is not None and (not _TITLED.search(bare) or left.startswith("其中")):
        return _carried(text, sentence, begin, quantity) or previous, begin
    carried = _carried(text, sentence, begin, quantity)
    if carried:
        return carried, begin
    short = NAME_TRIM.sub("", TIME_LEAD.sub("", after_title(bare)))
    short = _SEASON.sub("", short)
    if len(short) < 2 or _TITLED.search(bare):
        # 《A》共|24集, “相亲会”办了|六场: the unit alone says what is counted.
        return by_unit(quantity), begin
    return short[-12:], begin


def by_unit(quantity: Quantity) -> str:
    """Return the name of a figure of which its unit alone tells what is counted: 集数, 场次数, 版数; 数量 without one."""
    if quantity.unit == "元":
        return "金额"
    if quantity.unit in _OF_TIME:
        return "时长"
    return f"{_OF_UNIT.get(quantity.unit or '', quantity.unit or '')}数" if quantity.unit else "数量"


_SPENT = re.compile(
    r"(?:投入|投资|筹资|出资|斥资|筹集|募集|争取|拨付|拨出|安排|落实|耗资|自筹|贷款|捐款|捐资)(?:资金|经费|专款)?$"
)
_SPENT_ON = re.compile(
    r"(?:用于|新建|建设|建成|修建|改建|改造|升级|购置|购买|采购|添置|更新|支持|打造|搭建|修通|完善|对|为|帮|资助|引进|开发|装修|维修|用来)"
)
_PEOPLE = re.compile(
    r"(?:(?:采编|专业|一线|工作|技术)?人员|记者|编辑|职工|员工|干部|党员|通讯员|主持人|主播|志愿者|专家|学员)$"
)
_PEOPLE_AFTER = re.compile(r"[一-龥]{0,6}(?:人员|记者|编辑|职工|员工|干部|党员|通讯员|志愿者)")
_LASTED = re.compile(r"(?:历时|持续|耗时|历经|跨越|为期|长达|坚守|驻守|驻村|蹲点)$")
_MEASURE_AFTER = re.compile(rf"(?:下载|注册|订阅|活跃|移动|海外)?(?:{MEASURE.pattern})")
_TITLED = re.compile(r"[》”\"](?:系列|栏目|节目)?$")
_EACH = re.compile(r"^(?:人均|户均|场均|每人|每户)$")
_OF_TIME = frozenset({"分钟", "小时", "个小时", "秒"})
_EXTENTS = frozenset({"个版", "个整版"})
_PEOPLE_UNITS = frozenset({"人", "名", "人次", "位"})
_TIMES = re.compile(
    r"(?:是|为|达到?|相当于)(?P<than>(?!上年|去年|上一年|\d)[^，。；是]{2,12})的(?:近|约|超)?$"
)
_SENT = re.compile(r"(?:选派|外派|选送|派出|派)(?:了|骨干|记者|编辑|采编人员|员工)*(?:近|约|共)*$")
_SENT_FOR = re.compile(
    r"(?:骨干|记者|编辑|采编人员|员工)?(?:到|赴|去|前往|参加|在)[^，。；]{0,24}?(?P<what>跟班学习|跟班锻炼|学习考察|考察学习|跟岗学习|进修|培训|轮训|挂职锻炼|挂职|学习)"
)
# The unit that counts the parts of one thing → its noun.
_OF_UNIT = {"个版": "版", "个整版": "版", "整版": "版", "场": "场次"}
# 为98名采编人员|换发新闻记者证: what was done for them is counted.
_SERVED = re.compile(
    r"(?:^|[社心团台里报网]|共|还|先后|累计|已|[和并])(?:为|给|对)(?:全[社台县市省]|全体|一线)?$"
)


_DONE = re.compile(
    r"[一-龥]{0,12}?(?P<done>(?:办理|换发|申领|发放|提供|解决|办结|送去|送上|缴纳|购买|颁发|配备|安排|找回|挽回)(?:了)?[一-龥“”]{1,12})"
)
_DONE_OR_QUOTED = re.compile(r"[了“”]")


def _served(text: str, left: str, quantity: Quantity, sentence: Span) -> str | None:
    """为98名采编人员换发新闻记者证 → 换发新闻记者证; None where the clause does nothing for those it counts."""
    if quantity.unit not in {"名", "人", "位", "家", "户", "个"} or not _SERVED.search(
        TIME_LEAD.sub("", left)
    ):
        return None
    done = _DONE.match(text[quantity.end : sentence[1]])
    return _DONE_OR_QUOTED.sub("", done["done"]) if done else None


_RANGE_BEGUN = re.compile(
    r"(?P<name>.{2,}?)(?:由|从)(?=(?:.{0,10}\d)|(?:.{0,10}[一二三四五六七八九]成)|(?:去年|年初|上年|原来|原先|最初|(?:19|20)\d{2}年)|$)"
)


_SHARED_LEAD = re.compile(
    r"^(?:推动|带动|促使|使得?|让|客户端|微信公众号|公众号|抖音号|视频号|微博|网站|[全我本][台社省市县区]|(?:全|我|本)?(?:中心|集团|报社))+(?=..)"
)


def _shared(before: str) -> str:
    """产业收入|占比, 35岁以下员工|占比, 直播占新媒体产品的|比重: a share is of something."""
    of = _SHARED_LEAD.sub("", TIME_LEAD.sub("", before))
    acts = any(verb.group() not in NOUN_TOO for verb in VERB.finditer(of))
    return of if 2 <= len(of) <= _LONGEST_SHARED and not acts else noun_left(before) or ""


_LONGEST_SHARED = 14


def _before_range(left: str) -> str:
    """注册用户由年初的3.4万人增长到年末的|6.1万人 → 注册用户: the name stands before 由 and 从."""
    match = _RANGE_BEGUN.match(left)
    return match["name"] if match else left


_CHINESE = re.compile(r"[一-龥]")


def _immediate(text: str, quantity: Quantity) -> bool:
    """The unit runs straight into a noun: 112名记者, 48名编辑记者, 3家媒体."""
    return bool(_CHINESE.match(text, quantity.end)) and quantity.unit not in {
        None,
        "%",
        "元",
    }


def _carried(text: str, sentence: Span, begin: int, quantity: Quantity) -> str | None:
    if quantity.unit not in {None, "人", "次", "人次", "%", "份", "户"}:
        return None
    found = None
    for match in MEASURE.finditer(text, sentence[0], begin):
        found = match.group()
    return found
