"""Write every generated file, or with --check say which one is not as it should be."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bps.cli import main as commands
from bps.reference.artefacts import GENERATED_FOLDERS, generated_files
from bps.reference.header import COMMAND

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, *, root: Path = ROOT) -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, change nothing")
    check = parser.parse_args(arguments).check
    wanted = generated_files(commands.in_language)
    stale = [path for path, text in wanted.items() if read(root / path) != text]
    left = [
        path.relative_to(root).as_posix()
        for folder in GENERATED_FOLDERS
        for path in sorted((root / folder).glob("*"))
        if path.relative_to(root).as_posix() not in wanted
    ]
    if not check:
        for path in stale:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(wanted[path].encode("utf-8"))
        for path in left:
            (root / path).unlink()
        return 0
    for path in stale:
        print(f"{path}: not as generated 与生成结果不一致", file=sys.stderr)
    for path in left:
        print(f"{path}: no longer generated 已不再生成", file=sys.stderr)
    if stale or left:
        print(f"Run: {COMMAND}", file=sys.stderr)
    return int(bool(stale or left))


def read(path: Path) -> str | None:
    """Text of a file, or None where there is none."""
    return path.read_bytes().decode("utf-8") if path.is_file() else None


if __name__ == "__main__":
    raise SystemExit(main())
