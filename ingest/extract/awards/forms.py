"""The forms of award sentences: contexts, totals with their parts, tallies under a heading."""

from __future__ import annotations

import re

from ingest.alternation import by_letter
from ingest.extract.awards.words import ADVERBS, HEAD
from ingest.lexicon import LEVELS

_JOINED = re.compile(r"[、和及与]")
_CATEGORY = re.compile(
    r"(?![^、]*第[一二三四五六七八九十百\d]+届|[^、]*首届|中国|全国|全省)(?:(?!奖|大赛|年赛)[一-龥（）()]){1,14}(?:类|组|单元)别?"
)
_LEVEL_AT_END = by_letter(rf"(?:{LEVELS})$")


def only_categories(words: str) -> bool:
    """Tell whether `words` names categories of a prize and nothing else: 评论类、系列报道类和新闻编排（报纸）类."""
    return all(_CATEGORY.fullmatch(part) for part in _JOINED.split(words))


def categories_and_level(words: str) -> bool:
    """Tell whether `words` are categories and their level: 评论类、系列报道类二等奖."""
    level = _LEVEL_AT_END.search(words)
    return level is not None and only_categories(words[: level.start()])


# 一、二|等奖, 中国期刊协会好作品|二等奖, 第四届中国短视频大会|三等奖: no category of a prize named before.
NO_CATEGORY = re.compile(
    r"^[一二三四、和及]+$|第[\d一二三四五六七八九十百]+届|首届|\d{4}|“|大会|[省市州县]|好新闻|好作品|^(?:中国|全国|全省|全市)"
)
# 新媒体|创意互动二等奖: a medium in the name of a category.
_MEDIUM = re.compile("(?:新|融|全|自)媒体")


def is_category(words: str) -> bool:
    """Tell whether `words` before a level may be a category of the prize named before: 广播播音, 新媒体创意互动."""
    return words in {"个人", "团体", "集体", "单项"} or not (
        HEAD.search(_MEDIUM.sub("", words)) or NO_CATEGORY.search(words)
    )


# 获奖作品, 获奖情况: the verb inside a noun.
NOUN_AFTER = re.compile(r"奖(?:作品|情况|名单|数量|者|证书|总数|质量|率|成绩|等次|人|项目|节目|稿件|新闻|的)")
# What follows a prize at once when it is an award itself and no context: 2023年度X奖|13件, X奖|一等奖.
AWARD_ITSELF = re.compile(
    r"(?:[一-龥]{0,8}(?:类|组)?(?:[一二三特]等奖|[金银铜]奖|优秀)|(?:\d+|[一二两三四五六七八九十]+)[件个项]|[一-龥]{0,4}[：:])"
)
LOCATED = re.compile(
    r"(?:在|于)(?P<award>[^，；]*?(?:奖|大赛|竞赛|比赛|[选邀挑擂决][拔请战台]?赛|评选|评比|盛典|展评|推优|推选|征集|评析|评审|好新闻|好作品|(?:技能|辩论|演讲|对抗)赛|活动|节|展播|展演|[汇会]演|[一-龥]展(?=[中上里])|表彰(?:大?会)?|演练|比武|练兵|年赛)[^，；]*?)(?:评选活动|评选|评比|评审|活动)?(?:中|上|里)?(?:还|又|也|均|再|再次|先后|共|双双|分别|一举|最终|成功)*$"
)
CONTEXT_BEFORE = re.compile(
    r"(?:在|于)([^。；，,]*?(?:奖|(?:技能|辩论|演讲|对抗)赛|大赛|竞赛|比赛|评选|评比|盛典|展评|推优|征集|节)(?:[（(](?:19|20)\d{2}年?度?[)）])?[^。；，,]*?)(?:评选活动|评选|评比|活动)?(?:中|上|里)?[，,]?(?:[^；]*[，,、])?$"
)
# 记者张三、李四采写的通讯|《A》: who made what won, before it.
MADE_BY = re.compile(
    r"(?:其中|由|，)*[一-龥A-Za-z、（）]{2,48}(?:采写|撰写|拍摄|制作|编辑|创作|采制|摄制|编撰|报送|选送|提报)的?[一-龥]{0,10}"
)
# （作者：…，编辑：…）: who made what won.
MAKERS = re.compile(r"[（(](?:作者|主创|编辑|记者|撰稿|主创人员)[：:]")
ONLY_LEVELS = re.compile(
    rf"[的了]?(?:(?:(?!奖|赛)[一-龥]){{1,10}}(?:类|组|单元)(?=.))?(?:{LEVELS}|[金银铜一二三](?=、)|奖|[、和及各]|\d+|[一二两三四五六七八九十]|[件个项]|作品|奖项|等)*"
)
GOES_ON = re.compile(
    rf"(?:(?:19|20)\d{{2}}年)?(?:(?:代表|参加|通过|受到|得到|接受)[^，。；《]{{2,30}}(?=并|且|，))?(?:连续第?[一二三四五六七八九十\d]+[年次届度]|{ADVERBS}|，|后|被)*"
)
PART_LEAD = re.compile(
    r"^(?:其中|其余|余下|另外|包括|包含|含|分别为|分别是|即|具体为|具体是|具体有|具体包括|有)?(?:[，：:])?(?:[一-龥]{0,4}?(?:共|另|还)?(?:有|获得?|斩获))?"
)
TOTAL_AND_PARTS = re.compile(
    r"(?:奖[^：:]{0,6}[件个项]次?|榜上有名|[获得]奖|上榜|\d+[件篇](?:作品|节目)?[^：:，。]{0,8}获[^：:，。]{2,24}奖励?)(?P<colon>[：:])"
)
PRIZE_AND_PARTS = re.compile(
    rf"(?P<prize>(?:(?!获|荣|件|篇)[^，。；：:]){{2,40}}(?:奖|大赛|年赛|评析|评选|展评|展播|推优|盛典|好新闻|好作品)(?:[（(][^（）()]{{2,10}}[)）])?)(?:[：:]|[ \u3000\t]+)(?!{LEVELS})(?=[^，。；]*《[^》]+》(?:[（(][^（）()]{{1,20}}[)）])?[^，。；]{{0,6}}(?:获|摘|夺|{LEVELS}))"
)
# 获奖情况：中国新闻奖二等奖1件，…: a heading for what follows in the sentence.
# 全国交通优秀新闻作品：|纪录片《A》特别奖；…: the prize has no word of its own, yet levels stand right behind the titles.
NAME_AND_LEVELS = re.compile(
    rf"(?P<prize>(?=[^：:]*(?:优秀|精品|佳作|好|优|创新))(?!其中|部分|主要|本)[^，。；：:《》获]{{5,40}})[：:](?=(?:(?!奖)[一-龥A-Z0-9]){{0,10}}(?:《[^》]+》[、和]?)+(?:[（(][^（）()]{{1,20}}[)）])?(?:{LEVELS}))"
)
TALLY_LEAD = re.compile(
    r"(?:(?:19|20)\d{2}年度?[，,])?[^，。；：:《]{0,16}(?:获奖|奖项|荣誉|奖励)(?:的?[一-龥]{2}作品)?(?:还|情况|作品|名单|方面|如下|包括|有|为|主要)*[：:]"
)
# 报纸作品：|第28届江南新闻奖 《A》（通讯）二等奖: of what sort the honours are, under a heading for honours.
SORT_LEAD = re.compile(
    r"(?:报纸|广播|电视|新媒体|网络|新闻|文艺|融媒体?|集体|单位|个人|平台|栏目|作品|集团|中心|报社)(?:类?作品|类|荣誉|奖项|获奖)?(?:方面)?[：:]"
)
# 中国新闻奖二等奖1件: a prize and how many of it, where the heading says that these were won.
TALLY = re.compile(
    rf"(?!另|其中|还|含|共|有)[^，。；：:获评设颁《]{{2,40}}?(?:奖|好新闻|好作品|大赛)(?:{LEVELS}|[一-龥]{{0,8}}类|[、和及一二三四])*(?:各|共)?(?:\d+|[一二两三四五六七八九十]+)[件个项篇次]"
)
# X奖|：, X网络好新闻|：, X大赛（2019年度）|：
PRIZE_COLON = re.compile(
    r"[^：:，。；]*?(?:奖项?|好新闻|好作品|优秀[一-龥]{0,6}作品|正能量精品|大赛|竞赛|比赛|年赛|评选|评比|评析|展评|展播|推选|推优|征集|盛典)[（(]?[^：:，。；]{0,6}[)）]?[：:]"
)
# 荣誉墙: 《A》|——|第三十届X奖二等奖
DASH = re.compile(r"\s*(?:——|—|–|→)\s*")
# 江南省先进集体|（江南晚报）, 陈曦，|全国三八红旗手: who won stands in brackets or before a comma.
BARE_RECORD = re.compile(
    r"(?:(?P<before>[一-龥]{2,4})[，,])?(?P<honour>[^（(，,]{4,30}?)(?:[（(](?P<behind>[^（）()\d]{2,16})[)）])?"
)
# 甲、乙分获一等奖，|丙|获电视播音二等奖: a name by itself, no word for pieces or for what goes on.
PERSON_ALONE = re.compile(
    rf"(?!{ADVERBS}|[另其共有]|作品|稿件|节目|论文|选送|报送)[一-龥]{{2,3}}(?<![件篇部条])"
)
# X奖：|一等奖2件、二等奖《A》: the levels follow.
ONLY_PARTS = re.compile(
    rf"(?:其中|分别为|有)?(?:[一-龥]{{0,4}}?)(?:(?:{LEVELS})[^，。；：:]|(?:\d+|[一二两三四五六七八九十]+)[件个项篇](?:作品)?(?:{LEVELS}))"
)
# 第39届X奖|一等奖|作品《A》、|三等奖|《B》: works behind their level, one after another.
LEVEL_AND_WORKS = re.compile(
    rf"(?P<prize>[^，。；：:《》]{{0,40}}?)(?P<level>{LEVELS})(?:获奖)?(?:作品|稿件|节目)?[：:的]?(?P<works>(?:(?:(?!{LEVELS})[一-龥A-Z0-9]){{0,6}}《[^》]+》[、和]?)+)"
)
# 荣誉榜: “全国三八红旗手”|：要闻部主任沈雁
# X奖：|本台获奖作品共21件
TALLIED = re.compile(
    r"[^，。；：:《]{0,12}?(?:获奖|入选|上榜)(?:作品|节目|稿件)?(?:共计|共|总计|合计)?(?P<number>\d+|[一二两三四五六七八九十]+)[件项个篇]"
)
# “帮您问”：|全国典型案例、全省十佳案例
WINNER_COLON = re.compile(
    r"[一-龥A-Za-z0-9]{0,10}[《“](?P<name>(?:(?![：。；\n]).){2,40}?)[》”](?:[（(][^（）()]{1,30}[)）]|[一-龥]{0,6})?[：:](?=[^《：:]*$)"
)
# 主持人白露|：第三届江南金话筒
WHO_COLON = re.compile(r"(?P<name>[一-龥]{2,20})[：:](?=[^《：:]*$)")
HONOUR_COLON = re.compile(r"(?P<honour>[^：:，。；《》]{4,40})[：:](?P<winner>[^：:，。；]{2,30})$")
# 一等奖2件，|分别为|《A》《B》; 一等奖1件|（|广播消息《A》）
WHICH_ARE = re.compile(
    r"[（(]?(?:它们)?(?:分别|即|其中有?|包括|含|作品)?(?:为|是|有)?[：:]?(?=(?:[一-龥]{2,8})?《)"
)
# 一等奖1件（|《A》
COUNT_AND_TITLES = re.compile(r"\d[件个项篇部][（(][一-龥]{0,8}$")
# 居行业报前列：|一等奖5件: a remark on the total, then its parts.
REMARK_AND_PARTS = re.compile(rf"[^：:奖赛获《“]{{2,16}}[：:](?=(?:其中)?(?:{LEVELS}))")
LISTED_PARTS = re.compile(r"[（(](?:其中)?[：:，]?(?P<parts>[^）)]*(?:等奖|金奖|银奖)[^）)]*)[)）]")

# 全市先进单位、全县先进集体等|荣誉9项: how many there were in all, and no count of the last.
LIST_TOTAL = by_letter(
    r"等(?:各类|各项|多项|国家级|省部?级|市级|县级|[、和及]|以上)*(?:荣誉|奖项|称号|奖励|表彰)*(?:称号)?(?:共|共计)?(?:\d+|[一二两三四五六七八九十]+)余?[项个]$"
    # 江南新闻奖等|国家级大奖, 、Y奖等|系列奖项, “X奖”等|重量级奖项和表彰: what sort they were.
    r"|等(?:一系列|系列|各类|各项|各级|多项|多个|诸多|重量级|高规格|[一-龥]{1,4}级(?:及)?(?:以上)?|全国性?|全省性?|重要|重点|专业|行业|权威|(?:\d+|[一二两三四五六七八九十]+)[项个])+(?:大奖|奖项|奖励|荣誉|称号|表彰)+(?:[和及与](?:大奖|奖项|奖励|荣誉|称号|表彰))?$"
    r"|等(?:奖励|荣誉|表彰|称号)[和及与](?:奖励|荣誉|表彰|称号)$"
    # 最佳剪辑奖、最具人气奖|两项大奖
    r"|(?:共|这)?[两三四五六七八九十][项个](?:大奖|奖项|荣誉|殊荣|称号)$"
)
# 在主管部门组织的编校质量抽查中获评“优秀”: the judging and its level, where no prize has a name of its own.
RATED_IN = re.compile(
    r"(?:(?P<who>[^，。；《》]{0,16}?)(?:在|于))?(?P<award>[^，。；《》获评]{2,40}?(?:抽查|考核|评估|测评|审读|检查|核验|评审|评级))(?:工作|活动)?中?(?:再次|连续[一二三四五六七八九十\d]+年)?(?:名列|获评|被评为|获评为|被评定为|获得?|评为)“?(?P<level>优秀|优等|良好|一等|一级|特级|A{1,3}级?)(?:等[次级]|级)?”?(?:等[次级])?$"
)
# 被评定为|“优秀”等次
RATED = re.compile(r"“?(?P<level>优秀|优等|良好|一等|一级|特级|A{1,3}级?)”?(?:等[次级]|级|档次)?")
# 5篇获|该奖|一等奖
SAME_PRIZE = re.compile(
    r"(?:该|此|本|这一|上述|同一)(?:届|次|类|项)?(?:大?奖项?|评选|评比|大赛|比赛|赛事|活动|荣誉|称号)"
)
_PRIZE_ALONE = re.compile(r"[^，。；届一二三\d“]{2,16}奖")


def several_uncounted(words: str) -> bool:
    """Tell whether `words` names several prizes without edition, level or count: 江南新闻奖、东海新闻奖."""
    parts = re.split("[、和]", words)
    return len(parts) > 1 and all(_PRIZE_ALONE.fullmatch(part) for part in parts)


# 列入年度重点任务, 列入议事日程: what is planned, and no honour.
PLANNED_AFTER = re.compile(
    r"[^，。；]{0,10}?(?:任务|日程|议程|预算|考核|工作计划|整改|清单|读物|教材|课程|选修|必修)"
)
# 这是中心成立以来的首个省级一等奖: said of the honour told before.
SAID_OF_IT = re.compile(
    r"实现(?:了)?[^，。]*突破|填补|(?:这|也)+(?:也?是|标志)|系(?!列)[^，]{0,12}首|为[^，]{0,12}(?:首次|首个|历史)|创(?:下|造)?(?=[^，。；《]{0,8}(?:新高|新低|纪录|历史|最好|最佳|佳绩))"
)
# 获得“中国青年五四奖章”|的返乡青年, 获中国新闻奖|零的突破: told of somebody else, or counted elsewhere.
OF_SOMEBODY = re.compile(
    r"零的突破|(?:称号|荣誉|奖章?|”)的(?!荣誉|称号|殊荣|表彰|领奖台|光荣榜|[一二三特]等奖|[金银铜]奖|优秀奖|[一-龥]{0,12}《)[一-龥]{2,}"
)
# 争取在省级以上评奖中获一等奖5件: what is meant to be.
MEANT = re.compile(r"争取|力争(?!上游)|争创|冲[击刺]|瞄准|确保|不少于|拟|有望|目标")
# 评出好稿|一等奖2件, 表彰优秀通讯员10名
GIVES = re.compile(
    r"(?:评(?:选|审)?出|决出|颁出|颁发|设(?:立|有|置)?|表彰(?!为)|奖励|产生)了?(?=[^，。；《]{0,20}(?:等奖|[金银铜]奖|优秀奖|\d+[名个件人位]))"
)
# 授予|我台|“先进集体”称号
GIVEN_TO = re.compile(
    r"了?(?P<who>[^“”，。；全国省市县《\d]{2,16})(?=[“全国省市县]|第[一二三四五六七八九十\d]+届|\d{4}年)"
)
SO_MANY_PEOPLE = re.compile(
    r"[\d一二两三四五六七八九十百]+(?:多|余)?(?:[人名位户家]|个(?:集体|单位|家庭|团队))[^，。；《]{0,8}$"
)
HOUSE = re.compile(
    r"[我本](?:社|台|报|刊|网|中心|集团|单位)|中心|集团|报社|编辑部|记者|编辑|主持人|员工|职工|同志|[报台社网]\d"
)
# 承办|全省青少年书法大赛
HELD_BY_US = re.compile(
    r"(?:[^，。；]{0,10})?(?:承办|主办|举办|组织|开展|发起|策划|协办)(?:了)?(?!的)[^，。；]{2,30}(?:奖|大赛|竞赛|比赛|评选|评比|展评|展播|推选|征集|征文)(?:活动)?$"
)
# 获|同届|三等奖
SAME_EDITION = re.compile(rf"(?:同届|该届|同奖项)(?:的)?(?=(?:{LEVELS}))")
# 中宣部公布|第十五届“五个一工程”|获奖名单
ISSUED = re.compile(
    r"[^，。；：获]{2,30}?(?:公布|发布|通报)了?(?P<award>(?:(?:19|20)\d{2}|第|首届|全|中国|“)[^，。；：]{2,50}?)(?:获奖|入选|评选|评比|推选)*(?:结果|名单|作品)*"
)
# 分别是：|中国新闻奖三等奖1件
LISTING = re.compile(r"(?:其中)?(?:分别|依次|具体)?(?:是|为|有|包括)[：:]")
# 获得江南新闻奖的有：|《A》（一等奖）
HOLDERS = re.compile(
    r"(?:其中)?(?:荣获|获得|获|入选)(?P<prize>[^，。；：《]{3,40})的(?:作品|稿件|节目)?(?:分别)?(?:有|是|为|包括)[：:]?(?=[^，。；]{0,8}《)"
)
# 摘得|1金2银2铜
MEDALS = re.compile(
    r"(?:(?P<金>\d+|[一二两三四五六七八九十])[枚个]?金[、，]?)?(?:(?P<银>\d+|[一二两三四五六七八九十])[枚个]?银[、，]?)?(?:(?P<铜>\d+|[一二两三四五六七八九十])[枚个]?铜)?(?:的(?:好)?成绩)?"
)
# 在…检查中获评|“安全播出先进集体”: an honour by its own name, whatever it was given in
NAMED_HONOUR = re.compile(r"“[^”]*(?:先进|文明|示范|标兵|能手|模范|先锋|红旗)[^”]*”(?:荣誉)?(?:称号)?")
# What is given to houses and not to people or pieces.
FOR_HOUSES = re.compile(
    r"(?:单位|集体|企业|报纸|报刊|期刊|中心|基地|媒体|文明号|先锋号|之家|[十百]强|党组织|党支部|党委)[”）)]?$"
)
# 在X展览中|有3幅作品|获奖
SO_MANY_OF_IT = re.compile(
    r"(?<=[中上里])(?:共|还|又|先后)?有?(?:\d+|[一二两三四五六七八九十]+)余?[件幅篇个项部组条](?:[一-龥]{0,4}(?:作品|稿件|节目|论文))?$"
)
# 以“最佳摄影”|折桂第十届X奖
AS_WHAT = re.compile(r"以“(?P<level>最[^”]{2,8}|[^”]{2,6}奖)”(?:的成绩|的身份)?$")
# 夺冠, 夺魁: the verb tells the level.
TELLS_LEVEL = {"夺冠": "冠军", "夺魁": "冠军", "摘金": "金奖", "夺金": "金奖", "摘银": "银奖", "夺银": "银奖"}
# 在该奖评选中，同一评选里，: the prize named before.
SAME_CONTEXT = re.compile(
    rf"(?:而|另外|此外|，)*(?:在|于)?(?:{SAME_PRIZE.pattern})(?:评选|活动)?[中里上]?，?"
)
# 在…比武中|以总分第二名的成绩|荣获…
WITH_WHAT = re.compile(r"(?<=[中上里会])以[^，；《]{2,20}$")
# 在X大赛上，《A》获|“十佳栏目”称号, 优秀作品二等奖
MARKED_LEVEL = re.compile(
    rf"“(?P<marked>(?:[十百]佳|最[佳美]|优秀|金牌|银牌)[一-龥]{{2,8}})”(?:称号|荣誉)?|(?:优秀|获奖)?(?:作品|节目|稿件|新闻作品)(?P<level>{LEVELS})"
)
# 全年|无作品|获得中国新闻奖
NOBODY = re.compile(r"(?:无|没有|尚未|从未|未能?)(?:一?[件篇部]|作品|人)?[^，。；《》”]{0,6}$")
# 捧得二等奖|奖杯, 获金奖|的好成绩
TROPHY = re.compile(
    r"(?<=[奖军名])(?:奖[杯牌]|的(?:好|优异)?(?:成绩|佳绩))$|(?:收入囊中|[揽收]入[一-龥]{1,2}[中下]|捧回|带回家|[中里]的?唯一[^，。；]*|(?<=”)榜单?的[^，。；]*)$|(?<=等功)[一二三四\d]次$"
)
# 《A》|赫然在列
LISTED = re.compile(r"脱颖而出|胜出|突出重围|上榜|榜上有名|[一-龥]{0,2}在列|[名位]列其中|金榜题名|[登入]榜")
# X奖一等奖|花落|《A》, X奖一等奖|由|《A》|摘得: the prize first, then who won it.
INVERTED = re.compile(
    rf"(?:其中|而|，)*(?P<prize>[^，。；：《]{{0,40}}?(?:{LEVELS}|[奖军]))(?:花落(?P<on>[^，。；]{{2,60}})|(?:颁给|授予|归)了?(?P<to>[^，。；《]{{0,8}}(?:《[^》]+》[、和]?)+)|(?:则|均|都|分别)?由(?P<by>[^，。；]{{2,60}}?)(?:摘得|获得|夺得|斩获|摘取|收获|捧回|包揽|问鼎|折桂|拿下|夺走|摘下|赢得))$"
)
INVERTED_SIGN = re.compile("花落|颁给|授予|归|由")
"""Quickly found, and in all of these."""
# 《A》（|第五届X大赛铜奖|作品）: what a piece won stands in brackets behind it, without a verb.
BRACKETED_PRIZE = re.compile(
    rf"《(?P<work>[^《》]+)》[（(](?P<prize>(?!{LEVELS})[^（）()，；：:《》获]{{4,50}}?(?:{LEVELS}))(?:获奖)?(?:作品|节目|稿件)?[)）]"
)
# 《A》一等奖、《B》二等奖（均为|江南新闻奖）: what all of them won stands in brackets behind the last.
PRIZE_BEHIND = re.compile(
    rf"(?:{LEVELS})(?P<bracket>[（(])(?:以上|上述)?(?:[均皆同都][为系是])?(?P<prize>[^（）()，；：:《》获]{{4,40}}?(?:奖|大赛|评选|推优))[)）]$"
)
# X奖|获奖作品5件: the verb within a noun, the count behind it
WON_COUNTED = re.compile(
    r"(?:其中|此外|另有|，)*(?P<prize>[^，。；：《]{4,40}?(?:奖|好新闻|好作品|大赛))(?:获奖|入选|入围)(?:作品|节目|稿件)(?:共计|共|总计|合计)?(?P<number>\d+|[一二两三四五六七八九十]+)[件项个篇]"
)
# 中心报送的《A》|在|X大赛中，
PIECE_IN = re.compile(r"[^，。；]*》(?:[（(][^（）()]*[)）])?[^，。；]{0,6}?在(?=[^，。；]{4})")
# 继2020年|获X奖后
AFTER_WHICH = re.compile(r"继[^，。；《]{0,12}$")
# 县内3家合作社|获评…, 本报小记者在作文大赛中有128人次|获奖
MANY_OUTSIDERS = re.compile(
    r"(?:小记者|小主持人|小主播|小演员|学员|受访者|采访对象|被报道者|报道的人物)|[\d一二两三四五六七八九十百]+余?[家户所个名位](?:[一-龥]{0,4})(?:企业|合作社|农户|家庭|学校|[村社]区?|乡镇|居民|市民|村民|学生|商户|景区|产品)$"
)
# 《A》|被第28届X奖评为|优秀戏曲节目, 被X大赛组委会授予优秀组织奖: the prize itself, or who judges it, tells what it gave.
BY_PRIZE = re.compile(
    r"被(?P<prize>[^，。；《》]{3,40}?(?:奖|大赛|竞赛|评选|评比|推优|展评|展播|盛典|好新闻|(?<=届)[一-龥“”]{2,20}?))(?:组委会|评委会|组织委员会|评审委员会)?(?:授予|评为|评定为|评选为|认定为|推选为|遴选为)"
)
_THE_HOUSE = r"(?:[我本全](?:社|台|报|刊|网|中心|集团)|中心|报社|集团|总台|我们)?"
_SO_MANY = r"(?:\d+|[一二两三四五六七八九十]+)"
_ON_THE_LIST = r"(?:入围|入选|进入|登上|跻身)了?(?:最终)?(?:的)?(?:获奖|入选|入围)?(?:名单|榜单)"
# 江南新闻奖（2021年度）|14件作品入围, 第三十三届江南新闻奖|拿回7件: the prize opens the clause, no 在 before it.
PRIZE_AND_COUNT = re.compile(
    rf"(?:其中|此外|另外|，)*(?P<prize>(?!在|于|[我该此这]|本(?!届)|获|荣|以|由|因|[一-龥]{{0,4}}?(?:另|还)有)(?:(?![获件篇《拿捧摘斩夺揽]|评出|表彰|颁)[^，。；：]){{2,40}}?(?:(?<![等金银铜优秀])奖|好新闻|好作品|大赛|年赛)(?:[（(](?:19|20)\d{{2}}年?度?[)）])?)(?:评选)?中?{_THE_HOUSE}(?:共|总共|一共|合计|总计|还|又|再|也|先后|已|有)*"
    rf"(?P<verb>(?:获奖|得奖|入选|上榜|拿[下到回了走]|捧[回得]|[获摘斩夺]得?|收获|斩获|揽[得回获]|得)了?)?(?P<number>{_SO_MANY})余?[件个项篇部](?:新闻)?(?:作品|稿件|节目)?(?P<won>获奖|入围|入选|上榜|榜上有名|得奖|中选|{_ON_THE_LIST})?"
)
# 在X奖评选中，|本社13件作品入围获奖名单, 我社获奖作品13件: how many of the prize of the context.
COUNTED_OF_IT = re.compile(
    rf"{_THE_HOUSE}(?:共|总共|一共|还|也|先后|有)*(?:(?P<number>{_SO_MANY})[件个项篇部](?:新闻)?(?:作品|稿件|节目)?{_ON_THE_LIST}|(?:获奖|入选|入围|上榜)(?:新闻)?(?:作品|稿件|节目)?(?:共计|共|总计|合计|有|达|为)*(?P<told>{_SO_MANY})[件个项篇部])"
)
# 参评|第十六届X奖|，10件榜上有名: what was entered for, and the honours follow.
ENTERED = re.compile(
    rf"(?:其中|此外|另外|，)*(?:{_THE_HOUSE}|记者|编辑|(?:选送|报送|推荐)?(?:作品|节目|稿件))(?:参评|参加|角逐|逐鹿|征战|出战)了?(?P<award>[^，。；：《获]{{3,40}}?(?:奖|大赛|竞赛|评选|评比|推优|展评|展播|好新闻|好作品))(?:评选|评比|的?角逐|的?比拼)?"
)
# 《A》获一等奖，《B》获二等奖|（均为江南新闻奖）, |，均为江南新闻奖: what all before it won is told at the end.
ALL_OF_PRIZE = re.compile(
    r"(?:[（(]|，)(?:以上|上述|两者|三者)?(?:[均皆都]为|[均皆都]是|[均皆都]系|[均皆都]属)(?P<prize>(?!其中)[^（）()，；：:《》获]{4,40}?(?:奖|大赛|评选|推优|好新闻))(?:评选)?(?:奖项)?[)）]?[。；]?\s*$"
)
# 被评为|“十佳导演”: the level of the prize that the clause before named, for it names none of its own.
MARKED_BEST = re.compile(r"“(?P<level>(?:十佳|最佳)[一-龥]{2,4})”(?:称号|荣誉)?")
# 最有分量的是|《A》的第三十二届中国新闻奖二等奖
OF_THE_PIECE = re.compile(
    rf"[^，。；：《]{{0,16}}(?P<pieces>(?:《[^》]+》[、和]?)+)的(?P<prize>(?:第[一二三四五六七八九十百\d]+届|首届|(?:19|20)\d{{2}}年度)[^，。；《》]{{2,30}}?(?:{LEVELS}))"
)
