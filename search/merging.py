"""Deciding that two entities are one, or that a spelling is another: kept, and then laid over what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kg.entities import SHARED_KINDS, normalised
from kg.queries import iri, run
from kg.resolution import apart_id
from kg.store import GraphStore, open_graph
from kg.vocabulary import DATA
from search import building
from search.building import Change
from search.encoder import Encoder, open_encoder
from search.engines import engines
from search.errors import LibraryError
from search.lock import exclusive
from search.same import EntityDecision, EntityDecisions, holding
from search.snapshots import Manifest, Snapshots

DECIDABLE = ("work", "award", "column", "platform", "event")
"""Kinds of entities that a person may merge and split."""


class Known(NamedTuple):
    """An entity as the live snapshot knows it."""

    id: str
    labels: tuple[str, ...]
    """The latest report's spelling first."""
    media: tuple[str, ...]


def merge(
    data_dir: Path | str,
    entity: str,
    other: str,
    *,
    by: str,
    note: str = "",
    encoder: Encoder | None = None,
    patience: float = 0.0,
) -> EntityDecision:
    """Decide that `other` is `entity` (ids), and let everything stored follow.

    Raises LibraryError where one is not stored, both are one, or they are of other kinds or media.
    """
    home = Path(data_dir)
    with exclusive(home, patience):
        base = _base(home)
        with_labels = _known(home, base, (entity, other))
        keep, gone = with_labels
        if entity == other:
            raise LibraryError("两个编号相同，无需合并")
        kind = entity.rpartition("-")[0]
        if kind != other.rpartition("-")[0]:
            raise LibraryError(f"{entity} 与 {other} 不是同一类，不能合并")
        if kind not in SHARED_KINDS and keep.media != gone.media:
            raise LibraryError(f"“{keep.labels[0]}”与“{gone.labels[0]}”属于不同媒体，不能合并")
        kept = EntityDecisions(home).record(
            "merge", (entity, keep.labels[0]), (other, gone.labels[0]), by=by, note=note
        )
        _follow(home, base, encoder)
        return kept


def split(
    data_dir: Path | str,
    entity: str,
    spellings: Sequence[str] = (),
    *,
    by: str,
    note: str = "",
    encoder: Encoder | None = None,
    patience: float = 0.0,
) -> list[EntityDecision]:
    """Decide that `spellings` of `entity` are each another thing; without any, undo what people merged into it.

    Raises LibraryError where it is not stored, is never spelt so or only so, or nothing was merged into it.
    """
    home = Path(data_dir)
    with exclusive(home, patience):
        base = _base(home)
        decisions = EntityDecisions(home)
        merged = [
            each for each in holding(decisions.all()) if each.verdict == "merge" and each.entity == entity
        ]
        if spellings:
            (known,) = _known(home, base, (entity,))
            missing = [each for each in spellings if each not in known.labels]
            if missing:
                raise LibraryError(
                    f"“{known.labels[0]}”没有“{missing[0]}”这种写法，现有：{'、'.join(known.labels)}"
                )
            if set(spellings) >= set(known.labels):
                raise LibraryError(f"不能拆出“{known.labels[0]}”的全部写法，至少留一种")
            made = [
                decisions.record(
                    "split",
                    (entity, known.labels[0]),
                    (apart_id(entity, each), each),
                    spelling=each,
                    by=by,
                    note=note,
                )
                for each in spellings
            ]
        elif merged:
            made = [
                decisions.record(
                    "split", (entity, each.entity_label), (each.other, each.other_label), by=by, note=note
                )
                for each in merged
            ]
        else:
            raise LibraryError(f"没有人把别的并入 {entity}；要拆出一种写法，请写明是哪一种")
        _follow(home, base, encoder)
        return made


class Standing(NamedTuple):
    """A decision that holds, and what of it the reports still say."""

    decision: EntityDecision
    missing: tuple[str, ...]
    """Names that no stored report mentions any more; empty where both sides are mentioned."""


def standing(data_dir: Path, store: GraphStore) -> list[Standing]:
    """Return the decisions that hold now, each with what is gone of it. Raises LibraryError for a damaged file."""
    found = []
    for each in holding(EntityDecisions(data_dir).all()):
        labels = {normalised(label) for side in (each.entity, each.other) for label in _labels(store, side)}
        names = (each.entity_label, each.other_label)
        found.append(Standing(each, tuple(name for name in names if normalised(name) not in labels)))
    return found


def _follow(home: Path, base: Manifest, encoder: Encoder | None) -> None:
    """Build the next snapshot: only the graphs that the new decisions concern are written anew."""
    building.build(
        home,
        base,
        Change(base.reports, base.versions, (), ()),
        encoder or open_encoder(base.model, Snapshots(home).path(base.id) / building.MODEL),
        model=base.model,
        code_version=base.code_version,
    )
    Snapshots(home).collect()


def _base(home: Path) -> Manifest:
    snapshots = Snapshots(home)
    current = snapshots.current()
    if current is None:
        raise LibraryError("资料库还是空的，请先运行 yinzheng ingest 收入报告")
    return snapshots.manifest(current)


def _known(home: Path, base: Manifest, entities: Sequence[str]) -> list[Known]:
    """Return what the live graph knows of entities. Raises LibraryError for one that it does not."""
    store = open_graph(Snapshots(home).path(base.id) / "graph", engines().graph, read_only=True)
    try:
        found = []
        for entity in entities:
            labels = _labels(store, entity)
            if entity.rpartition("-")[0] not in DECIDABLE or not labels:
                raise LibraryError(f"资料库中没有实体 {entity}，编号见 yinzheng entity list")
            rows = run(
                store, f"SELECT DISTINCT ?media {{ {iri(DATA + entity)} yz:media ?media }} ORDER BY ?media"
            )
            found.append(Known(entity, tuple(labels), tuple(str(row["media"]) for row in rows)))
        return found
    finally:
        store.close()


def _labels(store: GraphStore, entity: str) -> list[str]:
    """Return all spellings of an entity, those of the latest report first."""
    try:
        node = iri(DATA + entity)
    except ValueError:
        return []
    rows = run(
        store,
        f"""SELECT ?label (MAX(?year) AS ?last) {{ GRAPH ?g {{ {node} skos:prefLabel|skos:altLabel ?label .
  ?report a yz:Report ; yz:year ?year }} }} GROUP BY ?label ORDER BY DESC(?last) ?label""",
    )
    return [str(row["label"]) for row in rows]
