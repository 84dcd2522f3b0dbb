"""Several files, all or none, also over a crash.

New contents are written to a staging folder, with a copy of what they replace. Only when all of
them are on the disk is a journal put beside them; from then on the change counts as made. Files
are then moved into place one by one. A crash before the journal leaves nothing changed, a crash
after it is finished by the next writing command.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bps.write.atomic import flush_folder, make_folder, refused, write_file, write_through

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STAGING: Final = "build/staging"
_JOURNAL: Final = "journal.json"


@dataclass(slots=True)
class Batch:
    """Files to be written together.

    Attributes:
        root: Folder of the register.
        files: Relative path to new content.
    """

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, path: str, data: bytes | str) -> None:
        """Plan one file; a later content for the same path replaces the earlier one."""
        self.files[path] = data.encode() if isinstance(data, str) else data

    def commit(self, *, progress: Callable[[int, int], None] | None = None) -> tuple[str, ...]:
        """Write every planned file.

        Args:
            progress: Told how many of how many files are safe on the disk.

        Returns:
            The paths written, in order.

        Raises:
            WriteError: If the disk refuses; then every file is as it was before, or, if even
                putting back fails, the next writing command completes the change.
        """
        try:
            heal(self.root)
        except OSError as error:
            raise refused(error) from error
        if not self.files:
            return ()
        staging = self.root / STAGING
        try:
            self._stage(staging, progress)
        except BaseException as error:
            _sweep(self.root)
            if isinstance(error, OSError):
                raise refused(error) from error
            raise
        try:
            _finish(self.root)
        except Exception as error:
            _put_back(self.root)
            if isinstance(error, OSError):
                raise refused(error) from error
            raise
        return tuple(sorted(self.files))

    def _stage(self, staging: Path, progress: Callable[[int, int], None] | None) -> None:
        make_folder(staging)
        entries = []
        for number, path in enumerate(sorted(self.files)):
            target = self.root / path
            if target.exists():
                write_through(staging / f"{number}.old", target.read_bytes())
            write_through(staging / f"{number}.new", self.files[path])
            entries.append({"path": path, "number": number, "existed": target.exists()})
            if progress is not None:
                progress(number + 1, len(self.files))
        flush_folder(staging)
        write_file(staging / _JOURNAL, json.dumps(entries, indent=1).encode())


def heal(root: Path) -> bool:
    """Complete what a crashed command had decided, and clear away what it had not.

    Args:
        root: Folder of the register.

    Returns:
        Whether there was anything to do.
    """
    staging = root / STAGING
    if not staging.exists():
        return False
    if (staging / _JOURNAL).exists():
        _finish(root)
    else:
        _sweep(root)
    return True


def _entries(root: Path) -> list[dict[str, str | int | bool]]:
    entries: list[dict[str, str | int | bool]] = json.loads(
        (root / STAGING / _JOURNAL).read_bytes()
    )
    return entries


def _finish(root: Path) -> None:
    """Move every staged file that is still there into place, then forget the journal."""
    staging = root / STAGING
    folders = set()
    for entry in _entries(root):
        new = staging / f"{entry['number']}.new"
        target = root / str(entry["path"])
        if new.exists():
            make_folder(target.parent)
            os.replace(new, target)  # noqa: PTH105 - one call, to be traced and failed by the tests
            folders.add(target.parent)
    for folder in sorted(folders):
        flush_folder(folder)
    os.unlink(staging / _JOURNAL)  # noqa: PTH108 - traced and failed by the tests
    _sweep(root)


def _put_back(root: Path) -> None:
    """Undo a change that could not be completed; leaves the journal when that fails too."""
    staging = root / STAGING
    if not (staging / _JOURNAL).exists():
        return
    with contextlib.suppress(OSError):
        for entry in _entries(root):
            new, old = staging / f"{entry['number']}.new", staging / f"{entry['number']}.old"
            target = root / str(entry["path"])
            if new.exists():
                continue
            if entry["existed"]:
                write_file(target, old.read_bytes())
            else:
                target.unlink(missing_ok=True)
        (staging / _JOURNAL).unlink()
        _sweep(root)


def _sweep(root: Path) -> None:
    """Remove the staging folder, and `build/` when that leaves it empty."""
    staging = root / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    with contextlib.suppress(OSError):
        staging.parent.rmdir()
