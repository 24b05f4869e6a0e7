"""Questions put as wishes: what is wished for is asked for, and a verb that only looks like one stays."""

from __future__ import annotations

import pytest

from search.questions.reading.politely import unwrapped


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("请列出历年获奖的广播剧和纪录片", "历年获奖的广播剧和纪录片有哪些"),
        ("那几个直播间的名字帮我报一下", "那几个直播间的名字分别是什么"),
        ("帮我把2019年台里许的愿一条条列出来", "2019年台里许的愿有哪些"),
        ("去年转载多的几篇稿子，标题给我看看", "去年转载多的几篇稿子，标题有哪些"),
        ("麻烦您列一下2020年得奖的短视频", "2020年得奖的短视频有哪些"),
        ("请梳理历次年检合格人数", "历次年检合格人数"),
        ("帮我查一下2019年的发行量", "2019年的发行量"),
        ("说说2019年开了哪些栏目", "2019年开了哪些栏目"),
        ("帮我查下载量是多少", "下载量是多少"),
        ("请列一下下乡活动", "下乡活动有哪些"),
        ("2022年有多少投诉？把数字列一下", "2022年有多少投诉"),
        ("几个视频工作室的名字帮我报一下", "几个视频工作室的名字分别是什么"),
        ("热线电话是不是越来越少了？把数字列一下", "热线电话是不是越来越少了"),
    ],
)
def test_the_wish_falls_away(asked: str, plainly: str) -> None:
    assert unwrapped(asked) == plainly


@pytest.mark.parametrize(
    "asked",
    [
        "报社办了什么刊物",
        "数字报用户有多少",
        "说唱节目叫什么",
        "点播量多少",
        "报料热线接了多少电话",
        "列入重点的项目有几个",
        "整理了多少条线索",
        "对比一下2014和2016两年的留言，差多少条",
        "帮农民工讨了多少薪",
    ],
)
def test_what_is_no_wish_stays(asked: str) -> None:
    assert unwrapped(asked) == asked
