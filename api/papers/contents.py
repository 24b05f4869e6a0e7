"""What stands in the evidence pack of each answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from api.papers.pack import Pack, Table, cited, quoted
from api.show.page import figure
from api.words import FACT_TYPES, LINKS, QUALIFIERS, fact_line, status_alone, status_word
from ingest.report import Evidence
from search.answers import (
    Answer,
    Change,
    Compared,
    Comparison,
    LinkKind,
    SearchResult,
    Status,
    Trace,
    TraceItem,
)

Packed = SearchResult | Answer | Trace | Comparison
_TRACE_NOTE = "“未见下文”指后来的报告里没有找到相关的话，不等于没有做；状态是系统判断，注明“经人确认”的除外。"
_QUOTES = "引文都是报告原文，逐字照录。"


def pack(found: Packed) -> Pack:
    """Return the evidence pack of an answer."""
    match found:
        case SearchResult():
            return _search(found)
        case Answer():
            return _answer(found)
        case Trace():
            return _trace(found)
        case Comparison():
            return _comparison(found)


def _search(found: SearchResult) -> Pack:
    rows = [
        (str(at), " ".join(hit.text.split()), cited(hit.evidence), fact_line(hit.fact) if hit.fact else "")
        for at, hit in enumerate(found.hits, start=1)
    ]
    told = any(row[3] for row in rows)
    table = _table(
        "",
        ("序号", "原文", "出处", "其中的事实") if told else ("序号", "原文", "出处"),
        [row if told else row[:3] for row in rows],
        (1, 9, 5, 4) if told else (1, 10, 6),
    )
    said = f"查“{found.query}”，得{len(found.hits)}条。" if found.hits else f"查“{found.query}”，没有找到。"
    return Pack(f"原文摘录：{found.query}", (said,), (table,) if rows else (), (_QUOTES,))


def _answer(found: Answer) -> Pack:
    said = [found.answer or f"没有答案：{found.reason or '报告里没有说'}。"]
    if found.answer and found.reason:
        said.append(f"说明：{found.reason}")
    tables = []
    if found.values:
        rows = [
            (
                str(each.year),
                each.label,
                QUALIFIERS[each.qualifier] + figure(each.value, each.unit),
                _sources(each.evidence),
            )
            for each in found.values
        ]
        tables.append(_table("数据", ("年度", "指标", "数值", "依据"), rows, (1.2, 3, 2, 9)))
    if found.items:
        rows = [
            (str(each.year), each.label, status_alone(each) or "", _sources(each.evidence))
            for each in found.items
        ]
        tables.append(_table("内容", ("年度", "内容", "说明", "依据"), rows, (1.2, 4, 3, 8)))
    shown = {each for value in found.values for each in value.evidence}
    shown |= {each for item in found.items for each in item.evidence}
    rest = [each for each in dict.fromkeys(found.evidence) if each not in shown]
    if rest:
        title = "依据" if found.answer else "最接近的原文"
        tables.append(_table(title, ("原文", "出处"), [(quoted(e), cited(e)) for e in rest], (10, 6)))
    return Pack(f"问：{found.question}", tuple(said), tuple(tables), (_QUOTES,))


def _trace(found: Trace) -> Pack:
    items = sorted(found.items, key=lambda item: (item.media, item.year))
    tables = []
    for (media, year), group in groupby(items, key=lambda item: (item.media, item.year)):
        rows = [
            (str(at), FACT_TYPES[item.kind], " ".join(item.text.split()), _became(item), _links(item), "")
            for at, item in enumerate(group, start=1)
        ]
        tables.append(
            _table(
                f"{media} {year}年度",
                ("序号", "类别", "当年怎么说", "进展", "后来的报告怎么说", "回应要点（待填写）"),
                rows,
                (1, 1.1, 4.5, 1.7, 8, 3.7),
            )
        )
    if not items:
        return Pack("不足与承诺追踪", ("没有可追踪的不足或承诺。",), ())
    words = [status_word(item) for item in items]
    counts = "，".join(f"{word}{words.count(word)}条" for word in dict.fromkeys(words))
    whose = {item.media for item in items}
    title = f"{next(iter(whose))}不足与承诺追踪" if len(whose) == 1 else "不足与承诺追踪"
    said = f"共{len(items)}条：{counts}。可据此写“回应”一节。"
    untraced = any(item.status is Status.UNTRACED for item in items)
    return Pack(title, (said,), tuple(tables), (_TRACE_NOTE, _QUOTES) if untraced else (_QUOTES,))


def _became(item: TraceItem) -> str:
    return status_word(item) + ("\n（经人确认）" if item.decided_by == "person" else "")


def _links(item: TraceItem) -> str:
    kinds: tuple[tuple[LinkKind, list[Evidence]], ...] = (
        ("response", [link.evidence for link in item.responses]),
        ("action", [link.evidence for link in item.actions]),
        ("recurrence", [link.evidence for link in item.recurrences]),
    )
    lines = [
        f"{LINKS[kind]}（{each.year}年度{_within(each)}）：{quoted(each)}"
        for kind, evidence in kinds
        for each in sorted(evidence, key=lambda each: (each.year, each.start))
    ]
    return "\n".join(lines) or "—"


def _within(evidence: Evidence) -> str:
    section = f"，{evidence.section[-1]}" if evidence.section else ""
    return section + (f"，第{evidence.page}页" if evidence.page is not None else "")


def _comparison(found: Comparison) -> Pack:
    first, second = found.years
    tables = []
    if found.changed:
        rows = [_change(each) for each in found.changed]
        heads = ("指标", str(first), str(second), "增减", "增幅", "依据")
        tables.append(_table("数字变化", heads, rows, (3, 1.8, 1.8, 1.8, 1.4, 8)))
    for title, group in (
        (f"{second}年新出现", found.added),
        (f"{second}年不再提", found.gone),
        ("两年都有", found.kept),
    ):
        if group:
            columns = ("类别", "名称", "说明", "依据")
            tables.append(_table(title, columns, _compared(group), (1.1, 4, 3, 8)))
    counted = f"数字变化{len(found.changed)}项，新出现{len(found.added)}项，不再提{len(found.gone)}项，两年都有{len(found.kept)}项。"
    return Pack(f"{found.media}：{first}年度与{second}年度对比", (counted,), tuple(tables), (_QUOTES,))


def _change(each: Change) -> tuple[str, ...]:
    points = each.unit == "%"
    sign = "+" if each.delta > 0 else ""
    delta = f"{each.delta:+g}个百分点" if points else f"{sign}{figure(each.delta, each.unit)}"
    ratio = "" if each.ratio is None or points else f"{(each.ratio - 1) * 100:+.1f}%"
    values = (
        each.from_text or figure(each.from_, each.unit),
        each.to_text or figure(each.to, each.unit),
    )
    label = f"{each.label}（{each.remark}）" if each.remark else each.label
    return label, *values, delta, ratio, _sources(each.evidence)


def _compared(group: Sequence[Compared]) -> list[tuple[str, ...]]:
    return [
        (FACT_TYPES[each.type], each.label, each.detail or "", _sources(each.evidence[:2])) for each in group
    ]


def _sources(evidence: Iterable[Evidence]) -> str:
    return "\n".join(f"{each.year}年度{_within(each)}：{quoted(each)}" for each in dict.fromkeys(evidence))


def _table(
    title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], widths: tuple[float, ...]
) -> Table:
    # A column without a word in it is left out, but for the one that is there to be filled in.
    kept = [
        at
        for at, name in enumerate(columns)
        if name.endswith("（待填写）") or not rows or any(row[at] for row in rows)
    ]
    return Table(
        title,
        tuple(columns[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
        tuple(widths[at] for at in kept),
    )
