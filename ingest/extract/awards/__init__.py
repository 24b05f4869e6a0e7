"""Awards: who or what won which honour, at which edition and level, and how many.

An award sentence is read as a small language. Its tokens are titles, honour verbs, counts with 件/个, levels,
editions and years; what stands between them is put together clause by clause:

    《A》《B》 分获 第34届X奖 一等奖、二等奖        works · verb · award · levels
    10件作品 在第34届X奖评选中 获奖，其中一等奖2件   count · award · verb · parts
    获得 2023年度X奖13件；2023年度Y奖14件           verb · award · count, the verb carried on
    X奖一等奖：《A》《B》                           award · level · works
    《A》，第34届X奖，一等奖                        a record without a verb
    奖项⇥作品⇥等级                                 a table, column by column
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.alternation import by_letter
from ingest.extract.awards.honours import Honour, merged
from ingest.extract.awards.level_lists import LevelLists
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.records import Records
from ingest.extract.awards.sentence import read_sentence
from ingest.extract.awards.state import State
from ingest.extract.awards.tables import table_honours
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.words import HINT
from ingest.lexicon import LEVELS
from ingest.reading import Reading
from ingest.report import Award
from ingest.titles import Titles

__all__ = ["extract_awards", "parse_award_name"]


_LEVEL_OR_AWARD = by_letter(rf"{LEVELS}|奖项|获奖|参评")


def _only_levels(sentence: str) -> bool:
    """Tell whether a paragraph gives pieces their levels and names no prize: it is of the prize before.

    消息《A》获二等奖；通讯《B》获三等奖。
    """
    rest = _LEVEL_OR_AWARD.sub("", sentence)
    return bool(
        re.search(LEVELS, sentence) and "《" in sentence and not re.search("奖|好新闻|好作品|大赛|比赛", rest)
    )


def _under_honours(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a line with a colon stands under a heading for honours: 《A》：江南省“五个一工程”优秀作品."""
    return reading.text.find("：", start, end) >= 0 and any(
        re.search(r"获奖|荣誉|奖项|表彰", title) for title in reading.section_path(start)
    )


def extract_awards(reading: Reading, titles: Titles) -> Iterator[Award]:
    """Yield each honour once; the same honour told again in other words becomes a mention of the first.

    Example: ``《印象昌吉》荣获第四届中国短视频大会三等奖`` → award 中国短视频大会, edition 4, level 三等奖,
    works [印象昌吉], count 1.
    """
    honours: list[Honour] = []
    records = Records()
    in_tables, claimed = table_honours(reading, titles)
    carried: AwardName | None = None
    before = aside = 0
    lists = LevelLists()
    for sentence in reading.sentences:
        paragraph = "\n" in reading.text[before : sentence[0]]
        before = sentence[1]
        if any(start <= sentence[0] < end for start, end in claimed):
            continue
        if paragraph and lists.take(Tokens(reading.text, titles.between(*sentence)), sentence, carried):
            aside = 0
            continue
        if not HINT.search(reading.text, *sentence) and not _under_honours(reading, *sentence):
            # 本次评审共有215件作品参评。: a sentence or two between a prize and its pieces.
            aside += 1
            carried = carried if aside < 3 else None
            continue
        aside = 0
        if paragraph and not _only_levels(reading.text[slice(*sentence)]):
            carried = None
        told_before = honours[-1].works if carried is not None and honours else []
        state = State(reading, titles, sentence, carried, told_before)
        honours.extend(records.read(state.tokens, *sentence) or read_sentence(state))
        carried = state.award
    honours.extend([*in_tables, *lists.found])
    yield from merged(reading, honours)
