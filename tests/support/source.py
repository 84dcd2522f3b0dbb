"""Read the project's own files, for the tests that watch its shape."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "src" / "bps"


@dataclass(frozen=True)
class Import:
    """One import of a part of this package."""

    path: Path
    line: int
    module: str  # the importing module, "bps.render.page"
    target: str  # the imported one, "bps.model.base"

    def __str__(self) -> str:
        return f"{self.path.relative_to(REPOSITORY)}:{self.line}: {self.module} -> {self.target}"


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file below the folders, sorted."""
    found = {path for folder in folders for path in (REPOSITORY / folder).rglob("*.py")}
    return tuple(sorted(found))


@cache
def parse(path: Path) -> ast.Module:
    """Syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def module_name(path: Path) -> str:
    """Dotted name of a file of the package."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def iter_imports(path: Path) -> Iterator[Import]:
    """Every import of this package in a file, those inside functions included."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            # `from bps import load` names a module as much as `from bps.load import x` does.
            names = [alias.name for alias in node.names if not alias.name.startswith("__")]
            targets = [f"bps.{name}" for name in names] if module == "bps" else [module]
        else:
            continue
        for target in targets:
            if target == "bps" or target.startswith("bps."):
                yield Import(path, node.lineno, module_name(path), target)


def committed_files() -> tuple[Path, ...]:
    """Every file that git follows or would follow."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    ).stdout.decode("utf-8")
    names = (name for name in listing.split("\0") if name)
    return tuple(path for name in names if (path := REPOSITORY / name).is_file())
