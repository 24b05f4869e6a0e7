"""How clauses speak: generic sentences, figures, names, intentions, topics."""

from __future__ import annotations

import pytest

from search.tracing.generic import is_generic
from search.tracing.phrases import Phrases, plain, topics
from search.tracing.wording import concreteness, intends, names, tells_again, tells_deed, tells_effort


@pytest.mark.parametrize(
    "text",
    [
        "对存在的问题认真加以改进",
        "针对上年度报告中提出的不足，我们高度重视，逐条研究，制定整改措施，取得明显成效",
        "其余问题均已纳入台账，持续推进，常抓不懈",
        "各项问题基本得到解决",
        "其余几个短板，也以时不我待的劲头在补",
        "至于报告里说到的其他三项不足，编委会逐月过问",
    ],
)
def test_sentences_that_say_nothing_in_particular_are_generic(text: str) -> None:
    assert is_generic(text)


@pytest.mark.parametrize(
    "text",
    [
        "招聘外语编辑5人",
        "针对人才不足的问题，引进采编骨干",
        "对存在的问题，推出《回音壁》加以改进",
        "版权管理更加规范，清理侵权图片",
        "整改问题37个",
        "其他不足如版权保护不力，请来法律顾问",
        "对别的问题，靠更新发射设备来解决",
        "其他台的好做法，派人上门去学",
    ],
)
def test_sentences_with_a_matter_figure_or_name_are_not(text: str) -> None:
    assert not is_generic(text)


def test_deeds_are_told_from_intentions() -> None:
    assert intends("下一步，我们将着力建设融媒体中心")
    assert not intends("计划于年内推出的栏目已播出12期")
    assert tells_deed("融媒体中心揭牌")
    assert not tells_deed("队伍年龄偏大")


@pytest.mark.parametrize(
    ("text", "resolve"),
    [
        ("坚持把政治方向放在首位", True),
        ("编委会高度重视网络舆论引导", True),
        ("把理论宣传作为首要任务抓紧抓实", True),
        ("围绕乡村振兴开设专栏4个", True),
        ("编委会全年开会12次", False),
        ("融媒体中心揭牌", False),
    ],
)
def test_words_of_resolve_are_heard(text: str, resolve: bool) -> None:
    assert tells_effort(text) is resolve


@pytest.mark.parametrize(
    ("promise", "deed", "other"),
    [
        ("解决编外人员身份和待遇问题", "21名聘用人员转为事业编制", "招录采编人员12名"),
        ("薪酬缺乏竞争力", "岗位津贴标准上调15%", "选派骨干赴省台跟班学习"),
        ("筹建新闻客户端", "新闻客户端5月上线", "客户端全新改版，打开率升高"),
        ("山区群众收不到广播", "新建转播点37座", "应急广播播发预警320次"),
        ("稿件冗长", "千字以下的短稿占七成", "会议报道压减三成"),
    ],
)
def test_single_objects_are_told_within_a_topic(promise: str, deed: str, other: str) -> None:
    asked, met, beside = (topics().found(plain(text)) for text in (promise, deed, other))
    assert len(asked & met) > len(asked & beside)


def test_concreteness_counts_figures_and_dates_or_names() -> None:
    assert concreteness("工作不断加强") == 0
    assert concreteness("播出12期") == 0.5
    assert concreteness("3月1日，《银龄》播出12期") == 1
    assert names('《银龄》与“微光”和"轻骑兵"') == {"银龄", "微光", "轻骑兵"}


def test_a_pair_of_words_counts_only_near_each_other() -> None:
    found = Phrases({"采编人手": [("采编", "偏少")], "智能": [("ai",)]}).found
    assert found("采编人员依然偏少") == found("偏少的采编人员") == {"采编人手"}
    assert found("采编人员在这一年里各自忙着许多别的事情，稿件偏少") == frozenset()
    assert found("用ai写稿") == {"智能"}
    assert found(plain("ＡＩ 写稿")) == {"智能"}
    assert found("air") == frozenset()


@pytest.mark.parametrize(
    ("complaint", "cure"),
    [
        ("外宣工作偏弱", "开通海外社交账号2个"),
        ("采编人员青黄不接", "面向高校招聘记者6名"),
        ("用户黏性不强", "日活跃用户增至2万"),
        ("稿件语言生硬", "改进文风，压减会议报道"),
        ("创收渠道单一", "发展文创产业"),
        ("农村大喇叭覆盖有盲区", "村级广播终端在线率升至98%"),
        ("分支机构管理有薄弱环节", "撤销长期不供稿的地方站3个"),
        ("群众来信处理不及时", "设立总编辑接待日，阅看来信900封"),
        ("领导活动报道偏多", "一般性会议一律发简讯"),
        ("业务骨干接连辞职", "建成人才公寓20套"),
    ],
)
def test_complaint_and_cure_share_a_topic(complaint: str, cure: str) -> None:
    assert topics().found(complaint) & topics().found(cure)


@pytest.mark.parametrize(
    "said",
    [
        "国际传播仍是空白",
        "外宣起色不大",
        "采编人员依然偏少",
        "队伍老化的老问题没有解决",
        "订户流失之势没有得到遏制",
        "收视下滑的局面未见扭转",
    ],
)
def test_a_shortcoming_may_own_that_it_is_one_still(said: str) -> None:
    assert tells_again(said)
    assert not tells_again("版权管理有漏洞")
    assert not tells_again("部门之间没有形成合力")
