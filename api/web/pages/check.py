"""`/check`: a draft held against the earlier reports, what was found beside the text."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.access.scope import visible
from api.errors import InvalidError
from api.http.downloads import attached
from api.http.parts import Floor
from api.http.uploads import plain_name
from api.web.addresses import whole
from api.web.drafts import Drafts
from api.web.forms import OwnForm
from api.web.reading import noted
from api.web.view import Page, Viewing
from api.words import FINDINGS, SEVERITIES

router = APIRouter(route_class=Page, include_in_schema=False)
PASTED = "粘贴的稿子.txt"
GONE = "这份核对结果已不再保存（过了八小时、服务重启过，或是在别的浏览器里核对的）。请重新核对一次。"
LONGEST = 2_000_000
"""Characters of a draft that is pasted."""


@router.get("/check")
def form(view: Viewing, media: str = "") -> HTMLResponse:
    """Return the form."""
    if not view.held.reports:
        return view.page("empty.html")
    return view.page("check.html", media=media, found=None, text="", message="")


@router.post("/check", dependencies=[OwnForm])
def check(
    view: Viewing,
    floor: Floor,
    file: Annotated[UploadFile | None, File()] = None,
    text: Annotated[str, Form(max_length=LONGEST)] = "",
    media: Annotated[str, Form(max_length=200)] = "",
    year: Annotated[str, Form(max_length=10)] = "",
    form: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Return what was found in the draft, at an address of its own or as comments in a Word file; nothing is stored."""
    if file is not None and file.filename:
        content, name = file.file.read(), plain_name(file.filename)
    elif text.strip():
        content, name = text.encode(), PASTED
    else:
        return _again(view, media, text, view.say("还没有稿子。请粘贴文字，或选择一个文件。"))
    stated = whole(year)
    try:
        if form == "docx":
            return _commented(floor, content, name, media or None, stated)
        found = floor.check(content, name, media=media or None, year=stated, apart=name != PASTED)
    except InvalidError as error:
        return _again(view, media, text, str(error).replace("请用 --media 指明", "请在下面选定"))
    key = _drafts(view).put(view.token, name, content, stated, found)
    return RedirectResponse(f"/check/{key}", 303)


@router.get("/check/{draft}")
def checked(view: Viewing, floor: Floor, draft: str, form: str = "") -> Response:
    """Return what was found in a draft that this browser sent a while ago; raises HTTPException 404 after that."""
    held = _drafts(view).get(draft, view.token)
    if held is None or not visible(held.found.media):
        raise HTTPException(404, GONE)
    if form == "docx":
        return _commented(floor, held.content, held.name, held.found.media, held.year)
    found = held.found
    return view.page(
        "checked.html",
        found=found,
        name=held.name,
        lines=noted(found.text, [(each.draft.start, each.draft.end) for each in found.findings]),
        kinds=FINDINGS,
        severities=SEVERITIES,
        counts={
            word: count
            for severity, word in SEVERITIES.items()
            if (count := sum(each.severity is severity for each in found.findings))
        },
    )


def _commented(floor: Floor, content: bytes, name: str, media: str | None, year: int | None) -> Response:
    _, paper = floor.review(content, name, media=media, year=year, apart=name != PASTED)
    return attached(paper, f"{PurePath(name).stem}-批注稿.docx", "docx")


def _drafts(view: Viewing) -> Drafts:
    drafts: Drafts = view.request.app.state.drafts
    return drafts


def _again(view: Viewing, media: str, text: str, message: str) -> HTMLResponse:
    return view.page("check.html", 422, media=media, found=None, text=text, message=message)
