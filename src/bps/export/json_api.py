"""A JSON API of fixed files: one per record, one index per type, one per analysis table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bps.analysis.reports import REPORTS
from bps.export.addresses import API, API_VERSION, Addresses
from bps.export.openapi import openapi
from bps.export.plain import json_bytes, plain_record
from bps.model import RECORD_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.analysis.analyses import Analyses
    from bps.analysis.reports import Report
    from bps.analysis.table import Table
    from bps.link import Registry

SCHEMA_VERSION = "v1"


def json_files(
    registry: Registry, *, known: Analyses, addresses: Addresses
) -> Iterator[tuple[str, bytes]]:
    """All files of the API.

    Args:
        registry: The register.
        known: Its analyses on the day of the build.
        addresses: Where the site lives.

    Yields:
        Paths below the site's root with their bytes.
    """
    types: list[dict[str, Any]] = []
    own = registry.own()
    for type_name, kind in RECORD_TYPES.items():
        files = dict(_type_files(own, type_name, addresses))
        yield from files.items()
        types.append(
            {
                "type": type_name,
                "title": {"zh": kind.title.zh, "en": kind.title.en},
                "count": sum(1 for _ in own.iter(type_name)),
                "url": addresses.json(type_name),
            }
        )
    analyses: list[dict[str, Any]] = []
    for report in REPORTS.values():
        tables = report.tables(known)
        for table in tables:
            yield f"{API}/analysis/{report.name}/{table.name}.json", json_bytes(_table(table))
        analyses.append(_analysis(report, tables, addresses))
    yield f"{API}/openapi.json", json_bytes(openapi(addresses))
    index = {
        "api_version": API_VERSION,
        "schema_version": SCHEMA_VERSION,
        "built_on": known.today.isoformat(),
        "count": sum(one["count"] for one in types),
        "types": types,
        "analyses": analyses,
        "documentation": f"{addresses.site}{API}/openapi.json",
    }
    yield f"{API}/index.json", json_bytes(index)


def _type_files(
    registry: Registry, type_name: str, addresses: Addresses
) -> Iterator[tuple[str, bytes]]:
    """The records of one type, and their index."""
    rows: list[dict[str, Any]] = []
    for record in registry.iter(type_name):
        plain = plain_record(record)
        body = {
            "type": type_name,
            "record": plain,
            "page": addresses.page(type_name, record.id),
            "referred_to_by": _backlinks(registry, type_name, record.id),
        }
        yield f"{API}/{type_name}/{record.id}.json", json_bytes(body)
        row = {"id": record.id, "name": plain["name"]}
        row |= {key: plain[key] for key in ("status", "jurisdiction", "code") if key in plain}
        rows.append(row | {"url": addresses.json(type_name, record.id)})
    index: dict[str, Any] = {"type": type_name, "count": len(rows), "records": rows}
    moved = [one.model_dump(exclude_none=True) for one in registry.iter_forwardings(type_name)]
    if moved:
        index["moved"] = moved
    yield f"{API}/{type_name}/index.json", json_bytes(index)


def _analysis(report: Report, tables: tuple[Table, ...], addresses: Addresses) -> dict[str, Any]:
    folder = f"{addresses.site}{API}/analysis/{report.name}"
    return {
        "analysis": report.name,
        "question": {"zh": report.question.zh, "en": report.question.en},
        "tables": [
            {"table": one.name, "count": len(one.rows), "url": f"{folder}/{one.name}.json"}
            for one in tables
        ],
    }


def _backlinks(registry: Registry, type_name: str, record_id: str) -> list[dict[str, str]]:
    return [
        {"type": one.type, "id": one.id, "at": one.pointer}
        for one in registry.backlinks(type_name, record_id)
    ]


def _table(table: Table) -> dict[str, Any]:
    return {
        "table": table.name,
        "title": {"zh": table.title.zh, "en": table.title.en},
        "columns": [
            {
                "key": one.key,
                "title": {"zh": one.title.zh, "en": one.title.en},
                **({"unit": one.unit} if one.unit else {}),
            }
            for one in table.columns
        ],
        "count": len(table.rows),
        "rows": list(table.records()),
    }
