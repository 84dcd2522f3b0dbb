"""A published total with the register's own count beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.findings.words import Words

if TYPE_CHECKING:
    from bps.model import Text

ClaimState = Literal["complete", "missing", "surplus", "not-counted"]

CLAIM_STATES: dict[str, Words] = {
    "missing": Words(zh="尚缺", en="incomplete"),
    "surplus": Words(zh="多于公布数", en="more than declared"),
    "complete": Words(zh="一致", en="agrees"),
    "not-counted": Words(zh="库内不逐一收录", en="not held one by one"),
}


# What "about" leaves open on either side, as for levels.
_ABOUT = 10


def bounds(number: int, comparator: str | None) -> tuple[int | None, int | None]:
    """The least and the most that a published number can mean; None where it sets no such bound.

    Examples:
        >>> bounds(5, "more-than")
        (6, None)
        >>> bounds(145, None)
        (145, 145)
    """
    room = number // _ABOUT
    return {
        "at-least": (number, None),
        "more-than": (number + 1, None),
        "at-most": (None, number),
        "less-than": (None, number - 1),
        "about": (number - room, number + room),
    }.get(comparator or "exactly", (number, number))


@dataclass(frozen=True, slots=True)
class Claim:
    """One published total and the register's own count.

    Attributes:
        holder_type: Type of the record that holds the total.
        holder: Its id.
        of: What is counted.
        label: Name of the total, where `of` says too little.
        domain: Area it is limited to.
        part: Part of a larger total it is.
        declared: The number as published.
        comparator: How the number is meant; None for exactly.
        as_of: Date it refers to.
        source: Who states it.
        how: How it was obtained.
        recorded: The register's count; None where such things are not held one by one.
        state: The comparison.
    """

    holder_type: str
    holder: str
    of: str
    label: Text | None
    domain: str | None
    part: Text | None
    declared: int
    comparator: str | None
    as_of: str | None
    source: str
    how: str
    recorded: int | None
    state: ClaimState

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the most that the number can mean."""
        return bounds(self.declared, self.comparator)

    @property
    def missing(self) -> int:
        """Declared but not recorded."""
        return max(0, self.declared - self.recorded) if self.recorded is not None else 0

    @property
    def surplus(self) -> int:
        """Recorded beyond what is declared."""
        if self.recorded is None or self.comparator in {"at-least", "more-than"}:
            return 0
        return max(0, self.recorded - self.declared)
