"""The query plan: what a person typed, read as groups of terms that engines look for.

A plan is data. It says for every part of the query which terms may stand for it, how they were
reached and how much they count, so that an engine only has to look terms up and every result can
say why it matched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

How = Literal["typed", "meaning", "pinyin", "initials", "near", "beginning", "part"]

# How much a term counts by the way it was reached.
TRUST: Final[Mapping[How, float]] = {
    "typed": 1.0,
    "meaning": 0.92,
    "pinyin": 0.9,
    "initials": 0.8,
    "near": 0.75,
    "beginning": 0.6,
    "part": 0.55,
}


@dataclass(frozen=True, slots=True)
class Alternative:
    """Terms that may stand for one part of the query, all of them wanted.

    Attributes:
        terms: Terms as they stand in match texts.
        how: How they were reached.
        shown: The word to show for them, where a term is only a stem.
    """

    terms: tuple[str, ...]
    how: How
    shown: str = ""

    @property
    def trust(self) -> float:
        """How much a match counts."""
        return TRUST[self.how]


@dataclass(frozen=True, slots=True)
class Group:
    """One part of the query with everything that may stand for it.

    Attributes:
        typed: The part as typed (normalised).
        alternatives: What may stand for it.
        weight: How much the part says: rare words more than common ones.
    """

    typed: str
    alternatives: tuple[Alternative, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A query as it was understood.

    Attributes:
        query: The query as typed, cut to a sensible length.
        phrase: What is left of it without asking words, in one piece, to compare with names.
        codes: Keys of the standards whose code was typed.
        groups: The parts.
        unknown: Parts that nothing in the register stands for.
    """

    query: str
    phrase: str
    codes: tuple[str, ...]
    groups: tuple[Group, ...]
    unknown: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.groups and not self.codes
