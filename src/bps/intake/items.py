"""A row of a table as an item record, new or brought up to date."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from bps.intake.mapping import NOTHING
from bps.intake.unit_names import NamedUnit, read_units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.intake.lookup import Lookup
    from bps.intake.mapping import Mapping
    from bps.intake.notice import Spot
    from bps.intake.rows import ReadRow
    from bps.link import Registry
    from bps.model import Item

# Fields that hold a reading of the printed words and not the words alone.
READ_OUT: Final = frozenset({"recipients", "funding"})
_TEXTS: Final = {"recipients": "recipients_text", "content": "content", "level": "level_summary"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a table comes from, for evidence.

    Attributes:
        list_id: The list that the rows belong to.
        source: Id of the source record.
        file: Name of the file.
        today: Day of the import, YYYY-MM-DD.
        status: Status of the list.
    """

    list_id: str
    source: str
    file: str
    today: str
    status: str = "in-force"

    def citation(self, spot: Spot, *, how: str) -> dict[str, Any]:
        """Evidence that a row of the table gives: source, grade, place in the file, day."""
        return {
            "source": self.source,
            "how": how,
            "locator": f"{self.file}, {spot.sheet}, row {spot.row}"[:200],
            "checked_on": self.today,
        }


@dataclass(slots=True)
class Draft:
    """An item made from a row.

    Attributes:
        row: The row.
        values: Fields of the record that the row sets, in no order.
        unknown_units: Names of units that no record has.
        unknown_area: Whether an area was printed that no scheme has.
    """

    row: ReadRow
    values: dict[str, Any] = field(default_factory=dict)
    unknown_units: list[str] = field(default_factory=list)
    unknown_area: bool = False


def draft_item(row: ReadRow, *, lookup: Lookup, mapping: Mapping) -> Draft:
    """Look up what a row means.

    Args:
        row: One row.
        lookup: What words mean here.
        mapping: Answers that go before the lookup.

    Returns:
        The fields that the row sets, and what could not be found.
    """
    draft = Draft(row)
    values = draft.values
    values["name"] = {"zh": row.name}
    for key, name in _TEXTS.items():
        if text := row.values.get(key):
            values[name] = {"zh": text}
    if text := row.values.get("funding"):
        values["funding"] = {"model": funding_model(text), "text": {"zh": text}}
    if groups := lookup.groups(row.values.get("recipients", "")):
        values["recipients"] = groups
    if text := row.values.get("notes"):
        values["notes"] = {"zh": text}
    _area(draft, lookup, mapping)
    _units(draft, lookup, mapping)
    counterpart = mapping.counterparts.get(row.name) or lookup.counterpart(row.name)
    if counterpart and counterpart != NOTHING:
        values["counterpart"] = {"item": counterpart, "scope": "unknown"}
    return draft


def _area(draft: Draft, lookup: Lookup, mapping: Mapping) -> None:
    row = draft.row
    if not (row.area or row.category):
        return
    answer = mapping.areas.get(row.category or "") or mapping.areas.get(row.area or "")
    domain = answer or lookup.area(row.area, row.category)
    if domain is None:
        draft.unknown_area = True
    elif domain != NOTHING:
        draft.values["domain"] = domain


def _units(draft: Draft, lookup: Lookup, mapping: Mapping) -> None:
    text = draft.row.values.get("lead_units", "")
    helping = draft.row.values.get("other_units", "")
    if text:
        draft.values["lead_units_text"] = {"zh": text}
    whole = (NamedUnit(text, ""),) if text in mapping.units else read_units(text)
    leads: list[str] = []
    others: dict[str, str] = {}
    for unit in (*whole, *read_units(helping, role="配合")):
        found = mapping.units.get(unit.name) or lookup.unit(unit.name)
        if found is None:
            draft.unknown_units.append(unit.name)
        elif found != NOTHING and unit.role:
            others.setdefault(found, unit.role)
        elif found != NOTHING:
            leads.append(found)
    if leads:
        draft.values["lead_units"] = list(dict.fromkeys(leads))
    if roles := [{"unit": unit, "role": {"zh": role}} for unit, role in others.items()]:
        draft.values["other_units"] = roles


def funding_model(text: str) -> str:
    """How the printed words share out the cost; `unknown` where they do not say.

    Examples:
        >>> funding_model("中央财政和地方财政共同承担"), funding_model("按规定执行")
        ('shared', 'unknown')
    """
    central, local = "中央" in text, "地方" in text or "省" in text or "市" in text or "区" in text
    others = [
        model
        for model, words in {
            "insurance": ("基金", "保险费"),
            "employer": ("用人单位", "企业缴纳"),
        }.items()
        if any(word in text for word in words)
    ]
    if others:
        return "mixed" if central or local or len(others) > 1 else others[0]
    if central and local:
        return "shared"
    if central:
        return "central"
    return "local" if local else "unknown"


def new_item(draft: Draft, item_id: str, *, jurisdiction: str, origin: Origin) -> dict[str, Any]:
    """A whole record for a row that no record covers yet."""
    values = draft.values
    record: dict[str, Any] = {
        "id": item_id,
        **values,
        "status": origin.status,
        "jurisdiction": jurisdiction,
        "listed_in": [listing(draft, origin, name=None)],
        "evidence": evidence(draft, [*values, "listed_in", "status"], origin),
    }
    return record


def listing(draft: Draft, origin: Origin, *, name: str | None) -> dict[str, Any]:
    """The place of the row in its list; with the printed name where the record has another."""
    place: dict[str, Any] = {"list": origin.list_id}
    if draft.row.number is not None:
        place["number"] = draft.row.number
    if name is not None and name != draft.row.name:
        place["name"] = {"zh": draft.row.name}
    return place


def evidence(draft: Draft, fields: list[str], origin: Origin) -> list[dict[str, Any]]:
    """Evidence of the fields that the row sets: file, sheet and row."""
    base = origin.citation(draft.row.spot, how="stated")
    # What is read out of the words stands beside them, as derived.
    paid = draft.values.get("funding", {}).get("model")
    derived = [
        key for key in fields if key in READ_OUT and not (key == "funding" and paid == "unknown")
    ]
    apart = {"counterpart", "status", "levels", *(READ_OUT - {"funding"})}
    own = [key for key in fields if key not in apart]
    entries: list[dict[str, Any]] = [{"fields": own, **base}] if own else []
    if derived:
        entries.append({"fields": derived, **base, "how": "derived"})
    if "status" in fields and origin.status != "unknown":
        # The row stands in a list whose status is known; the table itself does not say it.
        entries.append({"fields": ["status"], **base, "how": "derived"})
    if "counterpart" in fields:
        entries.append({"fields": ["counterpart"], **base, "how": "inferred"})
    return entries


def printed_units(registry: Registry, item: Item) -> str:
    """The cell of lead units: the words of the list where the record keeps them, else the names.

    Args:
        registry: The register, for the names of units.
        item: The record.
    """
    if item.lead_units_text is not None:
        return item.lead_units_text.in_language("zh")
    return joined_units(registry, item.lead_units)


def joined_units(registry: Registry, unit_ids: Iterable[str]) -> str:
    """Names of units as a cell prints them."""
    found = [registry.find("unit", unit_id) for unit_id in unit_ids]
    return "、".join(unit.name.in_language("zh") for unit in found if unit)
