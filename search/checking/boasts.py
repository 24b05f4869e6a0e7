"""Claims that need a source and name none: no exception (满意率100%), a rank (全省第一, 名列前茅), an effect on a whole place (带动全县人均增收1200元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ingest.report import Commitment, Shortcoming
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, SENTENCE, around
from search.checking.case import Case
from search.checking.saying import short

_AREA = "全国|全省|全市|全州|全区|省内|国内|行业|业内|全系统|同行业?|同类|同级|县级|地市级?|省级"
_ALL = re.compile(
    r"满意[率度](?:均|都|双双|同时)?(?:达到?|为|保持|高达|稳定在)*(?:100[%％]|百分之百)|百分之百满意|人人满意|零差评|零缺陷"
    r"|(?:篇篇|期期|场场|条条|件件|个个)(?:都|均)?(?:推动|促成|促使|引发|带来|解决|整改|办结|叫好|获奖|爆款|成为|是精品|过[百千]?万)"
    r"|无一(?:例|起|件|家|篇|条|期|处|次)?(?:反复|反弹|落空|返工|差评|失手|退回|超期|遗漏|离异)|没有一(?:例|起|件|家|篇|条|期|处|次)(?:反复|反弹|落空|返工|差评)"
    r"|没有一[位名个](?:读者|观众|听众|用户|群众|市民|网友|订户)[^，。；\n]{0,14}?(?:不满|投诉|差评|退订|抱怨|意见)"
    r"|(?:得到|已|全部|均)?(?:彻底|根本|完全)(?:得到)?(?:解决|杜绝|消除|根治|扭转|改变)"
    r"|(?:创刊|建台|建社|建网|开办|成立|组建)(?:[^，。；\n]{0,6}年)?(?:以来|来)[^，。；\n]{0,4}从未[^，。；\n]{2,12}"
)
"""Of readers, those served, or all that was made. What a house can count is none (合同签订率100%, 投诉件件答复, 无一伤亡)."""
_EACH = re.compile("[件条个]{2}(?:都|均)?(?:解决|整改|办结)")
_COUNTED = re.compile(
    r"(?:受理|收到|接到|接[收听]|投诉|举报|诉求|来[信电]|留言)[^。；\n]{0,12}\d+[余多]?[件条个][^。；\n]{0,30}$"
)
"""受理投诉23件，件件办结: the house counts these itself."""
_ONLY = re.compile(
    rf"(?:{_AREA})(?:范围内)?(?:唯一|第一家|首家|首个|首创|率先|排名第一|位居第一|第一名)|"
    rf"(?:{_AREA})[^，。；]{{0,8}}?(?:居|位列|排名|名列)(?:第一|首位|榜首|之首|之冠)|"
    rf"(?:居|位列|排名|名列|稳居|位居)(?:{_AREA})[^，。；]{{0,10}}?(?:第一|首位|榜首|之首|之冠)|"
    rf"(?:{_AREA})[^，。；]{{0,12}}?(?:排在?|居|位列|坐[上稳]|拿[了到下])(?:了)?(?:第一|头一[名位个]|头名|头把交椅|榜首|首位)|"
    r"唯一(?:一[家个]|获|入选|入围)"
)
_AHEAD = re.compile(
    rf"(?:在)?(?:{_AREA})[^，。；\n]{{0,12}}?(?:名列前茅|无出其右|无人能及|独一无二|数一数二|遥遥领先|首屈一指|独占鳌头|(?:居|列|处于?|排在|稳居)(?:领先|前列|前茅)(?:地位|水平)?|领先(?=[，。；]|地位|水平))"
    rf"|(?:居|列|处于?|排在|稳居|达到)(?:{_AREA})[^，。；\n]{{0,10}}?(?:前列|前茅|领先(?:地位|水平)?|先进水平|一流水平)"
)
"""A rank that no figure tells: 报纸编校质量在全国晚报中名列前茅."""
_OURS = (
    "[^，。；\\n“”《》]{0,12}?(?:客户端|公众号|账号|频道|频率|节目|栏目|专栏|品牌|平台|媒体|党报|日报|晚报|报纸|报刊|网站|电视台|电台|"
    "中心|活动|赛事|IP|产品|矩阵|阵地|直播间?|视频号|抖音号|工作室|融媒体|报|台|刊|网|端|号)"
)
"""What a house runs: 全省最活跃的党报客户端; 全省最年轻的护鱼员 is of others."""
_MOST = re.compile(
    rf"(?:(?:{_AREA}|本[地省市县区]|当地)[^，。；\n“《]{{0,10}}?最[具有受]|成为(?:{_AREA}|本[地省市县区])[^，。；\n“《]{{0,10}}?最[大多强早快高好])"
    r"(?![一-龥]{2,8}(?:奖|称号|[”》]))[^，。；\n“”《》]{2,16}"
    rf"|(?:是|为|成为|堪称|成了)(?:{_AREA}|本[地省市县区]|[一-龥]{{2}}[省市县区])(?![^，。；\n]{{0,12}}(?:之一|奖|称号))[^，。；\n“《]{{0,14}}?最[一-龥]{{1,3}}的(?:{_OURS})"
    rf"|(?:是|为|成为|堪称|成了)(?:{_AREA}|本[地省市县区])[^，。；\n“《]{{0,14}}?[一-龥](?:力|量|度|模|率|性)最[一-龥]{{1,2}}的(?:{_OURS})"
)
"""全省最具影响力的民生品牌, where it is no title that was won."""
_WON = re.compile("获评?|评为|评选|授予|入选|荣膺|当选|跻身")
_OTHERS = re.compile("首[个家创]|率先|第一家")
"""What the draft says of others, who did not do so before: no report of this media can tell."""
_OURSELVES = re.compile(
    rf"(?:{_AREA})(?:第一[家个]|首[家个]|率先)[^，。；\n]{{2,24}}的[^，。；\n]{{0,8}}?(?:机构|媒体|党报|日报|晚报|报纸|报刊|报社|刊物|杂志|网站|电视台|电台|台|频道|频率|融媒体中心|客户端|公众号|账号)"
)
"""本报由此成为全省第一家办线下市集的报纸: a first among houses, claimed for this one."""
_HOUSE = re.compile(
    r"[是为][^，。；\n]{0,12}?唯一(?:一[家份个])?的?(?![^，。；、\n]{0,4}(?:获|入选|入围))[^，。；、\n]{0,14}?(?:机构|媒体|党报|日报|报纸|报刊|报社|刊物|杂志|网站|电视台|电台|频道|频率)"
)
"""What a house is by its nature: 本台是全省唯一的藏语广播机构."""
_PLACE = "全[国省市县州区镇]|我[省市县州区]|本[地省市县州区]|当地|辖区|城区|城乡|人均|户均"
_AMOUNT = r"(?:\d[\d.,]*|[一二三四五六七八九两]+)(?:[万亿]?元|[%％]|个?百分点|成(?!效|果|立|为|员|功)|倍)|翻了?[一两]番"
_CAUSED = re.compile(
    rf"(?:带动|拉动|助推|推动|促使|撬动|助力|使得?|促成|帮助|带来)[^，。；\n]{{0,14}}?(?:{_PLACE})[^，。；\n]{{0,20}}?"
    rf"(?:增收|增长|上升|提高|提升|下降|减少|降低|增加|回升|下滑)[^，。；\n]{{0,6}}?(?:{_AMOUNT})"
)
_CHANGED = re.compile(
    rf"(?:{_PLACE})[^，。；\n]{{2,16}}?(?:同比|比上年|较上年|由此|随之|因此|大幅|明显)*(?:增收|增长|上升|提高|提升|下降|减少|降低|增加|回升)[^，。；\n]{{0,4}}?(?:{_AMOUNT})"
)
_CREDIT = re.compile(
    "(?:得益于|归功于|由于|因为|正是|正因|直接|在[^，。；]{2,20}(?:推动|带动|监督|促进|影响|助力|宣传|引导)下|(?:报道|节目|栏目|专栏|直播|曝光|监督|宣传|推介|短视频|作品)"
    "[^，。；]{0,8}(?:之?后|以来|播出|见报|刊发|推动|带动|促使|促成|使得?|让))"
)
"""What makes a change of the place the work of the house: 在我台持续监督下，全市…; 报道刊发后，全市…."""
_OWN = re.compile(
    "媒体|稿|粉丝|用户|发行|收视|收听|阅读|播放|点击|广告|订阅|报名|参赛|参与|客户端|公众号|读者|观众|听众|职工|员工"
)
"""What the house itself counts."""
_MEANT = re.compile("力争|争取|确保|做到|努力|目标|将|力求|要[求让使]|实现.{0,4}目标")
"""Words by which it is only meant."""
_NOT = re.compile("(?:没有?|未|尚未|并未|远未|难以|不能|并非)(?:得到|实现|能够?)?$")
"""局面没有根本扭转 claims nothing."""
_SOURCE = re.compile(
    "问卷|抽样|抽查|回访|测评|调查|第三方|据[^，。；]{2,16}(?:统计|测算|通报|数据|介绍|反馈|监测)|统计局|(?:部门|单位|局)(?:统计|测算|数据|通报)|统计(?:数据)?显示|数据显示"
)
_RANKING = re.compile("榜|指数|排行|评估|考核|通报|索福瑞|CSM|赛立信|尼尔森|中心监测")
"""Where a rank comes from."""
_FIGURES = re.compile(r"[\d一二三四五六七八九两翻]")


class _Kind(NamedTuple):
    """A kind of claim: its forms, what else names its source, and what a person is told."""

    said: tuple[re.Pattern[str], ...]
    source: re.Pattern[str]
    message: str


_KINDS: Final = (
    _Kind(
        (_ONLY, _AHEAD, _MOST),
        _RANKING,
        "“{}”这样的说法需要出处：历年报告里没有可以支持它的话。请附依据，或改用平实的说法。",
    ),
    _Kind(
        (_CAUSED, _CHANGED),
        _SOURCE,
        "“{}”是一地的变化，稿中没有出处，也看不出与履责工作的关系。请附数据来源，或改为写本单位做了什么。",
    ),
    _Kind((_ALL,), _SOURCE, "“{}”没有例外，需要依据：请附调查或统计的来源，或改用有数字的说法。"),
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each such claim whose sentence names no source, and that no earlier report makes in the same words.

    Silent of what is only meant or lacking, of an effect that the house itself counts or takes no credit for, and of an effect that an
    earlier report has with another figure: it is the house's way of counting then.
    """
    text = case.draft.text
    told = [normalised(report.text) for report in case.earlier]
    meant = [fact.evidence for fact in case.draft.facts if isinstance(fact, Commitment | Shortcoming)]
    seen: list[tuple[int, int]] = [(place.start, place.end) for place in meant]
    for kind in _KINDS:
        for match in (match for pattern in kind.said for match in pattern.finditer(text)):
            left, right = around(text, *match.span(), SENTENCE)
            sentence = text[left:right]
            words = normalised(_FIGURES.split(match[0])[0] if match.re in (_CAUSED, _CHANGED) else match[0])
            if (
                any(a < match.end() and match.start() < b for a, b in seen)
                or _NOT.search(text[left : match.start()])
                or _MEANT.search(text[max(left, match.start() - 12) : match.start()])
                or _SOURCE.search(sentence)
                or kind.source.search(sentence)
                or any(words in report for report in told)
                or not _is_claimed(case, match, text[left : match.end()])
            ):
                continue
            if _EACH.match(match[0]) and _COUNTED.search(text[left : match.start()]):
                continue
            seen.append(match.span())
            clause = text[slice(*around(text, *match.span(), CLAUSE))]
            mild = match.re is _ONLY and (
                (_OTHERS.search(match[0]) and not _OURSELVES.search(clause)) or _HOUSE.search(clause)
            )
            severity = Severity.INFO if mild else Severity.WARNING
            yield case.finding(
                "unsupported-claim", severity, kind.message.format(short(match[0], 30)), match.span()
            )


def _is_claimed(case: Case, match: re.Match[str], before: str) -> bool:
    """Tell whether an effect is one that the house takes credit for and does not count itself, and no rank is a title that it won."""
    if match.re is _MOST:
        return _WON.search(before) is None
    if match.re not in (_CAUSED, _CHANGED):
        return True
    clause = case.draft.text[slice(*around(case.draft.text, *match.span(), CLAUSE))]
    return not _OWN.search(clause) and (match.re is _CAUSED or _CREDIT.search(before) is not None)
