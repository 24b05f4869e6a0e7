"""The compact dictionary cuts and tags exactly as jieba does with its own tables, and outlives a damaged cache."""

from __future__ import annotations

import importlib
import logging
from pathlib import Path
from typing import Any

import pytest

from search.dictionary import build, open_dictionary
from search.tokens import in_dictionary, tagged, words

TEXTS = (
    "2023年，报社深入贯彻新发展理念，选派12名记者到澜溪县云坪村驻村蹲点，采写“走基层”报道346篇，其中《守桥人》获第三十四届新疆新闻奖一等奖。",
    "中心微信公众号粉丝突破1602.3万，5G+4K直播首次落地；对外传播用英语English、阿拉伯语等7种语言。",
    "未发生播出事故，处理违规广告8条；职工体检率100%，为困难职工发放慰问金。",
    "欧阳明珠与司马相如研究会的塔吉克族鹰舞传承人𠮷野家一起采风，龘靐齉爩不识。",
    "研究生命起源的结合成分子时，乒乓球拍卖完了，南京市长江大桥。",
)
SMALL = "大桥 3 n\n大 2 a\n桥 1 n\n大桥下 5 s\n南京市 4 ns\n".encode()


@pytest.fixture(scope="module")
def original() -> Any:
    """Jieba with its own tables."""
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer


@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_cut_as_jieba_cuts_them(original: Any, text: str) -> None:
    wanted = [word for word in original.cut_for_search(text) if word.strip("，。；：、！？“”《》（）() ")]
    assert [word for word in words(text) if word] == [word for word in wanted if word[0].isalnum()]


def test_every_word_has_jiebas_frequency(original: Any) -> None:
    with original.get_dict_file() as file:
        content: bytes = file.read()
    tags = dict(line.split()[::2] for line in content.decode().splitlines())
    wrong = [
        word for word, frequency in list(original.FREQ.items())[::7] if in_dictionary(word) != bool(frequency)
    ]
    assert not wrong
    some = list(tags)[::997]
    assert [tagged(word)[0] for word in some if len(tagged(word)) == 1 and len(word) < 4] == [
        (word, tags[word]) for word in some if len(tagged(word)) == 1 and len(word) < 4
    ]


def test_the_likeliest_way_is_taken(tmp_path: Path) -> None:
    dictionary = open_dictionary(SMALL, tmp_path)
    assert [dictionary.get(word) for word in ("大桥", "大", "南京", "", "江")] == [3, 2, None, None, None]
    assert [dictionary.tag(word) for word in ("大桥下", "南京市", "南", "江")] == ["s", "ns", None, None]
    ends = {place: end for place, (_, end) in dictionary.routes("江南京市大桥下").items()}
    assert ends == {0: 0, 1: 3, 2: 2, 3: 3, 4: 6, 5: 5, 6: 6, 7: 0}


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no archive", b"0" * 100])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    open_dictionary(SMALL, tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert open_dictionary(SMALL, tmp_path).get("大桥下") == 5
    assert len(kept.read_bytes()) == len(whole)
    kept.write_bytes(whole[: len(whole) // 2])
    assert open_dictionary(SMALL, tmp_path).get("大桥下") == 5


def test_without_a_place_for_the_cache_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert open_dictionary(SMALL, tmp_path / "file" / "folder").get("大桥下") == 5


@pytest.mark.parametrize("line", ["大桥 3", "大桥 many n", "大桥 3 n x"])
def test_what_is_no_dictionary_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no line of a dictionary: 2"):
        build(f"大 1 n\n{line}\n".encode())
