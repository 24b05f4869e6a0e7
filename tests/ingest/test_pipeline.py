"""Bytes of a file → a report, on the one real report, on every sample, and on text that is no report at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from ingest.extract.platforms import PlatformNames
from ingest.pipeline import extract_facts, understand
from ingest.readers.base import ReadingError
from ingest.report import FACT_TYPES, Award, Fact, Metric, Report, StatementBase
from ingest.titles import Titles
from tests.ingest.writing import reading

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "reports" / "changji-2024.txt"
SAMPLES = sorted((ROOT / "corpora" / "reports").glob("*/*"))
SAMPLE = ROOT / "corpora" / "reports" / "lanxi" / "2020.txt"
EVERY = [*SAMPLES, *([REAL] if REAL.exists() else [])]


@cache
def read(path: Path) -> Report:
    return understand(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def real() -> Report:
    if not REAL.exists():
        pytest.skip("the real report is not at hand")
    return read(REAL)


def of(report: Report, kind: str) -> list[Fact]:
    return [fact for fact in report.facts if fact.type == kind]


def test_the_real_report_is_known_by_name_and_year(real: Report) -> None:
    assert (real.media, real.report_year) == ("昌吉州融媒体中心", 2024)
    assert real.title == "昌吉州融媒体中心社会责任报告（2024年度）"
    assert real.warnings == ()


def test_the_real_report_has_its_eleven_chapters(real: Report) -> None:
    assert [(s.number, s.title, str(s.duty)) for s in real.sections if s.level == 1] == [
        ("一、", "前言", "preface"),
        ("二、", "政治责任", "political"),
        ("三、", "阵地建设责任", "positions"),
        ("四、", "服务责任", "service"),
        ("五、", "人文关怀责任", "humanistic"),
        ("六、", "文化责任", "culture"),
        ("七、", "安全责任", "safety"),
        ("八、", "道德责任", "ethics"),
        ("九、", "保障权益责任", "rights"),
        ("十、", "合法经营责任", "lawful"),
        ("十一、", "后记", "afterword"),
    ]


def test_table_of_contents_and_captions_of_the_real_report_are_no_sections(real: Report) -> None:
    end_of_contents = real.text.index("一、前言")
    assert all(section.start >= end_of_contents for section in real.sections)
    titles = " ".join(section.title for section in real.sections)
    assert "截图" not in titles
    assert "image" not in titles


def test_the_real_report_closes_with_one_response_three_shortcomings_four_commitments(real: Report) -> None:
    (response,) = of(real, "response")
    assert response.evidence.quote.startswith("针对上年度责任报告中提到的不足")
    assert response.evidence.quote.endswith("成为昌吉州新闻宣传舆论的“风向标”")
    assert response.evidence.section == ("后记", "回应")
    assert [fact.evidence.quote for fact in of(real, "shortcoming")] == [
        "重大主题宣传系统谋划能力有待进一步提升",
        "融合报道业务水平有待进一步提高",
        "原创精品节目和适合新媒体传播的优质内容还不够丰富，以内容建设为根本的核心竞争力还不够强",
    ]
    commitments = [fact.evidence.quote for fact in of(real, "commitment")]
    assert [quote[:6] for quote in commitments] == [
        "坚持内容为王",
        "着力打造品牌",
        "走好新时代网",
        "持续发挥好“",
    ]
    assert commitments[3].endswith("投入节目制作和宣传推广")


PRIZES = [
    ("新疆新闻奖", 34, None, None, (), 10),
    ("新疆动漫节", 2, "优秀作品奖", None, ("大国重器手艺人",), 1),
    ("城市党报新闻奖", None, None, 2023, (), 13),
    ("中国地市报新闻奖", None, None, 2023, (), 14),
    ("中国少数民族地区报纸（网络）新闻奖", 35, None, None, (), 15),
    ("中国广播剧研究会专家评析精品展", 24, "二等奖", None, ("月亮湾的月亮",), 1),
    ("中国短视频大会", 4, "三等奖", None, ("印象昌吉",), 1),
    ("全国视听系统典型案例", None, None, None, (), 1),
]


@pytest.mark.parametrize("prize", PRIZES, ids=lambda prize: str(prize[1:3]))
def test_each_award_of_the_real_report_is_a_fact(
    real: Report, prize: tuple[str, int | None, str | None, int | None, tuple[str, ...], int]
) -> None:
    found = [
        (f.award, f.edition, f.level, f.year, f.works, f.count) for f in real.facts if isinstance(f, Award)
    ]
    assert found.count(prize) == 1


FIGURES = [
    (None, "员工", 212, "人", "exact"),
    ("昌吉日报抖音", "关注人数", 910000, None, "exact"),
    ("昌吉日报微信公众号", "订阅用户", 1000000, None, "over"),
    ("主播说三农", "播出", 150, "期", "exact"),
]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: str(figure[2]))
def test_figures_of_the_real_report(
    real: Report, figure: tuple[str | None, str, int, str | None, str]
) -> None:
    found = [
        (f.subject, f.name, f.value, f.unit, str(f.qualifier)) for f in real.facts if isinstance(f, Metric)
    ]
    assert found.count(figure) == 1


def test_names_of_the_real_report(real: Report) -> None:
    works = {fact.title for fact in of(real, "work")}  # type: ignore[union-attr]
    columns = {fact.title for fact in of(real, "column")}  # type: ignore[union-attr]
    platforms = {fact.name for fact in of(real, "platform")}  # type: ignore[union-attr]
    assert {"何以昌吉", "印象昌吉", "月亮湾的月亮", "爱如天山不化雪", "回眸七十载"} <= works
    assert {"庭州聚焦", "昌广行风热线", "特别关注", "庭州e评", "主播说三农"} <= columns
    assert {"昌吉日报", "昌吉电视台", "中国昌吉网", "昌吉日报微信公众号"} <= platforms
    assert not works & columns
    assert not works & {
        "昌吉日报",
        "人民日报（海外版）",
        "中国新闻工作者职业道德准则",
        "新闻出版法",
        "政府会计制度",
    }


def test_events_of_the_real_report(real: Report) -> None:
    dated = {fact.date: fact.name for fact in of(real, "event")}  # type: ignore[union-attr]
    assert "上线" in dated["2024-06-12"]
    assert "挂牌" in dated["2022-07-26"]
    assert "改版" in dated["2024-01-01"]


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_fact_is_the_exact_characters_of_its_report(path: Path) -> None:
    report = read(path)
    assert report.facts
    assert {fact.type for fact in report.facts} <= set(FACT_TYPES)
    assert len({fact.id for fact in report.facts}) == len(report.facts)
    for fact in report.facts:
        assert fact.id
        places = (fact.evidence, *fact.mentions)
        assert len({(place.start, place.end) for place in places}) == len(places)
        for place in places:
            assert 0 <= place.start < place.end <= len(report.text)
            assert report.text[place.start : place.end] == place.quote
            assert (place.media, place.year, place.report) == (report.media, report.report_year, report.id)
            holding = [s for s in report.sections if s.start <= place.start < s.end]
            assert place.section == tuple(section.title for section in holding)
            assert [s.level for s in holding] == sorted({s.level for s in holding})
            if report.pages:
                assert place.page is not None
                assert report.pages[place.page - 1] <= place.start
            else:
                assert place.page is None


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sections_are_nested_and_in_the_order_of_the_text(path: Path) -> None:
    report = read(path)
    # Level 2 where one chapter holds them: 二、履责情况. Some reports leave a responsibility out.
    assert len({s.duty for s in report.sections if s.level <= 2}) >= 7
    starts = [section.start for section in report.sections]
    assert starts == sorted(set(starts))
    for index, section in enumerate(report.sections):
        assert section.title
        assert section.title in report.text[section.start : section.end]
        following = [s for s in report.sections[index + 1 :] if s.level <= section.level]
        assert section.end == (following[0].start if following else len(report.text))


@pytest.mark.parametrize("path", EVERY[::5], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_same_bytes_are_understood_the_same_way(path: Path) -> None:
    assert read(path) == understand(path.read_bytes(), path.name)


REPORT = "江南日报社社会责任报告（2021年度）\n一、前言\n报社现有员工212人。\n二、政治责任\n坚持正确导向。\n三、后记\n（一）不足\n人才短缺。"


def test_ids_do_not_depend_on_the_name_of_the_file() -> None:
    first, second = (understand(REPORT.encode(), name) for name in ("a.txt", "b.txt"))
    assert first == second
    changed = understand((REPORT + "\n（二）改进\n引进人才。").encode(), "a.txt")
    assert changed.id != first.id
    assert not {fact.id for fact in changed.facts} & {fact.id for fact in first.facts}


def test_media_and_year_can_be_told() -> None:
    report = understand(REPORT.encode(), "a.txt", media="湖山日报社", year=2019)
    assert (report.media, report.report_year) == ("湖山日报社", 2019)
    assert {(f.evidence.media, f.evidence.year) for f in report.facts} == {("湖山日报社", 2019)}


def test_what_is_not_found_is_said() -> None:
    codes = [
        warning.code for warning in understand("今天天气很好。\n我们去散步。".encode(), "a.txt").warnings
    ]
    assert codes == ["not-a-report"]
    bare = understand("社会责任报告\n坚持正确导向，做好服务。".encode(), "a.txt")
    assert {w.code for w in bare.warnings} == {"no-media", "no-year", "no-sections", "no-closing"}
    assert understand(REPORT.encode(), "a.txt").warnings == ()


def test_a_text_of_another_kind_yields_no_facts() -> None:
    novel = "第一章 归来\n那年他三十岁，走了100里路，获得了新生。\n第二章 远行\n他带着12本书上路。"
    assert understand(novel.encode(), "novel.txt").facts == ()


def test_nothing_to_read_is_said_in_one_chinese_line() -> None:
    with pytest.raises(ReadingError) as caught:
        understand(b"", "empty.txt")
    assert "\n" not in str(caught.value)


# What such reports are made of, whole and broken.
PIECES = [
    *"《》“”\"（）()「」、，。；：:！？\n\t 　—…·#%",
    *"一二十百千万亿两零〇年月日第届奖获",
    "一、", "（一）", "（1）", "1.", "①", "第三部分 ", "●", "2.1 ", "一是", "二是", "其一，", "首先，",
    "政治责任", "前言", "后记", "不足", "改进", "回应", "目录", "………3", "社会责任报告", "（2021年度）", "江南日报社",
    "2021年", "6月12日", "二〇二一年", "去年", "全年", "截至12月底", "超100万", "近3万人次", "十余场", "38.4%", "1,046条", "9万余篇（件）",
    "获得", "荣获", "分获", "均获", "等12件作品", "各2件", "其中", "一等奖", "一、二等奖", "2件", "第34届", "首届", "江南新闻奖", "评选中", "入选", "名单", "被评为",
    "《春耕》", "《春耕《秋收》》", "“江南云”", "栏目", "专栏", "开设", "客户端", "微信公众号", "抖音号", "、快手号", "短视频", "通讯", "播出52期", "粉丝", "员工212人",
    "上线", "更名为", "成立于", "针对上年度报告提出的不足，", "有待提升", "还不够", "下一步，", "将", "报社", "奖项\t作品\t等级\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(derandomize=True, max_examples=1500, deadline=None)
def test_any_text_of_such_pieces_is_read_without_error(text: str) -> None:
    found = reading("江南日报社社会责任报告", "（2021年度）", "一、前言", *text.split("\n"))
    titles = Titles(found)
    facts = extract_facts(found, titles, PlatformNames(found, titles))
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        for place in (fact.evidence, *fact.mentions):
            assert found.text[place.start : place.end] == place.quote
            assert place.quote


TRADITIONAL = """蘭陵晚報社2031年度社會責任報告
一、前言
蘭陵晚報創刊於1958年，現有在崗職工346名。
二、正確引導責任
全年刊發報導416篇，推出專欄「春潮」，發揮輿論引導作用。
"""


@pytest.mark.parametrize("encoding", ["utf-8", "big5"])
def test_traditional_characters_are_read_and_stay_the_authors(encoding: str) -> None:
    report = understand(TRADITIONAL.encode(encoding), "a.txt")
    assert (report.media, report.report_year) == ("蘭陵晚報社", 2031)
    assert report.text == TRADITIONAL
    assert [(s.number, s.title, s.duty) for s in report.sections] == [
        ("一、", "前言", "preface"),
        ("二、", "正確引導責任", "political"),
    ]
    (column,) = [fact for fact in report.facts if fact.type == "column"]
    assert column.title == "春潮"
    (sent,) = [fact for fact in report.facts if fact.type == "metric" and fact.unit == "篇"]
    assert (sent.name, sent.value, sent.text) == ("報導", 416, "416篇")
    assert sent.evidence.section == ("正確引導責任",)
    for fact in report.facts:
        assert TRADITIONAL[fact.evidence.start : fact.evidence.end] == fact.evidence.quote


def test_a_traditional_name_in_simplified_text_is_no_obstacle() -> None:
    text = REPORT.replace("坚持正确导向。", "创作纪录片《臺灣書畫》，广受好评。")
    report = understand(text.encode(), "a.txt")
    assert report.text == text
    assert [fact.title for fact in report.facts if fact.type == "work"] == ["臺灣書畫"]


def test_a_stated_name_is_kept_as_stated() -> None:
    report = understand(TRADITIONAL.encode(), "a.txt", media="兰陵晚报社")
    assert report.media == "兰陵晚报社"
    assert {fact.evidence.media for fact in report.facts} == {"兰陵晚报社"}


def _half_width(text: str) -> str:
    return text.translate(str.maketrans("，；：（）", ",;:()"))


def _full_width(text: str) -> str:
    return text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789%"})


def _other_marks(text: str) -> str:
    return text.translate(str.maketrans("“”", "『』"))


def _traditional(text: str) -> str:
    convert = OpenCC("s2tw").convert  # Opened once: it reads its dictionaries.
    return "".join(
        line if len(turned) != len(line) else turned
        for line, turned in ((line, convert(line)) for line in text.splitlines(keepends=True))
    )


@pytest.mark.parametrize("form", [_half_width, _full_width, _other_marks, _traditional])
def test_other_forms_of_characters_and_marks_are_read_alike(form: Callable[[str], str]) -> None:
    usual = understand(SAMPLE.read_bytes(), "a.txt")
    text = form(usual.text)
    other = understand(text.encode(), "a.txt")
    assert other.text == text
    assert (other.media, other.report_year, other.title) == (
        form(usual.media or ""),
        usual.report_year,
        form(usual.title or ""),
    )
    assert [(s.title, s.level, s.duty, s.start) for s in other.sections] == [
        (form(s.title), s.level, s.duty, s.start) for s in usual.sections
    ]
    # A character or two may be written in ways that no dictionary tells apart.
    found = [(f.type, f.evidence.start, f.evidence.end) for f in other.facts]
    assert found == [(f.type, f.evidence.start, f.evidence.end) for f in usual.facts]
    for fact in other.facts:
        assert fact.evidence.quote == text[fact.evidence.start : fact.evidence.end]
        if isinstance(fact, Metric):
            assert fact.text in fact.evidence.quote
        if isinstance(fact, StatementBase):
            assert fact.text in fact.evidence.quote
