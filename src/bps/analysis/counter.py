"""Where to go for an item, and what to bring: recorded points first, then what its family says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.model import ServicePoint
from bps.relations.counterparts import chain_of
from bps.relations.places import place_chain

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Item, Text


def family(registry: Registry, item: Item) -> tuple[Item, ...]:
    """An item and what it carries out: how to apply is often recorded with the nation's only."""
    return (item, *chain_of(registry, item))


def nearest_points(registry: Registry, item: Item) -> tuple[ServicePoint, ...]:
    """Recorded service points that offer an item, the nearest to its place first.

    A point is only named where its record lists the item or what the item carries out: nobody is
    sent to a house that may not handle the matter. Points of other places are none.

    Args:
        registry: The records.
        item: The item.

    Returns:
        Those of its own place, then those below it, then those of the places above it.
    """
    wanted = {one.id for one in family(registry, item)}
    above = place_chain(registry, item.jurisdiction)
    found: list[tuple[int, str, ServicePoint]] = []
    for point in registry.iter("service-point"):
        if not isinstance(point, ServicePoint) or wanted.isdisjoint(point.items):
            continue
        chain = place_chain(registry, point.jurisdiction)
        if item.jurisdiction in chain:
            found.append((chain.index(item.jurisdiction), point.id, point))
        elif point.jurisdiction in above:
            found.append((100 + above.index(point.jurisdiction), point.id, point))
    return tuple(point for _, _, point in sorted(found, key=lambda one: one[:2]))


def to_bring(registry: Registry, item: Item) -> tuple[Item, tuple[Text, ...]] | None:
    """What to bring, and the record that says so: the item's own, else that of its family."""
    return next(((one, one.documents) for one in family(registry, item) if one.documents), None)
