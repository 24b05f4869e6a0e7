"""Files of old Office formats: told apart, and .doc converted where LibreOffice is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from ingest.readers import docx
from ingest.readers.base import Document, ReadingError

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONVERT_SECONDS = 60
"""Longest time that LibreOffice may take over one file."""

# LibreOffice fetches linked images while it converts. Links of a document that nobody vouched for are not followed, and
# what would still ask for anything is sent to a port where nothing listens.
_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
    },
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetNoProxy": "",
        **{f"ooInet{kind}ProxyName": "127.0.0.1" for kind in ("HTTP", "HTTPS", "FTP")},
        **{f"ooInet{kind}ProxyPort": "9" for kind in ("HTTP", "HTTPS", "FTP")},
    },
}
_OLD = "这是旧版 .doc，请另存为 .docx"


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def read_ole(content: bytes) -> Document:
    """Return the document in an OLE container that holds a .doc; raise ReadingError for any other or if it fails."""
    if _stream("EncryptedPackage") in content or _stream("EncryptionInfo") in content:
        raise ReadingError("这个文件加了密码，请用 Word 或 WPS 打开，去掉密码后另存为 .docx")
    if _stream("WordDocument") not in content:
        raise ReadingError("这是旧版 Office 文件，但不是 Word 文档，请把报告另存为 .docx 后再试")
    return docx.read(_converted(content))


def _converted(content: bytes) -> bytes:
    """Return a .doc's content as .docx, made by LibreOffice in a profile and folder of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadingError(_OLD)
    with tempfile.TemporaryDirectory(prefix="yinzheng-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "report.doc")
        source.write_bytes(content)
        _set_up(Path(folder, "profile"))
        command = [
            program,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir", folder),
            str(source),
        ]
        # A session of its own: the launcher starts a child that must end with it.
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "HOME": folder},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(CONVERT_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise ReadingError(f"{_OLD}（自动转换超过 {CONVERT_SECONDS} 秒，已停止）") from error
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        made = source.with_suffix(".docx")
        if not made.exists():
            raise ReadingError(f"{_OLD}（自动转换没有成功）")
        return made.read_bytes()


def _set_up(profile: Path) -> None:
    """Write the settings of a profile that is used for the first time."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, held in _SETTINGS.items()
        for name, value in held.items()
    )
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
