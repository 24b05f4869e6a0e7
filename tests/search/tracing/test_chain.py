"""Which of the scored pairs become links: a deed belongs to one statement, and of a report's deeds the best is one."""

from __future__ import annotations

import numpy as np
import pytest

from search.tracing.chain import BESIDES, SURE, Chain
from search.tracing.material import candidates, promises
from tests.search.tracing.series import report

THRESHOLDS = {"response": 0.5, "action": 0.4, "recurrence": 0.5}
REPORTS = (
    report(2020, "本台成立于1958年。", commitments=["开办戏曲频道", "修缮发射塔"]),
    report(2021, "戏曲频道11月开播试运行。发射塔加固工程全部完工。送戏下乡演出87场。"),
    report(2022, "戏曲频道全年播出剧目310部。"),
)


def chain(*rows: list[float]) -> Chain:
    """Return the chain of REPORTS with these scores of the four later deeds, a row a promise."""
    made = tuple(promise for each in REPORTS for promise in promises(each))
    found = tuple(candidate for each in REPORTS for candidate in candidates(each) if each is not REPORTS[0])
    assert len(found) == 4
    return Chain(made, found, np.array(rows), last=2022)


def deeds(made: Chain, index: int) -> list[str]:
    return [link.evidence.quote[:4] for link in made.links(index, THRESHOLDS)["action"]]


def test_a_deed_belongs_to_the_statement_that_it_fits_best() -> None:
    made = chain([0.9, 0.6, 0.1, 0.1], [0.5, 0.7, 0.1, 0.1])
    assert deeds(made, 0) == ["戏曲频道"]
    assert deeds(made, 1) == ["发射塔加"]


@pytest.mark.parametrize("scores", [(0.6, 0.6), (0.99, SURE)])
def test_statements_that_a_deed_fits_alike_or_surely_share_it(scores: tuple[float, float]) -> None:
    made = chain([scores[0], 0.1, 0.1, 0.1], [scores[1], 0.1, 0.1, 0.1])
    assert deeds(made, 0) == deeds(made, 1) == ["戏曲频道"]


@pytest.mark.parametrize(("score", "kept"), [(BESIDES - 0.01, False), (BESIDES, True)])
def test_further_deeds_of_a_report_must_be_sure(score: float, kept: bool) -> None:
    made = chain([0.95, 0.1, score, 0.1], [0.1] * 4)
    assert deeds(made, 0) == ["戏曲频道", *(["送戏下乡"] if kept else [])]


def test_the_best_deed_of_each_report_may_be_faint() -> None:
    made = chain([0.95, 0.1, 0.1, 0.45], [0.1] * 4)
    assert [link.evidence.year for link in made.links(0, THRESHOLDS)["action"]] == [2021, 2022]
