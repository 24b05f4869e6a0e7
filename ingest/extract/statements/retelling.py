"""What only leads to the responses: faults told again, talk of resolve, sums at the end; and what opens an answer.

A report answers the faults of last year in sentences of two sorts. Some tell the fault again or say that it was taken
seriously; these would fit any fault and any media. Others say what was done or what came of it. The tests here go
clause by clause: a clause leads where, without the vocabulary of owning up and of resolve, nothing is left of it.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from ingest.extract.statements.cues import (
    CONCRETE,
    GENERAL_WORDS,
    LEANS_BACK,
    MEASURE,
    SAID,
    SHORTCOMING_CUE,
    THE_REST,
)
from ingest.sentences import clauses

_FAULT = r"(?:没有?做[到好]的|不足|问题|短板|差距|弱项|薄弱环节|短腿|难题|毛病|遗憾|欠缺|(?<!征求)(?<!听取)(?<!收集)(?:意见|建议|批评))"
_BEFORE = r"(?<![比较同过])(?:(?:上|上一|前一|去|往)年度?|上一?[份次](?=[^，。；]{0,6}报告)|一年前|上期|上次|前次|20\d{2}年度?(?=[^，。；]{0,10}(?:报告|评议|不足|问题|承诺)))"
"""A year before the one reported on, not where figures are held against it: 比上年增长."""

LOOKS_BACK = re.compile(
    rf"曾向[^，。；]{{1,8}}{SAID}|20\d{{2}}年，[^，。；]{{0,16}}报告[中里][^，。；]{{0,8}}{SAID}|{_BEFORE}[^。；]{{0,40}}?(?:{SAID}|{_FAULT}|报告)|(?:我们|本[报台社网]|我[台社]|曾|还|也)(?:{SAID}|坦言)过?的?“|报告[^，。；》]{{0,12}}》[^，。；]{{0,4}}[^。；]{{0,12}}?{SAID}|[二三四五六七八九十两几\d][件个笔条]?“?[旧老](?:事|账|题|债|问题|毛病)|[旧老](?:账|题|债|问题)之?[一二三四五六]|(?:去年|上一?年|一年前)[^，。；]{{0,4}}(?:说|讲|答应|许诺|表态)|(?:去年|上一?年度?|一年前)[^。；]{{0,10}}(?:[立定许]下|提出|确定)[^。；]{{0,10}}(?:方向|目标|承诺|诺言|任务|计划)|报告(?:公布|发布|刊发|发出)(?:[以之]?后|以来)|承诺[^，。；]{{0,4}}(?:兑现|落实|履行)(?:情况|了)|(?:作|做|许)(?:了|过|出了?|下了?)[^，。；]{{0,6}}承诺"
)
"""针对上年度报告中提出的不足; 去年我们检讨了…; 2021年度报告公布后."""

# 对于上年度社会责任报告中提出的两点不足，… opens a response wherever it stands; so does 针对上年提出的“…”, 在上年度
# 报告中，我们坦陈…, 去年我们向读者承诺….
ANSWERS_REPORT = re.compile(
    rf"[　 ]*(?:20\d{{2}}年，|(?:这|过去|本)一?年，|一年来，)?(?:针对|对于|对照|对|根据)?[^，。；]{{0,12}}{_BEFORE}(?:[^，。；]{{0,4}}(?:提出|指出|列出|查摆|自查|承诺)的|，?[^，。；]{{0,6}}(?:(?<!签订)(?<!签署)承诺(?![书制])|答应|许诺|检讨|反思|坦陈|坦承|提出[要将])|(?:的|，[^，。；]{{0,8}})?(?:媒体)?(?:社会责任)?报告(?:中|里|所|(?:发布|公布|刊发)(?:[以之]?后)，)?(?:[^，。；]{{0,14}}{_FAULT}|，?[^，。；]{{0,14}}{SAID}))"
)

# A media by its name, before what it did: 海河都市网|针对…
_NAMED = r"^[一-龥]{2,10}?(?:报社?|台|网|集团|中心|频道|频率|卫视|杂志社?|传媒|融媒|社)(?=针对|对|把|将|在|就|以|通过|经过|围绕|按照|根据|聚焦|高度|认真|积极|坚|采|着|立|专|切|上|一)"
_WHO = r"(?:[一-龥]{2,6}(?:广播电视|广播|电视|日报|晚报|都市报|融媒体?|传媒|报业|新闻))?全?(?:台|卫视|电台|报社|社|集团|中心|网站?|频道|频率|单位|编委会|党委会?|党组|党支部|领导班子|班子成员|班子|管理层)(?:党委|党组|班子|上下|领导)?|(?:本|我|全)[报台社网]|我们|全体(?:干部职工|员工|采编人员)?|各(?:部门|单位|级)|媒体|有关|相关|(?:主要)?(?:领导|负责人)|一把手|[台社]长|总编辑?|主任"
_WHEN = r"20\d{2}年度?|\d{1,2}月(?:\d{1,2}日)?|[一本今去上前]一?年度?[来里中天]?|过去|[一本今]年下来|年内|年初|年度|全年|以来|期间|此时|目前|现在|现已|当年|随后"
_TALK = (
    r"(?:成立|组建|建立)[^，。；]{0,8}(?:专班|领导小组|工作组)|(?:层层)?分解|[各\d一二三四五六七八九十]+个(?:部门|单位|小组|专班)|社会责任|媒体|报告|年报|自评|评议|公布|发布|以后|之后|高度|重视|认真|严肃|深刻|深入|扎实|积极|主动|稳步|有序|全面|坚持|坚决|始终|"
    r"问题|目标|效果|导向|从严从实|有力|有效|有针对性|针对性|切实|逐[一项条个]|一一|分别|及时|迅速|持续|不断|着力|全力|大力|努力|奋力|多措并举|多管齐下|综合施策|有的放矢|对症下药|精准发力|靶向|刀刃向内|"
    r"主要|自身|[以把][^，。；]{2,24}[为作](?:抓手|契机|突破口|牵引|主线)|精准施策|靶向施策|因[事症][^，。；]{1,2}策|上下|举一反三|标本兼治|立行立改|即知即改|边[查学整]边改|建章立制|痛下决心|下[大苦]?[功力]夫|下大?气力|真抓实干|钉钉子精神|抓落实|动真碰?[格硬]|虚心|接受|吸取|教训|说到做到|交个底|照镜子|(?:中国记协|[省市区州县])?新闻道德委员会|做到|(?:件件|事事|条条|项项|处处)有[^，、]{1,4}|"
    r"摆[上在进]|[日议]程|议事|研究|部署|召开|专题|会议?|分析|剖析|梳理|检查|对照|对标|自查|制[定订]|形成|列出|列入|纳入|建立|整改|改[进善正]|落实|推[进动]|方案|清单|台账|任务|目标|计划|明确|细化|责任领导|责任|分工|到[人岗]|时限|时间表|路线图|施工图|完成|采取|拿出|"
    r"措施|举措|办法|对策|做法|之举|[作做][出了]+|进行|开展|加以|予以|给予|下文|着落|[旧老]|亲自|牵头|挂帅|领衔|提问|作答|追问|有了?|改观|好转|起色|经过|通过|收到|各方|各级|专门|开会|有的|还|完善|回头看|攻坚|改革|[一二三四五六七八九十两几]件事|补齐|破解|解决|回应|答复|作为|当作|重[要点大]|中心工作|工作|来抓|抓[好实手]?|督办|督查|督促|跟踪|销号|对账|兑现|见效|成效|成绩|实效|进展|变化|明显|较好|显著|新|具体|长期|曾|[立定许]下|方向|截至|年底|\d+项|取得|得到|基本|各项|各方面|有关|事项|情况|内容|交[出个]?|答卷|卷|底|账|大家|读者|朋友|您|没有?做好|结果|公众|社会|各界|汇报|自己|说了?|找|行动|回答|态度|如下|以下|下列|方面|几[个项点]|[用以](?:数[字据]|事实|行动|实绩|实际)|加强|注重|突出|围绕|聚焦|紧扣|聚力|发力|推出|实施|一系列|一批|陆续|多项|系列|切入点|突破口|抓手|入手|着手|出发|广泛|征求|听取|收集|召开|分头|认领|问效|反馈"
)
_PARTICLES = r"[所的地得了着过在是于为把将被让由从对向与和及并也还都均已又就而且以使其这那此该各每个项点条次份种一二三四五六七八九十两几多位日月年报]"
_VOCABULARY = re.compile(
    rf"{_NAMED}|{_WHO}|{_WHEN}|{_TALK}|{SAID}|{_FAULT}|承诺|针对|对于|关于|对此|为此|根据|按照|{_PARTICLES}|\s"
)
_MARKS = re.compile("[“”「」]")
_QUOTED_LAST = re.compile(r"“([^”]*)”$")
_QUOTED = re.compile(r"[“「『]([^”」』]*)[”」』]")
_PIECES = "，,；;：:。！!\n"
_ASKED_AGAIN = 256
"""Clauses and sentences remembered: one report's answers are asked about several times over."""

# What came of the faults, all of them at once: 均得到不同程度改进.
CLAIMS_RESULT = re.compile(
    r"(?:均|都|已|全部|大多|基本|逐步|有效|明显)[^，。：]{0,8}(?:得到|有|完成|取得)[^，。：]{0,10}(?:改进|整改|解决|改善|提升|落实|缓解|进展|改观|好转)(?:[。，；]|$)|(?:均|都|已|全部|大多|基本)[^，。：]{0,4}(?:落实|整改|改进|解决|完成|兑现)(?:到位|完毕|完成)?(?:[。，；]|$)"
)


@lru_cache(maxsize=_ASKED_AGAIN)
def says_nothing(clause: str) -> bool:
    """Tell whether a clause would fit any fault of any media: 台党委高度重视, 制定整改方案, 逐项推进."""
    bare = _MARKS.sub("", _COUNTED.sub("", clause.strip(_PIECES + "、 　")))
    return any(asked in bare for asked in ("怎么样", "怎样", "如何")) or len(_VOCABULARY.sub("", bare)) <= 2


_WHEN_WHO = re.compile(rf"回[望顾首看]|{_NAMED}|{_WHO}|{_WHEN}|[，,]")


def is_resolve(clause: str) -> bool:
    """Tell whether a clause that says nothing speaks of resolve (我台坚持问题导向), not only of a time (过去一年)."""
    return says_nothing(clause) and len(_WHEN_WHO.sub("", clause)) > 1


# Adjectives that blame; among shortcomings they stand beside a predicate that tells the fault already.
_BLAMES = r"呆板|生硬|单[调薄]|粗糙|老[套气]|拖沓|枯燥|沉闷|迟缓|散乱|臃肿|僵化|疏漏|遗漏|失误|偏差|瑕疵"
_NEEDS = r"(?:有待|亟[待需]|[还仍尚]需要?|需要?进一步)"
_TELLS = re.compile(
    rf"{_FAULT}(?:之处|等)?(?:的?(?:整改|改进|落实|解决)(?:落实)?情况[是为]?(?:如下)?|(?:作|做)[了出]{{1,2}}[^，。；]{{0,4}}承诺|进行了?[^，。；]{{0,6}}(?:整改|改进))?$|(?:{SHORTCOMING_CUE.pattern}|{_BLAMES})[^，。；]{{0,3}}$|(?:{_NEEDS}|缺[乏少])[^，。；]{{0,12}}$|偏[一-龥]{{1,3}}$|(?:{SAID}|说)[^，。；]{{0,6}}“”[^，。；]{{0,4}}$|^“”$"
)


@lru_cache(maxsize=_ASKED_AGAIN)
def tells_fault(clause: str) -> bool:
    """Tell whether a clause says what fell short, as a predicate or before a noun of fault: 专业性不强, 创新不足等问题."""
    bare = clause.strip(_PIECES + " 　")
    last = _QUOTED_LAST.search(bare) if bare.endswith("”") else None
    if last and tells_fault(last[1]):
        return True
    return bool(_TELLS.search(_QUOTED.sub("“”", bare)))


_THESE = re.compile(rf"(?:这些|上述|以上){_FAULT}")


# 2013年，我们首次发布社会责任报告，坦承…有所欠缺
_REPORTED = re.compile(rf"[^。；]{{0,20}}报告[^。；]{{0,6}}{SAID}")


def looks_back(sentence: str, year: int) -> bool:
    """Tell whether a sentence speaks of the report or the faults of a year before `year`, the one reported on."""
    told = re.search(r"20\d{2}(?=年)", sentence)
    if told and int(told.group()) < year and _REPORTED.search(sentence, told.end()):
        return True
    if told and 0 < year < int(told.group()):
        return False  # 2020年我们承诺：… in the report of 2019.
    return bool(LOOKS_BACK.search(re.sub(rf"{year}年度?", "", sentence)))


def is_concrete(sentence: str) -> bool:
    """Tell whether a sentence has a figure, a title or a name of its own: not a year, nor how many or which faults."""
    # 《江南日报社会责任报告（2022年度）》 is what is looked back at.
    sentence = re.sub(r"《[^》]*报告[^》]*》", "报告", sentence)
    bare = _COUNTED.sub("", re.sub(r"20\d{2}年?", "", sentence))
    bare = _QUOTED.sub(
        lambda match: "" if _faults_quoted(match, sentence) else match[0], sentence if "“" in bare else bare
    )
    return bool(re.search(r"[《“\d]", re.sub(r"20\d{2}年?", "", bare)))


_ITEMS = re.compile(
    rf"[^：:]*(?P<many>[二三四五六七八九十两])(?:样|[个条点项处](?:[^：:，。]{{0,6}}{_FAULT}|“[^”]{{1,6}}”)[^：:，。]{{0,4}})[：:](?P<named>[^：:。]+)[。；]?"
)


def _names_as_many(sentence: str) -> bool:
    """Tell whether a sentence counts the faults and then names as many: 列了三条不足：评论声音小、区县报道散、家底不清。"""
    listed = _ITEMS.fullmatch(sentence.strip())
    return listed is not None and len(re.split("[、，；和]", listed["named"])) == _NUMBERS[listed["many"]]


def is_general(sentence: str) -> bool:
    """Tell whether a sentence only says that something falls short: 对照要求，中心履责工作仍有差距."""
    return len(GENERAL_WORDS.sub("", MEASURE.sub("", sentence))) <= 1


def _tells_deed(clause: str) -> bool:
    """Tell whether a clause names a deed in plain words: 优化版面结构; 制定整改方案 and 采编力量薄弱 name none."""
    bare = re.sub(r"[没未不][有能]?做[好到]|[\d“”《》]", "", clause)
    return bool(CONCRETE.search(bare)) and not tells_fault(clause) and not says_nothing(clause)


def only_tells_fault(sentence: str) -> bool:
    """Tell whether a sentence names what fell short and no deed: 融合发展处于起步阶段，存在平台不强等问题。"""
    pieces = [sentence[slice(*piece)] for piece in clauses(sentence, 0, len(sentence), _PIECES)]
    if not pieces or not tells_fault(pieces[-1]) or is_concrete(sentence):
        return False
    return bool(faults_told(sentence)) and not any(map(_tells_deed, pieces))


_CITES = re.compile(rf"{SAID}(?!的)[^，。；“的]{{0,5}}“[^”]+”(?:[、和及]?“[^”]+”)*[^，。；“]{{0,8}}[。：:]?$")


# 在2015年的报告中承诺：加强网络评论、优化用户体验、提高原创率。
_VOWED = re.compile(r"承诺(?:了|过)?[：:](?P<what>[^：:。\d]+)。?$")


def _vowed(sentence: str) -> list[str]:
    """Return what a sentence says was promised, matter by matter."""
    vowed = _VOWED.search(sentence)
    return re.split("[、，；]", vowed["what"]) if vowed else []


_CITED = re.compile(rf"{SAID}(?!的)[^，。；“的]{{0,5}}“[^”]+”")


_LISTED = re.compile(
    rf"[^：:]*{_FAULT}(?:[^，。：:]{{0,4}}|，(?:主要|具体|分别|集中))(?:[有是为]|包括|如下)[：:]"
)


@lru_cache(maxsize=_ASKED_AGAIN)
def is_frame(sentence: str) -> bool:
    """Tell whether a sentence only leads to responses, clause by clause: it tells faults again, or says nothing.

    上年度报告提出了三点不足。  台党委高度重视，制定整改方案，逐项落实。  本报围绕这两个方面重点改进：
    """
    if CLAIMS_RESULT.search(sentence):
        return False
    # “承诺过的事，都办到了吗？”对这一提问，我们认真作答。
    sentence = re.sub(r"“[^”]*？”", "", sentence)
    pieces = [sentence[slice(*piece)] for piece in clauses(sentence, 0, len(sentence), _PIECES)]
    promised = LOOKS_BACK.search(sentence) and re.search(r"(?:承诺|提出|表示)[^。]{0,6}(?:将|要)", sentence)
    if promised and not re.search(r"\d", re.sub(r"20\d{2}", "", sentence)):
        # 上年度报告中承诺，将加强国际传播: what was promised, not what became of it
        return True
    if LOOKS_BACK.search(sentence) and (_CITES.search(sentence) or _vowed(sentence)):
        # 2022年度报告提出“要在基层通联、版面设计上下功夫”。 what was said, word for word
        return True
    listed = _LISTED.match(sentence)
    if listed and is_frame(sentence[: listed.end() - 2]):
        # 反馈的主要问题有：监督偏少、部分广告影响观感。
        return True
    if _names_as_many(sentence):
        return True
    if all(says_nothing(piece) or tells_fault(piece) for piece in pieces):
        return bool(pieces)
    if _lists_results(sentence):
        return False
    # 对照报告查找的薄弱环节，集团党委把整改作为主线，班子成员分头认领: of the faults in general, and nothing concrete
    back = LOOKS_BACK.search(sentence) or _THESE.search(sentence)
    if not back or is_concrete(sentence) or faults_told(sentence) == 1:
        return False
    return not any(_tells_deed(piece) for piece in pieces)


def _lists_results(sentence: str) -> bool:
    """Tell whether what ； parts behind a colon is more than faults: 针对五个方面不足，逐条销号：央媒用稿翻番；公司化迈出第一步。"""
    listed = re.split("；", sentence.rpartition("：")[2])
    return len(listed) > 1 and not any(tells_fault(part) or says_nothing(part) for part in listed)


_CONNECTIVE = re.compile(
    r"(?:(?:同时|此外|另外|其次|再次|最后|其中|而|也|还|再|又)[，,]?|(?:一年来|这一年|今年|过去一年|如今|现在|(?:截至)?目前|20\d{2}年|为此|对此)[，,])+"
)
_CONCEDES = re.compile(r"(?:虽|尽管|但|不过|然而|由于|因为?|只有|仅|至今)")
_TAKES_UP = re.compile(
    # 针对… 关于… 在…方面，  用户黏性方面，  渠道建设上，  为破解…  人才问题因疫情影响招聘，…
    r"[^，。；“]{2,12}(?:问题|不足|短板|毛病)(?:因|由于|则|已|仍|经过?|通过)|[^，。；“]{2,14}的(?:毛病|问题|短板)(?:用|靠|拿|交给|交由)|针对|对于|关于|至于|其[他余]|另有|(?:我们)?(?:着力|努力|力求)?(?:改变|扭转)[^，。；]{2,30}(?:状况|局面|现象)[，,]|就(?![业是地诊医近])[^，。；]{2,30}(?:问题|不足)|对[^，。；]{1,40}(?:问题|不足|意见|现象|情况)[，,]|"
    r"(?:在)?(?![^，。；]{0,3}[此这])[^，。；：]{2,18}(?:方面|工作中|(?<!基础)(?<![以之线海年])上)[，,：:]|在(?![此这])[^，。；：]{2,14}(?<!基础)上[一-龥]{2,8}[，,]|[一-龥]{2,6}(?<!基础)(?<![此这以])上(?!述|年|级|半|线|海|下|报|台|升|市)(?=[一-龥]{2,12}[，,])|为(?:了)?(?:解决|补齐|破解|改[变进]|弥补|扭转|缓解|克服|提升|增强|保障|满足)|"
    # 去年提出的…  承诺的…  反思的…
    rf"{_BEFORE}|(?:20\d{{2}}年度?)?我?们?(?:还|也|曾)?{SAID}(?:过|的|“|[要将])|(?:[^，。；“]{{0,14}}(?:说(?:我们)?|{SAID})(?:的|了)?)?“[^”]{{2,40}}”(?:[，,]|的?(?:问题|短板|不足|现象|难题)|[已仍尚还正基得有大未没终初部])"
)
# 人才短缺问题得到缓解，… 人才建设取得进展，… 平台升级已完成，… “叫好不叫座”的现象有所改观，…
_CAME_OF = re.compile(
    r"(?:已|正在|基本|全部)[^，。；]{0,3}(?:改正|整改|解决|完成|纠正|落实|见效)|(?:取得|迈出|结出)[^，。；]{0,6}(?:进展|突破|成效|实效|步伐|果实|台阶)?|(?<![自原现共拥])有(?:所|了?较?[大新]?(?:的)?)[^，。；\d]{1,6}|得到[^，。；]{2,8}|(?:已|全面)[^，。；]{0,4}完成|(?:明显|持续|不断|进一步|显著)(?:增强|提升|改善|扩大|提高|缓解|好转)|缓解|改观|改变|好转|扭转|破解|化解|补上|消除"
)


def opening_parts(parts: list[str]) -> list[int]:
    """Return which of the sentences or clauses take up a matter of their own; all where they begin alike."""
    if begin_alike(parts):
        return list(range(len(parts)))
    return [index for index, part in enumerate(parts) if opens_answer(part)]


def headed(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join sentences to the short one that names their matter, where there are several such: 办好理论课堂。…做实县域报道。…

    Nothing where fewer than two sentences are such titles, where one has nothing below it or stands before the first.
    """
    short = [
        len(re.sub(r"\W", "", text[slice(*part)])) <= 14
        and not re.search(r"[，；：？！\d《“]", text[slice(*part)])
        for part in parts
    ]
    heads = [i for i, own in enumerate(short) if own]
    if len(heads) < 2 or heads[0] > 0 or heads[-1] + 1 == len(parts):
        return []
    if any(b - a == 1 for a, b in itertools.pairwise(heads)):
        return []
    return [(parts[a][0], parts[b - 1][1]) for a, b in itertools.pairwise([*heads, len(parts)])]


def begin_alike(parts: list[str]) -> bool:
    """Tell whether sentences or clauses are parallel: 围绕…，围绕…  治“慢”：治“浅”：  补短板，强弱项，去积弊，"""
    if len(parts) < 2:
        return False
    bare = [part[match.end() if (match := _CONNECTIVE.match(part)) else 0 :] for part in parts]
    if len({part[:2] for part in bare}) == 1 and not re.search(r"\d", bare[0][:2]):
        return True
    if all(part.startswith("“") for part in bare):
        # “办活视频”见了成效，…；“贴近外操”做得一般，…
        return True
    heads = [re.split(r"[，：:]", part, maxsplit=1)[0] for part in bare]
    if any(
        len(head) > 8 or head == part or LEANS_BACK.match(part)
        for head, part in zip(heads, bare, strict=True)
    ):
        return False
    return len({head[0] for head in heads if head}) == 1 or len({len(head) for head in heads}) == 1


# 选派64名骨干驻点一年，“青苗计划”如期落地: what was promised has come.
_KEPT = re.compile(r"[，,][^，。；]{2,24}(?:如期|如约|按期)(?:落地|完成|建成|开通|上线|启用|兑现|实现)$")
# …不足的短板，靠…补上  …两张皮的状况，通过…有所缓解: the fault is what the clause is about.
_FAULT_NAMED = re.compile(
    r"(?:的|类|式)(?:问题|短板|不足|弱项|状况|局面|现象|难题|困境|瓶颈|矛盾|顽疾|毛病|通病|硬伤)$"
)
# 手机上没有独家产品，靠客户端来补课: what was wanting, and not what did not happen.
_WANTING = re.compile(
    r"(?:没有|缺少?|少了?)(?!发生|出现|接到|收到|任何|一[起例件次篇]|因|被|违|停|失|差错|事故|投诉)[^，。；]{2,8}$"
)


# 博物馆因选址变更推迟，争取明年开馆。 演播厅因经费不足，没有开工。
_PUT_OFF = re.compile(
    r"[^，。；：:因]{2,14}因[^，。；：:]{2,24}?[，]?(?:推迟|延期|延后|搁[置浅]|暂缓|没能|未能|未成|没有[^，。；]{0,2}(?:开工|动工|落实|启动|做成)|仍未|尚未|至今未)"
)


@lru_cache(maxsize=_ASKED_AGAIN)
def opens_answer(part: str) -> bool:
    """Tell whether a sentence or clause takes up a fault or a matter of its own.

    针对人才流失，…  用户黏性方面，…  网评队伍偏弱，就签约网评员80名  去年提出的“…”问题，…  平台升级已完成，…  演播厅因经费不足，没有开工
    """
    part = part.rstrip("。；;\n ")
    connective = _CONNECTIVE.match(part)
    part = part[connective.end() :] if connective else part
    if THE_REST.match(part):
        return True
    if _CONCEDES.match(part):
        return False
    first = re.split(r"[，,；;：:。]", _QUOTED.sub("“”", part), maxsplit=1)[0]
    if _TAKES_UP.match(part) or _KEPT.search(part) or _PUT_OFF.match(part):
        return True
    if len(first) > 34 or len(first) == len(part):
        return False
    return tells_fault(first) or bool(
        _FAULT_NAMED.search(first) or _WANTING.search(first) or re.search(rf"(?:{_CAME_OF.pattern})$", first)
    )


_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_COUNTED = re.compile(
    rf"(?P<many>[二三四五六七八九十两\d]+|几|诸多|若干|一些|多)(?:余|多)?(?:个方面|方面|[条项个点件处块])(?:需要?(?:进一步)?(?:改进|整改|解决)的?|的|共性|具体|主要|突出|问题和|[旧老新])*(?:{_FAULT}|承诺|事|(?:改进|整改)(?:措施|方向|目标|任务)|“[^”]{{1,6}}”)|(?:{_FAULT}|承诺)(?:和建议)?(?:共|有)?(?P<more>[二三四五六七八九十两\d]+)[条项个点件]|“(?P<label>[二三四五六七八九十两])个?(?:不|缺|少|弱|难|短板|问题)"
)


def counts_faults(sentence: str) -> bool:
    """Tell whether a sentence says how many faults there were: 列出三方面不足; 提出了一些问题."""
    return _COUNTED.search(sentence) is not None


# 一处是广告偏多，一处是语言偏俗
ONE_BY_ONE = re.compile(r"一(处|个|条|方面|点)是[^。；]*一\1是")
_DISTRIBUTES = re.compile(
    r"陆续|先后|相继|一系列|多项|[二三四五六七八九十两几多]个?方面|逐[一项条个]|分别|一一|以下|如下|[各这些]项|认真梳理|分项|对应"
)


def _faults_quoted(quotation: re.Match[str], lead: str) -> list[str]:
    """The faults that a quotation names: “编读往来不畅”, “创意不足、影响力弱” two; “照镜子”, “难题” none."""
    inside = quotation[1]
    pieces = [piece for piece in re.split(r"[、；]", inside) if piece]
    if len(pieces) > 1 and sum(map(tells_fault, pieces)) > 1:
        return pieces
    named = re.match(rf"[^，。]{{0,4}}{_FAULT}", lead[quotation.end() :])
    said = re.search(rf"{SAID}[^，。]{{0,8}}$", lead[: quotation.start()])
    return [inside] if (named or said or tells_fault(inside)) and _VOCABULARY.sub("", inside) else []


# 去年我们在报告里说，|报纸离职工还不够近、视频做得少、稿酬十年没动。
_OWNED = re.compile(
    rf"(?:{SAID}|说|坦言)(?:了|过)?[，：:]?(?P<what>[^，。；：“”、\d]{{3,20}}(?:、[^，。；：“”、\d]{{3,20}})+)。?$"
)


@lru_cache(maxsize=_ASKED_AGAIN)
def faults_told(lead: str) -> int:
    """Return how many faults the text before the answers speaks of; 2 also for several, 0 where it does not tell.

    三个方面的不足 → 3; “设备旧”“人手少”等问题 → 2; 逐项整改 → 2; 人才短缺的问题 → 1; 上年度报告的不足 → 0.
    """
    counted = [match["many"] or match["more"] or match["label"] for match in _COUNTED.finditer(lead)]
    if counted:
        return max(_NUMBERS.get(word, int(word) if word.isdecimal() else 2) for word in counted)
    quoted = [piece for match in _QUOTED.finditer(lead) for piece in _faults_quoted(match, lead)]
    named = [
        piece
        for clause in re.split(
            r"[，,；;：:。]", _QUOTED.sub(lambda q: "“”" if _VOCABULARY.sub("", q[1]) else q[1], lead)
        )
        if tells_fault(clause)
        for piece in re.split(r"[、和及]", clause)
        if "“”" in piece or not says_nothing(piece)
    ]
    cited = _CITED.search(lead)
    if cited and len(quoted) < 2:
        # 提出“要在基层通联、版面设计、媒体融合上下功夫” names three matters, if no faults.
        quoted = max((re.split("[、和与及]", words) for words in _QUOTED.findall(cited[0])), key=len)
    vowed = _vowed(lead)
    owned = _OWNED.search(lead) if LOOKS_BACK.search(lead) else None
    if owned and len(named) < 2:
        named = owned["what"].split("、")
    listed = _LISTED.match(lead)
    if listed and "；" in lead[listed.end() :]:
        # 本报提出的问题是：星期刊断档；热线难打。
        named = lead[listed.end() :].split("。")[0].split("；")
    if quoted or vowed or len(named) > 1:
        return max(len(quoted), len(named), len(vowed))
    if _DISTRIBUTES.search(lead) or ONE_BY_ONE.search(lead):
        return 2
    return len(named)
