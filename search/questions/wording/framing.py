"""How figures of several years are asked for, told apart from what is counted: 登报的更正，按年份排一下 is 历年登报的更正.

A question has a content (what is counted, of whom) and a frame (what is done with the figures, and for which years). Its parts between marks, the
beginning and the end of the others that are made of nothing but words of `frames.txt` are its frame, whatever words of a class they have; what
they ask for is said once more in the few words that questions are read by (历年, 加起来, 减少了).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from search.questions.wording.leading import unled
from search.questions.wording.nominal import asked_outright
from search.questions.wording.rising import DOWN, UP
from search.questions.wording.words import key, measure_words, segment, topic_words
from search.tokens import tagged

_MARKS = re.compile(r"[，,：:；;。？?！!（）()\s]+|——|—")
_YEAR = r"(?:(?:19|20)?\d\d年?度?)"
_NAMED = re.compile(r"(?<![\d.])(?:(?:19|20)\d\d年?|[12]\d年)")
_ASKS = re.compile(r"多少|(?<![这那近前后哪头好])几(?!年[来间内里])|百分之")
# 14年对16年, 2022年到2024年: the two that are compared, said by themselves.
_PAIR = re.compile(
    rf"(?:从|由|拿)?(?P<one>{_YEAR})(?P<to>到|至|对|比|和|与|跟|→|[-—–~～])(?P<other>{_YEAR})(?:比|相比|两年)?"
)
# 跟前一年比: the year before, by itself.
_THAN_BEFORE = re.compile(r"(?:跟|和|与|同|比|较)(?:上一?年|前一年|去年|头一?年)(?:相比|比较?|来说)?")
_SINCE = re.compile(r"(?:自|从)?(?:19|20)\d\d年?(?:以来|以后|之后|起|至今|到现在)")
_CHANGE = rf"(?:往[上下])?(?:{UP}|{DOWN}|(?<!还)相?差)(?:了|掉了|出|出了|过)?(?:多少|几|百分之)"
_CHANGED = re.compile(_CHANGE)
_MEASURE_END = re.compile(r"[数量额率费值]$|收入|人次$")
_SUMMED = re.compile(
    r"(?:加一?块儿?|加在一?块儿?|加一?起|加在一起|加到一起|合一?块儿?|合起来|合一?起|合在一起|合到一起|拢共|统共|归总|归拢)(?:算|来)?"
)
_JOINED = {"到": "到", "至": "到", "→": "到", "-": "到", "–": "到", "—": "到", "~": "到", "～": "到"}
_OVER_YEARS = re.compile(
    r"越[^，]{1,2}越|一年比一年|走势|走向|趋势|曲线|轨迹|涨跌|升降|增减|涨落|是[涨多升增]|还是"
)
"""How something went, where it can't be meant of one year: 沿河行怎么走的 asks for a way."""
_CAME_TO = re.compile(r"[涨掉降跌滑缩落增减升](?:[上下]来|上去|下去|起来)")
"""大喇叭有多少只，是怎么涨上来的: where it is asked how many, how it came to that; the method is asked for where it is not."""
_A_YEAR = re.compile(r"(?<![\d头第近每])一年(?=.*(?:多少|几))")
"""公司一年做多少营收，涨了没有: by the year."""
_LEAST = 2
"""Characters that are left at least of what is counted."""
_SHORT_YEAR = r"(?:(?:19|20)\d\d|(?<!\d)[12]\d年)"
_SAID = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        # 几季加一块儿拍了多少集: of all of them
        (r"[，,]?几[季届](?=(?:加|一共|总共|合起|合在|累计|合计))", ""),
        # 闪退投诉压下去了吗，前后各多少起: of each year
        (
            r"^(?P<what>[^，,]{2,12}?)(?:是不是|有没有)?(?:压|降|减|掉|涨|升|提|跌|落|增)[^，,多少几]{0,5}[，,]?(?:前后|先后|起止)(?:各|分别)(?:是|有|为)?(?P<much>多少|几)",
            r"历年\g<what>\g<much>",
        ),
        # 采编队伍平均年轻了几岁: the adjective says of which measure and which way
        (r"(?:平均)?年轻了?(?=(?:多少|几)岁)", "平均年龄减少了"),
        (r"(?:平均)?老了(?=(?:多少|几)岁)", "平均年龄增加了"),
        (r"小了(?=(?:多少|几)岁)", "减少了"),
        (r"大了(?=(?:多少|几)岁)", "增加了"),
        # 2017年是刚上线那年（2015年）底的几倍: the year itself says which one is meant
        (
            r"(?:(?![是比和到从跟较与在年])[\u4e00-\u9fff]){1,8}(?:[那这头当]一?年|第一年|的?时候?|那会儿|那阵子?)[（(](?P<year>(?:19|20)\d\d)年?[）)]",
            r"\g<year>年",
        ),
        # 日活翻到原来的几倍: what it was before is told by the report that tells what it has become
        (
            r"(?:翻|涨|增|升|提高|扩|长|变)?(?:加|长|大|高)?(?:到|为|成|至|是)?了?(?:原来|原先|以前|之前|从前|过去|起初|最初|当初|开始|先前)(?:时候?)?的(?=(?:多少|几)倍)",
            "增加了",
        ),
        # 比头一年少办了几场: the year before; 公号开张头一年 is the first
        (
            r"(?<=[比较跟和与同是])(?:头一?年|前一年|上年|前个年头|上一个?年度|隔年)(?=.*(?:[多少增减涨降升跌高低差缩]|倍|番))",
            "上一年",
        ),
        # 2020年比2019年少挣了多少钱: where nothing else is counted, the income is
        (
            rf"^(?P<years>{_YEAR}比(?:{_YEAR}|上一?年|去年)|比(?:上一?年|去年))(?:全?[台社]里?|全?中心|单位)?(?P<way>[多少])(?:挣|赚|进账|收入?)了?(?=多少|几)",
            r"\g<years>收入\g<way>了",
        ),
        # 网友留了多少言，2020年比2018年多多少: the two years are compared, of what was asked before
        (
            rf"^(?P<what>[^，,？?]{{2,}}?)(?:多少|几)(?P<rest>[^，,多少几]{{0,8}})[，,](?P<than>{_YEAR}(?:比|较|和|跟|与|同)(?:{_YEAR}|上一?年|前一?年|去年)(?:相比|比)?(?:{UP}|{DOWN}|差)了?(?:多少|几))",
            r"\g<what>\g<rest>，\g<than>",
        ),
        # 善款一届比一届筹得多吗: how much each time
        (
            r"(?:是不是|是否)?一(?P<time>[年届季期])比一(?P=time)(?P<verb>[\u4e00-\u9fff]{1,2})得(?:更|还)?(?:多|少|高|低|快|好)(?:了|些)?(?:吗|么|没有|吧)?(?=[，,。？?]|$)",
            r"历年\g<verb>多少",
        ),
        # 历年筹多少，把钱数列列
        (
            r"(?<=多少)[，,]把?(?:各年|每年|历年)?的?(?P<unit>[钱次场期件条人份户])数(?=[列报说给摆讲理])",
            r"\g<unit>，",
        ),
        # 收入一共缩了多少: what is gone is one difference and no sum
        (rf"(?:一共|总共|合计|累计|前后|先后|拢共|总计)(?=(?:{UP}|{DOWN})了(?:多少|几|百分之))", ""),
        # 三个年头一共开播几场
        (r"(?P<many>[两二三四五六七八九2-9])个年[头度]", r"\g<many>年"),
        (r"下(?:来|去)了(?=(?:多少|几|百分之))", "下降了"),
        (r"上去了(?=(?:多少|几|百分之))", "上升了"),
        # 2014和2016两年的留言
        (r"(?P<years>(?:19|20)\d\d年?[和与跟、到至](?:19|20)\d\d)年?(?:这)?[两二三四五六]年", r"\g<years>年"),
        # 求助同比增幅有多大
        (r"(?:增幅|涨幅|升幅)(?:是|有|达)?(?:多大|多少|多高)", "增长了百分之几"),
        (r"(?:降幅|跌幅|减幅)(?:是|有|达)?(?:多大|多少|多高)", "下降了百分之几"),
        # 网页打开快了几秒: it takes so much less time
        (r"快了(?=(?:多少|几)(?:个?(?:秒|分钟|小时|天|工作日)|[？?。]?$))", "缩短了"),
        (r"(?<=时间)(?:能)?(?:节?省|少花|少用)(?:了|下|出)*(?=多少|几)", "缩短了"),
        (r"慢了(?=(?:多少|几)个?(?:秒|分钟|小时|天|工作日))", "延长了"),
        # 频道从2022年到2024年砍了几个: of two years there are less
        (
            rf"(?P<years>{_SHORT_YEAR}.*{_SHORT_YEAR}.*)(?:砍|裁|撤)(?:掉|去)?了?(?=多少|几)",
            r"\g<years>减少了",
        ),
        # 从2020年到2023年人手添了几个: the same
        (rf"(?P<years>{_SHORT_YEAR}.*{_SHORT_YEAR}.*)(?:增添|添|涨)了?(?=多少|几)", r"\g<years>增加了"),
        # 比重抬高了几个百分点, 在线率提了几个点, 压下去几个百分点: points are only counted between two shares
        (r"(?:提|抬高?|拉[高升]|冲高?|爬|攀升)(?:了|上去|上来|出)*(?=(?:多少|几)个?(?:百分)?点)", "提高了"),
        (r"(?:压低?|拉低|砍|落|滑|掉)(?:了|下去|下来|掉)*(?=(?:多少|几)个?(?:百分)?点)", "下降了"),
        # 低了多少个点
        (r"(?P<much>多少|几)个点(?![子击赞位评题])", r"\g<much>个百分点"),
    )
)
"""How the change of a figure is said; an example over each."""


@dataclass(frozen=True)
class _Classes:
    """Patterns made of the classes of `frames.txt`, each matching any of its words."""

    frame: re.Pattern[str]
    """Matches a part that is nothing but frame."""
    head: re.Pattern[str]
    tail: re.Pattern[str]
    each_year: re.Pattern[str]
    span: re.Pattern[str]
    course: re.Pattern[str]
    each: re.Pattern[str]
    show: re.Pattern[str]
    many: re.Pattern[str]
    count: re.Pattern[str]
    """Matches so many years of which is not said which they are."""
    plural: re.Pattern[str]
    """Matches what says that there are several years."""


@cache
def _classes() -> _Classes:
    text = resources.files("search.questions").joinpath("frames.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    held = {line[0].strip("[]"): "|".join(sorted(line[1:], key=len, reverse=True)) for line in lines}
    please, show, bit, figures = (f"(?:{held[name]})" for name in ("please", "show", "bit", "figures"))
    years, span, course, many, total = (
        f"(?:{held[name]})" for name in ("years", "span", "course", "many", "total")
    )
    shown = rf"(?:(?:{show}|(?:{held['do']}|发|传|交)给?[我咱]们?{show}?|(?:{held['do']}){bit}|(?<=分别|各自)[说讲报列])(?:{bit}|{figures}|吧|呗)*)"
    ask = rf"(?:{shown}|{course}|{years}|{span}|{_PAIR.pattern.replace('?P<one>', '?:').replace('?P<to>', '?:').replace('?P<other>', '?:')}|{_SINCE.pattern}|{_THAN_BEFORE.pattern}|{many})"
    light = rf"(?:{please}|{figures}|{total}|{bit}|分别|各自|的|呢|吧|吗|呀|啊|在|是|里|中)"
    return _Classes(
        frame=re.compile(rf"{light}*(?:{ask}{light}*)+$"),
        head=re.compile(rf"^(?:(?:{please})*{shown}|请)(?<!的)(?:关于|有关)?(?!的)(?=..)"),
        tail=re.compile(
            rf"(?:的|是|在)?(?:{please}|(?:具体|详细)?(?:数字|数据|数目))*(?:{shown}|{course}|{years}(?:{many})?|(?:分别|各自|各)(?:是|有|为)?多少|(?<=[量数额率丝入户次件])情况)+$"
        ),
        each_year=re.compile(years),
        span=re.compile(span),
        course=re.compile(course),
        each=re.compile("分别|各自?|都(?=[是有为])"),
        show=re.compile(shown),
        many=re.compile(r"(?P<many>(?:是|有|为|达|剩)?(?:多少|几).{0,2})$"),
        count=re.compile(
            r"(?<![\d第近用花期最头前后末])(?:前后|这)?(?P<number>[两二三四五六七八九2-9])(?:年|个年度|份报告)(?:下来|来|间|里|之间|当中|中)?(?!级|制|一)"
        ),
        plural=re.compile(rf"{years}|{span}"),
    )


def framed(question: str) -> str:
    """Return a question (simplified characters) for figures of several years as its reading expects it; any other as it is.

    Made for 写总结要用：近三年用户总量分别是多少, 把各年的更正列一下, 发行量三年走势, 收入一共缩了多少（14年对16年).
    """
    known = _classes()
    text = asked_outright(unled(question))
    for said, put in _SAID:
        text = said.sub(put, text)
    text = _MORE.sub(_done_more, _FELL.sub(_fallen, text))
    text = _SUMMED.sub("加起来", text) if known.plural.search(text) or len(_NAMED.findall(text)) > 1 else text
    parts = [part for part in _MARKS.split(text) if part]
    frame = [part for part in parts if known.frame.fullmatch(part)]
    content = [part for part in parts if part not in frame]
    if not content:
        return text
    if (head := known.head.match(content[0])) and len(content[0]) - head.end() >= _LEAST:
        frame.append(head[0])
        content[0] = content[0][head.end() :]
    if (tail := known.tail.search(content[-1])) and tail.start() >= _LEAST:
        frame.append(tail[0])
        content[-1] = content[-1][: tail.start()]
    if len(content) == 2 and (stock := _STOCK.match(content[0])) and _measured(content[1]):
        content = [f"{stock['of']}{content[1]}"]
    return _composed(text, "，".join(content), frame, known)


# 这张报纸还有多少人买，印数是怎么掉下来的: the measure is told behind, of what it is before.
_STOCK = re.compile(
    r"(?P<of>[^，,多少几]{2,12}?)(?:(?:现在|如今|眼下|到底|究竟|还|都|一共)*(?:有|剩)?)(?:多少|几)[\u4e00-\u9fff]{0,4}$"
)
# 来电掉了多少: what there is less of; 挡掉了多少 and 淘汰掉了多少 tell what was done.
_FELL = re.compile(r"(?P<before>[^，,：:；;（）()]{2,})(?:往下掉|缩|掉|滑)了(?=(?:多少|几|百分之))")


# 广告进账比前一年缩了多少: what it is held against stands between.
_THAN_END = re.compile(rf"(?<=..)[比较跟和](?:{_YEAR}|上一?年|前一?年|去年)$")


def _fallen(found: re.Match[str]) -> str:
    word, tag = tagged(key(_THAN_END.sub("", found["before"])))[-1]
    measured = len(word) > 1 and (word in measure_words() or not tag.startswith("v"))
    return f"{found['before']}减少了" if measured else found[0]


# 比上一年多完成几次, 2023年少走了几道环节: how much more was done, and not what one has more of.
_MORE = re.compile(
    r"(?<![最很许众不至减缺增大差无])(?P<way>[多少])(?P<verb>(?![多少了出])[\u4e00-\u9fff]{1,3}?)(?:了|出来?)?(?=(?:多少|几)(?!钱|块|元|万))"
)


def _done_more(found: re.Match[str]) -> str:
    verb, compared = tagged(found["verb"]), "比" in found.string[: found.start()]
    is_verb = len(verb) == 1 and (verb[0][1].startswith("v") or (compared and verb[0][0] in topic_words()))
    is_verb = is_verb and f"{found['way']}{verb[0][0]}" not in _WORDS
    is_verb = is_verb and (len(found["verb"]) > 1 or (compared and found["verb"] in _LIGHT))
    return f"{found['verb']}{found['way']}了" if is_verb else found[0]


_LIGHT = frozenset("拿得办发播做编讲出")
"""Verbs of one character that say nothing of what is counted; a question is read with any other as it stands."""
# 少说几句, 多来自几个省: no more of what was done.
_WORDS = frozenset({"多来自", "多达", "多是", "多有", "少说", "少有", "多为", "多在", "少不了", "多亏"})


def _full(year: str) -> str:
    """Return a year as it is read by itself: 19 → 2019年."""
    number = year.rstrip("年度")
    return f"{'20' * (len(number) == 2)}{number}年"


@dataclass(frozen=True)
class Occasion:
    """What a change is said to follow upon, and the question without it."""

    said: str
    question: str


def occasion(question: str) -> Occasion | None:
    """Return the occasion of a change that stands before it by itself: 疫情一来，大活动少办了几场; None where there is none."""
    found = _OCCASION.match(question)
    if (
        found is None
        or _NAMED.fullmatch(found["said"])
        or not (_CHANGED.search(question) or _AGAINST.search(question))
    ):
        return None
    return Occasion(found["said"], question[found.end() :])


_OCCASION = re.compile(
    r"^(?:自从|自|打从|从)?(?P<said>[\u4e00-\u9fff\w]{2,12}?)(?:一来|一到|来了|以后|之后|过后|后|以来|的时候|那会儿|那年|期间|前后)[，,](?=.{4,})"
)
_AGAINST = re.compile(
    r"[比较].*[多少增减涨降升跌高低](?:[\u4e00-\u9fff]{0,2}了?)?(?:多少|几)|[多少][\u4e00-\u9fff]{1,2}了?(?:多少|几)"
)


def _composed(text: str, content: str, frame: list[str], known: _Classes) -> str:
    """Return what is counted with what is asked of it; the text itself where its frame asks for no several years."""
    asked = "，".join(frame)
    pair, since = _PAIR.search(asked), _SINCE.search(asked)
    when = (
        f"{_full(pair['one'])}{_JOINED.get(pair['to'], '和')}{_full(pair['other'])}"
        if pair
        else since[0]
        if since
        else ""
    )
    if not when and _THAN_BEFORE.search(asked):
        when = "比上一年"
    course = known.course.search(asked)
    every = known.each_year.search(asked) or (
        known.span.search(asked) and (course or known.each.search(asked) or known.show.search(asked))
    )
    told = known.plural.search(content) or _NAMED.search(f"{content}{when}")
    shown = (
        known.show.search(asked) and known.plural.search(content) and _measured(known.plural.sub("", content))
    )
    ranged = pair is not None and pair["to"] in _JOINED and not _ASKS.search(content)
    over = (
        every
        or ranged
        or shown
        or (course and (told or _OVER_YEARS.search(course[0]) or _A_YEAR.search(content)))
        or (known.each.search(asked) and known.span.search(content))
        or (course and _CAME_TO.search(course[0]) and _ASKS.search(content))
    )
    if not (over or when):
        return content if known.head.match(text) and _ASKS.search(content) else text
    if over and (span := known.count.search(f"{content}{asked}")):
        content = f"这{span['number']}年{known.count.sub('', content, count=1)}"
    if when:
        content = f"{when}{known.count.sub('', content, count=1)}"
    if not over or (_CHANGED.search(content) and not every):
        return content
    many = next((found["many"] for part in frame if (found := known.many.search(part))), "")
    return f"逐年{content}{'' if _ASKS.search(content) else many}"


def _measured(content: str) -> bool:
    """Tell whether what is counted ends in a measure: 记者证年检合格人数, 进账."""
    words = segment(key(content))
    return _MEASURE_END.search(content) is not None or bool(words and words[-1] in measure_words())
