"""The genre beside a title: as long as the words that qualify it go, without praise and size."""

from __future__ import annotations

import pytest

from ingest.genres import genre_after, genre_before


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("推出短视频", "短视频"),
        ("推出系列短视频", "系列短视频"),
        ("其中广播连续剧", "广播连续剧"),
        ("方言情景剧", "方言情景剧"),
        ("原创歌曲", "歌曲"),
        ("大型融媒直播", "融媒直播"),
        ("记者手记", "记者手记"),
        ("H5作品", "H5"),
        ("摄影作品", "摄影作品"),
        ("评论：", "评论"),
        ("中秋晚会", "晚会"),
        ("纪实视频", "纪实视频"),
        ("我们推出", None),
    ],
)
def test_before_a_title(text: str, genre: str | None) -> None:
    assert genre_before(text) == genre


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("系列报道28期", "系列报道"),
        ("等12件短视频", "短视频"),
        ("（文字通讯）获一等奖", "文字通讯"),
        ("短视频征集，收到作品", None),
        ("短视频栏目播出", None),
        ("微短剧《渡口》", None),
        ("直播现场", None),
        ("播出后", None),
    ],
)
def test_after_a_title(text: str, genre: str | None) -> None:
    assert genre_after(text) == genre
