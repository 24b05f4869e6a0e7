"""What stands behind an honour verb: one award or a list of them, each with its levels and counts."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.dates import edition
from ingest.extract.awards.forms import (
    LIST_TOTAL,
    LISTED_PARTS,
    SAME_PRIZE,
    WHICH_ARE,
    categories_and_level,
    several_uncounted,
)
from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.spreading import Claim, spread
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.winners import is_generic
from ingest.extract.awards.words import LATER_PRIZE
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.sentences import Span, strip_marks

_AND = re.compile("[和与及]")
# X奖|一等奖2件: an entry that tells its own count or level.
_COUNTED_ITEM = re.compile(r"[一二三特]等奖|[金银铜]奖|\d+[件个项]")


# 被组委会授予|“优秀组织奖”: what would be a level under a prize, given by itself
_GIVEN_WHOLE = re.compile(r"[“\"]?(?P<name>(?:优秀|最佳|突出|特殊|特别)?(?:组织|贡献)奖)[”\"]?(?:称号|荣誉)?")


class HonourLists:
    """Makes honours of the lists of one sentence, and remembers the last one: what follows may be of its award."""

    def __init__(self, tokens: Tokens, media: str) -> None:
        """Read the sentence of `tokens` in a report of `media`."""
        self._tokens, self._text, self._media = tokens, tokens.text, media
        self.last: Honour | None = None

    def read(
        self,
        clause: Span,
        span: Span,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[Honour]:
        """Return the awards that `span` lists: X奖一等奖1件、二等奖2件，Y奖21件."""
        if total := LIST_TOTAL.search(self._text, *span):
            span = (span[0], total.start())
            if re.search(r"\d", total.group()) and several_uncounted(self._text[slice(*span)]):
                # 获江南新闻奖、东海新闻奖等各类奖项45个: a total of none of them.
                return []
        items = self._tokens.list_items(*span)
        if several and len(items) == 1 and (len(works) == 2 or (recipient or "").count("、") == 1):
            items = self._two_of_a_kind(items[0])
        if several and len(items) > 1 and len(items) == len(works):
            # 《A》《B》分获X奖和Y奖.
            pairs = [(name, work) for name, work in zip(self._names(items), works, strict=True)]
            return [self.made(clause, name, [work], 1, None) for name, work in pairs if name is not None]
        people = (recipient or "").split("、")
        if several and len(items) > 1 and len(items) == len(people):
            named = zip(self._names(items), people, strict=True)
            return [self.made(clause, name, [], 1, one) for name, one in named if name is not None]
        shared = several or not _COUNTED_ITEM.search(self._text, *span)
        if shared and number is not None and not works and len(items) > 1 and number != len(items):
            # 187件作品分别获得X奖、Y奖等, 64件作品获X奖、Y奖等国家级奖项: how many won which is not told.
            return []
        found: list[Honour] = []
        for item in items:
            # The winners stand before the first: 10件作品获X奖、Y奖.
            quote = clause if len(items) == 1 else (clause[0] if item is items[0] else item[0], item[1])
            found.extend(self.item(quote, item, works, number, recipient, several))
        return found

    def _two_of_a_kind(self, item: Span) -> list[Span]:
        """A年度推荐作品|和|B优秀作品, for two that won one each: both halves end alike."""
        for cut in _AND.finditer(self._text, *item):
            left, right = self._text[item[0] : cut.start()], self._text[cut.end() : item[1]]
            if (
                len(right) > 4
                and left[-2:] == right.rstrip("”")[-2:]
                and not self._tokens.inside_quote(cut.start())
            ):
                return [(item[0], cut.start()), (cut.end(), item[1])]
        return [item]

    def _names(self, items: list[Span]) -> list[AwardName | None]:
        """X奖通讯类一等奖、消息类二等奖: a category and its level are of the prize before them."""
        found: list[AwardName | None] = []
        for item in items:
            words = self._text[slice(*item)]
            name = parse_award_name(words)
            if found and (before := found[-1]) is not None:
                if re.fullmatch(LEVELS, words):
                    name = replace(before, level=words)
                elif categories_and_level(words):
                    name = replace(before, level=name.level if name is not None else None)
            found.append(name)
        return found

    def item(
        self,
        quote: Span,
        item: Span,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[Honour]:
        """Return one entry of a list of honours: X奖一等奖1件 · 二等奖2件 (of the award before) · Y奖21件."""
        low, high = item
        listed = LISTED_PARTS.search(self._text, low, high)
        if listed and re.fullmatch(LEVELS, listed["parts"]) and not listed["parts"].startswith("一二"):
            # 中国新闻奖（二等奖）
            name = parse_award_name(self._text[low : listed.start()])
            return [] if name is None else [self.made(quote, name, works, number, recipient, listed["parts"])]
        if listed:
            # 江南新闻奖42件（一等奖5件、二等奖14件）: a total and its parts.
            totals = self.item(
                (quote[0], listed.start()), (low, listed.start()), works, number, recipient, several
            )
            if len(totals) != 1 or not re.search(
                r"[\d一二两三四五六七八九十]+[件个项篇]|《", listed["parts"]
            ):
                # 20件作品获中国新闻奖（一二三等奖）: no parts told.
                return totals
            return [*totals, *self._tokens.level_runs(*listed.span("parts"), totals[0])]
        text = self._text[low:high]
        if (
            self.last is not None
            and re.match(LEVELS, text)
            and not edition(text)
            and not LATER_PRIZE.search(text)
        ):
            found = self._tokens.level_runs(low, high, self.last)
            if len(found) == 1 and not found[0].works and self._tokens.count(low, high) is None:
                # 捧得金奖和|最佳才艺奖: won by the same.
                found[0].works = works if number in {None, len(works)} else []
                found[0].recipient = None if found[0].works else recipient
            return found
        count = self._tokens.trailing_count(low, high)
        if count is None:
            whole = _GIVEN_WHOLE.fullmatch(text)
            name = AwardName(whole["name"], None, None, None) if whole else parse_award_name(text)
            return [] if name is None else self.spread(quote, item, name, works, number, recipient, several)
        number = chinese_number(count["number"])
        if recipient and self._is_house(recipient):
            # 报社获X奖一等奖1件: how many the media won.
            recipient = None
        works = works if number == len(works) else _bracketed(self._tokens, count.start(), high, number)
        name = parse_award_name(self._text[low : count.start()])
        if name is None:
            return []
        levels = self._tokens.levels(low, count.start())
        if len(levels) == 1 and not self._tokens.short_levels(low, count.start()):
            return [self.made(quote, name, works, number, recipient, levels[0].group())]
        return self.spread(quote, item, name, works, number, recipient, several)

    def _is_house(self, who: str) -> bool:
        return is_generic(who) or who in self._media

    def spread(
        self,
        quote: Span,
        span: Span,
        name: AwardName,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[Honour]:
        """Return the honours of one award over the levels that `span` names (`spreading`)."""
        if recipient and self._is_house(recipient) and self._tokens.count(*span):
            # 我们捧回4个一等奖: how many the media won.
            recipient = None
        people = (recipient or "").split("、")
        if several and not works and number == len(people) > 1 and len(self._tokens.levels(*span)) == 1:
            # 甲、乙分别获得X大赛采访、编辑项目第一名: each in a part of its own.
            level = self._tokens.levels(*span)[0].group()
            return [self.made(quote, name, [], 1, one, level) for one in people]
        found = spread(self._tokens, Claim(quote, name, works, number, recipient, several), span)
        self.last = found[-1]
        return found

    def made(
        self,
        quote: Span,
        name: AwardName,
        works: list[str],
        number: int | None,
        recipient: str | None,
        level: str | None = None,
    ) -> Honour:
        """Return one honour with these winners."""
        self.last = Claim(quote, name, works, number, recipient, False).honour(
            works, number, recipient, level
        )
        return self.last


def _bracketed(tokens: Tokens, low: int, high: int, number: int | None) -> list[str]:
    """Return the titles that stand in brackets behind a count: 一等奖1件（广播消息《A》）."""
    opened = max(tokens.text.find(mark, low, high) for mark in "（(")
    start, end = strip_marks(tokens.text, opened + 1, high, "）)等")
    if opened < 0 or not tokens.only_titles(start, end):
        return []
    named = tokens.names_between(start, end)
    return named if len(named) <= (number or 1) else []


def name_counted(tokens: Tokens, low: int, high: int, found: list[Honour]) -> bool:
    """Give the last of `found` the titles of ``tokens.text[low:high]`` where it counted them: 一等奖2件，分别为《A》《B》.

    Returns whether the span is nothing but those titles.
    """
    lead = WHICH_ARE.match(tokens.text, low, high)
    start, end = strip_marks(tokens.text, lead.end(), high, "，；。）)") if lead else (low, low)
    named = tokens.names_between(start, end) if tokens.only_titles(start, end) else []
    if not named or not found or found[-1].works or not found[-1].level:
        return False
    if (found[-1].count or 1) < len(named):
        return False
    found[-1].works = named
    return True


def of_the_same_prize(found: list[Honour], carried: AwardName | None) -> list[Honour]:
    """《A》获X奖特别奖；5篇获该奖一等奖: 该奖 is the prize named before (at first `carried`); without one it names none."""
    named = carried
    for honour in found:
        if not SAME_PRIZE.fullmatch(honour.award):
            named = AwardName(honour.award, honour.edition, honour.year, None)
        elif named is not None:
            honour.award, honour.edition, honour.year = named.name, named.edition, named.year
    return [honour for honour in found if not SAME_PRIZE.fullmatch(honour.award)]
