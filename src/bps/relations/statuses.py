"""Statuses of records by what they mean for a promise."""

from __future__ import annotations

from typing import Final

# What held once and holds no longer, and what does not hold yet.
OVER: Final = frozenset({"replaced", "withdrawn", "ended"})
NOT_YET: Final = frozenset({"planned", "project"})
