"""Days that the calendar has."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

# The schema already refuses months and days beyond 12 and 31; only these may not exist.
_LATE_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-(?:29|30|31)")


def _exists(day: str) -> bool:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return False
    return True


@record_rule("impossible-date")
def IMPOSSIBLE_DATE(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """No date names a day that its month does not have."""
    for pointer, mapping in context.mappings(entry):
        for key, value in mapping.items():
            if (
                value.__class__ is str
                and len(value) == len("2024-02-30")
                and _LATE_DAY.fullmatch(value)
                and not _exists(value)
            ):
                yield CODES["impossible-date"].at(entry.place(f"{pointer}/{key}"), given=value)
