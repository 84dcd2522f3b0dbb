"""What changed between two editions of a list: what the records show, what the publisher says.

The records show additions, removals, new names and numbers, and levels that moved between the
dates of the editions. Whether the wording, the recipients or the lead unit changed is only known
from what the publisher says: such changes carry `published` as their basis. Both are held against
the counts of the published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.compare import compare_levels, level_basis, level_value
from bps.analysis.direction import direction_of
from bps.analysis.levels_on import level_key, levels_on
from bps.errors import UsageError
from bps.findings.words import Words
from bps.relations.days import days_of
from bps.relations.editions import edition_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bps.link import Registry
    from bps.model import Item, Level, Listing, PublishedList

Basis = Literal["records", "published"]

CHANGES: dict[str, Words] = {
    "added": Words(zh="新增", en="added"),
    "removed": Words(zh="删除", en="removed"),
    "renamed": Words(zh="更名", en="renamed"),
    "renumbered": Words(zh="序号变动", en="renumbered"),
    "split": Words(zh="拆分", en="split"),
    "merged": Words(zh="合并", en="merged"),
    "raised": Words(zh="提高标准", en="raised"),
    "lowered": Words(zh="降低标准", en="lowered"),
    "level-added": Words(zh="新增标准", en="level added"),
    "level-changed": Words(zh="标准写法变动", en="level stated otherwise"),
    "level-ended": Words(zh="标准到期", en="level ended"),
    "widened": Words(zh="扩大范围", en="widened"),
    "narrowed": Words(zh="缩小范围", en="narrowed"),
    "reworded": Words(zh="文字完善", en="reworded"),
    "new-lead-unit": Words(zh="调整牵头单位", en="new lead unit"),
    "touched": Words(zh="涉及事项", en="touched"),
    "restructured": Words(zh="结构调整", en="restructured"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one item.

    Attributes:
        kind: What changed, a key of `CHANGES`.
        item: Id of the item.
        before: What stood there before, where there is a value.
        after: What stands there now.
        basis: `records` when the records show it, `published` when the publisher names it.
        levels: The levels behind a change of a level, before and after.
    """

    kind: str
    item: str
    before: str | None
    after: str | None
    basis: Basis
    levels: tuple[Level | None, Level | None] = (None, None)


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A line of the published summary against the records.

    Attributes:
        kind: What changed.
        declared: Number as published; None when the publisher gives none [items].
        named: Items the publisher names [items].
        shown: Items for which the records show it between the two dates, whatever the cause [items].
        confirmed: Items the publisher names and the records show too [items].
        source: Who states it.
    """

    kind: str
    declared: int | None
    named: int
    shown: int
    confirmed: int
    source: str


@dataclass(frozen=True, slots=True)
class EditionDiff:
    """Two editions compared.

    Attributes:
        before: Id of the earlier edition.
        after: Id of the later edition.
        items_before: Items recorded for the earlier one [items].
        items_after: Items recorded for the later one [items].
        changes: The changes, by kind and item.
        published: The published summary; empty when it is not about these two.
    """

    before: str
    after: str
    items_before: int
    items_after: int
    changes: tuple[Change, ...]
    published: tuple[PublishedChange, ...]

    def of_kind(self, kind: str, basis: Basis | None = None) -> tuple[Change, ...]:
        """Changes of one kind."""
        return tuple(
            one
            for one in self.changes
            if one.kind == kind and (basis is None or one.basis == basis)
        )


def diff_editions(registry: Registry, before: str, after: str) -> EditionDiff:
    """Compare two list editions.

    Args:
        registry: The register.
        before: Id of the earlier edition.
        after: Id of the later edition.

    Returns:
        The changes.

    Raises:
        UnknownRecord: If one of them is not in the register.
        UsageError: If they are lists of two places.
    """
    old, new = registry.get("list", before), registry.get("list", after)
    if old.jurisdiction != new.jurisdiction:
        raise UsageError(
            f"{before} 和 {after} 不是同一地区的清单，不能按版次比较。",
            f"{before} and {after} are lists of different places and have no editions to compare.",
        )
    rows = {name: _rows(registry, name) for name in (before, after)}
    changes = [
        *_membership(rows[before], rows[after]),
        *_levels(registry, old, new, rows[before].keys() & rows[after].keys()),
    ]
    published = []
    if new.changes is not None and new.changes.since == before:
        for line in new.changes.declared:
            changes.extend(Change(line.kind, ref, None, None, "published") for ref in line.items)
            shown = {
                one.item for one in changes if one.kind == line.kind and one.basis == "records"
            }
            published.append(
                PublishedChange(
                    kind=line.kind,
                    declared=line.count,
                    named=len(line.items),
                    shown=len(shown),
                    confirmed=len(shown & set(line.items)),
                    source=line.evidence.source,
                )
            )
    order = tuple(CHANGES)
    changes.sort(key=lambda one: (order.index(one.kind), one.item, one.basis, one.before or ""))
    return EditionDiff(
        before, after, len(rows[before]), len(rows[after]), tuple(changes), tuple(published)
    )


def _rows(registry: Registry, list_id: str) -> dict[str, tuple[Item, Listing]]:
    return {
        item.id: (item, row)
        for item in registry.iter("item")
        for row in item.listed_in
        if row.list == list_id
    }


def _membership(
    old: Mapping[str, tuple[Item, Listing]],
    new: Mapping[str, tuple[Item, Listing]],
) -> Iterator[Change]:
    parts: dict[str, list[str]] = {}
    for ref in new.keys() - old.keys():
        counterpart = new[ref][0].counterpart
        if counterpart and counterpart.item in old and counterpart.scope in {"split", "merged"}:
            parts.setdefault(counterpart.scope, []).append(ref)
            yield Change(counterpart.scope, ref, counterpart.item, ref, "records")
        else:
            yield Change("added", ref, None, _name(*new[ref]), "records")
    for ref in old.keys() - new.keys():
        yield Change("removed", ref, _name(*old[ref]), None, "records")
    for ref in old.keys() & new.keys():
        names = _name(*old[ref]), _name(*new[ref])
        if names[0] != names[1]:
            yield Change("renamed", ref, names[0], names[1], "records")
        numbers = old[ref][1].number, new[ref][1].number
        if None not in numbers and numbers[0] != numbers[1]:
            yield Change("renumbered", ref, str(numbers[0]), str(numbers[1]), "records")


def _name(item: Item, row: Listing) -> str:
    return (row.name or item.name).in_language("zh")


def _levels(
    registry: Registry, old: PublishedList, new: PublishedList, items: set[str]
) -> Iterator[Change]:
    dates = [edition_start(one) for one in (old, new)]
    if dates[0] is None or dates[1] is None:
        return
    days = days_of(dates[0]).last, days_of(dates[1]).last
    for ref in sorted(items):
        yield from level_changes(registry, registry.get("item", ref), days[0], days[1])


def level_changes(registry: Registry, item: Item, before: date, after: date) -> Iterator[Change]:
    """Levels of an item that moved between two days.

    Args:
        registry: Where the direction of a measure is looked up.
        item: The item.
        before: The earlier day.
        after: The later day.

    Yields:
        `raised` or `lowered` for the people it is for (fewer days of waiting is raised; 240 a year
        after 10 a month is raised), `level-changed` where it is stated otherwise and neither can be
        said, `level-added` or `level-ended`.
    """
    old = {level_key(row.level): row.level for row in levels_on(item.levels, before)}
    new = {level_key(row.level): row.level for row in levels_on(item.levels, after)}
    for key in dict.fromkeys([*old, *new]):
        then, now = old.get(key), new.get(key)
        if then is None and now is not None:
            # A level without a first day was there already; one with it is new.
            yield Change("level-added", item.id, None, _shown(now), "records", (None, now))
        elif now is None and then is not None:
            yield Change("level-ended", item.id, _shown(then), None, "records", (then, None))
        elif then is not None and now is not None and _shown(then) != _shown(now):
            kind = _moved(registry, then, now)
            if kind is not None:
                yield Change(kind, item.id, _shown(then), _shown(now), "records", (then, now))


def _shown(level: Level) -> str:
    value = level_value(level) or (level.text.in_language("zh") if level.text else "")
    return f"{value} {level_basis(level)}".rstrip()


def _moved(registry: Registry, then: Level, now: Level) -> str | None:
    """What became of a level: compared as two places are, by period and comparator too."""
    verdict = compare_levels(now, then, direction_of(registry, now.measure)).verdict
    if verdict == "equal" and (now.comparator, now.period) == (then.comparator, then.period):
        return None  # 10 and 10.0
    return {"above": "raised", "below": "lowered"}.get(verdict, "level-changed")
