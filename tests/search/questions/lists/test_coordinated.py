"""What one sentence counts out side by side."""

from __future__ import annotations

import pytest

from search.questions.lists.coordinated import coordinated


def told(text: str) -> list[list[str]]:
    return [[member.label for member in each.members] for each in coordinated(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("摄影部分出“海风”“滩涂”“灯塔”三个小组", ["海风", "滩涂", "灯塔"]),
        ("客户端新增“一键停车”“电子病历”等功能9项", ["一键停车", "电子病历"]),
        ("由县广播站、县委通讯社合并而成", ["县广播站", "县委通讯社"]),
        ("主播就高价彩礼、校园霸凌、快递进村等话题与听众交谈", ["高价彩礼", "校园霸凌", "快递进村"]),
        ("专题把公安、民政、水利等6个局的局长请进演播厅", ["公安", "民政", "水利"]),
        ("另办有《渔家》月刊、“潮声”微信公众号", ["《渔家》月刊", "“潮声”微信公众号"]),
        ("6月，潮汐晚报和潮汐商报合并为潮汐都市报", ["潮汐晚报", "潮汐商报"]),
        ("研学旅行、社区团购和文创三项新业务创收860万元", ["研学旅行", "社区团购", "文创"]),
        ("年内与老挝、缅甸、泰国等国媒体签约", ["老挝", "缅甸", "泰国"]),
        ("讲座、换书、夜读共58场", ["讲座", "换书", "夜读"]),
        ("形成《潮报》（期均7万份）、《老年潮》（期均2万份）的格局", ["潮报", "老年潮"]),
        ("现有新闻综合、经济生活、公共三个电视频道", ["新闻综合", "经济生活", "公共"]),
        ("养老服务、亲子、美食三个账号开始盈利", ["养老服务", "亲子", "美食"]),
        ("把关要问能否见效、能否复制、能否持久", ["能否见效", "能否复制", "能否持久"]),
        ("印厂中标小学课本和果汁包装印制", ["小学课本", "果汁包装印制"]),
        ("开通音频、漫评和60秒视频评", ["音频", "漫评", "60秒视频评"]),
        ("大力发展文化会展、户外传媒、电商等产业", ["文化会展", "户外传媒", "电商"]),
        (
            "写渔排上的年夜饭、码头边的打工诗人、出租屋的灯",
            ["渔排上的年夜饭", "码头边的打工诗人", "出租屋的灯"],
        ),
        ("版面《潮起》、摄影《渡口》分获一、二等奖", ["版面《潮起》", "摄影《渡口》"]),
        ("会展和12家单位新媒体代运营贡献3100万元", ["会展", "12家单位新媒体代运营"]),
        ("客户端新上潮汐提醒、船票抢座、码头停车三项功能", ["潮汐提醒", "船票抢座", "码头停车"]),
        ("就污水治理、危旧渔港改造、船检等话题请各方同坐一桌", ["污水治理", "危旧渔港改造", "船检"]),
        ("线上讲座、海图发布、培训三项新业务占到四成", ["线上讲座", "海图发布", "培训"]),
        ("台训把“真实、快捷、有情”三个词刻在门口", ["真实", "快捷", "有情"]),
        ("下海的规矩就三条：不拍惨状，不问伤者，不抢船位", ["不拍惨状", "不问伤者", "不抢船位"]),
    ],
)
def test_members_are_parted_by_marks_and_joints(text: str, members: list[str]) -> None:
    assert members in told(text)


def test_names_of_several_clauses_are_told_together() -> None:
    text = "《最后的盐田》登上央视，《一张船票》被省报整版转载"
    assert told(text) == [["最后的盐田", "一张船票"]]


def test_places_are_those_of_the_text() -> None:
    text = "前一句。设助医、助学、助残三个专项。"
    (each,) = coordinated(text, 4, len(text))
    assert [text[m.start : m.end] for m in each.members] == ["助医", "助学", "助残"]
    assert (each.before, each.after, each.closed, each.marked) == ("设", "三个专项", True, False)


@pytest.mark.parametrize(
    "text", ["全年发稿3200篇", "坚持和平发展", "“滩涂”小组发稿86篇", "办成三件事：修好码头，装上路灯"]
)
def test_nothing_is_counted_out_where_nothing_is_joined(text: str) -> None:
    assert told(text) == []
