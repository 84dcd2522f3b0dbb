"""Results of monitoring stay inside what they can be."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.model import ObservationSet
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

_WHOLE = Decimal(100)
_PARTS = (("numerator", "denominator"), ("rank", "of"))
_TITLES = MappingProxyType(
    {
        "numerator": Words("分子（numerator）", "the numerator"),
        "denominator": Words("分母（denominator）", "the denominator"),
        "rank": Words("位次（rank）", "the rank"),
        "of": Words("参加排名的数量（of）", "the number of places ranked (of)"),
    }
)


@record_rule("impossible-result", types=("observation-set",))
def IMPOSSIBLE_RESULT(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """A part is not above its whole, a rank not beyond the places ranked."""
    if not isinstance(entry.record, ObservationSet):
        return
    for index, row in enumerate(entry.record.rows):
        for part, whole in _PARTS:
            value, limit = getattr(row, part), getattr(row, whole)
            if value is not None and limit is not None and value > limit:
                yield CODES["impossible-result"].at(
                    entry.place(f"/rows/{index}/{part}"),
                    part=_TITLES[part],
                    value=value,
                    whole=_TITLES[whole],
                    limit=limit,
                )


@record_rule("percentage-over-100", types=("observation-set",))
def PERCENTAGE_RANGE(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """A percentage lies between 0 and 100."""
    if not isinstance(entry.record, ObservationSet):
        return
    for index, row in enumerate(entry.record.rows):
        indicator = context.registry.find("indicator", row.indicator) if row.indicator else None
        unit = row.unit or getattr(indicator, "unit", None)
        if unit == "percent" and row.value is not None and not 0 <= Decimal(row.value) <= _WHOLE:
            yield CODES["percentage-over-100"].at(
                entry.place(f"/rows/{index}/value"), value=row.value
            )
