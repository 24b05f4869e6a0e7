"""What storing, listing, checking and clearing did."""

from __future__ import annotations

from api.objects import ReportList, Verification
from api.show.page import line, table
from search.answers import IngestSummary
from search.backup import Listing
from search.gc import Collected

SHOWN = 30


def show_summary(summary: IngestSummary, held: ReportList) -> None:
    """Write what became of each file and the library's totals; failures go to standard error."""
    import typer

    names = {each.id: f"{each.media} {each.year} 年度（{each.file}）" for each in held.reports}
    for title, ids in (
        ("新收入", summary.added),
        ("已替换", summary.replaced),
        ("没有变化", summary.unchanged),
    ):
        if ids:
            line(f"{title} {len(ids)} 份")
        for each in ids[:SHOWN] if title != "没有变化" else ():
            line(names.get(each, each), indent=2)
        if title != "没有变化" and len(ids) > SHOWN:
            line(f"……另有 {len(ids) - SHOWN} 份", indent=2)
    for failure in summary.failed:
        typer.echo(f"未能入库：{failure.path}：{failure.error}", err=True)
    line(
        f"库中现有报告 {summary.reports} 份，段落 {summary.passages:,}，"
        f"事实 {summary.facts:,}，三元组 {summary.triples:,}"
    )


def show_reports(held: ReportList) -> None:
    """Write the reports, one a line."""
    if not held.reports:
        line("资料库还是空的，请先用 yinzheng ingest 收入报告。")
        return
    rows = [
        (
            each.id,
            each.media,
            str(each.year),
            str(each.version),
            str(each.facts),
            each.file,
            each.stored_at[:10],
        )
        for each in held.reports
    ]
    table(rows, ("编号", "媒体", "年度", "版本", "事实", "文件", "入库"), numbers=(3, 4))


def show_problems(found: Verification) -> None:
    """Write what is wrong, or that nothing is."""
    for problem in found.problems:
        line(f"[{problem.code}] {problem.message}")
    if found.problems:
        line(f"共 {len(found.problems)} 处不符，多半可用 yinzheng rebuild 修复。")
    else:
        line("资料库完好：文件、引文、索引、图谱都核对无误。")


def show_gc(done: Collected) -> None:
    """Write what was removed."""
    if not done.snapshots and not done.artifacts:
        line("没有可清的。")
        return
    size = f"{done.bytes / 1_000_000:.1f} MB"
    line(f"已清除旧快照 {len(done.snapshots)} 个、中间结果 {done.artifacts} 个（{size}）。")


def show_backup(done: Listing, what: str) -> None:
    """Write `what` was done with a backup, and what that holds."""
    size = sum(file.size for file in done.files.values()) / 1_000_000
    decided = "，含人工判断" if "decisions.sqlite" in done.files else ""
    line(
        f"{what}：报告 {done.reports} 份，文件 {len(done.files)} 个（{size:.1f} MB）{decided}，备份于 {done.made_at}。"
    )
