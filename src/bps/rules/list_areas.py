"""A list holds items of its own areas, or of areas tied to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.findings import CODES, Finding
from bps.model import Concept, Item
from bps.rules.rule import Context, record_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.link import Registry
    from bps.validate import Entry


def _with_wider(registry: Registry, ref: str) -> Iterator[str]:
    """An area and every area above it in its scheme."""
    scheme = ref.partition("/")[0]
    seen = set()
    while ref in registry.ids("concept") and ref not in seen:
        seen.add(ref)
        yield ref
        broader = registry.concept(ref).broader
        if broader is None:
            return
        ref = f"{scheme}/{broader}"


def _schemes_tied_to(registry: Registry, ref: str) -> set[str]:
    """Schemes that an area, or one above it, belongs to or is matched with, either way round."""
    schemes = set()
    for area in _with_wider(registry, ref):
        schemes.add(area.partition("/")[0])
        concept: Concept = registry.concept(area)
        schemes.update(match.concept.partition("/")[0] for match in concept.matches)
        schemes.update(
            link.id for link in registry.backlinks("concept", area) if link.type == "domain-scheme"
        )
    return schemes


@record_rule("item-outside-list-areas", types=("item",))
def ITEM_OUTSIDE_LIST_AREAS(entry: Entry, context: Context) -> Iterator[Finding]:  # noqa: N802
    """The item's area belongs to the scheme of every list that names the item."""
    item, registry = entry.record, context.registry
    if not isinstance(item, Item) or item.domain is None:
        return
    if item.domain not in registry.ids("concept"):
        return
    own = item.domain.partition("/")[0]
    for listing in item.listed_in:
        published = registry.find("list", listing.list)
        scheme = published.scheme if published else None
        if scheme is None or scheme == own:
            continue
        if scheme not in _schemes_tied_to(registry, item.domain):
            yield CODES["item-outside-list-areas"].at(
                entry.place("/domain"), domain=item.domain, list=listing.list, scheme=scheme
            )
