"""A library as its readers see it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from search.encoder import Encoder
from search.errors import LibraryError
from search.ingest import ingest
from search.library import Library
from search.snapshots import Snapshots
from search.understanding import Code
from search.verify import verify

Write = Callable[..., list[Path]]
FIRST = "甲报 2021\n# safety\n全年播出安全无事故。\n员工=120\n# afterword\n- 原创精品还不够多\n"
SECOND = "甲报 2022\n# safety\n安全播出继续保持。\n员工=131\n# culture\n拍摄纪录片《山河》一部。\n"
OTHER = "乙台 2021\n# service\n为老人开设安全热线节目。\n"


@pytest.fixture
def library(reports: Write, tmp_path: Path, code: Code, encoder: Encoder) -> Iterator[Library]:
    paths = reports(first=FIRST, second=SECOND, other=OTHER)
    ingest(paths, tmp_path / "data", workers=0, code=code, encoder=encoder)
    with Library.open(tmp_path / "data", encoder=encoder) as opened:
        yield opened


def test_filters_are_kept(library: Library) -> None:
    assert {hit.evidence.media for hit in library.search("安全").hits} == {"甲报", "乙台"}
    assert {hit.evidence.media for hit in library.search("安全", media="乙台").hits} == {"乙台"}
    assert {hit.evidence.year for hit in library.search("安全", years=[2022]).hits} == {2022}
    assert {hit.evidence.section for hit in library.search("安全", duty="service").hits} == {("service",)}
    both = library.search("安全", duty=["service", "culture"]).hits
    assert {hit.evidence.section for hit in both} == {("service",), ("culture",)}
    assert library.search("安全", media="无此媒体").hits == []
    with pytest.raises(ValueError, match="gossip"):
        library.search("安全", duty="gossip")
    with pytest.raises(ValueError, match="limit"):
        library.search("安全", limit=0)


def test_every_hit_is_evidence(library: Library) -> None:
    for kind in (None, "passage", "fact"):
        for query in ("安全", "员工多少人", "《山河》", "不足"):
            result = library.search(query, kind=kind)
            assert [hit.score for hit in result.hits] == sorted(
                (hit.score for hit in result.hits), reverse=True
            )
            for hit in result.hits:
                text = library.report(hit.evidence.report).text
                assert text[hit.evidence.start : hit.evidence.end] == hit.evidence.quote == hit.text
                assert hit.fact is not None or kind != "fact"
                assert hit.fact is None or kind != "passage"
    assert library.search("").hits == []
    assert library.search("，。").took_ms >= 0


def test_facts_are_found_by_id(library: Library) -> None:
    (fact,) = [hit.fact for hit in library.search("员工", years=[2021], kind="fact", limit=1).hits]
    assert fact is not None
    assert library.fact(fact.id) == fact
    assert library.fact("0" * 16) is None
    (passage,) = list(library.search("《山河》", limit=1).hits)
    assert any(each.text == passage.text for each in library.passages(passage.evidence.report))
    assert len(list(library.passages())) == library.manifest.passages


def test_what_is_not_there_is_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="没有报告"):
        library.report("0" * 16)
    with pytest.raises(LibraryError, match="ingest"):
        Library.open(tmp_path / "empty")
    library.close()
    with pytest.raises(LibraryError, match="关闭"):
        library.search("安全")


def test_another_encoder_is_refused(library: Library, other_encoder: Encoder) -> None:
    # The library was built with vectors of a model that is no folder here: opening by name must not guess.
    opened = Library.open(library.data_dir)
    with pytest.raises(LibraryError, match="--model"):
        opened.search("安全")
    opened.close()


def test_the_graph_alone_loads_nothing_else(library: Library) -> None:
    script = (
        "import sys\n"
        "from search.library import Library\n"
        f"library = Library.open({str(library.data_dir)!r})\n"
        "assert library.reports and library.graph.size() > 0\n"
        "heavy = {'torch', 'faiss', 'jieba', 'tantivy', 'transformers', 'sentence_transformers', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_damage_is_found(library: Library) -> None:
    data = library.data_dir
    folder = Snapshots(data).path(library.manifest.id)
    assert verify(data) == []
    segment = next(folder.glob("vectors/*.rows.npy"))
    content = bytearray(segment.read_bytes())
    content[-1] ^= 1
    segment.write_bytes(content)
    (folder / "words" / "stray").write_bytes(b"x")
    originals = sorted((data / "artifacts" / "originals").glob("*/*"))
    originals[0].write_bytes(b"other bytes")
    originals[1].unlink()
    next((data / "artifacts" / "understood").glob("*/*")).write_bytes(b"damaged")
    codes = [problem.code for problem in verify(data)]
    assert codes.count("changed") == 1
    assert codes.count("unlisted") == 1
    assert codes.count("original") == 2
    assert codes.count("artifact") == 1
    assert all(problem.message and "\n" not in problem.message for problem in verify(data))


def test_a_damaged_manifest_is_told(library: Library) -> None:
    folder = Snapshots(library.data_dir).path(library.manifest.id)
    (folder / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(LibraryError, match="rebuild"):
        Library.open(library.data_dir)
    assert [problem.code for problem in verify(library.data_dir)] == ["manifest"]


SAMPLE = """{media}社会责任报告
（{year}年度）
一、政治责任
{media}全年推出主题报道{count}组，阅读量超过{count}万次。
二、安全责任
全年播出安全无事故。
三、后记
（一）不足
一是原创精品还不够多；二是人才队伍有待加强。
"""


def test_a_real_kill_leaves_a_library_that_opens(tmp_path: Path) -> None:
    """The whole way with the real pipeline in processes of its own, killed at moments nobody chose."""
    folder, data = tmp_path / "files", tmp_path / "data"
    folder.mkdir()
    command = [
        sys.executable,
        "-c",
        f"from search.ingest import ingest\nif __name__ == '__main__':\n ingest([{str(folder)!r}], {str(data)!r}, workers=1)",
    ]
    sizes = []
    for round_, wait in enumerate((None, 0.9, 1.6, 2.3)):
        text = SAMPLE.format(media="某县融媒体中心", year=2015 + round_, count=30 + round_)
        (folder / f"{round_}.txt").write_text(text, encoding="utf-8")
        process = subprocess.Popen(command, start_new_session=True)
        if wait is None:
            assert process.wait(60) == 0
        else:
            time.sleep(wait)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        with Library.open(data) as library:
            sizes.append(len(library.reports))
            assert library.search("原创精品").hits
            assert library.graph.reports() == sorted(stored.id for stored in library.reports)
    assert sizes == sorted(sizes)
    subprocess.run(command, check=True, timeout=60)
    with Library.open(data) as library:
        assert len(library.reports) == 4
    assert verify(data) == []
