"""Claims of none at all beside a clause that counts some: 全年零投诉 beside 有效投诉1件, 更正连续三年为零 after 刊登更正1次."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import number_of
from ingest.report import Report
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, around
from search.checking.case import Case, quoted
from search.checking.saying import short

_YEARS = re.compile(
    r"(?:已|已经)?(?:连续(?P<years>[一二三四五六七八九十两\d]{1,2})年(?:来|间)?|(?:近|这)?(?P<since>[两二三四五六七八九\d])年(?:以?来|间|(?<=近.年)))"
)
_NONE = re.compile(
    r"(?P<first>[一-龥\d]{2,18}?)(?:均|都|保持|始终|继续|一直)*(?:为|保持|归)“?零”?(?![点.])"
    r"|(?:“零”|零)(?P<behind>[一-龥]{2,6})"
    r"|(?:从未|未|没有|无)(?:再)?(?:(?:发生|出现|收到|接到|刊发|刊登)过?(?:一[起次件例条则名人]|任何)?|一[起次件例条则名人位])(?P<never>[一-龥]{2,10})"
)
_LEAD = re.compile(
    "^(?:至此|到此|全年|年内|今年|本年度|报社|本报|我台|本台|总台|全台|全社|中心|集团|实现|做到|保持|均|都)+"
)
_SORT = re.compile("的?(?:率|数量?|量|事故|事件|情况|现象|问题|记录)+$")
_LEFT = "离职 辞职 流失 跳槽"
_SHORT = frozenset(f"停播 空播 劣播 侵权 违规 投诉 更正 退稿 中断 {_LEFT}".split())
"""What says enough by itself; of other words four characters must be left without 事故 or 率."""
_MANY = r"(?P<{}>\d[\d.,]*|[一二两三四五六七八九十]+)\s?(?:件|起|次|例|条|个|宗|人次|秒|分钟|小时|篇|幅|处|名|人|则)"
_CAUGHT = re.compile(
    "查[处改纠堵出]|拦截|纠正|避免|消除|处置|处理(?!读者|观众|用户)|曝光|报道|维权|监测|打击|追回|帮助|上年|去年"
)
_HANDLED = re.compile("受理|处[理置]")
"""What is found and mended, done by others or of another year is none of the house's own; but 处理侵权投诉4起 tells of four."""
_ALL = frozenset(("差错", "失误"))
"""What nearly always is told of a part (安全播出零差错)."""
_MENDED = re.compile("更正|致歉|道歉")
_RULE = re.compile("制度|机制|渠道|及时|规定|凡|应当?|须|如有|一旦|要求")
"""What a house does when it was wrong tells that it was, without a number: 次日致歉更正; but not that it has rules for that."""
_NOT = re.compile("没有|未|无|零")
"""没有发生一起版权投诉 counts none."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each claim of none where the draft, or a report of one of the years, counts some.

    Made for: 全年实现零投诉 beside 受理有效投诉2件; 有效投诉连续三年为零 after 有效投诉3件; 连续四年实现全年零停播 after 停播率0.2秒/百小时;
    发射中断事故连续三年为零 after 发射中断1次. What was found and put right (查改差错98处) is no contradiction.
    """
    text = case.draft.text
    for match in _NONE.finditer(text):
        left, _ = around(text, *match.span(), CLAUSE)
        running = _YEARS.search(text, left, match.end())
        since = case.year - int(number_of(running["years"] or running["since"]) or 1 if running else 1)
        words = _words(match, text[left : match.end()])
        for report in (case.draft, *case.earlier):
            year = report.report_year or 0
            some = _some(report, words) if year > since else None
            if some is not None:
                mine = report is case.draft
                evidence = quoted(report, *some)
                span = min(match.start(), running.start() if running else match.start()), match.end()
                said = "稿中另有" if mine else f"{year}年度报告写着"
                message = f"“{short(text[slice(*span)], 24)}”与数字不符：{said}“{short(evidence.quote, 30)}”。请核对。"
                yield case.finding(
                    "unsupported-claim", Severity.WARNING, message, span, [] if mine else [evidence]
                )
                break


def _words(match: re.Match[str], clause: str) -> list[str]:
    """Return how a clause may name what there is said to be none of: 发射中断事故 and 发射中断."""
    what = _LEAD.sub("", _YEARS.sub("", match["first"] or match["behind"] or match["never"]))
    bare = _SORT.sub("", what)
    found = [what] if len(what) > 1 and what not in _ALL else []
    found += [bare] if bare != what and (len(bare) > 3 or bare in _SHORT) else []
    if len(bare) == 4:
        # 投诉查实数 of 收到投诉4件，查实1件.
        found.append(f"{bare[:2]}[^。；\\n查]{{1,12}}?{bare[2:]}")
    if any(what.endswith(word) for word in _LEFT.split()):
        # 无一名骨干离职 after 1人辞职.
        found += [word for word in _LEFT.split() if word not in found]
    if any("事故" in word for word in found) and "播" in clause:
        # 全年安全播出零事故 beside 断电中断播出1次.
        found += ["停播(?!率)", "空播", "劣播", "中断播出", "播出中断"]
    if match["first"] is None:
        # 全年零停播安全播出…: what follows goes on.
        found += [word for word in _SHORT if what.startswith(word) and word not in found]
    return found


def _some(report: Report, words: list[str]) -> tuple[int, int] | None:
    """Return the clause of a report that counts some of what one of the words names."""
    for word in words:
        pattern = rf"{word}(?:率|数量?|量|案件|事故|时[长间])?(?:(?:由|从)[^，。；\n]{{1,8}}?(?=[增减降升]))?(?:共|仅|为|有|了|只|达|累计|合计|[增减降升][到至为])*{_MANY.format('behind')}|{_MANY.format('ahead')}{word}"
        for match in re.finditer(pattern, report.text):
            many = number_of((match["behind"] or match["ahead"]).replace(",", "").rstrip("."))
            span = around(report.text, *match.span(), CLAUSE)
            clause = report.text[slice(*span)]
            caught = _CAUGHT.search(_HANDLED.sub("", clause) if "投诉" in word else clause)
            if many and not caught and not _NOT.search(clause):
                return span
        if (own := _MENDED.search(word)) is not None:
            for match in re.finditer(
                rf"(?:刊登|发布|公开|次日|当[日天]|随即|读者|用户|观众|听众)[^，。；\n]{{0,6}}?{own[0]}",
                report.text,
            ):
                span = around(report.text, *match.span(), CLAUSE)
                if not _NOT.search(clause := report.text[slice(*span)]) and not _RULE.search(clause):
                    return span
    return None
