"""One file, old or new, never half of either: write aside, flush to disk, then put in place."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

from bps.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


# Windows would turn every line end into two characters otherwise; elsewhere there is no such flag.
_AS_IS: Final[int] = getattr(os, "O_BINARY", 0)


class WriteError(UsageError):
    """The disk refused; what was there before is still there."""


def refused(error: OSError) -> WriteError:
    """A refusal of the disk in words."""
    reason = error.strerror or str(error)
    return WriteError(
        f"无法写入：{reason}；原有文件没有改动",
        f"Cannot write: {reason}; the files are as they were",
    )


def write_result(path: Path, data: bytes) -> None:
    """Write a file that somebody asked for, in a folder that is there already.

    Args:
        path: The file.
        data: The whole content.

    Raises:
        UsageError: If its folder does not exist: a slip of the pen makes no folders.
        WriteError: If the disk refuses; the old file is then untouched.
    """
    if not path.parent.is_dir():
        raise UsageError(
            f"没有 {path.parent} 这个文件夹，请先建好它，或换一个位置。",
            f"There is no folder {path.parent}: make it first, or name another place.",
        )
    if path.is_dir():
        raise UsageError(
            f"{path} 是文件夹，请写出文件名。", f"{path} is a folder; name a file in it."
        )
    write_file(path, data)


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that a crash at any moment leaves the old or the new content.

    The data reach the disk before the name does, and the folder is flushed after it.

    Args:
        path: The file; its folder is made when missing.
        data: The whole content.

    Raises:
        WriteError: If the disk refuses; the old file is then untouched.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        make_folder(path.parent)
        write_through(aside, data)
        os.replace(aside, path)  # noqa: PTH105 - one call, to be traced and failed by the tests
        flush_folder(path.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise refused(error) from error
        raise


def write_through(path: Path, data: bytes) -> None:
    """Write a new file and wait until it is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AS_IS, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; does nothing where folders cannot be."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, each flushed."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - traced and failed by the tests
    flush_folder(folder.parent)
