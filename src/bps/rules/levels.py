"""Levels say how much, in what, since when; and one thing at a time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import Item, Level
from bps.rules.partial_dates import is_before
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry


@record_rule("level-without-unit", "level-without-value", "negative-level", types=("item",))
def LEVEL_CONTENT(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """A row has a value with a unit, not negative, or words."""
    if not isinstance(entry.record, Item):
        return
    for index, level in enumerate(entry.record.levels):
        if level.value is None and level.text is None:
            yield CODES["level-without-value"].at(entry.place(f"/levels/{index}"))
            continue
        if level.value is not None and Decimal(level.value) < 0:
            place = entry.place(f"/levels/{index}/value")
            yield CODES["negative-level"].at(place, value=level.value)
        if level.value is not None and level.unit is None:
            indicator = context.registry.find("indicator", level.measure)
            unit = getattr(indicator, "unit", None) or "CNY"
            yield CODES["level-without-unit"].at(
                entry.place(f"/levels/{index}/value"), value=level.value, example=f"unit: {unit}"
            )


@record_rule("level-without-date", "level-ends-before-it-begins", types=("item",))
def LEVEL_DATES(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """A row says since when it holds, and does not end before."""
    if not isinstance(entry.record, Item):
        return
    for index, level in enumerate(entry.record.levels):
        if level.from_ is None:
            yield CODES["level-without-date"].at(entry.place(f"/levels/{index}"))
        elif level.to is not None and is_before(level.to, level.from_):
            yield CODES["level-ends-before-it-begins"].at(
                entry.place(f"/levels/{index}/to"), start=level.from_, end=level.to
            )


def _subject(level: Level) -> tuple[object, ...]:
    """What two rows must share to speak of the same thing."""
    return (
        level.measure,
        level.kind,
        level.applies_to,
        level.comparator,
        level.unit,
        level.per,
        level.period,
    )


def _overlap(one: Level, other: Level) -> bool:
    """Whether two rows surely hold at one time; a later beginning ends an open earlier row."""
    if one.from_ is None or other.from_ is None:
        return False
    if one.from_ == other.from_:
        return True
    early, late = (one, other) if one.from_ < other.from_ else (other, one)
    return (
        early.to is not None
        and late.from_ is not None
        and is_before(late.from_, early.to)
        and not early.to.startswith(late.from_)
    )


@record_rule("overlapping-levels", "repeated-level", types=("item",))
def LEVEL_OVERLAP(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """For one thing at one time there is one value; a contradiction is explained in a note."""
    if not isinstance(entry.record, Item):
        return
    rows = entry.record.levels
    by_subject: dict[tuple[object, ...], list[int]] = {}
    for index, level in enumerate(rows):
        earlier = by_subject.setdefault(_subject(level), [])
        for first in earlier:
            other = rows[first]
            same = (other.value, other.text) == (level.value, level.text)
            if same and (other.from_, other.to) == (level.from_, level.to):
                yield CODES["repeated-level"].at(
                    entry.place(f"/levels/{index}"),
                    other=first + 1,
                    related=(str(entry.place(f"/levels/{first}")),),
                )
            elif not same and not (level.note or other.note) and _overlap(other, level):
                values = " / ".join(str(row.value) for row in (other, level))
                yield CODES["overlapping-levels"].at(
                    entry.place(f"/levels/{index}"),
                    other=first + 1,
                    values=values,
                    related=(str(entry.place(f"/levels/{first}")),),
                )
        earlier.append(index)
