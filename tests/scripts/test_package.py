"""The package carries everything it needs, so that it also works away from this folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The package as it would be published."""
    folder = tmp_path_factory.mktemp("wheel")
    finished = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=repository,
        check=False,
        capture_output=True,
        text=True,
    )
    assert finished.returncode == 0, finished.stderr
    [path] = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_package_holds_every_file_of_the_source(repository: Path, wheel: zipfile.ZipFile) -> None:
    source = repository / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted <= set(wheel.namelist())


def test_package_offers_the_command_and_the_plugin(wheel: zipfile.ZipFile) -> None:
    [name] = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    entries = wheel.read(name).decode("utf-8")
    assert "bps = bps.cli:main" in entries
    assert "bps = bps.site.plugin:BpsPlugin" in entries


def test_package_carries_both_licences(wheel: zipfile.ZipFile) -> None:
    names = {name.rpartition("/")[2] for name in wheel.namelist()}
    assert {"LICENSE", "LICENSE-DATA"} <= names


def test_package_carries_the_committed_schemas(repository: Path, wheel: zipfile.ZipFile) -> None:
    for path in (repository / "schema" / "v1").glob("*.json"):
        assert wheel.read(f"bps/schema_files/v1/{path.name}") == path.read_bytes()


def test_package_alone_checks_and_renders_a_register(
    mini_root: Path, wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    package, pages = tmp_path / "package", tmp_path / "pages"
    wheel.extractall(package)
    program = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import bps; "
        "assert bps.__file__.startswith(sys.path[0]); from bps.cli import main; main()"
    )
    for words in (["check"], ["render", "--out", str(pages)]):
        finished = subprocess.run(
            [sys.executable, "-P", "-c", program, str(package), "--root", str(mini_root), *words],
            cwd=tmp_path,
            check=False,
            capture_output=True,
            text=True,
        )
        assert finished.returncode == 0, finished.stdout + finished.stderr
    assert (pages / "index.html").is_file()
