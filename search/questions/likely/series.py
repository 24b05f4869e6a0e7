"""The figures of several years that a question most likely means together, where no facts are told in its words.

Each figure of a year is weighed against the question (`likely`) and against the figures of the other years (`alike`): those of one series are told alike,
so that together they stand out where none does by itself, and the year whose sentence shares no word with the question is found through the others.
A year that tells none like them is left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.units import unit_family
from search.questions.likely.alike import Place, Places, all_places
from search.questions.likely.likely import LIKELY as LIKELY_ALONE
from search.questions.likely.likely import LIKELY_TOO, Likely, bests
from search.questions.likely.text_figures import LEAST, names_told
from search.questions.likely.told_figures import Told
from search.questions.likely.weighing import chance, fit
from search.questions.measures.quantities import of_one
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording.words import cover, measure_words, topic_words

LIKELY = 0.5
"""How likely figures must be together that are given."""
OF_ITSELF, BY_ITSELF = (1.35, 0.24, 1.87, 1.38, 1.07, 2.97, 0.74, 2.2, 0.98, 0.86, -0.09), -6.46
"""What counts of what `likely` weighs of a figure, as log odds that it is meant: by logistic regression, with which the weights below were fitted."""
WEIGHTS = (0.46, 0.5, 0.23, 0.17, 2.44, -1.54, 2.75, -1.46, -0.36)
"""What tells that the figures found together are those asked for: how likely the best is by itself and how well all fit the question (as log odds), how near
the one stands to the others that does so least, how far any other series stays behind, the most that one's sentence holds of the question, that its clause
holds of the head, that it lies near the question and has of its characters, and how many there are.

By logistic regression over 290 questions for several years and 350 put to reports of other media; those told in everyday words weigh three times. Of media
left out of the fit 269 were answered so, 12 wrongly; and 9 of the others, some of them rightly.
"""
BIAS = -0.67
OF_FEATURES = (2, 4, 5, 10)
"""Which of the features of a figure by itself are among them."""
DONE = 3.5
"""How much better (as log odds) a figure fits right before which what was done stands: 解决19件 for 真正解决了的."""
FLOOR = -5.0
"""How well a figure fits the question (as log odds) that its words rule out."""
ANCHORS = 8
"""Figures that fit best, from which the others are looked for."""
FARTHEST = 6.0
"""So much less likely (as log odds) another series is not for any more."""
KIN, KIN_FITTING, FITTING = 1.0, -1.0, -2.0
"""How near a figure must stand to the others to be of their series, and how near, where it fits the question so well."""
KIN_UNNAMED = 3.0
"""The same, where its sentence does not name what the question names."""
KIN_MEANT = -0.5
"""The same, where it is the one of its year that the question most likely means, be that ever so little likely by itself."""
_AMOUNT = re.compile(r".(?:入|[率额量])$")
"""With what the names of measures end that a whole has as well as its parts."""
_SURE = 0.999


@dataclass(frozen=True)
class Member:
    """A figure of a series: how well it fits the question, and how near it stands to the figure from which it was found."""

    place: Place
    fits: float
    kin: float


def series(
    source: Source, question: Question, years: Collection[int], units: Collection[str] | None
) -> dict[int, Place]:
    """Return by year the figures of the series that is likely asked for; empty where none is, or of fewer than two years."""
    places = all_places(source, question)
    found_by_year = bests(source, question, years, units)
    told_by_year = {year: each for year, (_, each) in found_by_year.items()}
    known = {
        (told.sentence.report, told.quantity.start): features
        for each in told_by_year.values()
        for told, features in each
    }
    verbs = tuple(question.done.difference(question.words))
    done = {
        (told.sentence.report, told.quantity.start)
        for each in told_by_year.values()
        for told, _ in each
        if verbs and told.left.endswith(verbs)
    }
    fits = {at: fit(OF_ITSELF, BY_ITSELF, features) + DONE * (at in done) for at, features in known.items()}
    found = sorted(_chains(source, places, fits, years), key=_total, reverse=True)
    if not found:
        return {}
    best = found[0]
    alone = {year: likeliest for year, (likeliest, _) in found_by_year.items()}
    sure = chance(WEIGHTS, BIAS, _features(best, found[1:], alone, known)) >= LIKELY
    told = {
        member.place.year: member.place
        for member in (best if sure else [])
        if member.kin >= KIN or (member.kin >= KIN_FITTING and member.fits >= FITTING)
    }
    units_told = {unit_family(place.quantity.unit) for place in told.values()}
    for year, each in alone.items():
        place = places.at(each.told.sentence, each.told.quantity.start)
        likely = each.chance >= (LIKELY_TOO if told else LIKELY_ALONE)
        if (
            year not in told
            and place
            and likely
            and (not sure or unit_family(place.quantity.unit) in units_told)
        ):
            told[year] = place
    if len(told) < 2 or (not sure and len({unit_family(place.quantity.unit) for place in told.values()}) > 1):
        return {}
    return dict(sorted(told.items())) if _of_that_part(question, list(told.values())) else {}


def akin(
    source: Source,
    question: Question,
    anchors: Sequence[Place],
    years: Iterable[int],
    likeliest: Mapping[int, Told],
) -> dict[int, Place]:
    """Return by year the figures that are of one series with some of other years, for those years that have such a one.

    `likeliest` are those of each year that the question most likely means: for them it is enough that they are told a little alike.
    """
    places = all_places(source, question)
    found = {}
    for year in years:
        others = [place for place in places.of_year.get(year, []) if not of_one(question, place.clause)]
        if not others or not anchors:
            continue
        near = [places.kinship(anchor, others, source.encoder) for anchor in anchors]
        # What is told just as one other year tells it is of the series, whatever the further ones say.
        mean = [max(sum(each) / len(near), max(each) - KIN) for each in zip(*near, strict=True)]
        at = max(range(len(others)), key=mean.__getitem__)
        # 走进37个村 of one year is told much as 《村里有戏》走进41个村 of another, but of something else.
        named = names_told(others[at].sentence.said, question)
        meant = year in likeliest and _at(others[at]) == _told_at(likeliest[year])
        if mean[at] >= (KIN_MEANT if named and meant else KIN if named else KIN_UNNAMED):
            found[year] = others[at]
    return found


def _chains(
    source: Source, places: Places, fits: dict[tuple[str, int], float], years: Collection[int]
) -> Iterable[list[Member]]:
    """Yield for each of the figures that fit best the series that it is of: itself first, and of each other year the figure likest to both."""
    told = [place for year in years for place in places.of_year.get(year, []) if _at(place) in fits]
    for anchor in sorted(told, key=lambda place: -fits[_at(place)])[:ANCHORS]:
        chain = [Member(anchor, fits[_at(anchor)], FARTHEST)]
        for year in years:
            others = places.of_year.get(year, [])
            if year == anchor.year or not others:
                continue
            near = places.kinship(anchor, others, source.encoder)
            members = (
                Member(place, max(FLOOR, fits.get(_at(place), FLOOR)), kin)
                for place, kin in zip(others, near, strict=True)
            )
            chain.append(max(members, key=lambda member: member.fits + member.kin))
        yield chain


def _at(place: Place) -> tuple[str, int]:
    return place.sentence.report, place.quantity.start


def _told_at(told: Told) -> tuple[str, int]:
    return told.sentence.report, told.quantity.start


def _total(chain: Sequence[Member]) -> float:
    return chain[0].fits + sum(member.fits + member.kin for member in chain[1:])


def _of_that_part(question: Question, told: Sequence[Place]) -> bool:
    """Tell whether the part is told of which a measure is asked for: 广告收入 are not told by 全年经营收入960万元."""
    said = "".join(place.sentence.said for place in told)
    measures, together = measure_words(), ""
    for word in reversed(question.words):
        if together and f"{word}{together}" not in question.text:
            break
        measure = max((m for m in measures if _AMOUNT.search(m) and word.endswith(m)), key=len, default="")
        if not together and not measure:
            break
        part = word if together else word.removesuffix(measure)
        if len(part) > 1 and word not in measures and cover(part, said, topic_words()) < LEAST:
            return False
        together = f"{word}{together}"
    return True


def _features(
    best: Sequence[Member],
    others: Iterable[Sequence[Member]],
    alone: dict[int, Likely],
    known: dict[tuple[str, int], list[float]],
) -> list[float]:
    own = {member.place.year: member.place.quantity for member in best}
    apart = [
        _total(other)
        for other in others
        if all(m.place.quantity.value != own[m.place.year].value for m in other if m.place.year in own)
    ]
    chances = [
        alone[year].chance
        for year, quantity in own.items()
        if year in alone and alone[year].told.quantity.start == quantity.start
    ]
    surest = min(_SURE, max([1 - _SURE, *chances]))
    told = [known[_at(member.place)] for member in best if _at(member.place) in known]
    return [
        math.log(surest / (1 - surest)),
        sum(member.fits for member in best) / len(best),
        min((member.kin for member in best[1:]), default=-9.0),
        min(FARTHEST, _total(best) - max(apart)) if apart else FARTHEST,
        *(max(features[at] for features in told) for at in OF_FEATURES),
        float(len(best)),
    ]
