"""Dates as precise as the sources: a year, a month or a day, and what can be said about them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

_MONTH = 2
_DAY = 3


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """All days that a partial date can mean.

    Attributes:
        first: First possible day.
        last: Last possible day.
    """

    first: date
    last: date


def days_of(text: str) -> Days:
    """Read "2022", "2022-07" or "2022-07-01".

    Args:
        text: A date of a record.

    Returns:
        The days it can mean.

    Raises:
        ValueError: If the text is no date of the calendar.
    """
    parts = [int(part) for part in text.split("-")]
    if len(parts) == _DAY:
        day = date(parts[0], parts[1], parts[2])
        return Days(day, day)
    if len(parts) == _MONTH:
        last = calendar.monthrange(parts[0], parts[1])[1]
        return Days(date(parts[0], parts[1], 1), date(parts[0], parts[1], last))
    return Days(date(parts[0], 1, 1), date(parts[0], 12, 31))


def years_later(day: date, years: int) -> date:
    """The same day some years later, inside the calendar; 29 February becomes 28 February."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def in_force(start: str | None, end: str | None, on: date) -> bool | None:
    """Say whether something dated `start` to `end` holds on a day.

    Args:
        start: First day as the source gives it, or None when it does not.
        end: Last day, or None when it is open or not known.
        on: The day asked about.

    Returns:
        True or False when the dates settle it, None when they are too coarse to say.
    """
    begun: bool | None = True
    if start is not None:
        span = days_of(start)
        begun = True if span.last <= on else False if span.first > on else None
    over: bool | None = False
    if end is not None:
        span = days_of(end)
        over = True if span.last < on else False if span.first >= on else None
    if begun is False or over is True:
        return False
    return None if begun is None or over is None else True
