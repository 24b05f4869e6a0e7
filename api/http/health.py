"""`/healthz`, `/readyz`, `/metrics`: for those who run the service."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, Field

from api.http import figures
from api.http.parts import Floor, errors

router = APIRouter(tags=["运行"])


class Health(BaseModel):
    """The process answers."""

    status: str = "ok"


class Readiness(BaseModel):
    """The library can be read, or is still empty and can be filled."""

    status: str = "ready"
    snapshot: str | None = Field(description="Id of the live snapshot; null where nothing is stored")
    reports: int


@router.get("/healthz", summary="进程是否活着")
def healthz() -> Health:
    """Answer as long as the process lives."""
    return Health()


@router.get("/readyz", summary="是否可以回答", responses=errors(503))
def readyz(floor: Floor) -> Readiness:
    """Load what answering needs; 503 where the library or the model can't be opened."""
    manifest = floor.ready()
    return Readiness(
        snapshot=manifest.id if manifest else None, reports=len(manifest.reports) if manifest else 0
    )


@router.get("/metrics", summary="Prometheus 指标", response_class=PlainTextResponse)
def metrics(request: Request, floor: Floor) -> PlainTextResponse:
    """Return what is stored and how many requests were answered how."""
    text = figures.page(floor.manifest(), request.app.state.requests)
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4")
