"""The eight kinds of facts that a Chinese guide to a service has to hold.

Name, legal basis, who qualifies, materials, place, hours, telephone, steps (事项名称、设定依据、
申请条件、办理材料、办理地点、办理时间、联系电话、办理流程). A guide that lacks four or more is
counted as a fault in inspections, so an item below five is on the reviewer's list.

Only what is really said counts: the name of a counter does not tell where it stands, the hours of
a telephone line are not those of a counter, and a name with nothing under it is no guide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.elsewhere import emergency_numbers, telephones
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.link import Registry
    from bps.model import Item
    from bps.model.provision import Channel

EIGHT_FACTS: dict[str, Words] = {
    "name": Words(zh="事项名称", en="name"),
    "basis": Words(zh="设定依据", en="legal basis"),
    "conditions": Words(zh="申请条件", en="who qualifies"),
    "materials": Words(zh="办理材料", en="materials"),
    "place": Words(zh="办理地点", en="place"),
    "hours": Words(zh="办理时间", en="hours"),
    "telephone": Words(zh="联系电话", en="telephone"),
    "steps": Words(zh="办理流程", en="steps"),
}
# With four or more missing, an inspection counts the guide as failed.
FEWEST_FACTS = 5
_COUNTERS = frozenset({"window", "place"})


def counters(item: Item) -> tuple[Channel, ...]:
    """Counters of which the record says where they are; a name alone does not tell."""
    return tuple(one for one in item.channels if one.kind in _COUNTERS and one.text)


def open_hours(item: Item) -> tuple[Channel, ...]:
    """Channels whose hours are hours of handling; when a telephone is answered is not one."""
    return tuple(one for one in item.channels if one.kind != "hotline" and one.hours)


def eight_facts(item: Item, registry: Registry | None = None) -> Mapping[str, bool]:
    """Which of the eight kinds an item record holds, in the official order.

    Args:
        item: The item.
        registry: Where its lead units are looked up: their telephone counts as one.

    Returns:
        Whether each kind is there.
    """
    found = {
        "basis": bool(item.basis or any(level.document_number for level in item.levels)),
        "conditions": bool(item.recipients_text or item.recipients or item.eligibility),
        "materials": bool(item.documents),
        "place": bool(item.places or counters(item)),
        "hours": bool(item.hours or open_hours(item)),
        "telephone": has_telephone(item, registry) or _unit_telephone(item, registry),
        "steps": bool(item.steps),
    }
    return {"name": any(found.values()), **found}


def has_telephone(item: Item, registry: Registry | None) -> bool:
    """Whether a number to ask about the item is recorded, emergency numbers apart."""
    if registry is None:
        return any(channel.number for channel in item.channels)
    return bool(telephones(registry, item))


def _unit_telephone(item: Item, registry: Registry | None) -> bool:
    if registry is None:
        return False
    urgent = emergency_numbers(registry)
    units = (registry.find("unit", ref) for ref in item.lead_units)
    return any(
        contact.kind == "telephone" and contact.value not in urgent
        for unit in units
        if unit is not None
        for contact in unit.contacts
    )
