"""Tables written column by column: each heading stands beside what fills its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from bps.analysis.labels import LABELS, field_titles, type_titles
from bps.analysis.table import Column, Table
from bps.findings.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bps.analysis.names import Names
    from bps.analysis.table import Cell

Row = TypeVar("Row")
NAME = Words(zh="名称", en="Name")
PLACE_NAME = Words(zh="地区名称", en="Name of the place")
ITEM_NAME = Words(zh="事项名称", en="Name of the item")


class Sheet(Generic[Row]):
    """A table in the making: rows of results, and columns that say how a cell comes of a row."""

    def __init__(self, rows: Iterable[Row], names: Names) -> None:
        """Take the rows, in their order, and the names of the records they speak of."""
        self._rows = tuple(rows)
        self._names = names
        self._columns: list[Column] = []
        self._cells: list[Callable[[Row], Cell]] = []

    def add(
        self,
        key: str,
        zh: str,
        en: str,
        cell: Callable[[Row], Cell],
        *,
        unit: str | None = None,
        target: str | None = None,
        code: bool = False,
    ) -> None:
        """Add a column; `unit`, `target` and `code` are those of `Column`."""
        self._columns.append(Column(key, Words(zh, en), unit=unit, target=target, code=code))
        self._cells.append(cell)

    def coded(
        self,
        key: str,
        zh: str,
        en: str,
        cell: Callable[[Row], str | None],
        labels: Mapping[str, Words],
        *,
        without: Words | None = None,
    ) -> None:
        """Add a state twice: its code for programs, and as `<key>_name` in words.

        A code without a label is shown as it is; `without` stands where there is no code.
        """

        def label(row: Row) -> Cell:
            code = cell(row)
            return without if code is None else labels.get(code) or Words(code, code)

        self.add(key, f"{zh}代码", f"{en} (code)", cell, code=True)
        self.add(f"{key}_name", zh, en, label)

    def record(
        self,
        key: str,
        zh: str,
        en: str,
        cell: Callable[[Row], str | None],
        *,
        type: str,  # noqa: A002 - the word of the interface
        name: Words = NAME,
    ) -> None:
        """Add the id of a record, which pages link, and as `<key>_name` its name."""
        self.add(key, zh, en, cell, target=type)
        self.add(f"{key}_name", name.zh, name.en, lambda row: self._names.of(type, cell(row)))

    def record_of_type(
        self, key: str, type_key: str, cell: Callable[[Row], tuple[str, str]]
    ) -> None:
        """Add type, id and name of records of several types; a cell gives type and id."""
        self.coded(type_key, "类型", "Type", lambda row: cell(row)[0], type_titles())
        self.add(key, "记录", "Record", lambda row: cell(row)[1], target=f"@{type_key}")
        self.add(f"{key}_name", NAME.zh, NAME.en, lambda row: self._names.of(*cell(row)))

    def concept(
        self,
        key: str,
        zh: str,
        en: str,
        cell: Callable[[Row], str | None],
        *,
        name: Words = NAME,
    ) -> None:
        """Add a concept as `scheme/concept`, and as `<key>_name` its name."""
        self.add(key, zh, en, cell, target="concept")
        self.add(f"{key}_name", name.zh, name.en, lambda row: self._names.concept(cell(row)))

    def ids(self, key: str, zh: str, en: str, cell: Callable[[Row], Iterable[str]]) -> None:
        """Add ids of records, with spaces between them; empty for none."""
        self.add(key, zh, en, lambda row: " ".join(cell(row)) or None)

    def fields(
        self,
        key: str,
        zh: str,
        en: str,
        type: Callable[[Row], str],  # noqa: A002 - the word of the interface
        cell: Callable[[Row], Iterable[str]],
    ) -> None:
        """Add fields by their keys, `one|other` where either will do, and as `<key>_name`."""

        def titles(row: Row) -> Words | None:
            called = field_titles(type(row))
            found = [
                [called.get(key) or Words(key, key) for key in keys.split("|")]
                for keys in cell(row)
            ]
            zh = "、".join("或".join(title.zh for title in either) for either in found)
            en = ", ".join(" or ".join(title.en for title in either) for either in found)
            return Words(zh, en) if found else None

        self.add(
            key, f"{zh}代码", f"{en} (code)", lambda row: " ".join(cell(row)) or None, code=True
        )
        self.add(f"{key}_name", zh, en, titles)

    def basis(
        self,
        unit: Callable[[Row], str | None],
        per: Callable[[Row], str | None],
        period: Callable[[Row], str | None],
    ) -> None:
        """Add what a value is counted in: its unit, for what, and in which time."""
        self.coded("unit", "单位", "Unit", unit, self._names.quantities("measure-unit"))
        self.coded("per", "按…计", "Per", per, self._names.quantities("per"))
        self.coded("period", "周期", "Period", period, LABELS["period"])

    def sentences(self, key: str, zh: str, en: str, cell: Callable[[Row], Iterable[Words]]) -> None:
        """Add sentences, one after the other; empty for none."""

        def together(row: Row) -> Words | None:
            found = tuple(cell(row))
            zh = "；".join(sentence.zh for sentence in found)
            return Words(zh, "; ".join(sentence.en for sentence in found)) if found else None

        self.add(key, zh, en, together)

    def table(self, name: str, zh: str, en: str) -> Table:
        """Fill the cells.

        Args:
            name: File name of the CSV without its ending, lower-case with hyphens.
            zh: Chinese title.
            en: English title.
        """
        return Table(
            name=name,
            title=Words(zh, en),
            columns=tuple(self._columns),
            rows=tuple(tuple(cell(row) for cell in self._cells) for row in self._rows),
        )
