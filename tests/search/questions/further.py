"""Further wordings, over media of all kinds: everyday words, short and former names, wrong marks, English."""

from __future__ import annotations

from tests.search.questions.wordings import Wording

FURTHER: dict[str, tuple[Wording, ...]] = {
    "beiyuan": (
        Wording("麻烦查一下晚报2014年的零售市场占有率", values=((2014, 62),)),
        Wording("晚报公众号到年底有多少人关注", values=((2014, 48000),)),
        Wording("《冬衣暧城》筹了多少善款", values=((2014, 1860000),)),
        Wording("报社一共多少人啊", values=((2014, 217),)),
        Wording("北原晚报网一天有多少点击量", values=((2014, 900000),)),
        Wording("白桦得过啥荣誉", items=("松江省五一劳动奖章",), number=1),
        Wording("2014年晚报有多少离职的人"),
        Wording("2014年北原晚报客户端下载了多少次"),
        Wording("2013年报社有多少员工"),
    ),
    "dongjiang": (
        Wording("东江网视频号的粉丝有多少"),
        Wording("东江+客户端以前叫什么", says="东江头条"),
        Wording("东江头条现在的下载量是多少", values=((2023, 13800000),)),
        Wording("How many followers does the Douyin account have?", values=((2023, 5237000),)),
        Wording("‘硬核东江’做了几期科普视频", values=((2023, 64),)),
        Wording("阿公的最后一班渡船获得了什么奖", says="银奖"),
        Wording("2023年东江网快手号播放量是多少"),
        Wording("东江网的公众号有多少阅读量"),
        Wording("How many listeners did the radio station have in 2023"),
    ),
    "haizhou": (
        Wording("海州通客户端2021年累计下载了多少次", values=((2021, 4865000),)),
        Wording("看海州的日活有多少", values=((2021, 210000),)),
        Wording("“直播海州”抖音粉丝有多少", values=((2021, 5120000),)),
        Wording("省广播影视奖二等奖拿了几项", values=((2021, 19),)),
        Wording("《潮间带》什么时候首播的", says="2021年12月6日"),
        Wording("海州日报有多少订户"),
        Wording("都市频道的收视率是多少"),
        Wording("2021年总台捐款多少钱"),
    ),
    "hexi": (
        Wording("今年河西日报是什么时候扩为八版的", says="2024年7月1日"),
        Wording("2023年度的西原新闻奖总共得了几件", values=((2024, 17),)),
        Wording("马背上的理论课做了多少期节目", values=((2024, 120),)),
        Wording("河西融媒的视频号粉丝有多少"),
        Wording("河西日报什么时候停刊的"),
    ),
    "linhai": (
        Wording("台里2016年创收多少", values=((2016, 68400000),)),
        Wording("省政府奖一等奖有几件", values=((2016, 8),)),
        Wording("叶知秋拿了什么奖", says="一等奖"),
        Wording("乡音乡曲哪个月停的", says="2016年10月"),
        Wording("《阳光热线》什么时候停播的"),
        Wording("2016年林海零距离抖音号有多少粉丝"),
    ),
    "nanzhou": (
        Wording("日报期均发行量", values=((2022, 92000),)),
        Wording("南州农村广播2022年市场份额多少", values=((2022, 8.6),)),
        Wording("听众热线接了多少个", values=((2022, 8100),)),
        Wording("民声连线的办结率是多少", values=((2022, 95.8),)),
        Wording("南州农村广播后来改叫什么名字了", says="乡村振兴广播"),
        Wording("少儿科教频道办了哪些栏目", items=("看得见的声音", "小小实验家"), number=2),
        Wording("南州电视台有多少员工"),
        Wording("2022年南州都市报的版面有多少"),
    ),
    "nongcun": (
        Wording("新农家一个月发行多少册", values=((2019, 21000),)),
        Wording("农村报2019年期均发行多少", values=((2019, 136000),)),
        Wording("2018年度全国农民报新闻奖得了几件", values=((2019, 17),)),
        Wording("2020年报社打算做什么", items=("把发行任务从记者站剥离，让记者回归采访主业",), number=4),
        Wording("2021年报社打算做什么"),
        Wording("岭上三农网有多少访问量"),
    ),
    "qingshan": (
        Wording("晚报公众号有多少人关注", values=((2018, 2400000),)),
        Wording("老渡口改嫁得的什么奖", says="三等奖"),
        Wording("青山日报公众号2018年粉丝量", values=((2018, 1326000),)),
        Wording("青山晚报日均发行多少份"),
    ),
    "sanjiang": (
        Wording("江小融抖音号粉丝涨到了多少", values=((2021, 9050000),)),
        Wording("2021年集团总收入比上年增长百分之几", values=((2021, 7),)),
        Wording("哪些栏目停播了", items=("欢乐大转盘", "健康有约", "戏迷点播台"), number=3),
        Wording("三江新闻的快手粉丝有多少"),
    ),
    "yunhe": (
        Wording("运河晚报公众号2014年末有多少粉丝", values=((2014, 98000),)),
        Wording("漕州生活网后来叫什么", says="运河晚报网"),
        Wording("爱心接力一共筹了多少善款", values=((2015, 1537000),)),
        Wording("2014年运河晚报微博有多少粉丝"),
        Wording("2015年最后的摆渡人得了什么奖"),
    ),
    "cangning": (
        Wording(
            "掌上沧宁的下载量这些年咋变的",
            values=((2016, 150000), (2017, 260000), (2018, 402000)),
        ),
        Wording("2019年新开了哪些专栏"),
    ),
    "lanxi": (
        Wording("How did the number of WeChat followers change over the years", says="2020年"),
        Wording("爱澜溪下载量", values=((2020, 32000),)),
        Wording("《三顾溪沅村》得了什么奖", says="一等奖"),
        Wording("How many podcasts were made in 2023"),
    ),
    "yanbei": (
        Wording("一盏灯2022年筹款多少", values=((2022, 312000),)),
        Wording("When was the programme on the lake, 一湖三十年, first aired?", says="12月15日"),
        Wording("心理减压室后来建成了吗", says="减压室启用"),
        Wording("2022年到2024年纠错多少处", values=((2022, 96), (2023, 121), (2024, 104))),
        Wording("眼下还有哪些软肋", says="时效性弱了"),
    ),
    "yupu": (
        Wording(
            "2024年的几件大事是什么", items=("拍一部剧，以长江渔民转产上岸为背景，完成24集电视剧剧本和开机",)
        ),
        Wording("上一年的难处怎么解的", says="青禾计划"),
    ),
}
