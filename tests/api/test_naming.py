"""Which media a name means."""

from __future__ import annotations

import pytest

from api.errors import UnknownError
from api.naming import meant

MANY = [f"第{number}县融媒体中心" for number in range(600)] + ["岚原日报社"]


def test_a_name_another_spelling_and_a_part_of_one_alone() -> None:
    assert meant("岚原日报社", MANY) == "岚原日报社"
    assert meant("嵐原日報社", MANY) == "岚原日报社"
    assert meant("岚原", MANY) == "岚原日报社"
    assert meant("岚原日报社（岚原传媒集团）", MANY) == "岚原日报社"


def test_of_many_media_a_message_names_the_most_alike() -> None:
    with pytest.raises(UnknownError) as told:
        meant("岚源日报社", MANY)
    assert "现有：岚原日报社、" in str(told.value)
    assert str(told.value).endswith("等601家")
    assert len(str(told.value)) < 200
    with pytest.raises(UnknownError, match=r"“融媒体中心”可指.*等600家，请写全名"):
        meant("融媒体中心", MANY)
