"""The documents say what is so: commands, targets, paths, figures and versions are held against the project."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
import typer
from packaging.requirements import Requirement
from typer.testing import CliRunner

from api.cli import app
from api.http.app import create_app
from benchmarks.readme import written

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
DOCUMENTS = (
    *READMES,
    "CHANGELOG.md",
    "NOTICE",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
)
ELIDED = "…"
SCORE = re.compile(r"(?<= )\d\.\d\d(?!\d)")
"""Scores and times may move with every fit; what is shown of an answer may not."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> Iterator[str]:
    """Yield the fenced blocks of a document that are marked with `language`."""
    yield from re.findall(rf"^```{language}\n(.*?)^```$", read(name), re.DOTALL | re.MULTILINE)


def commands(name: str) -> Iterator[str]:
    """Yield every command line that a document tells its reader to type."""
    for block in (*blocks(name, "sh"), *blocks(name, "console")):
        for line in block.splitlines():
            yield line.removeprefix("$ ")
    yield from re.findall(
        r"`((?:yinzheng|make) [^`]+)`", re.sub(r"^```.*?^```$", "", read(name), flags=re.S | re.M)
    )


def words(line: str) -> list[str]:
    """Return a command's words, without a redirection and what comes after."""
    found = shlex.split(line, comments=True)
    end = next((at for at, word in enumerate(found) if word in {">", "|", "&", "&&"}), len(found))
    return found[:end]


TYPED = sorted({line for name in DOCUMENTS for line in commands(name)})


def test_the_changelog_and_the_package_tell_one_version() -> None:
    stated = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    heads = re.findall(r"^## \[([^]]+)\](?: - (\d{4}-\d\d-\d\d))?$", read("CHANGELOG.md"), re.MULTILINE)
    released = [(number, date) for number, date in heads if number != "Unreleased"]
    assert released[0][0] == stated
    assert all(date for _, date in released)
    assert version("yinzheng") == stated


@pytest.mark.parametrize("line", [line for line in TYPED if line.startswith("yinzheng ")])
def test_every_command_in_the_documents_is_one(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    command: typer.core.TyperCommand | typer.core.TyperGroup = typer.main.get_command(app)  # type: ignore[assignment]
    arguments = [word for word in words(line)[1:] if word != "…"]
    while isinstance(command, typer.core.TyperGroup) and arguments and not arguments[0].startswith("-"):
        name = arguments.pop(0)
        assert name in command.commands, f"{line}: no command {name}"
        command = command.commands[name]  # type: ignore[assignment]
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    options = [word.partition("=")[0] for word in arguments if word.startswith("--")]
    assert set(options) <= known, f"{line}: no such option"


def test_every_target_in_the_documents_is_one_and_help_lists_it() -> None:
    makefile = read("Makefile")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {words(line)[1] for line in TYPED if line.startswith("make ")}
    assert {"demo", "test", "check", "evaluate", "bench", "serve"} <= targets
    assert named <= targets
    declared = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert declared
    assert set(declared[1].split()) == targets
    help_ = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(re.findall(r"^  make ([a-z]+) ", help_.stdout, re.MULTILINE)) == targets
    ran = re.findall(r"^\t.*?(?:call run,)(yinzheng .+)\)$", makefile, re.MULTILINE)
    assert sum(line.startswith("yinzheng ask") for line in ran) == 4


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_in_the_documents_is_there(name: str) -> None:
    text = read(name)
    folder = (ROOT / name).parent
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (folder / target).exists(), target
    top = "|".join(("corpora", "docs", "benchmarks", "ingest", "kg", "search", "api", "tests", r"\.ci"))
    for path in re.findall(rf"(?<![\w./-])(?:{top})/[\w./-]*", text):
        assert (ROOT / path.rstrip(".")).exists(), path


def test_every_route_in_the_documents_is_one(tmp_path: Path) -> None:
    routes = create_app(tmp_path).openapi()["paths"]
    for name in READMES:
        for path in re.findall(r"127\.0\.0\.1:8321(/v1/[\w/]+)", read(name)):
            assert path in routes


@pytest.mark.parametrize("name", READMES)
def test_the_figures_are_those_that_were_measured(name: str) -> None:
    figures = json.loads(read("benchmarks/accuracy.json"))
    assert read(name) == written(read(name), figures, chinese=name.endswith(".zh.md")), "run: make evaluate"


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Runs a command in a folder of its own where only `corpora` lies, as a reader would."""
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    monkeypatch.chdir(tmp_path)
    for name in ("YINZHENG_DATA", "YINZHENG_MODEL"):
        monkeypatch.delenv(name, raising=False)

    def run(line: str) -> str:
        done = CliRunner().invoke(app, words(line)[1:])
        assert done.exit_code == 0, done.output
        return done.stdout

    return run


@pytest.mark.parametrize("name", READMES)
def test_what_the_documents_show_is_what_is_printed(name: str, reader: Callable[[str], str]) -> None:
    shown = "".join(blocks(name, "console"))
    assert shown.startswith("$ yinzheng ingest")
    for part in shown.removeprefix("$ ").split("\n$ "):
        line, *expected = part.splitlines()
        printed = iter([SCORE.sub("#", each.rstrip()) for each in reader(line).splitlines()])
        for each in expected:
            # In this order; what is left out between is marked.
            if each != ELIDED:
                assert SCORE.sub("#", each) in printed, f"$ {line}\n{each}"


def test_the_python_example_runs(tmp_path: Path) -> None:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    (example,) = blocks("README.md", "python")
    (tmp_path / "example.py").write_text(example, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "example.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "570万元" in done.stdout


def test_floors_import_only_from_floors_below() -> None:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or "lint-imports"
    done = subprocess.run(
        [program, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_the_locks_pin_all_that_is_needed_by_digest_and_name_no_index() -> None:
    needed = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    names = {re.split(r"[<>=!~ \[]", each)[0].lower() for each in needed}
    pinned: dict[str, str] = {}
    for name in ("requirements.lock", "torch.lock"):
        text = read(name)
        assert not re.search(
            r"://|^-|--(?:extra-)?index|--find-links", text.replace("    --hash", ""), re.MULTILINE
        )
        for block in re.split(r"\n(?=[a-z])", text):
            found = re.match(r"([a-z0-9._-]+)==(\S+)", block)
            if found:
                assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block
                pinned[found[1]] = found[2]
    assert {name.replace("_", "-") for name in names} <= set(pinned)
    assert "torch==" not in read("requirements.lock")
    for each in needed:
        requirement = Requirement(each)
        assert requirement.specifier.contains(pinned[requirement.name.lower()]), each
