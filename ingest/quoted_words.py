"""One place of a quoted name with the words around it: what `ingest.judging` holds its cues against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ingest.alternation import by_letter
from ingest.genres import genre_after, genre_before, genre_counted
from ingest.lexicon import COLUMN_AFTER, COLUMN_BEFORE, PROGRAMME_AFTER, PROGRAMME_NAME
from ingest.title_cues import (
    ACTS_BEFORE,
    CAMPAIGN_AFTER,
    COLUMN_PRIZE,
    LEVEL_AFTER,
    LEVEL_BEFORE,
    PAGES_WON,
    PIECES_AFTER,
    WON_AFTER,
)

_PROGRAMME_BEFORE = by_letter(
    r"(?<!特别)(?<!纪实)(?<!文艺)(?<!公益)(?<!快闪)(?<!歌舞)(?<!语言类)(?<!晚会)节目$"
)
# 推出脱贫攻坚专刊|《告别贫困》: one issue of its own.
_SPECIAL_ISSUE_BEFORE = re.compile(r"(?:推出|出版|策划|编印|刊出)[^，。；《]{0,14}(?:专刊|专辑|专号)$")
_DIGIT = re.compile(r"\d")
_SPECIAL_AFTER = re.compile(r"(?:等)?特别节目")


class Kind(StrEnum):
    """What a quoted name is."""

    WORK = "work"
    COLUMN = "column"
    PLATFORM = "platform"
    DOCUMENT = "document"
    NONE = "none"


@dataclass
class Words:
    """One place of a quoted name and the words around it, within its sentence."""

    name: str
    mark: str
    """The opening mark."""
    book: bool
    """《》 and their like, the usual marks of a title; “” are used for slogans too."""
    media: str
    before: str
    """Left of the run of names that this one stands in."""
    after: str
    """Right of that run."""
    own_before: str
    own_after: str
    run_after: str
    """Right of the enumeration that goes on over words for genres."""
    leads: bool
    """The first of its run, or alone."""
    run: tuple[str, ...]
    """The names of that run, its own among them."""
    opens: bool
    """It opens its clause."""
    long_after: str
    """Right of the name, farther than `own_after`."""

    apps: tuple[str, ...] = ()
    """The bare names of the apps that the report names."""

    tabled: str | None = None
    """The genre that a table's column for it tells."""

    counted: str = ""
    """What its sentence says before it, where it is one of what was counted there: 公益广告146条，其中《A》."""

    @property
    def app_before(self) -> bool:
        """An app's bare name stands right before: 看江南“帮忙团”."""
        return bool(self.apps) and self.own_before.endswith(self.apps)

    @property
    def app_acts(self) -> bool:
        """An app by its bare name brings out or opens what the run names: “看江南”推出…"""
        return bool(self.apps) and ACTS_BEFORE.sub("", self.before).endswith(self.apps)

    @cached_property
    def paper(self) -> bool:
        """The media is a newspaper."""
        return "报" in self.media

    @cached_property
    def own_genre(self) -> str | None:
        """The genre right before the name."""
        return genre_before(self.own_before)

    @cached_property
    def genre(self) -> str | None:
        """The genre beside the name or its run; None beside a word for columns."""
        if self.column_word or (self.programme_word and self.own_before.endswith("节目")):
            return None
        if self.own_after[:1] in {"（", "("} and (told := genre_after(self.own_after)):
            # 《A》（文字通讯）、《B》（文字评论）
            return told
        return self.own_genre or genre_before(self.before) or genre_after(self.after.lstrip(" \t\u3000"))

    @cached_property
    def told_genre(self) -> str | None:
        """The genre beside it, else that of the pieces of which it is one: 公益广告146条，其中《A》."""
        if self.tabled:
            return self.tabled
        if self.genre or self.column_word or not _DIGIT.search(self.counted):
            return self.genre
        return genre_counted(self.counted)

    @cached_property
    def won(self) -> bool:
        """It won an honour."""
        if self.book and (LEVEL_AFTER.match(self.own_after) or LEVEL_BEFORE.search(self.before)):
            return True
        return any(WON_AFTER.match(words) for words in (self.after, self.own_after, self.run_after))

    @cached_property
    def prize_for_columns(self) -> bool:
        """What it won is given to columns: 获评优秀新闻栏目."""
        return COLUMN_PRIZE.match(self.run_after) is not None

    @cached_property
    def piece(self) -> bool:
        """电视对农节目《A》等获一等奖, 节目《B》等17件作品: a piece of a programme genre."""
        won = self.won and self.own_before.endswith(("节目", "专题")) and not self.prize_for_columns
        pages = PAGES_WON.match(self.own_after)
        # 短评专栏“B”8篇作品获…: what its pieces won makes no piece of it.
        column = self.own_before.endswith(("专栏", "栏目"))
        return bool(won or pages or (PIECES_AFTER.match(self.run_after) and not column))

    @cached_property
    def column_word(self) -> bool:
        """《A》栏目, 专栏“B”."""
        return not self.piece and bool(
            COLUMN_AFTER.match(self.after)
            or (
                (COLUMN_BEFORE.search(self.own_before) or COLUMN_BEFORE.search(self.before))
                and not _SPECIAL_ISSUE_BEFORE.search(self.before)
            )
        )

    @cached_property
    def programme_word(self) -> bool:
        """《A》节目, 节目《B》, but no 特别节目."""
        if self.piece or self.column_word:
            return False
        after = PROGRAMME_AFTER.match(self.after) and not _SPECIAL_AFTER.match(self.after)
        return bool(after or _PROGRAMME_BEFORE.search(self.before))

    @cached_property
    def programme_name(self) -> bool:
        """Its last words are those of programmes: 《有话好说》, “民情直通车”."""
        return len(self.name) <= 10 and PROGRAMME_NAME.search(self.name) is not None

    @cached_property
    def campaign(self) -> bool:
        """“A”活动, “B”行动."""
        return CAMPAIGN_AFTER.match(self.own_after) is not None

    @cached_property
    def beside(self) -> str:
        """What stands right before and right after, a bar between."""
        return f"{self.own_before}|{self.own_after}"
