"""Claims that nothing bears out, put into a draft that is right otherwise, and such as may stay."""

from __future__ import annotations

import pytest

from search.answers import Severity
from search.check import check
from tests.search.checking.drafts import DRAFT, EARLIER, Shelf, changed, checked, loud, only, read

RESPONSE = "（一）回应\n"
ALL_BUT_ONE = (
    "二是选聘年轻通讯员36名，全年采用来稿800余篇，通讯员队伍老化、来稿偏少的状况有了改观。",
    "2022年度报告列出的不足已全部整改到位。",
)
AFTER = "消息《渡口不再等船》"


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        # A name told as known.
        ("应急演练7次", "应急演练7次，继续办好《民声茶座》栏目", "《民声茶座》"),
        ("应急演练7次", "应急演练7次。品牌栏目《民声茶座》走进乡镇", "《民声茶座》"),
        ("应急演练7次", "应急演练7次。微纪录片《乡音》第三季上线", "《乡音》第三季"),
        ("应急演练7次", "应急演练7次。《民声茶座》栏目改版升级", "《民声茶座》"),
        ("应急演练7次", "应急演练7次。老品牌“稻花夏令营”如期开营", "“稻花夏令营”"),
        ("应急演练7次", "应急演练7次。久负盛名的“稻花诗会”走进乡镇", "“稻花诗会”"),
        # An honour of before.
        (AFTER, f"继《纸伞匠》荣获江北文艺奖之后，{AFTER}", "继《纸伞匠》荣获江北文艺奖之后"),
        (AFTER, f"通讯《摆渡人的最后一班船》去年获得中国报业最高奖后，{AFTER}", "去年获得中国报业最高奖"),
        (AFTER, f"继《纸伞匠》捧得全国非遗影像大赛金奖之后，{AFTER}", "全国非遗影像大赛"),
        # No exception.
        ("应急演练7次", "应急演练7次，群众满意率达100%", "满意率达100%"),
        ("应急演练7次", "应急演练7次，办结率、满意率双双达到100%", "满意率双双达到100%"),
        ("应急演练7次", "应急演练7次，促成的新人无一离异", "无一离异"),
        ("应急演练7次", "应急演练7次。建台20年来从未出现失实报道", "从未出现失实报道"),
        ("应急演练7次", "应急演练7次，反映的问题没有一件反弹", "没有一件反弹"),
        ("应急演练7次", "应急演练7次，刊发监督报道21篇，篇篇推动整改", "篇篇推动"),
        ("应急演练7次", "应急演练7次，反映的问题无一反弹", "无一反弹"),
        # What became of a whole place.
        ("移动直播80场", "移动直播80场，带动全县农民人均增收1200元", "人均增收1200元"),
        ("应急演练7次", "应急演练7次。“平安”栏目播出后，全县交通事故下降三成", "全县交通事故下降三成"),
    ],
)
def test_a_claim_that_nothing_bears_out_is_doubted(old: str, new: str, quote: str) -> None:
    finding = only(checked(changed((old, new))), "unsupported-claim")
    assert quote in finding.draft.quote
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("应急演练7次", "应急演练7次，继续办好《山里来信》栏目"),
        ("应急演练7次", "应急演练7次。品牌栏目《望溪时评》走进乡镇"),
        ("应急演练7次", "应急演练7次。微纪录片《乡音》第一季、第二季先后上线"),
        ("应急演练7次", "应急演练7次。3月，《民声茶座》栏目开播。下半年，《民声茶座》改版升级"),
        ("一是推出短视频精品工程", "一是推出短视频精品工程，办好《民声茶座》栏目"),
        ("应急演练7次", "应急演练7次，坚持“先审后发”制度"),
        (AFTER, f"继去年《摆渡人的最后一班船》获江北新闻奖之后，{AFTER}"),
        ("移动直播80场", "移动直播80场，带动群众增收"),
        ("受理投诉11件", "受理投诉11件，件件有答复"),
        ("应急演练7次", "应急演练7次，转移群众无一伤亡，业务骨干无一人离职，无一例外"),
        ("应急演练7次", "应急演练7次，据第三方测评，群众满意率达100%"),
        ("推出短视频精品工程", "推出短视频精品工程，力争群众满意率达100%"),
        ("移动直播80场", "移动直播80场，据县统计局测算，带动全县农民人均增收1200元"),
        ("移动直播80场", "移动直播80场，带动当地读者来稿增长三成"),
        (RESPONSE, f"{RESPONSE}对上年度报告提出的问题，中心逐项整改："),
        (RESPONSE, f"{RESPONSE}2022年度报告列出的两项不足已全部整改："),
    ],
)
def test_what_may_be_is_left_alone(old: str, new: str) -> None:
    assert [finding.message for finding in loud(checked(changed((old, new))))] == []


def test_all_is_mended_but_for_what_nothing_tells_of() -> None:
    kinds = {finding.kind: finding for finding in loud(checked(changed(ALL_BUT_ONE)))}
    assert set(kinds) == {"unanswered-shortcoming", "unsupported-claim"}
    claim = kinds["unsupported-claim"]
    assert "已全部整改到位" in claim.draft.quote
    assert [each.quote for each in claim.evidence] == ["通讯员队伍老化，来稿偏少"]


def test_the_number_of_last_years_shortcomings_is_counted() -> None:
    draft = changed((RESPONSE, f"{RESPONSE}针对2022年度报告列出的四个方面不足，中心着力改进。"))
    assert only(checked(draft), "number-conflict").draft.quote == "四"


@pytest.mark.parametrize(
    "deed",
    [
        # What each year has, and what is about something else, answers nothing.
        "全年在省级以上媒体发稿462条",
        "全年采用通讯员来稿420条，按月公布",
        "全年用稿2600条，其中《乡镇新事》受到好评",
    ],
)
def test_a_deed_that_does_not_speak_of_the_fault_answers_nothing(deed: str) -> None:
    dropped = "二是选聘年轻通讯员36名，全年采用来稿800余篇，通讯员队伍老化、来稿偏少的状况有了改观。"
    draft = changed((dropped, ""), ("应急演练7次", f"应急演练7次。{deed}"))
    finding = only(checked(draft), "unanswered-shortcoming")
    assert [each.quote for each in finding.evidence] == ["通讯员队伍老化，来稿偏少"]


def test_the_staff_of_one_outlet_are_not_all() -> None:
    draft = changed(
        ("中心现有职工91人", "中心现有职工91人，采编人员58人"),
        ("应急演练7次", "应急演练7次。《望溪报》自7月起停刊，12名采编人员转岗后全部上岗"),
    )
    assert [finding.message for finding in loud(checked(draft))] == []


def test_a_prize_of_this_sentence_was_won_before() -> None:
    draft = changed(
        ("获第三十届江北新闻奖三等奖", "获第三十届江北新闻奖二等奖，实现中心在该奖项二等奖上零的突破")
    )
    assert "零的突破" in only(checked(draft), "unsupported-claim").draft.quote


def test_a_paper_between_marks_has_its_year_of_founding_in_a_clause_of_its_own() -> None:
    told = "《望溪报》社会责任报告（{}年度）\n一、前言\n《望溪报》是县委机关报，创刊于{}年，现有职工88人。\n二、政治责任\n办好评论。\n三、服务责任\n办好热线。\n"
    earlier = read(told.format(2022, 1988))
    found = check(Shelf([earlier]), read(told.format(2023, 1985)), earlier.media or "")
    assert [finding.draft.quote for finding in loud(found) if finding.kind == "number-conflict"] == ["1985"]


@pytest.mark.parametrize(
    "answers",
    [
        "（一）回应\n开办苗语新闻节目《苗乡之声》，语言节目不再空白。选聘年轻通讯员，来稿渐多，队伍老化的状况有了改观。\n",
        "（一）回应。1.开办苗语新闻节目《苗乡之声》，语言节目不再空白。2.选聘年轻通讯员，来稿渐多，队伍老化的状况有了改观。\n",
    ],
)
def test_whatever_stands_under_a_heading_of_answers_is_one(answers: str) -> None:
    start, end = DRAFT.index("（一）回应"), DRAFT.index("（二）不足")
    found = checked(DRAFT[:start] + answers + DRAFT[end:])
    assert [finding.message for finding in loud(found)] == []


def test_a_prize_won_since_is_no_prize_of_long_ago() -> None:
    again = "获第三十届江北新闻奖二等奖，是中心时隔五年再次获得江北新闻奖二等奖"
    finding = only(checked(changed(("获第三十届江北新闻奖三等奖", again))), "unsupported-claim")
    assert "时隔五年" in finding.draft.quote
    assert finding.severity is Severity.ERROR


def test_a_fall_that_was_none_cannot_have_ended() -> None:
    told = "望溪县融媒体中心社会责任报告（{}年度）\n一、前言\n现有职工88人。\n二、政治责任\n全年在省级以上媒体发稿{}条{}。\n三、服务责任\n办好热线。\n"
    earlier = [told.format(2021, 310, ""), told.format(2022, 352, "")]
    claim = "，扭转了发稿量连续两年下滑的局面"
    found = checked(told.format(2023, 371, claim), *earlier)
    assert [finding.kind for finding in loud(found)] == ["unsupported-claim"]
    assert "连续两年下滑" in loud(found)[0].draft.quote
    fell = [told.format(2021, 352, ""), told.format(2022, 310, "")]
    assert loud(checked(told.format(2023, 371, claim), *fell)) == []


def test_a_column_that_does_what_another_did_is_asked_for() -> None:
    draft = changed(
        ("《山里来信》栏目播出50期", "《山里来风》栏目播出50期"), ("“望溪大讲堂”", "“望溪大课堂”")
    )
    assert {finding.kind for finding in loud(checked(draft))} == {"name-variant"}


def test_digits_of_last_year_in_another_order_are_doubted() -> None:
    earlier = changed(("查改差错112处", "查改差错112处。大喇叭修复一新，终端达到523只"), text=EARLIER)
    draft = changed(("查改差错98处", "查改差错98处，大喇叭终端由上年的532只增至560只"))
    assert only(checked(draft, earlier), "number-conflict").draft.quote == "532只"
