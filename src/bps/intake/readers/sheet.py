"""One sheet while it is read: texts at their places, what is merged and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bps.intake.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, OfficeFile, Row
from bps.intake.notice import IntakeError, Spot, column_letters, note
from bps.intake.readers.limits import too_many_rows
from bps.intake.readers.reasons import BEYOND, COVERED, ERROR, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bps.findings import Words

MAX_CELLS: Final = 1_000_000
_MAX_MERGES: Final = 100_000
_ERROR: Final = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|UNKNOWN!)"
    r"|(?:Err|错误)[:：][0-9]{3}",
    re.IGNORECASE,
)
_CELL_PICTURE: Final = re.compile(r"=?(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(", re.IGNORECASE)
Area = tuple[int, int, int, int]


@dataclass(slots=True)
class Sheet:
    """A sheet or table that is being read.

    Attributes:
        name: Its name.
        office: The file it stands in.
        rows: Row to column to text, both from 1.
        emptied: Places whose whole text was left out.
        merges: Merged areas: first row, first column, last row, last column.
        hidden_rows: Rows that are not shown.
        hidden_columns: Columns that are not shown.
    """

    name: str
    office: OfficeFile
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    emptied: set[tuple[int, int]] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    _cells: int = 0

    def put(self, row: int, column: int, raw: str) -> None:
        """Put a text at its place; an error and a picture are left out and said.

        Raises:
            IntakeError: If there are too many rows or cells.
        """
        text = self.office.clean(raw)
        if not text:
            return
        if column > MAX_COLUMNS:
            self.leave(row, column, text, BEYOND)
        elif text[0] in "#Ee错" and _ERROR.fullmatch(text):
            self.leave(row, column, text, ERROR)
        elif text[0] in "=_DdIi" and _CELL_PICTURE.match(text):
            self.leave(row, column, text, PICTURE)
        else:
            self.rows.setdefault(row, {})[column] = text
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise self._too_many_cells()
        if len(self.rows) > MAX_ROWS:
            raise too_many_rows(self.name)

    def leave(self, row: int, column: int, raw: str, why: Words) -> None:
        """Leave a text out; its place counts as emptied unless other text stands there."""
        text = self.office.clean(raw)
        self.emptied.add((row, column))
        self.office.leave(self.spot(row, column), text, why)

    def spot(self, row: int = 0, column: int = 0) -> Spot:
        """A place in the sheet."""
        return Spot(self.name, row, column)

    def close(self, *, is_hidden: bool = False) -> bool:
        """Add the sheet to its file; gives whether it holds any text.

        Args:
            is_hidden: Whether the whole sheet is not shown, which is said.
        """
        before = len(self.office.notices)
        grid = self.grid()
        if not grid.rows:
            return False
        self.office.grids.append(grid)
        if is_hidden:
            words = ("工作表是隐藏的，也已读取", "The sheet is hidden; it was read as well")
            self.office.notices.insert(before, note(*words, sheet=self.name))
        return True

    def grid(self) -> Grid:
        """The sheet as a grid; what is hidden is said.

        Raises:
            IntakeError: If merged areas spread over too many cells.
        """
        anchors = _Merged(self.merges)
        gone = (column for _, column in self.emptied if column <= MAX_COLUMNS)
        width = max((*(max(cells) for cells in self.rows.values()), *gone), default=0)
        # Rows are as wide as the sheet, unless one cell far out would make a huge sheet of a small one.
        is_padded = len(self.rows) * width <= MAX_CELLS
        rows = []
        built = 0
        for number in sorted(self.rows):
            own, reach = self.rows[number], anchors.reach(number)
            last = width if is_padded else max(*own, *reach, 0)
            cells = self._row(number, own, reach, last)
            built += len(cells)
            if built > MAX_CELLS * 2:
                raise self._too_many_cells()
            if any(cell.text and cell.anchor[0] == number for cell in cells):
                rows.append(Row(number, cells))
        self._say_hidden({row.number for row in rows}, width)
        return Grid(self.name, tuple(rows))

    def _row(
        self, number: int, own: dict[int, str], reach: dict[int, tuple[int, int]], last: int
    ) -> tuple[Cell, ...]:
        cells = []
        for column in range(1, last + 1):
            anchor = reach.get(column, (number, column))
            if anchor == (number, column):
                text = own.get(column, "")
            else:
                if column in own:
                    self.leave(number, column, own[column], COVERED)
                text = self.rows.get(anchor[0], {}).get(anchor[1], "")
            cells.append(Cell(text, anchor, not text and anchor in self.emptied))
        return tuple(cells)

    def _too_many_cells(self) -> IntakeError:
        return IntakeError(
            f"超过{MAX_CELLS}个单元格，不像一份清单；请拆分后再导入",
            f"More than {MAX_CELLS} cells, which is no list; split the table",
            spot=Spot(self.name),
        )

    def _say_hidden(self, filled: set[int], width: int) -> None:
        for first, last in _ranges(self.hidden_rows & filled):
            several = last > first
            self.office.notices.append(
                note(
                    f"从这一行到第{last}行是隐藏的，也已读取"
                    if several
                    else "这一行是隐藏的，也已读取",
                    f"The rows from here to {last} are hidden; they were read as well"
                    if several
                    else "This row is hidden; it was read as well",
                    sheet=self.name,
                    row=first,
                )
            )
        for column in sorted(each for each in self.hidden_columns if each <= width):
            letters = column_letters(column)
            self.office.notices.append(
                note(
                    f"{letters}列是隐藏的，也已读取",
                    f"Column {letters} is hidden; it was read as well",
                    sheet=self.name,
                )
            )


class _Merged:
    """Which merged area reaches into which column, row after row."""

    def __init__(self, merges: Iterable[Area]) -> None:
        self._waiting = sorted(merges)[:_MAX_MERGES]
        self._next = 0
        self._reach: dict[int, tuple[tuple[int, int], int]] = {}

    def reach(self, row: int) -> dict[int, tuple[int, int]]:
        """Column to the place of the text that reaches there; rows are asked in their order."""
        while self._next < len(self._waiting) and self._waiting[self._next][0] <= row:
            top, left, bottom, right = self._waiting[self._next]
            self._next += 1
            if bottom >= row:
                for column in range(left, min(right, MAX_COLUMNS) + 1):
                    self._reach[column] = ((top, left), bottom)
        gone = [column for column, (_, bottom) in self._reach.items() if bottom < row]
        for column in gone:
            del self._reach[column]
        return {column: anchor for column, (anchor, _) in self._reach.items()}


def _ranges(numbers: set[int]) -> list[tuple[int, int]]:
    found = []
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        found.append((run[0], run[-1]))
    return found
