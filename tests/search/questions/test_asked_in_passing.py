"""When-questions, light verbs, short names, and figures of another thing in the same paragraph."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.naming.catalog import catalog
from search.questions.reading.hearing import hear
from search.questions.wording.seasons import seasons
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """汀洲广播电视台社会责任报告（2020年度）
一、前言
汀洲广播电视台现有新闻综合、都市生活、公共三个电视频道和新闻、交通两套广播频率，编制120人，实有97人。办有《汀洲广播电视报》《汀江周刊》。
二、服务责任
3月起，广播节目《汀洲早高峰》延长为两小时。5月20日、9月16日两次“台长接待日”，收到意见83条。“暖灯”爱心基金资助困难家庭41户。为洪灾地区捐款9.3万元。支持职工参加职称评审，3人评上高级。
年底，公共频道完成高清改造。“六一”开播的《小汀洲》录制22期。
“江声”心理热线接听咨询720次。10月1日，台标更新，抖音号“看汀洲”发布作品318条。“汀江行”第二季采写稿件44篇。
从7月起，绩效按评审等级发放。9月28日起，“江声”热线昼夜有人值守。汀洲展览馆10月开门迎客，首月接待6400人。
官方微信“汀洲视听”粉丝12万。慈善基金会全年支出善款260万元。《汀江夜话》播出40期。全年受理投诉件，交办问题77个，办结71个。《汀洲广播电视报》每周一期。
"""
_SECOND = """汀洲广播电视台社会责任报告（2021年度）
一、前言
汀洲广播电视台实有94人。
二、服务责任
《汀江夜话》播出46期。《听潮》4月2日与听众见面。见报差错率万分之0.3。
三、后记
（一）不足
一是外宣作品“小而散”，在中央媒体叫得响的作品不多。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "汀洲广播电视台"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2020), (_SECOND, 2021))
    )


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("台长接待日是哪几天搞的", ["2020-05-20", "2020-09-16"]),
        ("汀洲早高峰从什么时候开始延长的", ["2020-03"]),
        ("绩效改革从几月起执行", ["2020-07"]),
        ("江声热线哪天开通", ["2020-09-28"]),
        ("公共频道什么时候高清改造完的", ["2020"]),
        ("小汀洲哪天开播的", ["2020"]),
        ("听潮几月开播", ["2021-04-02"]),
    ],
)
def test_a_time_is_told_as_the_report_has_it(shelf: Shelf, question: str, dates: list[str]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == dates


@pytest.mark.parametrize(
    ("question", "said"), [("公共频道什么时候高清改造完的", "2020年年底"), ("小汀洲哪天开播的", "2020年六一")]
)
def test_a_time_of_the_year_is_told_in_its_own_words(shelf: Shelf, question: str, said: str) -> None:
    assert (ask(shelf, question).answer or "").startswith(said)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("汀江夜话这几年播了多少期", [40, 46]),
        ("心理热线接了多少个咨询", [720]),
        ("展览馆开门头一个月去了多少人", [6400]),
        ("官微多少粉", [120_000]),
        ("2020年交办了几个问题办结了几个", [77, 71]),
        ("2020年台里实际在岗的有多少人", [97]),
        ("2020年有多少员工", [97]),
    ],
)
def test_a_figure_is_found(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "暖灯基金发了多少善款",
        "慈善基金会募集了多少善款",
        "汀江行推出过几季",
        "抖音号哪天开的",
        "哪两篇作品上了中央媒体",
        "抖音号有多少粉丝",
        "台长接待日来了多少群众",
    ],
)
def test_what_is_told_of_another_thing_answers_nothing(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    assert answer.answer is None
    assert answer.reason


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("台里有哪些频道", ["新闻综合", "都市生活", "公共"]),
        ("有哪几套频率", ["新闻", "交通"]),
    ],
)
def test_what_is_counted_out_by_name_is_listed(shelf: Shelf, question: str, labels: list[str]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert {item.label.removesuffix("频道") for item in answer.items} == set(labels)


def test_how_often_is_told_by_its_sentence(shelf: Shelf) -> None:
    answer = ask(shelf, "汀洲广播电视报一周出几期")
    sound(shelf, answer)
    assert "每周一期" in (answer.answer or "")


def test_a_rate_in_ten_thousandths_is_written_as_it_stands(shelf: Shelf) -> None:
    assert "万分之0.3。" in (ask(shelf, "2021年见报差错率").answer or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("年底，频道切换高清。", ["年底"]),
        ("截至年底，用户12万。", []),
        ("比上年底增加3万。", []),
        ("“六一”开播的节目，暑期走进校园。", ["“六一”", "暑期"]),
        ("国庆期间推出特刊。", ["国庆期间"]),
        ("年初就提出目标。", []),
        ("全年播出48期。", []),
    ],
)
def test_times_of_the_year(text: str, told: list[str]) -> None:
    found = seasons(text, 2020, 0, len(text))
    assert [text[each.start : each.end] for each in found] == told
    assert all(each.iso == "2020" for each in found)


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ("开放日什么时候搞的", "开放日什么时候"),
        ("哪天办的", "哪天办的"),
        ("同岗同酬什么时候开始实行", "同岗同酬什么时候起实行"),
        ("公司第一年挣了多少", "公司刚开始挣了多少"),
    ],
)
def test_so_light_a_verb_is_passed_over(shelf: Shelf, asked: str, heard: str) -> None:
    assert hear(asked, catalog(shelf, "汀洲广播电视台")) == heard
