"""What changed between two years of one media: things added, gone and kept, and figures that both years give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.report import Evidence, PlatformKind, Qualifier
from kg.entities import EntityKind, entity_key, normalised
from kg.series import MetricPoint, MetricSeries
from search.answers import Change, Compared, Comparison
from search.comparable import differ, the_figure
from search.errors import LibraryError
from search.held import Held
from search.prizes import prizes
from search.questions.source import Texts
from search.yearly import Followed, renamings, yearly_entities, yearly_figures

KINDS: Final[tuple[EntityKind, ...]] = ("work", "award", "column", "platform")
OUTLETS: Final[dict[PlatformKind, str]] = {
    PlatformKind.NEWSPAPER: "报纸",
    PlatformKind.MAGAZINE: "期刊",
    PlatformKind.RADIO: "广播",
    PlatformKind.TV: "电视",
    PlatformKind.WEBSITE: "网站",
    PlatformKind.APP: "客户端",
    PlatformKind.WECHAT: "微信公众号",
    PlatformKind.WEIBO: "微博",
    PlatformKind.DOUYIN: "抖音号",
    PlatformKind.KUAISHOU: "快手号",
    PlatformKind.TOUTIAO: "头条号",
    PlatformKind.VIDEO_ACCOUNT: "视频号",
    PlatformKind.OTHER: "其他平台",
}
DIGITS = 6
"""Decimals kept of a difference or ratio."""


class ComparisonError(LibraryError):
    """The two years cannot be compared: one line in Chinese that says what is stored."""


def compare(library: Texts, media: str, years: tuple[int, int]) -> Comparison:
    """Return what the report of the second year has more, less, alike and otherwise than that of the first.

    `media` may be spelt as any report spells it. An entity under several spellings is one. A figure that both years
    give in the same unit is `changed` (or `kept` where it is the same); one that is given in other units, several times in
    a year with different values, or for the year here and since the beginning there, is `kept` with the reason in `detail`, and no difference is made up.

    Raises ComparisonError where media or year is not stored, or both years are one.
    """
    media = _stored(library.reports, media, years)
    renamed = renamings(library, media)
    found = [
        (compared, fate)
        for kind in KINDS
        for followed in yearly_entities(library.graph, media, kind, renamed)
        for compared, fate in _entity(followed, years)
    ]
    by_measure: dict[tuple[str, str], list[MetricSeries]] = defaultdict(list)
    for series in yearly_figures(library.graph, media, renamed):
        by_measure[series.subject_iri, series.measure].append(series)
    changed = []
    for group in by_measure.values():
        for result, fate in _figures(group, years):
            if isinstance(result, Change):
                changed.append(result)
            else:
                found.append((result, fate))
    for told in prizes(library.graph, media, years):
        if isinstance(told, Change):
            changed.append(told)
        else:
            found.append((told, "kept"))
    return Comparison(
        media=media,
        years=years,
        added=[compared for compared, fate in found if fate == "added"],
        gone=[compared for compared, fate in found if fate == "gone"],
        kept=[compared for compared, fate in found if fate == "kept"],
        changed=changed,
    )


def _stored(reports: Iterable[Held], media: str, years: tuple[int, int]) -> str:
    """Return the media's name as it is stored."""
    stored: dict[str, set[int]] = defaultdict(set)
    for report in reports:
        stored[report.media].add(report.year)
    name = next((known for known in sorted(stored) if normalised(known) == normalised(media)), None)
    if name is None:
        held = "、".join(sorted(stored)[:10]) or "无"
        raise ComparisonError(f"资料库中没有“{media}”的报告，已有的媒体：{held}")
    missing = sorted(set(years) - stored[name])
    if missing:
        wanted = "、".join(map(str, missing))
        held = "、".join(map(str, sorted(stored[name])))
        raise ComparisonError(f"资料库中没有{name}{wanted}年度的报告，已有的年度：{held}")
    if years[0] == years[1]:
        raise ComparisonError("请给出两个不同的年度")
    return name


def _entity(followed: Followed, years: tuple[int, int]) -> Iterator[tuple[Compared, str]]:
    entity = followed.entity
    by_year = {mentions.year: list(mentions.evidence) for mentions in entity.years}
    fate = _fate(*(year in by_year for year in years))
    if fate is not None:
        others = [label for label in entity.labels if label != entity.label]
        details = [OUTLETS[entity.outlet]] if entity.outlet is not None else []
        details += [f"又作{'、'.join(others)}"] if others else []
        details += [f"原名{name}，{year}年度报告说已更名" for name, year in followed.former]
        evidence = [each for year in years for each in by_year.get(year, [])]
        yield (
            Compared(
                type=entity.kind, label=entity.label, detail="，".join(details) or None, evidence=evidence
            ),
            fate,
        )


def _fate(before: bool, after: bool) -> str | None:
    return {(True, True): "kept", (True, False): "gone", (False, True): "added"}.get((before, after))


def _figures(
    group: Sequence[MetricSeries], years: tuple[int, int]
) -> Iterator[tuple[Compared | Change, str]]:
    """Yield what became of one measure of one subject, given as a series a unit."""
    told = {
        series.unit: [[point for point in series.points if point.year == year] for year in years]
        for series in group
    }
    label = _label(group, max((point for series in group for point in series.points), key=lambda p: p.year))
    fates = {
        unit: fate for unit, (before, after) in told.items() if (fate := _fate(bool(before), bool(after)))
    }
    # 30人次 in one year and 30场次 in the other: the same matter, but no figures to hold against each other.
    units_differ = {"gone", "added"} <= set(fates.values())
    if units_differ:
        apart = [
            point for unit, fate in fates.items() if fate != "kept" for both in told[unit] for point in both
        ]
        apart.sort(key=lambda point: years.index(point.year))
        yield _compared(label, apart, f"单位不同，不作比较：{_texts(apart)}"), "kept"
    for unit, fate in fates.items():
        before, after = told[unit]
        points = [*before, *after]
        if fate != "kept":
            if not units_differ:
                yield _compared(label, points, _texts(points)), fate
            continue
        one, other = the_figure(before), the_figure(after)
        if one is None or other is None:
            yield _compared(label, points, f"同一年有几个不同的数字，不作比较：{_texts(points)}"), "kept"
        elif reason := differ(one, other):
            yield _compared(label, [one, other], f"{reason}，不作比较：{_texts([one, other])}"), "kept"
        elif (one.value, one.qualifier) == (other.value, other.qualifier):
            yield _compared(label, [one, other], _texts([one, other])), "kept"
        else:
            yield _change(_label(group, other), unit, one, other), "changed"


def _texts(points: Iterable[MetricPoint]) -> str:
    return "；".join(f"{point.year}年{point.text}" for point in points)


def _compared(label: str, points: Iterable[MetricPoint], detail: str) -> Compared:
    return Compared(type="metric", label=label, detail=detail, evidence=_evidence(points))


def _evidence(points: Iterable[MetricPoint]) -> list[Evidence]:
    return list(dict.fromkeys(point.evidence for point in points))


def _label(group: Sequence[MetricSeries], point: MetricPoint) -> str:
    """Return the subject as it is called at last, with the measure as the report of the figure has it."""
    return " ".join(part for part in (group[-1].subject, point.name) if part)


def _change(label: str, unit: str | None, one: MetricPoint, other: MetricPoint) -> Change:
    remarks = []
    if entity_key("measure", one.name) != entity_key("measure", other.name):
        remarks.append(f"{one.year}年说的是“{one.name}”，{other.year}年说的是“{other.name}”")
    if any(point.qualifier != Qualifier.EXACT for point in (one, other)):
        remarks.append("原文为约数，增减仅供参考")
    delta = round(other.value - one.value, DIGITS)
    return Change.model_validate(
        {
            "label": label,
            "unit": unit,
            "from": one.value,
            "to": other.value,
            "from_text": one.text,
            "to_text": other.text,
            "remark": "；".join(remarks) or None,
            "delta": int(delta) if delta == int(delta) else delta,
            "ratio": round(other.value / one.value, DIGITS) if one.value else None,
            "evidence": _evidence([one, other]),
        }
    )
