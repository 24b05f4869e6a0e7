"""Words of asking as people speak them, put into the words in which a question is read: 多会儿 as 什么时候, 拢共 as 一共."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib import resources

# 降到什么水平, 收入几何: how much.
_HOW_MUCH = re.compile(
    r"(?P<to>(?:降|升|涨|跌|达|提高|减|增|做|缩|掉|回落|攀升)?到)(?:了)?(?:什么|哪个|哪种|怎样的?|啥)(?:样的)?(?:水平|程度|数|地步|量级|规模|高度|份上)(?:了|上)?(?=[？?。]?$)"
)
# 成交额有多大: a sum is as large as it is much, and no floor.
_AS_LARGE = re.compile(r"(?<=[额量率数入金])(?:能?有|是|达)?多[大高](?=[？?。]?$)")
# 给国家上了多少税, 一年来了多少钱, 政务服务挣的钱, 办成的比例: what a report has one noun for.
_NOUNS = tuple(
    (re.compile(said), noun)
    for said, noun in (
        (
            r"[给向为](?:国家|国库|财政)(?:上[交缴]|[交缴上]|贡献)(?:的|了)?(?P<much>多少|几万)(?:钱|元)?的?(?:税(?:金|款|钱|收)?)?",
            r"纳税\g<much>",
        ),
        (r"(?<=[年共里社台心团报])[进来]了(?=多少钱)", "收入"),
        (r"(?:挣|(?:挣|赚)[来到])的钱", "收入"),
        (
            r"(?P<what>办结|办成|办妥|满意|回复|答复|差错|出错|签订|参保|收视|休假|解决|整改)的(?:比例|比率)",
            r"\g<what>率",
        ),
        (
            r"能(?:替|帮|给)?(?:老百姓|百姓|群众|大家|大伙儿?|市民|村民|我们)?办(?P<much>多少|几)[样件种项]?(?:事情?|业务)",
            r"有\g<much>项服务事项",
        ),
        (r"(?:几|多少)天(?:几|多少)夜", "几昼夜"),
        # 小短剧加一块儿让人看了多少回, 那条片子看了多少遍; 看了老人几回 is of visits
        (
            r"(?:(?:让|被|给)(?:大家|人|网友)?|(?<=[片剧频目品条部集]))看了?(?P<much>多少|几)(?:回|次|遍)(?=[？?。]?$)",
            r"播放量\g<much>",
        ),
        # 在省里评上头等的是哪两件: 头等舱 is no award
        (r"(?P<got>(?:[评得拿获争夺]|入选)[上了到过得]*)(?:个)?头等(?:奖)?(?![舱座大要])", r"\g<got>一等奖"),
        # 报纸从天天出改成三天出, 一礼拜出三回改成周二刊: how often a paper comes out
        (
            r"(?:[从由])?(?:每天|天天|日日)(?:都)?出(?:报|刊|版)?(?=(?:改|变|减|缩|压))",
            "由日报",
        ),
        (
            r"(?P<to>(?:改|变|减|缩|压)(?:成|为|到|作)?了?)(?:[一1每]?(?:周|个?礼拜|个?星期))?(?:只|才)?(?:出(?:版)?(?P<n>[2-6两二三四五六])(?:天|回|次|期|张)|(?P<m>[2-6两二三四五六])(?:天|回|次|期|张)(?:一?出|出版|出报))",
            r"改为周\g<n>\g<m>刊",
        ),
        (r"不再?(?:天天|每天|日日)(?:都)?(?:出(?:报|刊|版)?|印|见报)了?", "由日报改为周刊"),
        # 哪几档节目接的《转转转》的班
        (r"接(?:的|了|过)?(?P<of>[《“]?[^，,。？?的]{2,14}[》”]?)的班(?![组次车长子])", r"接替\g<of>"),
        # 都请些啥人来聊
        (
            r"(?:都|都?[是会有])?请(?:来|到)?(?:了|过|的)?(?:都)?(?:是)?些?(?:谁|什么人|啥人|哪些人)(?:来|做客|当嘉宾|上节目)?(?:聊|谈|讲|说|坐坐)?(?=[？?。]?$)",
            "请了哪些人",
        ),
        # 后来换了个啥名儿
        (r"(?:改|换|更)了?个?(?:什么|啥)(?:新)?(?:名[字称]?儿?|称呼|叫法)(?=[？?。]?$)", "改叫什么"),
        # 给老人用的那版
        (r"给(?:老人家?|老年人|上了?年纪的人?)用的[这那]?1?个?(?:版本?|模式)", "长辈版"),
        # 写的那篇有多少人看
        (
            r"(?P<piece>[这那]篇(?:[\u4e00-\u9fff]{0,4}(?:稿子?|文章|报道|通讯|评论|手记))?)(?:1共|一共|后来)?有?(?P<much>多少|几)个?人(?:看|读)(?:过|了)?(?=[？?。]?$)",
            r"\g<piece>阅读量\g<much>",
        ),
        # 从报社走掉的人
        (
            r"(?:[从由打](?:咱们?|我们)?(?:报社|社里|台里|电视台|单位|中心|集团|这[里儿]))?(?:走掉|走了|离开)的人(?:员|手)?",
            "离职人员",
        ),
        # 记者出一趟海的补贴
        (
            r"(?:记者)?(?P<go>[出下跑值])(?:[一1每])?[趟次回个](?P<what>海|乡|夜班|差|现场)的?(?P<pay>补贴|津贴|补助)",
            r"\g<go>\g<what>\g<pay>",
        ),
        # 熬一个夜班，2021年比2019年还能多拿几块
        (
            r"(?:熬|值|顶|上)(?:[一1每])?(?:个|次|晚)?夜班(?P<rest>[^？?]*?)(?:还|又)?(?:能|可以?|要)?(?P<way>[多少])[拿领给发挣]到?了?(?P<much>多少|几)(?:块钱?|元|钱)",
            r"夜班补贴\g<rest>\g<way>\g<much>元",
        ),
        # 2019年涨价以后
        (r"(?<=[年□])(?:涨价|提价|上调|调整|涨钱)(?:以后|之后|后)", ""),
        # 错别字一共让人罚了多少钱
        (r"(?:[一1]?共|总共|总计)?(?:让人|叫人|给人)(?=[罚扣])", ""),
        # 送书包那个活动
        (r"(?<=[\u4e00-\u9fff])[那这]个(?=(?:活动|项目|行动|大赛|比赛)[，,的])", ""),
        # 客户端能办的事一年比一年多
        (
            r"(?:能|可以?)(?:替|帮|给)?(?:[老群]?[百大众]姓?家?)?办的(?:事情?|业务)(?!(?:都|主要)?[有是]?(?:哪|什么|啥))",
            "服务事项",
        ),
        # 退回去的红包折多少钱
        (r"折(?:成|算成|合成)?(?=多少钱)", ""),
        # 好稿一篇奖多少
        (
            r"(?:[1一]|每[1一]?)(?:篇|条|部|件|个|次|人)(?:能|要|可以|都)*奖(?:励|了)?(?:多少|几)(?:块钱?|元|钱)?(?=[，,。？?]|$)",
            "奖多少钱",
        ),
        # 出海补贴一趟给多少
        (
            r"(?:[1一]|每[1一]?)(?:趟|班|晚上?|次|场|篇|条|期)(?:能|要|可以|都)*(?:给|补|发|拿|付|领)(?:到|了)?(?:多少|几)(?:块钱?|元|钱)?(?=[，,。？?]|$)",
            "多少钱",
        ),
        (
            r"(?:每[1一]?|[1一])[天期日](?:都|能|还|要|大概)*(?:印(?:出来?)?(?:多少|几万?)(?:份|张)?|[发卖送](?:出去?|掉|去)?(?:多少|几万?)份)(?=[，,。？?]|$)",
            "发行量多少",
        ),
        *(
            (
                rf"{span}(?:都|要|会|有)*(?:在)?(?:用|上(?=[^，]{{0,8}}(?:客户端|平台|网))|打开|登录|刷|点开)(?P<app>[^，,。？?的了几多]{{2,10}})的(?:人|用户)",
                rf"\g<app>{noun}",
            )
            for span, noun in (("(?:每天|每日|天天)", "日活跃用户"), ("(?:每个?月|月月)", "月活跃用户"))
        ),
        (
            r"(?:每个?月|[1一]个月|月均)(?:平均|人均|能|可以)*多(?:拿|领|发|开|挣)到?了?(?:多少|几)(?:[百千万]?(?:块钱?|元)|钱)?(?=$|[？?，,。])",
            "月均增收多少钱",
        ),
        (r"(?P<of>夜班|高温|采访|交通|加班|餐)(?:能|每次|一次|1次)?补(?=多少|几)", r"\g<of>补助"),
    )
)
_AT_END = re.compile(r"(?<=[\u4e00-\u9fff])(?:有)?几何(?=[？?。]?$)")
_ASKS = re.compile(r"多少|几|哪|什么|啥|谁|吗|怎|咋|为何|如何|有没有|是否|何时|百分之")
# 粉丝有好多: where nothing else asks, 好多 is the Sichuan 多少.
_MANY = re.compile(r"好多(?=$|[？?。个件条篇期场次名位家人份钱万元])")


@cache
def _readings() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return how each member of `spoken.txt` is read, and what finds them, the longest first."""
    text = resources.files("search.questions").joinpath("spoken.txt").read_text(encoding="utf-8")
    lines = (line.split(">") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    read = {said: reading.strip() for members, reading in lines for said in members.split()}
    return read, re.compile("|".join(map(re.escape, sorted(read, key=len, reverse=True))))


def read_plainly(asked: str, names: Collection[str] = ()) -> str:
    """Return a question in the words in which it is read; what stands inside one of `names` stays as it is."""
    read, said = _readings()
    asked = said.sub(lambda found: found[0] if _named(found[0], asked, names) else read[found[0]], asked)
    for spoken, noun in _NOUNS:
        asked = spoken.sub(noun, asked)
    asked = _AS_LARGE.sub("是多少", asked)
    asked = _AT_END.sub("多少", _HOW_MUCH.sub(r"\g<to>多少", asked))
    if not _ASKS.search(asked):
        asked = _MANY.sub("多少", asked)
    return asked


def _named(said: str, asked: str, names: Collection[str]) -> bool:
    return any(said in name and name in asked for name in names)
