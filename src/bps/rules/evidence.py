"""Evidence names fields that are there, and no stated field goes without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.findings import CODES, Finding, Words
from bps.model import SourcedRecord
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

# What the keepers of the register say about the record itself, and how they arrange it: not facts
# from a document.
_BOOKKEEPING = frozenset(
    {
        "id",
        "kind",
        "translation",
        "former_ids",
        "aliases",
        "decisions",
        "notes",
        "evidence",
        "code_status",
        "jurisdiction",
        "jurisdictions",
        "level",
        "scheme",
        "survey",
        "lists",
    }
)
# Types whose own keys are our arrangement too: a measure is defined by its name and definition,
# and the single files are tables of this register.
_ARRANGED = {
    "indicator": frozenset({"unit", "per", "period", "domains", "direction"}),
    "recipients": frozenset({"name"}),
    "life-events": frozenset({"name"}),
    "quantities": frozenset({"name"}),
    "synonyms": frozenset({"name"}),
    "elsewhere": frozenset({"name"}),
}
# A field that only qualifies another one is covered by the evidence of that one.
_QUALIFIES = {
    "status_as_of": "status",
    "status_printed": "status",
    "code_revision": "division_code",
    "floor_area_comparator": "floor_area",
    "issuers_text": "issuers",
    "lead_units_text": "lead_units",
    "recipients_text": "recipients",
    "replaces_text": "replaces",
}


@record_rule("evidence-unknown-field")
def EVIDENCE_UNKNOWN_FIELD(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """Every field that evidence names is in the record."""
    if not isinstance(entry.record, SourcedRecord):
        return
    for row, evidence in enumerate(entry.record.evidence):
        for index, name in enumerate(evidence.fields):
            if name not in entry.raw.data:
                yield CODES["evidence-unknown-field"].at(
                    entry.place(f"/evidence/{row}/fields/{index}"), given=name
                )


def _has_own_evidence(value: Any) -> bool:
    """Whether the value is a list of rows that all carry their own evidence, or holds such."""
    if isinstance(value, dict):
        return any(_has_own_evidence(part) for part in value.values() if isinstance(part, list))
    return isinstance(value, list) and all(
        isinstance(row, dict) and ("evidence" in row or "source" in row) for row in value
    )


@record_rule("evidence-missing")
def EVIDENCE_MISSING(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """Every stated field is named by some evidence, or its rows carry their own."""
    if not isinstance(entry.record, SourcedRecord):
        return
    covered = {name for evidence in entry.record.evidence for name in evidence.fields}
    exempt = _BOOKKEEPING | _ARRANGED.get(entry.type, frozenset())
    bare = [
        key
        for key, value in entry.raw.data.items()
        if key not in exempt
        and key not in covered
        and _QUALIFIES.get(key) not in covered
        and not (key == "status" and value == "unknown")
        and not _has_own_evidence(value)
    ]
    if bare:
        yield CODES["evidence-missing"].at(
            entry.place(f"/{bare[0]}", at_key=True), fields=Words("、".join(bare), ", ".join(bare))
        )
