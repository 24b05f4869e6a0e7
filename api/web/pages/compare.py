"""`/compare`: two years of one media side by side."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.http.parts import Floor
from api.web.addresses import address, whole
from api.web.view import Page, Viewing
from search.answers import Compared

router = APIRouter(route_class=Page, include_in_schema=False)
TYPES = {"work": "作品", "award": "获奖", "column": "栏目", "platform": "平台", "metric": "数据"}
"""The types of what can be added, gone or kept, in the order shown."""


@router.get("/compare")
def compare(view: Viewing, floor: Floor, media: str = "", first: str = "", second: str = "") -> Response:
    """Return the comparison; where no two years are chosen, the last two of the media."""
    known = view.held.media
    if not known:
        return view.page("empty.html")
    if media not in known:
        media = view.named(media) or view.usual_media
        return RedirectResponse(address("/compare", media=media), 303)
    years = known[media]
    if len(years) < 2:
        return _shown(view, media, years, None, None)
    one, other = whole(first), whole(second)
    if one not in years or other not in years or one == other:
        return RedirectResponse(address("/compare", media=media, first=years[-2], second=years[-1]), 303)
    return _shown(view, media, years, (one, other), floor)


def _shown(
    view: Viewing, media: str, years: list[int], chosen: tuple[int, int] | None, floor: Floor | None
) -> HTMLResponse:
    if chosen is None or floor is None:
        return view.page("compare.html", media=media, years=years, chosen=None)
    found = floor.compare(media, chosen)
    return view.page(
        "compare.html",
        media=media,
        years=years,
        chosen=chosen,
        changed=sorted(found.changed, key=lambda change: change.label),
        lists=[
            ("added", "新出现的", by_type(found.added)),
            ("gone", "不再提的", by_type(found.gone)),
            ("kept", "两年都有的", by_type(found.kept)),
        ],
    )


def by_type(found: Iterable[Compared]) -> dict[str, list[Compared]]:
    """Return what was compared by the name of its type, types in order, empty ones left out."""
    groups: dict[str, list[Compared]] = {name: [] for name in TYPES.values()}
    for each in found:
        groups.setdefault(TYPES.get(each.type, each.type), []).append(each)
    return {name: group for name, group in groups.items() if group}
