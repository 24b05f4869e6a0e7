"""Nobody waits for what they did not ask for: what commands import, and when."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.conftest import COMMAND, ROOT

HEAVY = {"torch", "transformers", "sentence_transformers", "faiss", "jieba", "tantivy", "rdflib", "rich"}


@pytest.mark.parametrize("args", [["--help"], ["search", "--help"], ["reports", "--help"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "api.cli", *args],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "typer" in imported
    assert not imported & HEAVY


def test_a_search_imports_no_torch(built: Path) -> None:
    code = (
        "import json, sys\n"
        "from api.cli import app\n"
        "try:\n"
        f"    app(['search', '记者', '--json', '--data', {str(built)!r}])\n"
        "except SystemExit as ended:\n"
        "    print(ended.code, sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(done.stdout)["hits"]
    assert done.stderr.startswith("0 ")
    for name in ("torch", "transformers", "sentence_transformers", "rich"):
        assert f"'{name}'" not in done.stderr


def test_a_pipe_that_closes_early_is_no_failure_to_tell(built: Path) -> None:
    line = f"{' '.join(COMMAND)} search 记者 --limit 50 --data {built} | head -n 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")
def test_ingest_shows_progress_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    import pty

    report = ROOT / "corpora" / "reports" / "lanxi" / "2020.txt"
    piped = subprocess.run(
        [*COMMAND, "ingest", str(report), "--data", str(tmp_path / "piped")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert "新收入 1 份" in piped.stdout
    assert "\r" not in piped.stdout + piped.stderr
    assert "\x1b" not in piped.stdout + piped.stderr
    assert piped.stderr == ""

    master, slave = pty.openpty()
    shown = b""
    with subprocess.Popen(
        [*COMMAND, "ingest", str(report), "--data", str(tmp_path / "terminal")],
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"},
    ) as process:
        os.close(slave)
        # Reading raises at the terminal's end on Linux and returns nothing elsewhere.
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(master)
    assert process.returncode == 0
    assert "━".encode() in shown
    assert "新收入 1 份".encode() in shown


@pytest.mark.skipif(os.name != "posix", reason="sends a signal as Ctrl+C does")
def test_the_service_starts_answers_and_ends_quietly(built: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        args = [*COMMAND, "serve", "--data", str(built), "--port", str(port)]
        refused = subprocess.run(args, capture_output=True, text=True, check=False, cwd=ROOT)
        assert refused.returncode == 1
        assert f"{port} 端口（端口已被占用）" in refused.stderr
    with subprocess.Popen(
        args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        try:
            assert process.stdout is not None
            assert f"http://127.0.0.1:{port}/docs" in process.stdout.readline()
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/readyz")
            assert json.loads(connection.getresponse().read())["reports"] == 3
            connection.close()
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, told) == (0, "")
