"""Names that differ in one character or word from a known name of the same kind, and names that are new."""

from __future__ import annotations

import pytest

from tests.search.checking.drafts import both, checked, loud, only


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        # An account in the place of the known one, by its kind.
        ("“望溪微刊”微信公众号订阅者3.6万人", "“望溪微报”微信公众号订阅者3.1万人"),
        # A channel without the place in its name.
        ("交通广波汛期播报路况", "望溪交通广播开播"),
        # The right name stands elsewhere in the draft, and sounds akin.
        ("综艺《溪上有约》播出10期；《溪上有缘》的一期请来三代茶农", "综艺《溪上有约》播出8期"),
        # Words that join are left out or put in.
        ("手语新闻《指尖上的望溪》播出51期", "手语新闻《指尖望溪》播出43期"),
    ],
)  # fmt: skip
def test_a_name_in_the_place_of_a_known_one_is_told(draft: str, past: str) -> None:
    assert only(checked(*both(draft, past)), "name-variant")


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        # What is told as new is new, however near its name comes to another.
        ("《望溪快语》视频专栏10月上线，发布36条", "评论专栏《望溪快评》刊发40篇"),
        ("推出《溪上有戏》戏曲综艺8期", "综艺《溪上有约》播出8期"),
        ("新办“望溪微刊”微信公众号", "“望溪微报”微信公众号订阅者3.1万人"),
        ("《夕阳正好》老年模特大赛吸引60人报名", "开设《夕阳正红》广播节目，日播30分钟"),
        ("新推出专题片《舌尖上的望溪》", "美食栏目《舌尖望溪》播出43期"),
        # Channels of other sorts.
        ("电视综合频道实现高清播出", "望溪电视台综合频道开播"),
    ],
)  # fmt: skip
def test_a_new_name_is_left_alone(draft: str, past: str) -> None:
    assert [each.message for each in loud(checked(*both(draft, past)))] == []
