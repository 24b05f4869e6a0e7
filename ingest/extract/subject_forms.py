"""What stands around and in the names that figures are about: each form with the words it was made for (`ingest.extract.subjects`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.alternation import by_letter
from ingest.lexicon import PLATFORM_SUFFIXES

# “微心愿”圆梦活动: what is kept up or held has figures of its own.
UNDERTAKING = re.compile(
    r"(?:(?!等)[一-龥A-Z]){0,8}?(?:活动|行动|工程|计划|直播|项目(?!小?组)|基金|服务队|系统|平台|实验室|应急广播|工作室|大喇叭|讲堂|热线|车队|招聘会|咨询会|读书会|音乐会|晚会|大会|大赛|征文|夏令营|论坛|读书节|阅读季|文化周|演出|采访|仪式|夜校|学院|署名评论|评论(?!员)|培训(?![班基中]))"
)
# 第七届沧宁读书节举办…: what is held year by year.
HELD = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+届|首届)(?P<name>(?:网络|全市|全县|全省|线上)?“[^”]{2,12}”|(?:“[^”]{2,12}”)?[一-龥·]{1,12}?(?:节(?!目)|文化周|读书周|读书月|大会|论坛|大赛|展览|博览会|运动会|相亲会|读书会|咨询会|招聘会|音乐会|书展|仪式|征集|征文|阅读季))"
    # 开通心理援助热线，62名咨询师接听来电4100个
    r"|(?<=开通)(?:了)?(?P<line>[一-龥]{2,8}热线)"
)
HELD_SIGN = re.compile("届|热线")
"""Stands in all of these, and is found far sooner than they."""
# Bodies and things without quotation marks that are named after what they do: 短视频工作室, 4K超高清演播室.
BODY_WORDS = (
    r"工作室|实验室|研究院|译制中心|传播中心|培训中心|演播室|转播车|播出系统|制播系统|转播系统|采编系统|发射系统|监测系统|媒体平台|服务平台|俱乐部|车队|服务队|"
    r"小组|智库|视频团队|拍摄团队|志愿者团队|志愿服务队|咨询室|小记者团|夜校|招聘会|咨询会|联欢晚会|音乐会|大会开幕式直播|晚会开幕式直播|开幕式直播|读书会|文学奖|专题培训|调查组|小记者"
)
BODY = re.compile(
    rf"(?:[一-龥A-Za-z0-9+]{{2,14}}?)(?:{BODY_WORDS})|(?:内参|视频|印务|技术)(?:部|中心)|小记者团|应急广播(?=平台|工程|系统)"
)
# 举办|小记者活动96场: what is held is counted, and acts not itself.
HELD_BEFORE = re.compile(r"举办|开展|组织|招募")
BODY_WORD = re.compile(rf"{BODY_WORDS}|应急广播|(?:内参|视频|印务|技术)(?:部|中心)")
"""Stands in all of these, and is found far sooner than they."""
# 前者|全网观看2.1亿次
FORMER_OR_LATTER = re.compile(r"(?:其中|而|，|\s)*(?:前者|后者)")
HOTLINE = re.compile(r"[一-龥]{0,4}(?:\d{0,6}|\d{7,12}[一-龥]{0,4})热线(?:电话)?(?:\d{5,11})?")
GENERIC_HEAD = re.compile(
    r"(?:由|因)?(?:集团|中心|报社|本报|本台|本社|本网|我报|我台|我社|我中心|全社|全台|全报|台里|社里|总台|各平台|全平台|各端)"
)
# 在A抖音号播出, 被B转载, 经C推送: where or by whom, not about whom.
PLACE_BEFORE = re.compile(
    r"(?:在|于|登上|登陆|通过|依托|经|被|由|向|至|到|从|以|与|和|同|及|利用|借助|联合)$"
)
# 《A》等报道47篇: an example of what is counted; 《A》等52集: the series itself.
EXAMPLE_AFTER = re.compile(
    r"(?:系列)?等(?!\d+[集期季])|[一-龥]{1,10}?等(?:各类|各种|多种|多[场个项]|一系列|系列|\d+[场个项次])"
)
# 《A报》、B台、“C”客户端等多个平台，形成了融媒体矩阵，覆盖用户超过160万: of all that the matrix is made of.
WHOLE_MATRIX = by_letter(
    r"(?:形成|构成|组成|构建|建成|构筑|搭建|打造)(?:了|起|成)?[^，《“]{0,24}?(?:矩阵|格局|体系)(?:平台)?$|(?<=[^，《“]{2})的[^，《“]{0,8}(?:矩阵|格局|体系)$"
)
# 推行“…”, 围绕“…”: named for another reason than having figures.
GUIDING_BEFORE = re.compile(
    r"(?:围绕|聚焦|针对|推进|推行|落实|贯彻|学习|响应|服务|助力|按照|坚持|践行|实施|以)(?:了)?$"
)
# 发起“溪谷联播”: what is begun has figures of its own, whatever it is.
BEGUN_BEFORE = re.compile(
    r"(?:发起|启动|举办|主办|承办|协办|创办|设立|联办|合办|联合办|开通|发放|推出|策划)(?:了|的)?$"
)
# “融媒体中心”|正式揭牌，设4个工作组 · “中央厨房”|调度平台上线，打通12个端口
BEGINS_AFTER = re.compile(
    r"[一-龥]{0,6}?(?:正式|全新)?(?:揭牌|挂牌|上线|启用|成立|启动|投用|投入使用|开通|开播|亮相|开馆|试运行|开行|第\d+次开行)"
)
KEPT_UP = re.compile(
    r"(?:行动|计划|活动|热线|课堂|讲堂|夜校|学院|学堂|文学奖|榜|节|券|征文|书单|基金|驿站|工作室|义工团|服务队|志愿队|车队|送考|大赛|论坛)$"
)
# AI主播“小西”播报…: a quoted name after what it is, at the head of its clause.
CALLED_BEFORE = re.compile(
    r"[一-龥A-Za-z0-9]{0,6}(?:主播|数字人|平台|热线|工作室|版块|账号|频道|系统|机器人)$"
)
# 工作室达到15个, 读书会、音乐会等活动: what is counted, or one of several.
COUNTED_AFTER = re.compile(r"(?:达到?|共有?|已|增至)*[\d一二两三四五六七八九十百]|[等、]")
MEDIUM_PAIR = re.compile(
    r"(?P<a>电视|广播|报纸|网站|新媒体|纸媒)(?:、|和|与)(?P<b>电视|广播|报纸|网站|新媒体|纸媒)(?=[一-龥]{2,12}分别)"
)
# 央视|《新闻联播》采用稿件161条
OTHERS = re.compile(
    "(?:[省市县区州]级(?:及?以上)?(?:台|媒体|报|电台|电视台)|(?:省|市|上级|兄弟)台|中央|央视|央广|人民日报|人民网|新华[社网]|学习强国|CCTV|光明日报|经济日报)"
)
# 全年|电视播出14200小时, |广播安全播出7300小时
OF_MEDIUM = re.compile(
    r"(?:全[年台]|当年|年内)?(?P<medium>(?:电视(?:频道)?|广播(?:频率)?))(?=(?:全年|累计|安全|日均|共|总)*(?:播出|播音|首播)(?!率|[一-龥]*(?:节目|新闻|公益|广告|栏目)))"
)
# 两报全年刊发…, 新媒体滚动发布…
SEVERAL_MEDIA = re.compile(r"(?:两报|三报|两台|两刊|新媒体|纸媒)(?=全年|共|累计|刊|推|滚动|发|先后|播|开)")
# 投资486万元的|高清制播系统11月8日投入试运行 · “百企千岗”招聘会在体育馆|举行: what began or was held is the topic.
HAPPENED = re.compile(
    r"(?P<what>[一-龥A-Za-z0-9+·]{3,18}?)(?:\d{1,2}月(?:\d{1,2}日)?|在[^，。]{2,12}|于[^，。]{2,12}|正式|顺利|成功|隆重|建成|揭牌|挂牌)*(?:举行|举办|开幕|开赛|启动|揭牌|启用|落成|投入使用|投用|交付使用|投入试?运行|上线|上岗|开馆|开课|扩面)$"
)
HAPPENED_ENDS = (
    "举行", "举办", "开幕", "开赛", "启动", "揭牌", "启用", "落成", "投入使用", "投用", "交付使用", "投入试运行", "投入运行", "上线", "上岗", "开馆", "开课", "扩面"
)  # fmt: skip
"""All of these end with one, which is found far sooner than they."""
# …网站，|2004年9月28日|正式上线, |18名编辑|持证上岗: when or how many, and what the clause before tells of.
DATE_ALONE = re.compile(r"[\d年月日]+|(?:同年|当年|次年)[\d月日]*|\d+(?:余|多)?[名位人].*")
AND = re.compile(r"(?:[一-龥]{0,6}[》”]|[一-龥]{0,4})(?:[、和及与]|以及)(?:[一-龥A-Za-z0-9]{0,8}(?=[《“]))?")
# “同饮一江水”采访启动，|报社派出4路记者: what was spent on what the clause before tells of.
SENDS = re.compile(
    r"(?:集团|中心|报社|本报|本台|本社|我报|我台|我社|全社|全台|总台|编辑部|各平台)?(?:先后|共|分批|累计)*(?:派出|抽调|选派|出动|投入)"
)
# 节目|曝光的137个问题: of what was told before, over a ；.
ANAPHOR = re.compile(
    r"(?:该)?(?:节目|栏目|专栏|活动|平台|热线|客户端)(?=[一-龥\d])(?![组部数的]|播出|制作|总|共)"
)
# “助学”基金募集善款168万元；|自2008年以来累计募集1560万元: of the same over a longer time.
SINCE = re.compile(
    r"(?:自|从)?(?:\d{4}年|开[播办讲]|创[办刊]|成立|启动|上线|设立)[^，；。]{0,8}(?:以来|至今)[，]?(?:已|共)*累计"
)
# 客户端|的用户活跃度偏低，日活1.2万: the media's own one.
OWN_ONE = re.compile(
    r"(?P<suffix>客户端|APP|App|微信公众号|公众号|微博|抖音号|视频号|快手号|头条号)(?=[一-龥\d])(?![和与及等]|矩阵)"
)
# 下属|禾润传媒公司|全年营业收入3460万元, 成立|云上数据公司，技术服务收入2200万元
COMPANY = re.compile(
    r"(?:^|[，,：:])(?:[^，,“”《》]{0,8}(?:下属|旗下|所属|控股|全资|成立|组建|注册成立|组建成立)的?)(?P<company>[一-龥A-Za-z]{2,14}公司)(?=全年|实现|年|累计|共|，|,)"
)
# 办“学院”培训41期，|外派进修26人，|15人取得副高职称: of the staff, whatever was told before.
OF_STAFF = re.compile(
    r"(?:外派|外送|晋升|评聘|考取|转聘|入编)|\d+[余多]?[名人位][^，。；]{0,6}(?:取得|晋升|考取|转为|入编)"
)
OF_MONEY = re.compile(r"收入|营收|产值|利润|税|占比|增长|下降")
# …抖音号、今日头条号，|用户总数达1860万: of all that the clause before lists.
TOTAL = re.compile(
    r"(?:全网|各平台|全平台|合计|累计)*(?:总(?:用户|粉丝)|(?:用户|粉丝|订阅)(?:总数|总量|合计))"
)
OUTLET_COUNT = re.compile(
    r".*(?:报纸|报刊|子报|期刊|杂志|公司|出版社|出版机构|事业单位|二级单位|记者站|分社|账号|公众号|视频号|抖音号|频道|频率|平台|端口|网站|客户端|媒体)"
)
# 总投资1480万元的|4K演播室 · 由420辆出租车组成的|爱心车队: the figure describes what follows.
DESCRIBED = re.compile(r"(?:[^，。；]{0,6}组成)?的")
# 六集纪录片|《潮间带》 · 100个版的纪念特刊|《山河新程》
EXTENT = re.compile(r"(?:的)?[一-龥A-Za-z0-9]{0,10}$")
KIND_OF_ACCOUNT = dict(PLATFORM_SUFFIXES)
ACCOUNT_ALONE = re.compile(
    r"(?:官方|新浪|腾讯|新?(?:开设|开通|开办|增设|入驻)的?|新增的?)*(?P<suffix>微信公众号|公众号|微信视频号|视频号|微信|抖音号|抖音|快手号|快手|微博|头条号|今日头条|B站|小红书)(?:账号|帐号|号)?"
    r"(?=[一-龥]{0,4}(?:粉丝|用户|关注|订阅|订户|阅读|播放|获赞|点赞|发布|推送|发稿))"
)
# 公众号粉丝13万、抖音号|20.4万: an account alone right before its figure.
ACCOUNT_RIGHT_BEFORE = re.compile(
    r"(?:官方|新浪|腾讯)*(?P<suffix>微信公众号|公众号|微信视频号|视频号|微信|抖音号|抖音|快手号|快手|微博|头条号|今日头条|B站|小红书|客户端)"
    r"(?:分别|已|也|均|达到?|超过?|突破|近|约|有|为)*"
)
# 《江南日报》微信公众号
PAPERS_ACCOUNT = re.compile(
    r"《(?P<paper>[^《》]{2,10})》(?:官方|新浪|腾讯)*(?:微信公众号|公众号|微信视频号|视频号|微信|抖音号|抖音|快手号|快手|微博|头条号)"
)
ACCOUNT_OPENS = re.compile(
    r"(?:官方|新浪|腾讯)*(?P<suffix>微信公众号|公众号|微信视频号|视频号|抖音号|抖音|快手号|快手|微博|头条号|今日头条|B站|小红书)(?=[一-龥\d])(?![和与及号])"
)
OF_AN_ACCOUNT = re.compile(
    r"(?:年末|年底|目前|现有|现|累计|总|全年|日均|平均|单条)*(?:粉丝|用户|关注|订阅|获赞|点赞|阅读|播放|浏览|转发|评论|发布|推送|发稿)"
)
COUNTED_LIST = re.compile(
    r"[》”号博端](?:等)?(?:\d+|[一二两三四五六七八九十]+)[余多]?(?:个|档|家|份|种)[一-龥]{2,10}$"
)
GOES_ON_ABOUT_ACCOUNT = re.compile(
    r"(?:粉丝|用户|关注|订阅)?(?:人数|数量?|总数|总量)?(?:已|共|约|近|超|突破|现有)*(?:达到?|升至|增至|增长到|增长至|为|有)?(?:约|近|超)?$"
)
"""What stands before a figure that goes on about the account of the clause before: 粉丝达, 达到."""
OTHER_ACCOUNTS = re.compile(
    r"(?:微信|公众号|视频号|微博|抖音|快手|头条|小红书|B站)号?[、和](?:(?:微信|微博|抖音|快手|头条)号?[、和])*$"
)
IS = re.compile("(?:是|为|系|作为)")
BODY_LEAD = re.compile(
    r"^.*(?:的|靠|推行|首次把|共建|成立|组建|建成|建设|启用|与|和|了|工程|争取|打造|建立)(?=..)"
)
PAPER_ALONE = re.compile(r"(?:报纸|主报)(?!广告)")
FIGURE_BEFORE = re.compile(r"^\d|[万亿][+＋]$")
ABOUT_AFTER = re.compile(r"期间|之际|前后|以来|前夕|等?主题|精神|要求|理念|目标")
# What several columns carry or pieces reach, and not what came of them: 问责干部, 参加者.
OF_SEVERAL = by_letter(
    r"(?:稿件|新闻|报道|文章|作品|评论|视频|图片|照片|推文|头条|版面|节目|(?:阅读|播放|点击|浏览|观看|传播|留言|转发|点赞)[量率数]?|留言|见报)$"
)
OF_ALL_OUTLETS = re.compile(r"全网(?:总)?(?:用户|粉丝|覆盖|传播用户)|各平台|总用户|总粉丝")
# 《A》被全国|60余家网站转载, 蒙古语版由|7家媒体转发
TAKEN_UP_BY = re.compile(r"[》”版片][^，。；《]{0,4}(?:被|由|经)[^，。；《]{0,6}$")
UP_TO_OF = re.compile(r"^.*的")
DIGIT = re.compile(r"\d")
ADVERBS_END = by_letter(
    r"(?:(?:19|20)\d{2}年(?:度)?|全年|累计|今年|当年|已|共|先后|还|均|也|目前|年末|每年|每天|每日|每月|每周|每期|日均|现)+$"
)
EDITION = by_letter(r"^第[一二三四五六七八九十百\d]+届")
MARKS = re.compile(r"[《》“”\"]")
PLAIN_NAME = re.compile(r"[一-龥A-Za-z0-9·+]+")


def _bare(outlet: str) -> str:
    """看海州客户端 → 看海州."""
    return re.sub(r"(?:新闻|手机)?(?:客户端|APP|App|app)$", "", outlet)


_ACCOUNT = re.compile(r"(?:微信公众号|公众号|微信|抖音号|抖音|视频号|快手号|微博|头条号)$")


def by_bare_name(outlets: Sequence[str]) -> dict[str, str]:
    """Return outlets by the names they have without words for their kind: 看海州 → 看海州客户端, 海州发布 → 海州发布微信公众号 where no other account is called so."""
    short = {_bare(name): name for name in reversed(outlets)}
    accounts: dict[str, set[str]] = {}
    for name in outlets:
        if (bare := _ACCOUNT.sub("", name)) != name:
            accounts.setdefault(bare, set()).add(name)
    return {bare: names.pop() for bare, names in accounts.items() if len(names) == 1} | short
