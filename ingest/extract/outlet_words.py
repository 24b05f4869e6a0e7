"""The words that name kinds of outlets, and the forms in which an outlet's name is written: one visible table a form."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.alternation import by_letter, one_of
from ingest.lexicon import PLATFORM_SUFFIXES
from ingest.report import PlatformKind

KIND_OF = dict(PLATFORM_SUFFIXES)
"""Word → the kind of outlet that it names."""
SUFFIX = one_of(KIND_OF)
SUFFIX_RE = re.compile(
    rf"(?P<suffix>{SUFFIX})(?P<paren>[（(](?:App|APP|app|(?![一-龥]*同名)[一-龥]{{2,6}})[)）])?"
)
ACCOUNT_KINDS = frozenset(
    {
        PlatformKind.WECHAT,
        PlatformKind.WEIBO,
        PlatformKind.DOUYIN,
        PlatformKind.KUAISHOU,
        PlatformKind.TOUTIAO,
        PlatformKind.VIDEO_ACCOUNT,
        PlatformKind.APP,
    }
)
"""Accounts and apps, which are called by a name and a word for their kind."""
ACCOUNT_SUFFIX = one_of(suffix for suffix, kind in PLATFORM_SUFFIXES if kind in ACCOUNT_KINDS)
ACCOUNT_LIKE = re.compile(
    one_of(
        suffix
        for suffix, kind in PLATFORM_SUFFIXES
        if kind in ACCOUNT_KINDS or (kind is PlatformKind.OTHER and suffix != "小程序")
    )
)
# “澜溪融媒”抖音号|、快手号|、B站, 江南晚报公众号|（粉丝57万）、抖音号|（粉丝9万）: but 微博、微信公众号“大道” begins another name.
SIBLING = re.compile(
    rf"(?:[（(][^（）()“《]{{1,16}}[)）])?(?:[、和及与]|以及)(?P<suffix>(?>{ACCOUNT_LIKE.pattern}))(?!“|(?!等)[一-龥]{{0,2}}(?:平台|客户端))"
)
# “江南融媒”抖音号|（视频号同名）
ALIKE_IN_BRACKETS = re.compile(rf"[（(](?P<suffix>{ACCOUNT_LIKE.pattern})同名[)）]")
# 第二条频率|音乐交通广播, 综合门户网站|江南网, 县融媒体中心|文化频道: what a channel or a site is, before its name.
WHAT_IT_IS = re.compile(r".*(?:网站|官网|频率|频道|融媒体中心)(?=[一-龥]{2})")
BARE_OUTLETS = re.compile(
    r"(?:[、和及与]|以及)(?:(?:微信公众号|公众号|视频号)[、和及与])*(?:(?:微信公众号|公众号|视频号|微信|微博|抖音号?|快手号?|今日头条|头条号?|小红书|B站)[、和及与]?){2,}等?(?:第三方|新媒体|社交|多个|多媒体|融媒体|各类)?(?:平台|[账帐]号|端口|终端|渠道)"
    r"|(?:[、和及与]|以及)(?:[一-龥A-Z]{2,6}号[、和及与]){1,8}[一-龥A-Z]{2,6}号等\d+个(?:新媒体|第三方|各类|官方)?(?:平台|[账帐]号)"
)
SAME_NAME = re.compile(
    rf"在(?P<list>(?:(?:{ACCOUNT_LIKE.pattern})[、和及]?){{2,}})(?:等)?(?:平台)?(?:均|都|分别)?(?:开设|开通|设有|建有|注册)(?:了|的)?[“《](?P<name>[^”》]{{2,12}})[”》](?:同名|官方)?账?号"
    rf"|(?P<under>(?:(?:{ACCOUNT_LIKE.pattern})[、和及]?){{2,}})(?:等)?(?:平台)?(?:均|都|统一)?以[“《](?P<called>[^”》]{{2,12}})[”》](?:为名|命名)"
)
SAME_NAME_SIGN = re.compile("[”》](?:(?:同名|官方)?账?号|为名|命名)")
"""Quickly found, and in all of these."""
# “云澜发布”矩阵（微信、微博、视频号）: the accounts that bear one name stand in brackets after it.
IN_BRACKETS = re.compile(
    rf"[“《](?P<name>[^”》]{{2,12}})[”》](?:新媒体|融媒体?|全媒体|传播|账号|系列|微信)*(?:矩阵|账号|平台|微信公众号|公众号|抖音号|视频号|号)?[（(](?P<list>(?:(?:{ACCOUNT_LIKE.pattern})[、和及]?){{2,}})(?:等[一-龥]{{0,4}})?[)）]"
)
# Words at which a name begins anew when they stand to the left of it.
BOUNDARY = re.compile(
    r".*(?:承担|自建|新建|运维|所属|下属|旗下|现有|拥有|自办|兼办|开设|开通|开办|运营|建成|建有|建立|推出|上线|包括|包含|涵盖|入驻|登录|登陆|打造|形成|构建|创办|承办|主办|主管|出版|办有|设有|以及|通过|依托|利用|借助|联合|其中|分别|同步|"
    r"更名为|改名为|升级为|整合|原有|关注|下载|确保|登上|撤销|压减|压缩|精简|关停|撤并|裁撤|新增|改造|推出|下设|下辖|管辖|举办|设有|刊发|播发|发布|转载|推送|母报|主报|子报|党报|[搭建办立造组]起|搭建|走进|做客|来到|做强|做优|做大|办好|统筹|聚合|集|我市|我省|我县|全市|全省|全县|本市|"
    r"在(?!线)|于|与|和|及|或|的|了|着|将|把|由|被|向|对|从|到|等|如|各|以|为|是|并|(?<![高创革刷])新(?=版|的|增|开|上|推|创|建|设|改|型|成|注|入|办|平台|客户|公众|微|抖|视频|快手|频|网站|账|栏|一代)|此次|本次|原|有|含|其|该|即|还|也|又|让|使|用|(?<!财)经(?!济|典|贸|视)|自|随)(?=.)"
)
NEVER_INSIDE = re.compile(r"[\s，。；：、！？“”《》（）()\[\]…—|#＃【】@●■◆▲★◎○▪•→✦◇□]")
GENERIC = re.compile(
    r"^(?:频道|频率|应急|村村响|[全本我各]台|[全本我]社|[台社]属|旗下|所属|[一二三四五六七八九两\d](?:报|刊|台|网|微|端)|线一|唯一|独立|专属|原生|综合性|专业性?|机关|行业|地方|重点|新闻|官方|政务|手机|移动|新媒体|融媒体?|全媒体|主流|商业|社会|门户|电台|发射|各类|媒体|新闻|电视|广播|移动端|自有|第三方|县级|市级|省级|中央|地方|多个|原|两个|三个|四个|\d+个?|本地|所有|全部|综合|外宣|海外|境外|英文|外文|国内|知名|重点|短视频|视频|音频|直播|自主|公共|微|报纸|传统|数字|智能|互联|因特|联|上|官|全|并|建|主|专|局域|宽带|外|内|万维|物联|通讯|党)+$"
)
RENAMED = re.compile(
    r"(?:更名|改名|改版升级|升级改版|升级|改版|转型|改刊|整合|合并|改)(?:为|成)(?:新的|全新的|内部资料性出版物)?[“\"《](?P<name>[^“”\"《》]{2,12})[”\"》](?P<suffix>(?:新闻|手机|移动)?(?:客户端|APP|App|微信公众号|公众号|视频号|抖音号|微博))?"
)
# “A”客户端|10月1日起正式更名为|“B”, “A”APP|升级改版，并正式更名为|“B”客户端: what stands between an outlet's old and its new name.
RENAMING = re.compile(
    r"[^，。；]{0,14}?(?:，(?:并|同时)?(?:正式|同步)?)?(?:更名|改名|易名|改版|升级|改|转型|改刊|改组)(?:并)?(?:升级|改版|更名)?(?:为|成)(?:新的|全新的?)?[《“]?"
)
_ORGANISATION = re.compile(
    r"(?:广播电视总台|广播电视集团|广播电视台|融媒体中心|融媒体集团|全媒体中心|报业传媒集团|传媒集团|报业集团|日报社|晚报社|报社|杂志社|电视台|广播电台|新闻网)$"
)
_PLACE_END = re.compile(r"(?:自治区|自治州|自治县|地区|省|市|州|县|区|旗)$")


LONGER_NAME = re.compile(
    rf"(?:官方|移动|手机|新闻|法人|学习|今日|融媒|新媒体|海外版?)?(?:{ACCOUNT_SUFFIX}|电子版|海外版|手机报|数字报|强国号|人民号|百家号|B站号?|小红书)|(?![和及与或]|开[通办设播]|第|[拥现]有|办有)[一-龥]{{2,5}}(?:频道|频率)|(?<=之声)[一-龥]{{2,4}}广播(?![剧文节电])|(?<=在线)网站"
)
# FM97.3|岚江新闻广播, 103.9兆赫|…, 97.3|…: but the 10 of 10个电视频道 is none.
WAVES = re.compile(
    r"(?:FM|AM|调频|调幅)\d{2,4}(?:\.\d)?(?:兆赫|千赫)?|\d{2,4}(?:\.\d)?(?:兆赫|千赫)|\d{2,3}\.\d"
)
COUNTED_LEAD = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:个|家|套|份|张)")
COUNT_THAT_ARE = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)(?:个|家|套|份|张)(?:(?:为|是)|[^，。；、《“\d]{0,8}的)$"
)
# “我的江南”|用户量达2800万: what is installed and has users is an app.
APP_USED_AFTER = re.compile(r"(?:累计|平台|总)*(?:用户[数量]|下载量|装机量|安装量|注册用户|日活)")
# 官方客户端|江南壹点|用户突破…: an app named after the word for its kind, by the media's own name.
APP_NAMED_AFTER = re.compile(
    r"(?:官方|新闻|移动|自有)?客户端(?P<name>[一-龥]{3,6}?)(?=用户|下载|累计|日活|注册|，|、|。|的|上线|于|自|已|全)"
)
# 10个电视|频道, 两个上星|频道, 17个地市官方|微信公众号, 海江最大的媒体类|微信公众号: how many or of what sort, and no name.
COUNT_OR_SORT = re.compile(
    r"(?:[\d一二两三四五六七八九十百多数几]+)(?:个|套|档|份|种|家|本|张|款|大)(?!人)|^(?:个|套|档|份|种|家)(?!人)|共\d|(?:类|级|型)$|第[一二三四五六七八九十\d]+[条个套]$"
    r"|(?:唯一|首家|首个|重点|最大|最早|知名|期刊)(?:的)?(?:官方|新闻|综合|主流)*$"
)
# 网站（江南在线）、客户端（看江南）: the kind, then the name in brackets.
BRACKETED = re.compile(
    rf"(?P<suffix>{ACCOUNT_SUFFIX}|网站)[（(](?!(?:App|APP|app|订阅号|服务号|认证号|政务号|企业号|官方号?|代管|托管|代运[维营]|试运行|[停已]更|测试版|含[一-龥]+|[一-龥]*同名)[)）])(?P<name>[一-龥A-Za-z+]{{2,10}})[)）]"
)
# 官方微信矩阵（江南日报、江南发布）
BRACKETED_SEVERAL = re.compile(
    rf"(?P<suffix>{ACCOUNT_SUFFIX})(?:矩阵|集群|账号)[（(](?P<names>[一-龥A-Za-z+]{{2,10}}(?:、[一-龥A-Za-z+]{{2,10}})+)(?:等)?[)）]"
)
# 一报（江南晚报）、一网（江南热线）
COUNTED_IN_BRACKETS = re.compile(
    r"[一二两三四五\d](?P<word>[报刊网])”?[（(](?P<names>[一-龥A-Za-z]{2,12}(?:、[一-龥A-Za-z]{2,12})*)[)）]"
)
COUNTED_BEFORE = re.compile(r"[一二两三四五六七八九十\d](?P<word>[报刊])”?[（(：:]$")
# 电台网站|“江南在线”
SITE_BEFORE = re.compile(r"(?:网站|官网|门户)$")
SITE_NAME = re.compile(r"..(?:在线|网|热线|视窗|之窗|信息港)$|^[A-Za-z][A-Za-z .]{3,}$")
# “Hello Jiangnan”|账号
LATIN_NAME = re.compile(r"[A-Z][A-Za-z .'’-]{3,30}")
LATIN_ACCOUNT_AFTER = re.compile(r"(?:海外|英文|官方|社交|系列)*(?:账号|主页|专页)")
# 英文账号|Jiangnan Tonight|开通
LATIN_ACCOUNT = re.compile(
    r"(?:英文|外文|双语|海外|境外|国际传播|社交)(?:社交)?(?:媒体)?(?:账号|主页|专页)(?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})"
)
# 《甲晚报》《乙》《丙》|“一报两刊”
PAPERS_AND_MAGAZINES = re.compile(r"等?“?[一二两三四五六七八九\d]报[一二两三四五六七八九\d]刊")
COUNTED_KINDS = {"报": PlatformKind.NEWSPAPER, "刊": PlatformKind.MAGAZINE, "网": PlatformKind.WEBSITE}
# 江南青年报|社, 江南日报|报业集团: the house and no paper; 江南日报|》 stands in marks.
OF_THE_HOUSE = re.compile(r"[社》”]|报业|传媒|集团|记者|评论员|[微抖视快官数人百B小今海英]|头(?!版)")
# 新浪微博@江南日报
HANDLE = re.compile(
    rf"(?P<suffix>{ACCOUNT_SUFFIX})[:：（(]?\s?@(?P<name>[一-龥A-Za-z0-9]{{2,12}}?)(?=粉丝|关注|用户|发布|累计|阅读|[^一-龥A-Za-z0-9]|$)"
)
# @江南日报 新浪微博
HANDLE_BEFORE = re.compile(rf"@(?P<name>[一-龥A-Za-z0-9]{{2,12}}?)[”）)]?\s(?P<suffix>{ACCOUNT_SUFFIX})")
# “浦原+”“晚报视界”2个新闻|客户端
COUNTED_OUTLETS = re.compile(
    r"(?:等)?(?:[\d一二两三四五六七八九十]+(?:个|款|大)|(?<=”等))(?:新闻|移动|手机)?(?=客户端|APP|App|微信公众号|公众号|视频号|抖音号|微信号|微信|微博|头条号)"
)
# 抖音号“江南新闻”, B站号“小江同学”: the kind stands before the name; 4个微信公众号——“A”“B” and 手机报：“C” too.
_NAMED_AFTER = "|".join(
    sorted(
        (re.escape(s) for s, k in PLATFORM_SUFFIXES if k in ACCOUNT_KINDS or (k is PlatformKind.OTHER and s.endswith(("号", "手机报", "B站", "小红书")) and s != "海外账号")),
        key=len,
        reverse=True,
    )
)  # fmt: skip
KIND_BEFORE = re.compile(
    rf"(?:官方)?(?P<suffix>{_NAMED_AFTER})(?:矩阵|集群|账号)?(?:——|—|：|:|（|\(|(?:分别|即)?(?:为|是)|包括|有)?$"
)
# 客户端“掌上办事厅”: a part of it, and no app.
SECTION_NAME = by_letter(r"(?:(?<!发布)厅|首[页屏]|专区|专栏|频道|[版板]块|栏目|平台|入口|窗口|库)$")
SUFFIX_END = re.compile(rf"(?P<suffix>{SUFFIX})$")
# 海外账号“Hi Jiangnan”
FOREIGN_ACCOUNT_BEFORE = re.compile(
    r"(?:海外|国际传播|对外传播|外宣|多语种|社交|双语|外文|英文|境外|Facebook|Twitter|YouTube|TikTok|Instagram|脸书|推特)[一-龥]{0,4}(?:账号|平台|品牌|主页)$"
)
# 《A》等4种期刊, 《A》（上、下半月刊）, 《A》由季刊改为双月刊 · 杂志《A》
MAGAZINE_AFTER = re.compile(
    r"(?:等)?[一二两三四五六七八九\d]刊(?!物)|(?:[（(][^（）()]{1,6}[)）])?(?:等)?[\d一二两三四五六七八九十]*[种份本家个]?(?:文学|综合|学术|理论|专业|文化|新闻)?(?:期刊|杂志|刊物|内刊|双?月刊|半月刊|季刊|旬刊)|[（(][^）)]{0,6}(?:月刊|季刊|旬刊|半月|双月|月[上下])|[^，。]{0,4}(?:期刊|由(?:双?月|半月|季|旬)刊)"
)
NEWSPAPER_BEFORE = re.compile(r"(?:子报|[党主母]报|机关报|[一-龥]类(?:媒体|报纸))$")
MAGAZINE_BEFORE = re.compile(r"(?:党刊|刊物|杂志|期刊|月刊|季刊|内刊|会刊|院刊|内部刊物)$")
MAGAZINES_COUNTED = re.compile(r"[一二两三四五六七八九十\d](?:种|本|份|家)?(?:内?刊|期刊|杂志)")
# 《A》报, 《A》《B》两报, 《A》等9家报纸, 《A》由周二刊改为周三刊
NEWSPAPER_AFTER = re.compile(
    r"(?:周|旬|[县区市])?报(?![道告社业名刊人表])|(?:等)?[\d一二两三四五六七八九十]+[种份张家]?(?:报纸|(?:子|系列)?报(?:子刊|刊)?(?![道告名]))|(?:每周|由)?周[二三四五六七]刊|[（(][^）)]{0,6}(?:周报|旬报|日报|周[二三四五六七]刊|对开|四开)"
)
# What may follow a word for outlets that names none: 广播|剧, 网|民, 日报|社, 文艺晚会在线|观看.
NO_OUTLET_AFTER: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    # 推进频道频率精简精办
    (frozenset({"频道"}), re.compile(r"频率")),
    (
        frozenset({"广播"}),
        re.compile(r"[文剧节评新专消访公影网]|作品|电|智能|调度|[一-龥]{0,4}(?:系统|终端|体系)"),
    ),
    (frozenset({"调频"}), re.compile(r"\s?\d|[广立频发台：:信]|节目|同步|覆盖")),
    (frozenset({"网"}), re.compile(r"[络友民站红上格速购课页址办端信安宣媒视]|点(?!击)")),
    (
        frozenset({"广播", "频道", "频率", "在线", "微信", "微博", "抖音", "快手", "之声"}),
        re.compile(r"[电体化学号群圈]|影视|站"),
    ),
    (
        frozenset(word for word, kind in PLATFORM_SUFFIXES if kind is PlatformKind.NEWSPAPER),
        re.compile(r"[社业集微抖视客快官数人百B小今海英]|头(?!版)|报业|传媒|》"),
    ),
    # 理论周刊|《学与思》
    (frozenset({"周刊", "杂志"}), re.compile(r"社|版|《")),
    # 江南之声|新闻广播
    (frozenset({"之声"}), re.compile(r"[一-龥]{2,6}广播")),
    (frozenset({"在线"}), re.compile(r"[观收听看阅学答咨询办直教购问培授参]")),
    (frozenset(KIND_OF), re.compile(r"读书|杯|奖")),
)
AFTER_QUOTE = re.compile(
    rf"[ \u3000]?(?P<script>[一-龥]{{2}}[语文]|双语)?(?:广播|音频|视频|电视|系列)?(?:{SUFFIX_RE.pattern})"
)


def media_core(media: str) -> str:
    """Return the proper part of a media's name: 昌吉州融媒体中心 → 昌吉, 岭东广播电视台 → 岭东, 沧宁日报报业集团 → 沧宁."""
    media = re.sub(r"[（(][^（）()]*[)）]$", "", media)
    # 华农时报社 is called after 华农, not 华农时.
    core = _ORGANISATION.sub("", re.sub(r"(?<=[报刊])社$", "", media))
    core = re.sub(r"(?:日报|晚报|晨报|早报|都市报|新报|时报|快报|导报|商报|周报|报)$", "", core) or core
    core = re.sub(r"(?<=..)(?:人民|新闻|网络|网|在线)$", "", core) or core
    short = _PLACE_END.sub("", core)
    return short if len(short) >= 2 else core


@lru_cache(maxsize=64)
def is_site(media: str) -> bool:
    """Tell whether a media is a site or an app, whose 频道 are parts of it and no television."""
    return bool(media) and re.search("报|台|广播|广电|电视|融媒|传媒|集团|中心|社|刊", media) is None


def bare_name(outlet: str) -> str:
    """Return the name without the word for its kind: 看海州客户端 → 看海州, 江南发布微信公众号 → 江南发布."""
    bare = SUFFIX_END.sub("", outlet)
    kind = KIND_OF.get(outlet[len(bare) :])
    return bare if len(bare) >= 2 and (kind in ACCOUNT_KINDS or kind is PlatformKind.OTHER) else outlet


@lru_cache(maxsize=4096)
def platform_key(name: str) -> str:
    """Return the form under which two spellings of a platform in one report are the same."""
    key = re.sub(r"[\s《》“”（）()·]", "", name).lower()
    key = re.sub(r"网站$", "网", key)
    key = re.sub(r"微信视频号$", "视频号", key)
    key = re.sub(r"卫视频道$", "卫视", key)
    key = re.sub(r"(?:广播)?频率$", "广播", key)
    key = re.sub(r"(?:手机|新闻|移动)?(?:客户端|app)(?:app)?$", "app", key)
    key = re.sub(
        r"(?:官方|政务|法人)?微信(?:公众号|公众平台|公众账号|订阅号|服务号|号)?$|公众号$", "微信", key
    )
    return re.sub(r"(?:官方|政务|法人|新浪)?(微博|抖音|快手)(?:账号|号)?$", r"\1", key)
