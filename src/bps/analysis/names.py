"""Names of records, for the tables of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

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

    def quantities(self, kind: str) -> Mapping[str, Words]:
        """Names of the units of measure ("measure-unit") or of what values are counted per."""
        named = ((one.id, one.value.name) for one in self._registry.iter_addresses(kind))
        return {key: Words(name.in_language("zh"), name.in_language("en")) for key, name in named}

    def concept(self, ref: str | None) -> Text | None:
        """Name of a concept, given as `scheme/concept`, `recipients/…` or `life-events/…`."""
        return self._concepts.get(ref) if ref else None
