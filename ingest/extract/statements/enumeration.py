"""Enumerations of statements: 一是 二是, （1）（2）, 首先 其次, bullets. One item is one statement."""

from __future__ import annotations

import re

from ingest.extract.statements.places import paragraphs
from ingest.reading import Reading
from ingest.sentences import Span, sentences, strip_marks

NUMERALS = "一二三四五六七八九十"
# Enumerators by style. Within one statement list only the style that opens first counts as its enumerator.
_ENUMERATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # 一是坚持内容为王；二是…  其一，…  (not 统一是, 之一是)
    (
        "is",
        re.compile(
            rf"(?<![统之唯第专同单万{NUMERALS}])[{NUMERALS}]{{1,2}}(?:是|要)(?![{NUMERALS}]?否)[，,：:]?\s*"
        ),
    ),
    ("qi", re.compile(rf"其[{NUMERALS}][，,、：:是]\s*")),
    ("di", re.compile(rf"(?<![一-龥])第[{NUMERALS}][，,、：:是]\s*")),
    ("order", re.compile(r"(?:(?<=[。；;\n　 ：:])|^)(?:首先|其次|再次|再者|此外|最后)(?:是)?[，,]?\s*")),
    ("paren-cn", re.compile(rf"[（(][{NUMERALS}]{{1,3}}[)）][、．.]?\s*")),
    ("paren-arabic", re.compile(r"[（(]\d{1,2}[)）][、．.]?\s*|[①-⑳]\s*|(?<![\d.])\d{1,2}[)）]\s*")),
    ("arabic", re.compile(r"(?:(?<=[\n。；;：:　 ])|^)\d{1,2}[、．.](?!\d)\s*")),
    ("cn", re.compile(rf"(?:(?<=[\n。；;：:　 ])|^)[{NUMERALS}]{{1,3}}[、．.]\s*")),
    # ◆加强队伍建设  —— 持续改进文风: bullets count nothing.
    (
        "bullet",
        re.compile(r"(?:(?<=\n)|(?<=\n　)|(?<=\n　　)|^)\s*(?:[●■◆▲★◎○▪•◇□✦➢►]|——|-{1,2}(?=[一-龥]))\s*"),
    ),
)


def _enumerators(text: str, start: int, end: int) -> tuple[str, list[Span]] | None:
    """The enumeration of the earliest-opening style with two or more items (一是, or numbers from 1)."""
    best: tuple[int, str, list[Span]] | None = None
    for name, pattern in _ENUMERATORS:
        marks = [match.span() for match in pattern.finditer(text, start, end)]
        marks = _consecutive(text, marks) if name not in {"order", "bullet"} else marks
        if len(marks) >= 2 and (best is None or marks[0][0] < best[0]):
            best = (marks[0][0], name, marks)
    return None if best is None else (best[1], best[2])


_NUMERAL = re.compile(rf"[{NUMERALS}]{{1,3}}|\d{{1,2}}|[①-⑳]")


def _ordinal(mark: str) -> int | None:
    match = _NUMERAL.search(mark)
    if match is None:
        return None
    raw = match.group()
    if raw.isdigit():
        return int(raw) if raw[0] not in "①②③④⑤⑥⑦⑧⑨⑩" else ord(raw) - ord("①") + 1
    if "①" <= raw <= "⑳":
        return ord(raw) - ord("①") + 1
    if len(raw) == 1:
        return NUMERALS.index(raw) + 1
    return 10 + NUMERALS.index(raw[1]) + 1 if raw[0] == "十" else None


def _consecutive(text: str, marks: list[Span]) -> list[Span]:
    """Keep the marks that count on: 1, 2, 3 …; a new 1 starts a further list (kept), anything else is prose."""
    kept: list[Span] = []
    expected = 1
    for mark in marks:
        number = _ordinal(text[mark[0] : mark[1]])
        if number == expected or (number == 1 and kept):
            kept.append(mark)
            expected = (number or 0) + 1
    return kept


def enumerated(reading: Reading, start: int, end: int) -> list[Span]:
    """Return the items of the enumeration in the span, without enumerator and closing mark; empty without one."""
    found = _enumerators(reading.text, start, end)
    if found is None:
        return []
    text = reading.text
    blocks = paragraphs(reading, start, end)
    _, marks = found
    items = []
    for position, (_, body) in enumerate(marks):
        last = position + 1 == len(marks)
        stop = end if last else marks[position + 1][0]
        within = [(max(low, body), min(high, stop)) for low, high in blocks if low < stop and high > body]
        if not within:
            continue
        if last and len(within) > 1:
            # The last item ends with its paragraph, unless it is a heading with its text below.
            heading_like = within[0][1] - within[0][0] <= 40 and text[within[0][1] - 1] not in "。；;！"
            within = within[: 2 if heading_like else 1]
        item = strip_marks(text, within[0][0], within[-1][1], "；;。，,、 \t\n　")
        items.append(_without_tail(text, *item) if last else item)
    return items


def _without_tail(text: str, start: int, end: int) -> Span:
    """Leave off the closing courtesy that a last item runs into: …。欢迎社会各界监督。"""
    parts = sentences(text, start, end)
    while len(parts) > 1 and re.search(
        r"欢迎.{0,20}监督|敬请|恳请|感谢|^(?:以上|特此)|^20\d{2}年.{0,12}(?:将|我们).{0,6}(?:以|在)",
        text[slice(*parts[-1])],
    ):
        parts.pop()
    return strip_marks(text, parts[0][0], parts[-1][1], "；;。，, \n　") if parts else (start, end)
