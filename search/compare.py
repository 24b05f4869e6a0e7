"""What changed between two years of one media: things added, gone and kept, and figures that both years give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from ingest.report import Evidence, PlatformKind
from kg.entities import EntityKind, normalised
from kg.series import EntityYears, MetricPoint, MetricSeries, entity_years, metric_series
from search.answers import Change, Compared, Comparison
from search.errors import LibraryError

if TYPE_CHECKING:
    from kg.store import GraphStore

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
RUNNING = re.compile("累计|历年|至今|(?:创刊|开办|开通|开播|成立|上线|启动|实施)以来")
DIGITS = 6
"""Decimals kept of a difference or ratio."""


class ComparisonError(LibraryError):
    """The two years cannot be compared: one line in Chinese that says what is stored."""


class Held(Protocol):
    """A stored report as the library lists it."""

    @property
    def media(self) -> str:
        """The media that it is of."""

    @property
    def year(self) -> int:
        """The year reported on."""


class Graphed(Protocol):
    """What comparing asks of a library; `search.library.Library` is one."""

    @property
    def reports(self) -> Sequence[Held]:
        """All reports held, one a media and year."""

    @property
    def graph(self) -> GraphStore:
        """Their graph."""


def compare(library: Graphed, media: str, years: tuple[int, int]) -> Comparison:
    """Return what the report of the second year has more, less, alike and otherwise than that of the first.

    `media` may be spelt as any report spells it. An entity under several spellings is one. A figure that both years
    give in the same unit is `changed` (or `kept` where it is the same); one that is given in other units, several times in
    a year with different values, or for the year here and since the beginning there, is `kept` with the reason in `detail`, and no difference is made up.

    Raises ComparisonError where media or year is not stored, or both years are one.
    """
    media = _stored(library.reports, media, years)
    found = [
        (compared, fate)
        for kind in KINDS
        for entity in entity_years(library.graph, media, kind)
        for compared, fate in _entity(entity, years)
    ]
    by_measure: dict[tuple[str, str], list[MetricSeries]] = defaultdict(list)
    for series in metric_series(library.graph, media):
        by_measure[series.subject_iri, series.measure].append(series)
    changed = []
    for group in by_measure.values():
        for result, fate in _figures(group, years):
            if isinstance(result, Change):
                changed.append(result)
            else:
                found.append((result, fate))
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


def _entity(entity: EntityYears, years: tuple[int, int]) -> Iterator[tuple[Compared, str]]:
    by_year = {mentions.year: list(mentions.evidence) for mentions in entity.years}
    fate = _fate(*(year in by_year for year in years))
    if fate is not None:
        others = [label for label in entity.labels if label != entity.label]
        details = [OUTLETS[entity.outlet]] if entity.outlet is not None else []
        details += [f"又作{'、'.join(others)}"] if others else []
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
    label = " ".join(part for part in (group[-1].subject, group[-1].name) if part)
    fates = {
        unit: fate for unit, (before, after) in told.items() if (fate := _fate(bool(before), bool(after)))
    }
    # 30人次 in one year and 30场次 in the other: the same matter, but no figures to hold against each other.
    units_differ = {"gone", "added"} <= set(fates.values())
    if units_differ:
        apart = [
            point for unit, fate in fates.items() if fate != "kept" for both in told[unit] for point in both
        ]
        yield _compared(label, apart, f"单位不同，不作比较：{_texts(apart)}"), "kept"
    for unit, fate in fates.items():
        before, after = told[unit]
        points = [*before, *after]
        if fate != "kept":
            if not units_differ:
                yield _compared(label, points, _texts(points)), fate
            continue
        one, other = _figure(before), _figure(after)
        if one is None or other is None:
            yield _compared(label, points, f"同一年有几个不同的数字，不作比较：{_texts(points)}"), "kept"
        elif _runs_on(one) != _runs_on(other):
            yield (
                _compared(label, [one, other], f"一为当年、一为累计，不作比较：{_texts([one, other])}"),
                "kept",
            )
        elif (one.value, one.qualifier) == (other.value, other.qualifier):
            yield _compared(label, [one, other], _texts([one, other])), "kept"
        else:
            yield _change(label, unit, one, other), "changed"


def _figure(points: Sequence[MetricPoint]) -> MetricPoint | None:
    """Return the one figure that a year gives, None where it gives several.

    Of 由20.6万人增长到31.8万人 the last one counts: both stand in one clause, and the year ends with it.
    """
    if len({(point.value, point.qualifier) for point in points}) == 1:
        return points[0]
    spans = sorted((point.evidence.start, point.evidence.end) for point in points)
    quote = points[0].evidence.quote
    one_clause = len({*spans}) == 1 and all(point.text in quote for point in points)
    if not one_clause or not any(mark in quote for mark in ("由", "从")):
        return None
    last = max(points, key=lambda point: quote.rindex(point.text))
    reached = quote[: quote.rindex(last.text)].rstrip("了为约近超")
    return last if reached.endswith(("到", "至", "达")) else None


def _runs_on(point: MetricPoint) -> bool:
    """Tell whether a figure counts from some beginning, not the year alone: 累计实现心愿6000个."""
    return RUNNING.search(point.evidence.quote) is not None


def _texts(points: Iterable[MetricPoint]) -> str:
    return "；".join(f"{point.year}年{point.text}" for point in points)


def _compared(label: str, points: Iterable[MetricPoint], detail: str) -> Compared:
    return Compared(type="metric", label=label, detail=detail, evidence=_evidence(points))


def _evidence(points: Iterable[MetricPoint]) -> list[Evidence]:
    return list(dict.fromkeys(point.evidence for point in points))


def _change(label: str, unit: str | None, one: MetricPoint, other: MetricPoint) -> Change:
    delta = round(other.value - one.value, DIGITS)
    return Change.model_validate(
        {
            "label": label,
            "unit": unit,
            "from": one.value,
            "to": other.value,
            "delta": int(delta) if delta == int(delta) else delta,
            "ratio": round(other.value / one.value, DIGITS) if one.value else None,
            "evidence": _evidence([one, other]),
        }
    )
