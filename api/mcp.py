"""What assistants can call: the Model Context Protocol, over standard input and output or at `/mcp`."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Annotated, Literal, ParamSpec, TypeVar

import anyio.to_thread
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp_types import Resource, ToolAnnotations
from pydantic import Field

from api.errors import InvalidError, UnknownError
from api.excerpt import Excerpt, excerpt
from api.objects import EntityList, EntityType, ReportList
from api.service import Service
from ingest.report import Duty
from kg.store import StoreError
from search.answers import Answer, Comparison, Findings, SearchResult, Trace
from search.encoder import EncoderError
from search.errors import LibraryError

INSTRUCTIONS = """印证读媒体历年的社会责任报告，回答写报告的人：承诺过什么、上年的不足改了没有、历年数字、作品获奖、原文在哪里。

- 先用 list_reports 看库里有哪些媒体和年度；media 可只写名称中独有的一部分。
- 数字、名单、起止年份、不足与承诺用 ask；answer 为 null 表示报告没有说，把 reason 如实转告，不要自己猜。
- 找原话用 search；看一条不足或承诺后来怎样用 trace；两年对比用 compare；核对新写的草稿用 check；读全文用 read_report。
- 每个结果都带 evidence：引用时写明媒体、年度、章节和 quote 原文，一字不改。
- trace 里的联系是推测，decided_by 为 person 的才经人确认；untraced 是没找到证据，不等于没做。
"""
READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
REPORTS = "yinzheng://reports/"
TOLD = (InvalidError, UnknownError, LibraryError, StoreError, EncoderError)
"""Errors whose message is one line written for users."""

Media = Annotated[
    str | None, Field(description="媒体名称，可只写独有的一部分；不给则看全部媒体", max_length=200)
]
P = ParamSpec("P")
T = TypeVar("T")


def create_server(service: Service) -> MCPServer[None]:
    """Return the MCP server over `service`: tools that only read, and every report as a resource.

    Each tool answers with the contract's object, as structured content and as its JSON text. What the service
    refuses (nothing stored, no such media) comes back as the tool's error with the same line that people read.
    """
    server = _Server(service)

    @server.tool(title="找原文", annotations=READS)
    @_told
    def search(
        query: Annotated[str, Field(description="词、短语或一句话，日常说法也可以", max_length=1000)],
        media: Media = None,
        years: Annotated[list[int] | None, Field(description="只看这些履责年度")] = None,
        duties: Annotated[list[Duty] | None, Field(description="只看这些责任")] = None,
        kind: Annotated[
            Literal["passage", "fact"] | None, Field(description="只要段落或只要事实；不给则都要")
        ] = None,
        limit: Annotated[int, Field(description="最多几条", ge=1, le=100)] = 10,
    ) -> SearchResult:
        """按意思和字词在历年报告里找原文，每条带出处。"""
        return service.search(
            query, media=media, years=years or (), duties=duties or (), kind=kind, limit=limit
        )

    @server.tool(title="问一个问题", annotations=READS)
    @_told
    def ask(
        question: Annotated[
            str,
            Field(description="一句话的问题，例如：微信公众号粉丝数历年有什么变化", max_length=1000),
        ],
        media: Media = None,
    ) -> Answer:
        """从报告里算出答案：数字、趋势、差额、名单、起止年份、不足、承诺与回应。报告没有说的，answer 为 null。"""
        return service.ask(question, media=media)

    @server.tool(title="追踪不足与承诺", annotations=READS)
    @_told
    def trace(
        media: Media = None,
        year: Annotated[int | None, Field(description="只看这一年度报告提出的不足与承诺")] = None,
    ) -> Trace:
        """每条不足和承诺在后来的报告里有没有回应、行动，是否又提。"""
        return service.trace(media=media, year=year)

    @server.tool(title="对比两个年度", annotations=READS)
    @_told
    def compare(
        media: Annotated[str, Field(description="媒体名称，可只写独有的一部分", max_length=200)],
        first: Annotated[int, Field(description="前一个年度")],
        second: Annotated[int, Field(description="后一个年度")],
    ) -> Comparison:
        """一家媒体两个年度之间：新增、不再提、仍在的作品、奖项、栏目、平台，以及变化的数字。"""
        return service.compare(media, (first, second))

    @server.tool(title="核对草稿", annotations=READS)
    @_told
    def check(
        text: Annotated[str, Field(description="草稿全文，各章标题单独成行", max_length=500_000)],
        media: Annotated[
            str | None, Field(description="媒体名称，可只写独有的一部分；不给则看草稿里写的", max_length=200)
        ] = None,
        year: Annotated[int | None, Field(description="草稿的履责年度；不给则看草稿里写的")] = None,
    ) -> Findings:
        """把草稿同这家媒体往年的报告对照：缺章、未回应的不足、数字矛盾、异常跳变、照抄往年、名称写错、站不住的说法。不入库。"""
        return service.check(text.encode(), "草稿.txt", media=media, year=year, apart=True)

    @server.tool(title="列出报告", annotations=READS)
    @_told
    def list_reports(media: Media = None) -> ReportList:
        """库里有哪些媒体哪些年度的报告，以及它们的编号。"""
        return service.reports(media=media)

    @server.tool(title="读报告原文", annotations=READS)
    @_told
    def read_report(
        report: Annotated[str, Field(description="报告编号，见 list_reports 或 evidence.report")],
        section: Annotated[
            str | None,
            Field(description="只读这一章：标题里的几个字，或责任名，例如：后记、人文关怀", max_length=200),
        ] = None,
        start: Annotated[int, Field(description="从正文第几个字符读起，从 0 数起", ge=0)] = 0,
        length: Annotated[int, Field(description="最多读多少个字符", ge=1, le=50_000)] = 6000,
    ) -> Excerpt:
        """一份报告的正文（可只读一章或接着上次读）和全部标题。"""
        return excerpt(service.report(report), section, start, length)

    @server.tool(title="作品、奖项、栏目、平台", annotations=READS)
    @_told
    def list_entities(
        type: Annotated[EntityType | None, Field(description="哪一类；不给则都要")] = None,
        text: Annotated[str | None, Field(description="名称里含有的字，写法不必一致", max_length=200)] = None,
        media: Media = None,
        limit: Annotated[int, Field(description="最多几个", ge=1, le=500)] = 30,
    ) -> EntityList:
        """作品、奖项、栏目、平台、活动，各年在哪里提到。"""
        return service.entities(type, text, media, limit)

    @server.resource(f"{REPORTS}{{report}}", name="report", title="一份报告的全文", mime_type="text/plain")
    def report(report: str) -> str:
        """一份报告的正文，与所有 evidence 的 start、end 对应。"""
        try:
            return service.report(report).text
        except TOLD as error:
            raise ResourceNotFoundError(str(error)) from error

    return server


class _Server(MCPServer[None]):
    """Lists the reports of the live snapshot as resources, whatever was stored when the server started."""

    def __init__(self, service: Service) -> None:
        super().__init__(
            "yinzheng",
            title="印证",
            instructions=INSTRUCTIONS,
            version=version("yinzheng"),
            log_level="WARNING",
        )
        self._service = service

    async def list_resources(self) -> list[Resource]:
        """Return one resource a report, by media and year."""
        held = await anyio.to_thread.run_sync(self._service.reports)
        return [
            Resource(
                uri=f"{REPORTS}{each.id}",
                name=f"{each.media} {each.year}",
                title=f"{each.media} {each.year} 年度社会责任报告",
                mime_type="text/plain",
            )
            for each in held.reports
        ]


def _told(tool: Callable[P, T]) -> Callable[P, T]:
    """Let a tool's failures reach the assistant in the words that people read."""

    @functools.wraps(tool)
    def called(*args: P.args, **kwargs: P.kwargs) -> T:
        with _telling():
            return tool(*args, **kwargs)

    return called


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except TOLD as error:
        raise ToolError(str(error)) from error
