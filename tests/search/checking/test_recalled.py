"""Figures of the year before that a draft recalls in other words than last year's report had."""

from __future__ import annotations

import pytest

from tests.search.checking.drafts import EARLIER, PAST, PLACE, both, changed, checked, loud, only


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        ("“农资价格”发布品类由73类扩到78类", "每周三的“农资价格”发布化肥、种子、农膜等63类行情"),
        ("小主播团分站由上年的9个乡镇扩到10个乡镇", "小主播团有小主播890人，分站扩到7个乡镇"),
        ("网友满意率由去年的93%升到94%", "网友留言办结率93%，网友满意率升至91%"),
        ("平台归集数据由上年的9.8亿条增至12亿条", "数据平台投用，归集稿件、用户两类数据8.9亿条"),
        ("技术骨干流失由上年的6人降为4人", "技术骨干被企业高薪挖走，全年流失9人"),
        ("“山间课桌”行动去年开在8个村，今年增至11个村", "“山间课桌”行动为孩子办暑期班，开在6个村"),
        ("便民事项由29项增加到34项", "“望溪通”上线预约挂号、公交查询等21项便民事项"),
        ("差错投诉17次降到5次", "差错投诉12次"),
        ("望溪驿站由上年的8家增至10家", "第六家望溪驿站9月挂牌"),
        ("关于“望溪通”黏性不足：加了社区，用户由4.4万增加到9.1万", "“望溪通”上线，年底用户3.4万"),
        ("协同平台接入的乡镇由去年的9个增至11个", "协同平台先行接入6个乡镇，其余3个明年接入"),
        ("短视频部由63人扩到71人", "1月成立短视频部，抽调骨干36人"),
        ("“望溪书吧”由两年前的18处增至31处", "“望溪书吧”19处"),
    ],
)  # fmt: skip
def test_a_recalled_figure_that_the_report_has_otherwise_is_told(draft: str, past: str) -> None:
    if "两年前" in draft:
        past_of_two_years = changed(("2022年度", "2021年度"), (PAST, f"{PAST}。{past}"), text=EARLIER)
        assert only(checked(changed((PLACE, f"{PLACE}。{draft}")), past_of_two_years), "number-conflict")
        return
    assert only(checked(*both(draft, past)), "number-conflict")


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        # What the report has, in whatever words.
        ("“农资价格”发布品类由63类扩到78类", "每周三的“农资价格”发布化肥、种子、农膜等63类行情"),
        ("来信办结率由九成升到94%", "来信办结率90%"),
        ("望溪驿站由上年的6家增至10家", "第六家望溪驿站9月挂牌"),
        # Of another time than the year before.
        ("公众号推文篇幅由改版前的1900字缩到800字", "公众号推文每篇不超过1200字"),
        ("书吧日均到访由3月的90人次增到260人次", "书吧日均到访180人次"),
        # Of another thing: daily users are no registered ones, what is not of advertising is the rest of what is.
        ("“望溪通”日活由0.4万升至1.9万", "“望溪通”注册用户达到16.2万"),
        ("非广告收入占比由46%升至55%", "广告收入占比仍有54%"),
        # The year of a prize is no year of what is told.
        ("江北网络奖（2022年度）14件作品入围", "江北网络奖11件作品入围"),
        # Of the draft's own year.
        ("截至2023年底外聘校园记者38名", "外聘校园记者31名"),
    ],
)  # fmt: skip
def test_what_the_report_bears_out_or_does_not_count_is_left_alone(draft: str, past: str) -> None:
    assert [each.message for each in loud(checked(*both(draft, past)))] == []


def test_a_plan_is_no_figure_of_its_year() -> None:
    plan = "一是开办民族语言节目"
    past = changed((plan, f"{plan}，“望溪通”可办事项达到50项"), text=EARLIER)
    draft = changed((PLACE, f"{PLACE}。“望溪通”可办事项由17项增至62项"))
    assert [each.message for each in loud(checked(draft, past))] == []
