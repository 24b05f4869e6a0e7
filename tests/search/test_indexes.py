"""The two arms of search and their sum: filters inside, rows taken out, exact names first."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.report import Duty
from search import approximate, lexical, segments, vectors
from search.entries import Entry, Filters, Key, Kind
from search.hybrid import arms, exact_figures, exact_names, fitted_weights, rank
from search.lexical import LexicalIndex
from search.results import page
from search.tokens import tokens
from search.vectors import VectorIndex, read_segments

NUMBER = itertools.count(1)
ONE, TWO = "000000000000000a", "f00000000000000b"


def entry(text: str, report: str = ONE, **fields: Any) -> Entry:
    identity = f"{next(NUMBER) + (1 << 63):016x}"
    kind: Kind = fields.pop("kind", "passage")
    given = {"media": "甲报", "year": 2021, "duty": Duty.SAFETY, "passage": identity, **fields}
    return Entry(id=identity, kind=kind, report=report, text=text, **given)


ENTRIES = [
    entry("全年播出安全无事故"),
    entry("短视频《山河·故园》获一等奖", duty=Duty.CULTURE),
    entry("纪录片《山河》播出三期", report=TWO, media="乙 台", year=2022, duty=None),
    entry("数据 员工 员工120人", kind="fact", year=2022, report=TWO),
]
ALL = Filters()


def found(folder: Path, query: str, filters: Filters = ALL) -> set[str]:
    hits = LexicalIndex(folder).search(query, filters, 10)
    return {key.entry for field in hits.values() for key, _ in field}


@pytest.fixture
def words(tmp_path: Path) -> Path:
    assert lexical.update(tmp_path / "words", (), ENTRIES) == 4
    return tmp_path / "words"


def ids(*indexes: int) -> set[str]:
    return {ENTRIES[index].id for index in indexes}


def numbers(*indexes: int) -> set[int]:
    return {int(ENTRIES[index].id, 16) for index in indexes}


def test_tokens_fold_widths_and_keep_numbers_whole() -> None:
    both = tokens("ＡＰＰ用户3.5万，《山河》")
    assert both["chars"] == ["app", "用", "户", "3.5", "万", "山", "河"]
    assert both["bigrams"] == ["app", "用户", "3.5", "万", "山河"]
    assert "用户" in both["words"]
    assert not any(" " in token or not token[0].isalnum() for field in both.values() for token in field)
    assert tokens("，。 《》") == {"words": [], "bigrams": [], "chars": []}


@given(st.text(max_size=40))
def test_no_text_breaks_the_tokens(text: str) -> None:
    assert all(token and not token.isspace() for field in tokens(text).values() for token in field)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (ALL, ids(0, 2)),
        (Filters(media="甲报"), ids(0)),
        (Filters(media="乙 台"), ids(2)),
        (Filters(media="乙"), set()),
        (Filters(years=(2022,)), ids(2)),
        (Filters(years=(2020, 2021)), ids(0)),
        (Filters(duties=(Duty.SAFETY, Duty.CULTURE)), ids(0)),
        (Filters(kind="fact"), set()),
    ],
)
def test_filters_apply_inside_the_word_index(words: Path, filters: Filters, expected: set[str]) -> None:
    assert found(words, "播出", filters) == expected


def test_filters_do_not_change_scores(words: Path) -> None:
    free = dict(LexicalIndex(words).search("播出", ALL, 10)["words"])
    bound = dict(LexicalIndex(words).search("播出", Filters(media="甲报", years=(2021,)), 10)["words"])
    assert bound
    assert all(free[key] == score for key, score in bound.items())


def test_keys_come_back_whole(words: Path) -> None:
    ((key, _),) = LexicalIndex(words).search("员工", ALL, 10)["words"]
    assert key == Key(TWO, ENTRIES[3].id, ENTRIES[3].passage)
    assert LexicalIndex(words).report_of(ENTRIES[3].id) == TWO
    assert LexicalIndex(words).report_of("0" * 16) is None


def test_a_report_taken_out_is_gone_and_an_open_index_keeps_it(words: Path) -> None:
    opened = LexicalIndex(words)
    assert lexical.update(words, [TWO], [entry("乙台播出的新节目", report=TWO)]) == 3
    assert ENTRIES[2].id not in found(words, "山河")
    assert len(opened.search("山河", ALL, 10)["bigrams"]) == 2


def test_exact_names_are_found_as_phrases(words: Path) -> None:
    index = LexicalIndex(words)
    assert set(index.exact("山河", ALL, 10)) == numbers(1, 2)
    assert set(index.exact("山河故园", ALL, 10)) == numbers(1)
    assert len(index.exact("河山", ALL, 10)) == 0
    assert len(index.exact("，", ALL, 10)) == 0
    assert len(index.exact("奖", ALL, 10)) == 1


def test_fields_are_summed_with_their_boosts(words: Path) -> None:
    index = LexicalIndex(words)
    alone = index.search("山河播出", ALL, 10)
    boosts = {"chars": 1.0, "bigrams": 0.5}
    expected: dict[int, float] = {}
    for field, boost in boosts.items():
        for key, score in alone[field]:
            expected[int(key.entry, 16)] = expected.get(int(key.entry, 16), 0.0) + boost * score
    entries, scores = index.best("山河播出", boosts, ALL, 10)
    assert dict(zip(map(int, entries), scores, strict=True)) == pytest.approx(expected)
    assert list(scores) == sorted(scores, reverse=True)
    assert len(index.best("，", boosts, ALL, 10)[0]) == len(index.best("山河", {}, ALL, 10)[0]) == 0


def test_query_marks_are_no_query_language(words: Path) -> None:
    for query in ('播出" AND (', "media:甲报", "*", "播出~2^3", "   "):
        found(words, query)


def vector(*values: float) -> Any:
    row = np.array(values, dtype=np.float32)
    return row / max(1e-9, float(np.linalg.norm(row)))


def rows(*vectors_: Any) -> Any:
    return np.stack(vectors_).astype(np.float32)


def put(folder: Path, report: str, *texts: str, value: float = 1.0, gone: Sequence[str] = ()) -> int:
    entries = [entry(text, report=report) for text in texts]
    return vectors.update(folder, gone, [(entries, rows(*[vector(value, 1, 0)] * len(entries)))], 3)


def test_filters_apply_inside_the_vectors(tmp_path: Path) -> None:
    near = rows(vector(1, 0, 0), vector(0.9, 0.1, 0), vector(0, 1, 0), vector(0.8, 0, 0.2))
    vectors.update(tmp_path, (), [(ENTRIES, near)], 3)
    index = VectorIndex(tmp_path)
    query = vector(1, 0, 0)
    assert [key.entry for key, _ in index.search(query, ALL, 2)] == [ENTRIES[0].id, ENTRIES[1].id]
    only = index.search(query, Filters(media="乙 台"), 2)
    assert [key.entry for key, _ in only] == [ENTRIES[2].id], "the limit counts what passes, not what is near"
    assert [key.entry for key, _ in index.search(query, Filters(kind="fact"), 9)] == [ENTRIES[3].id]
    assert {key.entry for key, _ in index.search(query, Filters(years=(2022,)), 9)} == ids(2, 3)
    assert {key.entry for key, _ in index.search(query, Filters(duties=(Duty.CULTURE,)), 9)} == ids(1)
    assert only[0][0] == Key(TWO, ENTRIES[2].id, ENTRIES[2].passage)


def test_a_replaced_report_counts_once_and_files_are_never_changed(tmp_path: Path) -> None:
    put(tmp_path, ONE, "甲", "乙")
    before = {path: path.read_bytes() for path in tmp_path.glob("*.npy")}
    opened = VectorIndex(tmp_path)
    assert put(tmp_path, ONE, "丙", gone=[ONE]) == 1
    assert put(tmp_path, TWO, "丁", value=2) == 2
    assert len(VectorIndex(tmp_path)) == 2
    assert len(opened) == 2
    assert len(opened.search(vector(1, 1, 0), ALL, 9)) == 2, "opened files outlast their names"
    assert all(path.read_bytes() == content for path, content in before.items() if path.exists())


def test_segments_are_merged_now_and_then_and_nothing_is_lost(tmp_path: Path) -> None:
    counts = [put(tmp_path, f"{number:016x}", "甲", "乙", value=number) for number in range(1, 40)]
    assert counts == [2 * number for number in range(1, 40)]
    assert len(read_segments(tmp_path)) <= 12
    assert len(list(tmp_path.glob("*.npy"))) == 2 * len(read_segments(tmp_path))
    for number in range(1, 40, 3):
        vectors.update(tmp_path, [f"{number:016x}"], [], 3)
    assert {key.report for key, _ in VectorIndex(tmp_path).search(vector(1, 0, 0), ALL, 999)} == {
        f"{number:016x}" for number in range(1, 40) if number % 3 != 1
    }


def test_no_merged_segment_holds_more_than_memory_should(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "MOST", 10)
    monkeypatch.setattr(segments, "STEP", 3)
    counts = [put(tmp_path, f"{number:016x}", "甲", "乙", value=number) for number in range(1, 40)]
    assert counts[-1] == 78
    sizes = [segment.live for segment in read_segments(tmp_path)]
    assert max(sizes) == 8, "two of eight would be more than ten"
    assert len(sizes) < 20
    found = VectorIndex(tmp_path).search(vector(1, 0, 0), ALL, 999)
    assert {key.report for key, _ in found} == {f"{number:016x}" for number in range(1, 40)}


def test_many_vectors_are_searched_by_an_inverted_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = np.random.default_rng(3)
    centres = chance.normal(size=(40, 24))
    media = ("甲报", "乙 台")
    reports = []
    for number in range(12):
        given = [
            entry(
                "文",
                report=f"{number + 1:016x}",
                media=media[number % 2],
                year=2020 + number % 3,
                kind="fact" if at % 4 == 0 else "passage",
            )
            for at in range(120)
        ]
        close = centres[chance.integers(40, size=120)] + 0.3 * chance.normal(size=(120, 24))
        reports.append((given, (close / np.linalg.norm(close, axis=1, keepdims=True)).astype(np.float32)))
    vectors.update(tmp_path / "exact", (), reports, 24)
    monkeypatch.setattr(approximate, "FROM", {"standing": 1000, "held": 300})
    monkeypatch.setattr(approximate, "FEW", 50)
    monkeypatch.setattr(approximate, "PROBES", 20)
    vectors.update(tmp_path / "large", (), reports, 24)
    built = sorted((tmp_path / "large").glob("*.faiss"))
    assert [path.suffixes[0] for path in built] == [".held", ".standing"]
    assert not list((tmp_path / "exact").glob("*.faiss"))
    vectors.update(tmp_path / "again", (), reports, 24)
    for path in built:
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), "the same every time"
    # Before there were groups a segment had one file of all its entries.
    shutil.copytree(tmp_path / "large", tmp_path / "old")
    name = built[0].name.partition(".")[0]
    for path in built:
        (tmp_path / "old" / path.name).unlink()
    whole = approximate.build(np.load(tmp_path / "old" / f"{name}.npy"), np.arange(1440))
    (tmp_path / "old" / f"{name}.faiss").write_bytes(whole)
    exact = VectorIndex(tmp_path / "exact")
    for large in (VectorIndex(tmp_path / "large"), VectorIndex(tmp_path / "old")):
        _finds_the_nearest(exact, large, chance)
    # What is taken out is found no more, and a file without its segment goes.
    gone = reports[0][0][0].report
    vectors.update(tmp_path / "large", [gone], [], 24)
    found_now = VectorIndex(tmp_path / "large").search(chance.normal(size=24).astype(np.float32), ALL, 1500)
    assert found_now
    assert all(key.report != gone for key, _ in found_now)
    vectors.update(tmp_path / "large", [given[0].report for given, _ in reports[:8]], [], 24)
    assert not list((tmp_path / "large").glob("*.faiss"))


def _finds_the_nearest(exact: VectorIndex, large: VectorIndex, chance: np.random.Generator) -> None:
    met = []
    for filters in (
        ALL,
        Filters(kind="passage"),
        Filters(media="甲报"),
        Filters(media="甲报", years=(2021,), kind="fact"),
    ):
        for query in chance.normal(size=(20, 24)).astype(np.float32):
            query /= np.linalg.norm(query)
            wanted, got = (dict(index.search(query, filters, 10)) for index in (exact, large))
            met.append(len(wanted.keys() & got.keys()) / 10)
            assert len(got) == 10, "filters apply inside"
            assert all(wanted[key] == pytest.approx(got[key]) for key in wanted.keys() & got.keys())
    assert np.mean(met) > 0.95


def test_vectors_must_fit_their_entries(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="entries"):
        vectors.update(tmp_path, (), [([entry("甲")], rows(vector(1, 0, 0), vector(1, 0, 0)))], 3)


@given(
    st.lists(st.tuples(st.floats(-1, 1, width=32), st.floats(0, 30), st.booleans()), min_size=1, max_size=9)
)
def test_scores_lie_between_0_and_1_and_keep_the_order(entries: list[tuple[float, float, bool]]) -> None:
    meaning, bm25, near = (np.array(column) for column in zip(*entries, strict=True))
    weights = {"lexical": 0.5, "covered": 1.5}
    none = np.zeros(len(entries), dtype=bool)
    for covered in (0.0, 0.4, 1.0):
        scores = arms(meaning.astype(np.float32), near, bm25, weights, covered)
        assert ((scores >= 0) & (scores <= 1)).all()
    words = arms(meaning.astype(np.float32), none, bm25, weights)
    assert (np.diff(words[np.argsort(bm25)]) >= 0).all()
    alike = arms(meaning.astype(np.float32), ~none, np.zeros(len(entries)), weights)
    assert (np.diff(alike[np.argsort(meaning, kind="stable")]) >= 0).all()


def test_a_named_year_and_the_nearest_clause_lift_an_entry(tmp_path: Path) -> None:
    old, new = entry("台里的活动", year=2020), entry("台里的活动", year=2021)
    clause = new._replace(kind="clause", text="活动")
    alike = rows(vector(1, 1, 0), vector(1, 1, 0), vector(1, 0, 0))
    vectors.update(tmp_path / "v", (), [([old, new, clause], alike)], 3)
    lexical.update(tmp_path / "w", (), [old, new])
    args = ALL, LexicalIndex(tmp_path / "w"), VectorIndex(tmp_path / "v"), fitted_weights()
    assert len(args[2]) == 2, "clauses are no entries"
    assert rank("活动", vector(1, 0, 0), *args)[0][0].entry == new.id
    assert rank("2020年活动", vector(1, 1, 0), *args)[0][0].entry == old.id
    _, whole, nearest = args[2].meaning(
        vector(1, 0, 0), np.array([int(old.id, 16), int(new.id, 16), (1 << 64) - 1], dtype=np.uint64)
    )
    assert whole == pytest.approx([0.5**0.5, 0.5**0.5])
    assert nearest == pytest.approx([0.5**0.5, 1])
    assert vectors.update(tmp_path / "v", [ONE], [], 3) == 0
    assert len(VectorIndex(tmp_path / "v").nearest(vector(1, 0, 0), ALL, 9)) == 0


def test_facts_outside_passages_stand_for_themselves(tmp_path: Path) -> None:
    alone = entry("数据 员工", kind="fact", passage="0" * 16)
    held = entry("数据 员工", kind="fact", passage=ENTRIES[0].id)
    given = [ENTRIES[0], alone, held]
    vectors.update(tmp_path / "v", (), [(given, rows(*[vector(1, 0, 0)] * 3))], 3)
    lexical.update(tmp_path / "w", (), given)
    standing = Filters(kind="standing")
    assert set(LexicalIndex(tmp_path / "w").best("员工", {"chars": 1.0}, standing, 9)[0]) == {
        int(alone.id, 16)
    }
    index = VectorIndex(tmp_path / "v")
    for filters, expected in (
        (standing, {ENTRIES[0].id, alone.id}),
        (Filters(kind="fact"), {alone.id, held.id}),
        (Filters(kind="passage"), {ENTRIES[0].id}),
        (ALL, {each.id for each in given}),
    ):
        assert {f"{number:016x}" for number in index.nearest(vector(1, 0, 0), filters, 9)} == expected


def test_exact_names_win(words: Path, tmp_path: Path) -> None:
    vectors.update(tmp_path / "v", (), [(ENTRIES, rows(*[vector(1, 0, 0)] * 3, vector(1, 1, 0)))], 3)
    args = ALL, LexicalIndex(words), VectorIndex(tmp_path / "v"), fitted_weights()
    best = rank("播出安全无事故", vector(0, 1, 0), *args)
    assert best[0][0].entry == ENTRIES[0].id
    named = rank("播出安全无事故《山河·故园》", vector(0, 1, 0), *args)
    assert named[0][0].entry == ENTRIES[1].id
    assert exact_names('《甲》和“乙”、"丙"与《》') == ["甲", "乙", "丙"]


def test_words_count_more_the_more_of_the_query_they_cover(words: Path, tmp_path: Path) -> None:
    index = LexicalIndex(words)
    own, reworded = "播出三期纪录片山河", "纪录片山河放映了几集"
    assert index.covered(own, ALL) > 2 * index.covered(reworded, ALL) > 0
    assert index.covered("毫不相干", ALL) == index.covered("，", ALL) == 0
    assert index.covered(own, Filters(media="甲报")) < index.covered(own, ALL), "filters apply inside"
    assert index.covered(own, ALL) <= 1
    # Meaning is nearest to the first entry, words point to the third.
    vectors.update(tmp_path / "v", (), [(ENTRIES, rows(*(vector(1, 0.9 * at, 0) for at in range(4))))], 3)
    weights = {**fitted_weights(), "lexical": 0.1, "covered": 2.0}
    args = ALL, index, VectorIndex(tmp_path / "v")
    assert rank(own, vector(1, 0, 0), *args, weights)[0][0].entry == ENTRIES[2].id
    assert rank(own, vector(1, 0, 0), *args, {**weights, "covered": 0.0})[0][0].entry == ENTRIES[0].id


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("经营收入1260万元", ["1260万"]),
        ("2023年粉丝41.2万", ["41.2万"]),
        ("增长45.2％，共1,260万条", ["45.2％", "1,260万"]),
        ("12345热线办了1320件", ["12345", "1320"]),
        ("20人在2023年1月参加第34届", []),
    ],
)
def test_figures_of_a_query(query: str, figures: list[str]) -> None:
    assert exact_figures(query) == figures


def test_figures_and_years_win_whatever_meaning_says(tmp_path: Path) -> None:
    given = [
        entry("抖音号粉丝达到51.2万", year=2021),
        entry("抖音号粉丝达到41.2万", year=2021),
        entry("抖音号粉丝达到51.2万", year=2022),
    ]
    vectors.update(tmp_path / "v", (), [(given, rows(vector(1, 0, 0), vector(0, 1, 0), vector(0, 1, 1)))], 3)
    lexical.update(tmp_path / "w", (), given)
    args = ALL, LexicalIndex(tmp_path / "w"), VectorIndex(tmp_path / "v"), fitted_weights()
    near_first = vector(1, 0, 0)
    assert rank("抖音号粉丝", near_first, *args)[0][0].entry == given[0].id
    assert rank("抖音号粉丝41.2万", near_first, *args)[0][0].entry == given[1].id
    assert rank("2022年抖音号粉丝", near_first, *args)[0][0].entry == given[2].id
    both = rank("2022年抖音号粉丝41.2万", near_first, *args)
    assert {key.entry for key, _ in both[:2]} == {given[1].id, given[2].id}


def test_without_a_vector_words_alone_decide(words: Path, tmp_path: Path) -> None:
    empty = np.zeros(3, dtype=np.float32)
    vectors.update(tmp_path / "v", (), [(ENTRIES, rows(*[empty] * 4))], 3)
    hits = rank("员工", empty, ALL, LexicalIndex(words), VectorIndex(tmp_path / "v"), fitted_weights())
    assert [key.entry for key, _ in hits] == [ENTRIES[3].id]


def test_one_paragraph_does_not_flood_the_page(reports: Callable[..., list[Path]]) -> None:
    from ingest.report import Report
    from search.kept import Glance, kept
    from search.passages import passages

    sentence = "本报全年围绕中心工作推出多组报道，社会反响良好，读者来信不断，编辑部逐一答复并刊登其中有代表性的若干封。"
    text = sentence * 12 + "\n" + "另一件事是热线，" * 9 + "完。\n"
    report = Report(id=ONE, media="甲报", report_year=2021, title=None, text=text)
    cut = passages(report)
    assert len({passage.paragraph for passage in cut}) == 2
    scores = [1.0 - 0.02 * at for at in range(len(cut) - 1)] + [0.7]
    ranked = [(Key(ONE, each.id, each.id), score) for each, score in zip(cut, scores, strict=True)]
    held = Glance(kept(report, cut))
    hits = page(ranked, 2, lambda _: held)
    assert [hit.text for hit in hits] == [cut[0].text, cut[-1].text]
    assert len(page(ranked, 10, lambda _: held)) == len(cut), "they come, only later"


def test_a_bare_name_wins_too(words: Path, tmp_path: Path) -> None:
    vectors.update(tmp_path / "v", (), [(ENTRIES, rows(*[vector(1, 0, 0)] * 3, vector(1, 1, 0)))], 3)
    args = ALL, LexicalIndex(words), VectorIndex(tmp_path / "v"), fitted_weights()
    # The vector is nearest to the fourth entry.
    assert rank("山河故园", vector(1, 1, 0), *args)[0][0].entry == ENTRIES[1].id
    assert rank("故园山河", vector(1, 1, 0), *args)[0][1] <= 1
