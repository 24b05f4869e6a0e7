"""Faults and plans that a closing without a telling heading counts out in clauses, without 一是, 二是."""

from __future__ import annotations

import pytest

from tests.ingest.writing import statements

# The lines of the closing, its faults, its plans.
LISTED = [
    # Led to by everyday words for what fell short; the plans have a paragraph of their own.
    (["短处明摆着：调查稿一年只有四篇；手机端开屏要等七八秒；采编里三十岁以下的只占一成。", "来年我们要做的是：调查组扩到八个人；换一套架构；招十名应届生。"],
     ["调查稿一年只有四篇", "手机端开屏要等七八秒", "采编里三十岁以下的只占一成"], ["调查组扩到八个人", "换一套架构", "招十名应届生"]),
    (["打分的人是读者。自己先照照镜子，毛病不少：部门来稿偏多，街巷里弄的“活鱼”捞得太少；热线转出去的求助，有近两成石沉大海。", "2022年，我们准备做两件实在事：开出“记者敲门”专版；给热线立一本“回音簿”。"],
     ["部门来稿偏多，街巷里弄的“活鱼”捞得太少", "热线转出去的求助，有近两成石沉大海"], ["开出“记者敲门”专版", "给热线立一本“回音簿”"]),
    # In one paragraph with the plans.
    (["我们的软肋在这几处：国际新闻几乎全靠通讯社；周末版广告比稿子还多。我们认账。往后一年，我们准备：派三名记者出国采访；周末版广告不过四成。"],
     ["国际新闻几乎全靠通讯社", "周末版广告比稿子还多"], ["派三名记者出国采访", "周末版广告不过四成"]),
    # The plans have no word of the future.
    (["不称心的事有三件：小记者活动只在城区办；摄影记者只剩三人；退稿从不写理由。", "欠下的账，我们这样还：小记者活动走进八个乡镇；补两名摄影记者；退稿附上说明。"],
     ["小记者活动只在城区办", "摄影记者只剩三人", "退稿从不写理由"], ["小记者活动走进八个乡镇", "补两名摄影记者", "退稿附上说明"]),
    # Commas part what the lead counts, and what blames all through.
    (["要说差距，有三处：农村报道少，外文网站更新慢，广告审查有疏漏。2022年做好两件事：农村版改日刊，广告审查设双岗。"],
     ["农村报道少", "外文网站更新慢", "广告审查有疏漏"], ["农村版改日刊", "广告审查设双岗"]),
    (["也有让人脸红的地方：海外版只有两个编辑撑着，视频栏目断更了五个月，读者来信压了三百多封没回。"],
     ["海外版只有两个编辑撑着", "视频栏目断更了五个月", "读者来信压了三百多封没回"], []),
    # No lead that owns up, but plans behind; and a lead that ends with a full stop.
    (["听众来信里说得最多的三样，我们记下了：天气预报播得太快；戏曲时段一改再改；乡镇站只转播，没有自己的声音。", "2022年，三样都有着落：天气预报放慢；戏曲固定在晚七点；乡镇站每周自办一小时。"],
     ["天气预报播得太快", "戏曲时段一改再改", "乡镇站只转播，没有自己的声音"], ["天气预报放慢", "戏曲固定在晚七点", "乡镇站每周自办一小时"]),
    (["说成绩容易，说缺憾难。版面改了三次，读者仍嫌花哨；两名骨干主播跳槽；山区四个村收不到报纸。"],
     ["版面改了三次，读者仍嫌花哨", "两名骨干主播跳槽", "山区四个村收不到报纸"], []),
    # 一道 is no vow where something is added to.
    (["短处有两条：错别字一年抓出二十一处；投递员换得勤，雨天常常送不到。", "新的一年定两条规矩：校对加一道读者审读；雨天晚到的，第二天上门赔礼。"],
     ["错别字一年抓出二十一处", "投递员换得勤，雨天常常送不到"], ["校对加一道读者审读", "雨天晚到的，第二天上门赔礼"]),
    # What the lead owns is told by the clauses, what the next leads to by its verb.
    (["我们也拿放大镜找过自己的茬：图片说明写错人名六次；教育版成了学校的广告栏；海外版的英文闹了笑话。对症的药已经抓好：图片说明由被拍的人核一遍；教育版不收学校一分钱。"],
     ["图片说明写错人名六次", "教育版成了学校的广告栏", "海外版的英文闹了笑话"], ["图片说明由被拍的人核一遍", "教育版不收学校一分钱"]),
    (["该脸红的，不替自己遮掩：问政节目办了三期就没了下文；培训计划只兑现一半。", "开年之后，我们会：把问政节目办满十二期；培训计划按月公布。"],
     ["问政节目办了三期就没了下文", "培训计划只兑现一半"], ["把问政节目办满十二期", "培训计划按月公布"]),
    # Numbered lists, the second led to by what there is to do.
    (["要说的缺点：第一，直播太少；第二，公益广告粗糙。要做的事情：第一，每月两场直播；第二，公益广告请高校设计。"],
     ["直播太少", "公益广告粗糙"], ["每月两场直播", "公益广告请高校设计"]),
]  # fmt: skip
NO_FAULTS = [
    "2021年，我们记住了三个数字：二百一十篇理论文章；四千三百个热线来电；三百期安全出报。",
    "这一年最暖心的几件事：大雪天里投递员背着报纸上山；小读者写来三百封信；退休老编辑回来义务校对。",
    "一年来，我们守住了三条线：没有一次停播；没有一起假新闻；没有一例有偿新闻。",
    "我们有三条规矩：不登假新闻；不炒明星；不收红包。",
    "2021年，我们的收获写在三个地方：省级奖项拿了十二个；客户端用户翻了一番；发行量止跌回升。",
    "一年来，全台上下打了三场硬仗：抗洪十昼夜没有一人掉队；直播卖出滞销柑橘三百万斤；改革后科室减少四个。2022年，我们将不负重托。",
    "回望这一年，有三个瞬间：凌晨四点的编辑部；老读者送来的烤红薯；演播室最后一盏没关的灯。",
    "这份报告由三部分数据写成：编辑部统计；财务决算；第三方测评。",
]


@pytest.mark.parametrize("heading", ["结束语", "后记", "四、结语"])
@pytest.mark.parametrize(("lines", "faults", "plans"), LISTED)
def test_a_list_of_clauses_makes_a_statement_each(
    heading: str, lines: list[str], faults: list[str], plans: list[str]
) -> None:
    wanted = [("shortcoming", fault) for fault in faults] + [("commitment", plan) for plan in plans]
    assert statements([heading, *lines]) == wanted


@pytest.mark.parametrize("line", NO_FAULTS)
def test_a_list_of_what_went_well_makes_none(line: str) -> None:
    assert statements(["结束语", line]) == []


def test_what_was_promised_the_year_before_is_no_fault() -> None:
    told = statements(
        [
            "结束语",
            "去年报告里许下的三件事，都有了交代：老年版如期开出；采编楼加装了电梯；夜班津贴涨到八十元。"
            "今年新添的毛病也要说：评论版半年没有一篇批评稿；新员工三个月走了五个。",
        ]
    )
    assert [text for kind, text in told if kind == "shortcoming"] == [
        "评论版半年没有一篇批评稿",
        "新员工三个月走了五个",
    ]
