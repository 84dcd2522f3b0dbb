"""What applies in a place on a day: the nearest item wins, the nation is the floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.relations.counterparts import chain_of, covers_a_part
from bps.relations.places import place_chain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bps.model import Item
    from bps.relations.state import AsOf


@dataclass(frozen=True, slots=True)
class Applying:
    """What applies in a place on a day.

    Attributes:
        place: The place.
        chain: The place and all above it, nearest first.
        items: The items, sorted by id.
        recorded: Places of the chain, below the nation, with items of their own in force.
        narrower: For an item that applies here beside local ones that are known to cover only a part
            of it: those local ones.
    """

    place: str
    chain: tuple[str, ...]
    items: tuple[Item, ...]
    recorded: tuple[str, ...]
    narrower: Mapping[str, tuple[Item, ...]]

    @property
    def falls_back(self) -> bool:
        """Whether only the national floor is known here."""
        return not self.recorded and len(self.chain) > 1


def applying(as_of: AsOf, place: str, by_place: Mapping[str, Sequence[Item]]) -> Applying:
    """Collect what applies in a place.

    A local item takes the place of its counterpart further up, and of everything between that
    stands for the same. One that covers only a part leaves the others standing beside it: a local
    item that is narrower does not take a promise of the nation away.

    Args:
        as_of: The register on a day.
        place: Id of a jurisdiction.
        by_place: Items of each place.

    Returns:
        The items in force that day, or of which nothing says that they are not.

    Raises:
        UnknownRecord: There is no such place.
    """
    chain = place_chain(as_of.registry, place)
    own = {
        name: [
            (item, [one.id for one in chain_of(as_of.registry, item)])
            for item in by_place.get(name, ())
            if as_of.holds(item)
        ]
        for name in chain
    }
    taken: set[str] = set()
    found: list[Item] = []
    parts: dict[str, list[Item]] = {}
    for name in chain:
        found += [
            item for item, above in own[name] if item.id not in taken and taken.isdisjoint(above)
        ]
        for item, above in own[name]:
            if covers_a_part(item):
                for one in above:
                    parts.setdefault(one, []).append(item)
            else:
                taken.update(above)
    return Applying(
        place=place,
        chain=chain,
        items=tuple(sorted(found, key=lambda item: item.id)),
        recorded=tuple(name for name in chain[:-1] if own[name]),
        narrower={item.id: tuple(parts[item.id]) for item in found if item.id in parts},
    )
