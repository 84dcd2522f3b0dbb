"""The eight facts that make a Chinese service guide (办事指南) complete, in the official order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.eight_facts import counters, has_telephone, open_hours

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Item

GUIDE_FACTS = (
    "name",
    "basis",
    "conditions",
    "documents",
    "place",
    "hours",
    "telephone",
    "steps",
)


@dataclass(frozen=True, slots=True)
class ServiceGuide:
    """Which of the eight facts an item records.

    Attributes:
        known: Fact to whether it is recorded, in the official order.
    """

    known: dict[str, bool]

    @property
    def count(self) -> int:
        """How many of the eight are recorded."""
        return sum(self.known.values())


def service_guide(item: Item, registry: Registry | None = None) -> ServiceGuide:
    """Tell which of the eight facts of a service guide an item records.

    A published list that carries the item counts as its basis, since the list is the document
    that promises the service.

    Args:
        item: A service item.
        registry: Holds the emergency numbers, which are no telephone of a service.

    Returns:
        The eight facts, each known or not.
    """
    found = {
        "basis": bool(item.basis or item.listed_in),
        "conditions": bool(item.recipients or item.recipients_text or item.eligibility),
        "documents": bool(item.documents),
        "place": bool(item.places or counters(item)),
        "hours": bool(item.hours or open_hours(item)),
        "telephone": has_telephone(item, registry),
        "steps": bool(item.steps),
    }
    return ServiceGuide(known={"name": any(found.values()), **found})
