"""A table of a text document by its grid: where a cell stands is told by spans, not by counting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bps.intake.grid import MAX_ROWS
from bps.intake.notice import note
from bps.intake.readers.limits import too_many_rows
from bps.intake.readers.package import Element, attribute, child, children, local
from bps.intake.readers.reasons import COVERED, DELETED, SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bps.intake.readers.document_text import Manuscript
    from bps.intake.readers.line import Line
    from bps.intake.readers.sheet import Sheet

# What goes around paragraphs, tables, rows and cells without changing them.
_AROUND: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_MAX_SPAN: Final = 500
_DIGITS: Final = 9


@dataclass(slots=True)
class _Area:
    """A cell with the rows and columns that it covers."""

    top: int
    left: int
    width: int
    bottom: int


class TableByGrid:
    """Reads one table into a sheet."""

    def __init__(self, sheet: Sheet, manuscript: Manuscript) -> None:
        self._sheet = sheet
        self._manuscript = manuscript
        self._areas: list[_Area] = []
        self._down: dict[int, _Area] = {}  # column to the cell that may reach down

    def read(self, element: Element) -> int:
        """Read every row.

        Args:
            element: The table.

        Returns:
            The number of columns.

        Raises:
            IntakeError: If there are too many rows.
        """
        columns = sum(1 for _ in children(child(element, "tblGrid"), "gridCol"))
        for number, line in enumerate(through(element, "tr"), start=1):
            if number > MAX_ROWS:
                raise too_many_rows(self._sheet.name)
            columns = max(columns, self._row(line, number))
        self._sheet.merges += [
            (area.top, area.left, area.bottom, area.left + area.width - 1)
            for area in self._areas
            if area.bottom > area.top or area.width > 1
        ]
        return columns

    def _row(self, line: Element, number: int) -> int:
        properties = child(line, "trPr")
        is_deleted = child(properties, "del") is not None
        if child(properties, "hidden") is not None:
            self._sheet.hidden_rows.add(number)
        column = 1 + _number(child(properties, "gridBefore"), 0)
        left: _Area | None = None
        for cell in through(line, "tc"):
            own = child(cell, "tcPr")
            width = _number(child(own, "gridSpan"), 1) or 1
            if is_deleted or child(own, "cellDel") is not None:
                self._leave_deleted(cell, number, column)
            elif left is not None and _merge(own, "hMerge") == "continue":
                left.width += width
                self._put(cell, number, column, is_covered=True)
            else:
                left = self._area(own, _Area(number, column, width, number))
                self._put(cell, number, column, is_covered=left.top < number)
            column += width
        return column - 1 + _number(child(properties, "gridAfter"), 0)

    def _area(self, own: Element | None, area: _Area) -> _Area:
        """The area a cell belongs to: its own, or that of the cell above."""
        merge = _merge(own, "vMerge")
        above = self._down.get(area.left)
        if merge == "continue" and above is not None and above.bottom == area.top - 1:
            above.bottom = area.top
            return above
        self._areas.append(area)
        for column in range(area.left, area.left + area.width):
            if merge is None:
                self._down.pop(column, None)
            else:
                self._down[column] = area
        return area

    def _leave_deleted(self, cell: Element, row: int, column: int) -> None:
        text = "\n".join(
            "".join(each.text or "" for each in paragraph.iter("{*}t", "{*}delText"))
            for paragraph in cell.iter("{*}p")
        )
        if self._sheet.office.clean(text):
            self._sheet.leave(row, column, text, DELETED)

    def _put(self, cell: Element, row: int, column: int, *, is_covered: bool) -> None:
        text = self._content(cell, row, column)
        if not is_covered:
            self._sheet.put(row, column, text)
        elif self._sheet.office.clean(text):
            self._sheet.leave(row, column, text, COVERED)

    def _content(self, cell: Element, row: int, column: int) -> str:
        """The text of a cell; of a table in it row by row."""
        parts: list[str] = []
        for block in through(cell, "p", "tbl"):
            if local(block.tag) == "p":
                line = self._manuscript.line(block)
                self._leave_rest(line, row, column)
                parts.append(line.text)
                continue
            rows = list(through(block, "tr"))
            for inner in rows:
                cells = (self._content(each, row, column) for each in through(inner, "tc"))
                parts.append(" ".join(text for text in cells if text.strip()))
            self._say_nested(row)
        return "\n".join(parts)

    def _leave_rest(self, line: Line, row: int, column: int) -> None:
        for text, why in line.gone:
            if text and not line.text.strip():
                self._sheet.leave(row, column, text, why)
            else:
                clean = self._sheet.office.clean(text)
                self._sheet.office.leave(self._sheet.spot(row, column), clean, why)
        for box in line.boxes:
            text = "\n".join(
                "".join(each.text or "" for each in paragraph.iter("{*}t"))
                for paragraph in box.iter("{*}p")
            )
            clean = self._sheet.office.clean(text)
            self._sheet.office.leave(self._sheet.spot(row, column), clean, SHAPE)

    def _say_nested(self, row: int) -> None:
        said = note(
            "单元格里还有表格，已逐行并入文字",
            "A cell holds another table; its rows were taken as lines of text",
            sheet=self._sheet.name,
            row=row,
        )
        if said not in self._sheet.office.notices:
            self._sheet.office.notices.append(said)


def through(parent: Element, *names: str) -> Iterator[Element]:
    """Elements of some names right below, also inside content controls and tracked insertions.

    Args:
        parent: Where to look.
        *names: Names without namespace.

    Yields:
        The elements in their order.
    """
    for each in parent:
        kind = local(each.tag)
        if kind in names:
            yield each
        elif kind in _AROUND:
            yield from through(each, *names)


def _number(element: Element | None, default: int) -> int:
    text = "" if element is None else attribute(element, "val")
    if not text.isascii() or not text.isdigit():
        return default
    return min(int(text[:_DIGITS]), _MAX_SPAN)


def _merge(own: Element | None, name: str) -> str | None:
    """Whether a cell starts a merged area or goes on with one; None for neither."""
    element = child(own, name)
    return None if element is None else attribute(element, "val", "continue")
