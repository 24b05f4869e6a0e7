"""Questions in other words than the gold's, with what the gold facts say: written to try the asking, not to fit it.

`values`: (year, value) of every value; `items`: labels that must be there, and how many there are in all;
`says`: what the answer contains; nothing of the three: the reports do not say, the answer is None.
"""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    question: str
    values: tuple[tuple[int, float], ...] = ()
    items: tuple[str, ...] = ()
    number: int | None = None
    says: str | None = None

    @property
    def unanswerable(self) -> bool:
        return not (self.values or self.items or self.says)


LANXI = (
    Wording("中心2023年一共有多少人", values=((2023, 104),)),
    Wording("二〇二〇年在岗职工几人？", values=((2020, 86),)),
    Wording("澜溪发布公众号2021年粉丝数", values=((2021, 110000),)),
    Wording("请问2024年“澜溪融媒”抖音号有多少粉丝", values=((2024, 412000),)),
    Wording("快手号有多少粉丝", values=((2024, 60000),)),
    Wording("2023年澜溪云的注册用户有多少", values=((2023, 128000),)),
    Wording("爱澜溪APP累计下载了多少次", values=((2020, 32000),)),
    Wording("2020年《早安澜溪》播了多少期"),
    Wording("2021年早安澜溪播出多少期", values=((2021, 365),)),
    Wording("《科学开门》逐年播出多少期", values=((2020, 48), (2021, 50), (2024, 52))),
    Wording(
        "2020到2024年公益广告刊播了多少条次",
        values=((2020, 18000), (2021, 23000), (2023, 29000), (2024, 32000)),
    ),
    Wording("哪一年公益广告最多", says="2024年"),
    Wording("新闻热线哪年受理的群众诉求最少", says="2020年"),
    Wording(
        "2023年比2021年经营收入增长了百分之多少", values=((2021, 12600000), (2023, 18300000)), says="45.2%"
    ),
    Wording("2024年抖音粉丝比2023年涨了多少", values=((2023, 305000), (2024, 412000)), says="10.7万"),
    Wording("新闻热线的办结率2024年比2020年高多少", values=((2020, 91), (2024, 97.8)), says="6.8个百分点"),
    Wording("溪问2023年和2024年各播出多少期", values=((2023, 22), (2024, 25))),
    Wording("离职率降到了多少", values=((2023, 2.1),)),
    Wording("应急广播行政村覆盖率2023年是多少", values=((2023, 86),)),
    Wording("2021年募集了多少善款", values=((2021, 386000),)),
    Wording("微光行动2020年募捐多少钱", values=((2020, 215000),)),
    Wording("2023年纳税多少", values=((2023, 1120000),)),
    Wording("2021年交了多少税", values=((2021, 874000),)),
    Wording("中央级媒体采用的稿件2020年有多少条", values=((2020, 37),)),
    Wording("听爷爷讲那面旗播放量多少", values=((2021, 23000000),)),
    Wording("《月满溪山》直播有多少人次观看"),
    Wording("月满溪山的观看量", values=((2024, 12000000),)),
    Wording("24节气在澜溪累计播放了多少次", values=((2021, 15000000),)),
    Wording("2024年查出了多少处差错", values=((2024, 207),)),
    Wording("第36届东岭新闻奖有哪些作品获奖", items=("三顾溪源村",), number=2),
    Wording("2021年东岭新闻奖三等奖是哪件作品", items=("奶奶的扶贫账本",), number=1),
    Wording("《溪上人家》获得了什么奖", items=("东岭省网络视听盛典",), number=1),
    Wording("林小满拿了什么奖", items=("东岭省主持人大赛",), number=1, says="铜奖"),
    Wording("清湖新闻奖历年拿了几件", values=((2020, 9), (2021, 12), (2023, 8), (2024, 16))),
    Wording("2020年清湖新闻奖一等奖几件", values=((2020, 2),)),
    Wording("2024年有哪些传播平台", items=("今日澜溪", "澜溪融媒快手号", "澜溪云客户端")),
    Wording("2021年有哪些栏目", items=("溪乡新事", "主播下乡记", "静音接力")),
    Wording("《银龄时光》最早出现在哪年的报告", says="2023"),
    Wording("桃花渡副刊从哪一年开始出现", says="2020"),
    Wording("快手号是从哪一年开始有的", says="2023"),
    Wording("微博最后一次出现是哪一年的报告", says="2023"),
    Wording("视频号什么时候开通的", says="2021年11月1日"),
    Wording("《主播下乡记》哪天开播的", says="2021年4月12日"),
    Wording("曝光台什么时候停播的", says="2021年6月"),
    Wording("4K超高清演播室是什么时候投用的", says="2023年8月26日"),
    Wording("2021年有哪些短板", items=(), says="2021年报告写明的不足"),
    Wording("2024年今后打算做什么", items=("设立融合创新人才专项基金，让技术岗位引得进、留得住",), number=4),
    Wording(
        "2020年的不足中关于人手的是哪一条", items=("懂航拍、会数据、能直播的复合型采编人手紧缺",), number=1
    ),
    Wording("2023年查找的不足是怎么回应的", items=("对其他问题持之以恒抓好整改，确保件件有着落",), number=3),
    Wording("2022年有哪些不足"),
    Wording("2024年抖音号获赞多少次"),
    Wording("2023年微博有多少粉丝"),
    Wording("小红书账号有多少粉丝"),
    Wording("平湖发布公众号有多少粉丝"),
    Wording("2020年快手号粉丝多少"),
    Wording("《溪水东流》播放量多少"),
    Wording("吴绍平工资多少"),
    Wording("2023年广告收入是多少"),
    Wording("2021年离职率是多少"),
    Wording("中国新闻奖得了几件"),
    Wording("食堂什么时候建成的"),
    Wording("2023年在财务方面有哪些不足"),
    Wording("2019年办了多少期培训"),
    Wording("2020年手机报有多少订户"),
    Wording("2023年澜溪发布公众号注册用户有多少"),
    Wording("2020年澜溪发布公众号净增关注多少人", values=((2020, 19000),)),
    Wording("2024年培训比2023年多了多少期"),
    Wording("2024年会议类稿件篇幅下降了百分之多少", values=((2024, 38),)),
    Wording("2021年澜溪云客户端的粉丝有多少"),
    Wording("2023年中心的阅读量是多少"),
    Wording("2020年溪问播出多少期"),
    Wording("2020年有哪些关于航天的栏目"),
    Wording("溪问什么时候停办的"),
    Wording("吴绍平什么时候退休的"),
    Wording("2021年的报告有没有提到暴雨", says="2021年的报告提到"),
    Wording(
        "2023年，公众号、抖音号、视频号粉丝分别是多少", values=((2023, 150000), (2023, 305000), (2023, 84000))
    ),
    Wording("2024年经营收入增长了多少", values=((2023, 18300000), (2024, 21050000)), says="275万"),
    Wording("哪一年培训期数最多", says="2023年"),
)

CANGNING = (
    Wording("2020年集团一共多少职工", values=((2020, 341),)),
    Wording("2017年沧宁日报的微信粉丝有多少", values=((2017, 200000),)),
    Wording("《沧宁日报》2016年期发行量多少份", values=((2016, 62000),)),
    Wording("沧宁云2020年日活是多少", values=((2020, 71000),)),
    Wording("2018年营收多少", values=((2018, 108000000),)),
    Wording("沧宁新闻网的日均访问量2018年有多少", values=((2018, 450000),)),
    Wording("问政沧宁的回复率历年多少", values=((2016, 96.5), (2017, 98.2), (2020, 99.3))),
    Wording("2016年以来拒登违规广告多少条", values=((2016, 57), (2017, 44), (2018, 39))),
    Wording("抖音号粉丝2020年是2018年的几倍", says="15.29倍"),
    Wording("哪年采编人员最多", says="2020年"),
    Wording("沧宁日报公众号粉丝2020年比2016年多多少", values=((2016, 123000), (2020, 580000)), says="45.7万"),
    Wording("《凌晨四点的菜市场》播放了多少次", values=((2018, 9000000),)),
    Wording("最后的摆渡人播放量多少", values=((2016, 1000000),)),
    Wording("蹲点一月采写了多少篇稿件", values=((2018, 260),)),
    Wording("读者投诉每年有多少件", values=((2016, 19), (2017, 14), (2018, 11))),
    Wording("2018年员工慰问金发了多少", values=((2018, 116000),)),
    Wording("2020年赵超构新闻奖是哪件作品得的", items=("静待花开",), number=1),
    Wording("《等你摘下口罩》获了什么奖", items=("淮江省网络正能量作品征集展示活动",), number=1, says="金奖"),
    Wording("2017年淮江新闻奖一共获奖几件", values=((2017, 19),)),
    Wording("韩述平获过什么荣誉", items=("淮江省抗击新冠肺炎疫情先进个人",), number=1),
    Wording("2020年集团有哪些平台", items=("沧宁日报快手号", "沧宁晚报", "沧宁云客户端")),
    Wording("2016年沧宁晚报有哪些专栏", items=("我家这五年",)),
    Wording("民声直通和帮你打听是什么时候合并的", says="2020年3月"),
    Wording("数据新闻实验室哪年建成的", says="2020年11月8日"),
    Wording("短视频工作室何时挂牌", says="2018年4月2日"),
    Wording("头条号最后出现在哪一年的报告里", says="2018"),
    Wording("快手号最早见于哪年", says="2020"),
    Wording("2018年存在哪些薄弱环节", items=("集团的技术研发主要依靠外包，自有技术力量薄弱",)),
    Wording("2017年关于人才的不足是什么", items=("数据新闻人才紧缺，用数据讲故事的本领不强",), number=1),
    Wording("哪些年的报告提到了中央厨房", says="2017年"),
    Wording("2018年晚报的微信粉丝有多少"),
    Wording("2016年手机客户端注册用户有多少"),
    Wording("沧宁日报的广告版面有多少"),
    Wording("2018年头条号阅读量多少"),
    Wording("2020年晚报发行量是多少"),
    Wording("沧宁都市报有多少读者"),
    Wording("2019年有哪些不足"),
    Wording("王明得了什么奖"),
    Wording("集团食堂有多大面积"),
    Wording("《沧水东去》是什么时候播出的"),
    Wording("2017年经营收入比2016年增长多少"),
    Wording("2016年集团收入多少"),
    Wording("2018年沧宁日报有多少粉丝"),
    Wording("中央厨房什么时候关的"),
    Wording("沧宁晚报什么时候停刊"),
    Wording("集团哪年成立的", says="2006年10月"),
    Wording("民声直通是哪年停办的", says="2020年3月"),
    Wording("2018年员工比2016年少了多少人", values=((2016, 386), (2018, 372)), says="减少14人"),
    Wording("2020年读书节哪天开幕的", says="2020年9月28日"),
)
