"""When things began, changed and ended, and whether what was meant came to be, asked in passing or as nouns."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_MEDIA = "汀山日报社"
_REPORTS = {
    2021: """汀山日报社社会责任报告（2021年度）
一、前言
汀山日报社办有《汀山日报》和《汀山晚报》。自3月1日起，《汀山晚报》由每周六刊调整为每周四刊。
二、阵地建设责任
“云上汀山”APP于9月12日升级到3.0版本。新演播厅于国庆节当天启用。
“拾光”频道每周更新两期。《民声面对面》播出24期，涉及停车、物业问题51个。
三、存在的不足和改进措施
（一）不足
一是短信推送太密，退订的用户占21%。
（二）改进措施
一是新报业大厦于2022年底建成入驻。
二是短信推送每天不超过三条。
""",
    2022: """汀山日报社社会责任报告（2022年度）
一、前言
告别《汀山晚报》，是报社最难的决定。这张办了二十六年的报纸在2022年12月30日出完第8120期之后休刊。就两报重复一事，经论证，晚报休刊，以《城南旧事周刊》承其文脉。
二、阵地建设责任
《城南旧事周刊》4月15日接棒，随周末报纸发行。“汀山海外”English频道11月3日开张。原定年初投用的中央厨房因设备招标延期，8月9日正式启用。
新开谈话节目《炉边》，嘉宾全是邮递员、厨师和乡村教师。录用的15名高校毕业生7月报到。
三、经营责任
受纸价上涨影响，总收入3120万元，下降9.4%。
四、存在的不足和改进措施
（一）不足
一是新报业大厦因土地手续未办妥，至今未能开工。
二是短信推送仍嫌多，说好的三条没守住。
三是“拾光”频道更新放缓。
（二）改进措施
一是短信推送由总编辑签发。
""",
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(understand(text.encode(), f"{year}.txt", _MEDIA, year) for year, text in _REPORTS.items())


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("晚报啥时候从天天出改成一周出四天的", "2021-03-01"),
        ("晚报从哪天起不再天天出", "2021-03-01"),
        ("APP3.0是哪天上线的", "2021-09-12"),
        ("新演播厅哪天启用的", "2021-10-01"),
        ("咱那张晚报到底是哪天停的", "2022-12-30"),
        ("《城南旧事周刊》创刊日", "2022-04-15"),
        ("When did the English channel open?", "2022-11-03"),
        ("On what date was the converged newsroom put into use?", "2022-08-09"),
        ("新招的大学生几月份来上班的", "2022-07"),
    ],
)
def test_the_day_is_told_whatever_the_report_calls_it(shelf: Shelf, question: str, date: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == [date]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2022年收入下降原因", "受纸价上涨影响"),
        ("中央厨房晚投用缘由", "设备招标延期"),
        ("说好的新报业大厦建成了吗", "未能开工"),
        ("短信推送太多这毛病改好没", "没守住"),
        ("新办的谈话节目都请些啥人来聊", "邮递员"),
        ("拾光频道最后一次露面是在哪年的报告里", "2022"),
    ],
)
def test_why_whether_and_who_is_told_in_a_sentence(shelf: Shelf, question: str, said: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert said in (answer.answer or "")


@pytest.mark.parametrize(
    "question", ["《民声面对面》末期日期", "《民声面对面》制作经费", "《炉边》哪天停播的", "拾光频道创办日期"]
)
def test_what_is_not_told_stays_untold(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


@pytest.mark.parametrize(
    ("question", "date", "value"),
    [
        ("咱那张晚报哪天停的，出到多少期", "2022-12-30", 8120),
        ("高校毕业生几月份报到的，录用了多少名", "2022-07", 15),
    ],
)
def test_the_number_beside_the_day_is_told_too(shelf: Shelf, question: str, date: str, value: int) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == [date]
    assert [each.value for each in answer.values] == [value]


def test_what_took_its_place_is_named_with_its_day(shelf: Shelf) -> None:
    answer = ask(shelf, "接替晚报的那个周刊叫啥，什么时候办起来的")
    sound(shelf, answer)
    assert answer.items[0].detail == "2022-04-15"
