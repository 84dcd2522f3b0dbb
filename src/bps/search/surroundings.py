"""What stands around a record: its place with the places above it, its areas, groups and events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.model import Item, Jurisdiction, LifeEvents, Recipients
from bps.relations.places import nation, place_chain, short_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bps.link import Registry
    from bps.model import Record, Text


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Names and trees that documents borrow words from.

    Attributes:
        nation: Id of the country, or "" in a register without one.
        places: Jurisdictions by id.
        chains: Each place and those above it, nearest first, by its id.
        areas: Name and id of the wider area by "scheme/concept".
        groups: Name and id of the wider group by id.
        events: Name by id.
    """

    nation: str
    places: Mapping[str, Jurisdiction]
    chains: Mapping[str | None, tuple[str, ...]]
    areas: Mapping[str, tuple[Text, str | None]]
    groups: Mapping[str, tuple[Text, str | None]]
    events: Mapping[str, Text]

    @classmethod
    def of(cls, registry: Registry) -> Surroundings:
        """Collect them from a registry."""
        return cls(
            nation=nation(registry) or "",
            places={place.id: place for place in registry.iter("jurisdiction")},
            chains={
                place.id: place_chain(registry, place.id) for place in registry.iter("jurisdiction")
            },
            areas={
                f"{scheme.id}/{each.id}": (
                    each.name,
                    f"{scheme.id}/{each.broader}" if each.broader else None,
                )
                for scheme in registry.iter("domain-scheme")
                for each in scheme.concepts
            },
            groups={
                each.id: (each.name, each.broader)
                for tree in registry.iter("recipients")
                if isinstance(tree, Recipients)
                for each in tree.concepts
            },
            events={
                each.id: each.name
                for tree in registry.iter("life-events")
                if isinstance(tree, LifeEvents)
                for each in tree.concepts
            },
        )

    def places_of(self, record: Record) -> tuple[str, ...]:
        """Ids of the record's place and of the places above it, without the nation."""
        place = (
            record.id if isinstance(record, Jurisdiction) else getattr(record, "jurisdiction", None)
        )
        chain = self.chains.get(place, ())
        # Places of a base are reached by reference and are none of the places gone through.
        return tuple(each for each in chain if each in self.places and each != self.nation)

    def place_names(self, places: Iterable[str]) -> tuple[str, ...]:
        """Names of places, long and short, in both languages."""
        return tuple(
            dict.fromkeys(
                name
                for place in places
                for record in (self.places[place],)
                for name in (record.name.zh, record.name.en, *self.short_names(record))
                if name
            )
        )

    def short_names(self, place: Jurisdiction) -> tuple[str, ...]:
        """The name of a place as people say it."""
        short = short_name(place.name.zh or "")
        return (short,) if short else ()

    def area_names(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Names of areas and of the wider areas above them."""
        return _names(_upwards(refs, self.areas), self.areas)

    def group_names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names of recipient groups."""
        return _names(ids, self.groups)

    def event_names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names of life events."""
        return tuple(
            words for each in ids for words in (self.events[each].zh, self.events[each].en) if words
        )

    def facets(
        self, record: Record, places: tuple[str, ...]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Values by facet; a wider value holds for everything below it."""
        jurisdiction = getattr(record, "jurisdiction", None)
        refs = [ref for ref in (getattr(record, "domain", None),) if ref]
        refs += getattr(record, "domains", ()) or ()
        groups = record.recipients if isinstance(record, Item) else ()
        events = record.life_events if isinstance(record, Item) else ()
        values = {
            "place": (
                *places,
                *((self.nation,) if jurisdiction and jurisdiction == self.nation else ()),
            ),
            "area": tuple(_upwards(refs, self.areas)),
            "recipients": tuple(_upwards(groups, self.groups)),
            "life_event": events,
        }
        return tuple((name, tuple(found)) for name, found in values.items() if found)


def _upwards(refs: Iterable[str], tree: Mapping[str, tuple[Text, str | None]]) -> list[str]:
    """The concepts and every wider concept above them, each once."""
    found: dict[str, None] = {}
    for ref in refs:
        step: str | None = ref
        while step is not None and step in tree and step not in found:
            found[step] = None
            step = tree[step][1]
    return list(found)


def _names(refs: Iterable[str], tree: Mapping[str, tuple[Text, str | None]]) -> tuple[str, ...]:
    return tuple(
        words
        for ref in refs
        if ref in tree
        for words in (tree[ref][0].zh, tree[ref][0].en)
        if words
    )
