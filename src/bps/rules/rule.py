"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bps.findings import Finding
from bps.rules.walk import mappings
from bps.validate import Entry

if TYPE_CHECKING:
    from bps.link import Registry

Mappings = tuple[tuple[str, dict[str, Any]], ...]


class Scope(StrEnum):
    """What a rule looks at: one record after the other, or the whole registry once."""

    RECORD = "record"
    REGISTRY = "registry"


class Context:
    """What a rule may know besides the record.

    Attributes:
        registry: Every record.
        entries: Every typed record, those with an id used twice included.
        today: The day to judge by, YYYY-MM-DD, or None when no day was given.
    """

    __slots__ = ("_walked", "entries", "registry", "today")

    def __init__(self, registry: Registry, entries: tuple[Entry, ...], today: str | None) -> None:
        self.registry = registry
        self.entries = entries
        self.today = today
        self._walked: tuple[Entry | None, Mappings] = (None, ())

    def mappings(self, entry: Entry) -> Mappings:
        """Every mapping in a record with its pointer; walked once for all rules in a row."""
        if self._walked[0] is not entry:
            self._walked = (entry, tuple(mappings(entry.raw.data)))
        return self._walked[1]


RecordCheck = Callable[[Entry, Context], Iterable[Finding]]
RegistryCheck = Callable[[Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        codes: Codes it may give.
        scope: What it looks at.
        types: Record types it looks at; all when empty.
        check_record: The check, for a rule on records.
        check_registry: The check, for a rule on the registry.
    """

    codes: tuple[str, ...]
    scope: Scope
    types: frozenset[str] = frozenset()
    check_record: RecordCheck | None = None
    check_registry: RegistryCheck | None = None

    @property
    def name(self) -> str:
        """Name of the rule: its first code."""
        return self.codes[0]

    def looks_at(self, type_name: str) -> bool:
        """Whether the rule checks records of this type one by one."""
        return self.scope is Scope.RECORD and (not self.types or type_name in self.types)


def record_rule(*codes: str, types: Iterable[str] = ()) -> Callable[[RecordCheck], Rule]:
    """Make a rule of a function that looks at one record."""

    def make(check: RecordCheck) -> Rule:
        return Rule(codes, Scope.RECORD, frozenset(types), check_record=check)

    return make


def registry_rule(*codes: str) -> Callable[[RegistryCheck], Rule]:
    """Make a rule of a function that looks at the whole registry."""

    def make(check: RegistryCheck) -> Rule:
        return Rule(codes, Scope.REGISTRY, check_registry=check)

    return make
