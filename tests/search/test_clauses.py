import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.clauses import SHORTEST, clauses
from search.passages import Passage


def passage(text: str) -> Passage:
    return Passage(
        id="0" * 16, report="1" * 16, media="甲报", year=2021, section=(), duty=None, start=0, end=len(text),
        page=None, paragraph=0, text=text,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("全年播出安全无事故。", []),
        ("全年播出安全，没有差错，读者来信一千多封。", ["全年播出安全，没有差错，", "读者来信一千多封。"]),
        ("员工一百二十人左右，其中记者四十。", ["员工一百二十人左右，其中记者四十。"]),
        ("记者下乡采访三百天；写稿一千二百篇！好", ["记者下乡采访三百天；", "写稿一千二百篇！好"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert clauses(passage(text)) == (expected if len(expected) > 1 else [])


@given(st.text(alphabet="甲乙丙，。；\n", max_size=80))
def test_clauses_make_up_the_text(text: str) -> None:
    found = clauses(passage(text))
    assert not found or "".join(found) == text
    assert len(found) != 1
    assert all(len(clause) >= SHORTEST for clause in found)
