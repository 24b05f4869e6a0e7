"""Things told as begun this year that an earlier report has by name already: 今年创刊的《银发周刊》, 新开《潮头观察》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Commitment, Shortcoming
from search.answers import Finding, Severity
from search.checking.case import Case, quoted
from search.checking.saying import short

_NEW = re.compile(
    r"(?:新(?:近)?|全新|(?:今年|本年度?|年内)(?:[，,]?[^，。；、\d\n《“]{0,6}?))(?:开[办设辟播]|创[办立设建]|首[创办推]|推出|上线|设立|增设|发起|启动|策划|打造|成立|组建|创[排作演]|编排|排演|拍摄|摄制|制作|出版)(?:了|的)?[^，。；,;、\n《“]{0,10}(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[^，。；、\n]{0,6}"
)
_BEGUN_THEN = re.compile(
    r"(?:(?:今年|本年度?|年内)(?:\d{1,2}月(?:\d{1,2}日)?)?|(?<![年\d])\d{1,2}月(?:\d{1,2}日)?)[，,]?[^，。；、\d\n《“在于从和与及]{0,14}?(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[一-龥]{0,6}?(?P<begun>(?:正式|全新)?(?:开播|创刊|首播|面世|问世|亮相|揭牌|挂牌|成立|诞生|上线|开通|创办|设立))(?=[，。；;\n])"
)
"""今年9月，面向老年读者的《银发周刊》创刊."""
_BEGUN_SINCE = re.compile(
    r"(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[^。；\n《“]{0,20}?(?:今年|本年度?)(?P<begun>(?:开[办设播]|创办|创刊|上线|推出|成立|设立)(?:以来|至今))"
)
"""“水上人家”专版出版48期，今年开设以来好评如潮."""
_FOUNDED = re.compile(
    r"(?P<mark>(?P<name>[一-龥]{4,24}(?:公司|集团|中心|研究院|学院|工作室|基金会|陈列馆|展览馆|博物馆|体验馆|书屋|报告厅|演播厅|实验室|联盟|基地|平台|专线|热线)))(?:于|在)?(?:今年|年内|\d{1,2}月(?:\d{1,2}日)?)?(?P<begun>(?:正式)?(?:挂牌|揭牌|成立|开业|开馆|建成开馆|上线|开通)(?:运[营行作])?)(?=[，。；;\n])"
)
_FOUNDS = re.compile(
    r"(?:成立|组建|设立|建起)了?(?P<mark>(?P<name>[一-龥]{4,20}(?:公司|集团|研究院|工作室|基金会|陈列馆|博物馆|实验室|演播厅|联盟|热线)))(?=[，。；;\n])"
)
"""海隅晚报慈善基金会正式挂牌 after 海隅晚报慈善基金会挂牌运作; 成立短视频工作室 after 短视频工作室挂牌."""
_BEGUN_AT = re.compile(
    r"(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[一-龥]{0,6}?\d{1,2}月(?:\d{1,2}日)?(?P<begun>(?:正式|全新)?(?:开播|创刊|首播|面世|问世|揭牌|挂牌|成立|诞生|上线|开通|创办|设立|与[^，。；\n]{1,6}见面))(?=[，。；;\n])"
)
"""“林草百科”9月正式与公众见面."""
_BEGUN = re.compile(
    r"(?P<mark>[《“](?P<name>[^》”\n]{2,16})[》”])[一-龥]{0,6}?(?:于|在)?(?:今年|本年度?|年内)(?:\d{1,2}月(?:\d{1,2}日)?)?(?P<begun>(?:正式|全新)?(?:开[办设辟播]|创[办立刊设建]|推出|上线|设立|发起|启动|成立|诞生|问世))"
)
"""《潮头观察》栏目今年创办."""
_OTHER = re.compile("第.{1,3}[季届期]|特别|子栏|[版号]|频道|专区|板块|单元|系列|账号|服务|功能")
"""What tells that something of the same name is new only in a form of it."""
BESIDE = 3
"""Characters behind a shorter name that must follow it in the earlier report too."""
FOUNDED = 6
"""One less than the characters of the name of a house that is founded."""
NAMED = 3
"""Characters of a name that is told by itself; a shorter one with what follows it."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name that is told as begun this year and that an earlier report has."""
    for pattern in (_NEW, _BEGUN, _BEGUN_THEN, _BEGUN_AT, _BEGUN_SINCE, _FOUNDED, _FOUNDS):
        for match in pattern.finditer(case.draft.text):
            yield from _new(case, match)


def _new(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """What is told as begun this year and has a name that an earlier report has already."""
    name, mark = match["name"], match["mark"]
    if len(name) < NAMED and mark[0] != "《":
        # “春晖”助学行动: a short name with what follows it.
        mark = case.draft.text[match.start("mark") : match.end("mark") + BESIDE]
    tail = case.draft.text[match.end("mark") : match.end()]
    if other := _OTHER.match(tail):
        # “农民诗选”版: new in that form, unless the earlier report has it so.
        mark = case.draft.text[match.start("mark") : match.end("mark") + other.end()]
    elif match.re is not _BEGUN_SINCE and _OTHER.search(match[0]):
        return
    if match.re in (_FOUNDED, _FOUNDS):
        # 经省民政厅核准海隅晚报慈善基金会: of what stands before a verb the name is the end.
        mark = next(
            (
                mark[at:]
                for at in range(len(mark) - FOUNDED)
                if any(mark[at:] in each.text for each in case.earlier)
            ),
            "",
        )
        name = mark
        if not mark or (case.draft.media or "").endswith(mark):
            return
    end = max(match.end("mark"), match.end("begun") if "begun" in match.re.groupindex else 0)
    said = case.draft.text[match.start() : end]
    for report in case.earlier:
        meant = [fact.evidence for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
        places = [found.start() for found in re.finditer(re.escape(mark), report.text)]
        # What was only promised began later.
        places = [at for at in places if not any(place.start <= at < place.end for place in meant)]
        if places:
            held = quoted(report, places[0], places[0] + len(mark))
            message = (
                f"“{short(said, 24)}”与{report.report_year}年度报告不符：那一年已有“{name}”。"
                "请核对，若是新的版式或形式请写明。"
            )
            yield case.finding("unsupported-claim", Severity.WARNING, message, (match.start(), end), [held])
            return
