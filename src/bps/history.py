"""What git knows of a register: the one place that asks it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Final

from bps.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

# Git's own phrase for a folder of another owner; it is not translated while LC_ALL is C.
_OTHER_OWNER: Final = b"dubious ownership"
_SECONDS: Final = 60


class HistoryRefused(UsageError):  # noqa: N818 - reads as a noun in the interface
    """Git keeps the history from us, because the folder belongs to another user."""

    def __init__(self, root: Path) -> None:
        folder = root.resolve()
        command = f"git config --global --add safe.directory {folder}"
        super().__init__(
            f"git 不给看 {folder} 的历史，因为这个文件夹属于另一个用户。信得过它的话，先运行：{command}",
            f"git does not show the history of {folder}, because the folder belongs to another user. "
            f"If you trust it, first run: {command}",
        )


def ask_git(root: Path, *arguments: str) -> bytes | None:
    """Output of a git command in a folder.

    Args:
        root: The folder.
        arguments: What to ask.

    Returns:
        What git says; None where there is no git, no history or no answer.

    Raises:
        HistoryRefused: If git refuses, because the folder belongs to another user.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell; callers check what people typed
            ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments],  # noqa: S607 - the git of the machine
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    if done.returncode and _OTHER_OWNER in done.stderr:
        raise HistoryRefused(root)
    return done.stdout if done.returncode == 0 else None
