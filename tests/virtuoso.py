"""A Virtuoso of the tests' own: in a temporary folder, on free ports, started once a process."""

from __future__ import annotations

import atexit
import shutil
import socket
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path

import httpx2
import pytest

from kg.remote.server import Address, Server
from kg.remote.state import LIVE

PROGRAM = "virtuoso-t"
STARTING = 90
"""Seconds that it may take to start on a busy machine; 4 to 7 on an idle one."""
_SETTINGS = """[Database]
DatabaseFile = it.db
ErrorLogFile = it.log
LockFile = it.lck
TransactionFile = it.trx
xa_persistent_file = it.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
FileExtend = 200
[Parameters]
ServerPort = {sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
MaxClientConnections = 8
[HTTPServer]
ServerPort = {http}
ServerRoot = .
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 100000
"""


def virtuoso() -> str:
    """Return the setting for an empty server; the test is skipped where Virtuoso is not installed."""
    if shutil.which(PROGRAM) is None:
        pytest.skip("needs Virtuoso: apt-get install virtuoso-opensource-7")
    setting = _started()
    server = Server(Address.of(setting))
    own = 'FILTER(STRSTARTS(STR(?g), "https://w3id.org/yinzheng/id/"))'
    found = server.ask(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} {own} }}", "text/csv").decode()
    names = [line.strip('"') for line in found.splitlines()[1:]]
    server.update(";\n".join(f"DROP SILENT GRAPH <{name}>" for name in [LIVE, *names]))
    server.close()
    return setting


@cache
def _started() -> str:
    folder = Path(tempfile.mkdtemp(prefix="yinzheng-virtuoso-"))
    sql, http = _free_ports(2)
    (folder / "it.ini").write_text(_SETTINGS.format(sql=sql, http=http))
    process = subprocess.Popen(
        [PROGRAM, "-c", "it.ini", "+foreground"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(_end, process, folder)
    until = time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx2.get(f"http://127.0.0.1:{http}/sparql?query=ASK%7B%7D", timeout=5).is_success:
                return f"sparql+http://dba:dba@127.0.0.1:{http}/sparql"
        except httpx2.HTTPError:
            time.sleep(0.2)
    raise RuntimeError(f"Virtuoso did not start: {(folder / 'it.log').read_text()[-500:]}")


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.kill()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports
