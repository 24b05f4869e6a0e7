"""The public benchmarks' figures, on a benchmark made here."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.public import main, measure, ndcg, read, told
from benchmarks.results import put
from search.encoder import open_encoder

PASSAGES = [
    "河水在春天上涨，淹没了两岸的麦田。",
    "编辑部招聘了三名记者和一名美编。",
    "这座石桥建于明代，全长六十米。",
]
QUESTIONS = ["石桥有多长", "新来了几个采访的人", "河水何时上涨"]


def test_ndcg_of_known_rankings() -> None:
    assert ndcg([3, 1, 2], frozenset({3})) == 1
    assert ndcg([1, 3], frozenset({3})) == pytest.approx(0.6309, abs=1e-4)
    assert ndcg([3, 1, 4], frozenset({3, 4})) == pytest.approx(1.5 / 1.6309, abs=1e-4)
    assert ndcg([1, 2], frozenset({3})) == 0
    assert ndcg([*range(10), 11], frozenset({11})) == 0


def test_every_finder_answers_a_benchmark(tmp_path: Path) -> None:
    given = {"docs": PASSAGES, "queries": QUESTIONS, "rel": [2, [1], [0]]}
    path = tmp_path / "bench-small.json.gz"
    path.write_bytes(gzip.compress(json.dumps(given).encode()))
    found = measure(read(path), open_encoder())
    assert found["search"][0] == found["search"][2] == 1
    assert found["search"][1] > 0
    assert found["BM25 words"][0] == found["BM25 together"][0] == 1
    assert found["BM25 words"][1] < 1, "no word is shared"
    assert len(measure(read(path, limit=1), open_encoder())["dense"]) == 1
    found["search"] = [1.0, 1.0, 1.0]
    line = list(told([("small", found)]))[-1]
    assert line.startswith("| small (3) |")
    assert "| +0." in line


def test_a_missing_benchmark_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        main(["--data", str(tmp_path)])


def test_a_chapter_takes_its_own_place(tmp_path: Path) -> None:
    results = tmp_path / "RESULTS.md"
    put("# One\n\nold", results)
    put("# Two\n\n## part\n\ntext", results)
    put("# One\n\nnew\n", results)
    assert results.read_text(encoding="utf-8") == "# One\n\nnew\n\n# Two\n\n## part\n\ntext\n"
