"""The register as flat tables: one per record type, one per kind of row inside records.

CSV, XLSX and SQLite are three spellings of these tables. A text in two languages becomes two
columns (`name_zh`, `name_en`), a mapping becomes columns with its name in front
(`counterpart_item`), a list of rows becomes a table of its own (`item_levels`, with `item_id` and
`row`), a list of words becomes one column with the words separated by ` | ` and, where the words
are ids of records, a table of links (`item_lead_units`) as well.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from bps.model import RECORD_TYPES, Reference, Strict, Text
from bps.model.base import DATE_PATTERN, DECIMAL_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.link import Registry

Value = str | int | None
Kind = Literal["text", "integer", "decimal", "date"]
SEPARATOR = " | "
# What a text is, by the pattern that the schema holds it to.
_KINDS: dict[str, Kind] = {DECIMAL_PATTERN: "decimal", DATE_PATTERN: "date"}
# Kept as JSON: a tree of conditions has no flat form.
_AS_JSON = frozenset({"eligibility"})


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    Attributes:
        name: Its name.
        kind: What its texts are: "text", "integer", "decimal" (a number kept as it is printed) or
            "date" (a year, a month or a day).
        refers_to: Type of record whose id it holds.
        several: Whether it may hold several, separated.
    """

    name: str
    kind: Kind = "text"
    refers_to: str | None = None
    several: bool = False


@dataclass(slots=True)
class DataTable:
    """A flat table.

    Attributes:
        name: Its name, lower-case with underscores.
        fields: Its columns.
        key: Columns that identify a row.
        links: Whether it only links records; such tables are left out of CSV and XLSX, where a
            column of the record's own table holds the same.
        rows: Its rows.
    """

    name: str
    fields: list[Field]
    key: tuple[str, ...]
    links: bool = False
    rows: list[list[Value]] = field(default_factory=list)


def data_tables(registry: Registry) -> tuple[DataTable, ...]:
    """Spread the whole register over flat tables.

    Returns:
        The tables: those of records in the order of the types, each followed by its rows.
    """
    found: list[DataTable] = []
    for type_name, kind in RECORD_TYPES.items():
        builder = _Builder(type_name.replace("-", "_"), kind.model)
        for record in registry.iter(type_name):
            builder.add(record)
        found.extend(builder.tables())
    return tuple(found)


class _Builder:
    """Tables of one record type."""

    def __init__(self, name: str, model: type[Strict]) -> None:
        self._columns = tuple(_columns(model, ""))
        self._main = DataTable(name, [column.field for column in self._columns], ("id",))
        self._children: dict[str, tuple[DataTable, tuple[_Column, ...]]] = {}
        self._links: dict[str, DataTable] = {}
        owner = f"{name}_id"
        for column in _rows_of(model):
            columns = tuple(_columns(column.row or Strict, "", inside=True))
            table = DataTable(
                f"{name}_{column.field.name}",
                [Field(owner, refers_to=name), Field("row", "integer")]
                + [one.field for one in columns],
                (owner, "row"),
            )
            self._children[column.attribute] = (table, columns)
        for column in self._columns:
            if column.is_list and column.field.refers_to is not None:
                self._links[column.attribute] = DataTable(
                    f"{name}_{column.field.name}",
                    [
                        Field(owner, refers_to=name),
                        Field("row", "integer"),
                        Field("ref", refers_to=column.field.refers_to),
                    ],
                    (owner, "row"),
                    links=True,
                )

    def add(self, record: Any) -> None:
        """Spread one record."""
        row = [column.value(record) for column in self._columns]
        if getattr(record, "kind", None) == "mirror":
            # A copy on an unrelated address: the fact may be used, the address is not passed on.
            row = [
                None if column.attribute == "url" else value
                for column, value in zip(self._columns, row, strict=True)
            ]
        self._main.rows.append(row)
        for attribute, (table, columns) in self._children.items():
            for number, row in enumerate(getattr(record, attribute) or ()):
                table.rows.append([record.id, number, *(column.value(row) for column in columns)])
        for attribute, table in self._links.items():
            for number, ref in enumerate(getattr(record, attribute) or ()):
                table.rows.append([record.id, number, ref])

    def tables(self) -> Iterator[DataTable]:
        """The table of the records, then those of their rows and links."""
        yield self._main
        for table, _ in self._children.values():
            yield table
        yield from self._links.values()


@dataclass(frozen=True, slots=True)
class _Column:
    """How one column gets its value from a model."""

    field: Field
    attribute: str
    path: tuple[str, ...] = ()
    is_list: bool = False
    row: type[Strict] | None = None
    as_json: bool = False

    def value(self, owner: Any) -> Value:
        found = getattr(owner, self.attribute)
        for step in self.path:
            if found is None:
                return None
            found = getattr(found, step)
        if found is None or found == ():
            return None
        if self.as_json:
            return _as_json(found)
        if isinstance(found, tuple):
            words = [_words(one) for one in found]
            return f"[{','.join(words)}]" if _is_row(type(found[0])) else SEPARATOR.join(words)
        return found if type(found) in {str, int} else _words(found)


def _as_json(value: Any) -> str:
    text: str = value.model_dump_json(by_alias=True, exclude_none=True)
    return text


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Text):
        return value.in_language("zh")
    return _as_json(value) if isinstance(value, Strict) else str(value)


def _columns(model: type[Strict], prefix: str, *, inside: bool = False) -> Iterator[_Column]:
    """Columns of a model; rows inside rows, which have no table of their own, become JSON."""
    hints = typing.get_type_hints(model, include_extras=True)
    for attribute, info in model.model_fields.items():
        name = f"{prefix}{info.alias or attribute}"
        inner, is_list, refers_to, pattern = _unwrapped(hints[attribute])
        if attribute in _AS_JSON:
            yield _Column(Field(name), attribute, as_json=True)
        elif is_list:
            if not _is_row(inner) or inside:
                yield _Column(
                    Field(name, refers_to=refers_to, several=True), attribute, is_list=True
                )
        elif inner is Text:
            for language in ("zh", "en"):
                yield _Column(Field(f"{name}_{language}"), attribute, (language,))
        elif _is_row(inner):
            for below in _columns(inner, f"{name}_", inside=True):
                yield _Column(below.field, attribute, (below.attribute, *below.path), below.is_list)
        else:
            kind: Kind = "integer" if inner is int else _KINDS.get(pattern or "", "text")
            yield _Column(Field(name, kind, refers_to=refers_to), attribute)


def _rows_of(model: type[Strict]) -> Iterator[_Column]:
    hints = typing.get_type_hints(model, include_extras=True)
    for attribute, info in model.model_fields.items():
        inner, is_list, _, _ = _unwrapped(hints[attribute])
        if is_list and _is_row(inner):
            yield _Column(Field(info.alias or attribute), attribute, row=inner)


def _is_row(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Strict) and hint is not Text


def _unwrapped(hint: Any) -> tuple[Any, bool, str | None, str | None]:
    """Inner type of a hint, whether it is a list, what it refers to, and the pattern it keeps."""
    is_list, refers_to, pattern = False, None, None
    while True:
        origin = typing.get_origin(hint)
        if origin is typing.Annotated:
            inner, *marks = typing.get_args(hint)
            refers_to = next((m.to for m in marks if isinstance(m, Reference)), refers_to)
            rules = (rule for mark in marks for rule in getattr(mark, "metadata", ()))
            pattern = next(
                (found for rule in rules if (found := getattr(rule, "pattern", None))), pattern
            )
            hint = inner
        elif origin in (typing.Union, types.UnionType):
            hint = next(one for one in typing.get_args(hint) if one is not type(None))
        elif origin is tuple:
            is_list, hint = True, typing.get_args(hint)[0]
        else:
            return hint, is_list, refers_to, pattern
