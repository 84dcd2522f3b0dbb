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

from bps.analysis.floor_levels import compare_level, latest_levels
from bps.analysis.selection import get_place_below, items_by_place, nation
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bps.analysis.compare import Verdict
    from bps.analysis.floor_levels import LevelComparison
    from bps.link import Registry
    from bps.model import Item, Level

Standing = Literal["below", "look-again", "above", "equal", "no-floor", "unknown", "local-only"]

FLOOR_DOCUMENT = "发改社会〔2021〕443号"
FLOOR_RULE = Words(
    zh="国家有统一标准的，地方标准不得低于国家标准；国家没有统一标准的，由地方自行制定。",
    en="Where there is a uniform national level, the local one is not lower; where there is none, "
    "the place sets its own.",
)

STANDINGS: dict[str, Words] = {
    "below": Words(zh="低于底线", en="below the floor"),
    "look-again": Words(zh="需复核", en="look again"),
    "above": Words(zh="高于底线", en="above the floor"),
    "equal": Words(zh="与国家相同", en="same as the nation"),
    "no-floor": Words(zh="国家没有可比的水平", en="no national level to compare"),
    "unknown": Words(zh="还比不出来", en="not known yet"),
    "local-only": Words(zh="地方自设", en="local only"),
}
ORDER: tuple[Standing, ...] = (
    "below",
    "look-again",
    "above",
    "equal",
    "no-floor",
    "unknown",
    "local-only",
)


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
        UsageError: If it is the nation.
    """
    get_place_below(registry, place)
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
        compare_level(registry, level, national, today)
        for level in latest_levels(item.levels, today)
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
    return _at_most_equal(scope, verdicts) if has_counterpart else "unknown"


def _at_most_equal(scope: str, verdicts: set[Verdict | None]) -> Standing:
    """How an item stands that is neither below nor above its counterpart."""
    if scope in {"same", "split", "merged"} or "equal" in verdicts:
        return "equal"
    return "no-floor" if verdicts == {None} else "unknown"


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
        if (question := _ask_of_level(registry, row)) is not None:
            yield question
    if scope == "narrower":
        yield Words(
            zh="范围窄于国家标准：请核实服务对象和内容",
            en="Narrower than the national item: check recipients and content",
        )


def _ask_of_level(registry: Registry, row: LevelComparison) -> Words | None:
    measure = registry.find("indicator", row.level.measure)
    name = measure.name if measure is not None else Words(row.level.measure, row.level.measure)
    zh, en = name.in_language("zh"), name.in_language("en")
    if row.overtaken:
        return Words(
            zh=f"国家后来提高了（{zh}）：请查当地现在的标准",
            en=f"The nation has raised it since ({en}): look up the local level of today",
        )
    if row.verdict == "below" and not row.certain and not row.ended:
        return Words(
            zh=f"低于国家水平，但国家当时是否已有这一水平不清楚（{zh}）：请核对日期",
            en=f"Below the national level, whose date is not known ({en}): check the dates",
        )
    if row.verdict == "above" and not _has_document(registry, row.level):
        return Words(
            zh=f"高于国家水平（{zh}）：请补充依据文件",
            en=f"Above the national level ({en}): add the document it rests on",
        )
    return None


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
