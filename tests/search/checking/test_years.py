"""Claims that reach over several years, sorts that add up, dates and firsts: one sentence in a draft that is right otherwise."""

from __future__ import annotations

import pytest

from search.answers import Finding
from search.check import check
from tests.search.checking.drafts import Shelf, loud, read

MEDIA = "石屿日报社"
TWO_YEARS_AGO = f"""{MEDIA}社会责任报告（2021年度）
一、前言
石屿日报社成立于1983年。现有员工210人，其中采编人员120人，获第二十届海东新闻奖一等奖1件。短视频团队制作短视频300条。
二、政治责任
专题片《渔火》在央视科教频道播出。直播开展100场。“春晖”助学行动资助学生120名。
三、服务责任
“海风”客户端用户20万人。举办首届“浪花杯”朗诵大赛。海东电视文艺奖第14届获奖1件。
四、保障权益责任
为114名采编人员换发记者证，持证率95%。全年经营总收入1.0亿元。
"""
LAST_YEAR = f"""{MEDIA}社会责任报告（2022年度）
一、前言
石屿日报社成立于1983年。创刊39周年之际，举办报史展。现有员工205人，其中采编人员125人，获第二十一届海东新闻奖二等奖1件。
记者苗青芸获评海东省优秀记者。“小石头”抖音号粉丝9.2万。编辑饶小棠、编辑李晓桐获优秀编辑称号。全年42件作品获潮州海洋新闻奖。
二、政治责任
《潮声》栏目刊发评论80篇。直播开展110场。“春晖”助学行动资助学生130名。
三、服务责任
“海风”客户端用户24万人。举办第二届“浪花杯”朗诵大赛，2000人参赛。建成数据中台，接入32类用户数据。受理有效投诉2件。《渔家灯火》栏目播出52期。
四、保障权益责任
为121名采编人员换发记者证，持证率96.8%。全年经营总收入1.1亿元，活动收入2200万元。
"""
BASE = f"""{MEDIA}社会责任报告（2023年度）
一、前言
石屿日报社成立于1983年。现有员工200人，其中采编人员130人。“小石头”抖音号粉丝15.6万。
二、政治责任
《潮声》栏目刊发评论88篇。
三、服务责任
“海风”客户端用户28万人。
四、保障权益责任
全年经营总收入1.2亿元，活动收入3000万元。
"""

WRONG = [
    ("演练15次，上半年7次、下半年9次。", "number-conflict"),
    ("全年38件作品获市级以上奖项，省级以上的12件，市级的28件。", "number-conflict"),
    ("刊播报道870条，报纸端420条、客户端230条、抖音端200条。", "number-conflict"),
    ("线上培训12场、线下培训9场，全年共举办20场。", "number-conflict"),
    ("现有《石屿日报》《石屿晚报》《石屿画报》四张报纸。", "number-conflict"),
    ("开办新闻、交通、音乐4套广播频率。", "number-conflict"),
    ("广告、活动、发行三项收入分别为300万元、200万元和100万元，合计620万元。", "number-conflict"),
    ("直播开展120场，场次两年间翻了一番。", "number-conflict"),
    ("直播开展120场，比2021年增长了五成。", "number-conflict"),
    ("有声读物用户由40万增至90万，翻了两番。", "number-conflict"),
    ("“春晖”助学行动资助学生140名，三年累计资助490名。", "number-conflict"),
    ("“春晖”助学行动资助学生数由两年前的150名升至160名。", "number-conflict"),
    ("讲座定于6月31日开讲。", "number-conflict"),
    ("5月8日（星期二），开放日迎来300名读者。", "number-conflict"),
    ("报史展5月18日至12日开放。", "number-conflict"),
    ("围绕新中国成立75周年，刊发报道60篇。", "number-conflict"),
    ("创刊45周年之际，出版纪念册。", "number-conflict"),
    ("建台以来，报社成立50周年庆典最为隆重。", "number-conflict"),
    ("举办第五届“浪花杯”朗诵大赛。", "number-conflict"),
    ("为122名采编人员换发记者证，持证率98.8%。", "number-conflict"),
    ("活动收入占比提高到35%。", "number-conflict"),
    ("现有11个编辑部门（采访部门6个、后台部门4个）。", "number-conflict"),
    (
        "5件作品获第二十二届海东新闻奖，其中《甲乙》获一等奖，《丙丁》获二等奖，《戊己》获三等奖。",
        "number-conflict",
    ),
    ("“小石头”抖音号全年涨粉64万。", "number-conflict"),
    ("与15家平台签订内容授权协议。针对版权收益低的问题，与16家平台签订授权协议。", "number-conflict"),
    ("记者苗青芸获评海东省“德艺双馨”新闻工作者，这是她首次获得省级荣誉。", "unsupported-claim"),
    ("曝光问题70个，整改67个，其余5个跟踪督办。", "number-conflict"),
    ("受理有效投诉1件，全年实现零投诉。", "unsupported-claim"),
    ("有效投诉连续三年为零。", "unsupported-claim"),
    ("38件作品获潮州海洋新闻奖，获奖数量创历年新高。", "unsupported-claim"),
    ("编辑饶小裳获评市“三八红旗手”。", "name-variant"),
    ("数据中台接入用户数据410类。", "number-jump"),
    ("另有女性80人，现有从业人员210人，其中女性80人，占比超过五成。", "number-conflict"),
    ("发稿420篇，原创稿件120篇，占四成多。", "number-conflict"),
    ("培训101期，8020人次参训，期均近180人次。", "number-conflict"),
    ("获省级以上奖项45件，国家级、省级奖项分别为14件和21件。", "number-conflict"),
    ("报社实现海东新闻奖零的突破。", "unsupported-claim"),
    ("视频部5月成立，产出视频新闻1260条，日均35条。", "number-conflict"),
    ("石屿日报社今年喜迎35岁生日。", "number-conflict"),
    ("摄制的《海礁》登上央视，这是我社作品首次在央视播出。", "unsupported-claim"),
    ("摘得海东新闻奖一等奖，这是报社历史上的第一次。", "unsupported-claim"),
    ("《潮声》栏目今年创办，刊发评论88篇。", "unsupported-claim"),
    ("新发起的“春晖”助学行动走进渔村。", "unsupported-claim"),
    ("直播开展95场，数量逐年递增。", "unsupported-claim"),
    ("直播开展120场，连续三年超过105场。", "unsupported-claim"),
    ("《渔家灯火红》栏目播出52期。", "name-variant"),
]
RIGHT = [
    "演练15次，上半年7次、下半年8次。",
    "全年38件作品获市级以上奖项，省级以上12件，其中一等奖3件。",
    "刊播报道870条，报纸端420条、客户端250条、抖音端200条。",
    "现有《石屿日报》《石屿晚报》两张报纸。",
    "直播开展120场，比2021年增长了两成。",
    "“春晖”助学行动资助学生140名，三年累计资助390名。",
    "“春晖”助学行动资助学生由两年前的120名增至140名。",
    "5月8日（星期一），开放日迎来300名读者。",
    "围绕改革开放45周年，刊发报道60篇。",
    "12月28日至1月3日，报史展开放。",
    "创刊40周年之际，出版纪念册。",
    "举办第三届“浪花杯”朗诵大赛。",
    "为126名采编人员换发记者证，持证率96.9%。",
    "活动收入占比提高到25%。",
    "《海礁》首次在央视播出。",
    "短视频作品摘得海东新闻奖，这是报社短视频首次获得海东新闻奖。",
    "4件作品获第二十二届海东新闻奖，其中《甲乙》获一等奖，《丙丁》获二等奖，《戊己》等2件获三等奖。",
    "“小石头”抖音号全年涨粉6.4万。",
    "记者苗青芸获评全国先进工作者，这是她首次获得国家级荣誉。",
    "客服团队由3人增至11人，用户实现翻番。",
    "撤销2个频道、合并1套频率。",
    "听众第一次清晰地听到省台广播。",
    "曝光问题70个，整改67个，其余3个跟踪督办。",
    "全年播出实现零事故。",
    "编辑李晓棠获评市“三八红旗手”。",
    "现有从业人员210人，其中女性80人，占比近四成。",
    "培训101期，8020人次参训，期均近80人次。",
    "读者俱乐部有会员400人，骨干会员200人，其中学生120人，占60%。",
    "围绕新中国成立75周年，提前半年谋划重大选题。",
    "2023年海洋奖评选获奖7件，其中《甲乙》《丙丁》同获一等奖，二等奖2件、三等奖3件。",
    "视频部5月成立，产出视频新闻1260条，月均150余条。",
    "石屿日报社今年喜迎40岁生日。",
    "《海礁》栏目今年创办，播出20期。",
    "直播开展120场，数量逐年递增。",
]


def _checked(sentence: str) -> list[Finding]:
    draft = read(BASE.replace("刊发评论88篇。\n", f"刊发评论88篇。{sentence}\n"))
    return loud(check(Shelf([read(TWO_YEARS_AGO), read(LAST_YEAR)]), draft, MEDIA))


@pytest.mark.parametrize(("sentence", "kind"), WRONG)
def test_tells_what_is_wrong(sentence: str, kind: str) -> None:
    found = _checked(sentence)
    assert [each.kind for each in found if each.kind not in ("missing-section", "repeated-text")] == [kind]


@pytest.mark.parametrize("sentence", RIGHT)
def test_leaves_alone_what_is_right(sentence: str) -> None:
    assert [each.message for each in _checked(sentence) if each.kind != "missing-section"] == []
