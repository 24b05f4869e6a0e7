"""`/preferences`: language and theme, remembered in the reader's browser."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from api.web.addresses import local
from api.web.forms import OwnForm
from api.web.view import Page, remember

router = APIRouter(route_class=Page, include_in_schema=False)


@router.post("/preferences", dependencies=[OwnForm])
def preferences(
    language: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form(max_length=4000)] = "/",
) -> Response:
    """Remember what was chosen and go back."""
    answer = RedirectResponse(local(back), 303)
    if language in ("zh", "en"):
        remember(answer, "yz_lang", language)
    if theme in ("auto", "light", "dark"):
        remember(answer, "yz_theme", theme)
    return answer
