"""Shortcomings of the last report that the draft leaves without an answer, found by what traces promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.duties import closing_kinds
from ingest.report import Commitment, Duty, Evidence, Report, Response, Shortcoming
from ingest.sentences import clauses
from search.answers import Finding, Link, Severity
from search.checking import all_met
from search.checking.called import pairs
from search.checking.case import Case
from search.checking.chapters import first_line, heading
from search.checking.routine import Routine, is_mere_output
from search.checking.saying import short
from search.tracing.chain import Chain
from search.tracing.generic import is_generic
from search.tracing.material import SHORTEST, evidence
from search.tracing.overlay import Links
from search.tracing.scoring import fitted
from search.tracing.testable import vagueness

SURE = 0.7
"""The score from which on a response or deed counts as an answer. Higher than for tracing, where a person looks at each
link: here a faint link would hide that nothing was answered."""
SUMMED = 0.55
"""The same where a response has room for more: 留人用人有了新办法，深度报道重新成为招牌 answers two in a few words each."""
DONE = 0.35
"""The same of a deed told in the chapters ..."""
SURE_DEED, ABOUT = 0.8, 2.0
"""... where what it says is near enough to the shortcoming, or to the plan beside it; else it must be surer: the least far of many
deeds that have nothing to do with it is no answer."""
_NEAR = ("meaning", "letters", "topic", "matter", "remedy", "titled", "partner", "named")
"""The signals by which a deed speaks of the very thing, not only better than others do."""
_REST = re.compile(
    r"^(?:对于?|针对|关于)?(?:其[他它余]|别的|剩下的|余下的)(?:[^，,。\d]{0,4}(?:问题|不足|短板|差距|方面|[几两]项)|[，,])"
)
_ANSWERS = re.compile(r"\s*(?:[（(]?[一二三1-3][）)、.．])?\s*(?:对[^。：:\n]{0,6})?回应[。：:]")
"""A line that is headed so tells answers: 回应。一、开展实训9期。二、…."""
_LEAD_ALONE = re.compile(r"^(?:针对|对于?|关于|围绕)[^，,。；;\d]{2,30}[，,。；;]?$")
"""What answers nothing in particular: 对其他问题，我们将持续改进; a lead without what was done (针对广告依赖，)."""
_CONCRETE = re.compile(r"\d|《|“|[一二三四五六七八九十]+[个名项次期家]")
_LED = re.compile(
    "(?:针对|对于?|关于|围绕|就)?(?:上年度?|去年)?(?P<faults>[^。；：]{4,60}?)(?:的?(?:问题|不足|短板|情况|现象|意见|薄弱环节)|方面)[^，。；：]{0,8}[，。：]"
)
LETTERS, NAMED, APART = 2, 0.6, 0.15
"""Pairs of characters that tell a fault, the share of them that a shortcoming must have to be meant, and by how much another's
share may be less for both to be meant."""
FAINT, CLEAR = 0.08, 3.0
"""The least score of a response that fits none so well as others do, and how many times the runner-up's it must be."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each shortcoming of the last report to which nothing in the draft speaks.

    With neither a response nor a deed it is a warning; with deeds in the chapters alone a remark that 回应 could name them.
    A part of a report is judged only where it is the closing chapter; where a year lies between, all are remarks.
    """
    last = case.last
    place = _place(case)
    if last is None or place is None:
        return
    draft = case.draft.model_copy(update={"report_year": case.year})
    draft = draft.model_copy(update={"facts": (*draft.facts, *_told(draft))})
    weights = fitted()
    chain = Chain.of([*case.earlier, draft], case.encoder, weights)
    answered = _answered(case, chain)
    routine = Routine(last)
    unmet: list[Evidence] = []
    undone: list[Evidence] = []
    for index, promise in enumerate(chain.promises):
        if promise.evidence.report != last.id:
            continue
        links = _of_draft(chain.links(index, weights.thresholds), draft.id)
        if promise.kind == "commitment":
            done = any(_speaks(link, routine) for link in links["action"])
            if not links["response"] and not done and vagueness(promise.text) is None:
                undone.append(promise.evidence)
            continue
        if links["recurrence"]:
            unmet.append(promise.evidence)
        if index in answered:
            continue
        said = f"{promise.evidence.year}年度报告的不足“{short(promise.text)}”"
        deeds = [link.evidence for link in links["action"] if _speaks(link, routine)]
        if deeds:
            if not _generic_only(case):
                deed = short(deeds[0].quote, 30)
                message = f"{said}，“回应”里没有写到；正文“{deed}”像是与它有关。可在“回应”里点明。"
                yield case.finding(
                    "unanswered-shortcoming", Severity.INFO, message, place, [promise.evidence]
                )
            continue
        unmet.append(promise.evidence)
        again = "，今年的不足里又提了出来" if links["recurrence"] else ""
        message = f"{said}没有得到回应：稿中没有找到与它有关的回应或做法{again}。请补写做了什么、进展如何；确实未做的，请说明原因。"
        # Where a year lies between, the report of that year owed the answer.
        severity = Severity.WARNING if case.follows else Severity.INFO
        yield case.finding("unanswered-shortcoming", severity, message, place, [promise.evidence])
    yield from all_met.find(case, list(dict.fromkeys(unmet)), undone)


def _speaks(deed: Link, routine: Routine) -> bool:
    """Tell whether a deed of the chapters speaks to a shortcoming: it must be about the same and no more of what each year has."""
    near = sum(deed.because.get(name, 0.0) for name in _NEAR)
    told = deed.evidence.quote
    sure = deed.score >= (DONE if near >= ABOUT else SURE_DEED)
    return sure and not routine.has(told) and not is_mere_output(told)


def _told(draft: Report) -> Iterator[Response]:
    """Yield what a closing chapter tells up to what falls short and was not recognised as an answer.

    A writer may answer in any form (报纸慢了怎么办？办《湖城调查》，以深补快); a question goes with what follows it. Beside
    recognised answers anything in their paragraph is one more, as is what stands under 回应; else what has a figure or a name.
    """
    said = [fact.evidence for fact in draft.facts if isinstance(fact, Response | Shortcoming | Commitment)]
    ends = [fact.evidence.start for fact in draft.facts if isinstance(fact, Shortcoming | Commitment)]
    answers = [fact.evidence.start for fact in draft.facts if isinstance(fact, Response)]
    replies = [each for each in draft.sections if set(closing_kinds(each.title)) == {"response"}]
    for section in (each for each in draft.sections if each.duty is Duty.AFTERWORD and each.level == 1):
        stop = min((at for at in ends if section.start <= at < section.end), default=section.end)
        begin = heading(draft, section)[1]
        for start, end in clauses(draft.text, begin, stop, "；;。！!？?\n"):
            if draft.text[start:end].rstrip().endswith(("？", "?")):
                continue
            text = draft.text[begin:end].strip()
            begin = end
            if len(text) < SHORTEST or any(each.start < end and start < each.end for each in said):
                continue
            line = draft.text.rfind("\n", 0, start), draft.text.find("\n", end)
            beside = any(line[0] < at < start for at in answers) and any(
                end <= at < line[1] for at in answers
            )
            # 整改：实行线索奖励，独家新闻增加四成；优化推荐算法，留存率升到39%；…: items of one list are all answers.
            row = draft.text[line[0] + 1 : line[1] if line[1] >= 0 else None]
            listed = "；" in row and text[-1] in "。；;"
            head = draft.text[line[0] + 1 : line[0] + 12]
            answering = _ANSWERS.match(head) is not None or any(
                each.start <= start < each.end for each in replies
            )
            # Neither what leads in nor what goes over into the shortcomings answers anything.
            if (
                (answering and text[-1] in "。！!；;")
                or beside
                or (not answers and text[-1] in "。！!；;" and _CONCRETE.search(row if listed else text))
            ):
                place = evidence(draft, end - len(text), end)
                yield Response(id=f"{draft.id}-{end}", text=text, ordinal=end, evidence=place)


def _answered(case: Case, chain: Chain) -> set[int]:
    """Return which promises of the last report the draft's responses answer, as indexes into the chain's.

    A response answers those that it fits well enough; one that fits none of them so well still answers something: of those
    that no other response answers, the one that it fits best, where no other comes near and no year lies between.
    """
    mine = [
        at
        for at, promise in enumerate(chain.promises)
        if promise.kind == "shortcoming" and case.last is not None and promise.evidence.report == case.last.id
    ]
    told = [
        at
        for at, candidate in enumerate(chain.candidates)
        if candidate.kind == "response" and candidate.evidence.report == case.draft.id
    ]
    told = [at for at in told if not _empty(chain.candidates[at].text)]
    told.sort(key=lambda at: chain.candidates[at].evidence.start)
    fits = {at: {index for index in mine if chain.scores[index, at] >= SURE} for at in told}
    led = {
        at: _led(chain.candidates[at].text, {index: chain.promises[index].text for index in mine})
        for at in told
    }
    for at in told:
        if led[at]:
            fits[at] = led[at]
            continue
        # A response that sums up several answers says little of each.
        rest = sorted(set(mine) - fits[at], key=lambda index: -chain.scores[index, at])
        # One that begins with what it answers (年轻记者流失的问题。…) answers no more than it names.
        named = len(_faults(chain.candidates[at].text))
        free = max((named or chain.candidates[at].room) - max(len(fits[at]), 1), 0)
        fits[at] |= {index for index in rest[:free] if chain.scores[index, at] >= SUMMED}
    found = {index for fitting in fits.values() for index in fitting}
    if not case.follows:
        return found
    return found | _by_order(chain, mine, told, fits)


def _led(response: str, faults: dict[int, str]) -> set[int]:
    """Return which shortcomings a response names that begins with what it answers, none where it names any of them in other words.

    针对经营人才缺乏、市场开拓不力的问题，… answers those shortcomings that have these words, and no other one, however near to it
    what was done comes.
    """
    found: set[int] = set()
    for named in _faults(response):
        wanted = pairs(named)
        shares = {index: len(wanted & pairs(fault)) / max(len(wanted), 1) for index, fault in faults.items()}
        best = max(shares.values(), default=0.0)
        if len(wanted) < LETTERS or best < NAMED:
            return set()
        found |= {index for index, share in shares.items() if share > best - APART}
    return found


def _faults(response: str) -> list[str]:
    """Return the faults that a response begins with, none where it begins otherwise: 经营人才缺乏 and 市场开拓不力."""
    lead = _LED.match(response)
    return re.split("[、，,；]|和|与|以及", lead["faults"]) if lead else []


def _empty(text: str) -> bool:
    """Tell whether a response answers nothing in particular, however near its words come to a shortcoming."""
    named = _REST.match(text) is not None or _LEAD_ALONE.match(text) is not None
    return named or is_generic(text) or all_met.claims_all(text)


def _by_order(chain: Chain, mine: list[int], told: list[int], fits: dict[int, set[int]]) -> set[int]:
    """Return which shortcomings a response that fits none well enough answers.

    Answers come in the order of what they answer, so one that stands between two others speaks to what lies between the
    shortcomings of those, where there are as many answers as shortcomings. Of several it speaks to the one that it fits best; without any other to go by it must fit that one
    clearly better than the next.
    """
    met = {index for fitting in fits.values() for index in fitting}
    found: set[int] = set()
    for at in (at for at in told if not fits[at]):
        before = [index for other in told[: told.index(at)] for index in fits[other]]
        behind = [index for other in told[told.index(at) + 1 :] for index in fits[other]]
        left = [index for index in mine if index not in met | found]
        scores = sorted(((float(chain.scores[index, at]), index) for index in left), reverse=True)
        between = [
            index
            for _, index in scores
            if max(before, default=-1) < index < min(behind, default=max(mine) + 1)
        ]
        rival = scores[1][0] if len(scores) > 1 else 0.0
        if scores and scores[0][0] >= FAINT and scores[0][0] >= CLEAR * rival:
            found.add(scores[0][1])
        elif between and (before or behind) and len(told) >= len(mine):
            found.add(between[0])
    return found


def _of_draft(links: Links, draft: str) -> Links:
    return {kind: [link for link in found if link.evidence.report == draft] for kind, found in links.items()}


def _generic_only(case: Case) -> bool:
    responses = [fact for fact in case.draft.facts if isinstance(fact, Response)]
    return bool(responses) and all(is_generic(fact.text) for fact in responses)


def _place(case: Case) -> tuple[int, int] | None:
    """Return the heading under which the draft answers, else where it closes; None where it has no such place."""
    draft = case.draft
    for section in draft.sections:
        if section.duty is Duty.AFTERWORD and "response" in closing_kinds(section.title):
            return heading(draft, section)
    responses = [fact for fact in draft.facts if isinstance(fact, Response)]
    chapters = {section.duty for section in draft.sections if section.duty is not None}
    if responses and (Duty.AFTERWORD in chapters or not chapters):
        return responses[0].evidence.start, responses[0].evidence.end
    closing = [section for section in draft.sections if section.duty is Duty.AFTERWORD]
    if closing:
        return heading(draft, closing[0])
    return first_line(draft) if case.whole else None
