"""Headings of both report templates and the duty each stands for.

The present template names the nine responsibilities (政治责任 … 合法经营责任); the older one names deeds
(正确引导, 提供服务, 繁荣发展文化, 安全刊播, 遵守职业规范 …). Each row is a pattern over the heading's title
without its number, white space and closing punctuation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from ingest.alternation import by_letter
from ingest.report import Duty

StatementKind = Literal["response", "shortcoming", "commitment"]
STATEMENT_KINDS: tuple[StatementKind, ...] = ("response", "shortcoming", "commitment")
"""The statements of the closing chapter, in the order in which reports give them."""

# Order matters: the first row that matches decides. 保障新闻从业人员权益 before 人文关怀, 安全刊播 before 政治.
_ROWS: tuple[tuple[Duty, str], ...] = (
    # 保障权益责任, 保障新闻从业人员权益责任, 维护员工权益, 保障员工合法权益
    (Duty.RIGHTS, r"(?:保障|维护|保护).{0,12}权益|权益保障|(?:员工|职工|职员|从业人员).{0,4}权益"),
    # 合法经营责任, 依法经营, 守法经营, 诚信经营
    (Duty.LAWFUL, r"(?:合法|依法|守法|诚信|规范|合规)(?:诚信|合规|依规|依法|守法)?经营|经营责任"),
    # 安全责任, 安全刊播责任, 安全播出责任, 刊播安全
    (
        Duty.SAFETY,
        r"安全(?:刊播|播出|出版|刊发|生产|传播|发布)?责任|安全(?:刊播|播出|出版|传播)|(?:刊播|播出)安全",
    ),
    # 道德责任, 遵守职业规范责任, 职业道德, 恪守职业规范
    (Duty.ETHICS, r"道德责任|职业(?:规范|道德|操守)|遵守.{0,4}规范|伦理责任"),
    # 阵地建设责任, 加强阵地建设, 融合发展/媒体融合 as a chapter
    (Duty.POSITIONS, r"阵地建设|阵地责任|融合发展责任|媒体融合责任"),
    # 文化责任, 繁荣发展文化责任, 文化传承, 传播文化
    (Duty.CULTURE, r"文化责任|(?:繁荣|发展|传承|弘扬|传播|促进).{0,6}文化|文化(?:繁荣|传承|建设)"),
    # 人文关怀责任
    (Duty.HUMANISTIC, r"人文关怀|人文责任"),
    # 服务责任, 提供服务责任, 社会服务责任, 服务社会
    (
        Duty.SERVICE,
        r"服务责任|(?:提供|强化|做好|优化|社会|公共|信息|民生).{0,4}服务|服务(?:社会|群众|大众|民生|百姓|公众|人民)",
    ),
    # 政治责任, 正确引导责任, 舆论引导责任, 坚持正确导向
    (
        Duty.POLITICAL,
        r"政治(?:责任|建设|方向)|正确(?:引导|导向)|(?:舆论)?引导责任|舆论(?:引导|导向)|导向责任",
    ),
)
_PREFACE = (
    # 前言, 引言, 媒体概况, 单位简介, 基本情况, 社会责任理念, 获奖情况, 报告说明
    r"前言|引言|序言|导言|导语|开篇|卷首|引子|写在前面|概况|概述|综述|简介|基本情况|(?:媒体|单位|本社|本台|集团|中心|报社)介绍|(?:责任|履责)理念|责任观$|(?:获奖|获评|荣誉|奖项)(?:情况|奖项|作品|[墙榜])?$|报告(?:编制)?说明|编制说明|关于(?:本报告|我们)$|我们是谁|(?:走近|走进|认识)我们|致辞|寄语$"
)
_AFTERWORD = (
    # 后记, 结语, 回应, 不足, 改进, 存在的问题, 今后努力方向, 上年度问题整改情况, 展望
    r"后记|结语|结束语|尾声|写在(?:后面|最后|末尾)|回应|努力方向|改进|整改|展望|下一步|今后|未来.{0,6}(?:计划|打算|方向|规划)|工作(?:打算|思路|计划|设想|部署|安排)$|工作(?:打算|思路|计划)|前景|^(?:我们|本[报台社网]|郑重|社会|责任|的){0,3}承诺$"
)
# What only a main heading's place among the others lets one understand: 守住安全底线, 深化媒体融合, 彰显人文情怀.
_LOOSE: tuple[tuple[Duty, str], ...] = (
    (Duty.RIGHTS, r"权益|(?:关爱|关怀|成就)(?:员工|职工)|员工(?:关怀|成长|责任)"),
    (Duty.LAWFUL, r"经营|依法治|广告"),
    (Duty.SAFETY, r"安全"),
    (Duty.ETHICS, r"道德|职业|伦理|自律|新闻纪律|职守"),
    (Duty.POSITIONS, r"阵地|融合|融媒|矩阵|平台建设|传播力"),
    (Duty.CULTURE, r"文化|文艺|文明|文脉"),
    (Duty.HUMANISTIC, r"人文|关怀|情怀|以人为本|弱势|民生冷暖|扶危|济困|爱心|温情|大爱|关爱"),
    (Duty.SERVICE, r"服务|公益|民生|[为惠便利暖]民|贴心|知心"),
    (Duty.POLITICAL, r"政治|导向|引导|引领|舆论|主旋律|主题宣传|新闻宣传"),
)
_COMPILED = tuple((duty, by_letter(pattern)) for duty, pattern in _ROWS)
_COMPILED_LOOSE = tuple((duty, re.compile(pattern)) for duty, pattern in _LOOSE)
_PREFACE_RE = by_letter(_PREFACE)
_AFTERWORD_RE = re.compile(_AFTERWORD)
# 不足, 存在的主要问题, 2021年工作中的不足, 成绩与不足 announce faults; 新媒体人才不足 is one.
_FAULTS = r"(?:不足|差距|短板|薄弱环节|问题|弱项|欠缺)"
_FAULT_TITLE = re.compile(
    rf"^(?:关于|对|本|我们的?)?(?:[本我]?(?:报社|报|台|社|集团|中心|单位|媒体|网)的?)?(?:上年度?|上一年度?|20\d{{2}}年度?|二〇[〇一-九]{{2}}年度?|去年|本年度|年度|工作|当前|目前|自身|履行社会责任|履行责任|履责|社会责任|报告|主要|发展|建设|与期待){{0,3}}(?:中|方面|上)?(?:仍|还|所|尚|自)?(?:存在|存|有|查摆|查找|检视|反思|直面|正视|坦陈|指出|提出|面临|面对|看到|找准)?(?:着|出)?(?:的)?(?:主要|突出|几点|一些|自身)?{_FAULTS}"
    rf"|存在.{{0,8}}{_FAULTS}|(?:与|和|及|、){_FAULTS}$|{_FAULTS}(?:与|和|及|、|之处)"
)
# A chapter heading is a title, not a sentence: 政治责任：把握导向 铸魂育人 is still one.
_LONGEST_CHAPTER = 36

_BACK = r"(?:过去一年|上年|上一年|上年度|去年|往年|上期|前次|以往|前期|(?:20\d{2}|二[〇○零0]..)年)"
_RESPONSE = re.compile(
    rf"回应|{_BACK}.{{0,24}}(?:改进|整改|落实|解决|回应|完善|兑现)(?!计划|方向|措施|思路|打算|目标|方案|提升$)|(?:问题|不足|意见|建议).{{0,6}}(?:改进|整改|落实|解决)(?:情况|落实|成效)|整改(?:落实)?(?:情况|成效|答卷|台账|回[顾眸])|改进(?:落实)?(?:情况|成效|回[顾眸])|回头看|(?:承诺|问题).{{0,6}}(?:兑现|销号|履行)"
)
# 2023年度不足与改进 joins the two; 上年度不足及改进 looks back all the same.
_JOINED = re.compile(
    r"(?:不足|问题|差距|短板|弱项)(?:之处)?(?:和|与|及|以及|、)(?:其|下一步|今后|未来|20\d{2}年)?(?:改进|整改|提升)(?!情况|落实|成效)"
)
_PAST_YEAR = re.compile(r"过去一年|上年|上一年|过去的|去年|往年|上期|前次|以往|前期")
_SHORTCOMING = re.compile(
    r"不足|差距|短板|薄弱|欠缺|弱项|短处|软肋|毛病|反思|检视|遗憾|缺憾|欠账|[还又][亏拖]?欠[着下了]|(?:问题|自我)剖析|刀刃向内|(?:存在|面临|困难与|问题和|问题与)的?(?:困难|挑战)|困难(?:与|和)(?:问题|挑战)|^(?:自查|查摆)问题$|^(?:今年|本年度?)的(?:刺|痛点)|存在.{0,8}问题|主要问题|问题[与和及]|^(?:20\d{2}年度?)?的?问题$|还?[差缺欠](?:在哪|点?什么|哪些|多少)|(?:没|没有|还没|未能?)(?:做好|做到|做完)的?|(?:做得|还)不够|(?:还|做得|仍)不(?:行|好|到位)|还跟不上"
)
_MOTTO = re.compile(r"(?:后记|尾声|结语|结束语|写在最后)[：:—－-]+")
_AHEAD = re.compile(r"今后|下一步|下步|未来|明年|来年|下一?年度?|展望|努力方向|打算|[今本]年度?|存在")
# 上年度的不足, 去年的承诺, 旧账: what a heading about the year before speaks of has been answered.
_OWED = re.compile(r"欠|反思|遗憾|不足|问题|差距|短板|弱项|承诺|账|答|诺|刺|题$|意见|建议")
# 仍需改进的地方 names faults, however it sounds of deeds.
_FALLS_SHORT = re.compile(
    r"(?:需要?|[有亟]?待)(?:进一步)?(?:改[进善]|提[升高]|加强|完善|努力)的?(?:地方|方面|问题|之处|环节)"
)
_COMMITMENT = re.compile(
    r"改进(?!情况)|努力|今后|下一步|下步|展望|打算|计划|规划|未来|思路|目标|整改(?:措施|方向|举措)|(?:提升|提高)(?:措施|方向|$)|前瞻|愿景|发展方向|对策|措施|举措|方向$|往后|接下来|怎么[走干办做]|这么[干办做]|[与和及]提升$|设想|工作(?:部署|安排|重点)|来年部署|(?:提升|优化)路径|下一阶段|愿望$|前行|^(?:20\d{2}年度?|新的?一年|明年|来年|我们|本[报台社网]|郑重|社会|责任|工作|的){0,3}承诺$|明年|来年|新的一年"
)
# 写给2023年, 对2023年说, 2023年要办的事, in the report of 2022.
_TO_NEXT_YEAR = re.compile(
    r"(?:写给|致|对|给|走进|迈向|迎接|展望)?20\d{2}年?(?:说|要|将|这样|怎么|我们|的?[事路约])?"
)
# The words that announcing headings are made of; what is left of 改进文风 is no announcement but an item.
_ANNOUNCING = re.compile(
    r"(?:20\d{2}|二[〇○零0][一二三四五六七八九〇○零0]{2})年度?|上一?年度?|去年|往年|本年度|今年|下一?年度?|明年|来年|新的一年|上期|前期|以往|前次|社会责任|履行|履责|责任|报告|媒体|工作|自身|我[们台社报]|本[台社报网]|中心|集团|报社|电视台|"
    r"存在|面临|反思|遗憾|所|提出|指出|列出|列|反馈|查摆|反映|检视|反思|正视|坦陈|看到|有关|主要|突出|几点|一些|目前|当前|不足|问题|差距|短板|弱项|薄弱环节|欠缺|困难|承诺|意见|建议|评议|之处|以及|方面|关于|针对|"
    r"改进|整改|回应|落实|解决|提升|提高|完善|兑现|情况|措施|方向|举措|打算|计划|规划|思路|展望|努力|今后|下一步|下步|未来|发展|目标|对策|成效|进展|回头看|销号|社会关切|社会|公众|受众|关切|地方|环节|[需有亟]?待|当下|现阶段|明天|新年|新一年|持续|不断|进一步|怎么[办做干走]|这么[干办做]|做什么|设想|部署|安排|重点|路径|阶段|愿望|前行|之路|缺憾|挑战|欠账|剖析|自我|自查|刀刃向内|刺|痛点|答卷|台账|回[顾眸]|[·|｜的和与及、，：对就中里上在仍还尚其各所提及本其需]"
)


@lru_cache(maxsize=4096)
def bare_title(title: str) -> str:
    """Return a heading's title without white space and closing punctuation, for matching."""
    return re.sub(r"[\s　]", "", title).strip("：:。.，,、；;—-·●■◆★☆【】[]《》“”")


@lru_cache(maxsize=4096)
def chapter_duty(title: str) -> Duty | None:
    """Return the duty that a main heading names, or None where it is no chapter of the genre."""
    bare = bare_title(title)
    if not bare or len(bare) > _LONGEST_CHAPTER:
        return None
    for duty, pattern in _COMPILED:
        if pattern.search(bare):
            return duty
    if _AFTERWORD_RE.search(bare) or _FAULT_TITLE.search(bare):
        return Duty.AFTERWORD
    if _PREFACE_RE.search(bare):
        return Duty.PREFACE
    return None


def duties_named(title: str) -> set[Duty]:
    """Return all duties that a heading names: 安全刊播与职业规范 is a chapter of two."""
    bare = bare_title(title)
    named = {duty for duty, pattern in _COMPILED if pattern.search(bare)}
    if re.search("[与和及、]", bare):
        named |= {duty for duty, pattern in _COMPILED_LOOSE if pattern.search(bare)}
    return named


def is_plain_chapter_title(title: str) -> bool:
    """Tell whether a line without any number is a chapter title by itself: 政治责任, 媒体概况, 后记.

    A motto (政治责任：举旗定向, 举旗定向 政治责任) or its English beside it leave it one.
    """
    bare = bare_title(title)
    if not re.search(r"[，。；]", title) and len(bare) <= 40:
        parts = [part for part in re.split(r"[：:—|｜\s　]+|[A-Za-z][A-Za-z\s&]*", title) if len(part) > 1]
        if len(parts) > 1 and any(_is_plain(bare_title(part)) for part in (parts[0], parts[-1])):
            return True
        if len(parts) == 1:
            bare = bare_title(parts[0])
    return _is_plain(bare)


def _is_plain(bare: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:履行|落实|担当|扛牢|践行|强化|关于|恪守|坚守)?(?:政治|阵地建设|服务|社会服务|人文关怀|文化|安全|道德|保障权益|合法经营|正确引导|舆论引导|提供服务|"
            r"繁荣发展文化|安全刊播|安全播出|遵守职业规范|保障(?:新闻)?从业人员(?:合法)?权益|保障员工(?:合法)?权益|依法经营|合法诚信经营)责任(?:篇|履行情况|方面)?"
            r"|前言|引言|序言|导语|卷首语?|引子|开篇语?|尾声|写在(?:前面|后面|最后)(?:的话)?|媒体概况|单位概况|媒体简介|单位简介|基本情况|后记|结语|结束语|报告说明|回应|不足|改进|(?:主要)?存在的?(?:主要)?(?:不足|问题)(?:和|与|及)?(?:改进|努力方向|不足|差距|今后努力方向|改进措施|下一步打算)?|改进措施|改进方向|"
            r"(?:今后|下一步|未来)(?:的)?(?:努力方向|工作打算|改进方向|工作思路|展望|改进措施)|努力方向|上(?:一)?年度.{0,12}(?:改进|整改)情况|不足与改进|不足和改进",
            bare,
        )
    )


def loose_duty(title: str) -> Duty | None:
    """Return the duty that a line stands for which is known to be a main heading: 守住安全底线 → safety."""
    bare = bare_title(title)
    return next((duty for duty, pattern in _COMPILED_LOOSE if pattern.search(bare)), None)


def announces(title: str) -> bool:
    """Tell whether a heading does nothing but announce statements: 存在的不足, 上年度问题整改情况.

    改进文风 and 人才培养计划 are items of commitments, though each has a word of announcements.
    """
    bare = bare_title(title)
    return bool(closing_kinds(bare)) and not _ANNOUNCING.sub("", bare)


@lru_cache(maxsize=4096)
def closing_kinds(title: str, year: int | None = None) -> tuple[StatementKind, ...]:
    """Return which statements a closing heading announces: of response, shortcoming, commitment, in that order.

    `year` is the year reported on: 2022年度不足与改进 looks back in the report of 2023 only.
    回应 → response; 存在的不足 → shortcoming; 今后努力方向, 改进 → commitment; 不足与改进 → both.
    """
    # 2017年“问题清单” names the faults as 问题 does.
    bare = re.sub(r"[“”]|清单", "", bare_title(title))
    motto = _MOTTO.match(bare)
    if motto and _ANNOUNCING.sub("", bare[motto.end() :]):
        # 尾声：写给明年的自己 announces no plans.
        return ()
    parts = re.split(r"[、，与和及]", bare)
    if len(parts) > 1 and any(part.endswith("回应") for part in parts):
        # 回应、不足与改进 announces all three; 对上年度不足的回应 only the first.
        named = {kind for part in parts for kind in closing_kinds(part)}
        return tuple(kind for kind in STATEMENT_KINDS if kind in named)
    if re.fullmatch(r"(?:存在的?)?(?:主要)?(?:不足|问题)[和与及](?:整改|改进|落实)情况", bare):
        # 不足和整改情况 tells how last year's were mended and which are new.
        return ("response", "shortcoming")
    ahead_too = [part for part in parts if _AHEAD.search(part) and not _PAST_YEAR.search(part)]
    if (
        len(parts) > 1
        and ahead_too
        and closing_kinds(parts[0], year) == ("response",)
        and parts[0] not in ahead_too
    ):
        # 上年度问题改进及今后努力方向 looks back and then ahead.
        named = {kind for part in ahead_too for kind in closing_kinds(part, year)}
        return tuple(kind for kind in STATEMENT_KINDS if kind == "response" or kind in named)
    told = re.search(r"20\d{2}", bare)
    of_before = bool(_PAST_YEAR.search(bare)) or bool(told and year and int(told.group()) < year)
    ahead = bool(told and year and int(told.group()) > year)
    if of_before and not ahead and not _JOINED.search(bare) and _OWED.search(bare):
        return ("response",)
    if _RESPONSE.search(bare) and not ahead and (of_before or not _JOINED.search(bare)):
        return ("response",)
    if _FALLS_SHORT.search(bare):
        return ("shortcoming",)
    kinds: list[StatementKind] = []
    if _SHORTCOMING.search(bare) or _JOINED.search(bare):
        kinds.append("shortcoming")
    if _COMMITMENT.search(bare) or (ahead and not kinds and _TO_NEXT_YEAR.match(bare)):
        kinds.append("commitment")
    return tuple(kinds)
