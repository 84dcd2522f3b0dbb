"""What changed between two days, and between two revisions of the register itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.diff import Change, level_changes
from bps.model import RECORD_TYPES
from bps.relations.days import in_force
from bps.relations.editions import edition_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bps.link import Registry
    from bps.model import Record


@dataclass(frozen=True, slots=True)
class DateDiff:
    """The world on two days, as far as the records are dated.

    Attributes:
        before: The earlier day.
        after: The later day.
        levels: Levels that moved, by item.
        standards: Standards that came into force or went, as (id, `began` or `ended`, date).
        lists: List editions that took effect, as (id, `began`, date).
    """

    before: date
    after: date
    levels: tuple[Change, ...]
    standards: tuple[tuple[str, str, str], ...]
    lists: tuple[tuple[str, str, str], ...]


def diff_dates(registry: Registry, before: date, after: date) -> DateDiff:
    """Compare what applied on two days."""
    levels = [
        change
        for item in registry.iter("item")
        if item.levels
        for change in level_changes(registry, item, before, after)
    ]
    standards = []
    for standard in registry.iter("standard"):
        begun = standard.effective or standard.issued
        if begun and not in_force(begun, None, before) and in_force(begun, None, after):
            standards.append((standard.id, "began", begun))
        gone = standard.withdrawn_on
        if gone and not in_force(gone, None, before) and in_force(gone, None, after):
            standards.append((standard.id, "ended", gone))
    lists = []
    for one in registry.iter("list"):
        begun = edition_start(one)
        if begun and not in_force(begun, None, before) and in_force(begun, None, after):
            lists.append((one.id, "began", begun))
    return DateDiff(before, after, tuple(levels), tuple(standards), tuple(lists))


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that differs between two revisions.

    Attributes:
        type: Its type.
        record: Its id in the later revision, else in the earlier.
        kind: `added`, `removed`, `moved` or `changed`.
        fields: Fields that differ, for a changed or moved record.
        former: The id before, for a moved record.
    """

    type: str
    record: str
    kind: str
    fields: tuple[str, ...] = ()
    former: str | None = None


def diff_registries(before: Registry, after: Registry) -> tuple[RecordChange, ...]:
    """Compare two revisions of the register, record by record.

    A record whose new id names the old one in `former_ids` has moved; it is neither removed nor
    added.
    """
    found: list[RecordChange] = []
    for type_name in RECORD_TYPES:
        found.extend(_of_type(type_name, before, after))
    return tuple(found)


def _of_type(type_name: str, before: Registry, after: Registry) -> Iterator[RecordChange]:
    old = {record.id: record for record in before.iter(type_name)}
    new = {record.id: record for record in after.iter(type_name)}
    moved = {
        former: record.id
        for record in new.values()
        if record.id not in old
        for former in record.former_ids
        if former in old and former not in new
    }
    for ref in sorted(old.keys() | new.keys()):
        if ref in moved:
            target = moved[ref]
            fields = _fields(old[ref], new[target])
            yield RecordChange(type_name, target, "moved", fields, ref)
        elif ref not in old:
            if ref not in moved.values():
                yield RecordChange(type_name, ref, "added")
        elif ref not in new:
            yield RecordChange(type_name, ref, "removed")
        elif old[ref] != new[ref]:
            yield RecordChange(type_name, ref, "changed", _fields(old[ref], new[ref]))


def _fields(old: Record, new: Record) -> tuple[str, ...]:
    return tuple(
        sorted(
            info.alias or name
            for name, info in type(new).model_fields.items()
            if name not in {"id", "former_ids"} and getattr(old, name, None) != getattr(new, name)
        )
    )
