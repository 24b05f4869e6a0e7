"""`/library`: the reports held, with versions; putting reports in and taking them out."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.http.jobs import Held
from api.http.parts import Floor
from api.http.reports import queued, stored
from api.http.uploads import kept
from api.keeping import PATIENCE
from api.web.addresses import whole
from api.web.forms import OwnForm
from api.web.view import Page, Viewing
from search.answers import IngestFailure

router = APIRouter(route_class=Page, include_in_schema=False)
A_PAGE = 100
KINDS = ".txt,.md,.html,.htm,.docx,.doc,.pdf"


@router.get("/library")
def library(view: Viewing, jobs: Held, media: str = "", page: str = "1", job: str = "") -> HTMLResponse:
    """Return the list of reports, of one media or of all, the form to put more in, and what became of a `job`."""
    found = jobs.get(job) if job else None
    summary = found.summary if found is not None else None
    failed = list(summary.failed) if summary is not None else []
    if found is not None and found.error and not failed:
        failed = [IngestFailure(path="", error=found.error)]
    return view.page("library.html", summary=summary, failed=failed, **_listed(view, media, whole(page) or 1))


@router.post("/library", dependencies=[OwnForm])
def add(
    view: Viewing,
    floor: Floor,
    jobs: Held,
    files: Annotated[list[UploadFile], File(max_length=1000)],
    media: Annotated[str, Form(max_length=200)] = "",
    year: Annotated[str, Form(max_length=10)] = "",
    later: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Store reports and return the list with what became of each file; asked for `later`, return the job at once."""
    sent = [file for file in files if file.filename]
    if not sent:
        return view.page("library.html", 422, summary=None, failed=[_NOTHING], **_listed(view))
    stated = media.strip() or None, whole(year)
    if later:
        return queued(jobs, sent, *stated)
    with kept(sent) as (paths, names):
        summary = stored(floor, paths, names, *stated)
    # The snapshot that was made live a moment ago is the one to show.
    view.held = view.request.app.state.holdings.now()
    return view.page("library.html", summary=summary, failed=summary.failed, **_listed(view))


_NOTHING = IngestFailure(path="", error="没有选中文件。请先选择报告文件，再点“收入”。")


def _listed(view: Viewing, media: str = "", page: int = 1) -> dict[str, Any]:
    media = view.named(media)
    reports = [report for report in view.held.reports if media in ("", report.media)]
    pages = max(1, -(-len(reports) // A_PAGE))
    page = min(max(page, 1), pages)
    return {
        "kinds": KINDS,
        "media": media,
        "reports": reports[(page - 1) * A_PAGE : page * A_PAGE],
        "page": page,
        "pages": pages,
    }


@router.get("/library/{report}/remove")
def ask_first(view: Viewing, floor: Floor, report: str) -> HTMLResponse:
    """Return the question whether to take a report out."""
    return view.page("remove.html", report=floor.held(report))


@router.post("/library/{report}/remove", dependencies=[OwnForm])
def remove(floor: Floor, report: str) -> Response:
    """Take a report and its earlier versions out."""
    floor.remove(report, patience=PATIENCE)
    return RedirectResponse("/library", 303)
