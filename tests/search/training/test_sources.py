import gzip
import json
from collections import defaultdict

import pytest

from ingest.plain import simplified
from search.questions.wording.words import key, topic_words
from search.training.frames import framed
from search.training.sources import (
    QUESTIONS,
    SOURCES,
    SYNONYMS,
    read_groups,
    read_own_words,
    read_pairs,
    read_questions,
)


def test_thesaurus_is_clean():
    groups = read_groups(SYNONYMS)
    assert len(groups) >= 1500
    for group in groups:
        assert len(group) >= 2, group
        words = [key(word) for word in group]
        assert all(words), group
        assert len(set(words)) == len(words), group
        assert simplified(" ".join(group)) == " ".join(group)


def test_no_group_of_the_thesaurus_stands_inside_another():
    groups = [frozenset(map(key, group)) for group in read_groups(SYNONYMS)]
    holding = defaultdict(set)
    for at, group in enumerate(groups):
        for word in group:
            holding[word].add(at)
    for at, group in enumerate(groups):
        # Groups that hold all words of this one: itself, and no other.
        assert set.intersection(*(holding[word] for word in group)) == {at}, sorted(group)


def test_words_that_only_belong_together_train_and_answer_for_none(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("~ 婚假 丧假\n", encoding="utf-8")
    assert read_groups(path) == [["婚假", "丧假"]]
    assert ["婚假", "丧假", "探亲假", "事假"] in read_groups(SYNONYMS)
    assert "丧假" not in topic_words().get("婚假", frozenset())
    assert "~" not in topic_words()
    assert "薪酬" in topic_words()["工资"]


def test_questions_are_clean():
    pairs = read_questions(QUESTIONS)
    assert len(pairs) >= 300
    assert len({question for question, _ in pairs}) == len(pairs)
    for question, statement in pairs:
        assert 3 <= len(question) <= 30, question
        assert 8 <= len(statement) <= 80, statement


def test_groups_and_questions_of_a_file(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("# title\n\n粉丝 关注人数  订阅用户 # people\n停刊 休刊\n", encoding="utf-8")
    assert read_groups(path) == [["粉丝", "关注人数", "订阅用户"], ["停刊", "休刊"]]
    path.write_text("# title\n有人吗\t现有职工三人\n", encoding="utf-8")
    assert read_questions(path) == [("有人吗", "现有职工三人")]


def test_framed_words_stand_in_question_and_statement():
    pairs = framed([["粉丝", "订阅用户"]], seed=1)
    assert len(pairs) == 2
    assert "粉丝" in pairs[0][0]
    assert "订阅用户" in pairs[0][1]
    assert "订阅用户" in pairs[1][0]
    assert "粉丝" in pairs[1][1]
    assert framed([["粉丝", "订阅用户"]], seed=1) == pairs


@pytest.fixture
def data(tmp_path):
    for source in SOURCES:
        with gzip.open(tmp_path / f"pairs-{source.name}.jsonl.gz", "wt", encoding="utf-8") as file:
            for number in range(3):
                file.write(json.dumps({"a": f"甲{number}", "b": f"乙{number}", "k": "head"}) + "\n")
    with gzip.open(tmp_path / "text-own-genre-synonym-groups.txt.gz", "wt", encoding="utf-8") as file:
        file.write("特有词 另一词\n")
    return tmp_path


def test_pairs_carry_their_repeats(data):
    sets = {pairs.name: pairs for pairs in read_pairs(data, seed=1)}
    assert {pair.repeats for pair in sets["gov-work-reports-city"].pairs} == {3}
    assert {pair.repeats for pair in sets["own-genre-queries"].pairs} == {10}
    assert {pair.repeats for pair in sets["drcd-dev"].pairs} == {1}
    assert sets["tatoeba-zh-en"].bridge
    assert not sets["tatoeba-zh"].bridge
    assert "genre-synonyms" in sets
    assert "genre-questions" in sets


def test_own_words_come_from_both_thesauri(data):
    words = read_own_words(data)
    assert words[:2] == ["特有词", "另一词"]
    assert "粉丝" in words
    assert len(words) == len(set(words))
