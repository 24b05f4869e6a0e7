"""Where the members of a list begin and end within the pieces of their clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from search.questions.lists.joined import NUMBER, Piece, Token
from search.questions.wording.words import act_words

LONGEST = 26
"""Characters of the longest member."""


@dataclass(frozen=True)
class Span:
    """Where a member stands in the report's text, end exclusive."""

    start: int
    end: int


def members_of(run: Sequence[Piece]) -> list[Span]:
    """Return where the members of a list stand, one a piece; `run` holds two pieces at least."""
    middle = [Span(p.tokens[0].start, p.tokens[-1].end) for p in run[1:-1]]
    last = _last(run[-1], run[0], [m.end - m.start for m in middle])
    return [_first(run, [m.end - m.start for m in [*middle, last]]), *middle, last]


def _last(piece: Piece, first: Piece, lengths: Sequence[int]) -> Span:
    """Return where the last member ends: before 等 or a number, else behind the nouns that it begins with.

    Of a list that ends its clause behind the verb that governs it (提供培训和危机应对) the rest of the clause is a part, where that makes it no longer than
    the others are; of one that is told of something (英语和法语上线) it is not.
    """
    tokens = piece.tokens
    for at, token in enumerate(tokens):
        if at and (token.word.startswith("等") or NUMBER.match(token.word)):
            # 研学和新媒体代运营贡献3100万元
            while at > 1 and tokens[at - 1].word in _TOGETHER:
                at -= 1
            return Span(tokens[0].start, tokens[_without_deed(tokens, at) - 1].end)
    same = _alike_begun(tokens[0], first)
    at = 1
    while at < len(tokens) and (
        _goes_on(tokens[at])
        or tokens[at].word in _BODY_ENDS
        # 县委报道组: a verb within a name.
        or (tokens[at].tag == "v" and at + 1 < len(tokens) and tokens[at + 1].word in _BODY_ENDS)
    ):
        if tokens[at].marked and not first.tokens[-1].marked:
            break  # 县政府网站“三家合一家”
        at += 1
    rest = tokens[-1].end - tokens[0].start
    usual = max([*lengths, _USUAL if not same else 0, tokens[0].end - tokens[0].start])
    # 讲述船工、厨师、护林员的故事: what is of all of them is no part of the last.
    of_something = any(token.word == "的" for token in first.tokens)
    parted = any(token.marked or (token.word == "的" and not of_something) for token in tokens)
    if at < len(tokens) and (same or _governed(first)) and rest <= usual and not parted:
        at = len(tokens)
    return Span(tokens[0].start, tokens[_without_deed(tokens, at) - 1].end)


def _goes_on(token: Token) -> bool:
    return token.nominal and not _GOT.search(token.word)


def _without_deed(tokens: Sequence[Token], at: int) -> int:
    """Return where a member in marks ends that is followed by more than nouns: 版面《启航》分获, 《夜校》这类稿子占到六成."""
    for n in range(1, at):
        if any(t.marked for t in tokens[:n]) and not (_goes_on(tokens[n]) or tokens[n].word in _BODY_ENDS):
            return n
    return at


def _alike_begun(token: Token, first: Piece) -> bool:
    """Tell whether two members begin with the same word: 是否有益、是否有度."""
    return any(each.word == token.word for each in first.tokens)


def _governed(first: Piece) -> bool:
    """Tell whether a verb stands before a list, so that it is what the verb is done to."""
    return any(_acts(token) for token in first.tokens[:-1])


def _acts(token: Token) -> bool:
    """Tell whether a word is something done: by its part of speech, or as what is told of things in these reports (上线, 大力发展)."""
    return token.tag == "v" or _known_act(token)


def _known_act(token: Token) -> bool:
    return token.word in act_words() or _DONE.search(token.word) is not None


def _first(run: Sequence[Piece], lengths: Sequence[int]) -> Span:
    """Return where the first member begins: of all places the one that makes it like the others, behind a verb rather than within its nouns."""
    tokens, second = run[0].tokens, run[1].tokens[0]
    end = tokens[-1].end
    if second.marked and (marked := [token for token in tokens if token.marked]):
        return Span(marked[-1].start, end)
    if twins := [token for token in tokens if token.word == second.word]:
        return Span(twins[-1].start, end)  # 是否有益、是否有用
    same = len(lengths) > 1 and len(set(lengths)) == 1 and 2 <= lengths[0] <= _UNIFORM
    if same and end - tokens[0].start >= lengths[0]:
        cut = next(token for token in tokens if token.end > end - lengths[0])
        # 把住建、交通、教育, where the words are cut 把住 and 建; 养老服务、亲子、健康 begins with all of its nouns.
        at = tokens.index(cut)
        aside = end - lengths[0] - cut.start or (0 if at and tokens[at - 1].nominal else 1)
        if aside == 1 and not cut.marked and not tokens[-1].marked:
            return Span(end - lengths[0], end)
    usual = sum(lengths) / len(lengths)
    # 流水线上的打工诗人、租房客的上学路: what each of them has the first has, too.
    of_something = any(token.word == "的" for piece in run[1:] for token in piece.tokens)
    best, cost = len(tokens) - 1, float("inf")
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        length = end - token.start
        if token.word == "的" and of_something:
            continue
        if length > LONGEST or token.word in _NO_BEGIN:
            break
        before = tokens[at - 1] if at else None
        led = before is None or before.tag[:1] in "vpudr" or before.word in _LEADS or _acts(before)
        within = before is not None and before.tag[:1] in "nabj"
        price = abs(length - usual) / max(2.0, usual) + (0.0 if led else 2.0 if within else 0.5)
        price += 0.0 if token.tag[:1] == second.tag[:1] else 0.3
        # 开通英语、老挝语: what is done with them is no part of the first.
        alone = not _known_act(second) if _known_act(token) else _acts(token) and not _acts(second)
        acts_alone = alone and not (before is not None and _acts(before))
        price += _ACTED if at < len(tokens) - 1 and acts_alone else 0.0
        price += (
            1.0 if token.tag[:1] in "pudcrz" else 0.4 if token.tag == "a" and len(token.word) == 1 else 0.0
        )
        if price < cost:
            best, cost = at, price
    return Span(tokens[best].start, end)


_ACTED = 1.0
"""What it costs that the first member begins with a verb, where the second does not."""
_USUAL = 8
"""Characters up to which the rest of a clause may be the last member, however short the others are."""
_GOT = re.compile(r"^(?:[\u4e00-\u9fff]?获|[\u4e00-\u9fff]?夺|摘|荣)")
_DONE = re.compile(r"^(?:主打|中标|大力|全力|着力|积极|稳步)|(?:发展|推进|开展)$")
_TOGETHER = frozenset(
    {
        "贡献",
        "实现",
        "创收",
        "带来",
        "吸引",
        "接待",
        "分别",
        "分别为",
        "为",
        "共",
        "共计",
        "合计",
        "总计",
        "累计",
        "约",
        "近",
        "超",
        "超过",
        "逾",
        "达",
        "各",
    }
)
_UNIFORM = 3
"""Characters of the longest members of which all are as long as one another for a reason."""
_BODY_ENDS = frozenset("组 社 部 站 室 队 台 局 处 科 厅 院 馆 所 号 网 报 刊".split())
_NO_BEGIN = frozenset({"的", "了", "过", "着", "等"})
_LEADS = frozenset(
    "原 由 把 将 就 对 向 包括 有 是 为 的 了 过 现有 拥有 设有 办有 另有 大 强 优 中 里 上 下 内 其中".split()
)
