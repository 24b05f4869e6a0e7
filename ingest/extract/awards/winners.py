"""Who or what won: the titles, the count, the person, organisation, page or account left of an honour verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.alternation import by_letter
from ingest.extract.awards.words import ADVERBS, COUNT, NAME_LEAD, OUTLET_BEFORE, ROLE, TEAM_AFTER
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.sentences import Span
from ingest.titles import Kind, Quoted, Titles

_GENERIC = re.compile(
    r"(?:全|我|本|该)?(?:中心|集团|报社|杂志社|编辑部|社|总?台|报|刊|网|频道|频率|公司|电视台|单位|媒体|我们|传媒)(?:(?:新闻|采编|编辑|记者)*(?:队伍|人员|上下|工作者))?(?:共有?|还|另|也|有|先后|合计|总计|累计)*"
)
_DATE_LEAD = re.compile(
    r"^(?:(?:近|最近|过去)[一二两三四五六七八九十\d]+年来?|(?:19|20)\d{2}年(?:度)?(?:全年|\d{1,2}月(?:\d{1,2}日)?)?)?[，,]?"
)
_ADVERBS_END = re.compile(
    rf"(?:{ADVERBS}|连续第?[一二三四五六七八九十\d]*(?:个月|[年次届度季])?|被|凭借.*)+$"
)
_GENRE_RIGHT_AFTER = re.compile(r"(?:系列)?(?:报道|短视频|微视频|纪录片|作品|直播(?!间)|漫画|海报|组照|节目)")


def is_generic(who: str) -> bool:
    """Tell whether the media speaks of itself without its name: 中心, 我社, 集团共."""
    return _GENERIC.fullmatch(who) is not None


def is_work(text: str, quoted: Quoted, titles: Titles) -> bool:
    """Tell whether a quoted name before an honour verb is a title that won, of a piece or of a column."""
    kind = titles.kind_of(quoted.name)
    if kind in {Kind.DOCUMENT, Kind.PLATFORM} or text[quoted.end : quoted.end + 1] in {"式", "般"}:
        # 《A》式的纪录片《B》获…
        return False
    if OUTLET_BEFORE.search(text[max(0, quoted.start - 6) : quoted.start]):
        return False
    if kind is Kind.COLUMN:
        return _won_as_title(text, quoted)
    if _GENRE_RIGHT_AFTER.match(text, quoted.end, quoted.end + 6):
        return True
    if not quoted.book_marks and kind is Kind.NONE and _PIECE_PRIZE.match(text, quoted.end):
        # “指尖上的党史”入选网络正能量精品
        return True
    return (quoted.book_marks or kind is Kind.WORK) and not _ACCOUNT_NAME.search(quoted.name)


_COLUMN_BEFORE = re.compile(r"(?:栏目|节目|专栏|专题|访谈|脱口秀)$")
_COLUMN_AFTER = re.compile(r"(?:[两三四五六\d]+[个档])?(?:栏目|专栏|专版|副刊|版|编排)")
_WON_A_LEVEL = re.compile(rf"[^，。；《]*(?!(?:新闻)?名专栏)(?:{LEVELS})")
_WON_A_COLUMN_PRIZE = re.compile(
    r"[^，。；]*(?:栏目|专栏|品牌|[十百]佳|周刊|期刊|专刊|报刊|刊物|副刊)[”\"]?(?:称号|荣誉)?(?=[，。；]|$)"
)
_COLUMN_PRIZE_BEFORE = re.compile(r"好?(?:栏目|专栏)[^。；《]{0,12}$")
_PIECE_PRIZE = re.compile(r"(?:入选|获)[^，。；]{0,40}(?:作品|精品|[短微]视频|好新闻)[”\"]?(?=[，。；\n]|$)")


def _won_as_title(text: str, quoted: Quoted) -> bool:
    """电视栏目《A》获…, 《A》专版获X奖一等奖: a title that won. 《A》栏目获评…, 《A》获评优秀栏目: the column as a winner."""
    if TEAM_AFTER.match(text, quoted.end):
        return False
    if _COLUMN_BEFORE.search(text[max(0, quoted.start - 4) : quoted.start]):
        return True
    if _WON_A_LEVEL.match(text, quoted.end):
        return not _COLUMN_AFTER.match(text, quoted.end) or text.startswith("专版", quoted.end)
    if not quoted.book_marks or _COLUMN_AFTER.match(text, quoted.end):
        return False
    return not (
        _WON_A_COLUMN_PRIZE.match(text, quoted.end)
        or _COLUMN_PRIZE_BEFORE.search(text[max(0, quoted.start - 24) : quoted.start])
    )


def won_for_columns(quoted: Sequence[Quoted], prize: str, titles: Titles) -> bool:
    """Tell whether `quoted` are columns and `prize` is one for columns: 新闻名专栏, 优秀栏目."""
    return re.search(r"(?:专栏|栏目)”?$", prize) is not None and all(
        titles.kind_of(each.name) is Kind.COLUMN for each in quoted
    )


def works_of(quoted: Sequence[Quoted], text: str, titles: Titles) -> list[Quoted]:
    """Return those of `quoted` that may win as titles: 系列报道《A》、新闻专栏《B》 both."""
    return [q for q in quoted if is_work(text, q, titles)]


def of_the_two(
    before: Sequence[Quoted], which: str, text: str, titles: Titles
) -> tuple[list[str], str | None]:
    """录制广播剧《A》《B》，前者获X奖: the one that is meant of the two named last `before`, as work or as recipient."""
    if len(before) < 2:
        return [], None
    one = before[-2] if which == "前者" else before[-1]
    return ([one.name], None) if is_work(text, one, titles) else ([], one.name)


def opening_winner(
    text: str, quoted: Sequence[Quoted], titles: Titles, span: Span
) -> tuple[list[str], str | None]:
    """纪录片《A》共12集，…，播出后|入选Y: the one title that opens the segment in `span`, as work or as recipient."""
    begin = max(text.rfind("；", *span) + 1, span[0])
    opening = next((q for q in quoted if begin <= q.start < span[1]), None)
    if opening is None or opening.start - begin > 12:
        return [], None
    if opening.group_start != opening.start or opening.group_end != opening.end:
        return [], None
    kind = titles.kind_of(opening.name)
    if kind in {Kind.WORK, Kind.COLUMN} and is_work(text, opening, titles):
        return [opening.name], None
    return [], opening.name if kind is Kind.COLUMN else None


# “江南时讯”公众号|在104家公众号中脱颖而出，荣获…
_STOOD_OUT = re.compile(
    r"(?:^|，)(?P<who>[^，。；《]{2,30}?)(?:在|从)[^，。；]{2,30}(?:中|里)(?:脱颖而出|胜出|突出重围|(?:位列|名列|排名|位居|列)[^，。；]{0,8}(?:第[一二三四五六七八九十\d]+[名位]?|前[列茅])|成绩突出|表现突出|表现优异)，(?:一举|成功)?$"
    # 我台|位列全省第2名，获评…: the rank of the house, then its honour.
    r"|(?:^|，)(?P<ranked>[^，。；《\d]{2,12}?)(?:位列|名列|位居|排名|列)[^，。；《]{0,12}第[一二三四五六七八九十\d]+[名位]?，$"
)


# 集团8年9|获X奖一等奖
# “江南发布”获评…: an account by its name
_ACCOUNT_NAME = re.compile(r"^[一-龥]{2,6}(?:发布|融媒)$")
_TIMES_IN_YEARS = re.compile(r"[\d一二三四五六七八九十]+年(?:来)?(?P<times>\d+|[一二三四五六七八九十]+)$")


def stood_out(before: str, media: str) -> str | None:
    """Return who stood out of many in the clause `before` the honour's own, None where nobody did."""
    told = _STOOD_OUT.search(before)
    return winner(told["who"] or told["ranked"], False, media)[1] if told else None


# 市民王建国获评…, 清河县获评全国文明城市: whom the report tells of, and none of the house.
_OUTSIDER = re.compile(
    r"(?:.*》)?(?:中的?|里的?)?(?:主人公|当事人|原型|报道对象)[一-龥]*|(?:《[^》]+》)?(?:[一-龥]{0,8}(?:市民|村民|居民|网友|网民|读者|听众|观众|农民|农户|学生|同学|教师|老师|医生|护士|民警|交警|战士|环卫工人?|骑手|司机|运动员|健儿|作家|画家|艺术家|书法家|校长|院长|老人|大爷|大妈|奶奶|爷爷|[乡村]医|(?:焊|电|木|瓦|农民|护|清洁|建筑|搬运)工(?!程|作|会)|企业家|创业者|老兵|村支书|干警|参赛者|[省市县区州]选手|代表[团队])(?![一-龥]{0,2}(?:项目|平台|团队|工作室|中心|栏目|队|热线|品牌|专栏|节目))[一-龥]{0,4}"
    r"|[一-龥、]{1,10}(?:籍|作协会员)[一-龥、]+"
    r"|[一-龥]{1,8}(?:[省市县区州旗镇乡村]|街道|社区|景区|企业|学校|中学|小学|医院|大学|剧院|剧团|歌舞团|文化馆|画院|艺术团|作协|文联))"
)


def is_outsider(who: str) -> bool:
    """Tell whether `who` is somebody whom the report tells of, and nobody of the house."""
    return _OUTSIDER.fullmatch(who) is not None


def distributes(text: str, verb: Span) -> bool:
    """Tell whether the verb at `verb` gives each winner an honour of its own: 分获, 分别荣获."""
    return bool(
        re.search(r"分别?$", text[verb[0] - 2 : verb[0]])
        or "分获" in text[slice(*verb)]
        or "分别" in text[verb[0] - 3 : verb[1] + 3]
    )


# 晚报|2个版面|被评为…: so many, of a sort that has no titles here.
_SO_MANY = re.compile(
    r"(?P<number>\d+|[一二两三四五六七八九十]+)[个档](?:版面|栏目|专栏|节目|项目|案例|作品|频道|账号|团队|集体)$"
)
_FROM_END = re.compile(r"从[^，]*$")
_BLANKS = re.compile(r"\s+")
_SINCE = re.compile(r"^[一-龥]{0,6}以来")
_RUN_OF_YEARS = re.compile(r"^(?:从\d{4}年?[到至]\d{4}年?|连续\d+[年届次])+")
# 集团|以158.6亿元的品牌价值|入选…: by what, and not who.
_CIRCUMSTANCE = by_letter(
    r"(?<![“《])(?:在|于)[^，]{4,}$|^(?:以|因|凭)[^，]{2,}$|以(?:[\d.]+[^，]*|[^，]{2,}(?:成绩|价值|实力|优势|总分|得分|身份|名义))$"
)
_WITHIN_YEAR = re.compile(r"(?:全年|年内|当年|今年|本年度|(?:19|20)\d{2}年(?:度|\d{1,2}月)?)$")
# 团长老贺|（本名贺自强）
_REAL_NAME = re.compile(r"[（(](?:本名|原名|真名)(?P<name>[一-龥]{2,4})[)）]$")
# 刚一参评就|被列入…
_AT_ONCE = re.compile(r"(?:刚|一|才)[^，《“]{1,8}(?:就|便|即)$")
_ABBREVIATION = re.compile(r"[（(][^（）()]{1,8}[)）]$")
_AND = re.compile(r"[、和]")
_OFFICE = re.compile(r"(?:党员|代表|委员|教授|专家|书记|主席|主任|董事长|社长|台长|总编辑)$")
_TITLES_ALONE = re.compile(r"(?:《[^》]+》[、和]?){2,}")
# 主题节目《A》《B》, 《A》《B》两个栏目
_COLUMNS = re.compile(
    r"[一-龥]{0,16}?(?P<titles>(?:《[^》]+》[、和]?){2,})(?:(?:[两三四五六\d]+[个档])?(?:栏目|专栏|节目|副刊))?"
)
_TITLE = re.compile(r"《([^》]+)》")
_TITLE_ALONE = re.compile(r"[一-龥]{0,8}[《“]([^《》“”]+)[》”](?:栏目|副刊|专栏|节目)?")
_QUOTES = re.compile(r"[“”\"]")
_SENT_IN = re.compile(r"(?:报送|选送|推荐|创作)(?:的)?(?:[一-龥]{0,4})(?:作品|节目|稿件)$")
_TIME_END = re.compile(r"(?:后|中|时|期间)$")
_MONTH = re.compile(r"\d{1,2}月")
_ROLE_ALONE = re.compile(
    r"[它他她]们?|其?本人|(?:[我本][报台社])?[一-龥]{0,4}(?:记者|编辑|选手|主持人|同志|同事|员工|作者|个人)"
)
# 5次|蝉联: how often, and not how many.
_TIMES = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)[次度](?=$)")
# 代表全省参加全国展演|并入围…: what was done, and not who.
_DOES = re.compile(r"代表|参加|通过|经过|成为|实现|完成|推动|带动|受到|得到|接受|创新|坚持|积极|深受")
_TELLS = re.compile(r"报道了|介绍|讲述|采访(?!中心|部|组)|记录")
_SENTENCE_END = re.compile(r"[。；]")


def winner(left: str, has_works: bool, media: str) -> tuple[int | None, str | None]:
    """Return (count, recipient) of the words left of an honour verb.

    `left` begins after the last winning title where `has_works`. 10件作品 → (10, None); 《A》等12件作品 → (12, None);
    首席记者张三 → (None, 张三); 中心 → (None, `media`).
    """
    # 队长胡敏|是唯一一位|登上“最美志愿者”榜的媒体人
    left = re.sub(r"是(?:全?[国省市县])?(?:唯一|首)(?:的?一?[位个家名])?$", "", left)
    if has_works:
        # 纪录片《A》|（6集）获…
        left = re.sub(r"^(?:[（(][^（）()]*[)）]|(?:\d+|[一二两三四五六七八九十]+)[集期讲章])", "", left)
    years = _TIMES_IN_YEARS.search(left)
    if years and not has_works:
        return chinese_number(years["times"]), None
    left = _TIMES.sub("", left)
    count = COUNT.search(left)
    if count and not _FROM_END.search(left[: count.start()]):
        return chinese_number(count["number"]), None
    if has_works:
        return None, None
    if (many := _SO_MANY.search(left)) and "》" not in left:
        return chinese_number(many["number"]), None
    # 这一年收获满满：|获X奖2件
    left = re.split("[：:]", _BLANKS.sub("", left))[-1]
    who = NAME_LEAD.sub("", _CIRCUMSTANCE.sub("", _DATE_LEAD.sub("", left)))
    who = _SINCE.sub("", who)
    who = _RUN_OF_YEARS.sub("", who)
    who = _CIRCUMSTANCE.sub("", who)
    if real := _REAL_NAME.search(who):
        return None, real["name"]
    who = _WITHIN_YEAR.sub("", _AT_ONCE.sub("", who))
    who = _WITHIN_YEAR.sub("", _ADVERBS_END.sub("", who).strip("，,、 "))
    who = _ABBREVIATION.sub("", who)
    who = who.removesuffix("同志")
    if is_outsider(who):
        return None, who
    # 《江边夜话》节目|主持人陆鸣
    who = (
        re.sub(r"^《[^》]+》(?=[一-龥]{2,12}$)", "", who)
        if ROLE.match(re.sub(r"^《[^》]+》", "", who))
        else who
    )
    people = [ROLE.sub("", one) for one in _AND.split(who)]
    if len(people) > 1 and 2 <= len(people[-1]) <= 4 and _OFFICE.search(people[0]):
        # 报社党委书记、社长陈刚: one winner with two offices.
        return None, people[-1]
    if len(people) > 1 and all(2 <= len(one) <= 4 and one[0] not in "他她其" for one in people):
        # 记者周允成、编辑沈沛: two winners by name.
        return len(people), "、".join(people)
    if len(people) > 1 and all(OUTLET_BEFORE.search(one) for one in people):
        # X视频号、Y公众号: so many outlets.
        return len(people), "、".join(people)
    if _TITLES_ALONE.fullmatch(who):
        # 《甲刊》《乙刊》入选…: two magazines.
        return who.count("《"), who
    if columns := _COLUMNS.fullmatch(who):
        names = _TITLE.findall(columns["titles"])
        return len(names), "、".join(names)
    titled = _TITLE_ALONE.fullmatch(who)
    who = titled[1] if titled else _QUOTES.sub("", ROLE.sub("", who))
    if is_generic(who):
        who = media or who
    if _ROLE_ALONE.fullmatch(who):
        return None, None
    if _SENT_IN.search(who):
        return None, None
    if _TIME_END.search(who) or _MONTH.match(who):
        # 3月2日播出后入选…: when, not who.
        return None, None
    if _TELLS.match(who) or _DOES.match(who):
        return None, None
    return None, who if 2 <= len(who) <= 24 and not _SENTENCE_END.search(who) else None
