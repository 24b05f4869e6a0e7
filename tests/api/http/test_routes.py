"""Each route answers with the contract's object."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from tests.api.conftest import FILES, MEDIA, REPORTS, opened

DECISION = {"kind": "recurrence", "verdict": "reject", "by": "编辑甲", "note": "说的是两件事"}


def got(client: TestClient, path: str, **params: Any) -> Any:
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def test_search(client: TestClient) -> None:
    found = got(client, "/v1/search", q="新闻热线办结率", year=[2021, 2023], limit=3)
    assert found["query"] == "新闻热线办结率"
    assert 0 < len(found["hits"]) <= 3
    assert {hit["evidence"]["year"] for hit in found["hits"]} <= {2021, 2023}
    facts = got(client, "/v1/search", q="新闻热线办结率", kind="fact")
    assert all(hit["fact"] is not None for hit in facts["hits"])
    culture = got(client, "/v1/search", q="展览", duty=["culture"])
    assert all("文化" in hit["evidence"]["section"][0] for hit in culture["hits"])


def test_ask_trace_and_compare_are_what_the_command_line_gives(client: TestClient, built: Path) -> None:
    from api.service import Service

    service = Service(built)
    question = "2023年新闻热线的办结率是多少"
    assert got(client, "/v1/ask", q=question) == service.ask(question).model_dump(mode="json")
    assert got(client, "/v1/trace", year=2021) == service.trace(year=2021).model_dump(mode="json")
    compared = service.compare(MEDIA, (2021, 2023)).model_dump(mode="json", by_alias=True)
    assert got(client, "/v1/compare", media=MEDIA, years=[2021, 2023]) == compared
    assert compared["changed"][0].keys() >= {"from", "to"}
    service.close()


def test_reports(client: TestClient) -> None:
    listed = got(client, "/v1/reports")["reports"]
    assert [each["file"] for each in listed] == list(FILES)
    one = got(client, f"/v1/reports/{listed[0]['id']}")
    assert (one["media"], one["report_year"], one["current"]) == (MEDIA, 2020, True)
    assert one["stored"] == listed[0]
    for fact in one["facts"]:
        evidence = fact["evidence"]
        assert one["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_entities_and_metrics(client: TestClient) -> None:
    works = got(client, "/v1/entities", type="work", media="澜溪")
    assert works["total"] == len(works["entities"]) > 5
    some = got(client, "/v1/entities", q=works["entities"][0]["label"], limit=1)
    assert some["total"] >= 1
    assert len(some["entities"]) == 1
    one = got(client, f"/v1/entities/{works['entities'][0]['id']}")
    assert one == works["entities"][0]
    assert one["years"][0]["evidence"][0]["media"] == MEDIA
    series = got(client, "/v1/metrics", media=MEDIA, name="办结率")["series"]
    points = [(point["year"], point["value"]) for each in series for point in each["points"]]
    assert (2023, 96.5) in points


def test_health_and_figures(client: TestClient) -> None:
    assert got(client, "/healthz") == {"status": "ok"}
    assert got(client, "/readyz") == {"status": "ready", "snapshot": "00000001", "reports": 3}
    client.get("/nowhere")
    client.get("/v1/reports/nothing")
    page = client.get("/metrics")
    assert page.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = page.text.splitlines()
    assert "yinzheng_reports 3" in lines
    assert "yinzheng_snapshot 1" in lines
    assert 'yinzheng_requests_total{method="GET",route="/healthz",status="200"} 1' in lines
    assert 'yinzheng_requests_total{method="GET",route="none",status="404"} 1' in lines
    assert any('route="/v1/reports/{report}",status="404"} 1' in line for line in lines)


def test_an_empty_library_can_be_filled_and_emptied(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as client:
        assert got(client, "/readyz")["snapshot"] is None
        assert got(client, "/v1/reports") == {"reports": [], "next": None}
        assert client.get("/v1/search", params={"q": "a"}).status_code == 409
        assert "yinzheng_reports 0" in client.get("/metrics").text

        sent = [("files", (name, (REPORTS / name).read_bytes())) for name in FILES[:2]]
        sent.append(("files", ("../坏.docx", b"\x89PNG\r\n\x1a\n")))
        answer = client.post("/v1/reports", files=sent)
        assert answer.status_code == 201
        summary = answer.json()
        assert len(summary["added"]) == 2
        assert [each["path"] for each in summary["failed"]] == ["坏.docx"]

        # The running service sees the new snapshot without being told.
        assert got(client, "/v1/search", q="办结率")["hits"]
        again = client.post("/v1/reports", files=sent[:1])
        assert again.status_code == 200
        assert again.json()["unchanged"] == got(client, "/v1/reports")["reports"][0]["id"].split()

        for report in summary["added"]:
            gone = client.delete(f"/v1/reports/{report}")
            assert (gone.status_code, gone.content) == (204, b"")
        assert got(client, "/v1/reports") == {"reports": [], "next": None}


def test_media_and_year_of_an_upload_overrule_the_text(own_client: TestClient) -> None:
    answer = own_client.post(
        "/v1/reports",
        files=[("files", ("x.txt", (REPORTS / "2020.txt").read_bytes() + "。".encode()))],
        data={"media": "某某日报", "year": "2019"},
    )
    assert answer.status_code == 201, answer.text
    listed = got(own_client, "/v1/reports", media="某某")["reports"]
    assert [(each["media"], each["year"]) for each in listed] == [("某某日报", 2019)]


def test_decisions_outlast_re_ingestion(own_client: TestClient) -> None:
    item = next(
        each for each in got(own_client, "/v1/trace")["items"] if each["actions"] and each["year"] == 2020
    )
    link = item["actions"][0]["evidence"]
    body = {**DECISION, "kind": "action", "evidence": {key: link[key] for key in ("report", "start", "end")}}
    answer = own_client.post(f"/v1/trace/{item['id']}/decisions", json=body)
    assert answer.status_code == 201, answer.text
    assert answer.json()["id"] == item["id"]
    assert answer.json()["decided_by"] == "person"

    def quotes() -> list[str]:
        now = got(own_client, "/v1/trace", year=2020)["items"]
        same = next(each for each in now if each["text"] == item["text"])
        assert same["decided_by"] == "person"
        return [each["evidence"]["quote"] for each in same["actions"]]

    assert link["quote"] not in quotes()
    # The report that the rejected sentence stands in comes back as other bytes, with other offsets.
    held = {each["id"]: each for each in got(own_client, "/v1/reports")["reports"]}
    year = held[link["report"]]["year"]
    name = {2021: "2021.html", 2023: "2023.docx"}[year]
    assert own_client.delete(f"/v1/reports/{link['report']}").status_code == 204
    content = (REPORTS / name).read_bytes()
    if name.endswith("html"):
        content = content.replace(b"</body>", b"<p>&#12288;</p></body>")
    assert own_client.post("/v1/reports", files=[("files", (name, content))]).status_code == 201
    assert link["quote"] not in quotes()


def test_a_decision_can_be_taken_back_and_stays_on_record(own_client: TestClient) -> None:
    items = got(own_client, "/v1/trace", year=2020)["items"]
    item = next(each for each in items if each["actions"])
    path = f"/v1/trace/{item['id']}/decisions"
    assert got(own_client, path) == {"decisions": []}
    link = item["actions"][0]["evidence"]
    body = {
        "kind": "action",
        "verdict": "reject",
        "by": "编辑甲",
        "evidence": {key: link[key] for key in ("report", "start", "end")},
    }
    refused = own_client.post(path, json={**body, "verdict": "withdraw"})
    assert (refused.status_code, refused.json()["detail"]) == (422, "这条联系没有可撤回的决定")
    rejected = own_client.post(path, json=body).json()
    assert link not in [each["evidence"] for each in rejected["actions"]]
    back = own_client.post(path, json={**body, "verdict": "withdraw", "by": "编辑乙", "note": "看错了"})
    assert back.status_code == 201
    assert back.json() == item
    record = got(own_client, path)["decisions"]
    assert [(each["verdict"], each["by"], each["standing"]) for each in record] == [
        ("reject", "编辑甲", False),
        ("withdraw", "编辑乙", False),
    ]
    assert record[0]["evidence"] == link
    assert own_client.post(path, json={**body, "verdict": "withdraw"}).status_code == 422


def test_an_added_link_is_shown(own_client: TestClient) -> None:
    items = got(own_client, "/v1/trace", year=2020)["items"]
    item = next(each for each in items if not each["actions"])
    later = got(own_client, "/v1/search", q="短视频", year=2023, kind="passage", limit=1)["hits"][0][
        "evidence"
    ]
    place = {key: later[key] for key in ("report", "start", "end")}
    body = {"kind": "action", "verdict": "add", "by": "编辑甲", "evidence": place}
    answer = own_client.post(f"/v1/trace/{item['id']}/decisions", json=body)
    assert answer.status_code == 201, answer.text
    assert later["quote"] in [link["evidence"]["quote"] for link in answer.json()["actions"]]


def test_readers_keep_the_snapshot_that_they_opened(library: Path) -> None:
    from api.service import Service

    service = Service(library)
    with service.shelf.reading() as before:
        service.remove(before.reports[0].id)
        with service.shelf.reading() as after:
            assert len(after.reports) == len(before.reports) - 1
        assert before.search("记者").hits
        assert before.graph.size() > 0
    with service.shelf.reading() as now:
        assert now is after
    service.close()


def test_many_clients_at_once(client: TestClient) -> None:
    failed: list[str] = []

    def ask() -> None:
        for path in (
            "/v1/search?q=记者",
            "/v1/trace",
            "/v1/reports",
            "/v1/metrics",
            "/v1/ask?q=2023年有哪些不足",
        ):
            answer = client.get(path)
            if answer.status_code != 200:
                failed.append(answer.text)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
