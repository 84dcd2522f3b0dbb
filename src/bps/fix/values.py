"""Fixers of single values: each takes a file and a finding and gives the mended text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from bps.fix.characters import mend_characters
from bps.write import close_record, open_record

if TYPE_CHECKING:
    from bps.findings import Finding

Fixer = Callable[[str, "Finding"], str]
# A bare word up to what ends it: a comma or bracket in flow style, a comment, the line's end.
_BARE: Final = re.compile(r"[^\s,\[\]{}#\"'][^,\[\]{}#\n]*")


def quote_value(text: str, finding: Finding) -> str:
    """Put the bare value at the place of the finding between quotes."""
    lines = text.split("\n")
    line = lines[finding.line - 1]
    match = _BARE.match(line, finding.column - 1)
    if match is None:
        return text
    word = match[0].rstrip()
    if word.endswith(":"):
        return text
    start = match.start()
    lines[finding.line - 1] = f'{line[:start]}"{word}"{line[start + len(word) :]}'
    return "\n".join(lines)


def drop_value(text: str, finding: Finding) -> str:
    """Remove a key or an entry that says nothing, and whatever is empty without it."""
    data = open_record(text)
    parts = _parts(finding.pointer)
    if not _drop(data, parts):
        return text
    while len(parts) > 1:
        parts = parts[:-1]
        inner = _at(data, parts)
        if inner is None or len(inner):
            break
        _drop(data, parts)
    return close_record(data)


def drop_repeated(text: str, finding: Finding) -> str:
    """Keep the first of equal entries in a list."""
    data = open_record(text)
    entries = _at(data, _parts(finding.pointer))
    if not isinstance(entries, list):
        return text
    seen: list[Any] = []
    for at in range(len(entries) - 1, -1, -1):
        if entries[at] in entries[:at]:
            seen.append(entries[at])
            del entries[at]
    return close_record(data) if seen else text


def _characters(text: str, finding: Finding) -> str:
    del finding
    return mend_characters(text)


def _parts(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _at(data: Any, parts: list[str]) -> Any:
    for part in parts:
        try:
            data = data[int(part)] if isinstance(data, list) else data[part]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return data


def _drop(data: Any, parts: list[str]) -> bool:
    if not parts:
        return False
    parent = _at(data, parts[:-1])
    key: Any = int(parts[-1]) if isinstance(parent, list) and parts[-1].isdigit() else parts[-1]
    try:
        del parent[key]
    except (KeyError, IndexError, TypeError):
        return False
    return True


def value_at(data: Any, pointer: str) -> Any:
    """The value at a place of an opened record, or None."""
    return _at(data, _parts(pointer))


def set_value(text: str, pointer: str, value: str) -> str:
    """Put another text at a place."""
    data = open_record(text)
    parts = _parts(pointer)
    parent = _at(data, parts[:-1])
    if parent is None:
        return text
    parent[int(parts[-1]) if isinstance(parent, list) else parts[-1]] = value
    return close_record(data)


# Faults of one file alone; those that need other files are in `bps.fix.references`.
FIXERS: Mapping[str, Fixer] = MappingProxyType(
    {
        "byte-order-mark": _characters,
        "tab-character": _characters,
        "not-normalised": _characters,
        "ambiguous-value": quote_value,
        "long-number": quote_value,
        "unquoted-number": quote_value,
        "empty-value": drop_value,
        "empty-list": drop_value,
        "repeated-entry": drop_repeated,
    }
)
