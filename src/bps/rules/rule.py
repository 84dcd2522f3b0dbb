"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bps.findings import Finding
from bps.link import Registry
from bps.validate import Entry


class Scope(StrEnum):
    """What a rule looks at: one record after the other, or the whole registry once."""

    RECORD = "record"
    REGISTRY = "registry"


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the record.

    Attributes:
        registry: Every record.
        entries: Every typed record, those with an id used twice included.
        today: The day to judge by, YYYY-MM-DD, or None when no day was given.
    """

    registry: Registry
    entries: tuple[Entry, ...]
    today: str | None


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
