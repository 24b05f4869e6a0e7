"""Why a hit is there, over a small library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from search.encoder import open_encoder
from search.ingest import ingest
from search.library import Library
from search.understanding import Code

TEXT = (
    "甲报 2021\n# rights\n全年为职工组织体检两次，工会对患病和生活困难的职工开展走访慰问，发放慰问金12.5万元。\n"
    "# culture\n拍摄纪录片《山河故园》一部，在省内三家电视台播出，观众反响热烈。\n"
)


@pytest.fixture
def library(reports: Callable[..., list[Path]], tmp_path: Path, code: Code) -> Iterator[Library]:
    ingest(reports(one=TEXT, two=TEXT.replace("2021", "2022")), tmp_path / "data", workers=0, code=code)
    with Library.open(tmp_path / "data", encoder=open_encoder()) as opened:
        yield opened


def test_meaning_is_shown_by_the_part_that_has_it(library: Library) -> None:
    hit = library.search("给困难同事送过温暖没有").hits[0]
    assert hit.why is not None
    assert hit.why.part is not None
    assert hit.why.part.quote.startswith("工会对患病和生活困难的职工开展走访慰问")
    text = library.report(hit.evidence.report).text
    assert text[hit.why.part.start : hit.why.part.end] == hit.why.part.quote
    assert hit.evidence.start <= hit.why.part.start < hit.why.part.end <= hit.evidence.end
    assert 0.35 <= hit.why.part.likeness <= 1
    assert hit.why.words == ["困难"]
    assert hit.why.exact == []
    assert not hit.why.year


def test_words_names_figures_and_years_are_told(library: Library) -> None:
    hit = library.search("2022年《山河·故园》在電視台播出").hits[0]
    assert hit.why is not None
    assert (hit.evidence.year, hit.why.year) == (2022, True)
    assert hit.why.exact == ["山河·故园"]
    assert {"电视台", "播出"} <= set(hit.why.words)
    figure = library.search("慰问金12.5万元").hits[0]
    assert figure.why is not None
    assert figure.why.exact == ["12.5万"]
    assert not figure.why.year


def test_a_fact_tells_its_words(library: Library) -> None:
    for hit in library.search("观众热线", kind="fact").hits:
        assert hit.why is not None
        assert hit.why.part is None
