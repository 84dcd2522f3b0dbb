"""Which record a person means who writes a name, or the end of an id, instead of the id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bps.relations.places import short_name

if TYPE_CHECKING:
    from bps.link import Registry


def ids_named(registry: Registry, type_name: str, words: str) -> tuple[str, ...]:
    """Ids of the records of a type that words can mean.

    Args:
        registry: The register.
        type_name: Type of the records.
        words: An id, a name or an alias in any language, the short name of a place, or the last
            part of an id.

    Returns:
        The id itself if there is such a record; else those that bear the name; else those whose
        short name or last part of the id it is. Several when the words do not settle it.
    """
    live = registry.resolve(type_name, words)
    if live:
        return tuple(live)
    wanted = words.strip().casefold()
    exact: list[str] = []
    loose: list[str] = []
    for record in registry.iter(type_name):
        name = record.name
        names = {each.casefold() for each in (name.zh, name.en, *record.aliases) if each}
        if wanted in names:
            exact.append(record.id)
        ends = {short_name(each) or each for each in names} | {re.split("[/-]", record.id)[-1]}
        if wanted in ends:
            loose.append(record.id)
    return tuple(exact or loose)
