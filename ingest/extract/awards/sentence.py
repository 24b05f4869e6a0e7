"""One sentence read for honours, clause by clause."""

from __future__ import annotations

import re

from ingest.extract.awards import forms
from ingest.extract.awards.afterwards import labelled_parts, level_told, total_of
from ingest.extract.awards.honours import Honour, plausible
from ingest.extract.awards.lists import name_counted, of_the_same_prize
from ingest.extract.awards.names import parse_award_name
from ingest.extract.awards.rows import row_of
from ingest.extract.awards.state import State
from ingest.extract.awards.verbless import (
    bare_honours,
    bracketed_prizes,
    dash,
    levels_after_works,
    rated_in,
    without_verb,
    won_by,
    works_after_levels,
)
from ingest.extract.awards.verbs import with_verb
from ingest.extract.awards.winners import is_generic, winner
from ingest.extract.awards.words import COUNT, ITEM_MARK, NO_HONOUR, SEVERAL_PRIZES, VERB, is_certain
from ingest.numerals import chinese_number
from ingest.sentences import strip_marks


def read_sentence(state: State) -> list[Honour]:
    """Return the honours of the sentence, in order; empty for a sentence about something else."""
    whole = state.text[slice(*state.span)]
    state.tallied = any(
        re.search(r"获奖|荣誉|奖项|表彰", title) for title in state.reading.section_path(state.span[0])
    )
    if row := row_of(state):
        return row
    verbs = any(not NO_HONOUR.match(whole[m.end() - 1 :]) for m in VERB.finditer(whole))
    if not verbs and not re.search(r"奖[项]?[：:]|等奖|等次|(?:奖|好新闻|好作品)\d|[：:]|——", whole):
        # 2010年度X奖评奖会于3月23日圆满结束。: who won it follows.
        state.take_context(*strip_marks(state.text, *state.span, "。 \n　"))
        return []
    found: list[Honour] = []
    lead = forms.TALLY_LEAD.match(state.text, *state.span)
    # 2022年度X奖一等奖3件。: nothing else in the sentence.
    alone = forms.TALLY.fullmatch(state.text, *strip_marks(state.text, *state.span, "。 \n　"))
    tallied = state.tallied = bool(lead or alone) or state.tallied
    if tallied and lead is None:
        lead = forms.SORT_LEAD.match(state.text, *state.span)
    if tallied and (bare := bare_honours(state, lead.end() if lead else state.span[0])):
        return bare
    state.span = (lead.end() if lead else state.span[0], state.span[1])
    behind = forms.ALL_OF_PRIZE.search(state.text, *state.span) if "等奖" in whole else None
    # 其中《A》获一等奖，均为X奖: parts of a whole that is told elsewhere.
    behind = None if whole.startswith("其中") else behind
    if behind and state.quoted and (name := parse_award_name(behind["prize"])) is not None:
        state.context, state.span = name, (state.span[0], behind.start())
    for low, high in state.tokens.clauses(*state.span):
        if state.text[low - 1 : low] in {"；", ";"} and not state.only_titles:
            # 创作了广播剧《A》；短片《B》获…: what was only told of.
            state.waiting = []
        # 第三十二届X奖2件：广播评论《A》获二等奖: the total, then its parts.
        if tallied and forms.TALLY.match(state.text, low, high):
            state.verb_seen = True
        prize = forms.PRIZE_AND_PARTS.match(state.text, low, high) or forms.NAME_AND_LEVELS.match(
            state.text, low, high
        )
        if prize:
            # 江南新闻奖：《A》获一等奖: the prize stands before the colon.
            state.context = parse_award_name(prize["prize"])
            low = prize.end()
        if holders := forms.HOLDERS.match(state.text, low, high):
            state.context, low = parse_award_name(holders["prize"]), holders.end()
            if (name := state.context) is not None:
                state.lists.last = Honour(low, high, name.name, name.edition, name.year)
        parted = _told_and_listed(state, low, high)
        if parted is not None:
            found.extend(_clause(state, low, parted))
            low = parted + 1
        total = forms.TOTAL_AND_PARTS.search(state.text[low:high])
        if total:
            state.verb_seen = True
            found.extend(_clause(state, low, low + total.start("colon")))
            low += total.end("colon")
            named = state.tokens.titles_only(low, high)
            if named and found and found[-1].level and not found[-1].works:
                # X奖一等奖2件：《A》《B》
                found[-1].works = named
                continue
        if name_counted(state.tokens, low, high, found) or level_told(state.text, low, high, found):
            continue
        if (total_won := total_of(state.text, low, high, found)) is not None:
            found.append(total_won)
            continue
        found.extend(_clause(state, low, high))
    return [
        honour
        for honour in of_the_same_prize(found, state.carried)
        if plausible(honour) and not _told_by_level(honour, found)
    ]


def _told_by_level(honour: Honour, found: list[Honour]) -> bool:
    """《A》《B》双获X奖，|分列二、三等奖: each of its works is told again with the level that it won."""
    if honour.level:
        return False
    if honour.recipient and not honour.works and honour.count == 1:
        # 江南日报再度问鼎X奖，|通讯《A》获二等奖: what the house won is the piece's honour.
        return any(
            other.level and other.works and other.start > honour.start and other.award == honour.award
            for other in found
        )
    if len(honour.works) < 2 or honour.count != len(honour.works):
        return False
    levels = {
        work
        for other in found
        if other.level and (other.award, other.edition) == (honour.award, honour.edition)
        for work in other.works
    }
    return levels == set(honour.works)


def _told_and_listed(state: State, low: int, high: int) -> int | None:
    """5件作品获得表彰：|《A》获X奖: where the colon stands that parts what was told of all from each by its own verb."""
    at = state.text.find("：", low, high)
    if (
        at < 0
        or state.tokens.inside_quote(at)
        or state.text.count("（", low, at) > state.text.count("）", low, at)
    ):
        # 《A》（作者：甲、乙）获X奖
        return None
    return at if state.tokens.honour_verb(at + 1, high) is not None else None


def _each_counted(state: State, start: int, end: int) -> list[Honour]:
    """在A奖、B奖评选中，|分别有14件、11件作品获奖: so many of each, in turn."""
    counts = list(COUNT.finditer(state.text, start, end))
    if "分别" not in state.text[start:end] or not 1 < len(counts) == len(state.several):
        return []
    return [
        state.lists.made((start, end), name, [], chinese_number(count["number"]), None)
        for name, count in zip(state.several, counts, strict=True)
    ]


def _in_turn(words: str, parts: list[Honour], base: Honour | None) -> None:
    """《A》《B》双双获奖，|分别是一等奖和三等奖: give each of `parts` the work of `base` whose turn it is."""
    works = base.works if base is not None else []
    if not re.match(r"(?:分别|依次)(?:[是为获得列居]|位列)", words) or len(works) != len(parts):
        return
    if len(works) > 1 and all(not part.works and part.count == 1 for part in parts):
        for part, work in zip(parts, works, strict=True):
            part.works = [work]


def _counted(state: State, start: int, end: int) -> list[Honour] | None:
    """江南新闻奖14件作品入围 · 江南新闻奖拿回7件 · (of the context) 我社获奖作品13件; None for any other clause."""
    told = forms.PRIZE_AND_COUNT.fullmatch(state.text, start, end)
    if (
        told
        and (told["verb"] or told["won"] or state.tallied)
        and (name := parse_award_name(told["prize"])) is not None
    ):
        if SEVERAL_PRIZES.match(told["prize"]):
            state.total = True
            return []
        state.verb_seen = True
        return [state.lists.made((start, end), name, [], chinese_number(told["number"]), None)]
    of_it = forms.COUNTED_OF_IT.fullmatch(state.text, start, end) if state.context is not None else None
    if of_it and state.context is not None:
        number = chinese_number(of_it["number"] or of_it["told"])
        return [state.lists.made((start, end), state.context, [], number, None)]
    return None


def _clause(state: State, start: int, end: int) -> list[Honour]:
    start, end = strip_marks(state.text, start, end, "，,；;。！？!? \n　")
    item = ITEM_MARK.match(state.text, start, end)
    start = item.end() if item else start
    listing = forms.LISTING.match(state.text, start, end)
    start = listing.end() if listing else start
    won = state.tokens.honour_verb(start, end)
    if forms.MEANT.search(state.covered(start, won[0] if won else end)):
        return []
    rest = state.take_context(start, end)
    start = start if rest is None else rest
    if start >= end or forms.SAID_OF_IT.match(state.text, start, end):
        return []
    if each := _each_counted(state, start, end):
        return each
    if (counted := _counted(state, start, end)) is not None:
        return counted
    if re.search("评|等次", state.text[start:end]) and (
        rated := forms.RATED_IN.fullmatch(state.text, start, end)
    ):
        return rated_in(state, start, end, rated)
    if brackets := bracketed_prizes(state, start, end):
        return brackets
    sign = forms.INVERTED_SIGN.search(state.text, start, end)
    if sign and (inverted := forms.INVERTED.fullmatch(state.text, start, end)):
        return won_by(state, start, end, inverted)
    gives = forms.GIVES.search(state.covered(start, end))
    won = state.tokens.honour_verb(start, end)
    if won is None and (gives or state.gave):
        # 每月评出好稿一等奖2件，二等奖4件: what the house itself gives.
        state.gave = True
        return []
    base = state.lists.last or state.from_before(start)
    if parts := labelled_parts(state.text, start, end, base):
        return parts
    if parts := state.tokens.parts(start, end, base):
        _in_turn(state.text[start:end], parts, base)
        state.lists.last = state.lists.last or base
        if len(parts) == 1 and not parts[0].works and not COUNT.search(state.text, start, end):
            # 报社获优秀组织奖: the house itself, once.
            who = state.text[start : start + 12].partition("获")
            named = winner(who[0], False, state.media)[1] if who[1] else None
            parts[0].recipient = state.media if who[1] and is_generic(who[0]) else None
            if named and named != state.media and forms.PERSON_ALONE.fullmatch(named):
                # …甲、乙分获一等奖，丙获电视播音二等奖
                parts[0].recipient = named
        return parts
    if "奖的" in state.text[start:end] and (each := works_after_levels(state, start, end)):
        # 分别是获得二等奖的报道《A》、获得三等奖的评论《B》
        return each
    verb = won or dash(state, start, end)
    if verb is None:
        return levels_after_works(state, start, end) or without_verb(state, start, end)
    state.verb_seen = True
    found = with_verb(state, start, end, verb)
    for honour in found:
        honour.certain = is_certain(state.text, verb, end)
    return found
