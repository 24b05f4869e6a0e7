"""Clauses of an award sentence that have no verb of winning: X奖一等奖：《A》 · 《A》——X奖二等奖 · 《A》一等奖、《B》二等奖."""

from __future__ import annotations

import re

from ingest.dates import edition
from ingest.extract.awards import forms
from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.state import State
from ingest.extract.awards.winners import is_outsider, winner
from ingest.extract.awards.words import (
    BARE_HONOUR,
    HEAD,
    ITEM_MARK,
    LEVEL,
    OPENS_HONOUR_OR_PLACE,
    OPENS_PRIZE,
    VERB,
)
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.sentences import Span, strip_marks

_PIECE_AND_LEVEL = re.compile(rf"[一-龥A-Z0-9]{{0,10}}(?:《[^》]+》[、和]?)+(?:{LEVELS})")


def bare_honours(state: State, start: int) -> list[Honour]:
    """获得的主要荣誉有：全国青年文明号、江南省文明单位。: names of honours and nothing else, where a heading or lead says that they were won."""
    low, high = strip_marks(state.text, start, state.span[1], "。；; \n　")
    item = ITEM_MARK.match(state.text, low, high)
    low = item.end() if item else low
    named = state.text[low:high]
    if (state.quoted and "《" in named) or VERB.search(named) or re.search(r"[：:]", named):
        return []
    told = [forms.BARE_RECORD.fullmatch(each) for each in re.split("[、；;]", named)]
    found = []
    for each in told:
        bare = each["honour"] if each else ""
        if each is None or not (BARE_HONOUR.search(bare) and OPENS_HONOUR_OR_PLACE.match(bare)):
            return []
        if (name := parse_award_name(bare)) is not None:
            place = (low, low + len(each.group()))
            who = (each["before"] or each["behind"] or "").strip("“”《》")
            found.append(state.lists.made(place, name, [], None, who or None))
            found[-1].certain = True
        low += len(each.group()) + 1
    return found


def dash(state: State, start: int, end: int) -> Span | None:
    """《A》——第三十届X奖二等奖: the dash between winner and honour, in a list under a heading for honours."""
    dashes = [
        m for m in forms.DASH.finditer(state.text, start, end) if not state.tokens.inside_quote(m.start())
    ]
    # A8—A9: two pages
    dashes = [m for m in dashes if not re.fullmatch(r"[A-Z\d—–]+", state.text[m.start() - 1 : m.end() + 1])]
    if not state.tallied or len(dashes) != 1 or not HEAD.search(state.text, dashes[0].end(), end):
        return None
    return dashes[0].span()


def rated_in(state: State, start: int, end: int, rated: re.Match[str]) -> list[Honour]:
    """在…编校质量抽查中获评“优秀”: the mark that the media, or who is named, was given in a judging."""
    name = parse_award_name(rated["award"])
    if name is None:
        return []
    who = winner(rated["who"] or "", False, state.media)[1] or state.media or None
    honour = state.lists.made((start, end), name, [], None, who, rated["level"])
    honour.certain = True
    return [honour]


def levels_after_works(state: State, start: int, end: int) -> list[Honour]:
    """X奖：《A》一等奖、《B》《C》二等奖: under the prize that stands before them (or in brackets behind them), each level closes its works."""
    behind = forms.PRIZE_BEHIND.search(state.text, start, end)
    told = parse_award_name(behind["prize"]) if behind else None
    if behind and told is not None:
        end = behind.start("bracket")
    base = told or state.context or state.counted_award()
    if base is None and _PIECE_AND_LEVEL.fullmatch(state.text, start, end):
        # 《A》获X奖一等奖，网络专题《B》三等奖
        base = state.last_award()
    if base is None:
        return []
    runs = state.tokens.works_with_levels(start, end)
    return [state.lists.made(span, base, works, number, None, level) for span, works, number, level in runs]


def bracketed_prizes(state: State, start: int, end: int) -> list[Honour]:
    """推出《A》（第三届X大赛金奖作品）、《B》（Y奖二等奖）: each title with what it won in brackets behind it."""
    found = []
    for told in forms.BRACKETED_PRIZE.finditer(state.text, start, end):
        if (name := parse_award_name(told["prize"])) is not None and HEAD.search(told["prize"]):
            found.append(state.lists.made(told.span(), name, [told["work"]], 1, None))
    return found


def won_by(state: State, start: int, end: int, inverted: re.Match[str]) -> list[Honour]:
    """X奖一等奖花落《A》 · 一等奖由《A》《B》摘得: the prize, of the context where only its level is told, then who won it."""
    group = next(name for name in ("on", "to", "by") if inverted[name])
    works = state.works(*inverted.span(group))
    number, recipient = winner(inverted[group], False, state.media) if not works else (None, None)
    level = re.fullmatch(LEVELS, inverted["prize"])
    name = parse_award_name(inverted["prize"]) if level is None else state.context_award(start)
    if name is None or not (works or number or recipient) or (recipient and is_outsider(recipient)):
        return []
    named = [quoted.name for quoted in works]
    told = level.group() if level else None
    return [state.lists.made((start, end), name, named, number, recipient, told)]


def without_verb(state: State, start: int, end: int) -> list[Honour]:
    """A further award after a verb that carries on (；第35届Y奖15件), X奖一等奖：《A》, or winners still to come."""
    text = state.text[start:end]
    works = state.works(start, end)
    if len(state.waiting) > 1 and (which := re.match("前者|后者", text)):
        # 推出《A》《B》等，|后者阅读量过亿
        state.waiting = [state.waiting[-2 if which.group() == "前者" else -1]]
    # 记者张三采写的通讯《A》, and nothing behind it
    made = works and works[-1].end >= end and forms.MADE_BY.fullmatch(text, 0, works[0].start - start)
    if (
        works
        and (works[0].start - start <= 14 or made)
        and not re.search(r"奖|大赛", text[: works[0].start - start])
        and not text.startswith(("除", "继"))
    ):
        # 上线《A》《B》等产品，其中《B》点击量破千万，获评…: of all that was told only the one.
        # 《A》拍摄8集，《B》连播20集，获…: of what each clause tells something only the last.
        alone = text.startswith("其中") or (state.waiting and not state.only_titles)
        state.waiting = works if alone else [*state.waiting, *works]
        state.only_titles = bool(made) or state.tokens.only_titles(start, end)
    if (counted := forms.WON_COUNTED.fullmatch(text)) and (name := parse_award_name(counted["prize"])):
        return [state.lists.made((start, end), name, [], chinese_number(counted["number"]), None)]
    of_piece = forms.OF_THE_PIECE.fullmatch(state.text, start, end) if works else None
    if of_piece and (name := parse_award_name(of_piece["prize"])) is not None:
        named = state.tokens.names_between(*of_piece.span("pieces"))
        return [state.lists.made((start, end), name, named, None, None)]
    colon = forms.PRIZE_COLON.match(text)
    if colon and not state.tokens.inside_quote(start + colon.end() - 2):
        name = parse_award_name(text[: colon.end() - 1])
        if name is not None and forms.ONLY_PARTS.match(text, colon.end()):
            # X奖：一等奖2件、二等奖4件
            state.verb_seen = True
            state.lists.last = Honour(start, end, name.name, name.edition, name.year)
            return state.tokens.level_runs(start + colon.end(), end, state.lists.last)
        if name is not None and (tallied := forms.TALLIED.match(text, colon.end())):
            # X奖：本台获奖作品共21件（一等奖4件，二等奖17件）
            state.verb_seen = True
            number = chinese_number(tallied["number"])
            whole = state.lists.made((start, start + tallied.end("number") + 1), name, [], number, None)
            if parts := forms.LISTED_PARTS.search(state.text, start + tallied.end(), end):
                return [whole, *state.tokens.level_runs(*parts.span("parts"), whole)]
            return [whole]
        if name is not None:
            return [_listed(state, start, end, name, text[colon.end() :])]
    if won := _of_one_winner(state, start, end):
        return won
    if won := works_after_levels(state, start, end):
        return won
    listed = forms.HONOUR_COLON.fullmatch(text) if state.tallied else None
    if listed and HEAD.search(listed["honour"]):
        # 荣誉榜: “全国三八红旗手”：要闻部主任沈雁
        name = parse_award_name(listed["honour"])
        return [] if name is None else [_listed(state, start, end, name, listed["winner"])]
    if not state.verb_seen or not HEAD.search(text) or not re.search(r"奖|荣誉|称号", text):
        return []
    if state.tokens.trailing_count(start, end) is None and edition(text) is None and not LEVEL.search(text):
        return []
    return state.lists.read((start, end), (start, end), [], None, None, False)


def works_after_levels(state: State, start: int, end: int) -> list[Honour]:
    """第39届X奖一等奖作品《A》、三等奖《B》《C》: each level with the works behind it, and nothing else in the clause."""
    runs: list[re.Match[str]] = []
    at = start
    while run := forms.LEVEL_AND_WORKS.match(state.text, at, end):
        runs.append(run)
        at = run.end()
    if not runs or at != end:
        return []
    base: AwardName | None = None
    found = []
    for run in runs:
        told = parse_award_name(run["prize"]) if HEAD.search(run["prize"]) else None
        base = told or base or state.context_award(start)
        if base is None:
            return []
        state.verb_seen = True
        names = state.tokens.names_between(*run.span("works"))
        found.append(state.lists.made(run.span(), base, names, None, None, run["level"]))
    return found


def _of_one_winner(state: State, start: int, end: int) -> list[Honour]:
    """《A》：X奖一等奖、Y奖二等奖 · “帮您问”：全国典型案例、全省十佳案例: one name, and behind the colon all that it won."""
    head = forms.WINNER_COLON.match(state.text, start, end)
    if head is None and state.tallied:
        head = forms.WHO_COLON.match(state.text, start, end)
        head = None if head is None or HEAD.search(head["name"]) else head
    if head is None or not (state.tallied or LEVEL.search(state.text, head.end(), end)):
        return []
    items = state.tokens.list_items(head.end(), end)
    if not all(
        HEAD.search(state.text, *item) and OPENS_PRIZE.match(state.text[slice(*item)]) for item in items
    ):
        return []
    works = [q.name for q in state.works(start, head.end())]
    recipient = None if works else winner(head["name"], False, state.media)[1] or head["name"]
    return state.lists.read((start, end), (head.end(), end), works, None, recipient, False)


def _listed(state: State, start: int, end: int, name: AwardName, won_by: str) -> Honour:
    """X奖：《A》《B》 · 十佳案例：“看江南”客户端: what stands behind the colon won, titles or one by name."""
    works = [q.name for q in state.works(end - len(won_by), end)]
    recipient = None if works else winner(won_by, False, state.media)[1]
    return state.lists.made((start, end), name, works, None, recipient)
