"""Whether two levels are for the same people: by ids of groups, never by likeness of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bps.link import Registry
    from bps.model import Level

# same: the same people. covers: the local level is for at least all of them. part: for some of them.
# overlap: for some of them and others. different: for nobody of them. unsettled: said in words only.
Relation = Literal["same", "covers", "part", "overlap", "different", "unsettled"]


def relation(registry: Registry, local: Level, national: Level) -> Relation:
    """How the people of a local level stand to those of a higher one.

    Args:
        registry: Where broader groups are looked up.
        local: Level of a place.
        national: Level of the nation, or of a place above.

    Returns:
        The relation. A level without any group is for everybody whom its item is for.
    """
    if local.groups and national.groups:
        return _by_ids(registry, frozenset(local.groups), frozenset(national.groups))
    mine, theirs = _words(local), _words(national)
    if mine == theirs and (mine or not (local.groups or national.groups)):
        return "same"
    if not mine and not local.groups:
        return "covers"
    return "part" if not theirs and not national.groups else "unsettled"


def _by_ids(registry: Registry, mine: frozenset[str], theirs: frozenset[str]) -> Relation:
    if mine == theirs:
        return "same"
    inside = {group: bool(theirs & _broader(registry, group)) for group in mine}
    held = {group: bool(mine & _broader(registry, group)) for group in theirs}
    if all(held.values()):
        return "covers"
    if all(inside.values()):
        return "part"
    return "overlap" if any(inside.values()) or any(held.values()) else "different"


def _broader(registry: Registry, group: str) -> frozenset[str]:
    """A group and all broader ones."""
    found: set[str] = set()
    current: str | None = group
    while current is not None and current not in found:
        found.add(current)
        known = current in registry.ids("recipient")
        current = registry.address("recipient", current).value.broader if known else None
    return frozenset(found)


def _words(level: Level) -> str:
    return (level.applies_to.zh or level.applies_to.en or "") if level.applies_to else ""
