"""One sentence read for honours, clause by clause, with what carries over from clause to clause."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.dates import edition
from ingest.extract.awards import forms
from ingest.extract.awards.contexts import context_at
from ingest.extract.awards.honours import Honour, plausible
from ingest.extract.awards.lists import HonourLists, name_counted, of_the_same_prize
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.winners import (
    distributes,
    is_generic,
    is_work,
    of_the_two,
    opening_winner,
    stood_out,
    winner,
    works_of,
)
from ingest.extract.awards.words import (
    BARE_HONOUR,
    COUNT,
    HEAD,
    ITEM_MARK,
    LEVEL,
    NO_HONOUR,
    OPEN_LEVEL,
    OPENS_HONOUR_OR_PLACE,
    SEVERAL_PRIZES,
    TEAM_AFTER,
    VERB,
    is_certain,
)
from ingest.genres import genre_before
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.reading import Reading
from ingest.sentences import Span, strip_marks
from ingest.titles import Quoted, Titles


class AwardSentence:
    """Reads one sentence. Offsets are code points of the report's text, end exclusive."""

    def __init__(
        self, reading: Reading, titles: Titles, span: Span, carried: AwardName | None = None
    ) -> None:
        """Prepare to read ``reading.text[slice(*span)]``, whose quoted names `titles` has judged.

        `carried` is the award that the sentence before in its paragraph was about: X奖6件。《A》获一等奖。
        """
        self._media, self._titles, self._span = reading.media, titles, span
        self._text = reading.text
        self._quoted = titles.between(*span)
        self.tokens = Tokens(reading.text, self._quoted)
        self._reading = reading
        self._lists = HonourLists(self.tokens, reading.media)
        self._carried = carried
        self._verb_seen = False
        self._tallied = False
        """It stands under a heading for honours."""
        self._waiting: list[Quoted] = []
        """Winners named before the verb's clause: 《A》，《B》分获…"""
        self._only_titles = False
        """The clause of the last waiting winners is nothing but titles and genres: 通讯《A》，评论《B》获…"""
        self._total = False
        """The sentence has named several awards at once: a count after them is a total."""
        self._counted: AwardName | None = None
        """The award whose works follow its count: X奖2件：《A》三等奖，《B》三等奖."""
        self._context: AwardName | None = None
        """The award that a clause without winner named: 在第34届X奖评选中，"""

    def honours(self) -> list[Honour]:
        """Return the honours of the sentence, in order; empty for a sentence about something else."""
        whole = self._text[slice(*self._span)]
        verbs = any(not NO_HONOUR.match(whole[m.end() - 1 :]) for m in VERB.finditer(whole))
        if not verbs and not re.search(r"奖[项]?[：:]|等奖|奖\d|[：:]|——", whole):
            # 2010年度X奖评奖会于3月23日圆满结束。: who won it follows.
            self._take_context(*strip_marks(self._text, *self._span, "。 \n　"))
            return []
        found: list[Honour] = []
        lead = forms.TALLY_LEAD.match(self._text, *self._span)
        # 2022年度X奖一等奖3件。: nothing else in the sentence.
        alone = forms.TALLY.fullmatch(self._text, *strip_marks(self._text, *self._span, "。 \n　"))
        tallied = bool(lead or alone) or any(
            re.search(r"获奖|荣誉|奖项|表彰", title) for title in self._reading.section_path(self._span[0])
        )
        self._tallied = tallied
        if tallied and lead is None:
            lead = forms.SORT_LEAD.match(self._text, *self._span)
        if tallied and (bare := self._bare_honours(lead.end() if lead else self._span[0])):
            return bare
        self._span = (lead.end() if lead else self._span[0], self._span[1])
        for low, high in self.tokens.clauses(*self._span):
            if self._text[low - 1 : low] in {"；", ";"} and not self._only_titles:
                # 创作了广播剧《A》；短片《B》获…: what was only told of.
                self._waiting = []
            # 第三十二届X奖2件：广播评论《A》获二等奖: the total, then its parts.
            if tallied and forms.TALLY.match(self._text, low, high):
                self._verb_seen = True
            prize = forms.PRIZE_AND_PARTS.match(self._text, low, high)
            if prize:
                # 江南新闻奖：《A》获一等奖: the prize stands before the colon.
                self._context = parse_award_name(prize["prize"])
                low = prize.end()
            total = forms.TOTAL_AND_PARTS.search(self._text[low:high])
            if total:
                self._verb_seen = True
                found.extend(self._clause(low, low + total.start("colon")))
                low += total.end("colon")
                named = self.tokens.titles_only(low, high)
                if named and found and found[-1].level and not found[-1].works:
                    # X奖一等奖2件：《A》《B》
                    found[-1].works = named
                    continue
            if name_counted(self.tokens, low, high, found):
                continue
            found.extend(self._clause(low, high))
        return [honour for honour in of_the_same_prize(found, self._carried) if plausible(honour)]

    def _bare_honours(self, start: int) -> list[Honour]:
        """获得的主要荣誉有：全国青年文明号、江南省文明单位。: names of honours and nothing else, where a heading or lead says that they were won."""
        low, high = strip_marks(self._text, start, self._span[1], "。；; \n　")
        item = ITEM_MARK.match(self._text, low, high)
        low = item.end() if item else low
        named = self._text[low:high]
        if (self._quoted and "《" in named) or VERB.search(named) or re.search(r"[，：:]", named):
            return []
        items = re.split("、", named)
        # 江南省先进集体（江南晚报）: who won it stands in brackets.
        won = [forms.WINNER_IN_BRACKETS.search(each) for each in items]
        named_alone = [each[: by.start()] if by else each for each, by in zip(items, won, strict=True)]
        if not all(
            3 < len(each) <= 30 and BARE_HONOUR.search(each) and OPENS_HONOUR_OR_PLACE.match(each)
            for each in named_alone
        ):
            return []
        found = []
        for each, bare, by in zip(items, named_alone, won, strict=True):
            if (name := parse_award_name(bare)) is not None:
                found.append(
                    self._lists.made((low, low + len(each)), name, [], None, by["who"] if by else None)
                )
                found[-1].certain = True
            low += len(each) + 1
        return found

    def _clause(self, start: int, end: int) -> list[Honour]:
        start, end = strip_marks(self._text, start, end, "，,；;。！？!? \n　")
        item = ITEM_MARK.match(self._text, start, end)
        start = item.end() if item else start
        rest = self._take_context(start, end)
        start = start if rest is None else rest
        if start >= end or forms.SAID_OF_IT.match(self._text, start, end):
            return []
        if "评" in self._text[start:end] and (rated := forms.RATED_IN.fullmatch(self._text, start, end)):
            return self._rated(start, end, rated)
        base = self._lists.last or self._from_before(start)
        if parts := self.tokens.parts(start, end, base):
            self._lists.last = self._lists.last or base
            if len(parts) == 1 and not parts[0].works and not COUNT.search(self._text, start, end):
                # 报社获优秀组织奖: the house itself, once.
                who = self._text[start : start + 6].partition("获")
                parts[0].recipient = self._media if who[1] and is_generic(who[0]) else None
                if who[1] and not is_generic(who[0]) and forms.PERSON_ALONE.fullmatch(who[0]):
                    # …甲、乙分获一等奖，丙获电视播音二等奖
                    parts[0].recipient = who[0]
            return parts
        verb = self.tokens.honour_verb(start, end) or self._dash(start, end)
        if verb is None:
            return self._levels_after_works(start, end) or self._without_verb(start, end)
        self._verb_seen = True
        found = self._with_verb(start, end, verb)
        for honour in found:
            honour.certain = is_certain(self._text, verb, end)
        return found

    def _dash(self, start: int, end: int) -> Span | None:
        """《A》——第三十届X奖二等奖: the dash between winner and honour, in a list under a heading for honours."""
        dashes = [
            m for m in forms.DASH.finditer(self._text, start, end) if not self.tokens.inside_quote(m.start())
        ]
        if not self._tallied or len(dashes) != 1 or not HEAD.search(self._text, dashes[0].end(), end):
            return None
        return dashes[0].span()

    def _rated(self, start: int, end: int, rated: re.Match[str]) -> list[Honour]:
        """在…编校质量抽查中获评“优秀”: the mark that the media, or who is named, was given in a judging."""
        name = parse_award_name(rated["award"])
        if name is None:
            return []
        who = winner(rated["who"] or "", False, self._media)[1] or self._media or None
        honour = self._lists.made((start, end), name, [], None, who, rated["level"])
        honour.certain = True
        return [honour]

    def _take_context(self, start: int, end: int) -> int | None:
        """Where the clause goes on after an award named at its head, which is then the context; else None."""
        context = context_at(self.tokens, start, end)
        if context is None:
            return None
        if context.name is None:
            self._total = True
        else:
            self._context = name = context.name
            last, self._lists.last = self._lists.last, Honour(start, end, name.name, name.edition, name.year)
            if last is not None and VERB.match(self._text, context.end, end):
                # 《A》在X评选中获二等奖，在Y大赛中|获金奖
                self._lists.last.works, self._lists.last.recipient = last.works, last.recipient
        return context.end

    def _levels_after_works(self, start: int, end: int) -> list[Honour]:
        """X奖：《A》一等奖、《B》《C》二等奖: under the prize that stands before them, each level closes its works."""
        if (base := self._context or self._counted_award()) is None:
            return []
        runs = self.tokens.works_with_levels(start, end)
        return [self._lists.made(span, base, works, None, None, level) for span, works, level in runs]

    def _counted_award(self) -> AwardName | None:
        """获X奖2件：《A》三等奖，《B》三等奖: the prize that was counted right before its works."""
        last = self._lists.last
        if last is None or (self._counted is not None and last.award == self._counted.name):
            return self._counted if last is not None else None
        if last.level or last.works or not last.count or last.count < 2:
            return None
        self._counted = AwardName(last.award, last.edition, last.year, None)
        return self._counted

    def _without_verb(self, start: int, end: int) -> list[Honour]:
        """A further award after a verb that carries on (；第35届Y奖15件), X奖一等奖：《A》, or winners still to come."""
        text = self._text[start:end]
        works = self._works(start, end)
        # 记者张三采写的通讯《A》, and nothing behind it
        made = works and works[-1].end >= end and forms.MADE_BY.fullmatch(text, 0, works[0].start - start)
        if (
            works
            and (works[0].start - start <= 14 or made)
            and not re.search(r"奖|大赛", text[: works[0].start - start])
        ):
            # 上线《A》《B》等产品，其中《B》点击量破千万，获评…: of all that was told only the one.
            self._waiting = works if text.startswith("其中") else [*self._waiting, *works]
            self._only_titles = bool(made) or self.tokens.only_titles(start, end)
        colon = forms.PRIZE_COLON.match(text)
        if colon:
            name = parse_award_name(text[: colon.end() - 1])
            if name is not None and forms.ONLY_PARTS.match(text, colon.end()):
                # X奖：一等奖2件、二等奖4件
                self._verb_seen = True
                self._lists.last = Honour(start, end, name.name, name.edition, name.year)
                return self.tokens.level_runs(start + colon.end(), end, self._lists.last)
            if name is not None:
                return [self._listed(start, end, name, text[colon.end() :])]
        before = forms.LEVEL_AND_WORKS.match(text)
        base = parse_award_name(before["prize"]) if before else None
        if before and (base := base or self._context_award(start)):
            # 第39届X奖一等奖作品《A》，二等奖作品《B》《C》
            self._verb_seen = True
            names = self.tokens.names_between(start, end)
            return [self._lists.made((start, end), base, names, None, None, before["level"])]
        listed = forms.HONOUR_COLON.fullmatch(text) if self._tallied else None
        if listed and HEAD.search(listed["honour"]):
            # 荣誉榜: “全国三八红旗手”：要闻部主任沈雁
            name = parse_award_name(listed["honour"])
            return [] if name is None else [self._listed(start, end, name, listed["winner"])]
        if not self._verb_seen or not HEAD.search(text) or not re.search(r"奖|荣誉|称号", text):
            return []
        if (
            self.tokens.trailing_count(start, end) is None
            and edition(text) is None
            and not LEVEL.search(text)
        ):
            return []
        return self._lists.read((start, end), (start, end), [], None, None, False)

    def _works(self, start: int, end: int) -> list[Quoted]:
        return works_of([q for q in self._quoted if start <= q.start < end], self._text, self._titles)

    def _listed(self, start: int, end: int, name: AwardName, won_by: str) -> Honour:
        """X奖：《A》《B》 · 十佳案例：“看江南”客户端: what stands behind the colon won, titles or one by name."""
        works = [q.name for q in self._works(end - len(won_by), end)]
        recipient = None if works else winner(won_by, False, self._media)[1]
        return self._lists.made((start, end), name, works, None, recipient)

    def _with_verb(self, start: int, end: int, verb: Span) -> list[Honour]:
        text = self._text
        left, right = text[start : verb[0]], text[verb[1] : end]
        works = [q for q in self._works(start, verb[0]) if not TEAM_AFTER.match(text, q.end, verb[0])]
        own = self._winner(start, verb[0], works)[1]
        if self._waiting and (
            (not works and own is None)
            or (works and self._only_titles)
            or re.search(r"分别|分获|双双|均", text[start : verb[1]])
        ):
            works = [*self._waiting, *(q for q in works if q not in self._waiting)]
        self._waiting = []
        named = [q.name for q in works]
        number, recipient = self._winner(start, verb[0], works)
        if recipient in {"前者", "后者"}:
            named, recipient = of_the_two(
                [q for q in self._quoted if q.end <= start], recipient, text, self._titles
            )
        elif recipient and forms.THIS_PIECE.fullmatch(recipient):
            # 采写长篇通讯《A》，…，该通讯获X奖
            named, recipient = [q.name for q in self._works(self._span[0], start)][-1:], None
        several = distributes(text, verb)
        listed = re.fullmatch(r"上榜|榜上有名", text[slice(*verb)])
        if listed and number is None and not (named or right):
            # 各类作品全部上榜: says nothing that is not told elsewhere.
            return []
        before = self._lists.last
        nobody = not named and number is None and recipient is None
        counted = self.tokens.count(verb[1], end)
        located = forms.LOCATED.search(left)
        lead = left[: located.start()] if located and nobody else left
        if nobody and self._lists.last is not None and counted is None and forms.GOES_ON.fullmatch(lead):
            # 《A》获X奖，并入选Y榜单; …，在Y大赛中获金奖: the winner goes on.
            named, recipient = list(self._lists.last.works), self._lists.last.recipient
        if nobody and not named and before is None:
            recipient = stood_out(self._text[self._span[0] : start], self._media)
        if nobody and not named and self._lists.last is None and recipient is None:
            # 纪录片《A》共12集，…，播出后入选Y: the work that opens the segment won.
            named, recipient = opening_winner(self._text, self._quoted, self._titles, (self._span[0], start))
        if located:
            found = self._located(start, end, verb, located, works, several, (named, recipient))
        else:
            found = self._right_of_verb((start, end), verb, named, number, recipient, several)
        if text.startswith("同届", verb[1]) and before is not None:
            for honour in found:
                honour.edition = honour.edition or before.edition
        if found:
            self._lists.last = found[0]
        return found

    def _located(
        self,
        start: int,
        end: int,
        verb: Span,
        located: re.Match[str],
        works: list[Quoted],
        several: bool,
        going_on: tuple[list[str], str | None],
    ) -> list[Honour]:
        """10件作品在第34届X奖评选中获奖: the award stands before the verb, its level after it; 此次评选 is of the last."""
        if SEVERAL_PRIZES.match(located["award"]):
            # 在A奖、B奖等评选中共获奖23件: a total of none of them.
            self._total = True
            return []
        name = parse_award_name(located["award"]) or self._context_award(start)
        if name is None:
            return []
        before = [q for q in works if q.start < start + located.start()]
        behind = [q for q in works if q.start >= start + located.end()]
        works = before or behind or works
        after = self.tokens.names_between(verb[1], end)
        number, recipient = (None, None) if after else self._winner(start, start + located.start(), works)
        named = [q.name for q in works] or after or going_on[0]
        recipient = recipient or (None if named else going_on[1])
        counted = self.tokens.count(verb[1], end)
        if counted and number is None and not named and not self.tokens.levels(verb[1], end):
            # 我社在第30届X奖中获奖9件
            number = chinese_number(counted["number"])
        if recipient == self._media and counted:
            # 集团在X奖评选中还收获二等奖21件: how many the media won.
            recipient = None
        quoted = re.fullmatch(r"“(最佳[^”]{2,8}|[^”]{2,6}奖)”", self._text[verb[1] : end])
        if quoted:
            # 在…评比中获“最佳动漫”
            return [self._lists.made((start, end), name, named, number, recipient, quoted[1])]
        if OPEN_LEVEL.fullmatch(self._text, verb[1], end):
            # 在…演讲比赛中获优秀选手.
            return [self._lists.made((start, end), name, named, number, recipient, self._text[verb[1] : end])]
        return self._lists.spread((start, end), (verb[1], end), name, named, number, recipient, several)

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
        if aside := forms.MAKERS.search(text, verb[1], end):
            # 《A》获二等奖（作者：张三 李四
            end = aside.start()
        right = text[verb[1] : end]
        if re.search(r"零的突破|(?:称号|奖)的[一-龥]{2,}$", right) and "《" not in right:
            # 获得全国道德模范称号的村医, 获中国新闻奖零的突破: told of somebody else, or counted elsewhere.
            return []
        context = self._context_award(clause[0])
        categories = re.fullmatch(rf"[一-龥、]{{0,14}}?(?P<level>{LEVELS})", right)
        category, level = (
            (right[: categories.start("level")], categories["level"]) if categories else ("", "")
        )
        if context is not None and (
            (category and category == genre_before(category)) or forms.categories_and_level(right)
        ):
            # 《江南日报》9日第5版获版面三等奖, 《A》《B》分获评论类、系列报道类二等奖: of the award before.
            return self._lists.spread(clause, (verb[1], end), context, named, number, recipient, several)
        if (
            (base := self._context or self._carried or self._last_award()) is not None
            and category
            and forms.is_category(category)
        ):
            # 在…播音主持作品评选中，甲、乙分获广播播音、电视主持一等奖.
            people = (recipient or "").split("、")
            if number == len(people) > 1:
                return [self._lists.made(clause, base, [], 1, one, level) for one in people]
            return [self._lists.made(clause, base, named, number, recipient, level)]
        echoed = re.sub(r"(?:名单|荣誉|称号|奖)$", "", right)
        told = re.sub(r"(?:征集|评选|推选|遴选|展示|活动)+$", "", context.name) if context is not None else ""
        if context is not None and len(echoed) >= 2 and told.endswith(echoed):
            # 在…创新案例征集中，X客户端入选创新案例名单.
            return [self._lists.made(clause, replace(context, name=told), named, number, recipient)]
        if context is not None and (
            OPEN_LEVEL.fullmatch(right) or right in {"精品", "佳作", "优秀", "优胜", "十佳"}
        ):
            # 在…演讲比赛中获优秀选手.
            return [self._lists.made(clause, context, named, number, recipient, right)]
        if context is not None and forms.ONLY_LEVELS.fullmatch(right):
            counted = COUNT.search(text, verb[1], end)
            if counted and number is None and not self.tokens.levels(verb[1], end):
                number, recipient = chinese_number(counted["number"]), None
            return self._lists.spread(clause, (verb[1], end), context, named, number, recipient, several)
        following = [
            q
            for q in self._quoted
            if verb[1] <= q.start < end and q.book_marks and is_work(text, q, self._titles)
        ]
        stop = end
        # X奖一等奖1件（《A》）、三等奖2件: the titles belong to the counts that they stand behind.
        if following and not named and not forms.COUNT_AND_TITLES.search(text, verb[1], following[0].start):
            # 荣获X奖的《A》: the work follows.
            named, stop = [q.name for q in following], following[0].start
        lead = COUNT.match(text, verb[1], stop) if not named else None
        if lead and number is None:
            # 获得3项全国先进集体: the count stands before the award.
            number = chinese_number(lead["number"])
        return self._lists.read(
            clause, (lead.end() if lead else verb[1], stop), named, number, recipient, several
        )

    def _context_award(self, start: int) -> AwardName | None:
        """在第34届X奖评选中，《A》获一等奖: the award stands in a clause before."""
        if self._total:
            return None
        match = forms.CONTEXT_BEFORE.search(self._text[self._span[0] : start])
        if match and (name := parse_award_name(match[1])) is not None:
            return name
        if self._context is not None and (
            self._lists.last is None or self._lists.last.award != self._context.name
        ):
            return self._context
        if self._lists.last is not None and self._lists.last.award:
            return AwardName(self._lists.last.award, self._lists.last.edition, self._lists.last.year, None)
        return self._carried

    def _last_award(self) -> AwardName | None:
        """《A》获X奖网络类一等奖，《B》获网络新闻专栏二等奖: the prize of the clause before, for a category."""
        last = self._lists.last
        return (
            AwardName(last.award, last.edition, last.year, None) if last is not None and last.level else None
        )

    def _from_before(self, start: int) -> Honour | None:
        """The award of the sentence before, for a sentence that opens with its levels: 其中一等奖2件."""
        lead = self._text[self._span[0] : start]
        if self._carried is None or not re.fullmatch(r"(?:其中|包括|含|分别为)?[，,：:]?\s*", lead):
            return None
        return Honour(start, start, self._carried.name, self._carried.edition, self._carried.year)

    @property
    def award(self) -> AwardName | None:
        """The award that the sentence was about in the end, for the sentence after it."""
        if self._lists.last is None or self._total:
            return None
        if self._context is not None:
            return self._context
        return AwardName(self._lists.last.award, self._lists.last.edition, self._lists.last.year, None)

    def _winner(self, start: int, stop: int, works: list[Quoted]) -> tuple[int | None, str | None]:
        begin = works[-1].end if works and works[-1].start >= start else start
        return winner(self._text[begin:stop], bool(works), self._media)
