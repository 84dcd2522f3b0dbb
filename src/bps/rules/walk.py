"""Walk a record as it stands in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.load.marks import escape

if TYPE_CHECKING:
    from collections.abc import Callable

# Keys on the way to a value, the innermost first: (key, (key, ())); made for containers only.
Trail = tuple[Any, ...]


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


def find_texts(data: Any, matches: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Pointer and text of every text in a record that matches."""
    found: list[tuple[str, str]] = []
    _search(data, (), matches, found)
    return found


def _search(
    data: Any, trail: Trail, matches: Callable[[str], bool], found: list[tuple[str, str]]
) -> None:
    for key, value in data.items() if data.__class__ is dict else enumerate(data):
        kind = value.__class__
        if kind is str:
            if matches(value):
                found.append((_pointer((key, trail)), value))
        elif kind is dict or kind is list:
            _search(value, (key, trail), matches, found)


def _pointer(trail: Trail) -> str:
    parts: list[str] = []
    while trail:
        parts.append(escape(str(trail[0])))
        trail = trail[1]
    return "".join(f"/{part}" for part in reversed(parts))
