"""`decide` and `decisions` on the command line, and what `ask --explain` tells."""

from __future__ import annotations

import json
from pathlib import Path

from tests.api.conftest import Run


def _first_link(run: Run, library: Path) -> tuple[str, str, str]:
    """Return an item of 2021, the place of its response, and the response's words."""
    items = json.loads(run("trace", "--year", "2021", "--json", data=library).stdout)["items"]
    item = next(each for each in items if each["responses"])
    proof = item["responses"][0]["evidence"]
    return item["id"], f"{proof['report']}:{proof['start']}-{proof['end']}", proof["quote"]


def test_a_person_decides_of_a_link_and_finds_the_decision_again(run: Run, library: Path) -> None:
    item, place, quote = _first_link(run, library)
    options = ("--kind", "response", "--evidence", place, "--by", "王编辑", "--note", "与原文核对过")
    assert run("decisions", data=library).stdout.strip() == "没有决定。"
    done = run("decide", item, "--verdict", "confirm", *options, data=library)
    assert done.exit_code == 0
    assert "经人确认" in done.stdout
    rejected = json.loads(run("decide", item, "--verdict", "reject", *options, "--json", data=library).stdout)
    assert rejected["decided_by"] == "person"
    assert quote not in [link["evidence"]["quote"] for link in rejected["responses"]]
    listed = json.loads(run("decisions", "--json", data=library).stdout)["decisions"]
    assert [(each["verdict"], each["standing"], each["lost"]) for each in listed] == [
        ("confirm", False, False),
        ("reject", True, False),
    ]
    assert {(each["by"], each["note"], each["quote"]) for each in listed} == {
        ("王编辑", "与原文核对过", quote)
    }
    shown = run("decisions", data=library).stdout
    assert "王编辑 否定回应" in shown
    assert "已被后来的决定取代" in shown
    assert run("decisions", "--lost", data=library).stdout.strip() == "没有决定。"


def test_a_decision_whose_sentence_is_gone_is_reported(run: Run, library: Path) -> None:
    item, place, quote = _first_link(run, library)
    options = ("--kind", "response", "--verdict", "confirm", "--evidence", place, "--by", "王编辑")
    assert run("decide", item, *options, data=library).exit_code == 0
    assert run("reports", "remove", place.partition(":")[0], data=library).exit_code == 0
    shown = run("decisions", "--lost", data=library).stdout
    assert quote in shown
    assert "原文已不在" in shown


def test_a_decision_needs_a_place_that_is_held(run: Run, library: Path) -> None:
    item, place, _ = _first_link(run, library)
    options = ("--kind", "response", "--verdict", "confirm", "--by", "王编辑")
    wrong = run("decide", item, *options, "--evidence", "第三段", data=library)
    assert wrong.exit_code == 2
    assert "报告编号:起-止" in wrong.stderr
    unknown = run("decide", item, *options, "--evidence", "0000:1-5", data=library)
    assert unknown.exit_code == 1
    assert len(unknown.stderr.splitlines()) == 1
    assert run("decide", "nothing", *options, "--evidence", place, data=library).exit_code == 1


def test_ask_tells_how_it_understood_and_a_query_that_runs(run: Run, built: Path) -> None:
    shown = run("ask", "2023年抖音粉丝比2021年涨了多少", "--explain", data=built)
    assert shown.exit_code == 0
    for expected in ("问法：difference", "年度：2023、2021", "名称：抖音 →", "SELECT DISTINCT ?fact"):
        assert expected in shown.stdout
    assert "SELECT" not in run("ask", "2023年抖音粉丝比2021年涨了多少", data=built).stdout
    reading = json.loads(run("ask", "早安澜溪是哪天停办的", "--json", data=built).stdout)["reading"]
    assert reading["names"][0]["said"] == "早安澜溪"
