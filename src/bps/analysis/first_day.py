"""The first day of which the register knows anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.errors import UsageError
from bps.relations.days import days_of
from bps.relations.editions import edition_start

if TYPE_CHECKING:
    from datetime import date

    from bps.link import Registry


def first_day(registry: Registry) -> date | None:
    """First day on which any level or list can have begun; None where nothing is dated."""
    starts = [level.from_ for item in registry.iter("item") for level in item.levels if level.from_]
    starts += [text for one in registry.iter("list") if (text := edition_start(one)) is not None]
    return min((days_of(text).first for text in starts), default=None)


def refuse_day_before_records(registry: Registry, on: date) -> None:
    """Refuse a day before anything in the register began: no figure would mean anything.

    Raises:
        UsageError: If the day is before the first day.
    """
    first = first_day(registry)
    if first is not None and on < first:
        raise UsageError(
            f"{on} 太早：登记库里最早的内容从 {first} 开始。",
            f"{on} is too early: the first thing in the register began on {first}.",
        )
