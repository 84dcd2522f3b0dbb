"""One SQLite database: every table with its key and its foreign keys, the same bytes each time."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bps.export.relational import DataTable, Field

_PAGE_SIZE = 4096
# Which layout the tables have; read it with `PRAGMA user_version`.
LAYOUT_VERSION = 1


def database_bytes(tables: Sequence[DataTable]) -> bytes:
    """Write a database.

    Args:
        tables: All tables of the register, tables of links included.

    Returns:
        The bytes of the file.
    """
    names = {table.name for table in tables}
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        connection.execute(f"PRAGMA user_version = {LAYOUT_VERSION}")
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_create(table, names))
        for table in tables:
            marks = ", ".join("?" * len(table.fields))
            connection.executemany(
                f"INSERT INTO {_quoted(table.name)} VALUES ({marks})",  # noqa: S608 - own names
                table.rows,
            )
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def _create(table: DataTable, names: set[str]) -> str:
    columns = [f"{_quoted(one.name)} {'INTEGER' if one.number else 'TEXT'}" for one in table.fields]
    key = ", ".join(map(_quoted, table.key))
    foreign = [
        f"FOREIGN KEY ({_quoted(one.name)}) REFERENCES {_quoted(target)} (id)"
        for one in table.fields
        if (target := _target(one)) in names
    ]
    body = ", ".join([*columns, f"PRIMARY KEY ({key})", *foreign])
    return f"CREATE TABLE {_quoted(table.name)} ({body}) WITHOUT ROWID"


def _target(one: Field) -> str:
    """Table a column refers to; a column that holds several ids in one text refers to none."""
    if one.refers_to is None or one.several:
        return ""
    return one.refers_to.replace("-", "_")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
