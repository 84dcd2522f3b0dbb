"""Which editions of lists named an item on a given day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bps.relations.applied_on import Period, applied_on
from bps.relations.editions import edition_start
from bps.relations.statuses import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.link import Registry
    from bps.model import Item, Listing, PublishedList
    from bps.relations.applied_on import Applied

_WHOLE_DAY = len("2026-11-22")


@dataclass(frozen=True, slots=True)
class ListedOn:
    """An edition that names an item, and whether it applied on a day.

    Attributes:
        listing: Number and name there.
        edition: The edition.
        period: From when to when the edition applied, as far as its dates are recorded.
        applied: Whether it applied on the day asked about.
    """

    listing: Listing
    edition: PublishedList
    period: Period
    applied: Applied


def list_periods(registry: Registry) -> Mapping[str, Period]:
    """From when to when each list edition applied: an edition ends when its successor begins."""
    editions = {one.id: one for one in registry.iter("list")}
    successors = {one.replaces: one for one in editions.values() if one.replaces}
    found = {}
    for ref, edition in editions.items():
        if edition.status in NOT_YET:  # names nobody's rights on any day
            continue
        successor = successors.get(ref)
        start = edition_start(successor) if successor else None
        found[ref] = Period(ref, edition_start(edition), _day_before(start) if start else None)
    return found


def listed_on(
    registry: Registry, item: Item, on: date, *, periods: Mapping[str, Period]
) -> tuple[ListedOn, ...]:
    """Say of every edition that names an item whether it applied on a day.

    Args:
        registry: The register.
        item: The item.
        on: The day asked about.
        periods: From `list_periods`, which is the same for all items.

    Returns:
        One row per edition that ever applied, in the order of the record.
    """
    rows = [
        (row, edition, periods[row.list])
        for row in item.listed_in
        if row.list in periods and (edition := registry.find("list", row.list)) is not None
    ]
    answers = applied_on([period for _, _, period in rows], on)
    return tuple(
        ListedOn(listing, edition, period, answer)
        for (listing, edition, period), answer in zip(rows, answers, strict=True)
    )


def _day_before(start: str) -> str:
    """The last day before a date; a date that is only a month or a year stays as coarse."""
    if len(start) < _WHOLE_DAY:
        return start
    return (date.fromisoformat(start) - timedelta(days=1)).isoformat()
