"""Who and what is reached: stages of life and groups of people nothing serves; items measured.

A group is served when an item names it or a narrower group of it. An item is measured when it
names an indicator or a level with a measure, and has results when an observation is recorded for
one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bps.model import LifeEvents, Recipients

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.link import Registry


@dataclass(frozen=True, slots=True)
class Served:
    """A stage of life or a group of people.

    Attributes:
        concept: Its id.
        items: Items that serve it directly [items].
        below: Items that serve only a narrower group of it [items].
    """

    concept: str
    items: int
    below: int

    @property
    def unserved(self) -> bool:
        """Whether nothing serves it."""
        return self.items + self.below == 0


@dataclass(frozen=True, slots=True)
class Measured:
    """An item and the figures about it.

    Attributes:
        item: Id of the item.
        indicators: Indicators it names, itself or in its levels.
        with_results: Those of them for which a result is recorded anywhere.
    """

    item: str
    indicators: tuple[str, ...]
    with_results: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Stages, groups and measured items.

    Attributes:
        life_events: Stages of life, in the order of the record.
        recipients: Groups of people, in the order of the record.
        measured: Items, those without any indicator first.
    """

    life_events: tuple[Served, ...]
    recipients: tuple[Served, ...]
    measured: tuple[Measured, ...]


def reach(registry: Registry) -> Reach:
    """Count who is served and what is measured."""
    events: dict[str, set[str]] = {}
    groups: dict[str, set[str]] = {}
    for item in registry.iter("item"):
        for event in item.life_events:
            events.setdefault(event, set()).add(item.id)
        for group in item.recipients:
            groups.setdefault(group, set()).add(item.id)
    stages: list[Served] = []
    for record in registry.iter("life-events"):
        if not isinstance(record, LifeEvents):
            continue
        for stage in record.concepts:
            named = {item for step in stage.steps for item in step.items}
            stages.append(Served(stage.id, len(events.get(stage.id, set()) | named), 0))
    people: list[Served] = []
    for record in registry.iter("recipients"):
        if not isinstance(record, Recipients):
            continue
        broader = {one.id: one.broader for one in record.concepts}
        below = _below(groups, broader)
        people.extend(
            Served(
                one.id,
                len(groups.get(one.id, ())),
                len(below.get(one.id, set()) - groups.get(one.id, set())),
            )
            for one in record.concepts
        )
    return Reach(tuple(stages), tuple(people), _measured(registry))


def _below(groups: dict[str, set[str]], broader: dict[str, str | None]) -> dict[str, set[str]]:
    """Items of all narrower groups, group by group."""
    found: dict[str, set[str]] = {}
    for group, items in groups.items():
        seen = {group}
        parent = broader.get(group)
        while parent is not None and parent not in seen:
            seen.add(parent)
            found.setdefault(parent, set()).update(items)
            parent = broader.get(parent)
    return found


def _measured(registry: Registry) -> tuple[Measured, ...]:
    observed = {
        row.indicator
        for one in registry.iter("observation-set")
        for row in one.rows
        if row.indicator and (row.value is not None or row.rank is not None)
    }
    rows = []
    for item in registry.iter("item"):
        names: Iterable[str] = dict.fromkeys(
            [*item.indicators, *(level.measure for level in item.levels)]
        )
        indicators = tuple(names)
        rows.append(Measured(item.id, indicators, tuple(i for i in indicators if i in observed)))
    rows.sort(key=lambda row: (bool(row.indicators), bool(row.with_results), row.item))
    return tuple(rows)
