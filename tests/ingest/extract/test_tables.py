"""Honours, figures, names and statements that tables tell, by layout."""

from __future__ import annotations

import pytest

from ingest.extract.awards import extract_awards
from ingest.extract.metrics import extract_metrics
from ingest.extract.platforms import PlatformNames
from ingest.titles import Titles
from tests.ingest.writing import Won, awards, columns, platforms, report, statements, won, works

HONOURS = [
    (
        "等级\t题目\t作者\n第33届江南新闻奖（2022年度）\t\t\n一等奖\t《夜访》\t张三\n2022年度江南广播电视奖\t\t\n三等奖\t《渡》\t集体\n其他奖项\t\t\n优秀奖\t《潮》\t李四",
        [
            won("江南新闻奖", "一等奖", "夜访", edition=33, year=2022),
            won("江南广播电视奖", "三等奖", "渡", year=2022),
        ],
    ),
    (
        "第二十届青云新闻奖获奖作品\n等级\t作品\n一等奖\t消息《夜访》\n\t通讯《渡口》",
        [
            won("青云新闻奖", "一等奖", "夜访", edition=20),
            won("青云新闻奖", "一等奖", "渡口", edition=20),
        ],
    ),
    (
        "奖项\t一等奖\t二等奖\t合计\n第29届江南新闻奖\t2\t0\t2\n合计\t2\t0\t2",
        [won("江南新闻奖", "一等奖", edition=29, count=2), won("江南新闻奖", edition=29, count=2)],
    ),
    (
        "奖项\t等级\t作品\n第35届江南新闻奖\t一等奖\t《潮》\n\t三等奖\t3件",
        [
            won("江南新闻奖", "一等奖", "潮", edition=35),
            won("江南新闻奖", "三等奖", edition=35, count=3),
        ],
    ),
    (
        "级别\t奖项\t获奖作品/个人\t等次\n国家级\t第33届中国新闻奖\t《青瓷》\t三等奖\n省级\t江南省三八红旗手\t记者方敏\t—",
        [won("中国新闻奖", "三等奖", "青瓷", edition=33), won("江南省三八红旗手", who="记者方敏")],
    ),
    ("类别\t名称\t粉丝量\n微信公众号\t江南发布\t35.6万", []),
    (
        "第31届江南新闻奖获奖作品如下：\n奖级\t作品名称\n一等奖（1件）\t\n\t《守井人》\n三等奖（1件）\t\n\t《一粒种子》",
        [
            won("江南新闻奖", "一等奖", "守井人", edition=31),
            won("江南新闻奖", "三等奖", "一粒种子", edition=31),
        ],
    ),
    (
        "获奖时间\t荣誉名称\t授予单位\n2021年3月\t全国三八红旗集体\t全国妇联",
        [won("全国三八红旗集体")],
    ),
    (
        "奖项名称\t等级\t获奖作品（数量）\n第35届江南新闻奖\t二等奖\t《老站长的春运》等2件\n全国新闻摄影年赛\t—\t5幅作品入选",
        [
            won("江南新闻奖", "二等奖", "老站长的春运", edition=35, count=2),
            won("全国新闻摄影年赛", count=5),
        ],
    ),
]


@pytest.mark.parametrize(("table", "expected"), HONOURS)
def test_honours(table: str, expected: list[Won]) -> None:
    assert awards(table) == expected


Figure = tuple[str | None, str, float, str | None, int | None]
FIGURES: list[tuple[str, list[Figure]]] = [
    (
        "指标\t单位\t2020年\t2021年\n客户端用户\t万人\t86.5\t102.3",
        [
            (None, "客户端用户", 865000, "人", 2020),
            (None, "客户端用户", 1023000, "人", 2021),
        ],
    ),
    (
        "平台\t2021年末用户\t备注\n抖音号\t52.3万\t1月开通",
        [("抖音号", "用户", 523000, None, 2021)],
    ),
    (
        "平台\t用户数（万）\t\n\t2020年\t2021年\n江南日报微博\t41.2\t48.9",
        [
            ("江南日报微博", "用户数", 412000, None, 2020),
            ("江南日报微博", "用户数", 489000, None, 2021),
        ],
    ),
    ("平台\t2020年底\t2021年底\n“江南云”客户端（下载量）\t61万\t84万\n江南发布微博\t52万\t58万", [
        ("江南云客户端", "下载量", 610000, None, 2020),
        ("江南云客户端", "下载量", 840000, None, 2021),
        ("江南发布微博", "粉丝", 520000, None, 2020),
        ("江南发布微博", "粉丝", 580000, None, 2021),
    ]),
    ("年度\t发稿量（篇）\n2020年\t3,650\n2021年\t3,702", [
        (None, "发稿量", 3650, "篇", 2020),
        (None, "发稿量", 3702, "篇", 2021),
    ]),
    ("项目\t内容\n员工总数\t212人\n其中：采编人员\t136人", [
        (None, "员工总数", 212, "人", None),
        (None, "采编人员", 136, "人", None),
    ]),
    ("序号\t作品名称\t类型\t阅读量（万次）\n1\t《古渡口的灯》\t短视频\t126", [
        ("古渡口的灯", "阅读量", 1260000, "次", None),
    ]),
    ("指标\t数值\t指标\t数值\n在岗职工\t386人\t持证记者\t142人", [
        (None, "在岗职工", 386, "人", None),
        (None, "持证记者", 142, "人", None),
    ]),
    ("指标\t微信公众号\t抖音号\n粉丝数（万）\t45.6\t88.9", [
        ("微信公众号", "粉丝数", 456000, None, None),
        ("抖音号", "粉丝数", 889000, None, None),
    ]),
    ("平台名称\t用户规模\t备注\n江南云客户端\t装机量76万\t日活4.1万", [
        ("江南云客户端", "装机量", 760000, None, None),
        ("江南云客户端", "日活", 41000, None, None),
    ]),
    ("培训时间\t培训内容\t参训人数\n3月\t新闻观培训\t186", [("新闻观培训", "参训人数", 186, "人", None)]),
    ("指标\t2021年\t同比增长\n志愿服务（人次）\t640\t-3.5%", [
        (None, "志愿服务", 640, "人次", 2021),
        (None, "志愿服务同比增长", -3.5, "%", None),
    ]),
    ("类别\t名称\t粉丝量\n微信公众号\t江南发布\t35.6万\n\t江南融媒\t12.1万\n客户端\t江南云\t下载量40.3万", [
        ("江南发布微信公众号", "粉丝量", 356000, None, None),
        ("江南融媒微信公众号", "粉丝量", 121000, None, None),
        ("江南云客户端", "下载量", 403000, None, None),
    ]),
    ("收入项目\t2022年（万元）\t2023年（万元）\n广告\t386\t341", [
        (None, "广告", 3860000, "元", 2022),
        (None, "广告", 3410000, "元", 2023),
    ]),
    ("平台\t年末用户（粉丝）\n抖音号\t43.2万", [("抖音号", "年末用户", 432000, None, None)]),
    ("终端\t用户（万）\n微信公众号“江南晚报”\t31.8\n“江南云”客户端\t12.7", [
        ("江南晚报微信公众号", "用户", 318000, None, None),
        ("江南云客户端", "用户", 127000, None, None),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), FIGURES)
def test_figures(table: str, expected: list[Figure]) -> None:
    text = report(table)
    titles = Titles(text)
    found = extract_metrics(text, titles, PlatformNames(text, titles), list(extract_awards(text, titles)))
    assert [(f.subject, f.name, f.value, f.unit, f.year) for f in found] == expected


def test_names() -> None:
    assert works("作品\t备注\t等级\n《潮起时》\t电视专题\t一等奖\n《灯塔》\t广播剧\t二等奖") == [
        ("潮起时", "电视专题"),
        ("灯塔", "广播剧"),
    ]
    assert columns("栏目名称\t年播出期数\n《一起拍江南》\t104") == [("一起拍江南", None)]
    assert works("题目\t等级\n别让“适老”变“碍老”\t一等奖\n短视频“夜访”\t二等奖") == [
        ("别让“适老”变“碍老”", None),
        ("夜访", "短视频"),
    ]
    assert columns("江南卫视开播。\n栏目名称\t播出平台\n《马背讲堂》\t江南卫视") == [("马背讲堂", "江南卫视")]
    assert platforms("类别\t名称\n微信公众号\t江南发布\n\t江南融媒") == [
        ("江南发布微信公众号", "wechat"),
        ("江南融媒微信公众号", "wechat"),
    ]


CLOSINGS = [
    (
        "（一）对上年度不足的回应\n上年不足\t整改措施\t完成情况\t责任部门\n舆论监督不够有力\t开设《江南问政》栏目，全年播出24期\t已完成\t总编室\n人才缺乏\t出台人才引进办法\t持续推进\t人事部",
        [
            ("response", "开设《江南问政》栏目，全年播出24期"),
            ("response", "出台人才引进办法"),
        ],
    ),
    (
        "（一）对上年度不足的回应\n去年查找的问题\t今年整改情况\n人才结构不优\t【持续推进】招聘采编人员14名",
        [("response", "招聘采编人员14名")],
    ),
    (
        "（一）上年问题整改\n短板\t所做工作\t结果\n年轻用户少\t开B站号、办青年节目\t35岁以下用户占比升到28.9%",
        [("response", "开B站号、办青年节目\t35岁以下用户占比升到28.9%")],
    ),
    (
        "（一）对2020年度不足的回应\n上年不足\t整改成效\t下一步打算\n海外传播较弱\t入驻2个海外平台\t策划多语种系列报道",
        [("response", "入驻2个海外平台"), ("commitment", "策划多语种系列报道")],
    ),
    (
        "（一）不足与改进\n类型\t内容\t整改/改进措施\n上年不足\t评论引导不足\t组建评论工作室\n本年不足\t智能应用刚刚起步\t共建智能媒体实验室",
        [
            ("response", "组建评论工作室"),
            ("shortcoming", "智能应用刚刚起步"),
            ("commitment", "共建智能媒体实验室"),
        ],
    ),
    (
        "（一）2022年努力方向\n努力方向\t具体举措\t完成时限\n做优民生服务\t开办《帮到底》服务栏目\t2022年6月",
        [("commitment", "做优民生服务\t开办《帮到底》服务栏目")],
    ),
]


@pytest.mark.parametrize(("closing", "expected"), CLOSINGS)
def test_statements(closing: str, expected: list[tuple[str, str]]) -> None:
    assert statements(["九、后记", *closing.split("\n")]) == expected
