"""Questions for all that was done in a field of work, for numbers that are called, and for names in Latin letters."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.wording.romanised import in_characters
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """澄江县融媒体中心社会责任报告（2022年度）
一、前言
澄江县融媒体中心主任为马春晖，总编辑罗一鸣兼任山海短视频工作室负责人。新闻热线4110110。
澄江县融媒体中心为县委直属事业单位，现开办综合、公共2套电视节目，位于鹭江道66号，选送6名主持人到中国传媒大学深造。
二、人文关怀责任
关注视障群体，推出“听见澄江”无障碍听报服务。向凤凰岭小学捐赠棉衣600件。
三、道德责任
每周六播出手语新闻，由教师黄丽娟担任手语主持。一名外聘摄像因收受采访对象红包被解聘。因房地产广告未标注许可证号，被责令改正。
四、保障权益责任
派12人次赴浙江长兴跟班学习。为职工发放餐补，组织体检两批次。
五、后记
（一）不足
一是国际传播几乎空白。
（二）改进
2023年，一是建成县史馆；二是开设英文网页；三是成立传媒公司，承接活动策划；四是搭建直播间。
"""
_SECOND = """澄江县融媒体中心社会责任报告（2023年度）
一、前言
“澄江在线”客户端接入大模型，推出智能问答，越南语、泰语频道上线。两名记者获省五一劳动奖章，分别是刘海川、吴阿依。与旅行社合作开发研学产品，发布失实信息一条。聘请法律顾问审查合同。
二、服务责任
英文网页上线。纪录片《白桦林》在央视科教频道播出，与俄罗斯阿穆尔广播公司合办《邻居》节目。
直播间建成260平方米，大会代表走进直播间。义工联盟每月第一个周六开展服务日。
举办助农直播32场，帮果农卖出苹果梨210吨。
三、后记
（一）不足
一是县史馆建设进度滞后；二是农村读者覆盖不足。
（二）改进
2024年，一是恢复农村发行站20个；二是组织全员人工智能应用培训；三是尽快组建传媒公司。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        [understand(text.encode(), f"{year}.txt") for year, text in ((2022, _FIRST), (2023, _SECOND))]
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("人文关怀方面做了什么", ["听见澄江", "棉衣"]),
        ("人才培养方面做了哪些工作", ["跟班学习"]),
        ("怎么关心职工的", ["餐补"]),
        ("助农做了什么", ["苹果梨"]),
        ("为残疾人做了哪些事", ["听见澄江"]),
        ("国际传播方面怎么样", ["几乎空白"]),
        ("助农直播做得怎么样", ["苹果梨"]),
        ("棉衣捐给了谁", ["凤凰岭小学"]),
        ("新闻热线是多少", ["4110110"]),
        ("派了多少人出去学习", ["12人次"]),
        ("县史馆建成了吗", ["进度滞后"]),
        ("传媒公司成立了吗", ["再次列为打算", "尽快组建"]),
        ("开了哪几种语言的频道", ["越南语"]),
        ("直播间搭好了吗", ["260平方米"]),
        ("义工哪天活动", ["第一个周六"]),
        ("《白桦林》在哪个频道播的", ["科教频道"]),
        ("跟哪家外国媒体办节目", ["阿穆尔"]),
        ("2022年有哪几套电视节目", ["综合、公共"]),
        ("Has the media company been set up?", ["再次列为打算"]),
        ("有没有因为广告被罚", ["责令改正"]),
        ("2022年提的不足2023年都回应了吗", ["国际传播几乎空白"]),
        ("中心归谁管", ["直属"]),
        ("谁获得了五一劳动奖章", ["刘海川"]),
        ("Was there any false report in 2023?", ["失实信息"]),
        ("2023年打算做什么", ["恢复农村发行站", "2022年报告为2023年写下的", "英文网页"]),
        ("Who leads the Shanhai short video studio?", ["罗一鸣"]),
        ("Who is the director of the centre?", ["马春晖"]),
        ("Who is the host of the sign language news?", ["黄丽娟"]),
        ("What did the centre do for its employees in 2022?", ["餐补"]),
        ("中心在什么地方", ["鹭江道"]),
        ("主持人在哪所大学进修", ["中国传媒大学"]),
        ("记者收红包的事怎么处理的", ["解聘"]),
        ("广告出过问题吗", ["许可证号"]),
    ],
)
def test_told(shelf: Shelf, question: str, told: list[str]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is not None
    assert all(part in answer.answer for part in told), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "食堂方面做了什么",
        "版权保护方面做了什么",
        "乡村振兴2022年做了什么",
        "副主任是谁",
        "投稿邮箱是什么",
        "法律顾问是哪家律所",
        "给职工打疫苗了吗",
        "县史馆有没有配车",
        "日语账号开了吗",
        "跟哪家旅行社合作的",
        "副总编是谁",
        "举报电话是多少",
        "有没有编造新闻",
    ],
)
def test_not_told(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


def test_that_no_later_report_is_stored_is_said(shelf: Shelf) -> None:
    answer = ask(shelf, "2023年的承诺兑现了吗")
    assert answer.answer is None
    assert "2023年之后的报告还没有入库" in (answer.reason or "")


def test_two_media_are_asked_side_by_side() -> None:
    other = _FIRST.replace("澄江", "榴溪").replace("国际传播几乎空白", "深度报道少")
    both = Shelf([understand(text.encode(), "2022.txt") for text in (_FIRST, other)])
    answer = ask(both, "澄江县融媒体中心、榴溪县融媒体中心的不足有哪些").answer or ""
    assert "国际传播几乎空白" in answer
    assert "深度报道少" in answer


@pytest.mark.parametrize(
    ("words", "said", "name"),
    [
        (["Shanhai"], "山海短视频工作室", "山海"),
        (["Yiming", "Luo"], "主任罗一鸣牵头", "罗一鸣"),
        (["Li", "Hua"], "李华", "李华"),
        (["Shanghai"], "山海短视频工作室", None),
    ],
)
def test_pinyin(words: list[str], said: str, name: str | None) -> None:
    assert in_characters(words, said) == name
