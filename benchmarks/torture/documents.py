"""Documents made to harm: each ends as a report or as one line, in time, with nothing fetched and the next one read."""

from __future__ import annotations

import io
import socket
import threading
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.torture import always
from search.understanding import Job, carry_out, own_code
from search.workers import WorkerDied, run

SECONDS = 60.0
"""What one document may take; those that take longer are given up, as on a real machine after three minutes."""
SOUND = "某报社会责任报告（2020年度）\n一、安全责任\n全年播出安全无事故，组织应急演练4次。\n".encode()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ROOT_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def attack(
    folder: Path,
    said: Callable[[str], None] = lambda line: None,
    only: tuple[str, ...] = (),
    more: Callable[[], bool] = always,
) -> dict[str, Any]:
    """Have every document (or those named in `only`) understood in a process of its own; return what became of them.

    Raises AssertionError where one ends otherwise than as a report or one line of Chinese, fetches anything, or
    keeps the sound report behind it from being read.
    """
    from search.artifacts import Artifacts

    artifacts = Artifacts(folder / "artifacts")
    tried = read = refused = stopped = 0
    slowest = ("", 0.0)
    with _listener() as (url, hits):
        for name, content in documents(url):
            if (only and name not in only) or not more():
                continue
            said(name)
            tried += 1
            jobs = [
                Job(artifacts.folder, artifacts.keep(each), given, own_code(), "某报", 2020)
                for given, each in ((name, content), ("sound.txt", SOUND + name.encode()))
            ]
            begun = time.monotonic()
            outcomes = {outcome.index: outcome for outcome in run(carry_out, jobs, 1, SECONDS)}
            slowest = max(slowest, (name, time.monotonic() - begun), key=lambda each: each[1])
            assert outcomes[1].error is None, f"after {name}: {outcomes[1].error}"
            error = outcomes[0].error
            if error is None:
                read += 1
                continue
            line = str(error)
            assert "\n" not in line, (name, line)
            assert any("\u4e00" <= char <= "\u9fff" for char in line), (name, line)
            refused += not isinstance(error, WorkerDied)
            stopped += isinstance(error, WorkerDied)
            said(f"{name}: {line}")
        assert not hits, f"something was fetched: {hits}"
    return {
        "documents": tried,
        "read harmlessly": read,
        "refused": refused,
        "stopped at a limit": stopped,
        "slowest": f"{slowest[0]} {slowest[1]:.0f} s",
        "fetched": 0,
    }


def documents(url: str) -> Iterator[tuple[str, bytes]]:
    """Yield (file name, content) of each document; those that would fetch something name `url`."""
    laughs = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    bomb = f'<!DOCTYPE d [<!ENTITY l0 "哈哈哈哈">{laughs}]>'
    outside = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{url}/entity"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    yield "ratio.docx", _docx(_body("安" * 90_000_000))
    yield "members.docx", _docx(_body("安全"), {f"word/media/{number}.xml": b"x" for number in range(20_000)})
    inner = _docx(_body("安全"))
    for _ in range(30):
        inner = _docx(_body("安全"), {"word/embeddings/a.docx": inner, "word/embeddings/b.docx": inner})
        if len(inner) > 4_000_000:
            break
    yield "nest.docx", inner
    yield "nested.docx", _docx(_body("安全"), {"word/embeddings/a.docx": _docx(_body("安" * 60_000_000))})
    yield "laughs.docx", _docx(bomb + _body("&l9;"))
    yield "entity.docx", _docx(outside + _body("&x;&f;"))
    yield (
        "deep.docx",
        _docx(f'<w:document xmlns:w="{WORD}">{"<w:p>" * 100_000}{"</w:p>" * 100_000}</w:document>'),
    )
    yield "paths.docx", _docx(_body("安全"), {"../../../tmp/evil": b"x", "/etc/evil": b"x"})
    yield "linked.docx", _docx(_body("安全"), {"word/_rels/document.xml.rels": _linked(url)})
    yield "laughs.html", f"{bomb}<html><body><p>安全&l9;</p></body></html>".encode()
    yield "entity.html", f"{outside}<html><body><p>安全&x;&f;</p></body></html>".encode()
    yield "remote.html", _remote(url)
    yield "deep.html", f"<html><body>{'<div>' * 300_000}安全{'</div>' * 300_000}".encode()
    yield "attributes.html", f"<html><body><p {' '.join(f'a{n}=1' for n in range(200_000))}>安全</p>".encode()
    yield "table.html", f"<table>{'<tr><td colspan=999999 rowspan=999999>安' * 5_000}".encode()
    yield "cyclic.pdf", _pdf("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000/Parent 2 0 R>>")
    yield (
        "script.pdf",
        _pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[<</Type/Annot/Subtype/Link"
            f"/A<</S/URI/URI({url}/uri)>>>>]/AA<</O<</S/JavaScript/JS(app.launchURL('{url}/js'))>>>>>>",
            action=f"<</S/Launch/F({url}/launch)>>",
        ),
    )
    yield (
        "stream.pdf",
        _pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE, zlib.compress(b"\0" * 400_000_000, 9)),
    )
    bomb_file = zlib.compress(b"\0" * 300_000_000, 9)
    yield (
        "embedded.pdf",
        _pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[<</Type/Annot/Subtype/FileAttachment/FS"
            "<</Type/Filespec/F(../../evil.exe)/EF<</F 4 0 R>>>>>>]>>",
            bomb_file,
            names="/Names<</EmbeddedFiles<</Names[(evil.exe)<</Type/Filespec/F(../../evil.exe)/EF<</F 4 0 R>>>>]>>>>",
        ),
    )
    yield "objects.pdf", b"%PDF-1.7\n" + b"1 0 obj<<" * 500_000
    yield "huge.txt", "安全".encode() * 40_000_000
    yield "500MB.txt", "全年播出安全无事故。\n".encode() * 16_200_000
    yield "line.txt", "全年播出安全无事故，".encode() * 200_000
    for name, text in (
        ("quotes.txt", "《" * 500_000),
        ("pairs.txt", "“安”" * 200_000),
        ("brackets.txt", "（" * 300_000 + "）" * 300_000),
        ("numerals.txt", "一" * 500_000),
        ("digits.txt", "9" * 500_000 + "万人"),
        ("headings.txt", "一、安全\n" * 100_000),
        ("awards.txt", "获第三十四届新疆新闻奖一等奖、" * 30_000),
        ("lists.txt", "《甲》《乙》等12件作品分获一等奖、二等奖，" * 20_000),
        ("figures.txt", "粉丝超过100万人、" * 50_000),
        ("ordinals.txt", "一是安全；二是" * 60_000),
    ):
        yield name, f"某报社会责任报告（2020年度）\n一、前言\n{text}".encode()
    yield "invalid.txt", "安全".encode() + bytes(range(128, 256)) * 5_000
    yield "half.txt", "安全责任".encode("utf-16")[:-1] * 20_000
    yield "\u202egpj.\u200btxt", SOUND
    yield "garbage.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 200_000


def _docx(document: str, more: dict[str, bytes] | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT_RELATIONS),
            ("word/document.xml", document),
        ):
            packed.writestr(name, content)
        for name, held in (more or {}).items():
            packed.writestr(name, held)
    return buffer.getvalue()


def _body(text: str) -> str:
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f'<w:document xmlns:w="{WORD}"><w:body>{paragraph}</w:body></w:document>'


def _linked(url: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="r{number}" Type="{kind}/{what}" Target="{url}/{what}" TargetMode="External"/>'
        for number, what in enumerate(("image", "attachedTemplate", "oleObject", "hyperlink"))
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{links}</Relationships>'.encode()


def _remote(url: str) -> bytes:
    return (
        f'<html><head><meta http-equiv="refresh" content="0;url={url}/refresh"><base href="{url}/">'
        f'<link rel="stylesheet" href="{url}/css"><script src="{url}/script"></script></head><body>'
        f'<img src="{url}/image"><iframe src="{url}/frame"></iframe><object data="{url}/object"></object>'
        f'<p onclick="fetch(\'{url}/click\')">全年播出安全无事故。</p><script>fetch("{url}/inline")</script>'
    ).encode()


_PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"


def _pdf(pages: str, page: str = _PAGE, stream: bytes = b"", action: str = "", names: str = "") -> bytes:
    opened = (f"/OpenAction {action}" if action else "") + names
    parts = [
        f"<</Type/Catalog/Pages 2 0 R{opened}>>".encode(),
        pages.encode(),
        page.encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    content = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(content))
    return content + head + end


@contextmanager
def _listener() -> Iterator[tuple[str, list[bytes]]]:
    """Give an address on this machine and the requests that come to it."""
    hits: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        done = threading.Event()

        def serve() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(1)
                    hits.append(connection.recv(200))

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}", hits
        finally:
            done.set()
            thread.join()
