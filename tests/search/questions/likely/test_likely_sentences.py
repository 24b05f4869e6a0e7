"""Sentences that answer a question in other words than its own, and questions whose kind of answer no sentence tells."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.wording.kinds import kind_asked, tells_kind
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """桐江晚报社社会责任报告（2016年度）
概况
《桐江晚报》创刊于1993年元旦，日均发行18万份。
一、提供服务责任
与市图书馆共建“桐江读书会”，请来作家讲座19场。针对网上“自来水有毒”的传言，记者第一时间赶赴水厂采访，请专家解读检测报告。
二、人文关怀责任
发起“一元钱午餐”募捐，为下江乡3所村小建起食堂。台风过境期间，18名记者持续报道72小时。记者周定邦在抢险现场救起一名落水老人。
三、保障权益责任
为一线采编人员发放高温津贴。
获奖情况：《守桥人》获第二十六届江南新闻奖二等奖。摄影部主任高远航获“江南省十佳新闻工作者”称号。
不足与努力方向
1.采编队伍年龄偏大，人才流向互联网公司。2.舆论监督力度还不够。
2017年，我们将面向社会招聘新媒体编辑。
"""
_SECOND = """桐江晚报社社会责任报告（2017年度）
概况
《桐江晚报》日均发行15.5万份。2017年8月8日，“掌上桐江”改版升级为“桐江头条”。
一、提供服务责任
“桐江头条”开设“问医”“问房”“问学”板块。举办首届诗歌节、二手书市集，市集收到旧书2.6万册，全部捐给山区学校。走失老人协寻平台“寻亲桐江”上线，已有83位老人被找回。“桐江读书会”走进监狱、工地。研学旅行公司成立，带出学生2300人次。
二、遵守职业规范责任
重要稿件须经总编辑签发。一名摄影记者因摆拍被记过处分。一名通讯员抄袭外地稿件，报社将其列入黑名单。
三、繁荣发展文化责任
戏曲晚会走出国门，赴新加坡演出，门票收入8万元，稿费全部捐给环卫工人子女。《民声直通》受理诉求2760件，办结率94%，每周二晚8点开播。每季度组织一次集体生日会。“暖巢行动”移交区民政局。5月，因施工挖断光缆，信号中断50分钟。9月，黑客篡改弹窗，技术人员4分钟内处置完毕。海外频道在东南亚四国落地。与县总工会联办“码上学技”公益课。
上年不足改进情况：招聘新媒体编辑12名。
不足与努力方向
1.评论偏弱。
2018年，我们将聘请法律顾问。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "桐江晚报社"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2016), (_SECOND, 2017))
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("一线记者有没有高温补贴", ["高温津贴"]),
        ("假照片那个摄影记者怎么处理的", ["记过"]),
        ("桐江头条里可以问哪些方面的事", ["问医", "问学"]),
        ("旧书最后捐到哪儿去了", ["山区学校"]),
        ("一元钱午餐给哪里的学校建了食堂", ["下江乡"]),
        ("读书会还去过哪些地方", ["监狱"]),
        ("戏曲晚会出国去了哪里演", ["新加坡"]),
        ("海外频道落地了哪些地方", ["东南亚四国"]),
        ("抄别人稿子的通讯员怎么处分的", ["黑名单"]),
        ("码上学技的合作方是谁", ["县总工会"]),
        ("戏曲晚会的稿费捐给了谁", ["环卫工人子女"]),
        ("民声直通每周几开播", ["周二"]),
        ("民声直通几点开播", ["晚8点"]),
        ("生日会多久办一回", ["每季度"]),
        ("暖巢行动后来交给谁了", ["区民政局"]),
        ("光缆被挖断写进了哪年报告", ["2017"]),
        ("民声直通受理多少件、办结率多少", ["2760", "94"]),
        ("弹窗被黑客改了怎么处置的", ["4分钟内"]),
        ("民声直通在哪几年的报告里出现过", ["2017"]),
        ("传言自来水有毒，你们怎么应对的", ["赶赴水厂"]),
        ("第26届江南奖拿二等奖的是哪件作品", ["守桥人"]),
        ("寻亲平台哪年上线的，找回多少老人", ["2017", "83"]),
        ("哪年提过人才流失", ["2016", "流向互联网公司"]),
        ("晚报2016年自己说有哪些不足", ["年龄偏大", "舆论监督"]),
    ],
)
def test_a_sentence_answers_in_other_words(shelf: Shelf, question: str, told: list[str]) -> None:
    answer = ask(shelf, question)
    assert answer.answer is not None
    assert all(each in answer.answer for each in told)
    sound(shelf, answer)


@pytest.mark.parametrize(
    "question",
    [
        "总编辑是谁",
        "首届诗歌节请了哪些诗人",
        "研学公司去了哪些国家",
        "法律顾问是哪家律师事务所",
        "守桥人的作者是谁",
        "有没有开设少儿频道",
        "网站被黑过吗",
        "诗歌节是跟哪所学校合办的",
    ],
)
def test_what_is_told_of_no_such_kind_stays_open(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


@pytest.mark.parametrize(
    ("asked", "kind"),
    [("替哪些单位代管账号", "单位"), ("去了哪些国家", "国家"), ("跟哪所学校合作的", "学校"), ("谁写的", "")],
)
def test_the_kind_asked_for_is_the_noun_behind_the_word_of_asking(asked: str, kind: str) -> None:
    assert kind_asked(asked) == kind


def test_a_kind_is_told_by_its_names() -> None:
    assert tells_kind("去了哪些国家", "赴新加坡演出", "去了哪些国家")
    assert not tells_kind("去了哪些国家", "带出学生2300人次", "去了哪些国家")
    assert tells_kind("请了哪些专家", "邀请中医专家坐诊", "请了哪些专家")
