"""`bps base`: what a new version of the base changes here is shown before it is taken."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bps.cli import main
from bps.config import read_config

ITEM = """\
id: testland-riverside/card
name: {zh: 河畔证, en: Riverside card}
translation: editorial
status: in-force
jurisdiction: testland-riverside
counterpart: {item: testland/reader-ticket, scope: same}
standards:
  - {standard: gb-t-990001-2024, tie: evaluation, basis: stated-in-scope, confidence: high}
evidence:
  - fields: [name, status, counterpart, standards]
    source: testland-gazette
    how: stated
    checked_on: "2026-01-15"
"""


@pytest.fixture
def own(mini_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register on version 1 of a nation, with version 2 beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for version in ("1", "2"):
        folder = tmp_path / f"nation-{version}"
        shutil.copytree(mini_root, folder)
        text = f'[register]\nid = "nation"\nversion = "{version}"\n'
        (folder / "bps.toml").write_text(text, encoding="utf-8")
    root = tmp_path / "own"
    path = root / "catalogue/items/testland-riverside/card.yml"
    path.parent.mkdir(parents=True)
    path.write_text(ITEM, encoding="utf-8")
    (root / "bps.toml").write_text('[[base]]\npath = "../nation-1"\n', encoding="utf-8")
    return root


def run(root: Path, *arguments: str) -> Result:
    """Run `bps base` there."""
    return CliRunner().invoke(main, ["--lang", "en", "base", *arguments, "--root", str(root)])


def test_the_bases_are_listed_with_their_version(own: Path) -> None:
    (row,) = json.loads(run(own, "--format", "json").output)
    assert (row["id"], row["version"], row["pages"]) == ("nation", "1", "along")


def test_the_same_records_change_nothing(own: Path) -> None:
    assert "changes nothing" in run(own, "update", str(own.parent / "nation-2")).output


def test_what_a_new_version_changes_is_shown_and_nothing_is_written(own: Path) -> None:
    second = own.parent / "nation-2"
    new = (second / "catalogue/items/testland/reading-room.yml").read_text("utf-8")
    (second / "catalogue/items/testland/night-room.yml").write_text(
        new.replace("testland/reading-room", "testland/night-room"), encoding="utf-8"
    )
    standard = second / "standards/national/gb-t-990001-2024.yml"
    standard.write_text(
        standard.read_text("utf-8").replace("status: in-force", "status: withdrawn"), "utf-8"
    )
    before = (own / "bps.toml").read_bytes()
    result = run(own, "update", str(second), "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert found["to_answer"] == ["testland/night-room"]
    assert found["standards"] == [["gb-t-990001-2024", "in-force", "withdrawn"]]
    assert (own / "bps.toml").read_bytes() == before


def test_it_is_taken_only_when_asked(own: Path) -> None:
    assert run(own, "update", str(own.parent / "nation-2"), "--take").exit_code == 0
    assert read_config(own).bases[0].path == "../nation-2"


@pytest.mark.parametrize("new", ["nowhere", "nowhere.whl"])
def test_a_version_that_is_not_there_is_one_sentence(own: Path, new: str) -> None:
    result = run(own, "update", new)
    assert (result.exit_code, new in result.output) == (2, True)
