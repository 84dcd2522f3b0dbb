"""Nothing was checked or read on a day that has not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

_KEYS = ("checked_on", "retrieved_on")


@record_rule("checked-in-future")
def CHECKED_IN_FUTURE(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """No day of checking is after today; rests when no day was given."""
    if context.today is None:
        return
    for pointer, mapping in context.mappings(entry):
        for key in _KEYS:
            day = mapping.get(key)
            if isinstance(day, str) and day > context.today:
                yield CODES["checked-in-future"].at(
                    entry.place(f"{pointer}/{key}"), given=day, today=context.today
                )
