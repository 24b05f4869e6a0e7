"""Quoted names (《》, “”, 「」 …) and what each one is: work, column, platform, document or none of these.

Candidates first, judgement second: every quoted span is collected with the words around its group
(《A》《B》等栏目 is one group), each place votes by the cue tables of `ingest.lexicon`, and a name is what
its places say together (`ingest.judged`). So 《主播说三农》播出150期 is a column because another sentence says 栏目.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise

from ingest.genres import genre_before
from ingest.judged import CALLED_COLUMN, Told, judge
from ingest.judged import Judged as Judged
from ingest.judged import Quoted as Quoted
from ingest.judging import UNEXPLAINED, votes_of
from ingest.lexicon import COLUMN_AFTER
from ingest.numerals import chinese_number
from ingest.quoted_words import Kind as Kind
from ingest.quoted_words import Words
from ingest.reading import Reading
from ingest.tabled_titles import tabled_titles
from ingest.title_cues import (
    ACCOUNT_WORDS,
    APP_NAMED,
    BOOK_MARKS,
    CAMPAIGN_AFTER,
    COUNT_IN_BRACKETS,
    JOINER,
    LINK,
    MEDIUM,
    NUMERALS,
    QUOTED,
    RENAMED,
)
from ingest.unmarked import unmarked_columns

_STRAIGHT = re.compile('["＂]')
_COMMA = re.compile("[，,]")
_AS_ACCOUNT = "@"
"""What is added to the key of a name where it is an account's or an app's, and something else in 《》 or with 栏目."""


def _accounts_apart(told: list[Told]) -> list[Told]:
    """抖音号“陇原新闻” beside 《陇原新闻》: the places of the account, where others say that the name is another thing's too."""
    accounts = [
        one
        for one in told
        if one.decided and not one.place.book_marks and one.votes.get(Kind.PLATFORM, 0.0) > UNEXPLAINED
    ]
    others = [
        one
        for one in told
        if one not in accounts
        and not (one.decided and Kind.PLATFORM in one.votes)
        and (one.place.book_marks or one.votes.get(Kind.COLUMN, 0.0) >= CALLED_COLUMN)
    ]
    return accounts if accounts and others else []


_CALLED = 1.0
"""From which worth of its cues on a place calls a name a column."""
_UNSAID = 0.91
"""The most that a name in “” has against it of which nothing is said."""
_BARE = 1.21
"""The most that 《》 and a verb of bringing out (推出《A》) make of a place."""
_SHORT = 6
"""Characters of a name that tells no story."""

_Raw = tuple[int, int, int, int, bool]
"""A quoted span before it is in a run: start, end, inner start, inner end, whether 《》."""


@lru_cache(maxsize=4096)
def title_key(name: str) -> str:
    """Return the form under which two spellings of a title in one report are the same name."""
    key = re.sub(r"[\s　·•・\-—:：,，!！?？“”‘’\"'《》]", "", name).lower()
    key = re.sub(r"(?<=..)系列$", "", key)
    return NUMERALS.sub(lambda match: str(chinese_number(match.group()) or match.group()), key)


class Titles:
    """All quoted names of a report, judged."""

    def __init__(self, reading: Reading) -> None:
        """Collect the quoted spans of the prose of `reading`."""
        self._reading = reading
        self._text = reading.text
        self._tabled = {tabled.span[0]: tabled for tabled in tabled_titles(reading)}
        """What tables list, by where it begins."""

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """Every quoted span of the prose, in order."""
        raw: list[_Raw] = []
        straight: set[_Raw] = set()
        for block in self._reading.prose:
            straight.update(self._straight(block.start, block.end))
            for match in QUOTED.finditer(self._text, block.start, block.end):
                group = match.lastgroup or "a"
                inner = match.span(group)
                raw.append((match.start(), match.end(), *inner, match.group()[0] in BOOK_MARKS))
            raw.extend((*name, *name, False) for name in unmarked_columns(self._text, block.start, block.end))
        cells = [(*each.span, *each.span, True) for each in self._tabled.values() if not each.marked]
        if cells:
            # A word in marks inside a title without marks is part of that title.
            raw = [
                span for span in raw if not any(cell[0] <= span[0] and span[1] <= cell[1] for cell in cells)
            ]
            raw += cells
        # A straight-marked word inside a title is part of that title.
        titles = [span for span in raw if span[4]]
        raw += [s for s in straight if not any(title[0] < s[0] and s[1] < title[1] for title in titles)]
        raw.sort()
        found: list[Quoted] = []
        position = 0
        while position < len(raw):
            last = position
            while last + 1 < len(raw) and self._joined(raw[last], raw[last + 1]):
                last += 1
            for start, end, inner_start, inner_end, book in raw[position : last + 1]:
                found.append(
                    Quoted(
                        start, end, inner_start, inner_end, self._text[inner_start:inner_end].strip(), book,
                        raw[position][0], raw[last][1], self._run_end(raw, last),
                    )
                )  # fmt: skip
            position = last + 1
        return tuple(found)

    def _joined(self, one: _Raw, other: _Raw) -> bool:
        """《A》，《B》等栏目 are one run; “A”，“B”晚会 are two clauses."""
        between = self._text[one[1] : other[0]]
        if not between and one[4] != other[4]:
            # 《启示录》“问海”系列报道: a column and what it carries.
            return False
        if other[4] and not one[4] and self._text[other[1] : other[1] + 2].lstrip("的")[:1] == "“":
            # 《甲报》“甲”、《乙报》“乙”: the next outlet and what it carries.
            return False
        return bool(JOINER.match(between)) and (not _COMMA.search(between) or (one[4] and other[4]))

    def _run_end(self, raw: list[_Raw], last: int) -> int:
        while last + 1 < len(raw) and raw[last][4] and raw[last + 1][4]:
            between = self._text[raw[last][1] : raw[last + 1][0]]
            link = LINK.fullmatch(between)
            if not link or not (
                not link["words"] or MEDIUM.fullmatch(link["words"]) or genre_before(link["words"])
            ):
                break
            last += 1
        return raw[last][1]

    def between(self, start: int, end: int) -> tuple[Quoted, ...]:
        """Return the quoted names that begin in the span (code points)."""
        starts = self._starts
        return self.quoted[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [quoted.start for quoted in self.quoted]

    def _straight(self, start: int, end: int) -> list[_Raw]:
        """Quotations in straight marks, which open and close in turn within one paragraph."""
        marks = [match.start() for match in _STRAIGHT.finditer(self._text, start, end)]
        if len(marks) % 2:
            return []
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return [(low, high + 1, low + 1, high, False) for low, high in pairs if 2 <= high - low <= 51]

    @cached_property
    def told(self) -> dict[str, list[Told]]:
        """Name key → its places with what is said there; an account that is called like another thing has a key of its own."""
        places: dict[str, list[Quoted]] = defaultdict(list)
        for quoted in self.quoted:
            places[title_key(quoted.name)].append(quoted)
        told: dict[str, list[Told]] = {}
        for key, found in places.items():
            if not key:
                continue
            said = [self._told(place) for place in found]
            accounts = _accounts_apart(said) if len(said) > 1 else []
            told[key] = [one for one in said if one not in accounts]
            if accounts:
                told[key + _AS_ACCOUNT] = accounts
        return told

    def _told(self, place: Quoted) -> Told:
        words = self._words(place)
        votes, decided = votes_of(words)
        if tabled := self._tabled.get(place.start):
            kind, worth = (Kind.COLUMN, 3.0) if tabled.column else (Kind.WORK, 1.0)
            votes[kind] = votes.get(kind, 0.0) + worth
        return Told(place, words, votes, decided)

    @cached_property
    def judged(self) -> dict[str, Judged]:
        """Name key → judgement."""
        judged: dict[str, Judged] = {}
        for key, told in self.told.items():
            one = judge(key, told)
            if one.kind in {Kind.WORK, Kind.COLUMN} and self._names_account(one.places):
                one = replace(one, kind=Kind.PLATFORM)
            judged[key] = one
        return self._renamed(self._in_company(judged))

    def _renamed(self, judged: dict[str, Judged]) -> dict[str, Judged]:
        """《老街坊》改名《街坊邻里》, 《实验室》完成转型，并更名为“一刻钟”: what goes on under another name is no piece, and both are one thing."""
        for one, other in pairwise(self.quoted):
            renaming = RENAMED.fullmatch(self._text, one.end, other.start)
            keys = title_key(one.name), title_key(other.name)
            if renaming is None or not all(keys):
                continue
            kinds = {judged[key].kind for key in keys}
            named = renaming["verb"] in {"更名", "改名", "易名"} and not CAMPAIGN_AFTER.match(
                self._text, other.end, other.end + 12
            )
            if kinds <= {Kind.WORK, Kind.NONE, Kind.COLUMN} and (Kind.COLUMN in kinds or named):
                judged |= {key: replace(judged[key], kind=Kind.COLUMN) for key in keys}
        return judged

    def _in_company(self, judged: dict[str, Judged]) -> dict[str, Judged]:
        """《思想的田野》 of 《理论大讲堂》《思想的田野》: what no words make a piece is a column where the names it is listed with are."""
        found = dict(judged)
        for key, one in judged.items():
            bare = one.kind is Kind.WORK and one.score <= _BARE * len(one.places)
            quoted = one.kind is Kind.NONE and (
                one.score <= _UNSAID * len(one.places)
                # 设“校园脉动”“成长树”: what its words call a column is one beside another.
                or all(told.votes.get(Kind.COLUMN, 0.0) >= _CALLED for told in self.told[key])
            )
            if not (bare or quoted) or one.genre or one.won:
                continue
            beside = {
                title_key(other.name)
                for place in one.places
                for other in self.between(place.group_start, place.group_end)
            }
            beside |= {
                title_key(other.name)
                for place in one.places
                if bare and self._opens_part(place) and len(place.name) <= _SHORT
                for other in self.between(*self._reading.sentence_at(place.start))
                if other.book_marks and self._opens_part(other)
            }
            kinds = {
                judged[other].kind for other in beside - {key} if other in judged and not judged[other].won
            }
            if Kind.COLUMN in kinds and not any(judged[other].genre for other in beside if other in judged):
                found[key] = replace(one, kind=Kind.COLUMN)
        return found

    def kind_of(self, name: str) -> Kind:
        """Return what a quoted name is, `Kind.NONE` for an unknown one."""
        judged = self.judged.get(title_key(name))
        return judged.kind if judged else Kind.NONE

    def of_kind(self, kind: Kind) -> list[Judged]:
        """Return the judged names of one kind, in the order of their first place."""
        return sorted((j for j in self.judged.values() if j.kind is kind), key=lambda j: j.places[0].start)

    def _opens_part(self, place: Quoted) -> bool:
        """《追梦人》栏目讲述…；《夕阳正红》关注…: the name opens its sentence or a part of it."""
        before = self._text[max(0, place.start - 1) : place.start]
        return before in {"", "；", "\n", "。"} and place.group_end == place.end

    def _names_account(self, places: Sequence[Quoted]) -> bool:
        """“绿林小护”获评十佳, beside 绿林小护抖音号: an account by its bare name, unless some place calls it a column."""
        name = places[0].name
        if any(place.book_marks or COLUMN_AFTER.match(self._text[place.end :][:8]) for place in places):
            return False
        at = self._text.find(name)
        while at >= 0:
            end = at + len(name)
            if self._text.startswith(ACCOUNT_WORDS, end + self._text.startswith("”", end)):
                return True
            at = self._text.find(name, at + 1)
        return False

    @cached_property
    def _apps(self) -> tuple[str, ...]:
        """The bare names of apps: 看江南 of “看江南”客户端."""
        return tuple({match[1] for match in APP_NAMED.finditer(self._text)})

    def _past_count(self, at: int) -> int:
        """《甲》（52期）、《乙》（24期）|等栏目: behind the bracket that counts the last of a run."""
        counted = COUNT_IN_BRACKETS.match(self._text, at)
        return counted.end() if counted else at

    def _one_of(self, place: Quoted) -> bool:
        """…，其中《A》: one of what was counted before."""
        before = self._text[max(0, place.group_start - 2) : place.group_start]
        return before.endswith(("其中", "，", "；", "一条", "一篇", "一部", "一幅", "一集"))

    def _words(self, place: Quoted) -> Words:
        text = self._text
        start, end = self._reading.sentence_at(place.start)

        def right(at: int, length: int) -> str:
            return text[at : min(max(end, at), at + length)]

        return Words(
            name=place.name,
            mark=text[place.start],
            book=place.book_marks,
            media=self._reading.media,
            before=text[max(start, place.group_start - 20) : place.group_start],
            after=right(self._past_count(place.group_end), 24).lstrip("…"),
            own_before=text[max(start, place.start - 12) : place.start],
            own_after=right(place.end, 17).lstrip(" \t\u3000"),
            run_after=right(place.run_end, 24),
            leads=place.start == place.group_start,
            run=tuple(other.name for other in self.between(place.group_start, place.group_end)),
            opens=text[max(start, place.start - 1) : place.start] in {"", "，", "；", "、"},
            long_after=right(place.end, 44),
            apps=self._apps,
            tabled=self._tabled[place.start].genre if place.start in self._tabled else None,
            counted=text[max(start, place.group_start - 60) : place.group_start]
            if place.book_marks and self._one_of(place)
            else "",
        )
