"""Records: an honour told without a verb, its work, prize and level set side by side.

《夜访》，第33届南岭新闻奖，二等奖            cells in any order, between commas, dashes, colons or gaps
第33届南岭新闻奖二等奖 《夜访》《回村》        the level glued to the prize
《夜访》（第33届南岭新闻奖二等奖）            the prize in brackets after its work
三等奖：《渡口》                              the prize of the record above
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.awards.forms import GIVES, TALLY_LEAD
from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.words import COUNT, ITEM_MARK, VERB
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.sentences import Span, clauses, strip_marks

_CUT = re.compile(
    r"[，,；;：:|\t]|—{1,2}|-{2}|\s{1,}|(?<=[》”）)])(?=[第全中])|(?<=奖)(?=《)|(?<=》)(?=[一-龥]{2,20}奖)|[（(](?=[^）)]*奖[^）)]*[）)])|(?<=奖)[）)]"
)
_LEVEL_CELL = re.compile(rf"(?:[一-龥]{{0,6}}(?:类|组))?(?P<level>{LEVELS})(?:奖项)?")
_PRIZE_CELL = re.compile(
    r"奖|大赛|竞赛|比赛|评选|展播|工程|好新闻|好作品|案例|称号|(?:优秀|精品|推荐)[一-龥]{0,6}(?:作品|节目|栏目|视频|广告)"
)
# 消息, 系列报道, 作者张三: what may stand beside a title in its cell.
_TITLE_LEAD = re.compile(r"(?:[一-龥A-Za-z0-9]{0,10}[：:]?)?")
# 《渔火》等|4|件
_SEVERAL = re.compile(r"等(\d+|[一二两三四五六七八九十]+)[件篇部]")
# 推荐《A》|参评|中国新闻奖: what was entered, and not won.
_ENTERED = re.compile(r"参评|申报|送评|角逐|候选|参选|推选(?!活动)")
_ASIDE_CELL = re.compile(r"\d{0,3}[.．、]?|[（(]?(?:作者|主创|记者|编辑)?[：:]?[一-龥、]{2,12}[)）]?")


class Records:
    """Reads the records of one report in order; a record without a prize goes on under the one before."""

    def __init__(self) -> None:
        """Begin with no prize to carry on."""
        self._titles: list[str] = []
        """The titles of the record before in the sentence, where a colon follows them: 《A》：X奖一等奖；|Y奖二等奖."""
        self._prize: AwardName | None = None
        self._prize_end = 0

    def read(self, tokens: Tokens, start: int, end: int) -> list[Honour]:
        """Return the honours that ``tokens.text[start:end]``, one line or sentence, records; [] for anything else."""
        lead = TALLY_LEAD.match(tokens.text, start, end)
        # 获奖作品如下：《A》X奖一等奖，《B》Y奖三等奖
        start = lead.end() if lead else start
        if (
            not tokens.quoted
            or _ENTERED.search(tokens.text, start, end)
            or GIVES.search(tokens.text, start, end)
            or any(not tokens.inside_quote(match.start()) for match in VERB.finditer(tokens.text, start, end))
        ):
            return []
        self._titles = []
        for marks in ("；;。\n", "；;。\n，,") if lead else ("；;。\n",):
            found = [self._record(tokens, *span) for span in clauses(tokens.text, start, end, marks=marks)]
            honours = [honour for honour in found if honour is not None]
            if len(honours) == len(found):
                return honours
        return []

    def _record(self, tokens: Tokens, start: int, end: int) -> Honour | None:
        text = tokens.text
        start, end = strip_marks(text, start, end, "，,；;。 \n　")
        mark = ITEM_MARK.match(text, start, end)
        start = mark.end() if mark else start
        titles: list[str] = []
        prize: AwardName | None = None
        level: str | None = None
        count: int | None = None
        for low, high in _cells(tokens, start, end):
            cell = text[low:high]
            names = tokens.names_between(low, high)
            level_cell = _LEVEL_CELL.fullmatch(cell)
            counted = COUNT.fullmatch(cell)
            if level_cell and level is None and (prize is None or prize.level is None):
                level = level_cell["level"]
            elif names and _is_title_cell(tokens, low, high):
                titles.extend(names)
                several = _SEVERAL.search(cell)
                count = (chinese_number(several[1]) if several else None) or count
            elif len(tokens.list_items(low, high)) > 1:
                # 《A》：X奖一等奖、Y奖二等奖
                return None
            elif _PRIZE_CELL.search(cell) and prize is None and (name := parse_award_name(cell)) is not None:
                prize = name
            elif counted and count is None:
                count = chinese_number(counted["number"])
            elif not _ASIDE_CELL.fullmatch(cell) or level_cell or "奖" in cell:
                return None
        carried = prize is None and level is not None and start - self._prize_end <= 60
        prize = prize or (self._prize if carried else None)
        titles = titles or (self._titles if prize is not None and not carried else [])
        if prize is None or not titles or not (level or prize.level or prize.edition or "奖" in prize.name):
            return None
        self._prize, self._prize_end = prize, end
        self._titles = titles if re.search(r"》[：:]", text[start:end]) or titles is self._titles else []
        return Honour(
            start, end, prize.name, prize.edition, prize.year, level or prize.level, titles,
            count or len(titles), certain=True,
        )  # fmt: skip


def _cells(tokens: Tokens, start: int, end: int) -> Sequence[Span]:
    cells: list[Span] = []
    begin = start
    for cut in _CUT.finditer(tokens.text, start, end):
        if tokens.inside_quote(cut.start()) and tokens.text[cut.start()] != "《":
            continue
        cells.append((begin, cut.start()))
        begin = cut.end()
    cells.append((begin, end))
    trimmed = (strip_marks(tokens.text, low, high, "，,、；;：: \t　（()）") for low, high in cells)
    return [(low, high) for low, high in trimmed if low < high]


def _is_title_cell(tokens: Tokens, low: int, high: int) -> bool:
    """消息《A》, 通讯《A》《B》, 《A》系列短视频: titles with nothing but their genres around them."""
    rest = tokens.text[low:high]
    for name in tokens.names_between(low, high):
        rest = rest.replace(name, "", 1)
    rest = re.sub(r"[《》“”「」『』<>\"、和及（）()]", "", rest)
    if "《" not in tokens.text[low:high] and _PRIZE_CELL.search(rest):
        # 首届“法治江南”微视频大赛
        return False
    return len(rest) <= 12 and "奖" not in rest and _TITLE_LEAD.fullmatch(rest) is not None
