"""The language server for the editor tests: the pinned one, held against hashes, or one sentence."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.editor import (
    LOCK,
    PINNED,
    SERVER,
    NoServerError,
    environment,
    find_server,
    prepare_server,
)


def npm_that_installs(arguments: Sequence[str], folder: Path) -> bool:
    """Stands for npm on a machine that reaches its packages."""
    assert arguments == ["ci"]
    (folder / SERVER).parent.mkdir(parents=True)
    (folder / SERVER).touch()
    shutil.copyfile(folder / LOCK, folder / "node_modules" / f".{LOCK}")
    return True


def npm_that_fails(arguments: Sequence[str], folder: Path) -> bool:
    """Stands for npm on a machine that reaches nothing."""
    del arguments, folder
    return False


def test_it_is_installed_once_and_found_afterwards(tmp_path: Path) -> None:
    said: list[str] = []
    folder = tmp_path / "editor"
    assert prepare_server(folder, say=said.append, run=npm_that_installs) == folder / SERVER
    assert prepare_server(folder, say=said.append, run=npm_that_fails) == folder / SERVER
    assert len(said) == 1


def test_another_pin_installs_it_anew(tmp_path: Path) -> None:
    prepare_server(tmp_path, say=lambda _: None, run=npm_that_installs)
    (tmp_path / LOCK).write_text("{}", encoding="utf-8")
    assert find_server(tmp_path) is None


def test_one_sentence_says_why_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoServerError, match="npm could not install it"):
        prepare_server(tmp_path, say=lambda _: None, run=npm_that_fails)


def test_every_pinned_package_has_a_hash_and_no_address() -> None:
    packages = json.loads((PINNED / LOCK).read_text(encoding="utf-8"))["packages"]
    installed = {name: each for name, each in packages.items() if name}
    assert len(installed) > 10
    for name, package in installed.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_this_machine_has_the_pinned_one() -> None:
    assert find_server(environment())
