"""The kept index: opened while nothing changed, built anew when a record did."""

from __future__ import annotations

import json
from errno import ENOSPC
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bps.cli import main
from bps.search.answer import answer
from bps.search.document import SearchDocument
from bps.search.index import SearchIndex, build_index
from bps.search.store import open_index, stamp_of, write_beside
from bps.search.whoosh_engine import WhooshEngine

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = SearchDocument(
    id="cn/legal-aid", type="item", name=("法律援助", "Legal aid"), url="items/cn/legal-aid/"
)


@pytest.fixture
def index() -> SearchIndex:
    return build_index([DOCUMENT], {"律师": ["法律援助"]})


def refuse() -> SearchIndex:
    raise AssertionError("built again although nothing changed")


def test_an_index_is_kept_and_comes_back_equal(tmp_path: Path, index: SearchIndex) -> None:
    open_index(tmp_path, "one", lambda: index)
    again = open_index(tmp_path, "one", refuse)
    assert again.entries == index.entries
    assert again.lexicon == index.lexicon


def test_a_changed_record_changes_the_stamp(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("id: a\n", encoding="utf-8")
    before = stamp_of(tmp_path, ["a.yml"])
    assert stamp_of(tmp_path, ["a.yml"]) == before
    (tmp_path / "a.yml").write_text("id: b\n", encoding="utf-8")
    assert stamp_of(tmp_path, ["a.yml"]) != before


def test_an_old_index_is_removed(tmp_path: Path, index: SearchIndex) -> None:
    open_index(tmp_path, "one", lambda: index)
    open_index(tmp_path, "two", lambda: index)
    assert [folder.name for folder in tmp_path.iterdir()] == ["two"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"entries": [{}]}', '{"entries": 1}'])
def test_a_damaged_index_is_built_again(tmp_path: Path, index: SearchIndex, content: str) -> None:
    open_index(tmp_path, "one", lambda: index)
    (tmp_path / "one" / "index.json").write_text(content, encoding="utf-8")
    assert open_index(tmp_path, "one", lambda: index).entries == index.entries
    assert open_index(tmp_path, "one", refuse).entries == index.entries


def test_whoosh_opens_what_it_kept(tmp_path: Path, index: SearchIndex) -> None:
    for _ in range(2):
        engine = WhooshEngine(tmp_path / "whoosh")
        engine.index(index)
        assert [hit.entry.document.id for hit in answer("律师", index, engine).hits] == [
            "cn/legal-aid"
        ]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("half", encoding="utf-8")
        raise OSError(ENOSPC, "no space left")

    with pytest.raises(OSError, match="no space"):
        write_beside(tmp_path / "index", fail)
    assert list(tmp_path.iterdir()) == []


def test_the_faster_of_two_processes_wins(tmp_path: Path) -> None:
    def write(folder: Path) -> None:
        (tmp_path / "index").mkdir()
        (tmp_path / "index" / "first").touch()
        (folder / "second").touch()

    write_beside(tmp_path / "index", write)
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["first"]


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path, index: SearchIndex) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert open_index(blocked / "index", "one", lambda: index) is index


def search(root: Path, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "search", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def root(tmp_path: Path, mini_root: Path) -> Path:
    """A copy of the tiny register, so that the kept index stays out of the project."""
    import shutil

    return shutil.copytree(mini_root, tmp_path / "register")


def test_the_command_prints_what_programs_need(root: Path) -> None:
    listing = search(root, "*", "--format", "json")
    assert json.loads(listing) == []
    first = next((root / "catalogue" / "items").rglob("*.yml"))
    name = first.read_text(encoding="utf-8").split("zh: ")[1].split(",")[0].split("}")[0].strip()
    found = json.loads(search(root, name, "--format", "json"))
    assert list(found[0]) == ["id", "type", "name", "code", "score", "url"]
    assert any(each["type"] == "item" for each in found)


def test_the_command_ends_well_when_nothing_is_found(root: Path) -> None:
    said = search(root, "锄禾日当午", "--lang", "zh")
    assert "没有合适的答案" in said
    assert "/items/" in said
    assert "Nothing here fits" in search(root, "锄禾日当午", "--lang", "en")


def test_the_command_notices_a_changed_record(root: Path) -> None:
    assert json.loads(search(root, "翡翠麒麟", "--format", "json")) == []
    first = min((root / "catalogue" / "items").rglob("*.yml"))
    text = first.read_text(encoding="utf-8")
    head, _, tail = text.partition("status:")
    first.write_text(f"{head}aliases: [翡翠麒麟]\nstatus:{tail}", encoding="utf-8")
    assert json.loads(search(root, "翡翠麒麟", "--format", "json"))
