"""Errors planted into true reports by seeded chance: what `check` must find that nobody wrote for it."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pypinyin import lazy_pinyin

from benchmarks.gold import Record
from benchmarks.names import plain, same_subject
from ingest.report import Column, Duty, Metric, Platform, Report, Work
from search.paragraphs import paragraphs

EACH = 3
"""Errors planted into one report in each way, where it has so many places for them."""


@dataclass(frozen=True)
class Planted:
    """A report's text with one error. `quote` is where it stands, None where something is absent."""

    way: str
    kind: str
    text: str
    quote: str | None
    note: str
    duty: Duty | None = None
    evidence: tuple[str, ...] = ()

    def as_record(self) -> Record:
        """Return the error as the gold would write it."""
        evidence = [{"quote": quote} for quote in self.evidence]
        return {
            "kind": self.kind,
            "quote": self.quote,
            "duty": self.duty,
            "evidence": evidence,
            "note": self.note,
        }


Way = Callable[[Report, Sequence[Report], Record, random.Random], Iterator[Planted]]


def plant(report: Report, past: Sequence[Report], series: Record) -> Iterator[Planted]:
    """Yield the report with one error at a time, the same ones at every call."""
    for way in WAYS:
        chance = random.Random(f"{report.id} {way.__name__}")
        yield from list(way(report, past, series, chance))[:EACH]


def _put(report: Report, start: int, end: int, words: str) -> str:
    return report.text[:start] + words + report.text[end:]


def _around(text: str, start: int, end: int) -> str:
    """Return the clause of ``text`` around a place."""
    while start > 0 and text[start - 1] not in "，。；;！？\n":
        start -= 1
    while end < len(text) and text[end] not in "，。；;！？\n":
        end += 1
    return text[start:end]


def _followed(report: Report, past: Sequence[Report]) -> list[tuple[Metric, int]]:
    """Return the figures that the last report has too, by name, subject and unit, with their place in the text."""
    last = past[-1]
    before = [fact for fact in last.facts if isinstance(fact, Metric)]
    found = []
    for fact in report.facts:
        if not isinstance(fact, Metric) or fact.value < 20:
            continue
        same = [
            other
            for other in before
            if plain(other.name) == plain(fact.name)
            and other.unit == fact.unit
            and (other.subject is None) == (fact.subject is None)
            and same_subject(other.subject, fact.subject, report.media or "")
        ]
        at = report.text.find(fact.text, fact.evidence.start, fact.evidence.end)
        steps = re.search(r"[由从]|累计", fact.evidence.quote)
        if at >= 0 and not steps and len(same) == 1 and 0.5 < fact.value / (same[0].value or 1) < 3:
            found.append((fact, at))
    return found


def slipped_point(
    report: Report, past: Sequence[Report], _: Record, chance: random.Random
) -> Iterator[Planted]:
    """1507件 → 15070件, 16.3万 → 1.63万."""
    places = _followed(report, past)
    chance.shuffle(places)
    for fact, at in places:
        number = re.search(r"\d+(?:\.\d+)?", fact.text)
        if number is None:
            continue
        written = number[0]
        if "." in written:
            whole, rest = written.split(".")
            new = (
                f"{whole}{rest[0]}.{rest[1:]}".rstrip(".")
                if chance.random() < 0.5
                else f"{whole[:-1] or 0}.{whole[-1]}{rest}"
            )
        else:
            new = f"{written}0"
        start = at + number.start()
        text = _put(report, start, start + len(written), new)
        yield Planted(
            "slipped point", "number-jump", text, _around(text, start, start + len(new)), f"was {fact.text}"
        )


def lost_ten_thousand(
    report: Report, past: Sequence[Report], _: Record, chance: random.Random
) -> Iterator[Planted]:
    """3.2万条次 → 3.2条次."""
    places = [(fact, at) for fact, at in _followed(report, past) if "万" in fact.text]
    chance.shuffle(places)
    for fact, at in places:
        start = at + fact.text.index("万")
        text = _put(report, start, start + 1, "")
        yield Planted("lost 万", "number-jump", text, _around(text, at, start), f"was {fact.text}")


def wrong_part(report: Report, _: Sequence[Report], __: Record, chance: random.Random) -> Iterator[Planted]:
    """17件，其中一等奖2件、二等奖6件、三等奖9件 → … 三等奖8件."""
    listed = list(
        re.finditer(r"(\d+)件[^。；\n]{0,12}?其中[^。；\n]*?三等奖(?:各|分别为)?(\d+)件", report.text)
    )
    chance.shuffle(listed)
    for match in listed:
        new = str(int(match[2]) + chance.choice([1, 2, 3]))
        text = _put(report, *match.span(2), new)
        yield Planted(
            "wrong part",
            "number-conflict",
            text,
            text[match.start() : match.start(2) + len(new)],
            f"was {match[2]}",
        )


def wrong_growth(
    report: Report, past: Sequence[Report], _: Record, chance: random.Random
) -> Iterator[Planted]:
    """同比增长15% → 同比增长27%, where the figure that it is counted from is known."""
    known = {year for each in past if (year := each.report_year)}
    found = list(re.finditer(r"(?:同比|较(?:上年|(\d{4})年))(?:增长|下降)(\d+(?:\.\d+)?)%", report.text))
    chance.shuffle(found)
    for match in found:
        since = int(match[1]) if match[1] else (report.report_year or 0) - 1
        clause = _around(report.text, max(0, match.start() - 1), match.end())
        led = re.search(r"\d[^。；\n]{0,8}[，,]$", report.text[max(0, match.start() - 12) : match.start()])
        if since not in known or not led or len(clause) > 40:
            continue
        new = f"{float(match[2]) + chance.choice([7, 12, 20]):g}"
        text = _put(report, *match.span(2), new)
        yield Planted(
            "wrong growth", "number-conflict", text, _around(text, *match.span(2)), f"was {match[2]}%"
        )


def wrong_past(report: Report, past: Sequence[Report], _: Record, chance: random.Random) -> Iterator[Planted]:
    """由8.4万增至13.5万 → 由4.8万增至13.5万, where the last report has the 8.4万."""
    found = list(
        re.finditer(
            r"[由从](?:\d{4}年的|上年的)?(\d[\d.]*)([万亿]?[^\d，。；]{0,3}?)(?:增|升|提|扩)", report.text
        )
    )
    chance.shuffle(found)
    for match in found:
        known = past[-1].report_year == (report.report_year or 0) - 1 and re.search(
            rf"(?<![\d.]){re.escape(match[1] + match[2])}", past[-1].text
        )
        digits = match[1].replace(".", "")
        new = match[1].replace(digits[0], str(int(digits[0]) % 9 + 1), 1)
        if known and len(digits) > 1:
            text = _put(report, *match.span(1), new)
            yield Planted(
                "wrong past figure", "number-conflict", text, _around(text, *match.span(1)), f"was {match[1]}"
            )


def homophone(report: Report, past: Sequence[Report], _: Record, chance: random.Random) -> Iterator[Planted]:
    """《溪上人家》 → 《溪上人佳》: one character of a name that an earlier report has, of the same sound."""
    sounds = _sounds([report, *past])
    names = sorted({_name(fact) for fact in report.facts if isinstance(fact, Work | Column | Platform)})
    names = [name for name in names if 3 <= len(name) <= 12 and any(name in each.text for each in past)]
    chance.shuffle(names)
    for name in names:
        spots = [
            (at, other)
            for at, char in enumerate(name)
            if "一" <= char <= "鿿"
            for other in sounds["".join(lazy_pinyin(char))]
            if other != char
        ]
        if not spots:
            continue
        at, other = chance.choice(spots)
        new = name[:at] + other + name[at + 1 :]
        text = report.text.replace(name, new)
        if all(new not in each.text for each in past):
            yield Planted("homophone in a name", "name-variant", text, new, f"was {name}")


def _name(fact: Any) -> str:
    return str(fact.title if isinstance(fact, Work | Column) else fact.name)


def _sounds(reports: Sequence[Report]) -> dict[str, list[str]]:
    chars = sorted({char for report in reports for char in report.text if "一" <= char <= "鿿"})
    found: dict[str, list[str]] = defaultdict(list)
    for char in chars:
        found["".join(lazy_pinyin(char))].append(char)
    return found


def dropped_chapter(
    report: Report, _: Sequence[Report], __: Record, chance: random.Random
) -> Iterator[Planted]:
    """The report without one of its duties."""
    chapters = [
        s for s in report.sections if s.level == 1 and s.duty not in (None, Duty.PREFACE, Duty.AFTERWORD)
    ]
    chapters = [s for s in chapters if sum(other.duty == s.duty for other in chapters) == 1]
    chance.shuffle(chapters)
    for chapter in chapters:
        text = _put(report, chapter.start, chapter.end, "")
        yield Planted("dropped chapter", "missing-section", text, None, chapter.title, duty=chapter.duty)


def copied_paragraph(
    report: Report, past: Sequence[Report], _: Record, chance: random.Random
) -> Iterator[Planted]:
    """A paragraph of the last report in the place of one of the same chapter, every other time with small changes."""
    mine = [p for p in paragraphs(report) if len(p.text) > 60]
    for nth, old in enumerate(chance.sample(olds, min(EACH, len(olds))) if (olds := _olds(past[-1])) else []):
        place = chance.choice(mine)
        words = old
        if nth % 2:
            words = (
                re.sub(r"全年", "一年来", words, count=1)
                .replace("开展", "组织开展", 1)
                .replace("举办", "组织", 1)
            )
        text = _put(report, place.start, place.end, words)
        yield Planted("copied paragraph", "repeated-text", text, words, "of the last report")


def _olds(report: Report) -> list[str]:
    closing = [s for s in report.sections if s.duty in (Duty.PREFACE, Duty.AFTERWORD)]
    return [
        p.text
        for p in paragraphs(report)
        if 90 < len(p.text) < 400
        and "\t" not in p.text
        and not any(s.start <= p.start < s.end for s in closing)
    ]


def dropped_response(
    report: Report, past: Sequence[Report], series: Record, _: random.Random
) -> Iterator[Planted]:
    """The report without the one answer that it gives to a shortcoming of the last."""
    year = report.report_year
    for item in series["trace"]:
        told = [link for kind in ("responses", "actions") for link in item[kind] if link["year"] == year]
        if item["kind"] != "shortcoming" or item["year"] != past[-1].report_year or len(told) != 1:
            continue
        quote = told[0]["quote"]
        at = report.text.find(quote)
        shared = sum(
            link["quote"] == quote and link["year"] == year
            for other in series["trace"]
            for kind in ("responses", "actions")
            for link in other[kind]
        )
        if at >= 0 and shared == 1:
            text = _put(report, at, at + len(quote), "")
            yield Planted(
                "dropped answer", "unanswered-shortcoming", text, None, quote, evidence=(item["quote"],)
            )


def false_first(
    report: Report, past: Sequence[Report], _: Record, chance: random.Random
) -> Iterator[Planted]:
    """首次推出《X》, where an earlier report has X already."""
    names = sorted({fact.title for each in past for fact in each.facts if isinstance(fact, Column)})
    names = [name for name in names if len(name) > 2]
    ends = [p.end for p in paragraphs(report) if len(p.text) > 60 and p.text.endswith("。")]
    chance.shuffle(names)
    # A report of short paragraphs alone has no place where a sentence more would not stand out.
    for name in names if ends else ():
        at = chance.choice(ends)
        claim = f"这一年，我们首次推出《{name}》"
        text = _put(report, at, at, f"{claim}，受到好评。")
        yield Planted("false first", "unsupported-claim", text, claim, "an earlier report has it")


WAYS: tuple[Way, ...] = (
    slipped_point,
    lost_ten_thousand,
    wrong_part,
    wrong_growth,
    wrong_past,
    homophone,
    dropped_chapter,
    copied_paragraph,
    dropped_response,
    false_first,
)
