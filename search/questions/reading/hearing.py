"""A question as it was spoken, in the words and the order in which it is read: English in Chinese, 咋 as 怎么, years first."""

from __future__ import annotations

import re

from search.questions.naming.catalog import Catalog
from search.questions.reading.doers import counted_people
from search.questions.reading.politely import unwrapped
from search.questions.reading.sayings import SAID, SORTS, SPOKEN
from search.questions.wording.english import in_chinese
from search.questions.wording.spoken import read_plainly

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
_SPLIT_VERB = re.compile(
    r"([改更换停开上挂揭创搬动竣完取留捐])(?:的|了|过)([名播刊办更通线牌家景版工门馆业园言款])"
)
# 有没有因为广告被罚, 挨过罚: one character is no word.
_GAINED = re.compile(r"涨了?(?:多少|几)万?粉丝?")
_FOLLOWED = re.compile(r"涨粉(?:数|量)?(?:了|有)?(?:多少|几万?)?(?=[？?。]?$)")
_FINED = re.compile(
    r"(?<=被)罚(?!款|[了过]?多少|[了过]?几|[了过]?钱)|挨[了过]?罚(?!款)|(?<!处)罚(?:了|过)?(?:钱|款)?(?:了)?(?=(?:没有?|吗)[？?]?$)"
)
# 2023、2024两年 are the two; of the marks nothing is left in the one spelling.
_YEARS_LISTED = re.compile(
    r"((?:19|20)?\d\d年?)[、，,](?=(?:19|20)?\d\d(?:年|[两二三四五2345]年|[、，,](?:19|20)\d\d))"
)
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
_AFTER_CHANGE = re.compile(
    r"(?:改名|更名|换名)(?:字)?(?:以后|之后|后)(?=有|的|是|下载|注册|粉丝|用户)"
    # “回音壁”改成霁问以前，各年登了多少条: what it became tells which years, and they tell themselves.
    r"|(?<=[”》\u4e00-\u9fff])(?:改|更|换)名?(?:成|为|叫|作)+[^，,。？?多少几]{1,12}?(?:以前|之前|前|以后|之后)[，,的]?"
)
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
    r"^(?P<what>[^，,]+)[，,][这在]?(?:[两二三四五六2-6几]|好几)(?:年(?:来|里|间)?|份(?:年度)?报告(?:里|中)?)都?(?:各|分别)(?:是|有|为)?(?:多少|几)[^，,？?]{0,3}[？?]?$"
)
# 微公益之外还搞了什么捐赠: what is left out is named, and asked for by nobody.
BESIDES = re.compile(
    r"(?:除了?|(?<=年)|^)(?P<what>[^，。,除？?年]{2,12}?)(?:之外|以外|外)[，,]?(?=还|也|又|(?:(?:19|20)?\d\d年)?[\u4e00-\u9fff]{0,4}靠)|除了(?P<that>[^，。,]{2,12}?)(?:[，,]?(?=还)|[，,](?=[\u4e00-\u9fff]{0,4}还))"
)
_ALL_OF_A_SORT = re.compile(rf"(?<=[\u4e00-\u9fff])(?:的|类|性|版)(?:[\u4e00-\u9fff]{{0,4}})(?:{SORTS})$")
_ASKS = re.compile(r"多少|几|哪|什么|谁|吗|怎|为何|如何|有没有|是否|何时|百分之|数|率|量|额|时间|日期")


def hear(asked: str, known: Catalog) -> str:
    """Return a question as its reading expects it."""
    plainly = read_plainly(in_chinese(unwrapped(asked), known.said), known.named)
    heard = BESIDES.sub("", _SPLIT_VERB.sub(r"\1\2", plainly))
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
    for spoken, written in SPOKEN:
        heard = heard.replace(spoken, written)
    heard = counted_people(heard)
    for said, put in SAID:
        heard = said.sub(put, heard)
    if _ALL_OF_A_SORT.search(heard) and not _ASKS.search(heard):
        heard += "有哪些"
    if "官微" in heard and "官微" not in known.said and "微博" not in known.said:
        heard = heard.replace("官微", "微信公众号")  # 官微 is the 微博, where there is one.
    if "涨粉" not in known.said:
        heard = _FOLLOWED.sub("粉丝增加多少", heard)
    elif not re.search("[比较]", heard):
        heard = _GAINED.sub("涨粉多少", heard)  # A report tells it itself; no two years are compared.
    if "利润" in known.said and "利润" not in heard:
        heard = heard.replace("赚的钱", "利润").replace("赚", "利润")
    return heard
