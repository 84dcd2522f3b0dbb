"""Whether a standard was in force on a day: what its dates and its successors say, then its status.

A status says how things stood when a source was read. Dates say more: a standard that is replaced
from July was in force in May, whatever its status says today.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.days import days_of
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bps.link import Registry
    from bps.model import Standard

Kind = Literal["planned", "in-force", "replaced", "withdrawn", "ended", "unknown"]


@dataclass(frozen=True, slots=True)
class StateOnDay:
    """How something stood on a day.

    Attributes:
        kind: The state.
        reason: Why, in one sentence.
        certain: Whether every day that the dates can mean gives it.
    """

    kind: Kind
    reason: Words
    certain: bool = False


def standard_state(registry: Registry, standard: Standard, on: date) -> StateOnDay:
    """The state of a standard on a day.

    Args:
        registry: Where successors are looked up.
        standard: The standard.
        on: The day asked about.

    Returns:
        The state, with its reason and how certain it is.
    """
    start = standard.effective or standard.issued
    if start is not None and days_of(start).first > on:
        return StateOnDay("planned", _begins(start), certain=True)
    ends = [(kind, text, days_of(text)) for kind, text in _ends(registry, standard)]
    for kind, text, days in ends:
        if days.first <= on:
            return StateOnDay(kind, _ended(kind, text), certain=days.last <= on)
    if ends:  # it ended later, so it held on that day, whatever its status says today
        return StateOnDay("in-force", _IN_FORCE, certain=start is not None)
    return _by_status(standard, start, on)


def _by_status(standard: Standard, start: str | None, on: date) -> StateOnDay:
    """The state of a standard of whose end nothing is dated."""
    match standard.status:
        case "replaced" | "withdrawn" | "ended":
            return StateOnDay(standard.status, _STATUS_SAYS)
        case "planned" | "project" if start is None:
            return StateOnDay("planned", _NOT_YET)
        case "planned" | "project":
            return StateOnDay("unknown", _CONTRADICTION)
        case "unknown":
            return StateOnDay("unknown", _UNKNOWN)
        case _:
            known = start is not None and days_of(start).last <= on
            return StateOnDay("in-force", _IN_FORCE, certain=known)


def _ends(registry: Registry, standard: Standard) -> Iterator[tuple[Kind, str]]:
    """Days from which the standard no longer held, as far as anything says so."""
    if standard.withdrawn_on is not None:
        yield "withdrawn", standard.withdrawn_on
    for tie in standard.replaced_by:
        successor = registry.find("standard", tie.standard) if tie.standard else None
        if tie.extent == "part" or successor is None:
            continue
        start = successor.effective or successor.issued
        if start is not None:
            yield "replaced", start


def _begins(start: str) -> Words:
    return Words(zh=f"{start} 才发布或实施", en=f"Issued or in force only from {start}")


def _ended(kind: Kind, text: str) -> Words:
    if kind == "withdrawn":
        return Words(zh=f"{text} 废止", en=f"Withdrawn on {text}")
    return Words(zh=f"接替它的标准自 {text} 起实施", en=f"Its successor is in force from {text}")


_STATUS_SAYS = Words(
    zh="来源写明已被代替或废止，日期未见",
    en="A source says it was replaced or withdrawn; no day is given",
)
_NOT_YET = Words(zh="尚未实施", en="Not yet in force")
_CONTRADICTION = Words(
    zh="实施日期已过，来源却仍写未施行",
    en="Its day has passed, but the source still calls it planned",
)
_UNKNOWN = Words(zh="来源未说明是否现行", en="No source says whether it is in force")
_IN_FORCE = Words(zh="现行", en="In force")
