"""Which levels of an item applied on a given day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bps.analysis.days import days_of, in_force

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.model import Level

LevelKey = tuple[str, str, str, str, str]
_BEFORE_ALL = date.min


@dataclass(frozen=True, slots=True)
class LevelOn:
    """A level that applied on a day.

    Attributes:
        level: The level.
        certain: False when its dates are too coarse, or absent, to be sure of that day.
    """

    level: Level
    certain: bool


def level_key(level: Level) -> LevelKey:
    """What a level is about: two levels with the same key replace each other over time."""
    applies = level.applies_to
    return (
        level.measure,
        (applies.zh or applies.en or "") if applies else "",
        level.unit or "",
        level.per or "",
        level.period or "",
    )


def started(level: Level) -> date:
    """Latest day on which the level can have begun; the earliest day of all when undated."""
    return days_of(level.from_).last if level.from_ else _BEFORE_ALL


def levels_on(levels: Iterable[Level], on: date) -> tuple[LevelOn, ...]:
    """Levels that applied on a day.

    A raised amount is a new row, and sources seldom say when the old one ended: among rows about
    the same thing that have begun, the one that began last is taken, unless the dates are too
    coarse to know the order, in which case both are given as uncertain.

    Args:
        levels: All dated levels of one item.
        on: The day asked about.

    Returns:
        The levels in force, in the order of the record.
    """
    groups: dict[LevelKey, list[tuple[Level, bool | None]]] = {}
    for level in levels:
        groups.setdefault(level_key(level), []).append((level, in_force(level.from_, level.to, on)))
    found: list[LevelOn] = []
    for rows in groups.values():
        sure = [level for level, holds in rows if holds]
        latest = max(map(started, sure), default=None)
        found.extend(
            LevelOn(level=level, certain=bool(holds) and level.from_ is not None)
            for level, holds in rows
            if holds is None or (holds and started(level) == latest)
        )
    return tuple(found)
