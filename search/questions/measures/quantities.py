"""What kind of a figure it is: how much there is, by how much it changed, or what it was before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.questions.measures.money import other_money
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.wording.intents import Intent
from search.questions.wording.words import measure_words

# 到2021年一共帮了多少学生, 累计资助多少: over all years, where the report tells that beside the year's own.
ALL_YEARS = re.compile(
    r"(?:到|截至|截止|至)(?:20)?\d\d年.{0,3}(?:1共|总共|累计|共)|累计(?!下载|用户|注册)|至今|到现在|到目前|(?<!\d)\d{1,2}年(?:来|间|里|下来)?(?:1共|总共|累计|共)"
)
CHANGE = re.compile(r"净增|新增|涨粉|增加|增长|增幅|下降|减少|上升|提高|同比|缩短|净减|下滑")
_CHANGED_BY = re.compile(
    r"(?:净增|新增|涨粉|增加|增长|增|下降|减少|减|上升|提高|降低|(?:减少|减|少)收入?|(?:又|再)[多少](?=了)|[多少](?=出)|[比较](?:上一?年|去年|前一?年|上年度)(?:同期)?(?:又|还|再)?[多少](?:办|播|发|开|做|拍|写|招|接|收|卖|登|出|印|派|建|捐|走|跑)?)(?:了|出|约|近|超|逾|超过)?$"
)
_FROM = re.compile(r"(?<!自)[由从](?![业事])(?P<when>[^，。；,;]{0,14}?)的?(?:超过|超|近|约|不足|不到)?$")
_TO = re.compile(r"^[^，。；,;]{0,8}(?:到|至|为|升|增|涨|降)")
_WITHIN = re.compile(r"年初|月|上半年|第.季度|今年|当年|原来|最初|创办|开通|成立")
"""What tells that the earlier figure is not that of the year before."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_NOT_SUCH = re.compile(
    r"(?<![是并绝若莫无])非(?!遗|编|常|物质|公|凡|法|但|要|得|典)([\u4e00-\u9fff])(?=[\u4e00-\u9fff])"
)
_PER = (
    (
        re.compile(r"(?<!\d)1天(?!线)|每天|每日|天天|日均"),
        re.compile(r"日均|每天|每日|(?<!\d)1天|全天|工作日|日活|日[发印]|每期|期[发印均]|平均期"),
    ),
    (
        re.compile(r"(?<!\d)1个月|每个?月|月均"),
        re.compile(r"月均|每个?月|月活|月[发印薪均]|月(?:收入|工资|津贴|补贴|补助|奖金|奖励)"),
    ),
    (
        re.compile(r"1个(?:人|学生|孩子|职工|员工)|每个?人|人均"),
        re.compile(r"人均|每人|每名|每位|平均|用户[日月]均"),
    ),
)
"""What is asked for by the day, month or head, and how a figure tells that it is that; a daily's issue is its day."""
_A_YEAR = re.compile(r"(?<![近这每过前第哪上\d])1年(?!来|前|比)|全年|整年")


def told_per(asked: str, near: str) -> bool:
    """Tell whether a figure is by the day, month or head, where that is asked for: of 9.8万个，日均268个 the second for 一天接几个电话."""
    return all(told.search(near) for cue, told in _PER if cue.search(asked))


def of_another_span(asked: str, near: str) -> bool:
    """Tell whether a figure is by the day or month where a year's is asked for: 日均9.6万次 is not what 一年点击多少次 asks."""
    return _A_YEAR.search(asked) is not None and any(told.search(near) for _, told in _PER[:2])


def is_per(asked: str) -> bool:
    """Tell whether a question asks for what there is by the day, month or head."""
    return any(cue.search(asked) for cue, _ in _PER)


def counted_noun(question: Question) -> str | None:
    """Return what is counted where the question ends with it (走了几个省): a figure of it has it before or behind; None else."""
    head = question.words[-1] if question.words else ""
    return head if head and re.search(rf"(?:多少|几)个{re.escape(head)}$", question.masked) else None


_PEOPLE_OF = re.compile(r"负责人|站长|主任|代表|成员|学员|主编|班子|骨干|书记|队员")


def people_of(question: Question, name: str) -> bool:
    """Tell whether a name is of people of what is counted, and not of that: 记者站负责人3个 are no 记者站."""
    head = question.words[-1] if question.words else ""
    return (
        len(head) > 1
        and _PEOPLE_OF.match(name.partition(head)[2]) is not None
        and not _PEOPLE_OF.search(question.text)
    )


def papers_of(question: Question) -> list[str]:
    """Return the papers and stations that a question names and the reports put between marks without their being own outlets.

    Their figures are not the house's: the 发行量 of a paper that was merged into it long ago.
    """
    return [word for word in question.words if _PAPER.search(word) and word in question.known.quoted]


_PAPER = re.compile(r"..(?:[日晚晨早快时商]报|都市报|周[报刊]|电视台|广播电台|新闻网)$")


def asks_taken_on(question: Question) -> bool:
    """Tell whether a question asks for those who were taken on: 招了几个采编 is not answered with all of them."""
    return _TAKEN_ON.search(question.masked) is not None


def tells_taken_on(near: str) -> bool:
    """Tell whether what stands at a figure says that they were taken on."""
    return _TAKEN_ON_TOLD.search(near) is not None


_TAKEN_ON = re.compile(r"(?<!云)招(?:了|进|聘(?![会岗信平活专])|录|收)|聘了|录用|引进|新进")
_TAKEN_ON_TOLD = re.compile(r"招|聘|录用|引进|引才|新进|新增|入职")


def of_some_staff(question: Question, told: str) -> bool:
    """Tell whether the staff is asked for and a figure is of those of whom something was done: 48名编辑记者赴浙江学习."""
    if not question.words or not question.words[-1].endswith(_STAFF) or asks_taken_on(question):
        return False
    acted_on = _ACTED_ON.search(told)
    return acted_on is not None and acted_on[0] not in question.masked


_ACTED_ON = re.compile(
    r"招[聘录收]|新[进聘招]|评[出聘选]|晋升|提拔|引进|退休|离职|辞职|离任|处理|处分|慰问|惠及|派出|选派|奖励|资助|转为|签约|换发|申领|表彰|救助|看望|参训|体检|"
    r"(?<!其)中有?(?:近|约)?(?=\d+[余多]?[名位人])|外出|进修|轮训|疗休?养|(?:组织|安排|[为给向让])[^，。]{0,3}?\d+[余多]?[名位人]|[赴去到][^，。]{1,15}(?:学习|培训|考察|采访)"
)
STAFF = frozenset({"员工", *measure_words()["员工"], "采编人员", *measure_words()["采编人员"]})
"""Words for those who work for the house."""
_STAFF = tuple(word for word in STAFF if len(word) > 1)


def of_audience(question: Question, told: str) -> bool:
    """Tell whether it is asked how many work in a body and a figure is of those whom it reaches: 国际传播中心有多少人, 账号订阅者41万.

    `told` is what stands at the figure; a body that is not named there may be any other's.
    """
    if _MEMBERS.search(question.text) is None:
        return False
    return _AUDIENCE.search(told) is not None


def of_one(question: Question, clause: str) -> bool:
    """Tell whether a figure is of one alone, or of what it would be worth, where all are asked for: 一位主播单场卖出5.2万元, 折合广告费2400万元."""
    one = _ONE.search(_EACH_PASSED.sub("", clause))
    return one is not None and one[0] not in question.text


_ONE = re.compile(r"折合|相当于|单[场条篇日期笔次件]|(?<!\d)1[位名](?![市观听读])")
_EACH_PASSED = re.compile(r"单[条篇部期场](?=[^，,。]{0,8}(?:过|超|破|逾|达)[^，,。]{1,8}的)")
"""单条过百万播放的17条: what each of several reached, by which they were chosen."""


def of_another_issue(asked: str, told: str) -> bool:
    """Tell whether the last or the first issue is asked for and a figure is not told to be of that: 停刊前最后一期印了几册, 每期印数3.2万册."""
    return any(one.search(asked) is not None and at_end.search(told) is None for one, at_end in _ISSUES)


_ISSUES = (
    (re.compile("最后1[期集号]|末期|终刊号|停刊号"), re.compile("最后|终刊|停刊|停播|收官|末")),
    (
        re.compile("创刊号|试刊号|(?:头1?|首|第1)期(?=[^，,。]{0,4}(?:印|发行|播|收听|收视|阅读|观看))"),
        re.compile("创刊|试刊|头1?期|首期|第1期|首播"),
    ),
)


def of_another_body(question: Question, told: str) -> bool:
    """Tell whether it is asked how many work in a body which is not named where a figure stands: 打造工作室，…；招聘的三名主持人."""
    if _MEMBERS.search(question.text) is None or question.words == ("员工",):
        return False
    named = [name for m in question.mentions for e in m.candidates for name in e.names] + [
        m.name for m in question.mentions
    ]
    return not any(word in told for word in (*named, *question.words))


_MEMBERS = re.compile(
    r"(?:中心|[部室队组处科]|团队|专班|公司|班子)(?:里|里面|现在|目前|1共|总共)*有?(?:多少|几)(?:个|名|位|号)?人$"
)
_AUDIENCE = re.compile(
    r"粉丝|订阅|用户|观看|收看|听众|观众|关注|受众|读者|参与|参加|参训|下载|访问|人次|学员|服务|接待"
)


def opposed(asked: str, told: str) -> bool:
    """Tell whether a text tells of the opposite of what is asked for: 线上听众 are not those 现场."""
    return other_money(asked, told) or any(
        (one.search(asked) and not other.search(asked) and other.search(told) and not one.search(told))
        for pair in _OPPOSED
        for one, other in (pair, pair[::-1])
    )


_OPPOSED = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        ("线上|网上|在线|云上", "线下|现场|到场"),
        ("女(?!儿)", "男(?!人节)"),
        ("国外|海外|境外", "国内|境内"),
        ("支出|开支|成本", "收入|营收"),
        ("卖|售出|销量", "首印|印数|印发|印刷|印制|印行|赠[送阅]"),
        ("募|筹(?!备|划|建|拍)|收到|捐[款赠]收入", "支出|支付|使用善?款"),
        ("盈利|利润", "亏损|减亏"),
        ("编外|聘用|临聘|在册", "在编|编内"),
        ("上半年", "下半年"),
        ("日活|日均活跃", "月活|月均活跃"),
        ("去世|死亡|遇难", "受伤|获救"),
        ("城区|市区", "农村|乡村"),
        ("办结|办妥|办成|解决", "收到|接到|受理|征集|收集"),
        ("[□台社心团报]里?捐[款资出]", "筹款|募款|募集"),
        # 有多少人报名: of those who were chosen there are fewer
        ("报名|参赛|应征|应聘|海选|投稿", "选出|评出|入围|入选|晋级|脱颖|录取|录用|获奖"),
        ("批示", "编发|编印|报送|撰写|刊发"),
    )
)


def of_several_years(before: str) -> bool:
    """Tell whether what stands before a figure says that it is of several years together: 又录265首，两年累计录制|673首."""
    return _SEVERAL_YEARS.search(before) is not None


_SEVERAL_YEARS = re.compile(
    r"(?<![\d第])(?:[两二三四五六七八九十2-9]|1\d)(?:个?年[度头]?|[季届])(?:来|间|下来|里)?(?:累计|总计|合计|共计|总共|1?共|加起来|相加|前后共)[^，,。；;\d]{0,6}$"
)


def asks_single_years(question: Question) -> bool:
    """Tell whether a question asks for the figures of single years, one by one or added up here, and for none that goes over several of them."""
    return question.intent in _BY_YEAR or bool(question.years.named and not ALL_YEARS.search(question.text))


_BY_YEAR = frozenset({Intent.TREND, Intent.DIFFERENCE, Intent.SUM, Intent.MAXIMUM, Intent.MINIMUM})


def is_start(figure: Figure) -> bool:
    """Tell whether a figure is the one that another came from: the 8.4万 of 由8.4万增至13.5万."""
    before, _, after = figure.evidence.quote.partition(figure.text)
    return _FROM.search(before) is not None and _TO.search(after) is not None


def chose(before: str, text: str, after: str, unit: str | None) -> bool:
    """Tell whether a figure is that by which some were chosen: 点击量|千万|以上的3件, 过|百万|播放的23条; 47人的团队全年自产视频4300条 chooses none.

    `before` and `after` are what stands on either side of it, `text` itself with its unit.
    """
    found = _CHOSEN.match(after)
    passed = _PASSED.search(before) or _PASSED.match(text.rstrip("0123456789.百千万亿"))
    return found is not None and (unit is None or found["than"] is not None or passed is not None)


_CHOSEN = re.compile(r"(?P<than>以上|以下)?[\u4e00-\u9fff]{0,4}的[^，,。；;\d]{0,8}\d+[个件条篇部期场次]")
_PASSED = re.compile(r"(?:超过?|突?破|过|逾|达到?|上)$")


def grew_by(before: str) -> bool:
    """Tell whether what stands before a figure says that something changed by so much: 比上年增加|8篇."""
    return _CHANGED_BY.search(before.rstrip()) is not None


def asks_change(question: Question) -> bool:
    """Tell whether one figure is asked for that says by how much something changed, and not how much there is."""
    return question.intent is Intent.VALUE and _ASKS_CHANGE.search(question.masked) is not None


_ASKS_CHANGE = re.compile(
    r"净增|新增|涨粉|增加|增长|增幅|增收|上升|提高|上浮|下降|减少|降低|缩短|涨了|增了|降了|减了|[多少]了|同比|[多少增减涨降升跌]\w{0,3}(?:多少|几)"
)


def is_change(figure: Figure) -> bool:
    """Tell whether a figure says by how much something changed, not how much there is."""
    if CHANGE.search(figure.name):
        return True
    return grew_by(figure.evidence.quote.partition(figure.text)[0])


def named_years(figures: Iterable[Figure]) -> set[int]:
    """Return the years that reports name beside a figure from which another came (从2014年末的9.8万增到21.3万)."""
    starts = (_FROM.search(f.evidence.quote.partition(f.text)[0]) for f in figures if is_start(f))
    return {int(year[0]) for start in starts if start and (year := _YEAR.search(start["when"]))}


def told_year(figure: Figure) -> int | None:
    """Return the year of a figure from which another came: the year named, else the one before the report's.

    None where the text tells that it is of another time (年初, 开通时).
    """
    match = _FROM.search(figure.evidence.quote.partition(figure.text)[0])
    when = match["when"] if match else ""
    if year := _YEAR.search(when):
        return int(year[0])
    return None if _WITHIN.search(when) else figure.evidence.year - 1


def negated(text: str) -> frozenset[str]:
    """Return what a text speaks of as not being such, each by its first character: 非广告收入 → 广, 非报产业收入 and 非报收入 → 报."""
    return frozenset(_NOT_SUCH.findall(text))
