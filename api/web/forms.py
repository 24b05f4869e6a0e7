"""Forms that change something: only those that this site's own pages sent."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Form, Request
from starlette.exceptions import HTTPException

from api.web.view import TOKEN

STALE = "这个页面已经过期，或不是从本站打开的。请回到原来的页面，刷新后再试一次。"


def own_form(request: Request, token: Annotated[str, Form(max_length=100)] = "") -> None:
    """Refuse a form that no page of ours sent: the token, which only they know, must be the one in the cookie.

    What comes from another origin's page is refused before (`api.http.guard`). Raises HTTPException 403, whose detail
    says what to do.
    """
    known = request.cookies.get(TOKEN, "")
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise HTTPException(403, STALE)
    if not known or not hmac.compare_digest(known.encode(), token.encode()):
        raise HTTPException(403, STALE)


OwnForm = Depends(own_form)
