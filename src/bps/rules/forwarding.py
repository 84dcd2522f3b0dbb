"""Forwarding entries lead to live records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import Forwarding
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry


@record_rule("forwarding-cycle")
def FORWARDING_CYCLE(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """A moved or split id does not lead back to itself."""
    if not isinstance(entry.record, Forwarding):
        return
    chain = [entry.id]
    targets = entry.record.to
    while targets:
        following = targets[0]
        if following == entry.id:
            code = CODES["forwarding-cycle"]
            yield code.at(entry.place("/to/0"), chain=" → ".join([*chain, following]))
            return
        if following in chain or context.registry.find(entry.type, following) is not None:
            return
        chain.append(following)
        if following not in context.registry.ids(entry.type):
            return
        record = context.registry.entry(entry.type, following).record
        targets = record.to if isinstance(record, Forwarding) else ()
