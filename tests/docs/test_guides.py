"""Every command in the guides for drafters works, in the order of the page."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.pipeline import open_register
from tests.support.source import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

GUIDES = sorted((REPOSITORY / "docs").glob("*/drafters/*.md"))
_BLOCK = re.compile(r"(?:<!-- exit (?P<code>[0-9]) -->\n)?```bash\n(?P<lines>.*?)```", re.DOTALL)


def commands(path: Path) -> list[tuple[list[str], int]]:
    """Words and expected exit code of every `bps` line."""
    return [
        (shlex.split(line)[1:], int(block["code"] or 0))
        for block in _BLOCK.finditer(path.read_text("utf-8"))
        for line in block["lines"].splitlines()
        if line.startswith("bps ")
    ]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real register to work in."""
    for folder in ("catalogue", "standards"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    if (REPOSITORY / "bps.toml").exists():
        shutil.copy(REPOSITORY / "bps.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "path",
    [path for path in GUIDES if commands(path)],
    ids=lambda path: path.relative_to(REPOSITORY / "docs").as_posix(),
)
def test_the_commands_of_a_guide_work_one_after_the_other(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy)
    language = path.relative_to(REPOSITORY / "docs").parts[0]
    for words, code in commands(path):
        result = CliRunner().invoke(main, ["--lang", language, *words])
        assert result.exit_code == code, f"bps {shlex.join(words)}\n{result.output[-2000:]}"
    assert open_register(copy).report.summary()["errors"] == 0


def test_both_languages_have_the_same_guides() -> None:
    names = {path.relative_to(REPOSITORY / "docs").parts[::2] for path in GUIDES}
    chinese = {name for language, name in names if language == "zh"}
    english = {name for language, name in names if language == "en"}
    assert chinese == english
    assert len(chinese) >= 8


def test_a_newcomer_needs_no_more_than_six_commands() -> None:
    for language in ("zh", "en"):
        assert len(commands(REPOSITORY / f"docs/{language}/drafters/first-record.md")) <= 6
