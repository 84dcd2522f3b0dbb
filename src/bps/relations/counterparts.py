"""The items above a local one: its counterparts up to the nation, and their kin in places above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.relations.places import places_above

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.link import Registry
    from bps.model import Item
    from bps.relations.state import AsOf


def parent_of(registry: Registry, item: Item) -> Item | None:
    """The item that an item names as its counterpart, after moves were followed."""
    target = item.counterpart.item if item.counterpart else None
    live = registry.resolve("item", target) if target else ()
    return registry.find("item", live[0]) if live else None


def chain_of(registry: Registry, item: Item) -> tuple[Item, ...]:
    """The counterparts of an item up to the nation, the nearest first; ends where a circle closes."""
    found: list[Item] = []
    seen = {item.id}
    current = parent_of(registry, item)
    while current is not None and current.id not in seen:
        found.append(current)
        seen.add(current.id)
        current = parent_of(registry, current)
    return tuple(found)


def covers_a_part(item: Item) -> bool:
    """Whether a local item is known to cover only a part of its counterpart."""
    return item.counterpart is not None and item.counterpart.scope in {"narrower", "split"}


def higher_items(
    as_of: AsOf, item: Item, by_place: Mapping[str, tuple[Item, ...]]
) -> tuple[Item, ...]:
    """Every item in force on a day that a local item is held against, the nearest first.

    Args:
        as_of: The register on a day.
        item: A local item.
        by_place: Items of each place.

    Returns:
        The chain of its counterparts, with those items of the places above that carry out the same
        item at the top of the chain, also where this item does not name them.
    """
    registry = as_of.registry
    chain = chain_of(registry, item)
    if not chain:
        return ()
    top = chain[-1].id
    kin = [
        other
        for place in places_above(registry, item.jurisdiction)
        for other in by_place.get(place, ())
        if other.id != item.id and top in {each.id for each in chain_of(registry, other)}
    ]
    found = {each.id: each for each in (*kin, *chain)}
    order = [item.jurisdiction, *places_above(registry, item.jurisdiction)]
    ranked = sorted(
        found.values(),
        key=lambda each: (
            order.index(each.jurisdiction) if each.jurisdiction in order else len(order),
            each.id,
        ),
    )
    return tuple(each for each in ranked if as_of.holds(each))
