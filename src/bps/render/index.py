"""What pages ask of the registry again and again, worked out once for both languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bps.analysis.analyses import Analyses
from bps.model import LifeEvents, Recipients
from bps.relations.listed_on import list_periods
from bps.relations.places import items_by_place, nation, place_chain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bps.link import Registry
    from bps.model import (
        Concept,
        DomainScheme,
        Item,
        Jurisdiction,
        LifeEvent,
        ObservationSet,
        RecipientGroup,
        Standard,
    )
    from bps.model.item import Tie
    from bps.relations.applied_on import Period


class Index:
    """Registry with the groupings that pages need.

    Attributes:
        registry: The linked records.
    """

    def __init__(self, registry: Registry, analyses: Analyses | None = None) -> None:
        """Remember the registry; groupings are made when first asked for.

        Args:
            registry: The linked records.
            analyses: What was worked out about it already.
        """
        self.registry = registry
        self._analyses = analyses
        self._groups: dict[tuple[str, str], dict[str, tuple[Any, ...]]] = {}

    def analyses(self, today: date) -> Analyses:
        """The analyses of a day; worked out once, unless they were handed over."""
        if self._analyses is None or self._analyses.today != today:
            self._analyses = Analyses(self.registry, today=today)
        return self._analyses

    @cached_property
    def nation(self) -> str:
        """Id of the country, whose items are the floor for the rest; "" in a register without one."""
        return nation(self.registry) or ""

    @cached_property
    def main_scheme(self) -> str:
        """Id of the scheme of areas that most of the nation's items use."""
        counts: Counter[str] = Counter(
            item.domain.partition("/")[0]
            for item in self.items_by_place.get(self.nation, ())
            if item.domain
        )
        return min(counts, key=lambda scheme: (-counts[scheme], scheme), default="")

    @cached_property
    def list_periods(self) -> Mapping[str, Period]:
        """From when to when each list edition applied."""
        return list_periods(self.registry)

    # Concepts ------------------------------------------------------------------------------------

    @cached_property
    def concepts(self) -> Mapping[str, tuple[DomainScheme, Concept]]:
        """Every concept of every scheme by its reference `scheme/concept`."""
        return {
            f"{scheme.id}/{concept.id}": (scheme, concept)
            for scheme in self.registry.iter("domain-scheme")
            for concept in scheme.concepts
        }

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """Concepts right below a concept; a scheme's id gives its top concepts."""
        below: defaultdict[str, list[str]] = defaultdict(list)
        for ref, (scheme, concept) in self.concepts.items():
            above = f"{scheme.id}/{concept.broader}" if concept.broader else scheme.id
            below[above].append(ref)
        return {key: tuple(refs) for key, refs in below.items()}

    def with_narrower(self, ref: str) -> tuple[str, ...]:
        """A concept and everything below it."""
        found = [ref]
        for each in found:
            found.extend(self.narrower.get(each, ()))
        return tuple(found)

    def with_broader(self, ref: str) -> tuple[str, ...]:
        """A concept and everything above it, the highest first."""
        chain: list[str] = []
        current: str | None = ref
        while current is not None and current in self.concepts and current not in chain:
            scheme, concept = self.concepts[current]
            chain.append(current)
            current = f"{scheme.id}/{concept.broader}" if concept.broader else None
        return tuple(reversed(chain))

    def national_area(self, ref: str | None) -> str:
        """National area that a concept of any scheme belongs to, or "" when none is known."""
        return self._national_areas.get(ref, "") if ref else ""

    @cached_property
    def _national_areas(self) -> Mapping[str, str]:
        found = {}
        main = f"{self.main_scheme}/"
        for ref in self.concepts:
            for step in reversed(self.with_broader(ref)):
                near = [m.concept for m in self.concepts[step][1].matches if m.kind != "narrower"]
                inside = next(
                    (e for e in (step, *near) if e.startswith(main) and e in self.concepts), None
                )
                if inside is not None:
                    found[ref] = self.with_broader(inside)[0]
                    break
        return found

    @cached_property
    def recipient_groups(self) -> Mapping[str, RecipientGroup]:
        """Every recipient group by its id."""
        return {
            group.id: group
            for record in self.registry.iter("recipients")
            if isinstance(record, Recipients)
            for group in record.concepts
        }

    @cached_property
    def life_events(self) -> Mapping[str, LifeEvent]:
        """Every life event by its id, in the order of the file."""
        return {
            event.id: event
            for record in self.registry.iter("life-events")
            if isinstance(record, LifeEvents)
            for event in record.concepts
        }

    # Items ---------------------------------------------------------------------------------------

    @cached_property
    def items_by_domain(self) -> Mapping[str, tuple[Item, ...]]:
        """Items under a concept, those of narrower concepts included."""
        found: defaultdict[str, list[Item]] = defaultdict(list)
        for item in self.registry.iter("item"):
            for ref in self.with_broader(item.domain) if item.domain else ():
                found[ref].append(item)
        return {ref: tuple(items) for ref, items in found.items()}

    @cached_property
    def items_by_place(self) -> Mapping[str, tuple[Item, ...]]:
        """Items of a place's own."""
        return items_by_place(self.registry)

    @cached_property
    def items_by_recipient(self) -> Mapping[str, tuple[Item, ...]]:
        """Items for a recipient group."""
        return self._group("item", "recipients")

    @cached_property
    def items_by_event(self) -> Mapping[str, tuple[Item, ...]]:
        """Items that belong to a life event, whether the item or the journey says so."""
        found: defaultdict[str, dict[str, Item]] = defaultdict(dict)
        for item in self.registry.iter("item"):
            for named in item.life_events:
                found[named][item.id] = item
        for event_id, event in self.life_events.items():
            for step in event.steps:
                for item_id in step.items:
                    known = self.registry.find("item", item_id)
                    if known is not None:
                        found[event_id].setdefault(item_id, known)
        return {event: tuple(items.values()) for event, items in found.items()}

    @cached_property
    def items_by_list(self) -> Mapping[str, tuple[tuple[int | None, Item], ...]]:
        """Items of a list with their number there, by number."""
        found: defaultdict[str, list[tuple[int | None, Item]]] = defaultdict(list)
        for item in self.registry.iter("item"):
            for listing in item.listed_in:
                found[listing.list].append((listing.number, item))
        return {
            list_id: tuple(sorted(rows, key=lambda row: (row[0] is None, row[0] or 0, row[1].id)))
            for list_id, rows in found.items()
        }

    @cached_property
    def local_forms(self) -> Mapping[str, tuple[Item, ...]]:
        """Local items that name an item as their counterpart."""
        found: defaultdict[str, list[Item]] = defaultdict(list)
        for item in self.registry.iter("item"):
            if item.counterpart and item.counterpart.item:
                found[item.counterpart.item].append(item)
        return {item_id: tuple(items) for item_id, items in found.items()}

    @cached_property
    def ties_by_standard(self) -> Mapping[str, tuple[tuple[Item, Tie], ...]]:
        """Items that a standard governs, with the kind of tie."""
        found: defaultdict[str, list[tuple[Item, Tie]]] = defaultdict(list)
        for item in self.registry.iter("item"):
            for tie in item.standards:
                found[tie.standard].append((item, tie))
        return {standard: tuple(rows) for standard, rows in found.items()}

    @cached_property
    def levels_by_measure(self) -> Mapping[str, tuple[Item, ...]]:
        """Items with at least one level of a measure."""
        found: defaultdict[str, dict[str, Item]] = defaultdict(dict)
        for item in self.registry.iter("item"):
            for level in item.levels:
                found[level.measure][item.id] = item
        return {measure: tuple(items.values()) for measure, items in found.items()}

    @cached_property
    def by_listing(self) -> Mapping[str, tuple[Standard, ...]]:
        """Standards that a list or series carries, by number."""
        found: defaultdict[str, list[tuple[int, str, Standard]]] = defaultdict(list)
        for standard in self.registry.iter("standard"):
            for listing in standard.listed_in:
                found[listing.list].append((listing.number or 10_000, standard.id, standard))
        return {
            key: tuple(row[2] for row in sorted(rows, key=lambda r: r[:2]))
            for key, rows in found.items()
        }

    # Places --------------------------------------------------------------------------------------

    @cached_property
    def places_below(self) -> Mapping[str, tuple[Jurisdiction, ...]]:
        """Places right below a place."""
        return self._group("jurisdiction", "parent")

    def chain(self, place: str) -> tuple[str, ...]:
        """A place and everything above it, the nearest first."""
        return place_chain(self.registry, place)

    @cached_property
    def standards_by_place(self) -> Mapping[str, tuple[Standard, ...]]:
        """Standards of a place's own."""
        return self._group("standard", "jurisdiction")

    @cached_property
    def standards_by_domain(self) -> Mapping[str, tuple[Standard, ...]]:
        """Standards under a concept, those of narrower concepts included."""
        found: defaultdict[str, dict[str, Standard]] = defaultdict(dict)
        for standard in self.registry.iter("standard"):
            for domain in standard.domains:
                for ref in self.with_broader(domain):
                    found[ref][standard.id] = standard
        return {ref: tuple(records.values()) for ref, records in found.items()}

    @cached_property
    def results_by_place(self) -> Mapping[str, tuple[ObservationSet, ...]]:
        """Sets of results of a place."""
        return self._group("observation-set", "jurisdiction")

    def by(self, kind: str, key: str) -> Mapping[str, tuple[Any, ...]]:
        """Records of a type grouped by one of their fields (a reference, or several)."""
        if (kind, key) not in self._groups:
            self._groups[kind, key] = self._group(kind, key)
        return self._groups[kind, key]

    def _group(self, kind: str, key: str) -> dict[str, tuple[Any, ...]]:
        found: defaultdict[str, list[Any]] = defaultdict(list)
        for record in self.registry.iter(kind):
            value = getattr(record, key)
            for each in (value,) if isinstance(value, str) else value or ():
                found[each].append(record)
        return {each: tuple(records) for each, records in found.items()}
