"""The noun that a figure counts: left of it (刊发公益广告47个整版) or right after its unit (700多件有深度的新闻报道)."""

from __future__ import annotations

import re

from ingest.alternation import by_letter
from ingest.extract.wording import GENERIC_TOPIC, NAME_TRIM, NOUN_TOO, RIGHT_STOP, TIME_LEAD, VERB
from ingest.genres import genre_after
from ingest.numbers import Quantity
from ingest.sentences import Span

_NOUN_LEADS = (
    # 甲剧院、乙公司等|二级单位
    re.compile(r"^.*(?<![高平同中对初优头均])等(?![级候待次])(?=[一-龥]{2,})"),
    # 与县医院和|社区
    re.compile(r"^.*(?:对(?![接话口标])|向|与|和|及|以及|于|在(?![线职岗编校读]))(?=[一-龥]{2,})"),
    # 官方微信共|推文
    re.compile(r"^[一-龥]{2,}(?<!公)共(?=[发推刊播开召举制上][一-龥])"),
    # 10万+|融媒作品, 全网百万加|作品
    re.compile(r"^.*[\d百千][万亿][+＋加](?=[一-龥]{2})"),
    # 建台40周年|晚会
    re.compile(r"^.*\d+(?:周年|年|号|版|类|级|期|场|集)?(?:[余多]?[万亿]?[余多]?元)?"),
    # 二是|培训, 全台共|职工
    re.compile(r"^(?:[一二三四五六七八九十]是|(?:全|我|本)?(?:中心|集团|报社|社|台)(?:共|还|另|先后|累计)+)"),
)
"""What stands before the noun that a figure counts, in the order in which it is cut away."""
_OF_EARLIER = re.compile(r"\d[余多]?[支名位家个所队组][一-龥]{1,6}$")
_WHEN = ("后", "以来", "期间", "之前")
_PLAIN_NOUN = re.compile(r"[一-龥A-Za-z+·／/]+")
_MADE_NOUN = frozenset("金费物品款券证书单率量数者员")
"""Characters that make a noun of the verb before them: 慰问|金, 培训|费, 参与|者."""


def after_title(words: str) -> str:
    """上线的《A》累计|播放: return what stands behind the last quoted name, all where there is none."""
    return words[max(words.rfind("》"), words.rfind("”"), words.rfind('"')) + 1 :]


def noun_left(left: str) -> str | None:
    """刊发公益广告|47个 → 公益广告; 各类业务培训|42场次 → 业务培训; 干部职工|212人."""
    tail = TIME_LEAD.sub("", after_title(left))
    last = None
    for match in VERB.finditer(tail):
        if match.group() in NOUN_TOO and match.start() > 0:
            continue
        if match.group() == "获" and tail.startswith("奖", match.end()):
            # 获奖作品|71件
            continue
        if tail[match.end() : match.end() + 1] == "会" or tail[match.end() :] in _MADE_NOUN:
            # 举办|招聘会|18场, 发放|慰问金|17万元
            continue
        if match.end() < len(tail) or len(match.group()) > 1:
            last = match
    if last is not None and last.end() < len(tail):
        tail = tail[last.end() :]
    elif last is not None:
        return None
    if _OF_EARLIER.search(tail):
        # 83支队伍|2600余人参赛: the noun is counted already.
        return None
    pieces = tail.split("的")
    tail = pieces[-1] if len(pieces[-1]) >= 2 else tail
    for cut in _NOUN_LEADS:
        if lead := cut.match(tail):
            tail = tail[lead.end() :]
    tail = NAME_TRIM.sub("", tail)
    if (
        not 2 <= len(tail) <= 16
        or not _PLAIN_NOUN.fullmatch(tail)
        # 《A》改版后|每月两期: when, and no noun.
        or tail.endswith(_WHEN)
        # 记者9名 may go on from what was said before, 招聘|记者9名 does not.
        or (last is None and GENERIC_TOPIC.match(tail) and not tail.endswith("平台"))
    ):
        return None
    return tail


_PART_END = re.compile("[，,。；;！？!?\n：:]")
_IN_BRACKETS = by_letter(r"^[（(][^（）()]{1,16}[)）](?=[一-龥]{2})")
_GOES_ON = re.compile(
    r"(?:零[差事失]|平均|人均|并|而|且|均|都|全部|已|被|由|从(?!业)|也|还|就|才|获|得|先后|分别|同比|环比|共|计|约|近|达|增|上升|提[高升]|[下压]?降|升|缩|压[缩减]|减|扩|翻|变[成为]|涨|跌|转为|改为|(?:精简|整合|合并|归并|优化|调整|跃升|攀升|拓展|发展|壮大)[到至为成]|到|至|相比|相较|[一-龥](?:扩[大展容]?|增[加长]?|拓展|发展|壮大|精简|压缩|减少)[到至为]|（|\()"
)
_MADE_UP_OF = re.compile(r"(?P<of>[一-龥]{2,8})(?:组成|构成)的")
_OF_THE_NEXT = by_letter(
    r"(?<=[一-龥]{2})的(?=[\d约近超逾][\d,.]*[余多]?[万亿]?[余多]?[名位个件条户家年天次]).*$"
)
_PLACES_OWN = re.compile(
    r"(?P<of>[一-龥]{0,6}(?:古?道|县区?|县（市、区）|市|乡镇|街道|村庄?|社区|小区|部门|单位|学校|高校|企业|媒体|国家|地区|家庭|机构|融媒体中心))(?:[和与及、][一-龥]{1,6})?的(?=[一-龥]{2})"
)
_AREAS = re.compile(r"[县市区省]（[县市区旗州、]+）(?![一-龥])")
_OWNER = re.compile(r"[一-龥]{1,3}的")
_TITLE_OPENS = re.compile(r"[《“]")
_OWNERSHIP = re.compile(r"^(?:(?:全资|独资|控股|参股|直属|所属|中央|省级|市级|国内|境外)[、和](?=[一-龥]))+")
_JOINS = by_letter(r"(?:[和及]|(?<!参)与|以及)$")
_NOUN_ENDS = re.compile(r"[、（(）)《“\"\d—]")
_PARTICLES = re.compile(r"^(?:的|次|左右|以上|和|及|则?为|则?是)+")
# 1家江南日报出版|社, 29名编外聘用|人员
_HOUSE = re.compile(r"[社商]|人员|员工")
_BORN = re.compile(r"^\d0后(?=[一-龥]{2})")
_OF_PIECES = frozenset("集 部 篇 条 首 期 件".split())
_OF_PEOPLE = frozenset("名 位 人 余名 路".split())
# Up to the last word for people, where at least three characters follow that say what they do.
_PEOPLE = re.compile(
    r"[一-龥]{0,10}(?:人员|记者|编辑|职工|员工|干部|党员|通讯员|主持人|主播|志愿者|专家|学员|学生|孩子|儿童|老人|群众|村民|居民|市民|观众|听众|读者|教师|队员|骨干|同志|青年|代表|委员|医生|医护|律师|咨询师|选手|歌手|考生|家长|牧民|农民|渔民|求职者|女孩|男孩|姐妹|母亲|编导|工程师|年轻人|老手艺人)(?=[一-龥]{3}|(?!团队|代表|家属|家庭|小组|队伍|人才|工作|部队|名单|职业|协会|个人|来信|来稿|留言|投诉|热线)[一-龥]{2}$|[跟随赴去回沿走来赶奔守]$)"
)
# 聘请38名人大代表、政协委员和读者代表|担任行风监督员
_AS = re.compile(r"[^，。；\d]{2,30}?(?:担任|出任|受聘为|聘为|成为)(?:了)?(?P<post>[一-龥]{3,10})")
_UPON = by_letter(r"(?<=[媒体平台报刊网])上$")
_WORD = re.compile(r"[一-龥A-Za-z]")
_REACHED_END = re.compile(r"(?P<what>[一-龥]{2,8}?)(?:播放|阅读|浏览|点击|观看|传播|收看)(?:总)?[量数]")


def genre_right(right: str) -> str | None:
    """Return the genre with which `right` begins, where a verb follows that tells what the pieces do."""
    told = genre_after(right)
    return told if told and right.startswith(told) and VERB.match(right, len(told)) else None


def noun_right(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """700多件|有深度、有温度的新闻报道 → 新闻报道; 3万多人次|参与体验 → 参与体验; 10件|作品."""
    ending = _PART_END.search(text, quantity.end, sentence[1])
    stop = ending.start() if ending else max(quantity.end, sentence[1])
    if quantity.unit in _OF_PEOPLE and (post := _AS.fullmatch(text, quantity.end, stop)):
        return post["post"]
    # 56家|（独资、控股）公司: the noun stands behind the bracket.
    right = _IN_BRACKETS.sub("", text[quantity.end : stop])
    if quantity.unit in _OF_PEOPLE:
        # 8名90后|编导
        right = _BORN.sub("", right)
    if quantity.unit in _OF_PIECES and "的" in right and (genre := genre_right(right)) is not None:
        # 100集微广播剧|讲述车站的红色记忆
        return genre
    if _GOES_ON.match(right):
        return None  # 30个|村扩大到118个, 52件|相比: what stands before says what is counted.
    made_up = _MADE_UP_OF.match(right)
    if made_up:
        # 420辆出租车组成的车队
        return made_up["of"]
    # 63所乡村小学的|9200名学生: what another figure counts is not what this one does.
    right = _OF_THE_NEXT.sub("", right)
    if owned := _PLACES_OWN.match(right):
        # 17条古驿道|的历史脉络, 8个县|的主要负责人: places and bodies are counted, not what they have.
        right = owned["of"]
    last = right[:40].rfind("的")
    if quantity.unit == "个" and (areas := _AREAS.match(right)):
        # 走进|8个|县（市、区）
        return areas.group()
    if quantity.unit in {"个", "家", "所", "名", "位"} and _OWNER.match(right):
        # 5个县的融媒体中心: the counted noun stands before 的.
        right = right[: right.index("的")]
        return right if len(right) > 1 else {"县": "县区", "省": "省份", "市": "城市"}.get(right, right)
    if last > 0 and len(right) - last > 2 and not _TITLE_OPENS.search(right[:last]):
        right = right[last + 1 :]
    # 22家全资、控股公司
    right = _OWNERSHIP.sub("", right)
    # 31个公共频道和|20个付费频道
    right = _JOINS.sub("", _NOUN_ENDS.split(right)[0])
    right = _PARTICLES.sub("", right)
    cut = RIGHT_STOP.search(right, 1)
    if cut and cut.start() >= 2:
        right = right[: cut.start()]
    verb = next(
        (
            m
            for m in VERB.finditer(right)
            if m.start() >= 2
            and len(m.group()) > 1
            and m.group() not in NOUN_TOO
            # 1家江南日报|出版社
            and not _HOUSE.match(right[m.end() :])
        ),
        None,
    )
    if verb:
        right = right[: verb.start()]
    right = _UPON.sub("", right.strip("的了等"))
    if quantity.unit in _OF_PEOPLE and (people := _PEOPLE.match(right)):
        # 310名采编人员|放弃休假, 21名女职工|延长哺乳时间
        right = people.group()
    reached = _REACHED_END.fullmatch(right)
    if reached and quantity.unit not in {None, "%"}:
        # 12条|作品阅读量突破1000万: the pieces are counted, the views belong to the next figure.
        right = reached["what"]
    return right[:14] if len(right) >= 2 and _WORD.match(right) else None
