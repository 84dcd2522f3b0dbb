"""One writing command at a time; the lock of a killed one is gone with it."""

from __future__ import annotations

import contextlib
import json
import os
import time
from typing import TYPE_CHECKING, Final

from bps.errors import UsageError
from bps.write.atomic import make_folder, refused
from bps.write.batch import STAGING, heal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK: Final = "build/lock"
# Beside the lock: on Windows nobody else can read a file that is locked.
NOTE: Final = "build/lock.json"


@contextlib.contextmanager
def hold_lock(root: Path, *, wait: float = 10.0) -> Iterator[None]:
    """Hold the register for writing.

    The operating system frees the lock when the process ends, however it ends.

    Args:
        root: Folder of the register.
        wait: How long to wait for another command [s].

    Yields:
        Nothing; the lock is held inside the block.

    Raises:
        UsageError: If another command still holds it; says which and since when.
        WriteError: If the disk refuses.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(root / LOCK)
    try:
        make_folder((root / LOCK).parent)
        lock.acquire(timeout=wait)
    except Timeout:
        raise _busy(root / NOTE) from None
    except OSError as error:
        raise refused(error) from error
    try:
        _leave_note(root / NOTE)
        yield
    finally:
        lock.release()


def recover(root: Path) -> None:
    """Complete or clear away what a crashed command left, once no other command is writing."""
    if (root / STAGING).exists():
        with hold_lock(root):
            heal(root)


def _leave_note(path: Path) -> None:
    """Say who holds the lock; only for people, so a full disk is found out by the real work."""
    note = {"process": os.getpid(), "since": time.strftime("%Y-%m-%d %H:%M:%S")}
    with contextlib.suppress(OSError):
        path.write_text(json.dumps(note), encoding="utf-8")


def _busy(path: Path) -> UsageError:
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
        who, since = note["process"], note["since"]
    except (OSError, ValueError, KeyError):
        who, since = "?", "?"
    return UsageError(
        f"另一条命令（进程 {who}，{since} 开始）正在写入；请等它结束后再试",
        f"Another command (process {who}, since {since}) is writing; try again when it has ended",
    )
