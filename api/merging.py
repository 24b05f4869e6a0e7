"""Entities with the reasons why their spellings are one, and what people decided of them."""

from __future__ import annotations

import re
from collections import defaultdict

from api.catalogue import entities
from api.objects import Entity, EntityType
from ingest.report import Frozen
from kg.entities import normalised
from kg.spelling import reason
from search.library import Library
from search.merging import Standing, standing

LIKELY = 0.7
"""Score of a pair whose names are alike up to a subtitle."""
_SUBTITLE = re.compile(r"——|--|·|：|:|（|\(")


class Spelling(Frozen):
    """One spelling of an entity beside its label, and why it is the same."""

    label: str
    score: float
    """0 to 1; 1 where a person decided."""
    reason: str
    """Chinese."""
    decided_by: str | None
    """Who merged it, null where the writing alone makes it the same."""


class ListedEntity(Entity):
    """An entity as `yinzheng entity list` gives it."""

    merges: list[Spelling]


class Likely(Frozen):
    """Two entities that may be one: a person has to say."""

    entity: str
    label: str
    other: str
    other_label: str
    score: float
    reason: str


class EntityVerdict(Frozen):
    """A decision that holds."""

    number: int
    verdict: str
    """merge or split."""
    entity: str
    entity_label: str
    other: str
    other_label: str
    decided_at: str
    decided_by: str
    note: str
    missing: list[str]
    """Names of the decision that no stored report mentions any more."""


class EntityListing(Frozen):
    """What `yinzheng entity list` returns. `total` counts what fits the question, `entities` is cut at the limit."""

    total: int
    entities: list[ListedEntity]
    likely: list[Likely]
    decisions: list[EntityVerdict]


class EntityDecided(Frozen):
    """What `yinzheng entity merge` and `split` return: what was decided."""

    decisions: list[EntityVerdict]


def listing(
    library: Library, kind: EntityType | None, text: str | None, media: str | None, limit: int
) -> EntityListing:
    """Return the entities of one type or of all whose name in any spelling holds `text`, and all that people decided."""
    found = entities(library, kind, text, media, limit)
    decided = standing(library.data_dir, library.graph)
    merged: dict[str, dict[str, Standing]] = defaultdict(dict)
    for each in decided:
        if each.decision.verdict == "merge":
            merged[each.decision.entity][normalised(each.decision.other_label)] = each
    whole = entities(library, kind, None, media, 1_000_000).entities
    return EntityListing(
        total=found.total,
        entities=[
            ListedEntity(**dict(one), merges=_merges(one, merged.get(one.id, {}))) for one in found.entities
        ],
        likely=[each for each in _likely(whole) if not text or normalised(text) in normalised(each.label)],
        decisions=[verdict(each) for each in decided],
    )


def verdict(held: Standing) -> EntityVerdict:
    """Return a decision as users see it."""
    decision = held.decision
    fields = (
        "number",
        "verdict",
        "entity",
        "entity_label",
        "other",
        "other_label",
        "decided_at",
        "decided_by",
        "note",
    )
    return EntityVerdict(**{name: getattr(decision, name) for name in fields}, missing=list(held.missing))


def _merges(one: Entity, decided: dict[str, Standing]) -> list[Spelling]:
    found = []
    for label in one.labels:
        if label == one.label:
            continue
        held, why = decided.get(normalised(label)), reason(one.label, label)
        if held is not None:
            note = f"：{held.decision.note}" if held.decision.note else ""
            found.append(
                Spelling(
                    label=label, score=1.0, reason=f"人工合并{note}", decided_by=held.decision.decided_by
                )
            )
        elif why is not None:
            found.append(Spelling(label=label, score=why.score, reason=why.text, decided_by=None))
        else:
            found.append(Spelling(label=label, score=0.9, reason="规范写法相同", decided_by=None))
    return found


def _likely(found: list[Entity]) -> list[Likely]:
    """Return works and columns of one media whose names are alike up to a subtitle: 《春潮》 and 《春潮——…》."""
    heads: dict[tuple[str, str, str], list[Entity]] = defaultdict(list)
    for one in found:
        if one.type in {"work", "column"}:
            head = normalised(_SUBTITLE.split(one.label)[0])
            for media in one.media if len(head) >= 2 else ():
                heads[one.type, media, head].append(one)
    pairs = []
    for (_, _, head), alike in heads.items():
        whole = next((one for one in alike if normalised(one.label) == head), None)
        pairs += [
            Likely(
                entity=whole.id, label=whole.label, other=one.id, other_label=one.label, score=LIKELY,
                reason="只差副题，是否同一个请人判断",
            )
            for one in alike if whole is not None and one is not whole
        ]  # fmt: skip
    return pairs
