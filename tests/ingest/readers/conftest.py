"""Small documents made in memory: a PDF set character by character, and a .docx from its XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Piece = tuple[float, float, float, str]
"""x, y (points, from the lower left), size, text; half-width characters are half as wide as Chinese ones."""
Rule = tuple[float, float, float, float]
"""x, y, width, height of a filled box."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def make_pdf(
    pages: Sequence[Sequence[Piece]], rules: Sequence[Rule] = (), bold: float | None = None
) -> bytes:
    """Return a PDF of A4 pages; text of size `bold` is drawn with its outline, as programs fake bold."""
    objects: list[bytes] = []

    def add(data: bytes) -> int:
        objects.append(data)
        return len(objects)

    catalog, tree = add(b""), add(b"")
    descendant = add(
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 [500] 2 94 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>"
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        b" /DescendantFonts [%d 0 R] >>" % descendant
    )
    kids = []
    for pieces in pages:
        parts = [f"{x} {y} {w} {h} re f" for x, y, w, h in rules]
        for x, y, size, text in pieces:
            mode = 2 if size == bold else 0
            code = text.encode("utf-16-be").hex()
            parts.append(f"BT /F1 {size} Tf {mode} Tr 1 0 0 1 {x} {y} Tm <{code}> Tj ET")
        stream = "\n".join(parts).encode()
        content = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 %d 0 R >> >> >>" % (tree, content, font)
            )
        )
    objects[catalog - 1] = b"<< /Type /Catalog /Pages %d 0 R >>" % tree
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[tree - 1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.5\n")
    places = []
    for number, data in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, catalog, table)
    )
    return out.getvalue()


def make_docx(body: str, **parts: str) -> bytes:
    """Return a .docx with `body` as the body's XML; `parts` (styles, numbering, footnotes) are inner XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {HEAD}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {HEAD}>{inner}</w:{name}>")
    return out.getvalue()


@pytest.fixture
def pdf_of() -> Callable[..., bytes]:
    return make_pdf


@pytest.fixture
def docx_of() -> Callable[..., bytes]:
    return make_docx


@pytest.fixture
def files() -> Path:
    return Path(__file__).parent / "files"
