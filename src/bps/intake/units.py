"""Records for units that a table names and the register does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bps.analysis.selection import nation
from bps.intake.naming import free_slug, slug_of
from bps.model import RECORD_TYPES
from bps.write import record_text

if TYPE_CHECKING:
    from bps.intake.items import Origin
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
    for (key, name), question in list(questions.asked.items()):
        if key != "units":
            continue
        slug = free_slug(slug_of(name), taken=taken)
        taken.add(slug)
        unit_id = f"{jurisdiction}/{slug}"
        spot = question.spot
        record: dict[str, Any] = {
            "id": unit_id,
            "name": {"zh": name},
            "kind": kind_of(name, is_national=jurisdiction == nation(registry)),
            "jurisdiction": jurisdiction,
            "evidence": [
                {
                    "fields": ["name"],
                    "source": origin.source,
                    "how": "stated",
                    "locator": f"{origin.file}, {spot.sheet}, row {spot.row}"[:200],
                    "checked_on": origin.today,
                },
                {
                    "fields": ["kind", "jurisdiction"],
                    "source": origin.source,
                    "how": "inferred",
                    "checked_on": origin.today,
                },
            ],
        }
        path = RECORD_TYPES["unit"].path_of(unit_id)
        files[path] = record_text("unit", path, record)
        ids[name] = unit_id
        del questions.asked[key, name]
    return files, ids


def kind_of(name: str, *, is_national: bool) -> str:
    """Kind of a body by the end of its name; `other` where it does not tell."""
    if is_national and name.endswith("部"):
        return "ministry"
    return next((kind for end, kind in _KINDS if name.endswith(end)), "other")
