"""The main headings of a report, in every way they are numbered, with the sub-headings below them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from ingest.lines import lines_of, ordinal
from ingest.outline import outline
from ingest.readers.base import Block, Document
from tests.ingest.writing import document

TITLES = "前言 政治责任 阵地建设责任 服务责任 人文关怀责任 文化责任 安全责任 道德责任 保障权益责任 合法经营责任 后记".split()
DUTIES = (
    "preface political positions service humanistic culture safety ethics rights lawful afterword".split()
)
MOTTOS = [
    "写在前面的话",
    "举旗定向 唱响主旋律",
    "融合创新 打造新平台",
    "服务大众 搭建连心桥",
    "关注民生 传递正能量",
    "传承文脉 涵养文化自信",
    "筑牢防线 守护播出安全",
    "恪守准则 培育职业操守",
    "关爱员工 共建和谐家园",
    "依法经营 坚守法治底线",
    "直面不足 笃行不怠",
]
CN = "一 二 三 四 五 六 七 八 九 十 十一".split()
BIG = "壹 贰 叁 肆 伍 陆 柒 捌 玖 拾 拾壹".split()
ROMAN = "I II III IV V VI VII VIII IX X XI".split()
ENGLISH = "Preface Politics Media Service Care Culture Safety Ethics Rights Law Afterword".split()
TEXT = "全年围绕中心工作，扎实做好各项宣传报道，受到群众好评，取得良好效果。"
# {n} 1, {nn} 01, {cn} 一, {big} 壹, {rom} I, {t} 政治责任, {s} a motto, {en} its English
FORMS = [
    "{cn}、{t}", "{cn}. {t}", "{cn}  {t}", "{cn}｜{t}", "（{cn}）{t}", "({cn}){t}", "{n}.{t}", "{n}、{t}", "{n}. {t}篇", "{n}) {t}", "（{n}）{t}",
    "{nn}{t}", "{nn}.{t}", "{nn} | {t}", "{nn}/{t}", "第{cn}篇 {t}", "第{n}章 {t}", "篇章{cn} {t}", "责任{cn}：{t}", "Part {n} {t}", "{big}、{t}",
    "{big} {t}", "{rom}、{t}", "【{cn}】{t}", "【{t}】", "{cn}、【{t}】", "●{t}", "★{t}★", "——{t}——", "§{n} {t}", "“{t}”", "{t}", "{t} {en}", "{cn}、{t}（{en}）",
    "{t}：{s}", "{cn}、{t}：{s}", "{cn}、{s}——{t}", "{s} {t}", "{cn}、{s}", "一、{t}",
]  # fmt: skip
SUBS: list[Sequence[str]] = [
    (),
    ("（一）抓好重点工作", "（二）创新方式方法"),
    ("1.抓好重点工作", "2.创新方式方法"),
]


def titles(form: str) -> list[str]:
    return [
        form.format(n=i + 1, nn=f"{i + 1:02}", cn=CN[i], big=BIG[i], rom=ROMAN[i], t=TITLES[i], s=MOTTOS[i], en=ENGLISH[i])
        for i in range(11)
    ]  # fmt: skip


def duties(found: Document) -> list[str]:
    return [str(section.duty) for section in outline(found).sections if section.level == 1]


@pytest.mark.parametrize(("form", "subs"), list(itertools.product(FORMS, SUBS)))
def test_chapters_are_known_by_their_titles_however_they_are_numbered(form: str, subs: Sequence[str]) -> None:
    lines: list[str] = []
    for title in titles(form):
        lines.append(title)
        lines.extend(part for sub in subs for part in (sub, TEXT))
        lines.append(TEXT)
    assert duties(document(lines)) == DUTIES


def formatted(heads: list[str], below: Sequence[str], level: int | None) -> Document:
    """A document whose titles, and the sub-headings below each, are bold or format headings."""
    blocks, lines, position = [], [], 0
    for number, head in enumerate(heads):
        parts = [(head, 0), *((f"{sub}{CN[number]}", 1) for sub in below)]
        for line, depth in parts:
            kind, deep = ("heading", level + depth) if level else ("text", None)
            end = position + len(line)
            blocks.append(Block(start=position, end=end, kind=kind, level=deep, bold=True))  # type: ignore[arg-type]
            blocks.append(Block(start=end + 1, end=end + 1 + len(TEXT)))
            lines += [line, TEXT]
            position = end + len(TEXT) + 2
    return Document(text="\n".join(lines), blocks=tuple(blocks))


@pytest.mark.parametrize("form", ["{t}", "{s}", "{s} {t}"])
@pytest.mark.parametrize("level", [1, 2, None])
def test_titles_without_a_number_are_known_by_their_format(form: str, level: int | None) -> None:
    assert duties(formatted(titles(form), (), level)) == DUTIES
    assert level is None or duties(formatted(titles(form), ("抓好重点工作", "创新方式方法"), level)) == DUTIES


@pytest.mark.parametrize(
    ("line", "number"),
    [("一、前言", 1), ("十一、后记", 11), ("（三）服务", 3), ("12.其他", 12), ("Ⅳ 服务", 4), ("IX. 权益", 9), ("贰、政治", 2), ("⑤文化", 5), ("●文化", None)],
)  # fmt: skip
def test_the_number_of_a_line(line: str, number: int | None) -> None:
    assert ordinal(lines_of(document([line]))[0]) == number


def test_a_chapter_that_holds_the_duties_names_none_itself() -> None:
    lines = ["一、媒体概况", TEXT, "二、履责情况"]
    for number, title in zip(CN, TITLES[1:5], strict=False):
        lines += [f"（{number}）履行{title}", TEXT]
    lines += ["三、存在的不足", TEXT, "四、今后努力方向", "（一）加快融合步伐，打造新型媒体。" + TEXT]
    found = [(s.level, s.title, s.duty and str(s.duty)) for s in outline(document(lines)).sections]
    assert found == [
        (1, "媒体概况", "preface"),
        (1, "履责情况", None),
        (2, "履行政治责任", "political"),
        (2, "履行阵地建设责任", "positions"),
        (2, "履行服务责任", "service"),
        (2, "履行人文关怀责任", "humanistic"),
        (1, "存在的不足", "afterword"),
        (1, "今后努力方向", "afterword"),
        (2, "加快融合步伐，打造新型媒体", "afterword"),
    ]


def test_chapters_that_name_no_duty_are_known_by_their_order() -> None:
    mottos = (
        "我们是谁 举旗定向 筑基强本 民有所呼 人间烟火 以文化人 守土有责 崇德尚行 暖心聚力 行稳致远".split()
    )
    lines = [
        part for number, motto in zip(BIG, mottos, strict=False) for part in (f"{number}、{motto}", TEXT)
    ]
    assert duties(document([*lines, "结语", TEXT])) == DUTIES


def test_boxed_labels_are_sub_headings_where_there_are_three_of_them() -> None:
    lines = ["一、前言", TEXT, "二、政治责任", f"【理论到基层】{TEXT}", f"【问题有回应】{TEXT}", f"【声音传四方】{TEXT}", "三、服务责任", TEXT]  # fmt: skip
    found = [(s.level, s.title, s.duty and str(s.duty)) for s in outline(document(lines)).sections]
    assert found[1:5] == [
        (1, "政治责任", "political"),
        (2, "理论到基层", "political"),
        (2, "问题有回应", "political"),
        (2, "声音传四方", "political"),
    ]
    assert len(outline(document([*lines[:4], *lines[6:]])).sections) == 3
