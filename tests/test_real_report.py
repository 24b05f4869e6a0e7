"""What the program must show on a report that nobody here wrote.

The report is no part of the repository: it lies in `shared/` beside the checkout where the project is worked on.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from api.cli import app

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "reports" / "changji-2024.txt"

needs_report = pytest.mark.skipif(not REAL.exists(), reason="the real report is not at hand")

Ask = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """What `yinzheng inspect --json` prints."""
    done = CliRunner().invoke(app, ["inspect", str(REAL), "--json"])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks a library that holds this report alone."""
    data = str(tmp_path_factory.mktemp("real") / "data")
    stored = CliRunner().invoke(app, ["ingest", str(REAL), "--workers", "1", "--data", data])
    assert stored.exit_code == 0, stored.output

    def answered(question: str) -> dict[str, Any]:
        done = CliRunner().invoke(app, ["ask", question, "--data", data, "--json"])
        assert done.exit_code == 0, done.output
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return answered


def of_type(report: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [fact for fact in report["facts"] if fact["type"] == kind]


@needs_report
def test_whose_report_it_is_and_its_chapters(report: dict[str, Any]) -> None:
    assert report["media"] == "昌吉州融媒体中心"
    assert report["report_year"] == 2024
    chapters = [section["duty"] for section in report["sections"] if section["level"] == 1]
    assert chapters == (
        "preface political positions service humanistic culture safety ethics rights lawful afterword".split()
    )


@needs_report
def test_contents_pictures_and_captions_are_no_headings(report: dict[str, Any]) -> None:
    titles = [section["title"] for section in report["sections"]]
    assert len(titles) == len(set(titles))
    assert not [title for title in titles if "目录" in title or "图" in title or "…" in title]
    assert all(
        section["end"] - section["start"] > len(section["title"]) + 8 for section in report["sections"]
    )


@needs_report
def test_the_closing_statements_are_whole(report: dict[str, Any]) -> None:
    assert [fact["text"] for fact in of_type(report, "shortcoming")] == [
        "重大主题宣传系统谋划能力有待进一步提升",
        "融合报道业务水平有待进一步提高",
        "原创精品节目和适合新媒体传播的优质内容还不够丰富，以内容建设为根本的核心竞争力还不够强",
    ]
    commitments = of_type(report, "commitment")
    assert [fact["text"][:4] for fact in commitments] == ["坚持内容", "着力打造", "走好新时", "持续发挥"]
    assert commitments[0]["text"].endswith("以内容优势赢得发展优势")
    assert commitments[-1]["text"].endswith("广泛吸引中心内外资源资金投入节目制作和宣传推广")
    (response,) = of_type(report, "response")
    assert "整合" in response["text"]
    assert response["text"].rstrip("。").endswith("“风向标”")


@needs_report
def test_every_award_of_a_paragraph_is_a_fact_of_its_own(report: dict[str, Any]) -> None:
    found = {
        (award["award"], award["edition"], award["level"], award["count"], *award["works"])
        for award in of_type(report, "award")
    }
    assert found >= {
        ("新疆新闻奖", 34, None, 10),
        ("新疆动漫节", 2, "优秀作品奖", 1, "大国重器手艺人"),
        ("城市党报新闻奖", None, None, 13),
        ("中国地市报新闻奖", None, None, 14),
        ("中国少数民族地区报纸（网络）新闻奖", 35, None, 15),
        ("中国广播剧研究会专家评析精品展", 24, "二等奖", 1, "月亮湾的月亮"),
        ("中国短视频大会", 4, "三等奖", 1, "印象昌吉"),
    }
    assert any(award[1:4] == (18, "最佳短视频", 1) for award in found)
    assert any(award[1] == 30 and award[-1] == "昌吉·风语者" for award in found)


@needs_report
def test_figures_are_answered_with_their_sentence(ask: Ask) -> None:
    (followers,) = ask("昌吉日报微信公众号有多少订阅用户")["values"]
    assert (followers["value"], followers["qualifier"]) == (1_000_000, "over")
    assert "订阅用户超100万" in followers["evidence"][0]["quote"]
    (staff,) = ask("员工多少人")["values"]
    assert staff["value"] == 212


@needs_report
def test_statements_are_listed_and_the_unknown_is_said_so(ask: Ask) -> None:
    assert len(ask("2024年有哪些不足")["items"]) == 3
    unknown = ask("昌吉日报的发行量是多少")
    assert unknown["answer"] is None
    assert unknown["reason"]
    assert unknown["evidence"]
