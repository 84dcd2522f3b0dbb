"""Which way of a measure is better for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.model import Indicator

if TYPE_CHECKING:
    from bps.link import Registry


def direction_of(registry: Registry, measure: str | None) -> str | None:
    """Which way of a measure is better: `higher`, `lower`, `none`; None where it is not known."""
    found = registry.find("indicator", measure) if measure else None
    return found.direction if isinstance(found, Indicator) else None
