"""Chinese text is broken by width, and never where a reader would stumble."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from api.wrapping import NEVER_FIRST, NEVER_LAST, breaks, cells, wrapped

TEXT = st.text(alphabet="新闻，。“”《》（） abc19", max_size=60)


def test_lines_are_as_wide_as_they_may_be() -> None:
    lines = wrapped("新媒体2024年发稿1860条，其中《溪上人家》播放量超“千万”。", 14)
    assert lines == ["新媒体2024年发", "稿1860条，其中", "《溪上人家》播", "放量超“千万”。"]


@given(TEXT, st.integers(min_value=8, max_value=40))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, room: int) -> None:
    marks = [0, *breaks(text, room), len(text)]
    assert marks == sorted(set(marks)) or not text
    lines = [text[start:end] for start, end in pairwise(marks)]
    assert "".join(lines) == text
    assert all(cells(line) <= room for line in lines)


def test_punctuation_stays_with_what_it_belongs_to() -> None:
    text = "《新闻》，“联播”。" * 20
    for room in range(10, 40):
        lines = wrapped(text, room)
        assert not any(line[0] in NEVER_FIRST for line in lines[1:])
        assert not any(line[-1] in NEVER_LAST for line in lines)
