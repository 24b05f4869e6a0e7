from collections import Counter

from search.training import vocabulary


def test_tokenizer_segments_by_score_and_drops_punctuation():
    scores = {"媒体": -5.0, "融合": -5.0, "媒": -9.0, "体": -9.0, "融": -9.0, "app": -7.0, "5": -7.0}
    tokenizer = vocabulary.build_tokenizer(scores)
    assert tokenizer.encode("媒体，融合！ＡＰＰ 媒 5", add_special_tokens=False).tokens == [
        "媒体",
        "融合",
        "app",
        "媒",
        "5",
    ]
    assert tokenizer.encode("龘", add_special_tokens=False).ids == [0]
    assert [tokenizer.token_to_id(piece) for piece in scores] == list(range(1, 8))


def test_counts_follow_dictionary_words_and_own_words():
    counts = vocabulary.count_pieces(["记者深入社区采访，三审三校不放松。", "记者用APP直播"], ["三审三校"])
    assert counts["记者"] == 2
    assert counts["三审三校"] == 1
    assert counts["app"] == 1
    assert counts["，"] == 0


def test_kept_pieces_come_first_and_english_last():
    counts = Counter({"记者": 50, "采访": 40, "app": 30, "者": 3})
    scores, kept = vocabulary.choose_pieces(
        counts, ["送温暖", "过长的词语不可成为一个单位"], ["温暖"], ["reporter"], 40
    )
    pieces = list(scores)
    assert pieces[0] == "送温暖"
    assert "过长的词语不可成为一个单位" not in pieces
    assert {"记者", "采访", "app", "温暖", "者"} <= set(pieces[: kept - 1])
    assert pieces[kept - 1 :] == ["reporter"]
    assert scores["记者"] > scores["采访"] > scores["送温暖"]


def test_size_is_kept():
    counts = Counter(dict.fromkeys(("记者", "采访", "社区", "媒体", "融合"), 10))
    scores, kept = vocabulary.choose_pieces(counts, [], ["社会"], [], 4)
    assert (len(scores), kept) == (3, 4)


def test_pieces_share_the_rows_of_their_characters():
    parts, total = vocabulary.character_rows(["[UNK]", "媒体", "体", "app"])
    assert parts == [[0], [1, 4, 5], [2, 5], [3]]
    assert total == 6


def test_english_words_by_frequency():
    assert vocabulary.english_words(["a news report", "News of 5"], 2) == ["news", "report"]
