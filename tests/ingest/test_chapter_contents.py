"""Duties of chapters by their words."""

from __future__ import annotations

from ingest.chapter_contents import Words, duty_told
from ingest.report import Duty

WORDS = Words.counted(
    {"rights": 10, "safety": 10},
    {"体检": {"rights": 9}, "演练": {"safety": 8}, "全年": {"rights": 5, "safety": 5}},
)
TEXT = "全年一切照旧，各个部门都同往年一样做了自己的事，没有什么可以多说。"


def test_words_that_chapters_of_one_duty_have_tell_it() -> None:
    assert WORDS.duty(f"{TEXT}组织体检两次。") is Duty.RIGHTS
    assert WORDS.duty(f"{TEXT}组织演练两次。") is Duty.SAFETY


def test_a_chapter_without_such_words_or_with_few_characters_has_no_duty() -> None:
    assert WORDS.duty(TEXT) is None
    assert WORDS.duty("组织体检。") is None
    assert WORDS.duty(f"{TEXT}组织体检两次。", sure=9.0) is None


def test_the_kept_counts_tell_the_duty_of_a_chapter_that_does_not_name_it() -> None:
    told = "三级审核落到每个岗位，全年开展应急演练四次，差错率低于万分之一，没有发生一起停播。"
    assert duty_told(told) is Duty.SAFETY


def test_a_short_chapter_is_told_where_its_words_leave_no_doubt() -> None:
    assert duty_told("签订劳动合同，缴纳五险一金，培训136人次。") is Duty.RIGHTS
    assert duty_told("报社坚持正确导向，做好各项工作，取得良好的社会效果。") is None
