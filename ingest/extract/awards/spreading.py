"""One award over its levels: 分获一等奖、二等奖 gives each work its level, 一、二等奖各2件 each level its count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName
from ingest.extract.awards.tokens import Tokens
from ingest.extract.awards.words import COUNT
from ingest.numerals import chinese_number
from ingest.sentences import Span

_NUMBER_BEFORE = re.compile(r"(\d+|[一二两三四五六七八九十]+)[个项件]$")
_EACH = re.compile(r"各(\d+|[一二两三四五六七八九十])[件个项]")


@dataclass(frozen=True)
class Claim:
    """That somebody won an award, before its levels are read."""

    quote: Span
    """The evidence, in code points."""
    name: AwardName
    works: list[str]
    number: int | None
    recipient: str | None
    several: bool
    """The verb distributes: 分获, 分别荣获."""

    def honour(
        self, works: list[str], number: int | None, recipient: str | None, level: str | None
    ) -> Honour:
        """Return the honour of these winners at `level`; without a number it counts its works, at least one."""
        name = self.name
        count = number if number is not None else max(1, len(works))
        won_by = None if works else recipient
        return Honour(
            *self.quote, name.name, name.edition, name.year, level or name.level, works, count, won_by
        )


def spread(tokens: Tokens, claim: Claim, span: Span) -> list[Honour]:
    """Return one honour for each level that `span` names, one without level where it names none."""
    text, (low, high) = tokens.text, span
    levels = tokens.levels(low, high)
    wanted = tokens.short_levels(low, high) or [match.group() for match in levels]
    counts = [COUNT.match(text, match.end(), min(high, match.end() + 5)) for match in levels]
    if len(wanted) > 1:
        return _apart(text, claim, span, wanted, levels, counts)
    number = claim.number
    if number is None and counts and counts[0]:
        number = chinese_number(counts[0]["number"])
    if number is None and levels and not claim.works:
        lead = _NUMBER_BEFORE.search(text[low : levels[0].start()])
        number = chinese_number(lead[1]) if lead else None
    return [claim.honour(claim.works, number, claim.recipient, wanted[0] if wanted else None)]


def _apart(
    text: str,
    claim: Claim,
    span: Span,
    wanted: list[str],
    levels: list[re.Match[str]],
    counts: list[re.Match[str] | None],
) -> list[Honour]:
    low, high = span
    each = _EACH.search(text[low:high])
    if each:
        number = chinese_number(each[1])
        return [claim.honour([], number, claim.recipient, level) for level in wanted]
    whole = len(wanted) == len(levels)
    before = [COUNT.search(text, max(low, match.start() - 4), match.start()) for match in levels]
    if whole and any(counts):
        return _counted(claim, wanted, counts)
    if len(wanted) == len(claim.works) and claim.number in {None, len(wanted)}:
        return [claim.honour([work], 1, None, level) for work, level in zip(claim.works, wanted, strict=True)]
    if whole and all(before):
        return _counted(claim, wanted, before)
    people = (claim.recipient or "").split("、")
    if claim.several and len(people) == len(wanted) > 1 and not claim.works:
        # 张三、李四分获一等奖和三等奖
        return [claim.honour([], 1, one, level) for one, level in zip(people, wanted, strict=True)]
    if claim.several and claim.number is not None and 0 < len(claim.works) < claim.number:
        # 《A》《B》等6件作品分获一、二、三等奖: which won which is not told.
        return [_of_any_level(claim).honour(claim.works, claim.number, claim.recipient, None)]
    if not (claim.works or claim.several) and (claim.number or 1) not in {1, len(wanted)}:
        # 5件获二、三等奖
        return [_of_any_level(claim).honour([], claim.number, claim.recipient, None)]
    # 《A》获最佳创意奖和网络人气奖: a single work won them all.
    shared = claim.works if claim.several or len(claim.works) == 1 else []
    number = None if claim.works else 1
    return [claim.honour(shared, number, claim.recipient, level) for level in wanted]


def _of_any_level(claim: Claim) -> Claim:
    """分获X奖二、三等奖: the level in which the prize's words end is only one of them."""
    return replace(claim, name=replace(claim.name, level=None))


def _counted(claim: Claim, wanted: list[str], counts: list[re.Match[str] | None]) -> list[Honour]:
    return [
        claim.honour([], chinese_number(count["number"]) if count else 1, claim.recipient, level)
        for count, level in zip(counts, wanted, strict=True)
    ]
