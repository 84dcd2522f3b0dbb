"""Where things of the open data live: addresses of pages, of JSON, and lasting names."""

from __future__ import annotations

from dataclasses import dataclass

from bps.model import RECORD_TYPES

API = "api/v1"
DATA = "data"
# Counts every change to the layout of the open data that a program could notice.
API_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses below one site.

    Attributes:
        site: Absolute address of the root with a slash at its end, or "" when it is not known.
    """

    site: str = ""

    def page(self, type_name: str, record_id: str, language: str = "zh") -> str | None:
        """Address of a record's page, or None for a type without pages."""
        folder = RECORD_TYPES[type_name].url
        if folder is None:
            return None
        return f"{self.site}{'en/' if language == 'en' else ''}{folder}/{record_id}/"

    def json(self, type_name: str, record_id: str | None = None) -> str:
        """Address of a record's JSON, or of the index of its type."""
        name = f"{record_id}.json" if record_id is not None else "index.json"
        return f"{self.site}{API}/{type_name}/{name}"

    def name(self, type_name: str, record_id: str) -> str:
        """Lasting name of a record for linked data and feeds: its page, else a URN."""
        page = self.page(type_name, record_id) if self.site else None
        return page or f"urn:bps:{type_name}:{record_id}"
