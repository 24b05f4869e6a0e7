import numpy as np

from search import fit_weights
from search.fit_weights import Case, chosen, rated, told, validated
from search.hybrid import fitted_weights


def case(
    media: str,
    meaning: list[float],
    bm25: list[float],
    relevant: int,
    kind: str = "needs",
    covered: float = 0.0,
) -> Case:
    count = len(meaning)
    cosines = np.array(meaning, dtype=np.float32)
    none = np.zeros(count)
    return Case(
        kind=kind,
        media=media,
        whole=cosines,
        clause=cosines,
        near=np.ones(count, dtype=bool),
        words={"chars": np.array(bm25), "words": none, "bigrams": none},
        covered=covered,
        year=np.zeros(count, dtype=bool),
        relevant=np.arange(count)[None, :] == relevant,
        paragraphs=np.arange(count),
    )


def weights(lexical: float) -> dict[str, float]:
    return {"chars": 1.0, "words": 0.0, "bigrams": 0.0, "clauses": 0.5, "lexical": lexical, "covered": 4.0}


def test_a_case_is_rated_as_search_would_rank_it() -> None:
    given = case("甲报", [0.9, 0.8, 0.1], [0.0, 0.0, 5.0], relevant=2)
    assert rated(given, weights(0.1)) == (1.0, 1 / 3)
    assert rated(given, weights(2.0)) == (1.0, 1.0)
    covered = case("甲报", [0.9, 0.8, 0.1], [0.0, 0.0, 5.0], relevant=2, covered=1.0)
    assert rated(covered, weights(0.1)) == (1.0, 1.0)
    far = case("甲报", [0.9 - 0.01 * at for at in range(12)], [0.0] * 12, relevant=11)
    assert rated(far, weights(0.1)) == (0.0, 0.0)


def test_each_media_is_validated_by_the_others() -> None:
    # 甲报 wants words, 乙台 wants meaning: each is rated with what the other wants.
    cases = [
        case("甲报", [0.9, 0.1], [0.0, 5.0], relevant=1),
        case("乙台", [0.9, 0.1], [0.0, 5.0], relevant=0),
    ]
    figures = np.array([[rated(each, weights(lexical)) for each in cases] for lexical in (0.1, 2.0)])
    assert chosen(figures, cases, but="甲报") == 0
    assert chosen(figures, cases, but="乙台") == 1
    assert [rank for _, rank in validated(figures, cases)] == [0.5, 0.5]
    assert chosen(figures, cases) == 0, "equal ones go to the first"
    assert told(figures[0], cases) == "needs: Recall@5 1.000, MRR@10 0.750"


def test_the_weights_that_ship_come_from_the_grid() -> None:
    assert set(fitted_weights()) == set(fit_weights.GRID)
    for name, value in fitted_weights().items():
        assert value in fit_weights.GRID[name]
