"""Every command that a document shows in a block works, in the order of the page."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.pipeline import open_register
from tests.support.documents import documents
from tests.support.source import REPOSITORY

DRAFTERS = sorted((REPOSITORY / "docs").glob("*/drafters/*.md"))
FIRST_RECORD = "docs/{}/drafters/first-record.md"
# Either commands, perhaps with the exit code they end with, or a file to be written.
_BLOCK = re.compile(
    r"(?:<!-- exit (?P<code>[0-9]) -->\n)?```(?:bash|sh)\n(?P<lines>.*?)```"
    r"|```yaml\n# (?P<path>(?:catalogue|standards)/\S+\.yml)\n(?P<record>.*?)```"
    r"|<!-- file (?P<name>\S+) -->\n```csv\n(?P<table>.*?)```",
    re.DOTALL,
)
# What an official does who never saw a terminal: reads, types or copies, waits, fills in three fields.
# The way was walked as printed on 22 November 2026 in two fresh clones, once in each language: all
# commands of the page, the other cases included, ran in two minutes on a busy machine. The minutes
# of the person are reckoned (8.5 in Chinese, 9 in English); nobody has held a stopwatch on one yet.
READING = {"zh": 300, "en": 200}  # [characters or words per minute]
TYPING = 0.5  # [minutes per command]
INSTALLING = 1.5  # [minutes; `make site` in a fresh clone took 37 s on 22 November 2026]
FILLING_IN = 2.0  # [minutes]


def steps(text: str) -> list[tuple[str, str]]:
    """Each command with its expected exit code, and each file with its text."""
    found = []
    for block in _BLOCK.finditer(text):
        if file := block["path"] or block["name"]:
            found.append((f"write {file}", block["record"] or block["table"]))
            continue
        whole = block["lines"].replace("\\\n", " ")
        lines = (line.split("  #")[0].strip() for line in whole.splitlines())
        found += [(line, block["code"] or "0") for line in lines if line]
    return found


def language_of(path: Path) -> str:
    """Language in which the commands of a document are to answer."""
    parts = path.relative_to(REPOSITORY).parts
    return parts[1] if parts[0] == "docs" else "zh"


# A checklist for the maintainers: it signs, tags and pushes.
NOT_RUN = {"RELEASING.md"}
WITH_STEPS = [
    path
    for path in documents()
    if steps(path.read_text("utf-8")) and path.relative_to(REPOSITORY).as_posix() not in NOT_RUN
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real register, under git, to work in."""
    for folder in ("catalogue", "standards"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    if (REPOSITORY / "bps.toml").exists():
        shutil.copy(REPOSITORY / "bps.toml", tmp_path)
    for words in (
        ["init", "--quiet"],
        ["config", "user.name", "Newcomer"],
        ["config", "user.email", "newcomer@example.org"],
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def take(step: str, expected: str, *, copy: Path, language: str) -> None:
    """Do one step as it is printed."""
    program, *words = shlex.split(step)
    program = program.removeprefix(".venv/bin/")
    match program:
        case "write":
            (copy / words[0]).write_text(expected, encoding="utf-8")
        case "bps":
            result = CliRunner().invoke(main, ["--lang", language, *words])
            assert result.exit_code == int(expected), f"{step}\n{result.output[-2000:]}"
        case "make":
            # What it would run is tested elsewhere; a site or a whole test run is no step here.
            run(["make", "--dry-run", *words], REPOSITORY)
        case "git":
            run(["git", *words], copy)
        case "python":
            assert "--check" in words, "only what changes nothing may run in the project itself"
            run([sys.executable, *words], REPOSITORY)
        case ".":
            assert words == [".venv/bin/activate"]
            assert Path(sys.prefix, "bin", "activate").is_file()
        case _:
            pytest.fail(f"nothing here runs {step}")


def run(command: list[str], folder: Path) -> None:
    """Run a program; it must end well."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize(
    "path", WITH_STEPS, ids=lambda path: path.relative_to(REPOSITORY).as_posix()
)
def test_the_commands_of_a_document_work_one_after_the_other(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy)
    for step, expected in steps(path.read_text("utf-8")):
        take(step, expected, copy=copy, language=language_of(path))
    assert open_register(copy).report.summary()["errors"] == 0


def test_both_languages_have_the_same_guides_with_the_same_steps() -> None:
    pages: dict[str, dict[str, list[str]]] = {"zh": {}, "en": {}}
    for path in DRAFTERS:
        programs = [step.split()[0] for step, _ in steps(path.read_text("utf-8"))]
        pages[language_of(path)][path.name] = programs
    assert pages["zh"] == pages["en"]
    assert len(pages["zh"]) >= 8


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_newcomer_has_a_valid_record_after_six_commands_and_ten_minutes(language: str) -> None:
    text = (REPOSITORY / FIRST_RECORD.format(language)).read_text("utf-8")
    way = text.partition("{ #more }")[0]
    commands = steps(way)
    assert len(commands) <= 6
    words = re.findall(r"[\u4e00-\u9fff]" if language == "zh" else r"[A-Za-z]+", way)
    reading = len(words) / READING[language]
    assert reading + len(commands) * TYPING + INSTALLING + FILLING_IN <= 10
