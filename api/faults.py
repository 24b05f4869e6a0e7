"""Faults of ours in the log: where they happened, without a word of what was being read."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime

FAULTS = logging.getLogger("yinzheng.faults")


def fault(what: str, error: BaseException) -> None:
    """Write a line of JSON: the kind of an error and the places in the code that led to it, not its message.

    A message may quote what it is about (a report's sentence, a question); reports before release are confidential.
    """
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    FAULTS.error(json.dumps({"at": at, "fault": what, "because": chain(error)}))


def chain(error: BaseException) -> list[dict[str, object]]:
    """Return the kind and the places (file:line function, outermost first) of an error and of those it came from."""
    found: list[dict[str, object]] = []
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        places = traceback.extract_tb(each.__traceback__)
        found.append(
            {
                "kind": type(each).__name__,
                "places": [f"{place.filename}:{place.lineno} {place.name}" for place in places],
            }
        )
        each = each.__cause__ or each.__context__
    return found
