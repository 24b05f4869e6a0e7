"""The award that a clause names before its winners: 在第34届X奖评选中， · 2019年度X奖揭晓，"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.dates import edition, years
from ingest.extract.awards.forms import AWARD_ITSELF, ENTERED, HELD_BY_US, ISSUED
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.words import ADVERBS, CONTEXT, CONTEXT_TOLD, GIVEN, LEVEL, SEVERAL_PRIZES, VERB


@dataclass(frozen=True)
class Context:
    """An award at the head of a clause, which goes on at `end` (code points)."""

    name: AwardName | None
    """None where the clause names several awards at once: what follows belongs to none of them."""
    end: int
    several: tuple[AwardName, ...] = ()
    """The awards that it names at once, each with its edition or year."""


# 年末|在|全省版面年赛中, 摄影部|在|职工摄影展中
_WITHIN = re.compile(r"(?P<lead>[^“”《》在于]{2,16})(?:在(?!线)|于)(?=.{4})")
_TIME = re.compile(rf"(?:{ADVERBS}|\d{{1,2}}月(?:\d{{1,2}}日)?|(?:19|20)\d{{2}}年|其中|，)+")


def _each_of(prizes: str) -> tuple[AwardName, ...]:
    """第34届X奖、2017年度Y奖: the names, none where one of them stands without edition and year."""
    names = [parse_award_name(prize) for prize in re.split("[、和]", prizes)]
    whole = [name for name in names if name is not None and (name.edition or name.year)]
    return tuple(whole) if len(whole) == len(names) else ()


def context_at(tokens: Tokens, start: int, end: int) -> Context | None:
    """Return the context with which the clause in the span begins, None where it begins otherwise."""
    text = tokens.text
    if VERB.match(text, start, end):
        # 获江南省优秀作品一等奖: what was won, and not where
        return None
    given = GIVEN.fullmatch(text, start, end)
    if given and (name := parse_award_name(given["award"])) is not None:
        return Context(name, end)
    entered = ENTERED.fullmatch(text, start, end)
    if entered and (name := parse_award_name(entered["award"])) is not None:
        return Context(name, end)
    if HELD_BY_US.match(text, start, end):
        # 承办全省青少年书法大赛: what the house held, and did not win.
        return None
    issued = ISSUED.fullmatch(text, start, end)
    if issued and (name := parse_award_name(issued["award"])) is not None:
        # 中国晚报协会公布2020年度全国晚报优秀作品评选结果，
        return Context(name, end)
    told = CONTEXT_TOLD.match(text, start, end)
    if told and SEVERAL_PRIZES.match(told["award"]):
        # 在A奖、B奖等评选中，52件作品获奖
        return Context(None, end, _each_of(told["award"]))
    match = CONTEXT.match(text, start, end)
    if match is None or (told and not match["tail"]):
        # 2017年度江南新闻奖县市报纸专项奖评选揭晓: the prize that the words after it tell.
        match = told
    if match is None or tokens.inside_quote(match.end("award") - 1):
        return None
    rest = text[match.end() : end]
    if AWARD_ITSELF.match(rest) and not match["tail"]:
        return None
    if rest and not VERB.search(rest) and not LEVEL.search(rest):
        return None
    if not match["tail"] and rest and not (edition(match["award"]) or years(match["award"])):
        return None
    award = match["award"]
    if within := _WITHIN.match(award):
        if VERB.search(rest) and not _TIME.fullmatch(within["lead"]):
            # 摄影部在X展览中有3幅作品获奖: who won stands before it.
            return None
        award = award[within.end() :]
    name = parse_award_name(award)
    return None if name is None else Context(name, match.end())
