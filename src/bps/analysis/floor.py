"""Hold a place's items against their national counterparts: scope, and level by level.

The rule is that of the national standard's own notice (发改社会〔2021〕443号): where a uniform
national level exists, the local one is not lower; where none exists, the place sets its own.

Levels are compared at the same date, the day the local level took effect. A national level that
was raised afterwards does not make the local record wrong, but asks for a look: such rows are
marked as overtaken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.compare import compare_levels
from bps.analysis.days import days_of
from bps.analysis.levels_on import level_key, levels_on, started
from bps.analysis.selection import direction_of, get_place, items_by_place, nation
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bps.analysis.compare import Judgement, Verdict
    from bps.link import Registry
    from bps.model import Item, Level

Standing = Literal["below", "look-again", "above", "equal", "unknown", "local-only"]

FLOOR_DOCUMENT = "发改社会〔2021〕443号"
FLOOR_RULE = Words(
    zh="国家有统一标准的，地方标准不得低于国家标准；国家没有统一标准的，由地方自行制定。",
    en="Where there is a uniform national level, the local one is not lower; where there is none, "
    "the place sets its own.",
)

STANDINGS: dict[str, Words] = {
    "below": Words(zh="低于底线", en="below the floor"),
    "look-again": Words(
        zh="需复核",
        en="look again",
    ),
    "above": Words(zh="高于底线", en="above the floor"),
    "equal": Words(zh="与国家相同", en="same as the nation"),
    "unknown": Words(zh="未知", en="unknown"),
    "local-only": Words(zh="地方自设", en="local only"),
}
ORDER: tuple[Standing, ...] = (
    "below",
    "look-again",
    "above",
    "equal",
    "unknown",
    "local-only",
)


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


@dataclass(frozen=True, slots=True)
class ItemComparison:
    """One local item against its national counterpart.

    Attributes:
        item: Id of the local item.
        national: Id of the national item; None for an item without counterpart.
        scope: Relation of scope as recorded, such as `same` or `wider`.
        levels: Latest level of each measure, compared.
        standing: The sum of it.
        asks: What a reviewer has to ask for, in sentences.
    """

    item: str
    national: str | None
    scope: str
    levels: tuple[LevelComparison, ...]
    standing: Standing
    asks: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Floor:
    """A place against the national floor.

    Attributes:
        place: Id of the place.
        items: Its items, those below the floor first.
        declared_above: Numbers of levels above the national one that lists or programmes of the
            place declare without naming them, as (record type, record id, number) [levels].
    """

    place: str
    items: tuple[ItemComparison, ...]
    declared_above: tuple[tuple[str, str, int], ...]

    def count(self, standing: Standing) -> int:
        """Number of items with this standing [items]."""
        return sum(item.standing == standing for item in self.items)


def floor(registry: Registry, place: str, *, today: date) -> Floor:
    """Compare all items of a place with the nation.

    Args:
        registry: The register.
        place: Id of a jurisdiction below the country.
        today: The day on which "current" is judged.

    Returns:
        The comparison, worst first.

    Raises:
        UnknownRecord: If the register has no such place.
    """
    get_place(registry, place)
    items = items_by_place(registry).get(place, ())
    compared = [compare_item(registry, item, today=today) for item in items]
    compared.sort(key=lambda one: (ORDER.index(one.standing), one.item))
    return Floor(
        place=place,
        items=tuple(compared),
        declared_above=tuple(_declared_above(registry, place)),
    )


def floors(registry: Registry, *, today: date) -> tuple[Floor, ...]:
    """The comparison for every place below the country that has items, sorted by id."""
    country = nation(registry)
    declared = {
        one.jurisdiction
        for one in registry.iter("list")
        if any(total.of == "levels" for total in one.declared)
    }
    found: list[Floor] = []
    grouped = items_by_place(registry)
    for place in sorted(set(grouped) | declared):
        if place == country:
            continue
        compared = [compare_item(registry, i, today=today) for i in grouped.get(place, ())]
        compared.sort(key=lambda one: (ORDER.index(one.standing), one.item))
        found.append(Floor(place, tuple(compared), tuple(_declared_above(registry, place))))
    return tuple(found)


def compare_item(registry: Registry, item: Item, *, today: date) -> ItemComparison:
    """Compare one local item with its national counterpart."""
    counterpart = item.counterpart
    scope = counterpart.scope if counterpart else "unknown"
    target = counterpart.item if counterpart else None
    live = registry.resolve("item", target) if target else ()
    national = registry.find("item", live[0]) if live else None
    levels = tuple(
        _compare_level(registry, level, national, today) for level in _latest(item.levels, today)
    )
    standing = _standing(scope, levels, has_counterpart=national is not None)
    return ItemComparison(
        item=item.id,
        national=national.id if national else None,
        scope=scope,
        levels=levels,
        standing=standing,
        asks=tuple(_asks(registry, item, scope, levels)),
    )


def _latest(levels: Sequence[Level], today: date) -> tuple[Level, ...]:
    """The level of each measure that applies today, else the last one known."""
    current = [row.level for row in levels_on(levels, today)]
    covered = {level_key(level) for level in current}
    rest: dict[tuple[str, ...], Level] = {}
    for level in levels:
        key = level_key(level)
        if key not in covered and (key not in rest or started(level) > started(rest[key])):
            rest[key] = level
    return (*current, *rest.values())


def _compare_level(
    registry: Registry, level: Level, national: Item | None, today: date
) -> LevelComparison:
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
    dates = (one.effective or one.published or one.issued for one in lists if one is not None)
    return any(days_of(text).first <= on for text in dates if text is not None)


_NO_NATIONAL = Words(
    zh="国家没有规定这项水平，由地方制定",
    en="The nation sets no such level; the place sets its own",
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


def _standing(scope: str, levels: Sequence[LevelComparison], *, has_counterpart: bool) -> Standing:
    if scope == "local-only":
        return "local-only"
    verdicts = {row.verdict for row in levels if not row.ended}
    below = [row for row in levels if row.verdict == "below" and not row.ended]
    if scope == "narrower" or any(row.certain for row in below):
        return "below"
    if below or any(row.overtaken for row in levels):
        return "look-again"
    if scope == "wider" or "above" in verdicts:
        return "above"
    if has_counterpart and (scope in {"same", "split", "merged"} or "equal" in verdicts):
        return "equal"
    return "unknown"


def _asks(
    registry: Registry, item: Item, scope: str, levels: Sequence[LevelComparison]
) -> Iterable[Words]:
    reasoned = item.counterpart is not None and item.counterpart.reason is not None
    if scope in {"wider", "local-only"} and not reasoned and not item.basis:
        yield Words(
            zh="超出国家范围：请补充依据文件或理由",
            en="Beyond the national scope: add the document or reason it rests on",
        )
    for row in levels:
        level = row.level
        if row.verdict == "above" and not _has_document(registry, level):
            measure = registry.find("indicator", level.measure)
            zh, en = (
                (measure.name.in_language("zh"), measure.name.in_language("en"))
                if measure is not None
                else (level.measure, level.measure)
            )
            yield Words(
                zh=f"高于国家水平（{zh}）：请补充依据文件",
                en=f"Above the national level ({en}): add the document it rests on",
            )
    if scope == "narrower":
        yield Words(
            zh="范围窄于国家标准：请核实服务对象和内容",
            en="Narrower than the national item: check recipients and content",
        )


def _has_document(registry: Registry, level: Level) -> bool:
    if level.document is not None or level.document_number is not None:
        return True
    source = registry.find("source", level.evidence.source)
    return source is not None and (
        source.document_number is not None or source.type in {"law", "notice", "list"}
    )


def _declared_above(registry: Registry, place: str) -> Iterable[tuple[str, str, int]]:
    for one in registry.iter("list"):
        if one.jurisdiction == place:
            for total in one.declared:
                if total.of == "levels":
                    yield "list", one.id, total.count
    for programme in registry.iter("programme"):
        if place in programme.jurisdictions:
            for total in programme.declared:
                if getattr(total, "of", None) == "levels":
                    yield "programme", programme.id, total.count
