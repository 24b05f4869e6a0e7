"""From a file's bytes to a kept report: the pure step that worker processes take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ingest.readers.base import ReadingError
from ingest.report import Commitment, Report, Response, Shortcoming
from ingest.version import CODE_VERSION
from search.artifacts import Artifacts, code_key
from search.passages import VERSION as PASSAGES
from search.passages import Passage, passages
from search.snapshots import Stored

Understand = Callable[[bytes, str, str | None, int | None], Report]
"""content, file name, stated media, stated year → report; raises ReadingError. Must pickle."""


_WHOLE = 6
"""Duties from which a text with closing statements is taken for a whole report."""


@dataclass(frozen=True)
class Code:
    """What turns bytes into reports, and the version under which its results are kept."""

    understand: Understand
    version: str


@dataclass(frozen=True)
class Job:
    """One kept file to be understood; `sha256` is the one of its bytes."""

    artifacts: Path
    sha256: str
    name: str
    code: Code
    media: str | None = None
    year: int | None = None

    @property
    def key(self) -> str:
        """The key under which the result is kept."""
        return code_key(self.code.version, self.media, self.year)


@dataclass(frozen=True)
class Understood:
    """What the ingest needs to know of a kept report."""

    id: str
    code: str
    """The key under which it is kept."""
    media: str
    year: int
    title: str | None
    passages: int
    facts: int


def of_stored(held: Stored) -> Understood:
    """Return what is known of a report that a library holds."""
    return Understood(held.id, held.code, held.media, held.year, held.title, held.passages, held.facts)


def own_code() -> Code:
    """Return the project's own pipeline; its version names all that a stored report's content hangs on."""
    from kg.build import VERSION as GRAPHS

    return Code(_understand, f"{CODE_VERSION}+{PASSAGES}+{GRAPHS}")


def _understand(content: bytes, name: str, media: str | None, year: int | None) -> Report:
    """Understand a file; the pipeline is loaded by the process that does so, not by the one that hands out the work."""
    # Its expressions take a processor half a second to compile.
    from ingest.pipeline import understand

    return understand(content, name, media, year)


def carry_out(job: Job) -> Understood:
    """Understand one file and keep the result, or take the one that is kept already.

    Raises ReadingError, one Chinese line, where the file can't be read, is no report of this kind, or does
    not say of which media and year it is.
    """
    artifacts = Artifacts(job.artifacts)
    try:
        report, cut = artifacts.read_report(job.sha256, job.key)
    except (OSError, ValueError):
        content = artifacts.original(job.sha256).read_bytes()
        try:
            report = job.code.understand(content, job.name, job.media, job.year)
        except (ReadingError, MemoryError):
            raise
        except Exception as error:
            # A fault of ours in one file must not cost the others; the type helps who mends it.
            line = " ".join(str(error).split())[:200]
            raise ReadingError(
                f"解析时出错，请将此文件反馈给开发者（{type(error).__name__}: {line}）"
            ) from error
        cut = tuple(_passages(report))
        artifacts.write_report(job.sha256, job.key, report, list(cut))
    if report.media is None or report.report_year is None:
        raise AssertionError("kept reports have media and year")
    return Understood(
        report.id, job.key, report.media, report.report_year, report.title, len(cut), len(report.facts)
    )


def _passages(report: Report) -> list[Passage]:
    told = {warning.code: warning.message for warning in report.warnings}
    statement = any(isinstance(fact, Response | Shortcoming | Commitment) for fact in report.facts)
    duties = {section.duty for section in report.sections if section.duty is not None}
    if "several-reports" in told:
        raise ReadingError(told["several-reports"])
    # What looks like a pager may be that of the comments: a whole report is none the less one.
    if "incomplete" in told and not (statement and len(duties) >= _WHOLE):
        raise ReadingError(told["incomplete"])
    if not statement and not duties:
        raise ReadingError("不像媒体社会责任报告：既没有责任章节，也没有不足、改进或回应")
    missing = [
        name
        for name, value in (
            ("媒体名称（请用 --media 指明）", report.media),
            ("报告年度（请用 --year 指明）", report.report_year),
        )
        if value is None
    ]
    if missing:
        raise ReadingError(f"文中未能识别{'和'.join(missing)}")
    return passages(report)
