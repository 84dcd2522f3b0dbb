"""A replacement is said on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import Standard
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry


@record_rule("replacement-one-sided", types=("standard",))
def REPLACEMENT_ONE_SIDED(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """If A replaces B, then B says that it was replaced by A."""
    if not isinstance(entry.record, Standard):
        return
    for index, relation in enumerate(entry.record.replaces):
        other = context.registry.find("standard", relation.standard) if relation.standard else None
        if other is None:
            continue
        named = {back.standard for back in other.replaced_by} | {
            back.code for back in other.replaced_by
        }
        if entry.id not in named and (entry.record.code is None or entry.record.code not in named):
            yield CODES["replacement-one-sided"].at(
                entry.place(f"/replaces/{index}"), other=other.id
            )
