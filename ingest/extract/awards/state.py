"""What is known of a sentence while it is read for honours, clause by clause, and carries over from clause to clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.awards import forms
from ingest.extract.awards.contexts import context_at
from ingest.extract.awards.honours import Honour
from ingest.extract.awards.lists import HonourLists
from ingest.extract.awards.names import AwardName, has_levels, parse_award_name
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.winners import winner, works_of
from ingest.extract.awards.words import VERB
from ingest.reading import Reading
from ingest.sentences import Span
from ingest.titles import Quoted, Titles

_TITLE = re.compile("《[^《》]*》")


class State:
    """One sentence and what its clauses have said so far. Offsets are code points of the report's text, end exclusive."""

    def __init__(
        self,
        reading: Reading,
        titles: Titles,
        span: Span,
        carried: AwardName | None = None,
        told_before: Sequence[str] = (),
    ) -> None:
        """Begin at ``reading.text[slice(*span)]``, whose quoted names `titles` has judged.

        `carried` is the award that the sentence before in its paragraph was about: X奖6件。《A》获一等奖。
        `told_before` are the works that won it: 《A》获X奖。该片还入选Y。
        """
        self.media, self.titles, self.span = reading.media, titles, span
        self.text = reading.text
        self.quoted = titles.between(*span)
        self.tokens = Tokens(reading.text, self.quoted)
        self.reading = reading
        self.lists = HonourLists(self.tokens, reading.media)
        self.carried = carried
        self.told_before = list(told_before)
        self.verb_seen = False
        self.several: tuple[AwardName, ...] = ()
        """The awards that it named at once, each to be won by a number of its own."""
        self.held = False
        """It tells of a contest that the house itself held."""
        self.gave = False
        """It tells of honours that the house itself gives."""
        self.tallied = False
        """It stands under a heading for honours."""
        self.waiting: list[Quoted] = []
        """Winners named before the verb's clause: 《A》，《B》分获…"""
        self.only_titles = False
        """The clause of the last waiting winners is nothing but titles and genres: 通讯《A》，评论《B》获…"""
        self.total = False
        """The sentence has named several awards at once: a count after them is a total."""
        self.counted: AwardName | None = None
        """The award whose works follow its count: X奖2件：《A》三等奖，《B》三等奖."""
        self.context: AwardName | None = None
        """The award that a clause without winner named: 在第34届X奖评选中，"""

    def covered(self, start: int, end: int) -> str:
        """Return ``text[start:end]`` with what stands in 《》 hidden behind dots, so that no word of a title is read as one of the sentence: 《我在…获奖》."""
        return _TITLE.sub(lambda title: "《" + "·" * (len(title.group()) - 2) + "》", self.text[start:end])

    def works(self, start: int, end: int) -> list[Quoted]:
        """Return the quoted names of the span that may win as works."""
        return works_of([q for q in self.quoted if start <= q.start < end], self.text, self.titles)

    def winner(self, start: int, stop: int, works: list[Quoted]) -> tuple[int | None, str | None]:
        """Return how many or who won, told between the last of `works` and the verb at `stop`."""
        begin = works[-1].end if works and works[-1].start >= start else start
        return winner(self.text[begin:stop], bool(works), self.media)

    def context_award(self, start: int) -> AwardName | None:
        """在第34届X奖评选中，《A》获一等奖: the award stands in a clause before."""
        if self.total:
            return None
        last = self.lists.last
        if last is not None and last.award and self.text.startswith("其中", start):
            # 《A》等3篇入围X，其中1篇|获一等奖
            return AwardName(last.award, last.edition, last.year, None)
        match = forms.CONTEXT_BEFORE.search(self.covered(self.span[0], start))
        if match and (
            name := parse_award_name(self.text[self.span[0] + match.start(1) : self.span[0] + match.end(1)])
        ):
            return name
        if self.context is not None and (
            self.lists.last is None or self.lists.last.award != self.context.name
        ):
            return self.context
        if self.lists.last is not None and self.lists.last.award:
            return AwardName(self.lists.last.award, self.lists.last.edition, self.lists.last.year, None)
        return self.carried

    def last_award(self) -> AwardName | None:
        """《A》获X奖网络类一等奖，《B》获网络新闻专栏二等奖: the prize of the clause before, for a category."""
        last = self.lists.last
        return (
            AwardName(last.award, last.edition, last.year, None) if last is not None and last.level else None
        )

    def from_before(self, start: int) -> Honour | None:
        """The award of the sentence before, for a sentence that opens with its levels: 其中一等奖2件."""
        lead = self.text[self.span[0] : start]
        if self.carried is None or not re.fullmatch(r"(?:其中|包括|含|分别为)?[，,：:]?\s*", lead):
            return None
        return Honour(start, start, self.carried.name, self.carried.edition, self.carried.year)

    def counted_award(self) -> AwardName | None:
        """获X奖2件：《A》三等奖，《B》三等奖: the prize that was counted right before its works."""
        last = self.lists.last
        if last is None or (self.counted is not None and last.award == self.counted.name):
            return self.counted if last is not None else None
        if last.level or last.works or not last.count or last.count < 2:
            return None
        self.counted = AwardName(last.award, last.edition, last.year, None)
        return self.counted

    @property
    def award(self) -> AwardName | None:
        """The award that the sentence was about in the end, for the sentence after it."""
        if self.lists.last is None or self.total:
            return None
        if self.context is not None:
            return self.context
        last = self.lists.last
        return AwardName(last.award, last.edition, last.year, None) if has_levels(last.award) else None

    def take_context(self, start: int, end: int) -> int | None:
        """Where the clause goes on after an award named at its head, which is then the context; else None."""
        piece = forms.PIECE_IN.match(self.text, start, end)
        context = None
        self.held = self.held or forms.HELD_BY_US.match(self.text, start, end) is not None
        if piece and self.tokens.honour_verb(start, end) is None:
            # 中心报送的《A》在X大赛中，…，获二等奖
            context = context_at(self.tokens, piece.end(), end)
            self.waiting = self.works(start, piece.end()) if context is not None else self.waiting
        if forms.SAME_CONTEXT.fullmatch(self.text, start, end):
            last = self.lists.last
            self.context = (
                AwardName(last.award, last.edition, last.year, None) if last else self.context_award(start)
            )
            return end
        context = context or context_at(self.tokens, start, end)
        colon = self.text.find("：", start, end)
        if context is None and colon >= 0 and self.tokens.honour_verb(start, end) is None:
            # 新闻作品捷报频传：第24届X奖榜单中，
            context = context_at(self.tokens, colon + 1, end)
        if context is None:
            return None
        if context.name is None:
            self.total = True
            self.several = context.several
        else:
            self.context = name = context.name
            last, self.lists.last = self.lists.last, Honour(start, end, name.name, name.edition, name.year)
            if last is not None and VERB.match(self.text, context.end, end):
                # 《A》在X评选中获二等奖，在Y大赛中|获金奖
                self.lists.last.works, self.lists.last.recipient = last.works, last.recipient
        return context.end
