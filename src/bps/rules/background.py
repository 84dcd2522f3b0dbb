"""What rests on general knowledge is counted and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry


@record_rule("background-evidence")
def BACKGROUND_EVIDENCE(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """Say once per record which of its fields no document was seen for."""
    fields: list[str] = []
    first: str | None = None
    for pointer, mapping in context.mappings(entry):
        if mapping.get("how") != "background":
            continue
        first = first or pointer
        named = mapping.get("fields") or [pointer.split("/")[1]]
        fields.extend(name for name in named if name not in fields)
    if first is not None:
        listed = Words("、".join(fields), ", ".join(fields))
        yield CODES["background-evidence"].at(entry.place(f"{first}/how"), fields=listed)
