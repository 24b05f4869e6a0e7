"""What a sentence counts out side by side: names in marks one behind another, words between 、, two parties joined by 和."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.questions.wording.words import act_words
from search.tokens import tagged

_OPEN, _CLOSE = "“《「『", "”》」』"
_MARKED = re.compile(r"“[^“”\n]{1,40}”|《[^《》\n]{1,40}》|「[^「」\n]{1,40}」|『[^『』\n]{1,40}』")
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_CLAUSE = re.compile(r"[，,；;：:。！？!?\n\t]")
_JOINTS = frozenset({"、", "和", "与", "及", "以及", "并", "跟", "暨"})
_WEAK = frozenset({"和", "与", "及", "并", "跟", "暨"})
"""Joints that join two things only where nouns stand on both sides."""
LONGEST = 26
"""Characters of the longest member."""
_ENDS = re.compile(r"等(?!级|候|待|于|同|奖|次)")
_NOMINAL = ("n", "vn", "an", "s", "j", "nz", "eng", "x", "b", "l", "i", "t", "f")
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


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    word: str
    tag: str

    @property
    def joint(self) -> bool:
        return self.tag == "joint"

    @property
    def marked(self) -> bool:
        return self.tag == "marked"

    @property
    def nominal(self) -> bool:
        return self.marked or self.tag == "bracket" or self.tag.startswith(_NOMINAL)


def coordinated(text: str, start: int, end: int) -> Iterator[Coordinated]:
    """Yield what is counted out side by side between two offsets of a text, clause by clause.

    Made for “云视频”“深瞳”“数读”三支小队, 就垃圾分类、校外培训、电动车上楼等话题, 由县广播电视台、县委报道组整合而成 and 《班组》月刊、“中梁工会”微信公众号:
    members are joined by 、, 和 or by their marks alone. Where no clause holds two, the names in marks of the whole sentence follow.
    """
    found = False
    for first, last in _clauses(text, start, end):
        for each in _of_clause(text, first, last):
            found = True
            yield each
    for names in _alike(list(_MARKED.finditer(text, start, end))):
        if not found or len({_clause_of(text, start, name.start) for name in names}) > 1:
            yield Coordinated(names, text[start : names[0].start], text[names[-1].end : end], False, True)


def _alike(marked: Sequence[re.Match[str]]) -> list[tuple[Member, ...]]:
    """Return the names of a sentence that stand in the same marks."""
    groups = [[each for each in marked if each[0][0] == mark] for mark in _OPEN]
    return [
        tuple(Member(m.start(), m.end(), m[0][1:-1]) for m in group) for group in groups if len(group) > 1
    ]


def _clause_of(text: str, start: int, at: int) -> int:
    return sum(1 for _ in _CLAUSE.finditer(text, start, at))


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the clauses; what stands between marks or brackets parts none."""
    held = [m.span() for form in (_MARKED, _BRACKET) for m in form.finditer(text, start, end)]
    first = start
    for mark in _CLAUSE.finditer(text, start, end):
        if not any(a <= mark.start() < b for a, b in held):
            if mark.start() > first:
                yield first, mark.start()
            first = mark.end()
    if end > first:
        yield first, end


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """Return the words of a clause; what stands in marks or brackets is one."""
    found: list[_Token] = []
    at = start
    spans = sorted(
        [(*m.span(), "marked") for m in _MARKED.finditer(text, start, end)]
        + [(*m.span(), "bracket") for m in _BRACKET.finditer(text, start, end)]
    )
    for first, last, tag in [*spans, (end, end, "")]:
        if first < at:
            continue
        for word, kind in _cut(text[at:first]) if first > at else ():
            found.append(_Token(at, at + len(word), word, "joint" if word in _JOINTS else kind))
            at += len(word)
        if tag:
            found.append(_Token(first, last, text[first:last], tag))
        at = max(at, last)
    return found


def _cut(said: str) -> Iterator[tuple[str, str]]:
    """Yield words with their parts of speech; 和文创 is 和 and 文创, while 和谐 is one word."""
    for word, tag in tagged(said):
        if len(word) > 1 and word[0] in _WEAK and word not in _OF_THEIR_OWN:
            yield word[0], "c"
            word = word[1:]
        yield word, tag


_OF_THEIR_OWN = frozenset(
    "和谐 和平 和睦 和美 和解 和声 和气 和风 和服 和尚 和弦 和约 与会 与会者 与时俱进 与众不同 及时 及格 并且 并行 并购 并举 并重 并列 并网 并轨 并存 跟踪 跟进 跟随 跟拍 跟班 跟帖 跟读".split()
)


def _of_clause(text: str, start: int, end: int) -> Iterator[Coordinated]:
    tokens = _tokens(text, start, end)
    pieces = [*_pieces(tokens)]
    for run in _runs(pieces):
        members = _members(run)
        if len(members) < 2 or any(m.end - m.start > LONGEST for m in members):
            continue
        first, last = members[0], members[-1]
        yield Coordinated(
            tuple(_member(text, m) for m in members),
            text[start : first.start],
            text[last.end : end],
            _closed(text, last.end, end),
            all(text[m.start] in _OPEN for m in members),
        )


def _closed(text: str, at: int, end: int) -> bool:
    return bool(_ENDS.match(text, at, end) or _COUNT.match(text, at, end))


def _member(text: str, span: _Span) -> Member:
    # 《潮报》（期均2万份）: what brackets add is no part of the name.
    said = _BRACKET.sub("", text[span.start : span.end]) or text[span.start : span.end]
    whole = _MARKED.fullmatch(said)
    return Member(span.start, span.end, said[1:-1] if whole else said)


@dataclass(frozen=True)
class _Span:
    start: int
    end: int


@dataclass(frozen=True)
class _Piece:
    """What stands between two joints."""

    tokens: tuple[_Token, ...]
    weak: bool
    """Whether it is joined to what goes before by 和 or the like, which may join something else."""


def _pieces(tokens: Sequence[_Token]) -> Iterator[_Piece]:
    """Part the words of a clause at its joints, and between two names in marks that stand side by side."""
    held: list[_Token] = []
    weak = False
    for before, token in pairwise([None, *tokens]):
        side_by_side = before is not None and before.marked and token is not None and token.marked
        if token is not None and (token.joint or side_by_side):
            yield _Piece(tuple(held), weak)
            held, weak = [], token.word in _WEAK
            if side_by_side:
                held.append(token)
                weak = False
        elif token is not None:
            held.append(token)
    yield _Piece(tuple(held), weak)


def _runs(pieces: Sequence[_Piece]) -> Iterator[Sequence[_Piece]]:
    """Yield the pieces that follow one another as members of one list: all but the first and the last must be short and whole."""
    run: list[_Piece] = []
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


def _joined(before: _Piece, piece: _Piece) -> bool:
    """Tell whether 和 joins two members: nouns on both sides, or so many are told behind it (电梯加装和供水改造两条建议)."""
    counted = any(_NUMBER.match(t.word) or t.word.startswith("等") for t in piece.tokens[1:])
    ends = before.tokens[-1]
    return piece.tokens[0].tag not in ("p", "u", "d", "c") and (
        (ends.nominal and _begins_nominal(piece)) or (counted and ends.tag[:1] in "nv")
    )


def _ended(piece: _Piece) -> bool:
    """Tell whether a list ends within a piece, so that what is joined behind it is of another one."""
    said = "".join(token.word for token in piece.tokens)
    return (
        len(said) > LONGEST
        or any(
            token.word == "等" or (_VERBAL.match(token.tag) is not None and before.word != "的")
            for before, token in pairwise(piece.tokens[:-1])
        )
        or any(_NUMBER.match(token.word) for token in piece.tokens[1:])
    )


_VERBAL = re.compile(r"v$|p$")


def _begins_nominal(piece: _Piece) -> bool:
    return piece.tokens[0].nominal or piece.tokens[0].tag in ("a", "m", "v", "r")


def _members(run: Sequence[_Piece]) -> list[_Span]:
    middle = [_Span(p.tokens[0].start, p.tokens[-1].end) for p in run[1:-1]]
    last = _last(run[-1], run[0], [m.end - m.start for m in middle])
    return [_first(run, [m.end - m.start for m in [*middle, last]]), *middle, last]


def _last(piece: _Piece, first: _Piece, lengths: Sequence[int]) -> _Span:
    """Return where the last member ends: before 等 or a number, else behind the nouns that it begins with.

    Of a list that ends its clause behind the verb that governs it (提供培训和危机应对) the rest of the clause is a part, where that makes it no longer than
    the others are; of one that is told of something (英语和法语上线) it is not.
    """
    tokens = piece.tokens
    for at, token in enumerate(tokens):
        if at and (token.word.startswith("等") or _NUMBER.match(token.word)):
            # 研学和新媒体代运营贡献3100万元
            while at > 1 and tokens[at - 1].word in _TOGETHER:
                at -= 1
            return _Span(tokens[0].start, tokens[_without_deed(tokens, at) - 1].end)
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
    return _Span(tokens[0].start, tokens[_without_deed(tokens, at) - 1].end)


def _goes_on(token: _Token) -> bool:
    return token.nominal and not _GOT.search(token.word)


def _without_deed(tokens: Sequence[_Token], at: int) -> int:
    """Return where a member in marks ends that is followed by more than nouns: 版面《启航》分获, 《夜校》这类稿子占到六成."""
    for n in range(1, at):
        if any(t.marked for t in tokens[:n]) and not (_goes_on(tokens[n]) or tokens[n].word in _BODY_ENDS):
            return n
    return at


def _alike_begun(token: _Token, first: _Piece) -> bool:
    """Tell whether two members begin with the same word: 是否有益、是否有度."""
    return any(each.word == token.word for each in first.tokens)


def _governed(first: _Piece) -> bool:
    """Tell whether a verb stands before a list, so that it is what the verb is done to."""
    return any(_acts(token) for token in first.tokens[:-1])


def _acts(token: _Token) -> bool:
    """Tell whether a word is something done: by its part of speech, or as what is told of things in these reports (上线, 大力发展)."""
    return token.tag == "v" or _known_act(token)


def _known_act(token: _Token) -> bool:
    return token.word in act_words() or _DONE.search(token.word) is not None


def _first(run: Sequence[_Piece], lengths: Sequence[int]) -> _Span:
    """Return where the first member begins: of all places the one that makes it like the others, behind a verb rather than within its nouns."""
    tokens, second = run[0].tokens, run[1].tokens[0]
    end = tokens[-1].end
    if second.marked and (marked := [token for token in tokens if token.marked]):
        return _Span(marked[-1].start, end)
    if twins := [token for token in tokens if token.word == second.word]:
        return _Span(twins[-1].start, end)  # 是否有益、是否有用
    same = len(lengths) > 1 and len(set(lengths)) == 1 and 2 <= lengths[0] <= _UNIFORM
    if same and end - tokens[0].start >= lengths[0]:
        cut = next(token for token in tokens if token.end > end - lengths[0])
        # 把住建、交通、教育, where the words are cut 把住 and 建; 养老服务、亲子、健康 begins with all of its nouns.
        at = tokens.index(cut)
        aside = end - lengths[0] - cut.start or (0 if at and tokens[at - 1].nominal else 1)
        if aside == 1 and not cut.marked and not tokens[-1].marked:
            return _Span(end - lengths[0], end)
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
    return _Span(tokens[best].start, end)


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
_NUMBER = re.compile(r"[\d两二三四五六七八九十]")
_UNIFORM = 3
"""Characters of the longest members of which all are as long as one another for a reason."""
_BODY_ENDS = frozenset("组 社 部 站 室 队 台 局 处 科 厅 院 馆 所 号 网 报 刊".split())
_NO_BEGIN = frozenset({"的", "了", "过", "着", "等"})
_LEADS = frozenset(
    "原 由 把 将 就 对 向 包括 有 是 为 的 了 过 现有 拥有 设有 办有 另有 大 强 优 中 里 上 下 内 其中".split()
)
