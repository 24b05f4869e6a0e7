"""Where sentences and clauses begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sentences import clauses, sentences, strip_marks


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


SENTENCES: list[tuple[str, list[str]]] = [
    ("坚持导向。做好服务。", ["坚持导向。", "做好服务。"]),
    ("坚持导向！做好服务？传承文化。", ["坚持导向！", "做好服务？", "传承文化。"]),
    ("坚持导向；做好服务。", ["坚持导向；做好服务。"]),
    ("坚持导向\n做好服务", ["坚持导向", "做好服务"]),
    ("没有句号", ["没有句号"]),
    ("  坚持导向。  做好服务。 ", ["坚持导向。", "做好服务。"]),
    ("", []),
    (" \n\n ", []),
    # inside quotations and brackets nothing ends
    ("刊发《为何屡禁不止？》等报道。反响热烈。", ["刊发《为何屡禁不止？》等报道。", "反响热烈。"]),
    ("他说：“我来了。我看见。”大家鼓掌。", ["他说：“我来了。我看见。”大家鼓掌。"]),
    ("推出《紧急！赶快治》报道。", ["推出《紧急！赶快治》报道。"]),
    ("增强“四力”（脚力！眼力！）。继续努力。", ["增强“四力”（脚力！眼力！）。", "继续努力。"]),
    ("评论《莫让“指尖”代替“脚尖”！》获奖。", ["评论《莫让“指尖”代替“脚尖”！》获奖。"]),
    # marks that follow the stop belong to it
    ("他说“好。”她说“行。”", ["他说“好。”她说“行。”"]),
    ("（全年无事故。）继续努力。", ["（全年无事故。）继续努力。"]),
    ("真的吗？！继续努力。", ["真的吗？！", "继续努力。"]),
    ("等等……。继续努力。", ["等等……。", "继续努力。"]),
    # straight marks
    ('开设"新春"专栏。"新春"很好。', ['开设"新春"专栏。', '"新春"很好。']),
    ('他说"好。"她走了。', ['他说"好。"', "她走了。"]),
    # a quotation that is never closed
    ("开设“新春专栏。刊发报道。", ["开设“新春专栏。", "刊发报道。"]),
    ("开设《新春专栏。刊发报道。", ["开设《新春专栏。", "刊发报道。"]),
    ("刊发报道》。继续努力。", ["刊发报道》。", "继续努力。"]),
    # numbers
    ("增长38.4%。继续努力。", ["增长38.4%。", "继续努力。"]),
    ("1.前言。2.后记。", ["1.前言。", "2.后记。"]),
]
CLAUSES = [
    ("深度少；评论弱；人才缺。", ["深度少；", "评论弱；", "人才缺。"]),
    ("深度少，评论弱；人才缺", ["深度少，评论弱；", "人才缺"]),
    ("开设《甲；乙》栏目；播出。", ["开设《甲；乙》栏目；", "播出。"]),
    ("“甲；乙”；丙", ["“甲；乙”；", "丙"]),
]
AT_COMMAS = [
    ("发稿4,860条,播放1,150,300次,点赞3,12人次", ["发稿4,860条,", "播放1,150,300次,", "点赞3,", "12人次"]),
    ("办班12,2000人次参训", ["办班12,", "2000人次参训"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "expected"), AT_COMMAS)
def test_the_comma_of_a_figure_ends_no_clause(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text, 0, len(text), "，,")] == expected


def test_strip_marks_leaves_the_words() -> None:
    text = "；人才短缺。 "
    start, end = strip_marks(text, 0, len(text))
    assert text[start:end] == "人才短缺"


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "甲。乙。丙。"
    assert sentences(text, 2, 4) == [(2, 4)]


WRITING = st.text(alphabet="甲乙丙1.。！？；，：\n 　《》“”（）\"'「」", max_size=200)


@given(WRITING)
@settings(derandomize=True, max_examples=400, deadline=None)
def test_spans_are_ordered_disjoint_trimmed_and_cover_all_but_white_space(text: str) -> None:
    spans = sentences(text)
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        position = end
    assert not text[position:].strip()


@given(
    st.lists(
        st.sampled_from(["甲乙", "《何故？！》", "“好。好。”", "（真的？）", "，", "丙"]),
        min_size=1,
        max_size=12,
    )
)
@settings(derandomize=True, max_examples=200, deadline=None)
def test_a_closed_quotation_is_never_cut(parts: list[str]) -> None:
    text = "".join(parts) + "。"
    assert len(sentences(text)) == 1
