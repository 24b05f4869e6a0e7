"""Responses in running text: where the answer to one fault ends and the next begins, and what only leads to them."""

from __future__ import annotations

import itertools
import re

from ingest.extract.statements.alternating import fault_by_fault, group_by_group
from ingest.extract.statements.cues import (
    ANSWER_MARK,
    ASKED,
    GOES_ON,
    LABEL,
    LEANS_BACK,
    QUESTION_MARK,
    SUMS_UP,
    THANKS,
)
from ingest.extract.statements.leading import (
    is_opening_line,
    labelled_answers,
    stands_apart,
    texts_of,
    without_leads,
)
from ingest.extract.statements.retelling import (
    CLAIMS_RESULT,
    LOOKS_BACK,
    ONE_BY_ONE,
    begin_alike,
    counts_faults,
    faults_told,
    headed,
    is_concrete,
    is_frame,
    is_general,
    is_resolve,
    opening_parts,
    opens_answer,
    says_nothing,
)
from ingest.sentences import Span, clauses, sentences, strip_marks


def answers(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the responses that `paragraphs` make: one a paragraph, or one a fault that is answered in it."""
    labelled = labelled_answers(text, paragraphs)
    if labelled:
        return labelled
    found: list[Span] = []
    paragraphs = _one_a_fault(text, _joined(text, without_leads(text, paragraphs)))
    apart = len(paragraphs) > 1 and all(_looks_back_once(text, *span) for span in paragraphs)
    for low, high in paragraphs:
        if ASKED.match(text, low, high):
            # 问：推送是不是太多？答：每天减到五条。
            found.append((low, high))
            continue
        asks = text[low:high].rstrip().endswith(("？", "?")) or QUESTION_MARK.match(text, low, high)
        if asks or THANKS.match(text, low, high):
            continue
        mark = ANSWER_MARK.match(text, low, high) or LABEL.match(text, low, high)
        low = mark.end() if mark else low
        if found and GOES_ON.match(text, low, high):
            # ——案例：… goes on about the answer above it.
            found[-1] = (found[-1][0], high)
        elif apart:
            found.append((low, high))
        elif not found or not SUMS_UP.match(text, low, high):
            for span in _answers_of(text, low, high, alone=len(paragraphs) == 1):
                found.extend(_one_by_one(text, *span))
    return [strip_marks(text, low, high, "；;。 \t\n　") for low, high in found]


def _joined(text: str, paragraphs: list[Span]) -> list[Span]:
    """Join a line that names a fault, or a title, to the paragraph below it: 针对“精品不多”的问题："""
    found: list[Span] = []
    open_line = False
    for low, high in paragraphs:
        line = is_opening_line(text, low, high)
        if open_line and not line and not LABEL.match(text, low, high):
            found[-1] = (found[-1][0], high)
            open_line = False
        else:
            found.append((low, high))
            open_line = line
    return found


def _one_a_fault(text: str, paragraphs: list[Span]) -> list[Span]:
    """Join what goes on about an answer to it, where paragraphs open with a fault of last year: 上年报告提出，…基础薄弱。"""
    opening = [_tells_past_fault(text, *span) for span in paragraphs]
    told = sum(opening) > 1
    found: list[Span] = []
    for span, opens in zip(paragraphs, opening, strict=True):
        closes = SUMS_UP.match(text, *span) or THANKS.match(text, *span)
        leans = told or _LEANS_ON_PARAGRAPH.match(text, *span)
        if found and leans and not opens and not closes and not opens_answer(text[slice(*span)]):
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
    return found


# 工作室成立以来，… 此举… at the head of a paragraph goes on about the one above it.
_LEANS_ON_PARAGRAPH = re.compile(r"[^，。]{1,6}(?:[后以]来|之?后)，|其中|此举|此项|这[些一]|由此|据统计")


def _looks_back_once(text: str, low: int, high: int) -> bool:
    """Tell whether a paragraph opens with a fault of last year and goes on about it: 上年度我们还提出，广告把关不严，读者意见较大。今年以来，…"""
    first, *others = texts_of(text[low:high]) or [""]
    told = LOOKS_BACK.search(first) and faults_told(first) and not counts_faults(first)
    return bool(told) and bool(others) and not any(map(opens_answer, others))


def _tells_past_fault(text: str, low: int, high: int) -> bool:
    first = next(iter(texts_of(text[low:high])), "")
    return bool(LOOKS_BACK.search(first)) and faults_told(first) < 2 and not first.endswith(("？", "?"))


def _one_by_one(text: str, start: int, end: int) -> list[Span]:
    """Cut an answer that is a sentence of several: 针对“创意少”，…；针对“队伍弱”，…。 beside 对其他问题，…。"""
    parts = _parallel(text, start, end)
    own = [opens_answer(text[slice(*part)]) for part in parts]
    return parts if len(parts) > 1 and all(own) else [(start, end)]


def _answers_of(text: str, start: int, end: int, *, alone: bool) -> list[Span]:
    """Cut a paragraph of responses into its answers, what leads to them left out; one answer keeps its lead."""
    start = _after_praise(text, start, end)
    every = sentences(text, start, end)
    while len(every) > 1 and (SUMS_UP.match(text, *every[-1]) or THANKS.match(text, *every[-1])):
        every.pop()
        end = every[-1][1]
    paired = (
        fault_by_fault(text, sentences(text, start, end))
        or group_by_group(text, start, end)
        or _each_after_colon(text, every)
    )
    if paired:
        return paired
    start = _after_claim(text, start, end)
    leads = _leads(text, sentences(text, start, end))
    apart = [] if leads else _apart(text, start, end)
    leads = leads or apart
    body = max([start, *(lead[1] for lead in leads)])
    if not text[body:end].strip():
        return [(start, end)]
    colon = re.compile(r"[^。；：:]{2,80}[：:]").match(text, body, end)
    parallel = begin_alike([text[slice(*part)] for part in sentences(text, body, end)])
    if (
        colon
        and not parallel
        and (
            is_frame(colon.group())
            or (leads and not is_concrete(colon.group()) and not opens_answer(colon.group()))
            or _leads_to_list(text, colon.end(), end, colon.group())
        )
    ):
        # 对照上年度不足，积极改进：深度报道方面，…: the answers begin after the colon.
        body = colon.end()
    told = max(faults_told(text[start:body]), 2 if apart else 0)
    after = _after_lead_clauses(text, body, end)
    if after > body:
        told = max(2, faults_told(text[body:after]))
        body = after
    body = _behind_resolve(text, body, end, told)
    after_colon = text[body - 1] in "：:"
    whole, listed = _whole_sentences(text, body, end), _parallel(text, body, end)
    if after_colon and told != 1 and LOOKS_BACK.search(text, start, body):
        # 上一份报告列出的问题，多数得到解决：A；B；C。 or A；B；C。D。
        first = _parallel(text, body, whole[0][1] if whole else end)
        if len(first) > 2 and not any(LEANS_BACK.match(text, *part) for part in whole[1:]):
            return [*first, *whole[1:]]
    titled = headed(text, sentences(text, body, end))
    if titled:
        return titled
    for parts in (whole, listed):
        found = _at_openings(text, parts, told)
        if len(found) > 1:
            # One fault told before the first answer belongs to it.
            return [(start, found[0][1]), *found[1:]] if told == 1 else found
    if len(whole) > 1 and told > 1:
        return whole
    figures = [bool(_FIGURE.search(text, *part)) for part in whole]
    if alone and told == 0 and len(whole) > 1 and (all(figures) or ((leads or after_colon) and any(figures))):
        # 组建评论部，刊发评论260篇。引进人才12名。 each with a figure of its own
        return whole
    if alone and told == 0 and len(whole) > 2 and body == start and _each_whole(text, whole):
        # 补上技术课，智慧采编系统投用。智库产品实现零的突破。新鲜血液注入，队伍结构得到改善。
        return whole
    # 提出A、B两点不足。成立…；创办…。 as many as were told
    many = len(listed) > 1 and (after_colon or len(listed) > 2 or len(listed) == told)
    if many and _is_list(text[start:end], body > start, after_colon, told):
        # 对标上年报告提出的努力方向，|推出…；开办…；组建…
        lead = clauses(text, *listed[0], "，,")[0]
        general = LOOKS_BACK.search(text, *lead) and is_frame(text[slice(*lead)])
        return [(lead[1], listed[0][1]), *listed[1:]] if general and lead[1] < listed[0][1] else listed
    return [(start, end)]


# 已解决的：…, 落实情况：…: a label is no matter.
_MATTER = re.compile(
    r"(?!针对|对于?[^，。；：:]*的)[^，。；：:“]{2,16}(?<!的)(?<!情况)(?<!措施)(?<!结果)[：:](?=.{6})"
)


def _each_after_colon(text: str, parts: list[Span]) -> list[Span]:
    """Return the sentences where two or more each name their matter before a colon: 评论偏软：聘请12人。缺视频人才：组建视频部。

    A first sentence without a matter and without a figure only leads to them; nothing where any other has none.
    """
    lead = bool(parts) and not _MATTER.match(text, *parts[0]) and not is_concrete(text[slice(*parts[0])])
    told = parts[1:] if lead else parts
    return told if len(told) > 1 and all(_MATTER.match(text, *part) for part in told) else []


_CLAIMED = re.compile(
    r"(?:有关|相关|上述|这些|所列|各项)(?:问题|不足|短板)[^，。；]{0,6}(?:得到|有了?|取得)[^，。；]{0,10}。"
)


def _leads(text: str, parts: list[Span]) -> list[Span]:
    """The first sentences that only lead to the answers, and one before as many sentences as it names faults."""
    leads = list(itertools.takewhile(lambda part: is_frame(text[slice(*part)]), parts))
    claim = parts[len(leads)] if leads and len(leads) < len(parts) - 1 else None
    if claim and _CLAIMED.search(text, *claim) and not is_concrete(text[slice(*claim)]):
        # 上年报告查找了差距。|通过建制度、强队伍，有关问题得到改进。|建制度，… 强队伍，…
        leads.append(claim)
    told = faults_told(text[slice(*parts[0])]) if parts else 0
    if leads or told < 2 or re.search(r"[《\d]", re.sub(r"20\d{2}年|\d[项个条]", "", text[slice(*parts[0])])):
        return leads
    # 针对“A、B、C”的问题，中心攻坚突破。创意策划实现突破，… 技术支撑得到加强，… 运营水平迈上台阶，…
    pieces = [piece for part in parts[1:] for piece in clauses(text, *part, "；;")]
    answering = len(opening_parts([text[slice(*piece)] for piece in pieces]))
    return parts[:1] if told in (len(parts) - 1, answering) else []


def _behind_resolve(text: str, start: int, end: int, told: int) -> int:
    """Where the answers begin, if a sentence opens as many as faults were told: 全社压实责任。|在外宣方面，…；在审校方面，…。"""
    parts = [part for sentence in sentences(text, start, end) for part in clauses(text, *sentence, "；;")]
    opening = opening_parts([text[slice(*part)] for part in parts])
    first = parts[opening[0]][0] if told > 1 and len(opening) == told else start
    return first if text[start:first].rstrip().endswith("。") else start


def _after_praise(text: str, start: int, end: int) -> int:
    """Where the answer begins behind general words: 本台在履行社会责任方面作了一定努力，|针对…  我台坚持问题导向，|针对…"""
    for low, high in clauses(text, start, end, "，,。；")[1:4]:
        said = text[start:low]
        if not re.compile(r"针对|对于?|对照").match(text, low, high):
            continue
        resolve = [said[slice(*part)] for part in clauses(said, 0, len(said), "，,。；")]
        if not LOOKS_BACK.search(said) and all(map(says_nothing, resolve)) and is_resolve(resolve[-1]):
            return low
        if is_general(said):
            return low if re.search(r"[做作]|取得|努力", said) else start
    return start


def _leads_to_list(text: str, start: int, end: int, lead: str) -> bool:
    """Tell whether a lead of last year stands before a list that ； parts: 去年提到的两个“老大难”有了突破：A；B。"""
    return bool(LOOKS_BACK.search(lead)) and "；" in text[start:end] and faults_told(lead) != 1


def _after_claim(text: str, start: int, end: int) -> int:
    """Where the answers begin behind what is claimed of all of them: 所提三方面问题，均有效整改。|针对…；针对…。"""
    first, *others = sentences(text, start, end) or [(start, end)]
    if len(others) == 1:
        others = clauses(text, first[1], end, "；;。")
    claims = CLAIMS_RESULT.search(text[slice(*first)]) and not is_concrete(text[slice(*first)])
    told = [text[slice(*part)] for part in others]
    several = sum(map(opens_answer, told)) > 1 or (
        LOOKS_BACK.search(text[slice(*first)]) and begin_apart(told)
    )
    return first[1] if claims and several else start


def begin_apart(parts: list[str]) -> bool:
    """Tell whether three parts or more, none of which leans on the one before, each have a figure or a name of their own."""
    return (
        len(parts) > 2
        and all(_FIGURE.search(part) for part in parts)
        and not any(map(LEANS_BACK.match, parts[1:]))
    )


_FIGURE = re.compile(
    r"《(?![^》]*报告)|\d(?!\d*年)|[二三四五六七八九十两百千]{1,3}(?:天|倍|成|个|名|条|次|期|家|篇|件|档|人|场)"
)


def _apart(text: str, start: int, end: int) -> list[Span]:
    """The first sentence where it alone takes up no fault: 集团广泛征求意见。针对…，精简广告；针对…，新增车位。"""
    parts = sentences(text, start, end)
    if not parts:
        return []
    first, *others = parts
    if not others or len(others) == 1:
        others = clauses(text, first[1], end, "；;。")
    return [first] if len(others) > 1 and stands_apart(text, [first, *others]) else []


def _each_whole(text: str, parts: list[Span]) -> bool:
    """Tell whether each sentence is short, takes up no fault that the next could go on about, and leans on none."""
    return not LOOKS_BACK.search(text, parts[0][0], parts[-1][1]) and not any(
        high - low > _SHORT or opens_answer(text[low:high]) or LEANS_BACK.match(text, low, high)
        for low, high in parts
    )


_SHORT = 40


# 上年，|我们提出的“A”，已…；“B”，… begins with its time, which leads to nothing.
_WHEN = re.compile("(?:上一?年度?|去年)，")


def _after_lead_clauses(text: str, start: int, end: int) -> int:
    """Where the answers begin in a sentence that opens with a lead: 所列三项不足中，|“入口分散”已解决；“人才不足”仍在解决。"""
    body = start
    later = [text[slice(*part)] for part in _parallel(text, start, end)[1:]]
    for low, high in clauses(text, start, end, "，,")[:3]:
        if not is_frame(text[low:high]) or re.search(r"[。；：]", text[low:high]):
            break
        if (
            faults_told(text[low:high]) == 1
            and not LOOKS_BACK.search(text, low, high)
            and later
            and all(map(opens_answer, later))
        ):
            # 创新不足的问题，通过…破解；转型不快的问题，… begins with its fault as the others do.
            break
        body = high
        parts = [text[slice(*part)] for part in _parallel(text, body, end)]
        # 去年提出的六个问题中，|A、B、C三个方面见效快；D从无到有；E未获批准。
        as_many = len(parts) == faults_told(text[start:body]) or counts_faults(text[low:high])
        if len(parts) > 1 and (as_many or all(opens_answer(part) for part in parts)):
            return start if _WHEN.fullmatch(text, start, body) else body
    return start


def _is_list(paragraph: str, led: bool, after_colon: bool, told: int) -> bool:
    """Tell whether deeds parted by ； answer a fault each: after a word for several or a colon, or with no word before."""
    if not led:
        # 少儿节目的空白得到填补；组建机构，流量变现；…: a fault is answered before the first ；, as all others are.
        return not opens_answer(paragraph) or "，" not in paragraph.split("；")[0]
    return told > 1 or (after_colon and told != 1)


def _whole_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences, one that leans on the sentence before it joined to it, what sums up at the end left out."""
    found: list[Span] = []
    every = sentences(text, start, end)
    every = every[1:] if _lists_faults(text, every) else every
    if begin_alike([text[slice(*part)] for part in every]):
        return every
    for low, high in every:
        if found and (SUMS_UP.match(text, low, high) or THANKS.match(text, low, high)):
            break
        if found and _leans(text, found[-1], (low, high)):
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found


def _lists_faults(text: str, parts: list[Span]) -> bool:
    """Tell whether the first sentence only names the faults that the others answer: 扣分扣在两处：一处是…，一处是…。"""
    first, *others = (text[slice(*part)] for part in parts) if parts else ("",)
    names = bool(ONE_BY_ONE.search(first)) or (faults_told(first) > 1 and not opens_answer(first))
    return names and sum(map(opens_answer, others)) > 1


def _leans(text: str, before: Span, here: Span) -> bool:
    """Tell whether a sentence goes on about the one before: 其中，… 转岗后，… or by the word that it begins with."""
    own = text[slice(*here)]
    if re.fullmatch(r"(?:关于|针对|对于)[^，；]{2,40}。", text[slice(*before)]):
        # 关于“搭建服务平台”。 is the title of what follows it.
        return True
    if opens_answer(own):
        return False
    return bool(LEANS_BACK.match(own)) or own[:4] in text[slice(*before)]


def _parallel(text: str, start: int, end: int) -> list[Span]:
    """What ； parts where it is one sentence: 成立…；开设…；招录…。"""
    parts = clauses(text, start, end, "；;。")
    return parts if len(sentences(text, start, end)) == 1 else []


def _at_openings(text: str, parts: list[Span], told: int) -> list[Span]:
    """Cut where sentences or clauses each take up a fault or matter; nothing where fewer than two do."""
    opening = opening_parts([text[slice(*part)] for part in parts])
    if opening and opening[0] > 0 and (told == 1 or len(opening) > 1):
        opening.insert(0, 0)
    if len(opening) < 2 or opening[0] > 0:
        return []
    if len(opening) * 3 > len(parts) * 2 and text[parts[0][1] - 1] in "；;":
        # Of a list parted by ； most items take up a matter: so do the others.
        return parts
    return [(parts[a][0], parts[b - 1][1]) for a, b in itertools.pairwise([*opening, len(parts)])]
