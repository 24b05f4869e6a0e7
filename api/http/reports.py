"""`/v1/reports`."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated

from fastapi import APIRouter, File, Form, Path, Query, Response, UploadFile

from api.http.jobs import Held
from api.http.paging import Paged, ReportPage
from api.http.parts import WRITING, Floor, Media, errors
from api.http.problems import ProblemError
from api.http.uploads import kept, put
from api.jobs import BusyError, Job, Jobs
from api.keeping import PATIENCE
from api.objects import StoredReport
from api.service import Service
from search.answers import IngestSummary

router = APIRouter(prefix="/v1/reports", tags=["报告"])
Id = Annotated[str, Path(max_length=64, description="报告的 id")]


@router.get("", summary="列出报告", responses=errors(404, 410, 503))
def list_reports(
    floor: Floor,
    page: Paged,
    media: Media = None,
    limit: Annotated[int, Query(ge=1, le=10_000, description="一页最多几份")] = 1000,
) -> ReportPage:
    """Return the reports held, by media and year, without earlier versions."""
    found = floor.reports(media=media).reports
    return ReportPage(reports=page.cut(found, limit), next=page.next(limit, len(found)))


@router.get("/{report}", summary="一份报告的全文、章节与事实", responses=errors(404, 409, 503))
def report(floor: Floor, report: Id) -> StoredReport:
    """Return all that is understood of a report, an earlier version too."""
    return floor.report(report)


@router.post(
    "",
    summary="收入报告",
    response_model=IngestSummary,
    responses={
        **errors(409, 503),
        **WRITING,
        201: {"model": IngestSummary, "description": "有新收入的报告"},
        202: {"model": Job, "description": "wait=false：已排队，进度见 /v1/jobs/{id}"},
    },
)
def add(
    floor: Floor,
    jobs: Held,
    response: Response,
    files: Annotated[
        list[UploadFile], File(min_length=1, max_length=1000, description="txt、html、docx、pdf 文件")
    ],
    media: Annotated[str | None, Form(max_length=200, description="媒体名称，以此为准")] = None,
    year: Annotated[int | None, Form(ge=1900, le=2999, description="履责年度，以此为准")] = None,
    wait: Annotated[bool, Query(description="false：不等完成，立即回答任务的 id")] = True,
) -> IngestSummary | Response:
    """Store reports. 201 where any is new, 200 where none is; files that fail are named and the rest is stored.

    Where every file fails, the answer is a problem that names them. With `wait=false` the answer is 202 and a job.
    """
    if not wait:
        return queued(jobs, files, media or None, year)
    with kept(files) as (paths, names):
        summary = stored(floor, paths, names, media or None, year)
    if summary.failed and not (summary.added or summary.replaced or summary.unchanged):
        detail = "；".join(f"{each.path}：{each.error}" for each in summary.failed)
        raise ProblemError(422, "unreadable-files", f"没有一份能入库：{detail}", summary.failed)
    response.status_code = 201 if summary.added or summary.replaced else 200
    return summary


def stored(
    floor: Service, paths: list[FilePath], names: dict[str, str], media: str | None, year: int | None
) -> IngestSummary:
    """Store the files and return what became of each, by the names that they were sent under."""
    summary = floor.ingest(paths, media=media, year=year, patience=PATIENCE)
    failed = [each.model_copy(update={"path": names.get(each.path, each.path)}) for each in summary.failed]
    return summary.model_copy(update={"failed": failed})


def queued(jobs: Jobs, files: list[UploadFile], media: str | None, year: int | None) -> Response:
    """Have the files stored later, and return the job."""
    try:
        job = jobs.submit(lambda folder: put(files, folder), media, year)
    except BusyError as error:
        raise ProblemError(503, "busy", str(error), headers={"Retry-After": "60"}) from error
    headers = {"Location": f"/v1/jobs/{job.id}"}
    return Response(job.model_dump_json(), 202, headers, media_type="application/json")


@router.delete(
    "/{report}", status_code=204, summary="移除报告", responses={**errors(404, 409, 503), 403: WRITING[403]}
)
def remove(floor: Floor, report: Id) -> None:
    """Take a report and its earlier versions out. What people decided stays, for when it comes back."""
    floor.remove(report, patience=PATIENCE)
