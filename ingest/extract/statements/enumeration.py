"""Enumerations of statements: 一是 二是, （1）（2）, 首先 其次, bullets. One item is one statement."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from ingest.extract.statements.cues import COURTESY, LABEL, OWNS_UP, THE_REST
from ingest.extract.statements.places import paragraphs
from ingest.extract.statements.vows import ABOUT_THESE, is_vow
from ingest.reading import Reading
from ingest.sentences import Span, clauses, sentences, strip_marks

NUMERALS = "一二三四五六七八九十"
_LINE_START = r"(?:(?<=[\n。；;：:　 ])|^)"
# Enumerators by style; those of the last two count nothing.
_ENUMERATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # 一是坚持内容为王；二是…  其一，…  (not 统一是, 之一是)
    (
        "is",
        re.compile(
            rf"(?<![统之唯第专同单万{NUMERALS}])[{NUMERALS}]{{1,2}}(?:是|要)(?![{NUMERALS}]?否)[，,：:]?\s*"
        ),
    ),
    ("qi", re.compile(rf"其[{NUMERALS}][，,、：:是]\s*")),
    ("di", re.compile(rf"(?<![一-龥])第[{NUMERALS}](?:[，,、：:是]|\s)\s*")),
    # 不足之一，… 不足之二，…  问题一：…  旧题之一：…  整改一：… belongs to 问题一 where that opens the list.
    *(
        ("labelled", re.compile(rf"{_LINE_START}{word}(?:之)?[{NUMERALS}\d][，,、：:]\s*"))
        for word in ("(?:不足|问题|差距|短板|遗憾|[旧老难欠][题账债])", "(?:措施|改进|整改|举措|回应)")
    ),
    ("paren-cn", re.compile(rf"[（(][{NUMERALS}]{{1,3}}[)）][、．.]?\s*")),
    ("paren-arabic", re.compile(r"[（(]\d{1,2}[)）][、．.]?\s*|[①-⑳]\s*|(?<![\d.])\d{1,2}[)）]\s*")),
    ("decimal", re.compile(r"(?:(?<=\n)|^)[ 　]*\d{1,2}(?:\.\d{1,2}){1,2}[、．.]?\s*(?=[^\d\s%万亿])")),
    # 4.2024年6月前建成… is item 4.
    ("arabic", re.compile(rf"{_LINE_START}\d{{1,2}}[、．.](?=\D|20\d{{2}}年|$)\s*")),
    ("cn", re.compile(rf"{_LINE_START}[{NUMERALS}]{{1,3}}[、．.]\s*")),
    (
        "order",
        re.compile(
            r"(?:(?<=[。；;\n　 ：:])|^)(?:首先|其次|再次|再者|此外|另外|同时|最后|第[二三四五六](?=[，,、是]))(?:是)?[，,]?\s*"
        ),
    ),
    # 先说人才。… 再说技术。… 最后说外宣。…
    (
        "tell",
        re.compile(
            r"(?:(?<=[。；\n　 ：:])|^)(?:首先|先|再|接着|然后|其次|最后)来?(?:说说?|看看?|谈谈?|讲讲?)[，,]?"
        ),
    ),
    # 一方面，策划不够精细。另一方面，管理还有漏洞。
    ("sides", re.compile(rf"{_LINE_START}(?:一方面|另一方面|再一方面)[，,：:]?\s*")),
    # ◆加强队伍建设  —— 持续改进文风
    (
        "bullet",
        re.compile(
            r"(?:(?<=\n)|(?<=\n　)|(?<=\n　　)|^)\s*(?:[●■◆▲★◎○▪•◇□✦➢►▶❖※·]|——|-{1,2}[ 　]?(?=[一-龥“《])|\*[ 　](?=[一-龥“《]))\s*"
        ),
    ),
)
# 欢迎监督。 and 2025年，中心将以更高标准… after the last item close the chapter.
_TAIL = re.compile(
    rf"{COURTESY.pattern}|^(?:通过努力|经过努力|通过整改|总[的体]?来?看|总之|综上)，|^20\d{{2}}年.{{0,12}}(?:将|我们).{{0,6}}(?:以|在)"
)
_UNCOUNTED = {"order", "tell", "sides", "bullet"}
_NUMERAL = re.compile(rf"[{NUMERALS}]{{1,3}}|\d{{1,2}}(?=\D*$)|[①-⑳]")


@dataclass(frozen=True)
class Listing:
    """One enumeration: its items without enumerator and closing mark, and all the text that it takes."""

    items: tuple[Span, ...]
    start: int
    end: int


def passages(reading: Reading, start: int, end: int) -> list[Span | Listing]:
    """Return the span as it goes on: enumerations, and the paragraphs (or parts of them) around these, in order."""
    blocks = paragraphs(reading, start, end)
    found: list[Span | Listing] = []
    position = start
    while True:
        listing = _next_listing(reading.text, blocks, position, end)
        stop = end if listing is None else listing.start
        for low, high in blocks:
            low, high = max(low, position), min(high, stop)
            if low < high and reading.text[low:high].strip():
                found.append((low, high))
        if listing is None:
            return found
        found.append(listing)
        position = listing.end


# 已解决3项  正在整改的问题: the title of a group of items, which names no matter itself.
GROUP = re.compile(
    r"(?:(?:已|基本|部分|正在|持续|尚未|还未|长期|需要?|继续|立行立改|限期)[^，。；：]{0,4}(?:解决|整改|改进|完成|落实|推进|销号)(?:到位)?)?的?(?:问题|不足|事项)?(?:共?[\d一二三四五六七八九十两]+[个项条件])?[：:]?"
)


def grouped(reading: Reading, item: Span) -> tuple[Span, ...]:
    """Return the items of a list inside `item` whose first line only names the group; the item itself where there are none."""
    lines = paragraphs(reading, *item)
    if len(lines) < 3 or not GROUP.fullmatch(reading.text[slice(*lines[0])].strip()):
        return (item,)
    inner = _next_listing(reading.text, lines, lines[0][1], item[1])
    return inner.items if inner else (item,)


def _next_listing(text: str, blocks: list[Span], start: int, end: int) -> Listing | None:
    """The enumeration that opens first: two or more items of one style, which count on from 1 where it counts."""
    best: list[Span] | None = None
    for style, pattern in _ENUMERATORS:
        every = [match.span() for match in pattern.finditer(text, start, end)]
        marks = _uncounted(text, every) if style in _UNCOUNTED else _counted(text, every)
        if len(marks) >= 2 and (best is None or marks[0][0] < best[0][0]):
            best = marks
            restart = next((mark[0] for mark in every if mark[0] > marks[-1][0]), end)
    if best is None:
        return None
    return _listing(text, blocks, best, end, restart)


def _listing(text: str, blocks: list[Span], marks: list[Span], end: int, restart: int) -> Listing:
    items: list[Span] = []
    stop = marks[-1][1]
    lengths: list[int] = []
    for position, (_, body) in enumerate(marks):
        last = position + 1 == len(marks)
        limit = end if last else marks[position + 1][0]
        within = [(max(low, body), min(high, limit)) for low, high in blocks if low < limit and high > body]
        if not within:
            continue
        if last:
            within = _last_item(text, within, restart, min(lengths, default=1))
            if items and all(_goes_on(text, *item) for item in items):
                # 一是…；二是…；三是…。报社将…  a full stop ends the list whose items ； parts.
                within = [sentences(text, *within[0])[0]]
            elif len(items) > 1 and all(len(sentences(text, *item)) == 1 for item in items):
                within = _before_another(text, within)
            within = _before_the_rest(text, within)
        lengths.append(len(within))
        stop = within[-1][1]
        item = strip_marks(text, within[0][0], within[-1][1], "；;。，,、 \t\n　")
        items.append(_without_tail(text, *item) if last else item)
    return Listing(items=tuple(items), start=marks[0][0], end=stop)


def _before_the_rest(text: str, within: list[Span]) -> list[Span]:
    """Leave what answers all other faults out of the last item: 二是…。对其他问题，正在逐步解决。"""
    low, high = within[-1]
    for start, _ in clauses(text, low, high, "；;。")[1:]:
        if THE_REST.match(text, start, high):
            return [*within[:-1], (low, start)]
    return within


# 五是重振通讯员队伍。|关于发行，平台尚在开发。  用待遇留人。|英文频道因人员未到位，推迟一年。
_ANOTHER = re.compile(r"(?:关于|针对|对于)[^，。；]{2,30}，|[^，。；]{2,10}因[^，。；]{2,24}，")


def _before_another(text: str, within: list[Span]) -> list[Span]:
    """Leave a sentence on another matter out of the last item where all others are one sentence."""
    low, high = within[0]
    parts = sentences(text, low, high)
    another = len(within) == 1 and len(parts) > 1 and _ANOTHER.match(text, *parts[1])
    return [parts[0]] if another else within


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether an item is a single sentence that a ； or a comma parts from the next one."""
    return len(sentences(text, start, end)) == 1 and text[end : end + 1] in tuple("；;，,")


def _last_item(text: str, within: list[Span], restart: int, usual: int) -> list[Span]:
    """The last item has as many paragraphs as each other one, unless it is a heading over its text or labels halves."""
    low, high = within[0]
    if low < restart < high:
        # 三是考核不活。2023年，报社对症下药：一是…  the sentence that leads to the next list is no part of the item.
        opening = next((s for s, e in sentences(text, low, high) if s <= restart < e), restart)
        return [(low, opening if opening > low else restart)]
    heading_like = high - low <= 40 and text[high - 1] not in "。；;！"
    kept = within[: max(usual, 2 if heading_like else 1)]
    for block in within[len(kept) :]:
        label = LABEL.match(text, *block)
        if not label or (label.end() >= block[1] and block[1] <= restart <= block[1] + 3):
            # 今后打算： over a list of its own is no half of the item above it.
            break
        kept.append(block)
    return kept


def _ordinal(mark: str) -> int | None:
    match = _NUMERAL.search(mark)
    if match is None:
        return None
    raw = match.group()
    if "①" <= raw <= "⑳":
        return ord(raw) - ord("①") + 1
    if raw.isdecimal() and len(raw) < 4:
        return int(raw)
    if len(raw) == 1:
        return NUMERALS.index(raw) + 1
    return 10 + NUMERALS.index(raw[1]) + 1 if raw[0] == "十" else None


def _counted(text: str, marks: list[Span]) -> list[Span]:
    """Keep the marks that count on: 1, 2, 3 …; a new 1 ends the list, anything else is prose."""
    kept: list[Span] = []
    for mark in marks:
        number = _ordinal(text[mark[0] : mark[1]])
        if number == 1 and kept:
            if len(kept) > 1:
                break
            kept = []
        if number == len(kept) + 1:
            kept.append(mark)
    return kept


def _leads_on(between: str) -> bool:
    """Tell whether a line of its own between two items leads to another list: 明年将从三方面着手：  还有几件事没有做到位。"""
    _, break_, last = between.rstrip().rpartition("\n")
    return bool(break_) and (
        last.endswith(("：", ":")) or (len(last) <= _SHORT and bool(OWNS_UP.search(last)))
    )


_SHORT = 30


def _uncounted(text: str, marks: list[Span]) -> list[Span]:
    """The marks from 首先 to the next 首先; 另外 and 同时 open an item only after it."""
    # ◆不足一。 ◆不足二。 明年将从三方面着手： ◆… is another list.
    ends = [i for i, (a, b) in enumerate(itertools.pairwise(marks), 1) if _leads_on(text[a[1] : b[0]])]
    lists = [marks[low:high] for low, high in itertools.pairwise([0, *ends, len(marks)])]
    marks = next((marks for marks in lists if len(marks) > 1), marks)
    firsts = [i for i, (low, high) in enumerate(marks) if re.match("首?先", text[low:high])]
    if firsts:
        return marks[firsts[0] : firsts[1] if len(firsts) > 1 else len(marks)]
    return [mark for mark in marks if not re.match("另外|同时|再[说看谈讲]", text[slice(*mark)])]


def _closes(sentence: str) -> bool:
    """Tell whether the last sentence of the last item speaks of all of them: 这些不足制约着我台的发展，必须加以解决。"""
    return bool(_TAIL.search(sentence) or ABOUT_THESE.match(sentence)) or is_vow(sentence)


def _without_tail(text: str, start: int, end: int) -> Span:
    """Leave off the closing courtesy that a last item runs into: …。欢迎社会各界监督。"""
    parts = sentences(text, start, end)
    while len(parts) > 1 and _closes(text[slice(*parts[-1])]):
        parts.pop()
    return strip_marks(text, parts[0][0], parts[-1][1], "；;。，, \n　") if parts else (start, end)
