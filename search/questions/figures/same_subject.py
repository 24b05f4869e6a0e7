"""Figures of years that lack one, of the very thing that the other years' figures are of, called otherwise there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.units import unit_family
from search.questions.likely.text_figures import LEAST
from search.questions.measures.matching import Match, matches
from search.questions.measures.quantities import is_change, is_start
from search.questions.reading.reading import Question, read
from search.questions.wording.words import cover, key, measure_words

_USERS = re.compile(
    r"(?:年末|年底|期末|现有|累计|总|注册|下载|微信|官方)*(?:用户|粉丝|关注|订阅|订户)(?:者|人)?(?:总?数|数?量|规模)?"
)
"""What those are called who follow an account or have an app."""
_STAFF = re.compile(
    r"(?:中心|报社|电视台|集团|全?[台社])?(?:现有|共有|在册|在岗|在职|从业|全体|年末|年底)*(?:员工|职工|干部职工|从业人员|工作人员|人员|在岗|在职|在册|人)(?:总?数|总量|规模)?"
)
"""What all who work for a house are called."""
_HOUSE = re.compile(r"全(?:[社台报网]|中心|报社|集团|院)(?:上下|现|共|有)*\d|员工|职工|在岗|在职|在册")


def of_the_same(
    question: Question, found: dict[int, list[Match]], lacking: Sequence[int]
) -> dict[int, list[Match]]:
    """Return by year the figures, for those years that lack one, of what all figures found are of.

    By its name: 来电 of 热线节目《有事您说》 in one report is 《有事您说》来电 in the next, which does not say that it is a 热线. By what an outlet has
    but one number of: who is 注册用户 of an app in one report is 用户 in the table of the next, as the 员工 of a house are 全社158人.
    """
    of = {(match.figure.subject, match.figure.subject_name) for each in found.values() for match in each}
    if len(of) != 1 or not lacking or not question.words:
        return {}
    ((subject, name),) = of
    told = _people(question, found, subject, _USERS if name else _STAFF, lacking)
    left = [year for year in lacking if year not in told]
    return {**told, **(_by_name(question, found, subject, name, left) if name else {})}


def _people(
    question: Question,
    found: dict[int, list[Match]],
    subject: str,
    kind: re.Pattern[str],
    lacking: Sequence[int],
) -> dict[int, list[Match]]:
    called = [match.figure.called for each in found.values() for match in each]
    if not all(kind.fullmatch(name) for name in called):
        return {}
    more: dict[int, list[Match]] = {}
    for figure in question.known.figures:
        if (
            figure.year in lacking
            and figure.subject == subject
            and kind.fullmatch(figure.called)
            and (kind is _USERS or _HOUSE.search(figure.near))
            and unit_family(figure.unit) in (None, "人")
            and not (figure.promised or is_start(figure) or is_change(figure))
        ):
            more.setdefault(figure.year, []).append(Match(figure, 1.0))
    return {year: each for year, each in more.items() if len(each) == 1}


def _by_name(
    question: Question, found: dict[int, list[Match]], subject: str, name: str, lacking: Sequence[int]
) -> dict[int, list[Match]]:
    if not lacking or key(name) in question.text:
        return {}
    units = {unit_family(match.figure.unit) for each in found.values() for match in each}
    called = {key(match.figure.name) for each in found.values() for match in each}
    named = read(f"《{name}》{question.words[-1]}有多少", question.known)
    named = replace(named, years=replace(named.years, named=tuple(lacking)))
    more = {
        year: [
            m
            for m in each
            if m.figure.subject == subject
            and unit_family(m.figure.unit) in units
            and any(cover(word, key(m.figure.name), measure_words()) >= LEAST for word in called)
        ]
        for year, each in matches(named, lacking, levels=True).items()
    }
    return {year: each for year, each in more.items() if len(each) == 1}
