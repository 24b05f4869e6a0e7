"""What a SPARQL text may not do: reach outside the store.

Oxigraph itself opens a network connection for SERVICE and has no switch against it; updates it refuses by itself,
and FROM names graphs of the store only, but is passed over in silence where all graphs are asked as one.
"""

from __future__ import annotations

import re

# Where the word is no keyword: strings, IRIs, comments, variables, and what follows a colon. An escaped character
# (a\#b in a prefixed name) comes first so that it opens none of them. A prefix called service is refused too.
OPAQUE = re.compile(
    r"\\."
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|#[^\n\r]*"
    r"|[?$]\w+|:[\w:%-]*",
    re.DOTALL,
)
"""What of a query is no keyword, bracket or sign."""
DEEPEST = 64
"""Levels of brackets in one query; people write five, programs twenty, and parsers run out of stack beyond thousands."""
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class QueryError(ValueError):
    """A text is not the query it should be. The message is one line in Chinese."""


class ForbiddenQueryError(QueryError):
    """A query would reach outside the store."""


def refuse_foreign(sparql: str) -> None:
    """Raise ForbiddenQueryError where a query calls another endpoint (SERVICE)."""
    # SPARQL lets any character be written as \uXXXX; both readings of the text must be clean.
    for reading in (sparql, _ESCAPED.sub(_unescape, sparql)):
        if "service" in OPAQUE.sub(" ", reading).casefold():
            raise ForbiddenQueryError("不允许在查询中调用其他服务（SERVICE）")


def names_graphs(sparql: str) -> bool:
    """Tell whether a query has a FROM clause, and so must not see all graphs as one."""
    # The colon stays: `from:x` is a name of somebody's own prefix.
    bare = OPAQUE.sub(lambda found: ":" if found[0].startswith(":") else " ", sparql)
    return re.search(r"(?<![\w:])FROM(?![\w:])", bare, re.IGNORECASE) is not None


def refuse_unreasonable(sparql: str) -> None:
    """Raise QueryError where brackets are nested so deep that reading the query would exhaust a process."""
    depth = 0
    for bracket in re.findall(r"[][(){}]", OPAQUE.sub(" ", sparql)):
        depth += 1 if bracket in "([{" else -1
        if depth > DEEPEST:
            raise QueryError(f"查询的括号嵌套超过 {DEEPEST} 层")


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else match[0]
