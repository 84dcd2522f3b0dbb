"""The nation, the places above a place, and the items of each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.link import Registry
    from bps.model import Item, Jurisdiction


# Ends of place names that people leave out: 福田区 is 福田, 竹山县 is 竹山.
_ENDS: Final = (
    "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "街道办事处", "街道",
    "社区", "新区", "地区", "省", "市", "区", "县", "镇", "乡", "村",
)  # fmt: skip


def nation(registry: Registry) -> str | None:
    """Id of the country the register is about, or None in a register without one."""
    return next((j.id for j in registry.iter("jurisdiction") if j.level == "country"), None)


def get_place_below(registry: Registry, place: str) -> Jurisdiction:
    """The jurisdiction with this id, to be held against the nation.

    Raises:
        UnknownRecord: If there is none.
        UsageError: If it is the nation itself.
    """
    found: Jurisdiction = registry.get("jurisdiction", place)
    if place == nation(registry):
        raise UsageError(
            f"{place} 是国家本身，各地才与它比较；请写一个省、市、县或社区。",
            f"{place} is the nation, with which places are compared; name a province, city, county "
            "or community.",
        )
    return found


def places_above(registry: Registry, place: str) -> tuple[str, ...]:
    """Places above a place, the nearest first; ends where a circle closes."""
    found: list[str] = []
    record = registry.find("jurisdiction", place)
    while record is not None and record.parent and record.parent not in (place, *found):
        record = registry.find("jurisdiction", record.parent)
        if record is not None:
            found.append(record.id)
    return tuple(found)


def place_chain(registry: Registry, place: str) -> tuple[str, ...]:
    """A place and everything above it, the nearest first.

    Raises:
        UnknownRecord: If there is no such place.
    """
    return (registry.get("jurisdiction", place).id, *places_above(registry, place))


def items_by_place(registry: Registry) -> Mapping[str, tuple[Item, ...]]:
    """Items of each place that has any, items and places sorted by id."""
    found: dict[str, list[Item]] = {}
    for item in registry.iter("item"):
        found.setdefault(item.jurisdiction, []).append(item)
    return {place: tuple(found[place]) for place in sorted(found)}


def short_name(name: str) -> str:
    """The Chinese name of a place as people say it, or "" where nothing is left out.

    Examples:
        >>> short_name("福田区"), short_name("广西壮族自治区"), short_name("云县")
        ('福田', '广西', '')
    """
    for end in _ENDS:
        if name.endswith(end) and len(name) - len(end) > 1:
            return name.removesuffix(end)
    return ""
