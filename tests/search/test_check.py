"""Drafts held against an earlier report: each kind of finding, and what must stay unsaid."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.answers import FindingKind, Severity
from search.check import draft_year
from tests.search.checking.drafts import DRAFT, EARLIER, MEDIA, changed, checked, loud, only, read


def test_a_plausible_draft_raises_nothing() -> None:
    found = checked(DRAFT)
    assert (found.year, found.against) == (2023, [2022])
    assert [finding.message for finding in loud(found)] == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "quote"),
    [
        # The draft against itself.
        (
            "number-conflict",
            "消息《渡口",
            "全年获奖12件，其中一等奖3件、二等奖4件、三等奖6件。消息《渡口",
            "12件",
        ),
        ("number-conflict", "受理投诉11件", "受理投诉11件，办结10件，办结率99%", "99%"),
        ("number-conflict", "纳税101万元", "纳税由99万元减少到101万元", "99万元减少到101万元"),
        ("number-conflict", "纳税101万元", "纳税101万元。年末职工人数中心现有职工97人", "97人"),
        (
            "number-conflict",
            "消息《渡口",
            "全年总支出1200万元，同比下降3%，其中人员支出700万元、设备支出260万元、其他支出420万元。消息《渡口",
            "420万元",
        ),
        # Against the earlier report.
        ("number-conflict", "462条，同比增长10%", "462条，同比增长21%", "21%"),
        ("number-conflict", "比上年增长8%", "比上年的1500万元增长18%", "18%"),
        ("number-conflict", "短视频1810条", "短视频由上年的1050条增加到1810条", "1050条"),
        ("number-jump", "粉丝14.1万人", "粉丝141万人", "141万人"),
        ("number-jump", "募集善款35.8万元", "募集善款35.8元", "35.8元"),
        ("number-jump", "办结率96%", "办结率9.6%", "9.6%"),
        ("number-jump", "经营收入1620万元，比上年增长8%；", "经营收入1620元；", "1620元"),
        ("number-conflict", "纳税101万元", "纳税101万元。“望溪发布”公众号粉丝比上年增加3.5万", "3.5万"),
        ("number-conflict", "职工91人，", "职工91人，其中女职工40人，占53.9%，", "53.9%"),
        (
            "number-conflict",
            "消息《渡口",
            "15件作品获市级奖：一等奖3件、二等奖5件、三等奖8件。消息《渡口",
            "三等奖8件",
        ),
        # Names.
        ("name-variant", "《山里来信》", "《山里来兴》", "山里来兴"),
        ("name-variant", "江北新闻奖三等奖", "江北新文奖三等奖", "江北新文奖"),
        ("name-variant", "“萤火助学”行动", "“萤火助教”行动", "萤火助教"),
        ("name-variant", "移动直播80场", "移动直薄80场", "直薄"),
        ("name-variant", "在省级以上媒体发稿", "在省以级上媒体发稿", "省以级上"),
        ("name-variant", "听众逾5000人次", "主讲人之一是记者韩力群", "韩力群"),
        # Claims.
        ("unsupported-claim", "应急演练7次", "新开办的“望溪大讲堂”栏目7次", "新开办的“望溪大讲堂”"),
        ("unsupported-claim", "移动直播80场", "移动直播首次突破60场", "首次突破60场"),
        ("unsupported-claim", "应急演练7次", "首次举办“望溪大讲堂”", "首次举办“望溪大讲堂"),
        ("unsupported-claim", "刊发评论101篇", "刊发评论90篇，再创新高", "90篇，再创新高"),
    ],
)
def test_a_planted_error_is_found_at_its_words(kind: FindingKind, old: str, new: str, quote: str) -> None:
    finding = only(checked(changed((old, new))), kind)
    assert quote in finding.draft.quote
    assert finding.message.endswith("。")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("短视频1810条", "短视频2600条"),
        ("移动直播80场", "移动直播41场"),
        ("消息《渡口", "全年获奖12件，其中一等奖3件、二等奖4件。消息《渡口"),
        ("《山里来信》栏目播出50期", "《山里来信》更名为《山里回信》，全年播出50期"),
        ("短视频1810条", "短视频由上年的1500条增加到1810条"),
        ("比上年增长8%", "比上年增加120万元"),
        ("移动直播80场", "移动直播首次突破70场"),
        ("应急演练7次", "首次举办“望溪读书会”7次"),
        ("消息《渡口", "中心全年总收入1.2亿元，其中演艺公司收入860万元。消息《渡口"),
        ("消息《渡口", "支出900万元，其中人员支出500万元、设备支出400万元，上缴税金60万元。消息《渡口"),
        ("纳税101万元", "纳税101万元，比上年增加5万元，其中增值税60万元、所得税41万元"),
        ("粉丝14.1万人", "粉丝14.1万人，还办有抖音号“望溪人家”（粉丝3.1万，2023年4月开通）"),
        ("举办业务培训22期", "受疫情影响，业务培训压减到6期"),
        ("粉丝14.1万人", "粉丝14.1万人，“望溪发布”抖音号（粉丝3.2万）、微博（粉丝74万）"),
        ("职工91人，", "职工91人，其中女职工40人，占44%，"),
        ("粉丝14.1万人", "粉丝14.1万人，公众号“望溪夜读”粉丝2.2万人"),
        ("职工91人，", "职工91人，其中采编人员60人、党员45人，"),
        ("职工91人，", "职工91人，其中采编人员60人，"),
        ("短视频1810条", "短视频1810条，40余名采编人员学会剪辑"),
        ("听众逾5000人次", "微纪录片《纸伞匠2》开拍"),
    ],
)
def test_what_may_well_be_is_left_alone(old: str, new: str) -> None:
    assert [finding.message for finding in loud(checked(changed((old, new))))] == []


def test_a_missing_chapter_is_told_where_it_belongs() -> None:
    start, end = DRAFT.index("八、道德责任"), DRAFT.index("九、保障权益责任")
    finding = only(checked(DRAFT[:start] + DRAFT[end:]), "missing-section")
    assert finding.draft.quote == "七、安全责任"
    assert "道德责任" in finding.message
    assert finding.duty == "ethics"
    assert [each.quote for each in finding.evidence] == ["八、道德责任"]


def test_chapters_alone_lack_nothing() -> None:
    start, end = DRAFT.index("四、服务责任"), DRAFT.index("五、人文关怀责任")
    assert loud(checked(DRAFT[start:end])) == []
    slip = only(checked(DRAFT[start:end].replace("905件", "90500件")), "number-jump")
    assert slip.draft.quote == "90500件"


def test_a_shortcoming_without_an_answer_is_told_with_its_words() -> None:
    start, end = DRAFT.index("一是开办苗语"), DRAFT.index("二是选聘年轻")
    finding = only(checked(DRAFT[:start] + DRAFT[end:]), "unanswered-shortcoming")
    assert [each.quote for each in finding.evidence] == ["少数民族语言节目尚属空白"]
    assert "回应" in finding.draft.quote


def test_a_paragraph_taken_over_is_told_with_its_source() -> None:
    old = EARLIER[EARLIER.index("《山里来信》栏目播出48期") : EARLIER.index("六、文化责任")].strip()
    new = DRAFT[DRAFT.index("《山里来信》栏目播出50期") : DRAFT.index("六、文化责任")].strip()
    finding = only(checked(changed((new, old))), "repeated-text")
    assert finding.draft.quote == old
    assert finding.evidence[0].quote == old
    nearly = old.replace("主持人每月进村一次", "主持人每个月进村一回")
    assert nearly != old
    assert only(checked(changed((new, nearly))), "repeated-text").draft.quote == nearly


def test_years_running_need_each_stored_year() -> None:
    claim = changed(("消息《渡口不再等船》获", "中心连续两年获江北新闻奖一等奖。消息《渡口不再等船》获"))
    finding = only(checked(claim), "unsupported-claim")
    assert "2022" in finding.message
    true = changed(("三等奖。", "三等奖，中心已连续两年获江北新闻奖。"))
    assert loud(checked(true)) == []


def test_without_earlier_reports_the_draft_is_held_against_itself() -> None:
    draft = changed(("（2023年度）", "（2020年度）"), ("比上年增长8%", "比上年的1500万元增长18%"))
    found = checked(draft)
    assert (found.year, found.against) == (2020, [])
    assert [finding.kind for finding in loud(found)] == ["number-conflict"]


def test_the_year_is_the_titles_or_the_one_after_the_last() -> None:
    assert draft_year(read(DRAFT), [2021, 2022]) == 2023
    chapter = read("四、服务责任\n2019年以来，新闻热线受理群众诉求905件。\n")
    assert draft_year(chapter, [2021, 2022]) == 2023
    assert draft_year(understand(DRAFT.encode(), "稿.txt", None, 2030), [2022]) == 2030


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = checked(changed(("纳税101万元", "纳税101元"), ("粉丝14.1万人", "粉丝141万人"), ("91人", "910人")))
    starts = [finding.draft.start for finding in found.findings]
    assert starts == sorted(starts)
    assert sum(finding.severity is Severity.WARNING for finding in found.findings) == 3


def test_an_answer_in_other_words_speaks_to_what_lies_between() -> None:
    earlier = EARLIER.replace("二是通讯员队伍", "二是“两张皮”没有根治。三是通讯员队伍")
    answers = "二是再造流程，八十人同在一张大桌上办公。三是选聘年轻通讯员36名，"
    draft = changed(("二是选聘年轻通讯员36名，", answers))
    assert "unanswered-shortcoming" not in [f.kind for f in loud(checked(draft, earlier))]
    assert "unanswered-shortcoming" in [f.kind for f in loud(checked(DRAFT, earlier))]


@pytest.mark.parametrize(
    "answer", ["二是对其他问题，我们本着负责的态度加以改进。", "二是针对民族语言节目尚属空白的问题。"]
)
def test_what_answers_nothing_in_particular_is_no_answer(answer: str) -> None:
    start, end = DRAFT.index("一是开办苗语"), DRAFT.index("二是选聘年轻")
    close = DRAFT.index("\n（二）不足")
    draft = DRAFT[:start] + DRAFT[end:close].replace("二是", "一是") + answer + DRAFT[close:]
    finding = only(checked(draft), "unanswered-shortcoming")
    assert [each.quote for each in finding.evidence] == ["少数民族语言节目尚属空白"]


def test_a_name_of_two_characters_is_told_by_surname_and_office() -> None:
    earlier = EARLIER.replace("记者韩立群获评", "记者齐岚获评")
    finding = only(checked(changed(("消息《渡口", "记者齐兰获评优秀。消息《渡口")), earlier), "name-variant")
    assert finding.draft.quote == "齐兰"
    for other in ("齐岚", "汪兰", "齐欣"):
        draft = changed(("消息《渡口", f"记者{other}获评优秀。消息《渡口"))
        assert loud(checked(draft, earlier)) == []


def test_a_later_season_names_what_was_there_before() -> None:
    earlier = EARLIER.replace("《纸伞匠》在", "《江上旧事》《纸伞匠》在")
    for said, quotes in (
        ("《江上往事》第二季", ["江上往事"]),
        ("《江上往事》", []),
        ("《江上旧事》第二季", []),
    ):
        draft = changed(("“望溪大讲堂”举办讲座26场", f"推出纪录片{said}，“望溪大讲堂”举办讲座26场"))
        assert [f.draft.quote for f in loud(checked(draft, earlier))] == quotes


def test_a_sentence_that_keeps_its_long_figure_is_taken_over_though_a_short_one_is_new() -> None:
    old = "推行记者编辑双岗互查、夜班领导现场终审的办法，查改差错1127处，差错率降到万分之0.%d。"
    earlier = EARLIER.replace("查改差错112处。", f"查改险情12起。{old % 7}")
    found = checked(changed(("查改差错98处。", f"查改险情15起。{old % 6}")), earlier)
    assert "1127处" in only(found, "repeated-text").draft.quote
    new = old.replace("1127", "986")
    assert loud(checked(changed(("查改差错98处。", f"查改险情15起。{new % 6}")), earlier)) == []


def test_a_quoted_saying_is_text_and_a_name_is_none() -> None:
    old = "推行“编前定调、编中把关、编后复盘”的办法，对存疑的说法多方求证，拿不准的内容宁可不发。"
    names = "办好“山里人家”“望溪夜话”“周末课堂”“乡村医生”等节目，让群众爱听爱看，常办常新。"
    for sentence, count in ((old, 1), (names, 0)):
        earlier = EARLIER.replace("受理投诉14件。", f"受理投诉14件。{sentence}")
        draft = changed(("受理投诉11件。", f"受理投诉11件。{sentence}"))
        assert [f.kind for f in loud(checked(draft, earlier))] == ["repeated-text"] * count


def test_what_is_held_anew_goes_on_in_number() -> None:
    earlier = EARLIER.replace("举办讲座24场", "举办讲座24场，承办第三届望溪乡村春晚")
    for nth, kinds in (("三", ["number-conflict"]), ("四", [])):
        draft = changed(("举办讲座26场", f"举办讲座26场，承办第{nth}届望溪乡村春晚"))
        assert [f.kind for f in loud(checked(draft, earlier))] == kinds


def test_a_long_sentence_with_one_number_anew_is_taken_over() -> None:
    old = "与全县%s个乡镇签订信息报送责任书，明确专人收集线索、核实情况、回访群众，做到件件有着落、月月有通报、季季有讲评。"
    earlier = EARLIER.replace("受理投诉14件。", f"受理投诉14件。{old % 17}")
    found = checked(changed(("受理投诉11件。", f"受理投诉11件。{old % 18}")), earlier)
    assert "18个乡镇" in only(found, "repeated-text").draft.quote


def test_duties_inside_a_part_are_chapters() -> None:
    def in_parts(text: str) -> str:
        text = text.replace("一、前言\n", "第一部分 前言\n").replace("十一、后记", "第三部分 后记")
        for at, number in enumerate("二三四五六七八九十"):
            lead = "第二部分 履责情况\n" if not at else ""
            text = text.replace(f"\n{number}、", f"\n{lead}{'一二三四五六七八九'[at]}、", 1)
        return text

    earlier, draft = in_parts(EARLIER), in_parts(DRAFT)
    assert [f.kind for f in loud(checked(draft, earlier)) if f.kind == "missing-section"] == []
    start, end = draft.index("六、安全责任"), draft.index("七、道德责任")
    finding = only(checked(draft[:start] + draft[end:], earlier), "missing-section")
    assert finding.duty == "safety"


def test_years_of_an_honour_are_a_claim_and_years_of_an_event_a_number() -> None:
    earlier = EARLIER.replace("举办讲座24场", "举办讲座24场，连续3年%s")
    for said, kind in (("入选县十佳文化品牌", "unsupported-claim"), ("走进乡镇中学校园", "number-conflict")):
        for count, kinds in ((6, [kind]), (4, [])):
            draft = changed(("举办讲座26场", f"举办讲座26场，连续{count}年{said}"))
            assert [f.kind for f in loud(checked(draft, earlier.replace("%s", said)))] == kinds


def test_an_edition_of_an_outlet_has_figures_of_its_own() -> None:
    for said, kinds in (("推出青少年版，", []), ("", ["number-conflict"])):
        told = f"短视频1810条。“望溪通”客户端{said}注册用户2.1万人"
        assert [f.kind for f in loud(checked(changed(("短视频1810条", told))))] == kinds


def test_what_was_news_of_a_year_began_in_it() -> None:
    earlier = EARLIER.replace("举办讲座24场", "举办讲座24场，微短剧《晒秋》上线")
    for year, kinds in ((2020, ["number-conflict"]), (2022, [])):
        draft = changed(("举办讲座26场", f"举办讲座26场，微短剧《晒秋》于{year}年上线"))
        assert [f.kind for f in loud(checked(draft, earlier))] == kinds


@pytest.mark.parametrize("how", ["由原县电视台、县报社合并而成", "正式上线"])
def test_the_house_began_once_by_whatever_word(how: str) -> None:
    earlier = EARLIER.replace("中心现有职工88人", f"{MEDIA}于2019年5月{how}，现有职工88人")
    for year, kinds in ((2017, ["number-conflict"]), (2019, [])):
        draft = changed(("中心现有职工91人", f"{MEDIA}于{year}年5月{how}，现有职工91人"))
        assert [f.kind for f in loud(checked(draft, earlier))] == kinds


def test_a_surname_may_have_two_characters() -> None:
    earlier = EARLIER.replace("记者韩立群获评", "编委助理欧阳岚获评")
    for name, quotes in (("欧阳兰", ["欧阳兰"]), ("欧阳岚", [])):
        draft = changed(("消息《渡口", f"编委助理{name}获评优秀。消息《渡口"))
        assert [f.draft.quote for f in loud(checked(draft, earlier))] == quotes


def test_one_silent_report_of_several_claimed_years_tells_little() -> None:
    two, four = (
        changed(("消息《渡口", f"中心连续{count}年被评为“县级文明窗口”。消息《渡口")) for count in "两四"
    )
    assert only(checked(two), "unsupported-claim").draft.quote.startswith("连续两年")
    assert loud(checked(four)) == []


def test_a_figure_of_three_digits_that_stays_is_told() -> None:
    earlier = EARLIER.replace("发稿420条", "发稿427条")
    draft = changed(("462条，同比增长10%", "427条"), ("全年在省级以上", "2023年，中心向外推介，在省级以上"))
    assert only(checked(draft, earlier), "repeated-text").draft.quote == "427条"


def test_what_was_one_number_stays_one() -> None:
    earlier = EARLIER.replace("慰问困难", "与88名职工签订合同，慰问困难")
    draft = changed(("慰问困难", "与19名职工签订合同，慰问困难"))
    assert only(checked(draft.replace("与19名", "与97名"), earlier), "number-conflict").draft.quote == "97名"
    assert loud(checked(draft.replace("与19名", "与91名"), earlier)) == []


def test_the_house_was_founded_once() -> None:
    earlier = EARLIER.replace("中心现有职工88人", f"{MEDIA}由县委主管，2019年5月成立，现有职工88人")
    told = f"{MEDIA}成立于20%s年5月，现有职工91人"
    for year, kinds in (("18", ["number-conflict"]), ("19", [])):
        draft = changed(("中心现有职工91人", told % year))
        assert [f.kind for f in loud(checked(draft, earlier))] == kinds


def test_a_preface_needs_no_heading_and_an_answer_no_list() -> None:
    closing = DRAFT[DRAFT.index("（一）回应") :]
    asked = "没有苗语节目怎么办？开办苗语新闻节目《苗乡之声》，填补民族语言节目的空白。通讯员老了怎么办？选聘年轻通讯员36名。\n还有不足：一是短视频精品不多。\n今后要多出精品。\n"
    draft = (
        DRAFT.replace("一、前言\n（一）媒体概况\n", "")
        .replace("（二）获奖情况\n", "")
        .replace(closing, asked)
    )
    assert [finding.message for finding in loud(checked(draft))] == []


def test_figures_of_two_levels_and_of_the_calendar_are_left_alone() -> None:
    earlier = EARLIER.replace("发稿420条", "发稿420条，在省台用稿702条，副刊出版104期")
    draft = changed(("同比增长10%。", "同比增长10%。在央视用稿81条，副刊出版104期。"))
    assert loud(checked(draft, earlier)) == []


def test_a_rank_held_for_years_is_the_rank_of_those_years() -> None:
    earlier = EARLIER.replace("发稿420条。", "发稿420条，发稿量居全市第二。")
    for rank, kinds in (("第一", ["unsupported-claim"]), ("第二", [])):
        draft = changed(("同比增长10%。", f"同比增长10%，发稿量连续两年保持全市{rank}。"))
        assert [f.kind for f in loud(checked(draft, earlier))] == kinds
