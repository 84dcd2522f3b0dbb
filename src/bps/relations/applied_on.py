"""Which of several dated rows applied on a day, when a later row replaces an earlier one.

The same reckoning stands in the pages (`render/assets/applied.js`); shared vectors
(`tests/vectors/applied-on.json`) and random rows hold the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from bps.relations.days import Days, days_of, in_force

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

Applied = Literal["yes", "maybe", "no"]
_BEFORE_ALL = Days(date.min, date.min)


@dataclass(frozen=True, slots=True)
class Period:
    """A row as far as its dates go.

    Attributes:
        about: What the row is about; rows about the same thing replace each other over time.
        start: First day as the source gives it (year, month or day), None when it does not.
        end: Last day, None when it is open or not known.
    """

    about: Hashable
    start: str | None
    end: str | None


def began(period: Period) -> Days:
    """Days on which a row can have begun; before all others when no source says."""
    return days_of(period.start) if period.start else _BEFORE_ALL


def applied_on(periods: Sequence[Period], on: date) -> tuple[Applied, ...]:
    """Say of every row whether it applied on a day.

    Sources seldom say when a value ended: among rows about the same thing that have begun, the
    one that began last applies. Where the dates are too coarse to know which one that is, or too
    coarse to know whether a row had begun or ended, or where a row has no first day, it may have
    applied.

    Args:
        periods: The rows of one record.
        on: The day asked about.

    Returns:
        One answer per row, in their order.
    """
    groups: dict[Hashable, list[int]] = {}
    for number, period in enumerate(periods):
        groups.setdefault(period.about, []).append(number)
    found: list[Applied] = ["no"] * len(periods)
    for numbers in groups.values():
        for number, answer in _within_group(periods, numbers, on).items():
            found[number] = answer
    return tuple(found)


def _within_group(
    periods: Sequence[Period], numbers: Sequence[int], on: date
) -> dict[int, Applied]:
    if len(numbers) == 1:  # by far the most frequent: nothing can have replaced it
        (only,) = numbers
        alone = in_force(periods[only].start, periods[only].end, on)
        return {} if alone is False else {only: _sure(alone and periods[only].start is not None)}
    holds = {n: in_force(periods[n].start, periods[n].end, on) for n in numbers}
    starts = {n: began(periods[n]) for n in numbers if holds[n] is not False}
    latest = max((starts[n].first for n in starts if holds[n]), default=date.min)
    open_rows = {n: span for n, span in starts.items() if span.last >= latest}
    by_end = sorted(set(open_rows.values()), key=lambda span: (span.last, span.first))
    found: dict[int, Applied] = {}
    for n, span in open_rows.items():
        rivals = [other for other in by_end[-2:] if other != span]
        perhaps_replaced = any(other.last > span.first for other in rivals)
        found[n] = _sure(holds[n] and periods[n].start is not None and not perhaps_replaced)
    return found


def _sure(answer: bool | None) -> Applied:  # noqa: FBT001 - a verdict, not an option
    return "yes" if answer else "maybe"
