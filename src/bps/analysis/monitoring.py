"""Results of monitoring, kept apart by what they are: satisfaction, facilities, other measures.

A satisfaction score is never put beside a facility count, nor beside a score of another survey.
A family is therefore the pair of kind of indicator and survey, and only rows of one family, one
measure and one period are ranked or set against an average.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bps.findings.words import Words
from bps.model import Indicator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bps.link import Registry
    from bps.model import Observation, ObservationSet, Text

FAMILIES: dict[str, Words] = {
    "satisfaction": Words(zh="满意度", en="satisfaction"),
    "facility": Words(zh="设施", en="facilities"),
    "input": Words(zh="投入", en="inputs"),
    "output": Words(zh="产出", en="outputs"),
    "outcome": Words(zh="成效", en="outcomes"),
    "time": Words(zh="时间", en="time"),
    "entitlement": Words(zh="保障水平", en="entitlements"),
    "other": Words(zh="其他", en="other"),
}

_REACHED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "at-least": operator.ge,
    "more-than": operator.gt,
    "at-most": operator.le,
    "less-than": operator.lt,
    "exactly": operator.eq,
    "about": operator.eq,
}


@dataclass(frozen=True, slots=True)
class Result:
    """One reported value.

    Attributes:
        set_id: Id of the observation set.
        row: Position in it, from 0.
        place: Id of the place.
        family: Kind of indicator, a key of `FAMILIES`.
        survey: Survey it comes from, where known.
        indicator: Id of the indicator, where it has one.
        domain: Monitored domain, where it has one.
        label: What is counted, where the indicator says too little.
        period: Date the value is for.
        value: The value.
        comparator: How the value is meant.
        unit: Its unit.
        numerator: Number counted.
        denominator: Number out of which.
        sample: Valid answers [answers].
        rank: Rank, 1 is best.
        of: Number of places ranked [places].
        target: Value aimed at.
        target_date: When the target is due.
        met: Whether the target is met: as the source says, else reckoned from value and target.
        met_by: `stated`, `reckoned`, or None.
        source: Id of the source.
    """

    set_id: str
    row: int
    place: str
    family: str
    survey: str | None
    indicator: str | None
    domain: str | None
    label: Text | None
    period: str | None
    value: Decimal | None
    comparator: str | None
    unit: str | None
    numerator: int | None
    denominator: int | None
    sample: int | None
    rank: int | None
    of: int | None
    target: Decimal | None
    target_date: str | None
    met: bool | None
    met_by: str | None
    source: str

    @property
    def comparable(self) -> tuple[str, str | None, str | None, str | None, str | None, str | None]:
        """Key of the results it may be compared with."""
        return (self.family, self.survey, self.indicator, self.domain, self.period, self.unit)


def results(registry: Registry, *, place: str | None = None) -> tuple[Result, ...]:
    """All results, by family, survey, domain, period and place.

    Args:
        registry: The register.
        place: Only results of this place; all when None.

    Returns:
        The results.

    Raises:
        UnknownRecord: If the register has no such place.
    """
    if place is not None:
        registry.get("jurisdiction", place)
    found = [
        result
        for one in registry.iter("observation-set")
        if place is None or one.jurisdiction == place
        for result in _results(registry, one)
    ]
    order = tuple(FAMILIES)
    found.sort(
        key=lambda one: (
            order.index(one.family),
            one.survey or "",
            one.indicator or "",
            one.domain or "",
            one.period or "",
            one.rank or 0,
            one.place,
            one.row,
        )
    )
    return tuple(found)


def _results(registry: Registry, one: ObservationSet) -> Iterator[Result]:
    for position, row in enumerate(one.rows):
        found = registry.find("indicator", row.indicator) if row.indicator else None
        indicator = found if isinstance(found, Indicator) else None
        met, met_by = _met(row)
        yield Result(
            set_id=one.id,
            row=position,
            place=one.jurisdiction,
            family=indicator.kind if indicator else "other",
            survey=one.survey,
            indicator=row.indicator,
            domain=row.domain,
            label=row.label,
            period=row.period,
            value=None if row.value is None else Decimal(row.value),
            comparator=row.comparator,
            unit=row.unit or (indicator.unit if indicator else None),
            numerator=row.numerator,
            denominator=row.denominator,
            sample=row.sample,
            rank=row.rank,
            of=row.of,
            target=None if row.target is None else Decimal(row.target),
            target_date=row.target_date,
            met=met,
            met_by=met_by,
            source=row.evidence.source,
        )


def _met(row: Observation) -> tuple[bool | None, str | None]:
    if row.met is not None:
        return row.met, "stated"
    if row.value is None or row.target is None or row.comparator not in {None, "exactly"}:
        return None, None
    reached = _REACHED[row.target_comparator or "at-least"]
    return reached(Decimal(row.value), Decimal(row.target)), "reckoned"
