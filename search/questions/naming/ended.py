"""Whether a sentence says that what it names is no longer there: stopped, closed, merged into another, or called otherwise now."""

from __future__ import annotations

import re

from ingest.report import Evidence
from search.questions.source import Source

# 停播一个月: it came back.
_SO_LONG = (
    r"(?:了|约|近)?[\d一二两三四五六七八九十半]+(?:个?(?:月(?!\d)|星期|礼拜|小时)|天|周(?!年)|分钟|秒|期)"
)
_STOPS = rf"停[办刊播更用发课](?!{_SO_LONG})|暂停|休刊|终刊|关停|关闭|下线|注销|撤销|停止[\u4e00-\u9fff]{{0,4}}?(?:出版|播出|更新|运营|发行|使用|发送|推送|发布|服务)|不再(?:单独)?(?:出版|播出|运营|发行|更新|使用|保留)|完成(?:历史)?使命|(?:出版|播出|推出|刊出|出完|迎来)了?最后一[期集场版]|与(?:读者|观众|听众|网友)(?:作别|告别|道别)|谢幕|画上句号|退出(?:运营|市场)"
_TURNS = r"[更改]名[为成]?|改[称叫]|并入|合并(?:为|成|到|入)|整合(?:为|成|到|进)|升级为|转为"
# 《塞上晚报》自1月1日起休刊; “甲云”更名为“乙云”: what stands right behind the name, before another begins.
_AFTER = re.compile(rf"[^，,。；;《“\"\n]{{0,24}}?(?:{_STOPS}|{_TURNS})")
# 《百姓说事》与“网上问政”频道合并，更名…: what it was joined to has a name of its own.
_JOINED = re.compile(r"[与和同跟][^，,。；;\n]{2,24}?(?:合并|整合|并作|合为)")
# “水上云”APP完成改版，更名“湖e家”: the next clause goes on about the same.
_THEN = re.compile(r"[^，,。；;《“\"\n]{1,16}[，,](?:并|正式|同时|随后|自此)?(?:[更改]名|改[称叫]|并入)")
_REASON = re.compile(r"[”\"》」]?(?:[^，,。；;《“\"\n]{0,16}[，,])?")
# 停办《甲周刊》《乙晨报》: before the name only other names.
_BEFORE = re.compile(rf"(?:{_STOPS})了?(?:[《“\"「][^》”\"」\n]{{1,20}}[》”\"」][、和及与]?)*[《“\"「]?$")
# “车上甲广播”（原甲之声）: what it was called before.
_FORMER = re.compile(r"(?:[（(]原|原名|曾用名|前身[为是])[《“\"「]?$")
_NAMED_BESIDE = re.compile(
    r"[》”\"」](?:[、和及与]?[《“\"「][^《》“”\"」\n]{1,20}[》”\"」])+(?:[\d一二两三四五六]+[份家个种](?:报纸|报刊|子报|刊物|栏目|频道|账号)?)?"
)
_NOT = re.compile(r"[未没]|零$|不[会得]?$|拟|计划|将|违规|违法")
_YEAR = re.compile(r"(20\d\d)年")
_WINDOW = 60
"""Code points before and behind a name that are looked at."""


def ended(source: Source, name: str, evidence: Evidence) -> bool:
    """Tell whether the place of a fact says that what is called `name` was there no more at the end of the report's year.

    What will stop in a year to come is still there: 自2018年1月1日起休刊 in the report of 2017.
    """
    return _turn(source, name, evidence) is not None


def stopped(source: Source, name: str, evidence: Evidence) -> bool:
    """Tell whether it says that it stopped for good, and not that it goes on as another."""
    told = _turn(source, name, evidence)
    return told is not None and re.search(_STOPS, told) is not None and re.search(_TURNS, told) is None


def _turn(source: Source, name: str, evidence: Evidence) -> str | None:
    """Return the words that say that what is called `name` was there no more; None where none do."""
    text = source.report(evidence.report).text
    at = text.find(name, evidence.start, evidence.end + len(name))
    start, end = (at, at + len(name)) if at >= 0 else (evidence.start, evidence.end)
    # 《甲周刊》《乙学生报》已停办: what is named beside it ended with it.
    beside = _NAMED_BESIDE.match(text, end, end + _WINDOW)
    end = beside.end() if beside else end
    behind, before = text[end : end + _WINDOW], text[max(0, start - _WINDOW) : start]
    if _FORMER.search(before):
        return before
    said = _said_after(behind) or _BEFORE.search(before)
    if said is None or _NOT.search(said[0]):
        return None
    told = _YEAR.findall(before[-12:] + said[0])
    return None if any(int(year) > evidence.year for year in told) else said[0]


def _said_after(behind: str) -> re.Match[str] | None:
    """Return what is said right behind a name, or behind the reason for it: 因发行萎缩，自1月1日起休刊."""
    reason = _REASON.match(behind)
    bare = behind.lstrip('”"》」')
    first = _AFTER.match(bare) or _JOINED.match(bare) or _THEN.match(bare)
    if (
        first is not None
        or reason is None
        or not reason[0].lstrip('”"》」').startswith(("因", "由于", "受", "自", "从", "于"))
    ):
        return first
    return _AFTER.match(behind[reason.end() :])
