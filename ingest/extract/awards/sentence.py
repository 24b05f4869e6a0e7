"""One sentence read for honours, clause by clause, with what carries over from clause to clause."""

from __future__ import annotations

import re

from ingest.extract.awards.honours import Honour, plausible
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.spreading import Claim, spread
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.winners import is_generic, is_work, winner
from ingest.extract.awards.words import (
    CERTAIN_VERB,
    CONTEXT,
    CONTEXT_TOLD,
    COUNT,
    HEAD,
    ITEM_MARK,
    LATER_PRIZE,
    LEVEL,
    NO_HONOUR,
    OPEN_LEVEL,
    OPENS_HONOUR,
    REAL_PRIZE,
    SEVERAL_PRIZES,
    TEAM_AFTER,
    VERB,
)
from ingest.lexicon import LEVELS
from ingest.numbers import chinese_number, edition, years
from ingest.reading import Reading
from ingest.sentences import Span, clauses, strip_marks
from ingest.titles import Quoted, Titles

# 获奖作品, 获奖情况: the verb inside a noun.
_NOUN_AFTER = re.compile(
    r"奖(?:作品|情况|名单|数量|者|证书|总数|质量|率|成绩|等次|人|项目|节目|稿件|新闻|的)"
)
# What follows a prize at once when it is an award itself and no context: 2023年度X奖|13件, X奖|一等奖.
_AWARD_ITSELF = re.compile(
    r"(?:[一-龥]{0,8}(?:类|组)?(?:[一二三特]等奖|[金银铜]奖|优秀)|(?:\d+|[一二两三四五六七八九十]+)[件个项]|[一-龥]{0,4}[：:])"
)
_LOCATED = re.compile(
    r"(?:在|于)(?P<award>[^，；]*?(?:奖|大赛|竞赛|比赛|评选|评比|盛典|展评|推优|推选|征集|活动|节|展播)[^，；]*?)(?:评选活动|评选|评比|评审|活动)?(?:中|上|里)?$"
)
_CONTEXT_BEFORE = re.compile(
    r"(?:在|于)([^。；，,]*?(?:奖|大赛|竞赛|比赛|评选|评比|盛典|展评|推优|征集|节)[^。；，,]*?)(?:评选活动|评选|评比|活动)?(?:中|上|里)?[，,]?(?:[^；]*[，,、])?$"
)
_ONLY_LEVELS = re.compile(
    rf"(?:的)?(?:{LEVELS}|奖|[、和及各]|\d+|[一二两三四五六七八九十]|[件个项]|作品|奖项|等)*"
)
_GOES_ON = re.compile(r"(?:并|还|又|也|同时|再次|先后|，|均|都|且|随后|后|又被)*")
_PART_LEAD = re.compile(
    r"^(?:其中|包括|包含|含|分别为|分别是|即|具体为|具体是|具体有|具体包括|有)?(?:[，：:])?(?:[一-龥]{0,4}?(?:共|另|还)?(?:有|获得?|斩获))?"
)
_TOTAL_AND_PARTS = re.compile(r"(?:奖[^：:]{0,6}[件个项]次?|榜上有名|获奖|上榜)(?P<colon>[：:])")
_PRIZE_AND_PARTS = re.compile(
    r"(?P<prize>[^，。；：:]{2,40}奖)[：:](?=[^，。；]*《[^》]+》[^，。；]{0,6}(?:获|摘|夺))"
)
# 获奖情况：中国新闻奖二等奖1件，…: a heading for what follows in the sentence.
_TALLY_LEAD = re.compile(
    r"[^，。；：:《]{0,16}(?:获奖|奖项|荣誉|奖励)(?:情况|作品|名单|方面|如下|包括|有|为|主要)*[：:]"
)
# 中国新闻奖二等奖1件: a prize and how many of it, where the heading says that these were won.
_TALLY = re.compile(
    rf"(?!另|其中|还|含|共|有)[^，。；：:获评设颁《]{{2,40}}?(?:奖|好新闻|好作品|大赛)(?:{LEVELS}|[一-龥]{{0,8}}类|[、和及一二三四])*(?:各|共)?(?:\d+|[一二两三四五六七八九十]+)[件个项篇次]"
)
_LISTED_PARTS = re.compile(r"[（(](?:其中)?(?P<parts>[^）)]*(?:等奖|金奖|银奖)[^）)]*)[)）]")


class AwardSentence:
    """Reads one sentence. Offsets are code points of the report's text, end exclusive."""

    def __init__(self, reading: Reading, titles: Titles, span: Span) -> None:
        """Prepare to read ``reading.text[slice(*span)]``, whose quoted names `titles` has judged."""
        self._media, self._titles, self._span = reading.media, titles, span
        self._text = reading.text
        self._quoted = titles.between(*span)
        self.tokens = Tokens(reading.text, self._quoted)
        self._under_awards = any(re.search(r"获奖|荣誉", title) for title in reading.section_path(span[0]))
        self._last: Honour | None = None
        self._verb_seen = False
        self._waiting: list[Quoted] = []
        """Winners named before the verb's clause: 《A》，《B》分获…"""
        self._total = False
        """The sentence has named several awards at once: a count after them is a total."""
        self._context: AwardName | None = None
        """The award that a clause without winner named: 在第34届X奖评选中，"""

    def honours(self) -> list[Honour]:
        """Return the honours of the sentence, in order; empty for a sentence about something else."""
        whole = self._text[slice(*self._span)]
        verbs = any(not NO_HONOUR.match(whole[m.end() - 1 :]) for m in VERB.finditer(whole))
        if not verbs and not re.search(r"奖[项]?[：:]|等奖|奖\d", whole):
            return []
        found: list[Honour] = []
        lead = _TALLY_LEAD.match(self._text, *self._span)
        tallied = bool(lead) or self._under_awards
        self._span = (lead.end() if lead else self._span[0], self._span[1])
        for low, high in clauses(self._text, *self._span, marks="；;，,。！？!?\n"):
            # 第三十二届X奖2件：广播评论《A》获二等奖: the total, then its parts.
            if tallied and _TALLY.match(self._text, low, high):
                self._verb_seen = True
            prize = _PRIZE_AND_PARTS.match(self._text, low, high)
            if prize:
                # 江南新闻奖：《A》获一等奖: the prize stands before the colon.
                self._context = parse_award_name(prize["prize"])
                low = prize.end()
            total = _TOTAL_AND_PARTS.search(self._text[low:high])
            if total:
                self._verb_seen = True
                found.extend(self._clause(low, low + total.start("colon")))
                low += total.end("colon")
            found.extend(self._clause(low, high))
        return [honour for honour in found if plausible(honour)]

    def _clause(self, start: int, end: int) -> list[Honour]:
        start, end = strip_marks(self._text, start, end, "，,；;。！？!? \n　")
        item = ITEM_MARK.match(self._text, start, end)
        start = item.end() if item else start
        rest = self._take_context(start, end)
        start = start if rest is None else rest
        if start >= end:
            return []
        parts = self._parts(start, end)
        if parts:
            return parts
        verb = self._verb(start, end)
        if verb is None:
            return self._without_verb(start, end)
        self._verb_seen = True
        found = self._with_verb(start, end, verb)
        for honour in found:
            honour.certain = bool(
                CERTAIN_VERB.match(self._text, verb[0], end)
                or re.search(r"称号|荣誉", self._text[verb[1] : end])
            )
        return found

    def _take_context(self, start: int, end: int) -> int | None:
        """Where the clause goes on after an award named at its head, which is then the context; else None."""
        told = CONTEXT_TOLD.match(self._text, start, end)
        if told and SEVERAL_PRIZES.match(told["award"]):
            # 在A奖、B奖等评选中，52件作品获奖: what follows belongs to none of them.
            self._total = True
            return end
        match = CONTEXT.match(self._text, start, end) or told
        if match is None or self.tokens.inside_quote(match.end("award") - 1):
            return None
        rest = self._text[match.end() : end]
        if _AWARD_ITSELF.match(rest) and not match["tail"]:
            return None
        if rest and not VERB.search(rest) and not LEVEL.search(rest):
            return None
        if not match["tail"] and rest and not (edition(match["award"]) or years(match["award"])):
            return None
        name = parse_award_name(match["award"])
        if name is None:
            return None
        self._context = name
        self._last = Honour(start, end, name.name, name.edition, name.year)
        return match.end()

    def _verb(self, start: int, end: int) -> Span | None:
        text = self._text
        for match in VERB.finditer(text, start, end):
            verb = match.group()
            if self.tokens.inside_quote(match.start()):
                continue
            if verb == "获" and _NOUN_AFTER.match(text, match.end(), end):
                continue
            if verb in {"获", "获得"} and NO_HONOUR.match(text[match.start() + 1 : end]):
                continue
            if verb in {"列入", "当选", "位列", "授予"} and not REAL_PRIZE.search(text, match.end() - 1, end):
                continue
            return match.span()
        return None

    def _parts(self, start: int, end: int) -> list[Honour]:
        """其中一等奖2件 · 一等奖《A》 · 二等奖3件: levels first, under the award named last."""
        if self._last is None:
            return []
        text = self._text[start:end]
        body = _PART_LEAD.sub("", text)
        if re.match(r"(?:并|还)?(?:获|斩获|荣获|夺得|摘得)", text):
            # 获三类扶持 has a verb of its own, and the winner of the clause before.
            return []
        if not re.match(rf"(?:[一-龥]{{0,6}})?{LEVELS}", body) or (
            VERB.search(body) and not text.startswith("其中")
        ):
            return []
        first = LEVEL.search(body)
        lead = body[: first.start()] if first else ""
        if (
            edition(text)
            or "奖" in lead
            or OPENS_HONOUR.match(body)
            or re.search(r"奖.*?等奖", re.sub(LEVELS, "", body))
        ):
            # 云岭新闻奖特别奖1件: a prize of its own.
            return []
        return self.tokens.level_runs(start, end, self._last)

    def _without_verb(self, start: int, end: int) -> list[Honour]:
        """A further award after a verb that carries on (；第35届Y奖15件), X奖一等奖：《A》, or winners still to come."""
        text = self._text[start:end]
        works = [q for q in self._quoted if start <= q.start < end and is_work(self._text, q, self._titles)]
        if (
            works
            and works[0].start - start <= 14
            and not re.search(r"奖|大赛", text[: works[0].start - start])
        ):
            self._waiting = [*self._waiting, *works]
        colon = re.search(r"奖[项]?[（(]?[^：:]{0,6}[)）]?[：:]", text)
        if colon:
            name = parse_award_name(text[: colon.end() - 1])
            if name is not None:
                names = self.tokens.names_between(start + colon.end(), end)
                return [self._made((start, end), name, names, None, None)]
        if not self._verb_seen or not HEAD.search(text) or not re.search(r"奖|荣誉|称号", text):
            return []
        if (
            self.tokens.trailing_count(start, end) is None
            and edition(text) is None
            and not LEVEL.search(text)
        ):
            return []
        return self._list((start, end), (start, end), [], None, None, False)

    def _with_verb(self, start: int, end: int, verb: Span) -> list[Honour]:
        text = self._text
        left, right = text[start : verb[0]], text[verb[1] : end]
        works = [
            q
            for q in self._quoted
            if start <= q.start < verb[0]
            and is_work(text, q, self._titles)
            and not TEAM_AFTER.match(text, q.end, verb[0])
        ]
        own = self._winner(start, verb[0], works)[1]
        if self._waiting and (
            (not works and own is None) or re.search(r"分别|分获|双双|均", text[start : verb[1]])
        ):
            works = [*self._waiting, *(q for q in works if q not in self._waiting)]
        self._waiting = []
        named = [q.name for q in works]
        number, recipient = self._winner(start, verb[0], works)
        several = bool(
            re.search(r"分别?$|分", text[verb[0] - 2 : verb[0]])
            or "分获" in text[verb[0] : verb[1]]
            or "分别" in text[verb[0] - 3 : verb[1] + 3]
        )
        nobody = not named and number is None and recipient is None
        if nobody and self._last is not None and not COUNT.search(right) and _GOES_ON.fullmatch(left):
            # 《A》获X奖，并入选Y榜单: the winner goes on.
            named, recipient = list(self._last.works), self._last.recipient
        located = _LOCATED.search(left)
        if located:
            found = self._located(start, end, verb, located, works, several)
        else:
            found = self._right_of_verb((start, end), verb, named, number, recipient, several)
        if found:
            self._last = found[0]
        return found

    def _located(
        self, start: int, end: int, verb: Span, located: re.Match[str], works: list[Quoted], several: bool
    ) -> list[Honour]:
        """10件作品在第34届X奖评选中获奖: the award stands before the verb, its level after it."""
        name = parse_award_name(located["award"])
        if name is None:
            return []
        before = [q for q in works if q.start < start + located.start()]
        behind = [q for q in works if q.start >= start + located.end()]
        works = before or behind or works
        after = self.tokens.names_between(verb[1], end)
        number, recipient = (None, None) if after else self._winner(start, start + located.start(), works)
        named = [q.name for q in works] or after
        if OPEN_LEVEL.fullmatch(self._text, verb[1], end):
            # 在…演讲比赛中获优秀选手.
            return [self._made((start, end), name, named, number, recipient, self._text[verb[1] : end])]
        return self._spread((start, end), (verb[1], end), name, named, number, recipient, several)

    def _right_of_verb(
        self,
        clause: Span,
        verb: Span,
        named: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[Honour]:
        text, end = self._text, clause[1]
        right = text[verb[1] : end]
        if re.search(r"零的突破|(?:称号|奖)的[一-龥]{2,}$", right) and "《" not in right:
            # 获得全国道德模范称号的村医, 获中国新闻奖零的突破: told of somebody else, or counted elsewhere.
            return []
        context = self._context_award(clause[0])
        categories = re.fullmatch(rf"[一-龥、]{{0,14}}?(?P<level>{LEVELS})", right)
        if self._context is not None and categories and not HEAD.search(right[: categories.start("level")]):
            # 在…播音主持作品评选中，甲、乙分获广播播音、电视主持一等奖.
            people = (recipient or "").split("、")
            if number == len(people) > 1:
                return [self._made(clause, self._context, [], 1, one, categories["level"]) for one in people]
            return [self._made(clause, self._context, named, number, recipient, categories["level"])]
        echoed = re.sub(r"(?:名单|荣誉|称号|奖)$", "", right)
        if context is not None and len(echoed) >= 2 and context.name.endswith(echoed):
            # 在…创新案例征集中，X客户端入选创新案例名单.
            return [self._made(clause, context, named, number, recipient)]
        if context is not None and OPEN_LEVEL.fullmatch(right):
            # 在…演讲比赛中获优秀选手.
            return [self._made(clause, context, named, number, recipient, right)]
        if context is not None and _ONLY_LEVELS.fullmatch(right):
            counted = COUNT.search(text, verb[1], end)
            if counted and number is None and not self.tokens.levels(verb[1], end):
                number, recipient = chinese_number(counted["number"]), None
            return self._spread(clause, (verb[1], end), context, named, number, recipient, several)
        following = [
            q
            for q in self._quoted
            if verb[1] <= q.start < end and q.book_marks and is_work(text, q, self._titles)
        ]
        stop = end
        if following and not named:
            # 荣获X奖的《A》: the work follows.
            named, stop = [q.name for q in following], following[0].start
        lead = COUNT.match(text, verb[1], stop) if not named else None
        if lead and number is None:
            # 获得3项全国先进集体: the count stands before the award.
            number = chinese_number(lead["number"])
        return self._list(clause, (lead.end() if lead else verb[1], stop), named, number, recipient, several)

    def _context_award(self, start: int) -> AwardName | None:
        """在第34届X奖评选中，《A》获一等奖: the award stands in a clause before."""
        if self._total:
            return None
        match = _CONTEXT_BEFORE.search(self._text[self._span[0] : start])
        if match:
            return parse_award_name(match[1])
        if self._context is not None:
            return self._context
        if self._last is not None and self._last.award:
            return AwardName(self._last.award, self._last.edition, self._last.year, None)
        return None

    def _winner(self, start: int, stop: int, works: list[Quoted]) -> tuple[int | None, str | None]:
        return winner(self._text[works[-1].end if works else start : stop], bool(works), self._media)

    def _list(
        self,
        clause: Span,
        span: Span,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[Honour]:
        """The awards that `span` lists: X奖一等奖1件、二等奖2件，Y奖21件."""
        items = self.tokens.list_items(*span)
        if several and len(items) > 1 and len(items) == len(works):
            # 《A》《B》分获X奖和Y奖.
            pairs = [
                (parse_award_name(self._text[slice(*i)]), work) for i, work in zip(items, works, strict=True)
            ]
            return [self._made(clause, name, [work], 1, None) for name, work in pairs if name is not None]
        people = (recipient or "").split("、")
        if several and len(items) > 1 and len(items) == len(people):
            named = [
                (parse_award_name(self._text[slice(*i)]), one) for i, one in zip(items, people, strict=True)
            ]
            return [self._made(clause, name, [], 1, one) for name, one in named if name is not None]
        found: list[Honour] = []
        for item in items:
            quote = clause if len(items) == 1 else item
            found.extend(self._item(quote, item, works, number, recipient, several))
        return found

    def _item(
        self,
        quote: Span,
        item: Span,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[Honour]:
        """One entry of a list of honours: X奖一等奖1件 · 二等奖2件 (of the award before) · Y奖21件."""
        low, high = item
        text = self._text[low:high]
        if (
            self._last is not None
            and re.match(LEVELS, text)
            and not edition(text)
            and not LATER_PRIZE.search(text)
        ):
            return self.tokens.level_runs(low, high, self._last)
        count = self.tokens.trailing_count(low, high)
        if count is None:
            name = parse_award_name(text)
            return [] if name is None else self._spread(quote, item, name, works, number, recipient, several)
        number = chinese_number(count["number"])
        recipient = None if recipient and is_generic(recipient) else recipient
        works = works if number == len(works) else []
        name = parse_award_name(self._text[low : count.start()])
        if name is None:
            return []
        listed = _LISTED_PARTS.match(self._text, count.end(), high)
        if listed:
            # 江南新闻奖42件（一等奖5件、二等奖14件）: a total and its parts.
            total = self._made(quote, name, works, number, recipient)
            return [total, *self.tokens.level_runs(*listed.span("parts"), total)]
        levels = self.tokens.levels(low, count.start())
        if len(levels) == 1 and not self.tokens.short_levels(low, count.start()):
            return [self._made(quote, name, works, number, recipient, levels[0].group())]
        return self._spread(quote, item, name, works, number, recipient, several)

    def _spread(
        self,
        quote: Span,
        span: Span,
        name: AwardName,
        works: list[str],
        number: int | None,
        recipient: str | None,
        several: bool,
    ) -> list[Honour]:
        found = spread(self.tokens, Claim(quote, name, works, number, recipient, several), span)
        self._last = found[-1]
        return found

    def _made(
        self,
        quote: Span,
        name: AwardName,
        works: list[str],
        number: int | None,
        recipient: str | None,
        level: str | None = None,
    ) -> Honour:
        self._last = Claim(quote, name, works, number, recipient, False).honour(
            works, number, recipient, level
        )
        return self._last
