"""Headings of both templates, and what closing headings announce."""

from __future__ import annotations

import pytest

from ingest.duties import bare_title, chapter_duty, closing_kinds, duties_named, is_plain_chapter_title
from ingest.report import Duty

DUTIES = [
    # the present template
    ("前言", "preface"),
    ("政治责任", "political"),
    ("阵地建设责任", "positions"),
    ("服务责任", "service"),
    ("人文关怀责任", "humanistic"),
    ("文化责任", "culture"),
    ("安全责任", "safety"),
    ("道德责任", "ethics"),
    ("保障权益责任", "rights"),
    ("合法经营责任", "lawful"),
    ("后记", "afterword"),
    # the older one
    ("正确引导责任", "political"),
    ("舆论引导责任", "political"),
    ("坚持正确导向", "political"),
    ("提供服务责任", "service"),
    ("社会服务责任", "service"),
    ("服务社会", "service"),
    ("人文关怀", "humanistic"),
    ("繁荣发展文化责任", "culture"),
    ("传承优秀文化", "culture"),
    ("安全刊播责任", "safety"),
    ("安全播出责任", "safety"),
    ("遵守职业规范责任", "ethics"),
    ("恪守职业道德", "ethics"),
    ("保障新闻从业人员权益责任", "rights"),
    ("保障员工合法权益", "rights"),
    ("维护从业人员合法权益", "rights"),
    ("职工权益责任", "rights"),
    ("合法诚信经营", "lawful"),
    ("依法经营责任", "lawful"),
    ("规范经营", "lawful"),
    ("媒体概况", "preface"),
    ("单位简介", "preface"),
    ("报告说明", "preface"),
    ("获奖情况", "preface"),
    ("社会责任理念", "preface"),
    ("结语", "afterword"),
    ("结束语", "afterword"),
    ("存在的不足", "afterword"),
    ("存在的主要问题", "afterword"),
    ("今后努力方向", "afterword"),
    ("不足与改进", "afterword"),
    ("上年度问题整改情况", "afterword"),
    ("下一步工作打算", "afterword"),
    # with a motto, white space, closing marks
    ("政治责任：铸魂育人", "political"),
    ("政 治 责 任", "political"),
    ("履行政治责任", "political"),
    ("服务责任：", "service"),
    ("文化责任篇", "culture"),
    # no chapters
    ("把好导向关", None),
    ("截图", None),
    ("", None),
    ("记者在田间地头采访", None),
    ("中心始终把政治责任放在首位，坚持党管媒体，坚持正确方向，履行好各项职责使命，做好工作", None),
]
KINDS: list[tuple[str, tuple[str, ...]]] = [
    ("回应", ("response",)),
    ("对上年度不足的回应", ("response",)),
    ("上年度问题整改情况", ("response",)),
    ("2020年不足改进情况", ("response",)),
    ("上一年度承诺兑现情况", ("response",)),
    ("不足", ("shortcoming",)),
    ("存在的不足", ("shortcoming",)),
    ("存在的主要问题", ("shortcoming",)),
    ("差距与短板", ("shortcoming",)),
    ("改进", ("commitment",)),
    ("改进措施", ("commitment",)),
    ("今后努力方向", ("commitment",)),
    ("下一步打算", ("commitment",)),
    ("未来展望", ("commitment",)),
    ("整改措施", ("commitment",)),
    ("工作设想", ("commitment",)),
    ("2021年工作设想", ("commitment",)),
    ("2024年工作部署", ("commitment",)),
    ("下一阶段工作", ("commitment",)),
    ("新年愿望", ("commitment",)),
    ("2025，我们这么干", ("commitment",)),
    ("去年的刺", ("response",)),
    ("改进回眸", ("response",)),
    ("整改台账", ("response",)),
    ("自我剖析", ("shortcoming",)),
    ("面临的困难和问题", ("shortcoming",)),
    ("需要努力的地方", ("shortcoming",)),
    ("不足与改进", ("shortcoming", "commitment")),
    ("存在的不足和今后努力方向", ("shortcoming", "commitment")),
    ("存在问题及下一步打算", ("shortcoming", "commitment")),
    ("上年度问题改进及今后努力方向", ("response", "commitment")),
    ("过去的反思改了没有", ("response",)),
    ("反思与展望", ("shortcoming", "commitment")),
    ("尾声：写给明年的自己", ()),
    ("后记：不足与改进", ("shortcoming", "commitment")),
    ("后记", ()),
    ("结语", ()),
    ("政治责任", ()),
]
PLAIN = [
    ("政治责任", True),
    ("履行政治责任", True),
    ("前言", True),
    ("存在的不足", True),
    ("存在的不足与改进", True),
    ("今后努力方向", True),
    ("安全刊播责任", True),
    ("媒体概况", True),
    ("尾声：写给明年的自己", True),
    ("卷首：我们是谁", True),
    ("把好导向关", False),
    ("中心承担政治责任", False),
    ("政治责任落实到位", False),
]


@pytest.mark.parametrize(("title", "duty"), DUTIES)
def test_duties(title: str, duty: str | None) -> None:
    found = chapter_duty(title)
    assert (None if found is None else str(found)) == duty


@pytest.mark.parametrize(("title", "kinds"), KINDS)
def test_what_a_closing_heading_announces(title: str, kinds: tuple[str, ...]) -> None:
    assert closing_kinds(title) == kinds


@pytest.mark.parametrize(("title", "plain"), PLAIN)
def test_titles_that_are_chapters_without_a_number(title: str, plain: bool) -> None:
    assert is_plain_chapter_title(title) is plain


def test_bare_titles_have_no_space_and_no_closing_mark() -> None:
    assert bare_title(" 政 治　责任：") == "政治责任"


@pytest.mark.parametrize(
    ("title", "duties"),
    [
        ("安全刊播与职业规范", {Duty.SAFETY, Duty.ETHICS}),
        ("从业人员权益与合法经营", {Duty.RIGHTS, Duty.LAWFUL}),
        ("政治责任", {Duty.POLITICAL}),
    ],
)
def test_a_heading_may_name_two_duties(title: str, duties: set[Duty]) -> None:
    assert duties_named(title) == duties
