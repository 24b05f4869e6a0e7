"""Text that the draft takes over from an earlier report, word for word or nearly so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from ingest.report import Duty, Report
from ingest.sentences import sentences
from search.answers import Finding, Severity
from search.checking.around import MARKED
from search.checking.case import Case, quoted
from search.checking.saying import short
from search.checking.unchanged import YEAR_HOURS
from search.paragraphs import paragraphs

SHINGLE = 3
"""Characters of the pieces that two texts must share."""
LIKE = 0.6
"""The share of a sentence's pieces in one earlier sentence or two that makes it taken over: every tenth character
exchanged takes three pieces away each time."""
SHORTEST = 8
"""Letters of a sentence: a shorter one is a set phrase."""
ENOUGH = 34
"""Letters taken over in one run from which on it is told; set phrases of the genre are shorter."""
ENOUGH_STALE = {1: 20, 2: 16, 3: 10}
"""The same where all its figures are those of the earlier year, by how many they are."""
OWN_WORDS = 0.5
"""The share of its letters that a sentence must have outside of names for these to count."""
LONG = 2
"""Digits of a figure that says as much as two: few of more stay by chance."""
WORDY = 40
"""Letters for each new figure from which on a sentence is last year's words, one number apart, not last year's form filled in."""
_DIGITS = re.compile(r"\d[\d,.]*")
_TITLE = re.compile(r"《[^《》\n]{2,30}》")
_SAYING = re.compile("[，,、；]")
"""What a saying between marks has and a name has not: “谁采访、谁负责”."""
_CONSTANT = frozenset(map(str, (100, 365, 366, 24, 12, 52, *YEAR_HOURS)))
_CLAUSE = re.compile("[，,；;]")
_LISTED = re.compile(
    "(?:电视台|电台|频道|频率|[日晚都早时]报|数字报|新闻网|网站|客户端|公众号|抖音号|视频号|快手号|微博)[》”]?(?=[、，及和与])"
)
LISTED = 3
"""Outlets that a sentence lists to be the house's profile."""
_STANDING = re.compile(r"概况|简介|理念|沿革|介绍|基本情况|传播平台")
"""Headings of text that rightly stays as it is from year to year: what the media is, what it believes in."""


@dataclass
class _Sentence:
    start: int
    end: int
    letters: str
    paragraph: int
    standing: bool
    pieces: frozenset[str] = field(default=frozenset())
    digits: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    raw: str = ""


@dataclass
class _Taken:
    now: _Sentence
    before: list[_Sentence]
    share: float
    report: Report


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each run of sentences that an earlier report has word for word or nearly so.

    A sentence whose figures are all new is an update of the old one and no repetition; neither is what stays by its nature
    (the media's profile, its creed), which is told as a remark.
    """
    now = _sentences(case.draft)
    taken: dict[int, _Taken] = {}
    for report in reversed(case.earlier):
        index = _Index(_sentences(report))
        for at, sentence in enumerate(now):
            if at in taken:
                continue
            share, sources = index.nearest(sentence)
            if share >= LIKE and not _updated(sentence, sources):
                taken[at] = _Taken(sentence, sources, share, report)
            elif sources and (part := _part(case, sentence, sources)) is not None:
                taken[at] = _Taken(part, sources, 1.0, report)
    yield from (_finding(case, run) for run in _runs(taken) if _counts(run))


def _sentences(report: Report) -> list[_Sentence]:
    found = []
    for number, paragraph in enumerate(paragraphs(report)):
        sections = [at for at in report.sections if at.start <= paragraph.start < at.end]
        standing = any(_STANDING.search(at.title) for at in sections[-1:]) or (
            len(sections) == 1 and sections[0].duty is Duty.PREFACE
        )
        standing |= not sections and bool(report.sections)
        for start, end in sentences(report.text, paragraph.start, paragraph.end):
            raw = report.text[start:end]
            listing = standing or len(_LISTED.findall(raw)) >= LISTED
            # Names are what they are from year to year: a list of outlets is no text taken over; a quoted saying is one.
            named = MARKED.sub(lambda match: match[0] if _SAYING.search(match[0]) else "", raw)
            letters = "".join(c for c in named if c.isalnum() and not c.isdigit())
            if len(letters) >= SHORTEST:
                pieces = frozenset(letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1))
                digits = tuple(_DIGITS.findall(raw))
                titles = tuple(_TITLE.findall(raw))
                found.append(
                    _Sentence(start, end, letters, number, listing, pieces, digits, titles, raw.strip())
                )
    return found


class _Index:
    """The sentences of one earlier report, found by their pieces."""

    def __init__(self, held: list[_Sentence]) -> None:
        self._held = held
        self._by_piece: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(held):
            for piece in sentence.pieces:
                self._by_piece[piece].append(at)

    def nearest(self, sentence: _Sentence) -> tuple[float, list[_Sentence]]:
        """Return which share of a sentence's pieces the best sentence has, together with its neighbour where that adds some."""
        shared: dict[int, int] = defaultdict(int)
        for piece in sentence.pieces:
            for at in self._by_piece.get(piece, ()):
                shared[at] += 1
        if not shared:
            return 0.0, []
        best = max(shared, key=lambda at: (shared[at], -at))
        sources = [self._held[best]]
        covered = sentence.pieces & self._held[best].pieces
        for beside in (best - 1, best + 1):
            if shared.get(beside, 0) >= 0.2 * len(sentence.pieces):
                sources.append(self._held[beside])
                covered |= sentence.pieces & self._held[beside].pieces
        return len(covered) / len(sentence.pieces), sorted(sources, key=lambda each: each.start)


def _updated(sentence: _Sentence, sources: list[_Sentence]) -> bool:
    """Tell whether a sentence only keeps the form of the old one: it has new figures or titles, and no fewer than old ones.

    Small numbers and those of the calendar (播出365期, 7×24小时, 100%) stay as they are from year to year and tell nothing.
    """
    old = {digit for source in sources for digit in source.digits}
    named = {title for source in sources for title in source.titles}
    new = sum(digit not in old for digit in sentence.digits)
    new += sum(title not in named for title in sentence.titles)
    # A long figure that stays says as much as two.
    kept = sum(
        1 + (len(digit.replace(".", "").rstrip("0")) > LONG)
        for digit in sentence.digits
        if digit in old and digit not in _CONSTANT and len(digit.replace(".", "")) > 1
    )
    return new > 0 and new >= kept and len(sentence.letters) < WORDY * new


def _part(case: Case, sentence: _Sentence, sources: list[_Sentence]) -> _Sentence | None:
    """Return the clauses of a sentence that an earlier one has word for word, with a long figure that only that report has.

    Made for: 推广小分队赶场摆摊187次，扫码送洗衣液、送春联，微信粉丝增至20.3万, of which the beginning is that of the year before last.
    """
    text, source = sentence.raw, max(sources, key=lambda each: len(each.pieces & sentence.pieces)).raw
    same = SequenceMatcher(None, text, source, autojunk=False).find_longest_match()
    ends = [0, *(mark.end() for mark in _CLAUSE.finditer(text)), len(text)]
    begin = min((at for at in ends if at >= same.a), default=len(text))
    stop = max((at for at in ends if at <= same.a + same.size + 1), default=0)
    part = text[begin:stop].rstrip("，,；;。")
    letters = "".join(c for c in MARKED.sub("", part) if c.isalnum() and not c.isdigit())
    telling = {
        digit
        for digit in _DIGITS.findall(part)
        if digit not in _CONSTANT
        and len(digit.replace(".", "").rstrip("0")) > LONG
        and sum(digit in report.text for report in case.earlier) == 1
    }
    if not telling or part not in source or len(letters) < ENOUGH_STALE[2]:
        return None
    start = case.draft.text.find(part, sentence.start)
    pieces = frozenset(letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1))
    digits = tuple(_DIGITS.findall(part))
    return replace(
        sentence, start=start, end=start + len(part), letters=letters, pieces=pieces, digits=digits, raw=part
    )


def _runs(taken: dict[int, _Taken]) -> Iterator[list[_Taken]]:
    """Yield the sentences taken over that stand together in one paragraph, one new sentence between them or none, and come
    from one report."""
    run: list[_Taken] = []
    last = -2
    for at in sorted(taken):
        each = taken[at]
        if run and (
            at > last + 2
            or each.report.id != run[-1].report.id
            or each.now.paragraph != run[-1].now.paragraph
        ):
            yield run
            run = []
        run.append(each)
        last = at
    if run:
        yield run


def _letters(run: list[_Taken]) -> int:
    return sum(len(each.now.letters) for each in run)


def _whole(run: list[_Taken]) -> int:
    """Return the letters of the sentences that stand word for word in the earlier report, the names between marks with them.

    Made for: 制定《采编人员职务行为“十不准”》，整治“有偿删帖”“以稿谋私”等突出问题. A list of names, with few words of its own, is none.
    """
    same = [each.now for each in run if each.now.raw in each.report.text]
    full = [sum(char.isalnum() and not char.isdigit() for char in each.raw) for each in same]
    return sum(
        letters for each, letters in zip(same, full, strict=True) if len(each.letters) >= OWN_WORDS * letters
    )


def _counts(run: list[_Taken]) -> bool:
    kept = [digit for each in run for digit in each.now.digits]
    old = {digit for each in run for source in each.before for digit in source.digits}
    telling = {digit for digit in kept if digit not in _CONSTANT and len(digit) > 1}
    stale = len(telling) if old.issuperset(kept) else 0
    if stale == 1 and len(set(kept) - {"0"}) > 1:
        # 培训33次，座谈会6次: the small figure beside it is the old one too.
        stale = 2
    if stale == 1 and any(len(digit.replace(".", "")) > LONG for digit in telling):
        stale = 2
    return max(_letters(run), _whole(run)) >= ENOUGH_STALE.get(min(stale, max(ENOUGH_STALE)), ENOUGH)


def _finding(case: Case, run: list[_Taken]) -> Finding:
    start, end = run[0].now.start, run[-1].now.end
    sources = [source for each in run for source in each.before]
    evidence = quoted(run[0].report, min(s.start for s in sources), max(s.end for s in sources))
    letters = max(_letters(run), _whole(run))
    share = sum(each.share * len(each.now.letters) for each in run) / _letters(run)
    digits = [digit for each in run for digit in each.now.digits]
    kept = [digit for digit in digits if any(digit in source.digits for source in sources)]
    stale = f"，其中数字{'、'.join(dict.fromkeys(kept[:4]))}也与当年相同" if kept else ""
    standing = all(each.now.standing and all(source.standing for source in each.before) for each in run)
    section = evidence.section[-1] if evidence.section else "正文"
    message = (
        f"与{evidence.year}年度报告“{short(section, 16)}”一段雷同：约{letters}字，{100 * share:.0f}%相同{stale}。"
        + ("这类介绍可以沿用，请确认仍然属实。" if standing else "请改写成今年的做法和数字。")
    )
    told = Severity.INFO if standing else Severity.WARNING
    return case.finding("repeated-text", told, message, (start, end), [evidence])
