"""A service in a process of its own, and Chromium to use it as an editor does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.api.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
PATIENCE = 60_000
"""Milliseconds that a page may take."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class Site:
    """A running service and the pages opened on it; what must never happen is written down in `wrong`."""

    def __init__(self, data: Path, keys: bool = False) -> None:
        self.data = data
        self.keys = keys
        self.wrong: list[str] = []
        self.address = ""
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        """Start the service; Chromium keeps its cookies by host, so another port is the same editor."""
        code = (
            "import sys, uvicorn\n"
            "from api.http.app import create_app\n"
            "from api.http.listening import listen\n"
            "with listen('127.0.0.1', 0) as bound:\n"
            "    print(bound.getsockname()[1], flush=True)\n"
            "    app = create_app(sys.argv[1], keys_required=sys.argv[2] == 'True')\n"
            "    server = uvicorn.Server(uvicorn.Config(app, log_level='warning'))\n"
            "    server.run(sockets=[bound])\n"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, str(self.data), str(self.keys)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self._process.stdout is not None
        self.address = f"http://127.0.0.1:{self._process.stdout.readline().strip()}"

    def stop(self) -> None:
        """End the service."""
        if self._process is not None:
            self._process.terminate()
            self._process.communicate(timeout=20)

    def watch(self, page: Page) -> Page:
        """Write down errors of a page's scripts and requests that leave this machine."""
        page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda sent: self._local(sent.url))
        return page

    def _local(self, url: str) -> None:
        if not url.startswith(("blob:", "data:")) and urlsplit(url).hostname != "127.0.0.1":
            self.wrong.append(f"asked {url}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; without one these tests are left out, except in CI, where all must run."""
    if not Path(CHROMIUM).exists() and not os.environ.get("CI"):
        pytest.skip("needs Chromium: apt-get install chromium")
    # A machine that is busy with other tests takes its time; what is there at once costs no time.
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The service of a library of three reports that no test changes for good."""
    with tempfile.TemporaryDirectory() as folder:
        held = Site(Path(shutil.copytree(built, Path(folder) / "data")))
        yield held
        held.stop()


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[Site]:
    """The service of a library in which nothing is stored yet."""
    held = Site(tmp_path / "data")
    yield held
    held.stop()
    assert held.wrong == []


@pytest.fixture
def context(chromium: Browser, site: Site) -> Iterator[BrowserContext]:
    """An editor's browser at the office's desk."""
    made = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="zh-CN", base_url=site.address
    )
    made.set_default_timeout(PATIENCE)
    made.grant_permissions(["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    """A page on the site; at the end nothing may have gone wrong on it."""
    site.wrong.clear()
    yield site.watch(context.new_page())
    assert site.wrong == []


def clipboard(page: Page) -> str:
    """Return what was copied."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def inside(pattern: str, text: str) -> re.Match[str]:
    """Return where a pattern stands in a text."""
    found = re.search(pattern, text)
    assert found is not None, text
    return found
