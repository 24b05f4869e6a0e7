"""What `ask` answers."""

from __future__ import annotations

from api.show.page import figure, line, sources, table
from api.words import QUALIFIERS
from search.answers import Answer

SHOWN = 12
"""Places written out; the rest is counted. JSON has them all."""


def show(answer: Answer, *, explain: bool = False) -> None:
    """Write the answer, then its figures or items, then the sentences that it rests on; `explain`: how it was found."""
    _show(answer)
    if explain:
        _explain(answer)


def _explain(answer: Answer) -> None:
    line()
    line("怎样理解这个问题", "bold")
    line(f"问法：{answer.intent}", indent=2)
    if (reading := answer.reading) is not None:
        line(f"媒体：{reading.media}", indent=2)
        line(f"年度：{'、'.join(map(str, reading.years)) or '没有指明，所有年度'}", indent=2)
        for name in reading.names:
            line(f"名称：{name.said} → {'、'.join(name.means) or '报告中没有'}", indent=2)
        if reading.words:
            line(f"其余的词：{'、'.join(reading.words)}", indent=2)
    if answer.sparql is None:
        line("SPARQL：这个答案不是从图谱中查得的", indent=2)
        return
    line("SPARQL：", indent=2)
    for row in answer.sparql.splitlines():
        line(row, "dim", indent=4)


def _show(answer: Answer) -> None:
    if answer.answer is None:
        line(f"没有答案：{answer.reason or '报告里没有说'}。", "bold yellow")
        sources(answer.evidence[:SHOWN], "最接近的原文")
        return
    line(answer.answer, "bold")
    if answer.reason:
        line(f"说明：{answer.reason}。", "dim")
    if answer.values:
        line()
        rows = [
            (str(each.year), each.label, QUALIFIERS[each.qualifier] + figure(each.value, each.unit))
            for each in answer.values
        ]
        table(rows, ("年度", "指标", "数值"), numbers=(2,))
    if answer.items:
        line()
        told = any(each.detail for each in answer.items)
        cells = [(str(each.year), each.label, each.detail or "") for each in answer.items]
        table(
            [row if told else row[:2] for row in cells],
            ("年度", "内容", "说明") if told else ("年度", "内容"),
        )
    places = [
        *answer.evidence,
        *(each for value in answer.values for each in value.evidence),
        *(each for item in answer.items for each in item.evidence),
    ]
    places = list(dict.fromkeys(places))
    sources(places[:SHOWN])
    if len(places) > SHOWN:
        line(f"另有 {len(places) - SHOWN} 处，加 --json 可全部看到", "dim", indent=2)
