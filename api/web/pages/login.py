"""`/login`: where a browser hands over its key and gets a cookie that no script and no other site can use."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.access.allowance import TOO_MANY_WRONG
from api.http.parts import Floor
from api.web.addresses import local
from api.web.forms import OwnForm
from api.web.view import COOKIE, Page, Viewing, remember

router = APIRouter(route_class=Page, include_in_schema=False)


@router.get("/login")
def ask(view: Viewing, next: Annotated[str, Query(max_length=4000)] = "/") -> Response:
    """Ask for a key."""
    return view.page("login.html", next=local(next), wrong=False)


@router.post("/login", dependencies=[OwnForm])
def enter(
    view: Viewing,
    floor: Floor,
    key: Annotated[str, Form(max_length=200)] = "",
    next: Annotated[str, Form(max_length=4000)] = "/",
) -> Response:
    """Keep the key in a cookie where it is a live one, and go on to where the browser wanted to.

    Wrong keys count here as they do elsewhere. Raises HTTPException 429 where the address sent too many.
    """
    if floor.keys.holder(key.strip()) is None:
        if not view.request.app.state.guesses.take(view.request.client.host if view.request.client else ""):
            raise HTTPException(429, TOO_MANY_WRONG)
        return view.page("login.html", 401, next=local(next), wrong=True)
    answer = RedirectResponse(local(next), 303)
    remember(answer, COOKIE, key.strip(), secure=view.request.url.scheme == "https")
    return answer


@router.post("/logout", dependencies=[OwnForm])
def leave() -> Response:
    """Forget the key."""
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer
