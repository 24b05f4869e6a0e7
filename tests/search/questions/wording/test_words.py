import pytest

from ingest.report import Qualifier
from search.questions.wording.intents import Intent, intent_of
from search.questions.wording.phrasing import day, exactly, listed, number
from search.questions.wording.words import act_words, cover, key, led_to, measure_words, segment, stop_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("采编人员有多少", ["采编人员"]),
        ("中央厨房哪天启用的", ["中央厨房", "启用"]),
        ("海外用户有多少人", ["海外", "用户"]),
        ("一共有多少", []),
        ("交了多少税", ["税"]),
        ("平均处理天数", ["平均", "天数"]),
        ("多少人手充实一线", ["人手", "充实", "1线"]),
        ("有多少期刊", ["期刊"]),
        ("几个人才", ["人才"]),
        ("多少人受益", ["受益"]),
        ("能卖多少", ["卖"]),
        ("用电多少", ["用电"]),
        ("查了身体的有多少", ["查身体"]),
        ("发了稿费多少", ["稿费"]),
        ("换发射机", ["换", "发射机"]),
        ("编辑部有几个人", ["编辑部"]),
    ],
)
def test_a_question_is_cut_into_words_that_say_something(text: str, words: list[str]) -> None:
    assert segment(key(text)) == words


def test_cover_counts_whole_words_then_synonyms_then_runs() -> None:
    table = {"员工": frozenset({"干部职工"})}
    assert cover("员工", "全中心员工212人", table) == 1.0
    assert cover("员工", "干部职工91人", table) == 0.9
    assert cover("4k演播室", "4k超高清演播室", table) == 1.0
    assert cover("舆情预警", "全年舆论监督", table) == 0.0


def test_a_measure_is_no_other() -> None:
    assert "广告收入" not in measure_words()["经营收入"]
    assert "记者" not in measure_words()["采编人员"]
    assert "关注人数" in measure_words()["粉丝"]
    assert "更名" in act_words()["改名"]
    assert not stop_words() & {"员工", "粉丝", "培训"}


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("□有多少□", Intent.VALUE),
        ("□粉丝这几年怎么变化的", Intent.TREND),
        ("□年比□年多了多少", Intent.DIFFERENCE),
        ("哪1年公益广告最多", Intent.MAXIMUM),
        ("哪1年招的大学生多", Intent.MAXIMUM),
        ("哪1年纳税更少1些", Intent.MINIMUM),
        ("哪1年粉丝有多少", Intent.VALUE),
        ("哪年投诉最少", Intent.MINIMUM),
        ("□最早出现在哪1年的报告里", Intent.FIRST),
        ("□最后1次出现在哪年", Intent.LAST),
        ("□什么时候改名的", Intent.WHEN),
        ("□有哪些不足", Intent.SHORTCOMINGS),
        ("□还存在哪些问题", Intent.SHORTCOMINGS),
        ("□承诺要做什么", Intent.COMMITMENTS),
        ("□怎么回应上1年不足的", Intent.RESPONSES),
        ("□有哪些专栏", Intent.COLUMNS),
        ("□得了什么奖", Intent.AWARDS),
        ("□曝光了多少个问题", Intent.VALUE),
        ("哪份报告提到□", Intent.REPORTS),
        ("今天天气", Intent.UNKNOWN),
    ],
)
def test_intents(question: str, intent: Intent) -> None:
    assert intent_of(question) is intent


def test_phrasing() -> None:
    assert number(1000000, "人", Qualifier.OVER) == "超100万人"
    assert number(38.4, "%") == "38.4%"
    assert exactly(14000, "条次") == "1.4万条次（14000条次）"
    assert day("2024-06-12") == "2024年6月12日"
    assert day("2024-06") == "2024年6月"
    assert listed(["甲", "乙", "甲"]) == "甲、乙"
    assert listed(["甲", "乙", "丙"], 2) == "甲、乙等3项"


def test_a_long_word_of_no_table_is_led_to_by_what_stands_around() -> None:
    around = "9月26日报史陈列室对市民开放展出老报纸接待参观9600人次"
    assert led_to("报史陈列室接待", "接待参观9600人次", around)
    assert not led_to("报史陈列室接待", "展出老报纸1200件", around)
    assert not led_to("读者俱乐部接待", "接待参观9600人次", around)
    assert not led_to("接待", "接待参观9600人次", around)
