"""A tiny cross-encoder, made here, puts the first hits in its order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from search.encoder import Encoder, EncoderError
from search.encoders.reranker import open_reranker
from search.ingest import ingest
from search.library import FIRST, Library
from search.understanding import Code


def cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A cross-encoder of random weights, two layers of 16, over single characters."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    characters = sorted(set("节目安全播出第零一二三四五六七八九十名为老人开设热线记者"))
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *characters]
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=128,
        initializer_range=1.0,
        num_labels=labels,
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cross_encoder(tmp_path_factory.mktemp("cross") / "model")


@pytest.fixture
def data(
    reports: Callable[..., list[Path]], tmp_path: Path, code: Code, encoder: Encoder
) -> tuple[Path, Encoder]:
    digits = "零一二三四五六七八九"
    texts = {
        f"r{number}": f"甲报 {2000 + number}\n# service\n"
        + "".join(
            f"为老人开设热线节目第{digits[number]}{digits[at]}名记者安全播出。\n# culture\n"
            for at in range(10)
        )
        for number in range(7)
    }
    texts["r1"] += "节目《安全热线》播出八十期。\n"
    ingest(reports(**texts), tmp_path / "data", workers=0, code=code, encoder=encoder)
    return tmp_path / "data", encoder


def test_the_first_hits_come_in_its_order(
    data: tuple[Path, Encoder], model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sentence_transformers import CrossEncoder

    # Passages of one paragraph would else come later than the model has them.
    monkeypatch.setattr("search.results.REPEATED", 1.0)
    folder, encoder = data
    query = "热线节目记者"
    with Library.open(folder, encoder=encoder, rerank=str(model)) as library:
        found = library.search(query, kind="passage", limit=FIRST + 10).hits
    with Library.open(folder, encoder=encoder) as library:
        before = library.search(query, kind="passage", limit=FIRST + 10).hits
    theirs = CrossEncoder(str(model), local_files_only=True)
    scores = theirs.predict([(query, hit.text) for hit in found[:FIRST]], show_progress_bar=False)
    assert np.ptp(scores) > 0
    assert scores.tolist() == pytest.approx(sorted(scores, reverse=True), abs=1e-4)
    places = [(hit.evidence.report, hit.evidence.start) for hit in found]
    earlier = [(hit.evidence.report, hit.evidence.start) for hit in before]
    assert set(places[:FIRST]) == set(earlier[:FIRST]), "only the first are read again"
    assert places[:FIRST] != earlier[:FIRST]
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_names_stay_first(data: tuple[Path, Encoder], model: Path) -> None:
    folder, encoder = data
    with Library.open(folder, encoder=encoder, rerank=str(model)) as library:
        assert "《安全热线》" in library.search("《安全热线》").hits[0].text
        assert library.search("2003年热线节目").hits[0].evidence.year == 2003
        assert library.search(" ").hits == []


def test_what_is_no_reranker_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    for name, told in (
        (str(tmp_path / "none"), "不存在"),
        ("owner/reranker", "HF_HUB_OFFLINE"),
        (str(tmp_path), "打不开"),
        (str(cross_encoder(tmp_path / "three", labels=3)), "打一个分"),
    ):
        with pytest.raises(EncoderError, match=told) as caught:
            open_reranker(name)
        assert "\n" not in str(caught.value)
