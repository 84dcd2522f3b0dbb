"""One file, old or new, never half of either: write aside, flush to disk, then put in place."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that a crash at any moment leaves the old or the new content.

    The data reach the disk before the name does, and the folder is flushed after it.

    Args:
        path: The file; its folder is made when missing.
        data: The whole content.

    Raises:
        OSError: If the disk refuses; the old file is then untouched.
    """
    make_folder(path.parent)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        write_through(aside, data)
        os.replace(aside, path)  # noqa: PTH105 - one call, to be traced and failed by the tests
    except BaseException:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def write_through(path: Path, data: bytes) -> None:
    """Write a new file and wait until it is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
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
