"""Blocks of code in the guides are what they say: YAML that loads, JSON that parses, settings."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bps.config import Config, read_config
from bps.export import export_files
from bps.load import load_records
from tests.support.documents import documents, iter_blocks
from tests.support.source import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from bps.pipeline import Register

DAY = date(2026, 11, 22)
# The page of codes shows faults on purpose; `tests/unit` runs each of its examples.
ON_PURPOSE = "reference/codes.md"
GUIDES = [path for path in documents() if not path.as_posix().endswith(ON_PURPOSE)]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_blocks_of_a_document_can_be_read(path: Path, tmp_path: Path) -> None:
    for language, text in iter_blocks(path):
        if language == "json":
            assert json.loads(text) is not None
        elif language in {"yaml", "yml"}:
            assert faults_of(text, tmp_path) == []
        elif language == "toml":
            (tmp_path / "bps.toml").write_text(text, encoding="utf-8")
            assert read_config(tmp_path) != Config()


def faults_of(text: str, root: Path) -> list[str]:
    """What the loader says about a text, were it a record."""
    folder = root / "catalogue" / "items" / "somewhere"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "standards").mkdir(exist_ok=True)
    (folder / "example.yml").write_text(text, encoding="utf-8")
    return [finding.message.en for finding in load_records(root).findings]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_in_sql_is_answered_by_the_open_data(
    language: str, repository: Path, real_register: Register, tmp_path: Path
) -> None:
    page = repository / "docs" / language / "data.md"
    questions = [text for name, text in iter_blocks(page) if name == "sql"]
    assert questions
    files = export_files(real_register.registry, built_on=DAY, site="", only=["sqlite"])
    for name, body in files:
        if name.endswith(".sqlite"):
            (tmp_path / "register.sqlite").write_bytes(body)
    with closing(sqlite3.connect(tmp_path / "register.sqlite")) as tables:
        for question in questions:
            assert tables.execute(question).fetchall()


def test_python_in_the_readme_runs_from_the_root(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    blocks = [text for name, text in iter_blocks(repository / "README.md") if name == "python"]
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 (the document under test)
    assert capsys.readouterr().out.splitlines() == ["预防接种", "Vaccination"]
