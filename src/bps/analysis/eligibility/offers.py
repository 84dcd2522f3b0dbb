"""Which services are offered at a place: the nearest record wins, the nation is the floor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bps.analysis.eligibility.evaluate import Condition, as_condition
from bps.analysis.eligibility.table import sentence
from bps.findings.words import Words
from bps.relations.applying import applying
from bps.relations.counterparts import chain_of
from bps.relations.places import items_by_place
from bps.relations.state import AsOf

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Item, Text

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
        notes: What to know besides: they change no verdict.
    """

    id: str
    jurisdiction: str
    condition: Condition | None
    untested: tuple[Words, ...] = ()
    when_no: Words | None = None
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """What applies at a place.

    Attributes:
        place: The place.
        chain: The place and all above it, nearest first.
        offers: The services, sorted by id.
        recorded: Places of the chain, below the nation, with items of their own.
        falls_back: Whether only the national floor is known here.
    """

    place: str
    chain: tuple[str, ...]
    offers: tuple[Offer, ...]
    recorded: tuple[str, ...]
    falls_back: bool


def offers_at(registry: Registry, place: str, *, on: date = date.max) -> Offers:
    """Collect the services of a place, see `bps.relations.applying`.

    Args:
        registry: The linked records.
        place: Id of a jurisdiction.
        on: The day asked about; the end of the calendar for what is known now.

    Returns:
        The services with their conditions. One that stands beside local ones which cover only a
        part of it says so.

    Raises:
        UnknownRecord: There is no such place.
    """
    found = applying(AsOf(registry, on), place, items_by_place(registry))
    offers = []
    for item in found.items:
        beside = found.narrower.get(item.id, ())
        notes = tuple(beside_narrower(one) for one in beside)
        offers.append(replace(offer_of(registry, item), notes=notes))
    return Offers(place, found.chain, tuple(offers), found.recorded, found.falls_back)


def beside_narrower(item: Item) -> Words:
    """That a local item is narrower than the one that stands beside it, and what that means."""
    return sentence("beside-narrower").filled(name=_words(item.name))


def offer_of(registry: Registry, item: Item) -> Offer:
    """The offer of one item; without a condition of its own it takes that of its counterpart."""
    own = tuple(_words(text) for text in item.untested)
    if item.eligibility is not None:
        return Offer(item.id, item.jurisdiction, as_condition(item.eligibility), own)
    base = next(
        (found for found in chain_of(registry, item) if found.eligibility is not None),
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
