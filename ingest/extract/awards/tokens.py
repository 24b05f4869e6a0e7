"""Where the tokens of an award clause stand: levels, counts, quoted names, and the borders of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import is_level
from ingest.extract.awards.words import COUNT, HEAD, LEVEL, LIST_LEFT, LIST_RIGHT, OPENS_HONOUR
from ingest.lexicon import LEVELS
from ingest.numbers import chinese_number, edition
from ingest.sentences import Span, strip_marks
from ingest.titles import Quoted


class Tokens:
    """The tokens of one sentence. All offsets are code points of `text`, end exclusive."""

    def __init__(self, text: str, quoted: Sequence[Quoted]) -> None:
        """Look at `text`, in which `quoted` are the quoted names of the sentence."""
        self.text = text
        self.quoted = quoted

    def inside_quote(self, at: int) -> bool:
        """Tell whether `at` lies inside a quoted name."""
        return any(q.start <= at < q.end for q in self.quoted)

    def names_between(self, start: int, end: int) -> list[str]:
        """Return the quoted names that begin in the span."""
        return [q.name for q in self.quoted if start <= q.start < end]

    def levels(self, start: int, end: int) -> list[re.Match[str]]:
        """The levels in the span; 精品奖 after 全国党报融媒体 is no level but a part of the prize's name."""
        return [
            match
            for match in LEVEL.finditer(self.text, start, end)
            if not self.inside_quote(match.start())
            and is_level(match.group(), self.text[start : match.start()])
        ]

    def short_levels(self, start: int, end: int) -> list[str]:
        """一、二、三等奖 and 一二等奖 → [一等奖, 二等奖 …]."""
        match = re.search(
            r"((?:[一二三四](?:、|和)?)+[一二三四])等奖|((?:[金银铜](?:、|和)?)+[金银铜])奖",
            self.text[start:end],
        )
        if not match:
            return []
        tail = "等奖" if match[1] else "奖"
        return [char + tail for char in (match[1] or match[2]) if char not in "、和"]

    def trailing_count(self, start: int, end: int) -> re.Match[str] | None:
        """The first count in the span that stands after a prize: X奖|13件."""
        for match in COUNT.finditer(self.text, start, end):
            if not self.inside_quote(match.start()) and re.search(
                r"奖|荣誉|称号|大赛", self.text[start : match.start()]
            ):
                return match
        return None

    def list_items(self, start: int, end: int) -> list[Span]:
        """Split X奖一等奖1件、二等奖2件、Y奖3件 into its entries, but leave 一、二等奖 and 《A》、《B》 whole."""
        found: list[Span] = []
        begin = start
        for match in re.finditer(r"[、和及]|以及|(?<=”)(?=“)", self.text[start:end]):
            at, after = start + match.start(), start + match.end()
            if (match.group() and self.inside_quote(at)) or self.text.count(
                "（", start, at
            ) > self.text.count("）", start, at):
                continue
            left, right = self.text[begin:at], self.text[after:end]
            item = re.split(r"[、和及]|以及", right)[0]
            counted = re.search(
                r"(?:\d[\d多余]*(?:件次|[件个项篇部次人名])|[一二两三四五六七八九十]+[件个项篇部人名])(?:[（(][^（）()]*[)）])?$",
                left,
            )
            whole = OPENS_HONOUR.match(right) and HEAD.search(item) and HEAD.search(left)
            if (
                (counted and (re.match(LEVELS, right) or HEAD.search(item)))
                or whole
                or (
                    LIST_LEFT.search(left)
                    and HEAD.search(left)
                    and HEAD.search(item)
                    and not re.match(LEVELS, right)
                    and (edition(item) or LIST_RIGHT.match(item) or len(item) >= 6)
                )
            ):
                found.append((begin, at))
                begin = after
        found.append((begin, end))
        return found

    def level_runs(self, start: int, end: int, base: Honour) -> list[Honour]:
        """其中一等奖2件、二等奖《A》: one honour a level, under the award of `base`."""
        text = self.text
        found = []
        levels = [m for m in LEVEL.finditer(text, start, end) if not self.inside_quote(m.start())]
        shared = self._shared_counts(levels, end)
        for position, match in enumerate(levels):
            if position in shared:
                low, high, works, number = start, end, list[str](), shared[position]
            else:
                stop = levels[position + 1].start() if position + 1 < len(levels) else end
                count = self._count(match.end(), min(stop, match.end() + 8))
                before = self._count(max(start, match.start() - 6), match.start())
                works = self.names_between(match.end(), stop)
                counted = count or (before if not works else None)
                number = (chinese_number(counted["number"]) or 1) if counted else (len(works) or 1)
                high = count.end() if count and not works else stop
                low, high = strip_marks(text, match.start(), high, "，,、；;和及 ")
            found.append(Honour(low, high, base.award, base.edition, base.year, match.group(), works, number))
        return found

    def _count(self, start: int, end: int) -> re.Match[str] | None:
        found = COUNT.search(self.text, start, end)
        return found if found and not self.inside_quote(found.start()) else None

    def _shared_counts(self, levels: list[re.Match[str]], end: int) -> dict[int, int]:
        """二等奖、三等奖各8件 · 二等奖、三等奖分别为4件和5件: level index → count."""
        text = self.text
        first = len(levels) - 1
        while first > 0 and re.fullmatch(
            r"[、和及与]|以及", text[levels[first - 1].end() : levels[first].start()]
        ):
            first -= 1
        if len(levels) < 2 or first == len(levels) - 1:
            return {}
        tail = text[levels[-1].end() : end]
        each = re.match(r"(?:奖项)?(?:均为|各(?:有|获|得)?)(\d+|[一二两三四五六七八九十]+)[件个项篇部]", tail)
        if each:
            return dict.fromkeys(range(first, len(levels)), chinese_number(each[1]) or 1)
        if re.match(r"分别", tail):
            numbers = [
                chinese_number(m[1]) or 1
                for m in re.finditer(r"(\d+|[一二两三四五六七八九十]+)[件个项篇部]?", tail)
            ]
            if len(numbers) == len(levels) - first:
                return dict(zip(range(first, len(levels)), numbers, strict=True))
        return {}
