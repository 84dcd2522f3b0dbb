"""Count records in the way a published total counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.levels_on import level_key
from bps.relations.concepts import domain_tree
from bps.relations.statuses import OVER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.link import Registry
    from bps.model import Declared, Item, PublishedList, Standard

_STANDARD_LEVELS = {
    "standards": None,
    "national-standards": "national",
    "local-standards": "local",
    "group-standards": "group",
    "internal-norms": "internal",
}
_STANDARD_PLACES = {"provincial-standards": "province", "municipal-standards": "prefecture"}


class Tally:
    """Counts of one register, by the lists that name the records."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._tree = domain_tree(registry)
        self._items: dict[str, list[Item]] = {}
        for item in registry.iter("item"):
            if item.status in OVER:
                continue  # what was taken back is not recorded as promised today
            for row in item.listed_in:
                self._items.setdefault(row.list, []).append(item)
        self._standards: dict[str, list[Standard]] = {}
        for standard in registry.iter("standard"):
            for row in standard.listed_in:
                self._standards.setdefault(row.list, []).append(standard)

    def recorded(self, holder_type: str, holder: str, total: Declared) -> int | None:
        """Count what a total is about.

        Args:
            holder_type: `list`, `programme` or `service-point`.
            holder: Id of the record that holds the total.
            total: The total.

        Returns:
            The number recorded, or None where the register does not hold such things one by one
            or the total is a part that records do not tell apart.
        """
        if total.part is not None or total.label is not None:
            return None
        if holder_type == "service-point":
            point = self._registry.get("service-point", holder)
            offered = (self._registry.find("item", ref) for ref in point.items)
            used = (self._registry.find("standard", ref) for ref in point.standards)
            return self._count(
                total,
                [one for one in offered if one is not None],
                [one for one in used if one is not None],
                (),
            )
        is_programme = holder_type == "programme"
        lists = self._registry.get("programme", holder).lists if is_programme else (holder,)
        items = [item for one in lists for item in self._items.get(one, ())]
        standards = [one for name in lists for one in self._standards.get(name, ())]
        records = [self._registry.find("list", one) for one in lists]
        return self._count(total, items, standards, [one for one in records if one is not None])

    def _count(
        self,
        total: Declared,
        items: Iterable[Item],
        standards: Iterable[Standard],
        lists: Iterable[PublishedList],
    ) -> int | None:
        of = total.of
        if of in {"items", "featured-items"}:
            chosen = {
                item.id
                for item in items
                if (of == "items" or item.featured)
                and (total.domain is None or self._inside(item.domain, total.domain))
            }
            return len(chosen)
        if of in _STANDARD_LEVELS or of in _STANDARD_PLACES:
            return len({one.id for one in standards if self._standard_is(of, one)})
        if of in {"areas", "categories"}:
            depth = 0 if of == "areas" else 1
            schemes = {one.scheme for one in lists if one.scheme}
            return sum(
                ref.split("/", 1)[0] in schemes and self._tree.depth(ref) == depth
                for ref in self._tree.order
            )
        if of == "levels":
            return sum(len({level_key(level) for level in item.levels}) for item in items)
        return len({ref for one in lists for ref in one.issuers}) if of == "issuers" else None

    def _inside(self, domain: str | None, wanted: str) -> bool:
        return domain is not None and wanted in self._tree.line(domain)

    def _standard_is(self, of: str, standard: Standard) -> bool:
        if of in _STANDARD_PLACES:
            place = self._registry.find("jurisdiction", standard.jurisdiction)
            return (
                standard.level == "local"
                and place is not None
                and place.level == _STANDARD_PLACES[of]
            )
        wanted = _STANDARD_LEVELS[of]
        return wanted is None or standard.level == wanted
