"""Generated files are written, compared, and cleared away when nothing makes them any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.generate import main


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything was generated once."""
    root = tmp_path_factory.mktemp("generated")
    assert main([], root=root) == 0
    return root


def test_what_was_just_written_is_as_it_should_be(written: Path) -> None:
    assert main(["--check"], root=written) == 0


def test_committed_files_are_as_generated(repository: Path) -> None:
    assert main(["--check"], root=repository) == 0


def test_a_changed_file_is_named_with_the_command_that_mends_it(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written / "schema" / "v1" / "item.schema.json"
    before = path.read_bytes()
    path.write_bytes(before + b"\n")
    assert main(["--check"], root=written) == 1
    said = capsys.readouterr().err
    assert "schema/v1/item.schema.json" in said
    assert "make generate" in said
    path.write_bytes(before)


def test_a_leftover_in_a_generated_folder_is_named_and_cleared_away(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leftover = written / "schema" / "templates" / "gone.yml"
    leftover.write_text("id: gone\n")
    assert main(["--check"], root=written) == 1
    assert "gone.yml" in capsys.readouterr().err
    assert main([], root=written) == 0
    assert not leftover.exists()
