"""Hold a place's items against the items above them: scope, and level by level.

The rule is that of the national standard's own notice (发改社会〔2021〕443号): where a uniform
national level exists, the local one is not lower; where none exists, the place sets its own.

An item stands by the levels in force on the day asked about. How a level stood when it was set is a
note: a level that the nation has overtaken since asks for a second look, because the place may have
followed without our having seen it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.floor_levels import compare_item_levels
from bps.findings.words import Words
from bps.relations.counterparts import chain_of, higher_items
from bps.relations.places import get_place_below, items_by_place, nation
from bps.relations.state import AsOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from bps.analysis.floor_levels import LevelComparison
    from bps.link import Registry
    from bps.model import Item, Level

Standing = Literal[
    "below",
    "look-again",
    "above",
    "equal",
    "same-scope",
    "not-comparable",
    "no-floor",
    "unknown",
    "local-only",
]

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
    "same-scope": Words(zh="范围相同，水平未比", en="same scope, levels not compared"),
    "not-comparable": Words(zh="口径不同，不可比", en="not comparable"),
    "no-floor": Words(zh="国家没有可比的水平", en="no national level to compare"),
    "unknown": Words(zh="还比不出来", en="not known yet"),
    "local-only": Words(zh="地方自设", en="local only"),
}
ORDER: tuple[Standing, ...] = (
    "below",
    "look-again",
    "above",
    "equal",
    "same-scope",
    "not-comparable",
    "no-floor",
    "unknown",
    "local-only",
)


@dataclass(frozen=True, slots=True)
class ItemComparison:
    """One local item against its national counterpart.

    Attributes:
        item: Id of the local item.
        national: Id of the item at the top of the chain of counterparts, as a rule the nation's;
            None for an item without counterpart.
        scope: Relation of scope as recorded, such as `same` or `wider`.
        levels: Levels in force on the day, each against every item above that has its measure.
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
    return _floor_of(AsOf(registry, today), place, items_by_place(registry))


def floors(registry: Registry, *, today: date) -> tuple[Floor, ...]:
    """The comparison for every place below the country that has items, sorted by id."""
    country = nation(registry)
    declared = {
        one.jurisdiction
        for one in registry.iter("list")
        if any(total.of == "levels" for total in one.declared)
    }
    as_of, grouped = AsOf(registry, today), items_by_place(registry)
    return tuple(
        _floor_of(as_of, place, grouped)
        for place in sorted(set(grouped) | declared)
        if place != country
    )


def _floor_of(as_of: AsOf, place: str, grouped: Mapping[str, tuple[Item, ...]]) -> Floor:
    compared = [
        _compare(as_of, item, grouped) for item in grouped.get(place, ()) if as_of.holds(item)
    ]
    compared.sort(key=lambda one: (ORDER.index(one.standing), one.item))
    return Floor(place, tuple(compared), tuple(_declared_above(as_of.registry, place)))


def compare_item(registry: Registry, item: Item, *, today: date) -> ItemComparison:
    """Compare one local item with the items above it.

    Args:
        registry: The register.
        item: The local item.
        today: The day asked about.

    Returns:
        How it stands on that day.
    """
    return _compare(AsOf(registry, today), item, items_by_place(registry))


def _compare(as_of: AsOf, item: Item, grouped: Mapping[str, tuple[Item, ...]]) -> ItemComparison:
    registry = as_of.registry
    counterpart = item.counterpart
    scope = counterpart.scope if counterpart else "unknown"
    chain = chain_of(registry, item)
    higher = higher_items(as_of, item, grouped)
    levels = tuple(compare_item_levels(registry, item, higher, as_of.on))
    return ItemComparison(
        item=item.id,
        national=chain[-1].id if chain else None,
        scope=scope,
        levels=levels,
        standing=_standing(scope, levels, named=bool(chain), held=bool(higher)),
        asks=tuple(_asks(registry, item, scope, levels)),
    )


def _standing(
    scope: str, levels: Sequence[LevelComparison], *, named: bool, held: bool
) -> Standing:
    """The sum of scope and levels.

    Args:
        scope: Relation of scope as recorded.
        levels: The levels, compared.
        named: Whether the item names a counterpart.
        held: Whether any item above still holds.
    """
    verdicts = {row.verdict for row in levels if not row.ended}
    rules: tuple[tuple[bool, Standing], ...] = (
        (scope == "local-only", "local-only"),
        (named and not held, "no-floor"),  # what was withdrawn above is no floor
        (scope == "narrower" or any(_is_surely_below(row) for row in levels), "below"),
        ("below" in verdicts, "look-again"),
        (scope == "wider" or "above" in verdicts, "above"),
        ("equal" in verdicts, "equal"),
        (not held or "undetermined" in verdicts, "unknown"),
        ("not-comparable" in verdicts, "not-comparable"),
        (scope in {"same", "split", "merged"}, "same-scope"),
        (verdicts == {None}, "no-floor"),
    )
    return next((standing for holds, standing in rules if holds), "unknown")


def _is_surely_below(row: LevelComparison) -> bool:
    return row.verdict == "below" and row.certain and not row.raised_since


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
    if row.raised_since:
        return Words(
            zh=f"国家后来规定了或提高了（{zh}）：请查当地现在的标准",
            en=f"The nation has set or raised it since ({en}): look up the local level of today",
        )
    if row.verdict == "below" and not row.certain:
        return Words(
            zh=f"看来低于国家水平，但日期不够明确（{zh}）：请核对日期",
            en=f"It seems below the national level, but the dates are not clear ({en}): check them",
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
