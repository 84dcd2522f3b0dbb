"""How useful each record is to a reader, and what would lift it.

Four steps. `empty`: hardly more than a name. `valid`: passes every check, but lacks something a
reader needs. `useful`: has what a reader needs. `complete`: has everything a reader of its type
can expect, in both languages, and rests on no background knowledge.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bps.analysis.facts import facts_of
from bps.findings.words import Words
from bps.model import RECORD_TYPES, Item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bps.link import Registry
    from bps.model import Record

Step = Literal["empty", "valid", "useful", "complete"]

STEPS: dict[str, Words] = {
    "empty": Words(zh="仅有名称", en="empty"),
    "valid": Words(zh="合规", en="valid"),
    "useful": Words(zh="可用", en="useful"),
    "complete": Words(zh="完整", en="complete"),
}

# What a reader needs, and what makes it complete. `a|b` means that either will do.
_NEEDED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "item": (
        ("domain", "recipients|recipients_text", "content", "lead_units"),
        (
            "levels|level_summary",
            "funding",
            "basis",
            "documents",
            "places|channels",
            "hours|channels",
            "steps",
            "charge",
            "standards",
            "life_events",
            "listed_in",
        ),
    ),
    "standard": (
        ("code", "domains", "issued|effective", "issuers|issuers_text"),
        ("effective", "scope", "ics|ccs", "status_as_of", "access"),
    ),
    "list": (("edition", "published|issued|effective", "declared"), ("document_number", "scheme")),
    "unit": (("kind", "jurisdiction"), ("contacts",)),
    "jurisdiction": (("level",), ("division_code|statistical_code",)),
    "indicator": (("kind", "unit|formula|definition"), ("definition", "domains")),
    "observation-set": (("rows",), ("survey",)),
    "survey": (("questions|grades", "method"), ("bands", "satisfied_from", "weights")),
    "programme": (("milestones|declared",), ("undertakers|undertakers_text",)),
    "service-point": (
        ("units", "items", "address|telephone"),
        ("hours", "telephone", "standards", "opened"),
    ),
    "source": (("kind", "issued|retrieved_on"), ("url", "publisher|issuer", "confirms")),
}


@dataclass(frozen=True, slots=True)
class RecordQuality:
    """Quality of one record.

    Attributes:
        type: Its type.
        record: Its id.
        place: Its jurisdiction, where it has one.
        step: How far it has come.
        missing: Fields to fill for the next step; `a|b` means that either will do.
    """

    type: str
    record: str
    place: str | None
    step: Step
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """Quality of the register.

    Attributes:
        records: Every record that has a measure, the least useful first.
        by_type: Number of records by step, for each type.
        by_place: The same for each place.
        by_list: The same for the items of each list edition.
    """

    records: tuple[RecordQuality, ...]
    by_type: Mapping[str, Mapping[str, int]]
    by_place: Mapping[str, Mapping[str, int]]
    by_list: Mapping[str, Mapping[str, int]]


def quality(registry: Registry, *, place: str | None = None) -> Quality:
    """Measure every record.

    Args:
        registry: The register.
        place: Only records of this place; all when None.

    Returns:
        The measure of each record and the counts.

    Raises:
        UnknownRecord: If the register has no such place.
    """
    if place is not None:
        registry.get("jurisdiction", place)
    rows: list[RecordQuality] = []
    by_type: dict[str, Counter[str]] = {}
    by_place: dict[str, Counter[str]] = {}
    by_list: dict[str, Counter[str]] = {}
    for type_name in RECORD_TYPES:
        if type_name not in _NEEDED:
            continue
        for record in registry.iter(type_name):
            row = record_quality(type_name, record)
            if place is not None and row.place != place:
                continue
            rows.append(row)
            by_type.setdefault(type_name, Counter())[row.step] += 1
            if row.place is not None:
                by_place.setdefault(row.place, Counter())[row.step] += 1
            if isinstance(record, Item):
                for listing in record.listed_in:
                    by_list.setdefault(listing.list, Counter())[row.step] += 1
    order = tuple(STEPS)
    rows.sort(key=lambda row: (order.index(row.step), row.type, row.record))
    return Quality(tuple(rows), by_type, by_place, by_list)


def record_quality(type_name: str, record: Record) -> RecordQuality:
    """Measure one record."""
    needed, wanted = _NEEDED.get(type_name, ((), ()))
    lacking = tuple(names for names in needed if not _has(record, names))
    step: Step
    if len(lacking) == len(needed) and needed:
        step, missing = "empty", lacking
    elif lacking:
        step, missing = "valid", lacking
    else:
        missing = _to_complete(type_name, record, wanted)
        step = "useful" if missing else "complete"
    place = record.id if type_name == "jurisdiction" else getattr(record, "jurisdiction", None)
    return RecordQuality(type_name, record.id, place, step, missing)


def _to_complete(type_name: str, record: Record, wanted: tuple[str, ...]) -> tuple[str, ...]:
    missing = [names for names in wanted if not _has(record, names)]
    if record.name.zh is None or record.name.en is None:
        missing.append("name")
    if type_name != "source" and any(fact.how in {None, "background"} for fact in facts_of(record)):
        missing.append("evidence")
    return tuple(missing)


def _has(record: Record, names: str) -> bool:
    return any(
        getattr(record, name, None) not in (None, (), "unknown") for name in names.split("|")
    )
