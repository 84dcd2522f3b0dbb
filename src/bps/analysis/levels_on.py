"""Which levels of an item applied on a given day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.relations.applied_on import Period, applied_on, began

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bps.model import Level

LevelKey = tuple[str, str, tuple[str, ...], str, str]


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
    """What a level is about: two levels with the same key replace each other over time.

    Neither the period nor the comparator is part of it: 240 a year from 2024 ends 10 a month.
    """
    applies = level.applies_to
    return (
        level.measure,
        (applies.zh or applies.en or "") if applies else "",
        tuple(sorted(level.groups)),
        level.unit or "",
        level.per or "",
    )


def level_period(level: Level) -> Period:
    """A level as far as its dates go."""
    return Period(level_key(level), level.from_, level.to)


def started(level: Level) -> date:
    """Latest day on which the level can have begun; the earliest day of all when undated."""
    return began(level_period(level)).last


def ended_series(levels: Iterable[Level], on: date) -> tuple[Level, ...]:
    """The last level of every measure that had ended by a day with nothing recorded after it.

    Args:
        levels: All levels of one item.
        on: The day asked about.

    Returns:
        One level for each group of such a measure, in the order of the record. A measure of which
        any level holds, may hold or is still to begin is none of them.
    """
    rows = tuple(levels)
    answers = applied_on([level_period(level) for level in rows], on)
    alive = {
        level.measure
        for level, answer in zip(rows, answers, strict=True)
        if answer != "no" or started(level) > on
    }
    last: dict[LevelKey, Level] = {}
    for level in rows:
        key = level_key(level)
        if level.measure in alive:
            continue
        if key not in last or started(level) >= started(last[key]):
            last[key] = level
    return tuple(level for level in rows if last.get(level_key(level)) is level)


def levels_on(levels: Iterable[Level], on: date) -> tuple[LevelOn, ...]:
    """Levels that applied on a day, see `applied_on`.

    Args:
        levels: All levels of one item.
        on: The day asked about.

    Returns:
        The levels in force, in the order of the record; those that may have been are uncertain.
    """
    rows = tuple(levels)
    answers = applied_on([level_period(level) for level in rows], on)
    return tuple(
        LevelOn(level=level, certain=answer == "yes")
        for level, answer in zip(rows, answers, strict=True)
        if answer != "no"
    )
