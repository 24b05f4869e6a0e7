"""Lines that set a winner beside what it won, without a verb and without a head: under a heading for honours.

主持人孟可　第十届全国播音主持“金声奖”提名奖
《小珩帮帮团》　全国广电媒体融合创新栏目
江南广播电视台　全国文明单位、江南省脱贫攻坚先进集体
通讯《A》、新闻编排《江南新闻》5月6日　第34届江南新闻奖二等奖、三等奖
全国媒体融合创新案例：“陶讯”APP供需对接平台入选
"""

from __future__ import annotations

import re

from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import parse_award_name
from ingest.extract.awards.state import State
from ingest.extract.awards.winners import winner
from ingest.extract.awards.words import HEAD, ITEM_MARK, LEVEL, OPENS_PRIZE
from ingest.sentences import strip_marks
from ingest.titles import Kind

_ROW = re.compile(
    r"(?P<who>[^，。；：:、\s]{2,30}|[一-龥]{0,8}[《“][^《》“”]{2,40}[》”][一-龥]{0,6})[ 　\t]+(?P<prizes>[^《，。；：:\s]{4,90})"
)
_NAMES_PRIZE = re.compile(r"[^，。；]*(?:奖|大赛|好新闻|好作品|先进|文明|优秀|示范|创新|案例|十佳)")
_WON_AT_END = re.compile(
    r"(?P<prize>[^，。；：:《]{4,40})[：:](?P<who>[^，。；：:《》]{2,40}?)(?:成功|双双|均)?(?:入选|上榜|当选|获评|获奖|榜上有名)"
)

_PIECES_AND_PRIZE = re.compile(
    r"(?P<pieces>[^，。；：:\n]*[》”][^，。；：:《》“”\s]{0,10})[ 　\t]+(?P<prize>[^《，。；：:\n]{4,60})"
)
_PIECE = re.compile(
    r"(?P<genre>[一-龥A-Za-z0-9]{0,10})(?P<named>《(?P<name>[^《》]+)》(?P<issue>[^、《》]{0,10}))(?:、|$)"
)
# 《江南新闻》|5月6日: an issue of a programme won, and no title.
_ISSUE = re.compile(r"(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日[^、]{0,6}")
_CAPTION = re.compile(r"附?[表图][\d一二三四五六七八九十.—-]*")
_FOR_COLUMNS = re.compile(r"(?:栏目|专栏)$")


def _each_its_level(state: State, start: int, end: int) -> list[Honour]:
    """《A》、《B》5月6日　X奖二等奖、三等奖: as many pieces as levels, each its own."""
    row = _PIECES_AND_PRIZE.fullmatch(state.text, start, end)
    if row is None:
        return []
    levels = state.tokens.levels(*row.span("prize"))
    pieces = list(_PIECE.finditer(state.text, *row.span("pieces")))
    name = parse_award_name(row["prize"])
    if (
        name is None
        or len(levels) < 2
        or len(levels) != len(pieces)
        or row["pieces"].count("》") != len(pieces)
    ):
        return []
    found = []
    for piece, level in zip(pieces, levels, strict=True):
        issue = _ISSUE.fullmatch(piece["issue"])
        works, recipient = ([], piece["named"]) if issue else ([piece["name"]], None)
        found.append(state.lists.made((start, end), name, works, 1, recipient, level.group()))
        found[-1].certain = True
    return found


def row_of(state: State) -> list[Honour]:
    """Return the honours of a sentence that is one such line; [] for anything else."""
    if not state.tallied:
        return []
    start, end = strip_marks(state.text, *state.span, "。；; \n　")
    mark = ITEM_MARK.match(state.text, start, end)
    start = mark.end() if mark else start
    if at_end := _WON_AT_END.fullmatch(state.text, start, end):
        name = parse_award_name(at_end["prize"])
        if name is not None and HEAD.search(at_end["prize"]) and not LEVEL.search(at_end["who"]):
            made = state.lists.made((start, end), name, [], None, at_end["who"])
            made.certain = True
            return [made]
    if each := _each_its_level(state, start, end):
        return each
    row = _ROW.fullmatch(state.text, start, end)
    if row is None or _CAPTION.fullmatch(row["who"]) or _NAMES_PRIZE.match(row["who"]):
        return []
    items = state.tokens.list_items(*row.span("prizes"))
    if not all(
        (HEAD.search(state.text, *item) or LEVEL.search(state.text, *item))
        and OPENS_PRIZE.match(state.text[slice(*item)])
        for item in items
    ):
        return []
    works = [quoted.name for quoted in state.works(start, row.end("who"))]
    if state.titles.kind_of(row["who"]) is Kind.WORK:
        # 稻作之源　第二十八届中国纪录片系列片好作品: a piece without its marks, which stand elsewhere.
        works = [row["who"]]
    if works and _FOR_COLUMNS.search(row["prizes"]):
        works = []
    columns = [quoted.name for quoted in state.quoted if quoted.start < row.end("who")]
    recipient = None if works else (columns[0] if columns else winner(row["who"], False, state.media)[1])
    found = state.lists.read((start, end), row.span("prizes"), works, None, recipient, False)
    for honour in found:
        honour.certain = True
    return found
