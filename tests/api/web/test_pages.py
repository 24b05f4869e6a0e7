"""The pages as a browser without scripts meets them: every one opens, escapes what is stored, refuses foreign posts."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import MEDIA, REPORTS, opened

EVIL = '<script>document.title="run"</script><img src=x onerror=alert(1)>'


def page(client: TestClient, path: str, code: int = 200, **query: Any) -> str:
    """Return a page, whose headers forbid everything that is not this site's own."""
    answer = client.get(path, params=query or None)
    assert answer.status_code == code, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert not re.search(r"<[^>\"]+\s(?:style|on\w+)=|<style|<script(?! type=\"module\" src=)", answer.text)
    return answer.text


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page(client, "/help"))
    assert found is not None
    return found[1]


def tally(text: str) -> int:
    found = re.search(r'class="tally">\D*(\d+) 条', text)
    assert found is not None
    return int(found[1])


def plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


@pytest.mark.parametrize(
    "path", ["/", "/search", "/ask", "/trace", "/compare", "/figures", "/entities", "/library", "/help"]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_opens_in_both_languages_full_and_empty(
    client: TestClient, tmp_path: Path, path: str, language: str
) -> None:
    client.cookies.set("yz_lang", language)
    assert f'lang="{"en" if language == "en" else "zh-CN"}"' in page(client, path)
    with opened(tmp_path / "none") as empty:
        empty.cookies.set("yz_lang", language)
        text = page(empty, path)
        if path not in ("/library", "/help"):
            assert ("The library is empty" if language == "en" else "资料库还是空的") in text
            assert 'href="/library"' in text


def test_search_marks_words_counts_facets_and_narrows(client: TestClient) -> None:
    text = page(client, "/search", q="困难职工")
    assert "<mark>困难职工</mark>" in text
    found = re.search(r'href="([^"]*year=2021)"[^>]*><span>2021</span><span class="count">(\d+)<', text)
    assert found is not None
    inside = page(client, html.unescape(found[1]))
    # Narrowed, search reaches further: all that was counted is there, and more may be.
    assert tally(inside) >= int(found[2])
    assert set(re.findall(r'class="where"[^>]*>[^<]*<b>(\d{4})</b>', inside)) == {"2021"}


def test_a_type_is_counted_as_it_is_found(client: TestClient) -> None:
    text = html.unescape(page(client, "/search", q="新闻奖", media=MEDIA))
    found = re.search(
        r'href="(/search\?[^"]*type=award)"[^>]*><span>获奖</span><span class="count">(\d+)<', text
    )
    assert found is not None
    inside = page(client, found[1])
    assert tally(inside) >= int(found[2])
    assert 'class="beside" lang="zh-CN">获奖：' in inside


def test_an_answer_has_its_chart_its_table_and_a_citation(client: TestClient) -> None:
    text = page(client, "/ask", q="微信公众号粉丝历年变化", media=MEDIA)
    assert text.count('class="dot') == 3
    assert "没有数字的年度：2022" in text
    assert "超110,000" in text
    cited = [html.unescape(each) for each in re.findall(r'data-copy="([^"]*)"', text)]
    assert any(
        re.fullmatch(r'“"澜溪发布"微信公众号粉丝超11万”（《[^》]+》，2021 年度，前言·媒体概况）', each)
        for each in cited
    )


def test_what_an_answer_remarks_stands_below_it_in_the_language_of_the_page(client: TestClient) -> None:
    text = plain(page(client, "/ask", q="有哪些不足", media=MEDIA))
    assert "说明：问题没有说哪一年，按最近的2023年报告回答" in text
    client.cookies.set("yz_lang", "en")
    text = plain(page(client, "/ask", q="有哪些不足", media=MEDIA))
    assert "Note: No year was asked for; answered from the latest report, that of 2023" in text
    withheld = page(client, "/ask", q="2009年有哪些不足", media=MEDIA)
    assert "There is no report of 2009; years stored:" in plain(withheld)
    client.cookies.delete("yz_lang")


def test_what_is_not_known_is_said_so(client: TestClient) -> None:
    text = page(client, "/ask", q="2022年微信公众号有多少粉丝", media=MEDIA)
    assert "没有答案" in text
    assert "没有2022年的报告" in text
    assert 'class="quote"' in text


def test_the_reader_marks_exactly_the_span_that_the_address_names(client: TestClient) -> None:
    held = client.get("/v1/reports").json()["reports"][0]
    report = client.get(f"/v1/reports/{held['id']}").json()
    for fact in report["facts"][::7]:
        evidence = fact["evidence"]
        text = page(client, f"/reports/{held['id']}", at=f"{evidence['start']}-{evidence['end']}")
        marked = re.findall(r'<mark class="target"[^>]*>(.*?)</mark>', text, re.DOTALL)
        assert html.unescape("\n".join(marked)) == evidence["quote"]
        assert text.count(f'id="c{evidence["start"]}-{evidence["end"]}"') == 1
    shown = page(client, f"/reports/{held['id']}", show=["commitment"])
    commitments = [fact for fact in report["facts"] if fact["type"] == "commitment"]
    assert commitments
    for fact in commitments:
        assert f'<mark class="fact" title="承诺 ">{html.escape(fact["evidence"]["quote"])}</mark>' in shown


@pytest.mark.parametrize("path", ["/reports/nix", "/entities/work-0", "/trace/nix", "/library/nix/remove"])
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    text = page(client, path, 404)
    assert 'role="alert"' in text
    assert "资料库中没有" in text


def test_no_address_breaks_a_page(client: TestClient) -> None:
    held = client.get("/v1/reports").json()["reports"][0]["id"]
    for path, query in (
        ("/search", {"q": "记者", "year": "x", "duty": "nix", "type": "nix", "page": "-9"}),
        ("/search", {"q": "《", "page": "99999999999"}),
        ("/ask", {"q": "   "}),
        ("/trace", {"media": MEDIA, "year": "二〇二一", "status": "nix", "kind": "nix"}),
        ("/compare", {"media": MEDIA, "first": "2021", "second": "2021"}),
        ("/figures", {"media": MEDIA, "q": "(*["}),
        ("/entities", {"type": "nix", "page": "0", "q": EVIL}),
        (f"/reports/{held}", {"at": "9-3", "show": "nix"}),
        (f"/reports/{held}", {"at": "0-999999999"}),
    ):
        page(client, path, **query)


def test_stored_text_and_questions_are_escaped(tmp_path: Path) -> None:
    text = (REPORTS / "2020.txt").read_text(encoding="utf-8").replace("记者", f"记者{EVIL}")
    with opened(tmp_path / "data") as client:
        fields = {"token": token(client), "media": f"媒体{EVIL}", "year": "2020"}
        told = client.post("/library", files={"files": ("<b>坏<b>.txt", text.encode())}, data=fields)
        assert told.status_code == 200
        held = client.get("/v1/reports").json()["reports"]
        assert [each["media"] for each in held] == [f"媒体{EVIL}"]
        for path, query in (
            ("/", {}),
            ("/search", {"q": f"记者{EVIL}"}),
            ("/ask", {"q": EVIL}),
            ("/trace", {}),
            ("/figures", {}),
            ("/entities", {"type": "column", "q": EVIL}),
            ("/library", {}),
            (f"/reports/{held[0]['id']}", {"at": "0-90", "show": ["metric", "work"]}),
            (f"/library/{held[0]['id']}/remove", {}),
        ):
            answer = page(client, path, **query)
            assert "<script>document" not in answer
            assert "<img" not in answer
        assert "&lt;script&gt;" in page(client, f"/reports/{held[0]['id']}")


def test_files_are_taken_in_told_of_and_taken_out(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as client:
        good = (REPORTS / "2020.txt").read_bytes()
        sent = [("files", ("2020.txt", good)), ("files", ("坏.docx", b"\x89PNG"))]
        told = client.post("/library", files=sent, data={"token": token(client)})
        assert told.status_code == 200
        assert "新收入 1 份" in told.text
        assert "没能收入 1 份" in plain(told.text)
        assert "坏.docx" in told.text
        again = client.post("/library", files=sent[:1], data={"token": token(client)})
        assert "没有变化 1 份" in plain(again.text)
        held = client.get("/v1/reports").json()["reports"][0]["id"]
        assert "移除这份报告？" in page(client, f"/library/{held}/remove")
        gone = client.post(f"/library/{held}/remove", data={"token": token(client)}, follow_redirects=False)
        assert (gone.status_code, gone.headers["location"]) == (303, "/library")
        assert client.get("/v1/reports").json()["reports"] == []


def test_only_forms_of_this_site_change_anything(own_client: TestClient) -> None:
    client = own_client
    held = client.get("/v1/reports").json()["reports"][0]["id"]
    item = next(each for each in client.get("/v1/trace").json()["items"] if each["actions"])
    link = item["actions"][0]["evidence"]
    decision = {"kind": "action", "verdict": "reject", "by": "甲"}
    decision |= {name: link[name] for name in ("report", "start", "end")}
    good = token(client)
    forms: list[tuple[str, dict[str, Any]]] = [
        (f"/library/{held}/remove", {}),
        (f"/trace/{item['id']}/decisions", decision),
        ("/preferences", {"theme": "dark"}),
    ]
    attempts: list[tuple[dict[str, str], str]] = [
        ({}, "wrong"),
        ({}, ""),
        ({"sec-fetch-site": "cross-site"}, good),
        ({"sec-fetch-site": "same-site"}, good),
        ({"sec-fetch-site": "none"}, good),
        ({"origin": "http://127.0.0.1:9999"}, good),
        ({"origin": "null"}, good),
    ]
    for path, fields in forms:
        for headers, sent in attempts:
            body = {**fields, "token": sent}
            answer = client.post(path, data=body, headers=headers, follow_redirects=False)
            assert answer.status_code == 403, (path, headers, sent)
    refused = client.post("/library", files={"files": ("a.txt", b"a")}, data={"token": "wrong"})
    assert refused.status_code == 403
    client.cookies.clear()
    assert client.post(f"/library/{held}/remove", data={"token": good}).status_code == 403
    assert len(client.get("/v1/reports").json()["reports"]) == 3


def test_a_decision_is_kept_shown_and_taken_back(own_client: TestClient) -> None:
    client = own_client
    before = client.get("/v1/trace").json()
    item = next(each for each in before["items"] if each["actions"] and each["year"] == 2020)
    link = item["actions"][0]["evidence"]

    def post(verdict: str) -> str:
        fields = {"kind": "action", "verdict": verdict, "by": "编辑甲", "token": token(client)}
        fields |= {name: link[name] for name in ("report", "start", "end")}
        answer = client.post(
            f"/trace/{item['id']}/decisions",
            data=fields | {"back": "//evil.example/"},
            headers={"sec-fetch-site": "same-origin"},
            follow_redirects=False,
        )
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/trace/{item['id']}"
        return plain(page(client, "/trace", media=MEDIA, year=2020))

    assert "编辑甲 认为无关" in post("reject")
    assert "编辑甲 确认" in post("confirm")
    assert "编辑甲" not in post("withdraw")
    after = client.get("/v1/trace").json()
    assert json.dumps(after, sort_keys=True) == json.dumps(before, sort_keys=True)
    # Who decided is remembered for the next one.
    assert 'value="编辑甲"' in page(client, "/trace", media=MEDIA)


def test_a_decision_without_a_name_is_refused_in_words(own_client: TestClient) -> None:
    item = next(each for each in own_client.get("/v1/trace").json()["items"] if each["actions"])
    link = item["actions"][0]["evidence"]
    fields = {"kind": "action", "verdict": "confirm", "by": " ", "token": token(own_client)}
    fields |= {name: link[name] for name in ("report", "start", "end")}
    answer = own_client.post(f"/trace/{item['id']}/decisions", data=fields)
    assert answer.status_code == 422
    assert "请说明是谁" in answer.text


def test_language_and_theme_are_remembered(client: TestClient) -> None:
    fields = {"language": "en", "theme": "dark", "back": "/help", "token": token(client)}
    client.post("/preferences", data=fields)
    assert '<html lang="en" data-theme="dark">' in page(client, "/help")


def test_an_address_that_no_route_answers_is_a_page_for_browsers_alone(client: TestClient) -> None:
    browser = client.get("/nix", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert browser.status_code == 404
    assert "没有这一页" in browser.text
    assert client.get("/nix").headers["content-type"] == "application/problem+json"
    program = client.get("/v1/nix", headers={"accept": "text/html"})
    assert program.headers["content-type"] == "application/problem+json"


def test_long_lists_come_in_pages(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.web.pages.library.A_PAGE", 2)
    first, second = page(client, "/library"), page(client, "/library", page=2)
    assert (first.count("<tr data-item"), second.count("<tr data-item")) == (2, 1)
    assert 'href="/library?page=2#held"' in first
    monkeypatch.setattr("api.web.pages.entities.A_PAGE", 5)
    listed = [re.findall(r'href="/entities/(work-\w+)"', page(client, "/entities", page=at)) for at in (1, 2)]
    assert [len(each) for each in listed] == [5, 5]
    assert not set(listed[0]) & set(listed[1])


@pytest.mark.parametrize(
    "path", ["/", "/search", "/ask", "/trace", "/compare", "/figures", "/entities", "/library"]
)
def test_a_media_that_is_not_held_is_told_and_a_part_of_a_name_will_do(client: TestClient, path: str) -> None:
    text = page(client, path, code=404, q="发行量", media="无此报社")
    assert "资料库中没有媒体“无此报社”" in html.unescape(text)
    assert MEDIA in page(client, path, q="发行量", media=MEDIA[:2])


def test_with_many_media_one_is_chosen_first(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.web.pages.entities.FEW", 0)
    answer = client.get("/entities", follow_redirects=False)
    assert answer.status_code == 303
    assert "media=" in answer.headers["location"]
    assert "全部媒体" not in page(client, "/entities")


def test_the_media_looked_at_last_is_the_usual_one(tmp_path: Path) -> None:
    text = (REPORTS / "2020.txt").read_text(encoding="utf-8")
    with opened(tmp_path / "data") as client:
        for media, year in (("甲报社", "2019"), ("甲报社", "2020"), ("乙报社", "2019")):
            fields = {"token": token(client), "media": media, "year": year}
            content = f"{text}{media}{year}".encode()
            client.post("/library", files={"files": (f"{year}.txt", content)}, data=fields)
        assert usual(client) == "甲报社"
        page(client, "/figures", media="乙报社")
        assert usual(client) == "乙报社"
        # Asked of no media in particular, a question that needs one is offered to each.
        asked = page(client, "/ask", q="2019年有哪些不足")
        assert "只问一家媒体" in asked
        assert asked.count('href="/ask?q=') == 2


def usual(client: TestClient) -> str:
    """Return the media that the board shows where none is asked for."""
    to = client.get("/trace", follow_redirects=False).headers["location"]
    return parse_qs(urlsplit(to).query)["media"][0]
