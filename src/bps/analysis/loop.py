"""Walk the loop "list – standards – monitoring – adjustment" for one place.

From each domain in which results are weak to the items behind it, the standards that govern them,
the units that lead them, and what is due for review.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.direction import direction_of
from bps.analysis.lifecycle import review_clock
from bps.analysis.monitoring import results
from bps.findings.words import Words
from bps.relations.concepts import Tree, domain_tree, matched
from bps.relations.days import days_of
from bps.relations.places import items_by_place, nation, places_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from bps.analysis.monitoring import Result
    from bps.link import Registry
    from bps.model import Item, Standard

_ALERTS = frozenset({"overdue", "maybe-due", "due-soon"})


@dataclass(frozen=True, slots=True)
class Weakness:
    """Why a domain counts as weak.

    Attributes:
        result: The result it rests on.
        reason: Why, in one sentence.
    """

    result: Result
    reason: Words


@dataclass(frozen=True, slots=True)
class LoopDomain:
    """A domain of a place with everything behind it.

    Attributes:
        domain: Reference of the domain.
        weaknesses: Why it is weak; empty for a domain without a weak result.
        results: Number of results of the place in it [results].
        items: Items of the place in it, and national ones the place has no record for.
        standards: Standards that govern those items or belong to the domain.
        units: Units that lead the items.
        due: Those standards whose review date has passed or comes soon.
    """

    domain: str
    weaknesses: tuple[Weakness, ...]
    results: int
    items: tuple[str, ...]
    standards: tuple[str, ...]
    units: tuple[str, ...]
    due: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """The loop of one place.

    Attributes:
        place: Id of the place.
        domains: Domains in which it has results, weak ones first.
        overall: Weaknesses of the place as a whole, such as a rank or a target.
    """

    place: str
    domains: tuple[LoopDomain, ...]
    overall: tuple[Weakness, ...]


def loop(registry: Registry, place: str, *, today: date) -> Loop:
    """Walk the loop for one place.

    Args:
        registry: The register.
        place: Id of the place.
        today: The day on which "due" is judged.

    Returns:
        Its domains with what stands behind them.

    Raises:
        UnknownRecord: If the register has no such place.
    """
    registry.get("jurisdiction", place)
    return _walk(_ground(registry, today), place)


def loops(
    registry: Registry, *, today: date, found: Sequence[Result] | None = None
) -> tuple[Loop, ...]:
    """Walk the loop for every place that has results, in the order of the results.

    Args:
        registry: The register.
        today: The day on which "past" is judged.
        found: All results, where they are at hand.
    """
    ground = _ground(registry, today, found)
    return tuple(_walk(ground, place) for place in ground.results)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every walk needs, gathered once."""

    registry: Registry
    today: date
    tree: Tree
    matches: Mapping[str, frozenset[str]]
    country: str | None
    results: Mapping[str, Sequence[Result]]
    items: Mapping[str, Sequence[Item]]
    standards: Mapping[str, Sequence[Standard]]


def _ground(registry: Registry, today: date, found: Sequence[Result] | None = None) -> _Ground:
    by_place: dict[str, list[Result]] = {}
    for one in results(registry) if found is None else found:
        by_place.setdefault(one.place, []).append(one)
    standards: dict[str, list[Standard]] = {}
    for standard in registry.iter("standard"):
        standards.setdefault(standard.jurisdiction or "", []).append(standard)
    return _Ground(
        registry=registry,
        today=today,
        tree=domain_tree(registry),
        matches=matched(registry),
        country=nation(registry),
        results=by_place,
        items=items_by_place(registry),
        standards=standards,
    )


def _walk(ground: _Ground, place: str) -> Loop:
    registry = ground.registry
    above = places_above(registry, place)
    averages = _averages((one for higher in above for one in ground.results.get(higher, ())), above)
    mine = ground.results.get(place, ())
    weak = [
        Weakness(one, reason)
        for one in mine
        for reason in _reasons(registry, one, averages, ground.today)
    ]
    names = dict.fromkeys(one.domain for one in mine if one.domain is not None)
    domains = [_behind(ground, place, name, weak) for name in names]
    domains.sort(key=lambda one: (not one.weaknesses, one.domain))
    return Loop(
        place=place,
        domains=tuple(domains),
        overall=tuple(one for one in weak if one.result.domain is None),
    )


def _averages(
    everything: Iterable[Result], above: tuple[str, ...]
) -> Mapping[tuple[str | None, ...], Result]:
    """Results of the nearest place above, to be compared with."""
    found: dict[tuple[str | None, ...], Result] = {}
    for one in everything:
        if one.place in above and one.value is not None and one.period is not None:
            known = found.get(one.comparable)
            if known is None or above.index(one.place) < above.index(known.place):
                found[one.comparable] = one
    return found


def _reasons(
    registry: Registry,
    one: Result,
    averages: Mapping[tuple[str | None, ...], Result],
    today: date,
) -> Iterator[Words]:
    if one.met is False:
        yield Words(
            zh=f"未达目标 {one.target}" if one.target is not None else "来源称偏弱或未达标",
            en=f"Target of {one.target} not met"
            if one.target is not None
            else "Weak or below target, as the source says",
        )
    elif _is_past(one, today):
        yield Words(
            zh=f"目标 {one.target} 应于 {one.target_date} 达到，未收录结果",
            en=f"Target of {one.target} was due {one.target_date}; no result is recorded",
        )
    if one.numerator and one.denominator and direction_of(registry, one.indicator) == "lower":
        yield Words(
            zh=f"越少越好的指标：{one.numerator}，共 {one.denominator}",
            en=f"The fewer the better: {one.numerator} of {one.denominator}",
        )
    average = averages.get(one.comparable)
    if average is not None and average.value is not None and _is_worse(registry, one, average):
        above = registry.get("jurisdiction", average.place).name
        yield Words(
            zh=f"低于上级平均：{one.value}，{above.zh or average.place} {average.value}",
            en=f"Worse than the level above: {one.value}, {above.en or average.place} {average.value}",
        )
    # A rank given for the nation ranks its domains among themselves, not the place.
    below = registry.get("jurisdiction", one.place).level != "country"
    if below and one.rank is not None and one.of and one.rank * 2 > one.of:
        yield Words(
            zh=f"位次在后一半：第 {one.rank} 位，共 {one.of} 个",
            en=f"In the lower half: rank {one.rank} of {one.of}",
        )


def _is_past(one: Result, today: date) -> bool:
    return (
        one.target_date is not None and one.value is None and days_of(one.target_date).last < today
    )


def _is_worse(registry: Registry, one: Result, average: Result) -> bool:
    direction = direction_of(registry, one.indicator)
    if one.value is None or average.value is None:
        return False
    if direction == "higher":
        return one.value < average.value
    return direction == "lower" and one.value > average.value


def _behind(ground: _Ground, place: str, domain: str, weak: Iterable[Weakness]) -> LoopDomain:
    family = {domain} | ground.matches.get(domain, frozenset())
    items = _items(ground, place, family)
    tied = {tie.standard for item in items for tie in item.standards}
    named = {
        standard.id
        for standard in ground.standards.get(place, ())
        if any(family & set(ground.tree.line(ref)) for ref in standard.domains)
    }
    standards = sorted(tied | named)
    records = [ground.registry.find("standard", ref) for ref in standards]
    return LoopDomain(
        domain=domain,
        weaknesses=tuple(one for one in weak if one.result.domain == domain),
        results=sum(one.domain == domain for one in ground.results.get(place, ())),
        items=tuple(item.id for item in items),
        standards=tuple(standards),
        units=tuple(sorted({unit for item in items for unit in item.lead_units})),
        due=tuple(
            record.id
            for record in records
            if record is not None
            and review_clock(ground.registry, record, today=ground.today).state in _ALERTS
        ),
    )


def _items(ground: _Ground, place: str, family: set[str]) -> list[Item]:
    """Items of the place in a family of domains, and national ones it has no record for."""

    def within(owner: str) -> list[Item]:
        return [
            item
            for item in ground.items.get(owner, ())
            if item.domain and family & set(ground.tree.line(item.domain))
        ]

    local = within(place)
    answered = {item.counterpart.item for item in local if item.counterpart}
    national = within(ground.country) if ground.country else []
    return [*local, *(item for item in national if item.id not in answered)]
