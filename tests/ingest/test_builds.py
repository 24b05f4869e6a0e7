"""Whole closing chapters and outlines of many builds, with all that a careful editor takes from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ingest.extract.statements import extract_statements
from ingest.reading import Reading
from tests.ingest.writing import document

TEXT = "全年围绕中心工作，扎实做好各项宣传报道，受到群众好评。"
NEW_TITLES = (
    "政治责任 阵地建设责任 服务责任 人文关怀责任 文化责任 安全责任 道德责任 保障权益责任 合法经营责任"
)
OLD_TITLES = (
    "正确引导责任 提供服务责任 人文关怀责任 繁荣发展文化责任 安全刊播责任 遵守职业规范责任 "
    "保障新闻从业人员权益责任 合法经营责任"
)
NEW = [
    "江南广播电视台社会责任报告",
    "（2023年度）",
    "一、前言",
    "江南广播电视台成立于1990年，现有职工300人。",
]
OLD = ["江南晚报社会责任报告（2017年度）"]
BEFORE = {
    "@new": NEW
    + [
        part
        for n, t in zip("二三四五六七八九十", NEW_TITLES.split(), strict=True)
        for part in (f"{n}、{t}", TEXT)
    ],
    "@old": OLD
    + [
        part
        for n, t in zip("一二三四五六七八", OLD_TITLES.split(), strict=True)
        for part in (f"{n}、{t}", TEXT)
    ],
    "@full": [],
}
KINDS = {"r": "response", "s": "shortcoming", "c": "commitment"}


@dataclass
class Build:
    """One case of a file of builds."""

    name: str
    lines: list[str] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    identity: str | None = None


def builds() -> list[Build]:
    found: list[Build] = []
    for path in sorted((Path(__file__).parent / "builds").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=== "):
                found.append(Build(line[4:]))
            elif line in BEFORE:
                found[-1].lines.extend(BEFORE[line])
            elif told := re.match(r"([rsc]): (.+)$", line):
                found[-1].said.append((KINDS[told[1]], told[2].replace("⏎", "\n")))
            elif line.startswith("h: "):
                found[-1].headings.append(line[3:])
            elif line.startswith("i: "):
                found[-1].identity = line[3:]
            elif line.strip():
                found[-1].lines.append(line)
    return found


@pytest.mark.parametrize("build", builds(), ids=lambda build: build.name)
def test_a_build_is_read_as_an_editor_reads_it(build: Build) -> None:
    reading = Reading.of(document(build.lines), "0" * 16)
    assert [(f.type, f.text) for f in extract_statements(reading)] == build.said
    if build.headings:
        assert [f"{s.level}|{s.number}|{s.title}|{s.duty}" for s in reading.sections] == build.headings
    if build.identity:
        assert f"{reading.media}|{reading.year}" == build.identity


def test_there_are_builds() -> None:
    assert len(builds()) >= 40
