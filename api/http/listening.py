"""The socket that the service listens on."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

from api.errors import InvalidError
from search.errors import reason


@contextlib.contextmanager
def listen(host: str, port: int) -> Iterator[socket.socket]:
    """Give a listening socket. Raises InvalidError (one Chinese line) where the port is taken or not to be had.

    It listens before the server starts, so that whoever reads "started" can call at once.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named: asyncio sends small answers at once (TCP_NODELAY) only where it is, else 40 ms late.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        raise InvalidError(
            f"无法监听 {host} 的 {port} 端口（{reason(error)}），可用 --port 换一个"
        ) from error
    with bound:
        yield bound
