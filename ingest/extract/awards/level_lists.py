"""Titles in lines of their own under their level and their prize:

2022年度江南广播电视大奖
一等奖：
1.《五分钟》
2.《秋天的颜色》
二等奖：
1.《浑河两岸》
"""

from __future__ import annotations

import re

from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.words import ITEM_MARK, VERB
from ingest.lexicon import LEVELS
from ingest.sentences import Span, strip_marks

_PRIZE_LINE = re.compile(
    r"(?P<prize>[^，。；：:《》\u3000\t]{4,40}(?:奖|好新闻|大赛|评选|展播))(?:获奖(?:作品|名单|情况))?[：:]?"
)
_LEVEL_LINE = re.compile(
    rf"(?P<level>{LEVELS})(?:获奖)?(?:作品|奖项|节目)?(?:[（(]?\d+[件个篇][)）]?)?[：:]?"
)
_LEVEL_AND_TITLES = re.compile(rf"(?P<level>{LEVELS})(?:获奖)?(?:作品|节目)?[：:](?=《)")


class LevelLists:
    """Reads the lines of one report in order."""

    def __init__(self) -> None:
        """Begin under no prize."""
        self._prize: AwardName | None = None
        self._level: str | None = None
        self._open: Honour | None = None
        self.found: list[Honour] = []
        """The honours that the lines so far make, each with the works of its level."""

    def take(self, tokens: Tokens, span: Span, carried: AwardName | None) -> bool:
        """Read the line at `span` (code points); tell whether it is a line of such a list and nothing else.

        `carried` is the prize that the sentences before were about, for levels without a line for their prize.
        """
        start, end = strip_marks(tokens.text, *span, "。；; \n　")
        mark = ITEM_MARK.match(tokens.text, start, end)
        start = mark.end() if mark else start
        line = tokens.text[start:end]
        prize = None if tokens.quoted else _PRIZE_LINE.fullmatch(line)
        level = _LEVEL_LINE.fullmatch(line)
        if level and (self._prize or carried):
            self._prize = self._prize or carried
            self._level, self._open = level["level"], None
            return True
        if prize and re.search(r"\d|第[一二三四五六七八九十]+届|首届", line) and not VERB.search(line):
            self._prize, self._level, self._open = parse_award_name(prize["prize"]), None, None
            return self._prize is not None
        here = _LEVEL_AND_TITLES.match(line) if "《" in line else None
        if here and (self._prize or carried):
            # 一等奖：《A》《B》
            self._prize = self._prize or carried
            self._level, self._open = here["level"], None
            start += here.end()
        works = tokens.titles_only(start, end) if self._level else []
        if not works or self._prize is None:
            self._prize = self._level = self._open = None
            return False
        if self._open is None:
            name = self._prize
            self._open = Honour(
                start, end, name.name, name.edition, name.year, self._level, [], 0, certain=True
            )
            self.found.append(self._open)
        self._open.works.extend(works)
        self._open.count = len(self._open.works)
        return True
