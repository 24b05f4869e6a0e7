"""Questions put as a noun, with no word of asking: 收入较上年增加额, 抖音粉丝净增, 来电较上年增减, 三年善款合计, 纳税最高年份, 《热线》更名后的名称."""

from __future__ import annotations

import re

_END = r"(?:情况)?(?=[？?。]?$)"
_THAN = r"(?P<than>[较比][^，,。？?]{2,14}?)的?"
_DID = r"(?:创刊|复刊|停刊|终刊|休刊|开播|停播|首播|上线|下线|启用|开通|成立|挂牌|揭牌|更名|改版|开馆|开业|投用|竣工|开工)"
_NOUNS = (
    (
        re.compile(rf"{_THAN}(?P<went>增[加长]|减少|下降|上升|降低|提高)(?:额度?|数?量|数额?|值){_END}"),
        r"\g<than>\g<went>多少",
    ),
    (re.compile(rf"{_THAN}(?P<went>[增减])(?:量|数){_END}"), r"\g<than>\g<went>了多少"),
    (re.compile(rf"{_THAN}(?:增减|变化|变动|升降|涨跌)(?:额度?|数?量|数额?|值)?{_END}"), r"\g<than>增加多少"),
    (re.compile(rf"(?P<went>净[增减])(?:长|加|少)?(?:数|量|额|人数)?{_END}"), r"\g<went>多少"),
    (re.compile(rf"[更改换]名(?:以?后|之后)的?新?(?:名称|名字|名){_END}"), "后来改叫什么"),
)
_BARE_NOUNS = (
    # 2022年收入下降原因, 新楼晚投用缘由: 投诉处理及原因 asks for more than that.
    (
        re.compile(
            r"^(?P<what>[^，,。？?和与及、]{4,}?)(?:的|之)?(?:主要|具体)?(?:原因|缘由|缘故|因由|成因)[？?。]?$"
        ),
        r"\g<what>是什么原因",
    ),
    # 《周刊》创刊日: the day on which it happened
    (re.compile(rf"(?P<did>{_DID})日(?=[？?。]?$)"), r"\g<did>日期"),
    # 工作室首现年度: the report that speaks of it first
    (
        re.compile(
            r"的?(?:首[次度]?(?:出现|现|见|亮相)|初现|始见)的?(?:年度|年份|时间|报告|年)(?=[？?。]?$)"
        ),
        "最早见于哪年的报告",
    ),
    # 应急演练频次
    (re.compile(r"(?<=[\u4e00-\u9fff])频次(?=[？?。]?$)"), "多少次"),
    # 《周刊》末期出版日期, 终刊号日期: the day of its last number
    (
        re.compile(
            r"(?:末期|最后[一1]期|终刊号|停刊号)的?(?:出[版刊]|刊[出行]|发[行刊])?(?:日期|日子|时间|日)(?=[？?。]?$)"
        ),
        "哪天停刊",
    ),
)
"""The same, where nothing else in the question asks."""
# 采用条数较2022年增加
_WENT = re.compile(rf"(?P<all>{_THAN}(?:增[加长]|减少|下降|上升|降低|提高))$")
_PIECE = "条篇件期场次部集个名人位份起例台辆册首届家户所处张项批堂"
# 抖音号短视频发布条数: how many were published.
_COUNT_OF = re.compile(
    rf"(?P<did>发布|播出|刊播|刊发|推出|制作|采写|举办|开展|受理|接听|办结|回复|投入|出动|发放|资助|新增|新建|解决|获奖)(?P<unit>[{_PIECE}])数$"
)
_ASKS = re.compile("多少|几(?![年份])|哪|什么|啥|谁|吗|何|怎|列[出举一]|罗列|是否|有没有|[?？]")
# 接入导播间数据的部门: which they are.
_OF_KIND = re.compile(
    r"(?<=的)(?P<kind>部门|单位|机构|高校|学校|企业|国家|地区|城市|县区|乡镇|词|话题|业务|项目|活动|产品|功能|平台|专栏|栏目|节目)$"
)
# 冰雹灾害募捐数额
_AMOUNT = re.compile(r"(?<=[\u4e00-\u9fff]{2})的?总?数额$")
# 持证记者人数 2024较2021, 播出时长2021与2024差额
_TWO_YEARS = re.compile(
    r"^(?P<what>[^，,较比]{2,}?)[ 　]*(?P<one>(?:19|20)\d\d)年?(?:较|比|对比|与|和|、)(?P<two>(?:19|20)\d\d)年?(?P<gap>相?差额|差值|差距|增减|变化|变动)?(?:数|额|量|情况)?$"
)
# 发射台海拔及守台人数, APP注册及日活: two figures
_FIGURE_NOUN = (
    "[数量额率]|海拔|面积|投资|造价|收入|营收|利润|纳税|时长|人次|注册|日活|月活|粉丝|用户|下载|发行"
)
_BOTH = re.compile(
    rf"^(?P<one>[^，,、]{{2,16}}(?:{_FIGURE_NOUN}))(?:及其?|以及|和|与)"
    rf"(?P<other>(?!(?:19|20)\d\d)[^，,、年及和与]{{0,10}}(?:{_FIGURE_NOUN}))(?P<when>(?:19|20)\d\d年?度?)?$"
)
# 举报受理及查实件数: two deeds, counted alike
_BOTH_DONE = re.compile(
    rf"^(?P<one>[^，,、]{{2,16}}(?:受理|接听|接到|办结|办理|采用|曝光|播放|刊发|报名|征集))(?:及|和|与)"
    rf"(?P<other>[^，,、年及和与]{{2,4}})(?P<unit>[{_PIECE}])数(?P<when>(?:19|20)\d\d年?度?)?$"
)
# 2023年末在岗人数
_STAFF = re.compile(r"(?:在岗|在职|在册|从业|现有|实有)(?:人员|员工|职工)?的?(?:总?人数|总数)$")
# 2022年助农带货总额
_SUM_OF_MONEY = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:总额|总金额)$")
# 《剧》制作经费, 演播厅改造费用
_COST = re.compile(r"(?<=[\u4e00-\u9fff》”])(?:经费|费用|成本|造价|总投资)$")
# 公众号改名月份及新名称: the sentence that tells the day tells the rest.
_DAY_AND_MORE = re.compile(r"(?<=日期|时间|月份|年份)(?:及其?|和|与|以及|、)[^，,。？?、]{2,8}$")
_UNIT_BEHIND = re.compile(
    r"[（(](?:单位[:：]?)?[十百千万亿]?(?:元|个|件|条|篇|份|场|次|期|人|名|户|台|人次|小时|天|%)[）)]$"
)
"""咨询电话量增幅（个）: in what it is counted is told by the figures."""
_BEHIND = re.compile(r"(?P<what>.+?)[（(](?P<said>[^（）()]{1,24})[）)]$")
"""What stands in brackets at the end: the years that are meant, or the unit."""
_YEARS = re.compile(r"(?:19|20)\d\d|年|报告")
_SPAN = re.compile(
    r"(?:19|20)\d\d年?[^年]{0,24}[、至到和与—\-~～](?:19|20)\d\d年?(?:[两二三四五六2-6]年)?"
    r"|(?<![\d第用花])(?:近|最近|过去|这|前|头)?(?:[两二三四五六七八九2-9]|十|几)个?(?:年度?|份(?:年度)?报告)(?:以来|下来|来|间|里|中|内)?(?!级|制|以)"
    r"|历年|各年度?|历届|各届"
)
"""Several years over which something may be added up."""
_ADDED = re.compile(r"[和与及、]?(?:合计|共计|累计|总计|总和|加总)(?:数|值)?|(?:总共|一共)")
_TOTAL = re.compile(
    rf"总(?P<count>额|量|数|数量|数额|金额|时长|字数|人次|场次|期次|[{_PIECE}]数)(?=[？?。]?$)"
)
_COUNTED_BY = (
    {"量": "量"}
    | {f"{piece}数": f"{piece}数" for piece in _PIECE}
    | {each: each for each in ("时长", "字数", "人次", "场次", "期次")}
)
"""What is left of a noun for a total that says in what is counted."""
_MONEY_END = re.compile(r"(?<=..)(?<![份产])(?:金额|总额|数额|额)$")
_COUNT_END = re.compile(rf"(?P<persons>人次)数?$|(?P<unit>[{_PIECE}])(?:数|次)$")
_DEED_OF = re.compile(
    r"(?P<did>解决|办结|整改|曝光|受理|处理|化解|督办|追问|办理|回复|答复)(?=(?:问题|诉求|线索|投诉|隐患|求助|事项|留言)数?$)"
)
"""三年解决问题数: which of the problems are counted, and not all of them."""
_STOCK = re.compile(
    r"粉丝|用户|关注|下载|注册|订户|员工|职工总|人员总|发行(?!收入|营收)|日活|月活|在职|从业|资产"
)
"""What is counted at a year's end: the total of such is that of one year."""
_YEAR_NOUN = r"(?:的?(?:那?一年|[哪那]个?年度|年份|年度|年))"
_TOP = re.compile(
    rf"^(?P<what>[^，,]{{2,}}?)(?:(?<![{_PIECE}])的?数)?(?P<top>最(?:多|高|大|好|少|低|小|差)){_YEAR_NOUN}(?:(?:和|与|及|以及|、)其?(?:具体)?[\u4e00-\u9fff]{{1,4}})?$"
)
# 历年纳税最高值, 收入峰值年份: the same.
_PEAK = re.compile(
    r"^(?P<what>[^，,]{2,}?)的?(?P<top>峰值|最高值|最大值|最高点|谷值|最低值|最小值|最低点)(?:的|所在|出现)*(?:年份|年度)(?:(?:和|与|及|以及|、)其?[\u4e00-\u9fff]{1,4})?$"
)
_YEARLY = re.compile(
    r"(?:的)?(?:分年度?|分年份|按年度?|年度间?|年际|逐年|各年度?间?|历年)的?(?:对比|比较|对照|变化|变动|走势|趋势|统计|数据|数字|数值|明细|情况|表)+$"
)


def asked_outright(text: str) -> str:
    """Return a question that a noun puts as one that asks.

    期发数2024年较2022年减少量 as 期发数2024年较2022年减少多少, 三份报告合计参训人次 as 三份报告参训加起来有多少人次,
    缴税最高年份及金额 as 缴税哪一年最高, 延误次数年度对比 as 历年延误次数.
    """
    text = _UNIT_BEHIND.sub("", text)
    if not _ASKS.search(text):
        text = _BOTH.sub(_both_asked, text)
        text = _BOTH_DONE.sub(_both_asked, text)
        text = _STAFF.sub("员工有多少人", _over_years(_two_years(text)))
        text = _money_asked(_DAY_AND_MORE.sub("", text))
        for noun, put in _BARE_NOUNS:
            text = noun.sub(put, text)
        text = _WENT.sub(r"\g<all>多少", text)
        text = _AMOUNT.sub("多少元", text)
        text = _count_asked(_OF_KIND.sub(r"是哪些\g<kind>", text))
    for noun, put in _NOUNS:
        text = noun.sub(put, text)
    return text


def _both_asked(found: re.Match[str]) -> str:
    unit = found.groupdict().get("unit") or ""
    return f"{found['when'] or ''}{found['one']}多少{unit}，{found['other']}多少{unit}"


def _two_years(text: str) -> str:
    """Put what two years are compared in as the question how far they lie apart, the later year first."""
    told = _TWO_YEARS.match(text)
    if told is None or (told["gap"] is None and not re.search("[较比]", text)):
        return text
    early, late = sorted((told["one"], told["two"]))
    return f"{told['what'].rstrip('的')}{late}年比{early}年相差多少"


def _money_asked(text: str) -> str:
    """Put 2022年带货总额 as 2022年带货有多少元, 《剧》制作经费 as 《剧》制作经费多少元."""
    if _COST.search(text):
        return f"{text}多少元"
    return _SUM_OF_MONEY.sub("有多少元", text)


def _count_asked(text: str) -> str:
    return _COUNT_OF.sub(r"\g<did>多少\g<unit>", text)


def _over_years(text: str) -> str:
    """Put a noun for the total, the most or the course of several years as the question that it stands for."""
    if (top := _TOP.match(text)) and not _SUPERLATIVE_OF.search(top["what"]):
        return f"{top['what']}哪一年{top['top']}"
    if peak := _PEAK.match(text):
        return f"{peak['what']}哪一年最{'低' if _LOW.search(peak['top']) else '高'}"
    if (yearly := _YEARLY.search(text)) and yearly.start() > 1:
        return f"历年{_count_asked(text[: yearly.start()])}"
    return _total(text)


_LOW = re.compile("谷|低|小")
_SUPERLATIVE_OF = re.compile("最|比|哪")


def _total(text: str) -> str:
    """Put 近三年直播总场次 as 近三年直播加起来有多少场; a text that names no several years, or no total of them, as it is."""
    behind = _BEHIND.match(text)
    if behind and _YEARS.search(behind["said"]):
        text = f"{behind['said']}{behind['what']}"
    span = _SPAN.search(text)
    if span is None or _STOCK.search(text):
        return text
    rest = text[: span.start()] + text[span.end() :].lstrip("的里")
    said = _ADDED.sub("", rest).rstrip("的")
    total = _TOTAL.search(said)
    if total is None and said == rest.rstrip("的"):
        return text
    money = _MONEY_END.search(said)
    what = said[: total.start()] + _COUNTED_BY.get(total["count"], "") if total else said
    what = _DEED_OF.sub(r"\g<did>的", what)
    # 内参三年合计: 三年内 would be read.
    when = span[0] + ("间" if span[0].endswith("年") and what[:1] in ("内", "来", "里", "度") else "")
    if money:
        return f"{when}{said[: money.start()]}加起来有多少元"
    if count := _COUNT_END.search(what):
        return f"{when}{what[: count.start()]}加起来有多少{count['persons'] or count['unit']}"
    return f"{when}{what.removesuffix('数')}加起来有多少"
