"""Days that the calendar has."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.rules.rule import Context, record_rule
from bps.rules.walk import find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

# The schema already refuses months and days beyond 12 and 31; only these may not exist.
_LATE_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-(?:29|30|31)")


def _impossible(text: str) -> bool:
    """Whether a text is a date that no calendar has."""
    if len(text) != len("2024-02-30") or not _LATE_DAY.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return True
    return False


@record_rule("impossible-date")
def IMPOSSIBLE_DATE(entry: Entry, _context: Context) -> Iterator[Finding]:  # noqa: N802
    """No date names a day that its month does not have."""
    for pointer, day in find_texts(entry.raw.data, _impossible):
        yield CODES["impossible-date"].at(entry.place(pointer), given=day)
