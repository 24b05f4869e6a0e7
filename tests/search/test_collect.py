"""Which files are meant, and which of them are the pages of one report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from search.collect import collect, read
from search.ingest import ingest
from tests.ingest.readers.sites import portal
from tests.ingest.readers.test_html_sites import LINES, NUMBERS, TITLE


def _pages(folder: Path, names: Sequence[str], pager: str = NUMBERS) -> None:
    folder.mkdir(exist_ok=True)
    step = -(-len(LINES) // len(names))
    for number, name in enumerate(names):
        part = LINES[number * step : (number + 1) * step]
        (folder / name).write_bytes(portal(TITLE, part, pager))


def _found(folder: Path) -> list[list[str]]:
    files, failures = collect([folder])
    assert failures == []
    return [[path.name for path in (file.path, *file.more)] for file in files]


@pytest.mark.parametrize(
    "names",
    [
        ["t2032_55.htm", "t2032_55_2.htm", "t2032_55_3.htm"],
        ["c55-1.html", "c55-2.html", "c55-3.html"],
        ["报告(1).html", "报告(2).html", "报告(3).html"],
        ["报告第1页.html", "报告第2页.html", "报告第3页.html"],
        ["content.html", "content_1.html", "content_2.html"],
    ],
)
def test_pages_of_one_report_are_one_file(tmp_path: Path, names: list[str]) -> None:
    _pages(tmp_path / "in", names)
    (tmp_path / "in" / "别的.txt").write_text("别的")
    assert sorted(_found(tmp_path / "in")) == sorted([names, ["别的.txt"]])


def test_ten_pages_keep_their_order(tmp_path: Path) -> None:
    names = ["r.html", *(f"r_{number}.html" for number in range(2, 12))]
    _pages(tmp_path / "in", names)
    assert _found(tmp_path / "in") == [names]


@pytest.mark.parametrize(
    ("names", "pager"),
    [
        (["2021.html", "2022.html"], NUMBERS),  # years
        (["甲_1.html", "甲_2.html"], ""),  # numbered, but no pager in them
        (["甲_1.html", "甲_3.html"], NUMBERS),  # a gap
        (["甲_2.html", "甲_3.html"], NUMBERS),  # no first page
        (["甲_1.html", "乙_2.html"], NUMBERS),
    ],
)
def test_what_may_be_several_reports_stays_apart(tmp_path: Path, names: list[str], pager: str) -> None:
    _pages(tmp_path / "in", names, pager)
    assert sorted(_found(tmp_path / "in")) == sorted([name] for name in names)


def test_a_report_in_pages_is_stored_once_and_again_unchanged(tmp_path: Path) -> None:
    names = ["r.html", "r_2.html", "r_3.html"]
    _pages(tmp_path / "in", names)
    summary = ingest([tmp_path / "in"], tmp_path / "data", workers=0)
    assert (len(summary.added), summary.failed) == (1, [])
    assert ingest([tmp_path / "in"], tmp_path / "data", workers=0).unchanged == summary.added
    (whole,), _ = collect([tmp_path / "in"])
    assert all(line.encode() in read(whole) for line in LINES)


def test_one_page_of_several_is_not_stored_as_if_it_were_all(tmp_path: Path) -> None:
    _pages(tmp_path / "in", ["r.html", "r_2.html", "r_3.html"])
    summary = ingest([tmp_path / "in" / "r.html"], tmp_path / "data", workers=0)
    assert summary.added == []
    assert "3 页，这里只有 1 页" in summary.failed[0].error
    assert "文件夹" in summary.failed[0].error


def test_several_reports_in_one_file_are_named_and_not_mixed(tmp_path: Path) -> None:
    other = [line.replace("兰陵", "平原") for line in LINES]
    text = "\n".join([TITLE, *LINES, TITLE.replace("兰陵", "平原").replace("2031", "2030"), *other])
    (tmp_path / "两份.txt").write_text(text)
    summary = ingest([tmp_path / "两份.txt"], tmp_path / "data", workers=0)
    assert summary.added == []
    assert "2 份报告" in summary.failed[0].error
    assert "兰陵日报社 2031 年度；平原日报社 2030 年度" in summary.failed[0].error
