"""Errors as they stood in drafts written blind, told here of another house in other words, and the right wording beside each."""

from __future__ import annotations

import pytest

from tests.search.checking.drafts import EARLIER, MEDIA, PAST, PLACE, both, changed, checked, loud, only


@pytest.mark.parametrize(
    ("kind", "wrong", "right", "past"),
    [
        # The house itself is no subject of its own.
        ("number-conflict", "电子报订户由上年的6.1万户降至5.4万户", "电子报订户由上年的5.8万户降至5.4万户", f"{MEDIA}电子报订户5.8万户"),
        # A size is unit enough.
        ("number-conflict", "“望溪通”客户端激活用户52万，其中苹果端21万、安卓端36万", "“望溪通”客户端激活用户57万，其中苹果端21万、安卓端36万", ""),
        ("number-conflict", "刊登更正由上年的8则降为6则，降幅达四成", "刊登更正由上年的8则降为6则，降幅达25%", "刊登更正8则"),
        ("number-conflict", "设立调查报道部、音视频部、数据部四个部门", "设立调查报道部、音视频部、数据部三个部门", ""),
        ("number-conflict", "热线收到线索3.2万条，采用3.6万条", "热线收到线索3.2万条，采用2.6万条", ""),
        ("number-conflict", "为全体98名职工办理意外保险", "为全体91名职工办理意外保险", ""),
        ("number-conflict", "文创收入420万元，实现两位数增长", "文创收入445万元，实现两位数增长", "文创收入400万元"),
        ("number-conflict", "中心挂牌成立六周年", "中心挂牌成立五周年", f"{MEDIA}2018年7月挂牌。"),
        ("name-variant", "溪畔戏曲大讲坛办到村口", "溪畔戏曲大讲堂办到村口", "溪畔戏曲大讲堂办到镇上"),
        ("number-conflict", "报刊点读累计下载26万", "报刊点读累计下载41万", "报刊点读累计下载38万"),
        ("number-conflict", "村晚送演由上年的31场恢复到42场", "村晚送演由上年的13场恢复到42场", "村晚送演13场"),
        ("number-conflict", "自2011年以来累计结对1.1万户", "自2011年以来累计结对1.6万户", "自2011年以来累计结对1.4万户"),
        ("number-conflict", "7件作品获奖，其中一等奖1件、二等奖2件、三等奖3件", "6件作品获奖，其中一等奖1件、二等奖2件、三等奖3件", ""),
        ("name-variant", "《老外逛望溪》短视频更新26集", "《老外看望溪》短视频更新26集", "《老外看望溪》系列更新21集"),
        ("unsupported-claim", "订报量4.7万份，首次跌破5万份", "订报量4.7万份，首次跌破5万份，跌势趋缓", "订报量{}万份"),
        ("number-conflict", "三年累计轮训71人，占采编人员的83%。现有员工113人，采编人员76人", "三年累计轮训63人，占采编人员的83%。现有员工113人，采编人员76人", ""),
        ("number-conflict", "文创收入165万元，占版权收入1660万元的15%", "文创收入249万元，占版权收入1660万元的15%", ""),
        ("number-conflict", "方言节目占自办节目的比重由上年的38%提高到55%", "方言节目占自办节目的比重由上年的51%提高到55%", "方言节目占自办节目的51%"),
        # What was told before in another order, or behind a list.
        ("unsupported-claim", "首次面向退休教师选聘校对志愿者", "首次面向退役军人选聘巡逻志愿者", "选聘退休教师校对志愿者14名"),
        ("unsupported-claim", "首次约请律师、教师、医生组成读者评议团打分", "首次约请农技员组成田间问诊团", "由律师、教师、医生组成读者评议团打分"),
        ("number-conflict", "微短剧《渡口灯》第四季开拍", "微短剧《渡口灯》第三季开拍", "微短剧《渡口灯》第二季开拍"),
        ("unsupported-claim", "首次推出微短剧《江火》", "首次推出有声书《江火》", "微短剧《窑火》共24集"),
        ("number-conflict", "《望溪老话》更新至第102集", "《望溪老话》更新至第131集", "《望溪老话》更新至第110集"),
        ("number-conflict", "文创收入翻了一番，达到212万元", "文创收入翻了一番，达到302万元", "文创收入150万元"),
        ("number-conflict", "热线转办的420件已回复436件", "热线转办的420件已回复406件", ""),
        ("number-conflict", "“望溪伴读”走过7个年头", "“望溪伴读”走过8个年头", "“望溪伴读”累计走过7个年头"),
        ("unsupported-claim", "首次举办“铁锅炖”短视频大赛", "首次举办“锅边夜话”诗歌论坛", "“铁锅炖”短视频大赛收到作品260件。“锅边夜话”走红"),
        # Ranks and runs of years that nothing bears out.
        ("unsupported-claim", "节目编排水平在全省县级媒体中名列前茅", "据省广电学会测评，节目编排水平在全省县级媒体中名列前茅", ""),
        ("unsupported-claim", "“萤火助学”成为全市最受信赖的公益品牌", "“萤火助学”获评全市最受信赖的公益品牌", ""),
        ("unsupported-claim", "“稻花村晚”阅读量连续四年位居地市级媒体第一", "“稻花村晚”阅读量在省网信办榜单中位居地市级媒体第一", ""),
        ("unsupported-claim", "《望溪夜话》连续两年播出60期", "《望溪夜话》连续两年播出57期", "《望溪夜话》播出58期"),
        ("unsupported-claim", "“稻穗娃”首次联合药企义诊", "“稻穗娃”首次联合航天馆科普", "卡通形象“稻穗娃”与4家药企义诊下乡"),
        ("unsupported-claim", "首次与职业院校合办新闻学堂", "首次与气象部门合办暴雨研判室", "与职业学院联办的新闻学堂开课"),
        ("unsupported-claim", "年休假休满率达93%，连续三年超过70%", "年休假休满率达93%，连续三年超过50%", "年休假休满率由52%升至78%"),
        ("unsupported-claim", "中心连续三年无一名业务骨干辞职", "中心业务骨干保持稳定", "全年2人离职"),
        ("unsupported-claim", "发稿差错率万分之0.21，连续两年低于万分之0.22", "发稿差错率万分之0.21，连续两年低于万分之0.25", "发稿差错率万分之0.24"),
        ("unsupported-claim", "文创收入连续三年超过订报收入", "文创收入连续两年超过订报收入", "文创收入首次超过订报收入"),
        ("unsupported-claim", "首次开通“禾听”热线", "首次开通“苗听”热线", "“禾听”热线昼夜有人"),
        ("number-conflict", f"今年是“{MEDIA}”成立六周年", f"今年是“{MEDIA}”成立五周年", f"{MEDIA}成立于2018年7月"),
        ("unsupported-claim", "山区收听难彻底解决", "山区收听难有所缓解", ""),
        ("unsupported-claim", "读者口碑居全省县级媒体之首", "读者口碑良好", ""),
        ("unsupported-claim", "《山里来信》连续两年播出49期以上", "《山里来信》连续两年播出48期以上", ""),
    ],
)  # fmt: skip
def test_an_error_is_found_and_its_right_wording_is_left_alone(
    kind: str, wrong: str, right: str, past: str
) -> None:
    draft, earlier = both(wrong, past.format("4.9"))
    assert only(checked(draft, earlier), kind)
    draft, earlier = both(right, past.format("5.2"))
    assert [finding.message for finding in loud(checked(draft, earlier))] == []


def test_a_measure_that_no_report_has_runs_through_no_years() -> None:
    before = changed(("2022年度", "2021年度"), text=EARLIER)
    draft, earlier = both("读者满意度连续三年保持在96%以上")
    assert only(checked(draft, earlier, before), "unsupported-claim")
    _, told = both("", "读者满意度97%")
    assert not loud(checked(draft, told, changed((PAST, f"{PAST}。读者满意度96.5%"), text=before)))


def test_an_answer_that_names_its_fault_answers_no_other() -> None:
    fault = "通讯员队伍老化，来稿偏少"
    other = "二是短视频制作力量分散，人员老化。"
    earlier = changed(("二是通讯员队伍老化，来稿偏少。", f"{other}三是{fault}。"), text=EARLIER)
    answer = "二是针对通讯员队伍老化、来稿偏少的问题，选聘年轻通讯员36名，人员结构明显改善。"
    draft = changed(
        ("二是选聘年轻通讯员36名，全年采用来稿800余篇，通讯员队伍老化、来稿偏少的状况有了改观。", answer)
    )
    finding = only(checked(draft, earlier), "unanswered-shortcoming")
    assert "短视频制作力量分散" in finding.evidence[0].quote


def test_an_answer_that_tells_several_deeds_of_the_fault_it_names_answers_no_other() -> None:
    fault = "通讯员队伍老化，来稿偏少"
    other = "二是年轻主播留不住，一年走了4人。"
    earlier = changed(("二是通讯员队伍老化，来稿偏少。", f"{other}三是{fault}。"), text=EARLIER)
    answer = "二是通讯员老化的问题。“新芽计划”启动，为19名年轻通讯员配指导老师，发放稿费31万元，全年只走了1人。每名新通讯员头两年必须轮训三次。"
    draft = changed(
        ("二是选聘年轻通讯员36名，全年采用来稿800余篇，通讯员队伍老化、来稿偏少的状况有了改观。", answer)
    )
    assert "年轻主播" in only(checked(draft, earlier), "unanswered-shortcoming").evidence[0].quote


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        # Not of one measure, or not of this figure.
        ("组织登山、插花等活动15次", "小记者团组织采访活动146次"),
        ("全年离职采编人员14人", "为在编采编人员61人办理证件"),
        ("版权收入523万元，其中漫画收入226万元，音频收入129万元，课件收入92万元，版税支出44万元", ""),
        ("“绿色热线”来电1164个，网上提问明显增多", "“绿色热线”来电1508个"),
        ("全年累计直播460小时", "全年累计直播530小时"),
        ("承办会刊，出版8期", "《树木会说话》由月刊改为周刊，出版48期"),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_error_is_left_alone(draft: str, past: str) -> None:
    assert [finding.message for finding in loud(checked(*both(draft, past)))] == []


def test_clauses_taken_over_are_told_though_the_sentence_goes_on_with_new_figures() -> None:
    taken = "流动书车进山送书187趟，顺路捎药、代写家书"
    draft, earlier = both(f"{taken}，微博粉丝增至20.3万", f"{taken}，好评不断")
    assert only(checked(draft, earlier), "repeated-text").draft.quote == taken
    draft, _ = both("流动书车进山送书203趟，顺路捎药、代写家书，微博粉丝增至20.3万")
    assert not loud(checked(draft, earlier))


def test_what_an_earlier_report_only_planned_may_be_the_first_edition() -> None:
    plan = ("二是选聘一批年轻通讯员。", "二是选聘一批年轻通讯员。三是举办首届青少年自然征文大赛。")
    draft, _ = both("举办首届青少年自然征文大赛")
    assert not loud(checked(draft, changed(plan, text=EARLIER)))


def test_fewer_answers_than_shortcomings_are_not_counted_off_in_order() -> None:
    fault = "一是少数民族语言节目尚属空白。二是下乡蹲点时间偏短。三是通讯员队伍老化，来稿偏少。"
    earlier = changed(("一是少数民族语言节目尚属空白。二是通讯员队伍老化，来稿偏少。", fault), text=EARLIER)
    answers = "一是开办苗语新闻节目《苗乡之声》。二是助农服务再上台阶。"
    at = changed(("一是开办苗语新闻节目《苗乡之声》，填补少数民族语言节目的空白。二是", f"{answers}三是"))
    told = "选聘年轻通讯员36名，全年采用来稿800余篇，通讯员队伍老化、来稿偏少的状况有了改观。"
    draft = at.replace(f"三是{told}", "")
    found = [each for each in loud(checked(draft, earlier)) if each.kind == "unanswered-shortcoming"]
    assert any("蹲点" in each.evidence[0].quote for each in found)


def test_the_year_of_a_jubilee_is_not_that_of_the_founding() -> None:
    draft, earlier = both("2023年是《望溪报》创刊60周年", "《望溪报》1963年创刊")
    assert not loud(checked(draft, earlier))


def test_what_passed_a_mark_is_not_held_against_what_passed_another() -> None:
    draft, earlier = both("播放量过百万的短视频118条", "播放量过千万的短视频1条")
    assert not loud(checked(draft, earlier))


def test_an_answer_may_not_turn_the_digits_of_its_chapter() -> None:
    draft = changed(
        (PLACE, f"{PLACE}。“维权通道”为236名工友追回欠薪845万元"),
        ("有了改观。", "有了改观。三是追回欠薪854万元，服务更实。"),
    )
    assert only(checked(draft), "number-conflict")
