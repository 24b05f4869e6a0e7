"""When things began: 《溪问》自2019年开播, where an earlier report tells of its start in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import years
from ingest.report import Commitment, Evidence, Report
from ingest.sentences import clauses
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, MARKED, SENTENCE, around
from search.checking.case import Case, quoted

BEGAN = re.compile(
    r"(?<![兴修])建于|创办|创刊|开播|开办|开通|上线|首播|成立|组建|挂牌|揭牌|启用|投入使用|创立|创建|设立|开设|诞生|问世|面世|开放|开馆|(?:合并|整合)而成"
)
_STARTS = "上线|首播|开播|创刊|开办|开通|启用"
_FOUNDED = re.compile(
    "(?P<paper>创刊|创办)|(?P<built>建于)|(?P<house>成立|建台|建社|挂牌|组建|合并|整合)|(?P<site>建网|开通|开播|上线|创建|创立)"
)
"""Words for the founding of a house, by what is founded."""
_OF = re.compile(rf"(?:{BEGAN.pattern})的(?P<what>[一-龥A-Za-z0-9]{{4,14}})")
_BEGAN_OF = re.compile(rf"(?:{BEGAN.pattern})的[一-龥A-Za-z“《]")
_BEFORE_YEAR = re.compile(r"(?P<what>[一-龥A-Za-z0-9]{4,14}?)(?:自从|自|从|于|在)?")
SHORTEST = 4
"""Characters of a name without marks that is looked for."""
_THIS = re.compile("[，,\\s]?(?:这[档个项家份款张]|该)")
_RELATIVE = re.compile(r"去年|上年|前年")
_JUBILEE = re.compile(
    "[^，。]{0,16}?[创建成开](?:刊|台|社|立|播|网|办)(?:第)?[\\d一二三四五六七八九十百]+(?:周年|年|岁)"
)
"""2017年是本报创刊60周年 dates the day that is kept, not the beginning."""
_ACCOUNT = re.compile(
    "[》”](?:官方)?(?:新浪|腾讯|微信)?(?P<kind>公众号|服务号|订阅号|视频号|微博|抖音|快手|头条|小红书|客户端|APP|App|网站|小程序)"
)
"""Behind a name: “溪谷日报”抖音号2022年开通 is not when 《溪谷日报》 began."""
_PAPER = re.compile("创刊|创办|《[^》]*$")
_AGAIN = re.compile(
    r"改版|更名|升级|重新|恢复|第[二三四五六七八九十\d]+[季届期]|特别|手语版|[\d.]+版|社区版|增设|新增"
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each year of a beginning that an earlier report tells otherwise.

    Made for: 2021年创办的《溪问》; 中心成立于2018年; “溪谷联播”2022年启动. Only years that the draft writes out count, and of
    the earlier reports only a clause that has the same name, a word for beginning, and a date.
    """
    text = case.draft.text
    for start, end in clauses(text, 0, len(text), "，,；;：:。！？\n"):
        said = text[start:end]
        named = [(year, at, to) for year, at, to in years(said) if year <= case.year]
        if not named and (match := _RELATIVE.search(said)):
            named = [(case.year - (2 if match[0] == "前年" else 1), *match.span())]
        if len(named) != 1 or not BEGAN.search(said) or _AGAIN.search(said):
            continue
        year, at, to = named[0]
        if _JUBILEE.match(said, to):
            continue
        # 英文和2020年5月开通的西班牙文: what began is named behind, and is not the house.
        other = _BEGAN_OF.search(said, to) and not _THIS.match(text, start)
        implied = [] if other else _implied(case, start)
        for name in _names(case, said, at) or implied:
            known = began(case.earlier, name, _kind(said, name)) or (
                _house(case, said) if _is_house(case, name, said) else None
            )
            if known is not None and known[0] != year:
                message = (
                    f"起始年份与往年报告不符：这里说“{name}”始于{year}年，"
                    f"{known[1].year}年度报告说是{known[0]}年。请核对。"
                )
                yield case.finding(
                    "number-conflict", Severity.ERROR, message, (start + at, start + to), [known[1]]
                )
                break


def _implied(case: Case, start: int) -> list[str]:
    """Return the house where a clause without a name stands in a sentence about it: 澜海网是…网站，2001年5月18日开通; or the name told
    before what is said of it again: 《田头讲堂》下村52次，这档2020年开播的栏目."""
    text, media = case.draft.text, case.draft.media or ""
    left = around(text, start, start, SENTENCE)[0]
    before = text[left:start].strip()
    if _THIS.match(text, start):
        marked = [match[match.lastindex or 0] for match in MARKED.finditer(before)]
        return marked[-1:]
    before = before.lstrip("《“")
    # 1984年建台，2020年整合组建: the later one is another beginning.
    return [media] if media and before.startswith(media[:4]) and not years(before) else []


def _is_house(case: Case, name: str, said: str) -> bool:
    """Tell whether a name that a clause tells the beginning of is the house's own, or what it came from (前身)."""
    media = case.draft.media or ""
    return name in media or media in name or name[:2] == media[:2] or "前身" in said


def _house(case: Case, said: str) -> tuple[int, Evidence] | None:
    """Return when the house itself began, as the first lines of the earlier reports tell it in a clause of its own.

    Made for: 华林生态报社由…主办，1985年1月创刊, beside 前身为1983年1月创刊的《华林林业报》. Only what tells of the media's
    founding by the word that `said` has, in all reports of the same year.
    """
    word = _FOUNDED.search(said)
    found: dict[int, Evidence] = {}
    for report in case.earlier if word is not None else ():
        media = report.media or ""
        for start, end in clauses(report.text, 0, len(report.text), "。！？\n"):
            line = report.text[start:end]
            if not media or not line.lstrip("《“ 　\n").startswith(media[:4]):
                continue
            for left, right in clauses(report.text, start, end, "，,；;"):
                clause = report.text[left:right]
                told = _FOUNDED.search(clause)
                dated = [year for year, _, _ in years(clause)]
                if (
                    told
                    and word
                    and told.lastgroup == word.lastgroup
                    and len(dated) == 1
                    and not _AGAIN.search(clause)
                ):
                    found.setdefault(dated[0], quoted(report, left, right))
    return next(iter(found.items())) if len(found) == 1 else None


def _names(case: Case, clause: str, at: int) -> list[str]:
    """Return what a clause, whose year stands at `at`, may tell the beginning of: names between marks, else the media itself."""
    marked = [(match.start() > at, match[match.lastindex or 0]) for match in MARKED.finditer(clause)]
    if marked:
        # Of several the one beside the year: “甲”公众号、抖音号“乙”（2022年4月开通）.
        before, behind = (
            [name for after, name in marked if not after],
            [name for after, name in marked if after],
        )
        return before[-1:] + behind
    told = _OF.search(clause)
    if told:
        # 去年成立的短视频工作室机制: how long the name is shows in the reports.
        what = told["what"]
        texts = [report.text for report in case.earlier]
        for length in range(len(what), SHORTEST - 1, -1):
            if any(what[:length] in text for text in texts):
                return [what[:length]]
        return []
    # 报史陈列室2023年开放以来: a thing without marks that an earlier report calls so.
    led = _BEFORE_YEAR.fullmatch(clause[:at])
    if led and any(led["what"] in report.text for report in case.earlier):
        return [led["what"]]
    house = re.match(r"\s*(?:中心|集团|本报|报社|本台|我台|电视台|杂志社)", clause)
    media = case.draft.media or ""
    return [media] if media and (house or media in clause) else []


def _kind(clause: str, name: str) -> str | None:
    """Return which kind of account a clause speaks of that has the name; None where it speaks of what the name itself is."""
    at = clause.find(name)
    account = _ACCOUNT.match(clause, at + len(name)) if at >= 0 else None
    return account["kind"] if account else None


def began(reports: tuple[Report, ...], name: str, kind: str | None = None) -> tuple[int, Evidence] | None:
    """Return the year in which something began as the reports tell it, with the clause that says so.

    Of an account (`kind`) a clause tells that has the same kind behind the name, or none where it tells of no paper. None where none tells
    it, or where they tell it of several years.
    """
    found: dict[int, Evidence] = {}
    for report in reports:
        house = name == report.media
        meant = [fact.evidence for fact in report.facts if isinstance(fact, Commitment)]
        for start, end in clauses(report.text, 0, len(report.text), "，,；;。！？\n"):
            clause = report.text[start:end]
            about = re.search(rf"{re.escape(name)}(?![社台网])", clause) or (
                house and re.match(r"(?:中心|集团)(?:成立|组建|挂牌)", clause)
            )
            if not about or not BEGAN.search(clause) or _AGAIN.search(clause):
                continue
            other = _kind(clause, name)
            if kind != other and (
                (kind and other) or _PAPER.search(clause[: clause.find(name)]) or _PAPER.search(clause)
            ):
                continue
            # 2月8日，监督栏目《溪问》开播: the date may have a clause of its own.
            dated = report.text[around(report.text, max(0, start - 2), start, CLAUSE)[0] : end]
            told = {year for year, _, _ in years(clause)} or {year for year, _, _ in years(dated)}
            if len(told) == 1:
                found.setdefault(next(iter(told)), quoted(report, start, end))
            elif not told and (
                (
                    re.search(r"\d{1,2}月(?!底?以?前)|[一二三四五六七八九十]{1,2}月", dated)
                    and not any(place.start < end and start < place.end for place in meant)
                )
                # 纪录片《江上号子》上线。: the news of that report's year, though it has no date.
                or re.search(
                    rf"{re.escape(name)}[》”](?:正式|成功|如期)?(?:{_STARTS})了?[，,。；;]?$", clause
                )
            ):
                found.setdefault(report.report_year or 0, quoted(report, start, end))
    return next(iter(found.items())) if len(found) == 1 else None
