"""The engine without an engine: looks at every document. The yardstick for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.search.answer import has_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.search.index import SearchIndex
    from bps.search.plan import Plan


class MemoryEngine:
    """Gives every document to the ranking; right by construction, and fast enough for thousands."""

    name = "memory"

    def __init__(self) -> None:
        self._index: SearchIndex | None = None

    def index(self, index: SearchIndex) -> None:
        """Take over all documents of an index."""
        self._index = index

    def find(self, plan: Plan, *, facets: Mapping[str, str], limit: int) -> list[str]:
        """Give the keys of all documents with the wanted values; the ranking drops the rest."""
        del plan, limit
        entries = self._index.entries if self._index else ()
        return [entry.document.key for entry in entries if has_values(entry, facets)]
