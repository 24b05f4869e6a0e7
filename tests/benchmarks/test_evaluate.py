"""The program as it is called, and the gold that it reads."""

import io
import json
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks import evaluate, finding, stored, understanding
from benchmarks.gold import PARTS, content_of, media_folders, report_golds, series_gold
from benchmarks.places import Squeezed
from benchmarks.stored import shelf
from benchmarks.tables import show_tables
from ingest.pipeline import understand

FEW = 12
"""Media that are read where `make evaluate` reads all."""


@pytest.mark.parametrize("arguments", [["--part", "aside"], ["--part", "all"], ["--media", "lianchang"]])
def test_errors_of_the_aside_part_are_not_shown(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        evaluate.main(["--show", "errors", *arguments])
    assert ended.value.code == 2
    shown = capsys.readouterr()
    assert "lianchang/" not in shown.out
    assert "tuning" in shown.err


def test_an_unknown_media_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        evaluate.main(["--media", "nobody"])
    assert ended.value.code == 2


def test_a_part_of_the_figures_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate, "ACCURACY", tmp_path / "accuracy.json")
    assert evaluate.main(["--only", "facts", "--media", "lanxi"]) == 0
    assert not (tmp_path / "accuracy.json").exists()
    shown = capsys.readouterr().out
    assert "metric" in shown
    assert "aside" not in shown


def test_a_full_run_is_kept_in_a_stable_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate, "ACCURACY", tmp_path / "accuracy.json")
    # What is not there is left out; the library is measured by the test below, and `make evaluate` reads all media.
    monkeypatch.setattr(evaluate, "_measure_stored", lambda *_: {})
    monkeypatch.setattr(stored, "shelf", nullcontext)
    monkeypatch.setattr(
        understanding, "media_folders", lambda part, media=None: islice(media_folders(part, media), FEW)
    )
    assert evaluate.main([]) == 0
    kept = json.loads((tmp_path / "accuracy.json").read_text(encoding="utf-8"))
    assert list(kept) == list(PARTS)
    for part in PARTS:
        assert list(kept[part]) == ["reports", "unlocated quotes", "facts", "headings", "identity"]
        assert kept[part]["unlocated quotes"] == 0
        assert kept[part]["facts"]["metric"]["gold"] > 200
    assert "aside" in capsys.readouterr().out


def test_search_finds_more_than_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    few = list(islice(media_folders("tuning"), 2 * FEW))
    monkeypatch.setattr(finding, "media_folders", lambda *_: iter(few))
    with shelf(folder.name for folder in few) as opened:
        figures = finding.measure(opened, "tuning")
    assert figures is not None
    assert figures["needs"] >= 40
    for found in (figures, figures["few shared words"]):
        arms = ("BM25 words", "BM25 bigrams", "BM25 chars", "LSA", "dense")
        for arm in arms:
            assert found["search"]["recall@5"] > found[arm]["recall@5"] > 0, arm
            low, high = (found[arm][f"recall@5 {end}"] for end in ("from", "to"))
            assert low < found[arm]["recall@5"] < high, arm
    assert 0 < figures["few shared words"]["needs"] < figures["needs"]
    # Words alone find less where few of them stand in the passage: the group is rightly told apart.
    assert figures["few shared words"]["BM25 words"]["mrr@10"] < 0.8 * figures["BM25 words"]["mrr@10"]
    shown = Console(width=118, record=True, quiet=False, file=io.StringIO())
    show_tables(shown, {"tuning": {"search": figures}})
    text = shown.export_text()
    assert "few shared words" in text
    assert text.count("LSA") == 2
    assert f"{figures['search']['recall@5']:.3f}" in text


@pytest.mark.parametrize(
    ("query", "text", "share"),
    [
        ("给困难同事送过温暖没有", "开展慰问困难职工活动", 1 / 4),
        ("给困难同事送过温暖没有", "領導看望困難同事", 2 / 4),
        ("给困难同事送过温暖没有", "组织全员体检", 0.0),
        ("有没有", "没有发生事故", 0.0),
    ],
)
def test_words_that_a_query_shares_with_a_text(query: str, text: str, share: float) -> None:
    assert finding.shared_words(query, text) == pytest.approx(share)


@pytest.mark.parametrize("part", PARTS)
def test_the_gold_quotes_its_reports(part: str) -> None:
    lost = []
    for folder in media_folders(part):
        texts = {}
        for gold in report_golds(folder):
            texts[gold["report_year"]] = text = Squeezed(understand(*content_of(gold)).text)
            lost += [fact["quote"] for fact in gold["facts"] if not text.find(fact["quote"])]
        # A media of one report may have nothing to be asked or traced.
        if (series := series_gold(folder)) is None:
            assert len(texts) == 1
            continue
        quotes = [quote for need in series["needs"] for quote in need["relevant"]]
        quotes += [quote for question in series["questions"] for quote in question["evidence"]]
        quotes += series["trace"]
        quotes += [
            quote
            for item in series["trace"]
            for kind in ("responses", "actions", "recurrences")
            for quote in item[kind]
        ]
        lost += [quote["quote"] for quote in quotes if not texts[quote["year"]].find(quote["quote"])]
    assert lost == []
