"""Reading on a real cluster of two machines (each a set of processes here), of which one is lost half way."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ingest.report import Report
from search.encoder import Encoder
from search.engines import INGEST
from search.errors import LibraryError
from search.far import BATCH
from search.ingest import ingest
from search.library import Library
from search.understanding import Code
from search.verify import verify
from tests.search.conftest import understand

Write = Callable[..., list[Path]]
COUNT = 3 * BATCH
WAIT = 60.0
"""Seconds after which something is wrong; all of it takes some 10."""
# Ray's own, of which we are no masters: files and processes that it leaves to the interpreter to close.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
]


def held_up(folder: Path, content: bytes, name: str, media: str | None, year: int | None) -> Report:
    """Understand a file, after leaving word that it was begun; nothing goes on before `go` is there."""
    (folder / f"{name}-{os.getpid()}").touch()
    until = time.monotonic() + WAIT
    while not (folder / "go").exists() and time.monotonic() < until:
        time.sleep(0.02)
    if b"deadly" in content:
        os._exit(3)
    return understand(content, name, media, year)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray
    from ray.cluster_utils import Cluster

    memory = 80 << 20
    made = Cluster(
        initialize_head=True,
        head_node_args={
            "num_cpus": 1,
            "object_store_memory": memory,
            "include_dashboard": False,
            # A lost machine is missed within seconds, not half a minute.
            "_system_config": {"health_check_period_ms": 1000, "health_check_failure_threshold": 2},
        },
    )
    made.lost = made.add_node(num_cpus=1, object_store_memory=memory)
    made.wait_for_nodes()
    ray.init(address=made.address, logging_level=logging.ERROR, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


def test_a_machine_is_lost_half_way(
    cluster: Any, reports: Write, tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ray

    monkeypatch.setenv(INGEST, "ray")
    begun = tmp_path / "begun"
    begun.mkdir()
    files = reports(
        **{
            f"f{at:02}": f"媒体{at:02} 2021\n# safety\n第{at}家全年无事故。\n员工={at}\n"
            for at in range(COUNT)
        },
        broken="broken",
        deadly="深渊报 2021\n# safety\ndeadly\n",
    )
    code = Code(partial(held_up, begun), "far1")

    def lose() -> None:
        until = time.monotonic() + WAIT
        while len(list(begun.iterdir())) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        cluster.remove_node(cluster.lost, allow_graceful=False)
        # Its processes are of this machine, and live on until they miss the node: only a cluster that knows of the loss
        # does not take what they still send.
        while all(node["Alive"] for node in ray.nodes()) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(2)
        (begun / "go").touch()

    losing = threading.Thread(target=lose)
    losing.start()
    summary = ingest(files, tmp_path / "data", code=code, encoder=encoder)
    losing.join()
    assert len(summary.added) == len(set(summary.added)) == COUNT
    failed = {Path(failure.path).name: failure.error for failure in summary.failed}
    assert set(failed) == {"broken.txt", "deadly.txt"}
    assert failed["broken.txt"] == "文件已损坏"
    assert "意外终止" in failed["deadly.txt"]
    times = [path.name.partition("-")[0] for path in begun.iterdir() if path.name != "go"]
    assert len(times) > len(set(times)), "what the lost machine had begun was begun anew elsewhere"
    with Library.open(tmp_path / "data", encoder=encoder) as library:
        rows = library.graph.rows("SELECT ?v { ?f a yz:MetricFact ; yz:value ?v }")
        assert sorted(row["v"] for row in rows) == list(range(COUNT))
    assert verify(tmp_path / "data") == []
    again = ingest(files[:COUNT], tmp_path / "data", code=code, encoder=encoder)
    assert len(again.unchanged) == COUNT


def test_the_same_as_on_one_machine(
    cluster: Any,
    reports: Write,
    tmp_path: Path,
    code: Code,
    encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = reports(a="甲报 2021\n# safety\n好。\n员工=120\n", b="乙台 2022\n# safety\n不好。\n- 少\n")
    kept = []
    for name in ("here", "far"):
        if name == "far":
            monkeypatch.setenv(INGEST, "ray")
        ingest(files, tmp_path / name, workers=0, code=code, encoder=encoder)
        folder = tmp_path / name / "artifacts"
        kept.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")})
    assert kept[0] == kept[1]


def test_settings_that_lead_nowhere(
    reports: Write, tmp_path: Path, code: Code, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = reports(a="甲报 2021\n# safety\n好。\n员工=120\n")
    monkeypatch.setenv(INGEST, "dask")
    with pytest.raises(LibraryError, match="ray://"):
        ingest(files, tmp_path / "data", code=code, encoder=encoder)
    monkeypatch.setenv(INGEST, "ray")
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(LibraryError, match=r"yinzheng\[ray\]"):
        ingest(files, tmp_path / "data", code=code, encoder=encoder)
