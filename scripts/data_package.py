"""Build the records of this repository as a data package that other registers can stand on."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import bps
from bps.bases.find import INSIDE
from bps.config import CONFIG_FILE
from bps.load.files import DATA_FOLDERS
from bps.pipeline import open_register
from bps.reference.settings import DIRECTIVE, toml
from bps.schema import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parent.parent
LICENCE = "LICENSE-DATA"
NAME = {"zh": "基本公共服务明白册", "en": "Register of Basic Public Services"}


def main(arguments: list[str] | None = None, *, root: Path = ROOT) -> int:
    """Check the records, then write the package to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--id", default="cn", help="id of the register in the package")
    parser.add_argument("--version", default=bps.__version__, help="version of the data")
    parser.add_argument("--address", default="", help="address of the site of these records")
    parser.add_argument("--out", type=Path, default=root / "dist", help="folder of the package")
    given = parser.parse_args(arguments)
    code = open_register(root).report.exit_code()
    if code:
        print("记录有错误，没有打包：请先运行 bps check。", file=sys.stderr)
        print("The records have errors; nothing was packed: run bps check.", file=sys.stderr)
        return code
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        fill(work, root, id=given.id, version=given.version, address=given.address)
        given.out.mkdir(parents=True, exist_ok=True)
        built = work / "built"
        subprocess.run(  # noqa: S603 - our own interpreter on our own folder
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
            cwd=work,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        for wheel in sorted(built.glob("*.whl")):
            shutil.copy(wheel, given.out / wheel.name)
            print(given.out / wheel.name)
    return 0


def fill(work: Path, root: Path, *, id: str, version: str, address: str) -> None:  # noqa: A002 - the word of the setting
    """Lay out the sources of the package: records, licence, settings; no program."""
    module = f"bps_data_{id.replace('-', '_')}"
    inside = work / module / INSIDE
    for name in DATA_FOLDERS:
        if (root / name).is_dir():
            shutil.copytree(root / name, inside / name)
    lines = [DIRECTIVE, "", "[register]", f"id = {toml(id)}", f"version = {toml(version)}"]
    lines += [f"schema = {toml(SCHEMA_VERSION)}", "", "[site]", f"name = {toml(NAME)}"]
    if address:
        lines.append(f"address = {toml(address)}")
    (inside / CONFIG_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (work / module / "__init__.py").write_text('"""Records of a register; no program."""\n')
    shutil.copy(root / LICENCE, work / LICENCE)
    shutil.copy(root / LICENCE, inside / LICENCE)
    project = f"""\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "bps-data-{id}"
version = {toml(version)}
description = "Records of a register of basic public services, for other registers to stand on."
license-files = ["{LICENCE}"]
requires-python = ">=3.11"

[tool.hatch.build.targets.wheel]
packages = ["{module}"]
"""
    (work / "pyproject.toml").write_text(project, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
