"""Bytes of one file → `Report`: reading, identity, outline, every extractor."""

from __future__ import annotations

from operator import attrgetter

from ingest.extract.awards import extract_awards
from ingest.extract.columns import extract_columns
from ingest.extract.events import extract_events
from ingest.extract.metrics import extract_metrics
from ingest.extract.platforms import PlatformNames, extract_platforms
from ingest.extract.renamings import extract_renamings
from ingest.extract.statements import extract_statements
from ingest.extract.works import extract_works
from ingest.identity import reports_held
from ingest.plain import plain_document
from ingest.readers import read
from ingest.reading import Reading
from ingest.report import Fact, Renaming, Report, ReportWarning, report_id
from ingest.titles import Titles
from ingest.written import as_written


def understand(
    content: bytes, name: str, media: str | None = None, year: int | None = None, *, part: bool = False
) -> Report:
    """Return all that is understood of the file `content`, called `name`.

    Pure: the same arguments give an equal result, in any process. `media` and `year` (the year reported on)
    overrule what the text says. What could not be found is None or empty, with a warning that says so. A text that
    does not look like a report has no facts, unless it is known to be `part` of one (a chapter that is being written).

    Raises:
        ingest.readers.base.ReadingError: the file has no text that can be read; one line, in Chinese.
    """
    written = read(content, name)
    document = plain_document(written)
    reading = Reading.of(document, report_id(content), name, media, year)
    facts: tuple[Fact, ...] = ()
    renamings: tuple[Renaming, ...] = ()
    if part or is_report(reading):
        titles = Titles(reading)
        platforms = PlatformNames(reading, titles)
        facts = extract_facts(reading, titles, platforms)
        renamings = tuple(extract_renamings(reading, platforms))
    report = Report(
        id=reading.report,
        media=reading.identity.media,
        report_year=reading.identity.year,
        title=reading.identity.title,
        text=reading.text,
        sections=reading.sections,
        facts=facts,
        renamings=renamings,
        warnings=_warnings(reading, facts),
        pages=document.pages,
    )
    return as_written(report, written.text, media)


def is_report(reading: Reading) -> bool:
    """Tell whether the text is a report of this genre: it calls itself one, or is cut into its duties."""
    duties = {section.duty for section in reading.sections if section.level == 1 and section.duty}
    return reading.identity.title is not None or len(duties) >= 3


def extract_facts(reading: Reading, titles: Titles, platforms: PlatformNames) -> tuple[Fact, ...]:
    """Return every fact of a reading, whose quoted names and outlets are judged, in the order of the text."""
    awards = list(extract_awards(reading, titles))
    statements = list(extract_statements(reading))
    promised = [(s.evidence.start, s.evidence.end) for s in statements if s.type == "commitment"]
    found: list[Fact] = [
        *awards,
        *extract_works(reading, titles, promised),
        *extract_columns(reading, titles, platforms, promised),
        *extract_platforms(reading, platforms),
        *extract_metrics(reading, titles, platforms, awards, statements),
        *extract_events(reading),
        *statements,
    ]
    return tuple(sorted(found, key=attrgetter("evidence.start", "evidence.end", "type", "id")))


def _warnings(reading: Reading, facts: tuple[Fact, ...]) -> tuple[ReportWarning, ...]:
    found = [ReportWarning(code="reader", message=note) for note in reading.document.notes]
    if reading.document.incomplete is not None:
        found.append(ReportWarning(code="incomplete", message=reading.document.incomplete))
    if len(held := reports_held(reading.document)) > 1:
        named = "；".join(f"{media} {year} 年度" for media, year in held)
        found.append(
            ReportWarning(
                code="several-reports",
                message=f"这份文件里有 {len(held)} 份报告（{named}），请每份各存一个文件",
            )
        )
    if not is_report(reading):
        found.append(
            ReportWarning(
                code="not-a-report",
                message="这份文件不像媒体社会责任报告：没有报告标题，也没有按责任分的章节",
            )
        )
        return tuple(found)
    if reading.identity.media is None:
        found.append(
            ReportWarning(code="no-media", message="认不出是哪一家媒体的报告，入库时请用 --media 指明")
        )
    if reading.identity.year is None:
        found.append(ReportWarning(code="no-year", message="认不出是哪一年度的报告，入库时请用 --year 指明"))
    if not any(section.duty for section in reading.sections):
        found.append(ReportWarning(code="no-sections", message="没有找到按责任分的章节"))
    present = {fact.type for fact in facts}
    if not present & {"shortcoming", "commitment"}:
        found.append(ReportWarning(code="no-closing", message="没有找到不足与改进的内容"))
    return tuple(found)
