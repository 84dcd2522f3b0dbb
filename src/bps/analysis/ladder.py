"""The level ladder of one measure: nation, provinces and cities, over time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bps.analysis.direction import direction_of
from bps.relations.places import nation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bps.link import Registry
    from bps.model import Item, Level, Text

# From the nation downwards; the order in which rungs are shown.
_LEVELS = (
    "country",
    "province",
    "prefecture",
    "county",
    "township",
    "community",
    "functional-area",
)


@dataclass(frozen=True, slots=True)
class Rung:
    """One dated level of a place.

    Attributes:
        place: Id of the place.
        place_level: Level of the place, such as `province`.
        item: Id of the item it belongs to.
        applies_to: Group or case it is for.
        value: The value.
        comparator: How it is meant.
        start: First day, as recorded.
        end: Last day, as recorded.
        source: Id of the source.
        how: How it was obtained.
    """

    place: str
    place_level: str
    item: str
    applies_to: Text | None
    value: Decimal
    comparator: str | None
    start: str | None
    end: str | None
    source: str
    how: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """All values of one measure with one basis.

    Attributes:
        measure: Id of the indicator.
        unit: Unit of the values.
        per: What they are counted per.
        period: Time they are counted for.
        direction: Which way is better.
        rungs: The values: nation first, then provinces, cities, counties; by place and date.
        places: Number of places below the nation [places].
        has_national: Whether the nation sets this level.
    """

    measure: str
    unit: str | None
    per: str | None
    period: str | None
    direction: str | None
    rungs: tuple[Rung, ...]
    places: int
    has_national: bool


def ladders(registry: Registry, *, measure: str | None = None) -> tuple[Ladder, ...]:
    """Ladders of all measures that at least one place below the nation sets.

    Values with another unit, base or period stand on a ladder of their own: they are not
    converted.

    Args:
        registry: The register.
        measure: Only this measure; all when None.

    Returns:
        The ladders, those with a national rung and most places first.

    Raises:
        UnknownRecord: If the register has no such indicator.
    """
    if measure is not None:
        registry.get("indicator", measure)
    ranks = {one.id: one.level for one in registry.iter("jurisdiction")}
    groups: dict[tuple[str, str | None, str | None, str | None], list[Rung]] = {}
    for item in registry.iter("item"):
        for level in item.levels:
            if level.value is not None and measure in {None, level.measure}:
                key = (level.measure, level.unit, level.per, level.period)
                groups.setdefault(key, []).append(_rung(item, level, ranks))
    country = nation(registry)
    found = [
        _ladder(registry, key, rungs, country)
        for key, rungs in groups.items()
        if measure is not None or any(rung.place != country for rung in rungs)
    ]
    found.sort(key=lambda one: (not one.has_national, -one.places, one.measure, one.unit or ""))
    return tuple(found)


def _rung(item: Item, level: Level, ranks: Mapping[str, str]) -> Rung:
    return Rung(
        place=item.jurisdiction,
        place_level=ranks.get(item.jurisdiction, "functional-area"),
        item=item.id,
        applies_to=level.applies_to,
        value=Decimal(level.value or "0"),
        comparator=level.comparator,
        start=level.from_,
        end=level.to,
        source=level.evidence.source,
        how=level.evidence.how,
    )


def _ladder(
    registry: Registry,
    key: tuple[str, str | None, str | None, str | None],
    rungs: Iterable[Rung],
    country: str | None,
) -> Ladder:
    ordered = sorted(
        rungs,
        key=lambda one: (_LEVELS.index(one.place_level), one.place, one.start or "", one.value),
    )
    places = {rung.place for rung in ordered}
    return Ladder(
        measure=key[0],
        unit=key[1],
        per=key[2],
        period=key[3],
        direction=direction_of(registry, key[0]),
        rungs=tuple(ordered),
        places=len(places - {country}),
        has_national=country in places,
    )
