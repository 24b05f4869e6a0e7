"""One report as the extractors see it: identity, text, outline, sentences, and the making of evidence."""

from __future__ import annotations

import bisect
import re
from functools import cached_property

from ingest.identity import Identity, identify
from ingest.outline import Outline, outline
from ingest.readers.base import Block, Document, cells_of
from ingest.report import Duty, Evidence, Section
from ingest.sentences import Span, sentences
from ingest.tables import Table, tables_of

# A cell of a table that says something in a sentence, rather than naming or counting; names are taken out first.
_SAYS = re.compile(r"(?=.{10}).*[，。；]|.{22}")
_NAMES = re.compile(r"《[^《》]*》|“[^“”]*”")
_DATED = re.compile(r"(?=[^\t]{1,16}$)[^\t]*\d(?:[年月日]|[-./]\d)[^\t]*")
_PICTURE_MARKS = ("[image", "[图片", "[bookmark")


# What a web page sets below an article: from here on nothing belongs to the report.
_TRAILER = re.compile(
    r"^(?:【?声明|免责|版权(?:所有|声明|归|说明)|相关(?:阅读|链接|新闻|报道|推荐)|延伸阅读|推荐阅读|热点(?:新闻|推荐|排行|专题|$)|热门|更多(?:新闻|精彩|相关|内容|>|»|$)|上一篇|下一篇|分享(?:到|至)|扫一扫|返回(?:顶部|首页|列表|上|$)|打印(?:本|此|\s|】|$)|责任?编辑[:：]|责编|\[?责编|编辑[:：]|来源[:：]|原标题)"
)


def _without_trailer(document: Document) -> Document:
    """Leave out the blocks below the article; only in the last quarter, where no chapter begins any more."""
    begins = len(document.text) * 0.75
    for index, block in enumerate(document.blocks):
        if block.start < begins or block.end - block.start > 80:
            continue
        if _TRAILER.match(document.text[block.start : block.end].strip()):
            return document.model_copy(update={"blocks": document.blocks[:index]})
    return document


class Reading:
    """The text of one report with all that is known before facts are looked for.

    Offsets everywhere are code points into `text`, end exclusive.
    """

    def __init__(self, document: Document, report: str, identity: Identity, shape: Outline) -> None:
        """Hold `document`, whose file hashes to `report`, with its identity and outline."""
        self.document = document
        self.text = document.text
        self.report = report
        self.identity = identity
        self.outline = shape
        self.sections = shape.sections
        self.media = identity.media or ""
        """The media's name, empty where unknown."""
        self.year = identity.year or 0
        """The year reported on, 0 where unknown."""

    @classmethod
    def of(
        cls,
        document: Document,
        report: str,
        name: str = "",
        media: str | None = None,
        year: int | None = None,
    ) -> Reading:
        """Read `document`; `media` and `year` overrule what the text says."""
        document = _without_trailer(document)
        identity = identify(document, name)
        update = {key: value for key, value in (("media", media), ("year", year)) if value is not None}
        identity = identity.model_copy(update=update)
        return cls(document, report, identity, outline(document, identity.title_end))

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that are neither 目录 nor picture placeholder nor the title, table rows included."""
        skipped = set(self.outline.skipped)
        kept = []
        for block in self.document.blocks:
            raw = self.text[block.start : block.end].strip()
            if not raw or raw.startswith(_PICTURE_MARKS) or block.end <= self.identity.title_end:
                continue
            if any(start >= block.start and end <= block.end for start, end in skipped):
                continue
            kept.append(block)
        return tuple(kept)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the prose, in order."""
        return tables_of(self.text, self.prose)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence of the prose, headings included, in order."""
        found: list[Span] = []
        for block in self.prose:
            for start, end in self._told_apart(block):
                found.extend(sentences(self.text, start, end))
        return tuple(found)

    def _told_apart(self, block: Block) -> list[Span]:
        """A block, or the cells of a table row where one of them says something in a sentence.

        A date goes with the cell beside it: 3月8日⇥举办…，…
        """
        if block.kind == "row":
            cells = cells_of(self.text, block)
            if any(_SAYS.match(_NAMES.sub("", self.text[slice(*cell)])) for cell in cells):
                parts: list[Span] = []
                dated = False
                for start, end in cells:
                    if dated:
                        start = parts.pop()[0]
                    dated = bool(_DATED.fullmatch(self.text, start, end))
                    parts.append((start, end))
                return parts
        return [(block.start, block.end)]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def section_indexes(self, offset: int) -> list[int]:
        """Return the indexes of the sections that hold `offset`, outermost first."""
        last = bisect.bisect_right(self._section_starts, offset) - 1
        return self._paths[last] if last >= 0 else []

    @cached_property
    def _paths(self) -> list[list[int]]:
        """For each section, the sections that lead to it, itself last: they hold all from its start to the next one's."""
        paths: list[list[int]] = []
        for index, section in enumerate(self.sections):
            above = paths[-1] if paths else []
            held = [
                i
                for i in above
                if self.sections[i].level < section.level and section.start < self.sections[i].end
            ]
            paths.append([*held, index])
        return paths

    @cached_property
    def _titles(self) -> list[tuple[str, ...]]:
        return [tuple(self.sections[i].title for i in path) for path in self._paths]

    def section_path(self, offset: int) -> tuple[str, ...]:
        """Return the titles of the headings that lead to `offset`, outermost first."""
        last = bisect.bisect_right(self._section_starts, offset) - 1
        return self._titles[last] if last >= 0 else ()

    def duty_at(self, offset: int) -> Duty | None:
        """Return the duty of the section that holds `offset`."""
        path = self.section_indexes(offset)
        return self.sections[path[-1]].duty if path else None

    def page_at(self, offset: int) -> int | None:
        """Return the 1-based page on which `offset` stands, None for formats without pages."""
        if not self.document.pages:
            return None
        return max(1, bisect.bisect_right(self.document.pages, offset))

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds `offset`, or the empty span there."""
        starts = self._sentence_starts
        index = bisect.bisect_right(starts, offset) - 1
        if index >= 0 and offset < self.sentences[index][1]:
            return self.sentences[index]
        return offset, offset

    def sentences_before(self, start: int) -> tuple[Span, ...]:
        """Return the sentences of the paragraph that end before the sentence that begins at `start`, in order."""
        index = bisect.bisect_left(self._sentence_starts, start)
        first = index
        while first and "\n" not in self.text[self.sentences[first - 1][1] : self._sentence_starts[first]]:
            first -= 1
        return self.sentences[first:index]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence that ``text[start:end]`` is."""
        return Evidence(
            media=self.media,
            year=self.year,
            report=self.report,
            section=self.section_path(start),
            quote=self.text[start:end],
            start=start,
            end=end,
            page=self.page_at(start),
        )

    def body_of(self, index: int) -> Span:
        """Return where the own and sub-sections' text of section `index` stands, heading excluded."""
        section: Section = self.sections[index]
        return self.outline.body_starts[index], section.end
