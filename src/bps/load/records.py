"""The first stage: a folder in, raw records and findings out."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from bps.beside import Beside, can_fork
from bps.findings import Finding
from bps.load.build import build
from bps.load.characters import decode
from bps.load.collector import collector_paused
from bps.load.files import RecordFile, find_files, read_bytes
from bps.load.marks import Marks

if TYPE_CHECKING:
    from pathlib import Path

Progress = Callable[[int, int], None]
# Below this, reading takes no longer than giving the records from one process to another.
WORTH_A_PROCESS = 500


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record as it stands in its file.

    Attributes:
        path: File, relative to the register's root, with forward slashes.
        data: The mapping; to be read only.
        marks: Line and column of every key and value.
        flaws: Pointers below which something was refused, so that `data` is not what the file says.
    """

    path: str
    data: dict[str, Any]
    marks: Marks
    flaws: frozenset[str] = frozenset()


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


def load_records(
    root: Path, *, paths: Collection[str] | None = None, progress: Progress | None = None
) -> Loaded:
    """Read every record file below `catalogue/` and `standards/`.

    Args:
        root: The folder that has the data folders.
        paths: Only these files (relative, with forward slashes); all when left out.
        progress: Told how many of how many files are done.

    Returns:
        Raw records and findings. Faults of files never raise.

    Raises:
        UsageError: If the root has neither data folder.
    """
    files, findings = find_files(root)
    if paths is not None:
        files = [file for file in files if file.path in paths]
    with collector_paused():
        records = _read_all(files, findings, progress)
    return Loaded(tuple(records), tuple(findings), tuple(file.path for file in files))


def _read_all(
    files: list[RecordFile], findings: list[Finding], progress: Progress | None
) -> list[RawRecord]:
    """Read the files in order, the later half of a large register in a second process."""
    half = len(files) if len(files) < WORTH_A_PROCESS else (len(files) + 1) // 2
    later = None
    if half < len(files) and can_fork():
        later = Beside(partial(_faultless, files[half:]))
    records: list[RawRecord] = []
    ready: dict[str, tuple[dict[str, Any], bytes]] = {}
    for done, file in enumerate(files):
        if done == half and later is not None:
            ready = marshal.loads(later.result())  # noqa: S302 - made by this very program
        given = ready.pop(file.path, None)
        record = read_file(file, findings) if given is None else _given(file, *given)
        if record is not None:
            records.append(record)
        if progress is not None:
            progress(done + 1, len(files))
    return records


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


def read_file(file: RecordFile, findings: list[Finding]) -> RawRecord | None:
    """Read one file.

    Args:
        file: The file.
        findings: Where faults are added.

    Returns:
        The raw record, or None when nothing can be made of the file.
    """
    data = read_bytes(file)
    if isinstance(data, Finding):
        findings.append(data)
        return None
    return read_record(data, file.path, findings)


def read_record(data: bytes, path: str, findings: list[Finding]) -> RawRecord | None:
    """Read the bytes of one file.

    Args:
        data: The bytes.
        path: Relative path, for the places of findings.
        findings: Where faults are added.

    Returns:
        The raw record, or None when nothing can be made of the bytes.
    """
    text = decode(data, path, findings)
    built = None if text is None else build(text, path, findings)
    if built is None:
        return None
    return RawRecord(path, built.data, built.marks, built.flaws)
