"""What another version of a base would change for the register that stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.floor import compare_item

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bps.link import Registry

# Standings that a reviewer has to look at.
_LOW = ("below", "look-again")


@dataclass(frozen=True, slots=True)
class BaseChange:
    """The difference that a new version of a base makes here.

    Attributes:
        to_answer: Ids of items that the base has anew and that no item here answers yet.
        gone: Own items whose counterpart the base no longer has, each with its counterpart.
        below: Own items that would stand below the floor, or have to be looked at again, and do not
            now.
        standards: Standards that own records name and whose status changes: id, before, after.
    """

    to_answer: tuple[str, ...]
    gone: tuple[tuple[str, str], ...]
    below: tuple[str, ...]
    standards: tuple[tuple[str, str, str], ...]

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changes here."""
        return not (self.to_answer or self.gone or self.below or self.standards)


def base_change(before: Registry, after: Registry, *, today: date) -> BaseChange:
    """Hold a register on the base it stands on against the same one on another version.

    Args:
        before: The register as it is.
        after: The same records on the new version.
        today: Day by which levels are compared.
    """
    counterparts = {
        item.id: item.counterpart.item
        for item in after.own().iter("item")
        if item.counterpart and item.counterpart.item
    }
    answered = set(counterparts.values())
    own = {item.id for item in after.own().iter("item")}
    known = {item.id for item in before.iter("item")}
    return BaseChange(
        to_answer=tuple(
            item.id
            for item in after.iter("item")
            if item.id not in known and item.id not in own and item.id not in answered
        ),
        gone=tuple(
            (item, target)
            for item, target in sorted(counterparts.items())
            if before.resolve("item", target) and not after.resolve("item", target)
        ),
        below=tuple(
            item
            for item in sorted(counterparts)
            if _standing(after, item, today) in _LOW
            and _standing(after, item, today) != _standing(before, item, today)
        ),
        standards=tuple(_standards(before, after)),
    )


def _standing(registry: Registry, item_id: str, today: date) -> str:
    item = registry.find("item", item_id)
    return compare_item(registry, item, today=today).standing if item is not None else ""


def _standards(before: Registry, after: Registry) -> Iterator[tuple[str, str, str]]:
    named = {
        link.id
        for entry in after.own().iter_entries()
        for link in before.links(entry.type, entry.id)
        if link.type == "standard"
    }
    for standard_id in sorted(named):
        old, new = before.find("standard", standard_id), after.find("standard", standard_id)
        was, will = (old.status if old else ""), (new.status if new else "withdrawn")
        if old is not None and was != will:
            yield standard_id, was, will
