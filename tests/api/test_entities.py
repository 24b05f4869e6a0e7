"""`entity list`, `merge` and `split` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.api.conftest import MEDIA, Run


def listed(run: Run, data: Path, text: str) -> list[dict[str, Any]]:
    done = run("entity", "list", text, "--type", "work", "--json", data=data)
    assert done.exit_code == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["entities"]
    return found


def test_names_are_listed_merged_and_split_again(run: Run, library: Path) -> None:
    kept, taken = (
        listed(run, library, "守桥人")[0],
        listed(run, library, "溪上人家") or listed(run, library, "水退之后"),
    )
    other = taken[0]
    merged = run("entity", "merge", kept["id"], other["id"], "--by", "王编辑", data=library)
    assert merged.exit_code == 0, merged.stderr
    assert f"“{other['label']}”并入“{kept['label']}”" in merged.stdout
    one = listed(run, library, other["label"])
    assert [each["id"] for each in one] == [kept["id"]]
    asked = json.loads(
        run("ask", f"{other['label']}是哪年的作品", "--media", MEDIA, "--json", data=library).stdout
    )
    assert asked["evidence"]
    undone = run("entity", "split", kept["id"], "--by", "王编辑", data=library)
    assert undone.exit_code == 0, undone.stderr
    assert {each["id"] for each in listed(run, library, other["label"])} == {other["id"]}


def test_a_spelling_that_was_taken_for_another_is_split_off(run: Run, library: Path) -> None:
    from search.ingest import ingest
    from tests.api.conftest import REPORTS

    ingest([REPORTS / "2024.pdf"], library, workers=0)
    one = next(each for each in listed(run, library, "节气在澜溪") if "二十四节气在澜溪" in each["labels"])
    assert "24节气在澜溪" in one["labels"]
    done = run(
        "entity", "split", one["id"], "24节气在澜溪", "--by", "王编辑", "--note", "两个系列", data=library
    )
    assert done.exit_code == 0, done.stderr
    now = [each["labels"] for each in listed(run, library, "节气在澜溪")]
    assert ["24节气在澜溪"] in now
    assert ["二十四节气在澜溪"] in now


def test_mistakes_are_one_line(run: Run, library: Path) -> None:
    for args in (
        ("merge", "work-0000000000000000", "work-1111111111111111"),
        ("split", "work-0000000000000000"),
    ):
        done = run("entity", *args, "--by", "王编辑", data=library)
        assert done.exit_code == 1
        assert len(done.stderr.splitlines()) == 1
        assert "work-0000000000000000" in done.stderr
