"""The eight kinds of facts that a Chinese guide to a service has to hold.

Name, legal basis, who qualifies, materials, place, hours, telephone, steps (事项名称、设定依据、
申请条件、办理材料、办理地点、办理时间、联系电话、办理流程). A guide that lacks four or more is
counted as a fault in inspections, so an item below five is on the reviewer's list.

Only what is really said counts: the name of a counter does not tell where it stands, the hours of
a telephone line are not those of a counter, and a name with nothing under it is no guide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.elsewhere import telephones
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


def documents_of_levels(item: Item) -> tuple[str, ...]:
    """Numbers of the documents that set the item's levels, each once."""
    return tuple(
        dict.fromkeys(level.document_number for level in item.levels if level.document_number)
    )


def eight_facts(item: Item, registry: Registry) -> Mapping[str, bool]:
    """Which of the eight kinds an item record holds, in the official order.

    A published list that carries the item is a basis, since it is the document that promises the
    service. The number of a responsible body counts only where the item names it: a hotline for
    one matter of a ministry does not answer for all others.

    Args:
        item: The item.
        registry: Holds the emergency numbers, which are no telephone of a service.

    Returns:
        Whether each kind is there.
    """
    found = {
        "basis": bool(item.basis or item.listed_in or documents_of_levels(item)),
        "conditions": bool(item.recipients_text or item.recipients or item.eligibility),
        "materials": bool(item.documents),
        "place": bool(item.places or counters(item)),
        "hours": bool(item.hours or open_hours(item)),
        "telephone": bool(telephones(registry, item)),
        "steps": bool(item.steps),
    }
    return {"name": any(found.values()), **found}
