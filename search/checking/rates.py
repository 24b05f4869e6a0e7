"""What was raised, what was settled of it and what was left: rates and remainders that the counts beside them contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.numbers import Quantity
from ingest.report import Qualifier
from ingest.sentences import sentences
from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.ranges import grain
from search.checking.saying import figure
from search.checking.sums import counts_told

_RATE = re.compile(r"(?P<what>[一-龥]{2})率(?:为|达到?|是|约为|升至|降至|提高到|上升到)?$")
NEAR_RATE = 6.0
"""Percentage points by which a rate may miss two counts of different units to be meant as theirs."""
_REST = re.compile(r"^[，,、；;（(](?:其余|剩余|余下|剩下|另外|尚有|还有|仍有)的?$")
_RAISED = re.compile(
    r"(?:曝光|点名|受理|收到|收集|报送|投[来递]|征集|接[到收手办]|转办|反映|交办|提出|发现|查出|排查|梳理|登记|立档|立案)[一-龥]{0,8}$"
)
_SETTLED = re.compile(
    r"(?:[，,、]|(?=[已均]))(?:已|均|共|全年|当年|年内|年底前|最终)*(?:推动|促成|督促|协调|帮助)?(?:解决|办[结成]|帮成|了结|整改|回复|答复|落实|采[纳用]|[录刊选]用|刊[发登]|销号|处[理置]|化解|办[理复]|转办|回应)[一-龥]{0,6}"
)
_OLDER = re.compile("累计|历年|往年|遗留|结转|上年|去年")

_CAPPED = frozenset(
    "办结 回复 合格 覆盖 体检 持证 整改 满意 签订 签约 参保 出勤 上线 准确 回访 采用 完好 及格 通过".split()
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each rate, and each count of what was settled or left, that the counts beside it contradict.

    Made for: 受理613件，办结558件，办结率为91%; 曝光问题66个，推动解决69个; 问题70个，整改67个，其余5个.
    """
    text = case.draft.text
    for start, end in sentences(text):
        told = counts_told(text, start, end)
        yield from _rates(case, told, start)
        yield from _settled(case, told, start)
        yield from _rest(case, told)


def _rates(case: Case, told: list[Quantity], start: int) -> Iterator[Finding]:
    """Two counts and their rate: 受理613件，办结558件，办结率为91%; and rates over 100%."""
    text = case.draft.text
    for at, rate in enumerate(told):
        named = _RATE.search(text[max(start, rate.start - 10) : rate.start])
        if rate.unit != "%" or named is None:
            continue
        if rate.value > 100 and named["what"] in _CAPPED:
            message = f"{named['what']}率写成{rate.text}，超过了100%。请核对，多半是小数点错位。"
            yield case.finding("number-conflict", Severity.ERROR, message, (rate.start, rate.end))
            continue
        counts = [q for q in told[:at] if q.unit != "%" and q.qualifier is Qualifier.EXACT]
        if len(counts) < 2:
            continue
        whole, done = counts[-2:]
        # 16件，其中15件办结，办结率100%: what was done may stand behind the count.
        lead = text[whole.end : done.start] + text[done.end : done.end + len(named["what"])]
        if named["what"] not in lead or not 0 < done.value <= whole.value:
            continue
        share = 100 * done.value / whole.value
        if whole.unit != done.unit and abs(share - rate.value) > NEAR_RATE:
            # 监督报道60篇，解决问题55个，解决率91.7%: only where the rate is nearly that of the two counts are they meant.
            continue
        if (
            abs(share - rate.value) > 0.55 * (grain(rate.text) or 1) + 0.05
            and rate.qualifier is Qualifier.EXACT
        ):
            message = (
                f"{named['what']}率与前面的数字不符：{figure(done.value, done.unit)}÷{figure(whole.value, whole.unit)}"
                f"≈{share:.1f}%，文中写{rate.text}。请核对这三个数字。"
            )
            yield case.finding("number-conflict", Severity.ERROR, message, (whole.start, rate.end))


def _settled(case: Case, told: list[Quantity], start: int) -> Iterator[Finding]:
    """More settled than there was to settle: 曝光问题66个，推动解决69个."""
    text = case.draft.text
    for whole, done in pairwise(told):
        if whole.unit != done.unit or whole.unit == "%" or not done.value > whole.value:
            continue
        before, between = text[max(start, whole.start - 16) : whole.start], text[whole.end : done.start]
        both = Qualifier.EXACT is whole.qualifier is done.qualifier
        if (
            both
            and _RAISED.search(before)
            and _SETTLED.fullmatch(between)
            and not _OLDER.search(text[start : done.end + 20])
        ):
            message = f"办好的比提出的还多：提出{whole.text}，办好{done.text}。请核对这两个数字；若含往年的，请写明。"
            yield case.finding("number-conflict", Severity.ERROR, message, (whole.start, done.end))


def _rest(case: Case, told: list[Quantity]) -> Iterator[Finding]:
    """What is left of a whole when a part is done: 问题70个，整改67个，其余3个."""
    text = case.draft.text
    for whole, done, rest in zip(told, told[1:], told[2:], strict=False):
        exact = all(each.qualifier is Qualifier.EXACT for each in (whole, done, rest))
        if not exact or len({whole.unit, done.unit, rest.unit}) > 1 or whole.unit == "%":
            continue
        between = text[whole.end : done.start]
        if (
            _REST.match(text[done.end : rest.start])
            and len(between) < 12
            and done.value < whole.value
            and abs(whole.value - done.value - rest.value) > grain(whole.text)
            and rest.value < whole.value
        ):
            message = (
                f"余数与前面的数字不符：{whole.text}减去{done.text}是{figure(whole.value - done.value, whole.unit)}，"
                f"文中写{rest.text}。请核对这三个数字。"
            )
            yield case.finding("number-conflict", Severity.ERROR, message, (whole.start, rest.end))
