"""What search found."""

from __future__ import annotations

from rich.text import Text

from api.show.page import line, marked, place
from api.words import beside_text, why_text
from search.answers import SearchResult
from search.tokens import tokens


def show(found: SearchResult) -> None:
    """Write the hits, best first, with the words of the query set off."""
    if not found.hits:
        line("没有找到。可换个说法，或放宽媒体、年度、责任的限制。")
        return
    words = [word for word in (*found.query.split(), *tokens(found.query)["words"]) if len(word) > 1]
    for index, hit in enumerate(found.hits, start=1):
        head = Text().append(f"{index}. ", style="bold").append(place(hit.evidence), style="cyan")
        line(head.append(f"  {hit.score:.2f}", style="dim"))
        line(marked(hit.text, words), indent=3)
        if hit.why is not None and (reasons := why_text(hit.why)):
            line(reasons, "dim", indent=3)
        if hit.fact is not None:
            line(f"〔{beside_text(hit.fact)}〕", "green", indent=3)
        line()
    line(f"{len(found.hits)} 条，{found.took_ms:.0f} 毫秒", "dim")
