"""A question as it was spoken, in the words and the order in which it is read: English in Chinese, 咋 as 怎么, years first."""

from __future__ import annotations

import re

from search.questions.catalog import Catalog
from search.questions.english import in_chinese

# 微博和微信哪个用户多，17年: the year is put behind.
_YEAR_BEHIND = re.compile(r"^(?P<rest>.{4,}?)[，,]\s*(?P<when>(?:20)?\d\d年度?|去年|今年|前年)[？?。]?$")
# 小渡是谁啊: what only colours the asking.
_SPOKEN_END = re.compile(r"(?:[啊呀哦哈呗噢哟啦]|(?<!干)嘛)+[~～？?！!。]*$")
# 23年后记里列的不足有几条: where the report has it.
_LISTED_THERE = re.compile(
    r"(?<=.)的?(?:后记|结尾|文末|末尾|最后一章)(?:里面?|中|部分|上)?(?:所|又)?(?:[列写提说讲点指摆谈]|承认|反思)*(?:到|出来?|明|了|过)*(?=的(?:不足|问题|短板|承诺|打算|计划|改进|整改|回应|差距))"
)
# 培训班收了多少孩子，两年比比
_HELD_TOGETHER = re.compile(
    r"^(?P<what>[^，,]*(?:多少|几)[^，,]*)[，,][这那近]?(?:[两二三四五六2-6几]|好几)年(?:的|之间)?(?:来|里|间)?(?:[比对](?:一?比|较)?(?:一?下)?|比较(?:一?下)?|对比(?:一?下)?)(?:看看?)?[？?。]?$"
)
# 开着几个频道，哪几个: which they are tells how many there are.
WHICH_TOO = re.compile(
    r"(?<!哪)几([个份家种档套])([\u4e00-\u9fff]{1,6})[，,](?:分别|都|各)?(?:是|叫)?(?:哪几\1|哪些|什么|啥)(?:名字)?[？?]?$"
)
# 有多少老人用: so many of its users are old.
_USED_BY = re.compile(
    r"有?多少(?:个|名|位)?(老人|老年人|年轻人|学生|孩子|农民|村民|市民|居民|党员)(?:在|都)?(?:使用|用)[？?]?$"
)
# 多少部门, 多少项目: the first character of the thing is no unit.
_NO_UNIT = re.compile(r"(?<=多少)(?=部门|部队|项目|家长|家庭|场馆|场地|场所|节目|版面|期刊)")
# 改的名, 停了刊: the words of asking and of time part what the reports write in one.
_SPLIT_VERB = re.compile(r"([改更换停开上挂揭创搬])(?:的|了|过)([名播刊办更通线牌家版])")
# 有没有因为广告被罚, 挨过罚: one character is no word.
_FINED = re.compile(r"(?<=被)罚(?!款|[了过]?多少|[了过]?几|[了过]?钱)|挨[了过]?罚(?!款)")
_SPOKEN = (
    ("第一届", "首届"),
    ("头一回", "第一次"),
    ("头一次", "第一次"),
    ("头回", "第一次"),
    ("几时", "什么时候"),
    ("啥时候", "什么时候"),
    ("啥时", "什么时候"),
    ("啥", "什么"),
    ("咋", "怎么"),
    ("哪会儿", "什么时候"),
    ("两年", "2年"),
    ("怎么着了", "怎么样了"),
    ("归谁管", "由谁管理"),
    ("归谁", "由谁"),
    ("号人", "人"),
    ("干些", "干"),
    ("走了多少人", "离职多少人"),
    ("走了几个人", "离职多少人"),
    ("多少人离开", "多少人离职"),
    ("多少人辞职", "多少人离职"),
    ("多少人在看", "多少观看人次"),
    ("多少人收看", "多少观看人次"),
    ("多少人观看", "多少观看人次"),
    ("多少人看", "多少观看人次"),
    ("几个人看", "多少观看人次"),
    ("多少人在用", "多少用户"),
    ("多少人使用", "多少用户"),
    ("多少人用", "多少用户"),
    ("办起来", "开办"),
    ("办起", "开办"),
    ("年开的", "年开办的"),
    ("省台以上", "省级以上"),
    ("省媒以上", "省级以上"),
    ("多少份报纸", "多少发行量"),
    ("多少份报", "多少发行量"),
    ("能办多少事", "有多少项服务事项"),
    ("能办几件事", "有多少项服务事项"),
    ("大学本科", "本科"),
    ("不合规", "违规"),
    ("不合法", "违法"),
    ("人员规模", "员工"),
    ("人员总数", "员工"),
    ("多少人员", "多少员工"),
)
# 2023、2024两年 are the two; of the marks nothing is left in the one spelling.
_YEARS_LISTED = re.compile(r"((?:19|20)?\d\d年?)[、，,](?=(?:19|20)?\d\d(?:年|[两二三四五2345]年))")
_SO_MANY_YEARS = re.compile(r"((?:19|20)\d\d)(?=[两二三四五2345]年)")
# 十年一共筹了多少: so long is no year, and what is asked for is all of it.
_SO_LONG = re.compile(
    r"(?<![第\d])(?:[二三四五]?十[一二三四五六七八九]?)年(?:来|间|里|下来|以来)?(?=.{0,6}(?:一?共|总|累计))"
)
# 投诉受理了几件，办结了吗: the number is told; whether is read in its sentence.
_WHETHER = re.compile(
    r"(?<=[多几].)(?P<rest>[^，,]{0,8})[，,][^，,多少几哪什么]{1,8}(?:了吗|了没有?|没有|吗)[？?]?$"
)
# 看电影的有多少人: who looks on.
_LOOKED_ON = re.compile(
    r"(?:来|去)?(?:看|听)(?:了|过)?(?P<what>[\u4e00-\u9fff]{2,6})的(?:都|一共|总共|共|1共)?有?(?=(?:多少|几)(?:个?人|观众))"
)
# 办理一件要几天: how long one of them takes.
_EACH_TAKES = re.compile(
    r"(?:办理?|处理|办结|答复|回复|解决)(?:1|一)件(?:事|诉求|求助)?(?:平均)?(?:要|需要?|得|用)(?=(?:多少|几|多久|多长))"
)
# 客户端改名之后有多少用户: the name that it bears now is meant.
_AFTER_CHANGE = re.compile(r"(?:改名|更名|换名)(?:字)?(?:以后|之后|后)(?=有|的|是|下载|注册|粉丝|用户)")
# 所有平台加起来多少用户: of one year, over all outlets.
_ALL_OUTLETS = re.compile(
    r"(?:所有|全部|各个?)(?:的)?(?:平台|账号|渠道|端口?)(?:加起来|合起来|加在一起|合在一起|加一起|总共|一共)"
)
_LEVELS = re.compile(r"([特一二三四123](?:等奖)?(?:[、，,和与及]?[一二三四123](?:等奖)?)+?)(?<!等奖)等奖")
# 收入说增长15%，对得上吗: the growth that is claimed is worked out and held against it.
_CLAIMED = re.compile(
    r"(?:增长|增加|增幅|上升|提高|上涨|涨|增|下降|减少|降低|下滑|降|减)(?:了|约|近|超)*(\d+(?:\.\d+)?[%％])"
)
_DOUBT = re.compile(
    r"[，,。]?(?:请|帮我|帮忙)?(?:这个|该|这1)?(?:数字|数据|数|说法|比例)?(?:和|跟|与)?(?:上1?年的?|前1?年的?|两年的?)?(?:数字|数据|数)?"
    r"(?:算得|说得|是否|是不是|能|能不能)?(?:对得上|对不对|对吗|对么|属实|准确|算得对|正确|相符|核对|核实|验证|可信|站得住脚?|有没有错|错没错)"
    r"(?:1下|一下)?(?:吗|么|没有|不)?[？?]?$"
)

# 央媒用了多少稿，两年各是多少: of all years.
EACH_YEAR_TOO = re.compile(
    r"^(?P<what>[^，,]+)[，,]这?(?:[两二三四五六2-6几]|好几)年(?:来|里|间)?都?(?:各|分别)(?:是|有|为)?(?:多少|几)[^，,？?]{0,3}[？?]?$"
)
# 微公益之外还搞了什么捐赠: what is left out is named, and asked for by nobody.
BESIDES = re.compile(
    r"(?:除了?|(?<=年)|^)(?P<what>[^，。,除？?年]{2,12}?)(?:之外|以外|外)[，,]?(?=还|也|又)|除了(?P<that>[^，。,]{2,12}?)[，,]?(?=还)"
)
_SAID = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        # 2018年在报社上班的有多少人
        (
            r"在?(?:报社|社里|电视台|台里|中心|集团|单位|咱们?(?:这[里儿]?)?|我们(?:这[里儿]?)?)?(?:里|里面)?(?:上班|工作|干活)的(?:人)?(?=[^，。]{0,4}(?:多少|几))",
            "员工",
        ),
        # 实际在岗的有多少人
        (r"(?:实际|真正)?(?:在岗|在册)的?(?:一?共|总共)?(?=有?(?:多少|几)(?:个|号|名)?人)", "员工"),
        # 陈列馆开门头一个月去了多少人
        (
            r"(?:开[门馆放业张园]|开办|上线)?(?:后|以后)?(?:的)?(?:第一|头一?)个?月(?:里|内)?(?=.{0,8}(?:多少|几))",
            "首月",
        ),
        (r"(?<=首月)(?:去|来|到)了(?=(?:多少|几)(?:个|名|位)?人)", "接待"),
        # 一周出几期报
        (
            r"(?:[1一]|每[1一]?)个?(?:周|星期|礼拜|月)(?:都|要|能)?(?P<act>[出播刊发更办])(?:新|版)?几[期次天个份](?P<what>报纸?|节目)?(?=[？?]?$)",
            r"\g<what>多久\g<act>一期",
        ),
        # 全网总用户: that it is all of them is said once
        (r"(?:全网|全平台|全媒体|全端|各平台)(?:的)?(?=总(?:用户|粉丝|人数|量))", ""),
        # 客户端装了多少台手机
        (
            r"(?P<app>客户端|app)(?:[1一]?共|总共|累计)?装(?:了|到|在)+(?=多少|几)(?:多少|几)(?:台|部|个)?(?:手机|人|用户)?(?:上|里)?",
            r"\g<app>装机量有多少",
        ),
        # 指挥中心建设投了多少钱
        (r"(?<!入)投(?:入|进去?)?了(?=(?:多少|几)[^票]?)", "投资"),
        # 校对拦下来多少处错
        (r"拦下(?:来)?(?:了)?(?=多少|几)", "拦截"),
        (r"(?<=多少处)错(?!误|别|字)|(?<=几处)错(?!误|别|字)", "差错"),
        # 每年上央视的稿子各有多少条
        (
            r"上(?:了|过)?(?P<by>央视|省台|学习强国|新华社|人民日报|央媒)的(?:稿子|稿件|稿|新闻|片子|报道)",
            r"\g<by>用稿",
        ),
        # 走了多少年轻记者
        (
            r"走了(?=(?:多少|几)(?:个|名|位)?(?:年轻|青年|骨干|采编|记者|编辑|员工|职工|主播|主持|技术))",
            "离职",
        ),
        # 职工一年平均挣多少, 编外人员一个月挣多少
        (
            r"(?P<who>职工|员工|人员|编外|记者|编辑|采编|聘用人员?)们?(?:在?(?:20)?\d\d年)?(?:平均|人均)?(?:每个?月|[1一]个?月)(?:平均|人均)?(?:能|可)?(?:挣|赚|拿|收入)(?:到|了)?(?=多少|几)",
            r"\g<who>月均收入",
        ),
        (
            r"(?P<who>职工|员工|人)(?:们)?(?:[1一]年|每年|年)?(?:平均|人均)(?:[1一]年|每年|年)?(?:能|可)?(?:挣|赚|拿|收入)(?:到|了)?(?=多少|几)",
            "职工人均年收入",
        ),
        # 政务服务这块2023年比2020年多挣多少
        (r"这[1一]?块儿?(?=.*(?:挣|赚))", "收入"),
        (r"(?P<more>比[^，。]{1,14}[多少])(?:挣|赚)了?(?=多少|几)", r"\g<more>了"),
        # 广告挣了多少, 哪一年广告挣得最多
        (
            r"(?P<of>广告|发行|印刷|印务|电商|研学|培训|活动|会展|文创|新媒体|版权)(?:上|业务)?(?:[1一]共|总共|[1一]年)?(?:挣|赚)(?:的钱|了|到|得|来)?(?=多少|几|最)",
            r"\g<of>收入",
        ),
        # 哪一届村晚看的人最多
        (r"(?:观?看|收看)的(?:人|观众)数?(?=最|有?多少)", "观看人数"),
        # 网友提了多少问题
        (r"提(?:出|了|过)*(?:多少|几)[个条]?问题", "提问有多少条"),
        # 涨了多少粉, 台风时派了多少记者
        (r"(?<=多少|几万|几个)粉(?!丝|尘)", "粉丝"),
        (r"(?<=台风|地震|疫情|洪水|暴雨|两会|春节|高考|国庆)时(?![间期候段长])", "期间"),
        # 老支书那条片子播了多少
        (r"(?P<what>片子?|视频|短剧|作品|纪录片)(?:[1一]共|总共)?播了多少(?=[？?]?$)", r"\g<what>播放量多少"),
        # 有几篇10万加
        (r"(?:10|十)万(?:加|\+|＋)", "10万+文章"),
        # 卖报纸挣了多少
        (r"卖报纸?(?P<rest>[^，。]{0,6})(?:挣|赚)(?:的钱|了|到|得)?(?=多少|几|最)", r"\g<rest>发行收入"),
        # 不靠广告的收入, 广告以外的收入
        (
            r"(?:不[靠是算]|除了?)广告(?:以外|之外|外)?的?(?=收入|营收)|广告(?:以外|之外)的(?=收入|营收)",
            "非广告",
        ),
        # 开放日什么时候搞的, 新客家什么时候开始出: so light a verb tells nothing of what happened
        (
            r"(?P<when>什么时[候间]|何时|哪[一几]?天|几月(?:几[日号])?|哪几?个月|几号)(?P<from>(?:才|就|开始|起)*)(?:搞|弄|有|做|出|整)(?:出来|起来)?(?:的|了)*(?=[？?]?$)",
            r"\g<when>\g<from>",
        ),
        # 以岗定薪从什么时候开始实行: what began is told by its own verb
        (
            r"(?P<when>什么时[间候]|何时|哪一?天|几月(?:几[日号])?|几号)(?:才|就)?开始(?=(?!使?用)[\u4e00-\u9fff]{2})",
            r"\g<when>起",
        ),
        # 客户端新加了哪几个频道
        (r"新加(?=[了的哪多几])", "新增"),
        # 传媒集团第一年挣了多少
        (
            r"(?<![\d这那上头])(?:第一|头一?|首)年(?=(?:就|便|共|一共)?[\u4e00-\u9fff]{0,4}(?:多少|几))",
            "刚开始",
        ),
        # 这么多年总共筹了多少
        (r"(?:这么多|这些|多|历)年(?:来|间|里|下来|以来)?(?=[^，。]{0,4}(?:[1一]共|总共|累计))", "累计"),
    )
)
"""How things are said in passing, and in what words reports tell them; an example over each."""


def hear(asked: str, known: Catalog) -> str:
    """Return a question as its reading expects it."""
    heard = BESIDES.sub("", _SPLIT_VERB.sub(r"\1\2", in_chinese(asked, known.said)))
    heard = _LISTED_THERE.sub("", _SPOKEN_END.sub("", heard))
    heard = _HELD_TOGETHER.sub(r"历年\g<what>", heard)
    heard = _SO_MANY_YEARS.sub(r"\1年", _YEARS_LISTED.sub(r"\1和", heard))
    heard = WHICH_TOO.sub(r"哪几\1\2", heard)
    heard = EACH_YEAR_TOO.sub(r"历年\g<what>", heard)
    heard = _YEAR_BEHIND.sub(r"\g<when>\g<rest>", heard)
    heard = _USED_BY.sub(r"\1用户有多少", heard)
    heard = _LOOKED_ON.sub(r"\g<what>观看人次", heard)
    heard = _EACH_TAKES.sub("平均办理时长", _NO_UNIT.sub("的", heard))
    heard = _WHETHER.sub(r"\g<rest>", heard)
    heard = _ALL_OUTLETS.sub("全平台", _AFTER_CHANGE.sub("", heard))
    heard = _LEVELS.sub(
        lambda found: "、".join(f"{level}等奖" for level in re.findall("[特一二三四123]", found[1])), heard
    )
    if (claim := _CLAIMED.search(heard)) and (doubt := _DOUBT.search(heard)):
        heard = f"{heard[: claim.start(1)]}百分之几{heard[claim.end(1) : doubt.start()]}"
    heard = _FINED.sub("处罚", heard)
    heard = _SO_LONG.sub("累计", heard)
    for spoken, written in _SPOKEN:
        heard = heard.replace(spoken, written)
    for said, put in _SAID:
        heard = said.sub(put, heard)
    if "官微" in heard and "官微" not in known.said and "微博" not in known.said:
        heard = heard.replace("官微", "微信公众号")  # 官微 is the 微博, where there is one.
    if "利润" in known.said and "利润" not in heard:
        heard = heard.replace("赚的钱", "利润").replace("赚", "利润")
    return heard
