"""What is handled elsewhere, and which numbers are for danger only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.model import Elsewhere

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Item, Matter
    from bps.model.provision import Channel


def matters(registry: Registry) -> tuple[Matter, ...]:
    """Well-known matters outside the lists, in the order of the file."""
    return tuple(
        matter
        for record in registry.iter("elsewhere")
        if isinstance(record, Elsewhere)
        for matter in record.matters
    )


def emergency_numbers(registry: Registry) -> frozenset[str]:
    """Numbers to call in danger, such as the fire brigade's; nobody there knows about money."""
    return frozenset(one.hotline for one in matters(registry) if one.emergency and one.hotline)


def telephones(registry: Registry, item: Item) -> tuple[Channel, ...]:
    """Channels of an item with a number to ask about it; emergency numbers are none.

    Args:
        registry: Holds the emergency numbers.
        item: The item.

    Returns:
        The channels, in the order of the record.
    """
    urgent = emergency_numbers(registry)
    return tuple(one for one in item.channels if one.number and one.number not in urgent)
