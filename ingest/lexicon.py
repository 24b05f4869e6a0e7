"""Words of the genre that several extractors share: columns, platform suffixes, honours, outlets of others."""

from __future__ import annotations

import re

from ingest.alternation import by_letter
from ingest.report import PlatformKind

_COLUMN_NAMES = r"(?:栏目|专栏|副刊|(?<=行业)周刊|专题(?!片|报道|节目|研|图|讲|培|辅|学|党|会|调|教育)|专版|专刊|总栏|子栏|话题|栏位|版块|板块|版面|专页|(?:言论|评论|时评|服务|民生|主播|节目)品牌)"
COLUMN_WORDS = rf"(?:品牌|固定|行业|子|总|主|名|新|小)?{_COLUMN_NAMES}"
COLUMN_AFTER = re.compile(
    rf"^(?!荣?获|入选|入围|摘得|斩获|开设|推出|开辟|开办|设[立置]|策划|打造|创办|[新增]设)(?:等)?(?:(?:[\d一二两三四五六七八九十]+|多|数|一批|一系列)?(?:余|多)?(?:个|档|大|类)?(?:(?:具有|富有|深受|独具|充满|贴近)[一-龥、]{{2,16}}的)?(?:(?![和与及])[一-龥]{{0,7}}?){COLUMN_WORDS})"
)
# 广播专题《A》, 新闻版面《B》 are genres of works; 副刊《C》 and 电视问政《D》 come out again and again.
COLUMN_BEFORE = by_letter(
    rf"(?:{_COLUMN_NAMES.replace('|版面', '').replace('|专题', '|(?<![播视闻络面片艺教乐])专题')}|(?:大型|季播|户外|音乐)?(?:综艺|真人秀)|电视问政|问政|(?:新闻|民生|广播|电视|早间|晚间|品牌|王牌|名牌|常设|固定|季播|周播|日播|直播|服务|对农|少儿|法治|健康|文化|综艺|访谈|互动|音乐|方言|融媒体?|调解|理论|政论|科普|服务类|新闻类|文艺类)节目|(?:手语|方言|双语|早间|晚间|夜间|民语)新闻|周刊|专刊|新闻版|专页|[#＃](?=$))(?:有|包括|包含|分别(?:为|是))?(?:[：:]|——)?\s?$"
)
# What only a thing that comes out again and again does: 播出52期, 改版, 停播, 新增“…”环节, 每周六播出.
COLUMN_LIFE_AFTER = re.compile(
    r"^(?:栏目|节目)?[，,]?(?:每?周[一二三四五六日末][至到、]?(?:周[一二三四五六日末])?|每[晚早日天]|工作日|逐[日周月期]|全年|累计|共|已|今年|当年|至今|每周|每天|每日|每期|每月|每季度|周[一二三四五六日末]|于|自|在)*(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|正式|全新)?"
    r"(?:(?:播出|加播|直播|更新|推出|推送|发布|见报|刊发|刊出|制作|出刊|编发|出版|播发|做了|办了|采制|录制)(?:了|已满?|满|达|共|近|超过?)*(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?(?:期|档|讲)|直播\d+(?:余|多)?场|开播|停播|停办|播出[\\d一二三四五六七八九十]+(?:周年|年)|收视[率份]|收听率|停刊|收官|改版|复播|升级|新增|改为|完成使命|走[进出]|每[周期季天日月])"
)
# Last words of programme and column names: 《江南新闻联播》《有话好说》《健康会客厅》《民生热线》.
PROGRAMME_NAME = by_letter(
    r"(?:新闻|联播|播报|快报|热线|直通车|直播间|会客厅|面对面|大讲堂|讲堂|微课堂|时间|时光|视点|视线|视野|聚焦|焦点|观察|时评|快评|e评|漫谈|访谈|对话|有约|帮忙|帮办|帮帮团|服务台|在线|早高峰|晚高峰|早班车|问政|周刊|书场|剧场|俱乐部|"
    r"直播室|公开课|曝光台|锐评|议事厅|课堂|寻踪|会客|帮忙团|大家谈|微话题|信箱|留言板|说事|说法|好说|夜话|夜读|早读|早报|晨报|午报|晚报道|大看台|大舞台|大学堂|会客室|茶座|论坛|沙龙|零距离|你我他|进行时|第一线|一线|前沿|广角|纵横|天地|园地|之窗|之声|档案|记忆|风采|(?<=[一-龥]{2})说(?:天气|交通|车|法|事|三农|新闻|健康|税|房|医|史|理)?|讲古|(?<=[一-龥])帮|早安[一-龥]{2}|(?<=[一-龥]{2})曝光|(?<=[一-龥]{2})晚间)$"
)
PROGRAMME_AFTER = re.compile(
    r"^(?:等)?(?:[\d一二两三四五六七八九十]+|多)?(?:个|档)?(?:[一-龥]{0,6}?)(?:类)?节目"
)
OPENED_BEFORE = re.compile(
    r"(?:开设|开辟|开办|常设|设置|增设|新设|新开|新办|复办|增办|加播|[新添]添|添设|创设|设立|[辟开]出|[新另增专]辟|办好|创办|设有|开通|停办|停播|撤销|改版|复播|开播|置顶)(?:了|有)?(?:[一-龥]{0,8})?$|(?<![建开增新常下特])设$"
)

DOCUMENT_INSIDE = by_letter(
    r"(?:法典|(?<![说方算做书想魔看手心活玩吃唱画写用])法|条例|准则|规定|办法|意见|方案|制度|细则|通知|公约|规范|手册|纲要|决定|规划|守则|标准|合同|协议|预案|指引|倡议书|责任书|承诺书|章程|规程|清单|公报|白皮书|指南|须知|报告|指导书|简报|专报|流程|规则|机制|若干措施|实施意见|试行[)）]?|暂行[)）]?|蓝皮书|许可证|证书)(?:[（(].{1,12}[)）])?$"
)
DOCUMENT_BEFORE = re.compile(
    r"(?:学习|贯彻|依据|按照|遵守|执行|落实|根据|严格执行|遵循|制定(?:了|出台)?|出台(?:了)?|修订(?:了)?|印发(?:了)?|签订(?:了)?|签署(?:了)?|违反|颁布|符合|完善(?:了)?|建立(?:了)?|对照)(?:[一-龥]{0,4})?$"
)

NEWSPAPER_INSIDE = re.compile(
    r"(?:日报|晚报|晨报|早报|晚刊|都市报|商报|时报|周报|新报|导报|法治报|法制报|青年报|工人报|农民报|农村报|文摘报|广播电视报|手机报|教育报|科技报|少年报|生活报|书画报|经济报|消费报|新闻报|文化报|交通报|电视报|参考报|信息报|健康报|党报)(?:[（(].{1,10}[)）])?$"
)
MAGAZINE_INSIDE = by_letter(r"(?:周刊|月刊|杂志|画刊|(?<!书)画报|学刊|旬刊|季刊)$")

# Platform suffixes with the kind they name; longest first. 网 and 广播 only after a proper name.
PLATFORM_SUFFIXES: tuple[tuple[str, PlatformKind], ...] = (
    ("微信视频号", PlatformKind.VIDEO_ACCOUNT),
    ("视频号", PlatformKind.VIDEO_ACCOUNT),
    ("微信公众平台", PlatformKind.WECHAT),
    ("微信公众账号", PlatformKind.WECHAT),
    ("官方微信公众号", PlatformKind.WECHAT),
    ("微信公众号", PlatformKind.WECHAT),
    ("微信订阅号", PlatformKind.WECHAT),
    ("微信服务号", PlatformKind.WECHAT),
    ("官方微信", PlatformKind.WECHAT),
    ("公众号", PlatformKind.WECHAT),
    ("微信号", PlatformKind.WECHAT),
    ("微信", PlatformKind.WECHAT),
    ("官方微博", PlatformKind.WEIBO),
    ("政务微博", PlatformKind.WEIBO),
    ("政务微信", PlatformKind.WECHAT),
    ("法人微博", PlatformKind.WEIBO),
    ("新浪微博", PlatformKind.WEIBO),
    ("腾讯微博", PlatformKind.WEIBO),
    ("微博号", PlatformKind.WEIBO),
    ("微博", PlatformKind.WEIBO),
    ("官方抖音号", PlatformKind.DOUYIN),
    ("官方抖音", PlatformKind.DOUYIN),
    ("抖音账号", PlatformKind.DOUYIN),
    ("抖音号", PlatformKind.DOUYIN),
    ("抖音", PlatformKind.DOUYIN),
    ("快手账号", PlatformKind.KUAISHOU),
    ("快手号", PlatformKind.KUAISHOU),
    ("快手", PlatformKind.KUAISHOU),
    ("今日头条号", PlatformKind.TOUTIAO),
    ("头条号", PlatformKind.TOUTIAO),
    ("今日头条", PlatformKind.TOUTIAO),
    ("手机客户端", PlatformKind.APP),
    ("新闻客户端", PlatformKind.APP),
    ("移动客户端", PlatformKind.APP),
    ("客户端", PlatformKind.APP),
    ("APP客户端", PlatformKind.APP),
    ("App客户端", PlatformKind.APP),
    ("APP", PlatformKind.APP),
    ("App", PlatformKind.APP),
    ("app", PlatformKind.APP),
    ("新闻网站", PlatformKind.WEBSITE),
    ("新闻网", PlatformKind.WEBSITE),
    ("官方网站", PlatformKind.WEBSITE),
    ("门户网站", PlatformKind.WEBSITE),
    ("网站", PlatformKind.WEBSITE),
    ("官网", PlatformKind.WEBSITE),
    ("在线", PlatformKind.WEBSITE),
    ("信息港", PlatformKind.WEBSITE),
    ("网", PlatformKind.WEBSITE),
    ("人民广播电台", PlatformKind.RADIO),
    ("广播电台", PlatformKind.RADIO),
    ("频率", PlatformKind.RADIO),
    ("电台", PlatformKind.RADIO),
    ("之声", PlatformKind.RADIO),
    ("手机台", PlatformKind.APP),
    ("广播频率", PlatformKind.RADIO),
    ("广播", PlatformKind.RADIO),
    ("调频", PlatformKind.RADIO),
    ("大喇叭", PlatformKind.RADIO),
    ("网络广播电视台", PlatformKind.WEBSITE),
    ("网络电视台", PlatformKind.WEBSITE),
    ("网络台", PlatformKind.WEBSITE),
    ("电视台", PlatformKind.TV),
    ("卫视", PlatformKind.TV),
    ("经视", PlatformKind.TV),
    ("频道", PlatformKind.TV),
    ("手机报", PlatformKind.OTHER),
    ("数字报", PlatformKind.OTHER),
    ("百家号", PlatformKind.OTHER),
    ("人民号", PlatformKind.OTHER),
    ("新华号", PlatformKind.OTHER),
    ("学习强国号", PlatformKind.OTHER),
    ("强国号", PlatformKind.OTHER),
    ("央视频号", PlatformKind.OTHER),
    ("央视频账号", PlatformKind.OTHER),
    ("海外账号", PlatformKind.OTHER),
    ("小红书号", PlatformKind.OTHER),
    ("小红书账号", PlatformKind.OTHER),
    ("小红书", PlatformKind.OTHER),
    ("B站号", PlatformKind.OTHER),
    ("B站账号", PlatformKind.OTHER),
    ("B站", PlatformKind.OTHER),
    ("企鹅号", PlatformKind.OTHER),
    ("网易号", PlatformKind.OTHER),
    ("搜狐号", PlatformKind.OTHER),
    ("澎湃号", PlatformKind.OTHER),
    ("大鱼号", PlatformKind.OTHER),
    ("一点号", PlatformKind.OTHER),
    ("学习平台", PlatformKind.OTHER),
    ("微信小程序", PlatformKind.OTHER),
    ("小程序", PlatformKind.OTHER),
    ("日报", PlatformKind.NEWSPAPER),
    ("晚报", PlatformKind.NEWSPAPER),
    ("晨报", PlatformKind.NEWSPAPER),
    ("早报", PlatformKind.NEWSPAPER),
    ("商报", PlatformKind.NEWSPAPER),
    ("都市报", PlatformKind.NEWSPAPER),
    ("青年报", PlatformKind.NEWSPAPER),
    ("时报", PlatformKind.NEWSPAPER),
    ("周报", PlatformKind.NEWSPAPER),
    ("导报", PlatformKind.NEWSPAPER),
    ("新报", PlatformKind.NEWSPAPER),
    ("今报", PlatformKind.NEWSPAPER),
    ("农村报", PlatformKind.NEWSPAPER),
    ("法治报", PlatformKind.NEWSPAPER),
    ("法制报", PlatformKind.NEWSPAPER),
    ("广播电视报", PlatformKind.NEWSPAPER),
    ("周刊", PlatformKind.MAGAZINE),
    ("杂志", PlatformKind.MAGAZINE),
)

# Outlets of others that reports name again and again: where work was carried, never their own platforms.
OTHERS_OUTLETS = re.compile(
    r"^(?:人民日报|人民网|新华社|新华网|新华每日电讯|中央|央视|央广|CCTV|国际在线|中国之声|光明|经济日报|中国日报|中国青年报|中青在线|中国青年网|工人日报|农民日报|法治日报|法制日报|科技日报|中国新闻|中新[社网]|"
    r"中国网|中国经济网|环球|求是|学习强国|澎湃|腾讯|新浪|网易|搜狐|凤凰|百度|今日头条|头条|抖音|快手|微博|微信|哔哩|B站|小红书|知乎|喜马拉雅|蜻蜓|荔枝|解放军报|参考消息|半月谈|瞭望|国家|全国|海外|香港|凤凰卫视|"
    r"脸书|推特|Facebook|Twitter|YouTube|TikTok|省级|市级|各级|中国记者|中国记协|新闻战线|传媒$|文旅中国|互联|因特|局域|官方|政务|手机|移动(?![一-龥]{2,}频道)|新媒体|融媒体|主流|商业|社会|门户|户外|物联|自媒体|两微|全媒体|第三方|多个|各|本|我|该|外|此|其)"
)

HONOUR_VERBS = r"(?:荣获|获得|获评|获颁|获授|获选|喜获|斩获|摘得|摘获|捧得|捧回|夺得|赢得|揽获|揽得|拿下|荣膺|荣登|获封|收获(?=[一二三特][、一二三]*等奖|[金银铜]奖)|(?:再|又|连|分|均|共)获得?|喜摘|问鼎|蝉联|荣立|摘取|荣列|获|被评为|被表彰为|被表彰|评为|被授予|授予|被评选为|当选|入选|入围|列入|被列为|列为(?=[^，。；]{0,24}(?:案例|项目|工程|作品|典型|示范))|被确定为|被命名为|跻身|位列)"
LEVELS = (
    r"(?:(?:评委会|评审团)(?:特别|大)?奖|(?<=奖)大奖|(?:(?<=奖)|(?<=奖”))(?:优秀|最佳)[一-龥]{1,8}奖|[一二三]等作品|(?<=奖)(?:新闻)?名专栏|特别奖|特等奖|头奖|[一二三四]等奖(?:提名奖?)?|[一二三]类作品|[一二三]类节目|[一二三]类扶持|(?<!基)[金银铜]奖|(?<=[类组])[金银铜]牌|[金银铜]质(?:收藏)?奖|优秀(?:作品|节目|组织|栏目|编辑|记者|论文|成果|传播|创作|创意|制作|单位|案例|广告|选手|稿件|版面|播音|主持|微视频|短视频|公益广告|新闻)?奖|优胜奖|"
    r"提名荣誉奖?|提名作品奖|提名奖?|入围(?:作品|奖)?|鼓励奖|组织奖|特别荣誉奖|荣誉奖|创新奖|最具[一-龥]{1,6}奖|(?:网络|最佳)?人气奖|(?:网络)?传播奖|精品奖|好作品奖?|佳作奖?|最佳[一-龥]{1,8}?奖|最佳[一-龥]{2,6}|最受欢迎[一-龥]{1,4}|年度(?:作品|节目)|(?:优质|精品|优等)级|第[一二三四五六七八]名|冠军|亚军|季军|桂冠|[一二三]等(?=\d{1,3}[件个篇幅])|一二三等奖|[AB]档|第?[一二三]档)"
)
