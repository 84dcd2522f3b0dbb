"""Two records of one name in one place are most often one thing entered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import Forwarding
from bps.rules.rule import Context, registry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.validate import Entry

# Documents share titles across editions and publishers; these types do not.
_TYPES = ("jurisdiction", "unit", "item", "indicator", "service-point", "survey", "programme")


@registry_rule("look-alike-name")
def LOOK_ALIKE_NAME(context: Context) -> Iterator[Finding]:  # noqa: N802
    """Name, place and type are not all the same for two records."""
    seen: dict[tuple[str, str, str], Entry] = {}
    for entry in context.registry.iter_entries():
        if entry.type not in _TYPES or isinstance(entry.record, Forwarding):
            continue
        name = entry.record.name.in_language("zh")
        place = getattr(entry.record, "parent", None) if entry.type == "jurisdiction" else None
        place = place or getattr(entry.record, "jurisdiction", None) or ""
        first = seen.setdefault((entry.type, place, name), entry)
        if first is not entry:
            yield CODES["look-alike-name"].at(
                entry.place("/name"), name=name, first=first.id, related=(str(first.place("/id")),)
            )
