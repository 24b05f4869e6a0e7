"""The words by which the first or the last report is asked for that speaks of something, told apart from what that is."""

from __future__ import annotations

import re

_ASKED = re.compile(
    r"最早|最先|最初|首[次度]|第1[次回]|初次|最后(?:1?[次回面期年])?|最[晚迟末]|末次|最近(?:1?[次回])?|后来|当初|1直|"
    r"(?:[好似]像?|似乎|貌似)?(?:就|便)?(?:再也?|都|也)?(?:没有?|不)(?:再|有|见|怎么)*(?:提[及到起]?|写|办|播|做|出现|下文|消息|踪影|影|声|了)+(?:过|了)*|"
    r"(?:(?:出现|现身|登上|露(?:过|了)?(?:1?[次回])?[面脸]?|亮相|登场|冒出来|见[于到]|提[到及起过]?|[说讲谈][到起过]|写[进到入]?|看[到见]|上(?!线))(?:过|了)?)|"
    r"(?:给出|公布|披露|统计|列出|记载|所述|所[说写提])(?:过|了)?|开[始办播设]|创[办刊]|推出|制作|拍摄|创作|发布|还在|继续|更新|运营|使用|出版|"
    r"(?:[在于从自到至]|1直到?)?(?:哪(?:1?个)?[几1]?年(?:度|份)?|哪个年[度份]|什么时候|何时|几年)(?:的)?(?:度|份)?(?:社会责任)?(?:报告)?(?:里面?|中|上)?(?:之后|以后|后|为止|起)?|"
    r"(?:社会责任)?报告(?:里面?|中|上)?|年[度份]|去哪儿?了?|[到上]哪儿?了?|吗|呢|什么时候|何时|[，,。？?！!、]"
)
"""Ways of asking for either end of the years, in one spelling; what they leave is what is asked about."""
_LIGHT = "的有里中了是在于从自把被就也都才再吗呢过到着第办播做搞出用开没不还又年时间"
"""Characters at either end of what is left that say nothing of what it is."""


def without_asking(said: str) -> list[str]:
    """Return the pieces of a question (in one spelling) that are left between the ways of asking for either end of the years."""
    return [piece.strip(_LIGHT + "□") for piece in _ASKED.split(said)]
