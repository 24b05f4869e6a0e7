"""Whether a sentence can be an answer to the form of a question: one with a cause to why, with a place to where, with a person to who."""

from __future__ import annotations

import re

from search.questions.reading.reading import Question
from search.questions.wording.intents import WEEKDAY, Intent
from search.questions.wording.kinds import holds_post, tells_kind, tells_person, tells_place

CAUSE = re.compile(
    r"因(?!此|而)|由于|受.{1,24}影响|鉴于|出于|解[决除][^,，。]{2,16}(?:问题|难题|困难|之忧)|免除[^,，。]{2,12}之忧|旨在|以便|为(?:了|进一步|更好|适应|方便|破解|解决)|随着|考虑到|缘于|源于|所致|偏低|走低|[量率数度]低|下滑|(?<!以下)(?<!如下)(?<!存在)(?<!些)(?<!存在的)不足(?!之处)|缺口|短缺|制约|亏损|老化|完成使命|任务完成|到期|合并|整合|调整"
)
WHO = re.compile(
    r"谁|哪位|哪[1两几]?[个名](?:学生|记者|编辑|老师|主持人|员工|职工|同事|干部|孩子|选手|医生)|哪1?个人|哪[些几]个?人|什么人|何人|(?:人|记者|编辑|主播|老师|书记|医生|导演|[者员生长手])(?:叫(?:什么|啥)|的?(?:姓名|名字))"
)
WHERE = re.compile(r"在(?:哪|什么地方|何处)|哪里|哪儿|什么地方|哪[些几1]?个?地方|[去到上往]了?哪(?:去)?了?$")
# 小候鸟的孩子都是哪来的, 轮椅的钱哪来的
FROM_WHERE = re.compile(r"(?:从)?哪(?:里|儿)?来的?(?:了)?$|(?:来自|源于|出自)哪")
_FROM = re.compile(
    r"来自|源[于自]|出自|来源于|由[^，。]{2,16}?(?:捐|出资|资助|赞助|提供)|从[^，。]{2,12}?(?:来|引进|抽调|选派)"
)
_PLACE = re.compile(
    r"[在于](?![全各此其我本这线年时我])[\u4e00-\u9fff\d“”]{2,16}?(?<![中下上时后前])[举召启开揭落首上成建设立拍录播演签集挂比创诞发放赠展]|[刊办立建生播]于[\u4e00-\u9fff]{2,12}(?=[，。；、]|$)|位于|[到赴去][\u4e00-\u9fff\d]{1,10}(?:医院|学校|大学|中学|小学|学院|广场|社区|公园|基地|中心|村|镇|县|馆)|移师|移[到至]|搬[到至进]|迁[到至往]|改在|落户|设在|建在|坐落|走进|来到|取景(?:地|于|在)|[为给][\u4e00-\u9fff\d]{2,12}?(?:建[起成]|捐建|援建|修建|安装)|赶?赴|登陆|[捐送赠发寄投运]给|[捐送赠发寄投运]往|转[入到至岗]|调[入到往]|并入|划[入归]|充实到|分流[到至]|编入"
)
# 给哪里的学校建了食堂: 为下江乡3所村小建起食堂.
_OF_PLACE = re.compile(r"(?:哪里|哪儿|什么地方|哪[些几1]?个?地方)的|去过?(?:哪里|哪儿|哪[些几1]?个?地方)")
# 在哪家医院做的: a hospital told by its name.
_PLACE_ASKED = re.compile(r"哪1?[个家所座间处]([\u4e00-\u9fff]{2})")
_TURNS = (
    (re.compile(r"减|降|少了|变少|下滑"), re.compile(r"减|降|少|下滑|取消|暂停")),
    (re.compile(r"增|涨|多了|变多|上升|提高"), re.compile(r"增|涨|升|提高|翻")),
)
"""What a question says of how something changed, and how a sentence tells the same."""
_HONOUR = re.compile(
    r"奖|称号|先进|荣誉|获评|评为|标兵|能手|入选|授予|表彰|优秀|十佳|文明号|先锋号|文明岗|模范|奖章|示范|最美|红旗|名专栏|榜"
)
_HANDLING = re.compile(r"受|[更纠]正|处[理置罚分]|惩[罚处]|追责|问责|批评|补救|应对|善后|收场|安置")
HANDLED = re.compile(
    rf"(?:怎么|如何|怎样)(?:被)?(?:{_HANDLING.pattern})|(?:采取|做|想|有)(?:了|过)?(?:什么|哪些)(?:补救|善后|应对|处置|处理)"
    r"|受(?:到|了|过)?(?:什么|哪些|何种)(?:处罚|处分|处理|惩罚|惩处)"
)
PUNISHED = re.compile(
    r"处罚(?:没有?|吗)$|受(?:到|了|过)?(?:什么|哪些|何种)[处惩]|(?:怎么|如何|怎样)(?:被)?(?:[更纠]正|处[理置罚分]|惩罚|追责|问责|批评)"
)
_DEALT = re.compile(
    r"更正|致歉|道歉|问责|通报|整改|处理|撤[换职]|免职|开除|辞退|解聘|除名|记过|警告|罚|扣|约谈|追责|批评|停职|调离|处罚|扣发|处置|关闭|黑名单|不再(?:采用|录用|聘用)|检讨|取消|删除|撤下|下线|修复|改造|加装|更换|排查|安置|补偿|澄清|应急|启动|联系|抢修"
)
_SUFFERED = re.compile(r"受(?:到|了|过)?(?:什么|哪些|何种)[处惩]")
_PENAL = re.compile(
    r"问责|通报|撤职|免职|开除|辞退|解聘|除名|记过|警告|罚|扣|停职|调离|处分|约谈|追责|取消|检讨|黑名单|不再(?:采用|录用|聘用)|停岗|待岗|降[级职薪]"
)
WHETHER = re.compile(
    r"有没有|有无|是否|是不是|吗$|(?<=[\u4e00-\u9fff])不$|(?<![什怎])么$|没有?$|([\u4e00-\u9fff])没\1"
)
WHO_MADE = re.compile(
    r"谁(?:给□?)?(?:采?写|撰|拍|导|主持|编|唱|画|做|采|创作|摄|题|配|作|谱|执[笔导]|掌镜|开发|设计)|谁的?(?:作品|手笔|镜头)|(?<!工)作者|主创|导演(?:是|叫|为)"
)
_MADE = re.compile(
    r"采写|主持(?!召开|会议|工作|下)|执导|拍摄的|[所拍]摄|拍[下的到得]|抓拍|快门|镜头|掌镜|摄影[：:]|撰写|题[写词名]|(?<!工)作者|导演|主持人|编剧|演唱|执笔|主创|作序|题序|配音|谱曲|作[词曲]"
    r"|[由]\S{2,8}[写拍导编制]|[写绘画谱编排]成|所[写作编绘画]|手绘|开发|设计|操刀|创作"
)
_CRAFT = re.compile(r"(?<!歌)曲|唱|画|译|配音|作词")
"""Crafts that none but their own word tells."""
# 由一名企业家捐资, 由本报记者与师大学生共同采写: who did it, though nobody is called by a name.
_BY_WHOM = re.compile(
    r"由(?!于|此|来|衷|\d)[\u4e00-\u9fff][^,，。；;]{1,24}?(?:写|拍|制|办|演|唱|捐|赠|出资|资助|主持|承担|负责|执导|创作|编|设计|主讲|授|讲|口述|朗[读诵]|录|带队|采|担任|提供|撰|管|维护|运营|布置)"
)
_THING_CALLED = re.compile(
    r"((?:人工智能|ai|虚拟|数字|智能|机器人)[\u4e00-\u9fff]{0,6}?)的?(?:名字)?叫(?:什么|啥)"
)
_WHY = re.compile(r"为什么|为何|原因|缘故|凭什么|怎么会")
_WINNING = r"第1(?![次个届时间家所座条场期部批集章篇件本天年季支档站位])|冠军|夺冠|头名|榜首|夺魁|摘冠|折桂|魁首|优胜|最佳"
FIRST_PLACE = re.compile(rf"{_WINNING}|赢|胜出")
_WON = re.compile(_WINNING)
# 稿费捐给了谁: whoever got it, a person or a body.
_GIVEN = re.compile(r"给(?:了|过)?(?:谁|哪些人|什么人)(?!.*的)")
_GIVEN_TO = re.compile(
    r"[捐送赠发交寄投献卖让借分拨]给|[向给为][\u4e00-\u9fff]{2,16}?(?:捐|赠|送|发放|投放)|移交|转交|交付|给予|资助|用于|由[\u4e00-\u9fff]{2,12}(?:管|保|收|接|使|分)"
)
# 送药的是些什么人: what people they are, though none is called by a name.
WHAT_PEOPLE = re.compile(r"(?:什么|哪些|哪几类|哪类)样?的?人")
_SHOWN = re.compile(r"[拍写讲采演记录报道叙述关注]+(?:的|了|过)?")
_PEOPLE = re.compile(
    r"[\u4e00-\u9fff](?:者|员|手|师|生|户|家属|干部|学生|群众|市民|村民|居民|老人|孩子|家长|民警|医护)"
)
WITH_WHOM = re.compile(
    r"[跟和与同](?:谁|哪|什么)|(?:合作|共建|共同主办|联合主办|联合|协办)(?:的)?(?:方|单位|伙伴|对象|机构)(?:都)?(?:是|有)?(?:谁|哪|什么)"
)
MADE_OF = re.compile(
    r"由(?:哪|什么)|(?:哪[些几1两2-9]?|什么)[家个]?(?:单位|部门|媒体|机构)?(?:合并组建|合并?|整合|组建|组成|拼|并)(?:到1起|在1起|而|起来|成|来|的)"
)
_MADE_UP = re.compile(
    r"由\S{2,60}(?:合并|合1(?:家|体)?|整合|组建|组成|重组|合组|归并)|(?:合并|整合|归并)\S{2,60}(?:组建|成立|组成|而成)"
    r"|整合了?原\S{4,60}|[与和跟同][^，,。；;]{2,30}?(?:合并|归并|整合|重组|并)[为成]"
    r"|(?:聘请|邀请|招募|吸纳|选聘|抽调)\S{2,30}(?:组成|组建|担任)"
    r"|(?:成立|挂牌|揭牌|组建)\S{0,12}整合了?\S{6,60}(?:单位|部门|机构|媒体|资源)"
)
_TOGETHER = re.compile(
    r"[与同和跟][^，。；]{2,40}?(?:合|共|联|签|交换|互|协|携手|结对|一起|1起|牵手)|联合|携手|合作|共建|合办|联手|协办|共同"
)
# 报道带来什么变化: what came of it.
_CHANGED = re.compile(
    r"(?:带来|引起|产生|引发|起到?|收到|有)(?:了|过)*(?:什么|哪些)(?:样的)?(?:变化|结果|作用|反响|效果|影响|成效|反应)"
)
_EFFECT = re.compile(
    r"推动|促[成使进]|出台|引发|引起|整改|关停|立案|查处|批示|转[发载]|点赞|反响|关注|抓获|打掉|追回|更换|解决|修[订改]|约谈|停业|处罚|好评|热议|热搜|登上|下架|捐|改变|拆|被|取消|(?:见报|播出|报道|刊[发播]|发布|曝光|推出)后|提[高升]|带动|吸引"
)
# AI审校谁家的系统
_WHOSE = re.compile(r"谁家的?(?!属|人)")
_HOUSES = re.compile(r"公司|集团|科技|研究院|研究所|大学|学院|厂商|新华社|人民网|合作|联合")
_WHO_IS = re.compile(r"^□是(?:谁|什么人)$")
_POST = re.compile(
    r"(主编|总编辑?|编审|制片人|总监|台长|社长|主任|部长|校长|院长|队长|站长|组长|书记|董事长|总经理|发行人|法人)(?:现在|目前|都)?(?:是|叫|为)(?:谁|什么名字|什么|哪[1几]?[位个])"
)
_BECAUSE = re.compile(r"(?:这|主要|其)?是?(?:因|由于|原因|鉴于|为了|缘于|考虑到)")
HOW_OFTEN = re.compile(
    WEEKDAY
    + r"|每1?(?:周几|个?星期几|个?礼拜几|[天日]几点)(?!期)|多久.{0,4}1[期次回集场本]|(?:什么时[间候]|几点|(?<![\d两])周几|星期几|礼拜几|哪几天)钟?(?:播|见报|更新|出|刊|讲)(?!的)(?:出|放)?|(?:几点|(?<![\d两])周几|星期几|礼拜几)钟?(?!的|[了过])[\u4e00-\u9fff]{1,2}$|每1?个?[月周年季](?:的)?(?:哪[1几]?[天日]|几[号日])"
)
OFTEN = re.compile(
    r"每[月年季周](?:的)?第?\d+(?:[日号]|个?(?:周|星期|礼拜))|每[\d两]?个?[天日周月季年晚早]|逐[日周月]|[日周月]播|周[\d日末]|[逢每](?:周|星期|礼拜)[\d日末]"
)


# 采访未成年人要谁同意: who has to agree is told by what they are to the child, or by their post.
_CONSENT_ASKED = re.compile(r"谁(?:来|的)?(?:同意|批准|审批|签字|点头|许可|说了算|拍板|签发|把关)")
_CONSENT = re.compile(r"同意|批准|审批|签[字发]|点头|许可|审定|把关|拍板")
RULES_ASKED = re.compile(r"(?:什么|哪些)(?:规矩|规定|纪律|红线|底线|禁令|铁律|约定|守则|戒律)$")
# “四不”纪律, 约定不追问家属、不拍遗体, 凡是露脸的先问家长
_RULES = re.compile(
    r"约[定法]|规[定矩]|纪律|红线|底线|禁令|铁律|守则|公约|不准|不许|不得|严禁|禁止|1律|必须|凡是?|[\d两]个?不|(?:不[\u4e00-\u9fff]{1,8}){2}"
)


def suits(question: Question, last: str, said: str) -> bool:
    """Tell whether a text can be an answer; `last` is its last sentence, both in one spelling."""
    asked = question.masked
    if question.intent is Intent.PASSAGE and _WHY.search(asked):
        turns = [told for cue, told in _TURNS if cue.search(asked)]
        first = said.removesuffix(last)
        # What is told next has a cause of its own, unless it begins with it.
        told = CAUSE.search(first or said) or (first and _BECAUSE.match(last))
        return bool(told) and all(turn.search(last) for turn in turns)
    if WHO_MADE.search(asked) and not _made(question, said):
        return False
    if FIRST_PLACE.search(asked):
        return _WON.search(said) is not None  # A team or a school may have won.
    if question.intent is Intent.AWARDS:
        return _HONOUR.search(last) is not None
    if _CONSENT_ASKED.search(asked):
        return _CONSENT.search(said) is not None
    if RULES_ASKED.search(asked):
        return _RULES.search(said) is not None
    if HOW_OFTEN.search(asked):
        return OFTEN.search(said) is not None
    if PUNISHED.search(asked) and not (_PENAL if _SUFFERED.search(asked) else _DEALT).search(said):
        return False
    if _CHANGED.search(asked) and not _EFFECT.search(said):
        return False
    if not in_place(question, said):
        return False
    if MADE_OF.search(asked):
        return _MADE_UP.search(said) is not None
    if WITH_WHOM.search(asked):
        return _TOGETHER.search(said) is not None and tells_kind(
            asked, said, question.text + question.known.proper
        )
    if _GIVEN.search(asked):
        return _GIVEN_TO.search(said) is not None
    if WHAT_PEOPLE.search(asked) and _PEOPLE.search(said):
        return True
    if _WHO_IS.search(asked):
        return True  # 小渡是谁: whatever tells of it.
    if _WHOSE.search(asked):
        return _HOUSES.search(said) is not None
    if (post := _POST.search(asked)) and post[1] not in said:
        return False  # 夜航船的主编是谁: that someone wrote for it tells nothing of that.
    if WHO.search(asked):
        deputies = [word for word in question.words if word.startswith("副") or f"副{word}" in asked]
        if any(not holds_post(said, f"副{word.removeprefix('副')}") for word in deputies if len(word) > 1):
            return False
        if (thing := _THING_CALLED.search(asked)) and thing[1] in said:
            return True  # 人工智能主播叫什么: no person, so that no surname tells its name.
        if _BY_WHOM.search(said) or any(
            re.search(rf"由[^,，。;；]{{2,24}}?{re.escape(word)}", said) for word in question.words
        ):
            return True
        return tells_person(said, question.text)
    return tells_kind(asked, said, question.text + question.known.proper)


def tells_by_form(question: Question) -> bool:
    """Tell whether the form of a question says what its answer must tell, so that `suits` leaves few sentences: a cause, a place, a person, how often."""
    asked = question.masked
    forms = (
        WHO,
        WHERE,
        FROM_WHERE,
        WITH_WHOM,
        MADE_OF,
        HANDLED,
        HOW_OFTEN,
        _CHANGED,
        _GIVEN,
        FIRST_PLACE,
        RULES_ASKED,
    )
    return (question.intent is Intent.PASSAGE and _WHY.search(asked) is not None) or any(
        form.search(asked) for form in forms
    )


def _made(question: Question, said: str) -> bool:
    """Tell whether a text tells of the making of what is named: of no other work that is named after it and before the maker."""
    if (craft := _CRAFT.search(question.masked)) and craft[0] not in said:
        return False  # 谁作的曲 is not told by who 执导.
    makers = [match.start() for pattern in (_MADE, _BY_WHOM) for match in pattern.finditer(said)]
    names = [
        m.name for m in question.mentions if m.name in said and any(e.kind == "work" for e in m.candidates)
    ]
    if not makers or not names:
        return bool(makers) and _MADE.search(said) is not None
    place = said.find(names[0])
    others = [
        start
        for name, entities in question.known.named.items()
        if name not in names[0] and names[0] not in name and any(entity.kind == "work" for entity in entities)
        for start in [said.find(name)]
        if start >= 0
    ]
    return any(not any(min(place, maker) < other < max(place, maker) for other in others) for maker in makers)


def stands_for(question: Question, word: str) -> bool:
    """Tell whether a word only belongs to the form of asking, which `suits` holds against the answer: 处罚 of 怎么处罚的."""
    asked = question.masked
    if FIRST_PLACE.search(asked) and re.fullmatch(r"第1|最佳|冠军|头名|夺冠?|赢|得|榜首", word):
        return True
    if WHAT_PEOPLE.search(asked) and _SHOWN.fullmatch(word):
        return True  # 夜行者拍的都是些什么人: whom it shows, however the report says that it does.
    return (HANDLED.search(asked) is not None and _HANDLING.fullmatch(word) is not None) or (
        WITH_WHOM.search(asked) is not None and _TOGETHER.fullmatch(word) is not None
    )


def in_place(question: Question, said: str) -> bool:
    """Tell whether a text tells a place where one is asked for, and of the making where its maker is."""
    asked = question.masked
    if WHO_MADE.search(asked) and not _MADE.search(said):
        return False
    if FROM_WHERE.search(asked):
        return _FROM.search(said) is not None
    if not WHERE.search(asked):
        return True
    kind = _PLACE_ASKED.search(asked)
    if _OF_PLACE.search(asked) and tells_place(said, question.text + question.known.proper):
        return True
    return bool(_PLACE.search(said) or (kind and re.search(rf"[\u4e00-\u9fff\d]{{2}}{kind[1]}", said)))


def turned(asked: str, told: str) -> bool:
    """Tell whether a text says that things came where it is asked which went, or the other way round."""
    came, went = ((form.search(asked) is not None, form.search(told) is not None) for form in (_CAME, _WENT))
    return (came[0] and not went[0] and went[1] and not came[1]) or (
        went[0] and not came[0] and came[1] and not went[1]
    )


_CAME = re.compile(r"新增|增[设加]|添|新[开办设建推]|上线|推出|开[通设辟]|保留|留下|建成|成立")
_WENT = re.compile(r"砍|裁[掉撤减]|撤[销掉并]|取消|关[停闭掉]|下线|停[播刊办掉更用]|淘汰|精简|压减|注销")
