"""Statements in running text: a response a paragraph or fault, a shortcoming a point, a commitment a sentence."""

from __future__ import annotations

import itertools
import re

from ingest.duties import StatementKind
from ingest.extract.statements.answers import answers
from ingest.extract.statements.cues import (
    ANNOUNCES_LIST,
    CONCRETE,
    COURTESY,
    FRAME,
    FUTURE,
    LEAD_IN,
    LEANS_BACK,
    MAY_FALL_SHORT,
    MEASURE,
    PRAISE,
    SHORTCOMING_CUE,
    TIME_FRAME,
)
from ingest.extract.statements.frames import CLAUSE, blames, without_frame
from ingest.extract.statements.retelling import begin_alike, headed, is_general
from ingest.extract.statements.running import running_list
from ingest.extract.statements.vows import ABOUT_THESE, COUNTS, is_vow
from ingest.sentences import Span, clauses, sentences, strip_marks


def cut(text: str, kind: StatementKind, paragraphs: list[Span], whole: bool) -> list[Span]:
    """Return the statements of one kind that running text makes; `whole`: it is all the report says of the kind."""
    if kind == "response":
        return answers(text, paragraphs)
    paragraphs = _titled(text, paragraphs)
    parts = [part for low, high in paragraphs for part in sentences(text, low, high)]
    if kind == "commitment" and len(paragraphs) == 1:
        titled = headed(text, parts)
        if titled:
            return [strip_marks(text, low, high, "；;。 \t\n　") for low, high in titled]
    units = [strip_marks(text, low, high, "；;。 \t\n　") for low, high in paragraphs]
    units = [
        unit
        for unit in units
        # A paragraph of marks alone says nothing.
        if text[slice(*unit)].strip("。！？!?；; \t\n　")
        and not ANNOUNCES_LIST.search(text[slice(*unit)])
        and (not FRAME.search(text[slice(*unit)]) or COUNTS.search(text[slice(*unit)]))
        and not is_vow(text[slice(*unit)])
    ]
    if kind == "shortcoming":
        # 作为一张行业报，我们深知… : what stands before the first fault sets the scene.
        while len(units) > 1 and not MAY_FALL_SHORT.search(text[slice(*units[0])]):
            units.pop(0)
        while len(parts) > 1 and _sets_scene(text[slice(*parts[0])]):
            parts.pop(0)
    topical = len(units) >= 2 and (_titles(text, units) if kind == "commitment" else _topics(text, units))
    if topical and len(parts) > len(units):
        # 强化内容建设。… each paragraph opens with its point and goes on about it.
        return units
    if kind == "shortcoming":
        parts = [part for part in parts if _falls_short(text[slice(*part)])]
        parts = [
            part
            for part, after in itertools.zip_longest(parts, parts[1:])
            # 传播理念仍有不适应的地方。主要表现为：A；B。 the second sentence tells what the first speaks of.
            if not (
                after
                and re.match(r"(?:具体|主要|突出|集中)?(?:表现|体现|反映)[为在是于]", text[slice(*after)])
            )
        ]
        if (len(parts) > 2 or (len(parts) > 1 and "；" in text[slice(*parts[1])])) and _LOOMS.search(
            text[slice(*parts[0])]
        ):
            # 随着转型加快，自身能力不足的问题也日益显现。 the sentences after it tell which.
            parts.pop(0)
        specific = [part for part in parts if not _is_lead_in(text[slice(*part)])]
        parts = specific or parts
        least = 2 if whole and len(parts) == 1 else 3 if len(parts) < 3 else 99
        found = [span for part in parts for span in _shortcomings_of_sentence(text, part, least)]
        ends = [_AND_SO_ON.search(text, *span) for span in found]
        found = [(low, tail.start() if tail else high) for (low, high), tail in zip(found, ends, strict=True)]
        return [span for span in found if not is_general(text[slice(*span)])]
    # 2022年，中心将重点抓好四件事。 announces; a colon does too.
    parts = [part for part in parts if not ANNOUNCES_LIST.search(text[slice(*part)])]
    if len(parts) > 1 and TIME_FRAME.match(text[slice(*parts[1])]) and not _is_plan(text[slice(*parts[0])]):
        # 一年之计在于春。2023年，本报着力…
        parts.pop(0)
    return [span for part in parts for span in _commitments_of_sentence(text, part)]


_LOOMS = re.compile(
    r"^(?:[^，。；不缺少弱]*，)*[^，。；]*(?:问题|矛盾)(?:也|还|仍|依然|愈发|日益|日渐|逐渐|更加|较为|比较)*(?:显现|凸显|突出|暴露|明显)(?:出来)?。$"
)


def _is_plan(sentence: str) -> bool:
    return bool(FUTURE.search(sentence) or CONCRETE.search(sentence))


def _titled(text: str, paragraphs: list[Span]) -> list[Span]:
    """Join a line without a closing mark to the paragraph below it, of which it is the title."""
    found: list[Span] = []
    titled = False
    for low, high in paragraphs:
        closed = text[high - 1] in "。；！;."
        if titled and closed:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
        titled = not closed and high - low <= 30 and text[high - 1] not in "：:，"
    return found


def _topics(text: str, units: list[Span]) -> bool:
    """Tell whether each paragraph opens with a short sentence that names its fault."""
    heads = [text[slice(*sentences(text, *unit)[0])] for unit in units]
    blaming = sum(bool(MAY_FALL_SHORT.search(head)) for head in heads)
    # 智库建设刚起步。研究人员以兼职为主，… beside two that blame
    return all(len(head) <= 26 for head in heads) and blaming * 3 >= len(heads) * 2


def _titles(text: str, units: list[Span]) -> bool:
    """Tell whether paragraphs of plans make a point each: three or more, or two that each open with a short sentence."""
    several = [parts for unit in units if len(parts := sentences(text, *unit)) > 1]
    return len(units) > 2 or all(
        first[1] - first[0] <= 30 or LEANS_BACK.match(text, *second) for first, second, *_ in several
    )


_SCENE = re.compile(
    r"深知|深感|自感|认识|看到|清醒|作为|随着|当前|回[首顾望]|一年来|过去|成绩|成效|进步|取得|努力|20\d{2}年|我们|本[报台社网刊]|我[台社]|报社|中心|集团|站在|面对"
)


def _sets_scene(sentence: str) -> bool:
    """Tell whether a sentence before the faults names none: 作为一张行业报，我们深知责任重大。"""
    own = re.sub(r"问题|差距|困难|压力", "", sentence)
    return bool(_SCENE.search(sentence)) and not MAY_FALL_SHORT.search(own)


def _falls_short(sentence: str) -> bool:
    if ABOUT_THESE.match(sentence) or (is_vow(sentence) and not blames(sentence)):
        return False
    return bool(
        SHORTCOMING_CUE.search(sentence)
        or not (FUTURE.search(sentence) or PRAISE.search(sentence) or COURTESY.search(sentence))
    )


def _is_lead_in(sentence: str) -> bool:
    bare = sentence.rstrip("。；：:！ ")
    if re.search(r"[：:].{6,}(?:；|，.*，)", bare):
        return False
    scene = CLAUSE.match(bare)
    if scene and is_vow(scene[1]):
        # 站在新的起点，我们深知仍有短板。
        bare = bare[scene.end() :]
    bare = "，".join(part for part in bare.split("，") if not COURTESY.search(part)) or bare
    return bool(LEAD_IN.search(sentence)) or is_general(bare)


# 经营创收能力不强等。  培训针对性不强等问题
_AND_SO_ON = re.compile(r"(?<![平高中优同初])等(?:问题|不足)?$")
_MAINLY = re.compile(r"(?:主要|具体|突出|集中)(?:表现|体现|反映)?[在为是有于][：:，]?")
_MEASURED = re.compile(
    rf"(?:[^，；。]*，){{0,2}}[^，；。]{{0,12}}{MEASURE.pattern}，|(?:对[标照]|相[较比]于?|比起)[^，；。]{{2,20}}，"
)
_TOPIC = re.compile(r"在?[^，。；]{2,12}(?:方面|上)，")


def _after_colon(text: str, sentence: Span) -> Span:
    """主要存在以下不足：A；B；C。 the list after the colon is what is said; so it is after 存在以下问题：A，B，C。"""
    start, end = strip_marks(text, *sentence, "。！ \t\n　")
    colon = re.search(r"[：:]", text[start:end])
    if colon and colon.end() < end - start - 6:
        listed = text[start + colon.end() : end]
        if "；" in listed or ("，" in listed and is_general(text[start : start + colon.start()])):
            start += colon.end()
    return start, end


# 报社将以建党百年为主线，  中心将始终把社会效益放在首位，
_SETS_FRAME = re.compile(r"将(?:继续|始终|进一步)*(?:以|按照|从|围绕|立足|紧扣|坚持|把|牢记)")
_THEREFORE = re.compile(r"(?:为此|对此|因此)[，,]")
# 中心将以“能力提升年”为抓手，办好…；建立…  not where the other parts have means of their own
_MEANS = re.compile(
    r"以[^，；]{2,24}为(?:抓手|契机|牵引|载体|重点|突破口|主线|目标|动力|引领|总?遵循|导向|依托)$"
)


def _is_means(text: str, lead: re.Match[str], end: int) -> bool:
    """Tell whether a clause names the means of all the deeds that ； parts behind it."""
    parts = _texts(text, clauses(text, lead.end(), end, "；;"))
    return (
        len(parts) > 1 and bool(_MEANS.search(lead[1])) and not any(part.startswith("以") for part in parts)
    )


# 2020年，我们承诺：
_VOWS = re.compile(r"[^，。；：:]{0,6}(?:承诺|打算|计划|保证)(?:是)?[：:]")
# 针对这些不足，  本网将围绕以上问题，
_TAKES_UP_THESE = re.compile(
    r"(?:针对|围绕|聚焦|对照|对于?)(?:这些|上述|以上)[^，。]{0,6}(?:问题|不足|短板|差距|弱项|方面)$"
)


def _texts(text: str, spans: list[Span]) -> list[str]:
    return [text[slice(*span)] for span in spans]


def _commitments_of_sentence(text: str, sentence: Span) -> list[Span]:
    counted = running_list(text, *sentence)
    if counted and counted.parted == "counted":
        # 本报要办三件事：A，B，C。
        return list(counted.items)
    start, end = _after_colon(text, sentence)
    frame = TIME_FRAME.match(text[start:end]) or _THEREFORE.match(text[start:end])
    if frame:
        start += frame.end()
    vows = _VOWS.match(text, start, end)
    start = vows.end() if vows else start
    at, lead, framed = start, CLAUSE.match(text, start, end), False
    while lead and (is_vow(lead[1]) or _TAKES_UP_THESE.search(lead[1]) or _is_means(text, lead, end)):
        # 中心将从自身实际出发，|着力构建话语体系；着力打通壁垒。  本网将围绕以上问题，|加强合作；拓展业务。
        at, parts = lead.end(), _texts(text, clauses(text, lead.end(), end, "；;"))
        these = _TAKES_UP_THESE.search(lead[1])
        framed = framed or bool(these or _SETS_FRAME.search(lead[1]))
        if begin_alike(parts) or (len(parts) > 1 and (framed or "贯彻" in lead[1])):
            start = at
        lead = CLAUSE.match(text, at, end)
    if not framed and start < at and CLAUSE.match(text, at, end):
        # 我们将认真学习贯彻…精神，|加强队伍建设，加大设备投入|，为…作出贡献: vows around several deeds
        start = at
        end = _before_vows(text, start, end)
    whole = text[start:end]
    if (FRAME.search(whole) and not re.search(rf"；|{COUNTS.pattern}", whole)) or is_vow(
        text[slice(*sentence)]
    ):
        return []
    return [strip_marks(text, low, high, "；;，, \n　") for low, high in clauses(text, start, end, "；;")]


def _before_vows(text: str, start: int, end: int) -> int:
    pieces = clauses(text, start, end, "，,；;")
    while len(pieces) > 2 and is_vow(text[slice(*pieces[-1])].strip("，。")):
        pieces.pop()
    return strip_marks(text, start, pieces[-1][1], "，。； ")[1]


def _shortcomings_of_sentence(text: str, sentence: Span, least: int) -> list[Span]:
    """Split 策划能力有待提升，产品不够丰富；人才偏少 into its points; each must fall short by its own words.

    Commas divide points where one sentence lists at least `least` of them; else 能力不强，来源单一 is one point.
    """
    start, end = _after_colon(text, sentence)
    while (
        (first := CLAUSE.match(text, start, end)) and is_general(first[1]) and "；" in text[first.end() : end]
    ):
        # 但我们也清醒地看到，我们的工作与职工的期盼还有不小差距，主要是A；B；C。
        start = first.end()
    mainly = _MAINLY.match(text, start, end)
    start = mainly.end() if mainly else start
    measured = _MEASURED.match(text, start, end)
    if measured and "；" in text[measured.end() : end] and not SHORTCOMING_CUE.search(measured[0]):
        # 与群众的期待相比，A；B；C。 all of them are held against it.
        start = measured.end()
    if "；" in text[start:end] or _TOPIC.match(text, start, end):
        # 在传播力方面，优质账号少，头部账号缺失: what falls short in one respect is one point.
        least = 99
    parts: list[Span] = []
    for low, high in _examples(text, start, end) or clauses(text, start, end, "；;"):
        low, high = strip_marks(text, low, high, "；;，, \n　")
        cues = sum(
            bool(SHORTCOMING_CUE.search(text[slice(*piece)])) for piece in clauses(text, low, high, "，,")
        )
        if cues < least:
            if not _is_lead_in(text[low:high]):
                parts.append(without_frame(text, low, high))
            continue
        if not SHORTCOMING_CUE.search(text[low:high]) or LEAD_IN.search(text[low:high]):
            continue
        merged = [without_frame(text, *span) for span in _comma_points(text, low, high)]
        parts.extend(span for span in merged if not _is_lead_in(text[span[0] : span[1]]))
    return parts


def _examples(text: str, start: int, end: int) -> list[Span]:
    """The parts that 比如…，比如…，又比如… opens, where it does so twice or more."""
    marks = list(
        re.compile(
            r"(?<=[，；：。])(?:[又再还]?(?:比如|例如|譬如)|[又再]如|还有(?=，)|再有(?=，))[，：]?"
        ).finditer(text, start, end)
    )
    ends = [*(mark.start() for mark in marks[1:]), end]
    return [(mark.end(), stop) for mark, stop in zip(marks, ends, strict=True)] if len(marks) > 1 else []


def _comma_points(text: str, low: int, high: int) -> list[Span]:
    pieces = [strip_marks(text, *piece, "，,；; ") for piece in clauses(text, low, high, "，,")]
    merged: list[Span] = []
    open_from: int | None = None
    for piece in pieces:
        begin = piece[0] if open_from is None else open_from
        own = text[piece[0] : piece[1]]
        if SHORTCOMING_CUE.search(own) and not re.match(
            r"(?:与|和|同|比|距|对照|相比|除|面对|受|由于|因)", own
        ):
            # …, 导致影响力下降; 融合报道数量少，质量不高: the quality is that of the reports.
            leans = bool(re.match(r"(?:仍|还|尤其|特别|主要|需|不能|难以|以致|导致|影响|离)", own)) or (
                len(own) <= 5 and bool(re.match(r"质量|数量|效果|效率|水平|特色|声音|力度|成效", own))
            )
            if merged and open_from is None and leans:
                merged[-1] = (merged[-1][0], piece[1])
            else:
                merged.append((begin, piece[1]))
            open_from = None
        else:
            open_from = begin
    if open_from is not None and merged:
        merged[-1] = (merged[-1][0], pieces[-1][1])
    return merged
