"""Reports made by hand for the tests: a text written down once, and facts found in it by their quotes."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
from pydantic import TypeAdapter
from rdflib import Graph

from ingest.report import Duty, Evidence, Fact, Report, Section, fact_id, report_id
from kg.store import n_quads

_FACT: TypeAdapter[Fact] = TypeAdapter(Fact)


class Writer:
    """Collects the facts of one text."""

    def __init__(self, media: str, year: int, text: str, title: str | None = None) -> None:
        self.media, self.year, self.text = media, year, text
        self.title = title
        self.id = report_id(text.encode())
        self.sections: list[Section] = []
        self.facts: list[Fact] = []

    def section(self, title: str, duty: Duty | None, level: int = 1, number: str | None = None) -> Writer:
        heading = f"{number or ''}{title}\n"
        start = self.text.index(heading)
        # It ends where the next heading of its level or above starts; `report` mends the ends.
        self.sections.append(
            Section(number=number, title=title, level=level, duty=duty, start=start, end=len(self.text))
        )
        return self

    def evidence(self, quote: str, nth: int = 0, page: int | None = None) -> Evidence:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(quote, start + 1)
        path: list[Section] = []
        for section in self._ended():
            if section.start <= start < section.end:
                path.append(section)
        return Evidence(
            media=self.media,
            year=self.year,
            report=self.id,
            section=tuple(section.title for section in path),
            quote=quote,
            start=start,
            end=start + len(quote),
            page=page,
        )

    def fact(
        self, kind: str, quote: str, /, *more: Evidence, page: int | None = None, **fields: Any
    ) -> Writer:
        evidence = self.evidence(quote, page=page)
        key = repr(sorted(fields.items()))
        found = {
            "id": fact_id(self.id, kind, evidence.start, evidence.end, key),
            "type": kind,
            "evidence": evidence,
            "mentions": more,
            **fields,
        }
        self.facts.append(_FACT.validate_python(found))
        return self

    def _ended(self) -> list[Section]:
        ended = []
        for index, section in enumerate(self.sections):
            later = (s.start for s in self.sections[index + 1 :] if s.level <= section.level)
            ended.append(section.model_copy(update={"end": next(later, len(self.text))}))
        return ended

    def report(self) -> Report:
        return Report(
            id=self.id,
            media=self.media,
            report_year=self.year,
            title=self.title,
            text=self.text,
            sections=tuple(self._ended()),
            facts=tuple(self.facts),
        )


MEDIA = "临江市融媒体中心"


def linjiang(year: int, followers: int = 50_0000, staff: int | None = 120) -> Report:
    """One year of an invented city media; its figures are arguments so that years differ."""
    text = (
        f"{MEDIA}社会责任报告（{year}年度）\n"
        "一、前言\n（一）媒体概况\n"
        f"中心有员工{staff}人，拥有“掌上临江”客户端和临江日报微信公众号。\n"
        f"临江日报微信公众号粉丝超{followers}人，全年增长38.5%，指数达92.5。\n"
        "（二）获奖情况\n"
        f"系列短视频《江岸十二时辰》《渡口》分获第三十届江州新闻奖一等奖；全年获{year}年度县级融媒奖13件。\n"
        "掌上临江获评影响力客户端。\n"
        "二、服务责任\n"
        f"《掌上临江》开设《民声直通》专栏，{year}年6月12日“掌上临江”APP改版上线。\n"
        "短视频《江岸12时辰》点击量近300万次。\n"
        "三、后记\n"
        "针对上年度的不足，中心补充了编辑力量。一是原创作品不多；二是对外传播偏弱。今后将办好专栏。\n"
    )
    w = Writer(MEDIA, year, text, f"{MEDIA}社会责任报告（{year}年度）")
    w.section("前言", Duty.PREFACE, number="一、").section("媒体概况", None, 2, "（一）")
    w.section("获奖情况", Duty.PREFACE, 2, "（二）").section("服务责任", Duty.SERVICE, number="二、")
    w.section("后记", Duty.AFTERWORD, number="三、")
    if staff is not None:
        w.fact(
            "metric", f"员工{staff}人", subject=None, name="员工", value=staff, unit="人", text=f"{staff}人"
        )
    w.fact(
        "metric",
        f"临江日报微信公众号粉丝超{followers}人",
        page=2,
        subject="临江日报微信公众号",
        name="粉丝",
        value=followers,
        unit="人",
        qualifier="over",
        text=f"超{followers}人",
    )
    w.fact("metric", "全年增长38.5%", subject=MEDIA, name="增长", value=38.5, unit="%", text="38.5%")
    w.fact("metric", "指数达92.5", subject="传播部", name="传播指数", value=92.5, unit=None, text="92.5")
    app = "“掌上临江”客户端"
    w.fact(
        "platform", app, w.evidence("“掌上临江”APP"), w.evidence("《掌上临江》"), name="掌上临江", kind="app"
    )
    w.fact("platform", "临江日报微信公众号", name="临江日报微信公众号", kind="wechat")
    w.fact(
        "award",
        "《江岸十二时辰》《渡口》分获第三十届江州新闻奖一等奖",
        award="江州新闻奖",
        edition=30,
        level="一等奖",
        works=("渡口", "江岸十二时辰"),
        count=2,
    )
    w.fact("award", f"{year}年度县级融媒奖13件", award="县级融媒奖", year=year, count=13)
    w.fact("award", "掌上临江获评影响力客户端", award="影响力客户端", recipient="掌上临江")
    w.fact("work", "短视频《江岸12时辰》", title="江岸12时辰", genre="短视频")
    w.fact("column", "《掌上临江》开设《民声直通》专栏", title="民声直通", platform="掌上临江")
    w.fact("event", f"{year}年6月12日“掌上临江”APP改版上线", name="掌上临江APP改版上线", date=f"{year}-06-12")
    w.fact(
        "metric",
        "短视频《江岸12时辰》点击量近300万次",
        subject="《江岸12时辰》",
        name="点击量",
        value=3_000_000,
        unit="次",
        qualifier="nearly",
        text="近300万次",
    )
    w.fact("response", "中心补充了编辑力量", text="中心补充了编辑力量", ordinal=1)
    w.fact("shortcoming", "原创作品不多", text="原创作品不多", ordinal=1)
    w.fact("shortcoming", "对外传播偏弱", text="对外传播偏弱", ordinal=2)
    w.fact("commitment", "今后将办好专栏", text="今后将办好专栏", ordinal=1)
    return w.report()


def large(facts: int, media: str = "大河日报社", year: int = 2023) -> Report:
    """A report with this many facts of mixed types, each at a place of its own (for timing)."""
    kinds = ("metric", "award", "work", "column", "event")
    lines = [f"第{i}处写着作品甲{i}号与数目{i}件。" for i in range(facts)]
    w = Writer(media, year, f"{media}{year}\n一、前言\n" + "\n".join(lines))
    w.section("前言", Duty.PREFACE, number="一、")
    for i, line in enumerate(lines):
        fields: dict[str, Any] = {
            "metric": {
                "subject": f"部门{i % 7}",
                "name": f"数目{i % 9}",
                "value": i,
                "unit": "件",
                "text": f"{i}件",
            },
            "award": {"award": f"奖{i % 5}", "level": "一等奖", "works": (f"作品甲{i}号",)},
            "work": {"title": f"作品甲{i}号", "genre": "短视频"},
            "column": {"title": f"作品甲{i}号", "platform": "日报客户端"},
            "event": {"name": f"事{i}", "date": str(year)},
        }[kinds[i % 5]]
        w.fact(kinds[i % 5], line, **fields)
    return w.report()


def quads(graph: Graph) -> set[ox.Quad]:
    """A graph's quads as RDF has them: rdflib tells "x" from "x"^^xsd:string, which are one literal."""
    return set(ox.parse(n_quads(graph), format=ox.RdfFormat.N_QUADS))
