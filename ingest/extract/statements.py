"""Responses, shortcomings and commitments: the statements of the closing chapter.

Where: sections whose heading announces them (回应, 存在的不足, 今后努力方向 …), else the paragraphs of the closing
chapter that say so themselves (针对上年度报告指出的…, 仍存在…不足, 下一步将…).
How: an enumeration (一是 二是, （1）（2）, 首先 其次, numbered sub-headings) gives one statement an item; running
text one a paragraph (responses), one a point (shortcomings), one a sentence (commitments).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from ingest.duties import closing_kinds
from ingest.reading import Reading
from ingest.report import Commitment, Duty, Response, Shortcoming, Statement, fact_id
from ingest.sentences import Span, clauses, sentences, strip_marks

Kind = Literal["response", "shortcoming", "commitment"]
_CN = "一二三四五六七八九十"
# Enumerators by style. Within one statement list only the style that opens first counts as its enumerator.
_ENUMERATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # 一是坚持内容为王；二是…  其一，…  (not 统一是, 之一是)
    ("is", re.compile(rf"(?<![统之唯第专同单万{_CN}])[{_CN}]{{1,2}}(?:是|要)(?![{_CN}]?否)[，,：:]?\s*")),
    ("qi", re.compile(rf"其[{_CN}][，,、：:是]\s*")),
    ("di", re.compile(rf"(?<![一-龥])第[{_CN}][，,、：:是]\s*")),
    ("order", re.compile(r"(?:(?<=[。；;\n　 ：:])|^)(?:首先|其次|再次|再者|此外|最后)(?:是)?[，,]?\s*")),
    ("paren-cn", re.compile(rf"[（(][{_CN}]{{1,3}}[)）][、．.]?\s*")),
    ("paren-arabic", re.compile(r"[（(]\d{1,2}[)）][、．.]?\s*|[①-⑳]\s*|(?<![\d.])\d{1,2}[)）]\s*")),
    ("arabic", re.compile(r"(?:(?<=[\n。；;：:　 ])|^)\d{1,2}[、．.](?!\d)\s*")),
    ("cn", re.compile(rf"(?:(?<=[\n。；;：:　 ])|^)[{_CN}]{{1,3}}[、．.]\s*")),
    # ◆加强队伍建设  —— 持续改进文风: bullets count nothing.
    (
        "bullet",
        re.compile(r"(?:(?<=\n)|(?<=\n　)|(?<=\n　　)|^)\s*(?:[●■◆▲★◎○▪•◇□✦➢►]|——|-{1,2}(?=[一-龥]))\s*"),
    ),
)
# Predicates of falling short: 有待提升, 还不够丰富, 仍显不足, 存在差距, 力度不强, 人才短缺, 相对滞后.
SHORTCOMING_CUE = re.compile(
    r"有待|有所欠缺|欠缺|不够|不足|不强|不高|不多|不深|不广|不优|不畅|不均|不全|不紧|不[宽实细准新快精活硬浓透稳牢严]|不善|不到位|不平衡|不适应|不匹配|不明显|不理想|不完善|不健全|不充分|不平衡|"
    r"不相适应|未能|尚未|没有形成|还需|仍需|尚需|亟需|亟待|需要?进一步|偏[少低弱窄慢旧老]|较[少低弱窄慢]|薄弱|滞后|短板|差距|短缺|缺乏|缺少|紧缺|流失|单一|"
    r"同质化|受限|局限|乏力|不敷|困难|瓶颈|老化|落后|弱项|空白|脱节|问题"
)
# A sentence that only announces the list: 但仍有诸多不足之处： 主要表现在以下方面。
_LEAD_IN = re.compile(
    r"(?:[:：]$|如下[。：:]?$|以下.{0,10}(?:方面|问题|不足|几点)|(?:诸多|一些|一定|不少|许多|很多).{0,4}(?:不足|差距|问题)(?:之处|和问题|与不足|和不足)?[。，；]?$)"
)
# 对照要求，中心仍存在一些薄弱环节: says that there are shortcomings, not which.
_ONLY_SAYS_SO = re.compile(
    r"(?:存在|有|离|距|面临)(?:着)?(?:很多|一些|一定|不少|不小|较大|诸多|许多|若干|明显|几点|这样那样|以下)?的?(?:很多|一些|一定|不少|不小|较大|诸多|许多|若干|明显|几点|这样那样|几个方面|以下)?的?"
    r"(?:不足|差距|问题|薄弱环节|短板|短腿|困难|欠缺|缺憾|欠账|遗憾|弱项)(?:之处|和不足|与不足|和差距|和短板|和薄弱环节)?$"
    r"|^(?:今年|当然|同时|但|，)*(?:我们的?|工作中?的?)?(?:问题|不足|短板|差距)(?:依然|仍然?|还|也)(?:存在|明显|突出|不少)$"
)
_NAMES_A_FIELD = re.compile(
    r"(?:方面|工作中|建设上|能力上|领域|环节上|质量上|水平上|力度上).{0,8}(?:存在|有)"
)
_TIME_FRAME = re.compile(
    r"^(?:(?:面向|展望|在|进入|迎接)?(?:20\d{2}年|新的一年|明年|来年|下一年度?|未来|新征程|今后|下一步|接下来|今后一段时期)(?:里|中|上|的工作中)?[，,])+"
)
_FUTURE = re.compile(
    r"下一步|今后|未来|新的一年|明年|来年|(?:20\d{2}年|明年|来年).{0,24}(?:将|(?<![主需重])要|拟|计划|力争)|接下来|下一年|面向未来|新征程上|^.{0,30}(?:我们|我社|我台|本报|本台|本社|集团|中心|报社|台里)将"
)
_RESPONSE_CUE = re.compile(
    r"(?:上年|去年|上一年)度?(?:的)?(?:社会责任)?报告.{0,4}[“，]|(?:针对|对于|对照|围绕|就).{0,30}(?:上年|上一年|去年|20\d{2}年|往年|前一年|上期).{0,30}(?:不足|问题|短板|提出|指出|反映)|"
    r"(?:上年度?|上一年度?|去年|上期|上次|20\d{2}年度?)(?:的)?(?:那份)?(?:社会责任)?报告(?:中|里|所)?[，,]?(?:我们|曾|本报|本台|中心|集团|报社|坦率地|如实)*(?:提到|提出|指出|列出|检视|查找|反映|坦陈|承认|自查|检讨|剖析|写下|列举|查摆)|(?:上年度|上一年度|去年|20\d{2}年(?:度)?(?:社会责任)?报告).{0,24}(?:不足|问题|承诺).{0,30}(?:整改|改进|解决|落实|回应|改善|缓解|扭转)"
)
# The formal frame around a list of commitments, and courtesies at the end, promise nothing by themselves.
_FRAME = re.compile(
    r"^.{0,40}(?:以习近平.{0,40}(?:为指导|为指引)|在.{2,30}(?:领导|指导|关心|支持)下).{0,80}$|^.{0,12}(?:我们|报社|中心|集团|本[报台社])?将?(?:牢记|不忘|不负).{0,16}(?:使命|职责|担当|重托|初心)$|欢迎.{0,20}(?:监督|批评)|(?:敬请|恳请|感谢).{0,30}(?:监督|指正|支持|关心)"
)
_CONTACT = re.compile(
    r"^(?:联系|电话|地址|邮编|报告(?:下载|获取)|责任编辑|编辑[:：]|来源[:：]|监督电话|.{0,20}(?:\d{4}|二[〇○零][一-龥〇○零]{2})年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?$)"
)


def extract_statements(reading: Reading) -> Iterator[Statement]:
    """Yield the closing statements, each kind numbered from 1 in the order of the text.

    Example: ``一是重大主题宣传系统谋划能力有待进一步提升；`` → shortcoming 重大主题宣传系统谋划能力有待进一步提升.
    """
    counts = {"response": 0, "shortcoming": 0, "commitment": 0}
    seen: set[Span] = set()
    found = sorted(_found(reading), key=lambda item: item[1])
    for kind, (start, end) in found:
        mark = _ITEM_START.match(reading.text, start, end)
        start = strip_marks(reading.text, mark.end(), end)[0] if mark else start
        if reading.text[start:end] == reading.media:
            continue
        if end - start < 3 or any(start < e and s < end for s, e in seen):
            continue
        seen.add((start, end))
        counts[kind] += 1
        yield _statement(reading, kind, start, end, counts[kind])


def _statement(reading: Reading, kind: Kind, start: int, end: int, ordinal: int) -> Statement:
    text = reading.text[start:end]
    evidence = reading.evidence(start, end)
    identity = fact_id(reading.report, kind, start, end, text)
    if kind == "response":
        return Response(id=identity, evidence=evidence, text=text, ordinal=ordinal)
    if kind == "shortcoming":
        return Shortcoming(id=identity, evidence=evidence, text=text, ordinal=ordinal)
    return Commitment(id=identity, evidence=evidence, text=text, ordinal=ordinal)


def _found(reading: Reading) -> Iterator[tuple[Kind, Span]]:
    announced: set[str] = set()
    claimed: list[Span] = []
    for index, kinds in _closing_sections(reading):
        announced.update(kinds)
        start, end = reading.body_of(index)
        claimed.append((reading.sections[index].start, end))
        yield from _of_section(reading, index, kinds, start, end)
    # What no heading announces: in the rest of the closing chapter, or else the last paragraphs, by their own words.
    open_kinds = tuple(kind for kind in ("response", "shortcoming", "commitment") if kind not in announced)
    if not open_kinds:
        return
    for start, end in _closing_text(reading):
        for low, high in _unclaimed(start, end, claimed):
            yield from _by_wording(reading, low, high, open_kinds)


def _unclaimed(start: int, end: int, claimed: list[Span]) -> list[Span]:
    parts, position = [], start
    for low, high in sorted(claimed):
        if low >= end or high <= start:
            continue
        if low > position:
            parts.append((position, low))
        position = max(position, high)
    if position < end:
        parts.append((position, end))
    return parts


# 对上年度不足的整改 may stand in the preface or in a chapter of its own; 回应社会关切 is no response.
_LOOKS_BACK = re.compile(r"上年|上一年|去年|往年|20\d{2}年|上期|上次|以往|年度报告|整改落实|问题整改")


def _closing_sections(reading: Reading) -> list[tuple[int, tuple[str, ...]]]:
    """The innermost sections whose heading announces statements, with what it announces."""
    found: list[tuple[int, tuple[str, ...]]] = []
    for index, section in enumerate(reading.sections):
        if section.duty is not Duty.AFTERWORD and not (section.duty is Duty.PREFACE and section.level > 1):
            continue
        kinds = closing_kinds(section.title)
        if not kinds or (section.duty is Duty.PREFACE and kinds != ("response",)):
            continue
        if any(
            closing_kinds(inner.title)
            for inner in reading.sections[index + 1 :]
            if inner.start < section.end and inner.level > section.level and _announces(inner.title)
        ):
            continue
        if any(
            reading.sections[outer].start <= section.start < reading.sections[outer].end for outer, _ in found
        ):
            continue
        found.append((index, kinds))
    return found


def _announces(title: str) -> bool:
    """A sub-heading that itself is a heading of kinds, not an item (1.改进文风 is an item of commitments)."""
    return len(title) <= 16 and bool(
        re.search(
            r"回应|不足|问题|差距|短板|改进(?:方向|措施|情况|计划)?$|努力方向|今后|下一步|展望|打算|整改|计划$",
            title,
        )
    )


def _closing_text(reading: Reading) -> list[Span]:
    chapters = [
        reading.body_of(index)
        for index, section in enumerate(reading.sections)
        if section.duty is Duty.AFTERWORD and section.level == 1
    ]
    if chapters:
        return chapters
    if not reading.sections:
        return []
    # The report closes without a heading: its last paragraphs.
    blocks = [block for block in reading.prose if block.end - block.start > 12][-6:]
    return [(blocks[0].start, blocks[-1].end)] if blocks else []


def _of_section(
    reading: Reading, index: int, kinds: tuple[str, ...], start: int, end: int
) -> Iterator[tuple[Kind, Span]]:
    if len(kinds) == 1:
        kind: Kind = kinds[0]  # type: ignore[assignment]
        for span in _items_or_points(reading, start, end, kind, whole=True):
            yield kind, span
        return
    yield from _by_wording(
        reading, start, end, ("response", *kinds), "shortcoming" if "shortcoming" in kinds else None
    )


def _items_or_points(reading: Reading, start: int, end: int, kind: Kind, whole: bool = False) -> list[Span]:
    """The statements of one kind in a span; `whole` tells that the span is all that the report says of the kind."""
    items = _enumerated(reading, start, end)
    if items:
        return items
    return _points(reading, start, end, kind, whole)


def _paragraphs(reading: Reading, start: int, end: int) -> list[Span]:
    text = reading.text
    found = []
    for block in reading.prose:
        low, high = max(block.start, start), min(block.end, end)
        if low >= high or not text[low:high].strip() or _CONTACT.match(text[low:high].strip()):
            continue
        if block.kind == "row":
            # 上年不足⇥整改情况: the last cell tells what was done, a header row nothing.
            cells = text[low:high].split("\t")
            if all(len(cell) <= 8 for cell in cells):
                continue
            low = high - len(cells[-1])
        found.append((low, high))
    return found


def _enumerators(text: str, start: int, end: int) -> tuple[str, list[Span]] | None:
    """The enumeration of the earliest-opening style with two or more items (一是, or numbers from 1)."""
    best: tuple[int, str, list[Span]] | None = None
    for name, pattern in _ENUMERATORS:
        marks = [match.span() for match in pattern.finditer(text, start, end)]
        marks = _consecutive(text, marks) if name not in {"order", "bullet"} else marks
        if len(marks) >= 2 and (best is None or marks[0][0] < best[0]):
            best = (marks[0][0], name, marks)
    return None if best is None else (best[1], best[2])


_NUMERAL = re.compile(rf"[{_CN}]{{1,3}}|\d{{1,2}}|[①-⑳]")


def _ordinal(mark: str) -> int | None:
    match = _NUMERAL.search(mark)
    if match is None:
        return None
    raw = match.group()
    if raw.isdigit():
        return int(raw) if raw[0] not in "①②③④⑤⑥⑦⑧⑨⑩" else ord(raw) - ord("①") + 1
    if "①" <= raw <= "⑳":
        return ord(raw) - ord("①") + 1
    if len(raw) == 1:
        return _CN.index(raw) + 1
    return 10 + _CN.index(raw[1]) + 1 if raw[0] == "十" else None


def _consecutive(text: str, marks: list[Span]) -> list[Span]:
    """Keep the marks that count on: 1, 2, 3 …; a new 1 starts a further list (kept), anything else is prose."""
    kept: list[Span] = []
    expected = 1
    for mark in marks:
        number = _ordinal(text[mark[0] : mark[1]])
        if number == expected or (number == 1 and kept):
            kept.append(mark)
            expected = (number or 0) + 1
    return kept


def _enumerated(reading: Reading, start: int, end: int) -> list[Span]:
    found = _enumerators(reading.text, start, end)
    if found is None:
        return []
    text = reading.text
    paragraphs = _paragraphs(reading, start, end)
    _, marks = found
    items = []
    for position, (_, body) in enumerate(marks):
        last = position + 1 == len(marks)
        stop = end if last else marks[position + 1][0]
        within = [(max(low, body), min(high, stop)) for low, high in paragraphs if low < stop and high > body]
        if not within:
            continue
        if last and len(within) > 1:
            # The last item ends with its paragraph, unless it is a heading with its text below.
            heading_like = within[0][1] - within[0][0] <= 40 and text[within[0][1] - 1] not in "。；;！"
            within = within[: 2 if heading_like else 1]
        item = strip_marks(text, within[0][0], within[-1][1], "；;。，,、 \t\n　")
        items.append(_without_tail(text, *item) if last else item)
    return items


def _without_tail(text: str, start: int, end: int) -> Span:
    """Leave off the closing courtesy that a last item runs into: …。欢迎社会各界监督。"""
    parts = sentences(text, start, end)
    while len(parts) > 1 and re.search(
        r"欢迎.{0,20}监督|敬请|恳请|感谢|^(?:以上|特此)|^20\d{2}年.{0,12}(?:将|我们).{0,6}(?:以|在)",
        text[slice(*parts[-1])],
    ):
        parts.pop()
    return strip_marks(text, parts[0][0], parts[-1][1], "；;。，, \n　") if parts else (start, end)


def _points(reading: Reading, start: int, end: int, kind: Kind, whole: bool) -> list[Span]:
    text = reading.text
    paragraphs = _paragraphs(reading, start, end)
    if kind == "response":
        spans = [
            strip_marks(text, *answer, "；;。 \t\n　")
            for low, high in paragraphs
            for answer in _answers(text, low, high)
        ]
        # 针对上年度报告的问题，我们逐条对账。 alone before the answers is their lead-in.
        if (
            len(spans) > 1
            and _RESPONSE_CUE.search(text[slice(*spans[0])])
            and spans[0][1] - spans[0][0] <= 45
        ):
            spans.pop(0)
        return spans
    found: list[Span] = []
    parts = [part for low, high in paragraphs for part in sentences(text, low, high)]
    units = [strip_marks(text, low, high, "；;。 \t\n　") for low, high in paragraphs]
    units = [
        unit
        for unit in units
        if not _ANNOUNCES_LIST.search(text[slice(*unit)]) and not _FRAME.search(text[slice(*unit)])
    ]
    if kind != "shortcoming" and len(units) >= 3 and len(parts) > len(paragraphs):
        # 强化内容建设。… each paragraph opens with its point and goes on about it.
        return units
    if kind == "shortcoming":
        parts = [part for part in parts if _falls_short(text[slice(*part)])]
        specific = [part for part in parts if not _is_lead_in(text[slice(*part)])]
        parts = specific or parts
    else:
        # 2022年，中心将重点抓好四件事。 announces; a colon does too.
        parts = [part for part in parts if not _ANNOUNCES_LIST.search(text[slice(*part)])]
    for part in parts:
        found.extend(_points_of_sentence(text, part, kind, least=2 if whole and len(parts) == 1 else 3))
    return found


# 针对…问题，我们… opens the answer to one shortcoming; so does 在…方面，.
# So does a first clause that names the fault: 网评队伍偏弱，就面向社会签约网评员80名.
_ANSWER_OPENS = re.compile(
    r"针对|对于|关于|就.{2,24}(?:问题|不足)|(?:在)?[^，。；]{2,16}方面[，,：:]|[^，。；]{2,30}的(?:短板|问题|不足|短腿|弱项|难题)[，,]|[^，。；]{2,16}(?:偏[弱少低窄慢]|薄弱|短缺|紧缺|滞后|不[强够足高畅多])[，,]"
)


def _answers(text: str, start: int, end: int) -> list[Span]:
    """Cut a paragraph of responses where two or more of its sentences or clauses each open an answer."""
    for parts in (sentences(text, start, end), clauses(text, start, end, "；;。")):
        opening = [i for i, (low, high) in enumerate(parts) if _ANSWER_OPENS.match(text, low, high)]
        first_is_frame = bool(opening) and opening[0] == 0 and _RESPONSE_CUE.search(text[slice(*parts[0])])
        cuts = opening[1:] if first_is_frame and len(opening) > 2 else opening
        if len(cuts) >= 2:
            edges = [*cuts, len(parts)]
            return [(parts[a][0], parts[b - 1][1]) for a, b in itertools.pairwise(edges)]
    return [(start, end)]


_ANNOUNCES_LIST = re.compile(
    r"(?:抓好|做好|做到|用力|发力|入手|着手|做|从|开展|推进|落实).{0,8}(?:[一二三四五六七八九十两几\d]+|以下|如下)(?:件事|个方面|项工作|方面|点|个?工作|项任务|个着力点|几).{0,8}[。：:]?$|[：:]$"
)


# What stands among shortcomings without being one: 取得一定成绩, 我们将认真整改, 欢迎监督.
_PRAISE = re.compile(
    r"取得.{0,12}(?:成绩|成效|进步|进展)(?!.*(?:但|不足|差距))|欢迎|感谢|我们将|予以改进|加以改进|认真整改"
)


def _falls_short(sentence: str) -> bool:
    return bool(
        SHORTCOMING_CUE.search(sentence) or not (_FUTURE.search(sentence) or _PRAISE.search(sentence))
    )


def _is_lead_in(sentence: str) -> bool:
    bare = sentence.rstrip("。；：:！ ")
    if re.search(r"[：:].{6,}；", bare):
        return False
    return bool(_LEAD_IN.search(sentence)) or bool(
        _ONLY_SAYS_SO.search(bare) and not _NAMES_A_FIELD.search(bare)
    )


def _points_of_sentence(text: str, sentence: Span, kind: Kind, least: int) -> list[Span]:
    start, end = strip_marks(text, *sentence, "。！ \t\n　")
    colon = re.search(r"[：:]", text[start:end])
    if colon and colon.end() < end - start - 6 and "；" in text[start + colon.end() : end]:
        # 主要存在以下不足：A；B；C。 the list after the colon is what is said.
        start += colon.end()
    whole = text[start:end]
    if kind == "shortcoming":
        return _shortcoming_parts(text, start, end, least=99 if "；" in whole else least)
    frame = _TIME_FRAME.match(whole)
    if frame:
        start += frame.end()
        whole = text[start:end]
    if _FRAME.search(whole) and "；" not in whole:
        return []
    return [strip_marks(text, low, high, "；;，, \n　") for low, high in clauses(text, start, end, "；;")]


def _shortcoming_parts(text: str, start: int, end: int, least: int) -> list[Span]:
    """Split 策划能力有待提升，产品不够丰富；人才偏少 into its points; each must fall short by its own words.

    Commas divide points where one sentence lists at least `least` of them; else 能力不强，来源单一 is one point.
    """
    parts: list[Span] = []
    for low, high in clauses(text, start, end, "；;"):
        low, high = strip_marks(text, low, high, "；;，, \n　")
        cues = sum(
            bool(SHORTCOMING_CUE.search(text[slice(*piece)])) for piece in clauses(text, low, high, "，,")
        )
        if cues < least:
            if not _is_lead_in(text[low:high]):
                parts.append(_without_frame(text, low, high))
            continue
        if not SHORTCOMING_CUE.search(text[low:high]):
            continue
        if _LEAD_IN.search(text[low:high]):
            continue
        pieces = [strip_marks(text, *piece, "，,；; ") for piece in clauses(text, low, high, "，,")]
        merged: list[Span] = []
        open_from: int | None = None
        for piece in pieces:
            begin = piece[0] if open_from is None else open_from
            own = text[piece[0] : piece[1]]
            if SHORTCOMING_CUE.search(own) and not re.match(r"(?:与|和|同|比|距|对照|相比)", own):
                if (
                    merged
                    and open_from is None
                    and re.match(r"(?:仍|还|尤其|特别|主要|需|不能|难以|以致|导致|影响|离)", own)
                ):
                    merged[-1] = (merged[-1][0], piece[1])
                else:
                    merged.append((begin, piece[1]))
                open_from = None
            else:
                open_from = begin
        if open_from is not None and merged:
            merged[-1] = (merged[-1][0], pieces[-1][1])
        merged = [_without_frame(text, *span) for span in merged]
        parts.extend(span for span in merged if not _LEAD_IN.search(text[span[0] : span[1]]))
    return parts


_SHORTCOMING_FRAME = re.compile(
    r"(?:(?:20\d{2}年度?|过去一年|一年来|回顾.{0,6}年)[，,])?.{0,40}?(?:取得.{0,20}(?:成绩|成效|进步|进展)|看到|认识到|意识到|清醒).{0,30}?[，,](?:但|同时|也)?(?:我们)?(?:也|还|仍|依然)?(?:应)?(?:清醒)?(?:地)?(?:认识到|看到|意识到)?[，,]?(?:但是?)?"
)


def _without_frame(text: str, start: int, end: int) -> Span:
    """Leave off 2016年，集团履行社会责任取得一定成绩，但…  before the first point."""
    match = _SHORTCOMING_FRAME.match(text, start, end)
    if match and end - match.end() >= 8 and SHORTCOMING_CUE.search(text, match.end(), end):
        return strip_marks(text, match.end(), end, "，,：: ")
    return start, end


def _by_wording(
    reading: Reading, start: int, end: int, allowed: tuple[str, ...], mode: Kind | None = None
) -> Iterator[tuple[Kind, Span]]:
    """Tell response, shortcoming and commitment apart by what each paragraph, item or sentence says.

    `mode` is what the heading leads one to expect first, until a sentence says otherwise.
    """
    text = reading.text
    first = mode
    for low, high in _paragraphs(reading, start, end):
        if first is not None and _ITEM_START.match(text, low, high):
            # 1.…不够。今后将… 2.…: each item begins with its shortcoming again.
            mode = first
        for kind, span in _kinds_of_paragraph(text, low, high, allowed, mode):
            mode = kind
            for item in _items_or_points(reading, span[0], span[1], kind):
                yield kind, item


def _kinds_of_paragraph(
    text: str, start: int, end: int, allowed: tuple[str, ...], mode: Kind | None
) -> list[tuple[Kind, Span]]:
    """Cut a paragraph where its sentences pass from one kind to the next: 不足 first, then 今后将."""
    runs: list[tuple[Kind, Span]] = []
    for low, high in _turns(text, start, end):
        kind = _kind_of_sentence(text[low:high], allowed, mode)
        if kind is None:
            continue
        mode = kind
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, (runs[-1][1][0], high))
        else:
            runs.append((kind, (low, high)))
    return runs


_ITEM_START = re.compile(
    r"[　\s]*(?:\d{1,2}[、．.]|[（(]\d{1,2}[)）]|[①-⑳]|[（(][一二三四五六七八九十]+[)）])"
)
_TURN = re.compile(
    r"[，；](?=(?:今后|下一步|明年|来年|新的一年|未来)(?:，)?(?:我们|本报|报社|本台|中心|集团)?(?:将|要|会))"
)


def _turns(text: str, start: int, end: int) -> list[Span]:
    """The sentences, cut also where one turns to the future: 追踪问效不够，|今后将建立回访台账."""
    found: list[Span] = []
    for low, high in sentences(text, start, end):
        turn = _TURN.search(text, low, high)
        if turn and SHORTCOMING_CUE.search(text, low, turn.start()):
            found.extend([(low, turn.start()), (turn.end(), high)])
        else:
            found.append((low, high))
    return found


def _kind_of_sentence(sentence: str, allowed: tuple[str, ...], mode: Kind | None) -> Kind | None:
    if "response" in allowed and _RESPONSE_CUE.search(sentence):
        return "response"
    if "commitment" in allowed and _FUTURE.search(sentence):
        return "commitment"
    if "shortcoming" in allowed and re.search(
        r"(?:仍|还|也|尚|依然|但).{0,20}(?:存在|有|面临).{0,24}(?:不足|差距|问题|短板|薄弱|缺憾|欠账|遗憾|弱项)|(?:更要|更应|也要|还要|要)(?:清醒)?看到(?:差距|不足|短板|问题)|(?:不足|问题|差距|短板)(?:之处)?(?:主要|表现|体现|依然|仍然?|还|也).{0,8}",
        sentence,
    ):
        return "shortcoming"
    if mode is not None and mode in allowed:
        if mode == "shortcoming" and _PRAISE.search(sentence):
            return None
        return mode
    if (
        "shortcoming" in allowed
        and SHORTCOMING_CUE.search(sentence)
        and re.search(r"有待|不够|仍需|还需|尚需|偏[少低弱]|欠缺|滞后", sentence)
    ):
        return "shortcoming"
    return None
