"""The items above a local one: its counterparts up to the nation, and their kin in places above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.link import Registry
    from bps.model import Item

# What no longer holds, or does not hold yet, promises nothing.
NOT_LIVE: Final = frozenset({"planned", "project", "replaced", "withdrawn", "ended"})


def is_live(item: Item) -> bool:
    """Whether an item is promised now, as far as its status says."""
    return item.status not in NOT_LIVE


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


def higher_items(
    registry: Registry, item: Item, by_place: Mapping[str, tuple[Item, ...]]
) -> tuple[Item, ...]:
    """Every live item that a local item is held against, the nearest first.

    Args:
        registry: The register.
        item: A local item.
        by_place: Items of each place.

    Returns:
        The chain of its counterparts, with those items of the places above that carry out the same
        item at the top of the chain, also where this item does not name them.
    """
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
    return tuple(each for each in ranked if is_live(each))


def places_above(registry: Registry, place: str) -> tuple[str, ...]:
    """Places above a place, the nearest first; ends where a circle closes."""
    found: list[str] = []
    current = registry.find("jurisdiction", place)
    while current is not None and current.parent and current.parent not in (place, *found):
        found.append(current.parent)
        current = registry.find("jurisdiction", current.parent)
    return tuple(found)
