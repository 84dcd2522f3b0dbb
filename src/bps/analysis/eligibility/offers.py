"""Which services are offered at a place: the nearest record wins, the nation is the floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.eligibility.evaluate import Condition, as_condition
from bps.analysis.eligibility.table import sentence
from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Item, Text

# What is planned is not offered yet; what has ended is offered no longer.
_OFFERED = frozenset({"in-force", "unknown"})
# A local standard may not be lower than the national one, so who qualifies nationally does so here
# too, unless the local item is known to cover only a part.
_UNSURE = {"narrower": "narrower", "split": "differs", "merged": "differs"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One service as it is offered.

    Attributes:
        id: The item.
        jurisdiction: Whose item it is.
        condition: Who qualifies; None when nothing is recorded.
        untested: Conditions that cannot be computed.
        when_no: What to say when the condition fails but the local service may be wider; None
            when a failing condition settles the matter.
    """

    id: str
    jurisdiction: str
    condition: Condition | None
    untested: tuple[Words, ...] = ()
    when_no: Words | None = None


@dataclass(frozen=True, slots=True)
class Offers:
    """What applies at a place.

    Attributes:
        place: The place.
        chain: The place and all above it, nearest first.
        offers: The services, sorted by id.
        recorded: Places of the chain, below the nation, with items of their own.
    """

    place: str
    chain: tuple[str, ...]
    offers: tuple[Offer, ...]
    recorded: tuple[str, ...]

    @property
    def falls_back(self) -> bool:
        """Whether only the national floor is known here."""
        return not self.recorded and len(self.chain) > 1


def offers_at(registry: Registry, place: str) -> Offers:
    """Collect the services of a place.

    A local item takes the place of its counterpart further up, and of everything between that
    stands for the same; one that covers only a part leaves the others standing beside it.

    Args:
        registry: The linked records.
        place: Id of a jurisdiction.

    Returns:
        The services with their conditions.

    Raises:
        UnknownRecord: There is no such place.
    """
    chain = place_chain(registry, place)
    by_place: dict[str, list[Item]] = {name: [] for name in chain}
    for item in registry.iter("item"):
        if item.jurisdiction in by_place and is_offered(item):
            by_place[item.jurisdiction].append(item)
    taken: set[str] = set()
    offers: list[Offer] = []
    for name in chain:
        here = [(item, counterparts(registry, item)) for item in by_place[name]]
        offers += [
            offer_of(registry, item)
            for item, above in here
            if item.id not in taken and taken.isdisjoint(above)
        ]
        taken.update(*(above for item, above in here if not covers_a_part(item)))
    return Offers(
        place=place,
        chain=chain,
        offers=tuple(sorted(offers, key=lambda offer: offer.id)),
        recorded=tuple(name for name in chain[:-1] if by_place[name]),
    )


def is_offered(item: Item) -> bool:
    """Whether people can have it now."""
    return item.status in _OFFERED


def covers_a_part(item: Item) -> bool:
    """Whether a local item is known to cover only a part of its counterpart."""
    return item.counterpart is not None and item.counterpart.scope in {"narrower", "split"}


def place_chain(registry: Registry, place: str) -> tuple[str, ...]:
    """The place and everything above it, nearest first."""
    chain: list[str] = []
    at: str | None = registry.get("jurisdiction", place).id
    while at is not None and at not in chain:
        chain.append(at)
        found = registry.find("jurisdiction", at)
        at = found.parent if found is not None else None
    return tuple(chain)


def counterparts(registry: Registry, item: Item) -> tuple[str, ...]:
    """Ids of the items further up that this one stands for, nearest first."""
    found: list[str] = []
    at: Item | None = item
    while at is not None and at.counterpart is not None and at.counterpart.item is not None:
        at = registry.find("item", at.counterpart.item)
        if at is None or at.id in found:
            break
        found.append(at.id)
    return tuple(found)


def offer_of(registry: Registry, item: Item) -> Offer:
    """The offer of one item; without a condition of its own it takes that of its counterpart."""
    own = tuple(_words(text) for text in item.untested)
    if item.eligibility is not None:
        return Offer(item.id, item.jurisdiction, as_condition(item.eligibility), own)
    base = next(
        (
            found
            for ref in counterparts(registry, item)
            if (found := registry.find("item", ref)) is not None and found.eligibility is not None
        ),
        None,
    )
    if base is None or base.eligibility is None or item.counterpart is None:
        return Offer(item.id, item.jurisdiction, None, (sentence("not-recorded"), *own))
    scope = item.counterpart.scope
    untested = (*(_words(text) for text in base.untested), *own)
    if note := _UNSURE.get(scope):
        untested = (sentence(note), *untested)
    return Offer(
        item.id,
        item.jurisdiction,
        as_condition(base.eligibility),
        untested,
        sentence("wider") if scope == "wider" else None,
    )


def _words(text: Text) -> Words:
    return Words(text.in_language("zh"), text.in_language("en"))
