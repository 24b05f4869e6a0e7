"""Claims and figures as several writers would tell them: how a figure went over the years, first deeds in other words, parts without 其中."""

from __future__ import annotations

import pytest

from search.answers import FindingKind
from tests.search.checking.drafts import left_alone, told_apart


@pytest.mark.parametrize(
    ("kind", "wrong", "right", "past"),
    [
        # How a figure went.
        ("unsupported-claim", "夜校开课52讲，讲数年年攀升", "夜校开课66讲，讲数年年攀升", ("夜校开课60讲", "夜校开课41讲")),
        ("unsupported-claim", "夜校开课63讲，实现三连增", "夜校开课63讲，实现一连增", ("夜校开课60讲", "夜校开课71讲")),
        ("unsupported-claim", "夜校开课58讲，开课数一年高过一年", "夜校开课61讲，开课数一年高过一年", ("夜校开课60讲", "夜校开课41讲")),
        ("unsupported-claim", "夜校开课55讲，为开课以来最多的一年", "夜校开课65讲，为开课以来最多的一年", ("夜校开课60讲", "夜校开课41讲")),
        ("unsupported-claim", "夜校开课40讲，从没有少过38讲", "夜校开课40讲，从没有少过35讲", ("夜校开课36讲",)),
        ("unsupported-claim", "夜校开课62讲，讲数首次站上50讲台阶", "夜校开课62讲，讲数首次站上61讲台阶", ("夜校开课60讲",)),
        ("unsupported-claim", "夜校开课62讲，刷新了年度开课纪录", "夜校开课72讲，刷新了年度开课纪录", ("夜校开课60讲", "夜校开课71讲")),
        ("unsupported-claim", "夜校开课62讲，扭转了自2020年以来逐年减少的局面", "夜校开课62讲，保持了逐年增加的势头", ("夜校开课60讲", "夜校开课41讲")),
        ("unsupported-claim", "审读差错率万分之0.7，处于历史低位", "审读差错率万分之0.5，处于历史低位", ("审读差错率万分之0.6",)),
        # First deeds, and what is told as new.
        ("unsupported-claim", "纪录片《茶马》登陆央视九套黄金档，这在中心历史上还是头一回", "纪录片《茶马》登陆海外流媒体，这在中心历史上还是头一回", ("纪录片《盐道》在央视九套黄金时段播出",)),
        ("unsupported-claim", "非广告收入第一次超过广告收入", "研学收入第一次超过会展收入", ("非广告收入占比首次过半",)),
        ("unsupported-claim", "9月，面向老年读者的《银杏周刊》创刊", "9月，面向少年读者的《竹蜻蜓周刊》创刊", ("《银杏周刊》出版48期",)),
        ("unsupported-claim", "经市民政局核准，望溪乡村阅读基金会正式挂牌", "经市民政局核准，望溪民间戏曲基金会正式挂牌", ("望溪乡村阅读基金会资助学校9所",)),
        ("unsupported-claim", "组建竖屏短视频工作室，专做短片", "组建少儿配音工作室，专做短片", ("竖屏短视频工作室3月挂牌",)),
        ("unsupported-claim", "今年，中心开播短评栏目《溪上快语》", "今年，中心开播短评栏目《山里快板》", ("《溪上快语》播出48期",)),
        # Figures of other years, parts in clauses of their own.
        ("number-conflict", "竹编大赛收到作品610件，比上届的450件多160件", "竹编大赛收到作品610件，比上届的405件多205件", ("竹编大赛收到作品405件",)),
        ("number-conflict", "追回工钱920万元，为农民工追回的610万元，为其他职工追回的390万元", "追回工钱920万元，为农民工追回的610万元，为其他职工追回的310万元", ()),
        ("number-conflict", "直播助农销售1980万元，大米1120万元、木耳940万元", "直播助农销售2060万元，大米1120万元、木耳940万元", ()),
        ("number-conflict", "夜校创收99万元，由上年的89万元回升", "夜校创收99万元，由上年的86万元回升", ("夜校创收86万元",)),
        ("number-conflict", "录制有声书24部。15部是长篇小说，另有6部为散文集", "录制有声书24部。15部是长篇小说，另有9部为散文集", ()),
        ("number-conflict", "会展收入140万元，研学收入90万元，代运营收入70万元，三块加在一起330万元", "会展收入140万元，研学收入90万元，代运营收入70万元，三块加在一起300万元", ()),
        ("number-conflict", "“书香快车”累计走进21个园区", "“书香快车”累计走进49个园区", ("“书香快车”走进27个园区",)),
        ("name-variant", "“暧阳”助老行动入户90次", "“晨星”助老行动入户90次", ("“暖阳”助老行动入户80次",)),
    ],
)  # fmt: skip
def test_an_error_is_found_however_it_is_told(
    kind: FindingKind, wrong: str, right: str, past: tuple[str, ...]
) -> None:
    told_apart(kind, wrong, right, past or ("",))


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        # Of another measure than the figure before.
        ("夜校开课52讲，传播量逐年攀升", "夜校开课60讲"),
        ("总收入2.7亿元，活动收入首次突破5000万元", "总收入2.6亿元"),
        # What was only promised began this year.
        ("10月，“山乡夜话”专栏上线", "10月，“溪上夜话”专栏上线"),
    ],
)
def test_what_may_well_be_is_left_alone(draft: str, past: str) -> None:
    left_alone(draft, past)
