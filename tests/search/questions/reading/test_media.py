import pytest

from kg.build import report_triples
from kg.store import GraphStore, open_embedded
from search.questions.asking import ask
from search.questions.naming.names import proper_part
from search.questions.reading.media import choose
from tests.search.questions.gold import Shelf, gold_shelf

LANXI, CANGNING = "澜溪县融媒体中心", "沧宁日报报业集团"


@pytest.fixture(scope="module")
def both() -> Shelf:
    shelves = [gold_shelf("lanxi"), gold_shelf("cangning")]
    return Shelf(shelf.report(held.id) for shelf in shelves for held in shelf.reports)


@pytest.mark.parametrize(
    ("question", "media"),
    [
        ("澜溪县融媒体中心有多少员工", LANXI),
        ("沧宁有多少员工", CANGNING),
        ("三婶进城播放了多少次", LANXI),
        ("问政沧宁历年办理留言多少条", CANGNING),
        ("淮江新闻奖2018年拿了几件", CANGNING),
        ("东岭广播文艺奖是哪件作品得的", LANXI),
    ],
)
def test_the_media_is_the_one_that_the_question_names(both: Shelf, question: str, media: str) -> None:
    assert choose(both.graph, question, None).media == media


@pytest.mark.parametrize("question", ["有多少员工", "2020年有哪些不足", "澜溪和沧宁谁的员工多", ""])
def test_it_is_asked_for_where_the_question_leaves_it_open(both: Shelf, question: str) -> None:
    chosen = choose(both.graph, question, None)
    assert chosen.media is None
    assert LANXI in (chosen.reason or "")
    assert CANGNING in (chosen.reason or "")
    assert ask(both, question).answer is None


def test_the_one_asked_for_is_taken_in_any_spelling(both: Shelf) -> None:
    assert ask(both, "2020年有多少员工", "澜溪县 融媒体中心").values[0].value == 86
    assert ask(both, "2020年有多少员工", "沧宁").values[0].value == 341
    answer = ask(both, "有多少员工", "某某报社")
    assert answer.answer is None
    assert "某某报社" in (answer.reason or "")


def test_an_empty_store_says_so() -> None:
    empty: GraphStore = open_embedded(None)
    assert "还没有报告" in (choose(empty, "有多少员工", None).reason or "")


@pytest.mark.parametrize(
    ("media", "part"),
    [
        ("昌吉州融媒体中心", "昌吉"),
        ("澜溪县融媒体中心", "澜溪"),
        ("沧宁日报报业集团", "沧宁"),
        ("某某广播电视台", "某某"),
        ("新疆日报社", "新疆"),
        ("南方周末", "南方周末"),
    ],
)
def test_proper_part(media: str, part: str) -> None:
    assert proper_part(media) == part


def test_one_graph_of_one_media_needs_no_name() -> None:
    store = open_embedded(None)
    shelf = gold_shelf("lanxi")
    store.put(report_triples(shelf.report(shelf.reports[0].id)))
    assert choose(store, "有多少员工", None).media == LANXI
