"""Metrics: every figure that counts or measures what the media did, has or reached.

A figure's *name* is what is counted. It stands before the number (员工212人, 订阅用户超100万, 刊发公益广告47个整版)
or after the unit (采写700多件…新闻报道, 吸引3万多人次参与). Its *subject* is whom the figure is about: the nearest
platform or title before it that the measure can belong to (昌吉日报抖音号粉丝91万; 《主播说三农》播出150期).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ingest.extract.extents import alike
from ingest.extract.lasting import lasting
from ingest.extract.measured import by_unit, name_of
from ingest.extract.platforms import PlatformNames
from ingest.extract.plausible import clause_of, is_adverbial, is_plausible
from ingest.extract.subjects import Subjects
from ingest.extract.tables import read_tables
from ingest.extract.years_told import year_told
from ingest.numbers import Quantity, quantities
from ingest.reading import Reading
from ingest.report import Award, Evidence, Metric, Statement, fact_id
from ingest.tables import bare
from ingest.title_cues import THRESHOLD
from ingest.titles import Titles


def extract_metrics(
    reading: Reading,
    titles: Titles,
    platforms: PlatformNames,
    awards: list[Award],
    statements: Sequence[Statement] = (),
) -> Iterator[Metric]:
    """Yield each figure once; the same figure of the same measure told again becomes a mention.

    Example: ``昌吉日报微信公众号订阅用户超100万`` → subject 昌吉日报微信公众号, name 订阅用户, value 1000000, over.
    """
    seen: dict[tuple[object, ...], int] = {}
    found: list[Metric] = []
    subjects = Subjects(reading, titles, platforms)
    # A target (力争办结率达到95%) is no figure of the year.
    promised = [(s.evidence.start, s.evidence.end) for s in statements if s.type == "commitment"]
    tables = read_tables(reading)
    # 阅读量“10万+”: a figure in quotation marks, where no noun follows that it would qualify.
    inside = [
        (q.inner_start, q.inner_end)
        for q in titles.quoted
        if not (
            THRESHOLD.fullmatch(q.name) and reading.text[q.end : q.end + 1] in {"，", "。", "；", "", "\n"}
        )
    ]
    told_otherwise = _Spans([*inside, *_award_counts(awards), *promised, *tables.claimed])
    for sentence in reading.sentences:
        previous: str | None = None
        unit_before: str | None = None
        marked: str | None = None
        nth, last_clause = 0, -1
        parts: list[tuple[str, str | None]] = []
        if _ASKS.fullmatch(reading.text[slice(*sentence)].strip()):
            continue
        for quantity in quantities(reading.text, *sentence):
            # 纪录片《A》（10集）获…: how long it is, and no count of honours.
            bracketed = quantity.unit == "集" and reading.text[quantity.start - 2 : quantity.start] == "》（"
            if told_otherwise.hold(quantity.number_start) and not bracketed:
                continue
            if is_adverbial(reading.text, quantity, sentence):
                continue
            # 首次过亿，为1.03亿元: the mark alone would be no figure of anything.
            mark = reading.text[quantity.end : quantity.end + 1] in _AFTER_MARK and _then_told(
                reading.text, quantity, sentence[1]
            )
            if _is_heading_number(reading, quantity):
                continue
            if not mark and not is_plausible(reading.text, quantity, sentence):
                continue
            going_on = previous if quantity.unit not in _ISSUES or quantity.unit == unit_before else None
            name, start = name_of(reading.text, sentence, quantity, going_on)
            if name is not None and _HELD_AGAINST.fullmatch(name):
                name = previous  # 员工辞职148人，高于上年的131人
            if name is None:
                continue
            if mark:
                # 销售额突破千万元，达1036万元: a mark that was passed, before the figure itself.
                previous = marked = name
                continue
            name, marked = marked or name, None
            clause_start, clause_end = clause_of(reading.text, sentence, quantity)
            nth = nth + 1 if clause_start == last_clause else 0
            last_clause = clause_start
            subject = subjects.of(sentence, quantity, name, nth)
            if subject is not None:
                # “问政”栏目播出52期
                name = _SORT_LEAD.sub("", name)
            if subject and name.startswith(subject) and len(name) - len(subject) >= 2:
                name = name[len(subject) :]
            elif subject and (held := _HELD.search(reading.text, clause_start, quantity.start)):
                # 举办“诗意高速”朗诵会|12场: what was held so often is what is counted.
                subject, name = None, held["what"]
            elif name == subject and reading.text[quantity.start - 1] == "”":
                # 举办“晚报夜校”|44讲: what was held so many times is what is counted.
                subject = None
            elif name == subject:
                # 江南日报由4个版增加到|20个版
                name = by_unit(quantity)
            if _TOGETHER.fullmatch(reading.text, clause_start, quantity.start):
                name = _whole_of(parts, quantity.unit) or name
            elif _TOTAL.fullmatch(reading.text, clause_start, quantity.start) and _NEW.search(name):
                name = "总数"  # 新设两个，总数到了11个
            parts.append((name, quantity.unit))
            # 是上年的2.3倍: that is this year's.
            times = quantity.unit == "倍"
            reported = None if times else reading.identity.year
            year = year_told(reading.text, clause_start, quantity.start, reported)
            key = (subject, name, quantity.value, quantity.unit, quantity.qualifier, year)
            evidence = reading.evidence(min(start, clause_start), clause_end)
            if key in seen:
                old = found[seen[key]]
                found[seen[key]] = old.model_copy(update={"mentions": (*old.mentions, evidence)})
                continue
            seen[key] = len(found)
            previous, unit_before = name, quantity.unit
            found.append(_metric(reading, evidence, subject, name, quantity, year))
            if quantity.unit == "%" and (others := alike(reading.text, sentence[0], quantity)):
                # 劳动合同签订率、社会保险参保率均为100%: each of them.
                found.extend(_metric(reading, evidence, subject, other, quantity, year) for other in others)
        for quantity, did in lasting(reading.text, *sentence):
            if told_otherwise.hold(quantity.number_start):
                continue
            evidence = reading.evidence(*clause_of(reading.text, sentence, quantity))
            found.append(_metric(reading, evidence, subjects.of(sentence, quantity, did), did, quantity))
    honoured = {(e.start, e.end) for award in awards for e in (award.evidence, *award.mentions)}
    named = {span.start: span for span in platforms.spans}
    for cell in tables.cells:
        if cell.row in honoured:
            continue
        start, end = cell.row
        subject, name = cell.subject, cell.name
        outlet = named.get(cell.label[0]) or named.get(cell.label[0] + 1) if cell.label else None
        if outlet and cell.label and subject is None and outlet.end < cell.label[1]:
            # “三江云”客户端|累计下载量（万次）
            subject = outlet.name
            name = bare(reading.text[outlet.end : cell.label[1]]).lstrip("”》的") or name
        found.append(
            Metric(
                id=fact_id(reading.report, "metric", cell.start, cell.end, f"{subject}|{name}"),
                evidence=reading.evidence(start, end),
                subject=subject,
                name=name,
                value=cell.value,
                unit=cell.unit,
                qualifier=cell.qualifier,
                text=reading.text[cell.start : cell.end],
                year=cell.year,
            )
        )
    yield from found


# 广告收入386万元，发行收入512万元，|合计|898万元
_TOGETHER = re.compile(
    r"(?:[两二三四几各]项|[两二三]者|一共|共)*(?:合计|共计|总计|加起来|合起来|合在一起)(?:[为是达]|达到|约)?"
)
_TOTAL = re.compile(r"总[数量](?:已经?|也|由此)?(?:到了?|达到?了?|为|有|增至|增加到|增长到|升至)?")
_NEW = re.compile("新[设建增开办添聘招]")
# 问：手机报订户过万了吗？
_ASKS = re.compile(r"(?:读者|网友|观众|听众|用户)?问[：:][^。]*[？?]|[^《]*(?:吗|没有)[？?]")


def _whole_of(parts: Sequence[tuple[str, str | None]], unit: str | None) -> str | None:
    """Return what figures of different names in one unit all count (收入 of 广告收入 and 发行收入); None where their names do not tell."""
    names = {name for name, own in parts if own == unit}
    if len(names) < 2:
        return None
    alike_behind = takewhile(
        lambda letters: len(set(letters)) == 1, zip(*(name[::-1] for name in names), strict=False)
    )
    shared = "".join(letters[0] for letters in alike_behind)[::-1]
    return shared if len(shared) > 1 else None


def _metric(
    reading: Reading,
    evidence: Evidence,
    subject: str | None,
    name: str,
    quantity: Quantity,
    year: int | None = None,
) -> Metric:
    return Metric(
        id=fact_id(reading.report, "metric", quantity.start, quantity.end, f"{subject}|{name}"),
        evidence=evidence,
        subject=subject,
        name=name,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        text=quantity.text,
        year=year,
    )


class _Spans:
    """Stretches of the text, overlapping or not, that are asked for offsets."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, offset: int) -> bool:
        last = bisect.bisect_right(self._starts, offset) - 1
        return last >= 0 and offset < self._ends[last]


def _award_counts(awards: list[Award]) -> list[tuple[int, int]]:
    """Where numbers are counts of awards: from the honour's clause, figures with 件, 项, 个 … are not metrics."""
    spans = []
    for award in awards:
        for evidence in (award.evidence, *award.mentions):
            spans.append((evidence.start, evidence.end))
    return spans


def _is_heading_number(reading: Reading, quantity: Quantity) -> bool:
    path = reading.section_indexes(quantity.start)
    return bool(path) and quantity.start < reading.outline.body_starts[path[-1]] - 1


_HELD = re.compile(
    r"(?:举办|举行|开展|承办|主办|协办|组织)(?:了|的)?[^，。；《“]{0,6}(?P<what>“[^“”]{2,12}”(?!活动)[一-龥]{2,8}?)(?:共|近|超|约)*$"
)
_HELD_AGAINST = re.compile("(?:略|远|明显)?(?:[高低多少大小快慢]于|超过|不及|不如|好于)")
_SORT_LEAD = re.compile(r"^(?:栏目|专栏|节目|专版|副刊)(?=[一-龥]{2})(?![组部数])")
_ISSUES = frozenset("期 集 讲 场 季 档".split())
"""Units that tell themselves what is counted, where it is not what was counted in the same unit before."""
_THEN_TOLD = re.compile(
    r"(?P<mark>大关|关口|门槛|台阶)?[，,](?:达到?|实现|为|是|至|升至|增至|增长[到至]|收于)(?=[\d近约超])"
)
_AFTER_MARK = frozenset("大关门台，,")


def _then_told(text: str, quantity: Quantity, stop: int) -> bool:
    """Tell whether a figure is a mark that was passed and the next one is what was reached: 首次突破600万元大关，为|612万元."""
    told = _THEN_TOLD.match(text, quantity.end, stop)
    if told is None or not (quantity.qualifier == "over" or told["mark"]):
        return False
    reached = next(quantities(text, told.end(), stop), None)
    return (
        reached is not None
        and reached.start == told.end()
        and reached.value >= quantity.value
        and (reached.unit == quantity.unit or None in (reached.unit, quantity.unit))
    )
