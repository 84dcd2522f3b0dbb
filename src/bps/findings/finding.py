"""One fault, where it is, and the report of all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bps.findings.words import Words

INTERNAL = "internal-error"


class Severity(StrEnum):
    """How much a finding matters: an error is wrong, a warning doubtful, a notice to be known."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    def reaches(self, threshold: Severity) -> bool:
        """Whether this severity is at or above the threshold."""
        return _RANK[self] >= _RANK[threshold]


_RANK = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTICE: 0}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is.

    Attributes:
        path: File, relative to the register's root, with forward slashes.
        line: Line, from 1.
        column: Column in characters, from 1.
        pointer: JSON Pointer of the value inside the record; empty for the whole record.
        record: Id of the record, when known.
    """

    path: str
    line: int = 1
    column: int = 1
    pointer: str = ""
    record: str | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in the data, as a value.

    Attributes:
        code: Kebab-case noun of the fault; `bps explain CODE` says more.
        severity: Error, warning or notice.
        path: File, relative to the register's root.
        line: Line, from 1.
        column: Column in characters, from 1.
        pointer: JSON Pointer of the value inside the record.
        message: What is wrong with this value, one or two sentences.
        fix: What to do about it.
        record: Id of the record, when known.
        related: Other places that belong to the fault, as `path:line:column`.
        fixable: Whether `bps fix` can mend it.
    """

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    pointer: str
    message: Words
    fix: Words | None = None
    record: str | None = None
    related: tuple[str, ...] = ()
    fixable: bool = False

    def __lt__(self, other: Finding) -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, Words]:
        """Order in a report: by file, then by place, then by code."""
        return (self.path, self.line, self.column, self.code, self.pointer, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """Every finding of one run, in order.

    Attributes:
        findings: Sorted findings.
        files: How many files were read.
        records: How many records were understood.
        suppressed: How many findings the suppressions of `bps.toml` took away.
    """

    findings: tuple[Finding, ...] = ()
    files: int = 0
    records: int = 0
    suppressed: int = 0

    @classmethod
    def of(
        cls, findings: Iterable[Finding], *, files: int = 0, records: int = 0, suppressed: int = 0
    ) -> Report:
        """A report of these findings, sorted, each said once."""
        unique = sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)
        return cls(tuple(unique), files, records, suppressed)

    def summary(self) -> Mapping[str, int]:
        """Counts: files, records, errors, warnings, notices, suppressed."""
        counts = Counter(finding.severity for finding in self.findings)
        return {
            "files": self.files,
            "records": self.records,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "notices": counts[Severity.NOTICE],
            "suppressed": self.suppressed,
        }

    def exit_code(self, fail_on: Severity = Severity.ERROR) -> int:
        """0 clean, 1 findings at or above the threshold, 3 a fault of this program."""
        if any(finding.code == INTERNAL for finding in self.findings):
            return 3
        return int(any(finding.severity.reaches(fail_on) for finding in self.findings))
