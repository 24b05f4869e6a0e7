"""What is stored, sent or asked never runs: in the HTML as it is written, and in Chromium as it is shown."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, Dialog

from search.ingest import ingest
from tests.api.conftest import opened
from tests.api.web.conftest import Site

EVIL = "http://evil.example"
PAYLOADS = (
    "<script>alert(1)</script>",
    f'"><img src={EVIL}/i onerror=alert(2)>',
    "' onmouseover='alert(3)' autofocus onfocus='alert(4)",
    "</textarea></title><svg onload=alert(5)>",
    "javascript:alert(6)",
    f"<style>@import '{EVIL}/c'</style><base href={EVIL}/>",
    f'<meta http-equiv="refresh" content="0;url={EVIL}"><iframe src={EVIL}></iframe>',
    "<a href=javascript:alert(7)>点</a>&lt;script&gt;alert(8)&lt;/script&gt;",
    "{{ 7 * 7 }}{% for x in y %}${alert(9)}<!-- --><![CDATA[",
    "\u202e\u2066<b style=position:fixed;inset:0>盖住</b>",
)
MEDIA = f"<img src=x onerror=alert(10)>'\"&{EVIL}报社"
REPORT = """{media}社会责任报告（{year}年度）{p}
一、政治责任{p}
消息《{p}》获第三十届新闻奖一等奖。全年推出{p}专题{count}组。
二、阵地建设责任
微信公众号“{p}”粉丝{count}万人。开设《{p}》专栏。
三、后记
（一）回应
针对{p}精品不多的问题，打造{p}精品{count}件。
（二）不足
一是{p}精品还不够多。
（三）改进
一是打造更多{p}精品。
"""
ALLOWED = {"script": r"/static/[\w.-]+\.js\?v=\w+", "link": r"/static/[\w.-]+\?v=\w+"}


class Shape(HTMLParser):
    """What of a page could run or reach out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag in ("iframe", "object", "embed", "base", "frame", "applet", "style"):
            self.wrong.append(f"<{tag}>")
        if tag == "meta" and "http-equiv" in held:
            self.wrong.append(f"<meta {held}>")
        if tag == "script" and not held.get("src"):
            self.wrong.append("a script in the page")
        for name, value in held.items():
            if name.startswith("on") or name in ("srcdoc", "style"):
                self.wrong.append(f"<{tag} {name}={value!r}>")
            if name in ("href", "src", "action", "formaction", "xlink:href", "data", "poster"):
                pattern = ALLOWED.get(tag, r"(?:/(?!/)|#|\?).*|")
                if not re.fullmatch(pattern, value, re.DOTALL):
                    self.wrong.append(f"<{tag} {name}={value!r}>")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose every name is an attack."""
    folder = tmp_path_factory.mktemp("hostile")
    data, files = folder / "data", folder / "files"
    files.mkdir()
    for number, year in enumerate((2020, 2021, 2022)):
        text = "".join(
            line.format(
                media="某报", year=year, count=number + 20, p=PAYLOADS[(place + number) % len(PAYLOADS)]
            )
            for place, line in enumerate(REPORT.splitlines(keepends=True))
        )
        name = f"\"><img src=x onerror=alert('文件')>{year}\u202e.txt"
        (files / name).write_text(text, encoding="utf-8")
        summary = ingest([files / name], data, media=MEDIA, year=year, workers=0)
        assert summary.added, summary
    return data


def addresses(client: TestClient) -> list[str]:
    """Return the address of every page, of whatever the library holds, and with attacks in the address itself."""
    reports = [each["id"] for each in client.get("/v1/reports").json()["reports"]]
    items = [each["id"] for each in client.get("/v1/trace").json()["items"]]
    things = [each["id"] for each in client.get("/v1/entities?limit=1000").json()["entities"]]
    media = quote(MEDIA)
    asked = [quote(each, safe="") for each in PAYLOADS]
    found = ["/", "/help", "/check", "/library", "/query", "/docs", "/entities", f"/entities?media={media}"]
    found += [
        f"/trace?media={media}",
        f"/figures?media={media}",
        f"/compare?media={media}&first=2020&second=2022",
    ]
    found += [
        f"/ask?q={quote('公众号粉丝历年变化')}&media={media}",
        f"/search?q={quote('精品')}&media={media}",
    ]
    found += [f"/entities?type={kind}" for kind in ("award", "column", "platform", "event")]
    found += [f"/reports/{each}?show=award&show=metric&show=work&at=0-40" for each in reports]
    found += [f"/library/{each}/remove" for each in reports]
    found += [f"/trace/{each}" for each in items] + [f"/entities/{each}" for each in things]
    for each in asked:
        found += [
            f"/search?q={each}",
            f"/ask?q={each}",
            f"/entities?q={each}",
            f"/figures?media={media}&q={each}",
        ]
        found += [
            f"/query?query={each}",
            f"/{each}",
            f"/reports/{each}",
            f"/entities/{each}",
            f"/trace/{each}",
        ]
        found += [
            f"/library?media={each}&job={each}",
            f"/trace?media={each}&year={each}&status={each}&kind={each}",
        ]
        found += [f"/search?q=a&media={each}&year={each}&duty={each}&type={each}&page={each}"]
    return found


def decide(client: TestClient) -> None:
    """Let a person named after an attack decide something with a note that is one."""
    item = next(each for each in client.get("/v1/trace").json()["items"] if each["responses"])
    place = {name: item["responses"][0]["evidence"][name] for name in ("report", "start", "end")}
    for payload in PAYLOADS[:3]:
        said = {"kind": "response", "verdict": "confirm", "evidence": place, "by": payload, "note": payload}
        assert client.post(f"/v1/trace/{item['id']}/decisions", json=said).status_code == 201


def test_no_page_holds_markup_of_what_is_stored_or_asked(hostile: Path) -> None:
    with opened(hostile) as client:
        decide(client)
        pages = addresses(client)
        assert len(pages) > 150
        shown = 0
        for number, path in enumerate(pages):
            for language in ("zh", "en")[: 1 + (number % 8 == 0)]:
                headers = {"Accept": "text/html", "Cookie": f"yz_lang={language}"}
                answer = client.get(path, headers=headers, follow_redirects=True)
                if not answer.headers["content-type"].startswith("text/html"):
                    assert "nosniff" in answer.headers.get("x-content-type-options", "nosniff")
                    continue
                assert answer.status_code < 500, path
                policy = answer.headers["content-security-policy"]
                assert "unsafe" not in policy, path
                assert re.match("default-src '(self|none)'", policy), path
                if path == "/docs":
                    continue
                shape = Shape()
                shape.feed(answer.text)
                assert shape.wrong == [], (path, shape.wrong)
                shown += "alert(" in answer.text
        assert shown > 100
        draft = "\n".join(PAYLOADS)
        token = re.search(r'name="token" value="([^"]+)"', client.get("/check").text)
        assert token is not None
        for sent in (
            {"data": {"token": token[1], "text": draft, "media": MEDIA}},
            {
                "data": {"token": token[1], "media": MEDIA},
                "files": {"file": (f"{PAYLOADS[1]}.txt", draft.encode())},
            },
        ):
            answer = client.post("/check", **sent)
            shape = Shape()
            shape.feed(answer.text)
            assert shape.wrong == []


@pytest.fixture
def attacked(hostile: Path) -> Iterator[Site]:
    held = Site(hostile)
    yield held
    held.stop()


def test_nothing_runs_in_a_browser(attacked: Site, context: BrowserContext) -> None:
    dialogs: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with opened(attacked.data) as client:
        pages = addresses(client)
    # Of pages of one kind two are enough here; the HTML of all was held above.
    kinds: dict[str, int] = {}
    chosen = []
    for path in pages:
        kind = re.sub(r"[?].*|(?<=/)[^/]{9,}", "", path)
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] <= 3:
            chosen.append(path)
    page = attacked.watch(context.new_page())
    page.on("dialog", dismissed)
    for path in chosen:
        answer = page.goto(f"{attacked.address}{path}")
        assert answer is not None
        # What a reader's hand would set off.
        page.evaluate(
            "for (const each of document.querySelectorAll('main *')) {"
            " each.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); each.focus && each.focus(); }"
        )
        assert page.evaluate("document.baseURI").startswith(attacked.address)
    page.goto(f"{attacked.address}/check")
    page.get_by_label("稿子").fill("\n".join(PAYLOADS))
    page.get_by_role("button", name="核对", exact=True).click()
    page.wait_for_load_state()
    assert dialogs == []
    # A page that is not there is told by the console too.
    assert [each for each in attacked.wrong if "the server responded with a status of" not in each] == []


HOSTILE_PAGE = """<!doctype html><form id="form" method="post" action="{to}/v1/reports" enctype="multipart/form-data">
<input name="media" value="x"></form><iframe name="frame"></iframe><script>
window.done = (async () => {{
  const file = new FormData(); file.append("files", new Blob(["某报社会责任报告（2019年度）"]), "2019.txt");
  const plain = {{ method: "POST", mode: "no-cors", credentials: "include" }};
  const told = [];
  for (const [path, how] of [["/v1/reports", {{ ...plain, body: file }}],
      ["/v1/trace/{item}/decisions", {{ ...plain, body: '{decision}' }}],
      ["/mcp", {{ ...plain, body: "{{}}" }}], ["/library", {{ ...plain, body: file }}],
      ["/v1/reports/{report}", {{ method: "DELETE" }}], ["/v1/reports", {{}}]]) {{
    try {{ const answer = await fetch("{to}" + path, how); told.push(answer.type); }}
    catch (error) {{ told.push("refused"); }}
  }}
  const form = document.getElementById("form"); form.target = "frame"; form.submit();
  await new Promise((go) => setTimeout(go, 1500));
  return told;
}})();
</script>"""


def test_the_page_of_another_port_of_this_machine_writes_and_reads_nothing(
    attacked: Site, context: BrowserContext
) -> None:
    with opened(attacked.data) as client:
        before = client.get("/v1/reports").json()
        item = client.get("/v1/trace").json()["items"][0]["id"]
    report = before["reports"][0]["id"]
    decision = (
        f'{{"kind":"response","verdict":"add","by":"x","evidence":{{"report":"{report}","start":0,"end":2}}}}'
    )
    made = HOSTILE_PAGE.format(to=attacked.address, item=item, report=report, decision=decision)

    class Other(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(made.encode())

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Other)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        page = context.new_page()
        page.goto(f"{attacked.address}/")  # A reader of ours, with the cookies that we give.
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        told = page.evaluate("window.done")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    # What is sent without asking first comes back unreadable, the rest is not sent at all.
    assert told == ["opaque"] * 4 + ["refused"] * 2
    with opened(attacked.data) as client:
        assert client.get("/v1/reports").json() == before
        assert client.get(f"/v1/trace/{item}/decisions").status_code in (200, 404, 405)
        assert client.get("/v1/jobs").json() == {"jobs": []}
