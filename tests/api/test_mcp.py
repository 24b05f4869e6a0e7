"""The tools as an assistant meets them: the SDK's own client, over standard input and output and over HTTP."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, TextContent, TextResourceContents

from api.http.app import create_app
from api.mcp import create_server
from api.service import Service
from tests.api.conftest import MEDIA, ROOT

TOOLS = {"search", "ask", "trace", "compare", "check", "list_reports", "read_report", "list_entities"}
Connect = Callable[[Path], contextlib.AbstractAsyncContextManager[Client]]
pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@contextlib.asynccontextmanager
async def by_stdio(data: Path) -> AsyncIterator[Client]:
    started = StdioServerParameters(
        command=sys.executable, args=["-m", "api.cli", "mcp", "--data", str(data)], cwd=ROOT
    )
    async with Client(stdio_client(started)) as client:
        yield client


@contextlib.asynccontextmanager
async def by_http(data: Path) -> AsyncIterator[Client]:
    app = create_app(data)
    async with app.router.lifespan_context(app):
        to_app = httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8321", timeout=30
        )
        async with (
            to_app,
            Client(streamable_http_client("http://127.0.0.1:8321/mcp", http_client=to_app)) as client,
        ):
            yield client


@contextlib.asynccontextmanager
async def in_memory(data: Path) -> AsyncIterator[Client]:
    service = Service(data)
    async with Client(create_server(service)) as client:
        yield client
    service.close()


def said(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


async def call(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """Call a tool and return its structured content, which its text repeats."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, said(result)
    assert isinstance(result.structured_content, dict)
    assert json.loads(said(result)) == result.structured_content
    return result.structured_content


@pytest.mark.parametrize("connect", [by_stdio, by_http])
async def test_an_assistant_finds_asks_and_quotes(connect: Connect, built: Path) -> None:
    with anyio.fail_after(60):
        async with connect(built) as client:
            assert client.instructions is not None
            assert "evidence" in client.instructions
            assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
            answer = await call(client, "ask", question="2023年经营收入比2021年增加了多少", media="澜溪")
            assert "570万元" in answer["answer"]
            for evidence in answer["evidence"]:
                read = await call(
                    client,
                    "read_report",
                    report=evidence["report"],
                    start=evidence["start"],
                    length=evidence["end"] - evidence["start"],
                )
                assert read["text"] == evidence["quote"]


async def test_every_tool_only_reads_and_tells_what_it_returns(built: Path) -> None:
    async with in_memory(built) as client:
        for tool in (await client.list_tools()).tools:
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint
            assert tool.annotations.open_world_hint is False
            assert tool.description
            assert tool.title
            assert tool.output_schema is not None
            for name, parameter in tool.input_schema["properties"].items():
                assert parameter.get("description"), f"{tool.name}.{name}"


async def test_the_tools_answer_with_the_objects_of_the_contract(built: Path) -> None:
    service = Service(built)
    async with in_memory(built) as client:
        hits = (await call(client, "search", query="记者下基层", years=[2021], limit=3))["hits"]
        assert 0 < len(hits) <= 3
        assert {hit["evidence"]["year"] for hit in hits} == {2021}
        traced = await call(client, "trace", media="澜溪", year=2021)
        assert traced == service.trace(media=MEDIA, year=2021).model_dump(mode="json")
        compared = await call(client, "compare", media="澜溪", first=2021, second=2023)
        assert compared == service.compare(MEDIA, (2021, 2023)).model_dump(mode="json", by_alias=True)
        assert {"from", "to", "delta"} <= set(compared["changed"][0])
        assert [each["year"] for each in (await call(client, "list_reports"))["reports"]] == [
            2020,
            2021,
            2023,
        ]
        works = await call(client, "list_entities", type="work", limit=2)
        assert len(works["entities"]) == 2
        assert works["total"] > 2
    service.close()


async def test_a_draft_is_checked_and_not_stored(built: Path) -> None:
    async with in_memory(built) as client:
        kept = await call(client, "list_reports")
        draft = (ROOT / "corpora" / "drafts" / "lanxi" / "2025-a.txt").read_text(encoding="utf-8")
        found = await call(client, "check", text=draft, media="澜溪")
        assert found["against"] == [2020, 2021, 2023]
        kinds = {finding["kind"] for finding in found["findings"]}
        assert {"missing-section", "number-conflict", "unanswered-shortcoming"} <= kinds
        for finding in found["findings"]:
            place = finding["draft"]
            assert found["text"][place["start"] : place["end"]] == place["quote"]
        assert await call(client, "list_reports") == kept


async def test_a_report_is_read_part_by_part(built: Path) -> None:
    service = Service(built)
    held = service.reports().reports[0]
    text = service.report(held.id).text
    service.close()
    async with in_memory(built) as client:
        parts, at = [], 0
        while True:
            part = await call(client, "read_report", report=held.id, start=at, length=1000)
            parts.append(part["text"])
            if part["next"] is None:
                break
            at = part["next"]
        assert "".join(parts) == text
        closing = await call(client, "read_report", report=held.id, section="后记", length=50_000)
        assert closing["next"] is None
        assert closing["text"] == text[closing["start"] :]
        assert "存在的不足" in closing["text"]
        assert "今后努力方向" in closing["text"]
        chapter = await call(client, "read_report", report=held.id, section="人文关怀", length=30)
        assert "人文关怀" in chapter["text"].splitlines()[0]
        assert chapter["next"] == chapter["start"] + 30


async def test_reports_are_resources_of_the_live_snapshot(library: Path) -> None:
    service = Service(library)
    async with in_memory(library) as client:
        before = (await client.list_resources()).resources
        assert [each.name for each in before] == [f"{MEDIA} {year}" for year in (2020, 2021, 2023)]
        (content,) = (await client.read_resource(before[0].uri)).contents
        assert isinstance(content, TextResourceContents)
        assert content.text == service.report(before[0].uri.rpartition("/")[2]).text
        service.remove(before[0].uri.rpartition("/")[2])
        assert len((await client.list_resources()).resources) == 2
        with pytest.raises(MCPError, match="没有报告"):
            await client.read_resource("yinzheng://reports/0000000000000000")
    service.close()


@pytest.mark.parametrize(
    ("tool", "arguments", "line"),
    [
        ("ask", {"question": "有多少员工", "media": "无此媒体"}, "没有"),
        ("compare", {"media": "澜溪", "first": 2020, "second": 2022}, "现有：2020、2021、2023"),
        ("read_report", {"report": "0000000000000000"}, "没有报告"),
        ("search", {"query": " "}, "请给出要找的内容"),
        ("search", {"query": "记者", "limit": 0}, "limit"),
    ],
)
async def test_what_is_refused_is_told_as_people_read_it(
    tool: str, arguments: dict[str, Any], line: str, built: Path
) -> None:
    async with in_memory(built) as client:
        result = await client.call_tool(tool, arguments)
        assert result.is_error
        assert line in said(result)


async def test_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    async with in_memory(tmp_path / "none") as client:
        result = await client.call_tool("ask", {"question": "有多少员工"})
        assert result.is_error
        assert "yinzheng ingest" in said(result)
        assert not (await client.list_resources()).resources


async def test_a_page_of_another_site_reaches_no_tool(built: Path) -> None:
    app = create_app(built)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8321") as client,
    ):
        asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}):
            assert (await client.post("/mcp", json=asked, headers=headers)).status_code in (400, 403)
