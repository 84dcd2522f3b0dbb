"""Walk a record as it stands in its file."""

from __future__ import annotations

from typing import Any

from bps.load.marks import escape


def mappings(data: Any) -> list[tuple[str, dict[str, Any]]]:
    """Every mapping in a record with its pointer, the record itself first."""
    found: list[tuple[str, dict[str, Any]]] = []
    _collect(data, "", found)
    return found


def _collect(data: Any, pointer: str, found: list[tuple[str, dict[str, Any]]]) -> None:
    if data.__class__ is dict:
        found.append((pointer, data))
        for key, value in data.items():
            if value.__class__ is dict or value.__class__ is list:
                _collect(value, f"{pointer}/{escape(key)}", found)
    else:
        for index, value in enumerate(data):
            if value.__class__ is dict or value.__class__ is list:
                _collect(value, f"{pointer}/{index}", found)
