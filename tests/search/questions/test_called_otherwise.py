"""Things called by what they are, works pointed at by a word of their title, and what is asked for by its object."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.naming.described import described, descriptions
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """泾浦市融媒体中心社会责任报告（2022年度）
一、前言
泾浦市融媒体中心实有员工212人，新闻记者证持证人数91人，采编人员133人。
二、服务责任
4月6日，电视问政节目《当面问》开播，全年播出8期，曝光问题52个，已解决47个。“春芽行动”公益助学活动资助学生164名，发放助学金71万元。被中央电视台采用新闻26条；在“学习强国”上稿410条。“浦上”客户端下载量9.2万次。
各端统一开设《奋进泾浦》《这十年》等专题专栏11个。抖音作品《渔政船上的婚礼》播放量930万次。
三、安全责任
智能校对系统累计拦截差错1310处。
四、后记
（一）不足
1.演播厅面积小、设备旧。
（二）改进
1.预计2024年底新演播厅竣工。
"""
_SECOND = """泾浦市融媒体中心社会责任报告（2023年度）
一、前言
泾浦市融媒体中心实有员工207人，采编人员130人。
二、服务责任
《当面问》全年播出10期，曝光问题61个，整改到位58个。“春芽行动”帮助181名学生圆了大学梦，发放助学金80万元。全年央视用稿31条。新闻热线为农民工讨回欠薪96万元。“浦上”客户端装机量12.4万。10月，融媒大楼破土动工，总投资4600万元。12月启用380平方米全景演播厅。青少年口才班招生220名。推出《骑手》专版，撤销地方站3个。报纸个人自费订户突破2300户。台聘人员月均增收640元。
1月1日，综合频道高清信号播出，生活频道11月同步跟进。“浪花”品牌入驻哔哩哔哩、小红书。除日常慰问外，开展“旧书新读”图书捐赠。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "泾浦市融媒体中心"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2022), (_SECOND, 2023))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2023年电视问政播了几期", [10]),
        ("2022年电视问政曝光了多少问题、解决了多少", [52, 47]),
        ("2023年当面问曝光了多少问题解决了多少", [61, 58]),
        ("2023年给贫困学生一共发了多少助学金", [800_000]),
        ("帮农民工要回了多少工钱", [960_000]),
        ("帮农民工讨了多少薪", [960_000]),
        ("每年上央视的稿子各有多少条", [26, 31]),
        ("机器校对拦下来多少处错", [1310]),
        ("2023年客户端装了多少台手机", [124_000]),
        ("融媒大楼投了多少钱", [46_000_000]),
        ("渔政船那条视频播放了多少次", [9_300_000]),
        ("那条渔政船的片子有多少播放量", [9_300_000]),
        ("演播厅面积", [380]),
        ("口才班招了多少孩子", [220]),
        ("撤了几个记者站", [3]),
        ("自己掏钱订报的有多少", [2300]),
        ("台聘的人每月涨了多少钱", [640]),
    ],
)
def test_a_figure_is_found(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "2023年有记者证的采编有几人",
        "融媒大楼哪天竣工",
        "电视问政有多少观众",
        "哪两个专栏讲的是骑手",
        "渔政船的婚礼拍摄花了多少钱",
        "央视发稿2021年有多少",
    ],
)
def test_what_no_report_says_is_not_answered(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    assert answer.answer is None
    assert answer.reason


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("大楼什么时候动的工", "2023年10月"),
        ("生活频道几月高清播出", "2023年11月"),
        ("电视问政哪天开播", "2022年4月6日"),
        ("演播厅哪月启用", "2023年12月"),
        ("浪花品牌进驻了哪些平台", "哔哩哔哩"),
        ("2022年开了哪些专栏", "奋进泾浦、这十年"),
    ],
)
def test_an_answer_says(shelf: Shelf, question: str, said: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert said in (answer.answer or "")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("电视问政播了几期", [(0, 4)]),
        ("公益助学活动资助了谁", [(0, 4)]),
        ("电视问政报道有哪些", []),
        ("当面问电视问政播了几期", []),
    ],
)
def test_a_description_stands_for_a_name(text: str, places: list[tuple[int, int]]) -> None:
    said = descriptions([_FIRST, _SECOND])
    named = {"当面问": [], "春芽行动": []}
    assert [(start, end) for start, end, _ in described(text, said, named)] == places


_THIRD = """蓼城日报社社会责任报告（2014年度）
蓼城日报社办有《蓼城日报》《蓼城晚报》《蓼城农村报》。10月17日，报社官方微信开通。在职员工平均年龄38岁。“给山里娃一本书”活动募集图书1.9万册，捐给13所乡村小学。中秋节期间举办“月满蓼城”诗会，线上观看人数27万。利润3900万元。
选送9人赴日本、韩国研修。
不足：没有客户端。2015年将推出“蓼城新闻”客户端，计划6月底前上线。
"""
_FOURTH = """蓼城日报社社会责任报告（2015年度）
蓼城日报社办有《蓼城日报》。利润3100万元。
"""


@pytest.fixture(scope="module")
def paper() -> Shelf:
    media = "蓼城日报社"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_THIRD, 2014), (_FOURTH, 2015))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("社里平均多大年纪", [38]),
        ("给山里娃捐了多少书", [19_000]),
        ("诗会多少人在线看", [270_000]),
        ("利润掉了多少", [39_000_000, 31_000_000]),
    ],
)
def test_a_figure_of_the_paper_is_found(paper: Shelf, question: str, values: list[float]) -> None:
    answer = ask(paper, question)
    sound(paper, answer)
    assert sorted(value.value for value in answer.values) == sorted(values)


@pytest.mark.parametrize("question", ["客户端哪天上线的", "2014年客户端什么时候上线的", "给山里娃捐了多少钱"])
def test_what_was_only_meant_to_be_is_not_dated(paper: Shelf, question: str) -> None:
    answer = ask(paper, question)
    assert answer.answer is None
    assert answer.reason


def test_a_gathering_is_dated_by_a_feast(paper: Shelf) -> None:
    assert "中秋节" in (ask(paper, "诗会什么时候办的").answer or "")


def test_papers_are_told_by_the_report_that_has_most_of_them(paper: Shelf) -> None:
    answer = ask(paper, "社里有哪些报纸")
    sound(paper, answer)
    assert {item.label for item in answer.items} == {"蓼城日报", "蓼城晚报", "蓼城农村报"}
    assert "2014年" in (answer.reason or "")


_STATION = """澴川广播电视台社会责任报告（2023年度）
澴川国际传播中心9月运行，英、俄、日三语账号订阅者达41万。历时14个月摄制的《渡桥》12月在央视九套首播。《纸船》获全国一类扶持。主持人大赛推迟到2024年举办。影视频道停播，腾出的66名采编播人员转岗。
"""


@pytest.fixture(scope="module")
def station() -> Shelf:
    media = "澴川广播电视台"
    return Shelf([understand(_STATION.encode(), "a.txt", media, 2023)])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("国际传播中心开了哪几种语言的账号", "英、俄、日"),
        ("渡桥在哪个频道播的", "央视九套"),
        ("纸船得了什么", "全国一类扶持"),
        ("渡桥拍了多长时间", "14个月"),
        ("腾出来多少采编播的人", "66名"),
    ],
)
def test_a_sentence_tells_it(station: Shelf, question: str, said: str) -> None:
    answer = ask(station, question)
    sound(station, answer)
    assert said in (answer.answer or "")


@pytest.mark.parametrize("question", ["主持人大赛哪天办的", "国际传播中心有多少人", "纸船哪天播出"])
def test_what_the_station_does_not_say(station: Shelf, question: str) -> None:
    assert ask(station, question).answer is None
