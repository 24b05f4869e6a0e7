"""The socket that the service listens on."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api.http.listening import listen
from tests.api.conftest import opened
from tests.api.http.test_problems import problem


def test_small_answers_are_sent_at_once() -> None:
    """Or each waits 40 ms for the other end to acknowledge the one before."""

    async def connected() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            told.set_result(
                writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            )
            writer.close()

        with listen("127.0.0.1", 0) as bound:
            async with await asyncio.start_server(answer, sock=bound):
                _, writer = await asyncio.open_connection(*bound.getsockname())
                set_at_once = await told
                writer.close()
                await writer.wait_closed()
                return set_at_once

    # In a thread of its own: the browser of other tests leaves a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(lambda: asyncio.run(connected())).result()


def test_a_body_of_no_stated_length_is_cut_off(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.http.app.LARGEST", 1 << 20)

    def pieces() -> Iterator[bytes]:
        for _ in range(64):
            yield b"x" * (1 << 16)

    with opened(built) as client:
        headers = {"content-type": "multipart/form-data; boundary=b"}
        problem(client.post("/v1/reports", content=pieces(), headers=headers), 413, "about:blank")
        small = client.post("/v1/reports", content=iter([b"x"]), headers=headers)
        assert small.status_code in (400, 422)
