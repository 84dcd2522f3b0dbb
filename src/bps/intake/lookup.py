"""Finding the records that printed words mean: units, areas, national items."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bps.link import Registry

# A name that says whose body it is, such as 深圳市民政局; 民政局 alone is that of the place itself.
_OF_A_PLACE: Final = re.compile(r"^.{2,}?(?:省|市|县|区|州|盟|旗|镇|乡)")
_BRACKETS: Final = re.compile(r"[（(][^）)]{0,40}[）)]$")
SIMILAR: Final = 88


def plain(text: str) -> str:
    """Words for comparison: folded width and case, no spaces or marks."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s、，,。.；;：:（）()《》“”\"'·\-—–]", "", folded)


def plain_group(text: str) -> str:
    """A group for comparison: 65周岁及以上老年人 and 65岁以上老年人 are the same."""
    bare = re.sub(r"[（(][^）)]{0,40}[）)]", "", text)
    return plain(bare).replace("周岁", "岁").replace("及以上", "以上")


def group_names(registry: Registry) -> dict[str, str]:
    """Names of groups to their ids; a name of two groups means neither."""
    names: dict[str, set[str]] = defaultdict(set)
    for record in registry.iter("recipients"):
        for concept in getattr(record, "concepts", ()):
            if concept.name.zh:
                names[plain_group(concept.name.zh)].add(concept.id)
    return {name: next(iter(ids)) for name, ids in names.items() if len(ids) == 1}


class Lookup:
    """What printed words mean in one place of one register."""

    def __init__(self, registry: Registry, *, jurisdiction: str, scheme: str | None) -> None:
        self.jurisdiction = jurisdiction
        self._registry = registry
        self._line = self._ancestors()
        self._units = self._unit_names()
        self._areas = self._area_names(scheme)
        self._national = self._item_names()
        self._groups = group_names(registry)

    def unit(self, name: str) -> str | None:
        """Id of the unit with this name, in the place itself, else above it.

        Elsewhere only where the name says of which place it is: the 民政局 of a district's table is
        the district's, never that of another city.
        """
        found = self._units.get(plain(name)) or self._units.get(plain(_BRACKETS.sub("", name)))
        near = [each for each in found or () if self._distance(each)[0] < len(self._line)]
        if near or (found and _OF_A_PLACE.match(name)):
            return min(near or found or (), key=self._distance)
        own = {
            unit_id
            for known, ids in self._units.items()
            if known.endswith(plain(name)) and len(plain(name)) > 2  # noqa: PLR2004
            for unit_id in ids
            if unit_id.split("/", maxsplit=1)[0] == self.jurisdiction
        }
        return own.pop() if len(own) == 1 else None

    def groups(self, text: str) -> list[str]:
        """Ids of the groups that a cell names; none unless each of its names is that of a group."""
        named = [plain_group(each) for each in re.split(r"[、，,；;。\n]", text) if each.strip()]
        found = [self._groups.get(each) for each in named]
        return list(dict.fromkeys(each for each in found if each)) if all(found) else []

    def near_unit(self, name: str) -> str | None:
        """Id of a unit of the place or above it with a similar name, to be proposed, not taken."""
        own = {
            known: min(near, key=self._distance)
            for known, ids in self._units.items()
            if (near := [each for each in ids if self._distance(each)[0] < len(self._line)])
        }
        return _nearest(plain(name), own)

    def area(self, area: str | None, category: str | None) -> str | None:
        """Concept of the category, else of the area."""
        for name in (category, area):
            if name and (found := self._areas.get(plain(name))):
                return found
        return None

    def near_area(self, name: str) -> str | None:
        """A concept with a similar name, to be proposed and not taken."""
        return _nearest(plain(name), self._areas)

    def counterpart(self, name: str) -> str | None:
        """Id of the item of a higher place with exactly this name."""
        return self._national.get(plain(name))

    def near_counterpart(self, name: str) -> str | None:
        """Id of an item of a higher place with a similar name, to be proposed and not taken."""
        return _nearest(plain(name), self._national)

    def _ancestors(self) -> list[str]:
        line = [self.jurisdiction]
        while (place := self._registry.find("jurisdiction", line[-1])) and place.parent:
            if place.parent in line:
                break
            line.append(place.parent)
        return line

    def _distance(self, unit_id: str) -> tuple[int, str]:
        place = unit_id.split("/", maxsplit=1)[0]
        rank = self._line.index(place) if place in self._line else len(self._line)
        return rank, unit_id

    def _unit_names(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = defaultdict(set)
        for unit in self._registry.iter("unit"):
            spoken = [unit.name.zh, unit.name.en, *unit.aliases]
            spoken += [variant.text for variant in unit.name_variants]
            for name in spoken:
                if name:
                    names[plain(name)].add(unit.id)
        return names

    def _area_names(self, scheme: str | None) -> dict[str, str]:
        names: dict[str, str] = {}
        for scheme_id in dict.fromkeys(each for each in (scheme, "national-areas") if each):
            found = self._registry.find("domain-scheme", scheme_id)
            for concept in getattr(found, "concepts", ()):
                for name in (concept.name.zh, concept.name.en):
                    if name:
                        names.setdefault(plain(name), f"{scheme_id}/{concept.id}")
        return names

    def _item_names(self) -> dict[str, str]:
        higher = self._line[1:]
        names: dict[str, str] = {}
        for item in self._registry.iter("item"):
            if item.jurisdiction not in higher:
                continue
            spoken = [item.name.zh, item.name.en, *item.aliases]
            spoken += [listing.name.zh for listing in item.listed_in if listing.name]
            for name in spoken:
                if name:
                    names.setdefault(plain(name), item.id)
        return names


def _nearest(word: str, known: dict[str, str]) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, known.keys(), scorer=fuzz.ratio, score_cutoff=70)
    return known[found[0]] if found else None
