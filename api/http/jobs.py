"""`/v1/jobs`: what is being taken in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from api.http.parts import errors
from api.jobs import Job, JobList, Jobs

router = APIRouter(prefix="/v1/jobs", tags=["报告"], responses=errors())
Id = Annotated[str, Path(max_length=64, description="任务的 id，见 POST /v1/reports?wait=false")]
MOMENT = 0.1
"""Seconds between two looks at a job."""


def jobs_of(request: Request) -> Jobs:
    """Return the jobs of the service."""
    jobs: Jobs = request.app.state.jobs
    return jobs


Held = Annotated[Jobs, Depends(jobs_of)]


def _found(jobs: Held, job: Id) -> Job:
    return jobs.get(job)


Found = Annotated[Job, Depends(_found)]


@router.get("", summary="收入任务，新的在前")
def list_jobs(jobs: Held) -> JobList:
    """Return the jobs that are remembered, those from before a restart too."""
    return JobList(jobs=jobs.all())


@router.get("/{job}", summary="一个收入任务", responses=errors(404))
def job(job: Found) -> Job:
    """Return how far a job is."""
    return job


@router.get(
    "/{job}/events",
    summary="收入任务的进度，随时推送",
    response_class=EventSourceResponse,
    responses=errors(404),
)
async def events(jobs: Held, job: Found) -> AsyncIterator[ServerSentEvent]:
    """Send the job as a server-sent event whenever it changes: `progress`, at the end `done` or `failed`."""
    seen: Job | None = None
    while seen is None or not seen.over:
        now = jobs.get(job.id)
        if now != seen:
            yield ServerSentEvent(data=now, event=now.state if now.over else "progress")
            seen = now
        else:
            await asyncio.sleep(MOMENT)
