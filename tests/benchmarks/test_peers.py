"""What is measured beside us is named, and where it is not installed that is said."""

from __future__ import annotations

import pytest

from benchmarks import peers


def test_a_peer_that_is_missing_is_named_with_the_mend(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise ModuleNotFoundError("No module named 'txtai'", name="txtai")

    monkeypatch.setattr(peers, "finding", missing)
    assert peers.main([]) == 1
    assert capsys.readouterr().err == f"txtai is not installed: {peers.MISSING}\n"


def test_figures_stand_under_their_system() -> None:
    weighed = {
        name: {
            "passages": 10,
            "index": seconds,
            "queries": [1.0, 2.0, 3.0],
            "cpu": [1.0, 1.0, 1.0],
            "memory": 5e6 * at,
        }
        for at, (name, seconds) in enumerate({"Yinzheng": None, "txtai": 1.5}.items(), 1)
    }
    found = {"Yinzheng": (0.9, 0.8), "txtai": (0.7, 0.6)}
    chapter = peers.written(found, weighed, [("our store, ms", "3.0")], "the command").splitlines()
    assert chapter[0] == "# Peers"
    assert "| | Yinzheng | txtai |" in chapter
    assert "| Recall@5 / MRR@10 in one media | 0.900 / 0.800 | 0.700 / 0.600 |" in chapter
    assert "| seconds to index, vectors given | – | 1.5 |" in chapter
    assert "| memory of the process, MB | 5 | 10 |" in chapter
    assert chapter[-1] == "| our store, ms | 3.0 |"
