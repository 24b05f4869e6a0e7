"""Answers that are a sentence, a list or what became of a whole year, to questions in words that are not the report's."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """柳渡市新闻传媒中心社会责任报告（2021年度）
一、前言
柳渡市新闻传媒中心于2019年3月挂牌，由原柳渡日报社与柳渡广播电视台整合组建。现办有《柳渡日报》《柳渡生活周刊》、新闻综合频道、“掌上柳渡”客户端。
视频部被授予“全市青年文明号”称号，记者简青禾获评“柳渡市三八红旗手”。通讯《渡口灯火》获2020年度江右新闻奖二等奖。
二、政治责任
《河长日记》栏目每周三晚播出，沿江寻访，走访造纸、印染、养殖三类企业。
三、阵地建设责任
9月，“柳渡发布”视频号上线。纪录片《一船明月》登陆海外平台播出。
四、安全责任
11月，播出机房空调故障致新闻综合频道黑场26秒，随后加装了双机热备。
《柳渡快评》专栏于5月8日创办。与柳渡师范学院共建的虚拟演播实验室投用。
五、保障权益责任
为一线采编人员购买团体意外险。《公民记者手册》下发全体通讯员。
六、后记
（一）不足
一是评论力量单薄；二是海外传播尚未起步。
（二）改进措施
一是组建评论工作室；二是开设英文网页。
"""
_SECOND = """柳渡市新闻传媒中心社会责任报告（2022年度）
一、前言
现办有《柳渡日报》、新闻综合频道、“掌上柳渡”客户端、“柳渡发布”视频号。《柳渡生活周刊》自1月起停刊。广播剧《春汛》获2021年度江右新闻奖一等奖，作者为编剧卫听澜。
广播剧《春汛》讲述守闸人邵望山的一生。错播广告一条，当班人员被扣发绩效。谢绝医疗广告9条。简青禾再获“江右好记者”称号。记者樊可期连续值守40天。
二、阵地建设责任
成立海外传播部。“掌上柳渡”客户端上线社保查询、挂号预约等便民功能。在稿件审核中引入人工智能校对，信息系统通过网络安全等级保护二级测评。
三、文化责任
“河长课堂”每月一讲，讲义在渡口码头免费发放。“渔舟夜话”报道引起关注，市水务局随后拆除违建围网。募集救生衣1200件。《渡口旧事》由江右文艺出版社出版。承办柳江灯会。举办社区门球大赛，西关社区队夺冠。9月网站遭攻击，技术部半小时内恢复访问。柳渡灯谜会移师西街，因场地翻修推迟到10月。与柳渡学院共建口述史馆，开馆仪式在南门老街举行。
四、后记
（一）回应
一是针对评论力量单薄的问题，组建“渡口评论”工作室，刊发评论96篇；二是海外传播方面，开设英文网页。
（二）不足
一是经营渠道单一；二是海外传播刚刚起步，尚未形成影响。
（三）打算
一是创办研学基地。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "柳渡市新闻传媒中心"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("河长报道走访了哪些行业", ["造纸、印染、养殖"]),
        ("给记者买了什么保险", ["团体意外险"]),
        ("有没有出过黑场", ["黑场26秒"]),
        ("黑场26秒之后采取了什么措施", ["双机热备"]),
        ("等保测评过了没有", ["二级测评"]),
        ("AI校对哪年开始用的", ["2022年"]),
        ("中心哪年由两家整合成立的", ["2019年3月"]),
        ("口述史馆在哪儿开的馆", ["南门老街"]),
        ("哪些片子在海外播了", ["一船明月"]),
        ("2021年新开了哪些账号", ["柳渡发布"]),
        ("江右新闻奖一等奖的作者是谁", ["卫听澜"]),
        ("快评这个专栏哪天创办的", ["2021年5月8日"]),
        ("河长日记什么时间播", ["每周三晚"]),
        ("错播广告的人怎么处罚的", ["扣发绩效"]),
        ("门球比赛谁得了第一", ["西关社区队"]),
        ("简青禾这几年拿过哪些荣誉", ["柳渡市三八红旗手", "江右好记者"]),
        ("网站被攻击那回怎么应对的", ["恢复访问"]),
        ("灯谜会2022年改到哪儿办了", ["西街"]),
        ("灯谜会为什么推迟", ["场地翻修"]),
        ("河长课堂多久一次", ["每月一讲"]),
        ("讲义在哪里发的", ["渡口码头"]),
        ("渔舟夜话报道之后有什么结果", ["拆除违建围网"]),
        ("渡口旧事那本书哪家出版社出的", ["江右文艺出版社"]),
        ("渡口灯火那篇稿子得的几等奖", ["二等奖"]),
        ("灯谜会2022年搬到哪儿办", ["西街"]),
        ("河长课堂星期几讲", ["每月一讲"]),
        ("哪些广告不接", ["医疗"]),
        ("虚拟实验室跟哪所学校合作的", ["柳渡师范学院"]),
        ("春汛讲了谁的故事", ["邵望山"]),
        ("虚拟实验室跟谁一起建的", ["柳渡师范学院"]),
        ("2022年新设了什么部门", ["海外传播部"]),
        ("客户端上能办什么事", ["社保查询"]),
        ("2022年比2021年少了哪个刊物", ["柳渡生活周刊"]),
        ("哪些不足是年年都提的", ["海外传播尚未起步"]),
        ("机房黑场怎么处理的", ["双机热备"]),
        ("What was done about the weak commentary? 评论", ["96篇"]),
    ],
)
def test_a_sentence_tells_what_is_asked_in_other_words(shelf: Shelf, question: str, told: list[str]) -> None:
    answer = ask(shelf, question)
    assert answer.answer is not None
    assert all(each in answer.answer for each in told)
    sound(shelf, answer)


@pytest.mark.parametrize(
    "question",
    [
        "柳江灯会在哪儿办的",
        "视频号粉丝涨得怎么样",
        "有没有办过少年宫",
        "一船明月是谁拍的",
        "渡口灯火的作者是谁",
        "成立了哪些公司",
        "樊可期得过什么奖",
        "网站改版怎么应对的",
        "视频号谁牵头",
        "募集的救生衣送到了哪里",
        "柳渡广电网什么时候创办的",
        "虚拟演播实验室建在哪里",
        "哪年实现盈利的",
        "2022年新开了哪些账号",
    ],
)
def test_what_no_sentence_tells_stays_open(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


def test_all_faults_of_a_year_are_followed_where_none_is_named(shelf: Shelf) -> None:
    answer = ask(shelf, "去年的不足都解决了吗")
    assert [item.label for item in answer.items] == ["评论力量单薄", "海外传播尚未起步"]
    assert all(item.detail and "写到了整改" in item.detail for item in answer.items)
    assert {proof.year for item in answer.items for proof in item.evidence} == {2021, 2022}
    assert len(ask(shelf, "上年的短板都补上没有").items) == 2
    plans = ask(shelf, "上年度的承诺兑现了没有")
    assert [item.label for item in plans.items] == ["组建评论工作室", "开设英文网页"]
    # Still open is what a later report tells again.
    told = ask(shelf, "2021年的承诺办成了几件，哪些没办")
    assert [item.label for item in told.items] == ["组建评论工作室", "开设英文网页"]
    assert [item.label for item in ask(shelf, "上年列的不足哪些还没解决").items] == ["海外传播尚未起步"]
    # No later report tells of this year's.
    assert ask(shelf, "2022年的不足解决了吗").answer is None


@pytest.mark.parametrize(
    ("question", "who"), [("哪些集体受过表彰", {"视频部"}), ("有谁获过荣誉称号", {"简青禾"})]
)
def test_who_was_honoured_is_told_by_bodies_or_persons(shelf: Shelf, question: str, who: set[str]) -> None:
    answer = ask(shelf, question)
    assert answer.items
    assert all(any(name in f"{item.label}{item.detail}" for name in who) for item in answer.items)
