"""Responses in running text: where the answer to one fault ends and the next begins, and what only leads to them."""

from __future__ import annotations

import itertools
import re

from ingest.extract.statements.cues import (
    ABOUT_FAULTS,
    ANSWER_MARK,
    ANSWER_OPENS,
    ANSWERED_FAULT,
    CLAIMS_RESULT,
    CONCLUDES,
    COUNTED_FAULTS,
    COUNTS_FAULTS,
    DATES,
    DEED,
    EMPTY_ANSWER,
    GOES_ON,
    LABEL,
    LEADS_ON,
    LEANS_BACK,
    NAMES_FAULT,
    RESPONSE_CUE,
    RESTATES,
    SHORTCOMING_CUE,
    SOME_MEASURES,
    SUMS_UP,
    THANKS,
    TOPIC_OPENS,
)
from ingest.sentences import Span, clauses, sentences, strip_marks


def answers(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the responses that `paragraphs` make: one a paragraph, or one a fault that is answered in it.

    A paragraph that names a fault under a label (问题一：…) goes on in the labelled one after it (整改情况：…).
    """
    found: list[Span] = []
    open_fault = False
    for low, high in paragraphs:
        asks = text[low:high].rstrip().endswith(("？", "?"))
        if asks or THANKS.match(text, low, high):
            continue
        marked = ANSWER_MARK.match(text, low, high)
        low = marked.end() if marked else low
        label = LABEL.match(text, low, high)
        if label and label["fault"] is None and open_fault and found:
            found[-1] = (found[-1][0], high)
            open_fault = False
            continue
        goes_on = bool(GOES_ON.match(text, low, high))
        if found and (SUMS_UP.match(text, low, high) or goes_on or (open_fault and not label)):
            if open_fault or goes_on:
                # 针对“精品不多”的问题： alone on its line opens the paragraph below it.
                found[-1] = (found[-1][0], high)
            open_fault = False
            continue
        open_fault = bool(label and label["fault"]) or _is_opening_line(text, low, high)
        if label:
            low = label.end()
        found.extend(_answers_of(text, low, high))
    return [strip_marks(text, low, high, "；;。 \t\n　") for low, high in found]


# 不深、不广等问题; 原创能力不强和人才流失的问题
_ENUMERATED = re.compile(
    r"[^，。；]{2,}[、和及][^，。；]{2,}?(?:问题|不足|短板|差距|方面)|“[^”]+”[、和及以]{1,2}“"
)
_FAULT_WORDS = re.compile(r"(?<=[的些项点条个等出在度])(?:不足|问题|短板|差距|弱项|薄弱环节)|薄弱环节")
_NAMED_FAULT = re.compile(
    r"“[^”]{2,}”|[^，。；]{4,}(?<!存在)(?<!提出)(?<!指出)(?<!反映)(?<!列出)(?<!年度)(?<![年中里])的(?:问题|不足|短板)"
)


def answered_in_lists(text: str, paragraphs: list[Span]) -> bool:
    """Tell whether paragraphs each answer one fault by a list of their own: 针对“…”的不足：一是…；二是…。"""
    heads = [
        re.match(r"(?:针对|对于|关于)[^。；：:]{4,80}[：:，,。]", text[slice(*span)]) for span in paragraphs
    ]
    lists = [
        bool(head) and "一是" in text[slice(*span)] for head, span in zip(heads, paragraphs, strict=True)
    ]
    return sum(lists) >= 2 and not any(
        head and (RESPONSE_CUE.search(head.group()) and "“" not in head.group()) for head in heads
    )


def _is_opening_line(text: str, low: int, high: int) -> bool:
    line = text[low:high]
    if high - low > 45 or line[-1] in "。；！;.":
        return False
    names_fault = re.match(r"(?:针对|对于|关于|至于|问题)|[^，。]{2,30}(?:问题|不足)[：:]?$", line)
    return bool(names_fault) and ("“" in line or not is_frame(line))


def _answers_of(text: str, start: int, end: int) -> list[Span]:
    """Cut a paragraph of responses into its answers, what leads to them left out; one answer keeps its lead."""
    leads = list(itertools.takewhile(lambda part: is_frame(text[slice(*part)]), sentences(text, start, end)))
    body = max([start, *(lead[1] for lead in leads)])
    several = leads_to_several(text[start:body])
    listed = _after_lead_colon(text, body, end) if several else []
    if listed:
        return listed
    for low in {body: None, start: None}:
        found = _openings(text, low, end) or _listed(text, low, end) if text[low:end].strip() else []
        if not found and several and low == body:
            found = _one_a_sentence(text, body, end)
        if len(found) > 1:
            return found
    return [(start, end)]


def leads_to_several(lead: str) -> bool:
    """Tell whether what leads to the answers speaks of more than one fault, or of faults without naming any.

    两点遗憾, 栏目老化、人才流失等问题, 认真梳理意见建议; not 人才短缺的问题.
    """
    if _ENUMERATED.search(lead) or COUNTED_FAULTS.search(lead):
        return True
    titles = len(lead) <= 18 and not re.search(r"[，：:]|报告|[上去]年", lead)
    names_one = _NAMED_FAULT.search(lead) or SHORTCOMING_CUE.search(_FAULT_WORDS.sub("", lead))
    return not titles and not names_one


def _after_lead_colon(text: str, start: int, end: int) -> list[Span]:
    """今年的变化是：理论节目走进工地；县级台帮扶由点到面。 the list of answers after a word of two or three."""
    colon = re.compile(r"[^，。；：]{2,12}[：:]").match(text, start, end)
    parts = clauses(text, colon.end(), end, "；;") if colon else []
    if len(parts) < 2 or any(re.search(r"[：:]", text[slice(*part)]) for part in parts):
        return []
    return parts if len(sentences(text, start, end)) == 1 else []


def _one_a_sentence(text: str, start: int, end: int) -> list[Span]:
    """Each sentence below such a lead answers a fault of its own, unless it leans on the one before it."""
    found: list[Span] = []
    for low, high in sentences(text, start, end):
        if SUMS_UP.match(text, low, high) and found:
            break
        if found and LEANS_BACK.match(text, low, high):
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found


def _openings(text: str, start: int, end: int) -> list[Span]:
    """Cut where two or more sentences or clauses each open an answer; nothing where they do not."""
    for parts in (sentences(text, start, end), clauses(text, start, end, "；;。")):
        head = re.match(r"[^。；]{4,60}[：:]", text[slice(*parts[0])]) if parts else None
        if head and (RESPONSE_CUE.search(head.group()) or is_frame(head.group())):
            # 对照上年度不足，积极改进：深度报道方面，…: the answers begin after the colon.
            parts = [(parts[0][0] + head.end(), parts[0][1]), *parts[1:]]
        opening = [i for i, (low, high) in enumerate(parts) if i and ANSWER_OPENS.match(text, low, high)]
        if opening and opening[-1] == len(parts) - 1 and not re.search(r"[，：]", text[slice(*parts[-1])]):
            # 人才短缺的状况得到缓解。 at the end says what came of the deeds before it.
            opening.pop()
        first = text[slice(*parts[0])]
        topics = [bool(TOPIC_OPENS.match(text, low, high)) for low, high in parts]
        if len(parts) >= 2 and all(topics):
            # 加强深度报道，成立特稿部。丰富服务手段，开通小程序。
            starts = list(range(len(parts)))
        elif is_frame(first):
            starts = opening
        elif (
            NAMES_FAULT.match(first)
            or ANSWER_OPENS.match(first)
            or RESPONSE_CUE.search(first)
            or CLAIMS_RESULT.search(first)
        ):
            starts = [0, *opening]
        else:
            starts = [0, *opening] if len(opening) >= 2 and opening[0] == 1 else opening
        if len(starts) >= 2:
            edges = [*starts, len(parts)]
            while len(parts) - 1 > starts[-1] and CONCLUDES.match(text, *parts[-1]):
                parts.pop()
                edges[-1] -= 1
            return [(parts[a][0], parts[b - 1][1]) for a, b in itertools.pairwise(edges)]
    return []


def _listed(text: str, start: int, end: int) -> list[Span]:
    """One deed after the other, parted by ； alone or after a colon; nothing where the paragraph is no such list."""
    parallel = clauses(text, start, end, "；;")
    framed = RESPONSE_CUE.search(text[slice(*parallel[0])]) or re.match(
        r"针对|对于|对照|根据", text[start:end]
    )
    if len(parallel) >= 3 and not framed and len(sentences(text, start, end)) == 1:
        # 加强顶层设计，出台方案；打破壁垒，组建工作室；…  one deed after the other
        return parallel
    colon = re.search(r"[：:]", text[start:end])
    listed = clauses(text, start + colon.end(), end, "；;。") if colon and colon.start() < 60 else []
    lead = text[start : start + (colon.start() if colon else 0)]
    if (
        len(listed) >= (2 if re.search(r"以下|如下|分别|措施|整改|改进|解决", lead) else 3)
        and "。" not in lead
    ):
        # 整改情况如下：成立…；开设…；招录…。
        return listed
    return []


def is_frame(sentence: str) -> bool:
    """Tell whether a sentence only leads to responses: it speaks of faults, of the report, of resolve; not of a deed.

    上年度报告提出了三点不足。  台党委高度重视，制定整改方案，逐项落实。  本报围绕这两个方面重点改进：
    """
    bare = re.sub(r"“[^”]*”|「[^」]*」", "“”", sentence.strip("。；：: \n　"))
    if not bare or len(bare) > 140 or CLAIMS_RESULT.search(sentence):
        return False
    if LEADS_ON.fullmatch(sentence.strip()):
        return True
    told = re.match(
        r"(?:(?:针对|对于|关于|至于)[^，。]*“”[^，。]*|“”的?(?:问题|不足|短板|现象))[，,](?P<deed>.+)",
        bare,
        re.DOTALL,
    )
    if told and not all(EMPTY_ANSWER.search(part) for part in re.split(r"[，,；;。]", told["deed"])):
        # 针对“图表偏少”的问题，报社把美术编辑编入采访小组。 a fault by name, and what was done
        return False
    if RESPONSE_CUE.search(bare) and re.search(r"(?:承诺|提出)[^。]{0,6}(?:将|要)", bare):
        # 上年度报告中承诺，将加强国际传播: what was promised, not what became of it
        return not re.search(r"\d", re.sub(r"20\d{2}", "", bare))
    if RESTATES.search(bare) and (RESPONSE_CUE.search(bare) or COUNTS_FAULTS.search(bare)):
        return not re.search(r"(?:解决|缓解|改善|整改)了", bare)
    speaks_of_it = (
        RESPONSE_CUE.search(bare)
        or EMPTY_ANSWER.search(bare)
        or COUNTS_FAULTS.search(bare)
        or ABOUT_FAULTS.search(bare)
    )
    answered = ANSWERED_FAULT.match(bare)
    if answered and (
        _NAMED_FAULT.search(answered.group())
        or SHORTCOMING_CUE.search(_FAULT_WORDS.sub("", answered.group()))
    ):
        # 针对夜间新闻更新慢的问题，编辑排夜班到零点: a named fault, and more than resolve
        rest = [part for part in re.split(r"[，,；;。：]", bare[answered.end() :]) if len(part) > 5]
        if any(not EMPTY_ANSWER.search(part) and not ABOUT_FAULTS.search(part) for part in rest):
            return False
    done = bare
    for told_already in (ANSWERED_FAULT, DATES, COUNTED_FAULTS, SOME_MEASURES):
        done = told_already.sub("", done)
    return bool(speaks_of_it) and not DEED.search(done)
