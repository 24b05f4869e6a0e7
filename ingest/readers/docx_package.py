"""The zip that a .docx file is: opened only after its size, members and markup were found harmless."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from ingest.readers.base import ReadingError

MAX_MEMBERS = 5_000
"""Most members a zip may have; a report with 1,000 pictures has about 1,100."""
MAX_TOTAL_BYTES = 1_000_000_000
"""Most bytes all members may unpack to, by the zip's own directory."""
MAX_XML_BYTES = 50_000_000
"""Most bytes one member that we read may unpack to."""
MAX_RATIO = 400
"""Most times a member that we read may unpack to; text of a real report packs 5 to 30 times."""
RATIO_FROM_BYTES = 1_000_000
"""Members smaller than this when unpacked are harmless whatever their ratio."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
# A DTD in any encoding XML may come in: the declaration's letters, each with up to three NULs.
_DTD = re.compile(rb"<\x00{0,3}!\x00{0,3}(D\x00{0,3}O\x00{0,3}C\x00{0,3}T|E\x00{0,3}N\x00{0,3}T)", re.I)

_BROKEN = "这个 .docx 文件不完整或已损坏，请用 Word 或 WPS 打开并另存一份，或重新取得文件"
_TOO_BIG = (
    "这个 .docx 文件解压后大得不正常，为安全起见不予打开；请用 Word 或 WPS 打开，删去多余内容后另存为 .docx"
)
_DTD_FOUND = "这个 .docx 文件里有不该有的 DTD 声明，为安全起见不予打开；请用 Word 或 WPS 另存为 .docx"


class Package:
    """A checked .docx. Members are read on demand, so pictures are never unpacked."""

    def __init__(self, content: bytes) -> None:
        """Open `content`; raise ReadingError where it is no whole, harmless word-processing package."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError) as error:
            raise ReadingError(_BROKEN) from error
        if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
            raise ReadingError(_TOO_BIG)
        self._infos = {info.filename.lstrip("/"): info for info in infos}
        self._relations: etree._Element | None = None
        """Which parts belong to the main one; read when it is first asked for."""
        self.main = self._main_part()

    def _main_part(self) -> str:
        root = self.xml("_rels/.rels")
        if root is not None:
            for target in _targets(root, "", "/officeDocument"):
                if target in self._infos:
                    return target
        if "word/document.xml" in self._infos:
            return "word/document.xml"
        names = self._infos.keys()
        if any(name.startswith("xl/") for name in names):
            raise ReadingError("这是 Excel 表格，不是 Word 文档，请把报告另存为 .docx 后再试")
        if any(name.startswith("ppt/") for name in names):
            raise ReadingError("这是演示文稿，不是 Word 文档，请把报告另存为 .docx 后再试")
        if "mimetype" in names and "content.xml" in names:
            raise ReadingError("这是 OpenDocument 文档，请用 Word、WPS 或 LibreOffice 另存为 .docx 后再试")
        raise ReadingError("这是压缩包，不是 Word 文档，请先解压，再逐个提交其中的文件")

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of an XML member, None where there is none of that name; raise ReadingError if unsafe."""
        info = self._infos.get(name)
        if info is None:
            return None
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > MAX_XML_BYTES or (info.file_size > RATIO_FROM_BYTES and ratio > MAX_RATIO):
            raise ReadingError(_TOO_BIG)
        if info.flag_bits & 1:
            raise ReadingError("这个 .docx 文件加了密码，请去掉密码后另存再试")
        try:
            data = self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise ReadingError(_BROKEN) from error
        # Most files hold no "<!" in any encoding, and the search for it is quicker.
        if (b"<!" in data or b"\x00" in data) and _DTD.search(data):
            raise ReadingError(_DTD_FOUND)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        if b'w:type="table"' in data:
            data = _without_table_styles(data)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ReadingError(_BROKEN) from error

    def related(self, kind: str) -> etree._Element | None:
        """Return the root of the main part's related part of `kind` (styles, numbering, footnotes), None if absent.

        A part that is there but cannot be parsed is taken as absent: the text does not hang on it.
        """
        folder, base = posixpath.split(self.main)
        names = [posixpath.join(folder, f"{kind}.xml")]
        try:
            if self._relations is None:
                self._relations = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
            if self._relations is not None:
                names = _targets(self._relations, folder, f"/{kind}") + names
            for name in names:
                if name in self._infos:
                    return self.xml(name)
        except ReadingError as error:
            if str(error) != _BROKEN:
                raise
        return None

    def core_title(self) -> str | None:
        """Return the title in the document's core properties, None where it has none."""
        try:
            root = self.xml("docProps/core.xml")
        except ReadingError:
            return None
        return None if root is None else root.findtext("{http://purl.org/dc/elements/1.1/}title")


def _without_table_styles(data: bytes) -> bytes:
    """Leave out nine tenths of the styles part of many files: nothing of them is asked for.

    A style never holds another, so each ends before the next begins.
    """
    begin, end = b"<w:style ", b"</w:style>"
    first, *styles = data.split(begin)
    kept = [first]
    for style in styles:
        if b'w:type="table"' in style[: style.find(b">")] and end in style:
            kept.append(style.partition(end)[2])
        else:
            kept += (begin, style)
    return b"".join(kept)


def _targets(relations: etree._Element, folder: str, kind: str) -> list[str]:
    """Return the internal targets of relationships whose type ends in `kind`, as member names."""
    found = []
    for relation in relations:
        target = relation.get("Target")
        if (
            target
            and (relation.get("Type") or "").endswith(kind)
            and relation.get("TargetMode") != "External"
        ):
            joined = target if target.startswith("/") else posixpath.join("/", folder, target)
            found.append(posixpath.normpath(joined).lstrip("/"))
    return found
