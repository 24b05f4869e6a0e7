"""The words by which a column's outlet is told: what joins two outlets, who else acts, which word means which kind."""

from __future__ import annotations

import re

from ingest.report import PlatformKind

MARKS = "，,；;：:。！？!?\n"
# 在A、B等平台开设…, A与B联合开设…: several outlets at once are none in particular.
JOINED = re.compile(
    r"(?:[》”])?(?:头版|[一二三四五六七八]版|首页|首屏|头条)?(?:《[^》]{1,12}》)?(?:[、和及与]|以及|等|及其|联合)+(?:[《“])?"
)
# 《A》|等平台, 《A》一版|和新媒体平台: several at once.
MORE_BEFORE = re.compile(
    r"等|[^，。；《“]{0,8}[、和及与][^，。；《“]{0,6}(?:新媒体|全媒体|融媒体|客户端|平台|网站|微信|公众号|矩阵|电视|广播)"
)
# 民生广播|与省气象局合办|《A》
WITH_OTHERS = re.compile(
    r"与[^，。；《“]{2,14}?(?:合办|联办|合作|共同|联合|共创)(?:开设|推出|开办|打造|播出|举办)?(?:的|了)?[一-龥]{0,6}$"
    # 综合广播|联合市心理卫生协会开设深夜节目|《A》
    r"|(?:联合|携手)(?![^，。；《“]*(?:、|频道|频率|广播|[报网台端号]))[^，。；《“]{2,14}?(?:开设|推出|开办|创办|打造|播出)(?:的|了)?[一-龥]{0,6}$"
)
# 网站首页、|江南云客户端: the other one is told by a word alone.
WORD_BESIDE = re.compile(
    r"(?:网站|官网|报纸|本报|客户端|微信|微博|电视|广播)[^，。；《“]{0,4}[、和及与](?:[《“]|以及)?$"
    # 《江南新闻》和|“看江南”同步开设…: the other one is a programme.
    r"|》(?:栏目|节目)?[、和及与]$"
)
# 在《每晚播报》|中开设, 被A|转载: what stands between an outlet and a column that it does not carry.
NOT_CARRIED = re.compile(r"转载|转发|采用|联合|共同|合作|合办|联办|邀请|主管|主办单位")
# 《A》每晚在B播出, “C”推出第三季，在D播出, 《E》播出12期，该节目在F播出: the outlet follows.
RUNS_ON = re.compile(
    r"(?:[^。；《“]{0,24}?|[^。《“]{0,60}?[，；](?:该|这个?|此)(?:栏目|专栏|节目|版)[^。；，《“]{0,12}?)(?:在|于|登陆|登录)$"
)
AIRED = re.compile(
    r"[^，。；]{0,10}?(?:播出|刊出|推出|更新|首播|上线|连载|发布|播放|开播|同步|见报|直播|播发)"
)
# “A”是B面向高校毕业生的服务栏目
IS_OF = re.compile(r"(?:栏目|专栏|节目)?(?:是|为|系|作为|由)[《“]?$")
A_COLUMN = re.compile(
    r"[》”]?[^，。；《“]{0,24}?(?:栏目|专栏|节目|专版|副刊|专题|品牌|招牌|名片|话题|版块|板块|开设|开办|推出|主办|创办|打造|制作)"
)
# 1.|江南网做强专题, （二）|江南晚报: the number of a heading that runs into its paragraph
ITEM_LEAD = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、])\s*"
)
# 报社旗下|《A》, 官方|微信“B”: what stands before the outlet that a clause is about.
SORT_LEAD = re.compile(
    r"^(?:(?:集团|报社|中心|总?台|本报|本网|杂志社)?(?:旗下|所属|主办|开办|创办|运营|依托|借助|利用|立足)?的?(?:官方|新闻|自有|融媒体?|(?:改版|升级|上线|更新)后的|新版|改版|全新)?)(?=[《“一-龥])"
)
# Another who acts opens the clause: 中心各端, 记者…, 与县科协联合…
OTHER_ACTOR = re.compile(
    r"(?:全|各|我|本)?(?:中心|集团|报社|全社|全台|我社|我台|本报|本台|各端|各平台|全媒体|全平台|新媒体|所属|旗下|媒体|电视|广播|报纸|两报|两台)|与[一-龥]|由[一-龥]|联合|[一-龥]{2,6}(?:频道|频率|电视台|广播|网|客户端|公众号|公司|部)(?=[一-龥“《])"
)
# 客户端开设“随手拍”, 本报在头版…: a word for one kind of outlet, which stands for the one that the media has.
WORDS: tuple[tuple[re.Pattern[str], PlatformKind], ...] = (
    (re.compile(r"(?:移动|新闻)?(?:客户端|APP|App)"), PlatformKind.APP),
    (re.compile(r"(?:官方)?(?:微信)?公众号|官方微信|微信(?![群端视小平])"), PlatformKind.WECHAT),
    (re.compile(r"(?:官方)?微博"), PlatformKind.WEIBO),
    (re.compile(r"(?:官方)?抖音(?:号|账号)?"), PlatformKind.DOUYIN),
    (re.compile(r"(?:官方)?快手(?:号|账号)?"), PlatformKind.KUAISHOU),
    (re.compile(r"视频号"), PlatformKind.VIDEO_ACCOUNT),
    (
        re.compile(
            r"党报|主报|本报|我报|报纸端?|(?:[汉蒙藏维哈朝壮彝傣苗]|蒙古|维吾尔|哈萨克|朝鲜|柯尔克孜|少数民族)文版|(?:国际|海外|亚洲|中国|农村|社区|周末|城市)版"
        ),
        PlatformKind.NEWSPAPER,
    ),
    (
        re.compile(
            r"(?:日报|晚报|晨报|早报|都市报|快报|商报|时报|晚刊|早刊)(?!新闻热线|热线|社|集团|小?记者|[微抖视])"
        ),
        PlatformKind.NEWSPAPER,
    ),
    (re.compile(r"本刊|我刊|杂志"), PlatformKind.MAGAZINE),
    (re.compile(r"卫视(?!频道|新闻)"), PlatformKind.TV),
    (re.compile(r"小红书(?:号|账号)?|B站(?:号|账号)?"), PlatformKind.OTHER),
    (re.compile(r"本网|我网|官网|网站|首页首屏|首页"), PlatformKind.WEBSITE),
)
ANY_PAPER = frozenset({"党报", "主报", "本报", "我报"})
# The word opens the clause or follows what places a thing: 在|客户端开设, 报社|网站首页.
OUTLET_WORD = re.compile(
    rf"(?:^(?:同时|其中|并|还|也)?|(?:改版|升级|上线|更新)后的|(?:新版|全新)|[在于]|依托|利用|通过|(?:报社|中心|集团|本?台|杂志社|[日晚晨]报)的?)(?P<word>{'|'.join(words.pattern for words, _ in WORDS)})"
)
ENDS_OF_WORDS = frozenset("端P信号博音手报刊志站网页屏版的")
"""The last characters of what `WORD_BEFORE` finds: most names stand behind another."""
# 日报|《A》、商报|《B》
WORD_BEFORE = re.compile(
    rf"(?:^|[，。；：、和及与])(?P<word>{'|'.join(words.pattern for words, _ in WORDS)})(?:头版|一版|要闻版|首页|首屏)?的?$"
)
# 《市民连线》|是晚报的金字招牌
IS_OF_WORD = re.compile(
    rf"(?:栏目|专栏|节目)?(?:是|为|系|作为)(?P<word>{'|'.join(words.pattern for words, _ in WORDS)})的?"
)
# “深读”|版刊发…
PAGE = re.compile(r"版(?![块权本图画])")
# FM98.6新闻广播, 新闻广播（FM98.6）, 新闻广播FM98.6
WAVES = re.compile(r"(?:FM|AM|调频)\d{2,4}(?:\.\d)?")
# 理论版|《A》, 二版|“B”
PAGE_LEAD = re.compile(
    r"(?:头版|[一二三四五六七八]版|[A-Z]?\d{1,2}版|[A-Z]叠|[一-龥]{2}版)(?!面)[^，。；《“]{0,12}"
)
# “C”|板块
PANEL_AFTER = re.compile(r"(?:等)?(?:板块|版块|频道|专区)")
PAPERS = frozenset({PlatformKind.NEWSPAPER})
DIGITAL = frozenset({PlatformKind.APP, PlatformKind.WEBSITE})
# 广播节目|《A》, 电视新闻栏目|《B》, where the media has one channel of that kind
OF_MEDIUM = re.compile(
    r"(?P<medium>广播|电视)(?:端(?:同步|全新)?(?:推出|开设|开办|开辟|上线)$|(?:端|新闻|民生|对农|服务|谈话|访谈|少儿|法治|文艺|问政|综艺|直播|热线|经济|社教|专题|理论|政论|调解|健康|文化|音乐|交通|情感|类)*(?:节目|栏目|专栏)$)"
)
MEDIA = {"广播": PlatformKind.RADIO, "电视": PlatformKind.TV}
STATION = re.compile(r"台$")
# 该报还开设“A”专栏, 这一频道的《B》: the outlet of such a kind that was named last.
THE_SAME = re.compile(
    r"(?:同时|此外|另外|其中|，)*(?:该|这一|此)(?P<word>报|刊|杂志|网站?|客户端|APP|公众号|频道|频率|账号|平台)(?!道|告)"
)
SAME_KINDS: dict[str, frozenset[PlatformKind]] = {
    "报": frozenset({PlatformKind.NEWSPAPER}),
    "刊": frozenset({PlatformKind.MAGAZINE, PlatformKind.NEWSPAPER}),
    "杂志": frozenset({PlatformKind.MAGAZINE}),
    "网": frozenset({PlatformKind.WEBSITE}),
    "网站": frozenset({PlatformKind.WEBSITE}),
    "客户端": frozenset({PlatformKind.APP}),
    "APP": frozenset({PlatformKind.APP}),
    "公众号": frozenset({PlatformKind.WECHAT}),
    "频道": frozenset({PlatformKind.TV}),
    "频率": frozenset({PlatformKind.RADIO}),
}
# 本报7件作品获奖，其中栏目《C》|获二等奖
WON_AFTER = re.compile(r"(?:栏目|节目|专栏)?(?:荣?获|被评|入选|斩获|摘得)")
CHANNELS = frozenset({PlatformKind.TV, PlatformKind.RADIO})
# 《A》《B》，|前者|在文旅频道播出
FORMER_OR_LATTER = re.compile(r"前者|后者")
# 头条客户端|同步推出…: an outlet by the end of its name
SHORT_OUTLET = re.compile(r"(?P<name>[一-龥]{2,6}(?:客户端|APP|App|公众号|微博|抖音号|视频号))(?=[一-龥“《])")
# “A”专栏|（《江南晚报》每周三见报）
IN_BRACKET = re.compile(r"(?:栏目|专栏|节目|专版|副刊|版)?[（(]")
# 报纸开设“A”、|网站开设“B”
NEXT_PART = re.compile(r"[”》][、，和](?=[^“《]{2,14}[“《]|[^“《]{2,14}$)")
OPENS = re.compile(r"开设|开辟|开办|推出|上线|打造|开通|[^建]设")
# 《江南新闻联播》|开设|“A”“B”专栏, 《江南新闻联播》||“C”专栏
OPENS_WITHIN = re.compile(
    r"(?:栏目|节目)?(?:的|[^，。；《“]{0,6}?(?:开设|开辟|开办|设立|设置|推出|上线|开通|新增|增设|新设|常设|设)(?:了|有)?[^，。；《“]{0,6})?"
)
# 副刊|《桐荫》推出“A”“B”两个版: a part of a paper, and no programme that carries others.
SUPPLEMENT_BEFORE = re.compile(r"[副专周]刊$")
