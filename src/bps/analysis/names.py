"""Names of records, for the tables of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Text


class Names:
    """Looks up names; every name is looked up once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: dict[tuple[str, str], Text | None] = {}
        self._concepts: dict[str, Text] = {}
        for scheme in registry.iter("domain-scheme"):
            for concept in scheme.concepts:
                self._concepts[f"{scheme.id}/{concept.id}"] = concept.name
        for kind, prefix in (("recipient", "recipients"), ("life-event", "life-events")):
            for address in registry.iter_addresses(kind):
                self._concepts[f"{prefix}/{address.id}"] = address.value.name

    def of(self, type_name: str, record_id: str | None) -> Text | None:
        """Name of a record, or None when there is no such record."""
        if record_id is None:
            return None
        key = (type_name, record_id)
        if key not in self._known:
            record = self._registry.find(type_name, record_id)
            self._known[key] = record.name if record is not None else None
        return self._known[key]

    def concept(self, ref: str | None) -> Text | None:
        """Name of a concept, given as `scheme/concept`, `recipients/…` or `life-events/…`."""
        return self._concepts.get(ref) if ref else None
