"""Permanent names of rows inside records, made of what they say and never of where they stand.

A row put in before another changes no name; a corrected value gives a new row a new name, as it
gives its readers new content.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bps.model.base import Strict

_LENGTH = 10


def row_key(row: Strict) -> str:
    """A short name of a row.

    Args:
        row: A level, milestone, channel or result.

    Returns:
        Ten hexadecimal digits of a hash of its content, its evidence and remarks left out: how a
        value is known may be told better without making it another value.
    """
    said = row.model_dump_json(by_alias=True, exclude_none=True, exclude={"evidence", "note"})
    return hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]
