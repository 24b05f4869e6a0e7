"""First honours of a rank that an earlier report has already: 这是她首次获得省级荣誉, 实现国家级奖项零的突破."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Award, Evidence, Report
from ingest.sentences import clauses
from search.answers import Finding, Severity
from search.checking.aired import NARROW
from search.checking.around import MARKED, SENTENCE, around
from search.checking.case import Case, quoted
from search.checking.persons import persons
from search.checking.saying import short

_RANK = r"(?P<rank>国家级|中央级|全国性|省部级|省级|自治区级|市级|州级)(?:以上)?[一-龥]{0,6}?(?:荣誉|奖项?|大奖|表彰|称号)"
_FIRST = (
    re.compile(rf"(?:首次|第一次|首度)(?:获得|荣获|获|摘得|斩获|拿到|捧回|捧得|拿下|收获)?了?{_RANK}"),
    re.compile(
        r"(?:首次|第一次|首度)在(?P<rank>国家级|全国性|全国|省部级|省级|市级|州级)(?:以上)?的?[一-龥]{0,6}?(?:评奖|评选|评比|评审|大赛|比赛|竞赛|赛事|奖项)(?:活动)?(?:中|上|里)?(?:获|夺|摘|折桂|有斩获|拿)"
    ),
    re.compile(rf"(?:实现|取得)?了?[一-龥]{{0,6}}?{_RANK}[一-龥]{{0,4}}?“?零”?的?突破"),
)
_OF = {
    "国家级": "全国|中国|国家级|国家[一-龥]{1,6}局",
    "中央级": "全国|中国|国家级",
    "全国性": "全国|中国",
    "全国": "全国|中国",
    "省部级": "全省|[一-龥]{2}省|省级|自治区|全国",
    "省级": "全省|[一-龥]{2}省|省级|^省|省[一-龥]{1,8}(?:奖|工作者|个人|记者)",
    "自治区级": "全区|自治区",
    "市级": "全市|市级|[一-龥]市|^市",
    "州级": "全州|州级|[一-龥]州|^州",
}
"""What tells that an honour is of a rank."""
_WON = re.compile("[获夺摘捧]|被评为|当选|入选|授予")
_NOMINATED = re.compile("提名|入围|推荐|初评|参评")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each first honour of a rank where an earlier report tells of one of the same person, or of the house.

    Made for: 记者汪若冰获评…，这是她首次获得省级荣誉 after 记者汪若冰获评淮东省优秀记者; 实现国家级奖项零的突破 after a 中国新闻奖. What only one
    sort of work won for the first time is held against that sort.
    """
    if not case.earlier:
        return
    text = case.draft.text
    for pattern in _FIRST:
        for match in pattern.finditer(text):
            left, _ = around(text, *match.span(), SENTENCE)
            before = text[left : match.start()]
            people = [name for name, start, _ in persons(case.draft) if left <= start < match.start()]
            ours = "".join(re.split("[，,]", before)[-1:])
            mine = (
                people[-1:] if re.search("[她他其]|个人|本人", ours) or ours.endswith(tuple(people)) else []
            )
            narrow = set(NARROW.findall(MARKED.sub("", before[-40:] + match[0])))
            for report in case.earlier:
                held = (
                    _person(report, mine[0], match["rank"]) if mine else _house(report, match["rank"], narrow)
                )
                if held is not None:
                    message = (
                        f"“{short(match[0], 24)}”与{held.year}年度报告不符：那一年已有“{short(held.quote, 36)}”。"
                        "请核对，或改掉“首次”。"
                    )
                    yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [held])
                    break


def _person(report: Report, name: str, rank: str) -> Evidence | None:
    for start, end in clauses(report.text, 0, len(report.text), "，,；;。！？\n"):
        clause = report.text[start:end]
        if (
            name in clause
            and _WON.search(clause)
            and re.search(_OF[rank], clause)
            and not _NOMINATED.search(clause)
        ):
            return quoted(report, start, end)
    return None


def _house(report: Report, rank: str, narrow: set[str]) -> Evidence | None:
    for fact in report.facts:
        if isinstance(fact, Award) and re.search(_OF[rank], fact.award):
            quote = fact.evidence.quote
            if not _NOMINATED.search(quote) and all(word in quote for word in narrow):
                return fact.evidence
    return None
