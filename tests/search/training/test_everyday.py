"""The needs in everyday words that the encoder is taught, and the sets that it is measured by and never taught."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.everyday import FINDERS, SETS, few, main, measure, read, together, told
from benchmarks.gold import media_folders
from search.encoder import open_encoder
from search.training.frames import framed_answers
from search.training.genre import coded, teach
from search.training.ranking import Plan
from search.training.sources import (
    EVERYDAY,
    EVERYDAY_WORDS,
    QUESTIONS,
    REPORT_QUESTIONS,
    read_everyday,
    read_needs,
    read_questions,
    read_report_questions,
    read_said,
)
from search.training.vocabulary import build_tokenizer
from tests.search.training.corpora import LATER_THAN_TRAINING, bare, measured, texts, twos

PAIRS = read_everyday(EVERYDAY)
HELD = {path.stem: read(path) for path in sorted(SETS.glob("*.txt"))}
TAUGHT = {need for need, _ in [*PAIRS, *read_report_questions(REPORT_QUESTIONS), *read_questions(QUESTIONS)]}


def near(one: str, other: str) -> bool:
    """Return whether two needs are asked in nearly the same words."""
    mine, others = twos(one), twos(other)
    shared = len(mine & others)
    return shared > 0.4 * (len(mine) + len(others) - shared)


def test_passages_and_the_needs_below_them_are_read(tmp_path: Path) -> None:
    path = tmp_path / "topic.txt"
    path.write_text(
        "# remark\n全年资助困难学子。\n? 穷学生\n? 没钱念书\n\n无人问津的一句。\n", encoding="utf-8"
    )
    assert read_needs(path) == [("全年资助困难学子。", ["穷学生", "没钱念书"]), ("无人问津的一句。", [])]
    assert read_everyday(tmp_path) == [("穷学生", "全年资助困难学子。"), ("没钱念书", "全年资助困难学子。")]
    path.write_text("? 穷学生\n", encoding="utf-8")
    with pytest.raises(ValueError, match="before any passage"):
        read_needs(path)


def test_everyday_words_are_read_and_clean(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# remark\n穷学生 苦孩子 > 贫困学子\n", encoding="utf-8")
    assert read_said(path) == [("穷学生", "贫困学子"), ("苦孩子", "贫困学子")]
    said = read_said(EVERYDAY_WORDS)
    assert len(said) >= 2_400
    assert [pair for pair, count in Counter(said).items() if count > 1 or pair[0] == pair[1]] == []


def test_words_are_set_into_a_question_and_a_statement() -> None:
    pairs = framed_answers([("穷学生", "贫困学子")] * 3, seed=1)
    assert pairs == framed_answers([("穷学生", "贫困学子")] * 3, seed=1)
    assert all("穷学生" in asked and "贫困学子" in said for asked, said in pairs)


def test_what_is_learnt_of_a_word_moves_words_of_the_same_characters() -> None:
    """Of 欠薪 no lesson tells: it moves as 讨薪 does, by the character that both have; 天气 stays where it was."""
    pieces = ["要工钱", "讨薪", "欠薪", "天气", "下雨"]
    tokenizer = build_tokenizer(dict.fromkeys(pieces, -1.0))
    rows = np.eye(6, 8, dtype=np.float32) * 100
    pairs = [("要工钱", "讨薪"), ("下雨", "天气")] * 8
    numbers = {piece: number for number, piece in enumerate(pieces, 1)}

    def nearness(table: NDArray[np.float32], one: str, other: str) -> float:
        first, second = table[numbers[one]], table[numbers[other]]
        return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))

    given = [coded("few", tokenizer, pairs, repeats=40)]
    taught = teach(tokenizer, rows, given, lambda line: None, Plan(rate=2.0, warm_up=1))
    assert nearness(taught, "要工钱", "讨薪") > 0.5
    assert nearness(taught, "要工钱", "欠薪") > nearness(taught, "下雨", "欠薪")
    assert nearness(rows, "要工钱", "欠薪") == 0
    assert taught[0].tolist() == [0.0] * 8


def test_there_are_many_and_none_stands_twice() -> None:
    assert len(PAIRS) >= 2_400
    assert [need for need, count in Counter(need for need, _ in PAIRS).items() if count > 1] == []


def test_needs_and_passages_are_of_sensible_length() -> None:
    for need, passage in PAIRS:
        assert 2 <= len(need) <= 30, need
        assert 8 <= len(passage) <= 250, passage


def test_needs_are_not_told_in_the_words_of_the_passage() -> None:
    for need, passage in PAIRS:
        assert len(twos(need) & twos(passage)) < 0.6 * len(twos(need)), (
            f"{need} asks in the words of {passage}"
        )


def test_no_need_is_one_that_search_is_measured_by() -> None:
    held = [need for each in HELD.values() for need in each.questions]
    assert [(need, taught) for need in held for taught in TAUGHT if near(need, taught)] == []
    own = {need for need, _ in PAIRS}
    gold = set(measured("needs", "query")) - LATER_THAN_TRAINING
    assert [(need, taught) for need in gold for taught in own if near(need, taught)] == []
    assert own.isdisjoint(measured("questions", "question"))


@pytest.mark.parametrize("media", sorted(folder.name for folder in media_folders("aside")))
def test_no_passage_stands_in_a_report_set_aside(media: str) -> None:
    text = texts(media)
    assert [passage for _, passage in PAIRS if bare(passage) in text] == []


def test_held_out_sets_are_whole_and_ask_in_other_words() -> None:
    assert len(HELD) == 4
    taught = {passage for _, passage in PAIRS}
    for name, each in HELD.items():
        assert len(each.passages) >= 58, name
        assert len(each.questions) >= 45, name
        assert len(few(each)) >= 0.75 * len(each.questions), name
        assert taught.isdisjoint(each.passages), name


def test_search_meets_most_needs_of_the_held_out_sets(capsys: pytest.CaptureFixture[str]) -> None:
    everything = together(list(HELD.values()))
    assert len(everything.questions) == sum(len(each.questions) for each in HELD.values())
    figures = {name: measure(each, open_encoder()) for name, each in HELD.items()}
    recalls = [recall for each in figures.values() for recall in each["search"][0]]
    worded = [recall for each in figures.values() for recall in each["BM25 together"][0]]
    assert sum(recalls) / len(recalls) >= FLOOR > sum(worded) / len(worded)
    lines = list(told(figures, HELD))
    assert len(lines) == len(HELD) + 2
    assert all(finder in line for line in lines for finder in FINDERS)


def test_misses_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--misses"]) == 0
    said = capsys.readouterr().out
    assert "all sets, searched together" in said
    assert " -> " in said


FLOOR = 0.9
"""Recall@5 of the whole search, each set searched alone; 0.88 before the encoder was taught everyday words."""
