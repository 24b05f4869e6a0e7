"""A SPARQL 1.1 server over HTTP: queries, updates, and whole graphs by the Graph Store Protocol."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import httpx2

from kg.errors import StoreError

SCHEMES: Final = ("sparql+http://", "sparql+https://")
ROWS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"
CONNECT, ANSWER = 5.0, 120.0
"""Seconds until a server counts as out of reach, and until it must have answered."""
Dataset = tuple[Sequence[str], Sequence[str]]
"""Names of graphs that a query is put to: as one, and by name. None of either: all there are."""
_CUT: Final = ("x-sparql-maxrows", "x-sparql-anytime")
"""Headers by which Virtuoso tells that it left rows out."""


class RefusedError(StoreError):
    """The server understood the request and will not answer it. The message is one line in Chinese."""


@dataclass(frozen=True)
class Address:
    """Where a server answers queries, takes updates, and keeps graphs; and as whom one speaks to it."""

    query: str
    update: str
    data: str
    user: str
    password: str

    @classmethod
    def of(cls, setting: str) -> Address:
        """Return the address that a setting states: ``sparql+http://user:password@host:port/path?update=…&data=…``.

        What is left out follows from the path, as Virtuoso (``/sparql``), Fuseki (``/name/query``), Oxigraph
        (``/query``) and RDF4J and GraphDB (``/repositories/name``) have it. Raises StoreError for anything else.
        """
        parts = urlsplit(setting.removeprefix("sparql+"))
        if not setting.startswith(SCHEMES) or not parts.hostname:
            raise StoreError(
                f"“{_shown(setting)}”不是 SPARQL 服务器的地址，应为 sparql+http://主机:端口/路径"
            )
        host = parts.netloc.rpartition("@")[2]
        query = f"{parts.scheme}://{host}{parts.path}"
        stated = parse_qs(parts.query)
        update, data = _others(parts.path)
        update, data = stated.get("update", [update])[0], stated.get("data", [data])[0]
        if not update or not data:
            raise StoreError(
                f"“{query}”没有写明更新与图存取的地址，请在其后加 ?update=路径&data=路径（见 docs/scaling.md）"
            )
        return cls(
            query,
            urljoin(query, update),
            urljoin(query, data),
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )


def _others(path: str) -> tuple[str, str]:
    """Return the paths of updates and of graphs that go with a path of queries, empty where none is known."""
    if path.startswith("/repositories/"):
        return f"{path}/statements", f"{path}/rdf-graphs/service"
    if path.endswith("/sparql"):
        return f"{path}-auth", f"{path}-graph-crud-auth"
    if path.endswith("/query"):
        return path.removesuffix("query") + "update", (
            "/store" if path == "/query" else path.removesuffix("query") + "data"
        )
    return "", ""


def _shown(setting: str) -> str:
    return re.sub(r"//[^/@]*@", "//", setting)


class _Auth(httpx2.Auth):
    """Answers whichever of the two challenges the server makes."""

    def __init__(self, user: str, password: str) -> None:
        self._basic = httpx2.BasicAuth(user, password)
        self._digest = httpx2.DigestAuth(user, password)

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
        response = yield request
        if response.status_code == 401:
            asked = response.headers.get("www-authenticate", "").lower()
            if "digest" in asked:
                # What was challenged once is not asked without an answer again.
                flow = self._digest.auth_flow(request)
                next(flow)
                yield flow.send(response)
            elif "basic" in asked:
                yield next(self._basic.auth_flow(request))


class Server:
    """One server. Safe to use from many threads. Every method raises StoreError where it can't be reached."""

    def __init__(self, address: Address) -> None:
        self.address = address
        auth = _Auth(address.user, address.password) if address.user else None
        limits = httpx2.Timeout(ANSWER, connect=CONNECT)
        self._client = httpx2.Client(auth=auth, timeout=limits)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def ask(self, sparql: str, accept: str, dataset: Dataset = ((), ())) -> bytes:
        """Return the answer to a query in the format `accept`, from all graphs or from those of `dataset`.

        Raises RefusedError where there is none, or not all of it.
        """
        response = self._send(
            "POST",
            self.address.query,
            # As a form: Virtuoso 7 never answers a bare query.
            data={"query": sparql, "default-graph-uri": dataset[0], "named-graph-uri": dataset[1]},
            headers={"Accept": accept},
        )
        if any(name in response.headers for name in _CUT):
            raise RefusedError(
                "SPARQL 服务器只给了一部分结果，请调高它的行数与时间上限（Virtuoso：ResultSetMaxRows）"
            )
        return response.content

    def update(self, sparql: str) -> None:
        """Carry out an update."""
        self._send("POST", self.address.update, data={"update": sparql}, headers={})

    def put(self, graph: str, triples: bytes) -> None:
        """Let a named graph hold these triples (N-Triples) and no others."""
        headers = {"Content-Type": TRIPLES}
        self._send("PUT", self.address.data, params={"graph": graph}, content=triples, headers=headers)

    def get(self, graph: str) -> bytes | None:
        """Return a named graph as N-Triples, None where there is none."""
        response = self._send(
            "GET",
            self.address.data,
            params={"graph": graph},
            headers={"Accept": TRIPLES},
            missing=True,
        )
        return None if response.status_code == 404 else response.content

    def _send(
        self,
        method: str,
        url: str,
        *,
        headers: dict[str, str],
        params: dict[str, str] | None = None,
        content: bytes | None = None,
        data: Mapping[str, str | Sequence[str]] | None = None,
        missing: bool = False,
    ) -> httpx2.Response:
        try:
            response = self._client.request(
                method, url, params=params, content=content, data=data, headers=headers
            )
        except httpx2.TimeoutException as error:
            raise StoreError(f"SPARQL 服务器 {url} 未在限时内回答") from error
        except httpx2.HTTPError as error:
            raise StoreError(f"无法连接 SPARQL 服务器 {url}：{error}") from error
        if response.status_code in (401, 403):
            raise StoreError(f"SPARQL 服务器 {url} 不接受所给的用户名和口令，请查看地址中的用户与其写权限")
        if response.is_success or (missing and response.status_code == 404):
            return response
        told = " ".join(response.text.split())[:200]
        raise RefusedError(f"SPARQL 服务器不能照办（{response.status_code}）：{told}")
