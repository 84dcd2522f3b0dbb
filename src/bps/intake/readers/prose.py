"""Text and tables that follow each other in a document: which text stands above which table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bps.intake.grid import MAX_ROWS, Cell, Grid, OfficeFile, Row
from bps.intake.notice import TABLE, TEXT, Spot
from bps.intake.readers.limits import too_many_rows

if TYPE_CHECKING:
    from bps.intake.readers.sheet import Sheet

_HEADING_LINES: Final = 3


class Prose:
    """Collects the paragraphs of a document, and its tables with the lines right above them."""

    def __init__(self, office: OfficeFile) -> None:
        self._office = office
        self._texts: list[Row] = []
        self._heading: list[Cell] = []
        self._position = 0
        self._tables = 0
        self._width: int | None = None  # columns of the table right above

    @property
    def spot(self) -> Spot:
        """The place of the present paragraph."""
        return Spot(TEXT, self._position)

    def put(self, raw: str) -> None:
        """Put a paragraph; its lines share its number.

        Raises:
            IntakeError: If there are too many.
        """
        self._position += 1
        for at, line in enumerate(raw.split("\n"), start=1):
            if text := self._office.clean(line):
                cell = Cell(text, (self._position, at))
                self._texts.append(Row(self._position, (cell,)))
                self._heading.append(cell)
                self._width = None
        if len(self._texts) > MAX_ROWS:
            raise too_many_rows(TEXT)

    def next_table(self) -> str:
        """The name of the next table."""
        self._position += 1
        self._tables += 1
        return f"{TABLE} {self._tables}"

    def add(self, sheet: Sheet, *, columns: int | None = None) -> None:
        """Add a table that was read.

        Args:
            sheet: The table.
            columns: How many columns it has; told from its rows when left out.
        """
        grid = sheet.grid()
        width = columns or max((len(row.cells) for row in grid.rows), default=0)
        continues = width == self._width and not self._heading
        heading = tuple(self._heading[-_HEADING_LINES:])
        self._office.grids.append(Grid(grid.sheet, grid.rows, heading=heading, continues=continues))
        self._heading, self._width = [], width

    def close(self) -> None:
        """Add the paragraphs as the last grid."""
        if self._texts:
            self._office.grids.append(Grid(TEXT, tuple(self._texts), is_text=True))
