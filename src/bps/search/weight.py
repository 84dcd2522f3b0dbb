"""How much a part of a query says."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.search.index import SearchIndex
    from bps.search.plan import Alternative

PRECISION: Final = 10**6


def weigh(alternatives: Sequence[Alternative], index: SearchIndex) -> float:
    """Weight of a group: what stands in few documents says more."""
    count = max((index.frequency(alternative.terms[0]) for alternative in alternatives), default=0)
    return round_alike(math.log(1 + len(index.entries) / (1 + count)))


def round_alike(value: float) -> float:
    """Round a logarithm: its last digit differs between Python and browsers."""
    return math.floor(value * PRECISION + 0.5) / PRECISION


def stands_somewhere(alternative: Alternative, index: SearchIndex) -> bool:
    """Whether any document holds one of the terms."""
    return any(index.frequency(term) for term in alternative.terms)
