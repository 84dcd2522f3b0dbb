"""Walk a record as it stands in its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bps.load.marks import escape


def mappings(data: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping in a record with its pointer, the record itself first."""
    if isinstance(data, dict):
        yield pointer, data
        for key, value in data.items():
            if isinstance(value, (dict, list)):
                yield from mappings(value, f"{pointer}/{escape(key)}")
    elif isinstance(data, list):
        for index, value in enumerate(data):
            if isinstance(value, (dict, list)):
                yield from mappings(value, f"{pointer}/{index}")
