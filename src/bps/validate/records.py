"""Raw records in, typed records and findings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bps.errors import UsageError
from bps.findings import CODES, INTERNAL, Finding, Place, Severity
from bps.load.records import read_record
from bps.model import FORWARDING_KINDS, Forwarding, Record, RecordType
from bps.validate.folders import nearest_folder, type_of_path
from bps.validate.schemas import Schemas, open_schemas

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jsonschema_rs import ValidationError as SchemaError

    from bps.load import RawRecord


@dataclass(frozen=True, slots=True)
class Entry:
    """A typed record and where it came from.

    Attributes:
        type: Name of the record type, such as "item".
        id: Id of the record.
        record: The typed record, or the forwarding entry that stands in its place.
        raw: The record as it stands in its file.
        base: Id of the register it comes from, when that is one that this register stands on.
    """

    type: str
    id: str
    record: Record | Forwarding
    raw: RawRecord
    base: str = ""

    @property
    def path(self) -> str:
        """Its file as people are told of it: one of a base says whose it is."""
        return f"{self.base}:{self.raw.path}" if self.base else self.raw.path

    @property
    def own_path(self) -> str:
        """Its file, to be written to.

        Raises:
            UsageError: If it is a record of a base.
        """
        if self.base:
            raise UsageError(
                f"{self.id} 在所依托的登记库 {self.base} 里，只读；请在那个登记库里修改。",
                f"{self.id} is a record of the base {self.base} and read-only: change it there.",
            )
        return self.raw.path

    def place(self, pointer: str = "", *, at_key: bool = False) -> Place:
        """Where a value, or its key, stands in the file."""
        marks = self.raw.marks
        mark = marks.key(pointer) if at_key else marks.value(pointer)
        return Place(self.path, mark.line, mark.column, pointer, self.id)


@dataclass(frozen=True, slots=True)
class Validated:
    """What the second stage gives.

    Attributes:
        entries: Typed records, in order of path.
        findings: What does not fit.
    """

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def validate_records(raws: Iterable[RawRecord], *, schemas: Schemas | None = None) -> Validated:
    """Check raw records against their schemas and build typed ones.

    Args:
        raws: Raw records.
        schemas: The schemas; those of this program when left out.

    Returns:
        Typed records of everything that fits, findings for everything else.
    """
    gate = schemas or open_schemas()
    entries: list[Entry] = []
    findings: list[Finding] = []
    for raw in raws:
        kind = type_of_path(raw.path)
        if kind is None:
            folder = raw.path.rpartition("/")[0]
            findings.append(
                CODES["unknown-folder"].at(
                    Place(raw.path), folder=f"{folder}/", nearest=f"{nearest_folder(raw.path)}/"
                )
            )
            continue
        entry = _validated(raw, kind, gate, findings)
        if entry is not None:
            entries.append(entry)
    return Validated(tuple(entries), tuple(findings))


def errors_in(text: str, path: str, *, schemas: Schemas | None = None) -> list[Finding]:
    """What would keep a text from being a record: the errors of reading and of its schema.

    Args:
        text: The text of one file, about to be written.
        path: Where it is to stand, relative to the root.
        schemas: The schemas; those of this program when left out.

    Returns:
        Its errors; warnings and notices are left to `bps check`.
    """
    findings: list[Finding] = []
    raw = read_record(text.encode(), path, findings)
    if raw is not None:
        findings += validate_records([raw], schemas=schemas).findings
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _validated(
    raw: RawRecord, kind: RecordType, schemas: Schemas, findings: list[Finding]
) -> Entry | None:
    validator = schemas.validator(kind.name)
    if not validator.is_valid(raw.data):
        findings.extend(_faults(raw, kind, schemas, validator.iter_errors(raw.data)))
        return None
    is_forwarding = raw.data.get("kind") in FORWARDING_KINDS
    model = Forwarding if is_forwarding else kind.model
    try:
        record = model.model_validate(raw.data)
    except ValidationError as error:
        findings.append(_disagreement(raw, kind, error))
        return None
    return Entry(kind.name, record.id, record, raw)


def _faults(
    raw: RawRecord, kind: RecordType, schemas: Schemas, errors: Iterable[SchemaError]
) -> list[Finding]:
    from bps.validate.complaint import Complaint
    from bps.validate.wording import worded

    findings: list[Finding] = []
    for error in errors:
        detail: dict[str, Any] = dict(error.kind.as_dict())
        fault = Complaint(
            raw=raw,
            kind=kind,
            schemas=schemas,
            keyword=error.kind.name,
            detail=detail,
            instance_path=error.instance_path,
            schema_path=error.schema_path,
            value=error.instance,
        )
        if not _follows_from_flaw(raw, fault.pointer):
            findings.extend(worded(fault))
    return findings


def _follows_from_flaw(raw: RawRecord, pointer: str) -> bool:
    """Whether the value is already reported as refused, so that it need not fit anything."""
    return any(pointer == flaw or pointer.startswith(f"{flaw}/") for flaw in raw.flaws)


def _disagreement(raw: RawRecord, kind: RecordType, error: ValidationError) -> Finding:
    """The gate let the record pass and the model did not: ours to mend, and said so."""
    first = error.errors(include_url=False, include_input=False)[0]
    pointer = "".join(f"/{part}" for part in first["loc"])
    mark = raw.marks.value(pointer)
    return CODES[INTERNAL].at(
        Place(raw.path, mark.line, mark.column, pointer, str(raw.data.get("id"))),
        part=f"model {kind.name}",
        reason=first["msg"],
    )
