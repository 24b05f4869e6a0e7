"""Names that say nothing but what a page or a programme is about."""

from __future__ import annotations

import pytest

from ingest.topics import topical


@pytest.mark.parametrize(
    "name", ["汽车", "健康江南", "第一房产", "教育时空", "天天315", "江南天气", "早安江南", "文化周末"]
)
def test_a_topic_and_what_frames_it_is_a_column(name: str) -> None:
    assert topical(name)


@pytest.mark.parametrize(
    "name", ["一碗面的距离", "守塔人老杨", "汽车站的最后一夜", "桥上的灯", "教育局长的一天", "江南"]
)
def test_a_title_that_tells_something_is_none(name: str) -> None:
    assert not topical(name)
