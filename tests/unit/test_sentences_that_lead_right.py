"""Sentences about ids, copies and histories: each names what is really the matter."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.errors import UnknownRecord
from bps.history import HistoryRefused, ask_git
from bps.pipeline import open_register

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(mini_root: Path, tmp_path: Path) -> Path:
    return shutil.copytree(mini_root, tmp_path / "own")


def test_an_id_that_moved_is_said_with_where_it_went_not_as_a_slip(own: Path) -> None:
    (own / "catalogue/items/testland/old-card.yml").write_text(
        "id: testland/old-card\nkind: moved\nto: [testland/library-card]\n"
        'on: "2024-01-01"\nreason: {zh: 合并, en: Merged}\n',
        "utf-8",
    )
    registry = open_register(own).registry
    with pytest.raises(UnknownRecord) as unknown:
        registry.get("item", "testland/old-card")
    assert unknown.value.words.en == "testland/old-card is now testland/library-card."
    assert unknown.value.words.zh == "testland/old-card 已改为 testland/library-card。"


def test_an_id_that_was_withdrawn_is_said_to_be_so(own: Path) -> None:
    (own / "catalogue/items/testland/old-card.yml").write_text(
        'id: testland/old-card\nkind: withdrawn\non: "2024-01-01"\nreason: {zh: 取消, en: Ended}\n',
        "utf-8",
    )
    with pytest.raises(UnknownRecord) as unknown:
        open_register(own).registry.get("item", "testland/old-card")
    assert unknown.value.words.en.startswith("testland/old-card was withdrawn")
    assert "did you mean" not in unknown.value.words.en


@pytest.mark.parametrize(
    "name", ["library-card copy.yml", "library-card (1).yml", "library-card 副本.yml"]
)
def test_a_stray_copy_gets_no_id_that_would_be_refused(own: Path, name: str) -> None:
    folder = own / "catalogue/items/testland"
    shutil.copy(folder / "library-card.yml", folder / name)
    found = [f for f in open_register(own).report.findings if f.code == "id-not-file-name"]
    assert [f.path.rpartition("/")[2] for f in found] == [name]
    assert found[0].fix is not None
    assert "stray copy" in found[0].fix.en
    assert "误留的副本" in found[0].fix.zh
    doubled = [f for f in open_register(own).report.findings if f.code == "duplicate-id"]
    assert [f.path.rpartition("/")[2] for f in doubled] == [name]
    CliRunner().invoke(main, ["fix", "--root", str(own)])
    assert "\nid: testland/library-card\n" in (folder / name).read_text("utf-8")


def test_a_folder_of_another_owner_is_said_to_be_one(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "--quiet", str(own)], check=True)
    # Git's own switch for its tests: every folder then belongs to somebody else.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(HistoryRefused) as refused:
        ask_git(own, "rev-parse", "HEAD")
    assert "safe.directory" in refused.value.words.zh
    said = CliRunner().invoke(main, ["--lang", "en", "diff", "HEAD", "HEAD", "--root", str(own)])
    assert said.exit_code == 2
    assert "belongs to another user" in said.output


def test_a_folder_without_history_has_none(tmp_path: Path) -> None:
    assert ask_git(tmp_path, "rev-parse", "HEAD") is None


@pytest.mark.parametrize("name", ["con.yml", "AUX.yml", "nul.tar.yml", "com9.yml", "lpt1"])
def test_a_device_of_windows_names_no_file_and_no_folder(own: Path, name: str) -> None:
    place = own / "catalogue/items/testland" / name
    if place.suffix:
        place.write_text("id: testland/x\n", "utf-8")
    else:
        place.mkdir()
    found = [f.path for f in open_register(own).report.findings if f.code == "reserved-name"]
    assert found == [f"catalogue/items/testland/{name}"]


@pytest.mark.parametrize("name", ["console.yml", "com10.yml", "auxiliary", "connect.yml"])
def test_a_name_that_only_begins_like_a_device_is_free(own: Path, name: str) -> None:
    place = own / "catalogue/items/testland" / name
    if place.suffix:
        place.write_text("id: testland/x\n", "utf-8")
    else:
        place.mkdir()
    assert not [f for f in open_register(own).report.findings if f.code == "reserved-name"]


def test_an_underlined_heading_in_a_text_is_no_conflict(own: Path) -> None:
    path = own / "catalogue/items/testland/library-card.yml"
    heading = "notes:\n  - zh: |\n      标题\n      =======\n      正文\n"
    path.write_text(path.read_text("utf-8") + heading, "utf-8")
    assert not [f for f in open_register(own).report.findings if f.code == "merge-conflict"]
