"""One file in, one raw record and its findings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bps.findings import Finding
from bps.load.build import build
from bps.load.characters import decode
from bps.load.files import RecordFile, read_bytes
from bps.load.syntax import conflict_finding

if TYPE_CHECKING:
    from bps.load.marks import Marks


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
    if text is None:
        return None
    conflict = conflict_finding(text, path)
    if conflict is not None:
        findings.append(conflict)
        return None
    built = build(text, path, findings)
    if built is None:
        return None
    return RawRecord(path, built.data, built.marks, built.flaws)
