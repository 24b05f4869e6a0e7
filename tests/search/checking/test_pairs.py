"""One sentence of last year and one of the draft: what does not fit together, and what does."""

from __future__ import annotations

import pytest

from search.check import check
from tests.search.checking.drafts import Shelf, loud, read

MEDIA = "石屿日报社"
FRAME = """{media}社会责任报告（{year}年度）
一、前言
石屿日报社成立于1983年。
二、政治责任
{said}
三、服务责任
办好新闻热线。
四、人文关怀责任
关心老人和孩子。
"""

WRONG = [
    # None at all, of what last year has some.
    ("6月，因配图错误向读者刊登更正1次。", "报社连续三年更正为零。", "unsupported-claim"),
    ("因雷击造成发射中断1次。", "发射中断事故连续三年为零。", "unsupported-claim"),
    ("停播率降至0.2秒/百小时。", "我台连续四年实现全年零停播。", "unsupported-claim"),
    ("停播时长累计7分钟。", "已连续三年未发生停播。", "unsupported-claim"),
    ("7月14日误植一张图片，次日致歉更正。", "连续三年无一次致歉更正。", "unsupported-claim"),
    # People without an office before them, and with a rarer surname.
    ("舒敏获第七届省“金话筒”奖。", "舒闽受聘为高校实践导师。", "name-variant"),
    ("播音员隋国栋在全国播音大赛中获铜奖。", "播音员隋国东被评为广电名嘴。", "name-variant"),
    ("记者程野荣获先进个人。", "记者程也再次登上“十佳记者”榜单。", "name-variant"),
    # A first prize told by where it was won.
    (
        "电视评论《药方》获第三十四届中国新闻奖三等奖。",
        "专题《村规》获第三十五届中国新闻奖二等奖，这是报社作品首次在中国新闻奖评选中获奖。",
        "unsupported-claim",
    ),
    (
        "《沉船》获省新闻奖融合报道类一等奖。",
        "《潮间带》获省新闻奖专题类一等奖，这是报社作品首次在省新闻奖评选中拿到一等奖。",
        "unsupported-claim",
    ),
    (
        "记者傅山泉获全国农民报好新闻一等奖。",
        "《稻香》获全国农民报好新闻一等奖，这是本报首获该奖项一等奖。",
        "unsupported-claim",
    ),
    ("“农民诗选”版刊发作品312首。", "今年创办的“农民诗选”版成为农民诗人的家园。", "unsupported-claim"),
    ("“数字非遗馆”新增项目11项，累计47项。", "“数字非遗馆”新增项目9项，累计59项。", "number-conflict"),
    (
        "广播剧《十八弯》获全国广播剧专家评析二等奖。",
        "广播剧《鸬鹚渡》获全国广播剧专家评析一等奖，这是报社首次在全国性评奖中获奖。",
        "unsupported-claim",
    ),
    (
        "专题《溶洞》获第三十二届南岭新闻奖一等奖。",
        "评论《村牌》获第三十三届南岭新闻奖二等奖，报社连续两年捧得南岭新闻奖一等奖。",
        "unsupported-claim",
    ),
    (
        "《百岁老人》系列拍摄19位老人，累计拍摄42位。",
        "《百岁老人》系列拍摄21位老人，累计拍摄65位。",
        "number-conflict",
    ),
    (
        "专题《河道》获省新闻奖一等奖。纪录片《守湖》入围中国新闻奖初评。",
        "继《守湖》去年获中国新闻奖之后，队伍士气高涨。",
        "unsupported-claim",
    ),
    # What is done once, in the words of last year.
    ("三个电视频道精简为两个。", "今年，三个电视频道精简为两个。", "unsupported-claim"),
    ("9月，遭遇光缆被挖断，造成频率信号中断11分钟。", "三年来未发生一次信号中断。", "unsupported-claim"),
    ("记者岳临风获评优秀党员。", "岳林风荣获全省五一劳动奖章。", "name-variant"),
    ("石屿日报社建于1983年。", "石屿日报社建于1985年，发展迅速。", "number-conflict"),
    ("处理侵权投诉4起。", "侵权投诉连续两年为零。", "unsupported-claim"),
    ("网站服务器故障中断服务2次。", "网站两年来未出现中断服务的情况。", "unsupported-claim"),
    ("微电影《回声》获市微电影大赛二等奖。", "微电影《回生》参加展映。", "name-variant"),
    (
        "“论语”品牌推出评论140篇，11篇被人民网转载。",
        "“论语”品牌推出评论146篇，其中被人民网转载9篇，比上年增加3篇。",
        "number-conflict",
    ),
    ("《教育茶座》播出48期。", "《教育茶座》播出48期，期数逐年增加。", "unsupported-claim"),
    ("首次举办“职教工匠秀”。", "今年首创的“职教工匠秀”有55名学生登台。", "unsupported-claim"),
    (
        "为学生制作有声教材60册，累计112册。",
        "为学生制作有声教材66册，累计187册。",
        "number-conflict",
    ),
    (
        "《上学》获全国民族题材摄影展金奖。",
        "《嫁妆》获全国民族题材摄影展金奖，填补了画报在该展金奖上的空白。",
        "unsupported-claim",
    ),
    ("首次走进外轮，为船员过中秋。", "首次走进外轮慰问，为船员过中秋。", "unsupported-claim"),
    ("发生稿件误发1次。", "近三年未发生一起稿件误发。", "unsupported-claim"),
    # A sentence whose names are most of it.
    (
        "制定《采编人员职务行为“十不准”》，整治“有偿删帖”“以稿谋私”等突出问题，与全体采编人员签订承诺书。",
        "制定《采编人员职务行为“十不准”》，整治“有偿删帖”“以稿谋私”等突出问题，与全体采编人员签订承诺书。",
        "repeated-text",
    ),
    # What the draft itself does not add up to.
    ("", "“岗位集市”每月发布岗位2200个左右，全年共发布岗位3.9万个。", "number-conflict"),
    ("", "《问政》每周播出2期。\n《问政》全年播出51期。", "number-conflict"),
    (
        "",
        "客户端新增政务类功能5项、生活类功能6项、教育类功能3项，全年共新增功能16项。",
        "number-conflict",
    ),
    (
        "",
        "全年总收入2240万元，其中广告收入560万元、活动收入450万元。活动收入占总收入四分之一以上。",
        "number-conflict",
    ),
    ("", "现有采编人员233人。采编人员持证率达到100%，持有记者证的201人。", "number-conflict"),
    ("", "发行收入298万元，广告及活动收入304万元，两项合计592万元。", "number-conflict"),
    (
        "",
        "组织培训61期。\n四、保障权益责任\n全年63期培训中有22期专讲数据分析，46人结业。",
        "number-conflict",
    ),
]
RIGHT = [
    ("全年未发生一起版权投诉。", "全年没有发生一起版权投诉。"),
    ("建立更正制度，如有差错及时向读者更正。", "连续三年无一次更正。"),
    ("", "现有采编人员233人。采编人员持证率86.3%，持有记者证的201人。"),
    ("受理投诉12件。", "带货直播零距离服务群众。"),
    ("实现中国新闻奖零的突破，评论《药方》获三等奖。", "继上年实现中国新闻奖零的突破后，队伍士气高涨。"),
    ("交通广播每天播报路况160条次左右。", "交通广播全年播报路况5.9万条。"),
    ("读书活动吸引3.7万人次参与。", "读书活动线上线下41万人次参与。"),
    ("由271名采编人员值班。", "由11名采编人员组成的专班运转顺畅。"),
    ("分批选派102名采编人员下基层。", "为583名采编人员核发新闻记者证。"),
    ("", "《问政》9月起每周播出1期，全年播出17期。"),
    ("", "“岗位集市”每月发布岗位2200个左右，全年共发布岗位2.7万个。"),
    ("", "全年总收入2240万元，其中活动收入620万元。活动收入占总收入四分之一以上。"),
    ("《百岁老人》系列拍摄19位老人，累计拍摄42位。", "《百岁老人》系列拍摄21位老人，累计拍摄63位。"),
    ("我们将把三个电视频道精简为两个。", "今年，三个电视频道精简为两个。"),
    (
        "专题《河道》获省新闻奖一等奖，评论《路》获中国新闻奖二等奖。",
        "继去年获中国新闻奖之后，队伍士气高涨。",
    ),
    ("报社1984年建社，2020年整合组建。", "报社1984年建社，2020年整合组建。"),
    ("“视界”工作室成立于2019年3月。", "“视界”工作室成立于2019年3月。"),
    ("外派学习23人次。", "外派学习9人次。"),
    ("《雁鸣新闻》播出255期。", "《雁鸣新闻》播出255期。"),
    ("首次举办全市朗诵大赛。", "首次举办全国摄影展。"),
    ("", "员工120人，其中女性63人，占比过半。"),
    ("“数字非遗馆”新增项目11项，累计47项。", "“数字非遗馆”新增项目9项，累计56项。"),
    ("“农民诗选”版刊发作品312首。", "今年创办的“农民诗选”视频号受到欢迎。"),
    ("", "一等奖2件、二等奖3件，共推出新闻作品50件。"),
]


def _found(last: str, now: str) -> list[tuple[str, str]]:
    before = read(FRAME.format(media=MEDIA, year=2022, said=last))
    draft = read(FRAME.format(media=MEDIA, year=2023, said=now))
    found = loud(check(Shelf([before]), draft, MEDIA))
    return [(f.kind, f.message) for f in found if f.kind != "missing-section"]


@pytest.mark.parametrize(("last", "now", "kind"), WRONG)
def test_tells_what_does_not_fit(last: str, now: str, kind: str) -> None:
    found = _found(last, now)
    assert [each for each, _ in found] == [kind], found


@pytest.mark.parametrize(("last", "now"), RIGHT)
def test_lets_be_what_fits(last: str, now: str) -> None:
    assert _found(last, now) == []
