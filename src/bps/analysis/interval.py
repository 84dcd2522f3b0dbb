"""Estimates with their 95 % interval: shares by Wilson, means by Student's t."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bps.analysis.student import t_point

if TYPE_CHECKING:
    from collections.abc import Iterable

# Two-sided 95 % point of the normal distribution.
_Z = Decimal("1.959964")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % interval.

    Attributes:
        value: The estimate.
        low: Lower end; None where there is no interval.
        high: Upper end; None where there is no interval.
        variance: Squared standard error of a mean; zero for a share.
        degrees: Degrees of freedom of that variance; zero for a share.
    """

    value: Decimal
    low: Decimal | None
    high: Decimal | None
    variance: Decimal = Decimal(0)
    degrees: int = 0


def wilson(successes: int, trials: int) -> Interval:
    """Share with the Wilson score interval at 95 %.

    Args:
        successes: Number of successes.
        trials: Number of trials, above zero.

    Returns:
        The share and its interval [percent].
    """
    square = _Z * _Z
    n, share = Decimal(trials), Decimal(successes) / Decimal(trials)
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = (_Z / (1 + square / n)) * (share * (1 - share) / n + square / (4 * n * n)).sqrt()
    # At 0 and 1 the end of the interval is exact; rounding must not push it out of the range.
    low = Decimal(0) if successes == 0 else max(Decimal(0), centre - half)
    high = Decimal(1) if successes == trials else min(Decimal(1), centre + half)
    return Interval(share * _HUNDRED, low * _HUNDRED, high * _HUNDRED)


def around(value: Decimal, variance: Decimal, degrees: int) -> Interval:
    """A mean between 0 and 100 with the t interval of its standard error.

    Args:
        value: The mean.
        variance: Squared standard error.
        degrees: Degrees of freedom of the variance.

    Returns:
        The mean with its interval; without one where nothing is known of the spread, as for a
        single answer or for answers that are all alike.
    """
    if degrees < 1 or not variance:
        return Interval(value, None, None, variance, degrees)
    half = t_point(degrees) * variance.sqrt()
    low, high = max(Decimal(0), value - half), min(_HUNDRED, value + half)
    return Interval(value, low, high, variance, degrees)


def mean_interval(values: Iterable[tuple[Decimal, int]]) -> Interval:
    """Mean of counted values, each given as (value, times), with its interval.

    The variance is that of a sample (n - 1), with n - 1 degrees of freedom.
    """
    rows = list(values)
    n = sum(times for _, times in rows)
    mean = sum((value * times for value, times in rows), Decimal(0)) / n
    squares = sum((times * (value - mean) ** 2 for value, times in rows), Decimal(0))
    return around(mean, squares / (n - 1) / n if n > 1 else Decimal(0), n - 1)
