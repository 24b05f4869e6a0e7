"""What a figure counts where the words right before it do not say so: by the clause before, by the account it stands beside, by what was done."""

from __future__ import annotations

import re

from ingest.extract.wording import ACTS, GENERIC_TOPIC, NOUN_TOO, TIME_LEAD, VERB
from ingest.sentences import Span

# 抖音号“融媒”|38.7万, 客户端“爱州”已达|12万
ACCOUNT_CALLED = re.compile(
    r"(?:公众号|视频号|抖音号?|快手号?|微博|头条号|百家号|微信|小红书|(?P<app>客户端|APP|App|app))[“\"「《][^“”\"「」《》]{2,20}[”\"」》]"
    r"(?:目前|已|也|均|达到?|超过?|突破|近|约|有|为)*$"
)
OF_APPS = re.compile(r"日活|月活|活跃|下载|装机|安装")
"""What only an app has: “云上”APP日活1.9万；“融媒”公众号|62万 are followers."""
OF_OUTLETS = re.compile(r".*(?:粉丝|用户|关注|订阅)(?:人数|总?数量?|总?量|数)?")
"""What accounts have, as a measure's name."""
SORT_OF_STAFF = re.compile(
    r"(?:新进|新招聘?|新聘|新录用|新入职|新增|离职|退休|离退休|困难|生病|患病|女|青年|外聘|临聘|派遣|编外|招聘|招录|引进)(?:的)?$"
)
FEWEST_FOLLOWERS = 1000
LIST_NUMBER = re.compile(r"^\d{1,2}[.．、）)]\s*")
OWN_WORDS = re.compile(r"(?![较比是由从])[一-龥]{2,8}")
# 客户端日活偏低，|仅为3200人; 服务事项不断丰富，|达到67项: how it stands with what the clause tells of.
_STANDING = re.compile(
    r"(?P<of>[^，,。；;！？!?\n：:\d]{2,24}?)(?:还|仍|也|都|均|有所|稳步|持续|大幅|明显|快速|逐年|逐步|不断|进一步|显著|较快|平稳|总体|整体|相对|普遍|继续|再|又|更|日益|日趋)*"
    r"(?:偏[低少高小弱]|[不较]够?[低少高多大小]|不足|增长|增加|上升|提[高升]|下降|减少|下滑|回落|扩大|扩容|壮大|丰富|改善|好转|拓展|攀升|回升|走[低高]|翻番|倍增|[猛激大锐]增|[锐骤]减|增多|[变减]少|变多|萎缩|收缩|优化|加快|领先|可观|稳定)"
    r"(?:明显|较快|较大|显著|迅速|趋缓|较多|不少)?"
)
_NAMES_NOTHING = re.compile(
    r"(?:全年|目前|年末|年底|现|仅仅|仅|只|共|已|分别|平均|最终|截至年底|收到|接到|实现|完成|至|达到?|为|有|是|[降增升减涨跌缩扩](?:低|少|长|加|大|升)?[到至为]|(?:提高|下降|上升|增长|攀升|下滑)[到至为])+(?:近|约|超)?"
)


def standing_of(text: str, sentence: Span, begin: int, left: str) -> str | None:
    """Return what the clause before says how it stands with, where the figure's own (`left`, from `begin`) names nothing; None elsewhere."""
    if text[begin - 1 : begin] not in {"，", ","} or not _NAMES_NOTHING.fullmatch(left):
        return None
    start = begin - 1
    while start > sentence[0] and text[start - 1] not in "，,。；;！？!?\n：:":
        start -= 1
    told = _STANDING.fullmatch(text, start, begin - 1)
    return told["of"] if told else None


def done_to(inside: str, verb: str) -> str | None:
    """爱心书屋新建|6所 → 爱心书屋新建; None where what stands before the verb acts (热线受理|32件) or is no noun."""
    noun, _, rest = TIME_LEAD.sub("", inside).rpartition(verb)
    noun = _EVERY.sub("", noun.split("的")[-1])
    if rest or not _THING.fullmatch(noun) or ACTS.search(noun) or GENERIC_TOPIC.match(noun):
        return None
    acts = any(match.group() not in NOUN_TOO for match in VERB.finditer(noun))
    return None if acts else noun + verb


# 应急广播每天|播报3次
_EVERY = re.compile(r"(?:每[天日周月年期次]|日均|全年|累计|共|已)+$")
_THING = re.compile(
    r"(?!在|向|为|对|从|由|与|和|及|被|经|以|就|把|将|首|全|推动|督促|转|日均|每|官方|[一-龥]*(?:客户端|微博|公众号|抖音|视频号))[一-龥]{2,8}(?<![间时后前中上下内外里])"
)
LISTED_BEFORE = re.compile(r"(?:^|[^\d])[^，,。；;：:\d、]{1,12}、$")
"""中央、省、|市级媒体用稿213条: what stands before the figure is only the last of what it counts."""
ISSUED = frozenset("期 集 场 场次 讲 版 个版 整版 轮 天 小时".split())
