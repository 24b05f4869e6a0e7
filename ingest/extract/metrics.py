"""Metrics: every figure that counts or measures what the media did, has or reached.

A figure's *name* is what is counted. It stands before the number (员工212人, 订阅用户超100万, 刊发公益广告47个整版)
or after the unit (采写700多件…新闻报道, 吸引3万多人次参与). Its *subject* is whom the figure is about: the nearest
platform or title before it that the measure can belong to (昌吉日报抖音号粉丝91万; 《主播说三农》播出150期).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.platforms import PlatformNames
from ingest.lexicon import HONOUR_VERBS
from ingest.numbers import Quantity, quantities
from ingest.reading import Reading
from ingest.report import Award, Metric, fact_id
from ingest.titles import Kind, Titles

# What can be counted without saying of what: the measures of the genre. Longest first.
MEASURES = [
    "累计阅读量",
    "总阅读量",
    "阅读播放量",
    "阅读总量",
    "总播放量",
    "累计播放量",
    "播放总量",
    "总浏览量",
    "累计浏览量",
    "浏览总量",
    "总点击量",
    "点击总量",
    "全网传播量",
    "总传播量",
    "传播总量",
    "全网阅读量",
    "全网播放量",
    "全网点击量",
    "全网浏览量",
    "单条播放量",
    "单篇阅读量",
    "最高阅读量",
    "平均阅读量",
    "日均阅读量",
    "日均浏览量",
    "日均点击量",
    "日均访问量",
    "阅读量",
    "播放量",
    "浏览量",
    "点击量",
    "访问量",
    "点播量",
    "观看量",
    "观看人次",
    "收看人次",
    "传播量",
    "转发量",
    "点赞量",
    "点赞数",
    "互动量",
    "评论量",
    "话题阅读量",
    "曝光量",
    "推送量",
    "发稿量",
    "订阅用户",
    "注册用户",
    "活跃用户",
    "日活用户",
    "月活用户",
    "覆盖用户",
    "用户总数",
    "用户总量",
    "总用户数",
    "总用户",
    "用户数量",
    "用户数",
    "用户量",
    "用户",
    "粉丝总数",
    "粉丝总量",
    "总粉丝数",
    "总粉丝量",
    "粉丝数量",
    "粉丝数",
    "粉丝量",
    "粉丝",
    "关注人数",
    "关注用户",
    "关注数",
    "订阅数",
    "订阅人数",
    "订阅量",
    "下载量",
    "下载数",
    "装机量",
    "安装量",
    "累计下载量",
    "期发行量",
    "发行总量",
    "总发行量",
    "发行量",
    "发行份数",
    "期均发行量",
    "日发行量",
    "年发行量",
    "覆盖人口",
    "覆盖人数",
    "覆盖率",
    "入户率",
    "收视率",
    "收听率",
    "收视份额",
    "市场份额",
    "占有率",
    "受众",
    "听众",
    "在职员工",
    "在岗员工",
    "在编人员",
    "在职职工",
    "在岗职工",
    "干部职工",
    "员工总数",
    "职工总数",
    "员工",
    "职工",
    "从业人员",
    "采编人员",
    "编辑记者",
    "记者",
    "编辑",
    "聘用人员",
    "工作人员",
    "在册人员",
    "专业技术人员",
    "党员",
    "中级以上职称",
    "高级职称",
    "持证人员",
    "持证记者",
    "新闻记者证",
    "记者证",
    "总收入",
    "营业收入",
    "经营收入",
    "广告收入",
    "总资产",
    "资产总额",
    "利润",
    "净利润",
    "纳税总额",
    "纳税额",
    "纳税",
    "上缴税金",
    "上缴税款",
    "缴纳税款",
    "税款",
    "捐款",
    "善款",
    "募集资金",
    "投入资金",
    "资金",
    "财政补助",
    "办结率",
    "回复率",
    "满意度",
    "差错率",
    "占比",
    "比例",
    "比重",
    "增长率",
    "增幅",
    "同比增长",
    "播出总时长",
    "播出时长",
    "直播时长",
    "时长",
    "停播率",
    "优秀率",
    "参训率",
    "签订率",
    "参保率",
    "劳动合同签订率",
    "建筑面积",
    "面积",
]
_MEASURE = re.compile("|".join(sorted(map(re.escape, MEASURES), key=len, reverse=True)))
_MEASURE_END = re.compile(
    rf"(?P<subject>.*?)(?P<measure>{_MEASURE.pattern})(?:总数|总量|数量|数|量|人数|规模|均|也|已|都|分别|就)*$"
)
# Verbs after which the counted thing begins: 刊发公益广告47个整版.
_VERBS = [
    "刊播",
    "刊发",
    "播发",
    "播出",
    "发布",
    "推送",
    "推出",
    "采写",
    "采访",
    "采制",
    "编发",
    "编写",
    "制作",
    "创作",
    "拍摄",
    "策划",
    "开展",
    "举办",
    "举行",
    "组织",
    "承办",
    "协办",
    "主办",
    "参加",
    "参与",
    "完成",
    "开设",
    "开辟",
    "设置",
    "开办",
    "签订",
    "签署",
    "发放",
    "发出",
    "受理",
    "接听",
    "接待",
    "解决",
    "办理",
    "答复",
    "回复",
    "回应",
    "化解",
    "转办",
    "处理",
    "收到",
    "收集",
    "征集",
    "直播",
    "转播",
    "转载",
    "报道",
    "刊登",
    "刊载",
    "登载",
    "上稿",
    "上传",
    "上报",
    "报送",
    "外送",
    "培训",
    "轮训",
    "安排",
    "选派",
    "派出",
    "抽调",
    "慰问",
    "走访",
    "看望",
    "帮扶",
    "资助",
    "捐赠",
    "捐助",
    "捐款",
    "募集",
    "筹集",
    "投入",
    "投放",
    "免费",
    "新增",
    "增加",
    "增长",
    "减少",
    "下降",
    "招聘",
    "引进",
    "录用",
    "吸引",
    "覆盖",
    "惠及",
    "服务",
    "带动",
    "销售",
    "实现",
    "拥有",
    "现有",
    "共有",
    "设有",
    "建有",
    "建成",
    "建立",
    "配备",
    "出版",
    "发行",
    "印发",
    "印刷",
    "发表",
    "撰写",
    "编辑",
    "审核",
    "审看",
    "查处",
    "拒绝",
    "撤下",
    "下架",
    "整改",
    "排查",
    "检查",
    "演练",
    "维护",
    "更新",
    "购置",
    "添置",
    "补充",
    "邀请",
    "联合",
    "深入",
    "推介",
    "推荐",
    "评选",
    "表彰",
    "奖励",
    "获得",
    "收获",
    "创下",
    "达到",
    "突破",
    "入驻",
    "登上",
    "讲解",
    "普及",
    "演出",
    "巡演",
    "放映",
    "赠送",
    "送出",
    "惠民",
    "开播",
    "上线",
    "辅导",
    "宣讲",
    "提供",
    "缴纳",
    "上缴",
    "下载",
    "点播",
    "累计",
    "推广",
    "梳理",
    "采纳",
    "采用",
    "被采用",
    "选用",
    "录用",
    "录制",
    "组建",
    "成立",
    "打造",
    "形成",
    "聚合",
    "汇聚",
    "包含",
    "涉及",
    "占",
    "设",
    "有",
    "为",
    "达",
    "超",
    "共",
]
_VERB = re.compile("|".join(sorted(map(re.escape, _VERBS), key=len, reverse=True)))
# Small words between the name and the number: 粉丝数已达91万; 全年共刊发.
_FILLER_END = re.compile(
    r"(?:已|已经|均|都|共|共计|共有|合计|总计|累计|累积|总数|约|也|则|就|为|是|达|达到|到|高达|多达|近|超|超过|突破|破|有|仅|分别|平均|每年|全年|年|每天|每期|每周|每月|其中|最高|至少|逾|余|各|计|的|了|由|从|至|增至|增长到|增长至|增加到|增长|上升到|提升到|扩大到|下降到|稳定在|保持在|上|发|一|在|又|不|新)+$"
)
_CLAUSE_MARKS = "，,。；;！？!?\n：:、"
_TIME_LEAD = re.compile(
    r"^(?:(?:(?:19|20)\d{2}年(?:度|底|末|初)?|今年|去年|全年|一年来|本年度|目前|截至.{0,14}?(?:底|末|日|月)|年内|年底|上半年|下半年|期间|同时|此外|另外|其中|共|累计|总共|合计|全中心|全社|全台|全集团|全报社|中心现|现|每年|每月|每周|先后|还|并|已|也|均|仅|据统计|据不完全统计|不完全统计|全体)[，,、]?)+"
)
_NAME_TRIM = re.compile(
    r"^(?:了|的|各类|各种|各|有关|相关|等|一批|多种形式的?|共|累计|全年|共计|已|并|还|新|约|近|个|场|名)+|(?:的|等|共|各|约|总计|累计|共计|了|已|均|都|也|达|为)+$"
)
_AFTER_NOUN = re.compile(r"^(?:的)?(?P<noun>[一-龥A-Za-z]{1,30})")
_NUMBER_INSIDE_ALLOWED = {"%"}
_PHRASE_STOP = re.compile(r"[，,。；;！？!?\n：:、（(《“]")


def extract_metrics(
    reading: Reading, titles: Titles, platforms: PlatformNames, awards: list[Award]
) -> Iterator[Metric]:
    """Yield each figure once; the same figure of the same measure told again becomes a mention.

    Example: ``昌吉日报微信公众号订阅用户超100万`` → subject 昌吉日报微信公众号, name 订阅用户, value 1000000, over.
    """
    seen: dict[tuple[object, ...], int] = {}
    found: list[Metric] = []
    counted = _award_counts(reading, awards)
    inside = sorted((q.inner_start, q.inner_end) for q in titles.quoted)
    for sentence in reading.sentences:
        previous: Metric | None = None
        for quantity in quantities(reading.text, *sentence):
            if any(s <= quantity.number_start < e for s, e in inside):
                continue
            if any(s <= quantity.number_start < e for s, e in counted):
                continue
            if _is_heading_number(reading, quantity) or not _plausible(reading.text, quantity, sentence):
                continue
            name, start = _name(reading.text, sentence, quantity, previous)
            if name is None:
                continue
            subject = _subject(reading, titles, platforms, sentence, quantity, name)
            name, subject = _split_subject(name, subject)
            key = (subject, name, quantity.value, quantity.unit, quantity.qualifier)
            clause_start, clause_end = _clause(reading.text, sentence, quantity)
            evidence = reading.evidence(min(start, clause_start), clause_end)
            if key in seen:
                old = found[seen[key]]
                found[seen[key]] = old.model_copy(update={"mentions": (*old.mentions, evidence)})
                continue
            seen[key] = len(found)
            previous = Metric(
                id=fact_id(reading.report, "metric", quantity.start, quantity.end, f"{subject}|{name}"),
                evidence=evidence,
                subject=subject,
                name=name,
                value=quantity.value,
                unit=quantity.unit,
                qualifier=quantity.qualifier,
                text=quantity.text,
            )
            found.append(previous)
    yield from found


def _award_counts(reading: Reading, awards: list[Award]) -> list[tuple[int, int]]:
    """Where numbers are counts of awards: from the honour's clause, figures with 件, 项, 个 … are not metrics."""
    spans = []
    for award in awards:
        for evidence in (award.evidence, *award.mentions):
            spans.append((evidence.start, evidence.end))
    return spans


def _is_heading_number(reading: Reading, quantity: Quantity) -> bool:
    path = reading.section_indexes(quantity.start)
    return bool(path) and quantity.start < reading.outline.body_starts[path[-1]] - 1


_REGULAR = re.compile(r"(?:《|每(?:年|月|周|天|日|期|季度|人|个)?|第|一年|逢|满)$")


def _plausible(text: str, quantity: Quantity, sentence: tuple[int, int]) -> bool:
    """A figure says something of the media: not 24小时值班, not 前3名, not 一等奖, not 3个方面."""
    before = text[max(sentence[0], quantity.start - 6) : quantity.start]
    after = text[quantity.end : quantity.end + 8]
    if re.search(r"(?:前|第|每|逢|满|近|头|最后|上一|下一|同一)$", before) and not re.search(
        r"(?:目前|之前|此前|以前|当前)$", before
    ):
        return False
    if quantity.unit in {"个", "种", "类", "大"} and re.match(
        r"(?:方面|维度|层面|环节|阶段|步骤|原则|重点|目标|字|坚持|自信|意识|维护|认同|确保|离不开|转变|统一|着力|一律|必|关键|不|务必|走在前)",
        after,
    ):
        return False
    if quantity.unit in {"小时", "分钟", "天", "秒", "个月"} and re.match(
        r"(?:值班|值守|不间断|在线|在岗|全天候|内|以内|之内|内容|滚动|轮|制|响应|待命|后|前|全)", after
    ):
        return False
    if quantity.unit == "级" or re.match(r"(?:等奖|周年|年级|号楼)", after):
        return False
    if quantity.unit in {"位"} and re.match(r"(?:于|列|居)", after):
        return False
    if quantity.unit in {"位", "名"} and re.search(r"(?:前|列|居|排名|位列|名列|位居|位于)$", before):
        return False
    return not (quantity.unit is None and quantity.value < 1000 and quantity.qualifier == "exact")


def _clause(text: str, sentence: tuple[int, int], quantity: Quantity) -> tuple[int, int]:
    start, end = quantity.start, quantity.end
    while start > sentence[0] and text[start - 1] not in "，,。；;！？!?\n":
        start -= 1
    while end < sentence[1] and text[end] not in "，,。；;！？!?\n":
        end += 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _name(
    text: str, sentence: tuple[int, int], quantity: Quantity, previous: Metric | None
) -> tuple[str | None, int]:
    """Return what is counted, and where the words that say so begin."""
    low = sentence[0]
    begin = quantity.start
    while begin > low and text[begin - 1] not in _CLAUSE_MARKS:
        begin -= 1
    left = text[begin : quantity.start]
    bare_left = _FILLER_END.sub("", left)
    measure = _MEASURE_END.match(_last_part(bare_left))
    if measure:
        return _last_part(bare_left)[measure.start("measure") :], begin
    noun = _left_noun(bare_left)
    if noun:
        return noun, begin
    after = _right_noun(text, quantity, sentence)
    if after:
        return after, begin
    title = re.search(r"[》”](?:系列|栏目|节目)?$", bare_left)
    verbs = list(_VERB.finditer(bare_left))
    if verbs and len(verbs[-1].group()) > 1:
        return verbs[-1].group(), begin
    if title:
        return {"期": "期数", "集": "集数", "版": "版数", "篇": "篇数"}.get(
            quantity.unit or "", "数量"
        ), begin
    # 抖音91万、微博35万: the measure of the clause before goes on.
    if previous is not None:
        carried = _carried(text, sentence, begin, quantity)
        return (carried or previous.name), begin
    carried = _carried(text, sentence, begin, quantity)
    if carried:
        return carried, begin
    short = _NAME_TRIM.sub("", _TIME_LEAD.sub("", bare_left))
    return (short[-12:] or None), begin


def _last_part(left: str) -> str:
    return re.sub(r"^.*[》”]", "", left) if re.search(r"[》”]", left) else left


def _carried(text: str, sentence: tuple[int, int], begin: int, quantity: Quantity) -> str | None:
    """吸引粉丝关注，达到91万: the last measure named earlier in the sentence."""
    found = None
    for match in _MEASURE.finditer(text, sentence[0], begin):
        found = match.group()
    return found if quantity.unit in {None, "人", "次", "人次", "%", "份", "户"} else None


def _left_noun(left: str) -> str | None:
    """刊发公益广告|47个 → 公益广告; 各类业务培训|42场次 → 业务培训; 干部职工|212人."""
    tail = re.sub(r"^.*?[》”](?=[^》”]*$)", "", left)
    tail = _TIME_LEAD.sub("", tail)
    last = None
    for match in _VERB.finditer(tail):
        last = match
    if last is not None and last.end() < len(tail):
        tail = tail[last.end() :]
    elif last is not None:
        return None
    tail = tail.split("的")[-1] if len(tail.split("的")[-1]) >= 2 else tail
    tail = _NAME_TRIM.sub("", tail)
    tail = re.sub(r"^(?:.*(?:在|对|向|与|和|及|以及|于))(?=[一-龥]{2,})", "", tail)
    if not 2 <= len(tail) <= 16 or not re.fullmatch(r"[一-龥A-Za-z0-9+·／/]+", tail):
        return None
    return tail


def _right_noun(text: str, quantity: Quantity, sentence: tuple[int, int]) -> str | None:
    """700多件|有深度、有温度的新闻报道 → 新闻报道; 3万多人次|参与体验 → 参与体验; 10件|作品."""
    stop = quantity.end
    while stop < sentence[1] and text[stop] not in "，,。；;！？!?\n：:":
        stop += 1
    right = text[quantity.end : stop]
    if not right:
        return None
    if "的" in right[:24]:
        right = right[:40].split("的")[-1]
    right = _PHRASE_STOP.split(right)[0]
    right = re.sub(r"^(?:的|次|左右|以上|、|和|及)+", "", right)
    cut = re.search(
        rf"(?:{HONOUR_VERBS}|在(?=[一-龥])|被|到(?=[一-龥])|进行|参与(?!体验)|为(?=[一-龥])|并|向|与|和|及|以及|分别|达|超|共)",
        right,
    )
    if cut and cut.start() >= 2:
        right = right[: cut.start()]
    right = right.strip("的了等")
    return right[:14] if len(right) >= 2 and re.match(r"[一-龥A-Za-z]", right) else None


def _split_subject(name: str, subject: str | None) -> tuple[str, str | None]:
    """覆盖用户 stays; 抖音号粉丝 gives up its outlet to the subject when none was found."""
    if subject and name.startswith(subject) and len(name) > len(subject):
        return name[len(subject) :].lstrip("的"), subject
    measure = _MEASURE_END.match(name)
    if measure and measure["subject"] and subject is None and len(measure["subject"]) >= 2:
        return measure["measure"], measure["subject"]
    return name, subject


def _subject(
    reading: Reading,
    titles: Titles,
    platforms: PlatformNames,
    sentence: tuple[int, int],
    quantity: Quantity,
    name: str,
) -> str | None:
    """The nearest own platform, column or work named before the figure within its sentence, same clause first."""
    clause_start, _ = _clause(reading.text, sentence, quantity)
    nearest: tuple[int, str] | None = None
    for span in platforms.spans:
        if sentence[0] <= span.start and span.end <= quantity.start:
            nearest = max(nearest, (span.start, span.name)) if nearest else (span.start, span.name)
    for quoted in titles.quoted:
        if (
            sentence[0] <= quoted.start
            and quoted.end <= quantity.start
            and titles.kind_of(quoted.name) in {Kind.WORK, Kind.COLUMN}
        ):
            nearest = max(nearest, (quoted.start, quoted.name)) if nearest else (quoted.start, quoted.name)
    if nearest is None:
        return None
    between = reading.text[nearest[0] : quantity.start]
    if nearest[0] < clause_start and not _MEASURE.search(name) and not _same_topic(between):
        return None
    return nearest[1]


def _same_topic(between: str) -> bool:
    """A subject reaches over one comma, not over a change of speaker: 中心, 我社, 全年 start anew."""
    return between.count("，") <= 1 and not re.search(
        r"，(?:中心|我社|我台|本报|集团|报社|台里|全年|同时|共|累计|组织|开展|举办)", between
    )
