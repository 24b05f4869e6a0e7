"""One honour as a sentence or table states it, and how several statements of one honour become one fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.extract.awards.forms import only_categories
from ingest.extract.awards.words import REAL_PRIZE, TOTAL_ONLY
from ingest.reading import Reading
from ingest.report import Award, fact_id
from ingest.titles import title_key


@dataclass
class Honour:
    """One honour while it is being put together. Offsets are code points of its clause."""

    start: int
    end: int
    award: str
    edition: int | None = None
    year: int | None = None
    level: str | None = None
    works: list[str] = field(default_factory=list)
    count: int | None = None
    recipient: str | None = None
    certain: bool = False
    """The verb can only mean an honour."""


def merged(reading: Reading, statements: list[Honour]) -> Iterator[Award]:
    """Yield each honour once, in the order of the text; its further tellings become mentions."""
    groups: list[list[Honour]] = []
    for statement in sorted(statements, key=lambda s: (s.start, s.end)):
        same = next((group for group in groups if _same(group[0], statement)), None)
        if same is None:
            groups.append([statement])
        else:
            same.append(statement)
    for group in groups:
        best = max(
            group, key=lambda s: (s.edition is not None) + (s.level is not None) + (s.year is not None)
        )
        first = group[0]
        first.works = _all_works(group)
        key = f"{best.award}|{best.edition}|{best.level}|{first.works}|{first.count}|{first.recipient}"
        yield Award(
            id=fact_id(reading.report, "award", first.start, first.end, key),
            evidence=reading.evidence(first.start, first.end),
            mentions=tuple(
                reading.evidence(s.start, s.end)
                for s in group[1:]
                if (s.start, s.end) != (first.start, first.end)
            ),
            award=best.award,
            edition=best.edition,
            level=best.level,
            year=best.year or next((s.year for s in group if s.year), None),
            works=tuple(first.works),
            count=first.count if first.count is not None else max(1, len(first.works)),
            recipient=first.recipient,
        )


def _all_works(group: list[Honour]) -> list[str]:
    """Return the works of one honour told several times: 一等奖2件, and a table with a row for each of the two."""
    told: dict[str, str] = {}
    for honour in group:
        for work in honour.works:
            told.setdefault(title_key(work), work)
    return (
        list(told.values())
        if len(told) <= (group[0].count or 0)
        else max((honour.works for honour in group), key=len)
    )


def _names_the_counted(counted: Honour, named: Honour) -> bool:
    """一等奖2件，…《A》和《B》摘得一等奖: the count and the titles are one fact."""
    return (
        not counted.works
        and bool(named.works)
        and (counted.count or 1) >= len(named.works)
        and counted.level is not None
        and (counted.level, counted.award, counted.edition) == (named.level, named.award, named.edition)
    )


def _names_the_rest(several: Honour, all_named: Honour) -> bool:
    """《A》等2件作品获一等奖, then a list of both: one fact."""
    return (
        bool(several.works)
        and set(several.works) < set(all_named.works)
        and several.count == len(all_named.works)
        and (several.level, several.award, several.edition)
        == (all_named.level, all_named.award, all_named.edition)
    )


def _same(a: Honour, b: Honour) -> bool:
    """One award told twice: same works (or same winner), names that contain one another, nothing contradicting."""
    if _names_the_counted(a, b) or _names_the_rest(a, b):
        return True
    if a.level and b.level and a.level != b.level and not (a.level in b.level or b.level in a.level):
        return False
    if a.edition and b.edition and a.edition != b.edition:
        return False
    works_a, works_b = {title_key(w) for w in a.works}, {title_key(w) for w in b.works}
    if works_a != works_b:
        return False
    if not works_a and (
        (a.recipient and b.recipient and a.recipient != b.recipient) or (a.count or 1) != (b.count or 1)
    ):
        return False
    x, y = title_key(a.award), title_key(b.award)
    if x in y or y in x:
        return bool(works_a or a.recipient or (a.level == b.level and x == y))
    # 全国“人文社科之光”短视频大赛 and 第二届“人文社科之光”社科普及短视频大赛.
    core_a, core_b = re.search(r"“(.+?)”", a.award), re.search(r"“(.+?)”", b.award)
    return bool(works_a and core_a and core_b and core_a[1] == core_b[1])


_CARRIED_BY = re.compile(
    r"(?:(?:中央|全国)[^，。]{0,6})?(?:学习强国|人民日报|新华社|央视|抖音|快手|微博|头条)(?:[一-龥]{0,6}?(?:平台|客户端|首[页屏]|热搜|热榜|频道))?"
)


def plausible(honour: Honour) -> bool:
    """A prize by name, a level or edition, or a verb that can only mean an honour; no total over several prizes."""
    if not 2 <= len(honour.award) <= 60 or TOTAL_ONLY.match(honour.award):
        return False
    if honour.award.endswith("类") and only_categories(honour.award):
        # 融合报道类一等奖: a category, of a prize that is named nowhere near.
        return False
    if re.fullmatch(r"(?:(?:全国|全省|全市|省|市|县|区)[、和及]?)+|.{0,6}最高奖", honour.award):
        # 获全国、省、市优秀奖作品23件; 所获最高奖项
        return False
    if re.fullmatch(
        r"[省市县州国]里的?|(?:[一-龥]{0,14}[部委办局会厅府])?(?:嘉奖|(?:通报)?表[扬彰]|奖励)", honour.award
    ):
        # 拿下省里的一等奖; 获县委宣传部嘉奖: no prize by name.
        return False
    if re.match(r"[金银铜]牌(?!栏|节|主|编|记)", honour.award) or "地理标志" in honour.award:
        # 代表团夺得金牌46枚, 苹果获评国家地理标志产品: what others won.
        return False
    if re.search(r"\d\s?[个家]?[一-龥]*之一$", honour.award):
        # 全国57个试点之一
        return False
    if re.search(r"(?:收[听视]|发行|排名|市场|影响力|传播力)[一-龥]{0,3}第[一二三四五\d]位?$", honour.award):
        # 连续7年蝉联同时段收听第一: a rank among listeners
        return False
    if re.search(r"\d万?元|资金|职称$|资格$|许可证?$|专利|著作权|认证$", honour.award):
        # 获扶持资金20万元, 获评正高级职称
        return False
    if honour.level in {None, "推荐"} and _CARRIED_BY.fullmatch(honour.award):
        # 入选学习强国平台, 登上人民日报客户端: where a piece was carried.
        return False
    if re.fullmatch(r"优秀|优等|良好|合格|达标|[一二三]等|A+级?", honour.award):
        # 考核获评“优秀”: a mark, of a judging that is named nowhere near.
        return False
    if re.match(r"[是为、]|[一-龥]{0,4}《[^》]*》(?:获|被)?$", honour.award) or "被评为" in honour.award:
        # 是《A》《B》, 《B》被评为: cut out of the middle of a sentence.
        return False
    if re.fullmatch(
        r"(?:部分|主要)?[^“《]{0,8}?(?:荣誉|获奖|奖项|认可|表彰|奖励)(?:情况|名单|成果|清单)?(?:见下表|如下)?",
        honour.award,
    ):
        # 三、获得荣誉情况: a heading.
        return False
    if re.search(r"\d{4}年?度?(?:主要|部分)?(?:获奖|荣誉)$", honour.award):
        # 表1 中心2020年主要获奖作品: a caption.
        return False
    if re.match(r"(?:以下|如下|主要|所获|这是|这也是|多项|各项|若干|上述|下列|同类)", honour.award):
        return False
    return bool(REAL_PRIZE.search(honour.award) or honour.level or honour.edition or honour.certain)
