"""Names that the draft tells of as known, and that no earlier report has: 品牌栏目《X》, 《X》第三季, 继续办好《X》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Commitment, Shortcoming
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.around import MARKED
from search.checking.case import Case
from search.checking.saying import short
from search.checking.slips import slip

_MARKED = r"[《“](?P<name>[^》”\n]{2,16})[》”]"
_OF = "栏目|节目|专栏|专题|专版|版面|活动|行动|项目|赛事|晚会|论坛|讲堂|直播|系列|品牌"
_KNOWN = (
    # 继续办好《主播下乡记》专栏; 做优做强“溪young”品牌; 坚持 is left out: it stands before mottos (坚持“先审后发”).
    re.compile(
        rf"(?:继续|持续|一如既往地?|常态化|做[优强精大]|擦亮|打响|用好|办好)(?:推出|办好|开办|刊发|播出|举办|开展|打造|做[优强精大]|擦亮|推进|运营)*"
        rf"[^，。；、\n《“]{{0,6}}{_MARKED}(?=(?:等)?(?:[一-龥]{{0,4}}?(?:{_OF})))"
    ),
    re.compile(
        rf"(?:老品牌|传统品牌|老栏目|(?:久负盛名|家喻户晓|耳熟能详|深受[^，。；、\n]{{0,6}}(?:喜爱|欢迎)|广受好评)的){_MARKED}"
    ),
    re.compile(
        rf"(?:老牌|品牌|王牌|招牌|名牌|知名|经典|传统|拳头|看家|叫好叫座的?)(?:{_OF}|产品)(?:——)?{_MARKED}"
    ),
    re.compile(rf"{_MARKED}[^，。；、\n《“]{{0,6}}?第(?:[二三四五六七八九十]|\d)+[季部辑](?!度)"),
    re.compile(
        rf"{_MARKED}(?:[一-龥]{{0,2}}?(?:{_OF}))?(?:继续|持续|依旧|仍然|再度|又一次|全新|全面)?(?:改版升级|改版|回归|复播|复刊|重启|提档升级|迭代升级)"
    ),
    re.compile(
        rf"{_MARKED}(?:[一-龥]{{0,2}}?(?:{_OF}))?(?:继续|一如既往|依旧|仍|仍然)(?:[深走聚关传办推播保发])"
    ),
)
"""How the draft speaks of what there was before, with an example of each form in `find`."""
_FIRST = re.compile(
    r"第一[季部辑]|首季|首部|前[一两三]季|开播|创办|开办|推出|创刊|开设|新[办开推]|首[播推发]"
)
"""What elsewhere in the draft tells of the beginning of it."""
_OTHERS = re.compile("央视|总台|中央|全国|省委|国家|上级|兄弟")
"""Before a name: it may be of others."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name that the draft speaks of as known, where no earlier report has it.

    Made for: 继续办好《民生茶座》专栏; 品牌栏目《民生茶座》; 《听见》第三季; 《民生茶座》改版升级; “渔火”活动继续走进社区. Only where the report of the year
    before is stored; silent where the draft itself tells of the beginning, and of what is meant or lacking.
    """
    if not case.follows:
        return
    text = case.draft.text
    told = normalised("\n".join(report.text for report in case.earlier))
    names = {found[found.lastindex or 0] for report in case.earlier for found in MARKED.finditer(report.text)}
    meant = [fact.evidence for fact in case.draft.facts if isinstance(fact, Commitment | Shortcoming)]
    seen: set[str] = set()
    for pattern in _KNOWN:
        for match in pattern.finditer(text):
            name = match["name"]
            if (
                name in seen
                or normalised(name) in told
                or _OTHERS.search(text[max(0, match.start() - 8) : match.start()])
            ):
                continue
            if any(place.start < match.end() and match.start() < place.end for place in meant):
                continue
            if _begun(text, name, match.span()) or any(slip(name, other) for other in names):
                # A slip in a known name is told as such.
                continue
            seen.add(name)
            message = (
                f"“{short(match[0], 24)}”像是早就有的，但历年报告里没有“{name}”。"
                "请核对名称；若是今年新办的，请写明。"
            )
            yield case.finding("unsupported-claim", Severity.WARNING, message, match.span())


def _begun(text: str, name: str, span: tuple[int, int]) -> bool:
    """Tell whether another sentence with the name, or the words beside this one, tell of its beginning."""
    for match in re.finditer(re.escape(name), text):
        left = max(text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
        right = min((at for mark in "。；\n" if (at := text.find(mark, match.end())) >= 0), default=len(text))
        beside = text[left : span[0]] + text[span[1] : right] if left <= span[0] < right else text[left:right]
        if _FIRST.search(beside):
            return True
    return False
