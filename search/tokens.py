"""Chinese text as the tokens of the word index: words, character bigrams, single characters.

Half- and full-width forms are one (NFKC), traditional characters are simplified, letters are lower case, runs of letters and digits are one token
each and punctuation is none. Index and query go the same way.
"""

from __future__ import annotations

import io
import logging
import os
import re
import tempfile
import unicodedata
import warnings
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.plain import simplified
from search.once import once

if TYPE_CHECKING:
    from search.dictionary import Dictionary

FIELDS = ("words", "bigrams", "chars")
_PIECE = re.compile(r"[^，。；：、！？“”《》（）()\s]+")
"""What stands between marks at which jieba breaks in any case, so that pieces are cut as the whole would be."""
RUN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?|[^\W_a-z0-9]+")


def tokens(text: str) -> dict[str, list[str]]:
    """Return the tokens of `text` by field."""
    return {field: found.split() for field, found in spaced(text).items()}


def spaced(text: str) -> dict[str, str]:
    """Return the tokens of `text` by field, with spaces between."""
    parts = [_spaced(piece) for piece in _PIECE.findall(text)]
    return {field: " ".join([part[at] for part in parts if part[at]]) for at, field in enumerate(FIELDS)}


def words(plain: str) -> list[str]:
    """Return the words of `plain` and the words inside long ones, as jieba's dictionary knows them."""
    return [word for piece in _PIECE.findall(plain) for word in _cut(piece)[0].split()]


@lru_cache(maxsize=1 << 12)
def _spaced(piece: str) -> tuple[str, str, str]:
    # Kept, as a fact is indexed with pieces that its passage has been cut into just before.
    return _cut(simplified(unicodedata.normalize("NFKC", piece).lower()))


@lru_cache(maxsize=1 << 12)
def _cut(piece: str) -> tuple[str, str, str]:
    """Return words, bigrams and characters of a piece, each with spaces between."""
    words = [word for word in _jieba().cut_for_search(piece) if word[0].isalnum()]
    bigrams, characters = [], []
    for run in RUN.findall(piece):
        if run[0].isascii():
            bigrams.append(run)
            characters.append(run)
        else:
            bigrams += [run[at : at + 2] for at in range(max(1, len(run) - 1))]
            characters += run
    return " ".join(words), " ".join(bigrams), " ".join(characters)


def tagged(plain: str) -> list[tuple[str, str]]:
    """Return the words of `plain` in order, each with jieba's part of speech (n, v, d …)."""
    return [(pair.word, pair.flag) for pair in _tagger().cut(plain)]


def in_dictionary(word: str) -> bool:
    """Tell whether jieba's dictionary has a word; parts that only begin longer words are none."""
    return bool(_jieba().FREQ.get(word))


class _Tags:
    """The parts of speech of a dictionary as jieba asks for them."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def get(self, word: str, default: str) -> str:
        """Return the part of speech of a word, `default` where the dictionary lacks it."""
        return self._dictionary.tag(word) or default


@once
def _tagger() -> Any:
    tokenizer = _jieba()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

        # When imported it reads a table of every word, which alone takes 45 MB; it is given an empty dictionary.
        jieba.dt.get_dict_file = lambda: io.BytesIO(b"")
        try:
            from jieba import posseg
        finally:
            del jieba.dt.get_dict_file
    tagger = posseg.dt
    tagger.word_tag_tab = _Tags(tokenizer.FREQ)
    tagger.tokenizer = tokenizer
    return tagger


@once
def _jieba() -> Any:
    with warnings.catch_warnings():
        # jieba 0.42 still imports pkg_resources and has invalid escapes; neither is of use to our readers.
        warnings.simplefilter("ignore")
        import jieba
    from search.dictionary import open_dictionary

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        dictionary = open_dictionary(file.read(), _cache_folder())
    # jieba asks these of its own tables, which are never filled.
    tokenizer.FREQ, tokenizer.initialized = dictionary, True
    tokenizer.get_DAG = dictionary.routes
    tokenizer.calc = lambda _, routes, found: found.update(routes)
    return tokenizer


def _cache_folder() -> Path:
    """Return a folder of this user's own for what is made of jieba's dictionary, a temporary one where the home is read only."""
    base = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    folder = Path(base) / "yinzheng"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    return Path(tempfile.mkdtemp(prefix="yinzheng-"))
