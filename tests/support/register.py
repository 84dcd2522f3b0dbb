"""Registers made for one test: a few records as mappings, written to a folder and opened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bps.model import RECORD_TYPES
from bps.pipeline import open_register

if TYPE_CHECKING:
    from pathlib import Path

    from bps.link import Registry

Mapping = dict[str, Any]
ROW = {"source": "gazette", "how": "stated", "checked_on": "2026-01-01"}


def evidence(*fields: str, how: str = "stated", checked_on: str = "2026-01-01") -> list[Mapping]:
    return [{"fields": list(fields), "source": "gazette", "how": how, "checked_on": checked_on}]


def place(ref: str, level: str, parent: str | None = None) -> Mapping:
    record: Mapping = {"id": ref, "name": {"zh": f"{ref}地", "en": ref}, "level": level}
    if parent is not None:
        record["parent"] = parent
    return record | {"evidence": evidence("name", "level")}


def item(ref: str, *, domain: str | None = None, **fields: Any) -> Mapping:
    own: Mapping = {
        "id": ref,
        "name": {"zh": ref, "en": ref},
        "status": "in-force",
        "jurisdiction": ref.split("/", maxsplit=1)[0],
    }
    if domain is not None:
        own["domain"] = domain
    return own | fields | {"evidence": evidence("name", *fields)}


def level(measure: str, value: str, **fields: Any) -> Mapping:
    return (
        {"measure": measure, "kind": "amount", "value": value, "unit": "CNY", "per": "person"}
        | fields
        | {"evidence": ROW}
    )


def indicator(ref: str, direction: str = "higher", kind: str = "entitlement") -> Mapping:
    return {
        "id": ref,
        "name": {"zh": ref, "en": ref},
        "kind": kind,
        "direction": direction,
        "evidence": evidence("name", "direction"),
    }


def standard(ref: str, **fields: Any) -> Mapping:
    own: Mapping = {"id": ref, "name": {"zh": ref, "en": ref}, "status": "in-force"}
    own |= {"level": "local" if "/" in ref else "national"}
    own |= {"jurisdiction": ref.split("/", maxsplit=1)[0] if "/" in ref else "land"}
    return own | fields | {"evidence": evidence("name")}


def listed(ref: str, jurisdiction: str = "land", **fields: Any) -> Mapping:
    return (
        {
            "id": ref,
            "name": {"zh": ref, "en": ref},
            "status": "in-force",
            "jurisdiction": jurisdiction,
        }
        | fields
        | {"evidence": evidence("name")}
    )


AREAS: Mapping = {
    "id": "areas",
    "name": {"zh": "领域", "en": "Areas"},
    "concepts": [
        {"id": "young", "name": {"zh": "幼", "en": "Young"}},
        {"id": "birth", "name": {"zh": "生", "en": "Birth"}, "broader": "young"},
        {"id": "old", "name": {"zh": "老", "en": "Old"}},
    ],
    "evidence": evidence("name", "concepts"),
}
BASE: dict[str, list[Mapping]] = {
    "source": [{"id": "gazette", "name": {"zh": "公报", "en": "Gazette"}, "kind": "official"}],
    "jurisdiction": [
        place("land", "country"),
        place("north", "province", "land"),
        place("town", "prefecture", "north"),
    ],
    "unit": [
        {
            "id": "land/ministry",
            "name": {"zh": "部", "en": "Ministry"},
            "kind": "ministry",
            "jurisdiction": "land",
            "evidence": evidence("name"),
        }
    ],
    "domain-scheme": [AREAS],
    "quantities": [
        {
            "id": "quantities",
            "name": {"zh": "单位", "en": "Units"},
            "units": [
                {"id": "CNY", "name": {"zh": "元", "en": "yuan"}},
                {"id": "days", "name": {"zh": "天", "en": "days"}},
                {"id": "points", "name": {"zh": "分", "en": "points"}},
            ],
            "per": [
                {"id": "person", "name": {"zh": "人", "en": "person"}},
                {"id": "child", "name": {"zh": "儿童", "en": "child"}},
            ],
            "evidence": evidence("name", "units", "per"),
        }
    ],
    "indicator": [indicator("grant"), indicator("wait", "lower")],
}


def small_registry(folder: Path, **records: list[Mapping]) -> Registry:
    """Write the base records and these to a folder and open it; faults in them fail the test.

    A keyword is a record type with underscores; its records are added to the base's, and one with
    the id of a base record takes its place.
    """
    everything = {kind: list(rows) for kind, rows in BASE.items()}
    for name, rows in records.items():
        kind = name.replace("_", "-")
        ids = {row["id"] for row in rows}
        everything[kind] = [row for row in everything.get(kind, []) if row["id"] not in ids] + list(
            rows
        )
    for kind, rows in everything.items():
        for row in rows:
            path = folder / RECORD_TYPES[kind].path_of(
                row["id"], level=row.get("level") if kind == "standard" else None
            )
            path.parent.mkdir(parents=True, exist_ok=True)
            # JSON is YAML too, and never has anchors.
            path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    register = open_register(folder, rules=False)
    faults = [
        str(finding.message) for finding in register.report.findings if finding.severity == "error"
    ]
    assert not faults, faults
    return register.registry
