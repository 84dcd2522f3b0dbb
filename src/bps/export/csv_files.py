"""CSV: one file per table, UTF-8 with a byte order mark, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bps.formulas import guard_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bps.analysis.table import Table
    from bps.export.relational import DataTable


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str | int | bool | None]]) -> bytes:
    """One CSV file.

    The byte order mark makes spreadsheet programs read Chinese text as UTF-8.

    Args:
        header: Names of the columns.
        rows: The rows.

    Returns:
        The bytes of the file, with CRLF line ends as RFC 4180 has them.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else guard_cell(str(value))


def record_csv(tables: Iterable[DataTable]) -> Iterator[tuple[str, bytes]]:
    """CSV of all records: file names with their bytes; tables without a row are left out."""
    for table in tables:
        if table.rows and not table.links:
            name = table.name.replace("_", "-")
            yield f"{name}.csv", csv_bytes([one.name for one in table.fields], table.rows)


def table_csv(table: Table) -> bytes:
    """CSV of the results of an analysis, texts in both languages."""
    keys = table.keys()
    return csv_bytes(keys, ([row[key] for key in keys] for row in table.records()))
