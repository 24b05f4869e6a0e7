"""What the words beside a quoted name say about it, each table with the form it was made for."""

from __future__ import annotations

import re

from ingest.lexicon import HONOUR_VERBS

QUOTED = re.compile(
    r"《(?P<a>[^《》\n]{1,60}(?:《[^《》\n]{1,40}》[^《》\n]{0,30})?)》|“(?P<b>[^“”\n]{1,50})”|「(?P<c>[^「」\n]{1,50})」|『(?P<d>[^『』\n]{1,50})』|〈(?P<e>[^〈〉\n]{1,50})〉"
    r"|(?<![A-Za-z])‘(?P<i>[^‘’\n]{2,50})’|<<(?P<g>[^<>\n]{1,60})>>|(?<=[】、设辟办出展了目栏])【(?P<f>[^【】\n]{2,30})】|[#＃](?P<h>[^#＃\n]{2,30})[#＃]"
)
APP_NAMED = re.compile(r"“([^“”\n]{2,8})”(?:新闻|手机|移动|资讯)?(?:客户端|APP|App)")
# “看江南”|推出|“社区地图”
ACTS_BEFORE = re.compile(r"”?(?:首页|同步|全新|还|又)*(?:推出|开设|上线|打造|新增|开通)(?:了)?$")
BOOK_MARKS = "《〈<『「"
JOINER = re.compile(r"^(?:[、,，和与及]|以及|&|\s|[（(][^（）()\n]{1,12}[)）]|系列){0,3}$")
# What joins two titles of one enumeration, and the media that may stand in for a genre.
LINK = re.compile(r"(?:[、，,和与及]|以及)?(?P<words>(?:“[^“”]{2,10}”)?[一-龥A-Za-z0-9]{0,10})")
MEDIUM = re.compile(
    r"广播|电视|报纸|新媒体|网络|融媒|文字|图片|视频|音频|[一-龥]{2,8}(?:频道|频率|广播|卫视)的?"
    r"|(?:“[^“”]{2,10}”|[一-龥A-Za-z]{0,8})(?:日报|晚报|晨报|早报|都市报|网|客户端|APP|App|公众号|抖音号|视频号)的?"
)
PLATFORM_AFTER = re.compile(
    r"^(?!(?:微博|抖音|快手|小红书|B站)[一-龥]{0,2}(?:话题|热搜|词条))(?:(?:等)?[\d一二两三四五六七八九十]+[个大])?(?:[一-龥]{2,3}[语文]|双语|广播|音频|视频|官方|政务|法人|新浪|腾讯|新闻|手机|移动|融媒体?)?(?:客户端|APP|App|app|微信公众号|公众号|微信订阅号|订阅号|服务号|视频号|抖音号|快手号|今日头条号|头条号|网易号|企鹅号|百家号|大喇叭|海外账号|强国号|人民号|抖音|快手|B站|小红书|微博|微信|小程序|新闻网|网站|频道|频率|杂志|期刊|手机报|报纸?(?!道|告|名)|广播(?=[、，。；（和及]|$))"
)
CAMPAIGN_AFTER = re.compile(
    r"^(?:等)?(?![在于被登]|引[起发]|推动|促成|反映|揭露|曝光|聚焦|讲述|记录|报道|各展)(?:[一-龥]{0,8}?)(?:活动|行动|[一-龥]{0,4}演练|大赛|比赛|竞赛|[一-龥]{1,3}赛|论坛|仪式|工程|计划|诵读会|展(?!示|现|开|播)|博览会|文化节|音乐节|晚会现场|品牌|称号|荣誉|精神|战略|理念|制度|模式|机制|原则|方针|思路|格局|体系|目标|作用|办法|要求|责任制|奖|基地|志愿|服务队|工作室|团队|小组|中心组|部门|联盟|公司|[一-龥]{0,4}培训|主题教育|教育|讲话|主线|导向|平台|车队|义工|调解室|热线电话)"
)
WON_AFTER = re.compile(
    rf"^(?:系列(?:报道|直播|短视频|评论|节目)?|一[文稿书])?(?:等)?(?:[\d一二两三四五六七八九十]+(?:余|多)?(?:件|篇|部|条|幅|组)?(?:[一-龥]{{0,6}}?)(?:作品|稿件|节目)?)?(?:分别|均|先后|共同|双双|还|也|一举|再次|又)?{HONOUR_VERBS}(?!(?:了|到|得)?[一-龥]{{0,8}}(?:喜爱|好评|欢迎|点赞|关注|认可|肯定|赞誉|称赞|追捧))"
)
PUBLISHED_BEFORE = re.compile(
    r"(?:刊发|刊播|播发|播出|推出|采写|创作|制作|拍摄|发布|刊登|编发|采制|打造|摄制|创推|策划|产出|录制|撰写|编撰|出版|编写|发表|上线|首播|推送|演出|开拍)(?:的|了|出)?(?:[一-龥、]{0,10}(?:的)?)?$"
)
PUBLISHED_AFTER = re.compile(
    r"^(?:一[文稿书片]|全网|首播|开播|播出|上线|刊发|推出|发布|登上|被.{2,20}(?:转载|采用|转发|刊发|播出)|全网|阅读量|播放量|点击量|浏览量|总(?:阅读|播放|浏览|点击)|在.{2,30}(?:播出|刊发|发布|上线|播发|推荐|推送|展播))"
)
OTHERS_PIECE_BEFORE = re.compile(
    r"(?:诵读|朗诵|阅读|传唱|转载|演唱|学唱|分享|品读|共读|重温|研读|赏析|解读|翻唱|演绎)(?:了)?$"
)
# 《边城》等经典, 《论语》等名著
OTHERS_PIECE_AFTER = re.compile(
    r"(?:新书)?(?:读书会|诵读会|共读|导读)|(?:等)?(?:经典|名著|名篇|古籍|典籍|红色经典|经典著作|传世)"
)
# 《夜访》一等奖: the level right after the title.
LEVEL_AFTER = re.compile(r"(?:（[^（）]{1,10}）)?(?:荣?获)?(?:[一二三特]等奖|[金银铜]奖|优秀奖)")
# 获评全省优秀新闻|栏目, 十佳|专栏: what won is one.
COLUMN_PRIZE = re.compile(
    r"[^，。；]{2,30}?(?:栏目|专栏|频道|(?:评论|网评|栏目|节目|新闻)品牌|节目(?=[，。；]|$))(?:奖|称号|[一二三]等奖|”|，|。|；|$)"
)


# “一张旧车票”|获江南新闻奖一等奖: an honour for a piece; 获评十佳品牌, 入选典型案例 are for whatever there is.
PRIZE_FOR_PIECES = re.compile(r"[^，。；]{2,40}?(?:奖(?![章状牌])|大赛|作品|好新闻|展播|展评)")
# 社科十二时辰 and 社科12时辰 are one title; a lone 一 or 百 in a title is a word.
NUMERALS = re.compile(r"[一二三四五六七八九〇零十百]{2,}")


# 《海州新闻》连续60天推出…, 《有话好说》走进社区: what publishes, reports or goes out is a programme.
PUBLISHES_AFTER = re.compile(
    r"^(?:栏目|节目)?(?:连续[一二三四五六七八九十百\d]+[天期周]|全年|先后|每[天周日晚期]|今年|及时|率先|持续)?(?:推出|发掘|挖掘|(?:播发|刊发)(?![一后前次当见在于。，])|开设|报道(?![中里上，。组团])|曝光|走进|邀请|调解|帮助|上线单位|开进|因[^。]{2,16}?(?:停播|停刊|停办|休刊)|第[一二三四五六七八九十\d]+季(?:周末)?(?:播出|聚焦|开播|收官|走进|回归)|全年(?:讲述|报道|受理|解答|帮助|发表|推出)|为[一-龥]{2,8}(?:找回|解决|追回|办理)|在[^，。]{2,16}(?:每[晚周天日]|周[一二三四五六日])|新开|创办于|创刊于|开办于|逢周|(?:联合|携手)[^，。；《“]{2,12}(?:推出|开展|举办|走进|开设|共同))"
)
CHANNEL_BEFORE = re.compile(
    r"(?:频道|频率|广播|电台|(?:交通|音乐|新闻|综合|经济|文艺|生活|故事|旅游|都市)台|卫视|之声|调频|FM\d+(?:\.\d+)?)的?$"
)
OTHERS_PROGRAMME_BEFORE = re.compile(
    r"(?:央视|中央电视台|中央广播电视总台|总台|CCTV[-－]?\d*|央广|新华社|人民日报|省台|上级)(?:[一-龥]{0,6})?$"
)
OTHERS_PROGRAMMES = frozenset(
    "新闻联播 焦点访谈 朝闻天下 新闻直播间 东方时空 今日说法 新闻30分 新闻和报纸摘要 全国新闻联播 共同关注 晚间新闻 每周质量报告".split()
)


# 县委机关刊|《今日江南》
ORGAN_BEFORE = re.compile(
    r"(?:机关[报刊]|(?:编印|编辑|主办|出版|办有)(?:了|有)?(?:内部刊物|内刊|会刊|院刊|企业报))$"
)
# “五报”（|《A》《B》
COUNTED_PAPERS_BEFORE = re.compile(r"[一二两三四五六七八九十\d][报刊]”?[（(：:]$")
# 被江海日报、|《江海新闻联播》|、新江海等市级媒体刊播: where others carried it.
TAKEN_BY_BEFORE = re.compile(r"被[^，。；]{0,18}[、和]?$")
TAKEN_BY_AFTER = re.compile(r"[^，。；《]{0,14}等[^，。；]{0,10}媒体")
# 《今日江南》|编辑部, 《江南周末》|发行中心
EDITED_AFTER = re.compile(r"(?:编辑部|报社|(?:发行|采编|编辑|出版)(?:中心|部))")
PAPER_LIFE = re.compile(
    r"(?:创办|创刊|主办|出版|编辑出版|更名为|改为|原)(?:的|了)?\||\|(?:创刊|停刊|休刊|复刊|更名|改为|发行)"
)
# 旗下《东方旅游周刊》发行5万份: a weekly of its own, no part of the paper.
SEPARATE_WEEKLY = re.compile(r"(?:旗下|主办|(?<!周.)出版|创办)(?:的|了)?\||\|(?:期?发行|期均发行)")
# 《青山晚报》的“小满帮办”, 青山网“民声直通车”: an outlet right before the name.
OUTLET_BEFORE = re.compile(r"(?:报》|[日晚晨早商]报|》的|[一-龥]网|客户端|频道|频率|公众号|APP)的?$")
# 《A报》“B”“C”|、《D报》“E”: each outlet with what it carries.
OUTLETS_IN_TURN = re.compile(r"[、和，](?:以及)?《[^》]{2,10}》的?“")
OTHERS_COLUMN_AFTER = re.compile(
    r"(?:等)?(?:一批|多个)?(?:央媒|中央媒体|中央主要媒体|央视|新华社|人民日报|上级媒体)"
)
# X电视台、《今日X》、“爱X”APP: one of a list of outlets is an outlet.
NEIGHBOUR_BEFORE = re.compile(
    r"(?:电视台|电台|[一-龥]{2}网|频道|频率|广播|客户端|APP|App|公众号|视频号|抖音号|微博|[报刊]》|（[^（）]{1,8}[版刊]）|（(?:FM|AM|调频)[^（）]{2,8}）)[、和]$"
)
NEIGHBOUR_AFTER = re.compile(
    r"(?:（[^（）]{1,12}）)?[、和](?:《[^》]{2,12}[报刊]》|“[^”]{2,12}”(?:客户端|APP|App|微信|公众号|视频号|抖音)|[一-龥]{2,8}(?:电视台|电台|新闻网|频道|客户端)|[一-龥]{2,4}网)"
)
# 旗下有《A》《B报》: what stands in one run with a paper that the media has.
HAVING_BEFORE = re.compile(
    r"(?:主办|主管|出版|旗下|现有|拥有|办有|编有|编辑|创办|承办|包括|即|有|运营|矩阵|平台)(?:的|了|有)?[一-龥]{0,4}[：:]?$"
)
# 《晚报》: a paper of the media by the last word of its name.
PAPER_WORD = re.compile(r"(?:日|晚|晨|早|都市|商|农村|法治)报|晚刊|早刊")
PERIODICAL = re.compile(r"[报刊]$")
# 《今日A》由周二刊改为周三刊, 《B》（上、下半月刊）, 《C》推出电子版: what only papers and magazines do.
PERIODICAL_LIFE = re.compile(
    r"(?:（[^（）]{0,6}(?:[周旬月季]刊|内部资料)|(?:每周|由)?(?:周[二三四五六七]|双?月|半月|季|旬)刊|(?:推出|上线)(?:电子|数字)[版报]|(?:入选|获评)[^，。]{0,12}(?:报刊|期刊))"
)
# 鹭江晚报保留《健康汇》《银发周刊》: what goes on or is made better is there for long.
KEPT_BEFORE = re.compile(
    r"(?:合办|联办|共办|保留|保持|做强|做优|做精|做亮|办优|做大做强|做优做强|擦亮|深耕|用好|重启|恢复|升级)(?:了)?(?:[一-龥]{0,6})?$"
)
# 晚报有|“就业专列”“楼市观察”, 客户端设有|…
OUTLET_HAS_BEFORE = re.compile(
    r"(?:[日晚晨早商]报|都市报|报》|频道|频率|广播|客户端|网|公众号|APP)(?:上|则|还|也|又)?(?:有|办有|设)(?:了)?$"
)
# 志愿品牌|“爱心车队”
ACTIVITY_BRAND_BEFORE = re.compile(r"(?:慈善|公益|志愿|活动|宣讲|服务|研学|文旅|助农|赛事)品牌$")
# 《海峡圆桌派》|第三季
SEASON_AFTER = re.compile(r"[（(]?第[一二三四五六七八九十\d]+季(?![^，。；]{0,6}\d集)")
# “一城书香”主题晚会于4月23日举行: what is held, begun or closed is an activity.
HELD_AFTER = re.compile(
    r"[^，。；《“]{0,22}?(?<!先)(?:举行|举办|启动|开幕|闭幕|落幕|收官|颁奖|启幕|开赛|鸣枪)(?![的仪])"
)
# 播出《A》《B》等电视剧120部, 引进《C》: bought, and no piece of the media's own.
BOUGHT_BEFORE = re.compile(r"(?:播出|播放|放映|引进|引进播出|购入|购播|译制|展播)(?:了)?(?:优秀)?$")
BOUGHT_AFTER = re.compile(
    r"(?:等)?(?:[一-龥]{0,6})(?:电视剧|影视剧|电影|影片|动画片|剧目)(?:近|超|约|共)?(?=[\d一二两三四五六七八九十百，。；、]|$)"
)
IMPORTED_BEFORE = re.compile(r"(?:引进|购入|译制)(?:播出|播放|展播)?(?:了)?(?:[一-龥]{0,4})?$")
# 方言脱口秀《A》稳居全市收视前三: only what comes out again and again is rated.
RATED_AFTER = re.compile(r"(?:栏目|节目)?[^，。；]{0,10}?(?:收视|收听)(?!用户)")
# 直播“A”有320万人观看
WATCHED_AFTER = re.compile(
    r"[^，。；]{0,8}?[\d.]+[万亿]?(?:余|多)?(?:人次?|网友|网民|观众)(?:在线)?(?:观看|收看|收听|围观)"
)
# “十佳”, “月度好新闻”, “优秀党员”: names of honours.
HONOUR_NAME = re.compile(
    r"(?:[一-龥]{0,8}(?:十佳|百佳|优秀(?:专栏|栏目|节目|作品|平台|品牌|案例)|双优|百强|十强|最佳|好新闻|好作品|好稿|好编辑|标兵|先进个人|先进集体|优秀奖|能手|楷模|奖))"
)
HONOURING_BEFORE = re.compile(
    r"(?:评选|评出|评比|颁发|授予|表彰|设立|推选|评为|遴选)(?:了|出)?(?:[一-龥]{0,4})?$"
)
# 《世界杯》系列版面获得…: pages that won are a piece.
PAGES_WON = re.compile(r"(?:系列)?版面(?:荣获|获|被评|入选)")
# 经济频道打造《好项目》, 综合广播创办《早班车》: what a channel makes or begins without a word for its genre.
CHANNEL_MAKES_BEFORE = re.compile(
    r"(?:频道|频率|广播|卫视|调频)(?:与[^，。；]{2,10}?)?(?:全新|重点|精心|新|联合|合作)?(?:打造|开办|创办|办好|改版推出|合办|联办|主办)(?:的|了)?$"
)
# 广播《A》、电视《B》、报纸“C”构成…: the medium stands for the outlet.
MEDIUM_BEFORE = re.compile(r"(?:^|[，。；、和])(?:广播|电视|报纸)$")
# 在《求是》|刊发文章, 被《读者》|转载: where a piece of ours stood.
CARRIED_BEFORE = re.compile(r"(?:[在被于]|登上)$")
CARRIED_AFTER = re.compile(r"(?:等[^，。]{0,8})?(?:上)?(?:刊发|发表|转载|刊登|刊载|采用|选载|摘登)")
# 综合广播每天早7点播出《早新闻》: what goes out at its hour is a programme.
REGULARLY_BEFORE = re.compile(
    r"(?:每[天日晚早周月]|连续[\d一二三四五六七八九十]+[天日周]|逢?周[一二三四五六日末]|工作日)[^，。；《“]{0,10}(?:播出|直播|出版|刊出|推出|推送|编发|刊发|刊登|发布)(?:(?:\d+|[一二三四五六七八九十半]+)个?(?:版|整版|分钟|小时|期))?(?:的)?$"
)
# 每周五的|“银发周刊”、每周六的|“亲子乐园”, 早晚高峰|《一路领航》
EVERY_WEEK_BEFORE = re.compile(
    r"(?:每(?:周[一二三四五六日末]?|[天日晚月])|逢?周[一二三四五六日末])的$|(?:[早晚午]|早晚|早间|晚间)高峰(?:时段)?的?$"
)
# 公众号开通|“违法查询”“车管预约”|功能: what it serves with, and no column.
FEATURE_AFTER = re.compile(
    r"(?:等)?(?:\d+[项个]|[一二两三四五六七八九十]+[项个大]|[一-龥]{0,4})?(?:功能|菜单|入口|小程序|应用|模块|按钮|端口|通道|岗位?|席位|窗口|专席)(?![一-龥]?[刊播])"
)
# 《天鹅》《读书》|两个周刊: parts of a paper; what is issued by itself is counted in 种, 份 and 本.
WEEKLIES_AFTER = re.compile(r"(?:等)?[\d一二两三四五六七八九十]+(?:个|大)(?:[一-龥]{0,4})(?:周刊|专刊|副刊)")
# 联合推出《名师课堂》|，播出课程960节
NEXT_CLAUSE_ISSUES = re.compile(
    r"，(?:全年|累计|共|已|先后)*(?:播出|推出|更新|推送|刊出|制作)(?:了)?[一-龥]{0,6}?(?:近|超)?\d+(?:余|多)?(?:期|节|讲|档)"
)
# 《河畔观察》|（评论栏目）
SORT_IN_BRACKETS = re.compile(r"[（(][一-龥]{0,6}(?:栏目|专栏|节目|专版|副刊)[)）]")
# 《帮到底》|记者走访40个小区: those who make a programme
MAKERS_AFTER = re.compile(r"(?:记者|主持人|主播|栏目组|节目组|调解员)(?![，。；、的])")
# 《甲》（52期）、《乙》|（24期）|等栏目
COUNT_IN_BRACKETS = re.compile(r"[（(]\d+(?:余|多)?[期讲档][^（）()]{0,8}[)）]")
HOTLINE_NAME = re.compile(r"[一-龥]{0,6}\d{3,}[一-龥]{0,6}热线|[一-龥]{2,8}热线\d{3,}")
# 围绕“双减”开设…: what is spoken about.
ABOUT_BEFORE = re.compile(r"(?:围绕|聚焦|针对|助力|响应|落实|服务|紧扣|关注)(?:了)?$")
# 邀请职能部门|“一把手”走进直播间, 组织“小记者”走进…: who is asked to act, and no programme that acts.
OBJECT_BEFORE = re.compile(
    r"(?:邀请|约请|特邀|组织|带领|动员|引导|选派|招募|发动|帮助|带着)(?:了)?[^，。；《“]{0,8}$"
)
# “帮帮团”记者, “热心大姐”调解室: those who do it.
DOERS_AFTER = re.compile(
    r"(?:记者|调解室|调解员|志愿者|志愿服务|小分队|团队|义工|主持人|合唱团|艺术团|乐队|宣讲团)"
)
# 与《水利世界》|杂志合作: somebody else's.
PARTNER_AFTER = re.compile(r"(?:杂志|周刊|报|月刊|期刊|栏目|节目|编辑部)社?(?:共同|联合|合作|合办|联办)")
# 《一条河》|报道组跟踪三个月: those who did it, under its name.
CREW_AFTER = re.compile(r"(?:采访|报道|摄制|采编|特别报道)(?:小组|组|团队|团)(?!.{0,6}获)")
# 《A》《B》等法律法规
DOCUMENTS_AFTER = re.compile(r"(?:等)?(?:[一-龥]{0,4})(?:法律|法规|条例|规章|文件|政策|法典)")
# 《A》《B》《C》各具特色: what is praised as a whole, without a word for its genre.
KNOWN_AFTER = re.compile(
    r"(?:等)?(?:各具特色|各有受众|深受|颇受|备受|独具|稳定更新|一道构成|成为[^，。]{0,8}品牌)"
)
# 接入省级平台“新江南”: named after what it is.
NAMED_SO_BEFORE = re.compile(r"(?:平台|系统|工程|项目|机制|模式|口号|理念|主题|客服)$")
# “名家走笔”“乡土记忆”三个版: several names that fill pages.
PAGES_AFTER = re.compile(r"(?:等)?[一二两三四五六七八九十\d]+个版(?!面)")
# 《海上气象》发布预警146次, 《聚焦》播出监督报道26期: what brings out pieces of its own.
BRINGS_OUT_AFTER = re.compile(
    r"(?:栏目|节目)?(?:全年|累计|共|先后|今年)*(?:播出|发表|刊发|刊播|播发|发布|编发|推送|推出|推介|宣传|解读|录播|展演|刊登|报道|连载|受理|接听|登记|调解(?![室员团])|协调|化解|追回|促成|帮听众|帮观众|解答|收到|征集|回应|帮助|帮扶|救助|资助|走访|寻访|讲述)(?:了)?[一-龥]{2,10}(?:近|超过?|约|逾)?\d"
)
# 办《海风夜话》|等3档
COUNTED_AS_PROGRAMMES = re.compile(r"(?:等)?(?:[两三四五六七八九十]|\d+)(?:余|多)?档(?!案|期|位|次)")
# 《脱贫故事汇》《书记话脱贫》|次第开播, 与读者见面
GOES_ON_AIR = re.compile(
    r"(?:等)?(?:均|都)?(?:次第|陆续|相继|先后|准时|按时|如期|每[天日周月晚][一-龥]{0,4})?(?:开播|与(?:读者|观众|听众|受众|网友)[一-龥]{0,3}见面|推陈出新|常办常新)"
)
# “地名故事”“乡贤”|等连载
SERIAL_AFTER = re.compile(r"(?:等)?(?:系列)?(?:连载|续集故事)(?![于在])")
# 《生活家》《楼市》|满足不同需求, 深受读者喜爱: what is praised or serves as a whole.
SERVES_AFTER = re.compile(
    r"(?:等)?(?:紧紧|始终|均|都|更加|持续)?(?:贴近|满足|服务(?!类|性)|深受|颇受|备受|广受|受到|各具|独具|针对|面向|立足|以[^，。；]{1,12}(?:为(?:导向|主|己任|特色)|见长|著称)|为[^，。；]{2,12}(?:提供|搭建|答疑|解惑|排忧))"
)
# 日报|《农牧天地》、商报|《生活家》
PAPER_WORD_BEFORE = re.compile(
    r"(?:^|[，。；：:、和及与在·])(?:今年|全年)?[一-龥]{0,4}(?:日报|晚报|晨报|早报|商报|都市报|快报|周报|时报|导报)(?:一版|头版|要闻版)?的?$"
)
# 刊发“驻点日记”312篇
FILLED_BY_COUNT = re.compile(r"\d+(?:余|多)?[篇期条组则]")
# “农技110”|坚持了23年
LASTED_AFTER = re.compile(
    r"(?:栏目|节目)?(?:已|连续)?(?:坚持(?:了|开办|播出)?|(?:开办|创办|开播|播出)(?:至今|以来)?(?:已)?)(?:近|超|整整)?(?:\d+|[一二三四五六七八九十]+)(?:余|多)?(?:年|个年头)"
)
# 《三分钟读懂报告》|等爆款产品
PRODUCTS_AFTER = re.compile(
    r"(?:等)?(?:一批|一系列|系列|多[个部件])?(?:[一-龥]{0,8})(?:爆款|产品|作品|佳作|力作|精品)(?!牌|栏|节目)"
)
# 《普法课堂》36期: what is counted in issues comes out again and again.
ISSUES_AFTER = re.compile(
    r"[（(]?(?:共|全年)?(?:系列|人物)?(?:节目|栏目|专版|特刊|专刊|访谈|专访|故事|推文|讲座)?[近超约]?\d+(?:余|多)?期"
)
# 广播《A》、节目《B》等17件作品: pieces, whatever their genre is called.
PIECES_AFTER = re.compile(
    r"(?:等)?(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?[件篇](?:获奖)?(?:作品|节目|稿件)"
)
# 《江南报》更名为《今日江南》, “项目现场会”专栏改为“项目进度条”: what goes on under a new name.
RENAMED_PAPER_BEFORE = re.compile(r"(?:报》|》报)(?:正式|全新)?(?:更名|改名|易名|改版|改)为$")
RENAMED_COLUMN_BEFORE = re.compile(
    r"(?:栏目|专栏|专题|专版|副刊|节目)(?:正式|全新)?(?:更名|改名|改版|升级|改)为$"
)
THRESHOLD = re.compile(r"[\d.一二三四五六七八九十百千]*[万亿wW]?[+＋]?")
# 绿林小护|抖音号: what an account's name is followed by.
ACCOUNT_WORDS = "微信公众号 公众号 抖音号 视频号 快手号 头条号 客户端 新闻客户端 APP App".split()
# “小晨跑腿”|是《晨报》坚持了12年的民生栏目
IS_A_COLUMN = re.compile(
    r"(?:是|为|系|作为)[^，。；]{0,36}?(?:栏目|专栏|节目|专版|副刊|[一-龥]版|招牌|名牌|王牌|名片)(?=[，。；]|$)"
)
# 评论《盘龙江评论》|刊发152篇
PIECES_OF_ITS_OWN = re.compile(
    r"(?:全年|累计|共)*(?:刊发|发稿|推出|发布|播发|见报)(?:了)?(?:评论)?\d+(?:余|多)?[篇条]"
)
# “夜听”|单期收听量
BY_ISSUE_AFTER = re.compile(r"(?:栏目|节目)?(?:单条|单期|单篇|每期|期均)")
# 《江上人家》|单条播放量1270万: one piece, whatever its name sounds like.
SINGLE_AFTER = re.compile(r"单[条篇](?:最高)?(?:播放|阅读|点击|浏览|点赞)")
# 《望溪新闻》（周报）
PAPER_KIND_AFTER = re.compile(r"[（(](?:双?周报|旬报|日报|内部资料|内刊|对开|四开)")
ACCOUNT_BEFORE = re.compile(
    r"(?:^|[，。；：:、（(\s]|官方|旗下|自有|开设|开通|运营|上线|推出|的|和|及|有|办|台|社|中心|集团|[\d一两三四五六七八九十]个)(?:官方|新闻|今日|新浪|移动|手机)?(?:微信公众号|公众号|视频号|抖音号|快手号|头条号|B站号|小红书号|百家号|强国号|人民号|企鹅号|澎湃号|客户端|APP|App)(?:——|—|：|:|（|(?:分别|即)?(?:为|是)|包括|有)?$"
)
FILLED_AFTER = re.compile(
    r"^(?:等)?[，,](?:先后|累计|共|全年)?(?:刊播|刊发|播发|推送|发布|推出|刊载|编发|发表)(?:了)?(?:各类|相关|新闻)*(?:报道|稿件|作品|文章|评论|短视频|节目)?(?:近|超|逾|约)?\d"
)


# A column of nothing but pieces; 作品/作者, 获奖作品或个人 may name people.
PIECES_HEADER = re.compile(
    r"(?:获奖|参评|代表|推荐)?(?:作品|篇目|稿件|节目)(?:标题|题目|名称|篇名)?|标题|题目|篇名|题名"
)
# A column of a table that lists columns.
COLUMNS_HEADER = re.compile(r"(?:品牌|主要|重点|特色|自办|固定)?(?:栏目|专栏|节目)(?:名称)?")
# The table is one of honours.
HONOURS_HEADER = re.compile(r"奖|荣誉|等级|等次|级别")
# “全媒体传播力弱”, “读者年龄结构偏大”: a fault, quoted from last year's report.
FAULT_NAME = re.compile(
    r"(?:[弱少低差慢窄旧难]|偏[一-龥]|不[足强够高深广优畅活快清明]|不到位|缺乏|短缺|滞后|短板|薄弱)$"
)
# 《一周看江南》手语播报|增至每周3期: how often it comes out.
OFTEN_AFTER = re.compile(
    r"[^，。；《“]{0,12}?(?:增至|增加到|增为|改为|改成|调整为|扩为|由)每[周天日月季期][一二三四五六七两\d]*[期档次版]"
)
# 《戏韵》|时隔两年恢复录制: what can begin again after a pause comes out again and again.
RESUMED_AFTER = re.compile(
    r"(?:时隔|停[播刊办更])[^，。；]{1,8}?(?:后|，)?(?:恢复|重新)(?:录制|播出|开播|刊出|出版|出刊|更新|直播|开办)|(?:恢复|重新)(?:录制|播出|开播|出刊|开办)"
)
# 成为继|《书院》|之后又一知名品牌
AFTER_WHICH = re.compile(r"之?后[^，。；]{0,6}又一[^，。；]{0,8}(?:栏目|节目|品牌)")
# “四点半课堂”|18个: several of a kind, and no one column; “好物”公益直播|62场
SEVERAL_AFTER = re.compile(
    r"(?:已?建成|达到?|共)?\d+(?:余|多)?(?:个(?!版|整版|栏|专|主题|频)|所|间|处|座|家)|[一-龥]{0,6}直播(?:活动)?(?:共|近|超)?\d+(?:余|多)?场"
)
# 开通|“心晴热线”: a line that answers calls, where a programme would be begun.
LINE_OPENED_BEFORE = re.compile(r"(?:开通|开放|公布|设立)(?:了)?$")
# 开通“银铃”|热线
LINE_AFTER = re.compile(r"(?:[一-龥]{0,4})(?:热线|专线|电话|信箱|邮箱)")
LINE_NAME = re.compile(r"(?:热线|专线|通道|邮箱|信箱|窗口)$")
