"""What is recorded where: national items in places, areas in places, standards, results, groups.

A matrix is kept sparse: only cells with a record exist; every other cell is `not-recorded`, which
means that the register has no record, not that the place has no such service.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.floor import floors
from bps.findings.words import Words
from bps.relations.concepts import domain_tree
from bps.relations.counterparts import chain_of
from bps.relations.editions import current_edition, listed
from bps.relations.places import get_place_below, items_by_place, nation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bps.analysis.floor import Floor, ItemComparison
    from bps.link import Registry
    from bps.model import Item

State = Literal[
    "same", "wider", "higher", "below", "unknown", "not-applicable", "local-only", "not-recorded"
]

STATES: dict[str, Words] = {
    "same": Words(zh="相同", en="same"),
    "wider": Words(zh="范围更宽", en="wider"),
    "higher": Words(zh="水平更高", en="higher"),
    "below": Words(zh="低于底线", en="below"),
    "unknown": Words(zh="已收录，未比较", en="recorded, not compared"),
    "not-applicable": Words(zh="不适用", en="not applicable"),
    "local-only": Words(zh="地方自设", en="local only"),
    "not-recorded": Words(zh="未收录", en="not recorded"),
}
# Worst first: what a reviewer must see decides the cell.
_ORDER = ("below", "wider", "higher", "same", "unknown", "not-applicable")


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """A national item in a place.

    Attributes:
        item: Id of the national item.
        place: Id of the place.
        state: How it stands there.
        local_items: Ids of the local items that answer to it.
    """

    item: str
    place: str
    state: State
    local_items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaCell:
    """An area of the national list in a place.

    Attributes:
        area: Reference of the area.
        place: Id of the place.
        recorded: National items of the area that the place has a record for [items].
        total: National items of the area [items].
    """

    area: str
    place: str
    recorded: int
    total: int


@dataclass(frozen=True, slots=True)
class PlaceCoverage:
    """A place as a whole.

    Attributes:
        place: Id of the place.
        recorded: National items it has a record for [items].
        total: National items [items].
        local_only: Its items that answer to no national item [items].
        unrelated: Its items whose relation to the nation is not recorded [items].
        items: Its items [items].
    """

    place: str
    recorded: int
    total: int
    local_only: int
    unrelated: int
    items: int

    @property
    def share(self) -> float:
        """Share of national items recorded [percent]."""
        return 100 * self.recorded / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """National items in places.

    Attributes:
        edition: Id of the national list that sets the rows; None when the register has none.
        items: National items, in the order of the list.
        areas: Areas of the list, in its order.
        area_of: Area of each national item.
        places: The places, those with most national items first.
        cells: The cells with a record, by (item, place).
        area_cells: Areas by place.
    """

    edition: str | None
    items: tuple[str, ...]
    areas: tuple[str, ...]
    area_of: Mapping[str, str]
    places: tuple[PlaceCoverage, ...]
    cells: Mapping[tuple[str, str], CoverageCell]
    area_cells: tuple[AreaCell, ...]

    def state(self, item: str, place: str) -> State:
        """State of a national item in a place."""
        cell = self.cells.get((item, place))
        return cell.state if cell else "not-recorded"

    @property
    def share(self) -> float:
        """Share of all (item, place) cells that have a record [percent]."""
        total = len(self.items) * len(self.places)
        return 100 * len(self.cells) / total if total else 0.0


def coverage(
    registry: Registry,
    *,
    today: date,
    places: tuple[str, ...] = (),
    compared: Sequence[Floor] | None = None,
) -> Coverage:
    """Set the places of the register against the national list in force.

    Args:
        registry: The register.
        today: The day on which "in force" is judged.
        places: Ids of the places wanted; empty for every place that has items of its own.
        compared: The floor of every place on that day, where it is at hand.

    Returns:
        The matrix.

    Raises:
        UnknownRecord: If a place wanted is not in the register.
    """
    for place in places:
        get_place_below(registry, place)
    country = nation(registry)
    grouped = items_by_place(registry)
    edition = current_edition(registry, country, on=today) if country else None
    all_national = grouped.get(country, ()) if country else ()
    national = _in_order(
        listed(all_national, edition.id) if edition else all_national,
        edition.id if edition else None,
    )
    if compared is None:
        compared = floors(registry, today=today)
    by_place = {one.place: one.items for one in compared}
    wanted = places or tuple(place for place in grouped if place != country)
    cells: dict[tuple[str, str], CoverageCell] = {}
    summaries: list[PlaceCoverage] = []
    ids = {item.id for item in national}
    for place in wanted:
        local = grouped.get(place, ())
        standing = by_place.get(place, ())
        mine = _cells(registry, place, local, standing, ids)
        cells.update({(cell.item, place): cell for cell in mine})
        summaries.append(_summary(place, len(mine), len(national), standing, len(local)))
    summaries.sort(key=lambda one: (-one.recorded, -one.items, one.place))
    tree = domain_tree(registry)
    area_of = {item.id: tree.top(item.domain) for item in national if item.domain}
    areas = tuple(dict.fromkeys(area_of.values()))
    return Coverage(
        edition=edition.id if edition else None,
        items=tuple(item.id for item in national),
        areas=areas,
        area_of=area_of,
        places=tuple(summaries),
        cells=cells,
        area_cells=_area_cells(areas, area_of, summaries, cells),
    )


def _in_order(items: tuple[Item, ...], edition: str | None) -> tuple[Item, ...]:
    def number(item: Item) -> tuple[bool, int, str]:
        found = next((row.number for row in item.listed_in if row.list == edition), None)
        return found is None, found or 0, item.id

    return tuple(sorted(items, key=number))


def _cells(
    registry: Registry,
    place: str,
    local: Sequence[Item],
    standing: Sequence[ItemComparison],
    national: set[str],
) -> list[CoverageCell]:
    """Cells of a place; an item that does not hold that day was not compared and is not applicable."""
    compared = {one.item: one for one in standing}
    groups: dict[str, list[Item]] = {}
    for item in local:
        chain = chain_of(registry, item)
        if chain and chain[-1].id in national:
            groups.setdefault(chain[-1].id, []).append(item)
    return [
        CoverageCell(
            item=top,
            place=place,
            state=min((_state(compared.get(one.id)) for one in ones), key=_ORDER.index),
            local_items=tuple(one.id for one in ones),
        )
        for top, ones in groups.items()
    ]


def _state(one: ItemComparison | None) -> State:
    if one is None:
        return "not-applicable"
    if one.standing == "below":
        return "below"
    if one.scope == "wider":
        return "wider"
    if one.standing == "above":
        return "higher"
    return (
        "same" if one.standing in {"equal", "same-scope"} and one.scope != "unknown" else "unknown"
    )


def _summary(
    place: str, recorded: int, total: int, compared: Sequence[ItemComparison], items: int
) -> PlaceCoverage:
    return PlaceCoverage(
        place=place,
        recorded=recorded,
        total=total,
        local_only=sum(one.standing == "local-only" for one in compared),
        unrelated=sum(one.national is None and one.standing != "local-only" for one in compared),
        items=items,
    )


def _area_cells(
    areas: tuple[str, ...],
    area_of: Mapping[str, str],
    places: list[PlaceCoverage],
    cells: Mapping[tuple[str, str], CoverageCell],
) -> tuple[AreaCell, ...]:
    totals = dict.fromkeys(areas, 0)
    for area in area_of.values():
        totals[area] += 1
    counts: dict[tuple[str, str], int] = {}
    for item, place in cells:
        if item in area_of:
            key = (area_of[item], place)
            counts[key] = counts.get(key, 0) + 1
    return tuple(
        AreaCell(area, one.place, counts.get((area, one.place), 0), totals[area])
        for one in places
        for area in areas
    )
