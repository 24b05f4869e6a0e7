"""Each rule of matching, with a case that it takes and cases that it must not take."""

from typing import Any

import pytest

from benchmarks.matching import OTHER_RULES, RULES, Said, match


def said(kind: str, /, *places: tuple[int, int], **fields: Any) -> Said:
    return Said(kind, fields, places or ((0, 10),), "澜溪县融媒体中心")


def award(**changes: Any) -> Said:
    fields: dict[str, Any] = {
        "award": "东岭新闻奖",
        "edition": 34,
        "level": "二等奖",
        "year": None,
        "works": ["茶山七年"],
        "count": 1,
        "recipient": None,
    }
    return said("award", **(fields | changes))


def metric(*places: tuple[int, int], **changes: Any) -> Said:
    fields: dict[str, Any] = {
        "subject": None,
        "name": "订阅用户",
        "value": 16023000,
        "unit": "人",
        "qualifier": "over",
        "text": "超1602.3万人",
    }
    return said("metric", *(places or ((20, 30),)), **(fields | changes))


def test_an_award_may_be_written_otherwise() -> None:
    assert RULES["award"](award(), award())
    assert RULES["award"](award(award="东岭 新闻奖"), award(award="“东岭新闻奖”"))
    assert RULES["award"](award(award="广东东岭新闻奖"), award())
    assert RULES["award"](award(works=["《甲》", "乙 丙"]), award(works=["乙丙", "甲"]))
    assert RULES["award"](award(level=None), award(level=None))


@pytest.mark.parametrize(
    "changes",
    [
        {"award": "清湖新闻奖"},
        {"award": ""},
        {"edition": 33},
        {"edition": None},
        {"level": "一等奖"},
        {"level": None},
        {"count": 2},
        {"works": []},
        {"works": ["茶山七年", "奶奶的账本"]},
    ],
)
def test_another_award_is_another(changes: dict[str, Any]) -> None:
    assert not RULES["award"](award(), award(**changes))


def test_other_rules_of_awards() -> None:
    loose, strict = OTHER_RULES["award"]["award+edition"], OTHER_RULES["award"]["with year+recipient"]
    assert loose(award(), award(level=None, works=[], count=7))
    assert not loose(award(), award(edition=1))
    assert strict(award(recipient="林小满"), award(recipient="主持人林小满"))
    assert not strict(award(recipient="林小满"), award())
    assert not strict(award(), award(year=2023))


@pytest.mark.parametrize("kind", ["work", "column"])
def test_titles_are_compared_plain(kind: str) -> None:
    other = {"genre": None} if kind == "work" else {"platform": None}
    one = said(kind, title='数字乡村切莫"数字空转"', **other)
    assert RULES[kind](one, said(kind, (90, 95), title="《数字乡村 切莫“数字空转”》", **other))
    assert not RULES[kind](one, said(kind, title="数字乡村", **other))


def test_details_of_titles() -> None:
    genre, platform = OTHER_RULES["work"]["with genre"], OTHER_RULES["column"]["with platform"]
    assert genre(said("work", title="甲", genre="消息"), said("work", title="甲", genre="消息"))
    assert not genre(said("work", title="甲", genre="消息"), said("work", title="甲", genre=None))
    paper = said("column", title="甲", platform="今日澜溪")
    assert platform(paper, said("column", title="甲", platform="《今日澜溪》报"))
    assert not platform(paper, said("column", title="甲", platform=None))


def test_a_platform_is_name_and_kind() -> None:
    app = said("platform", name="“澜溪云”客户端", kind="app")
    assert RULES["platform"](app, said("platform", name="澜溪云客户端", kind="app"))
    assert not RULES["platform"](app, said("platform", name="澜溪云客户端", kind="website"))
    assert not RULES["platform"](app, said("platform", name="澜溪云", kind="app"))
    assert OTHER_RULES["platform"]["name"](app, said("platform", name="澜溪云客户端", kind="website"))


def test_a_metric_is_value_unit_hedge_and_place() -> None:
    assert RULES["metric"](metric(), metric((29, 60), name="粉丝"))
    assert RULES["metric"](metric(), metric((100, 110), (25, 26)))
    for changed in (
        metric(value=16023001),
        metric(unit="次"),
        metric(unit=None),
        metric(qualifier="exact"),
        metric((30, 40)),
    ):
        assert not RULES["metric"](metric(), changed)
    assert OTHER_RULES["metric"]["value"](metric(), metric(unit=None, qualifier="exact"))


@pytest.mark.parametrize(
    ("name", "subject", "agrees"),
    [
        ("用户", None, True),
        ("手机订阅用户数", None, True),
        ("注册用户量", None, True),
        ("粉丝", None, False),
        ("订阅用户", "澜溪县融媒体中心", True),
        ("订阅用户", "中心", True),
        ("订阅用户", "澜溪云客户端", False),
    ],
)
def test_what_a_metric_counts(name: str, subject: str | None, agrees: bool) -> None:
    assert OTHER_RULES["metric"]["with name+subject"](metric(), metric(name=name, subject=subject)) is agrees


@pytest.mark.parametrize(
    ("subject", "agrees"),
    [("澜溪发布公众号", True), ("“澜溪发布”微信公众号", True), ("澜溪公安微信公众号", False), (None, False)],
)
def test_whom_a_metric_is_about(subject: str | None, agrees: bool) -> None:
    rule = OTHER_RULES["metric"]["with name+subject"]
    assert rule(metric(subject="澜溪发布微信公众号"), metric(subject=subject)) is agrees


def test_an_event_is_date_and_place() -> None:
    opening = said("event", (5, 20), name="开播", date="2024-03-29")
    assert RULES["event"](opening, said("event", (19, 40), name="栏目开播", date="2024-03-29"))
    assert not RULES["event"](opening, said("event", (20, 40), name="开播", date="2024-03-29"))
    assert not RULES["event"](opening, said("event", (5, 20), name="开播", date="2024-03"))
    assert OTHER_RULES["event"]["place"](opening, said("event", (5, 20), name="开播", date=None))


@pytest.mark.parametrize("kind", ["response", "shortcoming", "commitment"])
def test_a_statement_is_four_fifths_of_its_characters(kind: str) -> None:
    statement = said(kind, (0, 100))
    assert RULES[kind](statement, said(kind, (0, 80)))
    assert RULES[kind](statement, said(kind, (300, 400), (0, 125)))
    assert not RULES[kind](statement, said(kind, (0, 79)))
    assert not RULES[kind](statement, said(kind, (0, 126)))
    assert not RULES[kind](statement, said(kind, (30, 130)))
    assert OTHER_RULES[kind]["overlap 0.4"](statement, said(kind, (30, 130)))


def test_matching_is_one_to_one() -> None:
    assert match([1, 1, 2], [1, 3], lambda one, other: one == other) == [(0, 0)]
    assert match([], [1], lambda one, other: True) == []


@pytest.mark.parametrize("turned", [False, True])
def test_matching_is_largest_in_any_order(turned: bool) -> None:
    # 甲 goes with both, 乙 only with the first: taking the first for 甲 would leave 乙 alone.
    ones, others = ["甲", "乙"], [0, 1]
    if turned:
        ones, others = ones[::-1], others[::-1]
    pairs = match(ones, others, lambda one, other: one == "甲" or other == 0)
    assert {(ones[i], others[j]) for i, j in pairs} == {("甲", 1), ("乙", 0)}
