"""What a report says of its own growth (同比增长15%), held against the figures of the two years."""

from __future__ import annotations

import re

from ingest.report import Qualifier
from search.questions.naming.catalog import Figure
from search.questions.source import Source
from search.questions.wording import phrasing

_CLAIM = re.compile(
    r"(?:同比|比上年|较上年|比去年|较去年|[较比](?P<year>(?:19|20)\d\d)年)(?:度)?[^，。；;\n\d]{0,6}?"
    r"(?P<way>增长|增加|上升|提高|增幅|上涨|下降|减少|降低|下滑)(?:了|约|近|超过|超)?(?P<percent>\d+(?:\.\d+)?)[%％]"
)
_DOWN = frozenset({"下降", "减少", "降低", "下滑"})
_END = re.compile(r"[。；;！？\n]")


def checked(source: Source, one: Figure, other: Figure) -> list[str]:
    """Return what to say (Chinese) of the growth that the report of `other` states since the year of `one`.

    Looked for in the clause of the later figure and up to the end of its sentence. Empty where nothing is stated, or of another year.
    """
    text = source.report(other.evidence.report).text
    start = text.find(other.text, other.evidence.start) + len(other.text)
    end = _END.search(text, max(start, other.evidence.end))
    claim = _CLAIM.search(text[start : end.start() if end else len(text)])
    if claim is None or not one.value:
        return []
    since = int(claim["year"]) if claim["year"] else other.year - 1
    if since != one.year:
        return []
    stated = float(claim["percent"]) * (-1 if claim["way"] in _DOWN else 1)
    worked_out = (other.value - one.value) / one.value * 100
    decimals = len(claim["percent"].partition(".")[2])
    exact = one.qualifier == other.qualifier == Qualifier.EXACT
    # Figures written in 万 are rounded themselves; what is hedged may be off by more.
    near = 10.0**-decimals if exact else max(2.0, abs(worked_out) * 0.1)
    words = f"报告自述“{claim[0]}”"
    if abs(stated - worked_out) <= near:
        return [f"{words}，与两年的数字相符"]
    return [f"{words}，按两年的数字计算为{phrasing.plain(round(worked_out, 1))}%，不相符"]
