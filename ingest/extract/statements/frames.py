"""What stands around the first fault of a sentence and says nothing of its own: 与群众的期待相比仍有差距，主要体现在…"""

from __future__ import annotations

import re

from ingest.extract.statements.cues import FUTURE, PLAIN_FAULT, SHORTCOMING_CUE, SHORTCOMING_FRAME
from ingest.extract.statements.retelling import is_general
from ingest.extract.statements.vows import is_vow
from ingest.sentences import Span, strip_marks

CLAUSE = re.compile(r"([^，。；：]{4,40})，")
_NOUNS = re.compile(r"不足|问题|差距|短板|弱项|困难|压力")
_AMONG = re.compile(
    r"(?:存在|有)(?:着)?(?P<what>(?!一定|一些|不少)[^，。；]{6,60}?)(?:等(?:方面的?)?(?:问题|不足|短板|差距)|的现象)"
)
# 版面老旧、人才外流|等问题也较突出
_REMAINS = re.compile(
    r"等(?:方面)?的?(?:问题|现象|不足|短板)(?:也|还|仍|依然|仍然|同样|比较|较为?|十分|日益|更加)*(?:突出|明显|严重|存在|凸显)$"
)
_SHOWN_IN = re.compile(
    r"[^。；]{0,60}?(?:不足|差距|问题|短板|薄弱环节)[^，。；：]{0,8}[，：:](?:(?:主要|集中|突出)?(?:体现|表现|反映)(?:在|为|于)|主要[是有在]|集中在|突出的是)[：:，]?|[^。；：]{0,50}(?:不足|差距|问题|短板)[^。；：]{0,8}[：:]"
    r"|(?:[^，。；：不未缺临]{1,10}(?=的)|今年|本年度|目前|当前|我们|本[报台社网])?的?(?:主要|最大|突出|首要)?的?(?:不足|问题|短板|差距)(?:之处)?(?:主要)?(?:是|有|为|在于|包括)[：:，]?"
    r"|[^。；]{0,60}?(?:不足|差距|问题|短板|薄弱环节|改进的(?:地方|方面))(?:之处)?[，：:](?:比如|例如|譬如|诸如|如|像)[：:，]?"
)


_BUT = re.compile(
    r"[^。；]{0,60}(?:成绩|成效|贡献|进步|进展|工作|努力|探索|尝试|好评|提升)[^，。；]{0,8}[，,](?:但是?|然而|不过)[，,]?"
)


_BESIDES = re.compile(r"(?:又如|再如|此外|另外|同时|当前|目前)[，,]")


def blames(sentence: str) -> bool:
    """Tell whether a sentence says what falls short, not only that something does."""
    own = _NOUNS.sub("", sentence)
    return bool(PLAIN_FAULT.search(sentence) or (SHORTCOMING_CUE.search(own) and not FUTURE.search(sentence)))


def without_frame(text: str, start: int, end: int) -> Span:
    """Return the place of the first fault without what leads up to it: 2016年，集团履行社会责任取得一定成绩，但…

    `start` and `end` are offsets into `text` in code points, end exclusive, as is what is returned.
    """
    besides = _BESIDES.match(text, start, end)
    start = besides.end() if besides else start
    scene = CLAUSE.match(text, start, end)
    if (
        scene
        and is_vow(scene[1].removeprefix("但"))
        and not SHORTCOMING_CUE.search(scene[1])
        and SHORTCOMING_CUE.search(text, scene.end(), end)
    ):
        # 但成绩属于过去，我们的龙头作用还没有充分发挥.
        start = scene.end()
    listed = _AMONG.search(text, start, end)
    if listed and (listed.end() == end or is_general(text[listed.end() : end])):
        # 但也存在深度报道不多、人才短缺等不足，与群众的期待还有差距.
        return listed.span("what")
    owned = re.compile(r"[^，。；]{2,24}?存在着?").match(text, start, end)
    if (
        owned
        and end - owned.end() >= 6
        and is_general(owned.group())
        and blames(text[owned.end() : end])
        and not re.search(r"(?:问题|不足|短板|差距)$", text[owned.end() : end])
    ):
        # 当前，中心还存在叫好又叫座的作品不多.
        start = owned.end()
    colon = re.compile(r"[^。；：:]{4,60}[：:]").match(text, start, end)
    if colon and is_general(text[start : colon.end()]):
        # 中心在履责方面还有许多工作要做：乡镇通讯站作用没有充分发挥.
        return without_frame(text, colon.end(), end)
    but = _BUT.match(text, start, end)
    if but and not SHORTCOMING_CUE.search(but.group()) and SHORTCOMING_CUE.search(text, but.end(), end):
        # 本报作出了积极贡献，但在融合发展的深度上还需下功夫.
        return without_frame(text, but.end(), end)
    year = re.compile(
        r"(?:20\d{2}年度?|一年来|过去一年|(?:回[看顾望首]|纵观|审视|总结)[^，。；]{0,8})[，,]"
    ).match(text, start, end)
    start = year.end() if year else start
    shown = _SHOWN_IN.match(text, start, end)
    if shown and end - shown.end() >= 4:
        # 仍有差距，主要体现在影响力不够大.
        return shown.end(), end
    match = SHORTCOMING_FRAME.match(text, start, end)
    if match and end - match.end() >= 8 and SHORTCOMING_CUE.search(text, match.end(), end):
        start, end = strip_marks(text, match.end(), end, "，,：: ")
    tail = _REMAINS.search(text, start, end)
    if tail and SHORTCOMING_CUE.search(text, start, tail.start()):
        end = tail.start()
    these = re.compile(
        r"，(?:这(?:些|都)|[都均]?(?:严重|直接)?制约了?着?|[都均]影响了?着?(?!力))[^，。]{0,24}$"
    ).search(text, start, end)
    if these and SHORTCOMING_CUE.search(text, start, these.start()):
        # …还不够强，这些都需要在今后加以改进。
        end = these.start()
    opening = re.compile(
        r"正视(?:不足|问题|短板|差距)[，,]|面对[^，。；]{2,20}，(?:我们)?[深痛][知感切]|(?:我们)?(?:必须|应当?|还要?|也要?)?(?:清[楚醒]|[深痛][知感切]|自知|明白|知道|看到)(?:地?(?:知道|看到|认识到))?[，,：:]|(?:比如|例如|譬如|诸如)[，,]?|如(?=[一-龥]{2,8}的)"
    ).match(text, start, end)
    return (opening.end() if opening else start), end
