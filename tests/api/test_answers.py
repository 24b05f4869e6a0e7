"""`inspect`, `search`, `ask`, `trace`, `compare` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.conftest import MEDIA, REPORTS, Run


def test_inspect_shows_identity_outline_and_facts(run: Run) -> None:
    shown = run("inspect", REPORTS / "2023.docx")
    assert shown.exit_code == 0
    for expected in (
        f"媒体：{MEDIA}",
        "年度：2023",
        "一、前言  〔前言〕",
        "（一）媒体概况",
        "不足 4",
        "承诺 4",
    ):
        assert expected in shown.stdout

    report = json.loads(run("inspect", REPORTS / "2023.docx", "--json").stdout)
    assert (report["media"], report["report_year"]) == (MEDIA, 2023)
    for fact in report["facts"]:
        evidence = fact["evidence"]
        assert report["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_inspect_of_what_is_no_report_is_one_line_or_an_honest_nothing(run: Run, tmp_path: Path) -> None:
    pdf = (REPORTS / "2024.pdf").read_bytes()
    for name, content, why in (
        ("empty.txt", b"", "空的"),
        ("picture.docx", b"\x89PNG\r\n\x1a\n" + bytes(64), "图片"),
        ("cut.pdf", pdf[: len(pdf) // 9], "PDF"),
    ):
        (tmp_path / name).write_bytes(content)
        done = run("inspect", tmp_path / name)
        assert done.exit_code == 1
        assert len(done.stderr.splitlines()) == 1
        assert why in done.stderr
        assert name in done.stderr
    (tmp_path / "novel.txt").write_text("第一章\n\n他走过那条河，看见远处的灯火。\n\n" * 4000, "utf-8")
    novel = json.loads(run("inspect", tmp_path / "novel.txt", "--json").stdout)
    assert (novel["media"], novel["report_year"], novel["facts"]) == (None, None, [])
    assert "不像" in run("inspect", tmp_path / "novel.txt").stdout
    assert "找不到文件" in run("inspect", tmp_path / "nothing.txt").stderr


def test_search_gives_hits_with_their_places(run: Run, built: Path) -> None:
    found = json.loads(run("search", "新闻热线", "办结率", "--year", "2023", "--json", data=built).stdout)
    assert found["query"] == "新闻热线 办结率"
    assert "办结率" in found["hits"][0]["text"]
    assert {hit["evidence"]["year"] for hit in found["hits"]} == {2023}
    shown = run("search", "新闻热线办结率", "--limit", "2", data=built)
    assert shown.exit_code == 0
    assert f"1. {MEDIA} " in shown.stdout
    assert "3. " not in shown.stdout
    assert "\x1b" not in shown.stdout


def test_search_takes_duties_and_media_as_people_write_them(run: Run, built: Path) -> None:
    args = ("search", "服务", "--duty", "服务责任", "--media", "澜溪", "--json")
    hits = json.loads(run(*args, data=built).stdout)["hits"]
    assert hits
    assert {hit["evidence"]["media"] for hit in hits} == {MEDIA}
    assert all("服务" in hit["evidence"]["section"][0] for hit in hits)
    assert run("search", "服务", "--duty", "后勤", data=built).exit_code == 2
    unknown = run("search", "服务", "--media", "望川", data=built)
    assert unknown.exit_code == 1
    assert unknown.stderr == f"出错：资料库中没有媒体“望川”，现有：{MEDIA}\n"


def test_ask_gives_the_figure_and_its_sentence(run: Run, built: Path) -> None:
    question = "2023年新闻热线的办结率是多少"
    answer = json.loads(run("ask", question, "--json", data=built).stdout)
    assert [value["value"] for value in answer["values"]] == [96.5]
    assert "96.5%" in answer["values"][0]["evidence"][0]["quote"]
    shown = run("ask", question, data=built).stdout
    assert "96.5%" in shown
    assert "出处：" in shown
    assert f"{MEDIA} 2023 › " in shown


def test_ask_shows_what_the_answer_remarks(run: Run, built: Path) -> None:
    assert "说明：问题没有说哪一年，按最近的2023年报告回答。" in run("ask", "有哪些不足", data=built).stdout


def test_ask_says_so_where_the_reports_do_not(run: Run, built: Path) -> None:
    answer = json.loads(run("ask", "量子计算机有几台", "--json", data=built).stdout)
    assert answer["answer"] is None
    assert answer["reason"]
    done = run("ask", "量子计算机有几台", data=built)
    assert done.exit_code == 0
    assert done.stdout.startswith("没有答案：")


def test_trace_tells_what_became_of_each(run: Run, built: Path) -> None:
    items = json.loads(run("trace", "--json", data=built).stdout)["items"]
    years = {item["year"] for item in items}
    assert years == {2020, 2021, 2023}
    assert {item["status"] for item in items if item["year"] == 2023} == {"pending"}
    shown = run("trace", data=built).stdout
    for year in years:
        assert f"{MEDIA} {year} 年度" in shown
    assert "[待来年看]" in shown
    only = json.loads(run("trace", "--year", "2021", "--json", data=built).stdout)["items"]
    assert [item["id"] for item in only] == [item["id"] for item in items if item["year"] == 2021]
    assert "没有可追踪" in run("trace", "--year", "1999", data=built).stdout


def test_compare_gives_four_lists(run: Run, built: Path) -> None:
    args = ("compare", "--media", "澜溪", "--years", "2021", "2023")
    found = json.loads(run(*args, "--json", data=built).stdout)
    assert (found["media"], found["years"]) == (MEDIA, [2021, 2023])
    assert found["added"]
    assert found["gone"]
    assert {"label", "from", "to", "delta", "ratio", "evidence"} <= found["changed"][0].keys()
    shown = run(*args, data=built).stdout
    for title in ("2023 年新出现", "2023 年不再提", "两年都有", "数字变化"):
        assert title in shown


@pytest.mark.parametrize(
    ("args", "status", "line"),
    [
        (
            ["compare", "--media", "澜溪", "--years", "2021", "2022"],
            1,
            "没有澜溪县融媒体中心 2022 年度的报告",
        ),
        (["compare", "--media", "澜溪", "--years", "2021", "2021"], 1, "两个不同的年度"),
        (["compare", "--media", "澜溪", "--years"], 2, "--years 后面要有 2 个值"),
        (["search"], 2, "缺少 要找的内容"),
        (["search", " "], 1, "请给出要找的内容"),
        (["search", "a", "--limit", "0"], 2, "--limit：不得小于 1"),
        (["search", "a", "--year", "去年"], 2, "--year：须是整数"),
        (["search", "a", "--kind", "x"], 2, "没有“x”，可用：passage、fact"),
        (["search", "a", "--lim", "3"], 2, "没有选项 --lim，是不是 --limit"),
        (["serach"], 2, "没有命令 serach，是不是 search"),
        (["export", "x"], 2, "多出了 x"),
        (["export", "--format", "xml"], 2, "没有“xml”"),
    ],
)
def test_mistakes_are_one_clear_line(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], status: int, line: str
) -> None:
    monkeypatch.setenv("YINZHENG_DATA", str(built))
    done = run(*args)
    assert done.exit_code == status
    assert line in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_help_is_in_chinese_with_examples(run: Run) -> None:
    listed = run("--help").stdout
    for name in "inspect ingest search ask trace compare export verify gc serve".split():
        assert name in listed
        shown = run(name, "--help")
        assert shown.exit_code == 0
        assert "例子：" in shown.stdout
        assert f"yinzheng {name}" in shown.stdout
    assert "yinzheng reports remove" in run("reports", "remove", "--help").stdout


def test_a_fault_of_ours_is_one_line_unless_asked(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr("search.library.Library.search", broken)
    done = run("search", "记者", data=built)
    assert done.exit_code == 1
    assert "内部错误（KeyError" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    monkeypatch.setenv("YINZHENG_DEBUG", "1")
    assert isinstance(run("search", "记者", data=built).exception, KeyError)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])
def test_serve_refuses_what_others_can_reach(run: Run, host: str) -> None:
    done = run("serve", "--host", host)
    assert done.exit_code == 2
    assert "yinzheng key create" in done.stderr
