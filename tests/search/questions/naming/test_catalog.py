import gc
import weakref

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.naming.catalog import catalog
from tests.search.questions.gold import Shelf, gold_shelf


def test_a_catalog_is_read_once_and_goes_with_its_store() -> None:
    lanxi = gold_shelf("lanxi")
    shelf = Shelf(lanxi.report(held.id) for held in lanxi.reports)
    assert ask(shelf, "2020年有多少员工").answer
    assert catalog(shelf, "澜溪县融媒体中心") is catalog(shelf, "澜溪县融媒体中心")
    store = weakref.ref(shelf.graph)
    del shelf
    gc.collect()
    assert store() is None


def test_the_catalogs_asked_about_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.questions.naming.catalog._KEPT", 2)
    reports = [
        understand(f"{media}社会责任报告（2020年度）\n全年发稿{number}篇。".encode(), "a.txt", media, 2020)
        for number, media in enumerate("甲报 乙报 丙报".split(), 30)
    ]
    shelf = Shelf(reports)
    first, second = catalog(shelf, "甲报"), catalog(shelf, "乙报")
    assert catalog(shelf, "甲报") is first
    catalog(shelf, "丙报")
    assert catalog(shelf, "甲报") is first
    assert catalog(shelf, "乙报") is not second


def test_a_figure_knows_its_sentence_and_its_clause() -> None:
    known = catalog(gold_shelf("lanxi"), "澜溪县融媒体中心")
    assert known.years == [2020, 2021, 2023, 2024]
    (figure,) = [f for f in known.figures if f.year == 2020 and f.name == "办结率"]
    assert figure.clause == "办结率为91"
    assert "新闻热线" in figure.around
    assert figure.subject_name == "新闻热线"
