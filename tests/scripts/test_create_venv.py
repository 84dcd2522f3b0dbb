"""The environment is made by the first Python that is new enough; without one, a sentence says so."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def path_folder(tmp_path: Path) -> Path:
    """A folder that is the whole PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    remove = shutil.which("rm")
    assert remove
    (folder / "rm").symlink_to(remove)
    return folder


def add_python(folder: Path, name: str, *, new_enough: bool, has_venv: bool) -> None:
    """Put a stand-in for an interpreter on PATH."""
    version, venv = int(not new_enough), int(not has_venv)
    program = folder / name
    program.write_text(
        f'#!/bin/sh\nif [ "$1" = -c ]; then exit {version}; fi\n'
        f'if [ {venv} = 0 ]; then echo "$0" > "$3"; fi\nexit {venv}\n'
    )
    program.chmod(0o755)


def create(repository: Path, folder: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Run the script with this PATH only."""
    return subprocess.run(
        ["/bin/sh", str(repository / "scripts" / "create_venv.sh"), str(target)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": str(folder)},
    )


def test_an_old_python_is_passed_over_for_a_newer_one(
    repository: Path, path_folder: Path, tmp_path: Path
) -> None:
    add_python(path_folder, "python3", new_enough=False, has_venv=True)
    add_python(path_folder, "python3.12", new_enough=True, has_venv=True)
    finished = create(repository, path_folder, tmp_path / "venv")
    assert finished.returncode == 0
    assert (tmp_path / "venv").read_text().strip().endswith("python3.12")


def test_no_python_is_said_in_both_languages(
    repository: Path, path_folder: Path, tmp_path: Path
) -> None:
    finished = create(repository, path_folder, tmp_path / "venv")
    assert finished.returncode == 1
    assert "No Python 3.11 or newer" in finished.stderr
    assert "Python 3.11 或更新" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_python_without_venv_is_said_with_what_to_install(
    repository: Path, path_folder: Path, tmp_path: Path
) -> None:
    add_python(path_folder, "python3", new_enough=True, has_venv=False)
    finished = create(repository, path_folder, tmp_path / "venv")
    assert finished.returncode == 1
    assert "python3-venv" in finished.stderr
