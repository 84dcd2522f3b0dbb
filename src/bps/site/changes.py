"""When each file last changed, from one pass over the version history."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FOLDERS = ("catalogue", "standards")


def changed_on(root: Path) -> Mapping[str, str]:
    """Day of the last commit of each record file.

    Args:
        root: Root of the register.

    Returns:
        Path relative to the root to YYYY-MM-DD; empty where there is no history to ask.
    """
    command = [
        "git",
        "-c",
        "core.quotepath=off",
        "log",
        "--format=%x00%cs",
        "--name-only",
        "--no-renames",
        "--relative",
        "--",
        *_FOLDERS,
    ]
    try:
        run = subprocess.run(  # noqa: S603 - fixed words, no shell
            command, cwd=root, capture_output=True, check=True, timeout=60, encoding="utf-8"
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    found: dict[str, str] = {}
    for commit in run.stdout.split("\0")[1:]:
        day, _, names = commit.partition("\n")
        for name in filter(None, names.split("\n")):
            found.setdefault(name, day)
    return found


def revision_day(root: Path) -> str:
    """Day of the last commit, or nothing where there is no history."""
    try:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%cs"],  # noqa: S607 - the git on the path
            cwd=root,
            capture_output=True,
            check=True,
            timeout=60,
            encoding="utf-8",
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.strip()
