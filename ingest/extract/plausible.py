"""Which quantities are figures of the media at all: not 24小时值班, not 前3名, not 一等奖, not 先后两次获得."""

from __future__ import annotations

import re

from ingest.numbers import Quantity

_ADVERBIAL_AFTER = re.compile(r"(?:获得?|荣获|入选|被|登上|蝉联|夺得|受到|分别)")


_OF_A_CLASS = re.compile(r"作品|节目|扶持|事业|单位")
_SHORT_FORM = re.compile(r"\d[报网端微刊]$")


def is_adverbial(text: str, quantity: Quantity, sentence: tuple[int, int]) -> bool:
    """先后两次获得, 分三期举行, 《A》二类作品: how something was done, or a level, and no figure."""
    before = text[max(sentence[0], quantity.start - 4) : quantity.start]
    if quantity.unit in {"次", "度"} and before.endswith(("先后", "曾", "已")):
        return _ADVERBIAL_AFTER.match(text, quantity.end) is not None
    if quantity.unit in {"期", "批", "步", "档"} and before.endswith("分"):
        return True
    of_a_class = quantity.unit == "类" and _OF_A_CLASS.match(text, quantity.end)
    if of_a_class and not any(char.isdigit() for char in quantity.text):
        return True
    # 1报2台1网1端: a short form of words.
    return bool(_SHORT_FORM.search(before))


# 21条播放量破百万, 点击量千万以上的3件: a threshold that picks pieces, not a figure of its own.
_THRESHOLD_BEFORE = re.compile(
    r"\d+(?:余|多)?[条件篇个部期集](?:[一-龥]{0,6})?(?:播放|阅读|浏览|点击|观看|传播)量$"
)
_THRESHOLD_AFTER = re.compile(
    r"(?:[、和](?:过|破|超)?[十百千]?[万亿])*的(?:[一-龥]{0,8})?(?:有|达|共)?\d+[条件篇个部期集]"
)
_ON_AIR = re.compile("直播|播出|播音")
_REACH_AFTER = re.compile(r"(?:全网|总|累计)*(?:播放|阅读|点击|浏览|观看|点赞|转发)")
_OUT_BEFORE = re.compile(r"(?:上线|发布|推出|开播|首播|播出|刊发)(?:仅|不到|短短)?$")
_SETS_OUT = re.compile("着手|入手|发力|用力|下功夫")


_RIVALS_AFTER = re.compile(r"[^，。；]{0,24}(?:中|里)(?:脱颖而出|胜出|突出重围)")


_NUMBERED = re.compile(r"附?[图表件]\s?$")
_RANKED = re.compile(r"(?:前|第|每|逢|满|近|头|最后|上一|下一|同一)$")
_UNTIL_NOW = re.compile(r"(?:目前|之前|此前|以前|当前)$")
_OF_A_SLOGAN = re.compile(
    r"(?:方面|指标|维度|层面|环节|阶段|步骤|原则|重点|目标|字|坚持|自信|意识|维护|认同|确保|离不开|转变|统一|着力|一律|必|关键|不|务必|走在前)(?!词)"
)
# 22期|办成了19件事
_DONE_BEFORE = re.compile(r"(?:办成|办结|办妥|办好|解决|办)了$|(?:办成|办结|办妥|解决)$")
# 要让|这三种人都看得进去, 这三个“须经”: of what was named before
_THESE = re.compile("[这那]$")
_MATTERS = re.compile(r"\s?[一-龥]{0,3}事(?![件迹业故务项情])")
_LANGUAGES = re.compile(r"语言|方言|文字|语种|文版|民族文字")
_INSTITUTION = re.compile(r"[一-龥]{0,6}事业单位")
_ONE_OF = re.compile(r"[一-龥]{0,7}之一")
_CHINESE = re.compile(r"[一-龥]")
_CHANGED = re.compile(r"(?:以上|左右|缩短|提高|降|延长|增|扩|压缩)")
_DIGIT = re.compile(r"\d")
_FAULTS_TOLD = re.compile(r"(?:方面的?)?(?:主要)?(?:问题|不足|短板|差距|弱项)")
_TELLS_FAULTS = re.compile(
    r"(?:提[出到及]|指出|反映|自查|检视|查找|查摆|列出|列举|存在|梳理)(?![^。；]{0,40}(?:解决|整改|化解|处理))[^。；]*$"
)
_BOTH_HOUSES = re.compile(r"两[台报刊]")
_ONE_TEAM = re.compile(r"牌子|人马|班子")
_PAGE_OF = re.compile(r"\d日[^，。；]{0,12}报(?:第|头版)?$")
_OF_A_CREED = re.compile(r"(?:基本内容|核心|方针|箴言|口号|要求|宗旨|精神|诀)")
_NORM_BEFORE = re.compile(r"(?:低于|高于|优于|小于|严于|不超过)[^，。；]{0,8}(?:规定|标准|要求|指标)的?$")
_NORM_ENDS = frozenset("的定准求标")
_FORMAT_ALONE = re.compile(r"[，、。；：\s][对四]开$")
_TIME_LIMIT = re.compile(r"(?:后|前|内|仅用|不到)$")
_PICKED = re.compile(r"[一-龥]{2,6}\d+[条篇个件部期]")
_ON_DUTY = re.compile(
    r"(?:值班|值守|不间断|在线|热线|服务|客服|咨询|监测|监看|连线|直播间|在岗|全天候|内|以内|之内|内容|双人|专人|滚动|轮|制|响应|待命|后|前|全)"
)
_ORDINAL_NOUN = re.compile(r"(?:等奖|周年|年级|号楼)")
_RANKS_AFTER = re.compile(r"[^，。；\d《“]{0,10}(?:排名|位居|位列|名列|排在)第")
_CLIMBED = re.compile(r"(?:上升|提升|前移|前进|跃升|攀升|下降)(?:了)?$")
_PLACED = re.compile(r"(?:于|列|居)")
_PLACING = re.compile(r"(?:前|列|居|排名|位列|名列|位居|位于)$")


def is_plausible(text: str, quantity: Quantity, sentence: tuple[int, int]) -> bool:
    """A figure says something of the media: not 24小时值班, not 前3名, not 一等奖, not 3个方面."""
    before = text[max(sentence[0], quantity.start - 6) : quantity.start]
    after = text[quantity.end : quantity.end + 8]
    if before.endswith("满") and quantity.unit not in {"年", "岁", "月", "天"}:
        # 播出已满500期; 从业满30年.
        return True
    if _NUMBERED.match(before):
        # 表1 人员情况
        return False
    if _RANKED.search(before) and not _UNTIL_NOW.search(before):
        return False
    if quantity.unit in {"个", "种", "类", "大", "项"} and _OF_A_SLOGAN.match(
        after,
    ):
        return False
    if not _DIGIT.search(quantity.text) and (
        _THESE.search(before) or (quantity.text == "四起" and after[:1] in {"，", "。", "；"})
    ):
        # 这三种人, 谣言四起
        return False
    if quantity.unit in {"项", "块", "类"} and _IN_ALL.match(after):
        # 两项合计230万元: of what the sum is.
        return False
    if quantity.unit == "分" and before.endswith(("点", "时")):
        # 19点30分
        return False
    if quantity.unit == "种" and not _DIGIT.search(quantity.text) and _LANGUAGES.match(after):
        # 用汉、哈两种文字出版
        return False
    done = _DONE_BEFORE.search(before) and _DIGIT.search(quantity.text)
    if (_MATTERS.match(after) and not done) or (quantity.unit == "类" and _INSTITUTION.match(after)):
        # 重点抓好四件事, 公益一类事业单位; but 13家所属事业单位.
        return False
    if (quantity.unit == "部" and after[:1] in {"门", "委"}) or _ONE_OF.match(after):
        # 等5部门, 最早的三家电视台之一
        return False
    if quantity.unit in {"秒", "分钟", "岁"} and _CHINESE.match(after) and not _CHANGED.match(after):
        # 60秒科普小视频, 87岁的阿婆: the figure describes one thing.
        return False
    if before.endswith(("在", "从")) and _RIVALS_AFTER.match(text, quantity.end, sentence[1]):
        # 在104家公众号中脱颖而出: how many others there were.
        return False
    if quantity.unit == "篇" and not _DIGIT.search(quantity.text) and after.startswith("文章"):
        # 做好“产、城、人”三篇文章
        return False
    if quantity.unit == "对" and after.startswith("开"):
        # 每日20对开版
        return False
    if _FAULTS_TOLD.match(after) and _TELLS_FAULTS.search(text[sentence[0] : quantity.start]):
        # 上年报告提出评论偏少、互动不够两个问题: how many faults were told.
        return False
    if _BOTH_HOUSES.fullmatch(quantity.text):
        # 两台互动, 两报联动: the two stations.
        return False
    if quantity.unit in {"块", "套"} and _ONE_TEAM.match(after):
        # 两块牌子、一套人马
        return False
    if quantity.unit == "版" and _PAGE_OF.search(text[sentence[0] : quantity.start]):
        # 2021年3月5日江南日报8版: which page, not how many.
        return False
    if quantity.unit == "字" and _OF_A_CREED.match(after):
        return False
    if (
        quantity.unit == "小时"
        and before.endswith("连续")
        and not _ON_AIR.search(text, *clause_of(text, sentence, quantity))
    ):
        # 连续72小时没合眼; but 直播连续17小时.
        return False
    if _REACH_AFTER.match(after) and (
        quantity.unit == "小时" or (quantity.unit == "天" and _OUT_BEFORE.search(before))
    ):
        # 上线3天|播放量突破1100万次, 《渡口》24小时|点击量破千万: how soon.
        return False
    if before[-1:] in _NORM_ENDS and _NORM_BEFORE.search(
        text, max(sentence[0], quantity.start - 16), quantity.start
    ):
        # 低于国家规定的|万分之三: the norm, and no figure of the media.
        return False
    if (
        quantity.unit == "版"
        and not _DIGIT.search(quantity.text)
        and _FORMAT_ALONE.search(before)
        and after[:1] in {"，", "。", "、", "；"}
    ):
        # 是市委机关报，对开八版，周五刊: what the paper looks like.
        return False
    if quantity.unit in {"次", "档"} and before.endswith("早晚"):
        # 每天早晚两次推送: when.
        return False
    if quantity.unit is None and before.endswith("首次") and not _DIGIT.search(quantity.text):
        # 收入1.15亿元，首次破亿
        return False
    if quantity.unit == "个" and after.startswith("年头"):
        # 走过十个年头: years, which `lasting` reads.
        return False
    if quantity.unit == "处" and _SETS_OUT.match(after):
        # 从三处着手
        return False
    if (
        quantity.unit is None
        and before[-1:] in {"过", "破", "超"}
        and _THRESHOLD_AFTER.match(text, quantity.end, sentence[1])
    ):
        # 播放量过百万的217条，过千万的19条
        return False
    if quantity.unit in {"小时", "分钟", "秒", "天"} and _TIME_LIMIT.search(before):
        # 地震发生后12分钟: when, not how much.
        return False
    if (quantity.unit == "班" and after.startswith("倒")) or (
        quantity.unit == "版" and quantity.value == 100 and quantity.text[0] in "百"
    ):
        # 三班倒; 百版特刊.
        return False
    if quantity.qualifier == "over" and _THRESHOLD_BEFORE.search(text[sentence[0] : quantity.start]):
        return False
    if (
        quantity.qualifier == "over"
        and quantity.unit is None
        and _PICKED.match(text[quantity.end : quantity.end + 12])
    ):
        # 10万+文章7篇
        return False
    if quantity.qualifier == "over" and _THRESHOLD_AFTER.match(text, quantity.end, sentence[1]):
        return False
    if quantity.unit in {"小时", "分钟", "天", "秒", "个月", "月", "个工作日", "工作日"} and _ON_DUTY.match(
        after,
    ):
        return False
    if quantity.unit == "级" or _ORDINAL_NOUN.match(after):
        return False
    if _RANKS_AFTER.match(text, quantity.end, sentence[1]) or (
        quantity.unit == "位" and _CLIMBED.search(before)
    ):
        # 在全国36个城市中排名第9位，较上年上升3位: how it is placed.
        return False
    if quantity.unit in {"位"} and _PLACED.match(after):
        return False
    if quantity.unit in {"位", "名"} and _PLACING.search(before):
        return False
    # 停播率为零: none at all is told without a unit.
    few = quantity.unit is None and 0 < quantity.value < 1000 and quantity.qualifier == "exact"
    # 差错率为0.43 has its point and no unit.
    return not few or (
        "." in quantity.text and "率" in text[max(sentence[0], quantity.start - 4) : quantity.start]
    )


_IN_ALL = re.compile("合计|共计|总计|相加|加起来|合起来|合在一起")
_CLAUSE_END = re.compile("[，,。；;！？!?\n]")


def clause_of(text: str, sentence: tuple[int, int], quantity: Quantity) -> tuple[int, int]:
    """Return the clause of `quantity`, between commas, without blanks before it."""
    start, end = quantity.start, quantity.end
    while start > sentence[0] and text[start - 1] not in "，,。；;！？!?\n":
        start -= 1
    ending = _CLAUSE_END.search(text, end, sentence[1])
    end = ending.start() if ending else max(end, sentence[1])
    while start < end and text[start].isspace():
        start += 1
    return start, end
