"""The wider area of an area stands in the same scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding, Words
from bps.link.nearest import nearest_id
from bps.model import DomainScheme, Recipients
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bps.model import Concept, RecipientGroup
    from bps.validate import Entry


@record_rule("unknown-broader", types=("domain-scheme", "recipients"))
def BROADER(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: ARG001, N802
    """`broader` names a concept of the same file."""
    if not isinstance(entry.record, (DomainScheme, Recipients)):
        return
    concepts: Sequence[Concept | RecipientGroup] = entry.record.concepts
    known = [concept.id for concept in concepts]
    for index, concept in enumerate(concepts):
        if concept.broader and concept.broader not in known:
            close = nearest_id(concept.broader, known)
            fix = Words(f"是否指“{close}”？", f'did you mean "{close}"?') if close else None
            place = entry.place(f"/concepts/{index}/broader")
            yield CODES["unknown-broader"].at(place, given=concept.broader, fix=fix)
