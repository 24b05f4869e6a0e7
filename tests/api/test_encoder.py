"""`yinzheng encoder`, and a service that is started with another model than the library was built with."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from search.encoder import EMBEDDED
from search.encoders.base import folder_id
from search.library import Library
from search.tuning import Tuned
from tests.api.conftest import Run


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded model with one row changed: another model."""
    import numpy as np
    from safetensors.numpy import load_file, save_file

    folder = tmp_path_factory.mktemp("other") / "model"
    shutil.copytree(EMBEDDED, folder)
    tensors = load_file(folder / "model.safetensors")
    tensors["weights"] = np.ascontiguousarray(tensors["weights"][::-1])
    save_file(tensors, folder / "model.safetensors")
    return folder


def test_a_model_is_shown_and_changed(run: Run, library: Path, other: Path) -> None:
    assert run("encoder", "show", data=library).stdout.startswith("内置模型（512 维")
    assert "已换用" in run("encoder", "use", other, data=library).stdout
    held = json.loads(run("encoder", "show", "--json", data=library).stdout)
    assert held["model"] == str(other)
    assert held["id"] == folder_id(other)
    assert run("search", "安全播出", data=library).exit_code == 0
    assert "本来就用" in run("encoder", "use", other, data=library).stdout
    wrong = run("search", "安全播出", "--model", EMBEDDED, data=library)
    assert wrong.exit_code == 1
    assert "encoder use" in wrong.stderr
    assert "已换用内置模型" in run("encoder", "use", "内置", data=library).stdout
    missing = run("encoder", "use", "./no-such-folder", data=library)
    assert missing.exit_code == 1
    assert "不存在" in missing.stderr


def test_tuning_says_what_came_of_it(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = run("encoder", "tune", data=library)
    assert few.exit_code == 1
    assert "至少要 5 份" in few.stderr
    for kept, told in ((True, "已采用"), (False, "没有带来改进")):
        done = Tuned(kept=kept, pairs=90, held=20, check=(0.5, 0.6), everyday=(0.7, 0.69), seconds=8.4)
        monkeypatch.setattr("search.tuning.tune", lambda *_, done=done, **__: done)
        shown = run("encoder", "tune", data=library).stdout
        assert told in shown
        assert "0.500 → 0.600（+0.100）" in shown
        assert "0.700 → 0.690（-0.010）" in shown
        assert ("encoder use" in shown) is kept


def test_a_service_takes_its_model_in_while_it_answers(library: Path, other: Path) -> None:
    from api.http.app import create_app

    app = create_app(library, str(other))
    with TestClient(app, base_url="http://127.0.0.1:8321") as client:
        deadline = time.monotonic() + 60
        while True:
            answer = client.get("/v1/search", params={"q": "安全播出"})
            assert answer.status_code == 200
            assert answer.json()["hits"]
            with Library.open(library) as held:
                if held.manifest.model == str(other):
                    break
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert client.get("/v1/search", params={"q": "安全播出"}).json()["hits"]
        assert app.state.service.encoder().id == folder_id(other)


def test_why_is_shown(run: Run, built: Path, client: TestClient) -> None:
    shown = run("search", "给困难职工送温暖", "--limit", "1", data=built).stdout
    assert "同样的词：" in shown
    assert "意思相近：“" in shown
    (hit,) = client.get("/v1/search", params={"q": "给困难职工送温暖", "limit": 1}).json()["hits"]
    assert hit["why"]["part"]["quote"] in hit["text"]
    page = client.get("/search", params={"q": "给困难职工送温暖"}).text
    assert "意思相近：" in page
    assert hit["why"]["part"]["quote"] in page


def test_a_reranker_that_is_missing_is_told(run: Run, built: Path) -> None:
    wrong = run("search", "安全", "--rerank", "./none", data=built)
    assert wrong.exit_code == 1
    assert "--rerank" in wrong.stderr
    assert "不存在" in wrong.stderr
