"""Which clauses tell what happened on a date."""

from __future__ import annotations

import re

from ingest.dates import Date
from ingest.extract.events import forms
from ingest.sentences import Span


def happening(text: str, sentence: Span, date: Date, stop: int) -> Span | None:
    """Return the span of the happening: the date's clause, with the clause before it where that names the subject.

    What follows the next date, at `stop`, is of that one. A day or month is given for what was done then, whatever the
    verb; a bare year opens most sentences of a report, and dates only an act by its name. None: nothing happened.
    """
    if _dates_nothing(text, sentence, date):
        return None
    start = _clause_start(text, date.start, sentence[0])
    lead = _subject_lead(text[start : date.start])
    if forms.ACTED_UPON.match(lead):
        return None
    end = clause_end(text, date.end, stop)
    tail = text[date.end : end]
    said = forms.LEAD.sub("", re.sub(r"\s", "", tail))
    if text[date.end : date.end + 1] == "起" and start > sentence[0] and not forms.HAPPENED.search(tail):
        # 《早安江南》改版为视听同步节目，7月起在视频号同步播出.
        previous = _clause_start(text, start - 1, sentence[0])
        if forms.TURNING.match("，" + text[previous : start - 1]):
            return previous, end
    exact = date.iso.count("-") == 2
    if end < stop and forms.NAMED_DAY.match(tail):
        return date.start, clause_end(text, end + 1, stop)
    if not lead and start > sentence[0] and forms.BEGAN.fullmatch(tail.strip("，, ")):
        # 《江南日报》是市委机关报，1948年6月15日在江口镇创刊: who began stands in the clause before.
        return _clause_start(text, start - 1, sentence[0]), end
    if forms.AFTERMATH.search(said):
        return None
    if forms.SOME_TIME.match(said) or forms.ABOUT_REPORT.search(said):
        return None
    if not exact and befell(text, said, end, stop):
        return None
    only_when = forms.ONLY_WHEN.search(said)
    if exact and len(re.sub(r"[\s，起]", "", tail)) >= 5 and _is_deed(said):
        return (start if lead else date.start), end
    if start > sentence[0] and forms.BEGAN.fullmatch(re.sub(r"[于在自]$", "", lead)):
        # 其前身是《江南农民》杂志社，创办于1985年1月.
        return _clause_start(text, start - 1, sentence[0]), end
    if (lead and forms.FOUNDED_BEFORE.search(text[start : date.start])) or (
        lead and forms.HAPPENED.search(tail) and not only_when
    ):
        return start, end
    if forms.HAPPENED.search(tail) and not only_when:
        if len(forms.LEAD.sub("", tail)) >= 6 or start == sentence[0]:
            return date.start, end
        # 第十届读书节移至线上，9月28日开幕: the subject stands in the clause before.
        return _clause_start(text, start - 1, sentence[0]), end
    if "-" in date.iso and len(lead) + len(said) >= _A_DEED and said and _is_deed(said, month=not exact):
        # 7月，报社开行“荔枝专列”; “爱心送考”改在7月进行
        return (start if lead else date.start), end
    if end < stop and (len(tail.strip()) <= 6 or "-" in date.iso):
        return _in_the_next(text, date, end, stop, bool(said))
    return None


def befell(text: str, said: str, end: int, stop: int) -> bool:
    """Tell whether `said`, a clause that ends at `end`, tells what befell (城南一处仓库失火) and the next one no deed of the house."""
    return bool(forms.BEFELL.search(said)) and not forms.HOUSE_ACTS.search(
        text, end, clause_end(text, end + 1, stop)
    )


_A_DEED = 4
"""Characters that a deed takes at the least."""


def _in_the_next(text: str, date: Date, end: int, stop: int, told: bool) -> Span | None:
    """6月12日，“丝路昌吉”客户端上线; 6月1日起，中心派出…: the deed stands in the clause behind `end`.

    `told`: the date's own clause says something, which is no deed.
    """
    following = clause_end(text, end + 1, stop)
    said = text[end + 1 : following].lstrip("在于")
    if following < stop and (forms.NAMED_DAY.match(said) or forms.APPROVED.fullmatch(said)):
        # 11月8日，在第十七个记者节到来之际，本报表彰…; 2006年8月，经省委批准，组建集团
        following = clause_end(text, following + 1, stop)
    behind = text[end + 1 : following]
    if date.iso.count("-") < 2 and befell(text, behind, following, stop):
        return None
    exact = date.iso.count("-") == 2
    month = "-" in date.iso and not told
    if (exact or month) and len(behind) > _A_DEED and _is_deed(behind, month=not exact):
        return date.start, following
    return (date.start, following) if forms.HAPPENED.search(behind) else None


def whole_range(text: str, date: Date, stop: int) -> Date | None:
    """7月1日|至9月30日举办…: the date with the end of its range, as an event begins on the first day; None for a whole year."""
    after = forms.RANGE_END.match(text, date.end, stop)
    if after is None:
        return date
    if re.match(r"(?:\d{4}年)?1月", text[date.start : date.end]) and "12月" in after.group():
        # 1月至12月: the whole year is no event.
        return None
    return date._replace(end=after.end())


def second_deeds(text: str, date: Date, end: int, stop: int) -> list[tuple[Span, str]]:
    """6月18日，甲中心挂牌，|乙频道同步上线: what began together with the deed that ends at `end`, each with its name."""
    found = []
    while end < stop:
        begin, end = end + 1, clause_end(text, end + 1, stop)
        if forms.AT_ONCE.fullmatch(text, begin, end):
            found.append(((date.start, end), text[begin:end].strip()))
    return found


def _dates_nothing(text: str, sentence: Span, date: Date) -> bool:
    """Tell whether the date is part of a name, a limit, a comparison, a plan, or when others acted."""
    before = text[max(sentence[0], date.start - 4) : date.start]
    if text.rfind("《", sentence[0], date.start) > text.rfind("》", sentence[0], date.start):
        # 《8月12日江南日报一版》: part of a title
        return True
    if before.endswith(("》（", "》(", "”（")) and text[date.end : date.end + 1] in {"）", ")"}:
        # 《A》（5月12日）获奖: when a piece came out.
        return True
    if forms.WON_AFTER.match(text, date.end):
        return True
    if text[date.end : date.end + 1] == "前" or forms.NOT_ON_IT.search(before):
        return True
    if forms.RULE_FROM.match(text, date.end) or forms.MUST_BEFORE.search(before):
        return True
    if text.startswith("图为", sentence[0]) and text.startswith("版面", date.end):
        return True
    if text[date.end : date.end + 1] == "度" and date.iso.count("-") == 0:
        # 2015年度X奖评选揭晓: of which year it is, not when.
        return True
    if re.match(r"(?:底|份|[上中下]旬)?以来", text[date.end : date.end + 5]):
        return True
    if forms.OTHERS_BEFORE.search(text[sentence[0] : date.start]) or forms.OTHERS_ACT.match(text, date.end):
        return True
    return forms.PLANNED.match(text[date.end : date.end + 14]) is not None


def _is_deed(said: str, *, month: bool = False) -> bool:
    """Tell whether `said` tells what was done; of a `month`, only what is neither rule nor service."""
    if month and forms.DRAWN_UP.match(said):
        return False
    return not any(
        form.search(said)
        for form in (
            forms.REPORTED, forms.MEASURED, forms.HONOUR, forms.WENT_WRONG, forms.ONLY_WHEN, forms.IN_THE_COURSE, forms.RECORD,
        )
    )  # fmt: skip


def _subject_lead(lead: str) -> str:
    return "" if forms.TIME_ONLY.match(lead) else lead


def _clause_start(text: str, position: int, floor: int) -> int:
    """The offset at which the clause before `position` begins, `floor` at the least; commas in brackets and titles part none."""
    depth = 0
    while position > floor:
        sign = text[position - 1]
        if sign in "）)〕】》":
            depth += 1
        elif sign in "（(〔【《":
            depth = max(0, depth - 1)
        elif not depth and sign in "，,；;。！？\n" and not _inside_number(text, position - 1):
            break
        position -= 1
    return position


_CLOSED_BY = {"《": "》", "“": "”"}


def clause_end(text: str, position: int, stop: int) -> int:
    """Return where the clause at `position` ends, `stop` at the most (code points); commas in titles and quotations part none."""
    while position < stop and (text[position] not in "，,；;。！？\n" or _inside_number(text, position)):
        closed = text.find(_CLOSED_BY[text[position]], position, stop) if text[position] in _CLOSED_BY else -1
        position = max(position, closed) + 1
    return position


def _inside_number(text: str, at: int) -> bool:
    """投资2,360万元: a comma that parts digits parts no clauses."""
    return text[at] in "，," and text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()
