"""Questions for the closing chapter in everyday words, and lists without what is there no more."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.encoder import open_encoder
from search.questions.asking import ask
from search.questions.closing.wanting import wanted
from search.questions.wording.intents import Intent
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """榴溪日报社社会责任报告（2018年度）
一、前言
榴溪日报社办有《榴溪日报》《榴溪商报》《榴溪农经》和“榴溪+”客户端。《榴溪晨刊》自7月1日起停刊，《榴溪农经》因投递困难，自2019年1月起休刊。
时政部获“市级三八红旗集体”称号，报社被评为省级文明单位，第20届榴西新闻奖一等奖2件，记者蒲小满当选“榴溪好青年”，通讯《窑火》获榴西新闻奖二等奖，评论《莫让路牌迷路》获中国城市好新闻三等奖。
二、保障权益责任
社里现有职工186人，连续3年获评平安单位。全员大会有371人到会。《河道谁来清》报道见报后，两处违建码头被拆除。“四点半教室”开张，解除职工接孩子的后顾之忧，整合了工会、团委、后勤等部门的场地资源。设立“减压角”，由市康宁医院派心理医师轮值。编辑部86人到榴溪区人民医院做了体检。首间阅报室设在西桥社区，由退休校工章老伯捐资布置，与榴溪学院联合管理，“榴小报”查询机能查旧报、借书。“送报上山”公益行动走访9村，开设《山里人家》专栏。因为夜班司机不好找车，社里开行“夜班巴士”。
三、后记
（一）不足
一是副刊作者老化，稿源单一；二是客户端打开慢，闪退多；三是街坊新闻少，市井气不足。
（二）改进
一是建立青年作者库；二是重做客户端；三是在每个社区设街坊记者。
"""
_SECOND = """榴溪日报社社会责任报告（2019年度）
一、前言
社里现有职工179人。榴溪传媒集团由榴溪日报社、榴溪有线台整合组建。办有《榴溪日报》《榴溪商报》和“榴溪+”客户端。《榴溪论坛》专栏3月改为一周两期，与澄港、白鹤两地晚报合办书市，书市因暴雨推迟到11月，门票收入交由慈善会管理。校对冯某因漏校被扣罚绩效。榴溪网并入“榴溪+”客户端。《街头巷尾》专栏因改版需要于6月停办，新设《市井》专栏。
二、后记
（一）回应
一是针对副刊作者老化的问题，征集青年作者62名；二是针对客户端闪退多的问题，推倒重做；三是街坊新闻方面，聘请街坊记者40名。
（二）不足
一是音频产品还是空白。
（三）打算
一是开办有声报。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "榴溪日报社"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2018), (_SECOND, 2019))
    )


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("2018年社里心里没底的是哪些", ["副刊作者老化", "客户端打开慢", "街坊新闻少"]),
        ("2018年自己最不满意什么", ["副刊作者老化", "客户端打开慢", "街坊新闻少"]),
        ("2018年查摆出来的都有哪些问题", ["副刊作者老化", "客户端打开慢", "街坊新闻少"]),
        ("2018年说今后朝哪些方向使劲", ["青年作者库", "重做客户端", "街坊记者"]),
        ("18年那几条毛病是怎么改的", ["青年作者62名", "推倒重做", "街坊记者40名"]),
        ("2018年挑出的刺转年怎么交代的", ["青年作者62名", "推倒重做", "街坊记者40名"]),
        ("闪退多怎么治的", ["推倒重做", "重做客户端"]),
        ("2018年办着哪些报", ["榴溪日报", "榴溪商报", "榴溪农经"]),
        ("2019年有哪些专栏", ["榴溪论坛", "市井"]),
        ("2018年有哪些集体和个人得了荣誉", ["三八红旗集体", "好青年", "省级文明单位", "平安单位"]),
        ("全国城市好新闻得奖的是哪件", ["莫让路牌迷路"]),
        ("蒲小满有什么头衔", ["榴溪好青年"]),
        ("街头巷尾还在办吗", ["6月停办"]),
        ("体检是去哪家医院做的", ["榴溪区人民医院"]),
        ("为什么要办夜班巴士", ["不好找车"]),
        ("集团是由哪几家单位合并来的", ["榴溪日报社", "榴溪有线台"]),
        ("第一间阅报室建在哪", ["西桥社区"]),
        ("阅报室是谁出钱布置的", ["章老伯捐资"]),
        ("阅报室和谁一块儿管", ["榴溪学院"]),
        ("榴小报查询机能查什么", ["旧报", "借书"]),
        ("街头巷尾怎么不办了", ["改版需要"]),
        ("2018年开了哪些专栏", ["山里人家"]),
        ("2018年得奖篇目有哪些", ["窑火", "莫让路牌迷路"]),
        ("音频空白打算怎么补", ["有声报"]),
        ("书市为何延期", ["暴雨"]),
        ("书市和哪几家报纸合办", ["澄港", "白鹤"]),
        ("书市门票收入归谁管", ["慈善会"]),
        ("漏校的校对受了什么处罚", ["扣罚绩效"]),
        ("榴溪网去哪了", ["并入"]),
        ("2018年的三条短板一年以后怎么样", ["副刊作者老化", "客户端打开慢", "街坊新闻少"]),
        ("2018年还有什么做得差劲", ["副刊作者老化", "客户端打开慢", "街坊新闻少"]),
        ("2018年读者对我们哪里失望", ["副刊作者老化", "客户端打开慢", "街坊新闻少"]),
        ("2019年对以往的毛病有何交代", ["青年作者62名", "推倒重做", "街坊记者40名"]),
        ("减压角由谁轮值", ["市康宁医院"]),
        ("2018年还办着几份报，哪几份", ["榴溪日报", "榴溪商报", "榴溪农经"]),
        ("闪退多的问题有改观吗", ["推倒重做"]),
        ("河道的报道起了什么作用", ["码头被拆除"]),
        ("为什么要有四点半教室", ["后顾之忧"]),
        ("2018年哪些地方读者不满意", ["副刊作者老化", "客户端打开慢", "街坊新闻少"]),
        ("2018年报社集体得过什么荣誉", ["省级文明单位", "平安单位"]),
        ("2018年报社集体和个人得了什么荣誉", ["三八红旗集体", "好青年", "省级文明单位", "平安单位"]),
        ("2018年得过哪些省级荣誉", ["省级文明单位"]),
        ("榴溪论坛改成一周几期", ["一周两期"]),
    ],
)
def test_lists_all_that_is_asked_for_and_nothing_beside(
    shelf: Shelf, question: str, labels: list[str]
) -> None:
    answer = ask(shelf, question)
    assert answer.answer is not None
    assert len(answer.items) == len(labels)
    said = [f"{item.label}{item.detail or ''}" for item in answer.items]
    assert all(any(label in each for each in said) for label in labels)
    sound(shelf, answer)


@pytest.mark.parametrize(
    "question",
    [
        "2018年航模比赛有什么遗憾",
        "2018年哪些电视剧首播",
        "榴溪有线台的频道后来怎么办的",
        "2018年食堂有什么改善",
        "客户端下载量",
        "2018年受过哪些处罚",
        "2018年编辑受过什么处分",
        "蒲小满写过什么书",
        "2018年七一办了哪些活动",
        "夜班巴士的司机是哪些人",
        "蒲小满后来去哪了",
    ],
)
def test_tells_nothing_of_what_no_report_says(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


@pytest.mark.parametrize(
    ("masked", "want"),
    [
        ("□社里照镜子照出了哪些毛糙的地方", Intent.SHORTCOMINGS),
        ("□来年准备使哪些劲", Intent.COMMITMENTS),
        ("头一年挨的批评□改得怎么样", Intent.RESPONSES),
        ("□在哪儿开的读者会", None),
        ("□请谁来讲的课", None),
    ],
)
def test_takes_a_question_for_what_it_is_like(masked: str, want: Intent | None) -> None:
    found = wanted(masked, open_encoder())
    assert (found and found[0]) == want


def test_looks_back_on_years_without_asking_for_their_number(shelf: Shelf) -> None:
    answer = ask(shelf, "职工人数这几年怎么变化")
    assert [(value.year, value.value) for value in answer.values] == [(2018, 186), (2019, 179)]
