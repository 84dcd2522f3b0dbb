"""Records for units that a table names and the register does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from bps.intake.naming import free_slug, slug_of
from bps.model import RECORD_TYPES
from bps.relations.places import nation
from bps.write import record_text

if TYPE_CHECKING:
    from bps.intake.items import Origin
    from bps.intake.notice import Spot
    from bps.intake.questions import Questions
    from bps.link import Registry

# Last character of a name to the kind of body.
_KINDS: Final = (
    ("人民政府", "government"),
    ("法院", "court"),
    ("联合会", "federation"),
    ("总工会", "federation"),
    ("委员会", "commission"),
    ("委", "commission"),
    ("部", "party-department"),
    ("局", "bureau"),
)
# Ends of names of bodies, words for several of them, and a word in front that says whose a body is.
_BODY: Final = re.compile(r"(?:局|委|部|办|院|会|署|厅|中心|政府|联|站|所|馆|办公室|办事处|公司)$")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SEVERAL: Final = re.compile(r"^(?:各|有关|相关|其他)|(?:部门|单位|机构)$")
_OWN: Final = re.compile(r"^(?P<word>[省市县区])(?P<rest>[^省市县区].+)$")
_LEVELS: Final = {
    "省": ("province",),
    "市": ("prefecture",),
    "县": ("county",),
    "区": ("county", "functional-area"),
}


def plan_units(
    questions: Questions, registry: Registry, *, jurisdiction: str, origin: Origin
) -> tuple[dict[str, str], dict[str, str]]:
    """Make a record for every unit that was asked about.

    Args:
        questions: Open questions; those about units are taken out.
        registry: The register.
        jurisdiction: Place that the new units belong to.
        origin: Where the table comes from.

    Returns:
        Path to text of the new records, and printed name to id.
    """
    taken = {
        unit_id.split("/", maxsplit=1)[1] for unit_id in registry.ids("unit") if "/" in unit_id
    }
    files: dict[str, str] = {}
    ids: dict[str, str] = {}
    made: dict[tuple[str, str], str] = {}
    for (key, name), question in list(questions.asked.items()):
        if key != "units" or not is_body(name):
            continue
        place, bare = _whose(name, registry, jurisdiction)
        if (place, bare) not in made:
            slug = free_slug(slug_of(bare), taken=taken)
            taken.add(slug)
            made[place, bare] = f"{place}/{slug}"
            path = RECORD_TYPES["unit"].path_of(made[place, bare])
            record = _record(made[place, bare], name, place, registry, origin, question.spot)
            files[path] = record_text("unit", path, record)
        ids[name] = made[place, bare]
        del questions.asked[key, name]
    return files, ids


def is_body(name: str) -> bool:
    """Whether a name is that of one body that can have a record.

    Examples:
        >>> [is_body(name) for name in ("区财政局", "各街道办事处", "相关部门", "街道")]
        [True, False, False, False]
        >>> is_body("Hill Library")  # a name in another script is taken as it stands
        True
    """
    if not _HAN.search(name):
        return True
    return _BODY.search(name) is not None and _SEVERAL.search(name) is None


def _whose(name: str, registry: Registry, jurisdiction: str) -> tuple[str, str]:
    """The place that a unit belongs to, and its name without the word for that place."""
    found = _OWN.match(name)
    if found is None:
        return jurisdiction, name
    place = registry.find("jurisdiction", jurisdiction)
    while place is not None and place.level not in _LEVELS[found["word"]] and place.parent:
        place = registry.find("jurisdiction", place.parent)
    if place is None or place.level not in _LEVELS[found["word"]]:
        return jurisdiction, name
    return place.id, found["rest"]


def _record(
    unit_id: str, name: str, place: str, registry: Registry, origin: Origin, spot: Spot
) -> dict[str, Any]:
    stated = {"fields": ["name"], **origin.citation(spot, how="stated")}
    inferred = {
        "fields": ["kind", "jurisdiction"],
        "source": origin.source,
        "how": "inferred",
        "checked_on": origin.today,
    }
    return {
        "id": unit_id,
        "name": {"zh": name},
        "kind": kind_of(name, is_national=place == nation(registry)),
        "jurisdiction": place,
        "evidence": [stated, inferred],
    }


def kind_of(name: str, *, is_national: bool) -> str:
    """Kind of a body by the end of its name; `other` where it does not tell."""
    if is_national and name.endswith("部"):
        return "ministry"
    return next((kind for end, kind in _KINDS if name.endswith(end)), "other")
