"""Claims of none at all beside a figure that tells of some: 全年零投诉 beside 有效投诉1件, 有效投诉连续三年为零 after 投诉3件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import number_of
from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.figures import Figure
from search.checking.saying import short

_WHAT = "投诉|停播|事故|退稿|侵权|违规|差错|失误|空播|劣播"
_NONE = re.compile(
    rf"(?P<of>有效|读者|观众|用户|责任|重大|播出)?(?P<first>{_WHAT})(?:率|数|量)?(?:(?:已|已经)?连续(?P<years>[一二三四五六七八九十两\d]{{1,2}})年)?(?:均|都|保持|始终|继续|一直)*(?:为|保持)“?零”?(?!点|\.)"
    rf"|(?:连续(?P<years2>[一二三四五六七八九十两\d]{{1,2}})年)?(?:保持|实现|做到|均|都|继续)*(?:“零”|零)(?P<behind>{_WHAT})(?!率)"
)
_CAUGHT = re.compile(
    "查[处改纠堵出]|拦截|纠正|避免|消除|处置|处理(?!读者|观众|用户)|曝光|报道|维权|监测|打击"
)
"""What is found and mended, or done by others, is none of the house's own."""
_ALL = ("差错", "失误")
"""What nearly always is told of a part (安全播出零差错): only the claim's very words count."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each claim of none where the draft, or a report of one of the years, counts some.

    Made for: 全年实现零投诉 beside 受理有效投诉2件; 有效投诉连续三年为零 after 有效投诉3件. What was found and put right (查改差错98处) is no
    contradiction.
    """
    for match in _NONE.finditer(case.draft.text):
        what = (match["of"] or "") + (match["first"] or match["behind"])
        if what in _ALL:
            continue
        years = int(number_of(match["years"] or match["years2"] or "") or 1)
        told = [(case.year, case.figures)]
        told += [(year, held) for year, held in case.earlier_figures.items() if year > case.year - years]
        for year, held in told:
            some = next((figure for figure in held if _counts(figure, what)), None)
            if some is not None:
                said = "稿中另有" if year == case.year else f"{year}年度报告写着"
                message = (
                    f"“{short(match[0], 24)}”与数字不符：{said}“{short(some.evidence.quote, 30)}”。请核对。"
                )
                evidence = [] if year == case.year else [some.evidence]
                yield case.finding("unsupported-claim", Severity.WARNING, message, match.span(), evidence)
                break


def _counts(told: Figure, what: str) -> bool:
    quote = told.evidence.quote
    counted = re.search(rf"{what}(?:数|量|案件)?(?:共|仅|为|有)?$", re.split(r"[，,；;。]", told.before)[-1])
    ahead = told.after.startswith(what)
    return (
        told.value > 0
        and told.exact
        and told.metric.unit in ("件", "起", "次", "例", "条", "个", "宗", "人次")
        and (counted is not None or ahead)
        and not _CAUGHT.search(quote)
    )
