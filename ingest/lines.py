"""The lines of a document as a reader of headings sees them: number, title, does it read like a heading."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import NamedTuple

from ingest.alternation import by_letter
from ingest.duties import announces, bare_title, chapter_duty, closing_kinds, is_plain_chapter_title
from ingest.numerals import chinese_number
from ingest.readers.base import Block, Document

_CN = "[一二三四五六七八九十]{1,3}"
# Numbering styles, with a line each was made for.
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "part",
        re.compile(rf"第(?:{_CN}|\d{{1,2}})(?:部分|篇章|章节|章|篇)[、：:．.\s　]*"),
    ),  # 第三部分 提供服务责任
    (
        "part",
        re.compile(
            r"(?:PART|Part|CHAPTER|Chapter)[ .·]?\s?(?:\d{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX]{1,4}|[A-Z]{3,6})[、：:．.\s　]+"
        ),
    ),  # PART 01 前言
    (
        "part",
        re.compile(rf"(?:篇章|责任|履责|章节)(?:之)?(?:{_CN}|\d{{1,2}})[、：:．.｜|\s　]+"),
    ),  # 责任一：政治责任
    ("big", re.compile(r"[壹贰叁肆伍陆柒捌玖拾]{1,2}[、．.:：｜|\s　]+")),  # 壹、前言
    ("boxed", re.compile(rf"[【\[](?:{_CN}|\d{{1,2}})[】\]]\s*")),  # 【一】前言
    (
        "roman",
        re.compile(r"(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]{1,3}|[IVX]{1,4}(?=[、．.\s　]))[、．.\s　]*(?=[一-龥])"),
    ),  # Ⅱ 政治责任   IV. 服务责任
    ("chapter-part", re.compile(rf"第(?:{_CN}|\d{{1,2}})节[、：:．.\s　]*")),  # 第一节 融合平台
    ("cn", re.compile(rf"{_CN}\s?[、．.:：，,](?!\d{{1,3}}(?:[^\d年]|$))\s*")),  # 一、前言   一: 前言
    ("cn", re.compile(rf"{_CN}(?:[　 ]+|\s?[｜|/]\s*)(?=\S)")),  # 一 前言   一｜前言
    ("paren-cn", re.compile(rf"[（(〔]\s?{_CN}\s?[)）〕][、．.]?\s*")),  # （一）媒体概况
    (
        "decimal",
        re.compile(
            r"\d{1,2}[.．]\d{1,2}(?:[.．]\d{1,2})?(?![\d%万亿年级])[、．.]?(?:\s*(?=[^\d\s])|\s+(?=(?:19|20)\d{2}年))"
        ),
    ),  # 2.1 信息服务   1.3 2023年度获奖情况
    (
        "arabic",
        re.compile(r"[\d０-９]{1,2}\s?[、．.](?!\d{1,3}(?:[%万亿]|[^\d年]))\s*"),
    ),  # 1.媒体概况  3.2022年度获奖情况
    ("arabic", re.compile(r"\d{1,2}[ 　\t]+(?=[一-龥]{2})(?!年|月|日|个|件|期|人(?!文)|名|次)")),  # 1 前言
    (
        "arabic",
        re.compile(
            r"[§#＃№]\s?\d{1,2}[、．.\s　]*(?=[一-龥])|\d{1,2}\s?[|｜/／·•—-]\s*(?=[一-龥])|0\d(?=[一-龥])(?!0\d[年月日时])|1[0-3](?=[一-龥]{2,10}责任|后记|结语)"
        ),
    ),  # 01 | 前言   01前言
    (
        "paren-arabic",
        re.compile(r"[（(]\s?[\d０-９]{1,2}\s?[)）][、．.]?\s*|[①-⑳]\s*|\d{1,2}[)）]\s*"),
    ),  # (1)加强策划
    ("bullet", re.compile(r"[●■◆▲★◎○▪•]\s*|(?:[*])\s+")),  # ●政治责任
)
_NUMBERED = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _STYLES))
"""Tells at once of most lines that they begin in none of the styles."""
_PICTURE = re.compile(r"^\s*\[(?:image|图片|图)\s*[:：]?.*\]\s*$|^\s*【?(?:图片?|▲|△|↑|↓)\s*[:：0-9]")
_INLINE_MARK = re.compile(r"\[(?:bookmark|image|图片)\s*:[^\]]*\]\s*")
_SENTENCE_END = "。！？；;!?"
_STOP = re.compile(f"[{_SENTENCE_END}：:]")
_LONGEST_HEADING = 45
_LONGEST_RUN_IN = 32
# The first sentence of a numbered paragraph is no run-in title when it begins like running prose.
_PROSE_START = re.compile(
    r"^(?:(?:19|20)\d{2}年|今年|去年|全年|一年来|本年度|目前|近年来|通过|围绕|为了?|在.{1,20}(?:中|期间|上|下)[，,]|针对|作为|自.{2,12}以来|截至|据|对(?!外|内传|口|标))"
)


# （一）矩阵账号126个，总粉丝量3460万。: a sentence that counts two things is no title.
_COUNTS = re.compile(
    r"\d[余多几]?[十百千]?[万亿]?[余多]?(?:个|人|名|位|篇|条|件|次|场|期|元|种|家|项|部|户|小时|分钟|平方米|[%％]|(?<=[万亿])(?=[，,]|$))"
)


_BOXED_LABEL = re.compile(r"[【\[](?P<label>[一-龥]{2,14})[】\]]\s*")


class Line(NamedTuple):
    """One line of the text with what its beginning says. Offsets are code points into the document."""

    start: int
    end: int
    body: int
    """Where the title begins, after the number."""
    title_end: int
    """Where the title ends: the line's end, or the end of a run-in title."""
    style: str | None
    number: str | None
    title: str
    level: int | None
    """Level by the file format itself (docx heading style, <h2>)."""
    run_in: bool
    ends_like_sentence: bool
    bold: bool
    long: bool


def lines_of(document: Document) -> list[Line]:
    """Read every block (and every glued chapter heading inside a long block) as a `Line`."""
    found: list[Line] = []
    for block in document.blocks:
        if block.kind in {"row", "caption"}:
            continue
        for start, end in _pieces(document.text, block):
            line = _line(document.text, start, end, block)
            if line is not None:
                found.append(line)
    found = _with_labels(document.text, found)
    labels = Counter(line.title for line in found if line.run_in)
    # 整改情况：… again and again labels the halves of items; only what stands once is a heading.
    return [
        line._replace(run_in=False, title_end=line.end, title=document.text[line.body : line.end].strip())
        if line.run_in and labels[line.title] > 1 and (line.style is None or closing_kinds(line.title))
        else line
        for line in found
    ]


def _with_labels(text: str, lines: list[Line]) -> list[Line]:
    """【资讯服务】全年推送…: bracketed titles are headings of a style of their own where three or more open paragraphs.

    One that comes again and again (【案例】) labels what follows and is none.
    """
    found = {
        index: label
        for index, line in enumerate(lines)
        if line.style is None
        and line.level is None
        and (label := _BOXED_LABEL.match(text, line.start, line.end))
    }
    counts = Counter(label["label"] for label in found.values())
    once = {index: label for index, label in found.items() if counts[label["label"]] == 1}
    if len(once) < 3:
        return lines
    labelled = list(lines)
    for index, label in once.items():
        line = lines[index]
        labelled[index] = line._replace(
            style="label",
            title=label["label"],
            body=label.start("label"),
            title_end=label.end("label"),
            run_in=label.end() < line.end,
            ends_like_sentence=label.end() < line.end and line.ends_like_sentence,
            long=False,
        )
    return labelled


_CHAPTER_WORD = (
    r"(?:政治|阵地建设|社会服务|提供服务|服务|人文关怀|繁荣发展文化|文化|安全刊播|安全播出|安全|遵守职业规范|道德|保障[一-龥]{0,8}权益|合法经营|正确引导)责任"
    r"|前言|后记|媒体概况|存在的?不足|今后努力方向"
)
_GLUED = re.compile(
    rf"(?:(?<=[。！？；”\s　])|(?<=[.…]\d)|(?<=[.…]\d\d))(?=(?:第{_CN}部分|{_CN}[、.．]|[（(]{_CN}[)）])[、：\s　]*[一-龥]{{0,6}}(?:{_CHAPTER_WORD}))"
)


_GLUED_SIGN = re.compile("[一二三四五六七八九十](?:部分|[、.．)）])")
"""Quickly found, and in all of these."""
_GLUED_TITLE = re.compile(
    rf"(?:第{_CN}部分|{_CN}[、.．]|[（(]{_CN}[)）])[、：\s　]*[一-龥]{{0,6}}?(?:{_CHAPTER_WORD})[。：]?"
)
_GLUED_PART = re.compile(rf"(?<=[。！？；”记言任况])(?=[（(]{_CN}[)）][^。，；]{{2,20}}[。：])")
# …传播矩阵。 2.社会责任理念 |坚持…: a space ends the title of a part that a figure numbers.
_GLUED_NUMBER = re.compile(r"(?<=[。！？；”\s　])\d{1,2}[.．、]\s?[一-龥A-Za-z0-9“”]{2,20}(?=[\s　])")


def _pieces(text: str, block: Block) -> list[tuple[int, int]]:
    """Cut a block where a chapter heading is glued into it: a whole report on one line."""
    if block.end - block.start < 60:
        return [(block.start, block.end)]
    if not _GLUED_SIGN.search(text, block.start + 1, block.end):
        return [(block.start, block.end)]
    cuts = [match.start() for match in _GLUED.finditer(text, block.start + 1, block.end)]
    if len(cuts) >= 3:
        # A whole report on one line: a title ends with its duty, and （一） opens a sub-heading after a sentence.
        starts = [block.start, *cuts]
        cuts += [
            m.end() for at in starts if (m := _GLUED_TITLE.match(text, at, block.end)) and m.end() < block.end
        ]
        cuts += [m.start() for m in _GLUED_PART.finditer(text, block.start + 1, block.end)]
        cuts += [at for m in _GLUED_NUMBER.finditer(text, block.start + 1, block.end) for at in m.span()]
    edges = sorted({block.start, *cuts, block.end})
    return [(a, b) for a, b in itertools.pairwise(edges) if b > a]


_LATIN_STOP = re.compile(r"[一-龥”）)》%]\.$")
_TITLE_AND_SPACE = re.compile(r"[^\s。，；：]{2,24}[\s　]+")
_SHORT_TITLE_AND_SPACE = re.compile(r"[^\s，。；：]{2,12}[\s　]+(?=[^\s]{8})")
_LABEL_INSIDE = re.compile(r"[。；]([一-龥]{2,10})[：:]")


def _line(text: str, start: int, end: int, block: Block) -> Line | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end or _PICTURE.match(text[start:end]):
        return None
    mark = _INLINE_MARK.match(text, start, end)
    if mark:
        start = mark.end()
    style = number = None
    body = start
    for name, pattern in _STYLES if _NUMBERED.match(text, start, end) else ():
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            style, number, body = name, match.group().strip(), match.end()
            break
    stop = _STOP.search(text, body, end)
    first_stop = stop.start() if stop else end
    whole = text[body:end]
    long = len(whole) > _LONGEST_HEADING
    ends = whole[-1:] in _SENTENCE_END + "：:，,、" or _LATIN_STOP.search(whole) is not None
    title_end, run_in = end, False
    if style and first_stop < end - 4 and first_stop - body <= _LONGEST_RUN_IN:
        head = text[body:first_stop]
        if (
            text[first_stop] == "。"
            and not _PROSE_START.match(head)
            and head.count("，") <= 1
            and len(_COUNTS.findall(head)) < 2
        ) or (
            text[first_stop] in "。：:"
            and chapter_duty(head)
            and len(bare_title(head)) <= 16
            # 一、前言：扎根大山五十载 is all title.
            and (ends or end - first_stop > 20)
        ):
            title_end, run_in = first_stop, True
    if style and not run_in and long:
        # 一、政治责任 我社始终坚持……: the title and its text share a line, a space between them.
        space = _TITLE_AND_SPACE.match(whole)
        if space and chapter_duty(space.group()) and is_plain_chapter_title(space.group()):
            title_end, run_in = body + len(space.group().rstrip()), True
    if style and not run_in:
        # （一）回应 针对上年度报告…，全年制作短视频1300条。
        space = _SHORT_TITLE_AND_SPACE.match(whole)
        if space and ends and whole[-1] in "。！" and announces(space.group()):
            title_end, run_in = body + len(space.group().rstrip()), True
    boxed = _BOXED_LABEL.match(text, start, end) if style is None else None
    if boxed and (closing_kinds(boxed["label"]) or is_plain_chapter_title(boxed["label"])):
        # 【回应】…  【政治责任】
        body, title_end, run_in = boxed.start("label"), boxed.end("label"), boxed.end() < end
    if style is None and not run_in and first_stop < end - 4 and text[first_stop] in "：:":
        # 回应：…  不足：… a label that opens its paragraph.
        label = text[start:first_stop]
        others = _LABEL_INSIDE.findall(text[first_stop:end])
        if any(announces(other) for other in others):
            # 回应方面：… 不足方面：… 改进方面：… in one paragraph are no headings.
            pass
        elif len(label) <= 12 and (announces(label) or (closing_kinds(label) and len(label) <= 4)):
            title_end, run_in = first_stop, True
    return Line(
        start=start,
        end=end,
        body=body,
        title_end=title_end,
        style=style,
        number=number,
        title=text[body:title_end].strip(),
        level=block.level if block.kind == "heading" else None,
        run_in=run_in,
        ends_like_sentence=ends,
        bold=block.bold,
        long=long,
    )


_ENUMERATED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}是|其[一二三四五六]|第[一二三四五六七八九十][，,是]|首先|其次|再次|最后)"
)


_HONOURED_TITLE = re.compile(r"[》”].{0,8}(?:荣?获|入选|获评)")
_HONOURS = by_letter(r"奖.{0,8}\d+(?:件|篇|部|项|个)|[一二三特]等奖")


def reads_like_heading(line: Line) -> bool:
    """Tell whether a numbered line, or one that the format calls a heading, is one by its words and marks."""
    if line.run_in or line.level is not None:
        return True
    if line.long or _ENUMERATED.match(line.title) or not line.title:
        return False
    if line.style is None:
        return False
    if _HONOURED_TITLE.search(line.title):
        # （2）《秋》获江南新闻奖二等奖 is an item of a list of honours.
        return False
    if line.style == "bullet" and chapter_duty(line.title) is None:
        # ◆ opens the items of a list; ● may open a chapter, which its title then says.
        return False
    if _HONOURS.search(line.title):
        # （3）全国地市报好新闻奖一等奖1件
        return False
    closing = line.title[-1]
    if closing in "；;，,、：:！!？?":
        return chapter_duty(line.title) is not None and closing in "：:"
    return not (closing == "。" and len(line.title) > 16)


def style_key(line: Line) -> str:
    """Return what marks a line as a heading: its numbering style, else the format's level, else bold or plain."""
    if line.level is not None and line.style is None:
        return f"level-{line.level}"
    if line.style == "decimal":
        # 1.1 and 1.1.1 are two levels.
        return f"decimal-{len(re.split(r'[.．]', (line.number or '').rstrip('.．、')))}"
    if line.style is not None:
        return line.style
    return "bold" if line.bold else "plain"


_ROMAN = {"I": 1, "V": 5, "X": 10}
_BIG = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_SIGNS = {
    **{ord("①") + index: str(index + 1) for index in range(20)},
    **{
        ord("Ⅰ") + index: letters
        for index, letters in enumerate("I II III IV V VI VII VIII IX X XI XII".split())
    },
}


def ordinal(line: Line) -> int | None:
    """Return the number that a line begins with (一、 → 1, Ⅳ → 4, （12） → 12), None without one."""
    number = (line.number or "").translate(_BIG).translate(_SIGNS)
    told = re.search(r"[\d０-９]+|[一二三四五六七八九十]+", number)
    if told:
        return chinese_number(told.group())
    letters = re.search(r"[IVX]+", number)
    if not letters:
        return None
    values = [_ROMAN[letter] for letter in letters.group()]
    return sum(-v if any(later > v for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
