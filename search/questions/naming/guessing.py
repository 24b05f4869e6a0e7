"""A name in a question, and titles that a question spells with one wrong character."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ingest.report import PlatformKind
from search.checking.sounds import alike
from search.questions.naming.catalog import Catalog
from search.questions.naming.entity import Entity
from search.questions.wording.words import PARTICLES
from search.tokens import in_dictionary, tagged

SHORTEST, SHORTEST_QUOTED = 5, 4
"""Characters of the shortest title that is known again with one wrong; between quotation marks."""
_PERSON = 3
"""Characters of a person's name, which is known again where the wrong one sounds or looks alike (钟望书, 钟望舒)."""
_TITLED = frozenset({"work", "column", "referent"})
_OUTLET = re.compile(r"(?:[报台网刊号端]|频道|频率|广播|app)$")


@dataclass(frozen=True)
class Mention:
    """A name in the question and what it may mean. No candidates: nothing in the reports is called so."""

    name: str
    """As the question has it, in one spelling; with the word that tells its kind."""
    start: int
    end: int
    """Its place in the question in one spelling, end exclusive."""
    candidates: tuple[Entity, ...]
    guessed: str | None = None
    """The name in the reports, where the question's differs from it."""


def misspelt(text: str, quoted: Collection[str], known: Catalog) -> Iterator[Mention]:
    """Yield titles of works, columns and campaigns that stand in a text (in one spelling) but for one character.

    Digits must be right, and no other title may be as near. Names of outlets and prizes are passed over: 日报 and
    晚报 are two papers.
    """
    present = set(text)
    for name, entities in known.named.items():
        if len(name) - sum(char in present for char in name) > 1:
            continue
        titled = tuple(entity for entity in entities if entity.kind in _TITLED)
        if len(name) == _PERSON and any(entity.kind == "referent" for entity in titled) and name not in text:
            for start in range(len(text) - len(name) + 1):
                said = text[start : start + len(name)]
                if said[0] == name[0] and _one_wrong(said, name) and all(map(alike, said, name)):
                    yield Mention(said, start, start + len(name), titled, titled[0].label)
        named = titled or tuple(entity for entity in entities if entity.kind == "platform")
        if not named or _OUTLET.search(name) or len(name) < _PERSON or name in text:
            continue
        for start in range(len(text) - len(name) + 1):
            said = text[start : start + len(name)]
            if not _one_wrong(said, name) or _within_word(text, start, said, name):
                continue
            # 掌上眠川 is 掌上岷川, 《茶山悦》 is 《茶山月》: what sounds or looks alike may be shorter.
            sounds = said not in known.said and all(map(alike, said, name))
            enough = SHORTEST_QUOTED if said in quoted else SHORTEST
            if (titled and len(name) >= enough) or (sounds and len(name) >= enough - 1):
                yield Mention(said, start, start + len(name), named, named[0].label)


def shortened(text: str, known: Catalog) -> Iterator[Mention]:
    """Yield the parts of titles that a text (in one spelling) has and that the reports use nowhere but in one title.

    九旬老人 is the piece 《九旬老人的三次搬家》, as long as no other sentence speaks of 九旬老人.
    """
    for name, entities in known.named.items():
        titled = tuple(entity for entity in entities if entity.kind in ("work", "column"))
        if not titled or len(name) <= SHORTEST_QUOTED or name in text:
            continue
        start, length = _longest_part(name, text)
        part = text[start : start + length]
        if (length < SHORTEST_QUOTED and 2 * length < len(name)) or length < _PERSON or part in known.named:
            continue
        if _SO_LONG.fullmatch(part):
            continue  # 自治区70年大庆 is not “70年70人”.
        if length < SHORTEST_QUOTED and _is_word(part):
            continue  # 给年轻人讲的党课 is not 《村口的年轻人》.
        if known.said.count(part) == known.said.count(name) and not _ASKING.search(part):
            yield Mention(part, start, start + length, titled, titled[0].label)


def _is_word(part: str) -> bool:
    """Tell whether something is one word that everybody uses: 年轻人."""
    return in_dictionary(part) and [word for word, _ in tagged(part)] == [part]


_SO_LONG = re.compile(r"\d+(?:周?年|个?月|天)")
_MADE = "视频|短视频|片子|片|报道|稿子|稿|作品|文章|海报|歌|纪录片|广播剧|评论|漫画|直播|通讯|消息"
_POINTED = re.compile(
    rf"那(?:1?[条部篇个首集期段组场])?(?P<what>[\u4e00-\u9fff]{{2,8}}?)的?(?:{_MADE})(?!人)|(?P<before>[\u4e00-\u9fff]{{2,8}}?)的?那1?[条部篇首集期段组场](?:{_MADE})"
)


def pointed_at(text: str, known: Catalog) -> Iterator[Mention]:
    """Yield the one work that a text (in one spelling) points at by a word of its title: 那条消防员的视频 is 《消防员吃面的三分钟》."""
    if "那" not in text or (match := _POINTED.search(text)) is None:
        return
    group = "what" if match["what"] else "before"
    for start in range(*match.span(group)):
        said = text[start : match.end(group)]
        if len(said) < _PERSON - 1:
            return
        found = {
            each.iri: each
            for name, entities in known.named.items()
            if said in name
            for each in entities
            if each.kind == "work"
        }
        if len(found) == 1:
            (work,) = found.values()
            yield Mention(text[start : match.end()], start, match.end(), (work,), work.label)
            return


_ORGAN = re.compile(
    r"(?<![\u4e00-\u9fff]级)(?:(?P<rank>[省市县区州])(?:委)?(?:机关)?报(?![纸业告刊道社名送])|党报|机关报)"
)


def organs(text: str, known: Catalog) -> Iterator[Mention]:
    """Yield the papers that a text (in one spelling) calls by whose organ they are: 省报, 党报, where the reports say 省委机关报《…日报》."""
    for match in _ORGAN.finditer(text):
        of = [f"{match['rank'] or ''}委{joint}机关报" for joint in ("", "的")]
        called = [
            name
            for name, each in known.named.items()
            if any(e.outlet is PlatformKind.NEWSPAPER for e in each)
            and any(organ + name in known.said for organ in of)
        ]
        papers = tuple(dict.fromkeys(entity for name in called for entity in known.named[name]))
        if papers:
            yield Mention(match[0], *match.span(), papers, None)


# 最后一次 is no part of 《最后一班轮渡》, nor is 是什么时候 of 《这是什么垃圾》.
_ASKING = re.compile(
    r"^(?:最后1?|最早|首次|第1次?|头1次?|每1?年|哪1?年|多少)|^[是叫为有在]?(?:什么|怎么|怎样|如何|哪[个些里儿])(?:时候?)?$"
)


# Nor is it “最后一班” with a wrong character.
_AT_AN_END = re.compile(r"(?:最后|最近|第)1[次回]")


def quoted_parts(text: str, known: Catalog) -> frozenset[str]:
    """Return what a text (in one spelling) says of longer terms that the reports put between marks and that they use nowhere else.

    村里过大年 is “我在村里过大年”.
    """
    found = set()
    for term in known.quoted:
        if len(term) <= SHORTEST_QUOTED or term in text:
            continue
        start, length = _longest_part(term, text)
        part = text[start : start + length]
        if (
            length >= SHORTEST_QUOTED
            and 2 * length > len(term)
            and known.said.count(part) == known.said.count(term)
        ):
            found.add(part)
    return frozenset(found)


def _longest_part(name: str, text: str) -> tuple[int, int]:
    """Return where in `text` the longest run of characters stands that `name` has too, and how long it is."""
    best = (0, 0)
    for start in range(len(text)):
        while start + best[1] < len(text) and text[start : start + best[1] + 1] in name:
            best = (start, best[1] + 1)
    return best


def respelt(text: str, known: Catalog) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a text (in one spelling) with what the reports quote spelt as they do, and what was put for what.

    中央橱房 is 中央厨房: one character is wrong, and no report writes it so.
    """
    put: list[tuple[str, str]] = []
    present = set(text)
    for term in sorted(known.quoted):
        if len(term) < SHORTEST_QUOTED or term in text or _OUTLET.search(term):
            continue
        if len(term) - sum(char in present for char in term) > 1:
            continue
        for start in range(len(text) - len(term) + 1):
            said = text[start : start + len(term)]
            if _one_wrong(said, term) and said not in known.said and not _AT_AN_END.search(said):
                text = text.replace(said, term)
                put.append((said, term))
                break
    return text, tuple(put)


def _within_word(text: str, start: int, said: str, name: str) -> bool:
    """Tell whether the character that is wrong at the end belongs to a word that goes on behind it: 消费维权|受理 is no “消费维权哨”."""
    end = start + len(said)
    return said[-1] != name[-1] and end < len(text) and in_dictionary(text[end - 1 : end + 1])


def _one_wrong(said: str, name: str) -> bool:
    """Tell whether one character is another; 送戏下乡演了 is no 送戏下乡演出, as 了 belongs to the asking."""
    wrong = [(one, other) for one, other in zip(said, name, strict=True) if one != other]
    if len(wrong) != 1 or wrong[0][0] in PARTICLES:
        return False
    return not any(char.isdigit() for char in wrong[0])
