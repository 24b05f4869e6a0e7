"""How reports tell what became of last year's faults: leads, answers with their faults, and what stands around them."""

from __future__ import annotations

import pytest

from ingest.extract.statements import extract_statements
from tests.ingest.writing import BEFORE_CLOSING, HEAD, reading, statements

Said = list[tuple[str, str]]
BACK = ["四、后记", "（一）回应"]
BEFORE_SAFETY = ["四、安全责任", "三审三校。"]


def response(*texts: str) -> Said:
    return [("response", text) for text in texts]


# What only leads to the answers, in the first lines; the answers are the same below every one of them.
ANSWERS = ("编前会搬进厂区，全年刊发车间稿件214篇", "招考夜班编辑6名，差错率下降四成")
LEADS = [
    "上一年度查摆出“一线声音少”“夜班人手紧”两个问题。一年来我们对照整改，两个问题都有了明显改观。",
    "2020年度报告发布后，江南日报针对报告中反映的问题采取了一系列举措：",
    "报告发布后，编委会专门开会，把两条不足分解到6个部门。一年下来，都有了回音。",
    "我们说自己“两个不够”：",
    "江南日报2020年度报告里，“一线声音少”“夜班人手紧”等问题的整改情况是：",
    "去年此时我们在这里检讨了两件没做好的事，现在向您报告结果。",
    "2020年度报告中，我们承认“一线声音少、夜班人手紧、标题长”。",
    "去年的报告列了两条不足：一线声音少、夜班人手紧。",
    "2020年度报告提出了贴近一线、充实夜班两个努力方向。2021年，报社按照既定方向推进，完成情况如下：",
    "去年评议，专家扣了13分，扣在两处：一处是一线声音少，一处是夜班人手紧。",
]


@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_to_the_answers_is_none(lead: str) -> None:
    first, second = ANSWERS
    told = [f"{lead}针对一线声音少，{first}；针对夜班人手紧，{second}。"]
    if lead.endswith(("。", "情况如下：")):
        told = [lead, f"针对一线声音少，{first}。", f"针对夜班人手紧，{second}。"]
    assert statements([*BACK, *told]) == response(f"针对一线声音少，{first}", f"针对夜班人手紧，{second}")


def test_an_abstract_answer_behind_its_lead_is_no_lead() -> None:
    lead = "2020年度报告发布后，报社针对报告中反映的问题采取了一系列举措"
    closing = [
        *BACK,
        f"{lead}：优化版面结构，打造图文并茂的格局；强化内容把关，完善研判和处置的机制；净化评论空间。",
    ]
    assert statements(closing) == response(
        "优化版面结构，打造图文并茂的格局", "强化内容把关，完善研判和处置的机制", "净化评论空间"
    )


def test_an_outcome_before_a_colon_belongs_to_its_answer() -> None:
    told = [
        "“表达刻板”的问题，通过改文风有了较大改观：头版消息平均字数降到610字",
        "“手段传统”的问题，通过建设新平台初步解决：微博粉丝达到132万",
    ]
    closing = [*BACK, f"上年报告中提出了两方面需要改进的问题。其中，{'；'.join(told)}。"]
    assert statements(closing) == response(*told)


def test_a_list_below_each_fault_is_one_answer() -> None:
    told = [
        "针对新闻“同质化”：一是三级论证选题，二是奖励独家新闻",
        "针对客户端“低幼化”：一是调整定位，二是增派编辑",
    ]
    assert statements([*BACK, "2020年报告列举了两大问题。", *(f"{text}。" for text in told)]) == response(
        *told
    )


def test_a_paragraph_goes_on_about_the_fault_above_it() -> None:
    first = ["上年报告提出，报社数据新闻基础薄弱。今年与高校共建工作室。", "工作室先后推出作品46个。"]
    second = ["上年报告还提出，农村报道存在空白。为此恢复乡村版。", "编辑每周进村一天。"]
    told = ["\n".join(part).removesuffix("。") for part in (first, second)]
    assert statements([*BACK, *first, *second]) == response(*told)


def test_what_is_still_open_stays_with_its_answer() -> None:
    told = "第二件是小区版“有头无尾”。因人手原因，只恢复了两个区，其余四个区要等到明年"
    first = "第一件是“骗子广告”没管住。今年退掉问题广告430万元，没有接到一起投诉"
    closing = ["四、结语", "去年我们检讨了两件没做好的事。", f"{first}。", f"{told}。"]
    assert statements(closing) == response(first, told)


def test_faults_follow_the_answers_where_the_media_says_what_it_sees() -> None:
    answer = "去年报告承认民生报道“小而散”，今年推出系列报道31组"
    for turn in ("我们也看到，", "我们深知，", "今年又添了新的遗憾："):
        closing = ["四、结语", f"{answer}。", f"{turn}视频拍得多、精品少；年轻记者下基层不够。"]
        found = statements(closing)
        assert found[0] == ("response", answer)
        assert [kind for kind, _ in found[1:]] == ["shortcoming", "shortcoming"]


def test_answers_may_stand_below_the_heading_of_this_years_faults() -> None:
    closing = [
        "四、不足与努力方向",
        "（一）存在的不足",
        "调研文章不多。",
        "对于上年度报告提出的两条不足，本报都进行了整改：出版时间偏晚，已提前到7点；外部报道少，已设特约记者9名。",
        "（二）努力方向",
        "开展大调研。",
    ]
    assert [kind for kind, _ in statements(closing)] == ["shortcoming", "response", "response", "commitment"]


def test_promises_kept_are_listed_as_answers() -> None:
    items = ["人才方面，引进编辑5名", "维权方面，设立热线，受理投诉763件"]
    closing = [
        "四、后记",
        "2020年度报告对存在的不足作了承诺。承诺兑现情况如下：",
        *(f"——{item}。" for item in items),
    ]
    assert statements(closing) == response(*items)


def test_an_answer_may_stand_inside_a_paragraph_of_another_chapter() -> None:
    answer = "上年度报告曾提出“服务信息不够实用”，为此本报新增《缴费提醒》板块"
    text = reading(
        *HEAD,
        "一、政治责任",
        "坚持导向。",
        "二、服务责任",
        f"办好《收视指南》。{answer}。",
        "三、文化责任",
        "传承文化。",
    )
    assert [(fact.type, fact.text) for fact in extract_statements(text)] == response(answer)


def test_the_head_of_a_column_may_name_the_report() -> None:
    rows = ["2020年度报告查找的不足\t2021年整改情况", "账号散小弱\t关停账号14个，做强3个主账号"]
    assert statements([*BACK, *rows]) == response("关停账号14个，做强3个主账号")


def test_general_words_before_an_answer_are_no_part_of_it() -> None:
    told = "针对上年度报告提出的“节目创新不足”等问题进行了整改，节目形态不断丰富"
    closing = [*BACK, f"2021年，本报在履行社会责任方面做出了一定的努力，{told}。"]
    assert statements(closing) == response(told)


def test_items_below_the_title_of_a_group_are_the_answers() -> None:
    closing = [
        *BACK,
        "2020年度报告查找的问题共3项。",
        "1.已解决2项",
        "（1）首页广告过多问题。撤下弹窗广告。",
        "（2）标题夸张问题。制定20条禁令。",
        "2.正在解决1项",
        "（1）英文频道更新慢问题。已共建翻译团队。",
        "（2）原创评论少问题。正在筹建评论部。",
    ]
    assert statements(closing) == response(
        *(line[3:].rstrip("。") for line in closing if line.startswith("（1）") or line.startswith("（2）"))
    )


NARRATED = [
    [
        "先说人才。",
        "我们全年只有3人离职。",
        "再说技术。",
        "台里换掉了播出系统。",
        "最后说外宣。",
        "省台发稿翻了一番。",
    ],
]


@pytest.mark.parametrize("told", NARRATED)
def test_topics_told_one_after_the_other_are_an_answer_each(told: list[str]) -> None:
    topics = [told[i][2 if i < 4 else 3 :] + told[i + 1].rstrip("。") for i in (0, 2, 4)]
    assert statements([*BACK, "".join(told)]) == response(*topics)


def test_questions_about_last_years_words_are_answered() -> None:
    asked = ["问：去年说要多登基层教师，做到了吗？", "问：去年说要办读者见面会，办了几场？"]
    said = ["做到了。12期封面有4期是乡村教师", "办了9场，走进7个城市"]
    closing = ["四、后记", "（一）回音壁", asked[0], f"答：{said[0]}。", asked[1], f"答：{said[1]}。"]
    parts = [*closing, "（二）不足", "人才短缺。", "（三）改进", "引进人才。"]
    assert statements(parts)[:2] == response(*said)


def test_old_matters_counted_one_by_one_are_answered() -> None:
    items = ["青年读者不读报。新解：报纸办到食堂", "版面太严肃。新解：开辟漫画专版"]
    closing = ["四、后记", "（一）旧题新解", f"旧题之一：{items[0]}。", f"旧题之二：{items[1]}。"]
    parts = [*closing, "（二）不足", "人才短缺。", "（三）改进", "引进人才。"]
    assert statements(parts)[:2] == response(*items)


def test_regrets_and_vows_change_the_kind() -> None:
    closing = [
        "四、后记",
        "过去一年，我们兑现了上年“多下基层”的承诺，全年驻村1460天。",
        "过去一年，我们也留下了遗憾。一组报道把数字弄错了。公众号看的人少。",
        "2022年，我们承诺：关键数据核对后见报。",
    ]
    assert [kind for kind, _ in statements(closing)] == [
        "response",
        "shortcoming",
        "shortcoming",
        "commitment",
    ]
    assert statements(closing)[-1] == ("commitment", "关键数据核对后见报")


def test_a_heading_of_reflection_announces_faults() -> None:
    closing = [
        "四、反思与展望",
        "成绩属于过去，本报还有很多需要改进的地方：监督不够有力；制度落实不严。",
        "2022年，要办好监督台。",
    ]
    assert [kind for kind, _ in statements(closing)] == ["shortcoming", "shortcoming", "commitment"]


def test_a_part_on_last_year_leaves_the_rest_of_its_chapter_to_the_heading() -> None:
    closing = [
        "四、履责不足与改进",
        "（1）节目创新乏力。早晚高峰节目三年没有变化。2022年将改版早高峰节目。",
        "（2）活动影响力弱。参与车辆逐年减少。将联合出租车公司扩大车队。",
        "关于上年提出的不足：“热线难打”已解决，接线员增加到6人；“收入下滑”未解决，同比又降5%。",
    ]
    assert [kind for kind, _ in statements(closing)] == ["shortcoming", "commitment"] * 2 + ["response"] * 2


def test_the_year_before_may_be_named_far_from_its_report() -> None:
    answers = ["突发新闻30分钟必到", "本地新闻扩到10个版"]
    lead = "2020年，我们首次发布社会责任报告，坦承在新闻敏感度、版面容量上有所欠缺。2021年，我们尝试弥补："
    closing = [
        "四、结语",
        f"{lead}{'；'.join(answers)}。",
        "路漫漫其修远兮。我们清楚地知道，报道中仍有“注水新闻”，广告味过浓，倾听还不够。",
    ]
    faults = [("shortcoming", text) for text in ("报道中仍有“注水新闻”", "广告味过浓", "倾听还不够")]
    assert statements(closing) == response(*answers) + faults


def test_faults_and_answers_may_take_turns() -> None:
    told = [
        "2020年，报社融合发展处于起步阶段，存在平台不强等问题。2021年，报社组建融媒体中心，实现“五统一”",
        "2020年，报社创新人才培养存在不足。2021年，报社与高校签订协议，选派24名骨干脱产学习",
    ]
    assert statements([*BACK, "。".join(told) + "。"]) == response(*told)


def test_last_years_aims_may_be_answered_below_the_heading_of_this_years() -> None:
    told = ["“办活视频”见了成效，粉丝4.1万", "“贴近外操”做得一般，占比只提高4个百分点"]
    closing = [
        "四、今后的努力方向",
        f"去年我们曾立下两个努力方向，一年过去，成色如何？{'；'.join(told)}。",
        "正视不足，评论“报喜多、报忧少”；夜班新闻几乎空白。",
        "明年努力的方向是：设“逆耳”评论专栏；安排记者跟夜班。",
    ]
    assert [kind for kind, _ in statements(closing)] == ["response"] * 2 + ["shortcoming"] * 2 + [
        "commitment"
    ] * 2
    assert statements(closing)[:2] == response(*told)


def test_how_many_are_settled_only_leads_to_the_answers() -> None:
    told = ["“联通基层不够”的问题，建立微站94个，已完成", "“设备不足”的问题，购置4K摄像机8台，已完成"]
    lead = "上年度，我中心共查摆问题2项，截至2021年底，完成整改2项。具体是："
    assert statements([*BACK, f"{lead}{'；'.join(told)}。"]) == response(*told)


def test_what_is_still_to_mend_is_a_shortcoming() -> None:
    closing = [
        "五、自评",
        "本报仍需努力之处有二：其一，故事写得少；其二，网站久未改版。",
        "2022年，本报将改版网站。",
    ]
    assert [kind for kind, _ in statements([*BEFORE_SAFETY, *closing])] == ["shortcoming"] * 2 + [
        "commitment"
    ]


def test_a_lead_to_a_table_is_no_answer() -> None:
    rows = ["存在问题\t解决措施\t解决成效", "科普少\t开设《船老大课堂》\t刊发48期，获好专栏"]
    assert statements([*BACK, "2020年度报告提及的问题，解决情况如下表。", *rows]) == response(
        "开设《船老大课堂》\t刊发48期，获好专栏"
    )


# What is told under 回应 in one paragraph or several, and the answers in it.
TOLD = [
    # Each paragraph opens with a fault of last year and goes on about it, whatever it has ； and figures.
    (
        [
            "2020年，我们在报告中指出，本报舆论监督勇气不足。为此，本报恢复“调查”专版，推动解决问题52个。",
            "上年度我们还提出，广告审查把关不严，读者意见较大。今年以来，先后停止与7家机构合作。投诉降到6起。",
            "此外，2020年度报告提到的转型不快的问题，有了新的进展。5月，官方微信上线；8月，客户端投入试运行。",
        ],
        [
            "2020年，我们在报告中指出，本报舆论监督勇气不足。为此，本报恢复“调查”专版，推动解决问题52个",
            "上年度我们还提出，广告审查把关不严，读者意见较大。今年以来，先后停止与7家机构合作。投诉降到6起",
            "此外，2020年度报告提到的转型不快的问题，有了新的进展。5月，官方微信上线；8月，客户端投入试运行",
        ],
    ),
    # Several faults and then what came of them, parted by ；, whatever sentence follows.
    (
        ["针对上年度报告提出的五个方面不足，党组专题研究，逐条销号：央媒用稿翻番；终端修复一新；公司化迈出第一步。人才问题进展较慢。"],
        ["央媒用稿翻番", "终端修复一新", "公司化迈出第一步", "人才问题进展较慢"],
    ),
    (
        ["去年提出的六个问题中，综艺瘦身、产业转型见效快；音频平台从无到有；国际频道未获批准。"],
        ["综艺瘦身、产业转型见效快", "音频平台从无到有", "国际频道未获批准"],
    ),
    (
        ["少儿节目的空白今年得到填补；组建机构，流量开始变现；公益短片的数量和质量同步提升。"],
        ["少儿节目的空白今年得到填补", "组建机构，流量开始变现", "公益短片的数量和质量同步提升"],
    ),
    # Faults that are owned up to without a word of fault, as many as answers.
    (
        ["去年我们在报告里说，报纸离职工还不够近、视频做得少、稿酬标准十年没动。今年，编前会开到7个林场；视频组扩到5人；稿酬平均上调40%。"],
        ["今年，编前会开到7个林场", "视频组扩到5人", "稿酬平均上调40%"],
    ),
    # The item of a numbered list keeps the line that names its fault.
    (
        ["1.上年度提出的“策划少”问题", "整改成效：建立三级选题库。", "2.上年度提出的“激励不足”问题", "整改成效：设立总编辑奖。"],
        ["上年度提出的“策划少”问题\n整改成效：建立三级选题库", "上年度提出的“激励不足”问题\n整改成效：设立总编辑奖"],
    ),
    # Short sentences, none of which takes up a fault or leans on the one before.
    (
        ["补上技术课，智慧采编系统投用。智库产品实现零的突破。新鲜血液注入，队伍结构得到改善。"],
        ["补上技术课，智慧采编系统投用", "智库产品实现零的突破", "新鲜血液注入，队伍结构得到改善"],
    ),
    # Short sentences that only name what the next one answers.
    (
        ["自采稿件少。两个工作室双管齐下，占比由27%升到33%。留言操作繁琐。“一键留言”把三步并成一步，留言量翻倍。"],
        ["自采稿件少。两个工作室双管齐下，占比由27%升到33%", "留言操作繁琐。“一键留言”把三步并成一步，留言量翻倍"],
    ),
    # One fault is answered by three deeds.
    (["针对人手少的问题，招录记者8名；返聘3名；轮训全员。"], ["针对人手少的问题，招录记者8名；返聘3名；轮训全员"]),
    # What looks on behind the answers is none.
    (
        ["1.针对“稿件浅”，开设深读版。", "2.针对“人手少”，招录8名。", "一年来，尽管上述问题得到不同程度的改进，但仍有差距，我们将持续努力。"],
        ["针对“稿件浅”，开设深读版", "针对“人手少”，招录8名"],
    ),
    (
        ["去年的报告中，我们列出了两个方面的不足。一年来，台党委把整改摆上重要议事日程。针对“稿件浅”，开设深读版。针对“人手少”，招录8名。"],
        ["针对“稿件浅”，开设深读版", "针对“人手少”，招录8名"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), TOLD)
def test_answers_are_told_apart(told: list[str], expected: list[str]) -> None:
    assert statements([*BACK, *told]) == response(*expected)


SHORTCOMINGS = [
    (
        "主要存在以下问题：可读性还不够强，采编流程尚未打通，创收渠道较窄。",
        ["可读性还不够强", "采编流程尚未打通", "创收渠道较窄"],
    ),
    ("一年下来，成绩单并不完美。评论的锋芒不够；港澳受众有限。", ["评论的锋芒不够", "港澳受众有限"]),
    (
        "报社面临的最大问题是广告收入偏低。此外，版面过多过散、骨干流失等问题也较突出。",
        ["报社面临的最大问题是广告收入偏低", "版面过多过散、骨干流失"],
    ),
    ("首先，原创不多。其次，互动不够。第三，管理薄弱。", ["原创不多", "互动不够", "管理薄弱"]),
]


@pytest.mark.parametrize(("said", "expected"), SHORTCOMINGS)
def test_what_frames_the_shortcomings_is_left_off(said: str, expected: list[str]) -> None:
    assert statements(["四、后记", "（一）不足", said]) == [("shortcoming", text) for text in expected]


@pytest.mark.parametrize("lead", ["江南日报将围绕以上问题，", "江南日报将坚持稳中求进工作总基调，"])
def test_what_frames_the_commitments_is_left_off(lead: str) -> None:
    closing = ["四、后记", "（一）改进", f"2022年，{lead}加强校企合作；拓展舆情业务。"]
    assert statements(closing) == [("commitment", "加强校企合作"), ("commitment", "拓展舆情业务")]


def test_this_years_faults_below_the_answers_are_told_by_their_lead() -> None:
    closing = [
        "四、后记",
        "2020年度报告列出的问题整改情况：",
        "（1）形式单一的问题已改善。开设视频号。",
        "（2）渠道不畅的问题正在改善。签订协议。",
    ]
    faults = ["2021年报社履行社会责任还存在以下不足：", "（1）评论偏少。（2）隐私保护不够细致。"]
    assert statements([*closing, *faults]) == [
        *response("形式单一的问题已改善。开设视频号", "渠道不畅的问题正在改善。签订协议"),
        ("shortcoming", "评论偏少"),
        ("shortcoming", "隐私保护不够细致"),
    ]


def test_an_item_may_begin_with_a_year() -> None:
    items = ["1.2022年6月前建成演播厅；2.2022年底前招录8人；3.改版客户端。"]
    plans = ["2022年6月前建成演播厅", "2022年底前招录8人", "改版客户端"]
    assert statements(["四、后记", "（一）改进", *items]) == [("commitment", plan) for plan in plans]


def test_facing_the_faults_is_none() -> None:
    closing = ["四、后记", "人才缺乏。面对不足，我们将加大培训力度，开办夜校。"]
    assert statements(closing)[1:] == [("commitment", "我们将加大培训力度，开办夜校")]


@pytest.mark.parametrize(
    "parts", [("（一）回望", "（二）问题", "（三）前行"), ("（一）说过的", "（二）问题", "（三）打算")]
)
def test_the_last_chapter_is_the_closing_one_whatever_it_is_called(parts: tuple[str, ...]) -> None:
    before = [*BEFORE_CLOSING, "四、安全责任", "三审三校。", "五、合法经营责任", "依法纳税。"]
    first = (
        "一年前，我们公开承诺过两件事。第一件，热线不再占线，接通率提高到97%。第二件，少插广告，每小时9分钟。"
    )
    text = reading(
        *HEAD,
        *before,
        "六、回望与前行",
        parts[0],
        first,
        parts[1],
        "陪伴感不强。",
        parts[2],
        "开办《夜话》。",
    )
    assert [fact.type for fact in extract_statements(text)] == [
        "response",
        "response",
        "shortcoming",
        "commitment",
    ]
