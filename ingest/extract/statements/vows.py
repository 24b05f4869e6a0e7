"""What promises nothing and blames nothing: proverbs, vows, courtesies, remarks on the faults told already."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.extract.statements.cues import (
    CONCRETE,
    COURTESY,
    PLAIN_FAULT,
    SHORTCOMING_CUE,
    VOW_CLAUSE,
    VOW_OPENING,
)

# 这些问题的存在，既有客观原因，也有主观努力不够。 speaks of the faults told already.
ABOUT_THESE = re.compile(
    r"(?:对于?|针对|产生|造成|导致|出现)?(?:这些|上述|以上|这[两二三四五六几]个?|凡此种种)(?:[^，。]{0,6}(?:问题|不足|差距|短板|情况|现象|困难|成绩|成效|变化)|[，,]?[都均也正]是?)|究其原因|分析原因"
)
# 江海不择细流，故能成其大; 人无完人，报亦如此: the classical language of a proverb.
_CLASSICAL = re.compile(r"[亦矣莫勿]|故能|(?<![规原准法])则|方能|方可|无以|何以|之所|[弗毋]")


def is_saying(sentence: str) -> bool:
    """Tell whether a sentence is a proverb or a couplet: short clauses of equal rhythm, in classical words."""
    parts = [part for part in re.split(r"[，,；;：:。！]", sentence) if part]
    if re.fullmatch(r"“[^”]{4,20}”|[^，；：“\d]{2,16}兮[^；：“\d]{0,12}", sentence.strip("。")):
        return True
    if len(parts) in (2, 4) and {len(part) for part in parts} in ({4}, {5}, {7}):
        # 风雨多经志弥坚，关山初度路犹长: the lines of a verse name no deed and need no particle.  使命在肩，初心如磐。
        return not (
            re.search(r"[的了将和与等在对]|\d|“|《", sentence)
            or CONCRETE.search(sentence)
            or SHORTCOMING_CUE.search(sentence)
        )
    return (
        len(parts) == 2
        and abs(len(parts[0]) - len(parts[1])) <= 1
        and len(parts[0]) <= 8
        and bool(_CLASSICAL.search(sentence))
        and not re.search(r"\d|“|《", sentence)
    )


# 坚持“快乐、青春、责任”的频道理念 names no piece.
_IDEAS = re.compile(r"“[^”]*”(?=[^，。；]{0,6}(?:理念|精神|原则|思想|方针))")
# 接受监督，聘请50名社会监督员: more than a courtesy.
COUNTS = re.compile(r"\d+(?:多|余)?[名位个场次期家篇条]")
# 为建成支点、走在前列提供强有力的舆论支持: one clause of purpose, whatever it lists.
_PURPOSE = re.compile(
    r"(?:^|(?<=[，,；;：:]))为[^，。；：\d《“]{4,60}(?:力量|智慧|支持|支撑|保障|保证|氛围|环境|动力|能量|篇章|贡献|担当)(?=[，,；;。！]|$)"
)


# 认真贯彻落实中央和省委、市委关于媒体融合发展的部署要求: one clause, whatever it lists.
_CARRIES_OUT = re.compile(
    r"(?:学习|宣传|全面|深入|坚决|认真)贯彻[^，。；：\d]{0,60}(?:思想|精神|论述|部署|要求)(?=[，。；]|$)"
)


_FOURS = re.compile(r"(?:.{0,8}将)?[一-龥]{4}(?:[、，][一-龥]{4})+")
_FIGURE_OR_NAME = re.compile(r"\d(?!\d*周?年)|[“《]")
_YEAR = re.compile(r"20\d{2}年")


@lru_cache(maxsize=256)
def is_vow(sentence: str) -> bool:
    """Tell whether a sentence promises no deed: 我们将牢记使命，砥砺奋进，为高质量发展贡献力量."""
    bare = sentence.strip("。！；：: \n　")
    if _FOURS.fullmatch(bare) and not (CONCRETE.search(bare) or SHORTCOMING_CUE.search(bare)):
        # 我们将自我加压、负重奋进
        return True
    courtesy = COURTESY.search(bare) and not COUNTS.search(bare)
    if courtesy or is_saying(bare) or re.fullmatch(r"20\d{2}年[，,]?是[^；：将]*", bare):
        return True
    bare = _CARRIES_OUT.sub("砥砺奋进", _PURPOSE.sub("砥砺奋进", _IDEAS.sub("", bare)))
    parts = [part for part in re.split(r"[，,；;：:。！、]", bare) if part]
    vows = [bool(VOW_CLAUSE.search(part)) and not _FIGURE_OR_NAME.search(part) for part in parts]
    rest = [_YEAR.sub("", part) for part, vow in zip(parts, vows, strict=True) if not vow]
    if len(rest) > 1 and any(PLAIN_FAULT.search(part) for part in rest):
        # 站在新的起点，我们清醒认识到，付费化探索不足，节目编排固化
        return False
    if ABOUT_THESE.match(bare):
        return not any(CONCRETE.search(part) for part in rest)
    return any(vows) and not any(CONCRETE.search(part) and not VOW_OPENING.search(part) for part in rest)
