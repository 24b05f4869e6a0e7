"""Every way in, tried with every kind of key; what a limited key may see; browsers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute, Route

from api.access.allowance import TRIES
from api.access.audit import Audit
from api.access.keys import Keys, Role
from api.catalogue import TYPES, entities
from api.http.app import create_app
from search.ingest import ingest
from search.library import Library
from search.trace import trace
from tests.api.conftest import MEDIA, ROOT, Run

OTHER = "北沅晚报"
EDITOR = {"/v1/reports", "/v1/trace/{item}/decisions", "/library", "/trace/{item}/decisions"}
READER = {"/sparql", "/v1/check", "/mcp", "/check"}
OPEN = {"/healthz", "/readyz", "/login", "/logout", "/preferences"}
WHOLE = {"/sparql", "/query", "/metrics"}
"""What tells no media apart: not for keys that are limited to one."""
TEMPLATES = ROOT / "api" / "web" / "templates"
AT = "http://reports.example:8321"


@pytest.fixture
def held(library: Path, tmp_path: Path) -> Path:
    """A library with a second media, which won an award that the first won too."""
    text = f"{OTHER}社会责任报告（2021年度）\n一、前言\n{OTHER}有员工77人。\n二、文化责任\n通讯《河湾》在第二十九届东岭新闻奖评选中获二等奖。\n三、后记\n（一）不足\n一是精品还不够多。\n"
    (tmp_path / "other.txt").write_text(text, encoding="utf-8")
    assert ingest([tmp_path / "other.txt"], library, workers=0).added
    return library


@pytest.fixture
def client(held: Path) -> Iterator[TestClient]:
    app = create_app(held, keys_required=True)
    with TestClient(app, base_url=AT, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


def bearer(keys: Keys, role: Role, media: str | None = None) -> dict[str, str]:
    return {"Authorization": f"Bearer {keys.create('某人', role, media).token}"}


def needs(method: str, path: str) -> Role | None:
    """What each route must ask for, written down here a second time."""
    if path in OPEN or path.startswith("/static"):
        return None
    if method in ("GET", "HEAD") or (method == "POST" and path in READER):
        return Role.READER
    return Role.EDITOR if method == "POST" and path in EDITOR else Role.ADMIN


def flat(routes: Iterable[BaseRoute]) -> Iterator[Route]:
    """Yield the routes of an application, those of its included routers too."""
    for route in routes:
        if isinstance(route, Route):
            yield route
        yield from flat(getattr(getattr(route, "original_router", None), "routes", ()))


def test_every_route_asks_every_kind_of_key_for_what_it_must(held: Path, client: TestClient) -> None:
    keys = Keys(held)
    kinds = [(role, media) for role in Role for media in (None, OTHER)]
    by_kind = {(None, None): {}, **{(role, media): bearer(keys, role, media) for role, media in kinds}}
    tried = 0
    routes = list(flat(client.app.routes))  # type: ignore[attr-defined]
    for route in routes:
        for method in sorted(route.methods or {"GET", "POST", "DELETE"}):
            path = re.sub(r"\{[^}]+\}", "none", route.path)
            needed = needs(method, route.path)
            for (role, media), headers in by_kind.items():
                refusal = None
                if needed is not None and role is None:
                    refusal = 401, "需要有效的密钥"
                elif needed is not None and role is not None and not role.allows(needed):
                    refusal = 403, "这把密钥的角色是"
                elif media is not None and path in WHOLE:
                    refusal = 403, "这把密钥只限于"
                if refusal is None and (method, path) == ("GET", "/mcp"):
                    continue  # A stream that stays open until its reader leaves.
                answer = client.request(method, path, headers=headers)
                case = method, path, role, media
                if refusal is None:  # A form may still refuse what no page of ours sent.
                    assert not re.search("需要有效的密钥|这把密钥", answer.text), case
                else:
                    assert answer.status_code == refusal[0], case
                    assert method == "HEAD" or refusal[1] in answer.text, case
                tried += 1
    assert {"/v1/search", "/sparql", "/mcp", "/v1/reports"} <= {route.path for route in routes}
    assert {route.path for route in routes} >= WHOLE
    assert tried > 200


def names_of(data: Path, media: str) -> set[str]:
    """Return words by which a media's reports would be known: names in its facts, ids of reports, facts and entities."""
    found: set[str] = set()
    with Library.open(data) as library:
        for stored in library.reports:
            if stored.media == media:
                report = library.report(stored.id)
                found |= {stored.id, stored.file, *(fact.id for fact in report.facts)}
                for fact in report.facts:
                    found |= {
                        fact.evidence.quote,
                        *(getattr(fact, name, None) or "" for name in ("title", "name")),
                    }
        found |= {each.id for kind in TYPES for each in entities(library, kind, None, media, 10_000).entities}
    return {word for word in found if len(word) > 3}


def test_no_page_and_no_answer_tells_a_limited_key_of_another_media(held: Path, client: TestClient) -> None:
    keys = Keys(held)
    own = bearer(keys, Role.ADMIN, OTHER) | {"Accept": "text/html"}
    with Library.open(held) as library:
        ids = {media: [each.id for each in library.reports if each.media == media] for media in library.media}
        items = {media: [each.id for each in trace(library, media=media).items] for media in library.media}
        things = {
            media: [each.id for kind in TYPES for each in entities(library, kind, None, media, 3).entities]
            for media in library.media
        }
    # Pages show the same example to everybody.
    examples = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    secret = {word for word in names_of(held, MEDIA) - names_of(held, OTHER) if word not in examples}
    secret |= {MEDIA, "澜溪"}
    assert len(secret) > 200
    paths = ["/", "/search", "/check", "/library", "/help", "/trace", "/compare", "/figures", "/v1/trace"]
    paths += ["/v1/reports", "/v1/entities?limit=1000", "/v1/metrics", "/v1/jobs", "/entities?type=award"]
    for media in (MEDIA, OTHER):
        paths += [
            f"{way}{path}"
            for way in ("", "/v1")
            for path in (
                f"/search?q=记者&media={media}",
                f"/ask?q=员工多少人&media={media}",
                f"/ask?q={media}获得了哪些奖",
                f"/trace?media={media}&year=2021",
                f"/figures?media={media}" if not way else f"/metrics?media={media}",
                f"/compare?media={media}&first=2020&second=2021&years=2020&years=2021",
                f"/entities?media={media}&type=work",
                *(f"/reports/{each}" for each in ids[media]),
                *(f"/entities/{each}" for each in things[media]),
                *(() if way else (f"/trace/{each}?q=记者" for each in items[media][:4])),
            )
        ]
        paths += [f"/library?media={media}", *(f"/library/{each}/remove" for each in ids[media])]
    paths += ["/search?q=记者&type=award", "/search?q=获奖&duty=political&year=2021", "/ask?q=哪些媒体得过奖"]
    paths += ["/query", "/docs", "/nowhere", "/entities/none"]
    shown = 0
    for path in paths:
        answer = client.get(path, headers=own, follow_redirects=True)
        asked = unquote(str(answer.url)) + path
        told = [word for word in secret if word in answer.text and word not in asked]
        assert not told, (path, told)
        shown += OTHER in answer.text and answer.status_code == 200
    assert shown > 25
    draft = {"text": f"{MEDIA}社会责任报告\n一、安全责任\n有员工77人。"}
    checked = client.post("/v1/check", json=draft, headers=own)
    assert checked.status_code == 200
    assert not [word for word in secret if word in checked.text and word not in draft["text"]]
    for report in ids[MEDIA]:
        assert client.delete(f"/v1/reports/{report}", headers=own).status_code == 404
    with Library.open(held) as library:
        assert {each.id for each in library.reports} == set(ids[MEDIA]) | set(ids[OTHER])


def test_no_tool_of_an_assistant_tells_a_limited_key_of_another_media(held: Path, client: TestClient) -> None:
    own = bearer(Keys(held), Role.READER, OTHER)
    with Library.open(held) as library:
        theirs = next(each.id for each in library.reports if each.media == MEDIA)
    secret = names_of(held, MEDIA) - names_of(held, OTHER) | {MEDIA, "澜溪"}

    def told(method: str, **asked: object) -> str:
        answer = client.post(
            "/mcp",
            json={"jsonrpc": "2.0", "id": 1, "method": method, "params": asked},
            headers=own | {"Accept": "application/json, text/event-stream"},
        )
        assert answer.status_code == 200, answer.text
        # Before the SDK's escapes are undone no Chinese word would be found.
        return "".join(
            json.dumps(json.loads(line.removeprefix("data: ")), ensure_ascii=False)
            for line in answer.text.splitlines()
            if line.startswith("data: {")
        )

    draft = "社会责任报告（2022年度）\n一、安全责任\n有员工77人。"
    calls: list[tuple[str, dict[str, object]]] = [
        ("search", {"query": "记者"}),
        ("ask", {"question": "2021年有多少员工"}),
        ("ask", {"question": "哪些媒体得过奖"}),
        ("trace", {}),
        ("compare", {"media": MEDIA, "first": 2020, "second": 2021}),
        ("check", {"text": draft, "media": MEDIA, "year": 2022}),
        ("list_reports", {}),
        ("read_report", {"report": theirs}),
        ("list_entities", {"limit": 500}),
    ]
    answers = [told("tools/call", name=tool, arguments=asked) for tool, asked in calls]
    answers += [told("resources/list"), told("resources/read", uri=f"yinzheng://reports/{theirs}")]
    asked = [*calls, ("resources", {}), ("a resource", {"report": theirs})]
    for (tool, arguments), answer in zip(asked, answers, strict=True):
        said = str(arguments)
        assert not [word for word in secret if word in answer and word not in said], (tool, answer[:300])
    assert sum(OTHER in answer for answer in answers) >= 5


def test_a_limited_key_uses_the_pages(held: Path, client: TestClient) -> None:
    enter(client, Keys(held).create("某人", Role.EDITOR, OTHER).token)
    start = client.get("/", headers={"Accept": "text/html"})
    assert start.status_code == 200
    assert OTHER in start.text
    assert 'href="/query"' not in start.text
    assert "还不够多" in client.get(f"/trace?media={OTHER}").text
    refused = client.get("/query", headers={"Accept": "text/html"})
    assert refused.status_code == 403
    assert f"只限于{OTHER}" in refused.text


def test_a_limited_key_sees_its_media_and_nothing_else(held: Path, client: TestClient) -> None:
    keys = Keys(held)
    own, all_ = bearer(keys, Role.EDITOR, OTHER), bearer(keys, Role.READER)
    reports = client.get("/v1/reports", headers=all_).json()["reports"]
    theirs = next(each["id"] for each in reports if each["media"] == MEDIA)
    assert {each["media"] for each in client.get("/v1/reports", headers=own).json()["reports"]} == {OTHER}
    for path in (f"/v1/reports/{theirs}", "/v1/search?q=记者&media=澜溪", "/v1/ask?q=员工多少人&media=澜溪"):
        answer = client.get(path, headers=own)
        assert answer.status_code == 404, path
        assert MEDIA not in answer.text
    found = client.get("/v1/search", params={"q": "员工", "limit": 50}, headers=own).json()["hits"]
    assert {hit["evidence"]["media"] for hit in found} == {OTHER}
    asked = client.get("/v1/ask", params={"q": f"{MEDIA}2021年有多少员工"}, headers=own).json()
    assert {each["media"] for each in asked["evidence"]} <= {OTHER}
    item = client.get("/v1/trace", params={"media": MEDIA}, headers=all_).json()["items"][0]
    decision = {
        "kind": "response",
        "verdict": "add",
        "by": "某人",
        "evidence": {"report": theirs, "start": 0, "end": 2},
    }
    answer = client.post(f"/v1/trace/{item['id']}/decisions", json=decision, headers=own)
    assert answer.status_code == 404
    entity = next(
        each["id"]
        for each in client.get("/v1/entities?limit=1000", headers=all_).json()["entities"]
        if each["media"] == [MEDIA]
    )
    assert client.get(f"/v1/entities/{entity}", headers=own).status_code == 404


def test_what_a_limited_key_uploads_is_of_its_media(held: Path, client: TestClient) -> None:
    own = bearer(Keys(held), Role.EDITOR, OTHER)
    file = (ROOT / "corpora" / "reports" / "haizhou" / "2021.txt").read_bytes()
    assert client.post("/v1/reports", files={"files": ("2021.txt", file)}, headers=own).status_code == 201
    assert {each["media"] for each in client.get("/v1/reports", headers=own).json()["reports"]} == {OTHER}


def test_a_job_is_done_as_its_sender_may_and_seen_by_whom_it_may(held: Path, client: TestClient) -> None:
    keys = Keys(held)
    own, all_ = bearer(keys, Role.EDITOR, OTHER), bearer(keys, Role.EDITOR)
    file = (ROOT / "corpora" / "reports" / "haizhou" / "2021.txt").read_bytes()
    jobs = [
        client.post("/v1/reports?wait=false", files={"files": ("2021.txt", file)}, headers=headers).json()[
            "id"
        ]
        for headers in (own, all_)
    ]
    for job in jobs:
        assert "event: done" in client.get(f"/v1/jobs/{job}/events", headers=all_).text
    assert {each["media"] for each in client.get("/v1/reports", headers=own).json()["reports"]} == {OTHER}
    assert Audit(held).entries()[-1].what == "ingest"
    assert "命令行" not in Audit(held).entries()[-1].who
    assert [each["id"] for each in client.get("/v1/jobs", headers=own).json()["jobs"]] == jobs[:1]
    assert [each["id"] for each in client.get("/v1/jobs", headers=all_).json()["jobs"]] == jobs[::-1]
    assert client.get(f"/v1/jobs/{jobs[1]}", headers=own).status_code == 404


def test_a_tag_and_a_cursor_of_one_key_are_of_no_use_to_another(held: Path, client: TestClient) -> None:
    keys = Keys(held)
    own, all_ = bearer(keys, Role.READER, OTHER), bearer(keys, Role.READER)
    seen = client.get("/v1/entities?limit=1", headers=all_)
    tag = {"If-None-Match": seen.headers["etag"]}
    assert client.get("/v1/entities?limit=1", headers={**all_, **tag}).status_code == 304
    assert client.get("/v1/entities?limit=1", headers={**own, **tag}).status_code == 200
    cursor = seen.json()["next"]
    assert client.get("/v1/entities", params={"cursor": cursor}, headers=all_).status_code == 200
    assert client.get("/v1/entities", params={"cursor": cursor}, headers=own).status_code == 422


def test_what_was_done_is_logged_with_the_key(held: Path, client: TestClient) -> None:
    keys = Keys(held)
    admin = keys.create("张主任", Role.ADMIN)
    headers = {"Authorization": f"Bearer {admin.token}"}
    report = client.get("/v1/reports", headers=headers).json()["reports"][0]["id"]
    assert client.delete(f"/v1/reports/{report}", headers=headers).status_code == 204
    last = Audit(held).entries()[-1]
    assert (last.who, last.what, last.about) == (f"张主任（密钥 {admin.key.id}）", "remove", report)


def test_a_revoked_key_is_refused_at_once(held: Path, client: TestClient) -> None:
    keys = Keys(held)
    new = keys.create("某人", Role.READER)
    headers = {"Authorization": f"Bearer {new.token}"}
    assert client.get("/v1/reports", headers=headers).status_code == 200
    keys.revoke(new.key.id)
    answer = client.get("/v1/reports", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


def test_guessing_is_stopped_on_both_ways_in_while_good_keys_pass(held: Path, client: TestClient) -> None:
    statuses = [
        client.get("/v1/reports", headers={"Authorization": f"Bearer yz_00000000_{number}"}).status_code
        for number in range(TRIES + 3)
    ]
    assert statuses == [401] * TRIES + [429] * 3
    assert client.get("/healthz").status_code == 200
    assert enter(client, "yz_00000000_guess").status_code == 429
    token = Keys(held).create("某人", Role.READER).token
    good = client.get("/v1/reports", headers={"Authorization": f"Bearer {token}"})
    assert good.status_code == 200
    assert enter(client, token).status_code == 303


def enter(client: TestClient, key: str, next: str = "/") -> httpx.Response:
    """Hand a key over as the login page does."""
    page = client.get("/login", params={"next": next}).text
    hidden = dict(re.findall(r'name="(token|next)" value="([^"]*)"', page))
    return client.post("/login", data={**hidden, "key": key})


def test_a_browser_hands_its_key_over_once(held: Path, client: TestClient) -> None:
    token = Keys(held).create("王编辑", Role.READER).token
    sent = client.get("/search?q=记者", headers={"Accept": "text/html"})
    assert sent.status_code == 303
    assert sent.headers["location"].startswith("/login?next=%2Fsearch")
    wrong = enter(client, "yz_no_such", "/search")
    assert wrong.status_code == 401
    assert "已作废" in wrong.text
    entered = enter(client, token, "/search")
    assert entered.status_code == 303
    assert entered.headers["location"] == "/search"
    (cookie,) = [each for each in entered.headers.get_list("set-cookie") if token in each]
    assert "httponly" in cookie.lower()
    assert "samesite=strict" in cookie.lower()
    page = client.get("/search?q=记者")
    assert page.status_code == 200
    assert token not in page.text
    refused = client.post("/library", headers={"Accept": "text/html"})
    assert refused.status_code == 403
    assert "editor" in refused.text
    assert refused.headers["content-type"].startswith("text/html")
    form = dict(re.findall(r'name="(token|back)" value="([^"]*)"', page.text))
    assert client.post("/logout", data=form).status_code == 303
    assert client.get("/v1/reports").status_code == 401


@pytest.mark.parametrize(
    "next", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:1", "", "/\n/x"]
)
def test_login_leads_to_no_other_host(next: str, held: Path, client: TestClient) -> None:
    token = Keys(held).create("王编辑", Role.READER).token
    assert enter(client, token, next).headers["location"] == "/"


def test_another_site_signs_nobody_in(held: Path, client: TestClient) -> None:
    token = Keys(held).create("王编辑", Role.READER).token
    answer = client.post("/login", data={"key": token})
    assert answer.status_code == 403
    assert token not in answer.headers.get("set-cookie", "")


def test_a_page_of_another_site_writes_nothing(held: Path, client: TestClient) -> None:
    headers = bearer(Keys(held), Role.ADMIN)
    for origin, status in (("http://evil.example", 403), (AT, 422), ("null", 403)):
        answer = client.post("/v1/reports", headers={**headers, "Origin": origin})
        assert answer.status_code == status, origin


def test_only_loopback_is_served_without_keys(run: Run, built: Path) -> None:
    for args in (("--host", "0.0.0.0"), ("--host", "192.0.2.1"), ("--host", "::"), ("--require-keys",)):
        done = run("serve", *args, data=built)
        assert done.exit_code == 2
        assert "yinzheng key create" in done.stderr
