"""The questions to sentences of the sample reports: what they are asked of, and what they must not be."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.gold import media_folders
from search.training.sources import QUESTIONS, REPORT_QUESTIONS, read_questions, read_report_questions
from tests.search.training.corpora import LATER_THAN_TRAINING, bare, measured, texts, twos

PAIRS = read_report_questions(REPORT_QUESTIONS)


def of(media: str) -> list[tuple[str, str]]:
    return read_questions(REPORT_QUESTIONS / f"{media}.txt")


TUNING = [folder.name for folder in media_folders("tuning")]


def test_there_are_many() -> None:
    assert len(PAIRS) >= 4_300


def test_no_pair_stands_twice() -> None:
    assert [pair for pair, count in Counter(PAIRS).items() if count > 1] == []
    assert {question for question, _ in PAIRS}.isdisjoint(
        question for question, _ in read_questions(QUESTIONS)
    )


def test_questions_and_sentences_are_of_sensible_length() -> None:
    for question, sentence in PAIRS:
        assert 3 <= len(question) <= 30, question
        assert 8 <= len(sentence) <= 250, sentence


def test_questions_do_not_ask_in_the_words_of_the_sentence() -> None:
    for question, sentence in PAIRS:
        shared = twos(question) & twos(sentence)
        assert len(shared) < 0.6 * len(twos(question)), f"{question} asks in the words of {sentence}"


def test_files_are_of_tuning_media() -> None:
    assert {path.stem for path in REPORT_QUESTIONS.glob("*.txt")} <= set(TUNING)


@pytest.mark.parametrize("media", sorted(path.stem for path in REPORT_QUESTIONS.glob("*.txt")))
def test_sentences_stand_in_the_reports_of_their_media(media: str) -> None:
    text = texts(media)
    assert [sentence for _, sentence in of(media) if bare(sentence) not in text] == []


@pytest.mark.parametrize("media", sorted(folder.name for folder in media_folders("aside")))
def test_no_sentence_stands_in_a_report_set_aside(media: str) -> None:
    text = texts(media)
    assert [sentence for _, sentence in PAIRS if bare(sentence) in text] == []


def test_no_question_is_one_that_search_or_answers_are_measured_by() -> None:
    questions = {question: twos(question) for question, _ in PAIRS}
    assert questions.keys().isdisjoint(measured("questions", "question"))
    for need in set(measured("needs", "query")) - LATER_THAN_TRAINING:
        pieces = twos(need)
        near = [asked for asked, own in questions.items() if len(own & pieces) > 0.4 * len(own | pieces)]
        assert near == [], f"{need} is asked, or nearly, in search/training/pairs"
