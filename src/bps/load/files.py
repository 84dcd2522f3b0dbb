"""Find the record files of a register and read their bytes, whatever stands in the folders."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.errors import UsageError
from bps.findings import CODES, Finding, Place
from bps.load.limits import MAX_FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATA_FOLDERS = ("catalogue", "standards")
SUFFIX = ".yml"
_SIMILAR_SUFFIXES = (".yml", ".yaml")
# Devices of Windows, whatever follows behind a dot.
_NUMBERED = (f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10))
_RESERVED = frozenset({"con", "prn", "aux", "nul", *_NUMBERED})
# Never wait for the other end of a pipe, never follow a link put there since the folder was read.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that should hold a record.

    Attributes:
        path: Relative to the register's root, with forward slashes, fit to be printed.
        location: Where to open it.
    """

    path: str
    location: str


def find_files(root: Path) -> tuple[list[RecordFile], list[Finding]]:
    """Every record file below the data folders, in order of path, and what is wrong with others.

    Raises:
        UsageError: If the root has neither data folder.
    """
    folders = [name for name in DATA_FOLDERS if (root / name).is_dir()]
    if not folders:
        raise UsageError(
            f"{root.resolve()} 中没有 catalogue/ 或 standards/ 文件夹：请用 --root 指明数据所在的文件夹。",
            f"{root.resolve()} has neither a catalogue/ nor a standards/ folder: "
            "name the folder that has them with --root.",
        )
    files: list[RecordFile] = []
    findings: list[Finding] = []
    for name in folders:
        for found in _walk(os.path.join(root, name), name):  # noqa: PTH118 - scandir gives strings
            if isinstance(found, Finding):
                findings.append(found)
            else:
                files.append(found)
    files.sort(key=lambda file: file.path)
    return files, findings


def _walk(location: str, path: str) -> Iterator[RecordFile | Finding]:
    try:
        with os.scandir(location) as entries:
            listed = list(entries)
    except OSError as error:
        yield CODES["unreadable-file"].at(Place(path), reason=error.strerror or str(error))
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        name = os.fsencode(entry.name).decode("utf-8", "replace")
        if name.partition(".")[0].rstrip().lower() in _RESERVED:
            yield CODES["reserved-name"].at(Place(f"{path}/{name}"), name=name)
        yield from _judged(entry, f"{path}/{name}")


def _judged(entry: os.DirEntry[str], path: str) -> Iterator[RecordFile | Finding]:
    """A record file, the files below a folder, or what is wrong with the entry."""
    looks_like_record = path.lower().endswith(_SIMILAR_SUFFIXES)
    if entry.is_symlink():
        if looks_like_record or entry.is_dir():
            yield CODES["not-a-plain-file"].at(Place(path))
    elif entry.is_dir(follow_symlinks=False):
        if looks_like_record:
            yield CODES["not-a-plain-file"].at(Place(path))
        yield from _walk(entry.path, path)
    elif looks_like_record:
        if not entry.is_file(follow_symlinks=False):
            yield CODES["not-a-plain-file"].at(Place(path))
        elif not path.endswith(SUFFIX):
            stem = path.rpartition(".")[0]
            yield CODES["file-extension"].at(Place(path), given=path, wanted=f"{stem}{SUFFIX}")
        else:
            yield RecordFile(path, entry.path)


def read_bytes(file: RecordFile) -> bytes | Finding:
    """The bytes of a file, or why there are none."""
    try:
        handle = os.open(file.location, _OPEN_FLAGS)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return CODES["not-a-plain-file"].at(Place(file.path))
            if status.st_size > MAX_FILE_BYTES:
                return CODES["file-too-large"].at(
                    Place(file.path), size=status.st_size, limit=MAX_FILE_BYTES
                )
            return os.read(handle, MAX_FILE_BYTES + 1)
        finally:
            os.close(handle)
    except OSError as error:
        return CODES["unreadable-file"].at(Place(file.path), reason=error.strerror or str(error))
