from pathlib import Path

from benchmarks.sparql import JOIN, ratio
from search.ingest import ingest

REPORTS = Path(__file__).parents[2] / "corpora" / "reports" / "lanxi"


def test_both_ways_answer_alike_and_are_timed(tmp_path: Path) -> None:
    ingest([REPORTS / "2021.html", REPORTS / "2023.docx"], tmp_path / "data", workers=0)
    alone, over_http, times = ratio(tmp_path / "data", JOIN, 3)
    assert alone > 0
    assert times == over_http / alone
