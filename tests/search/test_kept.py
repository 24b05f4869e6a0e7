"""A report is kept as lines, of which a search reads those it shows; what was kept as one line is read too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.pipeline import understand
from search.kept import Glance, kept, whole
from search.passages import passages

SAMPLE = Path(__file__).parents[2] / "corpora" / "reports" / "lanxi" / "2020.txt"
REPORT = understand(SAMPLE.read_bytes(), SAMPLE.name)
CUT = tuple(passages(REPORT))
OLD = b'{"report":%s,"passages":[%s]}' % (
    REPORT.model_dump_json().encode(),
    b",".join(each.model_dump_json().encode() for each in CUT),
)


@pytest.mark.parametrize("content", [kept(REPORT, CUT), OLD], ids=["lines", "one line"])
def test_what_is_kept_is_read_wholly_and_in_part(content: bytes) -> None:
    assert len(CUT) > 5
    assert len(REPORT.facts) > 20
    assert whole(content) == (REPORT, CUT)
    glance = Glance(content)
    for each in CUT:
        assert glance.passage(each.id) == each == glance.passage_of(each.start, each.end)
        inside = [
            fact.id
            for fact in REPORT.facts
            if each.start <= fact.evidence.start and fact.evidence.end <= each.end
        ]
        assert glance.facts_within(each.start, each.end) == inside
    assert all(glance.fact(fact.id) == fact for fact in REPORT.facts)
    assert glance.passage(REPORT.facts[0].id) is None
    assert glance.fact(CUT[0].id) is None
    assert glance.passage_of(CUT[0].start, CUT[1].end) is None


def test_a_report_without_facts_is_kept_too() -> None:
    bare = REPORT.model_copy(update={"facts": ()})
    assert whole(kept(bare, ())) == (bare, ())
    assert Glance(kept(bare, ())).facts_within(0, len(REPORT.text)) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-40],
        lambda content: content.rpartition(b"\n")[0],
        lambda _: b"",
        lambda _: b"[]\n{}",
    ],
)
def test_what_is_damaged_is_refused(damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ValueError, match=r"lines|validation error"):
        whole(damage(kept(REPORT, CUT)))
