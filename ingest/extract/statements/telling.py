"""Which kind of statement a sentence or an item is, by its own words and by those before it."""

from __future__ import annotations

import re

from ingest.duties import StatementKind
from ingest.extract.statements.cues import (
    FUTURE,
    LABEL,
    MAY_FALL_SHORT,
    OWNS_UP,
    PLAIN_FAULT,
    PRAISE,
    SHORTCOMING_CUE,
    THE_REST,
    TURNS_TO_FAULTS,
)
from ingest.extract.statements.places import Region
from ingest.extract.statements.retelling import ANSWERS_REPORT, looks_back
from ingest.extract.statements.running import sets_out
from ingest.extract.statements.turns import (
    NO_FAULT,
    turns_ahead,
)

# 本报仍需努力之处有三：
_TO_MEND = re.compile(r"需要?(?:进一步)?(?:努力|改[进善]|提[升高]|加强|完善)(?:的(?:地方|方面)|之处)")


def led_to(lead: str, region: Region, mode: StatementKind | None) -> StatementKind | None:
    """The kind of the items that a sentence leads to: 仍存在以下不足：, 2022年将从三方面改进：, 针对上年度不足，采取措施：."""
    if region.kinds == ("response",):
        return "response"
    label = LABEL.match(lead) if "response" in region.allowed else None
    if label is not None and label["deed"]:
        # 过去一年问题整改：一是…
        return "response"
    plans = re.search("将(?!来)", lead) and not re.search("存在着?(?:以下|如下|下列)", lead)
    owns_up = (
        OWNS_UP.search(lead)
        # 2019年，本报还存在以下不足： is of this year.
        and not NO_FAULT.match(re.sub(rf"^{region.year}年度?，?", "", lead))
        and not plans
    )
    if "shortcoming" in region.allowed and (_TO_MEND.search(lead) or owns_up):
        # 还存在以下几个方面的不足，需要在今后的工作中加以解决。
        return "shortcoming"
    back = "response" in region.allowed and looks_back(lead, region.year)
    if (
        re.search(r"将|今后|(?:下一步|下步(?!伐|入|履))|努力|打算|计划|改进|加强|力争", lead)
        and "commitment" in region.allowed
    ):
        if back and not re.search(r"将|今后|(?:下一步|下步(?!伐|入|履))|努力|打算|计划|力争", lead):
            return "response"
        if not re.search(r"(?:不足|问题|差距|短板|薄弱环节|方面)[^，。]{0,6}[：:，。]?$", lead) or re.search(
            r"将|今后|(?:下一步|下步(?!伐|入|履))", lead
        ):
            return "commitment"
    if back:
        return "response"
    if mode == "shortcoming" and "commitment" in region.allowed and sets_out(lead):
        # 要说的缺点：第一，…。要做的事情：第一，…
        return "commitment"
    takes_up = mode == "commitment" and NO_FAULT.match(lead)
    if SHORTCOMING_CUE.search(lead) and "shortcoming" in region.allowed and not takes_up:
        # 围绕上述不足，（1）… under 改进 leads to plans.
        return "shortcoming"
    return mode


def is_plain_deed(sentence: str, region: Region) -> bool:
    """Tell whether a sentence under 不足与改进 says, without 将, what will be done: 积极争取资金，更换摄像机10台."""
    both = region.kinds == ("shortcoming", "commitment")
    return both and not SHORTCOMING_CUE.search(sentence) and bool(_SETS_OUT.match(sentence))


_SETS_OUT = re.compile(
    r"(?:积极|努力|着力|大力|切实|认真|持续|不断|进一步|主动|加[大强快]|推[进动行出]|建[立设]|完善|优化|强化|深化|健全|制定|开[展设通]|组织|引进|培养|拓[展宽]|打造|实施|提[升高]|争取|邀请|创新|丰富|探索|改[进革版])"
)


def kind_of_words(item: str, region: Region, mode: StatementKind | None) -> StatementKind | None:
    """Return the kind of an item of a list in a region of several kinds; `mode` is the kind of what stands before."""
    allowed = region.allowed
    if mode == "commitment" and SHORTCOMING_CUE.search(item) and "shortcoming" in allowed:
        opening = re.split(r"[。；]", item)[0]
        if (
            (PLAIN_FAULT.search(opening) or turns_ahead(item, opening))
            and not FUTURE.search(opening)
            and not re.match(r"针对|着力|加快|补", opening)
        ):
            # 一是深度报道偏少。下一步，… 二是人才短缺。 the next item begins with its fault.
            return "shortcoming"
    if mode is not None:
        return mode
    if "response" in region.allowed and looks_back(item, region.year):
        return "response"
    if "shortcoming" in allowed and PLAIN_FAULT.search(item):
        return "shortcoming"
    return "commitment" if "commitment" in allowed and FUTURE.search(item) else None


_PLANS = re.compile(
    r"[^即必]将|(?<![虚模草])拟(?![声人定态稿于])|打算|(?:下一步|下步(?!伐|入|履))|力争|我们要"
)


# 明年，我们给自己定下三条; behind an answer 其余四个区要等到明年 goes on about what came of the fault.
_SETS_FORTH = re.compile(
    r"(?:为此，|对此，|同时，)?(?:面向|展望)?(?:今后|下一?步|接下来|明年|来年|新的一年|未来|20\d{2}年)|[^，。；]{0,16}将"
)


def kind_of_sentence(
    sentence: str, region: Region, mode: StatementKind | None, opens: bool
) -> StatementKind | None:
    """Return the kind of a sentence; `mode` is that of the one before, `opens` tells whether it opens its paragraph."""
    allowed = region.allowed
    if sentence.endswith(("？", "?")) and not (opens and looks_back(sentence, region.year)):
        return None
    if (
        "response" in allowed
        and (len(region.kinds) != 1 or ANSWERS_REPORT.match(sentence) or (opens and mode == "commitment"))
        and looks_back(sentence, region.year)
        and not re.search(
            r"20\d{2}年[^，]{0,8}将|(?:我们|今后|(?:下一步|下步(?!伐|入|履)))[^，]{0,4}将", sentence
        )
    ):
        return "response"
    # Under 不足, …，需要在今后加以改进 still tells a fault.
    plans = _PLANS if region.kinds == ("shortcoming",) and PLAIN_FAULT.search(sentence) else FUTURE
    next_year = _next_year(sentence, region.year) and not OWNS_UP.search(sentence)
    goes_on = mode == "response" and not opens and not _SETS_FORTH.match(sentence)
    if (
        "commitment" in allowed
        and not goes_on
        and (plans.search(sentence.removeprefix(f"{region.year}年")) or next_year)
    ):
        return "commitment"
    if mode == "response" and THE_REST.match(sentence):
        # 其他问题也在努力改进之中。 behind the answers is one of them.
        return mode
    if "shortcoming" in allowed and OWNS_UP.search(sentence) and not re.match(r"针对|对于|着眼", sentence):
        return "shortcoming"
    if mode == "response" and opens and "shortcoming" in allowed and TURNS_TO_FAULTS.match(sentence):
        if SHORTCOMING_CUE.search(sentence):
            return "shortcoming"
        mode = None
    if mode is not None and mode in allowed:
        if mode == "shortcoming" and PRAISE.search(sentence) and not PLAIN_FAULT.search(sentence):
            return None
        if mode == "shortcoming" and opens and not region.kinds and not MAY_FALL_SHORT.search(sentence):
            # 2021，重新出发。 opens another matter.
            return None
        return mode
    if "shortcoming" in allowed and SHORTCOMING_CUE.search(sentence) and PLAIN_FAULT.search(sentence):
        return "shortcoming"
    return None


def _next_year(sentence: str, year: int) -> bool:
    return bool(year) and re.match(rf"[^，。]{{0,4}}{year + 1}年", sentence) is not None
