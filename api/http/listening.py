"""The socket that the service listens on."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

from api.errors import InvalidError


@contextlib.contextmanager
def listen(host: str, port: int) -> Iterator[socket.socket]:
    """Give a bound socket. Raises InvalidError (one Chinese line) where the port is taken or not to be had.

    Bound before the server starts, so that nothing says "started" that did not.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise InvalidError(
            f"无法监听 {host} 的 {port} 端口（{error.strerror}），可用 --port 换一个"
        ) from error
    with bound:
        yield bound
