"""Figures that reports tell in odd places: in responses, in lists told one by one, beside what is counted."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.respective import told_of_others
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """岚口日报社社会责任报告（2018年度）
一、前言
岚口日报社现有职工203人。岚口网（岚口传媒公司）创办于2004年3月8日。设有“岚口云”客户端和“岚口日报”微信公众号。
二、服务责任
举办首届家装节、第六届书市，分别接待市民2.4万人、3.7万人，书市售出图书1.9万册。帮扶工作队进驻下坳村，修渠5.6公里。“茶马行”采访途经4省12县，为出差记者购买交通意外险61份。
“小岚伴读”公益平台募集善款62万元；“江畔行走”全媒体采访历时19天，顺江而下260公里，推出图文稿，报道组在江口坚守6天。“岚口问政”留言平均办结时间为7天。热线回访月活动期间，62个部门到场接访。岚口网日均PV 33万。助农直播18场，带货金额240万元，户均增收860元。“我在山乡当老师”蹲点采访由4名记者完成、历时21天，中央媒体用稿31条（央视6条、新华社12条）。募捐人数达1.6万人次。全年播出公益广告7300条次、制作公益广告40条。
三、后记
（一）不足
一是客户端活跃度低，日活用户3100人。
二是校对岗位缺员7人。
（二）改进
一是完善客户端功能。
"""
_SECOND = """岚口日报社社会责任报告（2019年度）
一、前言
岚口日报社现有职工198人。
二、服务责任
岚口网日均PV 41万。助农直播26场，带货金额390万元。全年播出公益广告8100条次、制作公益广告44条。经营收入900万元，其中数字业务收入占比38.2%。“小岚伴读”网络平台募集善款71万元。大字版客户端面世，65岁以上用户8800人。对3名违规人员扣发绩效共4500元。动漫产品少，全年推出动漫4部。“岚口问政”回复留言870条。“岚口日报”微信公众号粉丝9万、视频号3.1万，快手号关停。生产短视频410条，最高一条播放量达960万。
三、后记
（一）回应
针对客户端活跃度低的问题，增设挂号、缴费等板块，日活用户增长到1.2万人。
（二）不足
一是微信公众号互动少。全平台日活用户统计口径不一。
附 截至年底，全端口累计用户31万。全年总收入900万元，其中广告410万元、会展260万元。义诊活动邀请专家48人次，惠及村民1900人。“沿江看变化”调研行历时两个半月，走进9个县，见报整版14个。岚口卫星频道收视排名第19位，“岚口日报”微信公众号列全省党报公众号传播力榜第六位。片酬占制作成本的41%。维权台全年接诉520条，推动解决率为88%。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "岚口日报社"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2018), (_SECOND, 2019))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("客户端日活19年多少", [12_000]),
        ("岚口云2018年日活", [3100]),
        ("家装节来了多少人", [24_000]),
        ("书市来了多少人", [37_000]),
        ("茶马行走了几个省", [4]),
        ("下坳村的渠修了多长", [5.6]),
        ("给出差的记者买了几份保险", [61]),
        (
            "热线回访月来了多少部门",
            [62],
        ),
        ("岚口网的访问量各年多少", [330_000, 410_000]),
        ("助农带货涨了多少", [2_400_000, 3_900_000]),
        ("公益广告条次两年各多少", [7300, 8100]),
        ("参加募捐的有多少人", [16_000]),
        ("央视用了几条稿", [6]),
        ("中央媒体用稿多少", [31]),
        ("山乡当老师派了几个记者，待了多久", [4, 21]),
        ("每户多挣了多少", [860]),
        ("数字业务收入2019年有没有到40%", [38.2]),
        ("视频号粉丝多少", [31_000]),
        ("江畔行走走了多少里程", [260]),
        ("岚口问政的留言平均几天办好", [7]),
        ("小岚伴读两年共筹了多少钱", [620_000, 710_000]),
        ("大字版有多少老人用", [8800]),
        ("违规的人扣了多少绩效", [4500]),
        ("动漫做了多少", [4]),
        ("数字业务收入占比今年多少", [38.2]),
        ("所有端口加起来多少用户", [310_000]),
        ("广告收入多少", [4_100_000]),
        ("会展收入2019年多少", [2_600_000]),
        ("义诊请了多少专家", [48]),
        ("沿江看变化走了几个县", [9]),
        ("沿江看变化出了几个整版", [14]),
        ("维权台去年解决率", []),
        ("维权台今年解决率", [88]),
        ("收视排名第几", [19]),
        ("公众号在全省排第几", [6]),
        ("片酬占成本的比重多少", [41]),
        ("公众号和视频号哪个粉丝多，19年", [90_000, 31_000]),
        ("校对还差几个人", [7]),
        ("最火的短视频播放量多少", [9_600_000]),
        ("公益广告2019年比上年多做几条", [40, 44]),
    ],
)
def test_a_figure_is_found_where_it_is_told(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


def test_a_founding_is_dated_behind_its_verb(shelf: Shelf) -> None:
    answer = ask(shelf, "岚口网哪年办起来的")
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == ["2004-03-08"]


@pytest.mark.parametrize(
    "question",
    [
        "公众号日活多少",
        "快手粉丝多少",
        "2018年收视排名第几",
        "视频号排第几",
        "书市卖了多少辆车",
        "家装节2019年来了多少人",
        "茶马行走了几个村",
    ],
)
def test_what_is_told_of_another_thing_is_no_answer(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    assert answer.answer is None
    assert answer.reason


@pytest.mark.parametrize(
    ("sentence", "figure", "others"),
    [
        ("家装节、书市，分别接待2万人、3万人", "3万人", ("家装节",)),
        ("客户端、公众号、抖音号用户分别达12万、8万和25万", "8万", ("客户端", "抖音号")),
        ("综合广播、交通广播份额分别为21%和34%", "21%", ("交通广播",)),
        ("图文、视频分别为310条、206条、15条", "310条", ()),
        ("家装节接待2万人、书市接待3万人", "3万人", ()),
    ],
)
def test_a_list_told_one_by_one_tells_what_each_figure_is_not_of(
    sentence: str, figure: str, others: tuple[str, ...]
) -> None:
    assert told_of_others(sentence, sentence.index(figure)) == others
