"""The data package: records, licence and version in a wheel that another register stands on."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from bps.config import read_config
from bps.pipeline import open_register
from scripts.data_package import LICENCE, main


@pytest.fixture
def wheel(mini_root: Path, repository: Path, tmp_path: Path) -> Path:
    """The package of the mini register."""
    root = tmp_path / "nation"
    shutil.copytree(mini_root, root)
    shutil.copy(repository / LICENCE, root)
    out = tmp_path / "dist"
    assert main(["--id", "testland", "--version", "2.1", "--out", str(out)], root=root) == 0
    (found,) = out.iterdir()
    return found


def test_the_package_holds_records_licence_and_version(wheel: Path) -> None:
    assert wheel.name == "bps_data_testland-2.1-py3-none-any.whl"
    names = zipfile.ZipFile(wheel).namelist()
    assert f"bps_data_testland/register/{LICENCE}" in names
    assert "bps_data_testland/register/catalogue/items/testland/library-card.yml" in names
    assert [name for name in names if name.endswith(".py")] == ["bps_data_testland/__init__.py"]


def test_a_register_stands_on_the_installed_package(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    own = tmp_path / "own"
    (own / "catalogue").mkdir(parents=True)
    (own / "bps.toml").write_text('[[base]]\npackage = "bps-data-testland"\n', encoding="utf-8")
    place = (
        "id: hill\nname: {zh: 山区, en: Hill}\ntranslation: editorial\nlevel: county\n"
        "parent: testland\nevidence:\n  - {fields: [name, level, parent], "
        'source: testland-gazette, how: stated, checked_on: "2026-01-15"}\n'
    )
    (own / "catalogue/jurisdictions").mkdir()
    (own / "catalogue/jurisdictions/hill.yml").write_text(place, encoding="utf-8")
    register = open_register(own)
    assert register.report.findings == ()
    (base,) = register.bases
    assert (base.id, base.version) == ("testland", "2.1")
    assert read_config(base.folder).schema == "v1"


def test_records_with_errors_are_not_packed(mini_root: Path, tmp_path: Path) -> None:
    root = tmp_path / "nation"
    shutil.copytree(mini_root, root)
    path = root / "catalogue/items/testland/library-card.yml"
    path.write_text(path.read_text("utf-8") + "colour: red\n", encoding="utf-8")
    assert main(["--out", str(tmp_path / "dist")], root=root) == 1
    assert not (tmp_path / "dist").exists()
