"""What speaks for one of several figures that a question's words fit about equally, and what speaks against one."""

from __future__ import annotations

import re

from ingest.units import unit_family
from search.questions.measures.quantities import STAFF, of_one
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.wording.words import measure_words

USUAL = 0.05
"""What speaks for a figure in the unit that the other years have."""
ACTING = 0.2
"""What speaks against a figure of staff of whom a deed is told."""
ONE_OF = 0.1
"""What speaks against a figure of one of many, or of one time."""
_WITH_OTHERS = 0.03
"""What speaks against a figure of what is done with others: 共同策划直播11场, where 全年直播186场 is told as well."""
_JOINT = re.compile("联合|共同|合办|联办|协办")
_TOTALS = re.compile(r"总数|总量|总计|总额|总共|累计|1共|共计|合计")
_ALL_TOLD = re.compile(rf"{_TOTALS.pattern}|现在|目前|如今|现有|已有|共有|已经有")
_NEW_ONLY = re.compile(r"新(?:开|增|建|设|办|添|上线|成立)")
_NEW_ASKED = re.compile(r"新|增|多[了开建设]")


def counts_a_thing(figure: Figure) -> bool:
    """Tell whether a noun stands at a figure that is no word for a measure: 32个账号."""
    name = figure.called
    return name in figure.near and name not in measure_words() and figure.unit not in (None, "%", "元")


_OF_WHAT_COMES_IN = re.compile(
    r"(?:编校|见报|报纸|文字|问题|群众|事项|诉求|留言|网民|网友|办件|求助|观众|听众|读者|投诉|线索|总体|平均|综合|来信|来电|热线)+"
)


def same_rate(word: str, name: str) -> bool:
    """Tell whether two rates differ only by what comes in anyhow: 问题解决率 of one year is 解决率 of the next."""
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    if not shorter.endswith(("率", "度")) or len(shorter) < len("解决率") or not longer.endswith(shorter):
        return False
    return _OF_WHAT_COMES_IN.fullmatch(longer.removesuffix(shorter)) is not None


def preference(figure: Figure, question: Question) -> float:
    """Return a little for what speaks for a figure among equals."""
    spare = max(0, len(figure.called) - sum(len(word) for word in question.words))
    asked = f"{figure.unit}" if figure.unit else ""
    unit = 0.0
    if asked and re.search(rf"(?:多少|几)个?{re.escape(unit_family(asked) or asked)}", question.masked):
        unit = 0.03
    # 做了几条 is told by 40条 rather than by 7300条次.
    unit += 0.03 if figure.unit is not None and figure.unit == question.asked_unit else 0.0
    # 发行 of 图书发行2.1万册 is no name for 发行量.
    part = any(figure.called in word and figure.called != word for word in question.words)
    unit += 0.03 if figure.called in question.masked and not part else 0.0
    # 助农带货涨了多少 is told by 带货金额 rather than by 助农直播, another word for it.
    unit += 0.03 if question.words and question.words[-1] in figure.called else 0.0
    # 进账多少 is told by 经营收入, which is another word for it, rather than by 广告收入.
    head = question.words[-1] if question.words else ""
    unit += 0.03 if figure.unit == "元" and figure.called in measure_words().get(head, ()) else 0.0
    # 新装终端650个，总数达到860个: who asks for the total means the second.
    unit += wholeness(figure, question)
    unit += USUAL if figure.unit in (question.level_units or ()) else 0.0
    of_house = figure.subject_name is None or figure.subject in question.known.house
    own = 0.03 if of_house and not question.mentions else 0.0
    return (
        unit
        + own
        - (_WITH_OTHERS if _JOINT.search(figure.clause) and not _JOINT.search(question.text) else 0.0)
        - ACTING * _tells_deed_of_staff(figure)
        - ONE_OF * of_one(question, figure.clause)
        - 0.01 * min(spare, 5)
    )


def _tells_deed_of_staff(figure: Figure) -> bool:
    """94名采编人员敲开了1300扇门: tell whether a figure is of staff who did something, which need not be all of them."""
    if figure.called not in STAFF:
        return False
    _, found, behind = figure.evidence.quote.partition(f"{figure.text}{figure.name}")
    return bool(found) and _DEED.match(behind) is not None


_DEED = re.compile(r"(?![的和及与或中占是有为达含均]|包括|持有|拥有|具有|分布|平均)[\u4e00-\u9fff]")
"""What follows the noun by which the staff is counted, where it is neither the end of its clause nor what they are: 员工|分流到一线."""


def wholeness(figure: Figure, question: Question) -> float:
    """书房新开5家，总数达17家: return a little for the total if all are asked for, and less than nothing for what is only new."""
    total = 0.03 if _ALL_TOLD.search(question.text) and _TOTALS.search(figure.near) else 0.0
    new = _NEW_ONLY.search(figure.near) is not None and _NEW_ASKED.search(question.text) is None
    return total - (0.03 if new else 0.0)
