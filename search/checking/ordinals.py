"""So many times, editions or years of a thing that do not follow from what an earlier report counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.numerals import chinese_number
from ingest.report import Commitment, Report
from search.answers import Finding, FindingKind, Severity
from search.checking.around import CLAUSE, MARKED, SENTENCE, around
from search.checking.case import Case, quoted

_NUMBER = r"[一二三四五六七八九十百两\d]{1,4}"
_COUNTED = re.compile(
    rf"(?:第(?P<edition>{_NUMBER})|(?P<first>首))(?P<of>届|季(?!度))|连续(?P<verb>[一-龥]{{0,3}}?)第?(?P<years>{_NUMBER})个?(?P<each>年头?)(?!度)"
    rf"|第(?P<year>{_NUMBER})个?(?P<nth>年头?)(?!度)"
    rf"|(?:走过|走到)(?:了|的)?第?(?P<lasted>{_NUMBER})个?(?P<lasting>年头?)(?!度)"
    rf"|(?:更新|出版|出刊|出|播|播出|推出|刊出|连载|编辑|编)[至到]?了?第(?P<number>{_NUMBER})(?P<piece>[集期讲回篇辑])"
)
_OTHER_TIME = re.compile("上一?[届季年]|去年|此前|曾|历届|前[两三几]|筹备|预热|启动下|将")
_HEAD = re.compile(
    r"[一-龥]{0,12}?(?:节|赛|展|会|周|月|日|春晚|论坛|沙龙|讲堂|训练营|夏令营|活动|晚会|评选|大典|盛典|博览|行动|计划)"
)
_PRIZE = re.compile(r"[^，。；]{0,20}(?:奖|评选|五个一工程)")
"""Editions of prizes are `editions`' matter."""
_MADE = re.compile(
    "开机|拍摄|摄制|制作|录制|筹[拍备]|杀青|后期|完成|收官|入选|获|奖|[评推]优|推荐|入围|重播|回看|点播|译制|发行"
)
"""What a season may have before and behind the year in which it is shown: 第一季拍摄完成, then 第一季首播, then 第一季获奖."""
_HONOUR = re.compile("(?:位居|位列|名列|居|稳居|荣?获|获得|被评|获评|荣登|入选|入围|捧|摘|蝉联|保持)")
PIECES = frozenset("集期讲回篇辑")
"""What the numbers of a thing that is published in parts count, by as many a year as it likes."""
LETTERS = 6
"""Characters around the number that two clauses without a name between marks must share to count the same thing."""


@dataclass(frozen=True)
class _Nth:
    thing: str
    number: int
    of: str
    """届, 季, what it is published in (集, 期), or 年 where it counts years, one a year by its nature."""
    start: int
    end: int
    clause: str
    claim: bool
    """Whether it boasts of honours (连续七年入选), not of what goes on (连续举办第10年)."""

    @property
    def yearly(self) -> bool:
        """Whether it goes on by one a year."""
        return self.of == "年"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each number of a thing that cannot follow from the one an earlier report gives.

    Made for: “温暖回家路”连续举办第10年, which the report of the year before said already; 第七届“X”读书节 after 第八届.
    《岑阳老话》更新至第102集 after 第110集. Years run on one a year; of editions and seasons one that is lower is wrong, and the same one again is doubted, as is one
    that leaves one out of which the draft tells nothing.
    """
    held = {report.report_year or 0: _nths(report) for report in case.earlier}
    held_now = _nths(case.draft)
    for now in held_now:
        for report in reversed(case.earlier):
            year = report.report_year or 0
            before = [each for each in held[year] if (each.thing, each.of) == (now.thing, now.of)]
            if not before:
                continue
            last = max(before, key=lambda each: each.number)
            due = last.number + case.year - year
            if now.yearly:
                wrong, sure = all(now.number != each.number + case.year - year for each in before), True
            elif now.of in PIECES:
                wrong, sure = now.number <= last.number, now.number < last.number
            else:
                wrong = len(before) == 1 and not last.number < now.number <= max(due, last.number + 1)
                # Two seasons may run in one year, and then the draft tells of both.
                between = {each.number for each in held_now if each.thing == now.thing}
                wrong &= now.of == "届" or now.number <= last.number or now.number - 1 not in between
                sure = now.number < last.number
                if now.of == "季" and now.number == last.number:
                    wrong &= not any(_MADE.search(each.clause) for each in (now, *before))
            if wrong:
                said = case.draft.text[now.start : now.end]
                message = (
                    f"次第与往年接不上：{year}年度报告是“{report.text[last.start : last.end]}”，这里是“{said}”"
                    f"{f'，按年推算应是第{due}年' if now.yearly else ''}。请核对。"
                )
                place = quoted(report, *around(report.text, last.start, last.end, CLAUSE))
                severity = Severity.ERROR if sure else Severity.WARNING
                kind: FindingKind = "unsupported-claim" if now.claim else "number-conflict"
                yield case.finding(kind, severity, message, (now.start, now.end), [place])
            break


def _nths(report: Report) -> list[_Nth]:
    text = report.text
    found = []
    meant = [fact.evidence for fact in report.facts if isinstance(fact, Commitment)]
    for match in _COUNTED.finditer(text):
        if any(place.start <= match.start() < place.end for place in meant):
            # 明年举办首届…: next year's report has it then.
            continue
        said = match["edition"] or match["years"] or match["year"] or match["lasted"] or match["number"]
        number = 1 if match["first"] else chinese_number(said)
        left, right = around(text, *match.span(), CLAUSE)
        begin, end = around(text, *match.span(), SENTENCE)
        if number is None or _OTHER_TIME.search(text[left:right]) or _PRIZE.match(text[match.end() : right]):
            continue
        thing = _thing(text, match, (left, right), (begin, end))
        if thing is not None:
            claim = _HONOUR.match(text, match.end()) is not None
            of = match["of"] or match["piece"] or "年"
            found.append(_Nth(thing, number, of, *match.span(), text[left:right], claim))
    return found


def _thing(text: str, match: re.Match[str], clause: tuple[int, int], sentence: tuple[int, int]) -> str | None:
    """Return what is counted: a name between marks in the clause, else what 第N届 stands before, else the clause itself."""
    if any(mark.start() <= match.start() < mark.end() for mark in MARKED.finditer(text, *sentence)):
        # 《诗画岭川（第三季）》: the name goes on around the number.
        return None
    before, after = text[clause[0] : match.start()], text[match.end() : clause[1]]
    names = [m[m.lastindex or 0] for m in MARKED.finditer(after)] if match["of"] == "届" else []
    names = names[:1] or [m[m.lastindex or 0] for m in MARKED.finditer(before)][-1:]
    if names:
        return f"{names[0]} {match['verb'] or ''}"
    if match["of"] == "届" and (head := _HEAD.match(after)) and len(head[0]) > 3:
        return head[0]
    letters = re.sub(r"[\d\s]", "", before + after)
    return letters if match["of"] is match["piece"] is None and len(letters) >= LETTERS else None
