"""The facts of a record, one by one, each with the evidence that supports it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.model import RECORD_TYPES, RowEvidence, Strict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.model import Record

# These say nothing about the world: they name and file the record, or note our own work on it.
_NO_FACTS = frozenset(
    {
        *("id", "kind", "type", "level", "jurisdiction", "domains", "scheme", "aliases"),
        *("translation", "former_ids", "notes", "decisions", "evidence"),
        *("code_status", "code_revision", "status_as_of", "per", "period"),
    }
)
# Lists of this register's own making, one file each: their titles are nobody's claim.
_OWN_LISTS = tuple(one.model for one in RECORD_TYPES.values() if one.file is not None)
_PLAIN = (str, bool, int, type(None))
_BEST_FIRST = ("stated", "translated", "derived", "inferred", "background")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact.

    Attributes:
        field: Field of the record; for a row, the field that holds the rows.
        how: How it was obtained, by the best evidence; None when no evidence names it.
        sources: Ids of the sources.
        checked_on: Day of the last check.
    """

    field: str
    how: str | None
    sources: tuple[str, ...]
    checked_on: str | None


def facts_of(record: Record) -> tuple[Fact, ...]:
    """All facts of a record: its fields, and the rows that carry evidence of their own."""
    rows: list[Fact] = []
    supported: dict[str, list[RowEvidence]] = {}
    for evidence in getattr(record, "evidence", ()):
        for name in evidence.fields:
            supported.setdefault(name, []).append(evidence)
    for name, info in type(record).model_fields.items():
        key = info.alias or name
        value = getattr(record, name)
        if key in _NO_FACTS or value in (None, (), "unknown"):
            continue
        if key == "name" and isinstance(record, _OWN_LISTS):
            continue
        found = [_fact(key, [one]) for one in _row_evidence(value)]
        rows.extend(found)
        if not found or key in supported:
            rows.append(_fact(key, supported.get(key, [])))
    return tuple(rows)


def _row_evidence(value: object) -> list[RowEvidence]:
    """Evidence of rows, also of rows inside rows."""
    found: list[RowEvidence] = []
    _gather((value,), found)
    return found


def _gather(inside: Iterable[object], found: list[RowEvidence]) -> None:
    for one in inside:
        # Most values are plain, and to ask a model's class about each of them takes long.
        if one.__class__ in _PLAIN:
            continue
        if isinstance(one, tuple):
            _gather(one, found)
        elif isinstance(one, RowEvidence):
            found.append(one)
        elif isinstance(one, Strict):
            _gather(one.__dict__.values(), found)


def _fact(field: str, evidence: list[RowEvidence]) -> Fact:
    best = min((one.how for one in evidence), key=_BEST_FIRST.index, default=None)
    return Fact(
        field=field,
        how=best,
        sources=tuple(dict.fromkeys(ref for one in evidence for ref in (one.source, *one.also))),
        checked_on=max((one.checked_on for one in evidence if one.checked_on), default=None),
    )
