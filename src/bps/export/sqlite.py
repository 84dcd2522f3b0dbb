"""One SQLite database: typed columns, keys, indexes, views and full text, the same bytes each time.

A number stands as a number, so that it sorts and adds up, with the exact text beside it
(`value`, `value_text`). A date stands as printed, with the first and the last day that it can mean
(`from`, `from_first`, `from_last`).
"""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bps.export.views import VIEWS
from bps.relations.days import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bps.export.relational import DataTable, Field, Value

_PAGE_SIZE = 4096
# Which layout the tables have; read it with `PRAGMA user_version`.
LAYOUT_VERSION = 2
_TYPES: Final = {"integer": "INTEGER", "decimal": "NUMERIC"}
# The exact text of a number; the first and the last day of a date.
_EXACT, _FIRST, _LAST = "_text", "_first", "_last"
_FULL_TEXT: Final = "full_text"
_NAMES: Final = ("name_zh", "name_en", "content_zh", "content_en", "aliases", "code")


def database_bytes(
    tables: Sequence[DataTable], *, views: Iterable[str] = tuple(VIEWS.values())
) -> bytes:
    """Write a database.

    Args:
        tables: All tables of the register, tables of links included.
        views: Statements that make views of them.

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
            _fill(connection, table)
        for statement in (*_indexes(tables), *views):
            connection.execute(statement)
        _write_full_text(connection, tables)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: DataTable) -> None:
    width = sum(1 + len(_beside(one)) for one in table.fields)
    marks = ", ".join("?" * width)
    connection.executemany(
        f"INSERT INTO {_quoted(table.name)} VALUES ({marks})",  # noqa: S608 - own names
        ([cell for cells in _cells(table, row) for cell in cells] for row in table.rows),
    )


def _cells(table: DataTable, row: Sequence[Value]) -> Iterator[tuple[Value | float, ...]]:
    """The values of one row, each with those beside it."""
    for one, value in zip(table.fields, row, strict=True):
        if value is None:
            yield (None,) * (1 + len(_beside(one)))
        elif one.kind == "decimal":
            exact = Decimal(str(value))
            whole = exact == exact.to_integral_value()
            yield (int(exact) if whole else float(exact), str(value))
        elif one.kind == "date":
            days = days_of(str(value))
            yield (value, days.first.isoformat(), days.last.isoformat())
        else:
            yield (value,)


def _beside(one: Field) -> tuple[str, ...]:
    """Names of the columns beside one."""
    ends = {"decimal": (_EXACT,), "date": (_FIRST, _LAST)}.get(one.kind, ())
    return tuple(one.name + end for end in ends)


def _create(table: DataTable, names: set[str]) -> str:
    columns = [
        column
        for one in table.fields
        for column in (
            f"{_quoted(one.name)} {_TYPES.get(one.kind, 'TEXT')}",
            *(f"{_quoted(name)} TEXT" for name in _beside(one)),
        )
    ]
    key = ", ".join(map(_quoted, table.key))
    foreign = [
        f"FOREIGN KEY ({_quoted(one.name)}) REFERENCES {_quoted(target)} (id)"
        for one in table.fields
        if (target := _target(one)) in names
    ]
    body = ", ".join([*columns, f"PRIMARY KEY ({key})", *foreign])
    return f"CREATE TABLE {_quoted(table.name)} ({body})"


def _indexes(tables: Sequence[DataTable]) -> Iterator[str]:
    """One index for each column that others are joined by."""
    for table in tables:
        for one in table.fields:
            if one.refers_to is not None and not one.several and table.key[0] != one.name:
                name = _quoted(f"{table.name}_by_{one.name}")
                yield f"CREATE INDEX {name} ON {_quoted(table.name)} ({_quoted(one.name)})"


def _write_full_text(connection: sqlite3.Connection, tables: Sequence[DataTable]) -> None:
    """Names and contents, each Han character a word of its own: a phrase finds any run of them."""
    connection.execute(
        f"CREATE VIRTUAL TABLE {_FULL_TEXT} USING fts5 "
        "(type UNINDEXED, id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')"
    )
    for table in tables:
        columns = [at for at, one in enumerate(table.fields) if one.name in _NAMES]
        if table.key != ("id",) or not columns:
            continue
        at_id = next(at for at, one in enumerate(table.fields) if one.name == "id")
        connection.executemany(
            f"INSERT INTO {_FULL_TEXT} VALUES (?, ?, ?)",  # noqa: S608 - own name
            (
                (table.name, row[at_id], spaced(" ".join(str(row[at] or "") for at in columns)))
                for row in table.rows
            ),
        )
    connection.execute(f"INSERT INTO {_FULL_TEXT} ({_FULL_TEXT}) VALUES ('optimize')")  # noqa: S608 - own name


def spaced(text: str) -> str:
    """A text with each Han character standing alone, as the full text of the database has it.

    Examples:
        >>> spaced("低保 GB/T 1")
        '低 保 GB/T 1'
    """
    wide = "".join(f" {char} " if "\u3400" <= char <= "\u9fff" else char for char in text)
    return " ".join(wide.split())


def _target(one: Field) -> str:
    """Table a column refers to; a column that holds several ids in one text refers to none."""
    if one.refers_to is None or one.several:
        return ""
    return one.refers_to.replace("-", "_")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
