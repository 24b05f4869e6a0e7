"""Quoted names (《》, “”, 「」 …) and what each one is: work, column, platform, document or none of these.

Candidates first, judgement second: every quoted span is collected with the words around its group
(《A》《B》等栏目 is one group), each place votes by the cue tables of `ingest.lexicon`, and a name is what
its places say together. So 《主播说三农》播出150期 is a column because another sentence says 栏目.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from ingest.genres import VAGUE_GENRES, genre_after, genre_before
from ingest.lexicon import (
    COLUMN_AFTER,
    COLUMN_BEFORE,
    COLUMN_LIFE_AFTER,
    DOCUMENT_BEFORE,
    DOCUMENT_INSIDE,
    HONOUR_VERBS,
    MAGAZINE_INSIDE,
    NEWSPAPER_INSIDE,
    OPENED_BEFORE,
    PROGRAMME_AFTER,
    PROGRAMME_NAME,
)
from ingest.numbers import chinese_number
from ingest.reading import Reading
from ingest.title_cues import (
    ACCOUNT_BEFORE,
    BOOK_MARKS,
    BRINGS_OUT_AFTER,
    CAMPAIGN_AFTER,
    CHANNEL_BEFORE,
    COLUMN_PRIZE,
    FILLED_AFTER,
    FILLED_BY_COUNT,
    ISSUES_AFTER,
    JOINER,
    LEVEL_AFTER,
    LINK,
    MEDIUM,
    NUMERALS,
    OTHERS_COLUMN_AFTER,
    OTHERS_PIECE_AFTER,
    OTHERS_PIECE_BEFORE,
    OTHERS_PROGRAMME_BEFORE,
    OTHERS_PROGRAMMES,
    OUTLET_BEFORE,
    PAGES_AFTER,
    PAPER_KIND_AFTER,
    PAPER_LIFE,
    PIECES_AFTER,
    PLATFORM_AFTER,
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    PUBLISHES_AFTER,
    QUOTED,
    SEPARATE_WEEKLY,
    THRESHOLD,
    WON_AFTER,
)


def _short_form(name: str, media: str) -> bool:
    """Tell whether `name` is `media` with characters left out: 东江网 of 东江新闻网."""
    rest = iter(media)
    return name[:2] == media[:2] and len(name) < len(media) and all(char in rest for char in name)


class Kind(StrEnum):
    """What a quoted name is."""

    WORK = "work"
    COLUMN = "column"
    PLATFORM = "platform"
    DOCUMENT = "document"
    NONE = "none"


@dataclass(frozen=True)
class Quoted:
    """One quoted span. `start`/`end` include the marks, `inner_*` do not; code points."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    name: str
    book_marks: bool
    """《》 and their like, the usual marks of a title; “” are used for slogans too."""
    group_start: int
    group_end: int
    """The run of quoted spans, joined by 、和 or nothing, that this one stands in."""
    run_end: int = 0
    """Where the enumeration ends that goes on over words for genres: 广播《A》、电视《B》、H5《C》."""


@dataclass(frozen=True)
class Judged:
    """A name with all its places and what they make it."""

    key: str
    kind: Kind
    score: float
    places: tuple[Quoted, ...]
    genre: str | None
    won: bool
    """Some place says that it won an honour."""


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

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """Every quoted span of the prose, in order."""
        raw: list[tuple[int, int, int, int, bool]] = []
        for block in self._reading.prose:
            raw.extend(self._straight(block.start, block.end))
            for match in QUOTED.finditer(self._text, block.start, block.end):
                group = match.lastgroup or "a"
                inner = match.span(group)
                raw.append((match.start(), match.end(), *inner, match.group()[0] in BOOK_MARKS))
        raw.sort()
        # A straight-marked word inside a title is part of that title.
        raw = [span for span in raw if not any(o[0] < span[0] and span[1] < o[1] for o in raw if o[4])]
        found: list[Quoted] = []
        position = 0
        while position < len(raw):
            last = position
            while last + 1 < len(raw) and JOINER.match(self._text[raw[last][1] : raw[last + 1][0]]):
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

    def _run_end(self, raw: list[tuple[int, int, int, int, bool]], last: int) -> int:
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

    def _straight(self, start: int, end: int) -> list[tuple[int, int, int, int, bool]]:
        """Quotations in straight marks, which open and close in turn within one paragraph."""
        marks = [match.start() for match in re.finditer('["＂]', self._text[start:end])]
        if len(marks) % 2:
            return []
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return [
            (start + low, start + high + 1, start + low + 1, start + high, False)
            for low, high in pairs
            if 2 <= high - low <= 51
        ]

    @cached_property
    def judged(self) -> dict[str, Judged]:
        """Name key → judgement."""
        places: dict[str, list[Quoted]] = defaultdict(list)
        for quoted in self.quoted:
            places[title_key(quoted.name)].append(quoted)
        return {key: self._judge(key, found) for key, found in places.items() if key}

    def kind_of(self, name: str) -> Kind:
        """Return what a quoted name is, `Kind.NONE` for an unknown one."""
        judged = self.judged.get(title_key(name))
        return judged.kind if judged else Kind.NONE

    def of_kind(self, kind: Kind) -> list[Judged]:
        """Return the judged names of one kind, in the order of their first place."""
        return sorted((j for j in self.judged.values() if j.kind is kind), key=lambda j: j.places[0].start)

    def _judge(self, key: str, places: list[Quoted]) -> Judged:
        votes: dict[Kind, float] = defaultdict(float)
        genres: list[str] = []
        won = False
        for place in places:
            genre, place_won = self._vote(place, votes)
            won = won or place_won
            if genre and genre not in VAGUE_GENRES:
                genres.append(genre)
        votes[Kind.NONE] += 0.4
        kind = max(votes, key=lambda kind: votes[kind])
        return Judged(key, kind, votes[kind], tuple(places), genres[0] if genres else None, won)

    def _vote(self, place: Quoted, votes: dict[Kind, float]) -> tuple[str | None, bool]:
        text, name = self._text, place.name
        sentence_start, sentence_end = self._reading.sentence_at(place.start)
        before = text[max(sentence_start, place.group_start - 20) : place.group_start]
        after = text[place.group_end : min(max(sentence_end, place.group_end), place.group_end + 24)]
        own_before = text[max(sentence_start, place.start - 12) : place.start]
        own_after = text[place.end : min(max(sentence_end, place.end), place.end + 16)]
        genre: str | None = None
        before_votes = sum(votes.values())
        if THRESHOLD.fullmatch(name):
            # “10万+”作品29篇: a mark that pieces reach, no title.
            votes[Kind.NONE] += 6
            return None, False
        if "：" in name and "报" in name:
            # “来源：青山日报”: a form of words.
            votes[Kind.NONE] += 6
            return None, False
        own_paper = re.fullmatch(r"[一-龥]{2,5}报", name) and name[:2] == self._reading.media[:2]
        own_site = not place.book_marks and re.fullmatch(r"[一-龥]{3,10}(?:网|手机报)", name)
        if own_paper or own_site:
            votes[Kind.PLATFORM] += 5
            return None, False
        if NEWSPAPER_INSIDE.search(name) and len(name) <= 14:
            votes[Kind.PLATFORM] += 5
            return None, False
        if self._text[place.start] in "#＃":
            # #两会替我问一句#: a topic on a social platform.
            votes[Kind.COLUMN] += 1.5
            return None, False
        if not place.book_marks and ACCOUNT_BEFORE.search(own_before) and not COLUMN_AFTER.match(own_after):
            # 抖音号“江南新闻”
            votes[Kind.PLATFORM] += 5
            return None, False
        paper = re.search(r"报", self._reading.media)
        if (
            name.endswith("周刊")
            and paper
            and not SEPARATE_WEEKLY.search(own_before + "|" + own_after)
            and "杂志" not in own_after[:3] + own_before[-4:]
        ):
            # A weekly inside a newspaper is a column of it.
            votes[Kind.COLUMN] += 3
            return None, False
        if re.match(r"(?:等)?\d*[种份]?(?:期刊|杂志|报纸)", after):
            votes[Kind.PLATFORM] += 5
            return None, False
        outlet = PLATFORM_AFTER.match(own_after)
        if outlet and outlet.group().endswith("频道") and not re.search(r"台|广电|广播", self._reading.media):
            votes[Kind.COLUMN] += 2
            return None, False
        if MAGAZINE_INSIDE.search(name) or outlet:
            votes[Kind.PLATFORM] += 5
            return None, False
        if name != self._reading.media and len(name) >= 2 and _short_form(name, self._reading.media):
            # “东江网”: the media's own short name.
            votes[Kind.NONE] += 6
            return None, False
        if re.match(r"双?月刊|半月刊|季刊|旬刊", own_after):
            votes[Kind.PLATFORM] += 5
            return None, False
        if place.book_marks and (
            PAPER_KIND_AFTER.match(own_after)
            or (name.endswith("报") and PAPER_LIFE.search(own_before + "|" + own_after))
        ):
            # 1957年创办的《水力报》, 《水力报》停刊
            votes[Kind.PLATFORM] += 5
            return None, False
        if paper and re.match(r"周刊|副刊", own_after):
            votes[Kind.COLUMN] += 3
            return None, False
        if re.match(r"[一-龥]{0,2}版(?=[刊推开发全，。逢以为共每])", own_after):
            # 《三农调查》版刊发监督稿27篇
            votes[Kind.COLUMN] += 2
        if not place.book_marks and (
            len(name) < 2 or re.search(r"(?:严禁|杜绝|抵制|防止|反对|拒绝|应急广播|克服)$", own_before)
        ):
            votes[Kind.NONE] += 3
            return None, False
        if DOCUMENT_INSIDE.search(name) and place.book_marks:
            votes[Kind.DOCUMENT] += 2
        if place.book_marks and DOCUMENT_BEFORE.search(own_before):
            votes[Kind.DOCUMENT] += 0.8
        column = False
        if OTHERS_COLUMN_AFTER.match(after):
            # “学习进行时”等央媒重点栏目
            votes[Kind.NONE] += 4
            return None, False
        run_after = text[place.run_end : min(max(sentence_end, place.run_end), place.run_end + 24)]
        won = bool(place.book_marks and LEVEL_AFTER.match(own_after)) or any(
            WON_AFTER.match(words) for words in (after, own_after, run_after)
        )
        pieces = PIECES_AFTER.match(run_after) is not None
        if (won and re.search(r"节目$", own_before) and not COLUMN_PRIZE.match(run_after)) or pieces:
            # 电视对农节目《A》等获一等奖, 节目《B》等17件作品: pieces of a programme genre.
            votes[Kind.WORK] += 2
        elif COLUMN_AFTER.match(after) or COLUMN_BEFORE.search(own_before) or COLUMN_BEFORE.search(before):
            votes[Kind.COLUMN] += 2
            column = True
        elif (PROGRAMME_AFTER.match(after) and not re.match(r"^(?:等)?特别节目", after)) or re.search(
            r"(?<!特别)(?<!文艺)(?<!公益)节目$", before
        ):
            votes[Kind.COLUMN] += 1.6
        elif COLUMN_LIFE_AFTER.match(own_after) or PUBLISHES_AFTER.match(own_after):
            votes[Kind.COLUMN] += 1.3
        if re.search(r"(?:头版|[一二三四]版|要闻版|副版|版面)$", own_before) and not place.book_marks:
            votes[Kind.COLUMN] += 1.2
        if CHANNEL_BEFORE.search(own_before) and not genre_before(own_before) and not won:
            votes[Kind.COLUMN] += 1.2
        if OTHERS_PROGRAMME_BEFORE.search(own_before) or name in OTHERS_PROGRAMMES:
            votes[Kind.NONE] += 4
        programme = PROGRAMME_NAME.search(name) is not None and len(name) <= 10
        opens = text[max(sentence_start, place.start - 1) : place.start] in {"", "，", "；", "、"}
        named_so = place.book_marks or (
            opens
            and not re.search(r"讲堂|论坛|沙龙|俱乐部|读书会", name)
            and not CAMPAIGN_AFTER.match(own_after)
            and not own_after.startswith(("热线", "平台", "直播"))
        )
        if programme and named_so:
            votes[Kind.COLUMN] += 1.0
        if place.group_start != place.group_end - (place.end - place.start) and PAGES_AFTER.match(after):
            votes[Kind.COLUMN] += 1.5
        if BRINGS_OUT_AFTER.match(text, place.end, min(place.end + 30, sentence_end)) and not genre_before(
            own_before
        ):
            votes[Kind.COLUMN] += 1.4
        if (
            not place.book_marks
            and re.search(r"(?:刊发|推出|播发|发布|刊登)$", own_before)
            and FILLED_BY_COUNT.match(own_after)
        ):
            votes[Kind.COLUMN] += 1
        if ISSUES_AFTER.match(own_after) and not genre_before(own_before):
            votes[Kind.COLUMN] += 1.5
        if (
            not place.book_marks
            and re.search(r"(?:推出|开设|开辟)(?:了)?$", before)
            and FILLED_AFTER.match(after)
        ):
            # 集中推出“A”“B”，刊播各类报道2860多篇: places that were filled with pieces.
            votes[Kind.COLUMN] += 1
        if (
            not place.book_marks
            and not CAMPAIGN_AFTER.match(own_after)
            and OUTLET_BEFORE.search(own_before)
            and (place.start > place.group_start or not own_before.endswith("》"))
        ):
            votes[Kind.COLUMN] += 0.9
        if column and re.search(r"(?:围绕|聚焦|针对|就|关于|讨论)(?:了)?$", before) and "话题" in after[:12]:
            # 围绕“校外配餐放心吗”等话题: a topic that was talked about.
            votes[Kind.NONE] += 3
        if OPENED_BEFORE.search(before) and not column and not CAMPAIGN_AFTER.match(after):
            votes[Kind.COLUMN] += 1
        if not column:
            genre = genre_before(own_before) or genre_before(before) or genre_after(after.lstrip(" \t\u3000"))
            if genre:
                votes[Kind.WORK] += 1.6 if place.book_marks or genre not in {*VAGUE_GENRES, "直播"} else 0.3
            if PUBLISHED_BEFORE.search(before) or PUBLISHED_AFTER.match(after):
                votes[Kind.WORK] += 0.7 if place.book_marks else 0.2
        if won and not column:
            kind = Kind.COLUMN if COLUMN_PRIZE.match(run_after) else Kind.WORK
            votes[kind] += 1.2
        if (
            re.search(
                r"(?:奖|工程|计划|行动|机制|活动|服务队|工作室|大赛|制|号|中心|系统|模式|办法|法|车|精神|理念|屋|驿站|之家|学堂|箱|墙|角|卡|岗|中台|平台|项目|[\d-]+)$",
                name,
            )
            and not place.book_marks
            and not programme
        ):
            votes[Kind.NONE] += 1.5
        if CAMPAIGN_AFTER.match(after) and not won:
            votes[Kind.NONE] += 1.4 if not place.book_marks else 0.4
        if re.search(rf"{HONOUR_VERBS}(?:了)?(?:[一-龥\d]{{0,14}})?$", before) and not place.book_marks:
            # 荣获“…年度影响力媒体”: the name of an honour.
            votes[Kind.NONE] += 2
        if OTHERS_PIECE_BEFORE.search(before) or OTHERS_PIECE_AFTER.match(after):
            votes[Kind.NONE] += 1.2
        if not place.book_marks and sum(votes.values()) == before_votes:
            # “以旧换新”政策: quoted for another reason than being a title.
            votes[Kind.NONE] += 0.5
        if place.book_marks:
            votes[Kind.WORK] += 0.5
        if re.search(r"《", name):
            votes[Kind.WORK] += 0.3
        return genre, won
