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
_PAUSE: Final = 0.05


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
    """
    path = root / LOCK
    try:
        make_folder(path.parent)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise refused(error) from error
    try:
        _take(handle, path, time.monotonic() + wait)
        os.ftruncate(handle, 0)
        note = {"process": os.getpid(), "since": time.strftime("%Y-%m-%d %H:%M:%S")}
        os.pwrite(handle, json.dumps(note).encode(), 0)
        yield
    finally:
        os.close(handle)


def recover(root: Path) -> None:
    """Complete or clear away what a crashed command left, once no other command is writing."""
    if (root / STAGING).exists():
        with hold_lock(root):
            heal(root)


def _take(handle: int, path: Path, until: float) -> None:
    import fcntl

    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() < until:
                time.sleep(_PAUSE)
                continue
            raise _busy(path) from None
        return


def _busy(path: Path) -> UsageError:
    try:
        note = json.loads(path.read_text())
        who, since = note["process"], note["since"]
    except (OSError, ValueError, KeyError):
        who, since = "?", "?"
    return UsageError(
        f"另一条命令（进程 {who}，{since} 开始）正在写入；请等它结束后再试",
        f"Another command (process {who}, since {since}) is writing; try again when it has ended",
    )
