"""Events: what happened on a date that the text gives.

A clause with a date (2024年6月12日, 7月, 2022年) and a verb of happening (上线, 挂牌, 改版, 启动, 举办 …) is one
event; its name is the clause without date and manner: “丝路昌吉”客户端正式上线.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import Date, dates
from ingest.reading import Reading
from ingest.report import Event, fact_id

HAPPENED = re.compile(
    r"成立|设立|创建|分设|挂牌|揭牌|组建|合并|整合|改版|上线|上架|开播|首播|创刊|复刊|停刊|休刊|停播|停办|更名|改名|开通|启用|启动|投入使用|投用|落成|竣工|开工|建成|开馆|开馆|开业|揭幕|开幕|闭幕|启幕|落幕|举办|举行|召开|承办|主办|"
    r"开展(?!示)|发起|签约|签署|成功(?:举办|直播|承办)|直播|开机|开拍|杀青|出版|发行|发布会|入驻|迁入|搬迁|转入|转为|改制|升级|完成|通过验收|派出|派驻|转播|停止|暂停|共建|捐赠|组织|调整|改为|收官|突发|来袭|启用|诞生|停更|关停|创办|建台|播报|奔赴|抵达|进驻|验收|试运行|正式运行|运行|推出|开设|开赛|颁奖|表彰|受邀|赴|参加|走进|开办|试播|移交|获批|批准|亮相|发布(?!量)|实施|开启|加挂|面世|问世|首发|首演|开讲|并入|划归|揭晓|开赛|(?<!同步)播出(?!\d)|出台|结业|出征|入列|亮灯|破土|交付|命名|聘任|选举|换届|授牌|结对|签订|接入|建站|建台|转企改制|评出|转型|改造|试行|新开|停发|走完|召开|赶到|拉开帷幕|揭开|引入|引进|调任|合署|撤销|上会|改[对四]开|改出|公映|上映|增出|增设|新设|扩版|扩为"
)
# 2020年，客户端更名为“岭东云”; 2021年全新改版.
_TURNING = re.compile(
    r"(?:年?[底初末])?[，,]?[^，。；]{0,24}?(?:正式)?(?:成立|挂牌|揭牌|更名|改名|改版|上线|开播|停播|创刊|复刊|停刊|休刊|入驻|启用|组建|开通|落成|投入使用|合并|建成|建站|转型|转企改制|挂牌新三板|迁入|加挂|面世|问世|并入|划归|改制|创办)"
)
_STATIC = re.compile(
    r"^(?:中心|我社|我台|本报|本台|集团|报社)?(?:始终|坚持|认真|严格|高度|不断|持续|积极|全面|切实|紧紧|牢牢)"
)
_LEAD = re.compile(
    r"^(?:其中|开始|于|在|，|,|、|的|起|至今|正式于|我们|，|当天|当日|晚|上午|下午|以来|间|期间|底|初|末|中旬|上旬|下旬|份)+"
)
_TOO_VAGUE = re.compile(r"履行社会责任|围绕中心|新闻宣传工作|习近平新时代|坚持以|取得.{0,6}成绩")


def extract_events(reading: Reading) -> Iterator[Event]:
    """Yield dated happenings, each once.

    Example: ``2024年6月12日“丝路昌吉”客户端正式上线`` → name “丝路昌吉”客户端正式上线, date 2024-06-12.
    """
    seen: dict[tuple[str, str], int] = {}
    found: list[Event] = []
    for sentence in reading.sentences:
        spans = dates(reading.text, reading.year or None, *sentence)
        for index, date in enumerate(spans):
            if not _counts(reading, date):
                continue
            if index and _is_range_end(reading.text, spans[index - 1], date):
                continue
            date = _with_bracket(reading.text, date)
            stop = spans[index + 1].start if index + 1 < len(spans) else sentence[1]
            if aside := _aside(reading.text, date, sentence):
                start, end, name = aside
            else:
                span = _happening(reading.text, sentence, date, stop)
                if span is None:
                    continue
                start, end = span
                told = _event_name(reading.text, date, start, end)
                if told is None:
                    continue
                name = told
            key = (re.sub(r"[\s“”《》，]|正式|全新|成功", "", name), date.iso)
            evidence = reading.evidence(min(start, date.start), max(end, date.end))
            if key in seen:
                old = found[seen[key]]
                found[seen[key]] = old.model_copy(update={"mentions": (*old.mentions, evidence)})
                continue
            seen[key] = len(found)
            found.append(
                Event(
                    id=fact_id(reading.report, "event", evidence.start, evidence.end, f"{name}|{date.iso}"),
                    evidence=evidence,
                    name=name,
                    date=date.iso,
                )
            )
    yield from found


_ASIDE_BEFORE = re.compile(
    r"(?P<of>[^，,。；;、：:！？\s（()）]{2,24}?)(?P<figure>[\d.,]+[万亿]?[余多]?[人户份次]?)?[（(](?P<act>(?:正式)?(?:创刊|创办|成立|组建|创建|开播|开通|上线|建台|始建)于)?$"
)
_ASIDE_AFTER = re.compile(
    r"(?P<act>(?:正式|全新|试)?(?:创刊|创办|成立|组建|创建|开播|播出|试播|开通|上线|建台|建成|始建|开办|停刊|停播|停办|停更|关停|更名|改版|启用|投用|入驻|挂牌|揭牌))?[)）]"
)
# 前身为|1952年|设立的江南有线广播站
_FORERUNNER = re.compile(
    r"(?P<act>创刊|创办|设立|成立|开办|开播|创建|组建)的(?P<of>[《“]?[一-龥A-Za-z0-9]{2,20}[》”]?)(?=[，,。；;、（(]|$)"
)
_FORERUNNER_BEFORE = re.compile(r"(?:前身(?:是|为)|源于|源自|始于|脱胎于)(?:原)?$")
_ASIDE_LEAD = re.compile(r"^.*(?:由原|其中|包括|拥有|办有|开办|设有|现有|目前|由|原|和|与|及|有)(?=..)")


def _aside(text: str, date: Date, sentence: tuple[int, int]) -> tuple[int, int, str] | None:
    """由原江南人民广播电台（|1949年|建台）、江南电视台合并: what a bracket dates is what stands right before it, and no more."""
    if _FORERUNNER_BEFORE.search(text, max(sentence[0], date.start - 6), date.start) and (
        was := _FORERUNNER.match(text, date.end, sentence[1])
    ):
        return date.start, was.end(), was["of"] + was["act"]
    if text[date.start - 1] not in "（(" and text[date.start - 1] != "于":
        return None
    before = _ASIDE_BEFORE.search(text, max(sentence[0], date.start - 48), date.start)
    after = _ASIDE_AFTER.match(text, date.end)
    if before is None or after is None or not (before["act"] or after["act"]):
        return None
    of = _ASIDE_LEAD.sub("", before["of"])
    act = (before["act"] or "").removesuffix("于") or str(after["act"])
    return before.end("of") - len(of), after.end(), f"{of}{act}"


def _is_range_end(text: str, before: Date, date: Date) -> bool:
    return bool(re.fullmatch(r"\s?[—\-－~～至到]{1,2}\s?", text[before.end : date.start]))


_BRACKET = re.compile(r"[（(][^（()）\d]{1,12}[)）]")


def _with_bracket(text: str, date: Date) -> Date:
    """1月26日（大年初二）: what brackets add to the date belongs to it."""
    bracket = _BRACKET.match(text, date.end)
    return date._replace(end=bracket.end()) if bracket else date


def _counts(reading: Reading, date: Date) -> bool:
    """A bare year opens most sentences of a report; it dates an event only with a word of beginning or ending."""
    if reading.year and int(date.iso[:4]) > reading.year:
        # A plan, or when the report was written.
        return False
    if len(date.iso) > 4 or not reading.year or int(date.iso) != reading.year:
        return True
    return bool(_TURNING.match(reading.text, date.end))


def _happening(text: str, sentence: tuple[int, int], date: Date, stop: int) -> tuple[int, int] | None:
    """The span of the happening: the date's clause, with the clause before it where that names the subject."""
    before = text[max(sentence[0], date.start - 4) : date.start]
    if text.rfind("《", sentence[0], date.start) > text.rfind("》", sentence[0], date.start):
        # 《8月12日江南日报一版》: part of a title
        return None
    if before.endswith(("》（", "》(", "”（")) and text[date.end : date.end + 1] in {"）", ")"}:
        # 《A》（5月12日）获奖: when a piece came out.
        return None
    if text[date.end : date.end + 1] == "前" or re.search(r"(?:截至|截止|每年|与|比|较|相比|到|至)$", before):
        return None
    if text[date.end : date.end + 1] == "度" and date.iso.count("-") == 0:
        # 2015年度X奖评选揭晓: of which year it is, not when.
        return None
    following_words = text[date.end : date.end + 14]
    if re.match(
        r"[^。；]{0,12}?(?:将(?![原其《“]|[^，]{0,6}(?:改|更))|拟|计划|预计|相比|力争)", following_words
    ):
        # 2022年，报社将建成…: a plan, 与2020年相比: a comparison.
        return None
    after = _RANGE_END.match(text, date.end, stop + 12)
    if after:
        # 7月1日至9月30日举办…: the event begins on the first day.
        stop = sentence[1]
        if re.match(r"(?:\d{4}年)?1月", text[date.start : date.end]) and "12月" in after.group():
            # 1月至12月: the whole year is no event.
            return None
        date = Date(start=date.start, end=after.end(), iso=date.iso)
    start = _clause_start(text, date.start, sentence[0])
    lead = _subject_lead(text[start : date.start])
    end = _clause_end(text, date.end, stop)
    tail = text[date.end : end]
    if text[date.end : date.end + 1] == "起" and start > sentence[0] and not HAPPENED.search(tail):
        # 《早安江南》改版为视听同步节目，7月起在视频号同步播出.
        previous = _clause_start(text, start - 1, sentence[0])
        if _TURNING.match("，" + text[previous : start - 1]):
            return previous, end
    exact = date.iso.count("-") == 2
    if end < stop and _NAMED_DAY.match(tail):
        following = _clause_end(text, end + 1, stop)
        return date.start, following
    if not lead and start > sentence[0] and _BEGAN.fullmatch(tail.strip("，, ")):
        # 《江南日报》是市委机关报，1948年6月15日在江口镇创刊: who began stands in the clause before.
        return _clause_start(text, start - 1, sentence[0]), end
    if exact and len(re.sub(r"[\s，起]", "", tail)) >= 5 and not _REPORTED.search(tail):
        # A day is given for what happened on it, whatever the verb.
        return (start if lead else date.start), end
    if start > sentence[0] and _BEGAN.fullmatch(re.sub(r"[于在自]$", "", lead)):
        # 其前身是《江南农民》杂志社，创办于1985年1月.
        return _clause_start(text, start - 1, sentence[0]), end
    if lead and (HAPPENED.search(tail) or _FOUNDED_BEFORE.search(text[start : date.start])):
        return start, end
    if HAPPENED.search(tail):
        if len(_LEAD.sub("", tail)) >= 6 or start == sentence[0]:
            return date.start, end
        # 第十届读书节移至线上，9月28日开幕: the subject stands in the clause before.
        return _clause_start(text, start - 1, sentence[0]), end
    if end < stop and (len(tail.strip()) <= 6 or "-" in date.iso):
        # 6月12日，“丝路昌吉”客户端上线; 6月1日起，中心派出…
        following = _clause_end(text, end + 1, stop)
        said = text[end + 1 : following].lstrip("在于")
        if following < stop and (_NAMED_DAY.match(said) or _APPROVED.fullmatch(said)):
            # 11月8日，在第十七个记者节到来之际，本报表彰…; 2006年8月，经省委批准，组建集团
            following = _clause_end(text, following + 1, stop)
        if exact and following - end > 6 and not _REPORTED.search(text[end + 1 : following]):
            return date.start, following
        if HAPPENED.search(text[end + 1 : following]):
            return date.start, following
    return None


# Who agreed is no part of what happened.
_APPROVED = re.compile(r"经[^，,。；]{2,24}?(?:批准|同意|批复|研究决定)(?:后)?")
_BEGAN = re.compile(
    r"(?:(?:在|由|正式|顺利|经)[^，,。；]{0,24}?)?(?:创刊|创办|成立|挂牌|揭牌|开播|建台|上线|停刊|复刊|停播|(?:正式)?(?:并入|划归|更名为|改名为|改制为)[^，,。；]{2,20})"
    r"(?:运行|运营|发行)?"
)
_FOUNDED_BEFORE = re.compile(
    r"(?:成立|组建|创刊|创办|创建|开播|建台|诞生|始建|挂牌|上线|开通|建成|改版|更名|揭牌|合并|设立)于?$"
)
# 7月13日一版刊发图片: when a piece came out, not an event of the year.
# 11月8日记者节当天，报社表彰…: the day has a name, the happening stands after the comma.
_NAMED_DAY = re.compile(r"^[，]?[一-龥“”]{0,14}(?:节|日|当天|之际|前后|期间|来临之际|前夕|当晚)$")
# 9月28日刊发国庆特刊: a special issue comes out once, and is one.
_REPORTED = re.compile(
    r"^(?!.{0,24}特刊).{0,12}(?:[一二三四五六七八九十\d]+版|头版|刊发|刊登|见报|截图)|印发|发文"
)
_RANGE_END = re.compile(
    r"\s?[—\-－~～至到]{1,2}\s?(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|年底|年末|目前)"
)
_TIME_ONLY = re.compile(r"^(?:自|从|于|在|截至|到|至|早在|其中|并|，|,|\s)*$")


def _subject_lead(lead: str) -> str:
    return "" if _TIME_ONLY.match(lead) else lead


def _clause_start(text: str, position: int, floor: int) -> int:
    """The offset at which the clause before `position` begins, `floor` at the least; commas in brackets part no clauses."""
    depth = 0
    while position > floor:
        sign = text[position - 1]
        if sign in "）)〕】":
            depth += 1
        elif sign in "（(〔【":
            depth = max(0, depth - 1)
        elif not depth and sign in "，,；;。！？\n" and not _inside_number(text, position - 1):
            break
        position -= 1
    return position


def _clause_end(text: str, position: int, stop: int) -> int:
    while position < stop and (text[position] not in "，,；;。！？\n" or _inside_number(text, position)):
        position += 1
    return position


def _inside_number(text: str, at: int) -> bool:
    """投资2,360万元: a comma that parts digits parts no clauses."""
    return text[at] in "，," and text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()


# 江南日报（Jiangnan Daily）, 江南广播电视台〔以下简称台（中心）〕: what else something is called stands in brackets.
_ALIAS = re.compile(
    r"[（(〔【][^（）()〔〕【】]{0,10}?(?:简称|英文|[A-Za-z]{3})[^（）()〔〕【】]*(?:[（(][^（）()]*[)）])?[^（）()〔〕【】]*[）)〕】]"
)
# What a clause goes on with behind its subject: 中心|由…组建, 日报|创刊于….
_AFTER_SUBJECT = re.compile(
    r"(?<=..)(?:由|是|因|在|自|经|通过|作为|于|创刊|创办|成立|组建|开播|挂牌|前身|原名|隶属)"
)


_AWARDING = re.compile(
    r"(?:揭晓|公布|举行|举办)的[^，]{2,30}(?:奖|大赛|评选|评比|征集|盛典)(?:评选|活动)?(?:中|上)?$"
)


def _event_name(text: str, date: Date, start: int, end: int) -> str | None:
    lead = _ALIAS.sub("", text[start : date.start])
    if "分别" in lead:
        return None
    if re.search(r"[，,]", lead):
        # A clause that only lends its subject: 中心由…组建，于7月26日挂牌 → 中心挂牌.
        subject = re.sub(r"^(?:其|它的)?前身(?:是|为)", "", re.split(r"[，,]", lead)[0])
        lead = _AFTER_SUBJECT.split(subject)[0] + re.sub(r"[于在自从]$", "", re.split(r"[，,]", lead)[-1])
    lead = re.sub(r"(?:于|在|自|从)\s*$", "", lead)
    name = lead + re.sub(r"^\s*起(?=[一-龥])", "", _ALIAS.sub("", text[max(start, date.end) : end]))
    name = _LEAD.sub("", re.sub(r"\s", "", name)).strip("，,；;。（()） ")
    approved = _APPROVED.match(name)
    name = name[approved.end() if approved else 0 :].lstrip("，,")
    name = re.sub(r"^在?[一-龥“”]{0,14}?(?:节|日)(?:当天|之际|到来之际|前后|期间|前夕)?，", "", name)
    name = re.sub(r"(?:于|在|自|从)(?=$|起|，)起?|(?<=[》”])于|(?:于)$", "", name).strip("，,")
    if re.match(r"是|适逢|正值|恰逢", name) or re.search(
        r"(?:发生|爆发|来袭|开始)(?:之?后|时|之际|以来)$", name
    ):
        # 4月20日雅安地震发生后: when the next clause happened.
        return None
    if HAPPENED.fullmatch(name):
        return name
    if _AWARDING.search(name):
        # 2022年11月揭晓的第三十二届X奖中，《A》获二等奖: of which awarding, and no event of the media.
        return None
    if _STATIC.match(name) or _TOO_VAGUE.search(name) or not 3 <= len(name) <= 60:
        return (
            name if re.fullmatch(r"(?:正式)?(?:挂牌|成立|创刊|开播|上线)(?:成立|运行|运营)?", name) else None
        )
    return name
