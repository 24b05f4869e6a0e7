"""What a sentence counts out side by side: names in marks one behind another, words between 、, two parties joined by 和."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.numerals import number_of
from search.questions.lists.joined import BRACKET, MARKED, NUMBER, OPEN, Piece, pieces_of, tokens_of
from search.questions.lists.member_ends import LONGEST, Span, members_of

_CLAUSE = re.compile(r"[，,；;：:。！？!?\n\t]")
_ENDS = re.compile(r"等(?!级|候|待|于|同|奖|次)")
_COUNT = re.compile(
    r"(?:这|共|共计|总共|全部)?(?P<number>[两二三四五六七八九十]{1,3}|\d{1,3})(?:多|余)?(?P<by>[个家项档支份部篇件种类款座条门位名大张本台辆所处块组套期场幅首集])"
)


@dataclass(frozen=True)
class Member:
    """One of several things; offsets into the report's text, end exclusive."""

    start: int
    end: int
    label: str
    """As it is written, without the marks where they hold all of it."""


@dataclass(frozen=True)
class Coordinated:
    """Several things counted out side by side, with what stands around them in their clause; offsets into the report's text."""

    members: tuple[Member, ...]
    before: str
    after: str
    closed: bool
    """Whether 等 or a number behind them says that they are a list."""
    marked: bool
    """Whether each stands in marks."""

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.members[-1].end


def coordinated(text: str, start: int, end: int) -> Iterator[Coordinated]:
    """Yield what is counted out side by side between two offsets of a text, clause by clause.

    Made for “云视频”“深瞳”“数读”三支小队, 就垃圾分类、校外培训、电动车上楼等话题, 由县广播电视台、县委报道组整合而成 and 《班组》月刊、“中梁工会”微信公众号:
    members are joined by 、, 和 or by their marks alone. Where no clause holds two, the names in marks of the whole sentence follow.
    """
    yield from _behind_colon(text, start, end)
    yield from _within_marks(text, start, end)
    found = False
    for first, last in _clauses(text, start, end):
        for each in _of_clause(text, first, last):
            found = True
            yield each
    for names in _alike(list(MARKED.finditer(text, start, end))):
        if not found or len({_clause_of(text, start, name.start) for name in names}) > 1:
            yield Coordinated(names, text[start : names[0].start], text[names[-1].end : end], False, True)


def _behind_colon(text: str, start: int, end: int) -> Iterator[Coordinated]:
    """Yield the clauses behind a colon, where as many are told before it: 规矩只有三条：不带通稿，不进办公室，不满一小时不出门."""
    for lead in _SO_MANY_FOLLOW.finditer(text, start, end):
        number = number_of(lead["number"])
        for mark in "；，、":
            parts = [match.span() for match in re.finditer(f"[^{mark}。！？\n]+", text[:end][lead.end() :])]
            spans = [(lead.end() + first, lead.end() + last) for first, last in parts]
            if len(spans) == number:
                members = tuple(Member(*span, text[slice(*span)].strip()) for span in spans)
                yield Coordinated(members, text[start : lead.end()], "", True, False)
                break


def _within_marks(text: str, start: int, end: int) -> Iterator[Coordinated]:
    """Yield what one pair of marks holds side by side: “专业、准确、有温度”三个词."""
    for marked in _MARKED_LIST.finditer(text, start, end):
        parts = [match.span() for match in re.finditer("[^、]+", marked["held"])]
        begin = marked.start("held")
        members = tuple(
            Member(begin + first, begin + last, marked["held"][first:last]) for first, last in parts
        )
        yield Coordinated(
            members,
            text[start : marked.start()],
            text[marked.end() : end],
            _closed(text, marked.end(), end),
            False,
        )


_SO_MANY_FOLLOW = re.compile(
    r"(?P<number>[两二三四五六七八九十]|\d{1,2})(?:[条项个点句件种类样]|大)[^，。；：:\d]{0,8}[：:](?=[^：:])"
)
_MARKED_LIST = re.compile(r"“(?P<held>[^“”。，；\n]{1,12}(?:、[^“”。，；、\n]{1,12}){1,6})”")


def _alike(marked: Sequence[re.Match[str]]) -> list[tuple[Member, ...]]:
    """Return the names of a sentence that stand in the same marks."""
    groups = [[each for each in marked if each[0][0] == mark] for mark in OPEN]
    return [
        tuple(Member(m.start(), m.end(), m[0][1:-1]) for m in group) for group in groups if len(group) > 1
    ]


def _clause_of(text: str, start: int, at: int) -> int:
    return sum(1 for _ in _CLAUSE.finditer(text, start, at))


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the clauses; what stands between marks or brackets parts none."""
    held = [m.span() for form in (MARKED, BRACKET) for m in form.finditer(text, start, end)]
    first = start
    for mark in _CLAUSE.finditer(text, start, end):
        if not any(a <= mark.start() < b for a, b in held):
            if mark.start() > first:
                yield first, mark.start()
            first = mark.end()
    if end > first:
        yield first, end


def _of_clause(text: str, start: int, end: int) -> Iterator[Coordinated]:
    tokens = tokens_of(text, start, end)
    pieces = [*pieces_of(tokens)]
    counted = [*_counted_out(pieces), *_spoken_about(pieces)]
    within = {id(piece) for run in counted for piece in run}
    for run in [*counted, *(run for run in _runs(pieces) if not any(id(piece) in within for piece in run))]:
        members = members_of(run)
        if len(members) < 2 or any(m.end - m.start > LONGEST for m in members):
            continue
        first, last = members[0], members[-1]
        yield Coordinated(
            tuple(_member(text, m) for m in members),
            text[start : first.start],
            text[last.end : end],
            _closed(text, last.end, end),
            all(text[m.start] in OPEN for m in members),
        )


def _closed(text: str, at: int, end: int) -> bool:
    return bool(_ENDS.match(text, at, end) or _COUNT.match(text, at, end))


def _member(text: str, span: Span) -> Member:
    # 《潮报》（期均2万份）: what brackets add is no part of the name.
    said = BRACKET.sub("", text[span.start : span.end]) or text[span.start : span.end]
    whole = MARKED.fullmatch(said)
    return Member(span.start, span.end, said[1:-1] if whole else said)


def _runs(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the pieces that follow one another as members of one list: all but the first and the last must be short and whole."""
    run: list[Piece] = []
    ended = False
    for piece, following in pairwise([*pieces, None]):
        if piece is None or not piece.tokens:
            continue
        # 年内与老挝、缅甸签约: 和 before the last of a list joins it, before the first it does not.
        first = following is not None and following.tokens and not following.weak
        closes = len(run) > 1 and piece.tokens[0].tag not in ("p", "u", "d", "c")  # 音频、漫评和60秒视频评
        if run and piece.weak and (ended or first or not (closes or _joined(run[-1], piece))):
            if len(run) > 1:
                yield run
            run = []
        run.append(piece)
        ended = _ended(piece)
        if len(run) > 1 and ended:
            yield run
            run = [piece]
    if len(run) > 1:
        yield run


def _counted_out(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield as many pieces as a number behind the last says, though verbs stand in them: 新上潮汐提醒、船票抢座、码头停车三项功能."""
    for end, last in enumerate(pieces, 1):
        behind = ("".join(token.word for token in last.tokens[at:]) for at in range(1, len(last.tokens)))
        counted = next((found["number"] for said in behind if (found := _COUNT.match(said))), None)
        number = int(number_of(counted) or 0) if counted else 0
        if not 2 < number <= end:
            continue
        run = pieces[end - number : end]
        if all(piece.tokens and piece.length <= _SHORT for piece in run[1:-1]) and run[0].tokens:
            yield run


def _spoken_about(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the pieces from 就 or 围绕 on to that with 等, though verbs stand in them: 就垃圾分类、老旧小区加装电梯、网约护士等话题."""
    for end, last in enumerate(pieces, 1):
        if not any(token.word.startswith("等") for token in last.tokens[1:]):
            continue
        for at in range(end - 2, -1, -1):
            words = [token.word for token in pieces[at].tokens]
            about = max((n for n, word in enumerate(words) if word in _ABOUT), default=-1)
            if 0 <= about < len(words) - 1:
                first = Piece(pieces[at].tokens[about + 1 :], weak=False)
                run = [first, *pieces[at + 1 : end]]
                if all(piece.tokens and piece.length <= _SHORT for piece in run[:-1]):
                    yield run
                break


def _joined(before: Piece, piece: Piece) -> bool:
    """Tell whether 和 joins two members: nouns on both sides, or so many are told behind it (电梯加装和供水改造两条建议)."""
    counted = any(NUMBER.match(t.word) or t.word.startswith("等") for t in piece.tokens[1:])
    ends = before.tokens[-1]
    return piece.tokens[0].tag not in ("p", "u", "d", "c") and (
        (ends.nominal and _begins_nominal(piece)) or (counted and ends.tag[:1] in "nv")
    )


def _ended(piece: Piece) -> bool:
    """Tell whether a list ends within a piece, so that what is joined behind it is of another one."""
    said = "".join(token.word for token in piece.tokens)
    return (
        len(said) > LONGEST
        or any(
            token.word == "等" or (_VERBAL.match(token.tag) is not None and before.word != "的")
            for before, token in pairwise(piece.tokens[:-1])
        )
        or any(NUMBER.match(token.word) for token in piece.tokens[1:])
    )


_VERBAL = re.compile(r"v$|p$")
_ABOUT = frozenset({"就", "围绕", "聚焦", "针对", "关注", "涉及", "涵盖", "包括"})
_SHORT = 12
"""Characters of the longest piece of which a number behind the list says that it is a member."""


def _begins_nominal(piece: Piece) -> bool:
    return piece.tokens[0].nominal or piece.tokens[0].tag in ("a", "m", "v", "r")
