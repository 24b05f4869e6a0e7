"""What is remarked of figures that are compared."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf


@pytest.mark.parametrize(("called", "remarked"), [("職工", False), ("员工", True)])
def test_the_same_word_in_other_characters_is_no_other_word(called: str, remarked: bool) -> None:
    texts = {
        year: f"松岭日报社社会责任报告（{year}年度）\n一、前言\n报社现有{word}{count}人。\n二、后记\n（一）不足\n人才不多。\n"
        for year, word, count in ((2016, called, 87), (2017, "职工", 93))
    }
    shelf = Shelf([understand(text.encode(), f"{year}.txt") for year, text in texts.items()])
    answer = ask(shelf, "职工2017年比2016年多几个")
    assert [value.value for value in answer.values] == [87, 93]
    assert ("说法不同" in (answer.reason or "")) is remarked
