"""What drafts written blind had wrong, as sentences of another house: figures recalled, told twice or of all the people, runs of years, names."""

from __future__ import annotations

import pytest

from search.answers import FindingKind
from tests.search.checking.drafts import (
    EARLIER,
    PAST,
    PLACE,
    changed,
    checked,
    left_alone,
    loud,
    only,
    told_apart,
)


@pytest.mark.parametrize(
    ("kind", "wrong", "right", "past"),
    [
        # Figures recalled: two digits exchanged, told after this year's, in a comparison, in a plan.
        ("number-conflict", "办事大厅答复提问由上年的4.71万件增至5.03万件", "办事大厅答复提问由上年的4.17万件增至5.03万件", ("办事大厅全年答复4.17万件",)),
        ("number-conflict", "“问事台”受理来件538件，办结519件。上年受理来件520件", "“问事台”受理来件538件，办结519件。上年受理来件502件", ("“问事台”受理来件502件",)),
        ("number-conflict", "“田头课”开讲66讲，收看人次达1200万，远高于上年的350万人次", "“田头课”开讲66讲，收看人次达1200万，远高于上年的530万人次", ("“田头课”开讲60讲，农民收看530万人次",)),
        ("number-conflict", "《院里说事》录制24期。明年《院里说事》计划录制36期，比今年的28期多8期", "《院里说事》录制24期。明年《院里说事》计划录制36期，比今年的24期多12期", ("",)),
        ("number-conflict", "“小帮手”受理求助2.5万件，办结2.4万件。办结数比上年多出5000件", "“小帮手”受理求助2.5万件，办结2.4万件。办结数比上年多出3000件", ("“小帮手”办结求助2.1万件",)),
        # Told twice, the name behind the figure; parts that leave nobody out.
        ("number-conflict", "视觉组原创海报412张，其中获奖的有9张，进社区展出。421张原创海报里获奖的不多", "视觉组原创海报412张，其中获奖的有9张，进社区展出。412张原创海报里获奖的不多", ("",)),
        ("number-conflict", "采编大楼在职61人，其中事业编制38人、聘用21人", "采编大楼在职59人，其中事业编制38人、聘用21人", ("",)),
        # How it went against the year before, in words.
        ("unsupported-claim", "夜校开课52讲，比上年又多一截", "夜校开课62讲，比上年又多一截", ("夜校开课60讲",)),
        ("unsupported-claim", "夜校开课52讲，略多于上年", "夜校开课62讲，略多于上年", ("夜校开课60讲",)),
        # Runs of years that a report of one of them contradicts in its own words.
        ("unsupported-claim", "夜校开课66讲，实现连续三年增长", "夜校开课66讲，实现连续两年增长", ("夜校开课60讲", "夜校开课数回落到41讲")),
        ("unsupported-claim", "至此，见刊错字连续三年为零", "至此，见刊错字连续两年为零", ("见刊错字为零", "见刊错字由27处降到9处")),
        # What an earlier report ended.
        ("unsupported-claim", "《望溪晨刊》全年出版302期", "《望溪晨刊》复刊，全年出版302期", ("《望溪晨刊》12月31日休刊",)),
        ("unsupported-claim", "《望溪夜报》全年出报24期", "《望溪晚刊》全年出报24期", ("《望溪夜报》因办报成本攀升，2022年12月31日出版最后一期后停刊",)),
        ("unsupported-claim", "全年安全播出零事故，4月断电中断播出1次", "全年安全播出零事故，4月断电未影响播出", ("",)),
        ("unsupported-claim", "票务收入9900余万元，创近十年新高", "票务收入1.2亿元，创近十年新高", ("票务收入1.08亿元",)),
        ("unsupported-claim", "周末版发行17.6万份，首次跌破20万份", "周末版发行17.6万份，首次跌破18万份", ("纸质发行量跌破20万份",)),
        # When it began, told by its month alone, and of what the clause before names.
        ("number-conflict", "“溪红人”机构2021年成立，带货2.4亿元", "“溪红人”机构2022年成立，带货2.4亿元", ("“溪红人”机构5月成立",)),
        ("number-conflict", "2021年上线的“掌上溪”月活跃率38%", "2022年上线的“掌上溪”月活跃率38%", ("8月1日“掌上溪”面世",)),
        ("number-conflict", "《泥腿子讲堂》下村52次，这档2020年开播的栏目走进第四个年头", "《泥腿子讲堂》下村52次，这档2022年开播的栏目走进第二个年头", ("5月，《泥腿子讲堂》开播",)),
        # A rate behind two counts, of which one has what was done behind it; growth of what a mark names.
        ("number-conflict", "收到社会来信16件，其中15件办结，办结率100%", "收到社会来信16件，其中15件办结，办结率94%", ("",)),
        ("number-conflict", "“溪连线”并机直播81场，比2022年多17场", "“溪连线”并机直播81场，比2022年多7场", ("与9个乡镇结成“溪连线”，统一派单，全年并机直播74场",)),
        # Names: of prizes, and of a column told of in the same words.
        ("name-variant", "通讯《渡口》获东岛好记者奖一等奖", "通讯《渡口》获东屿好记者奖一等奖", ("通讯《老街》获东屿好记者奖一等奖",)),
        ("name-variant", "《院里说话》全年录制24期，问题上账109个，销账96个", "《院里说事》全年录制24期，问题上账109个，销账96个", ("《院里说事》录制26期，问题上账118个，销账102个",)),
    ],
)  # fmt: skip
def test_an_error_is_found_where_the_sentence_beside_it_is_right(
    kind: FindingKind, wrong: str, right: str, past: tuple[str, ...]
) -> None:
    told_apart(kind, wrong, right, past)


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        # A change beside a total is no part of it; what few of are told has no 等.
        ("热线接单1340件，比上年多132件，转办1259件", ""),
        ("重播多、收看少的3个栏目停办", ""),
        # The house began long before its columns.
        ("《溪口论坛》于2022年创刊，每周三期", "望溪县融媒体中心创刊于1988年"),
        # Watched on the net, and seen in a hall; the busiest day, and each day.
        ("台风直播23小时不间断，观看960万人次", "举办老农具展览，观众2.1万人次"),
        ("“望溪通”客户端最忙的一天打开211万次", "“望溪通”客户端每天打开3.3万次"),
        # Who came to one course, and to all that was taught.
        ("数据训练营开了4期，采编人员参训96人次", "全年举办各类讲习27期，参训1080人次"),
        # A quarter of an hour beside a minute is another programme.
        ("“林间一刻钟”栏目更新40集", "“林间一分钟”栏目更新362条"),
        # This year's figure follows in the clause, and is of another outlet than the one before.
        ("“溪上”抖音号粉丝71万，“溪上”快手号粉丝由6.2万增至15.9万", "“溪上”抖音号粉丝18.5万"),
    ],
)
def test_what_only_looks_like_an_error_is_left_alone(draft: str, past: str) -> None:
    left_alone(draft, past)


def test_all_the_people_are_the_sum_of_their_kinds() -> None:
    kinds = ("中心现有职工91人", "中心现有在编人员51人、聘用人员40人")
    place = (PLACE, f"{PLACE}。为全体101名职工购买补充医疗保险")
    assert only(checked(changed(kinds, place)), "number-conflict")
    right = (PLACE, f"{PLACE}。为全体91名职工购买补充医疗保险")
    assert loud(checked(changed(kinds, right))) == []


def test_what_a_copied_passage_recalls_is_told_as_copied_alone() -> None:
    said = (
        "4月上线的“光与声”无障碍专区，收录口述影像电影128部，手语播报栏目由3档增至5档，服务听障观众约47万人。"
    )
    draft = changed((PLACE, f"{PLACE}。{said}"))
    earlier = changed((PAST, f"{PAST}。{said}"), text=EARLIER)
    assert only(checked(draft, earlier), "repeated-text")
