"""The embedded model's tokenizer gives the numbers that the `tokenizers` package gives."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from search.encoder import EMBEDDED
from search.encoders.unigram import Unigram, open_unigram

VOCABULARY = EMBEDDED / "tokenizer.json"
TEXTS = (
    "2023年，报社选派12名记者到澜溪县云坪村驻村蹲点，采写“走基层”报道346篇。",
    "微信公众号WeChat粉丝突破１６０２．３万，5G+4K直播首次落地",
    "ΣΟΦΟΣ Σ ς İstanbul Straße ﬁlm Ⅳ ㎡ ① ½ é́ カﾞ ٣ _x_ a-b",
    "龘靐齉𠮷野家々〇⺀⼀〡",
    "龘龘报道龘",
    "",
    "，。！ \n",
)


@cache
def ours() -> Unigram:
    opened = open_unigram(VOCABULARY)
    assert opened is not None
    return opened


@cache
def theirs() -> Any:
    return Tokenizer.from_file(str(VOCABULARY))


@pytest.mark.parametrize("text", TEXTS)
def test_pieces_are_the_same(text: str) -> None:
    assert ours().ids(text).tolist() == theirs().encode(text, add_special_tokens=False).ids


@given(st.text(st.sampled_from("员工职从业人作记者单位abXY09Σσς龘𠮷々⺀一①，。 _-"), max_size=30))
def test_pieces_of_any_text_are_the_same(text: str) -> None:
    assert ours().ids(text).tolist() == theirs().encode(text, add_special_tokens=False).ids


@pytest.mark.parametrize(
    "change",
    [
        {"normalizer": None},
        {"post_processor": {"type": "BertProcessing"}},
        {"added_tokens": [{"id": 0, "content": "[PAD]"}]},
        {"model": {"type": "BPE", "vocab": {}, "merges": []}},
        {"model": {"type": "Unigram", "unk_id": None, "vocab": [["一", -1.0]]}},
        {"model": {"type": "Unigram", "unk_id": 0, "vocab": [["一", -1.0], ["一", -2.0]]}},
    ],
)
def test_other_forms_are_left_to_others(change: dict[str, Any], tmp_path: Path) -> None:
    told = json.loads(VOCABULARY.read_text(encoding="utf-8"))
    told["model"] = {"type": "Unigram", "unk_id": 0, "vocab": [["[UNK]", -3.0], ["一", -1.0]]}
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert open_unigram(path) is not None
    path.write_text(json.dumps(told | change), encoding="utf-8")
    assert open_unigram(path) is None


def test_what_is_no_json_is_left_to_others(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_bytes(b"\xff{")
    assert open_unigram(path) is None
