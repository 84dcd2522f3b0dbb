"""Which records a question is about: the nation, its current list, places, families of concepts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.days import days_of
from bps.errors import UsageError
from bps.model import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bps.link import Registry
    from bps.model import Item, Jurisdiction, PublishedList


def nation(registry: Registry) -> str | None:
    """Id of the country the register is about, or None in a register without one."""
    return next((j.id for j in registry.iter("jurisdiction") if j.level == "country"), None)


def get_place_below(registry: Registry, place: str) -> Jurisdiction:
    """The jurisdiction with this id, to be held against the nation.

    Raises:
        UnknownRecord: If there is none.
        UsageError: If it is the nation itself.
    """
    found: Jurisdiction = registry.get("jurisdiction", place)
    if place == nation(registry):
        raise UsageError(
            f"{place} 是国家本身，各地才与它比较；请写一个省、市、县或社区。",
            f"{place} is the nation, with which places are compared; name a province, city, county "
            "or community.",
        )
    return found


def direction_of(registry: Registry, measure: str | None) -> str | None:
    """Which way of a measure is better: `higher`, `lower`, `none`; None where it is not known."""
    found = registry.find("indicator", measure) if measure else None
    return found.direction if isinstance(found, Indicator) else None


def items_by_place(registry: Registry) -> Mapping[str, tuple[Item, ...]]:
    """Items of each place that has any, items and places sorted by id."""
    found: dict[str, list[Item]] = {}
    for item in registry.iter("item"):
        found.setdefault(item.jurisdiction, []).append(item)
    return {place: tuple(found[place]) for place in sorted(found)}


def editions(registry: Registry, place: str) -> tuple[PublishedList, ...]:
    """Lists of a place, oldest first by the day they took effect."""
    lists = [one for one in registry.iter("list") if one.jurisdiction == place]
    return tuple(sorted(lists, key=lambda one: (edition_start(one) or "", one.id)))


def current_edition(registry: Registry, place: str, *, on: date) -> PublishedList | None:
    """The edition of a place's list that is in force on a day, or None.

    An edition counts as replaced from the day its successor took effect, whatever its recorded
    status: the status says how things stand today, the question may be about an earlier day.
    """
    begun = [
        one
        for one in editions(registry, place)
        if (text := edition_start(one)) is not None and days_of(text).first <= on
    ]
    chain = [one for one in begun if one.status in {"in-force", "replaced", None, "unknown"}]
    return chain[-1] if chain else None


def edition_start(one: PublishedList) -> str | None:
    """First day of an edition: in force, else published, else issued; None when not recorded."""
    return one.effective or one.published or one.issued


@dataclass(frozen=True, slots=True)
class Tree:
    """The concepts of all schemes, with their broader and narrower ones.

    Attributes:
        broader: Reference of the broader concept, for every concept that has one.
        order: References of all concepts, in the order of the schemes.
    """

    broader: Mapping[str, str]
    order: tuple[str, ...]

    def line(self, ref: str) -> Iterator[str]:
        """The concept and all broader ones, narrowest first; ends where a circle closes."""
        seen: set[str] = set()
        current: str | None = ref
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            current = self.broader.get(current)

    def top(self, ref: str) -> str:
        """The broadest concept above (or the concept itself)."""
        return tuple(self.line(ref))[-1]

    def depth(self, ref: str) -> int:
        """Number of broader concepts above."""
        return len(tuple(self.line(ref))) - 1

    def tops(self, scheme: str) -> tuple[str, ...]:
        """Concepts of a scheme without a broader one, in its order."""
        prefix = f"{scheme}/"
        return tuple(
            ref for ref in self.order if ref.startswith(prefix) and ref not in self.broader
        )


def domain_tree(registry: Registry) -> Tree:
    """All concepts of all domain schemes as a tree; references are `scheme/concept`."""
    broader: dict[str, str] = {}
    order: list[str] = []
    for scheme in registry.iter("domain-scheme"):
        for concept in scheme.concepts:
            ref = f"{scheme.id}/{concept.id}"
            order.append(ref)
            if concept.broader:
                broader[ref] = f"{scheme.id}/{concept.broader}"
    return Tree(broader=broader, order=tuple(order))


def matched(registry: Registry) -> Mapping[str, frozenset[str]]:
    """For every concept, the concepts of other schemes it is matched with, in both directions."""
    found: dict[str, set[str]] = {}
    for scheme in registry.iter("domain-scheme"):
        for concept in scheme.concepts:
            for match in concept.matches:
                ref = f"{scheme.id}/{concept.id}"
                found.setdefault(ref, set()).add(match.concept)
                found.setdefault(match.concept, set()).add(ref)
    return {ref: frozenset(found[ref]) for ref in sorted(found)}


def listed(items: Iterable[Item], list_id: str) -> tuple[Item, ...]:
    """Items that a list edition names."""
    return tuple(item for item in items if any(row.list == list_id for row in item.listed_in))
