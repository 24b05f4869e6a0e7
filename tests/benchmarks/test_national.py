"""Generated reports are read as reports, stay the same for a seed, and go on from year to year."""

from __future__ import annotations

import pytest

from benchmarks.national import House, reports
from ingest.pipeline import understand


def test_the_same_seed_writes_the_same_reports_and_another_others() -> None:
    first = list(reports(media=3, years=2, characters=1500, seed=7))
    assert first == list(reports(media=3, years=2, characters=1500, seed=7))
    assert first != list(reports(media=3, years=2, characters=1500, seed=8))
    assert len({name for name, _ in first}) == 6


def test_a_report_is_understood_and_answers_the_year_before() -> None:
    before, after = (
        understand(text.encode(), f"{name}.txt") for name, text in reports(media=1, years=2, characters=3000)
    )
    assert before.media == after.media
    assert (before.report_year, after.report_year) == (2023, 2024)
    assert len({section.duty for section in after.sections if section.level == 1}) == 10
    faults = [fact.text for fact in before.facts if fact.type == "shortcoming"]
    answers = [fact.text for fact in after.facts if fact.type == "response"]
    assert len(faults) == len(answers) == 3
    assert all(fault in answer for fault, answer in zip(faults, answers, strict=True))
    assert 2000 < len(after.text) < 5000


def test_more_media_than_there_are_names_are_refused() -> None:
    with pytest.raises(ValueError, match="no more than"):
        House.found(10_000, seed=1)
