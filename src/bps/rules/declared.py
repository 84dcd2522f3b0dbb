"""Declared parts add up to the declared total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import PublishedList
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry


@record_rule("declared-sum", types=("list",))
def DECLARED_SUM(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """When every top area of the list's scheme is declared, the areas sum to the total."""
    record = entry.record
    if not isinstance(record, PublishedList) or record.scheme is None:
        return
    scheme = record.scheme
    tops = {
        address.id
        for address in context.registry.iter_addresses("concept")
        if address.owner[1] == scheme and address.value.broader is None
    }
    for of in sorted({row.of for row in record.declared if row.of is not None}):
        rows = [
            (index, row)
            for index, row in enumerate(record.declared)
            if row.of == of and row.part is None and row.comparator in (None, "exactly")
        ]
        totals = [(index, row.count) for index, row in rows if row.domain is None]
        parts = {row.domain: row.count for _, row in rows if row.domain in tops}
        if (
            tops
            and set(parts) == tops
            and totals
            and sum(parts.values()) not in {count: index for index, count in totals}
        ):
            index, total = totals[0]
            yield CODES["declared-sum"].at(
                entry.place(f"/declared/{index}/count"), sum=sum(parts.values()), total=total
            )
