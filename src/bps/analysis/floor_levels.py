"""One local level against the national one of the same measure, at the same date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.analysis.compare import compare_levels
from bps.analysis.days import days_of
from bps.analysis.levels_on import level_key, levels_on, started
from bps.analysis.selection import direction_of, edition_start
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bps.analysis.compare import Judgement, Verdict
    from bps.link import Registry
    from bps.model import Item, Level


@dataclass(frozen=True, slots=True)
class LevelComparison:
    """One local level against the nation.

    Attributes:
        level: The local level.
        national: The national level it was held against; None where the nation sets none.
        on: Day of the comparison; None when the local level is undated.
        verdict: How it stands; None where the nation sets no level for this measure.
        reason: Why, in one sentence.
        overtaken: Whether the national level in force today would put it below.
        certain: Whether the national level is known to have held on that day: it is dated, or the
            day is not before the first national list that has the item.
        ended: Whether the local level is recorded as ended, with no later row.
        now: The national level in force today, where it is another one.
    """

    level: Level
    national: Level | None
    on: date | None
    verdict: Verdict | None
    reason: Words
    overtaken: bool = False
    certain: bool = True
    ended: bool = False
    now: Level | None = None


def latest_levels(levels: Sequence[Level], today: date) -> tuple[Level, ...]:
    """The level of each measure that applies today, else the last one known."""
    current = [row.level for row in levels_on(levels, today)]
    covered = {level_key(level) for level in current}
    rest: dict[tuple[str, ...], Level] = {}
    for level in levels:
        key = level_key(level)
        if key not in covered and (key not in rest or started(level) > started(rest[key])):
            rest[key] = level
    return (*current, *rest.values())


def compare_level(
    registry: Registry, level: Level, national: Item | None, today: date
) -> LevelComparison:
    """Hold a local level against the national item it answers to.

    Args:
        registry: Where the direction of a measure is looked up.
        level: The local level.
        national: The national item, if there is one.
        today: The day on which "current" is judged.

    Returns:
        How it stands.
    """
    rows = national.levels if national else ()
    same = [other for other in rows if other.measure == level.measure]
    ended = level.to is not None and days_of(level.to).last < today
    if not same or national is None:
        return LevelComparison(level, None, None, None, _NO_NATIONAL, ended=ended)
    direction = direction_of(registry, level.measure)
    if level.from_ is None:
        judgement, against = _judge(level, same, direction)
        return LevelComparison(
            level, against, None, judgement.verdict, judgement.reason, ended=ended
        )
    on = min(days_of(level.from_).last, today)
    then = [row.level for row in levels_on(same, on)]
    if not then:
        return LevelComparison(level, None, on, "undetermined", _NONE_THEN, ended=ended)
    judgement, against = _judge(level, then, direction)
    current = [row.level for row in levels_on(same, today)]
    later = _judge(level, current, direction) if current else None
    overtaken = (
        judgement.verdict != "below"
        and not ended
        and later is not None
        and later[0].verdict == "below"
    )
    return LevelComparison(
        level,
        against,
        on,
        judgement.verdict,
        judgement.reason,
        overtaken=overtaken,
        certain=against.from_ is not None or _listed_by(registry, national, on),
        ended=ended,
        now=later[1] if later is not None and later[1] != against else None,
    )


def _listed_by(registry: Registry, national: Item, on: date) -> bool:
    """Whether a national list had the item by that day."""
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
_SEVERAL = Words(
    zh="国家对不同对象有几种水平，结论不一致",
    en="The nation has several levels for different recipients, and they disagree",
)


def _judge(
    level: Level, candidates: Iterable[Level], direction: str | None
) -> tuple[Judgement, Level]:
    """Compare with all national levels that may be meant; differing outcomes settle nothing."""
    rows = list(candidates)
    twins = [other for other in rows if level_key(other) == level_key(level)]
    judged = [(compare_levels(level, other, direction), other) for other in (twins or rows)]
    useful = [pair for pair in judged if pair[0].verdict != "not-comparable"] or judged
    if len({pair[0].verdict for pair in useful}) > 1:
        first = useful[0]
        return type(first[0])("undetermined", _SEVERAL), first[1]
    return useful[0]
