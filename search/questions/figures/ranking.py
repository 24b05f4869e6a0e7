"""Questions about all things of one sort: which outlet has the most, how much each of them has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.report import PlatformKind
from ingest.units import unit_family
from search.answers import Answer
from search.questions.figures.choosing import given_figures
from search.questions.figures.saying import label, told_later, written
from search.questions.measures.matching import CLOSE_SUBJECTS, Match, fitting
from search.questions.naming.catalog import Catalog, Figure
from search.questions.reading.reading import Question, read
from search.questions.wording.intents import Intent
from search.questions.wording.words import key

_RADIO, _TV = frozenset({PlatformKind.RADIO}), frozenset({PlatformKind.TV})
_SORTS: tuple[tuple[str, str, frozenset[PlatformKind] | None], ...] = (
    ("新媒体平台|新媒体账号|新媒体|社交平台|平台|账号|渠道|端口|端", "platform", None),
    ("广播频率|频率|广播|电台", "platform", _RADIO),
    ("电视频道|频道", "platform", _TV),
    ("报纸|报", "platform", frozenset({PlatformKind.NEWSPAPER})),
    ("客户端|app", "platform", frozenset({PlatformKind.APP})),
    ("栏目|节目|专栏|专题", "column", None),
    ("短视频作品|作品|短视频|微视频|视频|短剧|产品|片子|纪录片|报道|直播|稿件", "work", None),
)
"""What a question calls a sort of things, their kind, and of platforms which ones."""
_SORT = "|".join(words for words, _, _ in _SORTS)
_MOST, _LEAST = "多高大好广", "少低小差"
_TOP = rf"最(?P<way>[{_MOST}{_LEAST}])"
_WHICH = r"哪1?[个家种份档部条款篇场期]"
_RANKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHICH}(?P<sort>{_SORT})的?(?P<what>.{{1,16}}?)的?{_TOP}(?:是?多少)?",
        rf"(?P<what>.{{1,16}}?)的?{_TOP}的?(?:1[个家种份档部条款篇])?(?P<sort>{_SORT})?的?(?:是|叫|为)?(?:{_WHICH}|什么|谁)(?P<sort2>{_SORT})?",
    )
)
_EACH = re.compile(
    rf"(?:各个?|每1?个|[2-9两几]个|所有)(?P<sort>{_SORT})的?(?P<what>.{{1,16}}?)(?:分别|各自|各)?(?:是|有|为)?(?:多少|几[个件篇条场次期人]|情况|数据)$"
)
_YEAR_ASKED = re.compile(r"哪1?(?:年|个?年)")
CLOSE = 0.15
"""Figures of other subjects this near to the best say the same of them."""


def answer_ranked(question: Question) -> Answer | None:
    """Answer which thing of a sort has the most or least, or what each has; None where that is not asked or not told."""
    text = question.text
    if _YEAR_ASKED.search(text):
        return None
    rest = text
    for start, end in sorted(question.years.spans, reverse=True):
        rest = f"{rest[:start]}{rest[end:]}"
    found = next((match for pattern in _RANKED if (match := pattern.search(rest))), None) or _EACH.search(
        rest
    )
    if found is None:
        return None
    groups = found.groupdict()
    sort = groups.get("sort") or groups.get("sort2")
    if sort is None:
        return None
    way = groups.get("way")
    asked = read(f"{found['what']}有多少", question.known)
    years = question.years.within(question.known.years)
    for year in sorted(years, reverse=True):
        figures = _of_each(asked, year, sort)
        if len(figures) > 1:
            return _told(question, asked, figures, way)
    return None


def _of_each(asked: Question, year: int, sort: str) -> list[Figure]:
    """Return one figure of each thing of a sort in a year, in the unit that most of them have."""
    kind, outlets = next((kind, outlets) for words, kind, outlets in _SORTS if sort in words.split("|"))
    meant = _things(asked.known, kind, outlets)
    best: dict[str, Match] = {}
    for match in fitting(asked, [year]):
        thing = next((meant[iri] for iri in _told_of(match.figure) if iri in meant), None)
        thing = thing or meant.get(key(match.figure.subject_name or ""))
        if thing is not None and (thing not in best or match.score > best[thing].score):
            best[thing] = match
    if not best:
        return []
    top = max(match.score for match in best.values())
    kept = [match.figure for match in best.values() if match.score >= top - max(CLOSE, CLOSE_SUBJECTS)]
    units = Counter(unit_family(figure.unit) for figure in kept if figure.unit)
    unit = units.most_common(1)[0][0] if units else None
    return [figure for figure in kept if unit_family(figure.unit) in (unit, None)]


def _told_of(figure: Figure) -> Sequence[str]:
    return (figure.subject, *sorted(figure.about))


def _things(known: Catalog, kind: str, outlets: frozenset[PlatformKind] | None) -> dict[str, str]:
    """Return the things of a sort: their IRIs and names, each with its IRI."""
    things: dict[str, str] = {}
    for entity in known.entities.values():
        if entity.kind == kind and (outlets is None or entity.outlet in outlets):
            things[entity.iri] = entity.iri
            if outlets is not None:
                things |= dict.fromkeys(entity.names, entity.iri)
    return things


def _told(question: Question, asked: Question, figures: list[Figure], way: str | None) -> Answer:
    if way is None:
        figures = sorted(figures, key=lambda f: (f.evidence.start, f.evidence.quote.find(f.text)))
        said = "；".join(f"{f.year}年{label(f)}{written(f)}" for f in figures)
        return given_figures(replace(question, intent=Intent.VALUE), f"{said}。", figures, None)
    most = way in _MOST
    ranked = sorted(figures, key=lambda f: f.value, reverse=most)
    first, second = ranked[:2]
    ends = "最多" if most else "最少"
    said = f"{first.year}年{'、'.join(asked.words)}{ends}的是{label(first)}，{written(first)}；其次是{label(second)}，{written(second)}。"
    reasons = [f"比较了报告给出这项数据的{len(ranked)}个", *told_later(ranked)]
    intent = Intent.MAXIMUM if most else Intent.MINIMUM
    return given_figures(replace(question, intent=intent), said, ranked, "；".join(reasons))
