"""Counting of whole reports, with a small report made by hand."""

from typing import Any

from benchmarks.gold import Record
from benchmarks.understanding import Understanding, add, as_json
from ingest.report import Duty, Evidence, Report, Section, Shortcoming, Work

TEXT = (
    "澜溪台社会责任报告\n（2021年度）\n一、政治责任\n短视频《茶\n山》上线。\n二、后记\n创新不足。人才缺乏。"
)


def evidence(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(media="澜溪台", year=2021, report="r", quote=quote, start=start, end=start + len(quote))


def gold(**changes: Any) -> Record:
    record: Record = {
        "file": "reports/lanxi/2021.txt",
        "media": "澜溪台",
        "report_year": 2021,
        "title": "澜溪台社会责任报告（2021年度）",
        "sections": [
            {"number": "一、", "title": "政治责任", "level": 1, "duty": "political"},
            {"number": "二、", "title": "后记", "level": 1, "duty": "afterword"},
        ],
        "facts": [
            {"type": "work", "quote": "短视频《茶山》上线", "title": "茶山", "genre": "短视频"},
            {"type": "shortcoming", "quote": "创新不足", "text": "创新不足", "ordinal": 1},
            {"type": "shortcoming", "quote": "人才缺乏", "text": "人才缺乏", "ordinal": 2},
        ],
    }
    return record | changes


def report(**changes: Any) -> Report:
    fields: dict[str, Any] = {
        "id": "r",
        "media": "澜溪台",
        "report_year": 2021,
        "title": "澜溪台社会责任报告\n（2021年度）",
        "text": TEXT,
        "sections": (
            Section(number="一、", title="政治责任", level=1, duty=Duty.POLITICAL, start=19, end=35),
            Section(number="二、", title="后记", level=1, duty=Duty.AFTERWORD, start=35, end=len(TEXT)),
        ),
        "facts": (
            Work(id="1", evidence=evidence("《茶\n山》"), title="茶山", genre=None),
            Shortcoming(id="2", evidence=evidence("创新不足"), text="创新不足", ordinal=1),
            Shortcoming(id="3", evidence=evidence("政治责任"), text="政治责任", ordinal=2),
        ),
    }
    return Report(**(fields | changes))


def counted(gold: Record, report: Report) -> Understanding:
    result = Understanding()
    add(result, gold, report)
    return result


def test_counts_of_one_report() -> None:
    result = counted(gold(), report())
    figures = as_json(result)
    assert figures["facts"]["work"]["f1"] == 1.0
    assert figures["facts"]["work"]["by other rules"]["with genre"]["matched"] == 0
    shortcoming = figures["facts"]["shortcoming"]
    assert (shortcoming["gold"], shortcoming["found"], shortcoming["matched"]) == (2, 2, 1)
    assert figures["headings"]["title+duty+level"]["f1"] == 1.0
    assert [figures["identity"][key]["rate"] for key in ("media", "year", "title")] == [1.0, 1.0, 1.0]
    assert figures["unlocated quotes"] == 0


def test_errors_name_every_fault() -> None:
    faults = [(error.kind, error.fault, error.sentence) for error in counted(gold(), report()).errors]
    assert faults == [
        ("work", "differing", "短视频《茶 山》上线。"),
        ("shortcoming", "missed", "人才缺乏。"),
        ("shortcoming", "false", "一、政治责任"),
    ]


def test_headings_and_identity_can_be_wrong() -> None:
    moved = report().sections[0].model_copy(update={"level": 2})
    other = report().sections[1].model_copy(update={"duty": None})
    result = counted(gold(), report(sections=(moved, other), media="澜溪", report_year=2020, title=None))
    matched = {label: count.matched for label, count in result.headings.items()}
    assert matched == {"title": 2, "title+duty": 1, "title+duty+level": 0}
    assert {share.right for share in result.identity.values()} == {0}
    assert [error.fault for error in result.errors if error.kind == "heading"] == ["missed", "false"]


def test_a_quote_that_the_reader_lost_is_counted() -> None:
    facts = [{"type": "shortcoming", "quote": "经费不足", "text": "经费不足", "ordinal": 1}]
    result = counted(gold(facts=facts), report())
    assert result.unlocated == 1
    assert result.facts["shortcoming"].matched == 0


def test_further_mentions_count_as_places() -> None:
    facts = [{"type": "shortcoming", "quote": "人才缺乏", "text": "人才缺乏", "ordinal": 1}]
    said = Shortcoming(
        id="2", evidence=evidence("创新不足"), mentions=(evidence("人才缺乏"),), text="创新不足", ordinal=1
    )
    assert counted(gold(facts=facts), report(facts=(said,))).facts["shortcoming"].f1 == 1.0


def test_types_that_are_not_annotated_are_not_counted() -> None:
    figures = as_json(counted(gold(types=["shortcoming"]), report()))["facts"]
    assert figures["shortcoming"]["gold"] == 2
    assert figures["work"]["gold"] == figures["work"]["found"] == 0
