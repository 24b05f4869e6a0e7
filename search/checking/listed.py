"""Names and works that are listed and counted beside: the list is not as long as its count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import number_of
from ingest.sentences import sentences
from search.answers import Finding, Severity
from search.checking.case import Case

_TITLES = re.compile(
    r"(?P<titles>(?:[《“][^《》“”\n]{1,30}[》”][、和与及]?){2,})(?P<count>\d{1,2}|[两二三四五六七八九十])(?P<unit>[件部个篇组张份家本档])"
    r"(?:新闻|优秀|重点|原创)?(?:作品|报道|栏目|专栏|短视频|节目|报纸|报刊|子报|刊物|杂志|网站|客户端|公众号|账号|品牌|平台)"
)
_PLAIN = re.compile(
    r"(?<![\d一二两三四五六七八九十])(?P<titles>(?:(?![个套家张]|合并|撤销|新增|开[办通设]|停[办播]|关停|整合|其中)[一-龥]{2,8}、)+(?!合并|撤销|新增|开[办通设]|停[办播]|关停|整合|其中)[一-龥]{2,6}?(?<![的和与及]))(?P<count>\d{1,2}|[两二三四五六七八九十])(?P<unit>[个套张家大支档类种所处])(?P<of>[一-龥]{0,4}?(?:频道|频率|报纸|报刊|区县|县区|县市|乡镇|街道|记者站|分社|工作站|片区|赛区|会场|部门|中心|工作室|实验室|平台|板块|专?栏目?|专[题班版]|小组|团队|队伍|基地|账号|公众号|客户端|项目|领域|城市|省份|部室|[处科]室|小分队|窗口|端口|频道组|子品牌))"
)
"""Names without marks: 新闻综合、公共生活、科教影视4个电视频道."""
_COUNTED_EACH = re.compile(r"[一两二三四五六七八九十][个套家张大支档类种所处份]")
_LISTED_APART = re.compile("[及和与]")
_WON = re.compile(
    r"(?P<count>\d{1,3})[件篇部]作品(?:分别)?[获入][^，。；]{2,24}[奖][^，。；]{0,4}[，,；：:]其中(?P<list>[^。；\n]{8,160})"
)
_WON_BY = re.compile(
    r"^(?:和|与|以及)?(?P<titles>(?:[一-龥]{0,8}《[^《》]{2,40}》[、和与及]?)+)(?:等(?P<many>\d{1,2})[件篇部](?:作品)?)?(?:分?别?获|荣获|获得|摘得)[^，]{0,12}(?P<level>[特一二三]等|优秀|金|银|铜)奖$"
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each list of names, and of works told by their levels, that its count contradicts.

    Made for: 《A》《B》《C》4件作品; 新闻综合、公共生活、科教影视4个电视频道; 5件作品获…奖，其中《A》获一等奖，《B》《C》获三等奖.
    """
    for start, end in sentences(case.draft.text):
        yield from _listed(case, start, end)
        yield from _won(case, start, end)


def _listed(case: Case, start: int, end: int) -> Iterator[Finding]:
    """Titles that are counted behind: 《A》《B》《C》4件作品 without 等."""
    text = case.draft.text
    counted = [
        (match, sum(map(match["titles"].count, "《“"))) for match in _TITLES.finditer(text, start, end)
    ]
    counted += [
        (match, match["titles"].count("、") + 1)
        for match in _PLAIN.finditer(text, start, end)
        # 一张报纸、两套广播、一个客户端和六个账号: each is counted by itself.
        if "等" not in match["titles"] and not _COUNTED_EACH.match(match["titles"])
    ]
    for match, named in counted:
        count = int(number_of(match["count"]) or 0)
        # 甲、乙和丙三个部门: a name may have 和 in it.
        joined = 0 if match.re is _TITLES else len(_LISTED_APART.findall(match["titles"]))
        named += joined * (count > named)
        near = match.re is _TITLES or abs(count - named) == 1
        if count != named and near:
            message = f"列出的是{named}{match['unit']}，文中写{match['count']}{match['unit']}。请核对数目；若只列了一部分，请写“等”。"
            span = match.start(), match.end("unit")
            yield case.finding("number-conflict", Severity.WARNING, message, span)


def _won(case: Case, start: int, end: int) -> Iterator[Finding]:
    """Works told by name and level from the first to the third: 5件作品获…奖，其中《A》获一等奖，《B》获二等奖，《C》《D》获三等奖."""
    for match in _WON.finditer(case.draft.text, start, end):
        told = [_WON_BY.match(clause.strip()) for clause in re.split("[，,]", match["list"])]
        known = [each for each in told if each is not None]
        count, named = int(match["count"]), 0
        for each in known:
            named += int(each["many"] or each["titles"].count("《"))
        whole = len(known) == len(told) > 1 and known[-1]["level"] in ("三等", "优秀", "铜")
        if named > count or (whole and named < count):
            message = f"列出的获奖作品是{named}件，前面写{count}件。请核对件数；若只列了一部分，请写“等”。"
            yield case.finding("number-conflict", Severity.ERROR, message, match.span())
