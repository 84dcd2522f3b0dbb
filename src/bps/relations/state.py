"""The state of a record on a day: what its dates and its successors say, then its status.

A status says how things stood when a source was read. Dates say more: a standard that is replaced
from July was in force in May, whatever its status says today.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from bps.findings.words import Words
from bps.model import Item, PublishedList, Standard
from bps.relations.days import days_of, in_force
from bps.relations.listed_on import list_periods
from bps.relations.statuses import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bps.link import Registry
    from bps.model import Record
    from bps.relations.applied_on import Period
    from bps.relations.days import Days

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

    @property
    def holds(self) -> bool:
        """Whether it is in force, or nothing says that it is not."""
        return self.kind in {"in-force", "unknown"}


@dataclass(frozen=True)
class AsOf:
    """A register as it stood on a day.

    Attributes:
        registry: The register.
        on: The day; the last of the calendar where it is not known: then all that is dated has begun.
    """

    registry: Registry
    on: date = date.max

    def state(self, record: Record) -> StateOnDay:
        """The state of a record on the day, with its reason and how certain it is."""
        if isinstance(record, Standard):
            return standard_state(self.registry, record, self.on)
        if isinstance(record, Item):
            return self._item(record)
        if isinstance(record, PublishedList):
            return self._edition(record)
        return state_by_status(getattr(record, "status", None))

    def holds(self, record: Record) -> bool:
        """Whether a record is in force on the day, or nothing says that it is not."""
        return self.state(record).holds

    @cached_property
    def _periods(self) -> Mapping[str, Period]:
        return list_periods(self.registry)

    def _item(self, item: Item) -> StateOnDay:
        """An item stands in lists and sets levels: what is dated there tells when it held."""
        by_status = state_by_status(item.status)
        if by_status.kind == "planned":
            return by_status
        periods = [self._periods[row.list] for row in item.listed_in if row.list in self._periods]
        if not by_status.holds:
            listed = any(
                in_force(one.start, one.end, self.on) is not False for one in periods if one.end
            )
            return StateOnDay("in-force", _LISTED_THEN) if listed else by_status
        starts = [level.from_ for level in item.levels if level.from_]
        starts += [one.start for one in periods if one.start]
        is_dated = bool(starts) and all(one.start for one in periods)
        first = min(map(days_of, starts), default=None)
        if first is None or not is_dated or first.first <= self.on:
            return by_status
        return StateOnDay("planned", _first_known(first))

    def _edition(self, one: PublishedList) -> StateOnDay:
        """An edition of a list ends when the next one begins."""
        period = self._periods.get(one.id)
        if period is None:
            return state_by_status(one.status)
        held = in_force(period.start, period.end, self.on)
        if period.start is not None and days_of(period.start).first > self.on:
            return StateOnDay("planned", _begins(period.start), certain=True)
        if period.end is not None and held is not True:
            return StateOnDay("replaced", _next_edition(period.end), certain=held is False)
        if period.end is not None:
            return StateOnDay("in-force", _IN_FORCE, certain=period.start is not None)
        return state_by_status(one.status)


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


def state_by_status(status: str | None) -> StateOnDay:
    """The state of a record of which nothing is dated: what its status says."""
    match status:
        case "replaced" | "withdrawn" | "ended":
            return StateOnDay(status, _STATUS_SAYS)
        case "planned" | "project":
            return StateOnDay("planned", _NOT_IN_FORCE_YET)
        case "in-force":
            return StateOnDay("in-force", _IN_FORCE)
        case _:
            return StateOnDay("unknown", _UNKNOWN)


def _by_status(standard: Standard, start: str | None, on: date) -> StateOnDay:
    """The state of a standard of whose end nothing is dated."""
    if standard.status in NOT_YET and start is not None:
        return StateOnDay("unknown", _CONTRADICTION)
    found = state_by_status(standard.status)
    known = start is not None and days_of(start).last <= on
    return replace(found, certain=known) if found.kind == "in-force" else found


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


def _next_edition(last: str) -> Words:
    return Words(
        zh=f"已有下一版清单，本版用到 {last}", en=f"The next edition follows; this one ended {last}"
    )


def _first_known(first: Days) -> Words:
    return Words(
        zh=f"登记的清单和水平最早从 {first.first} 起才有它",
        en=f"No list or level recorded names it before {first.first}",
    )


def _ended(kind: Kind, text: str) -> Words:
    if kind == "withdrawn":
        return Words(zh=f"{text} 废止", en=f"Withdrawn on {text}")
    return Words(zh=f"接替它的标准自 {text} 起实施", en=f"Its successor is in force from {text}")


_STATUS_SAYS = Words(
    zh="来源写明已被代替或废止，日期未见",
    en="A source says it was replaced or withdrawn; no day is given",
)
_NOT_IN_FORCE_YET = Words(zh="尚未实施", en="Not yet in force")
_CONTRADICTION = Words(
    zh="实施日期已过，来源却仍写未施行",
    en="Its day has passed, but the source still calls it planned",
)
_LISTED_THEN = Words(
    zh="那一天的清单列有它，后来才取消", en="The list of that day named it; it was taken back later"
)
_UNKNOWN = Words(zh="来源未说明是否现行", en="No source says whether it is in force")
_IN_FORCE = Words(zh="现行", en="In force")
