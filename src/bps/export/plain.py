"""Records as plain data: what JSON holds, and the bytes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bps.model import Record


def plain_record(record: Record) -> dict[str, Any]:
    """A record as mappings, lists and strings, without what is not there."""
    found: dict[str, Any] = _pruned(
        record.model_dump(mode="json", by_alias=True, exclude_none=True)
    )
    if found.get("kind") == "mirror":
        # A copy on an unrelated address: the fact may be used, the address is not passed on.
        found.pop("url", None)
    return found


def _pruned(value: Any) -> Any:
    """Leave out empty lists: what is not there is left out, as in the files."""
    if isinstance(value, dict):
        return {key: _pruned(inner) for key, inner in value.items() if inner != []}
    return [_pruned(inner) for inner in value] if isinstance(value, list) else value


def json_bytes(value: Any) -> bytes:
    """JSON as UTF-8, one key a line, so that two releases can be compared line by line."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
