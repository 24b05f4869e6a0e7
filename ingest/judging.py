"""What the words around one place of a quoted name make it: two tables of cues, each with the form it was made for.

`DECIDES` holds forms of which one alone is enough, in the order in which they are tried; `VOTES` holds forms that
each add their worth to a kind. A name is what its places say together (`ingest.titles`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.alternation import by_letter
from ingest.genres import VAGUE_GENRES
from ingest.lexicon import (
    COLUMN_AFTER,
    COLUMN_LIFE_AFTER,
    DOCUMENT_INSIDE,
    HONOUR_VERBS,
    MAGAZINE_INSIDE,
    NEWSPAPER_INSIDE,
    OPENED_BEFORE,
    PROGRAMME_AFTER,
)
from ingest.quoted_words import Kind, Words
from ingest.title_cues import (
    ABOUT_BEFORE,
    ACCOUNT_BEFORE,
    ACTS_FOR_AFTER,
    AFTER_WHICH,
    ANSWERING_NAME,
    BOUGHT_AFTER,
    BOUGHT_BEFORE,
    BRINGS_OUT_AFTER,
    CAMPAIGN_AFTER,
    CARRIED_AFTER,
    CARRIED_BEFORE,
    CHANNEL_BEFORE,
    COMES_OUT_AFTER,
    COMMENTS_AFTER,
    COUNTED_AS_PROGRAMMES,
    COUNTED_PAPERS_BEFORE,
    CREW_AFTER,
    DAILY_COMMENT_BEFORE,
    DOCUMENTS_AFTER,
    EDITED_AFTER,
    EPISODES_AFTER,
    EVERY_WEEK_BEFORE,
    FAULT_NAME,
    FEATURE_AFTER,
    FILLED_AFTER,
    FILLED_BY_COUNT,
    FOUNDED_BEFORE,
    HAVING_BEFORE,
    HELD_AFTER,
    HONOUR_NAME,
    HOTLINE_NAME,
    IMPORTED_BEFORE,
    IS_A_COLUMN,
    ISSUES_AFTER,
    LASTED_AFTER,
    LESSONS_AFTER,
    LINE_AFTER,
    LINE_NAME,
    LINE_OPENED_BEFORE,
    LINE_WORKS_AFTER,
    MAKERS_AFTER,
    MEDIUM_BEFORE,
    NEIGHBOUR_AFTER,
    NEIGHBOUR_BEFORE,
    NO_TITLE_END,
    OBJECT_BEFORE,
    ORGAN_BEFORE,
    OTHERS_COLUMN_AFTER,
    OTHERS_PIECE_AFTER,
    OTHERS_PIECE_BEFORE,
    OTHERS_PROGRAMME_BEFORE,
    OTHERS_PROGRAMMES,
    OUTLET_BEFORE,
    OUTLET_HAS_BEFORE,
    OUTLET_OPENS,
    PAPER_KIND_AFTER,
    PAPER_LIFE,
    PAPER_WORD,
    PAPER_WORD_BEFORE,
    PARTNER_AFTER,
    PERIODICAL,
    PERIODICAL_LIFE,
    PERIODICALS_AFTER,
    PIECES_OF_ITS_OWN,
    PLACE_OR_RULE,
    PLATFORM_AFTER,
    PRACTICE_NAME,
    PRACTISED_BEFORE,
    PRIZE_FOR_PIECES,
    PRODUCTS_AFTER,
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    PUBLISHES_AFTER,
    REGULARLY_BEFORE,
    RENAMED_COLUMN_BEFORE,
    RENAMED_PAPER_BEFORE,
    REPORTING_AFTER,
    RESUMED_AFTER,
    SAID_OF_BEFORE,
    SEPARATE_WEEKLY,
    SERVES_AFTER,
    SINGLE_AFTER,
    SORT_IN_BRACKETS,
    TAKEN_BY_AFTER,
    TAKEN_BY_BEFORE,
    TAKEN_UP_BEFORE,
    THRESHOLD,
    TOPIC_PAGE_BEFORE,
    WATCHED_AFTER,
    WEEKLIES_AFTER,
    WORKED_AFTER,
)
from ingest.topics import topical

# 《江南报》, but no 《江南播报》, 《天气预报》
_OWN_PAPER = re.compile(r"[一-龥]{1,4}[^播预专简通战海喜捷读]报")
_SOME_PAPER = re.compile(r"[一-龥]{2,8}[^播预专简通战海喜捷读情申回画上日汇快年月周速]报")
_OWN_SITE = re.compile(r"(?![一二两三四五六七八九十][报刊台网])[一-龥]{3,10}(?:网|手机报)")
# 晚报的《A》和日报的《B》|两个老牌栏目
_COUNTED_OR_SO = re.compile(r"等|[两二三四五六七八九\d]+[个档大]")
_MONTHLY_AFTER = re.compile(
    r"(?:[（(][^（）()]{1,6}[)）])?(?:文学|综合|学术|理论|专业|文化|新闻)?(?:双?月刊|半月刊|季刊|旬刊|内刊|会刊|周报|旬报)"
)
_WEEKLY_AFTER = re.compile(r"周刊|副刊")
_PAGE_AFTER = re.compile(r"版(?![块权本图画])|[一-龥]{0,2}版(?=[刊推开发全，。逢以为共每\d出])")
_PAGE_BEFORE = re.compile(
    r"(?:头版|[一二三四五六七八]版|[一-龥]{2}(?<!出)(?<!改)(?<!再)(?<!新)(?<!手机)版|版面)$"
)
_SECTION_AFTER = re.compile(r"(?:线上|服务|直播|学习)?专区")
_ON_SIDE_BEFORE = re.compile(r"(?:报纸|电视|广播|新媒体|移动|网络)端(?:同步|同时)?推出(?:了)?$")
# 望江晚报|《银发周刊》
_PAPER_BEFORE = by_letter(r"(?:[日晚晨早]报|都市报|报》)的?$")
_REFUSED_BEFORE = re.compile(r"(?:严禁|杜绝|抵制|防止|反对|拒绝|应急广播|克服)$")
_FILLED_BEFORE = re.compile(r"(?:推出|开设|开辟)(?:了)?$")
_ISSUED_BEFORE = re.compile(r"(?:写下|写出|刊发|推出|播发|发布|刊登)$")
_TALKED_BEFORE = re.compile(r"(?:围绕|聚焦|针对|就|关于|讨论)(?:了)?$")
_SHOWN_BEFORE = re.compile(r"(?:推出|打造|开办|创办)(?:了)?$")
_TALK = re.compile(r"(?:会客厅|直播间|面对面|直通车|零距离|大家谈|有话说|曝光台|议事厅|夜读|夜话|说事|说法)$")
_GATHERING = re.compile(r"讲堂|论坛|沙龙|俱乐部|读书会")
# “江南微讯”早间推|“读报”、晚间推|“晚安江南”
_DAILY_FROM_ACCOUNT = re.compile(r"”、?(?:[早晚午]间|每[天日晚早周])推(?:出|送)?$")
_HONOURED_BEFORE = by_letter(rf"{HONOUR_VERBS}(?:了)?(?:[一-龥\d、]{{0,14}})?$")


BOOKS, QUOTES = (True,), (False,)


@dataclass(frozen=True)
class Cue:
    """One form of words, what it says a name is, and how much that weighs."""

    form: str
    kind: Kind
    worth: float
    holds: Callable[[Words], object]
    marks: tuple[bool, ...] = (True, False)
    """`BOOKS` where only names in 《》 are meant, `QUOTES` where only those in “”; else both."""


def _short_form(name: str, media: str) -> bool:
    """Tell whether `name` is `media` with characters left out: 东江网 of 东江新闻网."""
    rest = iter(media)
    shorter = 2 <= len(name) < len(media) and name[:2] == media[:2]
    return shorter and all(char in rest for char in name)


_BROADCASTER = re.compile(r"台|广电|广播")
_BROADCASTER_OR_GROUP = re.compile(r"台|广电|广播|集团|中心|杂志|期刊|^$")


# 客户端设置了|“邻友圈”“数字报”等频道
_DIGITAL_OPENS = re.compile(
    r"(?:网|网站|客户端|APP|App)(?:首页)?(?:全新|新)?(?:开设|开辟|设置|设有|设立|[上推]出|上线|[新增]设|新增)(?:了|有)?$"
)


def _channel_of_site(words: Words) -> bool:
    outlet = PLATFORM_AFTER.match(words.after.removeprefix("等"))
    if outlet is None or not outlet.group().endswith("频道"):
        return False
    before = words.own_before.rstrip("”")
    of_app = words.apps and before != words.own_before and before.endswith(words.apps)
    of_station = _BROADCASTER.search(words.media) and not (of_app or _DIGITAL_OPENS.search(words.before))
    return not of_station


def _own_weekly(words: Words) -> bool:
    if not words.name.endswith("周刊"):
        return False
    magazine = "杂志" in words.own_after[:3] + words.own_before[-4:]
    house = words.paper or not _BROADCASTER_OR_GROUP.search(words.media)
    return bool(
        (
            house
            or PAPER_WORD_BEFORE.search(words.before)
            or _PAPER_BEFORE.search(words.own_before)
            or "报》" in words.before
        )
        and not _listed_with_outlets(words)
        and not SEPARATE_WEEKLY.search(words.beside)
        and not magazine
        and not OTHERS_PROGRAMME_BEFORE.search(words.own_before)
    )


def _daily_column(words: Words) -> bool:
    """江纺网开设“棉价日报”: a column that comes out daily, which an outlet opens."""
    opened = not words.book and OUTLET_OPENS.search(words.own_before)
    return bool(opened and not PLATFORM_AFTER.match(words.after))


def _named_as_programme(words: Words) -> bool:
    if words.book:
        return words.programme_name
    shown = (
        _SHOWN_BEFORE.search(words.own_before)
        and _TALK.search(words.name)
        and not CAMPAIGN_AFTER.match(words.after)
    )
    if shown and not words.genre:
        # 推出“政策会客厅”
        return True
    doing = words.campaign or words.own_after.startswith(("热线", "平台", "直播"))
    return words.programme_name and words.opens and not doing and not _GATHERING.search(words.name)


def _listed_with_outlets(words: Words) -> bool:
    if not words.book or words.column_word or words.programme_word or words.genre:
        return False
    if CHANNEL_BEFORE.search(words.own_before) or CHANNEL_BEFORE.search(words.before):
        # 新闻广播《早安江南》、“见微”客户端同步开设…
        return False
    if words.run_after.startswith("等") and COLUMN_AFTER.match(words.run_after):
        # 东海卫视《海峡》、《午间快报》，西海卫视《两岸》等栏目
        return False
    if words.own_before.endswith("报》，") and NEIGHBOUR_AFTER.match(words.own_after.replace("，", "、", 1)):
        # 《江南日报》，《江南记协》，江南网
        return True
    run = NEIGHBOUR_AFTER.match(words.after) and any(PERIODICAL.search(name) for name in words.run)
    return bool(run or NEIGHBOUR_BEFORE.search(words.own_before) or NEIGHBOUR_AFTER.match(words.own_after))


_W, _C, _P, _D, _N = Kind.WORK, Kind.COLUMN, Kind.PLATFORM, Kind.DOCUMENT, Kind.NONE

DECIDES: tuple[Cue, ...] = (
    Cue("“10万+”作品29篇", _N, 6, lambda w: THRESHOLD.fullmatch(w.name)),
    Cue("与《水利世界》杂志合作", _N, 4, lambda w: w.own_before.endswith(("与", "和", "同", "联合")) and PARTNER_AFTER.match(w.own_after), BOOKS),
    Cue("部门“一把手”走进直播间", _N, 6, lambda w: w.name in {"应急广播", "村村响", "一把手", "主心骨", "领头雁", "最后一公里"}),
    Cue("提出“读者年龄结构偏大”", _N, 3, lambda w: len(w.name) > 4 and FAULT_NAME.search(w.name[-3:]) and not w.column_word, QUOTES),
    Cue("“来源：青山日报”", _N, 6, lambda w: "：" in w.name and "报" in w.name),
    Cue("《青山报》 of 青山报社", _P, 5, lambda w: _OWN_PAPER.fullmatch(w.name) and w.name[:2] == w.media[:2]),
    Cue("《青衿》 of 青衿杂志社", _P, 5, lambda w: re.fullmatch(r"(?:杂志|期刊|报|周刊)?(?:社|编辑部)|(?:杂志|期刊)(?:出版)?(?:传媒)?集团", w.media.removeprefix(w.name)), BOOKS),
    Cue("“东江新闻网”", _P, 5, lambda w: _OWN_SITE.fullmatch(w.name), QUOTES),
    Cue("《天鹅》《读书》两个周刊", _C, 3, lambda w: len(w.run) > 1 and WEEKLIES_AFTER.match(w.after)),
    Cue("《江南晚报》", _P, 5, lambda w: len(w.name) <= 14 and NEWSPAPER_INSIDE.search(w.name) and not _daily_column(w)),
    Cue("《医药养生报》", _P, 5, lambda w: not w.own_genre and not w.won and _SOME_PAPER.fullmatch(w.name), BOOKS),
    Cue("#两会替我问一句#", _C, 1.5, lambda w: w.mark in "#＃"),
    Cue("抖音号“江南新闻”", _P, 5, lambda w: (ACCOUNT_BEFORE.search(w.own_before) or ACCOUNT_BEFORE.search(w.before)) and not COLUMN_AFTER.match(w.after) and not PLATFORM_AFTER.match(w.after), QUOTES),
    Cue("《文化周刊》 inside a newspaper", _C, 3, _own_weekly),
    Cue("《A》《B》等4种期刊", _P, 5, lambda w: PERIODICALS_AFTER.match(w.after)),
    Cue("“健康”频道 of a site", _C, 2, _channel_of_site),
    Cue("“A”客户端, 《B画刊》", _P, 5, lambda w: (MAGAZINE_INSIDE.search(w.name) and not OTHERS_PROGRAMME_BEFORE.search(w.own_before)) or PLATFORM_AFTER.match(w.own_after)),
    Cue("“东江网” of 东江新闻网", _N, 6, lambda w: w.name != w.media and _short_form(w.name, w.media), QUOTES),
    Cue("《青山报》更名为《今日青山》", _P, 5, lambda w: RENAMED_PAPER_BEFORE.search(w.own_before), BOOKS),
    Cue("“项目现场会”专栏改为“项目进度条”", _C, 3, lambda w: RENAMED_COLUMN_BEFORE.search(w.own_before)),
    Cue("《水电故事》月刊", _P, 5, lambda w: _MONTHLY_AFTER.match(w.own_after)),
    Cue("《望溪新闻》（周报）", _P, 5, lambda w: PAPER_KIND_AFTER.match(w.own_after), BOOKS),
    Cue("《今日江南》编辑部, 《江南周末》发行中心", _P, 5, lambda w: EDITED_AFTER.match(w.own_after), BOOKS),
    Cue("“五报”（《A》《B》《C》）", _P, 5, lambda w: COUNTED_PAPERS_BEFORE.search(w.before), BOOKS),
    Cue("“江南发布”获评政务新媒体十佳", _N, 3, lambda w: w.won and w.name.endswith(("发布", "融媒")), QUOTES),
    Cue("县委机关刊《今日江南》", _P, 5, lambda w: ORGAN_BEFORE.search(w.own_before), BOOKS),
    Cue("被《江海新闻联播》等市级媒体刊播", _N, 4, lambda w: TAKEN_BY_BEFORE.search(w.before) and TAKEN_BY_AFTER.match(w.long_after), BOOKS),
    Cue("《水力报》1962年停刊", _P, 5, lambda w: w.name.endswith("报") and PAPER_LIFE.search(w.beside), BOOKS),
    Cue("“夕阳红”周刊 in a newspaper", _C, 3, lambda w: _WEEKLY_AFTER.match(w.own_after) and not SEPARATE_WEEKLY.search(w.beside) and not (HAVING_BEFORE.search(w.before) and any(PERIODICAL.search(name) for name in w.run))),
    Cue("两报 called 《日报》《晚报》 for short", _P, 5, lambda w: PAPER_WORD.fullmatch(w.name), BOOKS),
    Cue("“十佳”, “月度好新闻”", _N, 3, lambda w: HONOUR_NAME.fullmatch(w.name), QUOTES),
    Cue("个别频道“休眠”。", _N, 4, lambda w: w.own_after[:1] in "，。；" and SAID_OF_BEFORE.search(w.own_before), QUOTES),
    Cue("版面“双人双签”", _N, 4, lambda w: PRACTICE_NAME.search(w.name) and PLACE_OR_RULE.search(w.own_before), QUOTES),
    Cue("“暖心热线”接听来电6300个", _N, 3, lambda w: ANSWERING_NAME.search(w.name) and LINE_WORKS_AFTER.match(w.own_after) and not OUTLET_BEFORE.search(w.own_before), QUOTES),
    Cue("刊发“山言”署名评论52篇", _C, 3, lambda w: w.own_after[:1] in "署评时言网快短" and COMMENTS_AFTER.match(w.own_after), QUOTES),
    Cue("抵制“三俗”", _N, 3, lambda w: (len(w.name) < 2 or _REFUSED_BEFORE.search(w.own_before)), QUOTES),
    Cue("评论《盘龙江评论》刊发152篇", _C, 3, lambda w: w.own_genre in {"评论", "时评", "言论"} and (PIECES_OF_ITS_OWN.match(w.own_after) or FILLED_BY_COUNT.match(w.own_after))),
    Cue("每天刊发评论《沧浪快语》", _C, 3, lambda w: w.own_genre in {"评论", "时评", "言论", "快评", "网评"} and DAILY_COMMENT_BEFORE.search(w.before)),
    Cue("“学习进行时”等央媒重点栏目", _N, 4, lambda w: OTHERS_COLUMN_AFTER.match(w.after)),
)  # fmt: skip
"""The first of these that holds is the whole vote of the place."""

VOTES: tuple[Cue, ...] = (
    # columns
    Cue("《A》栏目, 专栏“B”", _C, 2, lambda w: w.column_word),
    Cue("“A”是B坚持了12年的民生栏目", _C, 2, lambda w: not w.column_word and IS_A_COLUMN.match(w.long_after)),
    Cue("《A》节目", _C, 1.6, lambda w: w.programme_word),
    Cue("《A》、都市广播《B》等节目", _C, 1.2, lambda w: not (w.piece or w.column_word or w.programme_word or w.own_genre or w.won) and _COUNTED_OR_SO.match(w.run_after) and (COLUMN_AFTER.match(w.run_after) or PROGRAMME_AFTER.match(w.run_after))),
    Cue("《A》播出52期, 《B》走进社区", _C, 1.3, lambda w: not (w.piece or w.column_word or w.programme_word) and (w.book or not _GATHERING.search(w.name)) and (w.book or not OBJECT_BEFORE.search(w.own_before)) and (COLUMN_LIFE_AFTER.match(w.own_after) or (len(w.run) > 1 and COLUMN_LIFE_AFTER.match(w.after)) or PUBLISHES_AFTER.match(w.after if w.book else w.own_after))),
    Cue("《三农调查》版刊发监督稿27篇", _C, 2, lambda w: _PAGE_AFTER.match(w.own_after) or (len(w.run) > 1 and not w.book and _PAGE_AFTER.match(w.after))),
    Cue("客户端设置“聚焦十九大”专区", _C, 1.6, lambda w: _SECTION_AFTER.match(w.after) and (OPENED_BEFORE.search(w.before) or PUBLISHED_BEFORE.search(w.before) or OUTLET_BEFORE.search(w.before)), QUOTES),
    Cue("头版“今日关注”", _C, 3.2, lambda w: _PAGE_BEFORE.search(w.own_before), QUOTES),
    Cue("读书版《慢读》推介…", _C, 2.2, lambda w: TOPIC_PAGE_BEFORE.search(w.own_before) and not (w.own_genre or w.won), BOOKS),
    Cue("广播《A》、电视《B》、报纸“C”", _C, 1.2, lambda w: MEDIUM_BEFORE.search(w.own_before) and not w.won and not w.genre),
    Cue("交通广播《一路畅通》", _C, 1.2, lambda w: (CHANNEL_BEFORE.search(w.own_before) or CHANNEL_BEFORE.search(w.before)) and not w.own_genre and not w.won),
    Cue("《有话好说》, “民情直通车”搭建…", _C, 1, _named_as_programme),
    Cue("《聚焦》播出监督报道26期", _C, 1.4, lambda w: BRINGS_OUT_AFTER.match(w.long_after) and not w.own_genre),
    Cue("《普法课堂》36期", _C, 2.6, lambda w: ISSUES_AFTER.match(w.own_after) and not w.own_genre and not DOCUMENT_INSIDE.search(w.name)),
    Cue("“战疫”特刊38期, 《局长来了》系列访谈32期", _C, 1.6, lambda w: ISSUES_AFTER.match(w.own_after) and not (w.own_genre or w.own_after[0].isdigit())),
    Cue("刊发“驻点日记”312篇", _C, 2, lambda w: _ISSUED_BEFORE.search(w.own_before) and FILLED_BY_COUNT.match(w.own_after)),
    Cue("集中推出“A”“B”，刊播各类报道2860多篇", _C, 1, lambda w: _FILLED_BEFORE.search(w.before) and FILLED_AFTER.match(w.after), QUOTES),
    Cue("《青山晚报》的“小满帮办”", _C, 1.2, lambda w: not w.campaign and OUTLET_BEFORE.search(w.own_before if w.leads else w.before) and not (w.leads and w.own_before.endswith("》") and not w.own_before.endswith("报》")), QUOTES),
    Cue("综合广播每天早7点播出《早新闻》", _C, 1.6, lambda w: (REGULARLY_BEFORE.search(w.before) or EVERY_WEEK_BEFORE.search(w.own_before)) and not w.genre),
    Cue("“路况早知道”每日在公众号推送", _C, 2.6, lambda w: w.own_after[:1] in "每逢周逐栏节" and COMES_OUT_AFTER.match(w.own_after) and not (w.column_word or w.genre)),
    Cue("开辟《驻村手记》", _C, 1, lambda w: not w.column_word and not w.name.endswith(("特别节目", "特别报道", "直播")) and OPENED_BEFORE.search(w.before) and not CAMPAIGN_AFTER.match(w.after)),
    Cue("“江南云”App“随手拍”接单8900件", _C, 1.4, lambda w: OUTLET_BEFORE.search(w.own_before) and WORKED_AFTER.match(w.own_after) and not (w.column_word or w.genre), QUOTES),
    Cue("创办了纪实节目《扶贫一线》", _C, 2, lambda w: w.own_before.endswith("节目") and FOUNDED_BEFORE.search(w.own_before) and not w.column_word),
    Cue("12月起加播“回头看”", _C, 2, lambda w: TAKEN_UP_BEFORE.search(w.own_before) and not (w.genre or w.campaign or FEATURE_AFTER.match(w.own_after) or w.own_after[:1] in "系功"), QUOTES),
    Cue("客户端“政策翻译”把文件译成家常话", _C, 1.4, lambda w: OUTLET_BEFORE.search(w.own_before) and ACTS_FOR_AFTER.match(w.own_after) and not (w.column_word or w.genre or w.campaign), QUOTES),
    Cue("“江南云”客户端“随手拍”“公积金查询”", _C, 1.2, lambda w: len(w.run) > 1 and OUTLET_BEFORE.search(w.before) and not (w.column_word or w.genre or w.campaign or w.won or HELD_AFTER.match(w.after)), QUOTES),
    Cue("“江南微讯”早间推“读报”", _C, 3, lambda w: _DAILY_FROM_ACCOUNT.search(w.before) and not (w.genre or w.campaign), QUOTES),
    Cue("《江南文摘》新辟“舌尖上的鱼”", _C, 1.6, lambda w: OUTLET_OPENS.search(w.before) and not (w.column_word or w.genre or w.campaign) and not FEATURE_AFTER.match(w.after), QUOTES),
    Cue("每天7时直播《早安江南》", _C, 3, lambda w: w.before.endswith("直播") and REGULARLY_BEFORE.search(w.before), BOOKS),
    Cue("电视端推出“走村看变化”", _C, 3, lambda w: not w.genre and _ON_SIDE_BEFORE.search(w.before), QUOTES),
    Cue("《河畔观察》（评论栏目）", _C, 2.5, lambda w: SORT_IN_BRACKETS.match(w.own_after)),
    Cue("《帮到底》记者走访小区", _C, 1.2, lambda w: MAKERS_AFTER.match(w.own_after), BOOKS),
    Cue("《A》时隔两年恢复录制", _C, 1.4, lambda w: RESUMED_AFTER.match(w.own_after) and not w.genre),
    Cue("继《A》之后又一知名品牌", _C, 1.4, lambda w: w.own_before.endswith("继") and AFTER_WHICH.match(w.long_after)),
    Cue("“爱心版”", _C, 3.2, lambda w: w.name.endswith(("版", "副刊", "专刊"))),
    Cue("《A》获评优秀新闻栏目", _C, 1.2, lambda w: w.won and not w.column_word and w.prize_for_columns),
    Cue("理论品牌《鹭鸣微讲堂》", _C, 1.6, lambda w: w.own_before.rstrip("—：").endswith("品牌") and not (w.column_word or w.won), BOOKS),
    Cue("办好《海风夜话》等3档", _C, 1.8, lambda w: "档" in w.after and COUNTED_AS_PROGRAMMES.match(w.after) and not (w.column_word or w.programme_word)),
    Cue("《生活家》《楼市》满足不同需求", _C, 1.0, lambda w: len(w.run) > 1 and SERVES_AFTER.match(w.after) and all(len(name) <= 7 for name in w.run) and not (w.column_word or w.genre or w.won), BOOKS),
    Cue("《汽车》《健康南溟》", _C, 0.9, lambda w: topical(w.name) and not (w.genre or w.won), BOOKS),
    Cue("《江南晚报》“小作家”", _C, 1.2, lambda w: w.leads and w.own_before.endswith("报》") and not (w.campaign or w.genre or w.won or HELD_AFTER.match(w.own_after) or NO_TITLE_END.search(w.name)), QUOTES),
    Cue("看江南“帮忙团”", _C, 1.2, lambda w: w.app_before and not (w.column_word or w.own_genre or w.won)),
    Cue("晚报有“就业专列”“楼市观察”", _C, 1.4, lambda w: w.before.endswith(("有", "设", "有了", "设了")) and OUTLET_HAS_BEFORE.search(w.before) and not (w.column_word or w.genre), QUOTES),
    Cue("“农技110”坚持了23年", _C, 1.4, lambda w: "年" in w.own_after and LASTED_AFTER.match(w.own_after) and not (w.column_word or w.genre)),
    Cue("“看江南”推出“社区地图”", _C, 0.9, lambda w: w.app_acts and not (w.column_word or w.genre or w.won or w.campaign), QUOTES),
    # outlets
    Cue("X电视台、《今日X》、“爱X”APP", _P, 2.5, _listed_with_outlets),
    Cue("旗下有《A》《B报》", _P, 4, lambda w: HAVING_BEFORE.search(w.before) and any(PERIODICAL.search(name) for name in w.run), BOOKS),
    Cue("《今日X》由周二刊改为周三刊", _P, 2.5, lambda w: PERIODICAL_LIFE.match(w.own_after), BOOKS),
    # works
    Cue("《A》获一等奖", _W, 2.2, lambda w: w.won and not w.column_word and not w.prize_for_columns and (w.book or w.genre or PRIZE_FOR_PIECES.match(w.run_after))),
    Cue("通讯《A》, 短视频“B”", _W, 1.6, lambda w: w.genre and (w.book or w.genre not in {*VAGUE_GENRES, "直播"}) and (w.book or not w.genre.endswith("直播"))),
    Cue("直播“B”有320万人观看", _W, 0.5, lambda w: w.own_genre and WATCHED_AFTER.match(w.own_after)),
    Cue("《江上人家》单条播放量1270万", _W, 1.6, lambda w: SINGLE_AFTER.match(w.own_after), BOOKS),
    Cue("推出《A》", _W, 0.7, lambda w: not w.column_word and (PUBLISHED_BEFORE.search(w.before) or PUBLISHED_AFTER.match(w.after)), BOOKS),
    Cue("推出“B”", _W, 0.4, lambda w: not w.column_word and (PUBLISHED_BEFORE.search(w.before) or PUBLISHED_AFTER.match(w.after)), QUOTES),
    Cue("《A》", _W, 0.5, lambda w: w.book),
    Cue("《江上人》第二季12集收官", _W, 1.6, lambda w: not w.column_word and EPISODES_AFTER.match(w.own_after), BOOKS),
    Cue("产出《三分钟读懂报告》等爆款产品", _W, 1.6, lambda w: not w.column_word and PRODUCTS_AFTER.match(w.after), BOOKS),
    # documents
    Cue("《广告法》", _D, 2, lambda w: DOCUMENT_INSIDE.search(w.name), BOOKS),
    Cue("《A》等法律法规", _D, 2, lambda w: DOCUMENTS_AFTER.match(w.after), BOOKS),
    # none of these
    Cue("围绕“双减”开设…", _N, 1.5, lambda w: not w.column_word and (ABOUT_BEFORE.search(w.own_before) or (not w.leads and ABOUT_BEFORE.search(w.before))), QUOTES),
    Cue("“96128帮忙热线”", _N, 4, lambda w: HOTLINE_NAME.fullmatch(w.name), QUOTES),
    Cue("开通“违法查询”功能", _N, 2, lambda w: not w.column_word and FEATURE_AFTER.match(w.after), QUOTES),
    Cue("开通“心晴热线”", _N, 2, lambda w: not w.column_word and (LINE_NAME.search(w.name) or LINE_AFTER.match(w.own_after)) and LINE_OPENED_BEFORE.search(w.own_before), QUOTES),
    Cue("《一条河》报道组", _N, 1.5, lambda w: CREW_AFTER.match(w.own_after), BOOKS),
    Cue("央视《新闻联播》", _N, 4, lambda w: w.name in OTHERS_PROGRAMMES or OTHERS_PROGRAMME_BEFORE.search(w.own_before)),
    Cue("围绕“校外配餐放心吗”等话题", _N, 3, lambda w: w.column_word and _TALKED_BEFORE.search(w.before) and "话题" in w.after[:12]),
    Cue("“智慧党建”平台, “微心愿”工程", _N, 1.5, lambda w: not (w.programme_name or w.column_word) and NO_TITLE_END.search(w.name), QUOTES),
    Cue("“A”活动", _N, 1.4, lambda w: not w.won and CAMPAIGN_AFTER.match(w.after), QUOTES),
    Cue("《A》活动", _N, 0.4, lambda w: not w.won and CAMPAIGN_AFTER.match(w.after), BOOKS),
    Cue("“指尖课堂”办班42期", _N, 2.4, lambda w: not w.column_word and LESSONS_AFTER.match(w.own_after), QUOTES),
    Cue("推行“一稿三审”", _N, 2, lambda w: not w.column_word and PRACTISED_BEFORE.search(w.own_before), QUOTES),
    Cue("荣获“…年度影响力媒体”", _N, 2, lambda w: _HONOURED_BEFORE.search(w.before), QUOTES),
    Cue("“一城书香”主题晚会于4月23日举行", _N, 2, lambda w: HELD_AFTER.match(w.own_after) and not w.column_word, QUOTES),
    Cue("“壮阔四十年”大型融媒体报道", _N, 4, lambda w: not (w.column_word or w.won) and REPORTING_AFTER.match(w.own_after), QUOTES),
    Cue("引进播出《A》", _N, 2, lambda w: IMPORTED_BEFORE.search(w.before), BOOKS),
    Cue("播出《A》等电视剧120部", _N, 3, lambda w: BOUGHT_BEFORE.search(w.before) and BOUGHT_AFTER.match(w.after)),
    Cue("在《求是》刊发文章2篇", _P, 3, lambda w: not w.column_word and CARRIED_BEFORE.search(w.before) and CARRIED_AFTER.match(w.after), BOOKS),
    Cue("诵读《边城》, 《论语》等经典", _N, 1.2, lambda w: OTHERS_PIECE_BEFORE.search(w.before) or OTHERS_PIECE_AFTER.match(w.after)),
)  # fmt: skip
"""Each of these that holds adds its worth."""

_DECIDES = {book: tuple((cue.holds, cue) for cue in DECIDES if book in cue.marks) for book in (True, False)}
_VOTES = {book: tuple((cue.holds, cue) for cue in VOTES if book in cue.marks) for book in (True, False)}

UNEXPLAINED = 0.5
"""“以旧换新”政策: quoted in “” for another reason than being a title; what a place says for no kind at all."""


def votes_of(words: Words) -> tuple[dict[Kind, float], bool]:
    """Return what one place says, kind → worth, and whether a single form decided it."""
    book = bool(words.book)
    for holds, cue in _DECIDES[book]:
        if holds(words):
            return {cue.kind: cue.worth}, True
    votes: dict[Kind, float] = {}
    for holds, cue in _VOTES[book]:
        if holds(words):
            votes[cue.kind] = votes.get(cue.kind, 0.0) + cue.worth
    if not votes:
        votes[Kind.NONE] = UNEXPLAINED
    return votes, False
