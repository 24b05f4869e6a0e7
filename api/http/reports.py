"""`/v1/reports`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Path, Response, UploadFile

from api.http.parts import WRITING, Floor, Media, errors
from api.http.problems import ProblemError
from api.http.uploads import kept
from api.objects import ReportList, StoredReport
from api.service import PATIENCE
from search.answers import IngestSummary

router = APIRouter(prefix="/v1/reports", tags=["报告"])
Id = Annotated[str, Path(max_length=64, description="报告的 id")]


@router.get("", summary="列出报告", responses=errors(404, 503))
def list_reports(floor: Floor, media: Media = None) -> ReportList:
    """Return the reports held, by media and year, without earlier versions."""
    return floor.reports(media=media)


@router.get("/{report}", summary="一份报告的全文、章节与事实", responses=errors(404, 409, 503))
def report(floor: Floor, report: Id) -> StoredReport:
    """Return all that is understood of a report, an earlier version too."""
    return floor.report(report)


@router.post("", summary="收入报告", responses={**errors(409, 503), **WRITING})
def add(
    floor: Floor,
    response: Response,
    files: Annotated[
        list[UploadFile], File(min_length=1, max_length=1000, description="txt、html、docx、pdf 文件")
    ],
    media: Annotated[str | None, Form(max_length=200, description="媒体名称，以此为准")] = None,
    year: Annotated[int | None, Form(ge=1900, le=2999, description="履责年度，以此为准")] = None,
) -> IngestSummary:
    """Store reports. 201 where any is new, 200 where none is; files that fail are named and the rest is stored.

    Where every file fails, the answer is a problem that names them.
    """
    with kept(files) as (paths, names):
        summary = floor.ingest(paths, media=media or None, year=year, patience=PATIENCE)
    failed = [each.model_copy(update={"path": names.get(each.path, each.path)}) for each in summary.failed]
    if failed and not (summary.added or summary.replaced or summary.unchanged):
        detail = "；".join(f"{each.path}：{each.error}" for each in failed)
        raise ProblemError(422, "unreadable-files", f"没有一份能入库：{detail}", failed)
    response.status_code = 201 if summary.added or summary.replaced else 200
    return summary.model_copy(update={"failed": failed})


@router.delete(
    "/{report}", status_code=204, summary="移除报告", responses={**errors(404, 409, 503), 403: WRITING[403]}
)
def remove(floor: Floor, report: Id) -> None:
    """Take a report and its earlier versions out. What people decided stays, for when it comes back."""
    floor.remove(report, patience=PATIENCE)
