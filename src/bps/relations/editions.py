"""Editions of the lists of a place: their order, the one in force on a day, what each names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.relations.days import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bps.link import Registry
    from bps.model import Item, PublishedList


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


def listed(items: Iterable[Item], list_id: str) -> tuple[Item, ...]:
    """Items that a list edition names."""
    return tuple(item for item in items if any(row.list == list_id for row in item.listed_in))
