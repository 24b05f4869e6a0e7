"""Honours, works, columns, outlets and dated events in the short annotated reports of `named/`: what is reached is kept."""

from __future__ import annotations

from collections import defaultdict

import pytest

from benchmarks.figures import Count
from benchmarks.matching import OTHER_RULES, RULES, Said, match
from benchmarks.named import FILES, annotated, read
from benchmarks.names import one_holds_other
from benchmarks.places import Squeezed
from benchmarks.understanding import found_facts, gold_fact
from ingest.pipeline import understand

LEAST = {"award": 0.98, "work": 0.97, "column": 0.97, "platform": 0.98, "event": 0.98}
"""The F1 over all files that is kept."""
LEAST_OF_COLUMNS_WITH_OUTLETS = 0.93


def _with_outlet(gold: Said, found: Said) -> bool:
    outlet = gold.fields["platform"] or ""
    if not outlet.startswith("~"):
        return OTHER_RULES["column"]["with platform"](gold, found)
    given = found.fields["platform"]
    return RULES["column"](gold, found) and (given is None or one_holds_other(outlet[1:], given))


def _may_be(gold: Said, found: Said) -> bool:
    rule = {"award": OTHER_RULES["award"]["award+edition"], "platform": OTHER_RULES["platform"]["name"]}
    return rule.get(gold.kind, RULES[gold.kind])(gold, found)


@pytest.fixture(scope="module")
def counted() -> dict[str, Count]:
    counts: defaultdict[str, Count] = defaultdict(Count)
    for path in FILES:
        text, wanted, free = read(path)
        report = understand(text.encode(), path.name)
        media = report.media or ""
        squeezed = Squeezed(report.text)
        all_found = list(found_facts(report, squeezed, media))
        for kind in annotated(path):
            gold = [gold_fact(fact, squeezed, media) for fact in wanted if fact["type"] == kind]
            other = [gold_fact(fact, squeezed, media) for fact in free if fact["type"] == kind]
            given = [fact for fact in all_found if fact.kind == kind]
            used = {j for _, j in match(gold, given, RULES[kind])}
            rest = [fact for j, fact in enumerate(given) if j not in used]
            spared = {j for _, j in match(other, rest, _may_be)}
            given = [fact for j, fact in enumerate(given) if j in used]
            given += [fact for j, fact in enumerate(rest) if j not in spared]
            counts[kind] += Count(len(gold), len(given), len(used))
            if kind == "column":
                counts["outlet"] += Count(len(gold), len(given), len(match(gold, given, _with_outlet)))
    return counts


def test_there_are_files_of_every_kind() -> None:
    assert len(FILES) >= 50


@pytest.mark.parametrize("kind", list(LEAST))
def test_what_is_named_is_found(counted: dict[str, Count], kind: str) -> None:
    assert counted[kind].gold >= 70
    assert counted[kind].f1 >= LEAST[kind]


def test_columns_are_given_the_outlet_that_their_sentences_tell(counted: dict[str, Count]) -> None:
    assert counted["outlet"].f1 >= LEAST_OF_COLUMNS_WITH_OUTLETS
