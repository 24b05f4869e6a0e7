"""Drafts that can be opened again for a while, by the browser that sent them."""

from pathlib import Path

from fastapi.testclient import TestClient

from api.http.app import create_app
from api.web.drafts import KEPT_FOR, ROOM, Drafts
from search.answers import Findings
from tests.api.conftest import MEDIA

FOUND = Findings(media=MEDIA, year=2025, against=[], findings=[], text="稿")


def test_a_draft_is_kept_for_the_browser_that_sent_it() -> None:
    drafts = Drafts()
    key = drafts.put("mine", "稿.txt", b"1", None, FOUND)
    kept = drafts.get(key, "mine")
    assert kept is not None
    assert kept.content == b"1"
    assert drafts.get(key, "another's") is None
    assert drafts.get("guessed", "mine") is None


def test_old_drafts_go_and_so_do_the_first_when_room_is_short() -> None:
    now = [0.0]
    drafts = Drafts(lambda: now[0])
    old = drafts.put("mine", "稿.txt", b"1", None, FOUND)
    now[0] = KEPT_FOR - 1
    first = drafts.put("mine", "稿.txt", b"2", None, FOUND)
    assert drafts.get(old, "mine") is not None
    now[0] = KEPT_FOR + 1
    assert drafts.get(old, "mine") is None
    large = drafts.put("mine", "稿.pdf", b"3" * ROOM, None, FOUND)
    assert drafts.get(first, "mine") is None
    assert drafts.get(large, "mine") is not None


def test_the_page_of_a_draft_is_for_one_browser_and_says_when_it_is_gone(library: Path) -> None:
    with TestClient(create_app(library), base_url="http://127.0.0.1:8321") as client:
        client.get("/check")
        sent = {"text": f"{MEDIA}新闻热线办结率197.8%。", "media": MEDIA, "token": client.cookies["yz_token"]}
        answer = client.post("/check", data=sent, follow_redirects=False)
        assert answer.status_code == 303
        address = answer.headers["location"]
        assert "197.8%" in client.get(address).text
        assert client.get(f"{address}?form=docx").content.startswith(b"PK")
        client.cookies.clear()
        gone = client.get(address)
        assert gone.status_code == 404
        assert "请重新核对" in gone.text
