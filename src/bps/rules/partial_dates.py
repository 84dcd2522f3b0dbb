"""Comparing dates of which only the year or the month is known."""

from __future__ import annotations


def is_before(one: str, other: str) -> bool:
    """Whether one date is surely before another, as far as both are known.

    Examples:
        >>> is_before("2022", "2023-01"), is_before("2022", "2022-07-01")
        (True, False)
    """
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def is_same_day(one: str | None, other: str | None) -> bool:
    """Whether two dates are written alike; two unknown dates are not the same."""
    return one is not None and one == other
