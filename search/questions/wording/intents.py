"""What a question wants: one row a form of asking, the first that fits is taken."""

from __future__ import annotations

import re
from enum import StrEnum

from search.questions.wording.rising import DOWN, UP
from search.tokens import tagged


class Intent(StrEnum):
    """What a question wants; the contract's `intent`."""

    VALUE = "value"
    TREND = "trend"
    DIFFERENCE = "difference"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    AWARD_COUNT = "award-count"
    AWARDS = "awards"
    COLUMNS = "columns"
    WORKS = "works"
    PLATFORMS = "platforms"
    FIRST = "first"
    LAST = "last"
    WHEN = "when"
    SHORTCOMINGS = "shortcomings"
    COMMITMENTS = "commitments"
    RESPONSES = "responses"
    RENAMED = "renamed"
    OUTCOME = "outcome"
    REPORTS = "reports"
    SUM = "sum"
    COMPARISON = "comparison"
    PASSAGE = "passage"
    UNKNOWN = "unknown"


STATEMENTS = frozenset({Intent.SHORTCOMINGS, Intent.COMMITMENTS, Intent.RESPONSES, Intent.OUTCOME})
FIGURES = frozenset(
    {Intent.VALUE, Intent.TREND, Intent.DIFFERENCE, Intent.MAXIMUM, Intent.MINIMUM, Intent.SUM}
)

_MUCH = r"(?:多少|(?<![哪好那这])几(?![乎时月号年日何度经]|等奖|[个件]?(?:最|平台)))"
_WHICH = (
    r"(?:哪些|哪[1两23]?[个本份家种档部件条项篇位所]|哪几|什么|啥|哪个|哪1个|多少|几[个件项条]|列|有没有)"
)
_YEAR_Q = r"(?:哪1?年|哪1?年度|哪个年度|哪个年份|哪年份?)"
# 最早哪年提到直播 asks for one end of the years, not for all of them.
_NO_END = r"^(?!.*(?:最[早先后近晚初]|首次|第1次|末次)).*"
_SHORT = r"(?:不足|短板|差距|薄弱环节|欠缺|弱项|缺点|存在的?问题|哪些问题|什么问题|问题有哪些|毛病|短处|软肋|难处|不到位的地方|(?<!多少)欠账|检讨|哪些方面(?:做得)?不(?:够|好)|(?:没|未)(?:有)?(?:做好|做到位))"
_PROMISE = (
    r"(?:承诺|许诺|许(?:下|了|过)?的?愿|打算|计划|努力方向|改进方向|改进措施|改进(?!得)|整改措施|下1步|今后|来年|明年|准备做|准备(?!了|的)[^，。了]{1,10}(?:什么|哪些|啥)|要做什么|"
    r"新的?1年|下1年|第2年|想.{0,10}(?:做|办|干)(?:点|些)*什么|(?:\d+|几)[件道项](?:大|实|好|民生|难)事|转过年|接下来|往后|目标|展望)"
)
_ANSWER = (
    r"(?:回应|回答|(?:难题|难处|毛病|问题|短处|不足|短板)(?:是)?(?:怎么|怎样|如何)解的?|整改(?:情况|得|了|落实)|(?:怎么|怎样|如何|哪些|什么)整改(?!措施|计划|方向|打算)|整改了|怎么改进的|改进情况|改进得|[补治拔填破]得(?:怎么?样|如何|好)|改得(?:怎么?样|如何|好)|"
    r"(?:针对|对照|对于|对).{0,12}(?:不足|问题|短板)(?:.{0,6})(?:做|采取|干|有)(?:了|过|出)*(?:什么|哪些|怎么)|"
    r"改了(?:没|吗|哪些|什么)|怎么改的|落实情况)"
)
_BECAME = r"(?:后来|之后|以后|[1-3]年后|结果|最后|如今|现在)(?:.{0,6})(?:怎么样|怎样|如何|怎么|解决|落实|兑现|改)|兑现|(?:问题|不足)(?:怎么样|怎样|如何)了?$|解决了?(?:没|吗)|怎么办的?$|(?:怎么|如何|怎样)(?:解决|应对|处理|补救|弥补|破解|治理?|纠正?|克服|扭转|根治|化解|改善)的?|(?:采取|想|用|有)(?:了|过|没有)?(?:什么|哪些)?(?:好)?(?:办法|措施|举措|对策)|(?:了|成|完|上|到|好|出来)(?:了)?(?:没有?|吗|没)$|(?:是否|有没有|是不是)(?:已经?)?(?:建成|完成|办成|兑现|解决|落实|改好|做到)|了[\u4e00-\u9fff]{1,4}(?:没有?|吗|没)$|怎么解决|(?:怎么样|怎样|咋样|如何|啥样)了$|(?:什么|有)进展|有(?:了|过)?(?:什么|所)?(?:改善|改观|好转|起色|转机|改进)(?:吗|没有?|么)?$|(?:进展|效果|成效)(?:如何|怎样|怎么样)|还(?:是|那么|这么)[^，。]{1,8}(?:吗|么)$|(?:整改|改进|解决|落实|改)到(?:了)?(?:什么|哪|何种)[\u4e00-\u9fff]{0,3}$|(?:怎么|怎样|如何)(?:才能|来)?让|(?:来年|次年|转年|第2年|后来|随后)(?:都|又|为此|对此)?(?:做|采取|干)(?:了|过)*(?:些)?(?:什么|啥|哪些)|第2年.{0,8}(?:怎么|如何|怎样|改|解决)|后来.{0,8}(?:吗|没有?$|了没|呢$)|(?:落实|兑现|实现|实施|改|变|动|做|办|拍|建|开|设|上线)(?:了|过)?(?:没有?|吗|没)$|((?!有)[\u4e00-\u9fff])没\1|(?:变|好|治|补|管|修|缓解|好转)(?:好|上|住|过来)?了(?:没有?|吗|么)$|起来了?(?:没有?|吗|没)$|(?:解决|落实|兑现|补|治理?|办|做|实现)得(?:怎么?样|如何|好不好|彻底)"
# 央视上不了几条稿的情况变了没有: how something bad was mended, whatever words stand before it.
_MENDED = r"(?<![年□度]的)(?<![年□度条个些点项])(?:问题|毛病|短板|局面|状况|情况|现象|空白|缺口)(?:是|都|又|后来|现在|最后|到底)*(?:(?:怎么|怎样|如何)(?:补|治|管|改(?!进)|破|填|好转|扭转|解决|处理)|(?:变|改|补|治|破|填|扭转|好转|缓解|解决|消除)(?:好|变|观|上|掉|转)?(?:了|过)?(?:没|吗|么))"
_HAPPENED = (
    r"(?:上线|开播|开通|成立|创办|创刊|挂牌|启用|改版|更名|改名|停办|停播|停刊|停更|停|揭牌|开办|推出|举办|投入使用|投用|建成|收官|"
    r"发起|播出|首播|组建|启动|关停|合并|注销|组成|开幕|入驻)"
)
_AWARD = r"(?:(?:得|拿|评|捧)(?:过|了|上|到)+(?:什么|哪些)|获得?(?:过|了)?(?:什么|哪些)|奖|荣誉|称号|表彰|表扬|嘉奖|记功|立功|获评|评为|评上|当选|授予|入选|获奖|头衔|殊荣|桂冠)"

WEEKDAY = r"(?:星期|礼拜)几(?![期次回场个])|(?<![\d两每这])周几(?![期次回场个条篇])|(?:每个?|1个?)(?:周|星期|礼拜)里?(?:的)?(?:是)?哪1?[几]?天"
"""编辑部礼拜几关门, 一星期里哪天坐班: which day of the week."""
_AGAINST = (
    r"(?:比|比较|相比|跟|与|和).{0,24}?(?:多|增|新|少|减|停|没).{0,6}(?:哪些|哪[1两几]?[个份档家种本]|什么)"
)

_NO_CHANGE_ALONE = frozenset("多 少 高 低 掉 下来 下去 扩 回落 缩".split())
_BY = "|".join(word for word in f"{UP}|{DOWN}".split("|") if word not in _NO_CHANGE_ALONE)
"""Words that say by themselves that something changed: 增长多少, 跌了百分之几."""

_ROWS: tuple[tuple[Intent, str], ...] = (
    (
        Intent.REPORTS,
        rf"{_NO_END}(?:{_YEAR_Q}|哪些年[度份]?|哪几年|哪1?份|哪几份|哪1?期|哪些)的?(?:年度)?(?:社会责任)?报告(?:里|中)?(?:提到|提过|说|写|讲|谈到|涉及)|"
        r"报告(?:里|中)?(?:有没有|是否|是不是|有无)(?:提到|提过|说到|写到|讲到|谈到|涉及)|"
        rf"{_NO_END}(?:哪几年|哪些年|{_YEAR_Q})(?:度|份)?(?:里|都|也|还|曾)*(?:提到|提过|提了|说到|说过|写到|写过|写了|讲到|谈到)|"
        rf"{_NO_END}(?:(?:出现|见|写)在|写[进入到]了?){_YEAR_Q}的?(?:度)?(?:社会责任)?报告|"
        rf"{_NO_END}在(?:哪几年|哪些年[度份]?|哪几份|{_YEAR_Q})的?(?:年度)?(?:社会责任)?报告(?:里|中)?(?:都|也)?(?:有|出现|提|见|写|说)|"
        rf"{_NO_END}(?:哪几年|哪些年|{_YEAR_Q})(?:度|份)?的?(?:报告|不足|短板|问题|打算|计划|回应)(?:里|中)?(?:都|也|曾)?(?:写|提|说|列|有)",
    ),
    (
        Intent.RENAMED,
        r"(?:(?<!整)改|更|换)(?:名|称|叫)?(?:成|为|叫|做)*(?:了|过)?(?:什么|哪个)(?:名|了?$|□)|(?:现在|后来|如今|以前|原来|从前|之前|原先|过去|曾经|当初)(?:的)?"
        r"(?:叫|叫做|名叫|名字|名称)(?:什么|是什么)?|原名|曾用名|前身|(?:变|升级|发展|转)成(?:了|过)?(?:什么|啥)|由什么(?:改名|更名)|(?:[用叫起]过|[改换]过?)(?:哪些|哪几个|几个|什么)名|名(?:字|称)(?:有|换|变)过?(?:哪些|几)",
    ),
    (Intent.OUTCOME, _MENDED),
    # 首次获奖的两篇作品分别是什么: what was first is asked for, and not when.
    (
        Intent.AWARDS,
        rf"(?:首次|第1次|初次)(?!.*(?:{_YEAR_Q}|什么时[候间]|何时)).*奖.*(?:分别|都|各)(?:是|叫)",
    ),
    # 印厂年年亏，是怎么翻过身来的; 最后靠什么办法缓过来的
    (
        Intent.OUTCOME,
        r"是(?:怎么|怎样|如何)(?![变涨增降升减跌走])[\u4e00-\u9fff]{2,8}(?:过来|过身来|回来|起来|下来)的|(?:靠|用|凭)(?:的)?(?:什么|哪些)(?:办法|法子|招数?|路子|手段|措施)[\u4e00-\u9fff]{2,8}的",
    ),
    (
        Intent.FIRST,
        r"最早|首次|第1次|最先|初次|(?:从|自)(?:哪1?年|什么时候|何时|哪个?年度?)(?:.{0,4})(?:开始|起|开办|办)|"
        rf"{_YEAR_Q}(?:的?报告)?(?:里|中)?才(?:有|出现|见|提|写)|{_YEAR_Q}(?:才)?开始|什么时候开始(?:有|出现|办)|{_YEAR_Q}(?:才)?(?:第1次)?出现",
    ),
    (
        Intent.PASSAGE,
        r"(?<!他)(?:从)?哪(?:里|儿)?来的$|为什么(?!事)|为何|怎么(?:就|又)?[不没](?!同)|什么原因|原因是什么|什么缘故|凭什么|怎么会|什么意思|"
        r"(?:能|可以|可|用来|负责)(?:做|干|办|查)(?:些|点)?(?:什么|啥|哪些(?:事|业务|服务)?)(?:事|业务|服务)?$|是(?:干|做|搞)(?:什么|啥)的|"
        r"^□是(?:什么人?|啥|谁)$|是(?:个|1个|1项|1档)?(?:什么|啥|怎样的|怎么样的)(?:活动|栏目|节目|平台|系统|机制|制度|办法|项目|工程|行动|东西)$|"
        r"(?:怎么|怎样|如何)(?:做|运转|运作|运行|开展|搞|操作|实施|管理|保证|保障|把关|审核)的|(?:怎么|怎样|如何)(?:运转|运作|运行|操作)|(?:讲|写|说|拍|演)(?:的|了)(?:是)?(?:什么|啥|谁)(?:内容|故事|事)?的?$|"
        r"(?:什么|哪些)(?:规矩|规定|纪律|红线|底线|禁令|铁律|约定|守则|戒律)$|(?:有|具备)(?:什么|哪些)(?:功能|作用|用处|特点|做法|内容)|主要内容",
    ),
    (
        Intent.PASSAGE,
        r"(?:后(?:来|续)?有|起|产生|带来|引起)(?:了|到|过)*(?:什么|啥|哪些)(?:变化|结果|作用|反响|效果|影响|成效)",
    ),
    (
        Intent.PASSAGE,
        WEEKDAY
        + r"|每1?(?:周[\d几](?![次回期档场集个小])|个?星期几|个?礼拜几|[天日]几点)(?!期)|(?:几点钟?|(?<![\d两])周几|星期几|礼拜几)(?![的前后])[\u4e00-\u9fff]{1,2}$|(?:几点钟?|(?<![\d两])周几|星期几|礼拜几)(?:播|见报|更新|出|刊|开|讲)|多久.{0,4}1[期次回集场本]",
    ),
    (
        Intent.LAST,
        rf"{_YEAR_Q}(?:之后|以后|后|起|为止)?(?:就|便|才|也|都|报告|里)*(?:再也?|彻底)?(?:没有?|不)(?:再|见|有|了)*(?:提|写|出现|下文|消息|踪影|影|声|$)|"
        r"最后(?:1次|出现|见|提到|1年|是哪|露|现身|亮相)|最晚|最迟|末次|最近1次|最后.{0,6}哪1?年|(?<![捐送赠发寄投运卖用花走])(?:去了?|到|上)哪(?:里|儿)?(?:去)?了?$|(?<![问弱缺困]题)(?<!短板)(?<!毛病)(?<!不足)(?<!现象)(?<!情况)还(?:在|单独|照常|照样|继续|有)*(?:更新?|播出?|办|开(?!心|会)|出[版刊]?|运[营行]|发[行送布]?|使?用|存在|在)着?(?:吗|么|没有?)$",
    ),
    (Intent.MAXIMUM, rf"{_YEAR_Q}[^，。]{{0,16}}[办播发做开出搞]得?最(?:多|高|大|好|快)(?!奖)"),
    (Intent.MINIMUM, rf"{_YEAR_Q}[^，。]{{0,16}}[办播发做开出搞]得?最(?:少|低|小|慢|差)"),
    (
        Intent.WHEN,
        r"什么时[候间]?|何时|何年(?!的)|哪[1几]?天|哪[1几]?日|几月|哪几?个?月(?!份?刊)|哪些(?:月份|日子)|几号|什么时间|日期|哪1?年(?:.{0,3})(?:上线|开播|开通|成立|创办|创刊|挂牌|启用|改版|"
        r"更名|改名|停|没|撤|揭牌|设立|分设|创建|开办|办|推出|举办|投入使用|建成|收官|发起|播出|首播|组建|启动|关停|建|合并|注销|组成|开)|"
        rf"{_HAPPENED}(?:了)?的?(?:时间|日期|日子?|年份|月份|具体时间)(?![\u4e00-\u9fff])(?!.*(?:多少|几(?:分钟?|秒|个?小时)|多长))",
    ),
    (
        Intent.SUM,
        r"加起来|(?<!家)合起来|加(?:在)?1起|合在1起|相加|总和|之和|加总|(?:几年|历年|各年)(?:来|间|里|下来)?.{0,14}?(?:1共|总共|共计|合计|累计|总计)",
    ),
    (
        Intent.TREND,
        r"1年(?:比|好过|不如)?1年|[多少增减涨降升跌高低好]了?还是[多少增减涨降升跌高低差]了?$|越来越|(?:有没有|是不是|是否)(?:在)?(?:逐年)?(?:变|增|减|涨|降|上升|下降|提高|减少|增加)|在(?:增|减|涨|降|变|上升|下降)|逐年|年年",
    ),
    (
        Intent.MAXIMUM,
        rf"哪1?[届季].{{1,20}}最(?:多|高|大|好|快)(?!奖)|{_YEAR_Q}.{{0,20}}(?<![多最])(?:更|要)?(?:多|高)(?:1?些|1?点)?$|{_YEAR_Q}(?:份)?(?:的|是|里)?.{{0,20}}最(?:多|高|大|好|快)|最(?:多|高|大|好)的?(?:是|在)?(?:1年)?(?:是|在)?{_YEAR_Q}",
    ),
    (
        Intent.MINIMUM,
        rf"哪1?[届季].{{1,20}}最(?:少|低|小|慢|差)|{_YEAR_Q}.{{0,20}}(?<![多最])(?:更|要)?(?:少|低)(?:1?些|1?点)?$|{_YEAR_Q}(?:份)?(?:的|是|里)?.{{0,20}}最(?:少|低|小|慢|差|惨)|最(?:少|低|小|差|惨)的?(?:是|在)?(?:1年)?(?:是|在)?{_YEAR_Q}",
    ),
    (
        Intent.PLATFORMS,
        rf"{_AGAINST}.{{0,16}}(?:平台|账号|媒体|渠道|端口|刊物|报纸|报刊|杂志|频道|频率|客户端)",
    ),
    (Intent.COLUMNS, rf"{_AGAINST}.{{0,16}}(?:栏目|专栏|专题|节目|专版)"),
    (
        Intent.DIFFERENCE,
        # 从多少人增加到多少人
        r"[从由](?:多少|几)[^，。]{0,6}(?:增|涨|升|提高|扩|减|降|跌|缩|变)[^，。]{0,4}[到成至](?:了)?(?:多少|几)",
    ),
    (
        Intent.DIFFERENCE,
        rf"(?<!占)比(?![例重值率分赛武拼试]).{{0,40}}?(?:{UP}|{DOWN})|(?:{_BY})(?:了)?(?:多少|几|百分之)|"
        r"增幅|涨幅|降幅|跌幅|升幅|增长率|几倍|多少倍|翻了|相差|(?<!还)差(?:多少|几)|差了|差别|[多少高低快慢早晚长短]了(?:多少|几|百分之)|(?<![最很许众不])(?<!每[户人家])(?:多|(?<!多)少)(?![少了])[\u4e00-\u9fff](?:了|出)?(?:多少|几)|进步(?:了)?(?:多少|几)|(?<!最)(?:高|低|多|少)出?(?:多少|几)",
    ),
    (
        Intent.TREND,
        r"历年|历届|各届|每1?届|逐年|各年|每1?年|年年|这几年|这些年|几年来|多年|近年|近几年|最近几年|几年间|各期报告|变化|变动|趋势|走势|轨迹|曲线|是[多涨升增高]是[少跌降减低]|多还是少|历程|涨落|(?:怎么|如何|怎样)(?:变|涨|增|降|升|跌|走)|(?:涨粉|增长|增减|涨跌)的?(?:情况|速度)|[涨增降减升跌]长?得(?:怎么?样|如何|快不快|多不多)|哪几年|近\d+年|分年|按年|增减|起伏|[2-9]年(?:来)?的?(?:情况|数据|数字|表现)|\d年来",
    ),
    (
        Intent.AWARD_COUNT,
        rf"(?:多少|(?<!哪)几(?!等奖))(?:个|件|项|次|人|部|篇)?.{{0,14}}{_AWARD}|{_AWARD}.{{0,14}}(?:多少|(?<!哪)几(?!等奖))(?:个|件|项|次|人|部|篇)?",
    ),
    (Intent.VALUE, r"(?<![获得拿])奖(?:励|金)?(?:多少|几[千百万]*)(?:钱|元|块)"),
    (Intent.VALUE, r"涨了(?:多少|几)(?:钱|元)?(?:工资|薪|收入)"),
    (Intent.VALUE, _MUCH + r"|百分之|多大|多长|多远|多久|多高"),
    (
        Intent.COMMITMENTS,
        r"(?:打算|准备|计划|今后|将|将要|下1步|来年|明年|想|说了?要|说过要|表示要|提出要)(?:要)?(?:怎么|如何|怎样|怎么样|用什么|采取什么|拿什么)",
    ),
    (Intent.OUTCOME, _BECAME),
    (Intent.RESPONSES, _ANSWER),
    (Intent.SHORTCOMINGS, _SHORT),
    (Intent.AWARDS, rf"{_AWARD}"),
    (Intent.COMMITMENTS, _PROMISE),
    (
        Intent.COLUMNS,
        r"栏目|专栏|专题(?!片)|专版|副刊|周刊|专刊|(?<!套)(?<!套电视)(?<!套广播)节目|话题|版块|板块",
    ),
    (
        Intent.PLATFORMS,
        r"平台|账号|渠道|矩阵|阵地|(?:频道|频率|报纸|子报|报刊|期刊|刊物|电台|杂志|网站|客户端|广播|电视台?)(?:都|共|1共|总共|分别)?(?:有|是|叫)?(?:哪些|哪几|几个|几份|什么)|(?:哪些|哪?几[种份家张本]|几个?|什么)(?:广播|电视)?(?:报纸|子报|报刊|期刊|刊物|媒介|媒体|频道|频率|端口|电台|广播|客户端|app)|(?:哪些|哪?几[份张家]|哪[两俩2-9][份张家])报(?![道告])|新媒体",
    ),
    (
        Intent.WORKS,
        r"作品|纪录片|短视频|视频|广播剧|歌曲|h5|专题片|宣传片|微电影|报道|产品|图书|直播|评论|通讯|短剧|晚会|片子|(?<!套)(?<!套电视)(?<!套广播)节目|特写|消息|长图|海报|漫画|动画|特刊|版面|有声书|mv|系列",
    ),
    (Intent.OUTCOME, r"(?:怎么|怎样|如何)(?!样|变|[涨增降升减跌走说写讲回了])[\u4e00-\u9fff]{2,4}的?$"),
    (Intent.PASSAGE, r"是(?:什么|啥)$"),
)
_PATTERNS = tuple((intent, re.compile(pattern)) for intent, pattern in _ROWS)
_LISTED = re.compile(_WHICH + r"|有谁|谁")
_WHICH_THING = re.compile(_WHICH)
"""谁 asks for no work, column or outlet."""
_NEEDS_LIST = frozenset({Intent.COLUMNS, Intent.PLATFORMS, Intent.WORKS})
STATEMENT_CUE = re.compile(rf"{_SHORT}|{_PROMISE}|{_ANSWER}")
"""The words that ask for statements and say nothing of what these are about."""


def listed(masked: str) -> bool:
    """Tell whether a question asks for a list."""
    return _LISTED.search(masked) is not None


def _of_another(masked: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether what is asked for is something else than what `pattern` has the words for.

    产业报道走访了哪些行业 asks for 行业, not for 报道: the noun right behind the word of asking says what for.
    """
    if _THING_OF.search(masked) or _PERSONS.search(masked):
        return True
    if _WHETHER_OF.search(masked) and not _WHICH_THING.search(_WHETHER_OF.sub("", masked)):
        # 报道有没有引起重视 asks whether, and for no list.
        return not pattern.search(masked[masked.rindex("有没有") :])
    asked = _ASKED_FOR.search(masked)
    if asked is not None and (_BODIES.match(asked[1]) or _OWNED.match(asked[1])):
        return True
    if asked is None or any(match.end() > asked.start(1) for match in pattern.finditer(masked)):
        return False
    return tagged(asked[1])[0][1] in _NOUNS


_ASKED_FOR = re.compile(
    r"(?:哪些|哪几[个本份家种档部件条项篇位样类]|哪[1两]?[个家种类样]|什么|啥)([\u4e00-\u9fff]{2,})"
)
# 替哪些单位代管新媒体账号: the bodies are asked for.
_BODIES = re.compile(
    r"单位|部门|公司|企业|学校|医院|机构|村[子庄]?|乡镇|县|地方|国家|城市|人(?!物|员)|同事|记者"
)
# 谈话节目都请了哪些嘉宾: those who come.
_PERSONS = re.compile(
    r"(?:请|邀请|约|找|采访|访问)(?:到|来)?(?:了|过)?(?:哪些|哪几[个位名]|什么)(?:嘉宾|人(?![物员]|的)|专家|学者|客人)"
)
# 开了哪几种语言的账号: the languages.
_OWNED = re.compile(r"(?:语言|语种|国家|地区|城市|学校|单位|部门|行业|领域|主题|方面)的")
# 和哪几家报纸合作: the papers of others.
_OF_OTHERS = re.compile(r"[跟和与同](?:国外|境外|外地|外省|别的|其他)?(?:的)?哪")
# 入驻了哪些平台: those of others, too.
MOVED_INTO = re.compile(r"(?:入驻|进驻|登陆|上架|接入|对接|分发)(?:到)?(?:了|过)?(?:哪|什么)")
_WHETHER_OF = re.compile(r"有没有")
# 直播卖得最好的是什么: not the 直播, but what is sold there.
_THING_OF = re.compile(
    r"[\u4e00-\u9fff](?:得|了|过|着)[\u4e00-\u9fff]{1,6}的(?:东西|产品)?是(?:什么|啥|哪些)$"
)
_NOUNS = frozenset({"n", "nz", "nt", "vn", "an", "s"})


def intent_of(masked: str) -> Intent:
    """Return what a question wants; `masked` is it in one spelling, with names and years blanked out (□)."""
    for intent, pattern in _PATTERNS:
        if not pattern.search(masked):
            continue
        if (
            intent is Intent.VALUE
            and re.search(rf"{_MUCH}?[条个项]?{_SHORT}", masked)
            and "问题" not in masked
        ):
            return Intent.SHORTCOMINGS
        if intent in _NEEDS_LIST and (not _WHICH_THING.search(masked) or _of_another(masked, pattern)):
            continue
        if intent is Intent.PLATFORMS and (_OF_OTHERS.search(masked) or MOVED_INTO.search(masked)):
            continue
        if intent is Intent.OUTCOME and not re.search(
            r"不足|问题|短板|承诺|计划|打算|兑现|少|缺|弱|改|落实|后来|没[有\u4e00-\u9fff]?$|吗$|没$|是否|有没有|怎么办|如何|怎么|怎样|采取|办法|措施|对策",
            masked,
        ):
            continue
        return intent
    return Intent.UNKNOWN
