"""Items and the standards that govern them: which have none, which serve nothing.

A tie has a kind (sets the level, facility, procedure, staffing, quality, evaluation, terms). An
item tied only to replaced or withdrawn standards is as badly off as one without any, and harder
to notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.findings.words import Words
from bps.relations.state import AsOf
from bps.relations.statuses import OVER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bps.link import Registry

ItemState = Literal["governed", "only-withdrawn", "none"]

KINDS: dict[str, Words] = {
    "sets-level": Words(zh="规定水平", en="sets the level"),
    "facility": Words(zh="设施", en="facility"),
    "procedure": Words(zh="流程", en="procedure"),
    "staffing": Words(zh="人员", en="staffing"),
    "quality": Words(zh="质量", en="quality"),
    "evaluation": Words(zh="评价", en="evaluation"),
    "terms": Words(zh="术语", en="terms"),
}
ITEM_STATES: dict[str, Words] = {
    "none": Words(zh="没有标准", en="no standard"),
    "only-withdrawn": Words(zh="只有已废止或被代替的标准", en="only withdrawn or replaced ones"),
    "governed": Words(zh="有现行标准", en="has a standard in force"),
}


@dataclass(frozen=True, slots=True)
class ItemTies:
    """The standards of one item.

    Attributes:
        item: Id of the item.
        state: Whether it has standards, and whether any of them is still alive.
        standards: Ids of its standards by kind of tie.
    """

    item: str
    state: ItemState
    standards: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Ties:
    """Items against standards.

    Attributes:
        items: The items, those without a standard first.
        idle: Standards that serve no item, neither by a tie nor by a service point.
    """

    items: tuple[ItemTies, ...]
    idle: tuple[str, ...]

    def count(self, state: ItemState) -> int:
        """Number of items in this state [items]."""
        return sum(one.state == state for one in self.items)


def ties(registry: Registry, *, today: date, place: str | None = None) -> Ties:
    """Join items and standards.

    Args:
        registry: The register.
        today: The day on which "in force" is judged.
        place: Only items of this place; all when None.

    Returns:
        Items with their standards, and standards without an item.

    Raises:
        UnknownRecord: If the register has no such place.
    """
    if place is not None:
        registry.get("jurisdiction", place)
    as_of = AsOf(registry, today)
    over = {one.id: as_of.state(one).kind in OVER for one in registry.iter("standard")}
    used: set[str] = set()
    rows: list[ItemTies] = []
    for item in registry.iter("item"):
        used.update(tie.standard for tie in item.standards)
        if place is not None and item.jurisdiction != place:
            continue
        kinds: dict[str, list[str]] = {}
        for tie in item.standards:
            kinds.setdefault(tie.tie, []).append(tie.standard)
        rows.append(
            ItemTies(
                item=item.id,
                state=_state([over.get(tie.standard, False) for tie in item.standards]),
                standards={kind: tuple(kinds[kind]) for kind in KINDS if kind in kinds},
            )
        )
    for point in registry.iter("service-point"):
        used.update(point.standards)
    order = tuple(ITEM_STATES)
    rows.sort(key=lambda row: (order.index(row.state), row.item))
    return Ties(items=tuple(rows), idle=tuple(one for one in over if one not in used))


def _state(over: list[bool]) -> ItemState:
    if not over:
        return "none"
    return "only-withdrawn" if all(over) else "governed"
