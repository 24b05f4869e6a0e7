"""An award phrase → the prize's name, its edition, year and level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.alternation import by_letter
from ingest.dates import edition, years
from ingest.extract.awards.words import LEVEL, NAME_LEAD, OPEN_LEVEL, YEAR_LEAD
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number


@dataclass(frozen=True)
class AwardName:
    """An award as a phrase names it."""

    name: str
    edition: int | None
    year: int | None
    level: str | None


_SURE_LEVEL = re.compile(
    r"评委会|评审团|[一二三四特]等|[金银铜]|优秀|提名|优胜|特别|[一二三]类|第[一二三四五六七八]名|第?[一二三]档|[冠亚季]军"
)
_PRIZE_WORD = re.compile(r"奖|大展|影展|大赛|竞赛|比赛|评[选比]|盛典|展播|展评|征集|工程|节|作品|榜")


def is_level(level: str, before: str) -> bool:
    """一等奖 is a level anywhere; 创新奖, 最佳… only after what already is a prize."""
    return bool(not before or _SURE_LEVEL.match(level) or _PRIZE_WORD.search(before))


# 先进集体, 青年文明号, 好记者: what is given whole, to a house or a person.
_WITHOUT_LEVELS = re.compile(
    r"(?!.*(?:奖|赛|评选|评比|展评|展播|征集|推选))(?:.*(?:工作者|记者|编辑|主持人|先进[一-龥]{2}|文明[一-龥]{1,2}|先锋[号岗]|红旗[一-龥]{1,2}|标兵|模范|单位|集体|个人|人物|媒体|中心|[十百]强)|“.*)[”]?$"
)


def has_levels(award: str) -> bool:
    """Tell whether 一等奖 further on may be of `award`: 江南新闻奖 has levels, 全县最美新闻工作者 and 文明单位 have none."""
    return _WITHOUT_LEVELS.match(award) is None


_NUMBER_LEAD = re.compile(r"^[（(][一二三四五六七八九十\d]+[)）]")
# “全国文明单位”|（复核保留）
_KEPT_END = re.compile(r"[（(](?:复[核检审查]|保留|蝉联|连续)[^（）()]*[)）]$")
# 登上X奖|的领奖台
_PODIUM_END = by_letter(r"的?(?:领奖台|光荣榜|获奖榜单)$")
_HELD_LEAD = re.compile(
    r"^(?:今年|去年|当年|(?:19|20)\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:在?[一-龥]{2,6})?(?:举行|举办|揭晓|公布)的"
)
_HOST_LEAD = re.compile(
    r"^[一-龥、]{2,40}?(?:(?:主办|举办|承办|组织|开展|设立|发起|发布|公布|推出|评选|评定|颁发)的|(?:公布|发布|通报)了?(?=(?:19|20)\d{2}|第|首届|全|中国))(?=.{4})"
)
_THIS_ONE = re.compile(r"(?:此|本|该|这|同一?)[次届]?(?:评[选比]|大赛|赛事|奖项|活动)?")
_EDITION_LEAD = re.compile(r"^(?:上一?届|本届|此届|该届)(?:的)?")
_GIVER_LEAD = re.compile(r"^[一-龥、]{2,12}(?:颁发|授予|评选|颁布)的(?=“)")
# 国家广电总局|“2018年度创新创优节目”
_OFFICE_LEAD = re.compile(r"^[一-龥]{2,14}(?:总局|[厅局委部会办])(?=“[^“”]*\d{4}[^“”]*”$)")
_QUOTED = re.compile(r"“[^“”]+”")
_BARE_YEAR = re.compile(r"(?:(?:19|20)\d{2}[-—－~～至]{1,2})?((?:19|20)\d{2})(?=[一-龥])(?!年)")
_SEASON_LEAD = re.compile(r"^(?:第[一二三四]季度|[上下]半年)")
_YEAR_IN_BRACKETS = re.compile(r"[（(](\d{4})年?度?[)）]")
# 国家广电总局|2023年|“弘扬…”主题原创节目
_YEAR_BEFORE_TITLE = re.compile(r"((?:19|20)\d{2})年(?=“)")
# 国家广电总局|2024年|广播电视公益广告扶持项目
_YEAR_AFTER_OFFICE = re.compile(
    r"(?<=[局部厅委会署协])((?:19|20)\d{2})年度?(?:第[一二三四]季度|[上下]半年)?(?=[一-龥“])"
)
_YEAR_INSIDE = re.compile(
    r"[（(]((?:19|20)\d{2})年?度?[)）]|(?:(?:19|20)\d{2}[-—－~～至]{1,2})?((?:19|20)\d{2})(?:年(?:度|第[一二三四]季度|[上下]半年)|(?=中国|全国))"
)
_QUOTE_OPEN = re.compile(r"“[^”]*$")
_EMPTY_BRACKETS = re.compile(r"[（(][\s)）]*[)）]")
_COUNT_END = re.compile(
    r"(?:等|共|(?<=”))(?:多|\d+余?|[一二三四五六七八九十]+余?)?(?:项|个)?(?:荣誉称号|荣誉|称号|奖项)*$"
)
_PRIZE_END = re.compile(
    r"(?:奖|大赛|竞赛|比赛|评选|展评|展播|征集|征文|节|工程|评析|推优|推选|遴选)[”」]?(?:活动)?$"
)
_CONTEST_AFTER = re.compile(r"(?:评选|活动|大赛|项目|征集)")
_CATEGORY_END = re.compile(
    r"(?<=[赛展选析节季会典程])(?:(?![一-龥、]*[评展赛])[一-龥、]{1,12}(?:类|组|单元|项目))$"
)
# 全省技能竞赛|团体|第三名
_TEAM_END = re.compile(r"(?<=[赛选])(?:团体|集体|个人|单项)(?:赛|奖)?$")
_CATEGORY_BEHIND = re.compile(r"(?![^，]*[评展赛节典活])[一-龥]{2,8}")
_CASE_CATEGORY_END = re.compile(r"(?<=[典])[一-龥]{1,6}类$")
_JUDGING_END = by_letter(
    r"(?:的)?(?:(?:征集|评选|推选)工作|评选活动|评选|评比活动|评比|评审|推选活动|评奖|表彰(?:大?会|活动)?|颁奖(?:典礼|仪式|大会)?)(?:中|上)?的?$"
)
_CALLED_END = re.compile(r"(?<=”)(?:荣誉称号|荣誉|称号)$")
_HONOUR_END = by_letter(r"(?:推荐)?(?:荣誉称号|称号|名单|荣誉)$|(?<=奖)的?(?:得主|获得者|获奖者)$")
# 全市年度目标考核|优秀等次
_MARK_END = re.compile(
    r"(?<=考核|考评|测评|评估|审读|抽查|检查|评价)(?:为|等次)?“?(?P<level>优秀|优等|良好|一等|特优|A{1,3}级?)”?(?:等[次级]|档次|级)?$"
)
_PLACE_END = re.compile(r"第[\d一二三四五六七八九十]+[位名]$")
_MARKED = re.compile(r"“[^“”]+”|《[^《》]+》")
_LEVEL_IN_BRACKETS = re.compile(r"[（(](?P<level>[一-龥]{2,8}奖)[)）]$")
_QUOTED_LEVEL = re.compile(r"(?<=大赛|评选|活动|展播|征集|盛典)“(?P<level>[^“”]{2,10}奖)”$")
# 亚洲旅游影视艺术周|“最佳城市形象片”
_QUOTED_BEST = re.compile(r"(?<=[节周赛展选典])“(?P<level>最佳[^“”]{2,10})”$")
_ONE_OF = re.compile(r"(?<=.)之一$")
_NAMED_FIELD = re.compile(r"新闻|文学|文艺|艺术")
# 名字出现在|第三十二届中国新闻奖, 最有分量的是|第三十二届…
_TOLD_LEAD = re.compile(
    r"^[^“”《》]{1,16}(?:在|于|的|是|了|进|入)(?=(?:第[一二三四五六七八九十百\d]+|首)届|(?:19|20)\d{2}年度)"
)
# 这一年捧回的奖: no prize by name
_WHICHEVER = re.compile(r"的(?:大?奖|奖项|荣誉)里?$")
# “全国网络视听精品”|推荐, “江南好网民”|优秀作品
_MARKED_AND_SORT = re.compile(
    r"“(?P<name>[^“”]{4,})”(?P<level>推荐|提名|入围|(?:优秀|推荐|入围)(?:作品|节目))"
)
# 各类|新闻奖 names no prize.
_NO_NAME = re.compile(
    rf"(?:此|本|该|这)[次届]|(?:{LEVELS}|[、和及一二三四])+|(?:新闻|作品|行业|专业)(?:大?奖|奖项)"
)


def parse_award_name(phrase: str) -> AwardName | None:
    """Parse an award phrase into name, edition, year and level; None where it names no award.

    Example: ``第二十四届中国广播剧研究会专家评析精品展二等奖`` → 中国广播剧研究会专家评析精品展, 24, None, 二等奖.
    """
    phrase = "".join(phrase.split())
    phrase = _KEPT_END.sub("", phrase)
    phrase = _PODIUM_END.sub("", _NUMBER_LEAD.sub("", phrase))
    phrase = NAME_LEAD.sub("", phrase)
    # 今年3月举行的|全市广播影视奖, 由省记协主办的|江南新闻奖
    phrase = _HELD_LEAD.sub("", phrase)
    phrase = _HOST_LEAD.sub("", phrase)
    if _THIS_ONE.fullmatch(phrase):
        return None
    # 上一届的赵氏新闻奖
    phrase = _TOLD_LEAD.sub("", _EDITION_LEAD.sub("", phrase))
    if _WHICHEVER.search(phrase):
        return None
    phrase = _GIVER_LEAD.sub("", phrase)
    phrase = _OFFICE_LEAD.sub("", phrase)
    # “2021中国…城市新闻网站”|称号
    phrase = _CALLED_END.sub("", phrase)
    proper = _QUOTED.fullmatch(phrase) is not None
    if proper:
        phrase = phrase[1:-1]
    year = None
    bare_year = _BARE_YEAR.match(phrase)
    if bare_year:
        # “2016中国地市报新媒体二十强”, “2017—2018中国晚报二十强”
        year, phrase = int(bare_year[1]), phrase[bare_year.end() :]
    lead = YEAR_LEAD.match(phrase)
    if lead:
        found_years = years(lead.group()) or [(chinese_number(lead.group()[:4]) or 0, 0, 0)]
        year = found_years[-1][0]
        # 2023年第二季度广播电视创新创优节目
        phrase = _SEASON_LEAD.sub("", phrase[lead.end() :])
    number = edition(phrase)
    if number:
        # 中国第十八届小康… keeps its 中国; 第34届（2023年度） drops the year in brackets.
        inner = _YEAR_IN_BRACKETS.match(phrase[number[2] :])
        if inner and year is None:
            year = int(inner[1])
        phrase = phrase[: number[1]] + phrase[number[2] + (inner.end() if inner else 0) :]
    if before_title := _YEAR_BEFORE_TITLE.search(phrase) or _YEAR_AFTER_OFFICE.search(phrase):
        year = year or int(before_title[1])
        phrase = phrase[: before_title.start()] + phrase[before_title.end() :]
    inner_year = _YEAR_INSIDE.search(
        phrase,
    )
    if inner_year:
        year = year or int(inner_year[1] or inner_year[2])
        # “快手2024年度影响力媒体” keeps the year that stands inside its proper name.
        if not proper and not _QUOTE_OPEN.search(phrase[: inner_year.start()]):
            phrase = phrase[: inner_year.start()] + phrase[inner_year.end() :]
    phrase = _EMPTY_BRACKETS.sub("", phrase)
    phrase = _COUNT_END.sub(
        "",
        phrase,
    )
    level = None
    if sort := _MARKED_AND_SORT.fullmatch(phrase):
        return AwardName(sort["name"], number[0] if number else None, year, sort["level"])
    levels = [
        m
        for m in LEVEL.finditer(phrase)
        if m.start() and not _in_quotes(phrase, m.start()) and is_level(m.group(), phrase[: m.start()])
    ]
    if levels:
        # 中国新闻奖一等奖 is prize and level; 全国党报融媒体精品奖 is one name.
        level = levels[0].group()
        phrase = phrase[: levels[0].start()]
    else:
        open_level = OPEN_LEVEL.search(phrase)
        if open_level and _PRIZE_END.search(phrase[: open_level.start()]):
            level, phrase = open_level.group(), phrase[: open_level.start()]
    mark = _MARK_END.search(phrase) if level is None else None
    if mark:
        level, phrase = mark["level"], phrase[: mark.start()]
    quoted = (_QUOTED_LEVEL.search(phrase) or _QUOTED_BEST.search(phrase)) if level is None else None
    if quoted:
        # …征集展播活动“网络正能量文字奖”
        level, phrase = quoted["level"], phrase[: quoted.start()]
    phrase = NAME_LEAD.sub("", phrase)
    # X新闻奖文字消息类: the prize ends at its 奖, what follows is the category won.
    if phrase.count("奖") >= 1 and not phrase.endswith("奖"):
        head = phrase.rfind("奖")
        if (
            phrase[head + 1 : head + 2] not in {"章", "牌", "杯", "状", "金", "励", "）", ")"}
            and not _in_quotes(phrase, head)
            and not _CONTEST_AFTER.match(phrase[head + 1 :])
        ):
            phrase = phrase[: head + 1]
        elif level and phrase[head + 1 : head + 2] == "”" and _CATEGORY_BEHIND.fullmatch(phrase, head + 2):
            # 第31届“星光奖”|电视文艺栏目|提名荣誉
            phrase = phrase[: head + 2]
    elif level:
        phrase = _TEAM_END.sub("", _CATEGORY_END.sub("", phrase))
        phrase = _CASE_CATEGORY_END.sub("", phrase)
    phrase = _JUDGING_END.sub(
        "",
        phrase,
    )
    phrase = _HONOUR_END.sub("", phrase) or phrase
    phrase = _PLACE_END.sub("", phrase)
    if "十大" in phrase or "十佳" in phrase:
        phrase = _ONE_OF.sub("", phrase)
    phrase = phrase.strip("，,、：:；。 的—-·")
    if _MARKED.fullmatch(phrase):
        phrase = phrase[1:-1]
    bracketed = _LEVEL_IN_BRACKETS.search(phrase)
    if bracketed and _NAMED_FIELD.search(bracketed["level"]):
        # 全国晚报新闻奖（赵氏新闻奖）: another name of it.
        phrase = phrase[: bracketed.start()]
    elif bracketed:
        # 全省脱贫攻坚奖（奉献奖）
        level, phrase = level or bracketed["level"], phrase[: bracketed.start()]
    if len(phrase) < 2 or _NO_NAME.fullmatch(phrase):
        return None
    return AwardName(phrase, number[0] if number else None, year, level)


def _in_quotes(text: str, at: int) -> bool:
    opened = text.rfind("“", 0, at)
    return opened != -1 and text.find("”", opened, at) == -1
