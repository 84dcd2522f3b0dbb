"""When each file last changed, from one pass over the version history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.history import HistoryRefused, ask_git

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
    words = (
        "log",
        "--format=%x00%cs",
        "--name-only",
        "--no-renames",
        "--relative",
        "--",
        *_FOLDERS,
    )
    try:
        answer = ask_git(root, *words)
    except HistoryRefused:
        answer = None
    if answer is None:
        return {}
    found: dict[str, str] = {}
    for commit in answer.decode("utf-8", "replace").split("\0")[1:]:
        day, _, names = commit.partition("\n")
        for name in filter(None, names.split("\n")):
            found.setdefault(name, day)
    return found


def revision_day(root: Path) -> str:
    """Day of the last commit, or nothing where there is no history."""
    try:
        answer = ask_git(root, "log", "-1", "--format=%cs")
    except HistoryRefused:
        answer = None
    return (answer or b"").decode().strip()
