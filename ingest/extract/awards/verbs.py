"""Clauses with a verb of winning: who stands before it, what after it or, with 在…中, before it too."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.awards import forms
from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName, has_levels, parse_award_name
from ingest.extract.awards.state import State
from ingest.extract.awards.topics import THIS_ONE, this_one, topic
from ingest.extract.awards.winners import (
    distributes,
    is_generic,
    is_outsider,
    is_work,
    of_the_two,
    opening_winner,
    stood_out,
    winner,
    won_for_columns,
)
from ingest.extract.awards.words import COUNT, NAME_LEAD, OPEN_LEVEL, SEVERAL_PRIZES, TEAM_AFTER
from ingest.genres import genre_before
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.sentences import Span
from ingest.titles import Quoted


def with_verb(state: State, start: int, end: int, verb: Span) -> list[Honour]:
    """Return the honours of a clause with a verb of winning at `verb`, whoever of the clauses before won them."""
    text = state.text
    left, right = forms.WITH_WHAT.sub("", text[start : verb[0]]), text[verb[1] : end]
    if text[slice(*verb)] == "授予":
        return _given(state, start, end, verb)
    if forms.NOBODY.search(left):
        # 全年无作品获得中国新闻奖
        return []
    if trophy := forms.TROPHY.search(text, verb[1], end):
        # 捧得二等奖|奖杯
        end = trophy.start()
    if forms.AFTER_WHICH.search(left) and (after := re.search("之?后$", text[verb[1] : end])):
        # 继获X奖|后，又入选Y
        end = verb[1] + after.start()
    if again := forms.SAME_EDITION.match(text, verb[1], end):
        # 《B》获|同届|三等奖
        verb = (verb[0], again.end())
    works = [q for q in state.works(start, verb[0]) if not TEAM_AFTER.match(text, q.end, verb[0])]
    if works and is_outsider(text[start : works[0].start]):
        # 省歌舞剧院|《A》获X奖
        state.lists.last = None
        return []
    own = state.winner(start, verb[0], works)[1]
    if state.waiting and (
        (not works and own is None)
        or (works and state.only_titles)
        or re.search(r"分别|分获|双双|均", text[start : verb[1]])
    ):
        works = [*state.waiting, *(q for q in works if q not in state.waiting)]
    state.waiting = []
    named = [q.name for q in works]
    number, recipient = state.winner(start, verb[0], works)
    if recipient in {"前者", "后者"}:
        named, recipient = of_the_two(
            [q for q in state.quoted if q.end <= start], recipient, text, state.titles
        )
    elif recipient and (this := THIS_ONE.fullmatch(recipient)):
        # 采写长篇通讯《A》，…，该通讯获X奖
        named, recipient = this_one(state, start, this)
    if named and works and works[-1].end <= start and won_for_columns(works, right, state.titles):
        # 《A》全年播出230期，获X奖名专栏
        named, recipient = [], "、".join(named)
    several = distributes(text, verb)
    listed = forms.LISTED.fullmatch(text, *verb)
    if listed and number is None and not (named or right or state.tokens.names_between(start, verb[0])):
        # 各类作品全部上榜: says nothing that is not told elsewhere.
        return []
    if not _of_the_house(state, start, verb, number, recipient):
        state.lists.last = None
        return []
    if recipient and not named and re.search("(?:之?后|之际)$", text[verb[1] : end]):
        # 余老汉获全国道德模范提名后，本报推出…: when, and of whom the report tells
        return []
    before = state.lists.last
    nobody = not named and number is None and recipient is None
    counted = state.tokens.count(verb[1], end)
    located = forms.LOCATED.search(forms.SO_MANY_OF_IT.sub("", state.covered(start, start + len(left))))
    lead = left[: located.start()] if located and nobody else left
    goes_on = nobody and counted is None and forms.GOES_ON.fullmatch(lead) is not None
    if goes_on and before is not None:
        # 《A》获X奖，并入选Y榜单; …，在Y大赛中获金奖: the winner goes on.
        named, recipient = topic(state, start, before.end)
        if not (named or recipient):
            named, recipient = list(before.works), before.recipient
    if nobody and not named and before is None:
        recipient = stood_out(state.text[state.span[0] : start], state.media)
    if nobody and not named and state.lists.last is None and recipient is None:
        # 纪录片《A》共12集，…，播出后入选Y: the work that opens the segment won.
        named, recipient = opening_winner(state.text, state.quoted, state.titles, (state.span[0], start))
        if goes_on and not named and recipient is None:
            named, recipient = topic(state, start, state.span[0])
    medals = forms.MEDALS.fullmatch(right) if right else None
    if medals:
        prize = left[slice(*located.span("award"))] if located else ""
        found = _medals(state, start, end, parse_award_name(prize) or state.context_award(start), medals)
    elif (
        (by := forms.BY_PRIZE.fullmatch(text, *verb))
        and right
        and (judged := parse_award_name(by["prize"])) is not None
    ):
        level = right.removesuffix("称号").strip("“”")
        found = [state.lists.made((start, end), judged, named, number, recipient, level)]
    elif located and forms.NAMED_HONOUR.fullmatch(right):
        number, recipient = state.winner(start, start + located.start(), works)
        found = state.lists.read((start, end), (verb[1], end), named, number, recipient, several)
    elif located:
        found = _located(state, start, end, verb, located, works, several, (named, recipient), number)
    else:
        found = _right_of_verb(state, (start, end), verb, named, number, recipient, several)
    if text.startswith("同届", verb[1]) and before is not None:
        for honour in found:
            honour.edition = honour.edition or before.edition
    if as_what := forms.AS_WHAT.search(text[start : verb[0]]):
        for honour in found:
            honour.level = honour.level or as_what["level"]
    for honour in found if nobody else ():
        if not (honour.works or honour.recipient or honour.level) and forms.FOR_HOUSES.search(honour.award):
            # 连续三年获评全省文明单位。: the media itself, where nobody is named.
            honour.recipient = state.media or None
    if found:
        state.lists.last = found[0]
    return found


def _given(state: State, start: int, end: int, verb: Span) -> list[Honour]:
    """省委宣传部授予我台“先进集体”称号: who was given it stands behind the verb; what the house itself gives is not won."""
    given = forms.GIVEN_TO.match(state.text, verb[1], end)
    giver = NAME_LEAD.sub("", state.text[start : verb[0]])
    if given is None or not giver or is_generic(giver) or giver == state.media:
        state.gave = True
        return []
    number, recipient = winner(given["who"], False, state.media)
    if recipient and is_outsider(recipient):
        return []
    return state.lists.read((start, end), (given.end(), end), [], number, recipient, False)


def _of_the_house(state: State, start: int, verb: Span, number: int | None, recipient: str | None) -> bool:
    """Tell whether who won can be of the house; 10人 of a contest, without a word for the house, are whoever took part."""
    marked = any(quoted.name == recipient for quoted in state.quoted)
    if recipient and not marked and is_outsider(recipient):
        return False
    clause = max(state.text.rfind(mark, state.span[0], start) for mark in "，；。")
    if forms.MANY_OUTSIDERS.search(state.covered(max(clause, state.span[0]), verb[0])):
        return False
    if number is None or recipient or not (state.context is not None or state.held or state.gave):
        return True
    people = forms.SO_MANY_PEOPLE.search(state.text, start, verb[0])
    told = state.text[start if state.held or state.gave else state.span[0] : verb[0]]
    return people is None or forms.HOUSE.search(told) is not None


def _medals(
    state: State, start: int, end: int, name: AwardName | None, medals: re.Match[str]
) -> list[Honour]:
    """在X竞赛中摘得|1金2银2铜: so many of each."""
    if name is None:
        return []
    won = [(metal, chinese_number(number)) for metal, number in medals.groupdict().items() if number]
    return [state.lists.made((start, end), name, [], number, None, metal + "奖") for metal, number in won]


def _located(
    state: State,
    start: int,
    end: int,
    verb: Span,
    located: re.Match[str],
    works: list[Quoted],
    several: bool,
    going_on: tuple[list[str], str | None],
    told: int | None,
) -> list[Honour]:
    """10件作品在第34届X奖评选中获奖: the award stands before the verb, its level after it; 此次评选 is of the last."""
    text = state.text
    prize = text[start + located.start("award") : start + located.end("award")]
    if SEVERAL_PRIZES.match(prize):
        # 在A奖、B奖等评选中共获奖23件: a total of none of them.
        state.total = True
        return []
    name = parse_award_name(prize) or state.context_award(start)
    if name is None:
        return []
    before = [q for q in works if q.start < start + located.start()]
    behind = [q for q in works if q.start >= start + located.end()]
    works = before or behind or works
    after = state.tokens.names_between(verb[1], end)
    number, recipient = (None, None) if after else state.winner(start, start + located.start(), works)
    named = [q.name for q in works] or after or going_on[0]
    recipient = recipient or (None if named else going_on[1])
    if number is None and told is not None and not named:
        # 摄影部在X展览中有3幅作品|获奖
        number, recipient = told, None
    counted = state.tokens.count(verb[1], end)
    if counted and number is None and not named and not state.tokens.levels(verb[1], end):
        # 我社在第30届X奖中获奖9件
        number = chinese_number(counted["number"])
    if recipient == state.media and counted:
        # 集团在X奖评选中还收获二等奖21件: how many the media won.
        recipient = None
    quoted = re.fullmatch(r"“(最佳[^”]{2,8}|[^”]{2,6}奖)”", state.text[verb[1] : end])
    if quoted:
        # 在…评比中获“最佳动漫”
        return [state.lists.made((start, end), name, named, number, recipient, quoted[1])]
    if OPEN_LEVEL.fullmatch(state.text, verb[1], end):
        # 在…演讲比赛中获优秀选手.
        return [state.lists.made((start, end), name, named, number, recipient, state.text[verb[1] : end])]
    if level := forms.TELLS_LEVEL.get(state.text[slice(*verb)]):
        return [state.lists.made((start, end), name, named, number, recipient, level)]
    return state.lists.spread((start, end), (verb[1], end), name, named, number, recipient, several)


def _right_of_verb(
    state: State,
    clause: Span,
    verb: Span,
    named: list[str],
    number: int | None,
    recipient: str | None,
    several: bool,
) -> list[Honour]:
    text, end = state.text, clause[1]
    if aside := forms.MAKERS.search(text, verb[1], end):
        # 《A》获二等奖（作者：张三 李四
        end = aside.start()
    right = text[verb[1] : end]
    if forms.OF_SOMEBODY.search(right) and "《" not in right:
        return []
    context = state.context_award(clause[0])
    if context is not None and state.tokens.short_levels(verb[1], end) and forms.ONLY_LEVELS.fullmatch(right):
        # 包揽突发新闻类金、银、铜奖
        return state.lists.spread(clause, (verb[1], end), context, named, number, recipient, several)
    categories = re.fullmatch(rf"[一-龥、]{{0,14}}?(?P<level>{LEVELS})", right)
    category, level = (right[: categories.start("level")], categories["level"]) if categories else ("", "")
    if context is not None and (
        (category and category == genre_before(category) and forms.is_category(category))
        or forms.categories_and_level(right)
    ):
        # 《江南日报》9日第5版获版面三等奖, 《A》《B》分获评论类、系列报道类二等奖: of the award before.
        return state.lists.spread(clause, (verb[1], end), context, named, number, recipient, several)
    if (
        (base := state.context or state.carried or state.last_award()) is not None
        and category
        and forms.is_category(category)
    ):
        # 在…播音主持作品评选中，甲、乙分获广播播音、电视主持一等奖.
        people = (recipient or "").split("、")
        if number == len(people) > 1:
            return [state.lists.made(clause, base, [], 1, one, level) for one in people]
        return [state.lists.made(clause, base, named, number, recipient, level)]
    if state.context is not None and context is not None and (marked := forms.MARKED_LEVEL.fullmatch(right)):
        # 在…大赛上，《A》获“十佳栏目”称号
        return [
            state.lists.made(clause, context, named, number, recipient, marked["marked"] or marked["level"])
        ]
    last = state.last_award()
    own = text[slice(*verb)] in {"被评为", "获评", "评为", "当选", "获"}
    if last is not None and last.edition and own and (best := forms.MARKED_BEST.fullmatch(right)):
        # 纪录片《A》获第20届X盛典十优作品，导演张三被评为“十佳导演”
        return [state.lists.made(clause, last, named, number, recipient, best["level"])]
    echoed = re.sub(r"(?:名单|荣誉|称号|奖)$", "", right)
    told = re.sub(r"(?:征集|评选|推选|遴选|展示|活动)+$", "", context.name) if context is not None else ""
    if context is not None and len(echoed) >= 2 and told.endswith(echoed):
        # 在…创新案例征集中，X客户端入选创新案例名单.
        return [state.lists.made(clause, replace(context, name=told), named, number, recipient)]
    if (
        context is not None
        and has_levels(context.name)
        and (OPEN_LEVEL.fullmatch(right) or right in {"精品", "佳作", "优秀", "优胜", "十佳"})
    ):
        # 在…演讲比赛中获优秀选手.
        return [state.lists.made(clause, context, named, number, recipient, right)]
    if context is not None and has_levels(context.name) and (rated := forms.RATED.fullmatch(right)):
        # 在编校质量检查中，《江南日报》被评定为“优秀”等次
        return [state.lists.made(clause, context, named, number, recipient, rated["level"])]
    listed = forms.LISTED_PARTS.search(text, verb[1], end)
    if context is not None and listed and forms.ONLY_LEVELS.fullmatch(text, verb[1], listed.start()):
        # 第29届X奖获奖49件（一等奖12件、二等奖16件）
        counted = COUNT.search(text, verb[1], listed.start())
        number = chinese_number(counted["number"]) if counted else number
        total = state.lists.made((clause[0], listed.start()), context, named, number, None)
        return [total, *state.tokens.level_runs(*listed.span("parts"), total)]
    if context is not None and forms.ONLY_LEVELS.fullmatch(right):
        counted = COUNT.search(text, verb[1], end)
        if counted and number is None and not state.tokens.levels(verb[1], end):
            number, recipient = chinese_number(counted["number"]), None
        return state.lists.spread(clause, (verb[1], end), context, named, number, recipient, several)
    following = [
        q
        for q in state.quoted
        if verb[1] <= q.start < end and q.book_marks and is_work(text, q, state.titles)
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
    return state.lists.read(
        clause, (lead.end() if lead else verb[1], stop), named, number, recipient, several
    )
