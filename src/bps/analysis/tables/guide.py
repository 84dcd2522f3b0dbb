"""Table of the eight facts that a guide to a service has to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.eight_facts import EIGHT_FACTS, eight_facts
from bps.analysis.tables.sheet import ITEM_NAME, PLACE_NAME, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bps.analysis.names import Names
    from bps.analysis.table import Table
    from bps.link import Registry
    from bps.model import Item

Row = tuple["Item", "Mapping[str, bool]"]


def guide_table(registry: Registry, names: Names, *, place: str | None = None) -> Table:
    """Which of the eight facts each item record holds.

    Args:
        registry: The register.
        names: Names of its records.
        place: Only items of this place; all when None.

    Returns:
        One row per item.
    """
    rows = [
        (item, eight_facts(item, registry))
        for item in registry.iter("item")
        if place in {None, item.jurisdiction}
    ]
    guide = Sheet(rows, names)
    guide.record("item", "事项", "Item", lambda row: row[0].id, type="item", name=ITEM_NAME)
    guide.record(
        "place",
        "地区",
        "Place",
        lambda row: row[0].jurisdiction,
        type="jurisdiction",
        name=PLACE_NAME,
    )
    for key, label in EIGHT_FACTS.items():
        guide.add(f"has_{key}", label.zh, label.en, _has(key))
    guide.add("facts", "要素数", "Facts", lambda row: sum(row[1].values()), unit="facts")
    return guide.table("guide-facts", "办事指南八要素", "Eight facts of a guide")


def _has(key: str) -> Callable[[Row], bool]:
    return lambda row: row[1][key]
