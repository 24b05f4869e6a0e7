"""All of a house's people, counted in two places: 在编人员57人、聘用人员62人 and 为全体129名职工, 采编30人 and 全社采编人员32人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.around import SENTENCE, around
from search.checking.case import Case

_HOUSE = "全(?:社|台|中心|报社|集团|网|院)|本[社台报]"
_N, _PERSON = r"(?<![\d.约近超逾])(?P<{}>\d[\d,]*)", "[名位人]"
_STAFF = "(?:在职|在岗|在册)?(?:干部)?(?:职工|员工|从业人员|工作人员)"
_EDITORS = "采编(?:人员|队伍|力量|岗位)?"
_WIDE = rf"(?:(?:{_HOUSE})(?:上下|现|共|的|有)*(?:全体|全部|所有)?|全体|全部|所有|现有|共有)"
_WHOLE = {
    group: re.compile(
        rf"{_WIDE}{_N.format('ahead')}{_PERSON}{words}|(?:{_HOUSE}){words}(?:共|有|为)*{_N.format('behind')}{_PERSON}"
    )
    for group, words in (("职工", _STAFF), ("采编人员", _EDITORS))
}
"""All of them: 全体129名职工, 全社采编人员32人."""
_KINDS = re.compile(
    rf"(?:在编|事业编制?|编制内)(?:人员|职工|干部)?{_N.format('one')}{_PERSON}[、，和及]"
    rf"(?:聘用|编外|合同制|临聘|非在编|招聘|企聘|劳务派遣)(?:人员|职工|员工)?{_N.format('other')}{_PERSON}"
)
"""The two kinds of employment, which leave nobody out."""
_TOLD = re.compile(
    rf"(?:现有|共有|拥有){_EDITORS}{_N.format('have')}{_PERSON}|(?:职工|员工|人员|在职|在岗)[^，。；\d]{{0,4}}\d[\d,]*{_PERSON}[，、（(](?:其中)?{_EDITORS}{_N.format('editors')}{_PERSON}"
)
"""Of so many people so many: 职工47人，采编30人; 现有采编人员137人."""
_OF_SOME = re.compile("部|组|频道|栏目|工作室|支部|分社|记者站")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each count of all the people that is not what the draft tells of them elsewhere."""
    text = case.draft.text
    known: dict[str, set[tuple[int, str]]] = {"职工": set(), "采编人员": set()}
    for match in _KINDS.finditer(text):
        left, right = around(text, *match.span(), SENTENCE)
        if not _OF_SOME.search(text[left : match.start()]) and "另" not in text[left:right]:
            known["职工"].add((_number(match["one"]) + _number(match["other"]), match[0]))
    for match in _TOLD.finditer(text):
        known["采编人员"].add((_number(match["have"] or match["editors"]), match[0]))
    for group, told in known.items():
        if len({count for count, _ in told}) != 1:
            continue
        count, said = next(iter(told))
        for match in _WHOLE[group].finditer(text):
            number = "ahead" if match["ahead"] else "behind"
            if _number(match[number]) != count:
                message = f"与稿中另一处不符：前面写“{said}”，{group}是{count}人，这里写{match[number]}人。请核对后统一；若口径不同，请写明。"
                span = match.start(number), match.end(number) + 1
                yield case.finding("number-conflict", Severity.WARNING, message, span)


def _number(text: str) -> int:
    return int(text.replace(",", ""))
