"""Events: what happened on a date that the text gives.

A clause with a day or month in which something was done is one event, and so is one with a year (2022年, 去年底) and an
act that happens once (上线, 挂牌, 改版 …); its name is the clause without date and manner: “丝路昌吉”客户端正式上线.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import Date, dates
from ingest.extract.events import forms
from ingest.extract.events.asides import aside, with_bracket
from ingest.extract.events.spans import happening, second_deeds, whole_range
from ingest.reading import Reading
from ingest.report import Event, fact_id
from ingest.sentences import Span


def extract_events(reading: Reading) -> Iterator[Event]:
    """Yield dated happenings, each once.

    Example: ``2024年6月12日“丝路昌吉”客户端正式上线`` → name “丝路昌吉”客户端正式上线, date 2024-06-12.
    """
    seen: dict[tuple[str, str], int] = {}
    found: list[Event] = []
    for name, iso, (start, end) in _told(reading):
        key = (re.sub(r"[\s“”《》，]|正式|全新|成功", "", name), iso)
        evidence = reading.evidence(start, end)
        if key in seen:
            old = found[seen[key]]
            found[seen[key]] = old.model_copy(update={"mentions": (*old.mentions, evidence)})
            continue
        seen[key] = len(found)
        identity = fact_id(reading.report, "event", evidence.start, evidence.end, f"{name}|{iso}")
        found.append(Event(id=identity, evidence=evidence, name=name, date=iso))
    yield from found


def _told(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """Yield every telling of an event: its name, its date and its span."""
    text = reading.text
    for sentence in reading.sentences:
        given = _dates(reading, sentence)
        taken = sentence[0]
        for index, date in enumerate(given):
            if not _counts(reading, date):
                continue
            if index and date.start < taken:
                # 3月至10月: the end of a range
                continue
            ranged = whole_range(text, with_bracket(text, date), sentence[1])
            if ranged is None:
                continue
            date = ranged
            taken = date.end
            stop = next((other.start for other in given[index + 1 :] if other.start >= taken), sentence[1])
            if beside := aside(text, date, sentence):
                start, end, name = beside
                yield name, date.iso, (min(start, date.start), max(end, date.end))
                continue
            span = happening(text, sentence, date, stop)
            if span is None:
                continue
            if (told := event_name(text, date, *span)) is not None:
                yield told, date.iso, (min(span[0], date.start), max(span[1], date.end))
            if "-" in date.iso:
                for place, name in second_deeds(text, date, span[1], stop):
                    yield name, date.iso, place


def _dates(reading: Reading, sentence: Span) -> list[Date]:
    """The dates of a sentence in order, 年初 and 去年底 among them, which are as exact as their year."""
    found = dates(reading.text, reading.year or None, *sentence)
    if not reading.year or not forms.PART_SIGN.search(reading.text, *sentence):
        return found
    for part in forms.PART_OF_YEAR.finditer(reading.text, *sentence):
        if any(date.start < part.end() and part.start() < date.end for date in found):
            continue
        before = [date for date in found if date.end <= part.start()]
        year = reading.year - (part["which"] in {"去", "上"})
        if part["which"] in {"当", "同"} and before:
            year = int(before[-1].iso[:4])
        found.append(Date(part.start(), part.end(), f"{year:04d}"))
    return sorted(found)


def _counts(reading: Reading, date: Date) -> bool:
    """A bare year opens most sentences of a report; it dates an event only with a word of beginning or ending."""
    if reading.year and int(date.iso[:4]) > reading.year:
        # A plan, or when the report was written.
        return False
    bare = reading.text[date.end - 1] in "初底末伊始" or int(date.iso[:4]) == reading.year
    if len(date.iso) > 4 or not reading.year or not bare:
        return True
    return bool(forms.TURNING.match(reading.text, date.end))


def event_name(text: str, date: Date, start: int, end: int) -> str | None:
    """Return the name of the event of ``text[start:end]``: its words without date and manner, None for no event."""
    lead = forms.ALIAS.sub("", text[start : date.start])
    if "分别" in lead or text.startswith("分别", date.end):
        return None
    if re.search(r"[，,]", lead):
        # A clause that only lends its subject: 中心由…组建，于7月26日挂牌 → 中心挂牌.
        subject = re.sub(r"^(?:其|它的)?前身(?:是|为)", "", re.split(r"[，,]", lead)[0])
        lead = forms.AFTER_SUBJECT.split(subject)[0] + re.sub(
            r"[于在自从]$", "", re.split(r"[，,]", lead)[-1]
        )
    lead = re.sub(r"(?:于|在|自|从)\s*$", "", lead)
    name = lead + re.sub(r"^\s*起(?=[一-龥])", "", forms.ALIAS.sub("", text[max(start, date.end) : end]))
    name = forms.LEAD.sub("", re.sub(r"\s", "", name)).strip("，,；;。（()） ")
    approved = forms.APPROVED.match(name)
    name = name[approved.end() if approved else 0 :].lstrip("，,")
    name = re.sub(r"^在?[一-龥“”\d]{0,14}?(?:节|日)(?:当天|之际|到来之际|前后|期间|前夕)?，", "", name)
    name = re.sub(r"(?:于|在|自|从)(?=$|起|，)起?|(?<=[》”])于|(?:于)$", "", name).strip("，,")
    if forms.ONLY_WHEN.search(name):
        return None
    if forms.HAPPENED.fullmatch(name):
        return name
    if forms.AWARDING.search(name):
        return None
    if forms.GENERAL.match(name) or forms.TOO_VAGUE.search(name) or not 3 <= len(name) <= 60:
        return (
            name if re.fullmatch(r"(?:正式)?(?:挂牌|成立|创刊|开播|上线)(?:成立|运行|运营)?", name) else None
        )
    return name
