"""Forms that change something: only those that this site's own pages sent."""

from __future__ import annotations

import hmac
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request
from starlette.exceptions import HTTPException

from api.web.view import TOKEN

STALE = "这个页面已经过期，或不是从本站打开的。请回到原来的页面，刷新后再试一次。"


def own_form(request: Request, token: Annotated[str, Form(max_length=100)] = "") -> None:
    """Refuse a post from another site's page, even one that runs on this machine at another port.

    The browser says where a form comes from (Sec-Fetch-Site, else Origin with its port); the token, which only our
    own pages know, must be the one in the cookie. Raises HTTPException 403, whose detail says what to do.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    known = request.cookies.get(TOKEN, "")
    if site is not None and site != "same-origin":
        raise HTTPException(403, STALE)
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, STALE)
    if not known or not hmac.compare_digest(known.encode(), token.encode()):
        raise HTTPException(403, STALE)


OwnForm = Depends(own_form)
