"""What a figure counts and whom it is about: the name and the subject of a metric.

The *name* stands before the number (员工212人, 订阅用户超100万, 刊发公益广告47个整版) or right after the unit
(采写700多件…新闻报道, 112名记者). The *subject* is the topic of the clause (新闻热线全年受理诉求613件), else, where the
clause begins with a verb, a time or a measure, the topic that the sentence has brought up last
(《主播说三农》开播两年，播出150期).
"""

from __future__ import annotations

import re

from ingest.extract.platforms import PlatformNames
from ingest.lexicon import HONOUR_VERBS, PLATFORM_SUFFIXES
from ingest.numbers import Quantity
from ingest.reading import Reading
from ingest.sentences import Span
from ingest.titles import Kind, Titles

# What is measured by itself, whatever is counted: reach, people, money, shares. Longest first.
_REACH = (
    "累计阅读量 总阅读量 阅读播放量 阅读总量 总播放量 累计播放量 播放总量 总浏览量 累计浏览量 浏览总量 总点击量 点击总量 全网传播量 总传播量 传播总量 全网阅读量 全网播放量 全网点击量 全网浏览量 全网曝光量 单条播放量 单篇阅读量 最高阅读量 "
    "平均阅读量 日均阅读量 日均浏览量 日均点击量 日均访问量 阅读量 播放量 浏览量 点击量 访问量 点播量 观看量 观看人次 收看人次 收听人次 传播量 转发量 点赞量 点赞数 获赞数 互动量 评论量 话题阅读量 曝光量 推送量 发稿量 全网观看量 "
    "订阅用户 注册用户 活跃用户 日活跃用户 日均活跃用户 日活用户 月活用户 覆盖用户 全网用户总量 用户总数 用户总量 总用户数 总用户 用户数量 用户数 用户量 用户规模 用户 粉丝总数 粉丝总量 总粉丝数 总粉丝量 粉丝数量 粉丝数 粉丝量 粉丝 关注人数 关注用户 关注数 订阅数 订阅人数 订阅量 "
    "累计下载量 下载量 下载数 装机量 安装量 每期发行量 期发行量 发行总量 总发行量 期均发行量 日均发行量 日发行量 年发行量 发行量 发行份数 期发量 覆盖人口 覆盖人数 覆盖率 行政村覆盖率 入户率 收视率 收听率 收视份额 市场份额 占有率 印数 受众 听众 获赞"
).split()
_OF_THE_MEDIA = (
    "在职员工 在岗员工 在编人员 在职职工 在岗职工 干部职工 员工总数 职工总数 员工 职工 从业人员 采编人员 采编播人员 编辑记者 聘用人员 工作人员 在册人员 专业技术人员 技术人员 党员 中级以上职称 高级职称 副高以上职称 持证人员 持证记者 新闻记者证 记者证 平均年龄 本科以上学历 "
    "总收入 经营总收入 营业收入 经营收入 广告收入 总资产 资产总额 利润总额 净利润 利润 纳税总额 纳税额 纳税 税费 税金 税款 财政补助 差错率 停播率 播出总时长 劳动合同签订率 离职率 培训"
).split()
_OTHER = (
    "捐款 善款 募集资金 投入资金 资金 办结率 回复率 满意度 占比 比例 比重 增长率 增幅 播出时长 直播时长 时长 优秀率 参训率 签订率 参保率 建筑面积 面积 总投资 投资额 销售额 成交额 来稿 总额"
).split()
MEASURE = re.compile(
    "|".join(sorted(map(re.escape, (*_REACH, *_OF_THE_MEDIA, *_OTHER)), key=len, reverse=True))
)
_MEASURE_END = re.compile(
    rf"(?P<subject>.*?)(?P<measure>{MEASURE.pattern})(?:总数|总量|数量|数|量|人数|规模|均|也|已|都|分别|就|共|仍|还|年末|年底|目前)*$"
)
_MEDIA_MEASURE = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, _OF_THE_MEDIA), key=len, reverse=True))})")
_REACH_MEASURE = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, _REACH), key=len, reverse=True))})")
# Verbs after which the counted thing begins: 刊发|公益广告47个整版. Longest first.
_VERBS = (
    "刊播 刊发 播发 播出 播报 播放 发布 推送 推出 采写 采访 采制 采编 编发 编写 制作 创作 拍摄 策划 生产 开展 举办 举行 组织 承办 协办 主办 参加 参与 完成 开设 开辟 设置 开办 签订 签署 发放 发出 出具 受理 接听 接待 解决 办理 办结 答复 回复 回应 化解 转办 处理 收到 收集 征集 解答 "
    "直播 转播 转载 报道 刊登 刊载 登载 上稿 上传 上报 报送 外送 轮训 安排 选派 派出 抽调 慰问 走访 走遍 走进 看望 帮扶 帮助 资助 捐赠 捐助 捐出 募集 筹集 筹得 投入 投放 免费 新增 净增 增加 增长 减少 下降 招聘 引进 录用 吸引 覆盖 惠及 服务 带动 拉动 销售 卖出 实现 "
    "拥有 现有 共有 设有 建有 建成 建立 配备 出版 发行 印发 印刷 发表 刊出 出刊 撰写 审核 审看 查处 拒绝 拒播 拒登 撤下 拒发 下架 整改 排查 检查 演练 维护 更新 购置 购买 添置 补充 邀请 联合 深入 推介 推荐 评选 表彰 奖励 收获 创下 达到 突破 入驻 登上 讲解 宣讲 普及 演出 巡演 放映 赠送 送出 送去 送达 开播 上线 辅导 提供 缴纳 上缴 下载 "
    "推广 梳理 采纳 被采用 采用 选用 用稿 录用 录制 组建 成立 打造 形成 聚合 集纳 汇聚 接入 包含 涉及 护送 出动 投递 获得 荣获 获 晋升 换发 申领 取得 获批 堵住 纠正 避免 清理 关停 合并 培育 培养 培训 占 设 有 为 达 超 共 含 发"
).split()
VERB = re.compile("|".join(sorted(map(re.escape, _VERBS), key=len, reverse=True)))
# Small words between name and number: 粉丝数已达|91万; 全年共|刊发.
_FILLER_END = re.compile(
    r"(?:已经|已|均|都|共计|共有|合计|总计|累计|累积|总共|共|总数|约|也|则|就|为|是|达到|高达|多达|达|到|近|超过|超|突破|破|有|仅|分别|平均|每年|全年|每天|每期|每周|每月|年|其中|最高|至少|逾|余|各|计|的|了|由|从|至|增至|增长到|增长至|增加到|增长|上升到|提升到|提高到|扩大到|下降到|缩短至|降到|降至|升至|升到|稳定在|保持在|上|一|在|又|不|新|去年|今年|年末|年底|年初|分|尚)+$"
)
_TIME_LEAD = re.compile(
    r"^(?:(?:(?:19|20)\d{2}年(?:度|底|末|初)?|今年|去年|当年|全年|一年来|本年度|目前|截至.{0,14}?(?:底|末|日|月)|年内|年底|年末|到年末|上半年|下半年|期间|同时|此外|另外|另|其中|累计|总共|合计|全中心|全社|全台|全集团|全报社|中心现|每年|每月|每周|每期|每天|先后|还|并|已|也|均|仅|据不完全统计|据统计|不完全统计|全体|至此|首届|首批|首次|开播以来|创刊以来|现场|共同|共|现)[，,、]?)+"
)
_NAME_TRIM = re.compile(
    r"^(?:了|的|各类|各种|各项|各|有关|相关|等|一批|多种形式的?|共|累计|全年|共计|已|并|还|新版|新(?!闻|媒)|约|近|个|场|名(?![家师校人胜牌优])|项|出|到)+(?=..)|(?:的|等|共|各|约|总计|累计|共计|了|已|均|都|也|达|为|，)+$"
)
_GENERIC_TOPIC = re.compile(
    r"^(?:全|我|本|该|整个)?(?:中心|集团|报社|社|台|报|电视台|单位|媒体|我们|传媒|编辑部|采编人员|记者|全体员工|各平台|全媒体|新媒体|各端|各媒体|矩阵|所属|旗下|各单位|各部门|人员|职工|员工)+(?:现|共|还|先后|另)*$"
)
_NOT_A_TOPIC = re.compile(
    r"^(?:为|在|对|与|向|从|以|用|按|把|将|让|使|通过|围绕|利用|依托|联合|组织|经|由|被|是|比|较|同比|环比|线上|线下|达|近|超|约|逾|共|突破)|\d"
)
# What opens a clause without being its topic: 集团坚持…, 高考期间, 严格广告审查.
_NO_TOPIC = re.compile(
    r"^(?:集团|中心|报社|我社|我台|本报|本台|全社|全台|台里|社里)|^(?:坚持|健全|严守|严格|推行|推进|全面|依法|加强|注重|落实|完善|实行|强化|注销|面对|积极|认真|首次|深入|持续|不断|各|多)|"
    r"(?:期间|前后|以来|半年多?|个月|机制|政策|审查|暴雨|疫情|方式|制度)$|[月日年]$"
)
# A topic ends in a noun that names something that acts or is kept up: 新闻热线, 爱心送考车队, “微心愿”圆梦活动, 沧宁读书节.
_ACTS = re.compile(
    r"(?:热线|活动|行动|工程|计划|项目|基金|车队|服务队|志愿队|志愿者|队伍?|团队?|小组|工作室|实验室|编辑室|系统|平台|矩阵|中央厨房|公司|学院|学校|基地|大喇叭|广播|频[道率]|[报刊网号端台版]|APP|App|栏目|专栏|专版|副刊|节目|"
    r"[节展会赛]|论坛|大讲堂|讲堂|展览|博物馆|馆|驿站|专区|社区版|榜|奖|主播|直播间|通讯员|记者站|印刷厂|演播室|数据库|资源库|[”》\"])$"
)
# Words that are verbs at the head of a clause and nouns inside a name: 便民服务事项, 直播活动.
_NOUN_TOO = frozenset(
    "采编 服务 培训 直播 报道 采访 演练 宣讲 推介 联合 播出 发行 覆盖 投入 评选 合并 编辑 推广 含 设 有 为 达 超 共 占 发".split()
)
_CHANGE = re.compile(
    r"(?P<noun>[一-龥A-Za-z]{2,12}?)?(?:同比|环比|较[^，]{1,6}?|比[^，]{1,6}?|均|已|又|再)*(?P<change>下降|增长|增加|减少|提高|提升|净增|上升|缩短|降低)(?:了)?$"
)
_RIGHT_STOP = re.compile(
    rf"{HONOUR_VERBS}|在(?=[一-龥])|被|到(?=[一-龥])|进行|赴|奔赴|为(?=[一-龥])|并|向|与|和|及|以及|分别|达|超|共|同步|共同|一起|同时|集中|通过|完成|全部|率先|转|随|参加|参训|送|接力|没有|以上|左右|的"
)


def name_of(text: str, sentence: Span, quantity: Quantity, previous: str | None) -> tuple[str | None, int]:
    """Return what `quantity` counts and the offset at which the words that say so begin.

    `previous` is the name of the sentence's figure before, which goes on where no other is named
    (抖音91万、微博35万).
    """
    begin = quantity.start
    while begin > sentence[0] and text[begin - 1] not in "，,。；;！？!?\n：:、":
        begin -= 1
    left = _before_range(text[begin : quantity.start])
    bare = _FILLER_END.sub("", left)
    inside = re.sub(r"^.*[》”\"]", "", bare)
    measure = _MEASURE_END.match(inside)
    if measure:
        return measure["measure"], begin
    rate = re.search(r"[一-龥]{2,8}[率度比]$", _TIME_LEAD.sub("", inside))
    if rate and quantity.unit in {"%", "个百分点"}:
        # 问题整改率达|89%: a share is its own measure.
        return rate.group(), begin
    if previous is not None and re.search(r"\d[^，。；]*[和及与]$", left):
        # 分别达104万人和|36.5万人
        return previous, begin
    quoted = re.search(r"[“\"](?P<what>[^“”\"]{2,20})[”\"]$", bare)
    if quoted and quantity.unit not in {"期", "集"}:
        # 评选“最美庭院”|120户
        return quoted["what"], begin
    change = _CHANGE.fullmatch(_TIME_LEAD.sub("", inside))
    if change:
        # 见报差错率同比下降40% → 见报差错率下降; 比年初净增1.9万人 → the measure before, 净增.
        noun = change["noun"] if change["noun"] and not re.match(r"较|比|同", change["noun"]) else None
        return (noun or previous or "") + change["change"], begin
    right = _right_noun(text, quantity, sentence)
    left_noun = _left_noun(bare)
    if right and (left_noun is None or _immediate(text, quantity)):
        return right, begin
    if left_noun:
        return left_noun, begin
    verbs = [match.group() for match in VERB.finditer(inside) if len(match.group()) > 1]
    if verbs:
        return verbs[-1], begin
    if previous is not None:
        return _carried(text, sentence, begin, quantity) or previous, begin
    carried = _carried(text, sentence, begin, quantity)
    if carried:
        return carried, begin
    if re.search(r"[》”\"](?:系列|栏目|节目)?$", bare):
        return {"期": "期数", "集": "集数", "版": "版数", "篇": "篇数"}.get(
            quantity.unit or "", "数量"
        ), begin
    short = _NAME_TRIM.sub("", _TIME_LEAD.sub("", bare))
    return (short[-12:] or None), begin


def _before_range(left: str) -> str:
    """注册用户由年初的3.4万人增长到年末的|6.1万人 → 注册用户: the name stands before 由 and 从."""
    match = re.match(
        r"(?P<name>.{2,}?)(?:由|从)(?=(?:.{0,10}\d)|(?:去年|年初|上年|原来|原先|最初|(?:19|20)\d{2}年)|$)",
        left,
    )
    return match["name"] if match else left


def _immediate(text: str, quantity: Quantity) -> bool:
    """The unit runs straight into a noun: 112名记者, 48名编辑记者, 3家媒体."""
    return bool(re.match(r"[一-龥]", text[quantity.end : quantity.end + 1])) and quantity.unit not in {
        None,
        "%",
        "元",
    }


def _carried(text: str, sentence: Span, begin: int, quantity: Quantity) -> str | None:
    if quantity.unit not in {None, "人", "次", "人次", "%", "份", "户"}:
        return None
    found = None
    for match in MEASURE.finditer(text, sentence[0], begin):
        found = match.group()
    return found


def _left_noun(left: str) -> str | None:
    """刊发公益广告|47个 → 公益广告; 各类业务培训|42场次 → 业务培训; 干部职工|212人."""
    tail = re.sub(r"^.*[》”\"](?=[^》”\"]*$)", "", left)
    tail = _TIME_LEAD.sub("", tail)
    last = None
    for match in VERB.finditer(tail):
        if match.group() in _NOUN_TOO and match.start() > 0:
            continue
        if match.end() < len(tail) or len(match.group()) > 1:
            last = match
    if last is not None and last.end() < len(tail):
        tail = tail[last.end() :]
    elif last is not None:
        return None
    pieces = tail.split("的")
    tail = pieces[-1] if len(pieces[-1]) >= 2 else tail
    tail = re.sub(r"^.*(?:对|向|与|和|及|以及|于|在(?![线职岗编校读]))(?=[一-龥]{2,})", "", tail)
    tail = re.sub(r"^.*\d+(?:周年|年|号|版|类|级)?", "", tail)
    tail = re.sub(
        r"^(?:[一二三四五六七八九十]是|(?:全|我|本)?(?:中心|集团|报社|社|台)(?:共|还|另|先后|累计)+)",
        "",
        tail,
    )
    tail = _NAME_TRIM.sub("", tail)
    if (
        not 2 <= len(tail) <= 16
        or not re.fullmatch(r"[一-龥A-Za-z+·／/]+", tail)
        or _GENERIC_TOPIC.match(tail)
    ):
        return None
    return tail


def _right_noun(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """700多件|有深度、有温度的新闻报道 → 新闻报道; 3万多人次|参与体验 → 参与体验; 10件|作品."""
    stop = quantity.end
    while stop < sentence[1] and text[stop] not in "，,。；;！？!?\n：:":
        stop += 1
    right = text[quantity.end : stop]
    if re.match(
        r"(?:并|而|且|均|都|全部|已|被|由|从|也|还|就|才|获|得|先后|分别|同比|环比|共|计|约|近|达|增加|增长|上升|提高|提升|下降|降|升|缩短|减少|扩大|到|至|（|\()",
        right,
    ):
        return None
    last = right[:40].rfind("的")
    if quantity.unit in {"个", "家", "所", "名", "位"} and re.match(r"[一-龥]{1,3}的", right):
        # 5个县的融媒体中心: the counted noun stands before 的.
        right = right[: right.index("的")]
        return right if len(right) > 1 else {"县": "县区", "省": "省份", "市": "城市"}.get(right, right)
    if last > 0 and len(right) - last > 2 and not re.search(r"[《“]", right[:last]):
        right = right[last + 1 :]
    right = re.split(r"[、（(《“\"\d]", right)[0]
    right = re.sub(r"^(?:的|次|左右|以上|和|及)+", "", right)
    cut = _RIGHT_STOP.search(right, 1)
    if cut and cut.start() >= 2:
        right = right[: cut.start()]
    verb = next(
        (
            m
            for m in VERB.finditer(right)
            if m.start() >= 2 and len(m.group()) > 1 and m.group() not in _NOUN_TOO
        ),
        None,
    )
    if verb:
        right = right[: verb.start()]
    right = right.strip("的了等")
    return right[:14] if len(right) >= 2 and re.match(r"[一-龥A-Za-z]", right) else None


_UNDERTAKING = re.compile(
    r"[一-龥A-Z]{0,6}?(?:活动|行动|工程|计划|直播|项目|基金|服务队|系统|平台|实验室|应急广播|工作室|大喇叭|讲堂|热线)"
)
# 第七届沧宁读书节举办…: what is held year by year.
_HELD = re.compile(
    r"第[一二三四五六七八九十百\d]+届(?P<name>[一-龥]{2,12}?(?:节|文化周|大会|论坛|大赛|展览|博览会|运动会|相亲会))"
)


_KIND_OF_ACCOUNT = dict(PLATFORM_SUFFIXES)
_ACCOUNT_ALONE = re.compile(
    r"(?:官方)?(?P<suffix>微信公众号|公众号|微信视频号|视频号|抖音号|抖音|快手号|快手|微博|头条号|B站|小红书)(?=[一-龥]{0,4}(?:粉丝|用户|关注|订阅|阅读|播放|获赞|点赞|发布|推送|发稿))"
)


class Subjects:
    """Whom the figures of one report are about."""

    def __init__(self, reading: Reading, titles: Titles, platforms: PlatformNames) -> None:
        """Use the judged titles and own platforms of `reading` as possible subjects."""
        self._text = reading.text
        self._named: list[tuple[int, int, str, bool]] = [
            (s.start, s.end, s.name, True) for s in platforms.spans
        ]
        self._outlets = [(span.name, span.kind) for span in platforms.spans]
        taken = [(start, end) for start, end, _, _ in self._named]
        for quoted in titles.quoted:
            if any(s <= quoted.start < e for s, e in taken):
                continue
            kind = titles.kind_of(quoted.name)
            if kind in {Kind.WORK, Kind.COLUMN}:
                self._named.append((quoted.start, quoted.end, quoted.name, False))
            elif kind is Kind.NONE and (doing := _UNDERTAKING.match(self._text, quoted.end)):
                # “微心愿”圆梦活动: what is kept up has figures of its own.
                name = quoted.name + doing.group()
                self._named.append((quoted.start, doing.end(), name, False))
        for block in reading.prose:
            for held in _HELD.finditer(self._text, block.start, block.end):
                self._named.append((held.start("name"), held.end("name"), held["name"], False))
        self._named.sort()

    def of(self, sentence: Span, quantity: Quantity, name: str, nth: int = 0) -> str | None:
        """Return the subject of the figure `name`; `nth` counts figures of a 分别达A和B within one clause."""
        text = self._text
        start = quantity.start
        while start > sentence[0] and text[start - 1] not in "，,。；;！？!?\n":
            start -= 1
        clause = text[start : quantity.start]
        account = self._account(sentence, start, quantity.start)
        if account is not None:
            return account
        here = [item for item in self._named if start <= item[0] and item[1] <= quantity.start]
        lead = _TIME_LEAD.sub("", clause)
        if here:
            if "分别" in clause and len(here) > nth:
                return here[nth][2]
            opening = here[0]
            if _MEDIA_MEASURE.fullmatch(name) and opening[0] - start > 6:
                return None
            # 《A》在抖音号播出24期: the first named is the topic, what follows 在 is a place.
            if len(here) > 1 and re.search(r"(?:在|于|通过|登上)$", text[opening[1] : here[1][0]].strip()):
                return opening[2]
            return here[-1][2]
        topic = self._topic(lead, name)
        if topic is not None:
            return topic or None
        if _MEDIA_MEASURE.fullmatch(name) or re.match(
            r"全网(?:总)?(?:用户|粉丝|覆盖|传播)|各平台|总用户|用户总[数量]", name
        ):
            return None
        return self._inherited(sentence, start)

    def _account(self, sentence: Span, start: int, end: int) -> str | None:
        """微博粉丝210万、抖音号粉丝91万: an account word alone means the media's own account of that kind."""
        clause = self._text[start:end]
        part = clause[clause.rfind("、") + 1 :]
        bare = _ACCOUNT_ALONE.match(part)
        if bare is None or "分别" in clause:
            return None
        kind = _KIND_OF_ACCOUNT[bare["suffix"]]
        own = list(dict.fromkeys(name for name, other in self._outlets if other is kind))
        before = [item[2] for item in self._named if sentence[0] <= item[0] < end and item[3]]
        kin = [name for name in own if before and name[:2] == before[-1][:2]]
        return kin[0] if len(kin) == 1 else (own[0] if len(own) == 1 else bare["suffix"])

    def _topic(self, lead: str, name: str) -> str | None:
        """The noun that opens the clause: its subject; "" where it is the media itself, None where there is none."""
        cut = lead.rfind(name) if name in lead else len(lead)
        head = re.sub(r"\d{5,}", "", lead[:cut] if cut >= 0 else lead)
        verb = next((m for m in VERB.finditer(head) if m.group() not in _NOUN_TOO or m.start() == 0), None)
        head = head[: verb.start()] if verb else head
        head = re.sub(
            r"(?:(?:19|20)\d{2}年(?:度)?|全年|累计|今年|当年|已|共|先后|还|均|也|目前|年末|每年|每周|每期|现)+$",
            "",
            head,
        )
        head = re.sub(r"^第[一二三四五六七八九十百\d]+届", "", head).strip("，, 　的")
        head = head.split("的")[-1] if len(head.split("的")[-1]) >= 2 else head
        if _GENERIC_TOPIC.match(head):
            return ""
        if _NO_TOPIC.search(head):
            return None
        if len(head) < 2 or _NOT_A_TOPIC.search(head) or len(head) > 16:
            return None
        if not _ACTS.search(head):
            return None
        bare = re.sub(r"[《》“”\"]", "", head)
        return bare if re.fullmatch(r"[一-龥A-Za-z·]+", bare) and len(bare) >= 3 else None

    def _inherited(self, sentence: Span, clause_start: int) -> str | None:
        """The last topic of the sentence before the clause; a clause on the media itself in between ends it."""
        text = self._text
        before = [item for item in self._named if sentence[0] <= item[0] and item[1] <= clause_start]
        if before:
            nearest = before[-1]
            between = text[nearest[1] : clause_start]
            if len(before) > 1 and re.match(r"[^，。；]{0,24}等", between):
                # 《A》《B》等专栏，刊发报道800篇: of all of them, so of none.
                return None
            if re.search(r"[，；](?:中心|我社|我台|本报|集团|报社|台里|本台|全社|全台)", between):
                return None
            return nearest[2]
        first = text[sentence[0] : clause_start]
        opening = self._topic(_TIME_LEAD.sub("", re.split(r"[，；]", first)[0]), "\0") if first else None
        return opening or None
