"""The examples of the OpenAPI document, asked of the sample reports: ``python -m benchmarks.examples`` writes them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from api.http.app import create_app
from search.ingest import ingest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpora" / "reports" / "lanxi"
OUT = ROOT / "api" / "http" / "examples.json"
SHOWN = 2
"""Items shown of a list."""
TEXT = 120
"""Characters shown of a report."""

Example = dict[str, Any]


def written() -> str:
    """Return the examples as they are stored: by method and path what is asked, and what is answered."""
    with tempfile.TemporaryDirectory() as folder:
        ingest([SAMPLE], Path(folder) / "data", workers=0)
        with TestClient(create_app(Path(folder) / "data"), base_url="http://127.0.0.1:8321") as client:
            found = {name: asked(client) for name, asked in _requests(client).items()}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _requests(client: TestClient) -> dict[str, Callable[[TestClient], Example]]:
    media = "澜溪"
    report = client.get("/v1/reports").json()["reports"][0]["id"]
    entity = client.get("/v1/entities?type=work&limit=1").json()["entities"][0]["id"]
    items = client.get("/v1/trace", params={"media": media, "year": 2020}).json()["items"]
    item = next(each for each in items if each["responses"])
    place = {name: item["responses"][0]["evidence"][name] for name in ("report", "start", "end")}
    verdict = {
        "kind": "response",
        "verdict": "confirm",
        "evidence": place,
        "by": "王编辑",
        "note": "说的是同一件事",
    }
    draft = {
        "text": "八、合法经营责任\n全年实现经营收入1260万元，同比增长45%。",
        "media": media,
        "year": 2024,
    }
    return {
        "get /v1/search": _get(
            "/v1/search", {"q": "给困难职工送温暖", "media": media, "year": [2021], "limit": 2}
        ),
        "get /v1/ask": _get("/v1/ask", {"q": "2023年经营收入比2021年增加了多少", "media": media}),
        "get /v1/trace": _get("/v1/trace", {"media": media, "year": 2021}),
        "post /v1/trace/{item}/decisions": _post("/v1/trace/{item}/decisions", {"item": item["id"]}, verdict),
        "get /v1/trace/{item}/decisions": _get("/v1/trace/{item}/decisions", {"item": item["id"]}),
        "get /v1/compare": _get("/v1/compare", {"media": media, "years": [2021, 2023]}),
        "post /v1/check": _post("/v1/check", {}, draft),
        "get /v1/reports": _get("/v1/reports", {"media": media}),
        "get /v1/reports/{report}": _get("/v1/reports/{report}", {"report": report}),
        "delete /v1/reports/{report}": lambda _: {"parameters": {"report": report}},
        "get /v1/jobs": _get("/v1/jobs", {}),
        "get /v1/entities": _get("/v1/entities", {"type": "work", "media": media, "limit": 1}),
        "get /v1/entities/{entity}": _get("/v1/entities/{entity}", {"entity": entity}),
        "get /v1/metrics": _get("/v1/metrics", {"media": media, "name": "粉丝"}),
    }


def _get(path: str, parameters: Example) -> Callable[[TestClient], Example]:
    def asked(client: TestClient) -> Example:
        answer = client.get(path.format(**parameters), params=_query(path, parameters))
        assert answer.status_code == 200, answer.text
        return {"parameters": parameters, "status": "200", "answer": _short(answer.json())}

    return asked


def _post(path: str, parameters: Example, body: Example) -> Callable[[TestClient], Example]:
    def asked(client: TestClient) -> Example:
        answer = client.post(path.format(**parameters), json=body)
        assert answer.is_success, answer.text
        return {
            "parameters": parameters,
            "body": body,
            "status": str(answer.status_code),
            "answer": _short(answer.json()),
        }

    return asked


def _query(path: str, parameters: Example) -> Example:
    return {name: value for name, value in parameters.items() if f"{{{name}}}" not in path}


def _short(answer: Any) -> Any:
    """Return an answer with its lists cut, and of a report's text the beginning with what stands in it."""
    if isinstance(answer, list):
        return [_short(each) for each in answer[:SHOWN]]
    if not isinstance(answer, dict):
        return answer
    if "sections" in answer:
        within = [each for each in answer["sections"] if each["end"] <= TEXT]
        facts = [each for each in answer["facts"] if each["evidence"]["end"] <= TEXT and not each["mentions"]]
        answer = {**answer, "text": answer["text"][:TEXT], "sections": within, "facts": facts}
    return {name: _short(value) for name, value in answer.items()}


if __name__ == "__main__":
    OUT.write_text(written(), encoding="utf-8")
