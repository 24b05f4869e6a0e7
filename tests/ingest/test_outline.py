"""Headings → sections: numbers, levels, duties; the 目录, captions and running text are none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.outline import outline
from ingest.pipeline import understand
from ingest.readers.base import Block, Document
from ingest.report import Commitment, Shortcoming
from tests.ingest.writing import document, reading

Shape = list[tuple[str | None, str, int, str | None]]
TEXT = "报社坚持正确导向，做好各项工作，取得良好的社会效果。"


def shape(lines: Sequence[str], bold: Sequence[str] = ()) -> Shape:
    """Number, title, level and duty of each section of a document with these lines."""
    return [
        (s.number, s.title, s.level, s.duty and str(s.duty)) for s in outline(document(lines, bold)).sections
    ]


def chapters(*numbers: str) -> list[str]:
    """A report with its three first chapters numbered like this, and text below each."""
    titles = ("前言", "政治责任", "服务责任")
    return [part for number, title in zip(numbers, titles, strict=True) for part in (number + title, TEXT)]


def three(*numbers: str) -> Shape:
    return [
        (numbers[0], "前言", 1, "preface"),
        (numbers[1], "政治责任", 1, "political"),
        (numbers[2], "服务责任", 1, "service"),
    ]


STYLES = [
    (chapters("一、", "二、", "三、"), three("一、", "二、", "三、")),
    (chapters("一.", "二.", "三."), three("一.", "二.", "三.")),
    (chapters("一　", "二　", "三　"), three("一", "二", "三")),
    (chapters("（一）", "（二）", "（三）"), three("（一）", "（二）", "（三）")),
    (chapters("1.", "2.", "3."), three("1.", "2.", "3.")),
    (chapters("1、", "2、", "3、"), three("1、", "2、", "3、")),
    (chapters("１．", "２．", "３．"), three("１．", "２．", "３．")),
    (chapters("第一部分 ", "第二部分 ", "第三部分 "), three("第一部分", "第二部分", "第三部分")),
    (chapters("第一部分", "第二部分", "第三部分"), three("第一部分", "第二部分", "第三部分")),
    (chapters("第一章 ", "第二章 ", "第三章 "), three("第一章", "第二章", "第三章")),
    (chapters("第一篇：", "第二篇：", "第三篇："), three("第一篇：", "第二篇：", "第三篇：")),
    (chapters("●", "●", "●"), three("●", "●", "●")),
    (chapters("", "", ""), [(None, t, 1, d) for t, d in (("前言", "preface"), ("政治责任", "political"), ("服务责任", "service"))]),
]  # fmt: skip
LEVELS = [
    (["一、前言", "（一）媒体概况", TEXT, "二、政治责任", "（一）把好导向关", "1.抓好主题宣传", TEXT, "2.抓好典型宣传", TEXT, "（二）强化监督", TEXT, "三、服务责任", TEXT],
     [("一、", "前言", 1, "preface"), ("（一）", "媒体概况", 2, "preface"), ("二、", "政治责任", 1, "political"), ("（一）", "把好导向关", 2, "political"),
      ("1.", "抓好主题宣传", 3, "political"), ("2.", "抓好典型宣传", 3, "political"), ("（二）", "强化监督", 2, "political"), ("三、", "服务责任", 1, "service")]),
    (["一、前言", TEXT, "二、政治责任", "1.抓好主题宣传", "（1）开设专栏", TEXT, "（2）推出专版", TEXT, "2.抓好典型宣传", TEXT, "三、服务责任", "1.信息服务", TEXT],
     [("一、", "前言", 1, "preface"), ("二、", "政治责任", 1, "political"), ("1.", "抓好主题宣传", 2, "political"), ("（1）", "开设专栏", 3, "political"),
      ("（2）", "推出专版", 3, "political"), ("2.", "抓好典型宣传", 2, "political"), ("三、", "服务责任", 1, "service"), ("1.", "信息服务", 2, "service")]),
    (["1.前言", TEXT, "2.政治责任", "2.1 抓好主题宣传", TEXT, "2.2 抓好典型宣传", TEXT, "3.服务责任", "3.1 信息服务", TEXT],
     [("1.", "前言", 1, "preface"), ("2.", "政治责任", 1, "political"), ("2.1", "抓好主题宣传", 2, "political"), ("2.2", "抓好典型宣传", 2, "political"),
      ("3.", "服务责任", 1, "service"), ("3.1", "信息服务", 2, "service")]),
    (["第一部分 前言", TEXT, "第二部分 政治责任", "一、抓好主题宣传", "（一）开设专栏", TEXT, "二、抓好典型宣传", TEXT, "第三部分 服务责任", TEXT],
     [("第一部分", "前言", 1, "preface"), ("第二部分", "政治责任", 1, "political"), ("一、", "抓好主题宣传", 2, "political"), ("（一）", "开设专栏", 3, "political"),
      ("二、", "抓好典型宣传", 2, "political"), ("第三部分", "服务责任", 1, "service")]),
    # chapters with nothing below them yet
    (["一、前言", TEXT, "二、政治责任", "三、服务责任", "四、文化责任", "五、安全刊播责任", "六、后记", TEXT],
     [("一、", "前言", 1, "preface"), ("二、", "政治责任", 1, "political"), ("三、", "服务责任", 1, "service"), ("四、", "文化责任", 1, "culture"),
      ("五、", "安全刊播责任", 1, "safety"), ("六、", "后记", 1, "afterword")]),
    (["一、前言", TEXT, "二、履行责任情况", "（一）正确引导责任", TEXT, "（二）提供服务责任", "（三）人文关怀责任", "（四）合法经营责任", "三、后记", TEXT],
     [("一、", "前言", 1, "preface"), ("二、", "履行责任情况", 1, None), ("（一）", "正确引导责任", 2, "political"), ("（二）", "提供服务责任", 2, "service"),
      ("（三）", "人文关怀责任", 2, "humanistic"), ("（四）", "合法经营责任", 2, "lawful"), ("三、", "后记", 1, "afterword")]),
    # a chapter that names no duty is still one
    (["一、前言", TEXT, "二、政治责任", TEXT, "三、服务责任", TEXT, "四、其他", TEXT],
     [*three("一、", "二、", "三、"), ("四、", "其他", 1, None)]),
    # an unnumbered 前言 and 后记 around numbered duties
    (["前言", TEXT, "一、政治责任", TEXT, "二、服务责任", TEXT, "三、文化责任", TEXT, "后记", TEXT],
     [(None, "前言", 1, "preface"), ("一、", "政治责任", 1, "political"), ("二、", "服务责任", 1, "service"), ("三、", "文化责任", 1, "culture"), (None, "后记", 1, "afterword")]),
    # 回应, 不足, 改进 below the 后记
    (["一、政治责任", TEXT, "二、服务责任", TEXT, "三、后记", "（一）回应", TEXT, "（二）不足", TEXT, "（三）改进", TEXT],
     [("一、", "政治责任", 1, "political"), ("二、", "服务责任", 1, "service"), ("三、", "后记", 1, "afterword"), ("（一）", "回应", 2, "afterword"),
      ("（二）", "不足", 2, "afterword"), ("（三）", "改进", 2, "afterword")]),
    (["一、政治责任", TEXT, "二、服务责任", TEXT, "三、后记", "对上年度不足的回应", TEXT, "存在的不足", TEXT, "今后改进方向", TEXT],
     [("一、", "政治责任", 1, "political"), ("二、", "服务责任", 1, "service"), ("三、", "后记", 1, "afterword"), (None, "对上年度不足的回应", 2, "afterword"),
      (None, "存在的不足", 2, "afterword"), (None, "今后改进方向", 2, "afterword")]),
    (["一、政治责任", TEXT, "二、服务责任", TEXT, "三、后记", "回应：针对去年的不足，报社组建了视频部。", "不足：深度报道还不够多。", "改进：做强深度报道。"],
     [("一、", "政治责任", 1, "political"), ("二、", "服务责任", 1, "service"), ("三、", "后记", 1, "afterword"), (None, "回应", 2, "afterword"),
      (None, "不足", 2, "afterword"), (None, "改进", 2, "afterword")]),
    # sub-headings that are mere short lines
    (["一、政治责任", "做强主题宣传", TEXT + TEXT, "做亮典型宣传", TEXT + TEXT, "二、服务责任", "做好信息服务", TEXT + TEXT, "办好公益活动", TEXT + TEXT, "三、文化责任", TEXT],
     [("一、", "政治责任", 1, "political"), (None, "做强主题宣传", 2, "political"), (None, "做亮典型宣传", 2, "political"), ("二、", "服务责任", 1, "service"),
      (None, "做好信息服务", 2, "service"), (None, "办好公益活动", 2, "service"), ("三、", "文化责任", 1, "culture")]),
    # a title that shares its line with the text
    (["一、前言", TEXT, "二、政治责任", "（一）做强主题宣传。" + TEXT, "（二）做亮典型宣传。" + TEXT, "三、服务责任", TEXT],
     [("一、", "前言", 1, "preface"), ("二、", "政治责任", 1, "political"), ("（一）", "做强主题宣传", 2, "political"), ("（二）", "做亮典型宣传", 2, "political"), ("三、", "服务责任", 1, "service")]),
    (["一、前言。" + TEXT, "二、政治责任。" + TEXT, "三、服务责任。" + TEXT], three("一、", "二、", "三、")),
    (["一、前言：" + TEXT, "二、政治责任：" + TEXT, "三、服务责任：" + TEXT], three("一、", "二、", "三、")),
    (["一、前言 " + TEXT * 2, "二、政治责任 " + TEXT * 2, "三、服务责任 " + TEXT * 2], three("一、", "二、", "三、")),
    # the older template
    (["一、媒体概况", TEXT, "二、正确引导责任", TEXT, "三、提供服务责任", TEXT, "四、安全刊播责任", TEXT, "五、遵守职业规范责任", TEXT, "六、存在的不足和今后努力方向", TEXT],
     [("一、", "媒体概况", 1, "preface"), ("二、", "正确引导责任", 1, "political"), ("三、", "提供服务责任", 1, "service"), ("四、", "安全刊播责任", 1, "safety"),
      ("五、", "遵守职业规范责任", 1, "ethics"), ("六、", "存在的不足和今后努力方向", 1, "afterword")]),
    # a chapter that holds the duties, between 前言 and 后记 without a number
    (["前言", TEXT, "第一部分 履行社会责任情况", "一、正确引导责任", TEXT, "二、提供服务责任", TEXT, "三、人文关怀责任", TEXT, "第二部分 存在不足和改进措施", TEXT, "后记", TEXT],
     [(None, "前言", 1, "preface"), ("第一部分", "履行社会责任情况", 1, None), ("一、", "正确引导责任", 2, "political"), ("二、", "提供服务责任", 2, "service"),
      ("三、", "人文关怀责任", 2, "humanistic"), ("第二部分", "存在不足和改进措施", 1, "afterword"), (None, "后记", 1, "afterword")]),
    # a list on one line below a closing heading is no heading
    (["一、前言", TEXT, "二、政治责任", TEXT, "三、服务责任", TEXT, "四、后记", "（一）不足", "1.融合不深，人手短缺。2.评论不多。", "（二）改进", "1.压缩版面，两年内减少三分之一。2.补齐短板。3.办好评论。"],
     [("一、", "前言", 1, "preface"), ("二、", "政治责任", 1, "political"), ("三、", "服务责任", 1, "service"), ("四、", "后记", 1, "afterword"),
      ("（一）", "不足", 2, "afterword"), ("（二）", "改进", 2, "afterword")]),
    # the whole report on one line
    (["一、前言 " + TEXT * 2 + "二、政治责任 " + TEXT * 2 + "三、服务责任 " + TEXT * 2 + "四、后记 " + TEXT * 2],
     [("一、", "前言", 1, "preface"), ("二、", "政治责任", 1, "political"), ("三、", "服务责任", 1, "service"), ("四、", "后记", 1, "afterword")]),
    (["一、前言 1.媒体概况 " + TEXT + " 2.获奖情况 " + TEXT + " 二、政治责任 1.政治方向 " + TEXT + "三、服务责任 " + TEXT * 2 + " 四、后记 1.回应 " + TEXT + " 2.不足 " + TEXT],
     [("一、", "前言", 1, "preface"), ("1.", "媒体概况", 2, "preface"), ("2.", "获奖情况", 2, "preface"), ("二、", "政治责任", 1, "political"), ("1.", "政治方向", 2, "political"),
      ("三、", "服务责任", 1, "service"), ("四、", "后记", 1, "afterword"), ("1.", "回应", 2, "afterword"), ("2.", "不足", 2, "afterword")]),
    (["第一部分 前言 " + TEXT * 2 + "第二部分 政治责任 " + TEXT * 2 + "第三部分 服务责任 " + TEXT * 2],
     [("第一部分", "前言", 1, "preface"), ("第二部分", "政治责任", 1, "political"), ("第三部分", "服务责任", 1, "service")]),
]  # fmt: skip
CONTENTS = ["一、前言", "二、政治责任", "三、服务责任"]
TABLES_OF_CONTENTS = [
    (["目  录", *(f"{title}……………………{page}" for page, title in enumerate(CONTENTS, 2)), *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
    (["目录", *(f"{title}........{page}" for page, title in enumerate(CONTENTS, 2)), *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
    (["目录", *(f"{title}\t{page}" for page, title in enumerate(CONTENTS, 2)), *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
    (["目录", *CONTENTS, *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
    (["目录", "1.前言", "2.政治责任", "3.服务责任", *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
    (["目录", *CONTENTS[:2], *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
    (["目录", "前言", "政治责任", "服务责任", *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
    ([*(f"{title}…………{page}" for page, title in enumerate(CONTENTS, 2)), *chapters("一、", "二、", "三、")], three("一、", "二、", "三、")),
]  # fmt: skip
WITH_OTHER_LINES = [
    ["[image: 政治责任截图]"],
    ["▲记者在现场采访"],
    ["图为记者在现场采访"],
    ["《江南日报》专版截图"],
    ["图1 报社组织架构"],
    ["记者李明 摄"],
    ["（资料图片）"],
    ["江南日报微信公众号二维码"],
    ["2021年12月20日"],
    ["一是坚持内容为王。", "二是坚持移动优先。"],
    ["首先是坚持内容为王"],
    ["指标\t2020年\t2021年"],
    ["3.2万人参加了活动，反响热烈。"],
    ["2021年，报社坚持正确导向。"],
    ["1.2021年，报社举办各类培训36期，参训人员1200余人次，实现了全员培训的目标任务。"],
    ["（1）坚持内容为王；", "（2）坚持移动优先；"],
    ["其一，坚持内容为王。"],
]


@pytest.mark.parametrize(("lines", "expected"), STYLES)
def test_numbering_styles(lines: list[str], expected: Shape) -> None:
    assert shape(lines) == expected


@pytest.mark.parametrize(("lines", "expected"), LEVELS)
def test_levels(lines: list[str], expected: Shape) -> None:
    assert shape(lines) == expected


@pytest.mark.parametrize(("lines", "expected"), TABLES_OF_CONTENTS)
def test_a_table_of_contents_holds_no_headings(lines: list[str], expected: Shape) -> None:
    assert shape(lines) == expected


@pytest.mark.parametrize("others", WITH_OTHER_LINES)
def test_lines_that_are_no_headings(others: list[str]) -> None:
    assert shape([*chapters("一、", "二、", "三、")[:4], *others, "三、服务责任", TEXT]) == three(
        "一、", "二、", "三、"
    )


def test_bold_lines_are_headings_where_numbers_are_missing() -> None:
    lines = ["前言", TEXT, "政治责任", "主题宣传有声有色", TEXT, "服务责任", TEXT]
    bold = ["前言", "政治责任", "主题宣传有声有色", "服务责任"]
    assert shape(lines, bold) == [
        (None, "前言", 1, "preface"),
        (None, "政治责任", 1, "political"),
        (None, "主题宣传有声有色", 2, "political"),
        (None, "服务责任", 1, "service"),
    ]


def test_parts_of_chapters_without_numbers_stand_below_them() -> None:
    text = TEXT * 2
    below = {
        "前言": ["媒体概况"],
        "政治责任": ["政治方向"],
        "服务责任": ["信息服务"],
        "后记": ["回应", "不足"],
    }
    lines = [
        line
        for chapter, parts in below.items()
        for line in (chapter, *(x for part in parts for x in (part, text)))
    ]
    assert [(title, level) for _, title, level, _ in shape(lines)] == [
        ("前言", 1), ("媒体概况", 2), ("政治责任", 1), ("政治方向", 2), ("服务责任", 1), ("信息服务", 2),
        ("后记", 1), ("回应", 2), ("不足", 2),
    ]  # fmt: skip


def test_a_text_without_headings_has_no_sections() -> None:
    assert shape([TEXT, TEXT, TEXT]) == []
    assert shape([]) == []


def test_a_section_runs_to_the_next_of_its_level_and_holds_those_below() -> None:
    lines = ["一、前言", TEXT, "二、政治责任", "（一）把好导向关", TEXT, "三、服务责任", TEXT]
    text = "\n".join(lines)
    first, second, inner, third = outline(document(lines)).sections
    assert text[first.start : first.end] == "\n".join([*lines[:2], ""])
    assert text[second.start : second.end] == "\n".join([*lines[2:5], ""])
    assert (inner.start, inner.end) == (text.index("（一）"), third.start)
    assert third.end == len(text)


def test_the_path_of_headings_leads_to_an_offset() -> None:
    found = reading(
        "江南日报社社会责任报告",
        "一、前言",
        TEXT,
        "二、政治责任",
        "（一）把好导向关",
        "1.抓好宣传",
        "这里。",
        "三、服务责任",
        "那里。",
    )
    assert found.section_path(found.text.index("这里")) == ("政治责任", "把好导向关", "抓好宣传")
    assert found.section_path(found.text.index("那里")) == ("服务责任",)
    assert found.section_path(0) == ()
    assert str(found.duty_at(found.text.index("这里"))) == "political"


def test_a_whole_report_on_one_line_is_cut_at_chapters_and_their_parts() -> None:
    body = "报社全年刊发稿件1200篇，认真做好各项工作，受到好评。"
    line = (
        f"一、前言（一）媒体概况。江南日报社创办于1950年。二、政治责任（一）主题宣传。{body}三、阵地建设责任。{body}"
        f"四、服务责任{body}五、后记（一）回应。针对上年不足，报社整改。（二）不足。深度报道少。"
    )
    text = "江南日报社社会责任报告（2021年度）\n" + line
    start = text.index(line)
    blocks = (Block(start=0, end=start - 1), Block(start=start, end=len(text)))
    found = [(s.title, s.level) for s in outline(Document(text=text, blocks=blocks), start).sections]
    assert found == [
        ("前言", 1),
        ("媒体概况", 2),
        ("政治责任", 1),
        ("主题宣传", 2),
        ("阵地建设责任", 1),
        ("服务责任", 1),
        ("后记", 1),
        ("回应", 2),
        ("不足", 2),
    ]


def test_items_of_the_closing_chapter_are_headings_only_of_a_text_that_follows_on_their_line() -> None:
    chapters_before = ["一、前言", "媒体概况如下。", "二、政治责任", "坚持正确导向。", "三、不足与展望"]
    sentences = ["（一）重大题材精品不够多。", "（二）基层报道不够深。"]
    titles = [
        "（一）重大题材精品不够多。部分作品策划较晚，深度不足。",
        "（二）基层报道不够深。记者下基层时间偏短，线索不多。",
    ]
    assert [title for _, title, *_ in shape([*chapters_before, *sentences])[-1:]] == ["不足与展望"]
    assert [title for _, title, *_ in shape([*chapters_before, *titles])[-2:]] == [
        "重大题材精品不够多",
        "基层报道不够深",
    ]


def test_a_sentence_with_its_reason_among_items_of_one_sentence_is_an_item_too() -> None:
    chapters_before = [
        "一、前言",
        "媒体概况如下。",
        "二、政治责任",
        "坚持正确导向。",
        "三、后记",
        "（一）不足",
    ]
    items = [
        "（1）深度报道少，精品不多。",
        "（2）懂技术的人才不足3人。",
        "（3）造血能力还不强。收入依赖政府购买服务。",
    ]
    assert [title for _, title, *_ in shape([*chapters_before, *items])[-2:]] == ["后记", "不足"]
    # Where the item before it has a text of its own, it is a heading as that one is.
    items[1] = "（2）懂技术的人才不足。会编程的只有3人。"
    assert [title for _, title, *_ in shape([*chapters_before, *items])[-2:]] == [
        "懂技术的人才不足",
        "造血能力还不强",
    ]


def test_a_heading_of_the_format_without_a_number_stands_beside_numbered_ones() -> None:
    texts = "".join(
        f"<h2>{n}</h2><p>{TEXT}</p>" for n in ("一、正确引导责任", "二、提供服务责任", "三、人文关怀责任")
    )
    page = f"<h1>云海网社会责任报告（2018年度）</h1><h2>网站概况</h2><p>{TEXT}</p>{texts}"
    sections = understand(page.encode(), "2018.html").sections
    assert [(s.title, s.level, s.duty) for s in sections][:2] == [
        ("网站概况", 1, "preface"),
        ("正确引导责任", 1, "political"),
    ]


def test_a_numbered_sentence_that_counts_two_things_is_no_title() -> None:
    lines = [
        "一、前言",
        TEXT,
        "二、阵地建设责任",
        "（一）自有账号96个，粉丝量1,830万。" + TEXT,
        "三、服务责任",
        TEXT,
    ]
    assert [title for _, title, *_ in shape(lines)] == ["前言", "阵地建设责任", "服务责任"]
    lines[3] = "（一）账号建设，迈上1000万台阶。" + TEXT
    assert "账号建设，迈上1000万台阶" in [title for _, title, *_ in shape(lines)]


def test_numbered_sentences_in_turns_with_text_are_headings_of_the_closing_chapter() -> None:
    lines = ["一、前言", TEXT, "二、政治责任", TEXT, "三、服务责任", TEXT, "四、今后努力方向"]
    titles = ["（一）加快深度融合发展，努力打造新型主流媒体。", "（二）聚焦主业。"]
    found = shape([*lines, titles[0], TEXT, titles[1], TEXT])[-2:]
    assert [(title, level) for _, title, level, _ in found] == [
        ("加快深度融合发展，努力打造新型主流媒体", 2),
        ("聚焦主业", 2),
    ]


NINE = "political positions service humanistic culture safety ethics rights lawful".split()
SLOGANS = "领航定向 强基立台 情系万家 温暖同行 润物有声 稳如磐石 正己守心 同甘共进 行有所止".split()


@pytest.mark.parametrize("numbers", ["贰叁肆伍陆柒捌玖拾", "二三四五六七八九十"])
def test_nine_slogans_between_preface_and_afterword_are_the_nine_duties(numbers: str) -> None:
    lines = ["卷首语", TEXT]
    for number, slogan in zip(numbers, SLOGANS, strict=True):
        lines += [f"{number}、{slogan}", TEXT]
    found = shape([*lines, "结束语", TEXT])
    assert [(title, level, duty) for _, title, level, duty in found] == [
        ("卷首语", 1, "preface"),
        *((slogan, 1, duty) for slogan, duty in zip(SLOGANS, NINE, strict=True)),
        ("结束语", 1, "afterword"),
    ]


def test_slogans_beside_named_duties_are_told_by_what_they_hint_at() -> None:
    slogans = {
        "坚守导向": "political",
        "服务百姓": "service",
        "扶危济困，做爱心的守望者": "humanistic",
        "规范经营": "lawful",
    }
    lines = [
        text
        for number, slogan in zip("一二三四", slogans, strict=True)
        for text in (f"{number}、{slogan}", TEXT)
    ]
    found = shape([*lines, "五、维护职工权益", TEXT, "六、不足与改进", TEXT])
    told = {title: duty for _, title, _, duty in found}
    assert told == {**slogans, "维护职工权益": "rights", "不足与改进": "afterword"}


def test_slogans_that_hint_at_other_duties_or_are_not_nine_are_not_named_by_their_place() -> None:
    for slogans in (SLOGANS[:8], ["保障安全", "繁荣文化", "服务群众", "依法经营", *SLOGANS[4:]]):
        lines = ["卷首语", TEXT]
        for number, slogan in zip("二三四五六七八九十", slogans, strict=False):
            lines += [f"{number}、{slogan}", TEXT]
        found = shape([*lines, "结束语", TEXT])
        assert (slogans[-1], 1, None) in [(title, level, duty) for _, title, level, duty in found]


def test_bracketed_titles_that_open_paragraphs_are_headings_below_their_chapter() -> None:
    lines = [
        "前言",
        f"【单位概况】{TEXT}",
        f"【价值追求】{TEXT}",
        "服务责任",
        f"【便民资讯】{TEXT}",
        f"【办事回应】{TEXT}",
    ]
    assert shape(lines) == [
        (None, "前言", 1, "preface"),
        (None, "单位概况", 2, "preface"),
        (None, "价值追求", 2, "preface"),
        (None, "服务责任", 1, "service"),
        (None, "便民资讯", 2, "service"),
        (None, "办事回应", 2, "service"),
    ]
    cases = ["前言", TEXT, "服务责任", f"【案例】{TEXT}", f"【案例】{TEXT}", f"【案例】{TEXT}"]
    assert len(shape(cases)) == 2


OWN_TITLES = {
    "写在前面": (
        "创刊于1985年，由省妇联主管主办，现有员工76人，每期发行18万份，办有网站和微信公众号。",
        "preface",
    ),
    "把方向，守住阵地": (
        "学习宣传贯彻系列重要讲话精神，开设“她说两会”专栏，刊发稿件126篇，推出系列报道两组。",
        "political",
    ),
    "替邻里说话": (
        "“姐妹热线”全年接听来电3600个，帮助群众解决问题280件，联合就业部门举办招聘会6场。",
        "service",
    ),
    "把温暖送到炕头上": (
        "走访慰问留守儿童1200人，为320户贫困家庭募集善款，资助困难学生，志愿者结对帮扶。",
        "humanistic",
    ),
    "让好家风进万家": (
        "举办家风故事巡讲48场，出版副刊24期，组织文艺下乡，弘扬优秀传统文化，参与2万人次。",
        "culture",
    ),
    "每一个字都过硬": (
        "严格执行三审三校制度，全年差错率为万分之零点八，开展应急演练，全年未发生安全刊播事故。",
        "safety",
    ),
    "手要干净": (
        "签订职业道德承诺书，抵制有偿新闻、虚假新闻，公布举报电话，受理投诉11件全部办结。",
        "ethics",
    ),
    "自家人也要顾好": (
        "与员工全部签订劳动合同，缴纳五险一金，组织体检，全年业务培训22期，参训640人次。",
        "rights",
    ),
    "账要算得清": (
        "全年经营收入1.9亿元，依法纳税1300万元，采编经营分开，拒登虚假违法医疗广告84条。",
        "lawful",
    ),
    "还差在哪里": ("一是新媒体粉丝少，二是深度报道不多。", "afterword"),
    "往后怎么走": ("一是做大微信公众号，二是办好调查报道。", "afterword"),
}


@pytest.mark.parametrize("number", ["", "第{}部分 ", "{}、"])
def test_chapters_with_titles_of_their_own_are_told_by_what_stands_below(number: str) -> None:
    lines = []
    for place, (title, (text, _)) in zip("一二三四五六七八九十", OWN_TITLES.items(), strict=False):
        lines += [number.format(place) + title, text]
    found = [(title, level, duty) for _, title, level, duty in shape(lines)]
    assert found == [(title, 1, duty) for title, (_, duty) in [*OWN_TITLES.items()][:10]]


def test_two_last_chapters_of_any_title_are_faults_and_plans() -> None:
    lines = [line for title, (text, _) in [*OWN_TITLES.items()][:9] for line in (title, text)]
    lines += ["回望", "一年来，我们也看到，新媒体原创能力还不强，人才流失仍较严重。"]
    lines += ["再出发", "下一步，将组建融媒体新闻中心，出台首席人才制度。"]
    report = understand("\n".join(["某省姐妹报社社会责任报告（2016年度）", *lines]).encode(), "a.txt")
    told = [(fact.type, fact.text) for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
    assert told == [
        ("shortcoming", "新媒体原创能力还不强"),
        ("shortcoming", "人才流失仍较严重"),
        ("commitment", "将组建融媒体新闻中心，出台首席人才制度"),
    ]


def test_a_list_below_a_closing_title_of_any_kind_tells_faults_where_most_items_do() -> None:
    lines = [line for title, (text, _) in [*OWN_TITLES.items()][:9] for line in (title, text)]
    lines += [
        "欠账与还账",
        "一是深度调查减少；二是新媒体人才短缺。2017年，我们将组建调查部，招聘新媒体编辑15名。",
    ]
    report = understand("\n".join(["某省姐妹报社社会责任报告（2016年度）", *lines]).encode(), "a.txt")
    assert [fact.text for fact in report.facts if isinstance(fact, Shortcoming)] == [
        "深度调查减少",
        "新媒体人才短缺",
    ]
    assert [fact.text for fact in report.facts if isinstance(fact, Commitment)] == [
        "我们将组建调查部，招聘新媒体编辑15名"
    ]


def test_chapters_of_one_short_sentence_each_are_chapters() -> None:
    texts = [text.split("，", 1)[1] if len(text) > 36 else text for text, _ in OWN_TITLES.values()]
    lines = [line for title, text in zip(OWN_TITLES, texts, strict=True) for line in (title, text)]
    assert [(title, duty) for _, title, _, duty in shape(lines)] == [
        (title, duty) for title, (_, duty) in OWN_TITLES.items()
    ]


def test_short_lines_in_a_report_that_names_its_duties_are_no_chapters() -> None:
    lines = [line for title, (text, _) in OWN_TITLES.items() for line in (title, text)]
    found = shape(["政治责任", lines[3], "安全责任", *lines[4:12], "合法经营责任", lines[17]])
    assert [(title, duty) for _, title, level, duty in found if level == 1] == [
        ("政治责任", "political"),
        ("安全责任", "safety"),
        ("合法经营责任", "lawful"),
    ]
