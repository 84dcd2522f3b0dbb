"""Levels of a local item against those of the items above it, on the day asked about.

Two questions are kept apart. How does the level in force on that day stand to the higher level in
force on that day? That settles the standing. And how did it stand when it was set? That is a note:
it was below even then, or the nation has raised its own level since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.compare import compare_levels, level_value
from bps.analysis.direction import direction_of
from bps.analysis.groups_of_levels import relation
from bps.analysis.levels_on import level_key, levels_on, started
from bps.findings.words import Words
from bps.relations.days import days_of
from bps.relations.editions import edition_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bps.analysis.compare import Judgement, Verdict
    from bps.analysis.groups_of_levels import Relation
    from bps.link import Registry
    from bps.model import Item, Level


@dataclass(frozen=True, slots=True)
class LevelComparison:
    """One local level against one item above.

    Attributes:
        level: The local level.
        against: Id of the item it was held against; None where none sets a level of this measure.
        national: The level of that item; None where it sets none for this measure on that day.
        on: Day of the comparison.
        verdict: How it stands on that day; None where there is nothing to compare with.
        reason: Why, in one sentence.
        certain: Whether every day that the dates of both can mean gives this verdict.
        ended: Whether the local level had ended by that day, with no later row.
        below_when_set: Whether it was below already on the day it took effect.
        raised_since: Whether it was not below when it took effect, and is below by what the higher
            item raised or set since.
    """

    level: Level
    against: str | None
    national: Level | None
    on: date
    verdict: Verdict | None
    reason: Words
    certain: bool = True
    ended: bool = False
    below_when_set: bool = False
    raised_since: bool = False


def compare_item_levels(
    registry: Registry, item: Item, higher: Sequence[Item], on: date
) -> Iterator[LevelComparison]:
    """Hold each level of a local item against every item above that sets the same measure.

    Args:
        registry: Where directions, groups and lists are looked up.
        item: The local item.
        higher: The items above, the nearest first.
        on: The day asked about.

    Yields:
        One comparison for each level and each item above that has its measure; one without a verdict
        for a level of a measure that none of them has, and for one that had ended by that day.
        Levels that begin later are not judged.
    """
    in_force = levels_on(item.levels, on)
    for row in in_force:
        yield from _against_all(registry, row.level, higher, on, sure=row.certain)
    for level in _ended(item.levels, [row.level for row in in_force], on):
        yield LevelComparison(level, None, None, on, None, _ENDED, ended=True)


def _ended(levels: Sequence[Level], current: Sequence[Level], on: date) -> tuple[Level, ...]:
    """The last level of each measure that had ended by a day, where none is in force."""
    covered = {level_key(level) for level in current}
    last: dict[tuple[object, ...], Level] = {}
    for level in levels:
        key = level_key(level)
        over = level.to is not None and days_of(level.to).last < on
        if key in covered or not over:
            continue
        if key not in last or started(level) > started(last[key]):
            last[key] = level
    return tuple(last.values())


def _against_all(
    registry: Registry, level: Level, higher: Sequence[Item], on: date, *, sure: bool
) -> Iterator[LevelComparison]:
    found = False
    for other in higher:
        same = [row for row in other.levels if row.measure == level.measure]
        if same:
            found = True
            yield _against(registry, level, other, same, on, sure=sure)
    if not found:
        yield LevelComparison(level, None, None, on, None, _NO_NATIONAL)


def _against(
    registry: Registry, level: Level, other: Item, same: Sequence[Level], on: date, *, sure: bool
) -> LevelComparison:
    now = levels_on(same, on)
    if not now:
        over = all(row.to is not None and days_of(row.to).last < on for row in same)
        why = _FLOOR_ENDED if over else _NONE_THEN
        return LevelComparison(level, other.id, None, on, None if over else "undetermined", why)
    judgement, national = _judge(registry, level, [row.level for row in now])
    dated = all(
        row.certain or (row.level.from_ is None and _listed_by(registry, other, on)) for row in now
    )
    then = _when_set(registry, level, other, same, on)
    below = judgement.verdict == "below"
    return LevelComparison(
        level,
        other.id,
        national,
        on,
        judgement.verdict,
        judgement.reason,
        certain=sure and dated and level.from_ is not None,
        below_when_set=then == "below",
        raised_since=below and then is not None and then != "below",
    )


def _when_set(
    registry: Registry, level: Level, other: Item, same: Sequence[Level], on: date
) -> Verdict | None:
    """How the level stood on the last day on which it can have begun; None where that is not known.

    A floor that came later, or is not known to have held then, settled nothing on that day.
    """
    if level.from_ is None:
        return None
    day = min(days_of(level.from_).last, on)
    rows = [
        row.level
        for row in levels_on(same, day)
        if row.level.from_ is not None or _listed_by(registry, other, day)
    ]
    return _judge(registry, level, rows)[0].verdict if rows else "undetermined"


def _listed_by(registry: Registry, national: Item, on: date) -> bool:
    """Whether a list had the item by that day."""
    lists = (registry.find("list", row.list) for row in national.listed_in)
    dates = (edition_start(one) for one in lists if one is not None)
    return any(days_of(text).first <= on for text in dates if text is not None)


_NO_NATIONAL = Words(
    zh="没有收录这项指标的国家水平；国家没有统一标准的，由地方制定",
    en="No national level of this measure is recorded; where there is none, the place sets its own",
)
_NONE_THEN = Words(
    zh="未见当时有效的国家水平",
    en="No national level is known for that date",
)
_FLOOR_ENDED = Words(
    zh="国家的这项水平已经停止，没有底线可比",
    en="The national level had ended: there is no floor to compare with",
)
_ENDED = Words(
    zh="地方的这项水平到这一天已经停止，不作比较",
    en="The local level had ended by that day and is not compared",
)
_SEVERAL = Words(
    zh="国家对不同对象有几种水平，结论不一致",
    en="The nation has several levels for different recipients, and they disagree",
)


def _judge(registry: Registry, level: Level, rows: Sequence[Level]) -> tuple[Judgement, Level]:
    """Compare with the levels that may be meant; differing outcomes settle nothing."""
    direction = direction_of(registry, level.measure)
    judged = [
        (_by_group(level, other, compare_levels(level, other, direction), kind), other, kind)
        for other in rows
        for kind in [relation(registry, level, other)]
    ]
    exact = [one for one in judged if one[2] == "same"]
    useful = [one for one in exact or judged if one[0].verdict != "not-comparable"] or judged
    if len({one[0].verdict for one in useful}) > 1:
        first = useful[0]
        one_series = len({level_key(other) for _, other, _ in useful}) == 1
        why = _which_day(useful) if one_series else _SEVERAL
        return type(first[0])("undetermined", why), first[1]
    return useful[0][0], useful[0][1]


def _which_day(useful: Sequence[tuple[Judgement, Level, Relation]]) -> Words:
    """Rows of one series that the dates cannot tell apart on that day."""
    values = [level_value(other) for _, other, _ in useful]
    return Words(
        zh=f"日期不够明确：这一天国家是 {' 还是 '.join(values)}，分不清",
        en=f"The dates are too coarse to tell whether the nation had {' or '.join(values)} that day",
    )


def _by_group(level: Level, other: Level, judged: Judgement, kind: Relation) -> Judgement:
    """What the groups make of a comparison of values."""
    if kind in {"same", "covers"} or judged.verdict == "not-comparable":
        return judged
    zh, en = judged.reason.zh, judged.reason.en
    if kind == "different":
        return type(judged)("not-comparable", _unlike(level, other))
    if kind == "unsettled":
        return type(judged)("undetermined", _unlike(level, other))
    note = Words(
        zh=f"{zh}；只对国家所列对象中的一部分", en=f"{en}; only for part of those the nation names"
    )
    return type(judged)(judged.verdict, note, judged.conversion)


def _unlike(level: Level, other: Level) -> Words:
    mine, theirs = (
        Words(
            zh=(each.applies_to.zh if each.applies_to else "") or "、".join(each.groups),
            en=(each.applies_to.en if each.applies_to else "") or ", ".join(each.groups),
        )
        for each in (level, other)
    )
    return Words(
        zh=f"对象不同：地方是“{mine.zh}”，国家是“{theirs.zh}”",
        en=f'For different people: "{mine.en or mine.zh}" here, "{theirs.en or theirs.zh}" nationally',
    )
