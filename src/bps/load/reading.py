"""The first stage: a folder in, raw records and findings out."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from bps.beside import Beside, can_fork
from bps.load.collector import collector_paused
from bps.load.files import RecordFile, find_files
from bps.load.marks import Marks
from bps.load.records import RawRecord, read_file

if TYPE_CHECKING:
    from pathlib import Path

    from bps.findings import Finding

Progress = Callable[[int, int], None]
# Below this, reading takes no longer than giving the records from one process to another.
WORTH_A_PROCESS = 500
# Files that the second process reads while a command imports the rest of the program.
WHILE_IMPORTING = 1100


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the first stage gives.

    Attributes:
        records: Every file that could be read as a mapping, in order of path.
        findings: What is wrong with files.
        files: Paths of all record files found, also of those that could not be read.
    """

    records: tuple[RawRecord, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...]


class Reading:
    """The reading of every record file below `catalogue/` and `standards/`, from its beginning.

    The later files of a large register are read in a second process, which begins at once: whoever
    has other things to do first does them while it reads.
    """

    def __init__(
        self, root: Path, *, paths: Collection[str] | None = None, head_start: int = 0
    ) -> None:
        """Begin.

        Args:
            root: The folder that has the data folders.
            paths: Only these files (relative, with forward slashes); all when left out.
            head_start: How many files the second process will have read before `finish`.

        Raises:
            UsageError: If the root has neither data folder.
        """
        files, self._findings = find_files(root)
        self._files = [file for file in files if paths is None or file.path in paths]
        self._own = len(self._files)
        self._later: Beside[bytes] | None = None
        if self._own >= WORTH_A_PROCESS and can_fork():
            self._own = max(0, self._own - head_start) // 2
            self._later = Beside(partial(_faultless, self._files[self._own :]))

    @property
    def is_beside(self) -> bool:
        """Whether files are being read while this process does other things."""
        return self._later is not None

    def finish(self, *, progress: Progress | None = None) -> Loaded:
        """Read the rest.

        Args:
            progress: Told how many of how many files are done.

        Returns:
            Raw records and findings. Faults of files never raise.
        """
        with collector_paused():
            records = self._read(progress)
        paths = tuple(file.path for file in self._files)
        return Loaded(tuple(records), tuple(self._findings), paths)

    def stop(self) -> None:
        """End the second process; nobody will ask for what it read."""
        if self._later is not None:
            self._later.stop()

    def _read(self, progress: Progress | None) -> list[RawRecord]:
        records: list[RawRecord] = []
        ready: dict[str, tuple[dict[str, Any], bytes]] = {}
        for done, file in enumerate(self._files):
            if done == self._own and self._later is not None:
                ready = marshal.loads(self._later.result())  # noqa: S302 - of this very program
            given = ready.pop(file.path, None)
            record = read_file(file, self._findings) if given is None else _given(file, *given)
            if record is not None:
                records.append(record)
            if progress is not None:
                progress(done + 1, len(self._files))
        return records


def load_records(
    root: Path, *, paths: Collection[str] | None = None, progress: Progress | None = None
) -> Loaded:
    """Read every record file below `catalogue/` and `standards/`, from beginning to end.

    Args:
        root: The folder that has the data folders.
        paths: Only these files (relative, with forward slashes); all when left out.
        progress: Told how many of how many files are done.

    Returns:
        Raw records and findings. Faults of files never raise.

    Raises:
        UsageError: If the root has neither data folder.
    """
    return Reading(root, paths=paths).finish(progress=progress)


def _faultless(files: list[RecordFile]) -> bytes:
    """Data and packed positions by path, of the files in which nothing is wrong.

    Every other file is left to the first process, so that faults are told in one place.
    """
    found = {}
    for file in files:
        findings: list[Finding] = []
        record = read_file(file, findings)
        if record is not None and not findings and not record.flaws:
            found[file.path] = (record.data, record.marks.packed())
    return marshal.dumps(found)


def _given(file: RecordFile, data: dict[str, Any], positions: bytes) -> RawRecord:
    """A record as the second process read it."""
    return RawRecord(file.path, data, Marks(array("Q", positions), data))
