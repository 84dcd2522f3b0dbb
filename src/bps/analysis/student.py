"""The two-sided 95 % point of Student's t distribution, for whole degrees of freedom.

The probability between -t and t has a closed form for whole degrees of freedom (Abramowitz and
Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4); it is solved for t by halving.
"""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cache
from typing import Final

_PROBABILITY: Final = 0.95
_NORMAL: Final = 1.959963984540054
# From here on the expansion in powers of 1/n is exact to nine places.
_MANY: Final = 200
_HIGHEST: Final = 13.0  # the point for one degree of freedom is 12.706
_HALVINGS: Final = 60


@cache
def t_point(degrees: int) -> Decimal:
    """The point t with 95 % of the distribution between -t and t.

    Args:
        degrees: Degrees of freedom, one or more.

    Examples:
        >>> round(t_point(1), 3), round(t_point(10), 3)
        (Decimal('12.706'), Decimal('2.228'))
    """
    if degrees > _MANY:
        return Decimal(repr(_expanded(degrees)))
    low, high = 0.0, _HIGHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _between(middle, degrees) < _PROBABILITY else (low, middle)
    return Decimal(repr((low + high) / 2))


def _between(t: float, degrees: int) -> float:
    """Probability between -t and t."""
    angle = math.atan(t / math.sqrt(degrees))
    square = math.cos(angle) ** 2
    term, total = 1.0, 0.0
    if degrees % 2:
        term = math.cos(angle)
        for k in range(3, degrees + 1, 2):
            total += term
            term *= square * (k - 1) / k
        return 2 / math.pi * (angle + math.sin(angle) * total)
    for k in range(2, degrees + 1, 2):
        total += term
        term *= square * (k - 1) / k
    return math.sin(angle) * total


def _expanded(degrees: int) -> float:
    """Cornish and Fisher's expansion about the normal point."""
    z = _NORMAL
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / degrees + second / degrees**2 + third / degrees**3
