"""`/help`: how to use all this, in plain words."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.web.view import Page, Viewing

router = APIRouter(route_class=Page, include_in_schema=False)


@router.get("/help")
def guide(view: Viewing) -> HTMLResponse:
    """Return the page."""
    return view.page("help.html")
