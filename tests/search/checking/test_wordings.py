"""One sentence more in a draft that is right otherwise, held against four years of reports of the samples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from ingest.pipeline import understand
from search.answers import Finding, Severity
from search.check import check
from tests.search.checking.drafts import Shelf

ROOT = Path(__file__).parents[3] / "corpora" / "reports" / "lanxi"
MEDIA = "澜溪县融媒体中心"
# Chapters of a next year's report in which nothing is wrong.
BASE = f"""{MEDIA}社会责任报告（2025年度）
一、前言
中心现有采编人员69人。“澜溪发布”微信公众号粉丝17.1万。
二、政治责任
《溪问》全年播出26期。
三、服务责任
办好新闻热线。
"""

WRONG = [
    ("全年共有60件作品获市级以上奖项，创历年新高。", "unsupported-claim"),
    ("新闻热线受理量连续四年增长，全年受理群众诉求1400件。", "unsupported-claim"),
    ("公众号影响扩大，“澜溪发布”微信公众号粉丝首次突破15万。", "unsupported-claim"),
    ("“澜溪发布”微信公众号粉丝首次突破10万大关，达到17.4万。", "unsupported-claim"),
    ("中心再次获得东岭新闻奖特等奖。", "unsupported-claim"),
    ("中心蝉联东岭新闻奖一等奖。", "unsupported-claim"),
    ("公益广告连续三年超过3万条次。", "unsupported-claim"),
    ("《溪问》已连续五年播出。", "unsupported-claim"),
    ("中心连续三年被评为全国先进县级融媒体中心。", "unsupported-claim"),
    ("中心建成首个4K超高清演播室。", "unsupported-claim"),
    ("首次开展网络安全演练，守住底线。", "unsupported-claim"),
    ("服务水平居全省县级媒体第一。", "unsupported-claim"),
    ("新闻热线受理群众诉求1100件，稳步增长。", "unsupported-claim"),
    ("新闻热线受理群众诉求1684件，与上年持平。", "unsupported-claim"),
    ("新闻热线受理群众诉求1400件，比上年有所增加。", "unsupported-claim"),
    ("《曝光台》连续六年播出。", "unsupported-claim"),
    ("去年我们承诺开办社区食堂，如期兑现。", "unsupported-claim"),
    ("去年开播的《溪问》走进乡镇。", "number-conflict"),
    ("2019年开播的《银龄时光》越办越好。", "number-conflict"),
    ("中心成立于2017年。", "number-conflict"),
    ("去年启用的融媒体调度指挥中心运转顺畅。", "number-conflict"),
    ("《溪岸人家》《山里来风》《老街》4件作品被央视采用。", "number-conflict"),
    ("第35届东岭新闻奖揭晓，消息《修渠》获三等奖。", "number-conflict"),
    ("“微光行动”累计资助学生突破800名。", "number-conflict"),
    ("新闻热线受理群众诉求1684件，同比增长21.7%。", "number-conflict"),
    ("行政村覆盖率由95%提高到100%。", "number-conflict"),
    ("新闻热线办结率为89.1%，较上年提高1.3个百分点。", "number-conflict"),
    ("中心拥有干部职工112人，其中采编人员69人、技术人员21人、行政人员35人。", "number-conflict"),
    ("全网用户总量120万，比上年翻了一番。", "number-conflict"),
    ("《澜溪好人》专栏报道570人。", "number-jump"),
    ("《科学开门》全年播出5.2期。", "number-jump"),
    ("全年慰问困难职工190人次。", "number-jump"),
    ("微纪录片《最后的工排》再版。", "name-variant"),
    ("清湖市揭晓青湖新闻奖。", "name-variant"),
    ("全网用户总量升至90万。", "number-conflict"),
    ("《溪问》曝光问题58个，推动解决61个。", "number-conflict"),
    ("融媒体调度指挥中心2020年启用以来运转顺畅。", "number-conflict"),
    ("业务培训31期，是上年10期的4倍多。", "number-conflict"),
    ("《曝光台》栏目刊播监督报道36篇。", "unsupported-claim"),
    ("主持人林晓满走进乡村。", "name-variant"),
    ("澜溪县融煤体中心荣获先进。", "name-variant"),
    ("短视频《溪岸新春》走红。", "name-variant"),
    ("第六届澜溪茶文化节由中心承办。", "number-conflict"),
    ("“月满西山”盛装上演。", "name-variant"),
    ("“澜溪融媒”抖音号粉丝41,500人。", "number-jump"),
    ("全年被省级以上媒体采用稿件648条，同比增长57.3%。", "number-conflict"),
    ("全年在省级以上媒体发稿1,648条，同比增长57.3%。", "number-conflict"),
    ("全年经营总收入2188万元，连续两年保持两位数增长。", "unsupported-claim"),
    ("全年拦截差错207处。", "repeated-text"),
    ("《溪问·当面答》问出难题36个，问出难题数比上年减少5个。", "number-conflict"),
    ("《银龄时光》播出300期，该栏目已连续四年播出。", "unsupported-claim"),
    ("中心成为全省该奖项唯一获奖的县级媒体。", "unsupported-claim"),
    ("聘请监督员24名（企业代表9名、学校代表18名）。", "number-conflict"),
    ("新闻热线受理群众诉求1684件，全年拦截差错231处，分别比上年增加177件、34处。", "number-conflict"),
    ("新闻热线受理群众诉求1400件，增长明显。", "unsupported-claim"),
    ("视频号粉丝18.2万，远高于上年的15.3万。", "number-conflict"),
]
RIGHT = [
    "全年非广告收入418万元，其中“澜溪优选”电商平台上线，销售额1200万元。",
    "全年42件作品获省级以上奖项，其中中国新闻奖一等奖1件、三等奖2件。",
    "去年我们承诺设立融合创新人才专项基金，如期兑现。",
    "新闻热线受理群众诉求1684件，比上年有所增加。",
    "公益广告连续两年超过3万条次。",
    "《溪问》已连续三年播出。",
    "“溪谷联播”首次走进校园。",
    "新闻热线受理量连续四年增长，全年受理群众诉求1684件。",
    "中心再次获得东岭新闻奖一等奖。",
    "行政村覆盖率由97%提高到100%。",
    "2023年开播的《银龄时光》越办越好。",
    "中心成立于2019年。",
    "第38届东岭新闻奖揭晓，消息《修渠》获三等奖。",
    "新闻热线办结率为98.1%，较上年提高0.3个百分点。",
    "全年刊播公益广告3.3万条次，与上年基本持平。",
    "首次引入手语主播。",
    "《溪岸人家》《山里来风》等4件作品被央视采用。",
    "短视频《溪岸新居》走红。",
    "《搬到城里的第三年》反响热烈，《搬到城里的第四年》同样如此。",
    "全网用户总量120万，比2023年的78万增长54%。",
    "“微光行动”累计资助学生突破1300名。",
    "记者吴绍平走进乡村。",
    "讲述连续28年守护水库的钓鱼人。",
    "全网用户总量升至104万。",
    "《溪问》曝光问题58个，推动解决61个，含上年遗留的4个。",
    "《溪问》曝光问题58个，推动解决55个。",
    "恢复播出的《曝光台》栏目刊播监督报道36篇。",
    "《主播下乡记》栏目走进8个村。",
    "第八届澜溪茶文化节由中心承办。",
    "“澜溪云”客户端下载量超3,000万次，视频点击量5,600万，互动1,640次。",
    "本中心是全省唯一的县级民族语言媒体。",
    "建成全省首个县级AI实验室。",
    "短视频《二十四节气在澜溪·谷雨》重播。",
    "《溪问》全年零停播，播出26期。",
    "聘请监督员24名（企业代表9名、学校代表15名），走访企业31名。",
    "聘请监督员24名（党员20名、女同志11名）。",
    "新闻热线受理群众诉求1684件，全年拦截差错231处，分别比上年增加177件、24处。",
    "新闻热线受理群众诉求1684件，全年拦截差错231处，同比分别增长11.7%、11.6%。",
    "新闻热线受理群众诉求1684件，增长明显。",
    "全年引进采编人员9名。",
    "新录用采编人员9名。",
    "应急广播新接通村4个。",
    "新签约特约记者4名。",
    "《银龄时光》播出300期，该栏目已连续三年播出。",
    "全年经营总收入2348万元，连续两年保持两位数增长。",
    "全年开设专栏4个，播发稿件3120条，比上年增长5%。",
    "《溪问·当面答》问出难题36个，问出难题数比上年增加4个。",
    "送电影下乡860场。",
]


@cache
def library() -> Shelf:
    return Shelf([understand(path.read_bytes(), path.name) for path in sorted(ROOT.iterdir())])


def found_in(sentence: str) -> list[Finding]:
    draft = understand(f"{BASE}{sentence}\n".encode(), "稿.txt", part=True)
    found = check(library(), draft, MEDIA).findings
    start = len(BASE)
    return [f for f in found if f.severity is not Severity.INFO and f.draft.start >= start]


@pytest.mark.parametrize(("sentence", "kind"), WRONG)
def test_a_wrong_sentence_is_found(sentence: str, kind: str) -> None:
    found = found_in(sentence)
    assert [finding.kind for finding in found] == [kind], [finding.message for finding in found]
    assert "请" in found[0].message


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_is_left_alone(sentence: str) -> None:
    assert [finding.message for finding in found_in(sentence)] == []


def test_an_outlet_is_called_by_the_name_it_has_now() -> None:
    earlier = [
        f"{MEDIA}社会责任报告（{year}年度）\n一、前言\n{outlet}\n二、政治责任\n办好《溪问》栏目。\n三、服务责任\n办好热线。\n"
        for year, outlet in (
            (2023, "“爱澜溪”客户端注册用户9万人。"),
            (2024, "3月，“爱澜溪”客户端更名为“溪上”客户端。"),
        )
    ]
    held = Shelf([understand(text.encode(), "稿.txt") for text in earlier])
    texts = {
        "“爱澜溪”客户端注册用户12万人。": ["name-variant"],
        "“溪上”客户端注册用户12万人。": [],
        "“溪上”客户端（原“爱澜溪”客户端）注册用户12万人。": [],
    }
    for said, kinds in texts.items():
        draft = understand(
            earlier[0]
            .replace("（2023年度）", "（2025年度）")
            .replace("“爱澜溪”客户端注册用户9万人。", said)
            .encode(),
            "稿.txt",
        )
        found = [f.kind for f in check(held, draft, MEDIA).findings if "客户端" in f.draft.quote]
        assert found == kinds, said
