"""One sentence more in a draft that is right otherwise, in everyday words, held against two reports of an invented paper."""

from __future__ import annotations

from functools import cache

import pytest

from ingest.pipeline import understand
from search.answers import Finding, Severity
from search.check import check
from tests.search.checking.drafts import Shelf

MEDIA = "桐江日报社"
FIRST = f"""{MEDIA}社会责任报告（2021年度）
一、前言
{MEDIA}办有《桐江日报》《桐江晚报》、桐江新闻网、“桐江眼”客户端和“桐江日报”微信公众号，现有员工318人，其中在编142人、聘用176人。
通讯《渡船改道》获第三十届东陵新闻奖二等奖，短视频《一碗面》获三等奖。首届“江风杯”征文大赛收稿1200篇。
二、政治责任
《潮头观察》专栏刊发评论96篇，《问计》专栏推动解决问题141件。
三、阵地建设责任
“桐江眼”客户端下载量61万次。3月18日，桐江融媒体大厦启用。《夜读》栏目推出音频210期。
四、服务责任
“爱心车票”活动进入第二年，送出车票1900张。“小桐帮办”受理求助2310件，办结2240件。
五、合法经营责任
全年经营收入6200万元，广告收入2150万元，纳税390万元。
六、后记
（一）不足
一是视频人才短缺。
（二）改进
一是招聘视频人才。
"""
SECOND = f"""{MEDIA}社会责任报告（2022年度）
一、前言
{MEDIA}办有《桐江日报》、桐江新闻网、“桐江眼”客户端和“桐江日报”微信公众号，现有员工309人，其中采编人员201人。6月1日，《桐江晚报》休刊。
系列报道《退捕之后》获第三十一届东陵新闻奖一等奖，短视频《船上人家》获第三十一届东陵新闻奖三等奖。第二届“江风杯”征文大赛收稿1420篇。
二、政治责任
《潮头观察》专栏刊发评论104篇，被央媒转载12篇。《问计》专栏推动解决问题153件。
三、阵地建设责任
“桐江眼”客户端下载量73万次，8月20日推出长者版。4月26日，“江上影像”工作室挂牌成立，全年制作短视频480条。《夜读》栏目推出音频240期。
四、服务责任
“爱心车票”活动进入第三年，送出车票2100张。“小桐帮办”受理求助2460件，办结2390件，平均办结用时5.2天。“共享书架”设到46处。10月，报社与海外华文媒体合办“桐江专页”，全年出版18期。
五、合法经营责任
全年经营收入6510万元，广告收入1980万元，纳税402万元。
六、后记
（一）回应
针对视频人才短缺的问题，招聘视频编导8名。
（二）不足
一是县区新闻偏少。
（三）改进
一是增设县区记者站。
"""
BASE = f"""{MEDIA}社会责任报告（2023年度）
一、前言
{MEDIA}现有员工305人。
二、政治责任
《潮头观察》专栏刊发评论110篇。
三、服务责任
办好便民服务。
"""
WRONG = [
    # dates of what happened once
    ("2022年9月1日休刊的《桐江晚报》，读者已平稳转到客户端。", "number-conflict"),
    ("《桐江晚报》自2022年6月10日起停刊，采编力量转向移动端。", "number-conflict"),
    ("2021年5月投入使用的桐江融媒体大厦，接待参观2300人次。", "number-conflict"),
    ("“江上影像”工作室去年6月组建，今年制作短视频510条。", "number-conflict"),
    ("5月20日，“县区直通”频道上线。自3月“县区直通”频道开播以来，记者下乡更勤了。", "number-conflict"),
    ("“桐江眼”长者版2022年10月推出以来，用户稳步增加。", "number-conflict"),
    # firsts in other words
    ("报告文学《守江》捧得第三十二届东陵新闻奖一等奖，这在报社历史上是头一回。", "unsupported-claim"),
    ("通讯《江豚回家》登上东陵新闻奖一等奖的领奖台，实属破天荒。", "unsupported-claim"),
    (
        "短视频《码头》获第三十二届东陵新闻奖三等奖，报社拿到省新闻奖三等奖，此前从未有过。",
        "unsupported-claim",
    ),
    ("报社第一回站上东陵新闻奖一等奖的领奖台。", "unsupported-claim"),
    ("我们与海外华文媒体合办专页，这么做还是头一遭。", "unsupported-claim"),
    ("“桐江眼”客户端第一次有了长者版。", "unsupported-claim"),
    ("报社第一次叩开东陵新闻奖一等奖的大门。", "unsupported-claim"),
    # claims without a source
    ("“桐江眼”的活跃度在全省同类客户端中一直排在头一名。", "unsupported-claim"),
    ("“桐江眼”是东陵省最活跃的地市党报客户端。", "unsupported-claim"),
    ("《潮头观察》堪称全省最有锋芒的评论专栏。", "unsupported-claim"),
    ("报社成为全国首家把编辑部搬上渔船的地市报社。", "unsupported-claim"),
    ("“小桐帮办”知名度在全省同类栏目中首屈一指。", "unsupported-claim"),
    ("“桐江日报”公众号传播力全省无出其右。", "unsupported-claim"),
    ("全市没有一位读者对发行服务不满意。", "unsupported-claim"),
    ("报道推出后，全市农民人均增收1800元。", "unsupported-claim"),
    # records
    ("“爱心车票”活动送出车票1980张，为历届之最。", "unsupported-claim"),
    ("“小桐帮办”受理求助2400件，是开办以来最多的一年。", "unsupported-claim"),
    ("全年经营收入6400万元，刷新历史纪录。", "unsupported-claim"),
    ("《夜读》栏目推出音频230期，数量再攀新高。", "unsupported-claim"),
    # years running
    ("“爱心车票”活动已连续开展五年，送出车票2200张。", "unsupported-claim"),
    ("已连续举办四届的“江风杯”征文大赛，今年收稿1500篇。", "unsupported-claim"),
    ("报社年年都有作品获得东陵新闻奖一等奖。", "unsupported-claim"),
    # staff and parts
    ("全社298名员工全部签订劳动合同。", "number-conflict"),
    ("报社员工305人，其中在编130人、聘用185人。", "number-conflict"),
    ("派出记者48人，第一批15人、第二批16人、第三批19人。", "number-conflict"),
    ("短视频爆款6条，其中播放量过亿的1条、千万以上的7条。", "number-conflict"),
    ("收到线索500条，采用320条，未采用的200条。", "number-conflict"),
    ("举办培训30场，时政类12场，新媒体类9场，法规类11场，合计30场。", "number-conflict"),
    # growth in words
    ("全年经营收入6640万元，增幅扩大到5.5%。", "number-conflict"),
    ("广告收入1900万元，降幅收窄到1.5%。", "number-conflict"),
    ("全年经营收入6640万元，同比有5.8%的增长。", "number-conflict"),
    ("“桐江眼”客户端下载量88万次，较上年多了两成五还多。", "number-conflict"),
    ("纳税430万元，是上年402万元的1.2倍。", "number-conflict"),
    ("“桐江眼”客户端下载量88万次，一年多了25万次。", "number-conflict"),
    ("“小桐帮办”受理求助2590件，一年下来多接了230件。", "number-conflict"),
    ("全年经营收入6640万元，同比增长一成。", "number-conflict"),
    # last year's figures in other words
    ("“小桐帮办”受理求助2590件，去年是2640件。", "number-conflict"),
    ("“小桐帮办”平均办结用时从5.8天缩到4.1天。", "number-conflict"),
    ("“共享书架”从上年的64处增加到71处。", "number-conflict"),
    ("《问计》专栏推动解决问题160件，上一年这一数字是135件。", "number-conflict"),
    ("《夜读》栏目推出音频260期，比前一年的204期多出56期。", "number-conflict"),
    ("《潮头观察》专栏刊发评论110篇，而2022年只有140篇。", "number-conflict"),
    # names
    ("《问记》专栏推动解决问题160件。", "name-variant"),
    ("“小桐帮扶”受理求助2590件，办结2510件。", "name-variant"),
    ("“共享书屋”设到52处。", "name-variant"),
    ("短视频《江豚》获第三十二届东岭新闻奖三等奖。", "name-variant"),
]
RIGHT = [
    "2022年6月1日休刊的《桐江晚报》，读者已平稳转到客户端。",
    "2022年6月休刊的《桐江晚报》留下不少读者。",
    "2021年3月启用的桐江融媒体大厦，接待参观2300人次。",
    "5月20日，“县区直通”频道上线；9月1日，“乡音”频道上线。",
    "4月，“江上影像”工作室扩编；9月，“江上影像”工作室搬进新址。",
    "“桐江眼”长者版8月改版，字号再放大。",
    "报告文学《守江》获中国新闻奖三等奖，这在报社历史上是头一回。",
    "动漫《江豚》获第三十二届东陵新闻奖一等奖，动漫作品拿到该奖，这还是头一回。",
    "记者随渔政船夜巡，这还是头一回。",
    "报社第一次承办东陵新闻奖评选。",
    "东陵省建成全国首个江豚保护区，报社刊发报道12篇。",
    "通讯《守江人》写的是全省最年轻的护鱼员。",
    "记者见到了村里最年长的渔民。",
    "“小桐帮办”受理投诉16件，件件办结。",
    "“爱心车票”活动送出车票2300张，为历届之最。",
    "全年经营收入6640万元，创历史新高。",
    "“爱心车票”活动已连续开展四年，送出车票2200张。",
    "已连续举办三届的“江风杯”征文大赛，今年收稿1500篇。",
    "报社年年都有作品获得东陵新闻奖三等奖。",
    "全社305名员工全部签订劳动合同。",
    "员工中在编128人、聘用177人。",
    "全社201名采编人员参加培训。",
    "派出记者48人，第一批15人、第二批16人、第三批17人。",
    "短视频爆款8条，其中播放量过亿的1条、千万以上的7条。",
    "全年经营收入6640万元，增幅收窄到2%。",
    "广告收入1900万元，降幅收窄到4%。",
    "全年经营收入6640万元，同比有2%的增长。",
    "纳税430万元，比上年402万元多出28万元。",
    "“桐江眼”客户端下载量150万次，是上年73万次的两倍还多。",
    "“小桐帮办”受理求助2590件，去年是2460件。",
    "“小桐帮办”平均办结用时从5.2天缩到4.1天。",
    "“共享书架”从上年的46处增加到71处。",
    "《夜读》栏目推出音频260期，比上年的240期多出20期。",
    "《潮头观察》专栏刊发评论110篇，而2022年只有104篇。",
    "新开《潮头问道》专栏，邀请专家解读政策。",
    "《江上夜话》栏目推出音频60期。",
    "“共享书包”送到52所学校。",
    "视频编导仅走了2人。",
    "10月20日，“江上影像”工作室第二批学员结业。",
    "“桐江眼”客户端3月推出英文版，5月推出少儿版。",
    "3月，“桐江眼”上线读屏功能；9月，“桐江眼”上线点播功能。",
    "3月，桐江新闻网开通直播频道。10月，桐江新闻网开通英文频道。",
    "围绕明年报社成立75周年，提前策划系列活动。",
]


@cache
def _shelf() -> Shelf:
    reports = [understand(text.encode(), "报告.txt") for text in (FIRST, SECOND)]
    return Shelf(reports)


def _checked(more: str) -> list[Finding]:
    draft = understand(f"{BASE}{more}\n".encode(), "稿件.txt", part=True)
    found = check(_shelf(), draft, MEDIA).findings
    begin = draft.text.rfind(more[:10])
    return [each for each in found if each.severity is not Severity.INFO and each.draft.end > begin]


@pytest.mark.parametrize(("more", "kind"), WRONG)
def test_what_is_wrong_is_found_in_whatever_words(more: str, kind: str) -> None:
    kinds = {"number-conflict", "number-jump"} if kind.startswith("number") else {kind}
    assert kinds & {each.kind for each in _checked(more)}


@pytest.mark.parametrize("more", RIGHT)
def test_what_is_right_stays_untouched(more: str) -> None:
    assert [each.message for each in _checked(more)] == []
