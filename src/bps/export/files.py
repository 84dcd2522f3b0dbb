"""Every file of the open data, by format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bps.analysis.analyses import Analyses
from bps.analysis.events import events
from bps.analysis.reports import REPORTS
from bps.errors import UsageError
from bps.export.addresses import DATA, Addresses
from bps.export.calendars import calendar_files
from bps.export.csv_files import record_csv, table_csv
from bps.export.feeds import feed_files
from bps.export.json_api import json_files
from bps.export.jsonld import jsonld_bytes
from bps.export.relational import data_tables
from bps.export.sqlite import database_bytes
from bps.export.xlsx import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from bps.link import Registry

FORMATS = ("json", "csv", "xlsx", "sqlite", "jsonld", "atom", "ics")


def export_files(
    registry: Registry,
    *,
    built_on: date,
    site: str = "",
    only: Collection[str] = (),
    analyses: Analyses | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the open data.

    Args:
        registry: The register. Records of bases count in analyses and are given out only when the
            registry says that they are its own to give (`Registry.giving_bases`).
        built_on: Day of the build: an argument, never the clock, so that two exports of one
            revision are equal.
        site: Absolute address of the site with a slash at its end, or "".
        only: Formats wanted; all when empty.
        analyses: What was worked out about the register on that day already.

    Yields:
        Paths below the site's root with their bytes; no path comes twice.

    Raises:
        UsageError: If a format is not known.
    """
    wanted = frozenset(only) or frozenset(FORMATS)
    unknown = sorted(wanted - frozenset(FORMATS))
    if unknown:
        raise UsageError(
            f"没有“{unknown[0]}”这种导出格式，可用：{'、'.join(FORMATS)}。",
            f'"{unknown[0]}" is not an export format; use {", ".join(FORMATS)}.',
        )
    addresses = Addresses(site)
    known = analyses or Analyses(registry, today=built_on)
    if "json" in wanted:
        yield from json_files(registry, known=known, addresses=addresses)
    if wanted & {"csv", "xlsx", "sqlite"}:
        yield from _flat(registry, wanted, known)
    if "jsonld" in wanted:
        yield f"{DATA}/register.jsonld", jsonld_bytes(registry.own(), addresses=addresses)
    if wanted & {"atom", "ics"}:
        registry = registry.own()
        found = events(registry, today=built_on)
        if "atom" in wanted:
            for name, body in feed_files(registry, found, built_on=built_on, addresses=addresses):
                yield f"{DATA}/feeds/{name}", body
        if "ics" in wanted:
            for name, body in calendar_files(
                registry, found, built_on=built_on, addresses=addresses
            ):
                yield f"{DATA}/calendars/{name}", body


def _flat(
    registry: Registry, wanted: frozenset[str], known: Analyses
) -> Iterator[tuple[str, bytes]]:
    tables = data_tables(registry.own())
    if "csv" in wanted:
        for name, body in record_csv(tables):
            yield f"{DATA}/csv/{name}", body
        for report in REPORTS.values():
            for table in report.tables(known):
                yield f"{DATA}/csv/analysis/{table.name}.csv", table_csv(table)
    if "xlsx" in wanted:
        yield f"{DATA}/register.xlsx", workbook_bytes(tables)
    if "sqlite" in wanted:
        yield f"{DATA}/register.sqlite", database_bytes(tables)
