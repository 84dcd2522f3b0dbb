"""One shape for the figures of every analysis: named columns, rows of plain cells.

The command line, the pages, the CSV files and the JSON of an analysis are made from the same
table, so that a figure cannot differ between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bps.findings.words import Words
from bps.model import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Cell = str | int | bool | Decimal | Text | Words | None
_BILINGUAL = (Text, Words)


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        key: Name of the column in CSV and JSON; never translated.
        title: Heading for people.
        unit: Unit of the quantity in the column, such as "percent"; None for words.
        target: Type of record that the cell names by id, so that a page can link to it;
            `@` and the key of another column when that column holds the type; `field` for keys of
            fields of a record whose type stands in the column `type`.
        code: Whether it holds codes for programs that another column says in words.
    """

    key: str
    title: Words
    unit: str | None = None
    target: str | None = None
    code: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of results.

    Attributes:
        name: File name of the CSV without its ending, lower-case with hyphens.
        title: Heading for people.
        columns: The columns, in order.
        rows: The rows; each has one cell per column.
    """

    name: str
    title: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def place_of(self, key: str) -> int:
        """Place of a column in every row, from 0.

        Raises:
            ValueError: If there is no such column.
        """
        return [column.key for column in self.columns].index(key)

    def where(self, key: str, holds: Callable[[Any], object]) -> tuple[tuple[Cell, ...], ...]:
        """The rows whose cell in a column is as asked."""
        place = self.place_of(key)
        return tuple(row for row in self.rows if holds(row[place]))

    def records(self, language: str | None = None) -> Iterator[dict[str, str | int | bool | None]]:
        """Yield the rows as mappings of plain values.

        Args:
            language: Language of texts; None gives both, as `<key>_zh` and `<key>_en`.

        Yields:
            One mapping per row, keys in the order of the columns.
        """
        both = self._bilingual() if language is None else frozenset()
        for row in self.rows:
            plain: dict[str, str | int | bool | None] = {}
            for column, cell in zip(self.columns, row, strict=True):
                if column.key in both:
                    text = cell if isinstance(cell, _BILINGUAL) else None
                    plain[f"{column.key}_zh"] = text.zh if text else plain_cell(cell, "zh")
                    plain[f"{column.key}_en"] = text.en if text else plain_cell(cell, "en")
                else:
                    plain[column.key] = plain_cell(cell, language or "zh")
            yield plain

    def keys(self) -> tuple[str, ...]:
        """Keys of the mappings that `records()` yields without a language."""
        both = self._bilingual()
        return tuple(
            key
            for column in self.columns
            for key in (
                (f"{column.key}_zh", f"{column.key}_en") if column.key in both else (column.key,)
            )
        )

    def _bilingual(self) -> frozenset[str]:
        return frozenset(
            column.key
            for index, column in enumerate(self.columns)
            if any(isinstance(row[index], _BILINGUAL) for row in self.rows)
        )


def plain_cell(cell: Cell, language: str) -> str | int | bool | None:
    """Turn a cell into a plain value in one language; decimals stay exact, as strings."""
    if isinstance(cell, _BILINGUAL):
        return cell.in_language(language)
    return str(cell) if isinstance(cell, Decimal) else cell
