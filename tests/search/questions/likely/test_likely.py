"""Figures that no sentence tells in the words of the question, by what they most likely are of."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """石渡晚报社会责任报告（2017年度）
一、前言
《石渡晚报》现有在岗人员163名，其中女性88名，日均出版24个版，期均发行9.4万份。“石渡晚报”微信公众号粉丝21万。
二、服务责任
“帮忙热线”全年接听来电1.3万个，平均每个工作日51个。深入社区举办健康义诊27场，惠及老年群众4100人次。向山区小学赠送旧书1.8万册，价值36万元。
三、合法经营责任
全年支付稿酬145万元。拒登违规保健品广告33条，公益广告刊发时长不限。上缴税收211万元。
"""
_SECOND = """石渡晚报社会责任报告（2018年度）
一、前言
《石渡晚报》现有在岗人员158名，期均发行8.7万份。“石渡晚报”微信公众号粉丝29万。
二、服务责任
“帮忙热线”全年接听来电1.1万个。受助贫困学子74人，发放助学金22万元。
三、合法经营责任
印刷厂技改投入530万元。上缴税收198万元。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        understand(text.encode(), "a.txt", "石渡晚报", year)
        for text, year in ((_FIRST, 2017), (_SECOND, 2018))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("女员工有多少", [88]),
        ("送给山里孩子的旧书值多少钱", [360_000]),
        ("2018年资助了多少学生", [74]),
        ("2017年挡掉了多少条不合规的广告", [33]),
        ("2017年晚报每天印多少份", [94_000]),
        ("晚报2018年一期发行多少份", [87_000]),
        ("2017年帮忙热线一天接几个电话", [51]),
        ("What was the print run in 2018?", [87_000]),
    ],
)
def test_the_figure_that_comes_nearest_is_given(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "2018年帮忙热线一天接几个电话",
        "2018年支付稿酬多少",
        "2017年公益广告刊发多少条",
        "抖音号有多少粉丝",
        "2018年女员工有多少",
        "2017年印刷厂技改花了多少",
        "离职的有多少人",
        "2018年利润多少",
    ],
)
def test_what_is_told_of_another_year_or_thing_is_no_answer(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer


_SEVERAL = """垦区工人报社会责任报告（2022年度）
一、服务责任
代写维权文书，追讨欠薪、补偿金513万元。总收入2870万元，境外合作收入首次入账，为12万元。清理水军、关停违规小号640个。
二、保障权益责任
职工平均月薪6900元，研发投入占营收比重4.7%。十二年来总计资助学生3100名，当年资助240名。
三、阵地建设责任
“垦区工友”微信公众号粉丝9万。
"""


@pytest.fixture(scope="module")
def house() -> Shelf:
    return Shelf([understand(_SEVERAL.encode(), "a.txt", "垦区工人报社", 2022)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("要回多少欠薪", [5_130_000]),
        ("境外收入有多少", [120_000]),
        ("研发花的钱占营收多少", [4.7]),
    ],
)
def test_a_deed_and_a_part_are_told_apart_from_what_stands_beside_them(
    house: Shelf, question: str, values: list[float]
) -> None:
    answer = ask(house, question)
    sound(house, answer)
    assert [value.value for value in answer.values] == values


def test_so_many_years_are_no_year(house: Shelf) -> None:
    assert ask(house, "十二年一共资助了多少学生").reading == ask(house, "累计一共资助了多少学生").reading


def test_accounts_that_were_closed_are_none_of_its_own(house: Shelf) -> None:
    assert not ask(house, "封停了多少账号").items


_OTHERWISE = """川屿报业社会责任报告（2021年度）
一、阵地建设责任
“川屿播报”抖音号粉丝突破62万。“深海之声”节目组走访了37座灯塔。
二、服务责任
“渔火”信箱五个月里渔民寄来家书、口述稿、老照片860件。春播时节，农技员蹲在地头答疑，解了菜农的难题1370个。
三、保障权益责任
为9名困难职工垫付医药费5.2万元。村口的桥是报社捐资架起来的，架桥48米。
"""


@pytest.fixture(scope="module")
def islands() -> Shelf:
    return Shelf([understand(_OTHERWISE.encode(), "a.txt", "川屿报业", 2021)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("渔火信箱里收了多少件来信稿件", [860]),
        ("村口的桥架了多长", [48]),
        ("深海之声走了几座灯塔", [37]),
    ],
)
def test_a_figure_that_no_other_comes_near_is_given(
    islands: Shelf, question: str, values: list[float]
) -> None:
    answer = ask(islands, question)
    sound(islands, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize("question", ["报社一共有多少粉丝", "总用户有多少", "全网多少人关注"])
def test_what_one_account_has_is_not_all_of_it(islands: Shelf, question: str) -> None:
    assert ask(islands, question).answer is None


_IN_ONE_BREATH = """朔滩日报社社会责任报告（2022年度）
一、前言
朔滩日报社主管中共朔滩市委机关报《朔滩日报》，1956年4月3日创刊。
平台\t2021年底\t2022年底
“朔滩圈”抖音号\t31万\t44万
《朔滩日报》期发行量\t5.1万份\t4.7万份
二、服务责任
热线受理投诉3120件，督促办结2876件。《探照灯》版刊发舆论监督报道37篇，比上年增加9篇。“朔滩圈”客户端5月发布的3.0版打开更快。
三、保障权益责任
夜班补贴上浮25%。评选先进记者6名。
"""


@pytest.fixture(scope="module")
def coast() -> Shelf:
    return Shelf([understand(_IN_ONE_BREATH.encode(), "a.txt", "朔滩日报社", 2022)])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("热线帮人办结了多少件投诉", [2876]),
        ("探照灯的监督稿有几篇", [37]),
        ("夜班补贴涨了百分之多少", [25]),
        ("市报一期发多少份", [47_000]),
        ("机关报发行量的走势", [51_000, 47_000]),
        ("朔滩圈抖音号的粉丝是涨是跌", [310_000, 440_000]),
    ],
)
def test_figures_of_one_breath_are_told_apart(coast: Shelf, question: str, values: list[float]) -> None:
    answer = ask(coast, question)
    sound(coast, answer)
    assert [value.value for value in answer.values] == values


def test_those_of_whom_something_was_done_are_not_the_staff(coast: Shelf) -> None:
    assert ask(coast, "2022年采编人员有多少人").answer is None


@pytest.mark.parametrize(
    ("question", "date"), [("市委机关报哪天创刊的", "1956年4月3日"), ("客户端3.0版几月发的", "2022年5月")]
)
def test_a_paper_and_an_edition_are_named_by_what_they_are(coast: Shelf, question: str, date: str) -> None:
    assert date in (ask(coast, question).answer or "")


@pytest.mark.parametrize(
    ("question", "values"),
    [("社里手底下有多少人", [88, 95]), ("晚报平均每天印多少份", [21_000, 24_000])],
)
def test_what_the_house_has_needs_no_name(question: str, values: list[float]) -> None:
    shelf = Shelf(
        understand(
            f"莲湾晚报社社会责任报告（{year}年度）\n一、前言\n《莲湾晚报》1990年创刊。\n报社现有员工{staff}人，报纸日均发行{run}万份。".encode(),
            "a.txt",
            "莲湾晚报社",
            year,
        )
        for year, staff, run in ((2017, 88, "2.1"), (2018, 95, "2.4"))
    )
    for year, value in zip((2017, 2018), values, strict=True):
        assert [each.value for each in ask(shelf, f"{year}年{question}").values] == [value]


def test_what_several_were_together_was_none_of_them_alone() -> None:
    text = """苇川网社会责任报告（2021年度）
一、阵地建设责任
编辑部抽出36人组成“快影”“听潮”“数说”三支小队，图解《一滴水的旅行》、动画《老街》分别被转载1500次和700次。
"""
    shelf = Shelf([understand(text.encode(), "a.txt", "苇川网", 2021)])
    assert ask(shelf, "“听潮”小队有几个人").answer is None
