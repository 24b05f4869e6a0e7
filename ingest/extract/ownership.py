"""Whose outlet a name is: the media's own, or one of the many others that a report names.

Every place that names the outlet is a witness. The table below says what each form of words is worth; a name is
the media's own from a sum of 1 upwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.alternation import by_letter
from ingest.lexicon import OTHERS_OUTLETS
from ingest.reading import Reading
from ingest.report import Duty, PlatformKind
from ingest.sentences import Span


class PlatformSpan(NamedTuple):
    """One place that names a platform; `start`/`end` are code points, quotation marks included."""

    start: int
    end: int
    name: str
    kind: PlatformKind
    told: bool = True
    """Words tell the kind; False where only the last character of the name does."""


OWN = 1.0
"""From which sum of evidence on an outlet is the media's own."""

# Channels are often named without the station: 新闻综合频道, 交通广播, 卫视频道.
CHANNEL = re.compile(
    r"^(?:电视|广播)?(?:卫视|新闻|综合|社会|社会生活|新闻综合|公共|公共应急|都市|影视|影视娱乐|影视文艺|影视文化|文化|娱乐|经济|经济生活|经济科教|科教|生活|民生|少儿|农村|农业|乡村|对农|文体|文旅|体育|文艺|音乐|交通|交通音乐|青春|旅游|故事|戏曲|老年|城市|法治|教育|科技|新农村|民族|外宣|购物|移动电视|国际|私家车|健康|资讯|财经|图文|乡村振兴|藏语|康巴|安多|维吾尔语|维语|哈萨克语|哈语|蒙古语|蒙语|朝鲜语|汉语|彝语|壮语|柯尔克孜语|华语|英语|外语|客家|粤语|民语)+$"
)
_CHANNEL_WORD = by_letter(r"(?:电视)?(?:频道|频率|广播|之声|调频)$")

# What stands before the name in its sentence → worth.
_BEFORE: tuple[tuple[re.Pattern[str], float], ...] = (
    # 旗下拥有《A报》、A网、“A”客户端
    (
        by_letter(
            r"(?:所属|下属|下辖|下设|管理运行|旗下|拥有|现有|(?:^|(?<=[，；。]))(?:还|共|现|另)?有|(?:媒体|报刊|报纸|平台|阵地|产品|账号|传媒|广播|电视)(?:包括|还?主要有|主要包括|还?有|为|是)|运营|运维|创办|承办|主办|编印|出版|开通|开办|开设|设有|上线|推出|更名为|改名为|升级为|办有|建有|打造|包括|含|矩阵[：:]|平台[：:])[^。；]{0,240}$"
        ),
        1.0,
    ),
    # 形成《A报》《B报》两报，C客户端、D客户端两端的布局
    (by_letter(r"(?:形成|构建|打造)(?:了|起|出|以)?[^。；]{0,120}$"), 0.6),
    # A卫视是江南广电集团所属|新闻综合频道: what the one before is, and no other.
    (by_letter(r"(?:是|为|作为)[^，。；]{2,20}(?:所属|下属|旗下|的)(?:唯一|全新)?$"), -2.0),
    # 代运维“A政府网”等政务新媒体
    (by_letter(r"(?:代运[维营]|代管|托管|承建|代建)[^。；，]{0,30}$"), -3.0),
    # 将完成“A”客户端开发: a plan, which the outlet may yet become.
    (by_letter(r"(?:将|计划|拟)[^。；]{0,40}$"), -1.0),
    # 被人民日报客户端、B客户端转载; 登上C网首页
    (
        by_letter(
            r"(?:被|获(?!得|奖)|(?<!财)经(?![济典贸营过理常历视])|登上|登陆|登录|入选|报送|上送|供稿|向(?!上|前)|受到)[^。；，]{0,30}$"
        ),
        -1.0,
    ),
)
# What follows the name → worth.
_AFTER: tuple[tuple[re.Pattern[str], float], ...] = (
    # B网等省级媒体转载
    (
        re.compile(
            r"[^。；]{0,24}?(?:采用|转载|转发|刊载|选用|采纳|用稿|约稿|等(?:中央|央级|省级|上级|国家级|外宣|主流|多家)[^。；]{0,6}媒体)"
        ),
        -1.0,
    ),
    # A抖音号粉丝91万: whose followers are told is the media's own.
    (
        re.compile(
            r"(?:“[^”]{2,8}”)?(?:总|累计|平台|全网|用户)*(?:粉丝|关注人数|关注用户|订阅用户|订阅数|注册用户|用户[数量]|下载量|下载用户|装机量|听众|期均?发行|发行量|日均?(?:访问|浏览|点击)量?|收视排名)"
        ),
        1.0,
    ),
    # A文艺广播更名为B; “A”手机报因用户萎缩，于6月停办: whose life is told is the media's own.
    (
        re.compile(r"[^。；]{0,16}?(?:停办|停刊|休刊|停更|停播|关停|更名|改名|复刊|迭代)"),
        1.0,
    ),
    # 《今日江南》|每周两期: whose rhythm is told.
    (
        re.compile(
            r"(?:为|系|是|由|从|（|\()?(?:每[周月旬][一二两三四五六七\d]+[期刊]|周[一二三四五六七]刊|(?:双?[周月]|半月|旬|季)刊)"
        ),
        1.0,
    ),
    # 藏语广播|（FM99.7）: whose waves are told.
    (re.compile(r"[（(]?(?:FM|AM|调频)\s?\d"), 0.6),
    # A网、B客户端|构成新媒体主阵地
    (re.compile(r"[^。；]{0,48}?(?:构成|组成|形成|汇成)[^。；，]{0,12}(?:阵地|矩阵|平台|格局|体系)"), 1.0),
    # 垄上频道|也是全国首个对农频道
    (re.compile(r"(?:也|又|还)?是[^，。；]{2,30}(?:频道|频率|广播)(?=[，。；])"), 1.0),
    # 东海卫视|《海峡》、《午间》等栏目; whole stations so named are others'.
    (re.compile(r"(?<!台)(?:《[^》]+》[、和]?)+[^。；]{0,24}?等(?:[一-龥]{0,4})(?:栏目|节目|专栏)"), 1.0),
    # A客户端全年推送…, A报开设专栏…
    (
        re.compile(
            r"[^。，；]{0,6}(?:开设|开通|创办|推出|刊发|播发|订阅|粉丝|关注|用户|发行|下载|改版|上线|全年|共|累计|发布|覆盖|策划|推送|常设|开辟|率先|滚动|同步|新增)"
        ),
        0.4,
    ),
)
_FORMER_BEFORE = re.compile(r"(?:由|将|原)[^。；]{0,40}$")
# 整合了原县广播电视台、县委报道组、X新闻网等单位
_PUT_TOGETHER = re.compile(r"(?:整合|合并|归并|撤销)(?![为成])(?:了)?(?:原)?[^。；，]{0,40}$")
_FORMER_AFTER = re.compile(r"[^。；]{0,40}?(?:合并|组建|整合|重组|合署|撤并)")
# 2003年，A电视台与A电台合并: what the media was made of.
_MERGED = re.compile(r"(?:与|和|、)[^，。；]{2,20}(?:正式|实现)?(?:合并|整合|重组)|(?:正式|实现)?合并")
_CHANNEL_KINDS = frozenset({PlatformKind.TV, PlatformKind.RADIO})
# Who may have channels: 广播电视台, 融媒体中心, 传媒集团, and the media that no name is known of.
_BROADCASTER = re.compile(r"台|广播|广电|电视|融媒|传媒|中心|集团|^$")
_ACCOUNT_KINDS = frozenset(PlatformKind) - {
    PlatformKind.NEWSPAPER,
    PlatformKind.MAGAZINE,
    PlatformKind.RADIO,
    PlatformKind.TV,
    PlatformKind.WEBSITE,
}


def is_own(reading: Reading, core: str, spans: Sequence[PlatformSpan]) -> bool:
    """Tell whether the outlet that all of `spans` name is the media's own; `core` is the proper part of its name."""
    name = spans[0].name
    if all(is_planned(reading, span.start) for span in spans):
        return False
    if name == reading.media and spans[0].kind in _CHANNEL_KINDS:
        # The station itself, whose report this is.
        return False
    named = bool(core and core in name)
    channel = CHANNEL.match(_CHANNEL_WORD.sub("", name))
    if OTHERS_OUTLETS.match(name) and not (named or channel or OTHERS_OUTLETS.match(reading.media)):
        return False
    if not (named or channel) and spans[0].kind in _CHANNEL_KINDS and not _BROADCASTER.search(reading.media):
        # 便民频道 of a newspaper's site
        return False
    score = 2.0 if named else 0.0
    if not named and spans[0].kind in _ACCOUNT_KINDS and "“" in reading.text[spans[0].start : spans[0].end]:
        # “云端”客户端: accounts of others are known names or stand in lists of who took a piece over.
        score += 0.6
    return score + sum(witness(reading, span) for span in spans) >= OWN


# 将|推出“江南Plus”客户端, 拟创办|英文周报: what is made in times to come.
_MADE = by_letter(
    r"(?:推出|上线|完成|组织|启动|策划|实施|创办|开办|开设|开通|打造|建设|建成|开发|筹建|筹办|新建|新增|新开|新办|(?<!继续)(?<!持续)办好|增设|增开|开辟|出版)(?:了|一[个款份张批期档部])?(?:全新的?|双语|英文|[一-龥]{1,3}语)?(?:[一-龥A-Z0-9]{0,8}(?:视频|报道|[片剧]|节目|评论|专题|特刊|直播|栏目|专栏|产品))?(?:[“《][^”》]{1,14}[”》][、和]?)*[“《]?$"
)
_TO_COME = re.compile(r"(?:^|[，；。、年]|[一-龥]{2})(?:将(?!原|《|“)|计划|拟|力争|争取|筹备|准备)")
_YEAR_TOLD = re.compile(r"(20\d{2})年")
# 整改情况 and 改进情况 tell what was done.
_PLANS = re.compile(
    r"努力方向|(?:改进|整改)(?:措施|方向|计划|方案)|下一步|今后|未来|打算|展望|工作计划|^(?:努力|改进|今后|下一步)*方向$|^(?:改进|对策|行动|计划|行动计划)$|设想$|^(?:工作|改进|下步|今后)举措$|[与和及]提升$"
)


def is_planned(reading: Reading, at: int, promised: Sequence[Span] = ()) -> bool:
    """Tell whether the name that begins at the offset `at` is of an outlet or a column that is still to be made.

    `promised` is where commitments stand: what one of them makes or brings out is to come.
    """
    start, _ = reading.sentence_at(at)
    before = reading.text[start:at]
    if not _MADE.search(before):
        return False
    if _TO_COME.search(before) or any(low <= at < high for low, high in promised):
        return True
    year = reading.identity.year
    if year and any(int(told) > year for told in _YEAR_TOLD.findall(before)):
        # 2015年上线“江南+”客户端, of the report of 2014
        return True
    path = reading.section_path(at)
    return bool(path and _PLANS.search(path[-1]) and not re.search(r"已|去年|今年", before))


def witness(reading: Reading, span: PlatformSpan) -> float:
    """Return what one place says about whose the outlet is: positive for the media, negative for others."""
    start, end = reading.sentence_at(span.start)
    before, after = reading.text[start : span.start], reading.text[span.end : end]
    worth = sum(value for pattern, value in _BEFORE if pattern.search(before))
    worth += sum(value for pattern, value in _AFTER if pattern.match(after))
    former = _FORMER_BEFORE.search(before) and _FORMER_AFTER.match(after)
    if former or _MERGED.match(after) or _PUT_TOGETHER.search(before):
        # 由原海州电视台、海州电台合并组建: what it was made of, not what it has.
        worth -= 3
    if span.kind is PlatformKind.OTHER and before.endswith("账号"):
        worth += 1
    if reading.duty_at(span.start) in {Duty.PREFACE, Duty.POSITIONS}:
        worth += 0.5
    if CHANNEL.match(_CHANNEL_WORD.sub("", span.name)):
        worth += 1
    if "\t" in reading.text[start:end]:
        # 微信公众号⇥江南发布⇥14.2万: a table of the media's outlets.
        worth += 0.5
    return worth
