"""A small library of three invented reports, built once, and the ways into it."""

from __future__ import annotations

import contextlib
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from typer.testing import CliRunner, Result

from api.sparql.limits import Limits

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "corpora" / "reports" / "lanxi"
MEDIA = "澜溪县融媒体中心"
FILES = ("2020.txt", "2021.html", "2023.docx")

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that no test changes."""
    from search.ingest import ingest

    data = tmp_path_factory.mktemp("library") / "data"
    summary = ingest([REPORTS / name for name in FILES], data, workers=0)
    assert len(summary.added) == len(FILES)
    assert not summary.failed
    return data


@pytest.fixture
def library(built: Path, tmp_path: Path) -> Path:
    """A library of the test's own."""
    return Path(shutil.copytree(built, tmp_path / "data"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process: ``run("search", "要找的", data=folder)``."""
    from api.cli import app

    for name in ("YINZHENG_DATA", "YINZHENG_MODEL", "YINZHENG_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*args: str | Path, data: Path | None = None, stdin: str | None = None) -> Result:
        stated = ["--data", str(data)] if data is not None else []
        return CliRunner().invoke(app, [*map(str, args), *stated], input=stdin)

    return invoke


@pytest.fixture
def client(built: Path) -> Iterator[TestClient]:
    """The service of the library that no test changes."""
    with opened(built) as client:
        yield client


@pytest.fixture
def own_client(library: Path) -> Iterator[TestClient]:
    """The service of a library of the test's own."""
    with opened(library) as client:
        yield client


def opened(data: Path) -> TestClient:
    """Return a client that calls the service as a program on this machine would."""
    from api.http.app import create_app

    return TestClient(create_app(data), base_url="http://127.0.0.1:8321", raise_server_exceptions=False)


@contextlib.contextmanager
def served(data: Path, limits: Limits | None = None) -> Iterator[str]:
    """Give the address of the service of a library, on a port of its own, for clients that want a real connection."""
    from api.http.app import create_app
    from api.http.listening import listen

    with listen("127.0.0.1", 0) as socket:
        server = uvicorn.Server(uvicorn.Config(create_app(data, limits=limits), log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


COMMAND = (sys.executable, "-m", "api.cli")
"""How a test starts the command line as a process of its own."""
