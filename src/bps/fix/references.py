"""Fixes that need the other files: moved ids, ids that differ from their file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bps.fix.values import set_value, value_at
from bps.link import link_records
from bps.model import RECORD_TYPES
from bps.model.base import SLUG_PATTERN
from bps.validate import expected_id, validate_records
from bps.write import open_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.link import Registry
    from bps.load import RawRecord

# Codes of findings that this module mends.
CODES: Final = frozenset({"moved-reference", "id-not-file-name"})
_SLUG: Final = re.compile(SLUG_PATTERN)
_ID: Final = re.compile(r"^id:[^\n]*$", re.MULTILINE)


def mend_ids(texts: Mapping[str, str], raws: Mapping[str, RawRecord]) -> dict[str, str]:
    """Ids that do not fit their file, where nothing refers to the wrong one.

    Args:
        texts: Path to text of the files to mend.
        raws: Path to record of every file.

    Returns:
        Path to new text of the files that change.
    """
    used = {word for raw in raws.values() for word in _words(raw.data)}
    mended = {}
    for path, text in texts.items():
        raw = raws.get(path)
        given = raw.data.get("id") if raw else None
        wanted = expected_id(path)
        is_slug = _SLUG.fullmatch(wanted.rpartition("/")[2]) is not None
        if isinstance(given, str) and is_slug and given != wanted and given not in used:
            mended[path] = _ID.sub(f"id: {wanted}", text, count=1)
    return mended


def _words(data: object, *, top: bool = True) -> set[str]:
    """Every text inside a record but its own id."""
    if isinstance(data, str):
        return {data}
    found: set[str] = set()
    if isinstance(data, dict):
        for key, value in data.items():
            if not (top and key == "id"):
                found |= _words(value, top=False)
    elif isinstance(data, list):
        for value in data:
            found |= _words(value, top=False)
    return found


def mend_references(texts: Mapping[str, str], raws: Mapping[str, RawRecord]) -> dict[str, str]:
    """References to moved records, made to name where they moved.

    Args:
        texts: Path to text of the files to mend.
        raws: Path to record of every file.

    Returns:
        Path to new text of the files that change.
    """
    entries = validate_records(raws.values()).entries
    linked = link_records(entries, files=tuple(raws))
    mended: dict[str, str] = {}
    for finding in linked.findings:
        if finding.code != "moved-reference" or finding.path not in texts:
            continue
        text = mended.get(finding.path, texts[finding.path])
        given = value_at(open_record(text), finding.pointer)
        target = _target(linked.registry, given)
        if target is not None:
            mended[finding.path] = set_value(text, finding.pointer, target)
    return mended


def _target(registry: Registry, given: object) -> str | None:
    """Where a moved id leads, whatever its type."""
    if not isinstance(given, str):
        return None
    for type_name in RECORD_TYPES:
        live = registry.resolve(type_name, given)
        if len(live) == 1 and live[0] != given:
            return live[0]
    return None
